"""How long the parts of a meeting take together (时长分配), against the time it is held or the length it has (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, plain_rows
from hegao.document.model import Heading, Node, Paragraph, Table
from hegao.phrases.told_spans import HOUR
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_TIME = Pattern(r"(?P<hour>\d{1,2})(?:[:：时])(?P<minute>\d{2})?")
_PART = r"[^，。；：、（）()\d]{2,14}\d{1,3}分钟"
#: 9:00至11:40，其中动员30分钟、演练110分钟、点评20分钟.
_PARTS = Scanner(rf"(?P<begin>\d{{1,2}}[:：时]\d{{0,2}})分?(?:至|到|[—～~–-]{{1,2}})(?P<end>\d{{1,2}}[:：时]\d{{0,2}})分?[^。；\d]{{0,20}}?(?:其中|包括|分为|分别为|安排)(?P<list>{_PART}(?:[，、；和]{_PART}){{1,9}})", sign=r"\d分钟[，、；和]")
_MINUTES = Pattern(r"(?P<n>\d{1,3})分钟")
#: 会期100分钟, 时长约2小时.
_LASTS = Pattern(r"(?:会期|会议时间|会议时长|总时长|时长|全程|历时|用时|共计?|为时)(?:为|共)?(?P<at>(?P<n>\d{1,3}(?:\.5)?)(?P<unit>分钟|个?小时))(?!以)")
_COLUMN = Pattern(r"^(?:时长|用时|时间|发言时间|时限|历时)[（(](?:分钟|分)[）)]$")
_NEAR, _BACK = 30, 3


def wrong_parts_of_hours(context: Context) -> Iterator[Odd]:
    """Parts in minutes that do not fill their time."""
    for found in context.once(running_without_names).find(_PARTS, "heading", "paragraph"):
        begin, end = _minutes(found.match["begin"]), _minutes(found.match["end"])
        told = list(_MINUTES.finditer(found.match["list"]))
        summed = sum(int(one["n"]) for one in told)
        if end > begin and summed != end - begin and abs(summed - (end - begin)) <= _NEAR:
            start = found.match.start("list")
            at = [found.passage.slice(start + one.start(), start + one.end()) for one in told]
            yield Odd(at[-1], f"各段合计{summed}分钟，起止时间为{end - begin}分钟", [found.at("begin"), *at[:-1]], summed > end - begin)
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            if isinstance(node, Table):
                yield from _of_table(node, part.nodes[max(0, index - _BACK) : index])


def _minutes(clock: str) -> int:
    match = _TIME.match(clock)
    return int(match["hour"]) * HOUR + int(match["minute"] or 0) if match is not None else 0


def _of_table(table: Table, before: Sequence[Node]) -> Iterator[Odd]:
    """会期100分钟 over a column of minutes."""
    places = [index for index, column in enumerate(table.columns) if _COLUMN.match(column.head)]
    if len(places) != 1:
        return
    rows = plain_rows(table)
    figures = [figure for row in rows if places[0] < len(row.cells) and (figure := figure_in(row.cells[places[0]])) is not None]
    told = [(text, match) for node in before if isinstance(node, Heading | Paragraph) for text in (_text(node),) for match in _LASTS.finditer(text.value)]
    if len(figures) != len(rows) or len(figures) < 2 or len(told) != 1:
        return
    text, match = told[0]
    stated = Decimal(match["n"]) * (1 if match["unit"] == "分钟" else HOUR)
    summed = sum((figure.value for figure in figures), Decimal(0))
    if summed != stated and abs(summed - stated) <= _NEAR:
        yield Odd(text.slice(*match.span("at")), f"各项合计{summed.normalize():f}分钟", [figure.text for figure in figures], summed > stated)


def _text(node: Heading | Paragraph) -> Text:
    return node.body if isinstance(node, Heading) else node.text
