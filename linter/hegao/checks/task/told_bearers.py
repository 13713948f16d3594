"""One duty given to two bodies in two passages (同一职责两处不一): the office of a group set up in two places, 由甲局核定 here and 乙局核定 there (norm TSK-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.shared.roster import Bodies, generic
from hegao.phrases.units import begins_like_body, looks_like_body
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

_KINDS = "领导小组|工作专班|专班|指挥部|委员会|联席会议|协调小组|工作小组"
_BODY = rf"[\u3400-\u9fff]{{2,14}}?(?:{ending_in(body_endings('official'))}|中心|科|处|股|部)"
#: 领导小组办公室设在市商务局; 领导小组办公室（市商务局）.
_SEAT = Scanner(
    rf"(?P<group>{_KINDS})?(?:下设)?(?:日常)?办公室(?:[（(](?:设在|挂靠|挂靠在)?|设在|设于|挂靠在?)(?P<body>{_BODY})(?=[，。；）)、]|$|承担|负责|办公)",
    sign="办公室",
)
_WORK = r"(?P<verb>负责|核定|审核|审批|审定|批准|组织实施|组织(?!实施)|承担|发布|解释|认定|评定|汇总|管理|统筹|拨付)"
#: 投放总量由市交通运输局核定; 市交通运输局核定投放总量后.
_GIVEN = Scanner(rf"(?:^|(?<=[，。；：、]))(?P<what>[\u3400-\u9fff]{{4,20}}?)(?:统一)?由(?P<body>{_BODY})(?:统一|具体)?{_WORK}(?=[，。；]|$)", sign="由")
_DOES = Scanner(rf"(?:^|(?<=[，。；：、　 ]))(?P<body>{_BODY})(?:统一|具体)?{_WORK}(?P<what>[\u3400-\u9fff]{{4,20}})", sign=_WORK.replace("?P<verb>", "?:"))
_SHORTEST = 4


class Elsewhere(NamedTuple):
    """Where another body bears the duty, the duty, who bears it here and there."""

    at: Text
    measure: str
    here: str
    there: Text


def told_bearers(context: Context) -> Iterator[Elsewhere]:
    """The later of two passages that give one duty to two bodies."""
    bodies = context.tables.made(Bodies)
    yield from _seats(context, bodies)
    text = context.once(running)
    given = [one for one in text.find(_GIVEN, "heading", "paragraph") if _is_body(one)]
    done = [one for one in text.find(_DOES, "heading", "paragraph") if _is_body(one)] if given else []
    for one in done:
        same = [other for other in given if other.match["verb"] == one.match["verb"] and _same(other.match["what"], one.match["what"])]
        kins = {bodies.kin(other.match["body"]) for other in same}
        if len(kins) == 1 and bodies.kin(one.match["body"]) not in kins and not any(_one(one, other) for other in same):
            later, first = sorted((one, same[0]), key=lambda found: found.offset + found.match.start(), reverse=True)
            yield Elsewhere(later.at("body"), same[0].match["what"], later.match["body"], first.at("body"))


def _seats(context: Context, bodies: Bodies) -> Iterator[Elsewhere]:
    """The office of a group said to be in a body, and in another one further on."""
    told = [one for one in context.once(running).find(_SEAT, "heading", "paragraph", "row") if _is_body(one)]
    kins = [bodies.kin(one.match["body"]) for one in told]
    groups = {one.match["group"] for one in told if one.match["group"]}
    if len(set(kins)) == 2 and len(groups) < 2 and not _one(told[0], told[kins.index(next(kin for kin in kins if kin != kins[0]))]):
        other = next(one for one, kin in zip(told, kins, strict=True) if kin != kins[0])
        yield Elsewhere(other.at("body"), f"{other.match['group'] or ''}办公室", other.match["body"], told[0].at("body"))


def _is_body(found: Found) -> bool:
    name = found.match["body"]
    return looks_like_body(name) and not generic(name) and (begins_like_body(name) or len(name) >= _SHORTEST)


def _one(one: Found, other: Found) -> bool:
    """Whether one name is the other one shortened."""
    short, long = sorted((one.match["body"], other.match["body"]), key=len)
    return long.endswith(short) or short[:-1] in long


def _same(given: str, done: str) -> bool:
    """Whether one duty is told: by the end of the words before 由, and the begin of those behind the verb."""
    return any(done.startswith(given[at:]) for at in range(len(given) - _SHORTEST + 1))


