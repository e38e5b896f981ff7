// Cite and keep: at every paragraph, statement and definition the citation, the link, and the aide-memoire.
// Loads the register's and the aide-memoire's own scripts where their pages ask for them.
(() => {
  "use strict";
  const { base, content, copy, edition, el, say, script, store, tools } = window.handbook;
  const citation = document.getElementById("handbook-search").dataset.citation;

  // The list of picked ids, in the reader's order; kept by edition.
  const picked = {
    key: `aide.${edition}`,
    async get() {
      try {
        const list = JSON.parse(store.get(picked.key) ?? "[]");
        return Array.isArray(list) ? list.filter((id) => typeof id === "string") : [];
      } catch {
        return [];
      }
    },
    async set(ids) {
      const kept = store.set(picked.key, JSON.stringify([...new Set(ids)]));
      document.dispatchEvent(new CustomEvent("handbook-picked"));
      return kept;
    },
  };
  window.handbook.picked = picked;

  // Whether a citation carries the marking too is one choice for all pages.
  const marked = () => store.get("marked") === "on";
  const cited = ({ para, marking }) => `${citation}, para ${para}${marked() && marking ? ` [${marking}]` : ""}`;

  const add = async (id, name) => {
    const ids = await picked.get();
    if (ids.includes(id)) return say(`${name} is in the aide-memoire already`);
    const kept = await picked.set([...ids, id]);
    return say(`${name} added to the aide-memoire${kept ? "" : "; this browser will forget it when the page is left"}`);
  };

  const button = (words, name, onclick) => el("button", { type: "button", class: "cite__button", "aria-label": `${words}: ${name}`, onclick }, words);

  // A copy on disk has no address to give but the published one, if the page's foot knows it; a citation always leads on.
  const WEB = /^https?:/;
  const copyLink = (item) => {
    const here = [location.href, document.getElementById("handbook-address").textContent.trim()].find((each) => WEB.test(each));
    const link = here && new URL(item.href, here).href;
    if (WEB.test(location.href)) return copy(link, `Link to ${item.name}`);
    return link ? copy(`${cited(item)}, ${link}`, `Citation and link of ${item.name}`)
      : copy(cited(item), `This copy has no address: citation of ${item.name}`);
  };

  // `item` says what is cited: its id, a name for it, the number of its paragraph, the marking, where it leads.
  const buttons = (item) => [
    button("Copy citation", item.name, () => copy(cited(item), `Citation of ${item.name}`)),
    button("Copy link", item.name, () => copyLink(item)),
    button("Add to aide-memoire", item.name, () => add(item.id, item.name)),
  ];

  const banner = document.querySelector(".marking--top")?.textContent.trim() ?? "";
  const markingOf = (part) => part.dataset.marking || banner;

  const paragraphs = () => {
    for (const part of content.querySelectorAll(".para[data-cite]")) {
      const para = part.dataset.number;
      const line = part.querySelector(".para__tools") ?? part.appendChild(el("p", { class: "para__tools" }));
      line.append(...buttons({ id: part.dataset.para, name: `para ${para}`, para, marking: markingOf(part), href: `#${part.id}` }));
    }
  };

  const statements = () => {
    for (const card of content.querySelectorAll(".card[data-statement]")) {
      const title = card.querySelector(".card__title");
      const href = title.querySelector("a")?.getAttribute("href") ?? `#${card.id}`;
      const item = { id: card.dataset.statement, name: `“${title.textContent.trim()}”`, para: card.dataset.number, marking: markingOf(card), href };
      card.append(el("p", { class: "cite" }, ...buttons(item)));
    }
  };

  const definitions = () => {
    for (const entry of content.querySelectorAll(".entry")) {
      const said = entry.querySelector("blockquote[data-definition]");
      const name = entry.previousElementSibling;
      if (!said || !name?.id) continue;
      const item = { id: name.id, name: `definition of ${name.textContent.trim()}`, para: said.dataset.definition, marking: banner, href: `#${name.id}` };
      said.after(el("p", { class: "cite" }, ...buttons(item)));
    }
  };

  const markingSwitch = () => {
    const choice = el("button", { type: "button", class: "tools__button", "aria-pressed": String(marked()), onclick: () => {
      const on = !marked();
      store.set("marked", on ? "on" : "off");
      choice.setAttribute("aria-pressed", String(on));
      say(on ? "Citations carry the marking" : "Citations come without the marking");
    } }, "Marking in citations");
    tools().append(choice);
  };

  const way = async () => {
    const link = el("a", { class: "tools__link", href: `${base}/${edition}/aide-memoire.html` });
    const count = async () => { link.textContent = `Aide-memoire (${(await picked.get()).length})`; };
    document.addEventListener("handbook-picked", count);
    addEventListener("storage", count);
    await count();
    tools().append(link);
  };

  paragraphs();
  statements();
  definitions();
  if (content.querySelector(".cite__button")) {
    markingSwitch();
    way().catch(() => {});
  }
  if (document.getElementById("register")) script("assets/js/register.js").catch(() => {});
  if (document.getElementById("aide")) script("assets/js/aide-memoire.js").catch(() => {});
})();
