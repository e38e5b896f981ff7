"""The tiny edition with records above the ceiling planted into it, one or more of every kind."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from cmi_handbook.checks.changed_reading import digests
from cmi_handbook.parse import parse_edition

CANARY = "zqxcanary"
"""Stands in every word, id and file name that is planted, in small or capital letters."""

FIRST, LAST = (f"The {CANARY} choir must sing to {CANARY} birds", f"A {CANARY} remark.")
SOURCE = f"""## SECTION 3 - {CANARY.upper()} SINGING

**{CANARY.upper()} HEADING**

{CANARY.upper()} FURNITURE

Singer: Z. {CANARY}

5. {CANARY.title()} title. {FIRST}<sup>9</sup> (Ref C). {LAST}

- a. A ~~{CANARY}~~ letter.

---

<sup>9</sup> {CANARY} footnote.

"""


def marked(**values: Any) -> dict[str, Any]:
    return {**values, "marking": "CLOSED"}


def named(suffix: str) -> str:
    return f"{CANARY}-{suffix}"


def quoted(words: str) -> dict[str, Any]:
    return {"para": 5, "text": words}


PARTY = {"named_at": [5], "summary": f"{CANARY} summary", "open": f"{CANARY} open",
         "judgement": {"reason": f"{CANARY} reason", "alternatives": [f"{CANARY} other"], "status": "contested",
                       "confirmed": {"by": f"{CANARY} colleague", "date": "1901-03-05"}}}
GATHERED = {"para": 5, "text": quoted(FIRST), "statements": [named("statement")]}
BLOCKS = [
    marked(kind="section", id=named("section"), number=3, title=f"{CANARY.upper()} SINGING",
           printed=f"SECTION 3 - {CANARY.upper()} SINGING"),
    marked(kind="heading", words=f"{CANARY.upper()} HEADING"),
    marked(kind="furniture", words=f"{CANARY.upper()} FURNITURE"),
    marked(kind="withheld", words=f"Singer: Z. {CANARY}", reason=f"{CANARY} reason"),
    marked(kind="paragraph", id=5, title=f"{CANARY.title()} title", sentences=[
        {"text": f"{FIRST}{{call fn.9}} (Ref C)."}, {"text": LAST, "narrative": f"{CANARY} narrative"}]),
    marked(kind="paragraph", id="5.a", sentences=[
        {"text": f"A ~~{CANARY}~~ letter.", "narrative": f"{CANARY} narrative"}]),
    marked(kind="footnote", id="fn.9", label=9, text=f"{CANARY} footnote."),
]
RECORDS: dict[str, list[dict[str, Any]]] = {
    "terms": [marked(id=named("term"), term=f"{CANARY} Choir must", kind="explained", forms=[f"{CANARY} choir must"],
                     abbreviation=CANARY.upper(), aliases=[f"{CANARY} alias"], explanations=[quoted(FIRST)],
                     see=[named("actor")], not_to_be_confused_with=["lamp"], note=f"{CANARY} note"),
              marked(id=named("remark"), term=f"{CANARY} Remark", kind="defined", forms=[f"{CANARY} remark"],
                     definition=quoted(LAST))],
    "bodies": [marked(id=named("body"), name=f"{CANARY} Choir", abbreviation=CANARY.upper(), kind="persons",
                      nato="inside", forms=[f"{CANARY} choir"],
                      member_of=[{"to": "keepers", "relation": "is-one", "basis": "editor", "para": 5,
                                  "reason": f"{CANARY} membership"}], **PARTY)],
    "actors": [marked(id=named("actor"), name=f"{CANARY} Birds", abbreviation=CANARY.upper(), kind="category",
                      nato="outside", member_of=[{"to": "fishermen", "relation": "part-of", "basis": "editor",
                                                  "para": 5, "reason": f"{CANARY} kinship"}],
                      forms=[f"{CANARY} birds"], examples=[quoted(f"{CANARY} birds")], governed_by=[quoted(LAST)],
                      described_at=[quoted(FIRST)], axes={"reach": {"values": ["far"], "basis": "editor"}}, **PARTY)],
    "references": [marked(id="ref.C", letter="C", document=f"{CANARY} 3", title=f"On {CANARY}",
                          date={"iso": "1899-06-01", "as_printed": "1 June 1899"},
                          text=f"{CANARY} 3, On {CANARY}, 1 June 1899.", citations=[quoted("Ref C")])],
    "source-notes": [marked(id=named("note"), paras=[5], quotes=[quoted(LAST)], severity="minor", kind="meaning",
                            printed=f"{CANARY} furniture", note=f"{CANARY} note")],
    "principles": [marked(id=named("principle"), title=f"{CANARY} principle", **GATHERED)],
    "goals": [marked(id=named("goal"), title=f"{CANARY} goal", **GATHERED)],
    "policy-relations": [marked(id=named("relation"), title=f"{CANARY} relation", **GATHERED)],
    "themes": [marked(id=named("theme"), title=f"{CANARY} theme", summary=f"{CANARY} summary", paras=[5],
                      statements=[named("statement")])],
    "seats": [marked(id=named("seat"), title=f"{CANARY} seat", summary=f"{CANARY} summary", themes=[named("theme")],
                     bodies=[{"body": named("body"), "reason": f"{CANARY} reason"}])],
    "synonyms": [marked(words=[f"{CANARY} word"], leads_to=[named("term"), 5])],
}
STATEMENT = marked(
    id=named("statement"), para=5, quotes=[quoted(FIRST)], bearers=[named("body")], modality="must", force="duty",
    subject={"text": f"The {CANARY} choir", "kind": "body", "ref": named("body"), "antecedent": f"{CANARY} choristers"},
    trigger=quoted("must"),
    action=f"{CANARY} action", relations=[{"type": "informs", "target": named("actor"), "qualifier": CANARY}],
    conditions=[quoted(f"to {CANARY} birds")], places=[quoted(f"{CANARY} birds")], purposes=[quoted("sing")],
    authorities=[{**quoted(f"{CANARY} choir"), "kind": "mandate", "body": named("body")}],
    reach={"values": ["far"], "basis": "editor"}, distributive=True, derived_for=["board"],
    judgement=PARTY["judgement"],
    review={"reason": f"{CANARY} amendment", "was": f"{CANARY} old", "now": f"{CANARY} new"},
)


def plant(edition: Path) -> None:
    """Add the records, their files and their words in the source to a copy of the tiny edition."""
    for stem, records in RECORDS.items():
        add(edition / f"{stem}.yaml", stem.replace("-", "_").removeprefix("source_"), records)
    write(edition / "text" / f"5-{CANARY}.yaml", {"marking": "CLOSED", "blocks": BLOCKS})
    write(edition / "statements" / f"{CANARY}.yaml", {"marking": "CLOSED", "statements": [STATEMENT]})
    source = (edition / "source.txt").read_text("utf-8")
    source = source.replace("**REFERENCES**", SOURCE + "**REFERENCES**")
    (edition / "source.txt").write_text(f"{source.rstrip()}\n- C. {CANARY} 3, On {CANARY}, 1 June 1899.\n", "utf-8")
    head = edition / "publication.yaml"
    old = yaml.safe_load(head.read_text("utf-8"))["publication"]["source_sha256"]
    new = sha256((edition / "source.txt").read_bytes()).hexdigest()
    head.write_text(head.read_text("utf-8").replace(old, new), "utf-8")
    known = digests(parse_edition(edition)[0])
    signed = [marked(of=id_, meaning=signature) for id_, signature in known.items() if CANARY in id_]
    signed.append({"of": "lk-1", "meaning": known["lk-1"], "marking": "OPEN"})
    write(edition / "signatures.yaml", {"marking": "CLOSED", "signatures": signed})


def add(path: Path, key: str, records: list[dict[str, Any]]) -> None:
    """Put records into the midst of a file's list, where they may leave a gap; references go last."""
    held = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    place = len(held[key]) if key == "references" else 1
    held[key][place:place] = records
    write(path, held)


def write(path: Path, held: Any) -> None:
    # What was read as words alone is written as the truth value that it was.
    text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False).replace("'true'", "true")
    path.write_text(text, "utf-8")
