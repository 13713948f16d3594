"""Platforms, programmes and works that go by a name in quotes, told once by another one: “江河督查在线”平台, “江河在线督查”平台."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.task.body_register import Mention
from hegao.checks.task.one_body import in_order
from hegao.sources.scanner import Scanner

_NAMED = Scanner(r"(?P<at>“(?P<name>[\u3400-\u9fff]{4,14})”(?P<kind>平台|系统|小程序|公众号|客户端|网站|热线|专栏|行动|活动|工程|计划|品牌|码|APP))", sign="”[平系小公客网热专行活工计品码A]")
#: Letters whose coming or going makes another name.
_TELLING = frozenset("一二三四五六七八九十百千万东西南北上下新老春夏秋冬")


def quoted_names(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names told once, each with the one that the document told before it."""
    told: dict[str, list[Found]] = defaultdict(list)
    for found in context.once(running).find(_NAMED, "heading", "paragraph", "row", "title"):
        told[found.match["name"]].append(found)
    text = context.once(running).text
    for name, places in told.items():
        like = [other for other in told if other != name and _one(name, other)]
        if len(like) != 1 or len(places) != 1 or text.count(name) != 1:
            continue
        there, one = told[like[0]], places[0]
        first = len(there) > 1 or there[0].offset + there[0].match.start() < one.offset + one.match.start()
        if first and there[0].match["kind"] == one.match["kind"] and not any(_side_by_side(one, other) for other in there):
            yield Mention(name, one.at("name")), Mention(like[0], there[0].at("name"))


def _side_by_side(one: Found, other: Found) -> bool:
    """Whether one list has both: then they are two."""
    if one.passage is not other.passage:
        return False
    first, last = sorted((one.match, other.match), key=lambda match: match.start())
    return not any(mark in one.match.string[first.end() : last.start()] for mark in "，。；")


def _one(name: str, other: str) -> bool:
    """Whether the words of one stand in the other in another order, or all but one or two of its letters do in theirs."""
    short, long = sorted((name, other), key=len)
    if len(short) == len(long):
        return sorted(short) == sorted(long) or sum(a != b for a, b in zip(short, long, strict=True)) == 1 and not (set(short) ^ set(long)) & _TELLING
    return len(long) - len(short) <= 2 and in_order(short, long) and not (set(long) - set(short)) & _TELLING
