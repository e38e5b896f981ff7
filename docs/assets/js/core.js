// What the reader's tools share: where the page stands, data and scripts loaded when they are needed,
// storage that may be closed, a clipboard that may be closed.
(() => {
  "use strict";
  const place = document.getElementById("handbook-search").dataset;
  const base = place.base.replace(/\/$/, "");
  const data = new Map();
  const scripts = new Map();
  const memory = new Map();

  // Data files are scripts that call this: a page opened from disk may fetch nothing else.
  window.handbookData = (key, value) => { data.set(key, value); };

  const url = (path) => `${base}/${path}`;

  const script = (path) => {
    if (!scripts.has(path)) {
      scripts.set(path, new Promise((resolve, reject) => {
        const tag = document.createElement("script");
        tag.src = url(path);
        tag.onload = resolve;
        tag.onerror = () => reject(new Error(`${path} is missing`));
        document.head.append(tag);
      }));
    }
    return scripts.get(path);
  };

  // The edition a page belongs to; pages outside every edition speak of the current one.
  const { edition } = place;
  let markings = [];

  const load = async (name) => {
    const key = `${edition}/${name}`;
    await script(key.replace("/", "/data/") + ".js");
    markings = data.get(key).markings;
    return data.get(key);
  };

  // Whatever a script shows counts for the page's marking: the banners rise with it, and never fall.
  const mark = (shown) => {
    for (const banner of document.querySelectorAll(".marking")) {
      if (markings.indexOf(shown) > markings.indexOf(banner.textContent.trim())) banner.textContent = shown;
    }
  };

  // What a reader keeps; `set` says whether it will still be there on the next page.
  const store = {
    get(key) {
      try {
        return localStorage.getItem(`handbook.${key}`) ?? memory.get(key) ?? null;
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set(key, value) {
      memory.set(key, value);
      try {
        localStorage.setItem(`handbook.${key}`, value);
        return true;
      } catch {
        return false;
      }
    },
  };

  // Words as they are compared: without case, accents and what has no shape (spaces of no width; a soft hyphen with the
  // line that it ends), and with one dash, one apostrophe and one quotation mark for all that text is copied with.
  const fold = (words) => words.replace(/[“”„‟«»″]/g, '"').normalize("NFKD").replace(/\u00ad\s+|[\p{M}\p{Cf}]/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-").replace(/[‘’‛ʼ′]/g, "'").toLowerCase();

  // Elements are made of text alone: nothing that was loaded or typed becomes markup.
  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  };

  // The one live region: of what changes with each key only the state in which it comes to rest is said.
  const voice = el("p", { class: "sr", role: "status", "data-print": "no" });
  const content = document.getElementById("content");
  content.after(voice);
  let saying = 0;
  const say = (words, wait = 50) => {
    clearTimeout(saying);
    voice.textContent = "";
    saying = setTimeout(() => { voice.textContent = words; }, wait);
  };
  const sayAtRest = (words) => say(words, 800);

  // The line above the text with the reader's switches; other scripts add to it.
  let line = null;
  const tools = () => {
    if (!line) {
      line = el("div", { class: "tools", role: "group", "aria-label": "Reader’s tools" });
      content.before(line);
    }
    return line;
  };

  const show = (text) => {
    const field = el("textarea", { readonly: true, rows: "4", "aria-label": "Text to copy" });
    const close = el("button", { type: "button", class: "panel__close", onclick: () => dialog.close() }, "Close");
    const dialog = el("dialog", { class: "copy", "aria-label": "Copy by hand" },
      close, el("p", {}, "The clipboard is closed here. The text is selected: copy it with your keyboard or your menu."), field);
    field.value = text;
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    field.select();
  };

  const copyOldWay = (text) => {
    const focused = document.activeElement;
    const field = el("textarea", { class: "sr", "aria-hidden": "true", tabindex: "-1" });
    field.value = text;
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    focused?.focus();
    return done;
  };

  // Copies text, or shows it selected where neither way to the clipboard is open.
  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!copyOldWay(text)) return show(text);
    }
    return say(`${what} copied`);
  };

  window.handbook = { base, content, copy, edition, el, fold, load, mark, say, sayAtRest, script, store, tools, url };
})();
