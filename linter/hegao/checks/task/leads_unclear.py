"""Work of which nobody can tell who leads (牵头单位不明): 由甲局、乙局，于…; 甲局、乙局牵头配合; 有关部门牵头; a place left open (norms TSK-01, TSK-04)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.document.first_leads import lets_first_lead
from hegao.document.model import Document, Heading, Paragraph, Table, Task
from hegao.document.told_by_cells import is_body_list
from hegao.phrases.units import locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.duty_labels import BODY_NOUN, SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, duty_words


class Unclear(NamedTuple):
    """Where it is, the work, what is at fault, how many others name a lead."""

    at: Text
    measure: Text
    fault: str
    others: int


_SHARED = Pattern(rf"{SHARED}|会同|协同|相互|配套|组成|双方|牵头|负责|主办|承办|承担|签[字署]")
_SOMEBODY = r"(?:有关|相关)(?:职能|业务|责任|主管)?(?:单位|部门|科室|处室)"
#: What is found is told by the name of its group.
_UNCLEAR = Scanner(
    lambda: (
        # Bodies and no word of what they do: 由甲局、乙局，于6月底前完成.
        rf"(?<![自缘因经])由(?P<several>[^，。；：、由牵（）]{{2,24}}(?:、[^，。；：、由牵（）]{{2,24}}){{1,5}})(?=，(?!以及|并由|或)|。)"
        rf"|(?:^|[。；：　 ])(?P<joint>[^，。；：、由（）　 ]{{2,20}}{ending_in(body_endings('act'))}(?:、[^，。；：、由（）]{{2,20}}){{1,5}}共同负责)(?=，[于在\d])"
        rf"|(?P<mixed>[^，。；：（）()〔〕由|\t]{{2,60}}{ending_in((*body_endings('bear'), '部门', '单位'))}牵头配合)(?!机制)"
        rf"|(?:^|[，。；：（(〔）)由|\t 　])(?P<nobody>{_SOMEBODY}(?:负责)?牵头)"
        rf"|(?:^[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]|^|[，。；：（(〔由])(?P<bears>{_SOMEBODY}负责)(?=[，。；）)〕]|$)"
        rf"|{one_of(duty_words('label', 'responsible'))}{BODY_NOUN}[:：](?P<charged>{_SOMEBODY})(?=[；;，）)〕]|$)"
        rf"|{one_of(duty_words('label', 'lead'))}{BODY_NOUN}[:：](?P<named>{_SOMEBODY})(?=[；;，）)〕]|$)"
        rf"|(?P<open>由[，、](?=[^，。；]{{2,40}}{one_of(duty_words('verb', 'coop'))})|[（(〔由]牵头[，；、])"
        # 每年组织1次演练，乡镇人民政府每半年组织1次演练: the second names who, the first nobody.
        rf"|(?:^|。)(?P<turn>每(?:年|半年|个?季度|个?月)[^，。；由]{{0,8}}?(?P<work>组织|开展|召开|举办|进行)[^，。；]{{1,20}})(?=，[^，。；]{{2,20}}{ending_in(body_endings('act'))}每(?:年|半年|个?季度|个?月|周)[^，。；]{{0,8}}?(?P=work))"
    ),
    sign=lambda: rf"由|牵头|负责|{one_of(duty_words('label', 'lead', 'responsible'))}|每(?:年|半年|个?季度|个?月)",
)
#: So many others name who bears their work.
_OTHERS = 2
_FAULTS = {"several": "unled", "joint": "unled", "mixed": "mixed", "nobody": "nobody", "named": "nobody", "bears": "somebody", "charged": "somebody", "open": "open", "turn": "nobody"}


def unclear_leads(context: Context) -> Iterator[Unclear]:
    """All such work."""
    document = context.document
    led = sum(1 for task in document.tasks if task.lead)
    charged = sum(1 for task in document.tasks if any(not _NOBODY.fullmatch(unit.name) for unit in (*task.lead, *task.responsible)))
    for found in context.once(running).find(_UNCLEAR):
        kind = next((name for name in _FAULTS if found.match[name] is not None), "open")
        if _FAULTS[kind] == "somebody" and charged < _OTHERS:
            continue
        if kind != "several" or _only_named(found, led):
            yield Unclear(found.at(kind), _measure(found), _FAULTS[kind], led)
    yield from _clauses(document)
    yield from _cells(document)
    if context.profile != "published":
        unled = list(_side_by_side(context))
        yield from unled[:_SHOWN] if len(unled) >= _UNLED and len(unled) * 2 > len(document.tasks) else ()


#: So many are shown of a document that names several bodies throughout.
_SHOWN = 2
#: Who stands first leads by custom; that so many, and most, leave it open shows that nobody thought of it.
_UNLED = 3
#: Who leads, who shares what, or all of one kind.
_SETTLED = Pattern("牵头|主办|主责|分别|各自|各负其责|按职责|共同|配合|协办|公司|集团|企业|科|室")


def _odd_rows(rows: Sequence[Task]) -> Sequence[Task]:
    """The one row of a table that names no lead."""
    unled = [task for task in rows if not task.lead]
    return unled if len(unled) == 1 and len(rows) > _OTHERS else ()


def _side_by_side(context: Context) -> Iterator[Unclear]:
    """责任单位：甲局、乙局, without a word anywhere on who of them leads (norm TSK-01)."""
    document = context.document
    led = any(task.lead for task in document.tasks) or "牵头" in context.once(running).text
    tasks = [task for task_list in document.task_lists for task in _odd_rows(task_list.of("row"))] if led else document.tasks
    for task in tasks:
        cell = task.row.cell("responsible") if task.row is not None else None
        # Of a table that names several bodies throughout one word tells all.
        if task.row is not None and (cell is None or "、" not in cell.value or _unled(task.row.table)):
            continue
        said = cell.value if cell is not None else task.text.value
        names = [unit.name for unit in task.responsible]
        if task.form != "sentence" and len(names) > 1 and not task.coop and not _SETTLED.search(said) and all(map(looks_like_body, names)) and not any(name.startswith("各") for name in names):
            yield Unclear(cell if cell is not None else task.text, task.measure, "unled", len(names))



def _only_named(found: Found, led: int) -> bool:
    """Whether all are bodies, and no word behind says what they do; beside others with a lead 负责 behind a comma says it of both."""
    value, end = found.passage.value, found.match.end("several")
    rest = value[end : min((place for mark in "。；" if (place := value.find(mark, end)) >= 0), default=len(value))]
    rest = rest.removeprefix("，负责") if led >= _OTHERS else rest
    names = [name for name, _start, _end in locate_units(found.match["several"])]
    return len(names) > 1 and all(map(looks_like_body, names)) and not names[0].startswith("各") and not _SHARED.search(found.match["several"] + rest)


def _measure(found: Found) -> Text:
    """The sentence that the words stand in."""
    value, start = found.passage.value, found.match.start()
    begin = value.rfind("。", 0, start) + 1
    end = value.find("。", found.match.end())
    return found.passage.slice(begin, end if end >= 0 else len(value))


#: So many clauses name a lead for one that does not.
_LED, _OF = 3, 2


def _clauses(document: Document) -> Iterator[Unclear]:
    """Clauses with several bodies in charge of which none leads (甲局、乙局负责，丙局配合), where most others name a lead."""
    clauses = [task for task in document.tasks if task.form == "clause" and task.units and not task.upper_lead]
    led = sum(1 for task in clauses if task.lead)
    unled = [task for task in clauses if not task.lead and len(task.responsible) > 1 and not _SHARES.search(_JOINTLY.sub("", task.text.value))]
    unled = [task for task in unled if not any(unit.name.startswith(("各", "双方")) or _NOBODY.search(unit.name) for unit in task.responsible)]
    if led >= _OF and len(unled) * _OF <= led:
        yield from (Unclear(task.text, task.measure, "unled", led) for task in unled)
    if led >= _LED:
        yield from _brackets(document, led)
    spoken = [task for task in document.tasks if task.form == "sentence" and task.units]
    led = sum(1 for task in spoken if task.lead)
    # 由甲局、乙局负责 among items that name a lead each.
    several = [task for task in spoken if not task.lead and len(task.responsible) > 1 and _BEARS.search(task.text.value) and not _SHARES.search(task.text.value)]
    several = [task for task in several or _among_led(spoken) if not task.responsible[0].name.startswith("各")]
    if led and len(several) * _OF <= led + _OF - 1:
        yield from (Unclear(task.text, task.measure, "unled", led) for task in several)


#: Several bodies and a time, with no word of what they do: （市财政局、市水利局，12月底前完成）.
_BRACKET = Pattern(r"(?<=[。；！”])[（(〔](?P<bodies>[^（）()〔〕，]{2,60}、[^（）()〔〕，]{2,40})，(?P<time>[^（）()〔〕，、]*\d[^（）()〔〕，、]*)[）)〕]")


def _brackets(document: Document, led: int) -> Iterator[Unclear]:
    """The bracket of bodies and a time where those of others name a lead."""
    told = {task.text.span() for task in document.tasks if task.form == "clause"}
    found = []
    for node in document.of("heading", "paragraph"):
        body = node.body if isinstance(node, Heading | Paragraph) else None
        for match in _BRACKET.finditer(body.value) if body is not None and "，" in body.value else ():
            if body is not None and is_body_list(match["bodies"]) and not _NOBODY.search(match["bodies"]) and body.slice(*match.span()).span() not in told:
                found.append(Unclear(body.slice(*match.span()), body.slice(0, match.start()), "unled", led))
    if len(found) * _OF <= led:
        yield from found


def _among_led(spoken: Sequence[Task]) -> list[Task]:
    """The item that two bodies or more do side by side (甲局、乙局于6月底前完成清障), where all others of its list name a lead."""
    by_list: dict[object, list[Task]] = {}
    for task in spoken:
        if task.heading is not None:
            by_list.setdefault(task.heading.numbering, []).append(task)
    found = []
    for tasks in by_list.values():
        unled = [task for task in tasks if not task.lead]
        if len(unled) == 1 and len(tasks) >= _LED and len(unled[0].responsible) > 1 and not unled[0].coop and not _SHARES.search(unled[0].measure.value) and not _REPORTS.search(unled[0].measure.value):
            found.append(unled[0])
    return found


#: What each does for itself: 甲局、乙局于6月底前报送总结; what they look after.
_REPORTS = Pattern(r"报|会同|督促|指导|检查|协调|要加强|要按")


#: Several bodies by themselves, not one with others: 由甲局、乙局负责.
_BEARS = Pattern(r"^(?:由)?[^，。；]{2,60}[、和及][^，。；]{2,40}负责(?!人)")


_SHARES = Pattern(SHARED)
#: All of them together, of whom nobody leads: 共同负责.
_JOINTLY = Pattern(r"共同(?=负责)")
#: A body that is nobody: 相关单位; 各有关单位 are all of them.
_NOBODY = Pattern(_SOMEBODY)


def _cells(document: Document) -> Iterator[Unclear]:
    """Cells of those in charge that begin with a mark (、乙局), and the one that begins with nobody in particular (有关部门、各镇)."""
    for task_list in document.task_lists:
        rows = [task for task in task_list.of("row") if task.row is not None]
        for task in rows:
            for role in ("lead", "responsible"):
                cell = task.row.cell(role) if task.row is not None else None
                if cell is not None and cell.value.lstrip().startswith(("、", "，")):
                    yield Unclear(cell, task.measure, "open", len(rows) - 1)
        nobody = [task for task in rows if _begins_with_nobody(task)]
        if len(nobody) == 1 and len(rows) > _OTHERS:
            task = nobody[0]
            yield Unclear((task.lead or task.responsible)[0].text, task.measure, "nobody" if len(rows) > _LED else "somebody", len(rows) - 1)


def _begins_with_nobody(task: Task) -> bool:
    units = task.lead or task.responsible
    return bool(units) and _NOBODY.fullmatch(units[0].name) is not None


#: So many rows of a list name several bodies.
_ROWS, _SEVERAL = 5, 70


def unled_lists(document: Document) -> Iterator[Unclear]:
    """Lists of tasks (任务分工) of which most rows name several bodies in one column, with no word on who of them leads."""
    texts = [node.body.value if isinstance(node, Heading) else node.text.value for node in document.of("heading", "paragraph") if isinstance(node, Heading | Paragraph)]
    for part in document.parts:
        above: Text | None = None
        for node in part.nodes:
            if not isinstance(node, Table):
                above = node.text
            elif _unled(node) and not any("牵头" in value or lets_first_lead(value) for value in texts) and above is not None:
                yield Unclear(above, node.text, "list", len(node.rows))


def _unled(table: Table) -> bool:
    heads = [column.head for column in table.columns]
    if not table.has("responsible") or table.has("lead") or table.has("coop") or len(table.rows) < _ROWS or any("牵头" in head for head in heads):
        return False
    cells = [cell.value for row in table.rows if (cell := row.cell("responsible")) is not None and cell.value]
    several = [cell for cell in cells if "、" in cell]
    return len(several) * 100 >= _SEVERAL * len(table.rows) and not any("牵头" in cell or _SHARES.search(cell) for cell in cells)
