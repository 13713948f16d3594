"""How many people there are in all (人数): 每班8人、三班制、另设机动4人，共28人; 两局各派2人、1人，共6人; 三分之二以上（即18人以上）of 27 members (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, level_names

_HEADS = "[名人]"
_N = r"(?P<n>[两二三四五六]|[2-6])"
_ALL = rf"[^。；]{{0,40}}?(?:共计?|合计|总计|一共)(?:需要?|安排|配备|抽调|派出?|组织)?(?:[\u3400-\u9fff]{{0,6}})?(?P<all>\d{{1,4}}){_HEADS}(?!次)"
_SHIFTS = (
    Scanner(rf"{_N}班(?:制|倒|轮换|轮流|运转)[^。；]{{0,24}}?每班[^，。；\d]{{0,8}}(?P<each>\d{{1,3}}){_HEADS}(?P<rest>{_ALL})", sign="每班"),
    Scanner(rf"每班[^，。；\d]{{0,8}}(?P<each>\d{{1,3}}){_HEADS}[^。；]{{0,24}}?{_N}班(?:制|倒|轮换|轮流|运转)(?P<rest>{_ALL})", sign="每班"),
    Scanner(rf"分(?:为|成)?{_N}个?班[^。；]{{0,24}}?每班[^，。；\d]{{0,8}}(?P<each>\d{{1,3}}){_HEADS}(?P<rest>{_ALL})", sign="每班"),
)
_MORE = Pattern(rf"(?:另|外加|加上?|机动|备勤|预备)[^，。；\d]{{0,10}}(?P<more>\d{{1,3}}){_HEADS}")
#: 四班三运转: one of the four rests.
_ROUNDS = Pattern("班[两二三]运转")
#: 由两局各派工程师2人、养护人员1人，共6人.
_SIDES = Scanner(
    lambda: rf"(?P<n>[两二三四五六七八九]|[2-9])(?P<side>[地家校]|个?(?:{one_of((*level_names('place'), *(kind.ending for kind in body_kinds())))})|支队伍?|个小组)各(?:选派|派出?|安排|抽调|指派|明确|配备|出|推荐|选)?"
    rf"(?P<list>(?:[^，。；：、\d]{{0,12}}\d{{1,3}}{_HEADS}[、和]?){{1,4}})[，,]?(?:组成|合计|共计?|总计|一共)(?:计)?(?P<all>\d{{1,4}}){_HEADS}",
    sign=r"各[^，。；：、\d]{0,14}\d{1,3}[名人]",
)
_LISTED = Pattern(rf"\d{{1,3}}(?={_HEADS})")
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")


def wrong_crews(context: Context) -> Iterator[Odd]:
    """Numbers of people that what is told of each shift, each side or of all does not give."""
    text = context.once(running_without_names)
    for scanner in _SHIFTS:
        for found in text.find(scanner, "heading", "paragraph"):
            more = _MORE.search(found.match["rest"])
            if _ROUNDS.search(found.match[0]) is None:
                yield from _told(found, value_of(found.match["n"]) * int(found.match["each"]), int(more["more"]) if more else 0)
    for found in text.find(_SIDES, "heading", "paragraph"):
        yield from _told(found, value_of(found.match["n"]) * sum(int(one[0]) for one in _LISTED.finditer(found.match["list"])), 0)
    for found in text.find(_QUORUM, "heading", "paragraph"):
        yield from _quorum(found)


def _told(found: Found, right: int, more: int) -> Iterator[Odd]:
    stated = int(found.match["all"])
    if stated not in (right, right + more) and right and _LEAST <= Decimal(stated) / right <= _MOST:
        yield Odd(found.at("all"), f"{right + more}人", [found.at("n")])


#: 由27名委员组成，……三分之二以上委员（即18人以上）出席.
_QUORUM = Scanner(
    rf"(?:由|共|设|有)(?P<n>\d{{1,3}}){_HEADS}(?P<who>[\u3400-\u9fff]{{2,8}}?)(?:组成|构成)?[，。；,](?:[^。；]{{0,60}}[。；，])?[^。；]{{0,40}}?(?P<share>三分之[一二]|四分之三|五分之[二三四]|二分之一|半数|过半数?)(?:以上|的)?(?:[\u3400-\u9fff]{{0,6}})?"
    rf"[（(，](?:即|也就是)?(?:至少|不少于)?(?P<all>\d{{1,3}}){_HEADS}",
    sign=r"(?:三分之[一二]|四分之三|五分之[二三四]|二分之一|过半|半数)",
)
_SHARES = {"三分之一": (1, 3), "三分之二": (2, 3), "四分之三": (3, 4), "五分之二": (2, 5), "五分之三": (3, 5), "五分之四": (4, 5)}


def _quorum(found: Found) -> Iterator[Odd]:
    """So many are two thirds of all; more than half is one more than half of them."""
    whole, stated = int(found.match["n"]), int(found.match["all"])
    part = _SHARES.get(found.match["share"])
    right = int((Decimal(whole * part[0]) / part[1]).to_integral_value(ROUND_CEILING)) if part else whole // 2 + 1
    fits = (right,) if part else (right, -(-whole // 2))
    if stated not in fits and stated < whole and abs(stated - right) * 2 <= right:
        yield Odd(found.at("all"), f"{right}人", [found.at("n")])
