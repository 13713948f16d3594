"""Work without an end beside work that is due by a day (有始无终): …，长期坚持; 自开工之日起实施; a count to be reached and 持续推进 (norm TSK-05)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.checks.task.duty_items import sets_bound
from hegao.document.model import Document, Heading, Paragraph, Table, Task
from hegao.document.told_by_cells import is_body_list
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
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
    yield from _cells(document)
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


#: A figure that is to be reached.
_FIGURE = Pattern(r"\s*\d[\d,.]*\s*")


def _cells(document: Document) -> Iterator[Endless]:
    """The one cell without an end in a column of days, in a row that tells a figure to be reached."""
    for table in document.of("table"):
        place = next((index for index, column in enumerate(table.columns) if column.role == "deadline"), None) if isinstance(table, Table) else None
        if place is None or not isinstance(table, Table):
            continue
        cells = [(row, row.cells[place]) for row in table.rows if place < len(row.cells) and row.cells[place].value]
        rest = [(row, cell) for row, cell in cells if _OPEN_CELL.fullmatch(cell.value)]
        dated = sum(1 for _row, cell in cells if any(True for _date in find_dates(cell.value)))
        if dated >= _FEWEST and len(rest) == 1 and dated + 1 == len(cells) and any(_FIGURE.fullmatch(cell.value) for cell in rest[0][0].cells[1:]):
            yield Endless(rest[0][1], max((cell.value for cell in rest[0][0].cells[:place]), key=len, default=""))


_OPEN_CELL = Pattern(lambda: rf"\s*{one_of(deadline_words('open'))}(?:化|性)?(?:{_GOES_ON})?\s*")


def _counts(task: Task) -> bool:
    return _COUNT.search(task.measure.value) is not None and _EACH_TIME.search(task.measure.value) is None


#: So many days for a duty, and from when on they count; what is asked each time, or within a day, counts from the case.
_DAYS = Scanner(r"(?:请|应当?|须|必须|要)(?P<between>[^。；]{0,24}?)(?P<days>\d{1,3}个?(?:工作日|自然日|日|天)内)(?=[^。；]{2})", sign=r"\d个?(?:工作日|自然日|日|天)内")
_COUNTED_FROM = Pattern(r"[自从起后接收到]|之日|当日|受理|期满|届满|发生|作出|发现|提出|申请|报告|每|前|的，|时，|如|若|之内")


def uncounted_days(context: Context) -> Iterator[Endless]:
    """Terms of days of which nobody can tell the first (10个工作日内报送): neither their sentence nor the one before says from when on."""
    # Articles of rules tell from when on in another article, what is issued with a notice elsewhere in it.
    if any(isinstance(node, Heading) and node.style == "article" for node in context.document.of("heading")) or any(part.role == "annex" for part in context.document.parts):
        return
    for found in context.once(bodies).find(_DAYS):
        value, start = found.passage.value, found.match.start("days")
        sentence = value.rfind("。", 0, start)
        before = value[value.rfind("。", 0, max(0, sentence)) + 1 : start]
        end = next((at for mark in "。；" if (at := value.find(mark, start)) >= 0), len(value))
        if not _COUNTED_FROM.search(before) and not _COUNTED_FROM.search(value[found.match.end() : end].partition("，")[0]):
            yield Endless(found.at("days"), value[sentence + 1 : end])
