"""Tasks without a lead or a deadline (norms TSK-01 to TSK-05).

Whether something is missing is judged against the siblings of a task, the tasks of the same list or table: a document that
assigns nothing by date is not asked for dates, and a list without bodies is no list of duties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.parameters import percent, quantity
from hegao.checks.structure.empty_cells import empty_cells as table_cells
from hegao.checks.task.duty_items import OF_ALL, ON_CONDITION, helpers_only, nobody_leads, nobody_named, without_body, without_day
from hegao.checks.task.empty_fields import empty_cells, has_charge, has_deadline, items_of_tables, sets_day
from hegao.checks.task.leads_unclear import unclear_leads, unled_lists
from hegao.checks.task.parallel_duties import without_bearer
from hegao.checks.task.sibling_slots import lacking_items
from hegao.checks.task.strange_cells import strange_cells
from hegao.checks.task.undated_duties import undated_duties
from hegao.checks.task.usual_slots import wanting_items
from hegao.document.model import Document, Heading, Numbering, Paragraph, Table, Task
from hegao.phrases.deadlines import RECURRING
from hegao.phrases.units import DUTY_VERBS
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places
from hegao.words.duty_labels import SHARED, TIME_LABEL, body_label
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words

#: The columns of tables that tell a field.
_COLUMNS = {"deadline": ("deadline",), "lead": ("lead", "responsible")}
_CALLED = {"deadline": "完成时限", "lead": "责任单位"}
#: Titles longer than this say what is to be done, whatever they end in.
_SHORT_TITLE = 8


@check(
    "field-missing",
    {"document"},
    parameters={
        "field": {"enum": ["deadline", "lead"]},
        "share": percent("How many in a hundred of the others must have it.", 80) | {"minimum": 50},
        "fewest": quantity("How many others in a table or list must have it.", 2),
        "fewest_in_all": quantity("How many clauses of the document, where its lists are shorter; then only one may lack it.", 5),
        "skip": {"type": "array", "items": {"type": "string"}, "default": []},
    },
    facts=("measure", "others", "column", "fault"),
    faults=("missing", "perhaps", "unled", "mixed", "nobody", "somebody", "open", "list", "strange"),
)
def field_missing(
    document: Document, context: Context, field: str, share: int, fewest: int, fewest_in_all: int, skip: Sequence[str]
) -> Iterator[Hit]:
    """Tasks without a deadline or a lead where their siblings have one.

    ``field`` is what is asked for, ``share`` how many of a hundred siblings must have it.  ``skip`` are words in the
    titles of measures that need no body (保障, 总体要求), for measures without any clause.
    """
    told = [hit._replace(facts={"fault": "missing", **hit.facts}) for hit in _missing(document, context, field, share, (fewest, fewest_in_all), skip)]
    places = Places(hit.at.span() for hit in told)
    measures = {hit.facts["measure"] for hit in told}
    for cell in strange_cells(document, field):
        if short(cell.measure) not in measures:
            told.append(Hit(cell.at, {"measure": short(cell.measure), "others": cell.others, "column": cell.column, "fault": "missing" if cell.open else "strange"}))
    for one in undated_duties(context) if field == "deadline" else without_bearer(context):
        if not places.meet(one.at.span()):
            told.append(Hit(one.at, {"measure": short(one.at.value), "others": one.others, "column": _CALLED[field], "fault": "perhaps"}))
    # A measure that is said to lack a body is not asked once more who of them leads.
    lines = {hit.at.line for hit in told}
    for unclear in (*unclear_leads(context), *unled_lists(document)) if field == "lead" else ():
        if not places.meet(unclear.at.span()) and unclear.at.line not in lines:
            told.append(Hit(unclear.at, {"measure": short(unclear.measure.value), "others": unclear.others, "column": "牵头单位", "fault": unclear.fault}))
    yield from told
    lines = {hit.at.line for hit in told}
    for item in context.once(lacking_items):
        if item.field == field and lines.isdisjoint(item.lines):
            lines.update(item.lines)
            yield Hit(item.at, {"measure": short(item.measure), "others": item.others, "column": item.called, "fault": "missing" if item.sure else "perhaps"})
    for wanting in wanting_items(context):
        if wanting.field == field and wanting.heading.body.line not in lines:
            lines.add(wanting.heading.body.line)
            yield Hit(wanting.heading.body, {"measure": short(wanting.heading.body.value), "others": wanting.others, "column": _CALLED[field], "fault": "perhaps"})
    # Tables of which the tree makes no tasks have such columns, too.
    listed = {task.row.table for task in document.tasks if task.row is not None}
    for table in (node for node in document.of("table") if isinstance(node, Table) and node not in listed):
        heads = [column.head for column in table.columns if column.role in _COLUMNS[field]]
        for empty in table_cells(table) if heads else ():
            if empty.head in heads and not empty.helpers and empty.at.line not in lines:
                yield Hit(empty.at, {"measure": short(empty.at.value), "others": len(table.rows) - 1, "column": empty.head, "fault": "missing"})


def _missing(document: Document, context: Context, field: str, share: int, fewest: tuple[int, int], skip: Sequence[str]) -> Iterator[Hit]:
    """What is surely missing, or nearly so."""
    for table, rows in context.once(items_of_tables):
        yield from empty_cells(table, rows, field, share, fewest[0])
    yield from _clauses_without(document, field, share, fewest)
    spoken = list(_sentences_without(document, field, share))
    yield from spoken
    told = Places(hit.at.span() for hit in spoken)
    for item in without_body(document) if field == "lead" else without_day(document):
        if not told.meet(item.heading.body.span()):
            yield Hit(item.heading.body, {"measure": short(item.heading.body.value), "others": item.others, "column": _CALLED[field]})
    if field == "lead":
        yield from _measures_without(context, skip)
        yield from _bare_deadlines(document)
        yield from _helpers_alone(document, share)
        alone = [one for one in helpers_only(document) if not told.meet(one.at.span())]
        unled = [(one, "牵头单位") for one in (*nobody_leads(document), *alone)]
        for one, column in (*((row, "责任单位") for row in nobody_named(document)), *unled):
            yield Hit(one.at, {"measure": short(one.measure.value), "others": one.others, "column": column})


def _clauses_without(document: Document, field: str, share: int, fewest: tuple[int, int]) -> Iterator[Hit]:
    """The clauses that name no deadline, or no body in charge, while the other clauses of the list do.

    Of lists under several headings, too short to show what is usual, all clauses together are asked: then only one may differ.
    """
    clauses = [task for task in document.tasks if task.form == "clause"]
    lists = [task_list.of("clause") for task_list in document.task_lists]
    told: set[Task] = set()
    for tasks, enough in [*((one, fewest[0]) for one in lists), (clauses, fewest[1])]:
        has: Callable[[Task], bool] = has_deadline if field == "deadline" else has_charge
        without = [task for task in tasks if not has(task)]
        others = len(tasks) - len(without)
        sure = others * 100 >= (len(tasks) - 1) * (share if tasks is not clauses else 100)
        # Where two or three slips stand in one list, half of it shows what the rest should have.
        if not without or others < enough or not sure and (tasks is clauses or others < _FEW or others * 2 < len(tasks)):
            continue
        for task in without:
            # Who leads may be said by the measure: 由甲区、乙区分别牵头实施.（配合单位：…）
            if field == "lead" and _LED_SO.search(task.measure.value):
                continue
            if field == "deadline" and (sets_day(task.measure.value) or sets_day(task.text.value) or _goes_on(task) or not task.units):
                continue
            if task not in told:
                told.add(task)
                facts: dict[str, str | int] = {"measure": short(task.measure.value), "others": others, "column": _CALLED[field]}
                # 全年举办12期，每月1期: told in the measure, though the others say it in their brackets, too.
                doubtful = not sure or _TOLD_DUTY.search(task.text.value) is None or field == "deadline" and _TOLD_WITHIN.search(task.measure.value + task.text.value) is not None
                yield Hit(task.text, facts | {"fault": "perhaps"} if doubtful else facts)


_LED_SO = Pattern(lambda: rf"由[^。；]{{2,60}}?{one_of(duty_words('verb', 'lead', 'responsible'))}")
#: A clause that says what its bodies are to do, by a label or a verb, and does not name them only.
_TOLD_DUTY = Pattern(f"[：:]|{DUTY_VERBS}")
#: A turn or a period of its own, or an event by which something is to be done: 每月1期, 2月20日至3月20日, 开工前.
_TOLD_WITHIN = Pattern(r"每(?:半?年|季度?|个?月|周|日|天)|日(?:至|—|-)[^，。；]{0,6}日|全年|[\u3400-\u9fff](?:工|前|汛|学|会|节)前[\u3400-\u9fff]")
#: 持续实施, 即时受理、先行抢修: what has no day because it goes on, or is done whenever something happens.
_LASTING = Pattern(r"(?:^|[，；、。])(?:并)?(?:持续|长期|常年|常态化?|随时|即时|全天候)[\u3400-\u9fff]{0,8}[。；]?$")
_WHENEVER = Pattern(r"(?:^|[。；：])[^，。；]{0,16}?(?:[因凡如若遇对]|发生|发现|确需|需要|出现|接到)[^。；]{2,50}(?:的|时|后)，由")


def _goes_on(task: Task) -> bool:
    """Whether a measure says itself that it has no end, or is bound to an event and no day."""
    return any(pattern.search(task.measure.value) is not None for pattern in (_LASTING, _WHENEVER))


def _helpers_alone(document: Document, share: int) -> Iterator[Hit]:
    """The rows whose cells name who helps and nobody who leads, while those of the others name both."""
    for task_list in document.task_lists:
        rows = [task for task in task_list.of("row") if task.row is not None and not task.row.table.has("coop")]
        alone = [task for task in rows if task.coop and not task.lead and not task.responsible]
        led = sum(1 for task in rows if task.lead)
        if alone and led >= _FEW and led * 100 >= (len(rows) - 1) * share:
            for task in alone:
                yield Hit(task.coop[0].text, {"measure": short(task.measure.value), "others": led, "column": "牵头单位"})


#: Fewer sentences of one kind show nothing of what is usual in a text.
_FEW = 3


def _sentences_without(document: Document, field: str, share: int) -> Iterator[Hit]:
    """The sentences that hand work out without a day, or to several bodies of which none leads, while most others have one."""
    for part in document.parts:
        nodes = set(part.nodes)
        duties = [task for task in document.tasks if task.form == "sentence" and task.units and task.heading in nodes]
        duties = duties or [task for task in document.tasks if task.form == "sentence" and task.heading is None]
        if field == "lead":
            led = {task.heading for task in duties if task.lead or task.responsible}
            several = [task for task in duties if not task.lead and (len(task.responsible) > 1 or not task.responsible and task.heading not in led)]
            wanting = [task for task in several if not _SHARED_OUT.search(_JOINTLY.sub("", task.text.value))]
            # Of a class of bodies (各县区、各部门) each does its own part.
            wanting = [task for task in wanting if not any(unit.name.startswith("各") for unit in task.units) and not _ASKED_ITSELF.search(task.text.value) and not _is_subject(task)]
            rest = [task for task in duties if task.lead]
        else:
            wanting = [task for task in duties if task.lead and task.deadline is None and not _sets_time(task) and not _goes_on(task) and not _says_who_only(task) and not _HOURS.search(task.measure.value)]
            # A day that the month has not was set, too.
            rest = [task for task in duties if task.deadline is not None or task.lead and _sets_time(task)]
        if len(rest) >= _FEW and len(rest) * 100 >= (len(rest) + len(wanting) - 1) * share:
            for task in wanting:
                column = "完成时限" if field == "deadline" else "牵头单位"
                yield Hit(task.text, {"measure": short(task.measure.value), "others": len(rest), "column": column})


#: A body set up by another, which may be told with how many it has: 检查组由甲科牵头组织，每组5人，4组共20人.
_SET_UP = Pattern(r"(?:^|[。；，：])[^，。；]{0,12}[组队班团](?:由|，由)$")
#: A standing duty of somebody, and who bears it in his house: 我局负责统筹协调，由局建设科牵头.
_STANDING = Pattern(r"负责[^。；]{2,40}，由$")
#: What a plan that was issued says of it: 印发《…》，明确甲局牵头.  And who holds an event: 甲局主办，乙公司承办.
_TOLD_SO = Pattern(r"(?:^|[。；])[^。；]*《[^》]+》[^。；]*(?:明确|确定)(?:了|由)?[^，。；]{2,24}牵头")
_HOSTED = Pattern(r"^(?:由)?(?!.*(?:牵头|负责))[^。；]*主办，[^。；]*承办")
_BOUND = Pattern(r"\d月(?:\d{1,2}日|底|末|[上中下]旬)?前")
#: A day by itself, of what was told before it.
_DAY_BEHIND = Pattern(r"(?:^|。)(?:全部|上述[^，。]{0,6})?(?:须|应|力争|要)?(?:于|在)?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?前(?:全部|全面)?[\u3400-\u9fff]{2,8}(?:。|$)")


def _says_who_only(task: Task) -> bool:
    """Whether a sentence only says who bears what the sentence before it sets a day for, what a group is led by, or a standing duty."""
    block = task.lead[0].block.value
    before = block[: max(0, block.find(task.text.value))]
    if _SET_UP.search(before) or _STANDING.search(before) or _TOLD_SO.search(task.measure.value) or _HOSTED.search(task.text.value):
        return True
    told = before.removesuffix("由").removesuffix("。") if before.endswith(("。", "。由")) else ""
    behind = block[len(before) + len(task.text) :]
    # …牵头，对照清单逐项整改。对拒不整改的依法查处。6月30日前完成: the day may stand behind it, alone.
    if _DAY_BEHIND.search(behind):
        return True
    return _BOUND.search(told, told.rfind("。") + 1) is not None


#: All of them together, of whom nobody leads: 共同负责.
_JOINTLY = Pattern(f"共同(?={one_of(duty_words('verb', 'responsible'))})")
#: By their duties; one with another, of whom the first leads; each for itself: 各县区于…前报送, 甲县、乙局要于…前报送.
_SHARED_OUT = Pattern(rf"{SHARED}|会同|联合|^(?:由|请)?(?:各|所有|[^，。负]{{2,60}}[要于])[^，。负]{{0,60}}(?:[上汇]?报|提交|印发|召开|参加)")
#: Whoever is written to has the work itself: 期满后，你区要于…前报送; bodies named behind only get what is sent.
_ASKED_ITSELF = Pattern(r"(?:^|[，；])(?:请|由)?(?:你|贵)[\u3400-\u9fff]{1,4}?(?:要|应|须|须于|应于|需|务必|负责|于|在)(?=[^，；]{2})")
#: Bodies that look after the work of others (甲局、乙局要加强指导): each of them does.
_LOOKS_AFTER = Pattern(r"(?:要|应当?|须|需|必须|务必)(?:切实|主动|积极|共同|进一步)?(?:加强|强化|做好|抓好)?[^，。；]{0,10}(?:指导|督促|督导|监督|支持|服务|协调|沟通|保障|检查)")


def _is_subject(task: Task) -> bool:
    """Whether the bodies are the subject of a sentence by which each looks after the work of others."""
    last = max(task.responsible, key=lambda unit: unit.text.span(), default=None)
    return last is not None and last.end is not None and _LOOKS_AFTER.match(last.block.value, last.end) is not None


#: Any word of time in the sentence that a reader would take for its day.
_ANY_TIME = Pattern(
    rf"\d{{1,2}}月|\d{{4}}年|每[半年月周日旬季]|期间|之日|日内|[前后]\d|届时|(?<!，)同步|[工会节汛]前|\d日前|以前|\d[:：]\d\d|禁止|不得|坚持|{one_of(deadline_words('period', 'open', 'prompt'))}"
)


def _sets_time(task: Task) -> bool:
    """Whether the sentence, or the heading on its line, says when."""
    heading = task.heading
    said = heading.title if heading is not None and heading.runs_on else ""
    words = task.measure.value + task.text.value + said
    return _ANY_TIME.search(words) is not None or ON_CONDITION.search(words) is not None or RECURRING.search(words) is not None


#: A term in hours, which sets a time but asks others for none.
_HOURS = Pattern(r"\d(?:小时|分钟)")


def _measures_without(context: Context, skip: Sequence[str]) -> Iterator[Hit]:
    """The one measure without a clause while all others that are numbered with it end in one.

    Asked among the measures under one parent, and among all that are numbered through over several parents.
    """
    told: set[Heading] = set()
    for group, enough in _groups(context.document):
        missing = [heading for heading in group if not _bears(heading)]
        others = len(group) - len(missing)
        if len(missing) != 1 or others < enough or missing[0] in told:
            continue
        heading = missing[0]
        title = heading.title.rstrip("。：")
        support = len(title) <= _SHORT_TITLE and title.endswith(tuple(skip))
        if heading.children or heading.tasks or support or _speaks_of_duty(context, heading) or _DOES_IT.search(heading.body.value):
            continue
        told.add(heading)
        yield Hit(heading.text, {"measure": short(title), "others": others, "column": "责任单位"})


#: A bracket that sets a day and names nobody: （12月底前完成）.
_TOLD_DUTY_DEADLINE = Pattern(
    r"(?<=[。；！”])[（(〔［\[【](?P<said>(?:牵头|负责|[，,；;])*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|上旬|中旬|下旬|年?底|末)?(?:之|以)?前"
    rf"(?:完成|办结|落实|建成|启动)[^，；：（）()]{{0,10}}|{TIME_LABEL}[：:]\d{{4}}年[^，；：（）()]{{1,10}})[）)〕］\]】]"
)


def _bare_deadlines(document: Document) -> Iterator[Hit]:
    """Brackets behind measures that set a day but name no body, where at least two clauses of the document name both."""
    whole = [task for task in document.tasks if task.form == "clause" and task.units and task.deadline is not None]
    if len(whole) < 2:
        return
    for node in document.of("heading", "paragraph"):
        block = node.body if isinstance(node, Heading) else node.text
        for match in _TOLD_DUTY_DEADLINE.finditer(block.value):
            start = max(block.value.rfind(mark, 0, match.start() - 1) for mark in "。；）)】〕") + 1
            measure = short(block.value[start : match.start()].rstrip("。；"))
            yield Hit(block.slice(*match.span()), {"measure": measure, "others": len(whole), "column": "责任单位"})


_CLAUSE_WORDS = Pattern(
    rf"{body_label('label', 'lead', 'responsible')}[:：]|{one_of(duty_words('verb', 'lead', 'responsible'))}\s*[）)〕］\]】，,；]"
)


#: 由市财政局会同市农业农村局制定: the sentence says who does it.
_HANDED = Pattern(r"由[^，。；]{2,20}(?:会同|商|联合)[^，。；]{2,40}(?:制定|印发|组织|开展|实施)")


#: A body that is the subject of the measure itself: 市民政局于…组织评估, 各镇综合服务中心每季度抽查.
_DOES_IT = Pattern(lambda: rf"[。，；][^，。；：]{{1,16}}(?:{ending_in(body_endings('bear'))})(?:于|每|应当?|负责|牵头)")


def _speaks_of_duty(context: Context, heading: Heading) -> bool:
    """Whether words of a clause stand under the heading after all: a bracket that is broken, or that sets the day only."""
    below = context.once(_paragraphs_below).get(heading, ())
    return any(_CLAUSE_WORDS.search(value) or _TOLD_DUTY_DEADLINE.search(value) or _HANDED.search(value) for value in (heading.body.value, *below))


def _paragraphs_below(context: Context) -> dict[Heading | None, list[str]]:
    """By heading, the paragraphs under it."""
    below: dict[Heading | None, list[str]] = {}
    for node in context.document.of("paragraph"):
        if isinstance(node, Paragraph) and not OF_ALL.match(node.text.value):
            below.setdefault(node.heading, []).append(node.text.value)
    return below


def _bears(heading: Heading) -> bool:
    """Whether a clause that names a body stands at the end of the measure itself."""
    return not heading.children and any(task.form == "clause" and task.units for task in heading.tasks)


def _groups(document: Document) -> Iterator[tuple[list[Heading], int]]:
    """The headings under one parent that are numbered together, then all of one numbering, then all of one level in a section.

    With each group comes how many of its headings must bear a clause for the last one to be asked for one.
    """
    for part in document.parts:
        close: dict[tuple[Heading | None, Numbering], list[Heading]] = {}
        whole: dict[Numbering, list[Heading]] = {}
        section: dict[tuple[Heading, str], list[Heading]] = {}
        for node in part.nodes:
            if isinstance(node, Heading):
                close.setdefault((node.parent, node.numbering), []).append(node)
                whole.setdefault(node.numbering, []).append(node)
                section.setdefault((_top(node), node.style), []).append(node)
        yield from ((group, 2) for group in close.values())
        yield from ((group, 5) for group in [*whole.values(), *section.values()])


def _top(heading: Heading) -> Heading:
    """The heading of the section that a heading stands in."""
    return heading if heading.parent is None else _top(heading.parent)
