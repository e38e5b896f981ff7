// The aide-memoire: ids alone are kept and saved; the words come from the handbook each time.
(async () => {
  "use strict";
  const { edition, el, load, mark, picked, say, store, url } = window.handbook;
  const room = document.getElementById("aide");
  const FORMAT = "cmi-handbook aide-memoire 1";
  const MOST = 500;
  const KINDS = ["paragraph", "statement", "definition"];
  const data = await load("search");
  const known = new Map(data.entries.filter(({ kind }) => KINDS.includes(kind)).map((entry) => [entry.id, entry]));
  const here = edition;

  const warning = el("p", { class: "notice", hidden: true }, "This browser keeps nothing when the page is left. Save the list to a file.");
  const list = el("ol", { class: "aide" });
  const empty = el("p", {}, "Nothing picked yet. “Add to aide-memoire” stands at every paragraph, statement and definition.");
  const file = el("input", { type: "file", accept: ".json,application/json", id: "aide-file", class: "sr" });
  const tell = el("p", { class: "register__count" });
  const bar = el("p", { class: "filters__ways", "data-print": "no" },
    el("button", { type: "button", class: "button", onclick: () => print() }, "Print"),
    el("button", { type: "button", class: "button", onclick: () => save() }, "Save to a file"),
    file, el("label", { for: "aide-file", class: "button" }, "Open a file"),
    el("button", { type: "button", class: "button", onclick: () => clear() }, "Remove all"));
  room.replaceChildren(warning, bar, tell, empty, list);

  // Struck words stay struck, and say so.
  const words = (entry) => {
    const parts = [];
    let at = 0;
    for (const [start, end] of entry.struck ?? []) {
      parts.push(entry.text.slice(at, start),
        el("del", { class: "struck" }, el("span", { class: "sr" }, "[struck out in the source: "), entry.text.slice(start, end), el("span", { class: "sr" }, "]")));
      at = end;
    }
    return [...parts, (entry.text ?? entry.gist).slice(at)];
  };

  const move = async (ids, from, to, which) => {
    const next = [...ids];
    next.splice(to, 0, ...next.splice(from, 1));
    await keep(next);
    const target = list.children[to]?.querySelector(`[data-do="${which}"]`);
    (target?.disabled ? list.children[to].querySelector("button:not(:disabled)") : target)?.focus();
    say(`Moved to place ${to + 1} of ${next.length}`);
  };
  const remove = async (ids, at) => {
    await keep(ids.filter((_, place) => place !== at));
    (list.children[Math.min(at, list.children.length - 1)]?.querySelector("[data-do=remove]") ?? bar.querySelector("button")).focus();
    say("Removed");
  };

  const doing = (does, text, name, off, onclick) => el("button",
    { type: "button", class: "cite__button", "data-do": does, "aria-label": `${text}: ${name}`, disabled: off, onclick }, text);
  const item = (ids, at) => {
    const entry = known.get(ids[at]);
    const para = entry.para ? `${data.citation}, para ${entry.cited ?? entry.para}` : data.citation;
    const editors = entry.kind === "statement";
    return el("li", { "data-id": entry.id, "data-para": entry.para },
      el("p", { class: "aide__title" }, el("span", { class: "who" }, editors ? `${entry.label}, editor’s reading ` : `${entry.label} `),
        el("a", { href: url(entry.url) }, entry.title), entry.narrowed ? ` (${entry.narrowed})` : ""),
      el("blockquote", { class: "policy" }, el("span", { class: "who" }, "Text "), el("p", {}, ...words(entry))),
      el("p", { class: "cite__text" }, `${para} [${entry.marking}]`),
      el("p", { class: "cite", "data-print": "no" },
        doing("up", "Up", entry.title, at === 0, () => move(ids, at, at - 1, "up")),
        doing("down", "Down", entry.title, at === ids.length - 1, () => move(ids, at, at + 1, "down")),
        doing("remove", "Remove", entry.title, false, () => remove(ids, at))));
  };

  const show = async () => {
    const ids = (await picked.get()).filter((id) => known.has(id));
    for (const id of ids) mark(known.get(id).marking);
    list.replaceChildren(...ids.map((_, at) => item(ids, at)));
    empty.hidden = ids.length > 0;
    tell.textContent = ids.length ? `${ids.length} ${ids.length === 1 ? "entry" : "entries"} picked by the reader. This is an extract, not the whole text.` : "";
  };
  const keep = async (ids) => {
    warning.hidden = await picked.set(ids);
    await show();
  };
  const clear = async () => {
    await keep([]);
    say("All removed");
  };

  const save = async () => {
    const text = JSON.stringify({ format: FORMAT, edition: here, marking: document.querySelector(".marking--top").textContent.trim(), items: await picked.get() }, null, 2);
    const address = URL.createObjectURL(new Blob([text, "\n"], { type: "application/json" }));
    el("a", { href: address, download: "aide-memoire.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  // What is opened is data of unknown origin: only ids that this edition knows are taken from it.
  const check = (text) => {
    const found = JSON.parse(text);
    if (found?.format !== FORMAT || !Array.isArray(found.items)) throw new Error("This file is not an aide-memoire of the handbook.");
    if (found.edition !== here) throw new Error("This file belongs to another edition.");
    if (found.items.length > MOST) throw new Error(`This file holds more than ${MOST} entries.`);
    const ids = found.items.filter((id) => typeof id === "string" && known.has(id));
    return { ids: [...new Set(ids)], lost: found.items.length - ids.length };
  };
  const take = async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    try {
      if (chosen.size > 200000) throw new Error("This file is too large for an aide-memoire.");
      const { ids, lost } = check(await chosen.text());
      await keep(ids);
      if (lost) tell.textContent += ` ${lost} unknown to this edition left out.`;
    } catch (fault) {
      tell.textContent = fault instanceof SyntaxError ? "This file cannot be read as an aide-memoire." : fault.message;
    }
    say(tell.textContent);
    file.value = "";
  };
  file.addEventListener("change", take);
  addEventListener("storage", show);
  warning.hidden = store.set("probe", "1");
  await show();
})();
