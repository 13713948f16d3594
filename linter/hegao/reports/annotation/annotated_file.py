"""A Word document with findings as comments and safe edits as revisions; all else of it stays byte for byte."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import count, groupby
from typing import NamedTuple

from hegao.engine.findings.finding import FileResult, FixEdit
from hegao.engine.fixing.line_edits import edited
from hegao.reports.annotation.comment_parts import NewComment, changed_parts
from hegao.reports.annotation.comment_words import paragraphs_of
from hegao.reports.annotation.finding_anchors import Stands, anchor_of, bytes_of
from hegao.reports.annotation.main_part import MainPart, Revision, revisable
from hegao.reports.annotation.own_marks import Comment, Remarks, remarks_of, taken_back
from hegao.reports.annotation.part_anatomy import Anatomy
from hegao.reports.annotation.part_walk import as_utf8
from hegao.reports.annotation.zip_writer import rewritten
from hegao.sources.files import source_of
from hegao.sources.package.safe_xml import BadXml
from hegao.sources.package.zip_package import BadPackage, Package
from hegao.sources.source import Source, Unreadable
from hegao.sources.table_grid import TooLarge
from hegao.sources.text import Span

#: Word does not open a document with more comments than these ([MS-OI29500] 2.1.315).
MOST = 32_767
_UNLIKE = "写好后读回来与原文不符，没有写；请把文件报给开发者"


class Unannotated(Exception):
    """A document that cannot be marked; the message is a Chinese sentence for the user."""


class Annotated(NamedTuple):
    """A marked document, how many comments and revisions stand in it that are ours, and how many findings found no place."""

    data: bytes
    comments: int
    revisions: int
    left: int


class WordFile:
    """A Word document that is to be marked: as it is without marks of ours."""

    def __init__(self, data: bytes) -> None:
        """Read it; raises ``Unannotated``."""
        self._data = data
        try:
            self._package = Package(data)
            self._remarks: Remarks = remarks_of(self._package)
            original = self._package.read(self._package.main) or b""
            self._main = taken_back(as_utf8(original), self._remarks.own)
            #: The document without our marks: what is to be checked.
            self.bare = data if self._main == original else rewritten(data, {self._package.main: self._main})
        except (BadPackage, BadXml, TooLarge) as error:
            raise Unannotated(_sentence(error)) from error

    def source(self, name: str) -> Source:
        """The document as it is read, without our marks; raises ``Unreadable``."""
        return source_of(self.bare, name)

    def annotated(
        self, source: Source, file: FileResult, by_path: Mapping[str, FileResult], edits: Sequence[FixEdit] = (), date: str = ""
    ) -> Annotated:
        """The document with the findings of a file as comments, and ``edits`` as revisions; raises ``Unannotated``.

        ``source`` is the document as it is read without our marks; the edits are such as ``revisable_on`` allows, in their order; ``date`` is the day
        of all marks, as 2026-03-06, or empty.
        """
        try:
            return self._annotated(source, file, by_path, edits, date)
        except (BadPackage, BadXml, TooLarge) as error:
            raise Unannotated(_sentence(error)) from error

    def revisable_on(self, source: Source, lines: Collection[int]) -> Callable[[int, int, int], bool]:
        """Tells of characters on some lines, by line, first column and the one behind the last, whether a revision can change them.

        Raises ``Unannotated``.
        """
        stands = Stands(source, self._package.main)
        wanted = {one.at for line in lines for one in stands.stretches(line, 1, len(source.lines[line - 1]) + 1)}
        try:
            part = Anatomy(self._main, wanted)
        except (BadXml, TooLarge) as error:
            raise Unannotated(_sentence(error)) from error

        def can(line: int, start: int, end: int) -> bool:
            revision = _revision(stands, Span(line, start, line, end), "") if line in lines else None
            return revision is not None and revisable(revision, part)

        return can

    def _annotated(
        self, source: Source, file: FileResult, by_path: Mapping[str, FileResult], edits: Sequence[FixEdit], date: str
    ) -> Annotated:
        stands = Stands(source, self._package.main)
        found = [(finding, stands.of(finding.span)) for finding in file.findings]
        revisions = [one for one in (_revision(stands, edit.span, edit.text) for edit in edits) if one is not None]
        wanted = bytes_of([stand for _finding, stand in found]).union(*(one.bytes for one in revisions))
        anatomy = Anatomy(self._main, wanted)
        part = MainPart(anatomy, date)
        for revision in revisions:
            part.revise(revision)
        desk = _Desk(self._remarks, anatomy)
        by_line = {line: list(several) for line, several in groupby(edits, key=lambda edit: edit.span.line)}
        for finding, stand in found:
            anchor = anchor_of(stand, anatomy)
            revised = bool(finding.edits) and all(_touched(edit.span, by_line.get(edit.span.line, ())) for edit in finding.edits)
            exact = anchor is not None and anchor.exact
            number = desk.number(paragraphs_of(finding, file, by_path, exact=exact, revised=revised), anchor is not None)
            if anchor is not None and number is not None:
                part.comment(anchor, number)
        parts = {self._package.main: part.made()}
        parts |= changed_parts(self._package, self._remarks, desk.gone, desk.new, date, anatomy.address)
        parts = {name: content for name, content in parts.items() if content != self._package.read(name)}
        data = rewritten(self._data, parts) if parts else self._data
        _prove(data, source, edits)
        return Annotated(data, len(found) - desk.left, len(revisions), desk.left)


class _Desk:
    """Gives comments their numbers: one that stands already keeps its own, one that somebody answered is left as it is."""

    def __init__(self, remarks: Remarks, anatomy: Anatomy) -> None:
        self._own = {_squeezed(comment.text): comment for comment in remarks.own}
        self._answered = {_squeezed(comment.text) for comment in remarks.others if comment.own}
        self._room = MOST - anatomy.ranges
        taken = anatomy.numbers | {comment.number for comment in (*remarks.own, *remarks.others)}
        self._free = (str(number) for number in count() if str(number) not in taken)
        self._kept: set[str] = set()
        #: Comments to be written, and findings that get none.
        self.new: list[NewComment] = []
        self.left = 0

    def number(self, paragraphs: Sequence[str], placed: bool) -> str | None:
        """The number of a comment with these words; None where none is to be put in."""
        said = _squeezed("".join(paragraphs))
        if said in self._answered:
            return None
        if not placed or self._room <= 0:
            self.left += 1
            return None
        self._room -= 1
        if said in self._own and said not in self._kept:
            self._kept.add(said)
            return self._own[said].number
        self.new.append(NewComment(next(self._free), paragraphs))
        return self.new[-1].number

    @property
    def gone(self) -> list[Comment]:
        """Comments of ours that no finding answers to any more."""
        return [comment for said, comment in self._own.items() if said not in self._kept]


def _squeezed(text: str) -> str:
    """The words of a comment, however their white space was written."""
    return "".join(text.split())


def _revision(stands: Stands, span: Span, text: str) -> Revision | None:
    """The revision that an edit becomes; None where its characters do not all stand in the main part."""
    line, start, end = span.line, span.column, span.end_column
    if start < end:
        struck = list(stands.stretches(line, start, end))
        return Revision(struck, text) if sum(one.length for one in struck) == end - start else None
    for column in (start - 1, start):
        for beside in stands.stretches(line, max(1, column), column + 1):
            return Revision((), text, beside, behind=column < start)
    return None


def _touched(span: Span, edits: Sequence[FixEdit]) -> bool:
    """Whether one of the edits of the line, in their order, changes something within a span or at its ends."""
    index = bisect_left(edits, span.column, key=lambda edit: edit.span.end_column)
    return index < len(edits) and edits[index].span.column <= span.end_column


def _prove(data: bytes, source: Source, edits: Sequence[FixEdit]) -> None:
    """Read the document again: with the revisions accepted it must say what it said, but for the edits.  Raises ``Unannotated``."""
    try:
        again = source_of(data, source.path)
    except Unreadable as error:
        raise Unannotated(_UNLIKE) from error
    if [_untabbed(line) for line in again.lines] != [_untabbed(line) for line in edited(source.lines, edits)]:
        raise Unannotated(_UNLIKE)


def _untabbed(line: str) -> str:
    return line.replace("\t", "\u3000").rstrip()


def _sentence(error: Exception) -> str:
    return f"文件损坏，读不出（{error}）；请用 Word、WPS 打开后另存" if isinstance(error, BadXml) else str(error)
