"""Names with a figure in them (带编号的名称): a road, a meeting, a school, a code, a telephone that is told twice with two figures.

Which of two figures is right nobody can tell from the text, and two things of one kind may well be meant; so all of them are but asked about.
What shows that one thing is meant: figures that have changed places, or the same words on both sides of the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from os.path import commonprefix
from typing import NamedTuple

from hegao.checks.shared.passages import Found, Running
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text


class Otherwise(NamedTuple):
    """A name, how it is told elsewhere, and where; ``fault``, where it is another than that two names stand for one thing."""

    at: Text
    other: str
    there: Text
    fault: str = "apart"


_FIGURE = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,6})"
#: 省道218线, 国道G312, X021, 地铁3号线.
_ROADS = Scanner(r"(?P<kind>[国省县乡]道|高速(?:公路)?)?(?P<letter>[GSXY])?(?P<number>\d{2,4})(?P<line>线|国道|省道|县道)?(?![\d.年月日%％元万亿名人户家个件项亩米号])(?:(?<=[线道])|(?<=[道速路GSXY]\d\d)|(?<=[道速路GSXY]\d\d\d)|(?<=[道速路GSXY]\d\d\d\d))", sign=r"[道速路GSXY]\d|\d(?:线|国道|省道|县道)")
#: 第41次常务会议.
_SESSIONS = Scanner(rf"第(?P<number>{_FIGURE})(?P<unit>[次届])(?P<name>[\u3400-\u9fff（）]{{0,10}}?会议?)", sign="[次届]")
#: JH2026-0381: letters and figures, at least so many characters.
_CODES = Scanner(r"(?<![A-Za-z0-9])(?P<number>[A-Z]{2,10}[A-Z0-9]*(?:[-—－/]?[A-Z]*\d{2,})+)(?![A-Za-z0-9])")
_SHORTEST_CODE = 6
#: 0739-8210017, 13800000000.
_PHONES = Scanner(r"(?<![\d.])(?:0\d{2,3}[-—－])?(?P<number>[2-8]\d{6,7}|1[3-9]\d{9})(?!\d)")
#: 第三中学, 第二污水处理厂; the words on both sides tell which one is meant.
_NAMED = Scanner(rf"第(?P<number>{_FIGURE})(?P<name>(?:实验)?(?:初级|高级)?(?:中学|小学|幼儿园|医院|人民医院|水厂|污水处理厂|福利院|养老院|敬老院|看守所|标段|水库|泵站|变电站|垃圾填埋场|粮库|菜市场|农贸市场))", sign="第")
#: So many letters behind the figure, and so many on both sides of it together, must be the same where one thing is meant.
_BEHIND, _TOGETHER = 2, 7
_NEAR = 16
#: Of more names of one kind than this the document makes a list.
_LIST, _DIRECTORY = 3, 40
#: A figure stands among others of its kind: 第一、第二小学, 省道218线、219线.
_MARKS_OF_LISTS = ("、", "和", "及", "与", "至", "到", "~", "～", "—")


class _Name(NamedTuple):
    figure: str
    found: Found

    def words(self) -> tuple[str, str]:
        """What stands before the figure and behind it, near by."""
        value, (start, end) = self.found.passage.value, self.found.match.span("number")
        return value[max(0, start - _NEAR) : start], value[end : end + _NEAR]


_Kinds = dict[str, dict[str, list[_Name]]]


def names_otherwise(text: Running) -> Iterator[Otherwise]:
    """The names of a document that are told with two figures."""
    roads = _by_kind(text, _ROADS, _road)
    codes = _by_kind(text, _CODES, _code)
    yield from _swapped(roads)
    yield from _same_words(roads)
    yield from _swapped(_by_kind(text, _SESSIONS, lambda found: found.match["unit"] + found.match["name"].removesuffix("议")))
    yield from _swapped(codes)
    yield from _one_figure_off(codes)
    yield from _swapped(_by_kind(text, _PHONES, lambda found: str(len(found.match["number"]))), _DIRECTORY)
    yield from _same_words(_by_kind(text, _NAMED, lambda found: found.match["name"]))


def _road(found: Found) -> str:
    match = found.match
    return f"{match['letter'] or match['kind'] or ''}{len(match['number'])}" if match["kind"] or match["letter"] or match["line"] else ""


def _code(found: Found) -> str:
    """The letters of a code with the number of its figures; nothing for what is too short to be one."""
    code = found.match["number"]
    return "".join("0" if mark.isdigit() else mark for mark in code) if len(code) >= _SHORTEST_CODE else ""


def _by_kind(text: Running, pattern: Scanner, kind: Callable[[Found], str]) -> _Kinds:
    """What a pattern finds, by what it is of and by its figure, in order."""
    kinds: _Kinds = {}
    for found in text.find(pattern):
        figure = found.match["number"]
        if name := kind(found):
            kinds.setdefault(name, {}).setdefault(figure if not figure.isalpha() else str(value_of(figure)), []).append(_Name(figure, found))
    return kinds


def _swapped(kinds: _Kinds, most: int = _LIST) -> Iterator[Otherwise]:
    """The names of which two figures have changed places; of two in tables each may be another thing."""
    for figures in kinds.values():
        for one, other in combinations(figures, 2) if len(figures) <= most else ():
            both = (*figures[one], *figures[other])
            if _neighbours_exchanged(one, other) and not all(name.found.node.kind == "row" for name in both):
                yield from _rarer(figures[one], figures[other])


def _neighbours_exchanged(one: str, other: str) -> bool:
    off = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]


def _one_figure_off(kinds: _Kinds) -> Iterator[Otherwise]:
    """The one code of its kind that is told again and again, and once with another figure."""
    for figures in kinds.values():
        if len(figures) == 2:
            rare, often = sorted(figures.values(), key=len)
            if len(rare) == 1 < len(often) and sum(a != b for a, b in zip(rare[0].figure, often[0].figure, strict=True)) == 1:
                yield from _rarer(rare, often)


def _same_words(kinds: _Kinds) -> Iterator[Otherwise]:
    """The names that stand once with another figure than elsewhere between the very same words."""
    for figures in kinds.values():
        for one, other in combinations(figures, 2):
            rare, often = sorted((figures[one], figures[other]), key=len)
            if len(rare) == 1 < len(often) and not _neighbours_exchanged(one, other) and not _listed(rare[0]) and any(_alike(rare[0], name) for name in often):
                yield from _rarer(rare, often)


def _alike(one: _Name, other: _Name) -> bool:
    """Whether the same words stand on both sides of two figures."""
    (before, behind), (front, back) = one.words(), other.words()
    ahead, after = len(commonprefix([before[::-1], front[::-1]])), len(commonprefix([behind, back]))
    own = one.found.match.end() - one.found.match.end("number")
    return ahead > 1 and after >= own + _BEHIND and ahead + after >= _TOGETHER


def _listed(name: _Name) -> bool:
    """Whether a figure stands beside others of its kind."""
    before, behind = name.words()
    rest = name.found.match.end() - name.found.match.end("number")
    return before.removesuffix("第")[-1:] in _MARKS_OF_LISTS or behind[rest : rest + 1] in _MARKS_OF_LISTS


def _rarer(one: list[_Name], other: list[_Name]) -> Iterator[Otherwise]:
    """The name that is told less often, of two told as often the later one, against the other."""
    rare, often = sorted((one, other), key=lambda names: (len(names), -_place(names[0])))
    yield Otherwise(rare[0].found.at(), often[0].found.match[0], often[0].found.at())


def _place(name: _Name) -> int:
    return name.found.offset + name.found.match.start()
