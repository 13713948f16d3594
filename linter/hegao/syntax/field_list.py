"""Fields (著录项): the list of label and value that web copies print on top of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import BLANK
from hegao.syntax.line_kinds import Kind
from hegao.syntax.lines import Line
from hegao.words.patterns import one_of
from hegao.words.vocabulary import field_labels, labels

_FIELD_LABEL = Pattern(r"^([\u3400-\u9fffA-Za-z][\u3400-\u9fffA-Za-z \u3000\xa0]{0,12})[：:]\s*")
#: A further label on the same line, behind blanks: 名称：… 文号：….
_FURTHER = Pattern(rf"[{BLANK}]+(?P<label>{one_of(labels('begin'))})[：:]")
_BRACKETED = Pattern(r"^【([^】]{2,8})】\s*[：:]?\s*")
#: The name of the field that a label stands for; most values are not read.
_NAMES = {label.label: label.field for label in field_labels() if label.field}


#: A field list begins within so many lines of the top of a file, and ends within so many.
_TOP, REACH = 6, 40


@dataclass(slots=True)
class Fields:
    """What the field list says, by name: title, number, date, issuer, published; a text each."""

    values: dict[str, Text] = field(default_factory=dict)

    def take(self, label: str, value: Text) -> None:
        """Keep a value under the name that its label stands for; the first one counts."""
        name = _NAMES.get(re.sub(rf"[{BLANK}]", "", label))
        if name is not None and value.value and value.value != "无":
            self.values.setdefault(name, value)


def read_fields(lines: list[Line]) -> Fields:
    """The fields in lines of kind FIELD (or FRONT); a label alone takes the next line for its value."""
    fields = Fields()
    waiting: str | None = None
    for line in lines:
        if line.cells is not None:
            _take_cells(fields, line.cells)
            continue
        for text in _fields_of(line.text):
            waiting = _take(fields, text, waiting)
    return fields


def _fields_of(text: Text) -> list[Text]:
    """The fields of a line, of which a list set in columns has several."""
    cuts = [0, *(match.start("label") for match in _FURTHER.finditer(text.value)), len(text)]
    return [text.slice(start, end).strip(BLANK) for start, end in pairwise(cuts)]


def _take(fields: Fields, text: Text, waiting: str | None) -> str | None:
    """Read one field; gives its label where the value is still to come."""
    match = _FIELD_LABEL.match(text.value) or _BRACKETED.match(text.value)
    if match is None:
        if waiting is not None:
            fields.take(waiting, text)
        return None
    value = text.slice(match.end()).strip(BLANK)
    if not value.value:
        return match[1]
    fields.take(match[1], value)
    return None


def _take_cells(fields: Fields, cells: list[Text]) -> None:
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        fields.take(label.value.rstrip("：:"), value)


def mark_fields(lines: list[Line]) -> int:
    """Mark the field list at the top of a file; the index behind the lines that stand before any other.

    A line behind a label without value is the value.  Fields that follow the title keep their kind: a head
    may hold them.
    """
    limit = min(len(lines), REACH)
    if not any(_is_field(line) for line in lines[:_TOP]):
        for line in lines[:limit]:
            if line.kind == Kind.FIELD:
                line.kind = Kind.TEXT
        return 0
    behind = 0
    leading = True
    apart = _values_apart(lines[:limit])
    for index in range(limit):
        line = lines[index]
        value = index > 0 and lines[index - 1].kind == Kind.FIELD and lines[index - 1].squeezed.endswith(("：", ":")) and not _is_field(line)
        if _is_field(line) or value and apart:
            line.kind = Kind.FIELD
            behind = index + 1 if leading else behind
        else:
            leading = False
    return behind


def _values_apart(lines: list[Line]) -> bool:
    """Whether the list sets labels and values on lines of their own."""
    return sum(1 for line in lines if _is_field(line) and line.squeezed.endswith(("：", ":"))) >= 3


def _is_field(line: Line) -> bool:
    if line.cells is not None:
        first = line.cells[0].value if line.cells else ""
        return first.endswith(("：", ":")) and len(first) <= 10
    return line.kind == Kind.FIELD or (line.kind == Kind.IMPRINT and line.squeezed.startswith(("公开方式", "公开属性")))
