"""Duties without a day beside others that have one, where it is not sure that one is wanted (请核对): items of a list, bodies alone in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.task.duty_items import ON_CONDITION, TIMED, sets_bound
from hegao.document.model import Document, Heading, Paragraph
from hegao.document.told_by_cells import is_body_list
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.duty_labels import SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words, task_verbs

#: So many others have a day, at least, and of so many one may have none.
_FEWEST, _OF = 2, 3
_LONGEST = 120
#: How an item hands work out to a body: at its head, behind 由 or 请, by name.
_HANDS_OUT = Pattern(
    lambda: (
        rf"(?:^|[。；：，])(?:由|请|商请|恳请)?(?P<who>(?!各|所有)[^，。；：由请]{{1,40}}?(?:{ending_in(body_endings('act'))}|单位|部门))(?:要|应当?|须|负责|牵头|(?=提供|报送|反馈|确认|上报)|{one_of(duty_words('verb', 'lead'))})"
    )
)
_DOES = Pattern(lambda: rf"{one_of(task_verbs())}|提供|确认|张贴|协助")
#: What has no day by its kind.
_STANDING = Pattern(r"加强|做好|落实|坚持|严格|配合|指导|监督|保障|统筹|协调|强化|健全|解释|不得|禁止")


class Undated(NamedTuple):
    """What has no day: where it stands, how many beside it have one."""

    at: Text
    others: int


def undated_duties(document: Document) -> Iterator[Undated]:
    """The items and brackets without a day."""
    yield from _items(document)
    yield from _brackets(document)


def _items(document: Document) -> Iterator[Undated]:
    """The one item of a list that hands a piece of work to a body and says nothing of time, where most of the others set a day."""
    for items in _lists(document):
        handed = [(item, words) for item in items if _HANDS_OUT.search(words := item.body.value[len(item.label) :])]
        undated = [(item, words) for item, words in handed if not TIMED.search(words)]
        dated = sum(1 for _item, words in handed if sets_bound(words))
        if dated < _FEWEST or not 0 < len(undated) * _OF <= dated + 1:
            continue
        for item, words in undated:
            work = _HELP.sub("", words)
            if len(words) <= _LONGEST and (_DOES.search(work) or _ALONE.search(words)) and not any(pattern.search(work) for pattern in (_STANDING, ON_CONDITION, _SHARED)):
                yield Undated(item.body.slice(len(item.label)), dated)


_SHARED = Pattern(SHARED)
#: Who helps, and an item that says who leads and who helps alone.
_HELP = Pattern(lambda: rf"[^，。；]{{2,60}}{one_of(duty_words('verb', 'coop'))}(?=[，。；]|$)")
_ALONE = Pattern(lambda: rf"由[^，。；]{{2,40}}{one_of(duty_words('verb', 'lead'))}，[^，。；]{{2,60}}{one_of(duty_words('verb', 'coop'))}。?$")


def _lists(document: Document) -> Iterator[Sequence[Heading]]:
    """Items numbered together under one heading, of which none has others below it."""
    lists: dict[tuple[object, object], list[Heading]] = {}
    for node in document.of("heading"):
        if isinstance(node, Heading):
            lists.setdefault((node.parent, node.numbering), []).append(node)
    yield from (items for items in lists.values() if len(items) > _FEWEST and not any(item.children for item in items))


#: A bracket behind a measure.
_BRACKET = Pattern(r"(?<=[。；！”])[（(〔](?P<said>[^（）()〔〕]{3,120})[）)〕]$")
_MOST = 3


def _brackets(document: Document) -> Iterator[Undated]:
    """The one bracket behind a measure that names bodies alone, where others name bodies and a time."""
    alone, timed = [], 0
    for node in document.of("heading", "paragraph"):
        body = node.body if isinstance(node, Heading | Paragraph) else None
        match = _BRACKET.search(body.value) if body is not None and body.value.endswith(("）", ")", "〕")) else None
        if match is None or body is None:
            continue
        first, _comma, rest = match["said"].rpartition("，")
        if is_body_list(match["said"]):
            if not TIMED.search(body.value):
                alone.append(body.slice(*match.span()))
        elif first and is_body_list(first.split("，")[0]) and TIMED.search(rest):
            timed += 1
    if len(alone) == 1 and timed >= _MOST:
        yield Undated(alone[0], timed)
