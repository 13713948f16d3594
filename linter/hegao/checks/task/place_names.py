"""Places whose names a document tells in two ways: a county as a district (平川县, 平川区), a place in a table that the text does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.no_place_names import NO_LONE_NAME, is_word
from hegao.checks.shared.passages import Found, running
from hegao.checks.task.body_register import Mention
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HAN = "\u3400-\u9fff"
#: A name of two letters and its level, from where it can begin up to where it must end.
_NAMED = Scanner(
    rf"(?:^|(?<=[由在经报请向对及和与、，。；：（|\s]))(?P<stem>[{_HAN}]{{2}})(?P<level>[市县区])(?=[、，。；：）(（|\s含为]|$|人民|政府|委|教|财|水|住|农|卫|公安|自然|市场|\d)"
)
_BEFORE_ANYTHING = Scanner(rf"(?:^|(?<=[由在经报请向对及和与、，。；：（|\s]))(?P<stem>[{_HAN}]{{2}})(?P<level>[市县区])(?=[{_HAN}])(?![直级属域内间委])")
_CITY = "市"
#: What begins no name: 各县, 全市; and what tells a sort of district.
_NO_NAME = NO_LONE_NAME | frozenset("片社园库灌景校厂小")


def levels_exchanged(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The place told once, or later, under another level than elsewhere; a county may have the name of its city."""
    told: dict[str, dict[str, list[Found]]] = defaultdict(dict)
    whole = context.once(running)
    for one in whole.find(_NAMED):
        if _NO_NAME.isdisjoint(one.match["stem"]):
            told[one.match["stem"]].setdefault(one.match["level"], []).append(one)
    for one in whole.find(_BEFORE_ANYTHING):
        # Of a place that is known anything may stand behind: 江河区永安公司.
        known = told.get(one.match["stem"], {})
        if known and one.match["level"] not in known:
            known[one.match["level"]] = [one]
    issuers = "".join(context.document.issuers)
    for stem, levels in told.items():
        # A city may have a county of its name; a county and a district never share one.
        if len(levels) != 2 or stem in issuers and _CITY in levels or stem not in issuers and is_word(stem):
            continue
        (rare, odd), (usual, right) = sorted(levels.items(), key=lambda item: (stem + item[0] in issuers, len(item[1]), -_is_cell(item[1][0]), item[1][0].offset))
        if len(odd) == 1 and whole.text.count(stem + rare) == 1:
            yield Mention(stem + rare, _at(odd[0])), Mention(stem + usual, _at(right[0]))


def _is_cell(one: Found) -> bool:
    return one.node.kind == "row"


def _at(one: Found) -> Text:
    return one.passage.slice(one.match.start(), one.match.end())


_CELL = Pattern(lambda: rf"^[{_HAN}]{{2,3}}{one_of(level_names('place'))}$")
#: So many places of a column the text tells, at least.
_TOLD = 2


def strange_rows(context: Context) -> Iterator[Mention]:
    """The one place of a column of places that stands nowhere else in the document, where it tells all the others."""
    whole = context.once(running).text
    for table in (node for node in context.document.walk() if isinstance(node, Table)):
        for index in range(len(table.columns)):
            cells = {cell.value: cell for row in table.rows if index < len(row.cells) and _CELL.search((cell := row.cells[index]).value)}
            lone = [name for name in cells if whole.count(name) == 1]
            if len(lone) == 1 and len(cells) > _TOLD + 1:
                yield Mention(lone[0], cells[lone[0]])
