// Runs in the head, before the body: marks that scripts run and applies what the reader chose earlier.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  for (const key of ["scheme", "terms"]) {
    try {
      const value = localStorage.getItem(`handbook.${key}`);
      if (value) root.setAttribute(`data-${key}`, value);
    } catch {
      // storage is closed: the reader's system settings hold
    }
  }
})();
