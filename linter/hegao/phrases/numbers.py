"""Document numbers (发文字号): agency code 机关代字, year, serial (GB/T 9704—2012, 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.phrases.han import run_before
from hegao.sources.lazy_pattern import Pattern
from hegao.words.building_blocks import terminal
from hegao.words.patterns import one_of
from hegao.words.vocabulary import action_words, citing_words, genre_words

#: Six-sided brackets (六角括号), which the standard asks for.
RIGHT_BRACKETS = "〔﹝〕﹞"

#: How many of things there are (计数), in figures or words, as a pattern to be put into others; no ordinal, no part of a longer figure.
A_COUNT = r"(?P<n>(?<![\d.第])\d{1,3}|(?<![第一二三四五六七八九十])[两三四五六七八九十]{1,3})"

#: Anything that is meant as a document number, however written, from its bracket on; the code stands before it.
_NUMBER = Pattern(
    lambda: (
        rf"(?P<open>{terminal('_OPENING')})\s*(?P<year>{terminal('_YEAR')})\s*年?(?P<close>{terminal('_CLOSING')})\s*"
        rf"(?P<ordinal>第)?\s*(?P<serial>{terminal('_SERIAL')})(?:\s*(?P<end>号)(?P<again>号)?|(?!\d))"
    )
)
_LONGEST_CODE = 16
#: The old form, year first: ［84］中地字第17号, 〔1996〕武司字第82号.
_YEAR_FIRST = Pattern(
    lambda: (
        rf"{terminal('_OPENING')}\s*(?P<year>{terminal('_YEAR')})\s*{terminal('_CLOSING')}\s*"
        rf"(?P<code>{terminal('_OLD_CODE')})\s*第\s*(?P<serial>{terminal('_SERIAL')})\s*号"
    )
)
#: Serials of orders and announcements: 第16号, 国令第707号, 国务院令第713号.
_ORDER = Pattern(lambda: rf"(?P<code>[\u3400-\u9fff]{{0,20}}?令)?\s*第\s*(?P<serial>{terminal('_SERIAL')}|{terminal('_HAN_SERIAL')})\s*号")

#: Words before a number in running text that are no part of the agency code.
_BEFORE_CODE = Pattern(
    one_of(
        (
            *citing_words(),
            *action_words("cites"),
            *(word for word in genre_words(documents=True) if len(word) > 1),
            *("文件", "收悉", "符合", "属于", "享受", "违反", "适用", "列入", "凡", *"见以的及和与或原由对在即是为按经将把从号年月日"),
        )
    )
)
_FULL = str.maketrans("０１２３４５６７８９", "0123456789")


class NumberPhrase(NamedTuple):
    """A document number as written, and what it says.

    ``start`` and ``end`` are offsets in the text that was read.  ``faults`` names what the
    standard does not allow: ``bracket``, ``year``, ``ordinal``, ``zero``, ``suffix``, ``again`` (号 twice), ``wide`` (figures of full width).
    """

    start: int
    end: int
    written: str
    code: str
    year: int | None
    serial: int
    faults: tuple[str, ...] = ()

    @property
    def normal(self) -> str:
        """The number as the standard writes it, for comparison: 江政办发〔2026〕12号."""
        if self.year is None:
            return f"{self.code}第{self.serial}号"
        return f"{self.code}〔{self.year}〕{self.serial}号"

    @property
    def series(self) -> tuple[str, int | None]:
        """Code and year: within a series each serial is given once."""
        return self.code, self.year


def own_code(code: str) -> str:
    """The agency code without the words of the sentence before it."""
    last = 0
    for word in _BEFORE_CODE.finditer(code):
        if word.end() < len(code):
            last = word.end()
    return code[last:]


#: Codes without the place in front, as townships and bureaus use them: many bodies have the same.
_PLACELESS = Pattern(r"(?:党|政|党政|办|委|局|人大|工委|党工委|团)(?:办|委|人)?[发函字规通]?")


def body_of(code: str, issuers: Sequence[str]) -> str:
    """What tells a series apart beside its code and year: the body that issues, where many bodies have such a code; else nothing."""
    return "、".join(issuers) if _PLACELESS.fullmatch(code) else ""


def _year(written: str) -> int:
    digits = written.translate(_FULL)
    year = int(digits)
    return year if len(digits) == 4 else (2000 if year < 50 else 1900) + year


def find_numbers(text: str) -> Iterator[NumberPhrase]:
    """The document numbers in ``text``, in order.

    Round brackets count only before 号 (（2024）5 may be anything), square ones only then or after
    a code that ends as agency codes do.
    """
    at = 0
    for match in _NUMBER.finditer(text):
        opened, closed = match["open"], match["close"]
        stop = len(text[: match.start()].rstrip())
        start = run_before(text, stop, max(at, stop - _LONGEST_CODE))
        if start >= stop:
            continue
        at = match.end()
        if not match["end"] and opened not in RIGHT_BRACKETS:
            continue
        code = own_code(text[start:stop])
        faults = []
        if opened not in RIGHT_BRACKETS or closed not in RIGHT_BRACKETS:
            faults.append("bracket")
        if len(match["year"]) != 4:
            faults.append("year")
        if match["ordinal"]:
            faults.append("ordinal")
        if match["serial"].translate(_FULL).startswith("0"):
            faults.append("zero")
        if not match["end"]:
            faults.append("suffix")
        if match["again"]:
            faults.append("again")
        start = stop - len(code)
        written = text[start : match.end()]
        if written.translate(_FULL) != written:
            faults.append("wide")
        yield NumberPhrase(
            start, match.end(), written, code, _year(match["year"]), int(match["serial"].translate(_FULL)), tuple(faults)
        )
    if "字" not in text or "第" not in text:
        return
    for match in _YEAR_FIRST.finditer(text):
        code = own_code(match["code"])
        yield NumberPhrase(
            match.start(), match.end(), match[0], code, _year(match["year"]), int(match["serial"]), ("bracket", "ordinal")
        )


def find_number(text: str) -> NumberPhrase | None:
    """The first document number in ``text``, if any."""
    return next(find_numbers(text), None)


#: A line that is meant as a number, with a bracket lost or of another kind, without brackets, the year in front, or partly
#: in Chinese numerals.
_BROKEN = Pattern(
    lambda: rf"""
    (?P<code>{terminal("_CODE")})\s*(?P<open>{terminal("_ODD_OPENING")})?\s*(?P<year>{terminal("_FULL_YEAR")}|{terminal("_HAN_YEAR")})\s*[年—–-]?\s*
      (?P<close>{terminal("_ODD_CLOSING")})?\s*(?P<ordinal>第)?\s*(?P<serial>{terminal("_SERIAL")}|{terminal("_HAN_SERIAL")})\s*号
  | {terminal("_ODD_OPENING")}\s*(?P<year_first>{terminal("_FULL_YEAR")})\s*年?{terminal("_ODD_CLOSING")}\s*
      (?P<code_after>{terminal("_CODE")})\s*(?P<ordinal_after>第)?\s*(?P<serial_after>{terminal("_SERIAL")})\s*号
  | (?P<code_ahead>{terminal("_CODE")})\s*(?P<serial_ahead>{terminal("_SHORT_SERIAL")})\s*号\s*{terminal("_OPENING")}\s*(?P<year_last>{terminal("_FULL_YEAR")})\s*{terminal("_CLOSING")}号?
  | (?P<code_alone>{terminal("_SURE_CODE")})\s*(?P<ordinal_alone>第)?\s*(?P<serial_alone>{terminal("_SHORT_SERIAL")})\s*号
    """,
    re.VERBOSE,
)


#: Minutes of a series are numbered without a code: 〔2026〕9号.
_CODELESS = Pattern(lambda: rf"(?P<open>{terminal('_OPENING')})(?P<year>{terminal('_YEAR')})(?P<close>{terminal('_CLOSING')})(?P<ordinal>第)?(?P<serial>{terminal('_SERIAL')})号")


def codeless_number(line: str) -> NumberPhrase | None:
    """The number without code that a line consists of."""
    match = _CODELESS.fullmatch(line)
    if match is None:
        return None
    faults = [] if match["open"] in RIGHT_BRACKETS and match["close"] in RIGHT_BRACKETS else ["bracket"]
    faults += ["year"] * (len(match["year"]) != 4) + ["ordinal"] * bool(match["ordinal"]) + ["zero"] * match["serial"].startswith("0")
    return NumberPhrase(0, len(line), line, "", _year(match["year"]), int(match["serial"]), tuple(faults))


def broken_number(line: str) -> NumberPhrase | None:
    """The number that a line of its own is meant as, where ``find_numbers`` sees none: 江政办发〔202612号, 江政办发2026年12号, 江政办发12号."""
    match = _BROKEN.fullmatch(line) or _BROKEN.fullmatch(line.strip("（）() 　"))
    if match is None:
        return None
    year = match["year"] or match["year_first"] or match["year_last"]
    serial = match["serial"] or match["serial_after"] or match["serial_ahead"] or match["serial_alone"]
    faults = ["bracket"] + (["ordinal"] if match["ordinal"] or match["ordinal_after"] or match["ordinal_alone"] else [])
    start = line.index(match[0])
    return NumberPhrase(
        start,
        start + len(match[0]),
        match[0],
        match["code"] or match["code_after"] or match["code_ahead"] or match["code_alone"],
        value_of(year) if year else None,
        value_of(serial),
        tuple(faults),
    )


def find_order(text: str) -> NumberPhrase | None:
    """The serial of an order (令) or announcement in ``text``: 第16号."""
    match = _ORDER.search(text)
    if not match:
        return None
    serial = match["serial"]
    return NumberPhrase(
        match.start(), match.end(), match[0], match["code"] or "", None, value_of(serial)
    )


_YEAR_OF_ORDER = Pattern(lambda: rf"({terminal('_ORDER_YEAR')})第?\d")


def order_year(number: str) -> int | None:
    """The year before the serial of an announcement: 2026年第4号."""
    match = _YEAR_OF_ORDER.match(number)
    return int(match[1][:4]) if match is not None else None


#: The same with 第 or 号 lost, or its year amiss: 2026年第16, 2026年16号, 第16, 2026第16号, 〔2026〕第16号.
_BROKEN_ORDER = Pattern(
    lambda: rf"(?P<year>{terminal('_ORDER_YEAR')})?(?:第(?P<endless>{terminal('_SHORT_SERIAL')})|(?P<bare>{terminal('_SHORT_SERIAL')})号)"
    rf"|(?P<odd>{terminal('_ODD_ORDER_YEAR')})第(?P<worded>{terminal('_SHORT_SERIAL')})号"
)
_FOUR_FIGURES = Pattern(r"\d{4}")


def broken_order(line: str) -> NumberPhrase | None:
    """The number of an order or announcement that a line of its own is meant as, where ``find_order`` sees none; its year is kept as its code."""
    match = _BROKEN_ORDER.fullmatch(line)
    if match is None:
        return None
    if match["odd"]:
        figures = _FOUR_FIGURES.search(match["odd"])
        return NumberPhrase(0, len(line), line, f"{figures[0] if figures else ''}年", None, int(match["worded"]), ("year",))
    faults = ("suffix",) if match["endless"] else ("ordinal",)
    return NumberPhrase(0, len(line), line, match["year"] or "", None, int(match["endless"] or match["bare"]), faults)


def chinese_number(value: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 21 is 二十一."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    if tens == 0:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def value_of(written: str) -> int:
    """The value of a number below 10000 in figures or in Chinese numerals."""
    return int(written) if written.isdecimal() else chinese(written)


_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "０": 0, "两": 2, "0": 0, "廿": 2}


def chinese(written: str) -> int:
    """The value of Chinese numerals below 10000, counted (二十一) or listed (二〇二四)."""
    if "十" not in written and "百" not in written and "千" not in written:
        return int("".join(str(_DIGITS.get(c, 0)) for c in written) or "0")
    total = digit = 0
    for c in written:
        if c in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit = 0
        else:
            digit = _DIGITS.get(c, 0)
    return total + digit
