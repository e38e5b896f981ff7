// The register, filtered.  The view stands in the address after the #, so that it can be shared.
(async () => {
  "use strict";
  const { el, fold, load, mark, say, sayAtRest, url } = window.handbook;
  const room = document.getElementById("register");
  const data = await load("register");
  mark(data.marking);
  const names = Object.fromEntries(Object.entries(data.filters).map(([key, choices]) => [key, new Map(choices)]));
  const SINGLE = [["body", "Falls on"], ["actor", "Concerns the actor"], ["modality", "Modality"], ["level", "Level"],
    ["phase", "Phase"], ["section", "Section"]];

  const fields = {};
  const select = ([key, label]) => {
    const choices = data.filters[key].map(([id, name]) => el("option", { value: id }, name));
    fields[key] = el("select", { name: key, id: `register-${key}` }, el("option", { value: "" }, "any"), choices);
    return el("p", {}, el("label", { for: `register-${key}` }, label), " ", fields[key]);
  };
  const tick = (id, name) => {
    const box = el("input", { type: "checkbox", name: "force", value: id });
    return [box, el("label", {}, box, ` ${name}`)];
  };
  const forces = data.filters.force.map(([id, name]) => tick(id, name));
  fields.inherited = el("input", { type: "checkbox", name: "inherited" });
  fields.word = el("input", { type: "search", name: "word", id: "register-word", autocomplete: "off" });

  const form = el("form", { class: "filters", "aria-label": "Filters of the register", "data-print": "no" },
    el("fieldset", {}, el("legend", {}, "Force (the editor’s reading)"), ...forces.map(([, label]) => label)),
    el("div", { class: "filters__row" }, ...SINGLE.map(select),
      el("p", {}, el("label", { for: "register-word" }, "Word"), " ", fields.word)),
    el("p", {}, el("label", {}, fields.inherited, " also what the body inherits through groups it is one of")),
    el("p", { class: "filters__ways" },
      el("button", { type: "button", class: "button", onclick: () => restore("force=") }, "Show all statements"),
      el("button", { type: "button", class: "button", onclick: () => restore("") }, "Back to the opening view"),
      el("button", { type: "button", class: "button", onclick: () => save() }, "Save as CSV")));

  const count = el("p", { class: "register__count" });
  const head = ["Para", "Falls on", "Governing words", "Says", "Force"];
  const body = el("tbody");
  const table = el("table", { class: "ledger cards" },
    el("thead", {}, el("tr", {}, ...head.map((name) => el("th", { scope: "col" }, name)))), body);
  room.replaceChildren(form, count,
    el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Statements shown" }, table));

  const opening = `force=${data.opening.join(",")}`;
  const read = () => {
    const asked = new URLSearchParams();
    asked.set("force", forces.filter(([box]) => box.checked).map(([box]) => box.value).join(","));
    for (const [key] of SINGLE) if (fields[key].value) asked.set(key, fields[key].value);
    if (fields.inherited.checked) asked.set("inherited", "yes");
    if (fields.word.value.trim()) asked.set("word", fields.word.value.trim());
    return asked;
  };
  const write = (asked) => {
    const ticked = (asked.get("force") ?? "").split(",");
    for (const [box] of forces) box.checked = ticked.includes(box.value);
    for (const [key] of SINGLE) fields[key].value = names[key].has(asked.get(key)) ? asked.get(key) : "";
    fields.inherited.checked = asked.get("inherited") === "yes";
    fields.word.value = asked.get("word") ?? "";
  };

  const via = (row, party) => row.inherited.includes(party) && !row.bearers.includes(party);
  const wanted = (asked) => {
    const ticked = (asked.get("force") ?? "").split(",").filter(Boolean);
    const one = (key, test) => (asked.get(key) ? (row) => test(row, asked.get(key)) : () => true);
    const tests = [
      (row) => !ticked.length || ticked.includes(row.force),
      one("body", (row, id) => row.bearers.includes(id) || (asked.has("inherited") && row.inherited.includes(id))),
      one("actor", (row, id) => row.actors.includes(id)),
      one("modality", (row, id) => row.modality === id),
      one("level", (row, id) => row.levels.includes(id)),
      one("phase", (row, id) => row.phases.includes(id)),
      one("section", (row, id) => row.section === id),
      one("word", (row, word) => fold(words(row)).includes(fold(word))),
    ];
    return data.rows.filter((row) => tests.every((test) => test(row)));
  };
  const party = (id) => data.parties[id]?.[0] ?? names.body.get(id) ?? id;
  const words = (row) => [row.para, row.action, row.text, ...row.bearers.map(party), ...row.actors.map(party)].join(" ");

  const said = (asked) => {
    const ticked = (asked.get("force") ?? "").split(",").filter(Boolean).map((id) => names.force.get(id)).filter(Boolean);
    const parts = ticked.length ? [`force ${ticked.join(", ")}`] : [];
    for (const [key, label] of SINGLE) {
      if (asked.get(key)) parts.push(`${label.toLowerCase()} ${names[key].get(asked.get(key))}`);
    }
    if (asked.has("body")) parts.push(asked.has("inherited") ? "direct and inherited" : "direct only");
    if (asked.has("word")) parts.push(`word “${asked.get("word")}”`);
    return parts.join("; ");
  };
  const tell = (shown, asked) => {
    const hidden = data.rows.length - shown;
    const filter = said(asked);
    return hidden
      ? `${shown} of ${data.rows.length} statements shown, ${hidden} hidden. This is an extract, not the whole text. Shown: ${filter}.`
      : `All ${shown} statements shown.`;
  };

  const linked = (ids) => ids.flatMap((id, at) => [at ? ", " : "", el("a", { href: url(data.parties[id][1]) }, data.parties[id][0])]);
  // What makes a statement narrower than its short wording stands beside it, as everywhere in the handbook.
  const narrowings = (row) => [
    ...row.conditions.map((said) => `condition: “${said}”`), ...row.limits.map((said) => `limit: “${said}”`),
    ...(row.contested ? ["contested reading"] : []),
  ];
  const narrowed = (row) => {
    const said = narrowings(row);
    return said.length ? el("span", { class: "narrowed" }, ` ${said.join("; ")}`) : null;
  };
  const line = (row, asked) => {
    const heir = asked.get("body");
    const bearers = row.bearers.length ? linked(row.bearers) : ["nobody named"];
    const inherited = heir && via(row, heir) ? el("span", { class: "inherited" }, ` – inherited by ${party(heir)}`) : null;
    return el("tr", { "data-statement": row.id, "data-para": row.para },
      el("td", { "data-label": head[0] }, el("a", { href: url(row.paraUrl) }, row.cited)),
      el("td", { "data-label": head[1] }, ...bearers, inherited),
      el("td", { "data-label": head[2] }, el("span", { class: "tag tag--modality" }, row.governing)),
      el("td", { "data-label": head[3] }, el("a", { href: url(row.url) }, row.action), narrowed(row)),
      el("td", { "data-label": head[4] }, el("span", { class: `tag tag--${row.force}` }, names.force.get(row.force))));
  };

  let view = { rows: [], asked: new URLSearchParams() };
  const show = (asked) => {
    const rows = wanted(asked);
    view = { rows, asked };
    body.replaceChildren(...rows.map((row) => line(row, asked)));
    count.textContent = tell(rows.length, asked);
  };
  const changed = () => {
    const asked = read();
    history.replaceState(null, "", asked.toString() === new URLSearchParams(opening).toString() ? location.href.split("#")[0] : `#${asked}`);
    show(asked);
    sayAtRest(count.textContent);
  };
  const restore = (state) => {
    write(new URLSearchParams(state || opening));
    changed();
  };

  // A cell that a spreadsheet would take for a formula is told that it is text.
  const cell = (value) => {
    const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${safe.replace(/"/g, '""')}"`;
  };
  const save = () => {
    const columns = ["paragraph", "falls on", "inherited by", "governing words", "statement (editor)", "conditions, limits", "force (editor)",
      "level", "phase", "text", "citation", "marking", "extract"];
    const extract = tell(view.rows.length, view.asked);
    const lines = view.rows.map((row) => [row.cited, row.bearers.map(party).join("; "), row.inherited.map(party).join("; "), row.governing, row.action,
      narrowings(row).join("; "), names.force.get(row.force), row.levels.join("; "), row.phases.join("; "), row.text,
      row.citation, row.marking, extract]);
    const text = [columns, ...lines].map((each) => each.map(cell).join(",")).join("\r\n");
    const file = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }));
    el("a", { href: file, download: `statements-${view.rows.length}-of-${data.rows.length}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(file), 10000);
    say(`${view.rows.length} statements saved`);
  };

  // Whatever else an address holds is not the register's, and leaves it as it is.
  const KEYS = ["force", "inherited", "word", ...SINGLE.map(([key]) => key)];
  const arrive = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (KEYS.some((key) => asked.has(key))) write(asked);
    else if (!location.hash) write(new URLSearchParams(opening));
    show(read());
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", changed);
  addEventListener("hashchange", () => {
    arrive();
    sayAtRest(count.textContent);
  });
  write(new URLSearchParams(opening));
  arrive();
})();
