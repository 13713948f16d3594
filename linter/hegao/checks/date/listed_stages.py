"""Stages (阶段) told one after the other: items behind 分三步实施, paragraphs that begin with 第一阶段, rows of a table of stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.document.model import Document, Heading, Paragraph, Part, Table
from hegao.document.told_by_cells import is_total
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.phrases.ranges import RangePhrase, find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text

#: When a stage is: where that stands, and the time as a range; None where it is no single one.
StageTime = tuple[Text, RangePhrase | None]

#: 分三个阶段推进：, 分两步实施。
_ANNOUNCED = Pattern(r"分(?:为|成)?(?P<count>[两二三四五六]|[2-6])个?(?:阶段|步骤?|期)[^。；：:，]{0,10}[：:。]?$")
#: A time in front of what is done then, behind a label of its own perhaps.
_ITEM = Pattern(r"(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、]|[一二三四五六]是|第[一二三四五六](?:阶段|步|期)[：:，]?)?\s*(?:自|从)?(?P<time>20\d\d年[^，,。；;：:（）()]{4,36}?)(?:起|止)?[，,：:。]")
_ORDINAL = Pattern(r"\s*第(?P<count>[一二三四五六])(?:阶段|步)[：:，、 　]?[^（(。；]{0,20}?(?:[（(](?P<time>[^（）()]{4,40})[）)]|[，：:](?P<said>\d[^，。；：（）()]{4,36}?)(?=[，。；]))")
_STAGE_HEAD = Pattern(r"^(?:工作|实施|推进|培训)?(?:阶段|步骤|期次|批次|轮次|期别)(?:名称)?$")
_FOLLOWS = Pattern("阶段|步骤")
_TIME_HEAD = Pattern(r"(?:时间|日期)$")
_LEAST_ROWS = 3
_MONTH = Pattern(r"(?:20\d\d年)?(?P<month>\d{1,2})月(?:[上中下]旬)?")


def listed_stages(document: Document) -> Iterator[list[StageTime]]:
    """The times of stages that follow one another, list by list."""
    for part in document.parts:
        yield from _announced(part)
        yield from _counted(part)
    for table in document.of("table"):
        if isinstance(table, Table):
            yield from _in_rows(table)


def stage_range(written: str) -> RangePhrase | None:
    """The range that a time is and nothing besides; a month or a third of one by itself is one, too."""
    ranges = list(find_ranges(written))
    if len(ranges) == 1 and len(ranges[0].written) >= len(written.strip("：: 时间为")) - 2:
        return ranges[0]
    if ranges or _MONTH.fullmatch(written) is None:
        return None
    phrase = next(find_dates(f"{written}底" if written.endswith("月") else written), None)
    if phrase is None:
        return None
    whole = phrase._replace(part="") if written.endswith("月") else phrase
    return RangePhrase(0, len(written), written, whole, whole)


def _announced(part: Part) -> Iterator[list[StageTime]]:
    """The items right behind the words that announce so many stages."""
    nodes = [node for node in part.nodes if isinstance(node, Heading | Paragraph)]
    for index, node in enumerate(nodes):
        match = _ANNOUNCED.search(node.body.value) if "分" in node.body.value else None
        items = nodes[index + 1 : index + 1 + value_of(match["count"].replace("两", "二"))] if match else []
        times = [time for item in items if (time := _in_front(item)) is not None]
        if match and len(times) == value_of(match["count"].replace("两", "二")):
            yield times


def _in_front(node: Heading | Paragraph) -> StageTime | None:
    text = node.body
    match = _ITEM.match(text.value, len(node.label) if isinstance(node, Heading) else 0)
    return (text.slice(*match.span("time")), stage_range(match["time"])) if match else None


def _counted(part: Part) -> Iterator[list[StageTime]]:
    """Paragraphs that begin with 第一阶段, 第二阶段 …; headings are compared by their numbers."""
    times: list[StageTime] = []
    for node in part.nodes:
        match = _ORDINAL.match(node.text.value) if isinstance(node, Paragraph) else None
        if match is None:
            continue
        if value_of(match["count"]) != len(times) + 1:
            yield times
            times = []
        if value_of(match["count"]) == len(times) + 1:
            group = "time" if match["time"] else "said"
            times.append((node.text.slice(*match.span(group)), stage_range(match[group])))
    yield times


def _in_rows(table: Table) -> Iterator[list[StageTime]]:
    """The times in a table that has a column of stages."""
    stage = next((index for index, column in enumerate(table.columns) if _STAGE_HEAD.search(column.head)), None)
    time = next((index for index, column in enumerate(table.columns) if column.role == "deadline" or _TIME_HEAD.search(column.head)), None)
    if stage is None or time is None or len(table.rows) < _LEAST_ROWS:
        return
    rows = [row for row in table.rows if not is_total(row)]
    cells: Sequence[Text] = [row.cells[time] for row in rows if max(stage, time) < len(row.cells) and row.cells[stage].value]
    # Classes and batches by months are held when they are, not one behind the other.
    turns = any("日" not in cell.value for cell in cells) and not _FOLLOWS.search(table.columns[stage].head)
    if len(cells) == len(rows) and not turns:
        yield [(cell, stage_range(cell.value)) for cell in cells]
