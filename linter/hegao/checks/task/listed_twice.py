"""A body that stands twice in one list of running text or of a cell (同一单位重复列举): 市水利局、市水利局."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.shared.roster import Bodies
from hegao.phrases.units import begins_like_body, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Places, Text
from hegao.words.departments import known_name
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names

#: Names parted by 、 alone; what stands in front of the first may be any word.  A run of letters holds no 、, so none is gone through again.
_RUN = Scanner(r"[\u3400-\u9fff]{3,30}+(?:、[\u3400-\u9fff]{2,30}+)+", sign="、")
#: What follows the last name of a list.
_BEHIND = Pattern(r"(?:等|于|对|在|联合|派|负责|牵头|配合|要|应|须|按|主要|有关|分别|共同|和|及|组成|参加)")
#: Who does it with the others stands in front of them: 甲局会同乙局、丙局.
_WITH = "会同"
#: 甲局和乙局、甲局: a letter that joins two names.
_AND = Pattern(lambda: rf"(?<=[{''.join(sorted({ending[-1] for ending in body_endings('sign')}))}])[和与及](?={one_of(level_names('alone'))})")
#: And where one of the others stands at its head, any words.
_ANYTHING = Pattern(r"(?=[\u3400-\u9fff]{2})")
_SHORTEST = 3


class ListedTwice(NamedTuple):
    """A body listed again: where it stands again, and where first."""

    at: Text
    first: Text


def listed_twice(context: Context) -> Iterator[ListedTwice]:
    """The bodies that stand twice in a list; what tasks and addressees name is judged with them."""
    bodies = context.tables.made(Bodies)
    borne = Places(unit.text.span() for task in context.document.tasks for unit in task.units)
    for found in context.once(running).find(_RUN, "paragraph", "heading", "row"):
        start = found.match.start()
        names: list[tuple[str, int]] = []
        for name in _AND.sub("、", found.match[0].replace(_WITH, "、、")).split("、"):
            if name:
                names.append((name, start))
            start += len(name) + 1
        names = _up_to_verb(names)
        last, at = names[-1]
        behind = _BEHIND.search(last, _SHORTEST) or next((match for name, _at in names[:-1] if last.startswith(name) and (match := _ANYTHING.match(last, len(name)))), None)
        names[-1] = last[: behind.start()] if behind is not None else last, at
        places: dict[str, list[int]] = {}
        for index, (name, at) in enumerate(names):
            # The first of a list may have words in front.
            alike = [0, *places.get(name, ())] if index and names[0][0].endswith(name) else places.get(name, ())
            twin = next((before for before in alike if _same(names, before, index)), None)
            places.setdefault(name, []).append(index)
            if twin is None and known_name(name) is not None:
                # 市市场监管局, 市市场监督管理局: one body by its full and its short name.
                twin = next((before for before in range(index) if names[before][0] != name and bodies.identity(names[before][0]) == bodies.identity(name)), None)
            if twin is None:
                continue
            body = _name_of(names[twin][0], name) if names[twin][0].endswith(name) or name.startswith(names[twin][0]) else name
            again = found.passage.slice(at, at + len(body))
            if not borne.meet(again.span()):
                end = names[twin][1] + len(names[twin][0])
                yield ListedTwice(again, found.passage.slice(max(names[twin][1], end - len(body)), end))
            break


def _up_to_verb(names: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The list up to the name, told before in it, behind which it is said what all of them do: …、市应急管理局要做好场地、器材保障."""
    for index, (name, _at) in enumerate(names):
        if any(name.startswith(other) and _BEHIND.match(name, len(other)) for other, _place in names[:index]):
            return names[: index + 1]
    return names


def _name_of(one: str, other: str) -> str:
    """The name that both share: the first of a list may have words in front."""
    return min(one, other, key=len)


def _same(names: list[tuple[str, int]], before: int, index: int) -> bool:
    """Whether two names, the first of them perhaps with words in front, are of one body that is named again."""
    body = _name_of(names[before][0], names[index][0])
    if len(body) < _SHORTEST or not looks_like_body(body):
        return False
    # 甲县财政局、水利局、乙县财政局、水利局: a bare name belongs to the place before it.
    return index == before + 1 or begins_like_body(body)
