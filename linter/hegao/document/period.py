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
    """Units with resolved names and places; a blank between two whole names parts them."""
    located = _parted_names(text, found, ends=False)
    if not located:
        return []
    names = resolve([name for name, _start, _end in located])
    return [Unit(name, whole, text, start, end) for (name, start, end), whole in zip(located, names, strict=True)]


def bodies_in(cell: Text) -> list[Unit]:
    """The bodies listed in a cell; where a blank or a line's end stands behind a whole name and the next begins one, they are two."""
    return units_of(cell, _parted_names(cell, locate_units(cell.value), ends=True))


def _parted_names(text: Text, found: Iterable[tuple[str, int, int]], *, ends: bool) -> list[tuple[str, int, int]]:
    """The names, those in which one ends and the next begins parted; at the ``ends`` of lines, too."""
    if len(text.pieces) == 1:
        return list(found)
    names = []
    for name, start, end in found:
        cuts = [start, *_breaks(text, start, end, ends=ends), end]
        if len(cuts) == 2:
            names.append((name, start, end))
        else:
            names.extend((text.value[left:right], left, right) for left, right in pairwise(cuts))
    return names


def _breaks(text: Text, start: int, end: int, *, ends: bool) -> list[int]:
    """Where within a stretch between marks one body ends and the next begins."""
    inner = [(last.line == piece.line, piece.offset) for last, piece in pairwise(text.pieces) if start < piece.offset < end]
    if not inner:
        return []
    parts = [text.value[left:right] for left, right in pairwise([start, *(at for _blank, at in inner), end])]
    if all(blank for blank, _at in inner) and all(map(looks_like_body, parts)) and sum(map(begins_like_body, parts)) >= 2:
        return [at for _blank, at in inner]
    breaks, last = [], start
    for blank, at in inner:
        if (blank or ends) and _are_two(text.value[last:at], text.value[at:end], blank=blank):
            breaks.append(at)
            last = at
    return breaks


def _are_two(before: str, behind: str, *, blank: bool) -> bool:
    """Whether what stands before a break and behind it are two bodies; a ``blank`` within a line parts more surely than its end."""
    if not begins_like_body(behind):
        return False
    return whole_department(before) or blank and begins_like_body(before) and looks_like_body(before)
