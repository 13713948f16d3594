"""Where lines stand in the text area (版心): how much is free on both sides of a line, how many lines are free above it.

Reckoned as the page is laid out: Chinese characters are as wide as they are high, others half as wide.  What no file says by itself (tabs,
lines in tables, text boxes and frames, automatic numbers) is not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from hegao.document.set_parts import Piece, SetDocument
from hegao.sources.appearance import LEFT, RIGHT, SPREAD, Form, SetLine
from hegao.words.fonts import families, family_of

_BLANKS = " \u00a0\u2002\u2003\u3000"
#: Blanks by their parts of the size; a plain one is as wide as its font has it.
_WIDE = {"\u2002": 0.5, "\u2003": 1.0, "\u3000": 1.0}
_HALF, _QUARTER = 0.5, 0.25
#: Blanks whose width nobody knows; so many of them matter little.
_PLAIN, _FEW = " \u00a0", 4
#: Marks that Chinese fonts make as wide as characters, though others do not.
_MARKS = "“”‘’—…·×"


class Gaps(NamedTuple):
    """What is free on the left and on the right of a line, and how wide its words are, in widths of a character of its size.

    ``turned`` says that they take more than one line of the page, the last of which does not stand in the middle.
    """

    left: float
    right: float
    width: float
    turned: bool = False

    @property
    def off_centre(self) -> float:
        """How far its middle lies to the right of the middle of the text area."""
        return (self.left - self.right) / 2


def gaps(piece: Piece, placed: SetDocument, left_only: bool = False) -> Gaps | None:
    """What is free beside a piece that has its line for itself; None where the file does not say.

    Plain blanks are as wide as a program thinks fit beside Chinese characters: a line that is put in its place by many of them is left alone,
    where ``left_only`` one that begins with many.
    """
    form, line = piece.line.form, piece.line
    size, area = piece.size, placed.width_at(piece)
    if form.order is None or form.numbered or line.tabbed or form.alignment == SPREAD or not area or not piece.whole:
        return None
    blanks = line.text[: _parts(line)[0][1]] if left_only and form.alignment == LEFT else line.text
    if sum(blanks.count(one) for one in _PLAIN) > _FEW:
        return None
    before, words, behind = (_width(line, start, end) / size for start, end in _parts(line))
    first = form.first.in_characters(size) if line.begins else 0.0
    left, right = form.left.in_characters(size) + first, form.right.in_characters(size)
    if form.alignment == LEFT:
        start = left + before
        return Gaps(start, max(area - start - words, right), words, start + words + right > area)
    free = area - left - right - before - words - behind
    if form.alignment == RIGHT:
        return Gaps(left + free + before, right + behind, words, free < 0)
    return Gaps(left + free / 2 + before, right + free / 2 + behind, words)


def _parts(line: SetLine) -> Sequence[tuple[int, int]]:
    """The offsets of the blanks before its words, of the words, of the blanks behind them that move a line."""
    start = len(line.text) - len(line.text.lstrip(_BLANKS))
    # Plain blanks at the end of a line hang over it.
    shown = len(line.text.rstrip(" \u00a0"))
    end = len(line.text.rstrip(_BLANKS))
    return (0, start), (start, end), (end, max(shown, end))


def _width(line: SetLine, start: int, end: int) -> float:
    """How wide the characters at these offsets are, in points."""
    width = 0.0
    for stretch in line.stretches:
        first, last = max(stretch.column - 1, start), min(stretch.column - 1 + stretch.length, end)
        blank = _HALF if family_of(stretch.type.latin) in families() else _QUARTER
        shares = [_share(c, blank) for c in line.text[first:last]]
        width += sum(shares) * stretch.type.size * stretch.type.scale + len(shares) * stretch.type.spacing
    return width


def _share(character: str, blank: float) -> float:
    """The width of a character in parts of its size."""
    if character in _WIDE:
        return _WIDE[character]
    if character in " \u00a0":
        return blank
    return 1.0 if character in _MARKS or east_asian_width(character) in "WF" else _HALF


class Free(NamedTuple):
    """What is free between two lines: in lines of a given height, and how many empty paragraphs there are."""

    lines: float
    empty: int


def lines_between(above: Piece, below: Piece, placed: SetDocument, pitch: float) -> Free | None:
    """What is free between two pieces, in lines of that height in points, below a drawn line if there is one.

    None where the file does not say, or other words stand between them.
    """
    first, last = above.line.form.order, below.line.form.order
    if first is None or last is None or first >= last or not below.line.begins:
        return None
    between = [form for form in placed.appearance.forms if form.order is not None and first < form.order < last]
    if not all(form.blank for form in between):
        return None
    ruled = max((number for number, form in enumerate(between) if form.ruled is not None), default=None)
    counted = between if ruled is None else between[ruled:]
    shares = [1.0 if form.ruled is None else form.ruled for form in counted]
    free = sum(share * _height(form, placed) + form.spacing.before + form.spacing.after for share, form in zip(shares, counted, strict=True))
    behind = above.line.form.spacing.after if ruled is None else 0.0
    return Free((free + below.line.form.spacing.before + behind) / pitch, sum(share > 0 for share in shares))


def _height(form: Form, placed: SetDocument) -> float:
    page = placed.page_of(form)
    grid = page.line_pitch if page is not None and form.on_grid else None
    return form.spacing.pitch(form.size, grid)
