"""What the headings say of the text below them: that it was done, or is to be done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from hegao.document.model import Document, Heading, Part
from hegao.sources.lazy_pattern import Pattern

#: Sections that say what is to be done, in texts that tell of the past; and those that tell.
_AHEAD = Pattern(r"下一?步|今后|打算|安排|建议|要求|计划|措施|部署|任务|举措")
_BEHIND_US = Pattern(r"情况|成效|成果|回顾|问题|做法|经验|进展")
#: A heading over what was done so far.
_TOLD = Pattern(r"(?:[^，。]{0,8}(?:已|前期)[^，。]{0,12}|[^，。]{0,14}(?:开展|进展|完成)情况|(?:20\d\d年|上半年|[前一二三四]季度)?(?:主要|重点)?工作(?:完成)?情况|主要(?:工作)?(?:做法|成效)|(?:工作)?回顾|.{0,8}成效)")


_LONGEST_TITLE = 16


class Sections:
    """The headings of a document, by line, and whether what stands under them is to be done or was done."""

    def __init__(self, document: Document) -> None:
        """Take the headings in order."""
        self._headings = [node for node in document.of("heading") if isinstance(node, Heading)]
        self._lines = [heading.text.line for heading in self._headings]

    def ahead(self, line: int) -> bool:
        """Whether the nearest heading above a line that says it speaks of work to come."""
        for heading in self._above(line):
            if _BEHIND_US.search(heading.title):
                return False
            if _AHEAD.search(heading.title):
                return True
        return False

    def told(self, part: Part | None, line: int) -> bool:
        """Whether a heading of the part that a line stands under says that the past is told there: 已开展的工作, 工作进展情况."""
        first = part.nodes[0].line if part is not None and part.nodes else line + 1
        return any(heading.line >= first and _TOLD.fullmatch(heading.title) is not None for heading in self._above(line))

    def _above(self, line: int) -> Iterator[Heading]:
        """The nearest heading above a line, and those that it stands under."""
        at = bisect_right(self._lines, line)
        heading = self._headings[at - 1] if at else None
        while heading is not None:
            # An item that is a sentence itself says nothing of what stands under it.
            if heading.text.line != line or len(heading.title) <= _LONGEST_TITLE:
                yield heading
            heading = heading.parent
