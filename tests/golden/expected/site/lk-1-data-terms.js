handbookData("lk-1/terms",{
 "label": "book text",
 "panels": {
  "lamp": {
   "name": "Lamp",
   "kind": "Defined in the text",
   "url": "lk-1/glossary/l.html#lamp",
   "definition": ["The lamp is the light that Keepers tend.", "1", "lk-1/policy/section-1.html#para-1"],
   "citation": "The Keeping of the Light, LK 1, second printing, 4 March 1901, para 1",
   "confused": [["Signals", "lk-1/glossary/s.html#signals"]],
   "used": [["1", "lk-1/policy/section-1.html#para-1"], ["6", "lk-1/policy/section-3.html#para-6"], ["10", "lk-1/policy/section-3.html#para-10"]],
   "marking": "OPEN"
  },
  "signal-service": {
   "name": "Signal Service (SS)",
   "kind": "Defined in the text",
   "url": "lk-1/glossary/s.html#signal-service",
   "definition": ["The Signal Service (SS) is the company that speaks with ships.", "5", "lk-1/policy/section-3.html#para-5"],
   "citation": "The Keeping of the Light, LK 1, second printing, 4 March 1901, para 5",
   "confused": [["Lamp", "lk-1/glossary/l.html#lamp"]],
   "used": [["5", "lk-1/policy/section-3.html#para-5"], ["6", "lk-1/policy/section-3.html#para-6"], ["8", "lk-1/policy/section-3.html#para-8"]],
   "marking": "OPEN"
  },
  "signals": {
   "name": "Signals",
   "kind": "Used without a definition",
   "url": "lk-1/glossary/s.html#signals",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [["2.a", "lk-1/policy/section-1.html#para-2-a"], ["6", "lk-1/policy/section-3.html#para-6"]],
   "marking": "OPEN"
  },
  "three-flag-signal": {
   "name": "3-flag signals",
   "kind": "Explained, not defined",
   "url": "lk-1/glossary/other.html#three-flag-signal",
   "explanation": ["The SS can send 3-flag signals when fog hides the lamp.", "6", "lk-1/policy/section-3.html#para-6"],
   "absence": "The book gives no definition; it explains the term in passing.",
   "used": [["6", "lk-1/policy/section-3.html#para-6"]],
   "marking": "OPEN"
  },
  "lk": {
   "name": "LK",
   "kind": "Abbreviation",
   "url": "lk-1/glossary/l.html#lk",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [["9", "lk-1/policy/section-3.html#para-9"], ["AP.1", "lk-1/policy/decision-sheets.html#para-ap-1"]],
   "marking": "OPEN"
  },
  "whistle": {
   "name": "Whistle",
   "kind": "Used without a definition",
   "url": "lk-1/glossary/w.html#whistle",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [["8", "lk-1/policy/section-3.html#para-8"]],
   "marking": "OPEN"
  },
  "rock": {
   "name": "Rock",
   "kind": "Used without a definition",
   "url": "lk-1/glossary/r.html#rock",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [["6", "lk-1/policy/section-3.html#para-6"], ["10", "lk-1/policy/section-3.html#para-10"]],
   "marking": "OPEN"
  },
  "harbour-board": {
   "name": "Harbour board (Board)",
   "kind": "Used without a definition",
   "url": "lk-1/glossary/h.html#harbour-board",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [
    ["4.a", "lk-1/policy/section-2.html#para-4-a"],
    ["4.b", "lk-1/policy/section-2.html#para-4-b"],
    ["9", "lk-1/policy/section-3.html#para-9"],
    ["10", "lk-1/policy/section-3.html#para-10"],
    ["AP.1", "lk-1/policy/decision-sheets.html#para-ap-1"]
   ],
   "marking": "OPEN"
  },
  "rum": {
   "name": "Rum",
   "kind": "Used without a definition",
   "url": "lk-1/glossary/r.html#rum",
   "absence": "The book uses this term and gives no definition of it.",
   "used": [["11", "lk-1/policy/section-4.html#para-11"]],
   "marking": "OPEN"
  },
  "lantern": {"name": "Lantern", "kind": "Not in the text", "url": "lk-1/glossary/l.html#lantern", "absence": "The book does not use this word.", "marking": "OPEN"},
  "flare": {"name": "Flare (FL)", "kind": "Not in the text", "url": "lk-1/glossary/f.html#flare", "absence": "The book does not use this word.", "marking": "OPEN"}
 },
 "markings": ["OPEN", "CLOSED"]
});
