"""Paragraphs: a line that fills the width goes on in the next one, unless that begins further in.

A Chinese paragraph is indented by two characters, and its last line is short.  What fits into a line is known by what the next one
begins with: where that would have found room, the line was ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hegao.sources.origins import Place, Stretch
from hegao.sources.page.printed_lines import PrintedLine
from hegao.sources.table_grid import Written

#: Edges this near, in points, are one; an edge counts where so many of a hundred lines have it.
_NEAR, _SHARE = 3.0, 3
#: An edge that fewer lines have, or that leaves less than this of the page, may be the end of short ones; then the margins are taken to be
#: alike, but for so many sizes.
_FEWEST, _NARROW, _UNEVEN = 3, 0.5, 2.0
#: In sizes: so far a line may begin behind the edge without being indented; so much room is left over at its end; a line in the middle
#: lies so far from both edges, by widths that differ by no more than that.
_INDENT, _ROOM, _CENTRED, _ALIKE = 0.8, 0.6, 1.5, 0.7
#: What begins so far from the left, in sizes, stands to the right: who signs, the date.
_TO_THE_RIGHT = 4.5
#: So much larger than between other lines, the space behind a line ends the paragraph, or parts two.
_WIDE, _EMPTY = 1.4, 1.75
#: Types of one paragraph differ by no more than this.
_SIZES = 0.12
_LABEL = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）)、.．](?!\d)|附件[一二三四五六七八九十\d]{0,3}[：:]?|抄送[：:]|[①-⑳]")
_STOP = tuple("。；：！？.;:")
_HANGS = re.compile(r"[（(]?\d{1,2}[）)、.．]|附\s*件|附\s*表|抄\s*送|主\s*送")
#: A date that is set in too little room is cut behind a figure.
_DATE_CUT = re.compile(r"(?:\d{4}|年\d{1,2}|月\d{1,2})$"), re.compile("[年月日]")
#: Leaders and the number of a page end an entry of a contents list.
_ENTRY_END = re.compile(r"[.…·⋯]{2,}[（(]?\d{1,4}[）)]?$")


class Column(NamedTuple):
    """Where lines begin and end, how high one is usually (from one baseline to the next), the size of most characters."""

    left: float
    right: float
    pitch: float
    size: float


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; ``gap`` says that more than the usual space parts them from what stands before."""

    lines: list[PrintedLine]
    gap: bool = False

    def written(self) -> Written:
        """The paragraph as one line, with the place of each line that it was printed in; its stretches name them by their serials."""
        pieces: list[str] = []
        places: list[tuple[int, Place]] = []
        stretches: list[Stretch] = []
        length = 0
        for line in self.lines:
            if pieces and _parts_words(pieces[-1][-1], line.text[0]):
                pieces.append(" ")
                length += 1
            places.append((length + 1, Place(page=line.page, line=line.number)))
            stretches.append(Stretch(length + 1, len(line.text), line.serial, 0))
            pieces.append(line.text)
            length += len(line.text)
        return Written("".join(pieces), False, tuple(places), tuple(stretches))


def _parts_words(last: str, first: str) -> bool:
    """Whether the end of a line between two characters parts words, as a blank would: Latin ones."""
    return last.isascii() and (last.isalnum() or last in ",.;:)") and first.isascii() and first.isalnum() and not (last.isdigit() and first.isdigit())


def column_of(lines: Sequence[PrintedLine], width: float) -> Column | None:
    """The column that lines are set in on a page of that width; None of no line."""
    if not lines:
        return None
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) <= size * _SIZES] or list(lines)
    steps = Counter(
        round(below.baseline - above.baseline)
        for above, below in pairwise(body)
        if above.page == below.page and below.baseline - above.baseline > size * 0.5
    )
    pitch = float(steps.most_common(1)[0][0]) if steps else size * 1.75
    lefts, rights = sorted(line.left for line in body), sorted((line.right for line in body), reverse=True)
    left, right = _edge(lefts), _edge(rights)
    if right - left < width * _NARROW or sum(1 for edge in rights if abs(edge - right) <= _NEAR) < _FEWEST:
        right = max(right, width - left - _UNEVEN * size, left + width * _NARROW)
    return Column(left, right, pitch, size)


def _edge(edges: Sequence[float]) -> float:
    """The outermost edge that several lines have; the outermost of all where none has."""
    needed = max(1, len(edges) * _SHARE // 100)
    return next((edge for edge, other in zip(edges, edges[needed - 1 :], strict=False) if abs(other - edge) <= _NEAR), edges[0])


def paragraphs(lines: Iterable[PrintedLine], columns: dict[int, Column]) -> Iterator[Paragraph]:
    """The paragraphs of lines one after the other; ``columns`` are those of the pages."""
    current: Paragraph | None = None
    for line in lines:
        if current is None:
            current = Paragraph([line])
            continue
        above = current.lines[-1]
        if goes_on(above, line, columns[above.page], columns[line.page], first=current.lines[0]):
            current.lines.append(line)
        else:
            yield current
            current = Paragraph([line], _apart(above, line, columns[above.page]))
    if current is not None:
        yield current


def goes_on(above: PrintedLine, line: PrintedLine, column: Column, next_: Column, first: PrintedLine) -> bool:
    """Whether a line goes on in the next one; ``column`` and ``next_`` are theirs, ``first`` the first line of the paragraph."""
    size = above.size
    if abs(line.size - size) > size * _SIZES or "\t" in above.text or _ENTRY_END.search(above.text):
        return False
    if above.page == line.page and line.baseline - above.baseline > column.pitch * _WIDE + max(0.0, size - column.size):
        return False
    if _DATE_CUT[0].search(above.text) and _DATE_CUT[1].match(line.text):
        return True
    if column.right - above.right >= line.begins + size * _ROOM:
        return False
    indent, before = line.left - next_.left, above.left - column.left
    if before > size * _TO_THE_RIGHT and abs(indent - before) > size * _INDENT:
        return False
    if _is_centred(above, column) or _is_centred(line, next_) and indent > size * _INDENT:
        return False
    if indent < size * _INDENT:
        return not (_LABEL.match(line.text) and above.text.endswith(_STOP))
    if _HANGS.match(first.text.strip("\u3000 ")) and not _LABEL.match(line.text):
        return above is first and indent > before + size * _INDENT or above is not first and abs(indent - before) < size * _INDENT
    return False


def _is_centred(line: PrintedLine, column: Column) -> bool:
    left, right, size = line.left - column.left, column.right - line.right, line.size
    if left < size * _CENTRED or right < size * _CENTRED or abs(left - right) > size * _ALIKE:
        return False
    return abs(left - 2 * size) > size * _ALIKE / 2 or line.width * 2 < column.right - column.left


def _apart(above: PrintedLine, line: PrintedLine, column: Column) -> bool:
    """Whether more than the usual space parts two lines, as an empty line does."""
    if above.page != line.page:
        return False
    return line.top - above.bottom > column.pitch * _EMPTY - column.size
