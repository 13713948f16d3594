"""The register of document numbers (发文登记簿) at the desk: what is found in it, and the next number of a series."""

from __future__ import annotations

import datetime

from hegao.register.database import open_database
from hegao.register.entry import Entry, RegisterProblem
from hegao.register.number_register import NumberRegister
from hegao.register.written_numbers import given_series, read_number

#: So many entries are shown at once.
MOST = 200


def found_in(place: str, words: str) -> list[Entry]:
    """The entries that hold some words, those of the highest numbers first; raises ``RegisterProblem``."""
    register = _opened(place, "")
    number = read_number(words)
    entries = register.find([number.number] if number else [words]) if words else register.entries()
    return sorted(entries, key=lambda entry: (-entry.year, entry.code, -entry.serial))


def reserved(place: str, code: str, year: str, title: str, who: str) -> Entry:
    """The next number of a series, reserved for somebody; raises ``RegisterProblem``."""
    if not who:
        raise RegisterProblem("请写经手人")
    series = given_series(code, year)
    if abs(series.year - _now().year) > 1:
        raise RegisterProblem(f"今年是{_now().year}年，不能取{series.year}年的号")
    return _opened(place, who[:50]).reserve(series.code, series.year, series.body, title[:300])


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def _opened(place: str, who: str) -> NumberRegister:
    return NumberRegister(open_database(place), who, _now)
