// Definitions where you read: a linked term opens a panel.  It stays a link, because a button would be a box of its own:
// lines would not break in it, and find in page would end at it.
(() => {
  "use strict";
  const { content, copy, el, load, mark, say, store, tools, url } = window.handbook;
  const root = document.documentElement;
  const links = [...content.querySelectorAll("a.term[data-term]")];
  if (!links.length) return;
  let panel = null;
  let opener = null;

  const close = () => {
    if (!panel) return;
    panel.remove();
    panel = null;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  };

  const joined = (pairs, by = ", ") => pairs.flatMap(([name, to], at) => [at ? by : "", el("a", { href: url(to) }, name)]);
  const quoted = (label, [text, para, to]) => [
    el("p", { class: "panel__label" }, label),
    el("blockquote", { class: "policy", "data-para": para }, el("p", {}, text, " ", el("a", { href: url(to) }, `para ${para}`))),
  ];

  const said = (term, label) => [
    el("h2", { id: "handbook-panel-name" }, term.name),
    el("p", { class: "panel__label" }, term.kind),
    ...(term.definition ? quoted(`Definition, ${label}`, term.definition) : []),
    term.absence ? el("p", {}, el("span", { class: "who" }, "Editor "), term.absence) : null,
    ...(term.explanation ? quoted(`Explained, ${label}`, term.explanation) : []),
    term.confused ? el("p", {}, "Not to be confused with: ", ...joined(term.confused)) : null,
    el("p", {}, "Stands in: ", ...(term.used ? ["para ", ...joined(term.used)] : ["no paragraph"])),
    el("p", { class: "panel__ways" },
      el("a", { href: url(term.url) }, "Whole entry"),
      term.citation ? el("button", { type: "button", class: "cite__button", onclick: () => copy(term.citation, "Citation") }, "Copy citation") : null),
  ];

  const show = (link, term, label) => {
    close();
    opener = link;
    panel = el("div", { class: "panel", role: "dialog", "aria-labelledby": "handbook-panel-name", tabindex: "-1" },
      el("button", { type: "button", class: "panel__close", onclick: close }, "Close"), ...said(term, label));
    mark(term.marking);
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Tab") stay(event);
    });
    link.setAttribute("aria-expanded", "true");
    document.body.append(panel);
    panel.focus();
  };

  // The panel stands at the end of the page: leaving it by Tab leads back to where it was opened.
  const stay = (event) => {
    const stops = [...panel.querySelectorAll("a, button")];
    const edge = event.shiftKey ? [stops[0], panel] : [stops.at(-1)];
    if (!edge.includes(document.activeElement)) return;
    event.preventDefault();
    close();
  };

  const toggle = async (link) => {
    if (panel && opener === link) return close();
    try {
      const terms = await load("terms");
      return show(link, terms.panels[link.dataset.term], terms.label);
    } catch {
      return location.assign(link.href);
    }
  };
  // With a key held the browser opens the entry, in a tab or a window of its own.
  content.addEventListener("click", (event) => {
    const link = event.target.closest("a.term[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle(link);
  });

  // Term links can be switched off; then they are words like all others.
  const asLinks = links.map((link) => (
    [link, { href: link.getAttribute("href"), "aria-haspopup": "dialog", "aria-expanded": "false" }]));
  const set = (on) => {
    close();
    for (const [link, values] of asLinks) {
      for (const [name, value] of Object.entries(values)) {
        if (on) link.setAttribute(name, value);
        else link.removeAttribute(name);
      }
    }
    root.dataset.terms = on ? "on" : "off";
    choice.setAttribute("aria-pressed", String(on));
  };
  const choice = el("button", { type: "button", class: "tools__button", onclick: () => {
    const on = root.dataset.terms === "off";
    set(on);
    store.set("terms", on ? "on" : "off");
    say(on ? "Term links on" : "Term links off");
  } }, "Term links");
  tools().append(choice);
  set(root.dataset.terms !== "off");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (panel && !panel.contains(event.target) && !opener.contains(event.target)) {
      panel.remove();
      panel = null;
      opener.setAttribute("aria-expanded", "false");
    }
  });
  addEventListener("beforeprint", close);
})();
