"""Running text: the characters of runs as a reader sees them, put down on the lines of paragraphs.

Results of fields are read, their codes are not; what is hidden is left out; each character remembers the element that it stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hegao.sources.origins import TEXT_BOX, Place, Stretch
from hegao.sources.package.safe_xml import OFF, value_of
from hegao.sources.table_grid import LINES, TooLarge, Written
from hegao.sources.word.styles import Styles

_SPACE = " \t\r\n"
_XML_SPACE = "http://www.w3.org/XML/1998/namespace space"
_BULLETS, _OPEN_BOXES, _TICKED_BOXES = "\uf06c\uf06e\uf0a7\uf0b7\uf0d8\uf0fc", "\uf06f\uf0a8", "\uf052\uf0fe"
#: Line ends in the file are blanks; marks of symbol fonts stand in the private area of Unicode.
_SHOWN = str.maketrans(
    {**dict.fromkeys(_SPACE, " "), **dict.fromkeys(_BULLETS, "•"), **dict.fromkeys(_OPEN_BOXES, "□"), **dict.fromkeys(_TICKED_BOXES, "☑")}
)
#: A hyphen that shows only where a line is broken.
_SOFT_HYPHEN = "\xad"
#: Marks that end a number and set it apart from the text, with the blank that Word puts there.
_WIDE = tuple(f"{mark} " for mark in "、．：。）】〕》\u3000")
#: Characters that no font but one knows, and halves of characters.
_PRIVATE = ("\ud800", "\uf8ff")


@dataclass(slots=True)
class Pen:
    """A line that is being written."""

    places: list[tuple[int, Place]]
    texts: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being read: its lines, its number, the lines of text boxes that hang on it.

    ``known`` says that its properties were read, ``mark_deleted`` that the next one goes on with it, ``breaks_behind`` that a section
    ends with it.
    """

    place: Place
    pens: list[Pen]
    label: str = ""
    boxes: list[Written] = field(default_factory=list)
    known: bool = False
    mark_deleted: bool = False
    breaks_behind: bool = False

    def written(self, part: str) -> list[Written]:
        """Its lines, those of text boxes first."""
        lines = self.boxes
        for index, pen in enumerate(self.pens):
            text = "".join(pen.texts)
            label = _beside(self.label, text) if index == 0 else ""
            shift = len(label)
            places = tuple((column + shift if number else 1, place) for number, (column, place) in enumerate(pen.places))
            stretches = tuple(Stretch(column + shift, length, at, skip) for column, length, at, skip in pen.stretches) if shift else tuple(pen.stretches)
            lines.append(Written((label + text).rstrip(" ") if label else text, False, places, stretches, part))
        if self.breaks_behind:
            lines.append(Written())
        return lines


def _beside(label: str, text: str) -> str:
    """A number as it stands beside its text: a mark that is wide by itself needs no blank, unless a figure follows."""
    return label[:-1] if label.endswith(_WIDE) and not text[:1].isdecimal() else label


class RunningText:
    """Puts characters down on the paragraph that is open; ``part`` is the part of the package that is read."""

    def __init__(self, part: str, styles: Styles) -> None:
        """Begin outside of any paragraph."""
        self.part = part
        self._styles = styles
        self._paragraphs: list[Paragraph] = []
        self._hidden: list[bool] = []
        self._lines_begun = 0
        #: Open fields of the story, and of each text box in it; True while their code is read.
        self._fields: list[list[bool]] = [[]]
        self._text: tuple[int, bool, list[str]] | None = None

    @property
    def _unseen(self) -> bool:
        return not self._paragraphs or bool(self._hidden and self._hidden[-1]) or any(self._fields[-1])

    def run(self, _attributes: dict[str, str], _at: int) -> None:
        """``w:r``: characters of one form."""
        self._hidden.append(False)

    def run_end(self) -> None:
        """Its end."""
        self._hidden.pop()

    def vanish(self, attributes: dict[str, str], _at: int) -> None:
        """``w:vanish``: the run is hidden."""
        if self._hidden:
            self._hidden[-1] = value_of(attributes, "val") not in OFF

    def run_style(self, attributes: dict[str, str], _at: int) -> None:
        """``w:rStyle``: a style may hide, too."""
        if self._hidden and self._styles.hidden(value_of(attributes, "val") or ""):
            self._hidden[-1] = True

    def text(self, attributes: dict[str, str], at: int) -> None:
        """``w:t``: characters."""
        self._text = at, attributes.get(_XML_SPACE) == "preserve", []

    def characters(self, text: str) -> None:
        """Characters anywhere; those in ``w:t`` count."""
        if self._text is not None:
            self._text[2].append(text)

    def text_end(self) -> None:
        """The end of ``w:t``; blanks at both ends count only where the file says so."""
        if self._text is None:
            return
        at, preserve, pieces = self._text
        self._text = None
        whole = "".join(pieces)
        skip = 0 if preserve else len(whole) - len(whole.lstrip(_SPACE))
        for piece in (whole if preserve else whole.strip(_SPACE)).split(_SOFT_HYPHEN):
            self.put(piece.translate(_SHOWN), at, skip)
            skip += len(piece) + 1

    def put(self, text: str, at: int, skip: int = 0) -> None:
        """Write characters that stand in the element at that byte, behind ``skip`` others."""
        if text and not self._unseen:
            pen = self._paragraphs[-1].pens[-1]
            pen.texts.append(text)
            pen.stretches.append(Stretch(pen.length + 1, len(text), at, skip))
            pen.length += len(text)

    def tab(self, _attributes: dict[str, str], at: int) -> None:
        """``w:tab``."""
        self.put("\t", at)

    def hyphen(self, _attributes: dict[str, str], at: int) -> None:
        """``w:noBreakHyphen``."""
        self.put("-", at)

    def symbol(self, attributes: dict[str, str], at: int) -> None:
        """``w:sym``: a character by its code in a font."""
        code = value_of(attributes, "char") or ""
        if len(code) == 4 and all(c in "0123456789abcdefABCDEF" for c in code):
            value = int(code, 16)
            text = chr(value | 0xF000 if value < 0x100 else value).translate(_SHOWN)
            self.put("" if _PRIVATE[0] <= text <= _PRIVATE[1] else text, at)

    def line_break(self, attributes: dict[str, str], _at: int) -> None:
        """``w:br``: a new line, behind a page break one apart."""
        if self._unseen:
            return
        paragraph = self._paragraphs[-1]
        for _line in range(2 if value_of(attributes, "type") in ("page", "column") else 1):
            paragraph.pens.append(self.new_line(paragraph.place))

    def new_line(self, place: Place) -> Pen:
        """A line that begins at a place; raises ``TooLarge``."""
        self._lines_begun += 1
        if self._lines_begun > LINES:
            raise TooLarge(f"超过 {LINES} 行")
        return Pen([(1, place)])

    def field(self, attributes: dict[str, str], _at: int) -> None:
        """``w:fldChar``: a field begins, its result begins, it ends."""
        kind = value_of(attributes, "fldCharType")
        fields = self._fields[-1]
        if kind == "begin":
            fields.append(True)
        elif kind == "separate" and fields:
            fields[-1] = False
        elif kind == "end" and fields:
            fields.pop()

    def word_art(self, attributes: dict[str, str], _at: int) -> None:
        """``v:textpath``: letters drawn as a picture (艺术字), how some mastheads are made."""
        text = attributes.get("string", "").translate(_SHOWN)
        if text.strip() and self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.boxes.append(Written(text, False, ((1, paragraph.place._replace(part=TEXT_BOX)),), (), self.part))


#: What the elements of running text do: at their start, with their attributes and the byte where they stand, and at their end.
STARTS: dict[str, Callable[[RunningText, dict[str, str], int], None]] = {
    "w:r": RunningText.run,
    "w:t": RunningText.text,
    "m:t": RunningText.text,
    "w:tab": RunningText.tab,
    "w:ptab": RunningText.tab,
    "w:br": RunningText.line_break,
    "w:cr": RunningText.line_break,
    "w:noBreakHyphen": RunningText.hyphen,
    "w:sym": RunningText.symbol,
    "w:vanish": RunningText.vanish,
    "w:rStyle": RunningText.run_style,
    "w:fldChar": RunningText.field,
    "v:textpath": RunningText.word_art,
}
ENDS: dict[str, Callable[[RunningText], None]] = {"w:r": RunningText.run_end, "w:t": RunningText.text_end, "m:t": RunningText.text_end}
