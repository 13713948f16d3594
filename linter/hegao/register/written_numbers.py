"""Document numbers as people write them in a register, on a command line, in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from hegao.phrases.numbers import NumberPhrase, body_of, broken_number, find_number
from hegao.register.entry import Entry, RegisterProblem
from hegao.sources.white_space import unspaced


def read_number(written: str, issuer: str = "") -> Entry | None:
    """The number that a text consists of, its brackets and blanks as they may be; None where it is none with code and year."""
    bare = unspaced(written)
    phrase = find_number(bare) or broken_number(bare)
    if phrase is None or unspaced(phrase.written) != bare or phrase.year is None or not phrase.code:
        return None
    return entry_of(phrase, [issuer] if issuer else [])


def entry_of(phrase: NumberPhrase, issuers: Sequence[str]) -> Entry:
    """An entry of a number that has a year, and of who issues, without more."""
    assert phrase.year is not None
    return Entry(phrase.code, phrase.year, phrase.serial, body_of(phrase.code, issuers), issuer="、".join(issuers))


def given_number(written: str, issuer: str = "") -> Entry:
    """The number that a user gives; raises ``RegisterProblem``."""
    entry = read_number(written, issuer)
    if entry is None:
        raise RegisterProblem(f"“{written}”不是发文字号，要写成 江政办发〔2026〕12号 这样")
    return entry


def given_series(code: str, year: str, issuer: str = "") -> Entry:
    """The series that a user gives, as its number 1; raises ``RegisterProblem``."""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise RegisterProblem(f"年份要写四位数字，如 2026，不能是“{year}”")
    entry = read_number(f"{code}〔{year}〕1号", issuer)
    if entry is None:
        raise RegisterProblem(f"“{code}”不是机关代字，要写成 江政办发 这样")
    return entry
