"""What this program wrote into a document before: its comments and its revisions, told from those of people.

A comment is ours by its author and by the fingerprint of its finding at its end; one that somebody answered is theirs as well.  A
revision is ours by its author, unless somebody revised or commented on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from hegao.reports.annotation.byte_splices import Splices
from hegao.reports.annotation.part_walk import Element, PartWalk, as_utf8
from hegao.sources.package.safe_xml import BadXml
from hegao.sources.package.zip_package import Package

#: Author of comments and revisions.
AUTHOR = "核稿"
#: How a comment of ours ends.
_SIGNED = re.compile(r"〔[0-9a-f]{16}〕$")
_RANGE = ("w:commentRangeStart", "w:commentRangeEnd")
_REVISIONS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_REMARKS = (*_RANGE, "w:commentReference")
#: In these an element of the same name says something of a mark or of a row, not of runs.
_PROPERTIES = ("w:rPr", "w:trPr", "w:numPr")


class Comment(NamedTuple):
    """A comment as it stands in its part: its number, its author, its words, the keys of its paragraphs, its bytes."""

    number: str
    author: str
    text: str
    keys: frozenset[str]
    start: int
    end: int

    @property
    def own(self) -> bool:
        """Whether this program wrote it."""
        return self.author == AUTHOR and bool(_SIGNED.search(self.text))


class Comments(PartWalk):
    """The comments in their part."""

    def __init__(self, data: bytes) -> None:
        """Read the part; raises ``BadXml``."""
        super().__init__(data)
        self.all: list[Comment] = []
        self._texts: list[str] = []
        self._keys: set[str] = set()
        self.walk()

    def opened(self, element: Element) -> None:
        """Begin to gather the words of a comment."""
        if element.name == "w:comment":
            self._texts, self._keys = [], set()
        elif element.name == "w:t":
            element.chunks = []
        elif element.name == "w:p":
            self._keys |= {value for name, value in element.attributes.items() if name.endswith(" paraId")}
            if self._texts:
                self._texts.append("\n")

    def closed(self, element: Element) -> None:
        """A comment is whole."""
        if element.name == "w:t":
            self._texts += (text for _at, text in element.chunks or ())
        elif element.name == "w:comment":
            number, author = element.get("id") or "", element.get("author") or ""
            self.all.append(Comment(number, author, "".join(self._texts), frozenset(self._keys), element.start, element.end))


class Threads(PartWalk):
    """The keys of paragraphs in comments that somebody answered."""

    def __init__(self, data: bytes) -> None:
        """Read the part; raises ``BadXml``."""
        super().__init__(data)
        self.answered: set[str] = set()
        self.walk()

    def opened(self, element: Element) -> None:
        """An entry names the paragraph that it answers."""
        self.answered |= {value for name, value in element.attributes.items() if name.endswith(" paraIdParent")}


class Remarks(NamedTuple):
    """The comments of a document: the part with them, its name and its bytes, those that are ours to take back, and all others."""

    name: str | None
    data: bytes
    own: tuple[Comment, ...]
    others: tuple[Comment, ...]


def remarks_of(package: Package) -> Remarks:
    """The comments of a document; raises ``BadXml``, ``BadPackage``."""
    name = package.named(package.main, "comments")
    data = as_utf8(package.read(name) or b"") if name is not None else b""
    if not data.strip():
        return Remarks(name, b"", (), ())
    threads = package.named(package.main, "commentsExtended")
    entries = package.read(threads) if threads is not None else None
    answered = Threads(as_utf8(entries)).answered if entries and entries.strip() else set()
    part = Comments(data)
    if part.root is None or part.root.name != "w:comments":
        raise BadXml("批注部分里没有批注")
    comments = part.all
    theirs = {comment.number for comment in comments if not comment.own}
    own = tuple(comment for comment in comments if comment.own and comment.number not in theirs and not comment.keys & answered)
    return Remarks(name, data, own, tuple(comment for comment in comments if comment not in own))


class _OwnMarks(PartWalk):
    """Finds in the main part what is to be taken back."""

    def __init__(self, data: bytes, numbers: Collection[str]) -> None:
        super().__init__(data)
        self._numbers = numbers
        self.splices = Splices()
        #: By paragraph, innermost last: own revisions in it, and whether people have put anything into one of these.
        self._revisions: list[tuple[list[Element], list[Element]]] = []
        self._touched: list[bool] = []
        self._within: list[Element] = []
        #: References that stand in runs still open, each with its run.
        self._references: list[tuple[Element, Element]] = []
        self.walk()

    def opened(self, element: Element) -> None:
        name = element.name
        if name == "w:p":
            self._revisions.append(([], []))
            self._touched.append(False)
        elif self._is_own(element):
            self._within.append(element)
        elif self._within and self._touched and (name in _REVISIONS or (name in _REMARKS and element.get("id") not in self._numbers)):
            self._touched[-1] = True

    def _is_own(self, element: Element) -> bool:
        return (
            element.name in ("w:ins", "w:del")
            and element.get("author") == AUTHOR
            and bool(self._revisions)
            and not (self._within and self._within[-1].name == "w:ins")
            and element.parent is not None
            and element.parent.name not in _PROPERTIES
        )

    def closed(self, element: Element) -> None:
        name = element.name
        if name in _REMARKS and element.get("id") in self._numbers:
            self._remark(element)
        elif name == "w:delText" and self._within and self._within[-1].name == "w:del":
            self._revisions[-1][1].append(element)
        elif self._within and element is self._within[-1]:
            self._revisions[-1][0].append(self._within.pop())
        elif name == "w:p":
            revisions, texts = self._revisions.pop()
            if not self._touched.pop():
                self._reject(revisions, texts)
        elif name == "w:r" and self._references:
            self._references_in(element)

    def _remark(self, element: Element) -> None:
        """Take a mark out, with the run that holds nothing else."""
        run = element.parent
        if element.name == "w:commentReference" and run is not None and run.name == "w:r":
            self._references.append((run, element))
        else:
            self.splices.replace(element.start, element.end)

    def _references_in(self, run: Element) -> None:
        """Take the references out that stand in a run that ends."""
        own = []
        while self._references and self._references[-1][0] is run:
            own.append(self._references.pop()[1])
        for one in [run] if len(own) == run.children else own:
            self.splices.replace(one.start, one.end)

    def _reject(self, revisions: list[Element], texts: list[Element]) -> None:
        """What was put in goes, what was struck out is as it was."""
        for one in revisions:
            if one.name == "w:ins" or one.empty:
                self.splices.replace(one.start, one.end)
            else:
                self.splices.replace(one.start, one.start + len(self.tag(one)))
                self.splices.replace(one.close, one.end)
        for one in texts:
            self._rename(one)

    def _rename(self, element: Element) -> None:
        for start in (element.start + 1, *(() if element.empty else (element.close + 2,))):
            at = start + len(self.prefix(element))
            self.splices.replace(at, at + len(b"delText"), b"t")


def taken_back(data: bytes, own: Collection[Comment]) -> bytes:
    """The main part without our marks: as it was before, but for runs that were parted; raises ``BadXml``."""
    if AUTHOR.encode() not in data and not own:
        return data
    found = _OwnMarks(data, {comment.number for comment in own})
    return found.splices.made(data) if found.splices else data
