"""Traditional characters (繁体字) left in a text written in simplified ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hegao.checks.shared.lookup_tables import Tables
from hegao.sources.lazy_pattern import Pattern

#: One in so many characters of a whole text, or of a passage, and it is written in traditional characters: nobody's slip.
_WRITTEN_SO = {"text": 20, "passage": 4}


class Traditional:
    """The characters that cannot be right in a simplified text, each with the simplified one."""

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the table: characters one under the other."""
        self._simplified: dict[int, int] = {}
        for row in tables.rows("traditional"):
            self._simplified |= str.maketrans(row["traditional"], row["simplified"])
        self._pattern = Pattern(f"[{''.join(map(chr, self._simplified))}]+")

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where such characters stand, from where to where, and what is right; a passage is a line."""
        if self.throughout(text):
            return
        found = self._spans(text)
        for first, group in groupby(found, lambda span: text.rfind("\n", 0, span[0]) + 1):
            spans, last = list(group), text.find("\n", first)
            if _many(spans) * _WRITTEN_SO["passage"] < (last if last >= 0 else len(text)) - first:
                yield from ((start, end, text[start:end].translate(self._simplified)) for start, end in spans)

    def throughout(self, text: str) -> bool:
        """Whether a whole text is written in traditional characters."""
        return _many(self._spans(text)) * _WRITTEN_SO["text"] > len(text)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(text)]


def _many(spans: list[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)
