"""What a reused text leaves behind besides names of places (套改旧稿): the holiday of another notice, an institution of another number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, level_names

#: Holidays that notices are written for; names of one stand together.
_HOLIDAYS = (("元旦",), ("春节",), ("元宵",), ("清明",), ("五一", "劳动节"), ("端午",), ("中秋",), ("国庆",), ("寒假",), ("暑假", "暑期"))
_HOLIDAY = Scanner("|".join(name for names in _HOLIDAYS for name in names))
#: It is told as the one at hand: 国庆期间, 国庆假期值班, 国庆节前.
_AT_HAND = Pattern(r"[”’]?(?:节日?|长假|小长假|假期|假日)?[”’]?(?:期间|假期|放假|假日|长假|小长假|值班|值守|安全|节前|节后|前后|返程|调休)")
#: What was then, or will be: 2025年国庆期间, 去年国庆.
_OTHER_TIME = Pattern(r"(?:20\d\d年|去年|上年|往年|明年|历年)[“‘]?$")
_YEAR = Pattern(r"20\d\d(?=年)")


class Leftover(NamedTuple):
    """What is told, where, and what the document is about."""

    said: str
    at: Text
    own: str


def leftovers(context: Context) -> Iterator[Leftover]:
    """All such places, for the clerk to look at."""
    yield from _holidays(context)
    yield from _institutions(context)


def _holidays(context: Context) -> Iterator[Leftover]:
    """The holiday at hand that is not the one of the title."""
    title = context.document.title.text.value if context.document.title is not None else ""
    own = [names for names in _HOLIDAYS if any(name in title for name in names)]
    if not own:
        return
    years = set(_YEAR.findall(title))
    for found in context.once(running).find(_HOLIDAY, "heading", "paragraph", "row"):
        name, value = found.match[0], found.passage.value
        if any(name in names for names in own) or not _AT_HAND.match(value, found.match.end()):
            continue
        begin = max(value.rfind(mark, 0, found.match.start()) for mark in "。；") + 1
        # Of another year, or told beside the own one, it is no slip.
        before = value[begin : found.match.start()]
        if _OTHER_TIME.search(before) and not any(before.rstrip("“‘").endswith(f"{year}年") for year in years):
            continue
        end = min((at for mark in "。；" if (at := value.find(mark, found.match.end())) >= 0), default=len(value))
        if not any(one in value[begin:end] for names in own for one in names):
            yield Leftover(name, found.at(), own[0][0])


_HOUSES = ("事业单位", "企业", "队伍")
#: An institution with a number, from where its name can begin: 江河市第三中学.
_NUMBERED = Scanner(
    lambda: rf"(?:(?:[\u3400-\u9fff]{{2,3}})?{one_of(level_names('place'))})?第(?P<number>[一二三四五六七八九十]{{1,3}})"
    rf"(?P<kind>[\u3400-\u9fff]{{0,4}}?(?:[中小]学|{one_of(kind.ending for kind in body_kinds() if kind.kind in _HOUSES)}))(?![\u3400-\u9fff]?[路站])",
    sign="第",
)
#: So often the document tells the one that it speaks of.
_OFTEN = 3


def _institutions(context: Context) -> Iterator[Leftover]:
    """The institution told once whose number alone differs from that of one of which the document speaks throughout."""
    told: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for found in context.once(running).find(_NUMBERED):
        told[found.match["kind"]][found.match["number"]].append(found)
    for kind, numbers in told.items():
        (rare, *_), (usual, *_) = (sorted(numbers, key=lambda one: (len(numbers[one]), numbers[one][0].offset), reverse=turn) for turn in (False, True))
        if len(numbers) == 2 and len(numbers[rare]) == 1 and len(numbers[usual]) >= _OFTEN:
            (one,) = numbers[rare]
            # A row names one of many.
            if one.node.kind in ("heading", "paragraph") and not any(one.passage is other.passage and _listed(one, other) for other in numbers[usual]):
                yield Leftover(f"第{rare}{kind}", one.at(), f"第{usual}{kind}")


def _listed(one: Found, other: Found) -> bool:
    """Whether two stand in one list: 第一中学、第三中学."""
    first, then = sorted((one, other), key=lambda found: found.match.start())
    between = one.passage.value[first.match.end() : then.match.start()]
    return not any(mark in between for mark in "。；，")
