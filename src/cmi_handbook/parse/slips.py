"""What was meant where YAML reads something else: each common slip is named as what it is, where it began."""

import re
import unicodedata
from typing import Any, NamedTuple

from cmi_handbook.diagnostics import Location
from cmi_handbook.parse.files import SourceFile

UNSEEN = "\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff"
STRAY = re.compile(
    r"^(?P<merge><{7}|={7}|>{7}|\|{7})(?=\s|$)"
    r"|(?P<end>[\x85\u2028\u2029])"
    rf"|^[ \t]*(?:-[ \t]+)*-?(?:[\w-]+[ \t]*(?::[ \t]*|(?=[ \t{UNSEEN}]+:)))?(?P<unseen>[{UNSEEN}])", re.MULTILINE)
"""A mark of a merge, a line end of few programs, and what looks like a space before or behind a dash, name or colon."""

TAB = re.compile(r" *\t")
GLUED = re.compile(r" *(?:- +)*[\w-]+:(?=\S)")
COMMENT = re.compile(r"[ \t]+#")
OPENING, CLOSING = tuple("“„‘‚«"), tuple("”“’‘»")


class Slip(NamedTuple):
    """The code, place, message and help of a fault."""

    code: str
    at: Location
    message: str
    help: str


def stray(file: SourceFile, text: str) -> Slip | None:
    """Return the first sign that no data file can hold where it stands; of most of them YAML would make words."""
    found = STRAY.search(text)
    if found is None:
        return None
    place = found.start(found.lastgroup or 0)
    sign = found[found.lastgroup or 0]
    before = re.findall(r"\r\n|[\r\n]", text[:place])
    at = file.at(len(before), place - max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) - 1, len(sign))
    if found["merge"]:
        return Slip("CMI002", at, f"`{sign}` of a merge that was not settled",
                    "keep one of the two versions, and take out the three lines that mark them")
    named = f"U+{ord(sign):04X} {unicodedata.name(sign, 'NEXT LINE').lower()}"
    if found["end"]:
        return Slip("CMI014", at, f"{named} in a data file", "remove it; only some programs end a line there")
    return Slip("CMI014", at, f"{named} where only a plain space can stand", "type the space anew")


def misread(file: SourceFile, event: Any) -> Slip | None:
    """Return what is wrong with a value that YAML reads, and reads otherwise than it was meant."""
    value, end, plain = event.value, event.end_mark, event.implicit[0]
    line = file.lines[end.line] if end.line < len(file.lines) else ""
    if plain and (sign := COMMENT.match(line, end.column)):
        return Slip("CMI013", file.at(end.line, sign.end() - 1), "a comment behind a value",
                    "put the value in quotes if this belongs to it, or the comment on a line of its own")
    if plain and value[:1] in OPENING and value[-1:] in CLOSING:
        return _curly(file, event)
    if not plain and not value.strip():
        return Slip("CMI012", _start(file, event), "a text without a word", "write the text, or leave the field out")
    return None


def broken(file: SourceFile, error: Any, last: Any) -> Slip:
    """Return what is wrong where YAML cannot be read on; `last` is what was read before."""
    mark, start = error.problem_mark, error.context_mark or error.problem_mark
    at, problem, line = file.at(mark.line, mark.column), error.problem, file.at(mark.line, 0).source
    if TAB.match(line):
        return _slip(file.at(mark.line, line.index("\t")), "a tab in the indentation", "indent with spaces alone")
    style = getattr(last, "style", None)
    if "scanning a quoted" in str(error.context) and "unexpected" in problem:
        return _unclosed(file, start)
    if style in ("'", '"') and last.start_mark.line < last.end_mark.line:
        return _unclosed(file, last.start_mark)
    if style in ("'", '"') and last.end_mark.line == mark.line:
        return _slip(at, "words behind the closing quote",
                     "put the whole value in quotes; inside single ones an apostrophe is written twice")
    if getattr(last, "value", "")[:1] in OPENING:
        return _curly(file, last)
    if "parsing a flow" in str(error.context) and start.line < mark.line:
        return _slip(file.at(start.line, start.column), "a bracket that is not closed", "close it, or quote the value")
    if "'-'" in problem and start.column == mark.column:
        return _slip(at, "a record without its dash", "begin it with `- `")
    if "expected key" in problem and line.lstrip().startswith("- "):
        return _slip(at, "a record with a dash below one without", "begin each record of the list with `- `")
    if ("'-'" in problem or "expected key" in problem) and not line[: mark.column].strip():
        return _slip(at, "a line whose indentation fits no line above", "indent it like the fields of its record")
    return _colon(file, error, last) or _slip(at, *PROBLEMS.get(problem, (f"broken YAML: {problem}", MEND)))


MEND = "mend the line; quote a value that holds `: ` or ` #` or starts with a special sign"
COMMA = "write it here, or put the value before in quotes"
QUOTES = "put the value in quotes"
SPECIAL = ("a value that starts with a special sign", QUOTES)
PROBLEMS = {
    "mapping values are not allowed in this context": ("a colon in a value without quotes", QUOTES),
    "block sequence entries are not allowed in this context":
        ("a list that begins behind its name", "begin it on the line below"),
    "did not find expected ',' or '}'": ("a comma or a closing brace that is missing", COMMA),
    "did not find expected ',' or ']'": ("a comma or a closing bracket that is missing", COMMA),
    "found character that cannot start any token": SPECIAL,
    "did not find expected alphabetic or numeric character": SPECIAL,
    "did not find expected comment or line break": SPECIAL,
    "mapping keys are not allowed in this context": SPECIAL,
}


def _slip(at: Location, message: str, help: str) -> Slip:
    return Slip("CMI002", at, message, help)


def _start(file: SourceFile, event: Any) -> Location:
    return file.at(event.start_mark.line, event.start_mark.column)


def _curly(file: SourceFile, event: Any) -> Slip:
    return Slip("CMI014", _start(file, event), "curly quotes around a value",
                "put straight ones in their place, or around them if the text prints them")


def _unclosed(file: SourceFile, start: Any) -> Slip:
    return _slip(file.at(start.line, start.column), "a quote that is not closed", "close it where the value ends")


def _colon(file: SourceFile, error: Any, last: Any) -> Slip | None:
    """Return what is wrong where a name and its value are not told apart."""
    mark, start = error.problem_mark, error.context_mark
    if "expected ':'" in error.problem:
        line = start.line
    elif "mapping values" in error.problem and getattr(last, "value", None) and last.start_mark.line < mark.line:
        line = last.start_mark.line
    else:
        return None
    if glued := GLUED.match(file.lines[line]):
        return _slip(file.at(line, glued.end() - 1), "no space behind the colon", "write `field: value`")
    if start:
        return _slip(file.at(line, start.column), "a line that is no field", "write `field: value`; text that goes on "
                     "is indented deeper than its field")
    indent = len(file.lines[mark.line]) - len(file.lines[mark.line].lstrip())
    return _slip(file.at(mark.line, indent), "a line indented deeper than the field above",
                 "indent it like that field; put a text that holds `: ` in quotes")
