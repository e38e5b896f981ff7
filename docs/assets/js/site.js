// The frame of every page: folding menus, colours, the address on paper, keyboard access to what scrolls.
(() => {
  "use strict";
  const root = document.documentElement;

  // The keys of an input method that composes are its own: no listener of ours sees them (229 is all that Safari says).
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
  }, true);

  // Menus are open in the markup, for readers without scripts; a narrow window starts with them folded.
  const fold = (selector, wide) => {
    const menu = document.querySelector(selector);
    if (!menu) return;
    const room = matchMedia(wide);
    const set = () => { menu.open = room.matches; };
    room.addEventListener("change", set);
    set();
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || room.matches || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return { menu, room };
  };
  fold(".nav .fold", "(min-width: 60em)");
  const menu = document.querySelector(".nav");
  const here = menu && menu.querySelector("[aria-current]");
  if (here) menu.scrollTop = here.offsetTop - menu.clientHeight / 2;
  const toc = fold(".toc .fold", "(min-width: 80em)");
  if (toc) {
    toc.menu.addEventListener("click", (event) => {
      if (event.target.closest("a") && !toc.room.matches) toc.menu.open = false;
    });
  }

  // Colours: automatic, light, dark.
  const schemes = ["auto", "light", "dark"];
  const button = document.getElementById("handbook-scheme");
  const now = document.getElementById("handbook-scheme-now");
  const show = () => { now.textContent = root.dataset.scheme || "auto"; };
  button.addEventListener("click", () => {
    const next = schemes[(schemes.indexOf(root.dataset.scheme || "auto") + 1) % schemes.length];
    if (next === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = next;
    try {
      if (next === "auto") localStorage.removeItem("handbook.scheme");
      else localStorage.setItem("handbook.scheme", next);
    } catch {
      // the choice then holds for this page alone
    }
    show();
  });
  show();
  button.hidden = false;

  // On paper nothing is folded, and a page from a web server names its full address (a copy on disk keeps its path).
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("#content details:not([open])")];
    for (const each of folded) each.open = true;
    if (location.protocol !== "file:") document.getElementById("handbook-address").textContent = location.href;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });

  // What scrolls sideways can be reached by keyboard, at every width of the window.
  const reach = () => {
    for (const code of document.querySelectorAll(".prose pre")) {
      const box = code.scrollWidth > code.clientWidth ? code : code.querySelector("code");
      if (!box || box.scrollWidth <= box.clientWidth) continue;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Code, scrolls sideways");
    }
  };
  addEventListener("resize", reach);
  reach();

  root.classList.add("ready");
})();
