"""Single changes to Python source, as `mutants.py` tries them: what may be changed in a node, and the file then.

A change is written over the words of its node, so that all other lines stay as
they are; inside an f-string it is the whole f-string that is written anew.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.Lt: ast.LtE, ast.Gt: ast.GtE, ast.In: ast.NotIn, ast.Is: ast.IsNot}
OTHER |= {after: before for before, after in OTHER.items()}
OTHER_NAME = {"any": "all", "all": "any", "min": "max", "max": "min"}
EMPTY = {"str": "''", "int": "0", "list": "[]", "dict": "{}", "Mapping": "{}", "set": "set()"}
EMPTY |= dict.fromkeys(("tuple", "Sequence", "Iterable", "Iterator"), "()")
"""What a function returns at its emptiest, by the name of what it promises; `None` for all others."""
UNTOUCHED = {"Literal", "TypeVar", "dataclass"}
"""Calls whose words only a type checker or nobody reads."""

Change = tuple[ast.AST, ast.AST, str]
"""A node, what takes its place, and the kind of change in words."""


@dataclass(frozen=True)
class Mutant:
    """One changed place: where it is, what was done, its line before and after, and the whole file then."""

    file: str
    line: int
    kind: str
    change: str
    was: str
    now: str
    text: bytes


def mutants(file: str, text: bytes) -> Iterator[Mutant]:
    """Yield every mutant of a file, each once."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    seen = set()
    for old, new, kind, whole in places(ast.parse(text)):
        start = starts[whole.lineno - 1] + whole.col_offset
        end = starts[(whole.end_lineno or 0) - 1] + (whole.end_col_offset or 0)
        after = written(whole, old, new)
        if after not in (None, written(whole, old, old)) and (start, end, after) not in seen:
            seen.add((start, end, after))
            changed = text[:start] + after.encode() + text[end:]
            was, now = (each.splitlines()[whole.lineno - 1].decode().strip() for each in (text, changed))
            change = f"{shortened(ast.unparse(old))}  ->  {shortened(ast.unparse(new))}"
            yield Mutant(file, whole.lineno, kind, change, was, now, changed)


def places(node: ast.AST, joined: ast.JoinedStr | None = None
           ) -> Iterator[tuple[ast.AST, ast.AST, str, ast.expr | ast.stmt]]:
    """Yield the changes below a node, each with what is written anew for it: the node, or the f-string around it."""
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or name in ("annotation", "returns") or is_silent(child):
                continue
            around = joined or (child if isinstance(child, ast.JoinedStr) else None)
            for old, new, kind in changes(child):
                whole = around or old
                assert isinstance(whole, ast.expr | ast.stmt)
                yield old, new, kind, whole
            yield from places(child, around)


def is_silent(node: ast.AST) -> bool:
    """Tell whether a node does nothing when it runs (docstrings, types), or only where another fault came first."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.keyword(arg="strict") | ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Call(func=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)):
            return name in UNTOUCHED
    return False


def changes(node: ast.AST) -> Iterator[Change]:
    """Yield what can be changed in one node."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            if not isinstance(test, ast.Compare | ast.UnaryOp):
                yield test, negated(test), "condition inverted"
        case ast.comprehension(ifs=tests):
            yield from ((test, ast.Constant(True), "filter dropped") for test in tests)
        case ast.BoolOp(op=op, values=values):
            yield node, ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values), "and/or"
        case ast.Compare(left=left, ops=[op, *more], comparators=right):
            yield node, ast.Compare(left, [OTHER[type(op)](), *more], right), "comparison"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, operand, "`not` dropped"
        case ast.Constant(value=value):
            yield from constants(node, value)
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield node, ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))), "nothing yielded"
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield node, ast.Pass(), "statement dropped"
        case ast.Continue():
            yield node, ast.Break(), "loop left"
        case ast.FunctionDef(returns=ast.expr() as promised):
            yield from returns(node, ast.unparse(promised))
        case ast.Call(func=func, args=args, keywords=keywords):
            yield from calls(node, func, args, keywords)


def negated(test: ast.expr) -> ast.expr:
    """Return the opposite of a condition."""
    return ast.UnaryOp(ast.Not(), test)


def constants(node: ast.Constant, value: object) -> Iterator[Change]:
    """Yield the other truth value, the next number, or no words where there were some."""
    if isinstance(value, bool):
        yield node, ast.Constant(not value), "True/False"
    elif isinstance(value, int):
        yield node, ast.Constant(value + 1), "off by one"
    elif isinstance(value, str):
        yield node, ast.Constant("" if value else "mutant"), "words emptied" if value else "words from nowhere"


def returns(function: ast.FunctionDef, promised: str) -> Iterator[Change]:
    """Yield an empty value, or the opposite truth, for what a function returns."""
    for each in ast.walk(function):
        if isinstance(each, ast.Return) and each.value:
            empty = EMPTY.get(re.split(r"\W", promised)[0] if "None" not in promised else "", "None")
            new = negated(each.value) if promised == "bool" else ast.parse(empty, mode="eval").body
            yield each.value, new, "empty return"


def calls(node: ast.Call, func: ast.expr, args: list[ast.expr], keywords: list[ast.keyword]) -> Iterator[Change]:
    """Yield a call with its first two arguments swapped, without its sorting, or of the opposite function."""
    name = func.id if isinstance(func, ast.Name) else ""
    if len(args) > 1 and name not in OTHER_NAME and not any(isinstance(each, ast.Starred) for each in args[:2]):
        yield node, ast.Call(func, [args[1], args[0], *args[2:]], keywords), "arguments swapped"
    if name == "sorted":
        yield node, ast.Call(ast.Name("list"), args, []), "not sorted"
    if name in OTHER_NAME:
        yield node, ast.Call(ast.Name(OTHER_NAME[name]), args, keywords), "opposite function"


class Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node for the old one, and all others with what stands in them."""
        if node is self.old:
            return self.new
        self.generic_visit(node)
        return node


def written(whole: ast.expr | ast.stmt, old: ast.AST, new: ast.AST) -> str | None:
    """Return the source of a node with the new in place of the old one; nothing where an f-string cannot hold it."""
    changed = Swap(old, new).visit(whole)
    try:
        text = ast.unparse(changed)
    except ValueError:
        return None
    finally:
        Swap(new, old).visit(changed)
    return f"({text})" if isinstance(changed, ast.BoolOp | ast.UnaryOp | ast.IfExp) else text


def shortened(words: str) -> str:
    """Return at most 60 letters."""
    return words if len(words) <= 60 else f"{words[:59]}…"
