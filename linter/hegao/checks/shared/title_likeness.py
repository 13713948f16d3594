"""Whether two titles are one: compared without spaces, marks and slips of a scan, but never over different figures."""

from __future__ import annotations

import functools

from hegao.sources.lazy_pattern import Pattern

_MARKS = Pattern(r"[\s《》〈〉“”‘’「」（）()〔〕\[\]、，,.。．…·—－\-]+")
_DOUBLED = Pattern("([\u3400-\u9fff]{1,4})\\1")
_FIGURES = Pattern(r"\d+|[一二三四五六七八九十]+")
_DOUBLE_NOTICE = Pattern(r"的通知(?:的通知)+$")
_VERSION = Pattern(r"\s*[（(][^（）()]{2,12}[）)]$")
_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9]+")
#: Equal characters in a hundred from which two titles are one title with slips.
ONE_TITLE = 90


@functools.lru_cache(maxsize=8192)
def bare(title: str) -> str:
    """The title without spaces and marks."""
    return _MARKS.sub("", title)


@functools.lru_cache(maxsize=8192)
def _figures(title: str) -> tuple[str, ...]:
    return tuple(_FIGURES.findall(title))


def undoubled(title: str) -> str:
    """The title with doubled words once."""
    return _DOUBLED.sub(r"\1", title)


def alike(one: str, other: str, likeness: int = ONE_TITLE) -> bool:
    """Whether the titles are the same but for spaces, marks, the body's name in front or a slip of a scan.

    Titles whose figures differ (2023年…, 2024年…; 第一批, 第二批) are different titles.  ``likeness`` is in a hundred.
    """
    a, b = bare(one), bare(other)
    if a == b:
        return True
    if not a or not b or _figures(a) != _figures(b):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and long.endswith(short) and "关于" in short[:6]:
        return True
    if len(short) < likeness / 100 * len(long):
        return False
    from difflib import SequenceMatcher  # slow to import, seldom asked

    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= likeness / 100


def _letters(title: str) -> str:
    """The title without marks and what titles leave out when others take them in: 关于 in front, 的, a version in brackets behind."""
    title = _DOUBLE_NOTICE.sub("的通知", _VERSION.sub("", title.strip()))
    return _NO_LETTER.sub("", title).removeprefix("关于").replace("的", "")


def same_name(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks, spaces and the name of the place or body in front."""
    a, b = sorted((_letters(one), _letters(other)), key=len)
    return b.endswith(a) and (len(a) == len(b) or len(a) >= 6)


def name_likeness(one: str, other: str) -> float:
    """How much two titles agree; the longer may have the name of a body in front."""
    from difflib import SequenceMatcher

    a, b = sorted((_letters(one), _letters(other)), key=len)
    tails = [b[-len(a) - more :] for more in (0, 2, 4)] if len(a) >= 8 else []
    return max(SequenceMatcher(None, a, long, autojunk=False).ratio() for long in (b, *tails))
