"""Numbers of persons (个人信息): identity numbers and mobile phones, where they stand and how they may be shown."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from hegao.sources.lazy_pattern import Pattern

#: A pattern for what looks like one.
SUSPECT = r"(?<![0-9A-Za-z.\-/])(?:(?P<identity>[1-9]\d{16}[\dXx])|(?P<mobile>1[3-9]\d{9}))(?![0-9A-Za-z])"
_SUSPECT = Pattern(SUSPECT)
#: So many digits in a row; the search goes by the first.
_SHORTEST = 11
_LONG = Pattern(rf"[1-9](?=\d{{{_SHORTEST - 1}}})")
_DIGIT = Pattern(r"\d")
#: What is called an identity number is one that somebody may have mistyped.
_CALLED = Pattern(r"身份证(?:件)?(?:号码?)?[：:为是]?\s*$")
_BEFORE = 12
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
#: A number that the end of a line cuts.
_CUT = Pattern(r"\n(?<=\d\n)[ \t\u3000]*(?=\d)")
#: So many characters stay to be seen before and behind the stars.
_HEAD, _TAIL = 3, 4


def _bears_a_day(number: str) -> bool:
    """Whether 18 characters have a day of birth where identity numbers have it."""
    if len(number) != 18 or not number[:17].isdigit() or number[6:8] not in ("19", "20"):
        return False
    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return True


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an identity number: a day of birth that exists and the right check digit (GB 11643)."""
    if not _bears_a_day(number):
        return False
    remainder = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11
    return "10X98765432"[remainder] == number[17].upper()


def may_be_personal(match: re.Match[str]) -> bool:
    """Whether what ``SUSPECT`` has found may be one, mistyped perhaps: enough not to show it."""
    return match["mobile"] is not None or _bears_a_day(match[0])


def is_personal(match: re.Match[str]) -> bool:
    """Whether what ``SUSPECT`` has found is one."""
    if match["mobile"] is not None or is_identity_number(match[0]):
        return True
    return bool(_CALLED.search(match.string[max(0, match.start() - _BEFORE) : match.start()]))


def _may_hold_one(text: str) -> bool:
    """Whether so many digits stand in a row: then one of them is a character that is counted when one in so many is."""
    return bool(_DIGIT.search(text[_SHORTEST - 1 :: _SHORTEST]) and _LONG.search(text))


def personal_numbers(text: str) -> Iterator[re.Match[str]]:
    """What may be identity numbers and mobile phones in a text."""
    if _may_hold_one(text):
        yield from filter(may_be_personal, _SUSPECT.finditer(text))


def starred(text: str) -> str:
    """The text with the middle of such numbers starred out, at the same length: a place in it is the same place in the text."""
    if not _may_hold_one(text):
        return text
    kept = list(text)
    for match in personal_numbers(text):
        start, end = match.start() + _HEAD, match.end() - _TAIL
        kept[start:end] = "*" * (end - start)
    return "".join(kept)


def starred_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a text with such numbers starred out, those that go on in the next line among them."""
    text = "\n".join(lines)
    shown = starred(text)
    for cut in _CUT.finditer(text):
        shown = _starred_over(text, cut, shown)
    return lines if shown is text else shown.split("\n")


#: So many characters before and behind the cut may belong to a number.
_LONGEST = 18


def _starred_over(text: str, cut: re.Match[str], shown: str) -> str:
    """The text with the number starred out that a cut goes through, if there is one: never the cut itself."""
    before, behind = text[max(0, cut.start() - _LONGEST) : cut.start()], text[cut.end() : cut.end() + _LONGEST]
    for match in personal_numbers(before + behind):
        if match.start() < len(before) < match.end():
            places = [cut.start() - len(before) + at if at < len(before) else cut.end() + at - len(before) for at in range(*match.span())]
            kept = list(shown)
            for place in places[_HEAD:-_TAIL]:
                kept[place] = "*"
            return "".join(kept)
    return shown
