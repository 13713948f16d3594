"""Safe edits applied to a file: what has one right form is put right, and nothing else changes.

Edits are applied until none is left, so that a second run finds nothing to do.  After each round the text is read again: its
tree must be the one before but for the edited characters, else the edits are tried one finding at a time, and those that disturb
the tree are left to people, as are those of rules that undo each other.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hegao.document.building import parse
from hegao.document.model import File
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.baseline import Baseline, match, suppress
from hegao.engine.findings.finding import Finding, FixEdit
from hegao.engine.fixing.line_edits import Lineage, edited, place_of_edit, stretches_of
from hegao.engine.fixing.tree_outline import outline
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import check_source
from hegao.sources.encodings import decode
from hegao.sources.files import source_of
from hegao.sources.personal_numbers import starred
from hegao.sources.source import TEXT, Source

#: More rounds than this no text needs: two rules undo each other.
MOST_ROUNDS = 10
#: So many of the last rounds tell which; and so often one begins anew without these.
_LAST_ROUNDS = 5
_MOST_TRIES = 5
#: Characters shown on each side of a change.
_AROUND = 6
#: Characters beyond these that are looked at for numbers that are starred out; more than two of them have.
_NUMBER = 40
_END = re.compile(r"\r\n|\r|\n")
_MARKS = {"utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")), "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"),)}


#: Finds in a source what is not excused.
Finder = Callable[[Source], Sequence[Finding]]


class Unfixable(Exception):
    """A file that cannot be changed safely; the message is a Chinese sentence for the user."""


def finder(plan: Plan, baseline: Baseline | None = None) -> Finder:
    """Finds what the rules of a plan find in a file, without what comments in it or a baseline excuse."""

    def find(source: Source) -> Sequence[Finding]:
        result = gather([check_source(source, plan)], plan)
        if baseline is not None:
            suppress(match(baseline, result, plan))
        return result.files[0].findings

    return find


@dataclass(slots=True)
class Lines:
    """The text of a file as lines with their ends, and how to make its bytes again."""

    lines: list[str]
    ends: list[str]
    encoding: str
    mark: bytes = b""

    @staticmethod
    def of(data: bytes) -> Lines:
        """The lines in the bytes of a text file.

        Raises ``Unfixable`` where the same bytes could not be made of them again, ``Unreadable`` for what is no text.
        """
        _text, name = decode(data)
        mark, encoding = next(((mark, one) for mark, one in _MARKS.get(name, ()) if data.startswith(mark)), (b"", name))
        text = data[len(mark) :].decode(encoding)
        ends = _END.findall(text)
        lines = Lines(_END.split(text), [*ends, ""], encoding, mark)
        if lines.data() != data:
            raise Unfixable("编码不能原样写回，没有改；请另存为 UTF-8 后再试")
        return lines

    def whole(self) -> list[str]:
        """The lines with their ends; what follows the last end only where there is something."""
        lines = [line + end for line, end in zip(self.lines, self.ends, strict=True)]
        return lines if lines[-1] else lines[:-1]

    def data(self) -> bytes:
        """The bytes of the file."""
        return self.mark + "".join(self.whole()).encode(self.encoding)


class Change(NamedTuple):
    """What was changed on a line: the words before and after; lines stay the same, however often a text is changed."""

    line: int
    before: str
    after: str


#: Tells by line, first column and the one behind the last whether characters of a source may be changed.
Changeable = Callable[[int, int, int], bool]


class Settled(NamedTuple):
    """What came of the lines of a source: as they are now, by which edits of the lines as they were, and what is told of it (``Fixed``)."""

    lines: tuple[str, ...]
    edits: list[FixEdit]
    changes: list[Change]
    refused: list[Finding]
    unsettled: list[tuple[int, str]]


@dataclass(slots=True)
class Fixed:
    """What came of a file: its bytes, what was changed, and what was not.

    ``refused`` are findings whose edits would disturb the tree, ``unsettled`` the rules, each with its line, that undo each other.
    """

    data: bytes
    changes: list[Change] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)
    unsettled: list[tuple[int, str]] = field(default_factory=list)


def fix(data: bytes, path: str, find: Finder) -> Fixed:
    """Apply the safe edits of what ``find`` finds in a text, again and again, until there are none.

    Where rules undo each other, what they say of the lines in question is left out and the rest is put right.
    Raises ``Unfixable`` where the file could not be written as it was, or nothing can be settled; ``Unreadable``.
    """
    lines = Lines.of(data)
    source = source_of(data, path)
    if source.form != TEXT or source.lines != tuple(lines.lines):
        raise Unfixable("不是纯文本文件，没有改")
    settled = settle(source, find)
    fixed = Lines(list(settled.lines), lines.ends, lines.encoding, lines.mark)
    return Fixed(fixed.data(), settled.changes, settled.refused, settled.unsettled)


def settle(source: Source, find: Finder, can: Changeable | None = None) -> Settled:
    """What becomes of the lines of a source when safe edits are made until there are none; raises ``Unfixable``.

    ``can`` tells by line, first column and the one behind the last whether characters of the source may be changed.
    """
    unsettled: set[tuple[int, str]] = set()
    for _try in range(_MOST_TRIES):
        settling = _Settling(source, find, unsettled, can)
        moving = settling.run()
        if not moving:
            return Settled(settling.lines, settling.lineage.edits(settling.lines), settling.changes, settling.refused, sorted(unsettled))
        unsettled |= moving
    raise Unfixable("规则互相抵触，改不出结果，没有改；请把文件报给开发者")


class _Settling:
    """The text put right without what is ``unsettled``."""

    def __init__(self, source: Source, find: Finder, unsettled: Collection[tuple[int, str]], can: Changeable | None) -> None:
        self.source, self.lines = source, source.lines
        self.lineage = Lineage(source.lines)
        self.changes: list[Change] = []
        self.refused: list[Finding] = []
        self._find, self._unsettled, self._can = find, unsettled, can

    def run(self) -> set[tuple[int, str]]:
        """Change the lines until nothing is to be changed; gives what still moves after so many rounds, which is not settled."""
        left_out: set[tuple[FixEdit, ...]] = set()
        rounds: list[list[Finding]] = []
        changed = False
        while len(rounds) < MOST_ROUNDS:
            source = self.source._replace(lines=self.lines)
            chosen = choose(finding for finding in self._find(source) if self._wanted(finding) and finding.edits not in left_out)
            if not chosen and not (left_out and changed):
                return set()
            if not chosen:
                # What did not fit before the last edits may fit now, and would in a second run.
                left_out.clear()
                self.refused.clear()
                changed = False
                continue
            taken, refused = _apply(chosen, source)
            left_out |= {finding.edits for finding in refused}
            self.refused += refused
            if taken:
                changed = True
                rounds.append(taken)
                self.changes += [change for finding in taken for change in _changes(finding, self.lines)]
                edits = [edit for finding in taken for edit in finding.edits]
                self.lineage.follow(edits)
                self.lines = edited(self.lines, edits)
        return {place for taken in rounds[-_LAST_ROUNDS:] for finding in taken for place in _places(finding)}

    def _wanted(self, finding: Finding) -> bool:
        """Whether the edits of a finding are to be made."""
        if not _safe(finding) or any(one in self._unsettled for one in _places(finding)):
            return False
        return self._can is None or all(self._can(*self.lineage.before(edit.span)) for edit in finding.edits)


def _places(finding: Finding) -> set[tuple[int, str]]:
    """The lines that a finding would change, each with its rule."""
    return {(edit.span.line, finding.name) for edit in finding.edits}


def _changes(finding: Finding, lines: Sequence[str]) -> Iterator[Change]:
    """What a finding changes, with a few characters before and behind by which a person finds the place."""
    for number in sorted({edit.span.line for edit in finding.edits}):
        edits = [edit for edit in finding.edits if edit.span.line == number]
        whole = lines[number - 1]
        first, last = min(edit.span.column for edit in edits) - 1, max(edit.span.end_column for edit in edits) - 1
        left, right = max(0, first - _AROUND - _NUMBER), min(len(whole), last + _AROUND + _NUMBER)
        line = starred(whole[left:right])
        after = starred("".join(stretches_of(whole[:right], sorted(edits, key=place_of_edit), left)))
        start = max(0, first - _AROUND) - left
        rest = max(0, right - last - _AROUND)
        yield Change(number, line[start : len(line) - rest], after[start : len(after) - rest])


def _safe(finding: Finding) -> bool:
    """Whether all edits of a finding are safe, within one line, and bring in no line break."""
    edits = finding.edits
    return bool(edits) and all(edit.safe and edit.span.line == edit.span.end_line and not _END.search(edit.text) for edit in edits)


def choose(findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose edits do not touch one another, the first in the text before later ones."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    chosen = []
    for finding in findings:
        own = [(edit.span.line, edit.span.column, edit.span.end_column) for edit in finding.edits]
        clear = all(_clear(taken[line], begin, end) for line, begin, end in own)
        if clear and all(a[0] != b[0] or a[2] <= b[1] or b[2] <= a[1] for a in own for b in own if a is not b):
            chosen.append(finding)
            for line, begin, end in own:
                insort(taken[line], (begin, end))
    return chosen


def _clear(taken: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether a stretch touches none of those that are taken on its line; these are apart, in order."""
    index = bisect_right(taken, (end, end))
    return (index == 0 or taken[index - 1][1] < begin) and (index == len(taken) or end < taken[index][0])


def _apply(chosen: Sequence[Finding], source: Source) -> tuple[list[Finding], list[Finding]]:
    """The findings whose edits together leave the tree as it is, and the others.

    Where all together do not, halves are tried, and halves of these, so that few that disturb it cost few readings.
    """
    before = parse(source)
    taken: list[Finding] = []
    refused: list[Finding] = []
    groups = [list(chosen)]
    while groups:
        group = groups.pop()
        if _keeps([*taken, *group], source, before):
            taken += group
        elif len(group) == 1:
            refused += group
        else:
            middle = len(group) // 2
            groups += [group[middle:], group[:middle]]
    return taken, refused


def _keeps(findings: Sequence[Finding], source: Source, before: File) -> bool:
    """Whether the tree after the edits of the findings is the one before but for the edited characters."""
    edits = [edit for finding in findings for edit in finding.edits]
    return outline(parse(source._replace(lines=edited(source.lines, edits)))) == outline(before, edits)
