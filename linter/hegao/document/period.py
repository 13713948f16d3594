"""What a bare month or day is resolved against, and units with their places."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from hegao.document.model import Unit
from hegao.phrases.units import begins_like_body, locate_units, resolve, whole_department
from hegao.sources.text import Text


class Period(NamedTuple):
    """The year in force in a text, and the document's own day."""

    year: int | None
    issued: datetime.date | None


def units_of(text: Text, found: Iterable[tuple[str, int, int]]) -> list[Unit]:
    """Units with resolved names and places."""
    located = list(found)
    if not located:
        return []
    names = resolve([name for name, _start, _end in located])
    return [Unit(name, whole, text, start, end) for (name, start, end), whole in zip(located, names, strict=True)]


def bodies_in(cell: Text) -> list[Unit]:
    """The bodies listed in a cell; where a line of the file ends with a whole name and the next begins one, they are two."""
    if len(cell.pieces) == 1:
        return units_of(cell, locate_units(cell.value))
    found = []
    for name, start, end in locate_units(cell.value):
        at = start
        for piece in cell.pieces:
            before, behind = cell.value[at : piece.offset], cell.value[piece.offset : end]
            if at < piece.offset < end and whole_department(before) and begins_like_body(behind):
                found.append((before, at, piece.offset))
                at = piece.offset
        found.append((cell.value[at:end], at, end) if at > start else (name, start, end))
    return units_of(cell, found)
