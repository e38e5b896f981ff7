"""Finding the surface forms of terms in running text."""

import re
from collections.abc import Iterable, Mapping

from cmi_handbook.model.handbook import Link


class Finder:
    """Finds the longest forms in a text, each target once."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        """Take form to target id; forms are tried longest first."""
        self._targets = targets
        longest_first = sorted(targets, key=lambda form: (-len(form), form))
        either = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def links(self, text: str, taken: Iterable[Link] = ()) -> tuple[Link, ...]:
        """Return the taken spans and the first occurrence of each target beside them, in order."""
        found = sorted(taken, key=lambda link: link.start)
        blocked = [(link.start, link.end) for link in found]
        seen: set[str] = set()
        for match in self._pattern.finditer(text):
            target = self._targets[match[0]]
            free = all(match.end() <= start or match.start() >= end for start, end in blocked)
            if free and target not in seen:
                seen.add(target)
                found.append(Link(start=match.start(), end=match.end(), target=target))
        return tuple(sorted(found, key=lambda link: link.start))
