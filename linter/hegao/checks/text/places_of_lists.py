"""Places told together twice (同一组地名列了两次), one of them another the second time: 柳湾镇 in one list, 梅湾镇 in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from hegao.checks.base import Context
from hegao.checks.shared.no_place_names import NO_NAME
from hegao.checks.shared.passages import running
from hegao.checks.text.strange_places import Stranger
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HAN = "\u3400-\u9fff"
#: What leads to a name, or joins names, is no letter of one.
def _name() -> str:
    return rf"(?P<name>(?:(?![由在经报请向对及和与至到从往于为各本全该])[{_HAN}]){{2,3}}?)(?P<level>{one_of({*level_names('place'), '社区', '村'})})"


_PLACE = Pattern(lambda: rf"(?:^|(?<=[由在经报请向对及和与至到从往于为、，。；：（(\s]))(?:其中)?{_name()}(?=[、，。；：）()（\s至到及和与的等为负\d共每要应须按由分]|$)")
_CELL = Pattern(lambda: rf"^{_name()}$")
#: Fewer are told together by chance; of more groups than this nobody compares all.
_FEWEST, _MOST_GROUPS = 3, 40


#: The places that a sentence or a column tells, each with where it stands.
_Group = Mapping[str, Text]


def odd_members(context: Context) -> Iterator[Stranger]:
    """The place of one group that another group of the same size has not, told once, with the one that it has instead."""
    groups = [group for group in _groups(context) if len(group) >= _FEWEST]
    text = context.once(running).text
    told: set[str] = set()
    for one, other in combinations(groups[:_MOST_GROUPS], 2):
        if len(one) != len(other):
            continue
        ours, theirs = one.keys() - other.keys(), other.keys() - one.keys()
        if len(ours) != 1 or not _near(*ours, *theirs):
            continue
        wrong, right, at = (*theirs, *ours, other[next(iter(theirs))])
        # Of two that are told once each the one that stands in no list with 、is marked.
        if text.count(wrong) > 1 or text.count(next(iter(ours))) == 1 and f"、{wrong}" in text:
            wrong, right, at = (*ours, *theirs, one[next(iter(ours))])
        if text.count(wrong) == 1 and wrong not in told:
            told.add(wrong)
            yield Stranger(wrong, at, right)


def _near(one: str, other: str) -> bool:
    """Whether two names are of one level and have a letter of their names in common."""
    return one[-1] == other[-1] and not set(one[:-1]).isdisjoint(other[:-1])


def _groups(context: Context) -> Iterator[_Group]:
    """What sentences and columns of tables tell of places, in the order of the document."""
    for passage, line in context.once(running).each():
        sentences: dict[int, dict[str, Text]] = {}
        for match in _PLACE.finditer(line):
            if _is_name(match["name"]):
                sentence = sentences.setdefault(line.count("。", 0, match.start()), {})
                sentence.setdefault(match["name"] + match["level"], passage.slice(match.start("name"), match.end()))
        yield from sentences.values()
    for table in context.document.of("table"):
        for index in range(len(table.columns)) if isinstance(table, Table) else ():
            cells = [row.cells[index] for row in table.rows if len(row.cells) > index] if isinstance(table, Table) else []
            yield {cell.value: cell for cell in cells if (told := _CELL.match(cell.value)) is not None and _is_name(told["name"])}


def _is_name(name: str) -> bool:
    return NO_NAME.isdisjoint(name)
