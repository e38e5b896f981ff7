"""What stops a PDF from being made."""

from collections.abc import Sequence


class RenderFault(Exception):
    """A document could not be typeset; `messages` say why, each naming record and paragraph where it can."""

    def __init__(self, messages: Sequence[str]) -> None:
        """Keep the messages, and show them all."""
        self.messages = tuple(messages)
        super().__init__("\n".join(self.messages))


class Unsettled(RenderFault):
    """The page numbers of a document never became those of its own pages: each pass of the engine moved them again."""
