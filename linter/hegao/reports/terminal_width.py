"""Text in columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

ELLIPSIS = "…"
#: Columns of what does not go to a terminal.
COLUMNS = 100
#: How a tab and other control characters are shown: none may reach a terminal.
TAB = "    "
CONTROL = "·"


class _Widths(dict[str, int]):
    """The columns that characters take: 2 for wide and full-width ones, 0 for combining marks; each is looked up once."""

    def __missing__(self, c: str) -> int:
        if c < "\u0300":
            columns = 1
        elif unicodedata.east_asian_width(c) in "WF":
            columns = 2
        else:
            columns = 0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1
        self[c] = columns
        return columns


_width_of = _Widths().__getitem__


def width(text: str) -> int:
    """The columns that a line of text takes."""
    return len(text) if text.isascii() else sum(map(_width_of, text))


def show(text: str) -> str:
    """The text as it can be printed on one line: tabs as spaces, ends of lines as a space, else as ``harmless``.

    Whatever people are shown passes here or there: names of files, words of documents, entries of a baseline.
    """
    return harmless(text if text.isprintable() else text.replace("\t", TAB))


def harmless(text: str) -> str:
    """The text without what steers a terminal or turns the direction of writing: other control characters than tabs are dots."""
    if text.isprintable():
        return text
    # The ideographic space, with which a paragraph begins, is printable, though Python has it otherwise.
    return text if text.replace("\u3000", "").replace("\t", "").isprintable() else "".join(map(_shown, text))


def _shown(c: str) -> str:
    if c.isprintable() or c in "\u3000\t":
        return c
    if c in "\r\n\u2028":
        return " "
    return c if unicodedata.category(c) == "Zs" else CONTROL


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it, so that it fills ``columns``."""
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """The text, cut with … where it takes more than ``columns``."""
    if width(text) <= columns:
        return text
    return text[: fit(text, columns - 1)] + ELLIPSIS


def fit(text: str, columns: int) -> int:
    """How many characters from the start of ``text`` fit into ``columns``."""
    # No character takes more than two.
    sure = max(0, columns // 2)
    used = width(text[:sure])
    for count, c in enumerate(text[sure:], sure):
        used += _width_of(c)
        if used > columns:
            return count
    return len(text)


#: What begins no line, and what ends none.
_NO_BEGIN = "，。、；：？！”’）》〉〕】…％,.;:?!)]}%"
_NO_END = "“‘（《〈〔【([{"


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines of so many columns, those behind the first indented; broken between any two characters of Chinese."""
    lines = []
    lead = ""
    while width(lead) + width(text) > columns:
        at = _break(text, max(1, fit(text, columns - width(lead))))
        lines.append((lead + text[:at]).rstrip())
        text, lead = text[at:].lstrip(" "), indent
    return [*lines, lead + text]


def _break(text: str, most: int) -> int:
    """Where to break: before ``most`` characters, but neither before a closing mark nor behind an opening one nor within a word."""
    for at in range(most, most // 2, -1):
        before, behind = text[at - 1], text[at]
        word = before.isascii() and behind.isascii() and before != " " and behind != " "
        if not word and before not in _NO_END and behind not in _NO_BEGIN:
            return at
    return most


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], limits: Sequence[int]) -> str:
    """An aligned table: heads, a rule, the rows; cells are cut at the limits (0: none) of their columns."""
    lines = [list(heads)] + [
        [clip(show(cell), limit) if limit else show(cell) for cell, limit in zip(row, limits, strict=True)] for row in rows
    ]
    widths = [max(width(line[column]) for line in lines) for column in range(len(heads))]
    lines.insert(1, ["-" * columns for columns in widths])
    return "".join("  ".join(pad(cell, columns) for cell, columns in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)
