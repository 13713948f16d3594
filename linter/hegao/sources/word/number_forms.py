"""Counting: the forms of automatic numbers (``w:numFmt``), from 一、 and （一） to ①, A and iv."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
#: More letters or Roman figures than this nobody reads.
_MOST = 5000


def written(number: int, form: str) -> str:
    """A number in a form by the name that Word has for it; in figures where the form is unknown or does not go so far."""
    return _FORMS.get(form, str)(number)


def thousands(number: int, digits: str = "零一二三四五六七八九", units: str = "十百千", bare_ten: bool = True) -> str:
    """The number in Chinese numerals with 十, 百, 千: 一百零五; from ten thousand on in figures."""
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    said = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            ten = power == 1 and digit == 1 and not said and bare_ten
            said += (digits[0] if gap and said else "") + ("" if ten else digits[digit]) + (units[power - 1] if power else "")
        gap = not digit
    return said


def _positional(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(figure)] for figure in str(number))


def _counting(number: int) -> str:
    return thousands(number) if number < 100 else _positional("○" + _HAN[1:])(number)


def _row(characters: str) -> Callable[[int], str]:
    """Counting along a row of characters; beyond its end in figures."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _span(*spans: tuple[int, int]) -> str:
    return "".join(chr(start + index) for start, length in spans for index in range(length))


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb …"""

    def letter(number: int) -> str:
        if not 0 < number <= _MOST:
            return str(number)
        times, index = divmod(number - 1, 26)
        return chr(ord(first) + index) * (times + 1)

    return letter


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def _full_width(number: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))


_circled = _row(_span((0x2460, 20), (0x3251, 15), (0x32B1, 15)))
_legal_simplified = "拾佰仟"

_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": thousands,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": thousands,
    "japaneseCounting": thousands,
    "koreanCounting": thousands,
    "ideographDigital": _positional(_HAN),
    "japaneseDigitalTenThousand": _positional(_HAN),
    "taiwaneseDigital": _positional("○" + _HAN[1:]),
    "chineseLegalSimplified": lambda number: thousands(number, _LEGAL, _legal_simplified, bare_ten=False),
    "ideographLegalTraditional": lambda number: thousands(number, "零壹貳參肆伍陸柒捌玖", _legal_simplified, bare_ten=False),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _row(_span((0x3280, 10))),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row(_span((0x2474, 20))),
    "decimalEnclosedFullstop": _row(_span((0x2488, 20))),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _number: "",
}
