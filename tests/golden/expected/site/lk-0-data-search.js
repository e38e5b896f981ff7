handbookData("lk-0/search",{
 "citation": "The Rowing of Boats, LK 0, 2 May 1890",
 "weak": ["publication", "the owner", "document", "handbook"],
 "ways": [
  ["I have a role", "lk-0/roles/index.html"],
  ["I deal with someone", "lk-0/actors/index.html"],
  ["I look for a word", "lk-0/glossary/index.html"],
  ["I read the publication", "lk-0/policy/index.html"]
 ],
 "entries": [
  {"id": "oars", "kind": "section", "label": "Section", "title": "Section I: OARS", "url": "lk-0/policy/oars.html", "names": ["OARS", "section I"], "marking": "OPEN"},
  {
   "id": "001",
   "kind": "paragraph",
   "label": "Paragraph",
   "title": "Para 001",
   "url": "lk-0/policy/oars.html#para-001",
   "text": "Rowers shall row. Rowers may sing to gulls.",
   "reading": ["Row.", "Sing.", "Rowers"],
   "para": "001",
   "cited": "001",
   "marking": "OPEN"
  },
  {
   "id": "rowers-row",
   "kind": "statement",
   "label": "Duty",
   "title": "Rowers: Row.",
   "url": "lk-0/statements/oars.html#rowers-row",
   "gist": "Row.",
   "narrowed": "shall",
   "text": "Rowers shall row.",
   "para": "001",
   "cited": "001",
   "marking": "OPEN"
  },
  {
   "id": "rowers-sing",
   "kind": "statement",
   "label": "Permission",
   "title": "Rowers: Sing.",
   "url": "lk-0/statements/oars.html#rowers-sing",
   "gist": "Sing.",
   "narrowed": "may",
   "text": "Rowers may sing to gulls.",
   "extra": ["interacts with ", "Gulls"],
   "para": "001",
   "cited": "001",
   "marking": "OPEN"
  },
  {"id": "row", "kind": "term", "label": "Used without a definition", "title": "row", "url": "lk-0/glossary/r.html#row", "names": ["row"], "extra": [""], "leads": ["001"], "marking": "OPEN"},
  {
   "id": "rowers",
   "kind": "body",
   "label": "Role",
   "title": "Rowers",
   "url": "lk-0/roles/rowers.html",
   "names": ["Rowers"],
   "gist": "They row.",
   "extra": ["Nothing."],
   "leads": ["001"],
   "marking": "OPEN"
  },
  {
   "id": "gulls",
   "kind": "actor",
   "label": "Actor",
   "title": "Gulls",
   "url": "lk-0/actors/gulls.html",
   "names": ["Gulls"],
   "gist": "They fly.",
   "extra": ["Nothing."],
   "leads": ["001"],
   "marking": "OPEN"
  }
 ],
 "synonyms": [],
 "markings": ["OPEN"]
});
