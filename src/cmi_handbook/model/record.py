"""What all records share: how they are declared, and the small values they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform

T = TypeVar("T")

Basis = Literal["text", "editor"]
"""On whose word something is said: the policy's text, or the editor's reading of it."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Declare a frozen record that refuses unknown fields when it is parsed."""
    cls.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True)(cls)


@record
class Excerpt:
    """Words that stand, letter for letter, in one paragraph."""

    para: str
    text: str


@record
class Judgement:
    """Why a reading can be disputed, and what else could be read."""

    reason: str | None = None
    alternatives: tuple[str, ...] = ()
    status: Literal["proposed", "agreed", "contested"] = "proposed"


@record
class Scale:
    """Values on one axis, and on whose word they are set."""

    values: tuple[str, ...] = ()
    basis: Basis | None = None
