"""Towns told once as another kind of unit than elsewhere (莲塘乡, 莲塘镇): a letter that says what a place is (norm ABB-06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.shared.told_reforms import tells_reform
from hegao.checks.task.body_register import Mention
from hegao.checks.task.near_twins import listed
from hegao.checks.text.strange_places import TOWN_LEVEL
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_HAN = "\u3400-\u9fff"
#: A name of two letters, or of three, with its kind, from where it can begin up to where it can end.
_TOWN = Scanner(
    lambda: rf"(?:^|(?<=[由在经报请向对及和与至到从往于为、，。；：（(|\s县区市])|(?<=位于|途经|其中))(?P<name>(?:(?![由在经报请向对及和与至到从往于为])[{_HAN}]){{2,3}}?)(?P<kind>{TOWN_LEVEL})"
    rf"(?:(?P<end>(?=[、，。；：）()（|\s至到及和与的等为负境辖各\d]|$|人民|政府|办事|党|卫生|中心|中学|小学|[{_HAN}]{{1,4}}村))|(?![镇村]))"
)
#: What is no name: 各乡镇, 本镇, 乡镇街道.
_NO_NAME = frozenset("各本全该我乡镇村每两多个县区市省")
_REFORM = Pattern("撤|设立|改设|更名|改名|合并|调整")
#: So many letters of one meaning let a name stand for both: 城关镇 has 城关街道 beside it.
_COMMON = ("城关", "城郊", "城东", "城西", "城南", "城北", "城厢")


def towns_exchanged(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The towns told once as one kind, each with the other name, by which all others call it."""
    told: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    whole = context.once(running)
    for one in whole.find(_TOWN):
        if _NO_NAME.isdisjoint(one.match["name"]) and not one.match["name"].endswith(_COMMON):
            told[one.match["name"]][one.match["kind"]].append(one)
    for name, kinds in told.items():
        # Where a name ends for sure once, whatever stands behind it is no part of it elsewhere: 云岭镇应急分队.
        if len(kinds) != 2 or all(one.match["end"] is None for places in kinds.values() for one in places):
            continue
        (rare, odd), (usual, right) = sorted(kinds.items(), key=lambda item: (len(item[1]), -_place(item[1][0])))
        one = odd[0]
        if whole.text.count(name + rare) != 1 or any(listed(one, other) for other in right) or tells_reform(one.match.string, one.match.start()):
            continue
        if not _REFORM.search(one.match.string) and not any(_one_column(one, other) for other in right):
            yield Mention(name + rare, _at(one)), Mention(name + usual, _at(right[0]))


def _place(one: Found) -> int:
    return one.offset + one.match.start()


def _one_column(one: Found, other: Found) -> bool:
    """Whether both are cells of tables: lists of places tell towns apart."""
    return one.node.kind == other.node.kind == "row" and one.node is not other.node


def _at(one: Found) -> Text:
    return one.passage.slice(one.match.start(), one.match.end())
