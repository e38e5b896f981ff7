"""What a panel says of a term: enough to read on, and the way to the whole entry."""

from dataclasses import dataclass

from cmi_handbook.model.handbook import Handbook
from cmi_handbook.model.record import Excerpt
from cmi_handbook.views.glossary import full_name, view_term
from cmi_handbook.views.line import Ref
from cmi_handbook.views.policy import citation


@dataclass(frozen=True)
class Panel:
    """A term as it is shown beside the text; `citation` is given where the policy defines it."""

    id: str
    name: str
    kind: str
    definition: Excerpt | None
    explanation: Excerpt | None
    absence: str | None
    citation: str | None
    confused: tuple[Ref, ...]
    used_in: tuple[str, ...]


def view_panels(handbook: Handbook) -> tuple[Panel, ...]:
    """Return the panels of all terms, in the order of the glossary's data."""
    return tuple(_panel(handbook, id_) for id_ in handbook.terms)


def _panel(handbook: Handbook, id_: str) -> Panel:
    view = view_term(handbook, id_)
    return Panel(
        id=id_, name=full_name(view.term, view.abbreviation), kind=view.kind_name, definition=view.definition,
        explanation=view.explanations[0] if view.explanations else None, absence=view.no_definition,
        citation=citation(handbook, view.definition.para) if view.definition else None,
        confused=view.not_to_be_confused_with, used_in=view.used_in,
    )
