"""The parts of a document, as what is said in them of days is judged: whose voice speaks there, and of which time."""

from __future__ import annotations

from hegao.checks.date.told_sections import Sections
from hegao.document.model import Document, Part
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

#: What is handed on (转发) keeps the days of whoever wrote it.
HANDED_ON = ("转发", "批转")
#: Texts that tell what was: reports, speeches, statistics.
_REPORTS = Pattern(rf"{one_of((*genre_words(use='telling'), '决算', '公示'))}|情况$")
#: Work handed out by what a report promised: 政府工作报告任务分工.
_HANDS_OUT = Pattern(r"(?:分工|分解|重点任务|重点工作|责任)[^，。]{0,6}$")
_QUOTED = Pattern("《[^》]*》")


class DocumentParts:
    """Which part of the document a text stands in, and what that part is."""

    def __init__(self, document: Document) -> None:
        self.document, self.sections = document, Sections(document)
        self.starts: list[tuple[int, Part]] = []
        for part in document.parts:
            first = part.mark or (part.title.text if part.title else None) or (part.nodes[0].text if part.nodes else None)
            if first is not None:
                self.starts.append((first.line, part))
        self.starts.sort(key=lambda start: start[0])
        self._named: dict[tuple[str, int], tuple[list[int], list[tuple[int, int]]]] = {}

    def of(self, text: Text) -> Part | None:
        """The part that a text stands in."""
        found = None
        for line, part in self.starts:
            if line > text.line:
                break
            found = part
        return found

    def titles(self, text: Text) -> str:
        """The titles that the text stands under: the document's and its part's."""
        part = self.of(text)
        own = self.document.title.text.value if self.document.title else self.document.listed_title or ""
        return own + (part.title.text.value if part is not None and part.title else "")

    def binding(self, text: Text) -> bool:
        """Whether the text speaks with the document's voice and date, and is no report."""
        part = self.of(text)
        if part is None or part.role != "annex":
            return True
        if self.document.action in HANDED_ON:
            return False
        title = _QUOTED.sub("", part.title.text.value) if part.title is not None else ""
        return not _REPORTS.search(title) or _HANDS_OUT.search(title) is not None

    def told(self, text: Text) -> bool:
        """Whether a heading of its part above says that the past is told there."""
        return self.sections.told(self.of(text), text.line)

    def telling(self, text: Text) -> bool:
        """Whether the text stands in the document proper and that is a report or the like."""
        part = self.of(text)
        return (part is None or part.role == "main") and self.document.genre in ("报告", "通报", "公报", "纪要")

    def months_named(self, block: str, first: int) -> tuple[list[int], list[tuple[int, int]]]:
        """Where a text names a month with its year, ``first`` or later, and which."""
        if (block, first) not in self._named:
            dates = ((date.start, date.year, date.month) for date in find_dates(block))
            named = [(start, (year, month)) for start, year, month in dates if year and year >= first and month is not None]
            self._named[block, first] = [start for start, _month in named], [month for _start, month in named]
        return self._named[block, first]
