"""What a bare month or day is resolved against, and units with their places."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from hegao.document.model import Unit
from hegao.phrases.units import begins_like_body, locate_units, looks_like_body, resolve, whole_department
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
    """The bodies listed in a cell; where a blank or a line's end stands behind a whole name and the next begins one, they are two."""
    if len(cell.pieces) == 1:
        return units_of(cell, locate_units(cell.value))
    found = []
    for name, start, end in locate_units(cell.value):
        cuts = [start, *_breaks(cell, start, end), end]
        if len(cuts) == 2:
            found.append((name, start, end))
        else:
            found.extend((cell.value[left:right], left, right) for left, right in pairwise(cuts))
    return units_of(cell, found)


def _breaks(cell: Text, start: int, end: int) -> list[int]:
    """Where within a stretch between marks one body ends and the next begins."""
    inner = [(last.line == piece.line, piece.offset) for last, piece in pairwise(cell.pieces) if start < piece.offset < end]
    if not inner:
        return []
    parts = [cell.value[left:right] for left, right in pairwise([start, *(at for _blank, at in inner), end])]
    blanks = all(blank for blank, _at in inner)
    if blanks and all(map(looks_like_body, parts)) and sum(map(begins_like_body, parts)) >= 2:
        return [at for _blank, at in inner]
    breaks, last = [], start
    for blank, at in inner:
        if _parted(cell.value[last:at], cell.value[at:end], blank=blank):
            breaks.append(at)
            last = at
    return breaks


def _parted(before: str, behind: str, *, blank: bool) -> bool:
    """Whether what stands before a break and behind it are two bodies; a ``blank`` within a line parts more surely than its end."""
    if not begins_like_body(behind):
        return False
    return whole_department(before) or blank and begins_like_body(before) and looks_like_body(before)
