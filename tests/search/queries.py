"""The query sets: what readers may type, and what answers them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

SETS = ("tuned", "held-out")
MARKS = {"keyword": 0.90, "question": 0.70}
"""The share of queries that must be answered among the first three hits."""


@dataclass(frozen=True)
class Query:
    """What is typed, whether it is key words or a whole question, and the ids that answer it."""

    ask: str
    kind: str
    expect: frozenset[str]


def read_queries(name: str) -> list[Query]:
    """Return one of the sets."""
    text = (Path(__file__).parent / f"queries-{name}.yaml").read_text(encoding="utf-8")
    return [Query(str(each["ask"]), each["kind"], frozenset(map(str, each["expect"])))
            for each in yaml.safe_load(text)["queries"]]
