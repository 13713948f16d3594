"""The anatomy of the main part: the elements that characters stand in, and how each may be reached by marks.

Marks of comments and revisions stand between runs of a paragraph.  Word takes none in text boxes; what stands in formulas, in ruby
or in alternatives of a drawing is marked from outside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from functools import cached_property
from itertools import accumulate, takewhile
from typing import NamedTuple

from hegao.reports.annotation.part_walk import Element, PartWalk

#: What characters stand in.
_LEAVES = frozenset(["w:t", "m:t", "w:tab", "w:ptab", "w:noBreakHyphen", "w:sym"])
#: What may lie between a paragraph and its runs so that marks may stand in it.
REVISED = ("w:ins", "w:moveTo")
_WRAPPERS = frozenset([*REVISED, "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml", "w:dir", "w:bdo"])
#: A reference to a comment does not stand in these: in an insertion it would be one itself, in the others it would be part of a field.
_CLOSED = frozenset([*REVISED, "w:hyperlink", "w:sdt", "w:fldSimple"])
_BLANK = " \t\r\n"


class Boundary(NamedTuple):
    """A place for marks: a byte of the part; within a run also the leaf to be cut there and how many of its characters lie before."""

    at: int
    leaf: Leaf | None = None
    before: int = 0


class Leaf:
    """An element in a run that characters come from."""

    def __init__(self, element: Element, part: Anatomy) -> None:
        """See how it lies."""
        self.element = element
        self._part = part
        self._above = list(element.above())
        # Of the paragraphs of a text box the one that bears the box counts.
        self._paragraphs = [one for one in self._above if one.name == "w:p"]

    @property
    def host(self) -> Element:
        """The paragraph that is in no text box."""
        return self._paragraphs[-1]

    @cached_property
    def _path(self) -> list[Element]:
        """What lies between that paragraph and this element, the outermost first."""
        return self._above[: self._above.index(self.host)][::-1]

    @property
    def boxed(self) -> bool:
        """Whether it stands in a text box."""
        return len(self._paragraphs) > 1

    @cached_property
    def shell(self) -> Element | None:
        """The outermost element that marks cannot stand in; None where they can be set beside each character."""
        rest = self._path[len(self.wrappers) :]
        if len(rest) != 1 or rest[0].name != "w:r" or self.element.name == "m:t":
            return rest[0] if rest else self.element
        element = self.element
        sections = self._part.data[element.start : element.close] if element.name == "w:t" else b""
        return rest[0] if b"<!" in sections or b"<?" in sections else None

    @property
    def run(self) -> Element:
        """Its run, where marks can be set beside each character."""
        return self._path[-1]

    @cached_property
    def wrappers(self) -> list[Element]:
        """What lies between the paragraph and the run, or what marks cannot stand in, the outermost first."""
        return list(takewhile(lambda one: one.name in _WRAPPERS, self._path))

    @property
    def closed_to_references(self) -> Element | None:
        """The outermost element around it that no reference to a comment stands in."""
        return next((one for one in self.wrappers if one.name in _CLOSED), None)

    @cached_property
    def text(self) -> str:
        """Its characters, one for an element that stands for one."""
        return "".join(text for _at, text in self.element.chunks or ()) if self.element.name == "w:t" else "\t"

    @cached_property
    def preserved(self) -> bool:
        """Whether blanks at its ends count."""
        return self.element.name != "w:t" or b"preserve" in self._part.tag(self.element)

    def margins(self) -> tuple[int, int]:
        """How many blanks at both ends do not count."""
        if self.preserved:
            return 0, 0
        return len(self.text) - len(self.text.lstrip(_BLANK)), len(self.text) - len(self.text.rstrip(_BLANK))

    def byte(self, count: int) -> int:
        """The byte behind so many of its characters."""
        chunks = self.element.chunks or []
        if count >= len(self.text):
            return self.element.close
        index = bisect_right(self._starts, count) - 1
        at, text = chunks[index]
        # What is written as an entity is one character, so that none of it lies before a place within.
        return at + len(text[: count - self._starts[index]].encode("utf-8"))

    @cached_property
    def _starts(self) -> list[int]:
        """How many characters lie before each chunk."""
        return list(accumulate((len(text) for _at, text in self.element.chunks or ()), initial=0))[:-1]

    def boundary(self, count: int, *, after: bool = False) -> Boundary:
        """The place right before the character behind so many others, or right ``after`` so many."""
        shell = self.shell
        if shell is not None:
            return Boundary(shell.end if after else shell.start)
        before, behind = self.margins()
        run, element = self.run, self.element
        if count <= before and not after:
            return Boundary(run.start) if self._bare(self._part.inside(run), element.start) else Boundary(element.start, self)
        if after and count >= len(self.text) - behind:
            return Boundary(run.end) if self._bare(element.end, run.close) else Boundary(element.end, self, len(self.text))
        return Boundary(self.byte(count), self, count)

    def _bare(self, start: int, end: int) -> bool:
        return not self._part.data[start:end].strip()


class Anatomy(PartWalk):
    """The leaves of a part by the bytes where their start tags stand."""

    def __init__(self, data: bytes, wanted: Container[int]) -> None:
        """Read the part and keep the leaves ``wanted``; raises ``BadXml``."""
        super().__init__(data)
        self._wanted = wanted
        self.leaves: dict[int, Leaf] = {}
        self._first: Element | None = None
        self._first_with_text: Element | None = None
        self._depth = 0
        #: The numbers that marks bear.
        self.numbers: set[str] = set()
        self.ranges = 0
        self.walk()

    def opened(self, element: Element) -> None:
        """Keep what is wanted, the first paragraphs, and the numbers of marks."""
        name = element.name
        if name in _LEAVES and element.start in self._wanted:
            element.chunks = []
        elif name == "w:p":
            self._depth += 1
            self._first = self._first or element
        elif name == "w:r" and self._depth == 1 and self._first_with_text is None:
            self._first_with_text = next((one for one in element.above() if one.name == "w:p"), None)
        elif name == "w:commentRangeStart":
            self.ranges += 1
        if element.attributes:
            number = element.get("id") if name.startswith("w:") else None
            if number is not None:
                self.numbers.add(number)
            element.attributes = {}

    def closed(self, element: Element) -> None:
        """Keep a leaf whose bytes are known now."""
        if element.chunks is not None:
            if any(one.name == "w:p" for one in element.above()):
                self.leaves[element.start] = Leaf(element, self)
        elif element.name == "w:p":
            self._depth -= 1

    @property
    def first(self) -> Element | None:
        """The first paragraph with a run, else the first one; None where there is none."""
        return self._first_with_text or self._first
