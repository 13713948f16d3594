"""Printed lines: characters that stand at one height, from left to right, with the blanks that a reader sees between them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from hegao.sources.page.page_model import Glyph

#: How far the middles of two characters of a line may lie apart, in sizes of the smaller one, and of a small one beside a large one.
_LEVEL, _RAISED, _SMALL = 0.3, 0.35, 0.75
#: A raised figure stands higher by this, in sizes of the line.
_HIGHER = 0.1
#: The same character printed again so near, in sizes, only makes it bold.
_AGAIN = 0.2
#: Gaps in sizes: between Latin words, between Chinese characters; so wide that two things stand on one line.
_WORD_GAP, _WIDE_GAP, _APART = 0.17, 0.9, 1.9
#: A gap so many times as wide as the usual one of the line parts something; text that is spread over a line has them all alike.
_UNUSUAL = 2.5
WIDE_BLANK = "\u3000"
_BLANKS = " \u3000\xa0\u2002\u2003\u2009\t"


def _no_edges() -> array[float]:
    return array("f")


@dataclass(slots=True)
class PrintedLine:
    """A line: its text, its edges, the line that it stands on, the size of most of its characters, the width that its beginning needs.

    Two things that stand apart on it are parted by a tab.  ``raised`` are the indexes of small raised figures in its text.  ``page`` and
    ``number`` say where it stands, each from 1.  ``edges`` are the left and the right one of each character of its text, one after the other;
    ``serial`` tells the line from all others of its file.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    begins: float
    raised: frozenset[int] = frozenset()
    page: int = 0
    number: int = 0
    edges: array[float] = field(default_factory=_no_edges)
    serial: int = -1

    @property
    def width(self) -> float:
        """From its first to behind its last character."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.baseline - self.size * 0.88

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.baseline + self.size * 0.12


def printed_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """The lines that characters make, from above to below; blanks alone make none.

    A word that stands beside two lines, at the height between them (文件 beside the names of two issuers), comes behind both.
    """
    made = (_line(group) for group in _groups(sorted(glyphs, key=lambda glyph: glyph.centre)))
    lines = [line for line in made if line is not None]
    for index in range(1, len(lines) - 1):
        above, line, below = lines[index - 1 : index + 2]
        if line.left >= max(above.right, below.right) and above.bottom > line.top and line.bottom > below.top:
            lines[index : index + 2] = [below, line]
    return lines


def _groups(glyphs: Sequence[Glyph]) -> Iterable[list[Glyph]]:
    """The characters of each line."""
    group: list[Glyph] = []
    centre = size = 0.0
    for glyph in glyphs:
        if group and not _level(glyph, centre, size):
            yield group
            group = []
        if not group or glyph.size > size * 1.05 and glyph.text not in _BLANKS:
            centre, size = glyph.centre, glyph.size
        group.append(glyph)
    if group:
        yield group


def _level(glyph: Glyph, centre: float, size: float) -> bool:
    small, large = sorted((glyph.size, size))
    return abs(glyph.centre - centre) <= (_RAISED * large if small < _SMALL * large else _LEVEL * small)


def _line(group: Sequence[Glyph]) -> PrintedLine | None:
    """The line of these characters; None where only blanks are among them.

    They stand in the order of their middles: the blank half of a bracket may reach over the character before it.
    """
    glyphs = [glyph for glyph in sorted(group, key=lambda glyph: glyph.left + glyph.right)]
    shown: list[Glyph] = []
    blanks: list[str] = []
    between: list[str] = []
    for glyph in glyphs:
        if glyph.text in _BLANKS:
            blanks.append(glyph.text)
            continue
        if any(_again(glyph, one) for one in shown[-2:]):
            continue
        between.append("".join(blanks))
        blanks = []
        shown.append(glyph)
    if not shown:
        return None
    size = median(glyph.size for glyph in shown)
    gaps = [glyph.left - before.right for before, glyph in pairwise(shown)]
    usual = max(median(gaps), 0.0) if len(gaps) > 2 else 0.0
    baseline = median(one.baseline for one in shown)
    text = shown[0].text
    edges = [*_edges(shown[0])]
    raised = [0] if _is_raised(shown[0], baseline, size) else []
    for before, glyph, gap, blank in zip(shown, shown[1:], gaps, between[1:], strict=False):
        apart = _between(before, glyph, gap / size, usual / size, blank)
        text += apart + glyph.text
        if apart:
            edges += (before.right, glyph.left) * len(apart)
        edges += _edges(glyph)
        if _is_raised(glyph, baseline, size):
            raised.append(len(text) - 1)
    right = max(glyph.right for glyph in shown)
    return PrintedLine(text, shown[0].left, right, baseline, size, _beginning(shown), frozenset(raised), edges=array("f", edges))


def _edges(glyph: Glyph) -> Sequence[float]:
    """The edges of a character; one that stands for several (a ligature) is shared out among them."""
    many = len(glyph.text)
    if many == 1:
        return glyph.left, glyph.right
    width = (glyph.right - glyph.left) / max(many, 1)
    return [glyph.left + width * (index + side) for index in range(many) for side in (0, 1)]


def _is_raised(glyph: Glyph, baseline: float, size: float) -> bool:
    return glyph.size < size * _SMALL and glyph.baseline < baseline - size * _HIGHER and (glyph.text.isdigit() or glyph.text in "[]〔〕*")


def _again(glyph: Glyph, other: Glyph) -> bool:
    near = _AGAIN * min(glyph.size, other.size)
    return glyph.text == other.text and abs(glyph.left - other.left) < near and abs(glyph.baseline - other.baseline) < near


def _between(before: Glyph, glyph: Glyph, gap: float, usual: float, blank: str) -> str:
    """The blank between two characters; ``gap`` and ``usual`` are in sizes, ``blank`` is what is typed there."""
    latin = before.text.isascii(), glyph.text.isascii()
    if gap > _APART and gap > usual * _UNUSUAL and WIDE_BLANK not in blank:
        return "\t"
    if all(latin):
        return " " if blank or gap > _WORD_GAP + usual else ""
    if WIDE_BLANK in blank and gap > _WIDE_GAP:
        return blank.replace("\t", WIDE_BLANK)
    if blank and latin[0] and not before.text.isalnum():
        return " "
    if any(latin) or not blank:
        return WIDE_BLANK if gap > _WIDE_GAP and gap > usual * _UNUSUAL else ""
    return blank.replace("\t", WIDE_BLANK)


#: What may not begin a line goes with the character before it.
_CLOSES = frozenset("，。、；：！？）》〉”’〕】」』…—,.;:!?)]}%％")


def _beginning(glyphs: Sequence[Glyph]) -> float:
    """The width of what cannot be parted at the beginning of a line: a character or a Latin word, marks behind it."""
    end = 1
    if glyphs[0].text.isascii():
        while end < len(glyphs) and glyphs[end].text.isascii() and glyphs[end].left - glyphs[end - 1].right < _WORD_GAP * glyphs[end].size:
            end += 1
    else:
        end += glyphs[0].text in "“‘（《〈〔【「『" and len(glyphs) > 1
    while end < len(glyphs) and glyphs[end].text in _CLOSES:
        end += 1
    return glyphs[end - 1].right - glyphs[0].left
