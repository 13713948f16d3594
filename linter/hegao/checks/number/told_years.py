"""Cited numbers against the year in which the text says that they were issued: 2021年5月印发的《…》（江政办发〔2012〕23号）."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.date.own_day import contradict
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

_ISSUED_IN = Pattern(r"(?P<said>(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:\d{1,2}日)?)?)(?:印发|制定印发|发布|公布|出台)的?$")
#: As much before a title may tell the day.
_BEFORE = 30


class ToldOtherwise(NamedTuple):
    """A citation, its number, and when the text says that it was issued."""

    at: Text
    number: str
    said: str


def told_otherwise(document: Document) -> Iterator[ToldOtherwise]:
    """The citations whose numbers are of another year; round New Year, or without a month, the number may be of the year before."""
    for citation in document.citations:
        number = citation.phrase.number
        told = _ISSUED_IN.search(citation.block.value[max(0, citation.phrase.start - _BEFORE) : citation.phrase.start])
        if number is None or number.year is None or told is None:
            continue
        day = datetime.date(int(told["year"]), max(1, min(12, int(told["month"] or 1))), 1)
        if contradict(number.year, day):
            yield ToldOtherwise(citation.text, number.normal, told["said"])
