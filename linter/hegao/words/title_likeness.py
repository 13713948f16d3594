"""Whether two titles are one title: compared here alone, for those who read and for those who check.

Four questions, from strict to lenient.  ``same_title``: the same words, but for what titles leave out when others take them in.
``one_title``: the same, or the same with a slip.  ``spells``: lines that are held against a title, whatever slip they hold.
``likeness_of``: how much of two titles is the same.
"""

from __future__ import annotations

from functools import lru_cache

from hegao.sources.lazy_pattern import Pattern

_MARKS = Pattern(r"[\W_]+")
_DOUBLED = Pattern("([\u3400-\u9fff]{1,4})\\1")
_FIGURES = Pattern(r"\d+|[一二三四五六七八九十]+")
DOUBLE_NOTICE = Pattern(r"的通知(?:的通知)+$")
_VERSION = Pattern(r"\s*[（(][^（）()]{2,12}[）)]$")
#: The name of a body in front of 关于 is no longer; what a title quotes stands further behind.
_BEFORE_SUBJECT = 40
#: So many letters from the begin and from the end; the end tells less, with 通知 and the like.
_FRONT, _BACK = 8, 10
#: Equal letters in a hundred from which two titles are one title with slips.
ONE_TITLE = 90
#: So many letters, at least, of a title that may stand without the name of the place or body in front.
_SHORTEST_REST = 6
#: So many letters, at least, must a title have for its likeness to be told by its end, the name of a body left out; of that name as
#: many letters more may be taken along.
_SHORTEST_END = 8
_MORE = (2, 4)
#: Lines spell a title of so many letters, at least, with slips; one in so many may be lost or added.
_SHORTEST_SPELLED = 8
_LOST_ONE_IN = 8
#: So many letters in a hundred must stand where the title has them, counted from its begin or from its end.
_IN_PLACE = 90


@lru_cache(maxsize=8192)
def letters(title: str) -> str:
    """The title without spaces and marks; the same few titles are held against many lines."""
    return _MARKS.sub("", title)


@lru_cache(maxsize=8192)
def _core(title: str) -> str:
    """The letters without what titles leave out when others take them in: 关于 in front, 的, a version in brackets behind."""
    bare = DOUBLE_NOTICE.sub("的通知", _VERSION.sub("", title.strip()))
    return letters(bare).removeprefix("关于").replace("的", "")


def title_key(title: str) -> str:
    """What a title is looked up by: ``same_title`` of two gives one key, but for a name in front of a title without 关于."""
    return _core(title[title.find("关于") :]) if "关于" in title[:_BEFORE_SUBJECT] else _core(title)


def title_keys(title: str) -> tuple[str, str, str]:
    """What a title with a slip is looked up by: its key, the first letters of it, the last ones; a slip leaves one of them as it is."""
    key = title_key(title)
    return key, key[:_FRONT], key[-_BACK:]


@lru_cache(maxsize=8192)
def _figures(title: str) -> tuple[str, ...]:
    return tuple(_FIGURES.findall(title))


def undoubled(title: str) -> str:
    """The title with doubled words once."""
    return _DOUBLED.sub(r"\1", title)


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks, spaces, 关于, 的, a version, and the name of the place or body in front."""
    a, b = sorted((_core(one), _core(other)), key=len)
    return b.endswith(a) and (len(a) == len(b) or len(a) >= _SHORTEST_REST)


def one_title(one: str, other: str, share: int = ONE_TITLE) -> bool:
    """Whether two titles are the same, or the same with a slip of a scan: ``share`` letters in a hundred are equal.

    Titles whose figures differ (2023年…, 2024年…; 第一批, 第二批) are different titles.
    """
    a, b = letters(one), letters(other)
    if not a or not b or _figures(a) != _figures(b):
        return a == b
    if same_title(one, other):
        return True
    short, long = sorted((len(a), len(b)))
    return short * 100 >= share * long and _most_equal(a, b) * 200 >= share * (short + long) and _ratio(a, b) * 100 >= share


@lru_cache(maxsize=8192)
def _different(bare: str) -> frozenset[str]:
    return frozenset(bare)


def _most_equal(one: str, other: str) -> int:
    """How many letters at most are equal, told without comparing their order: those that the other has not are none."""
    a, b = _different(one), _different(other)
    return min(len(one) - len(a - b), len(other) - len(b - a))


def likeness_of(one: str, other: str) -> float:
    """How much of two titles is the same, from 0 to 1; the longer may have the name of a body in front."""
    a, b = sorted((_core(one), _core(other)), key=len)
    ends = [b[-len(a) - more :] for more in (0, *_MORE)] if len(a) >= _SHORTEST_END else []
    return max(_ratio(a, long) for long in (b, *ends))


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # slow to import, seldom asked

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def spells(lines: str, title: str) -> bool:
    """Whether lines spell a title: equal but for marks and the name of a body in front, or nearly so.

    Letter by letter, since a reader asks it of many lines; figures may be the slip.
    """
    a, b = letters(lines), letters(title)
    if not a or not b:
        return False
    if a.endswith(b) or (b.endswith(a) and len(a) * 3 >= len(b) * 2):
        return True
    if len(b) < _SHORTEST_SPELLED or abs(len(a) - len(b)) > max(2, len(b) // _LOST_ONE_IN):
        return False
    begin = sum(1 for x, y in zip(a, b, strict=False) if x == y)
    end = sum(1 for x, y in zip(reversed(a), reversed(b), strict=False) if x == y)
    return max(begin, end) * 100 >= len(b) * _IN_PLACE
