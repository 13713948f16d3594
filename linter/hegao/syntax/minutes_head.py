"""Heads of minutes (纪要): the agency mark reads like a title (江河市人民政府常务会议纪要); the title of the meeting stands below it."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import DATES, NUMBERS, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.words.building_blocks import terminal

_MINUTES_MARK = Pattern(r"^[\u3400-\u9fff（）]{2,40}纪要$")
_MEETING_TITLE = Pattern(r"^[^。；：]{6,80}纪要(?:[\u3400-\u9fff]{2})?$")
#: Which minutes of their kind these are: 第7期, 〔2026〕9号.
_MINUTES_ISSUE = Pattern(
    lambda: rf"^[（(]?(?:第[\d一二三四五六七八九十]{{1,4}}|{terminal('_OPENING')}{terminal('_YEAR')}{terminal('_CLOSING')}第?{terminal('_SHORT_SERIAL')})[期号次][）)]?$"
)
#: So many lines may stand between the mark and the title: issue, office, day.
_MOST_BETWEEN = 4


def meeting_title(lines: list[Line], mark: int, limit: int) -> int | None:
    """The index of the title of a meeting below the mark at ``mark``, between them nothing but issue, office and day; None without one.

    The lines before it get their kinds.
    """
    if lines[mark].kind not in PLAIN | {Kind.TITLE} or not _MINUTES_MARK.match(lines[mark].squeezed):
        return None
    at = mark + 1
    while at < limit and at - mark <= _MOST_BETWEEN and _in_minutes_head(lines[at]):
        at += 1
    if at == mark + 1 or at >= limit or lines[at].kind not in PLAIN or not _MEETING_TITLE.match(lines[at].squeezed):
        return None
    lines[mark].kind = Kind.MASTHEAD
    for line in lines[mark + 1 : at]:
        if line.kind in PLAIN | {Kind.FIELD}:
            line.kind = Kind.HEAD_NOTE
    lines[at].kind = Kind.TITLE
    return at


def _in_minutes_head(line: Line) -> bool:
    return line.kind in NUMBERS | DATES | {Kind.BODY, Kind.ORDER_NUMBER} or bool(_MINUTES_ISSUE.match(line.squeezed))
