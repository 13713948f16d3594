"""Work without an end beside work that is due by a day (有始无终): …，长期坚持; 自开工之日起实施; a count to be reached and 持续推进 (norm TSK-05)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.task.duty_items import sets_bound
from hegao.document.model import Document, Heading, Paragraph, Task
from hegao.document.told_by_cells import is_body_list
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import deadline_words


class Endless(NamedTuple):
    """The words that tell no end, and what is to be done."""

    at: Text
    measure: str


_GOES_ON = one_of(deadline_words("goes-on"))
#: At the end of an item, a bracket of bodies behind it perhaps: …，长期坚持。（责任单位：…）; from when on, and not until when.
_ENDLESS = Pattern(
    lambda: (
        rf"[，。；](?:并)?(?P<said>{one_of(deadline_words('open'))}(?:化|性)?(?:{_GOES_ON}|完成)(?:下去)?"
        rf"|自[^，。；]{{2,16}}(?:之日|之时)?起(?:开始)?(?:组织)?(?:{_GOES_ON}|执行|办理|推行)?)(?:。|$)(?:[（(〔][^（）()〔〕]*[）)〕])?。?$"
    )
)
#: Bodies and no end, without a word of who leads: （市民政局、市商务局，长期坚持）.
_BRACKET = Pattern(lambda: rf"[（(〔](?P<bodies>[^（）()〔〕，]{{2,80}})，(?P<said>{one_of(deadline_words('open'))}(?:化|性)?{_GOES_ON})[）)〕]$")
#: So many items beside it are due by a day, and so much of all others (in a hundred).
_FEWEST, _MOST = 2, 60
#: So many clauses of a document are, where its lists are short.
_CLAUSES, _MOST_CLAUSES = 4, 80
#: A count to be reached once.
_COUNT = Pattern(r"(?:新建|改?建成|改造|新增|培训|建设|设立|整治|完成|打造|培育|创建){1,2}[^，。；每]{0,12}?\d")
_EACH_TIME = Pattern(r"每|年均|以上的|不低于|达到")


def endless_work(document: Document) -> Iterator[Endless]:
    """The items, the clauses and the brackets of bodies that are no clause."""
    yield from _items(document)
    yield from _clauses(document)
    told = {task.text.line for task in document.tasks if task.form == "clause"}
    for node in document.of("heading", "paragraph"):
        body = node.body if isinstance(node, Heading | Paragraph) else None
        match = _BRACKET.search(body.value) if body is not None and body.value.endswith(("）", ")", "〕")) and body.line not in told else None
        if match is not None and body is not None and is_body_list(match["bodies"]) and _COUNT.search(body.value[: match.start()]):
            yield Endless(body.slice(*match.span("said")), body.value[: match.start()])


def _items(document: Document) -> Iterator[Endless]:
    lists: dict[tuple[object, object], list[Heading]] = {}
    for node in document.of("heading"):
        if isinstance(node, Heading) and not node.children:
            lists.setdefault((node.parent, node.numbering), []).append(node)
    for items in lists.values():
        if len(items) <= _FEWEST:
            continue
        dated = sum(1 for item in items if sets_bound(item.body.value))
        if dated < _FEWEST or dated * 100 < _MOST * (len(items) - 1):
            continue
        for item in items:
            match = _ENDLESS.search(item.body.value)
            if match is not None and not any(phrase.month is not None for phrase in find_dates(item.body.value)):
                yield Endless(item.body.slice(*match.span("said")), item.body.value[len(item.label) : match.start()])


def _clauses(document: Document) -> Iterator[Endless]:
    """The clause without an end where nearly all others of the document have a day, or where a count is to be reached."""
    clauses = [task for task in document.tasks if task.form == "clause" and task.units]
    dated = sum(1 for task in clauses if task.deadline is not None and task.deadline.kind in ("date", "recurring"))
    endless = [task for task in clauses if task.deadline is not None and task.deadline.kind == "open"]
    alone = len(endless) == 1 and dated >= _CLAUSES and dated * 100 >= _MOST_CLAUSES * (len(clauses) - 1)
    for task in endless:
        if alone or dated and _counts(task):
            yield Endless(task.due_at, task.measure.value)


def _counts(task: Task) -> bool:
    return _COUNT.search(task.measure.value) is not None and _EACH_TIME.search(task.measure.value) is None
