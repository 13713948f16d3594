"""What a bare month or day is resolved against, and units with their places."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from hegao.document.model import Unit
from hegao.phrases.units import resolve
from hegao.sources.places import Text


@dataclass(slots=True, frozen=True)
class Period:
    """The year in force in a text, and the document's own day."""

    year: int | None
    issued: datetime.date | None


def units_of(text: Text, found: Iterable[tuple[str, int, int]]) -> list[Unit]:
    """Units with resolved names and places."""
    located = list(found)
    names = resolve([name for name, _start, _end in located])
    return [Unit(name, whole, text.slice(start, end)) for (name, start, end), whole in zip(located, names, strict=True)]
