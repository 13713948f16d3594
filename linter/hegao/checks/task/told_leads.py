"""One piece of work led by two bodies in two places (牵头单位前后不一): 某平台由甲局牵头, and then 乙局作为该平台牵头单位, 牵头单位乙局, or 乙局 in its row (norms TSK-11, TSK-13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.task.told_bearers import Elsewhere
from hegao.document.first_leads import lets_first_lead
from hegao.phrases.units import locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words

_BODY = rf"[\u3400-\u9fff]{{2,18}}?{ending_in(body_endings('act'))}"
_LEADS = one_of(duty_words("verb", "lead"))
#: 农贸市场改造由市商务局统一牵头.
_LED = Scanner(
    lambda: rf"(?:^|(?<=[，。；：、.．）　 ]))(?P<work>[^，。；：、.．　 由]{{2,30}})由(?P<body>{_BODY})(?:统一|具体|负责|总)?{_LEADS}(?P<does>建设|组织|实施|推进|负责|落实|开展|编制|制定|修订)?(?=[\u3400-\u9fff，。；]|$)", sign="由"
)
#: 市数据局作为平台建设牵头单位; 牵头单位市数据局.
_CALLED = Scanner(
    lambda: (
        rf"(?:^|(?<=[，。；：、由　 ]))(?P<body>{_BODY})(?:作为|是)(?P<work>[^，。；：、]{{2,24}}?)的?(?:总?牵头|主管|主办)单位"
        rf"|(?:[^一-鿿]|[由报向经与请和及])(?P<bare>牵头(?:单位|部门)(?P<named>{_BODY}))(?=[于在按每负汇统会组应要将须与和审提牵定，。；])"
    ),
    sign="单位|部门",
)
_SHORTEST = 4
_NO_LETTER = Pattern(r"[^\u3400-\u9fffA-Za-z0-9]+")
#: Parts and turns have leads of their own.
_PARTS = Pattern(r"^(?:其中|分别|各自|具体|此项|该项|以上|上述)|分别|按职责|期间|阶段")
#: 责任单位为市住房城乡建设局、市审计局，…由市审计局牵头.
_LISTED = Scanner(rf"责任单位(?:为|是|：)(?P<first>{_BODY})、[^，。；]{{2,60}}[，。；][^。\n]{{0,60}}?由(?P<body>{_BODY})(?:负责)?牵头", sign="责任单位")


class _Led(NamedTuple):
    """A piece of work and its lead, and where that is told."""

    work: str
    body: str
    at: Text
    node: object


def told_leads(context: Context) -> Iterator[Elsewhere]:
    """The later of two places that give one piece of work to two leads."""
    bodies = context.tables.made(Bodies)
    text = context.once(running)
    led = [_Led(_letters(found.match["work"]) + (found.match["does"] or ""), found.match["body"], found.at("body"), found.node) for found in text.find(_LED, "heading", "paragraph") if _counts(found)]
    yield from _twice(led, bodies)
    if led:
        yield from _called(text.find(_CALLED, "heading", "paragraph"), led, bodies)
        yield from _rows(context, led, bodies)
    if any(lets_first_lead(found.passage.value) for found in text.find(_FIRST, "heading", "paragraph")):
        yield from _listed(text.find(_LISTED, "heading", "paragraph"), bodies)


#: Where a text may say that the first of several leads.
_FIRST = Scanner(r"首位|第一(?:个|位|家)|列前|排(?:名|列|在)|居首", sign=r"首位|第一(?:个|位|家)|列前|排(?:名|列|在)|居首")


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _counts(found: Found) -> bool:
    return len(_letters(found.match["work"])) >= _SHORTEST and not _PARTS.search(found.match["work"]) and _is_one(found.match["body"])


def _is_one(name: str) -> bool:
    """Whether a name is that of one body."""
    return looks_like_body(name) and not generic(name) and not name.startswith("各") and len(locate_units(name)) == 1


def _differ(one: str, other: str, bodies: Bodies) -> bool:
    """Whether two names are of two bodies, neither shortened from the other."""
    short, long = sorted((one, other), key=len)
    return bodies.kin(one) != bodies.kin(other) and not long.endswith(short[-3:]) and short[:-1] not in long


def _twice(led: Sequence[_Led], bodies: Bodies) -> Iterator[Elsewhere]:
    for index, one in enumerate(led):
        same = [other for other in led[:index] if other.work == one.work or _ends(one.work, other.work)]
        if same and all(_differ(one.body, other.body, bodies) for other in same) and len({other.body for other in same}) == 1:
            yield Elsewhere(one.at, one.work, one.body, same[0].at)


def _ends(one: str, other: str) -> bool:
    """Whether the one is the other, told without the words in front of it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.endswith(short) and len(short) * 2 >= len(long)


def _called(found: Iterator[Found], led: Sequence[_Led], bodies: Bodies) -> Iterator[Elsewhere]:
    for one in found:
        name = one.match["body"] or one.match["named"]
        if not _is_one(name):
            continue
        if one.match["body"]:
            work = _letters(one.match["work"])
            meant = [other for other in led if len(work) >= _SHORTEST and (other.work.endswith(work) or work.endswith(other.work))]
        else:
            # Named without its work, it is the one lead of its paragraph, else that of the whole text.
            meant = [other for other in led if other.node is one.node] or list(led)
        if meant and len({other.body for other in meant}) == 1 and _differ(name, meant[0].body, bodies):
            yield Elsewhere(one.at("body") if one.match["body"] else one.at("bare"), meant[0].work, name, meant[0].at)


def _rows(context: Context, led: Sequence[_Led], bodies: Bodies) -> Iterator[Elsewhere]:
    """The rows that name the work in the same words, and another lead."""
    for task in context.document.tasks:
        if task.form != "row" or len(task.lead) != 1 or generic(task.lead[0].name):
            continue
        words = _letters(task.measure.value)
        meant = [one for one in led if words == one.work or one.work.startswith(words) and len(one.work) - len(words) <= 2]
        if len(words) >= _SHORTEST and len({one.body for one in meant}) == 1 and _differ(task.lead[0].name, meant[0].body, bodies):
            yield Elsewhere(task.lead[0].text, task.measure.value, task.lead[0].name, meant[0].at)


def _listed(found: Iterator[Found], bodies: Bodies) -> Iterator[Elsewhere]:
    """The items whose lead is not the first of their list, where the text says that the first leads."""
    for one in found:
        if _is_one(one.match["first"]) and _is_one(one.match["body"]) and _differ(one.match["first"], one.match["body"], bodies):
            yield Elsewhere(one.at("body"), one.passage.value[: one.match.start()], one.match["body"], one.at("first"))
