"""Names of persons (人名) in a document: one person under two names that are typed alike (丁玉成, 丁玉诚; 廖静, 廖静静)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.vocabulary import surnames
from hegao.words.word_costs import is_usual, taken_for

#: Ranks that go with a name on either side: 局长, 主任医师.
_RANK = r"主[任管治][医护药技]师|教授|研究员|工程师|主任|书记|经理|老师|[\u3400-\u9fff]长"
#: What somebody is called before the name.
_POST = rf"(?:{_RANK}|主席|总监|董事|指挥|专员|调研员|委员|[医护药技]师|干事|秘书|人|联络员|记录|主持|主讲|签发|校对|审核)"
_BEHIND = rf"(?=[、，。；（）()\s/／]|$|任|为|兼|担任|主持|同志|代表|电话|联系|主讲|负责|副?(?:{_RANK}))"


def _name() -> str:
    return rf"(?P<name>[{''.join(sorted(surnames()))}][\u3400-\u9fff]{{1,2}}?)"


#: 局长陆明川任组长; 联系人：丁玉成; 张彤主任护师; 陶然（县供水公司）.
_CALLED = Scanner(lambda: rf"{_POST}[：:]?{_name()}{_BEHIND}", sign=_POST)
_NEXT = Pattern(lambda: rf"[、，]{_name()}(?=[、，（(任为]|同志)")
_TITLED = Scanner(lambda: rf"(?:(?<=[，。；、：由])|^){_name()}(?=副?(?:{_RANK})|同志|兼任|担任|[（(][\u3400-\u9fff]{{3,16}}[）)])", sign=rf"{_RANK}|同志|任|[（(]")
_WHOLE = Pattern(lambda: _name().replace("?)", ")"))
#: Heads of columns that hold names.
_HEAD = Pattern(r"姓名|组长|联系人|负责人|责任人|联络员|主讲|讲师|授课")
#: Words that cost less are words: 单位, 成员.
_RARE = 12.5
#: Shorter names differ by a letter too often.
_WHOLE_NAME = 3


class Spelling(NamedTuple):
    """A name that is typed like another one: where it stands, that one, where that stands."""

    at: Text
    right: str
    there: Text


def other_spellings(context: Context) -> Iterator[Spelling]:
    """Each person told by two names typed alike, at the name that is told less often, else later.

    Two that stand side by side, in a column or a line, are two persons, unless one only doubles the end of the other.
    """
    told = _told(context)
    columns = list(_columns(context))
    for one, other in combinations(told, 2):
        doubled = one + one[-1] == other or other + other[-1] == one
        if not doubled and (not _alike(one, other) or _side_by_side(told[one], told[other]) or any({one, other} <= column for column in columns)):
            continue
        wrong, right = sorted((one, other), key=lambda name: (len(told[name]), -told[name][0].line, one == name))
        yield Spelling(told[wrong][0], right, told[right][0])
    yield from _untitled(context, told)


#: Where a name that nothing introduces ends: 市审计局韦思奇，到…….
_ENDS = Pattern(rf"{_BEHIND}|[等和与及到在将同于的]")
#: In longer rolls somebody has the name of another one but for a letter.
_MANY = 60


def _untitled(context: Context, told: Mapping[str, Sequence[Text]]) -> Iterator[Spelling]:
    """Names that nothing introduces, told once, which differ by a letter typed alike from one that is introduced as somebody's."""
    text = context.once(running)
    for name in (name for name in told if len(name) == _WHOLE_NAME and len(told) <= _MANY):
        first, middle, last = name
        for match in re.finditer(rf"[\u3400-\u9fff]{middle}{last}|{first}[\u3400-\u9fff]{last}|{first}{middle}[\u3400-\u9fff]", text.text):
            other = match[0]
            if other in told or not _alike(name, other) or other[0] not in surnames() or text.text.count(other) != 1 or is_usual(other, _RARE):
                continue
            at = text.at(*match.span())
            if _ENDS.match(text.text, match.end()) and not _side_by_side((at,), told[name]):
                yield Spelling(*((at, name, told[name][0]) if len(told[name]) > 1 or told[name][0].line < at.line else (told[name][0], other, at)))


def _told(context: Context) -> Mapping[str, Sequence[Text]]:
    """The places of each name, the names in the order of the document."""
    text = context.once(running)
    told: dict[str, list[Text]] = {}
    for found in (*text.find(_CALLED), *text.find(_TITLED)):
        _take(told, found.at("name"))
        following = _NEXT.match(found.match.string, found.match.end("name"))
        while following is not None:
            _take(told, found.passage.slice(*following.span("name")))
            following = _NEXT.match(found.match.string, following.end("name"))
    for table in context.document.of("table"):
        if isinstance(table, Table):
            for index, column in enumerate(table.columns):
                if _HEAD.search(column.head):
                    for row in table.rows:
                        if len(row.cells) > index and _WHOLE.fullmatch(row.cells[index].value):
                            _take(told, row.cells[index])
    return told


def _take(told: dict[str, list[Text]], at: Text) -> None:
    if not is_usual(at.value, _RARE) and all(at.span() != other.span() for other in told.get(at.value, ())):
        told.setdefault(at.value, []).append(at)


def _columns(context: Context) -> Iterator[frozenset[str]]:
    """What stands in one column of a table."""
    for table in context.document.of("table"):
        if isinstance(table, Table):
            for index in range(len(table.columns)):
                yield frozenset(row.cells[index].value for row in table.rows if len(row.cells) > index)


def _alike(one: str, other: str) -> bool:
    """Whether two names differ in one character, which is typed or looks like the other's."""
    if len(one) != len(other):
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(unlike) == 1 and unlike[0][1] in taken_for(unlike[0][0])


def _side_by_side(some: Sequence[Text], others: Sequence[Text]) -> bool:
    return not {at.line for at in some}.isdisjoint(at.line for at in others)
