// The search box: what it needs is loaded when it is first used, so that pages stay light.
(() => {
  "use strict";
  const { el, fold, load, mark, say, sayAtRest, script, url } = window.handbook;
  const form = document.getElementById("handbook-search");
  const input = document.getElementById("handbook-search-input");
  const meta = document.getElementById("handbook-search-meta");
  const list = document.getElementById("handbook-search-list");
  const MOST = 20;
  const ROOM = 170;
  let ready = null;

  const close = () => {
    if (form.dataset.closed === undefined) say("");
    form.dataset.closed = "";
  };
  const open = () => { delete form.dataset.closed; };

  const tell = (...words) => {
    meta.replaceChildren(...words);
    sayAtRest(meta.textContent);
  };

  const prepare = async () => {
    const [data] = await Promise.all([load("search"), script("assets/vendor/minisearch.min.js"), script("assets/js/rank.js")]);
    return { data, rank: window.handbook.ranker(data), byId: new Map(data.entries.map((entry) => [entry.id, entry])) };
  };
  const start = () => {
    ready = ready ?? prepare().catch((fault) => {
      tell(`The search could not be loaded: ${fault.message}.`);
      ready = null;
      throw fault;
    });
    return ready;
  };

  // The words of an entry around the first one that was asked for, with those words marked.
  const excerpt = (entry, asked) => {
    const said = entry.text || entry.gist || "";
    const words = [...said.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)].map((found) => ({
      start: found.index, end: found.index + found[0].length, hit: asked.has(window.handbook.searchWords(found[0])[0]),
    }));
    const first = words.find((word) => word.hit)?.start ?? 0;
    const from = first < ROOM * 0.6 ? 0 : words.find((word) => word.start >= first - 60).start;
    const to = said.length - from <= ROOM ? said.length : words.findLast((word) => word.end <= from + ROOM)?.end ?? said.length;
    const parts = [from ? "… " : ""];
    let at = from;
    for (const word of words.filter((each) => each.hit && each.start >= from && each.end <= to)) {
      parts.push(said.slice(at, word.start), el("mark", {}, said.slice(word.start, word.end)));
      at = word.end;
    }
    return [...parts, said.slice(at, to), to < said.length ? " …" : ""];
  };

  // A statement is shown under its paragraph's address: there stand the words, and the statement below them.
  const hit = (entry, byId, asked) => {
    const statement = entry.kind === "statement";
    const label = statement ? `${entry.label} · para ${entry.cited ?? entry.para}` : entry.label;
    return el("li", { "data-id": entry.id, "data-kind": entry.kind, "data-answers": statement ? entry.para : false },
      el("a", { class: "md-search-result__link", href: url(statement ? byId.get(entry.para).url : entry.url) },
        el("span", { class: "kind" }, label),
        el("span", { class: "md-search-result__title" }, entry.title),
        entry.narrowed ? el("span", { class: "narrowed" }, entry.narrowed) : "",
        el("span", { class: "md-search-result__excerpt" }, excerpt(entry, asked))));
  };

  const nothing = (query, ways) => {
    tell(`Nothing found for “${query}”. Four ways in: `,
      ...ways.flatMap(([title, to], at) => [at ? ", " : "", el("a", { href: url(to) }, title)]), ".");
    list.replaceChildren();
  };

  const search = async () => {
    const { data, rank, byId } = await start();
    const query = input.value.trim();
    open();
    if (!fold(query)) {
      tell();
      return list.replaceChildren();
    }
    const found = rank(input.value.trimStart());
    if (!found.length) return nothing(query, data.ways);
    const asked = new Set(window.handbook.searchWords(query));
    const shown = found.length > MOST ? `, the first ${MOST} shown` : "";
    tell(`${found.length} ${found.length === 1 ? "hit" : "hits"}${shown}`);
    for (const entry of found.slice(0, MOST)) mark(entry.marking);
    return list.replaceChildren(...found.slice(0, MOST).map((entry) => hit(entry, byId, asked)));
  };

  const step = (by) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + by];
    next?.focus();
  };

  input.addEventListener("focus", () => { start().catch(() => {}); });
  input.addEventListener("click", () => { if (input.value.trim()) search().catch(() => {}); });
  input.addEventListener("input", () => { search().catch(() => {}); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search().then(() => list.querySelector("a")?.click()).catch(() => {});
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && form.dataset.closed === undefined) {
      event.preventDefault();
      input.focus();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) close(); });
  form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
  document.addEventListener("keydown", (event) => {
    if (!/^k$/i.test(event.key) || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  close();
})();
