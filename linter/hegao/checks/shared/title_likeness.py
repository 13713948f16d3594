"""Whether two titles are one: compared without spaces, marks and slips of a scan, but never over different figures."""

from __future__ import annotations

import functools

from hegao.sources.lazy_pattern import Pattern

_MARKS = Pattern(r"[\s《》〈〉“”‘’「」（）()〔〕\[\]、，,.。．…·—－\-]+")
_DOUBLED = Pattern("([\u3400-\u9fff]{1,4})\\1")
_FIGURES = Pattern(r"\d+|[一二三四五六七八九十]+")
#: Share of equal characters from which two titles are one title with slips.
_ENOUGH = 0.9


@functools.lru_cache(maxsize=8192)
def bare(title: str) -> str:
    """The title without spaces and marks."""
    return _MARKS.sub("", title)


@functools.lru_cache(maxsize=8192)
def _figures(title: str) -> tuple[str, ...]:
    return tuple(_FIGURES.findall(title))


def undoubled(title: str) -> str:
    """The title with doubled words once; that a word is doubled is another rule's finding."""
    return _DOUBLED.sub(r"\1", title)


def alike(one: str, other: str) -> bool:
    """Whether the titles are the same but for spaces, marks, the body's name in front or a slip of a scan.

    Titles whose figures differ (2023年…, 2024年…; 第一批, 第二批) are different titles.
    """
    a, b = bare(one), bare(other)
    if a == b:
        return True
    if not a or not b or _figures(a) != _figures(b):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and long.endswith(short) and "关于" in short[:6]:
        return True
    if len(short) < _ENOUGH * len(long):
        return False
    from difflib import SequenceMatcher  # slow to import, seldom asked

    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ENOUGH
