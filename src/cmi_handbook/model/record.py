"""What all records share: how they are declared, what their fields are for, and the small values they are made of.

A field says by annotation what stands in it: the record's own id, ids of
others, words that stand in the text.  `walk` reads the annotations, and
whatever has to look into every field asks `walk`.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Literal, TypeVar, dataclass_transform

T = TypeVar("T")

Basis = Literal["text", "editor"]
"""On whose word something is said: the policy's text, or the editor's reading of it."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Declare a frozen record that refuses unknown fields when it is parsed."""
    cls.__pydantic_config__ = {"extra": "forbid", "json_schema_serialization_defaults_required": True}  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True)(cls)


class To:
    """The field holds the id of a record of one of these kinds, or of any when none is named.

    A kind is the name of a list of the draft, and within `blocks` the block's own `kind`.
    """

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class Use(Enum):
    """What else a field can be."""

    ID = "the record's own id"
    NAME = "what the record is called"
    MARKED = "a sentence with inline marks"
    PRINTED = "words that the source prints"
    FORM = "a form that stands in the text, in this very spelling"


class By(Enum):
    """Whose a field is, where it says nothing of the policy and of who must do what.

    All other fields say what a reader is told of the policy: a second reader signs them.
    """

    EDITOR = "the editor's own words, and aids to readers"
    HOUSE = "how the house keeps the record: its marking, its standing, what goes out"


class Hold(Enum):
    """What becomes of a record when what one of its fields names or quotes is held back.

    Of a field that says nothing the record cannot do without any: it is held back too.
    """

    LOOSE = "the field loses it and the record stands"
    SOME = "the field loses it; the record goes with the last of them"


TEXT = ("paragraph", "footnote", "references")
"""The kinds that have words of the policy: what an excerpt can be taken from."""

OwnId = Annotated[str, Use.ID]
Name = Annotated[str, Use.NAME]
Printed = Annotated[str, Use.PRINTED]
Remark = Annotated[str, By.EDITOR]
Wording = Annotated[str, Use.NAME, By.EDITOR]
Marking = Annotated[str | None, By.HOUSE]
Para = Annotated[str, To("paragraph")]
PartyId = Annotated[str, To("bodies", "actors")]
StatementId = Annotated[str, To("statements")]
TermOrParty = Annotated[str, To("bodies", "actors", "terms")]


@record
class Excerpt:
    """Words that stand, letter for letter, in one paragraph."""

    para: Annotated[str, To(*TEXT)]
    text: str


@record
class Confirmation:
    """Who agreed to a reading, and when."""

    by: str
    date: date


@record
class Judgement:
    """Why a reading can be disputed, and what else could be read."""

    reason: Remark | None = None
    alternatives: tuple[Remark, ...] = ()
    status: Literal["proposed", "agreed", "contested"] = "proposed"
    confirmed: Confirmation | None = None


@record
class Scale:
    """Values on one axis, and on whose word they are set."""

    values: tuple[str, ...] = ()
    basis: Basis | None = None
