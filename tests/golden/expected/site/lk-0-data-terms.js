handbookData("lk-0/terms",{
 "label": "publication text",
 "panels": {
  "row": {
   "name": "row",
   "kind": "Used without a definition",
   "url": "lk-0/glossary/r.html#row",
   "absence": "The publication uses this term and gives no definition of it.",
   "used": [["001", "lk-0/policy/oars.html#para-001"]],
   "marking": "OPEN"
  }
 },
 "markings": ["OPEN"]
});
