"""Duties without a day beside others that have one, where it is not sure that one is wanted (请核对): items of a list, bodies alone in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.task.duty_items import HELP, ON_CONDITION, STANDING, TIMED, sets_bound
from hegao.checks.task.parallel_duties import without_time
from hegao.document.model import Document, Heading, Paragraph
from hegao.document.told_by_cells import is_body_list
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text
from hegao.syntax.column_roles import NOTHING
from hegao.words.duty_labels import SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words, task_verbs

#: So many others have a day, at least, and of so many one may have none.
_FEWEST, _OF = 2, 3
_LONGEST = 120
#: How an item hands work out to a body: at its head, behind 由 or 请, by name.
_HANDS_OUT = Pattern(
    lambda: (
        rf"(?:^|[。；：，])(?:[^，。；：由请]{{2,16}}由|由|请|商请|恳请)?(?P<who>(?!各|所有)[^，。；：由请]{{1,40}}?(?:{ending_in((*body_endings('act'), *body_endings('office')))}|单位|部门))(?:要|应当?|须|负责|牵头|(?=提供|报送|反馈|确认|上报)|{one_of(duty_words('verb', 'lead'))})"
    )
)
_DOES = Pattern(lambda: rf"{one_of(task_verbs())}|提供|确认|张贴|协助")


class Undated(NamedTuple):
    """What has no day: where it stands, how many beside it have one."""

    at: Text
    others: int


def undated_duties(context: Context) -> Iterator[Undated]:
    """The items, brackets and clauses side by side without a day."""
    document = context.document
    told = [*_items(document), *_brackets(document), *_sentences(document), *_stroked(document)]
    places = Places(one.at.span() for one in told)
    yield from told
    yield from (Undated(silent.at, silent.others) for silent in without_time(context) if not places.meet(silent.at.span()))


def _stroked(document: Document) -> Iterator[Undated]:
    """The one stroke in a column of days that hands work out, where every other row of the table tells its day."""
    for task_list in document.task_lists:
        rows = [task for task in task_list.of("row") if task.row is not None and task.units]
        cells = [(task, task.row.cell("deadline")) for task in rows if task.row is not None]
        stroked = [cell for _task, cell in cells if cell is not None and cell.value and not cell.value.strip(NOTHING)]
        dated = sum(1 for task, _cell in cells if task.deadline is not None and task.deadline.kind == "date")
        if len(stroked) == 1 and dated > _FEWEST and dated + 1 == len(rows):
            yield Undated(stroked[0], dated)


def _items(document: Document) -> Iterator[Undated]:
    """The one item of a list that hands a piece of work to a body and says nothing of time, where most of the others set a day."""
    for items in _lists(document):
        handed = [(item, words) for item in items if _HANDS_OUT.search(words := item.body.value[len(item.label) :])]
        undated = [(item, words) for item, words in handed if not TIMED.search(words)]
        dated = sum(1 for _item, words in handed if sets_bound(words))
        if dated < _FEWEST or not 0 < len(undated) * _OF <= dated + 1:
            continue
        # Where duties of that kind have a day beside it (负责指导…，于…前), the one without has none by a slip.
        dated_so = {word for _item, words in handed if sets_bound(words) for word in STANDING.findall(words)}
        for item, words in undated:
            work = HELP.sub("", words)
            standing = set(STANDING.findall(work))
            told = standing & dated_so or _DOES.search(work) or _ALONE.search(words) or _LED_TO.match(words)
            if len(words) <= _LONGEST and told and standing <= dated_so and not any(pattern.search(work) for pattern in (ON_CONDITION, _SHARED)):
                yield Undated(item.body.slice(len(item.label)), dated)


_SHARED = Pattern(SHARED)
#: An item that says of a piece of work who bears it: 设备检修由运维科负责，….
_LED_TO = Pattern(r"[^，。；：由]{4,16}由[^，。；由]{2,20}负责(?=[，。])")
_ALONE = Pattern(lambda: rf"由[^，。；]{{2,40}}{one_of(duty_words('verb', 'lead'))}，[^，。；]{{2,60}}{one_of(duty_words('verb', 'coop'))}。?$")


def _lists(document: Document) -> Iterator[Sequence[Heading]]:
    """Items numbered together under one heading, of which none has others below it."""
    lists: dict[tuple[object, object], list[Heading]] = {}
    for node in document.of("heading"):
        if isinstance(node, Heading):
            lists.setdefault((node.parent, node.numbering), []).append(node)
    yield from (items for items in lists.values() if len(items) > _FEWEST and not any(item.children for item in items))


#: A bracket behind a measure.
_BRACKET = Pattern(r"(?<=[。；！”])[（(〔](?P<said>(?:[^（）()〔〕]|（[^（）]{1,4}）){3,120})[）)〕]$")
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


#: A sentence, or a clause of it, that says who bears what: 施工单位负责设备安装，于5月25日前完成.
_BEARS = Pattern(
    lambda: rf"(?:^|(?<=[。；、）.．　 ]))(?P<who>[^，。；：由、）.．]{{0,14}}?(?:{ending_in((*body_endings('act'), *body_endings('office')))}|单位|部门|[我本贵][\u3400-\u9fff]))负责(?P<work>[^，。；：的]{{3,30}})(?P<rest>[^。；]*)"
)
#: One thing of each of several: 请甲局于4月15日前提供人口数据，乙局提供预算数据.
_GIVES = Pattern(
    lambda: rf"(?P<who>[^，。；：由请]{{2,16}}?{ending_in(body_endings('act'))})(?:于|在)[^，。；]{{4,20}}前(?P<verb>提供|报送|提交|上报|完成|反馈)[^，。；]{{2,20}}[，；](?P<other>[^，。；：由请\d]{{2,16}}?{ending_in(body_endings('act'))}(?P=verb)[^，。；\d]{{2,20}})(?=[，。；])"
)


def _sentences(document: Document) -> Iterator[Undated]:
    """The one of the duties told in one paragraph that has no day, where the others have one."""
    for node in document.of("heading", "paragraph"):
        body = node.body if isinstance(node, Heading | Paragraph) else None
        if body is None or "前" not in body.value:
            continue
        told = list(_BEARS.finditer(body.value, len(node.label) if isinstance(node, Heading) else 0)) if body.value.count("负责") > 1 else []
        undated = [match for match in told if not TIMED.search(match[0])]
        dated = [match for match in told if sets_bound(match[0])]
        if dated and len(undated) == 1 and len(dated) == len(told) - 1 and not STANDING.search(undated[0]["work"]) and not _SHARED.search(undated[0][0]):
            yield Undated(body.slice(undated[0].start("who"), undated[0].end()), len(dated))
        yield from (Undated(body.slice(*match.span("other")), 1) for match in _GIVES.finditer(body.value))

