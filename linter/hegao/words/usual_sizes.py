"""Within what bounds measures of things lie (常见量值): no pavement is 3 km wide, no reservoir holds 1000 m³."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import SEPARATOR, builtin
from hegao.words.patterns import one_of

#: What may stand between the name of a measure and its figure.
_TO = "(?:各|均|约|应|要|为|达到?|是|不得?[小少低大高多超][于过]|一般|平均|控制在)*"


class UsualSize(NamedTuple):
    """How words end that tell a measure, its dimension, and its bounds in the base unit."""

    told: Pattern
    dimension: str
    least: Decimal
    most: Decimal


@cache
def usual_sizes() -> tuple[UsualSize, ...]:
    """The rows of the table ``usual-sizes``."""
    return tuple(_sizes())


def _sizes() -> Iterator[UsualSize]:
    for row in builtin("usual-sizes"):
        measure = one_of(row["measure"].split(SEPARATOR))
        # A thing may be told by its symbol in brackets, too; what it has stands right behind it or at the end.
        thing = rf"{one_of(row['things'].split(SEPARATOR))}(?:[（(][^（）()]*[）)])?[\u3400-\u9fff]{{0,6}}?" if row["things"] else ""
        yield UsualSize(Pattern(rf"{thing}{measure}{_TO}$"), row["dimension"], Decimal(row["least"]), Decimal(row["most"]))


@cache
def measure_words() -> tuple[str, ...]:
    """The names of measures that the table has."""
    return tuple({word: None for row in builtin("usual-sizes") for word in row["measure"].split(SEPARATOR)})
