"""Where a character may be part of a name, which is spelt as its bearer likes: persons, places, firms, agency codes, slogans."""

from __future__ import annotations

from hegao.checks.shared.masking import MASK
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names, surnames
from hegao.words.word_costs import is_usual

#: What stands before a name that runs on: 市财政局姜某, 局长姜某, 记录人姜某.
_BEFORE_NAME = "局厅委办院部处科室所站队会公司校县市区镇乡村长任记席员志人事师理授士者录签发由送请及和与"
#: What no given name has.
_NO_NAME = frozenset("的了和与或及于是为在对向从由被将把让使给各每该此其这那不未没请用期费款账额量率件项处号页条段所供指查核报批办付收取受理缴补拨")
_OFFICES = frozenset("长任记席员授师")
#: What stands behind the name of a firm, or in a code before the year, which is masked.
_FIRM = Pattern(r"[\u3400-\u9fff]{0,6}?(?:有限|公司|集团|厂|商行|合作社|酒店|超市|社区)|[\u3400-\u9fff]{0,4}[〔﹝\[【]|[\u3400-\u9fff]{0,2}[发函字规]" + MASK)
_LEVEL = Pattern(one_of(sorted({*level_names("place"), *"村庄屯寨庙山江河湖巷街路沟坝圩苑园"})))
_LEVELS = frozenset("".join(level_names("place")))
_PLACE_LEVELS = frozenset("省市县区镇乡村")
_ONE_LEVEL = one_of(name for name in level_names("place") if len(name) == 1)
#: Levels told one after the other: 健全|县、乡、村三级网络 names no place.
_LISTED_LEVELS = Pattern(rf"{_ONE_LEVEL}(?:[、和及与]?{_ONE_LEVEL}(?:[、和及与两二三四级（(]|{_ONE_LEVEL})|级)")
_CODE = Pattern(rf"(?:^|[（(〔\n\t{MASK}、，])[\u3400-\u9fff]{{0,6}}$")
#: A masked number has a year, its brackets and a figure at least; a masked decimal is shorter.
_NUMBER = Pattern(rf"[\u3400-\u9fff]{{0,5}}(?:{MASK}{{7}}|\d+号)")
#: What words cost that are rare.
_RARE = 12.5
_LENGTHS = (2, 3)
#: So far away stands what a word is coined after.
_NEAR = 12


def may_be_name(text: str, place: int, end: int) -> bool:
    """Whether the character at ``place``, in what may be a word that ends at ``end``, may be part of a name."""
    return of_person(text, place) or _of_place(text, place) or bool(_FIRM.match(text, end)) or _echoed(text, place) or _coined(text, place)


def is_name(text: str, place: int, end: int, meant: str) -> bool:
    """Whether the character at ``place`` can only be part of a name, not a slip for ``meant``: of a place, a firm, an agency code, a word coined beside another."""
    return _is_whole_place(text, place) or _of_code(text, place) or bool(_FIRM.match(text, end)) or _coined(text, place, meant)


def name_signs(text: str, place: int) -> dict[str, float]:
    """What speaks for a name, each kind by itself: 1 where it does, else 0."""
    return {
        "person": float(of_person(text, place)),
        "surname": float(behind_surname(text, place)),
        "level": float(_is_level(text, place)),
        "place": float(_of_place(text, place)),
        "echo": float(_echoed(text, place)),
    }


def _is_han(one: str) -> bool:
    return "\u3400" <= one <= "\u9fff"


def of_person(text: str, place: int) -> bool:
    """Whether it stands in the last two or three characters of a run, which begin like the name of a person."""
    end = place + 1
    while end < len(text) and end - place < max(_LENGTHS) and _is_han(text[end]):
        end += 1
    if end < len(text) and _is_han(text[end]):
        return False
    for start in (end - length for length in _LENGTHS):
        before = text[start - 1 : start] if start > 0 else ""
        if 0 <= start <= place and text[start] in surnames() and (not before or not _is_han(before) or before in _BEFORE_NAME):
            return _NO_NAME.isdisjoint(text[start + 1 : end])
    return False


def behind_surname(text: str, place: int) -> bool:
    """Whether a run, or what stands behind an office, begins with a surname and the character is in the two behind it."""
    for start in (place - 1, place - 2):
        if start >= 0 and text[start] in surnames():
            before = text[start - 1 : start]
            if not _NO_NAME.isdisjoint(text[start + 1 : place + 1]):
                return False
            return not before or not _is_han(before) or before in _BEFORE_NAME
    return False


def is_surname(text: str, place: int) -> bool:
    """Whether it is a surname behind an office: 主任|钱进."""
    return text[place] in surnames() and text[place - 1 : place] in _OFFICES


def _is_level(text: str, place: int) -> bool:
    """Whether it is a level that begins the name of a body: 省|能源局."""
    return text[place] in _LEVELS and _is_word(text, place + 1)


def _of_code(text: str, place: int) -> bool:
    """Whether it stands in a code in brackets before a number, which is masked: （江水厅〔2026〕."""
    return bool(_CODE.search(text, max(0, place - 8), place)) and bool(_NUMBER.match(text, place + 1))


def _of_place(text: str, place: int) -> bool:
    """Whether the name of a level stands behind it or one on, and is no part of another word."""
    for at in (place + 1, place + 2):
        level = _LEVEL.match(text, at)
        if level and not _is_word(text, level.end() - 1) and not (at > place + 1 and _is_word(text, at - 1)):
            return True
    return False


def _is_whole_place(text: str, place: int) -> bool:
    """Whether it stands in the two or three characters between the begin of a run and the name of a level: 西岑|区."""
    for size in _LENGTHS:
        for start in range(place - size + 1, place + 1):
            before, end = text[start - 1 : start] if start > 0 else "", start + size
            begins = start >= 0 and (not before or not _is_han(before)) and all(map(_is_han, text[start:end]))
            if begins and text[end : end + 1] in _PLACE_LEVELS and not _LISTED_LEVELS.match(text, end):
                return True
    return False


def _is_word(text: str, start: int) -> bool:
    """Whether two characters are a word that is no rare one."""
    return is_usual(text[start : start + 2], _RARE)


def _echoed(text: str, place: int) -> bool:
    """Whether it stands again two away: 应归尽归."""
    return text[place] in (text[place - 2 : place - 1], text[place + 2 : place + 3])


def _coined(text: str, place: int, meant: str = "") -> bool:
    """Whether its neighbour stands again two away (查错纠错), or its neighbours near by around another character than the one meant (适老化、适幼化).

    So it is, too, where the word before the mark begins as its own does: 粮温、粮湿.
    """
    before, behind = text[place - 1 : place], text[place + 1 : place + 2]
    if place >= 4 and text[place - 2] == "、" and before == text[place - 4] and _is_han(text[place - 3]):
        return True
    if place >= 3 and before == text[place - 3] and _is_han(before) or behind == text[place + 3 : place + 4] and _is_han(behind):
        return True
    near = range(max(1, place - _NEAR), min(len(text) - 1, place + _NEAR))
    return any(text[at - 1] == before and text[at + 1] == behind and at != place and text[at] != meant and _is_han(text[at]) for at in near)
