"""Joining: what a page break or a scan cut is put together; page furniture is taken out.

Done before the place of a line is judged.  A joined line keeps the map to its physical places.
"""

from __future__ import annotations

import re
from collections import Counter

from hegao.sources.places import join
from hegao.syntax.lines import Line

#: Kinds that begin something new; a line of such a kind is never the rest of the line before.
STARTS = frozenset(
    "FIELD CONTENTS_MARK ORDER_NUMBER NUMBER DATED DATE NOTE COPIES IMPRINT ANNEX_MARK ATTACHMENT COLOPHON MASTHEAD "
    "PART CHAPTER SECTION ARTICLE HAN HAN_PAREN DECIMAL DIGIT DIGIT_PAREN CIRCLED".split()
)
HEADINGS = frozenset("PART CHAPTER SECTION ARTICLE HAN HAN_PAREN DECIMAL DIGIT DIGIT_PAREN CIRCLED".split())

_STOP = "。！？；：!?;:"
_CLOSERS = "”’》〉）)〕］]】」』"
_OPENERS = "“‘《〈（(〔［[【「『"
_LEADS_ON = tuple("，、,—和与及的")
_LEADS_IN = tuple("，。；、！？：）〕】》”’,;")
#: Words that a title ends with (文种 and what notices issue); such a line is whole.
GENRES = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|答复|纪要|条例|规定|办法|细则|方案|计划|要点|规划|预案|措施|制度|规则|"
    "章程|清单|名单|目录|名录|一览表|分工表|任务表|汇总表|表|标准|指南|规范|工程|总结|讲话|安排|办理|意见书|承诺书|须知|说明|导则|规程|守则|公约"
)
TITLE_END = re.compile(rf"(?:{GENRES})(?:》|〉|”)?(?:[（(][^（）()]{{1,20}}[）)])?$")
_RUNNING = re.compile(r"^[—–―─-]{1,3}([\u3400-\u9fff]{4,24})[—–―─-]{0,3}$")
_PAGE_NUMBER = re.compile(r"^(?:[—–―─·-]*\d{1,4}[—–―─·-]*|第\d{1,4}页(?:[，,/]?共\d{1,4}页)?)$")
_CLAUSE = re.compile(r"^[（(〔［[【][^（）()〔〕]{0,200}?(?:牵头|责任单位|配合单位|主办单位|承办单位|负责)")


def take_out_furniture(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines without running heads, page numbers and repeated table heads, which go to ``furniture``.

    A running head is known by its dashes on one page, so that it is known without them on the next.
    """
    names = Counter(match[1] for line in lines if line.cells is None and (match := _RUNNING.match(line.squeezed)))
    kept: list[Line] = []
    crossing = False
    for index, line in enumerate(lines):
        if line.cells is None:
            running = _RUNNING.match(line.squeezed)
            bare = line.squeezed in names and line.gap and not _before_date(lines, index)
            if (running and names[running[1]] >= 1 and _body(running[1])) or bare or _lone_page_number(lines, index):
                line.kind = "RUNNING"
                furniture.append(line)
                crossing = True
                continue
        if crossing:
            line.gap = True
            crossing = False
        kept.append(line)
    return kept


def _body(name: str) -> bool:
    return bool(re.search(r"(?:政府|公报|办公厅|办公室|委员会|局|委|厅|部)$", name))


def _before_date(lines: list[Line], index: int) -> bool:
    """Whether a date follows: then the body name is a signature."""
    return index + 1 < len(lines) and lines[index + 1].kind in ("DATE", "DATED")


def _lone_page_number(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if not _PAGE_NUMBER.match(line.squeezed):
        return False
    alone = line.gap and (index + 1 == len(lines) or lines[index + 1].gap)
    return alone and (not line.squeezed.isdigit() or (len(line.squeezed) <= 3 and index > 0))


def join_lines(lines: list[Line]) -> list[Line]:
    """The lines with what was cut put together: sentences, headings, titles in 《》, bracket clauses."""
    joined: list[Line] = []
    wrapped = _hard_wrapped(lines)
    for index, line in enumerate(lines):
        last = joined[-1] if joined else None
        if last is None or line.cells is not None or last.cells is not None:
            joined.append(line)
        elif index in wrapped or _continues(last, line, _next(lines, index)):
            last.extend(line)
        else:
            joined.append(line)
    return joined


def _hard_wrapped(lines: list[Line]) -> set[int]:
    """Indices of lines that go on from a full line above: text set in lines of one width without blank lines."""
    found: set[int] = set()
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not lines[end].gap and lines[end].kind in ("TEXT", "BODY") and lines[end].cells is None:
            end += 1
        run = lines[start:end]
        width = max(len(line.squeezed) for line in run)
        full = [len(line.squeezed) >= width - 3 for line in run]
        spoken = sum(1 for line in run if any(mark in line.squeezed for mark in "，。；"))
        if len(run) >= 3 and 12 <= width <= 45 and sum(full) * 2 >= len(run) and spoken * 3 >= len(run):
            found.update(start + i + 1 for i in range(len(run) - 1) if full[i] and not run[i].squeezed.endswith(("。", "：", "？", "！")))
        start = end
    return found


def _next(lines: list[Line], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _continues(last: Line, line: Line, following: Line | None) -> bool:
    """Whether ``line`` is the rest of ``last``."""
    if last.kind not in HEADINGS and last.kind not in ("TEXT", "BODY"):
        return False
    text = last.squeezed
    if line.squeezed.startswith(_LEADS_IN):
        return True
    if _CLAUSE.match(line.squeezed) and line.kind not in ("NOTE", "DATE", "NUMBER"):
        return len(text) > 12
    depth = _open_marks(text)
    if depth and not line.gap and line.kind in ("TEXT", "BODY"):
        return True
    if line.kind in STARTS and not (line.kind == "DECIMAL" and depth):
        return False
    if text.endswith(tuple(_STOP)) or _whole(text):
        return False
    if depth or text.endswith(_LEADS_ON):
        return True
    if text[-1] in _CLOSERS and text[-2:-1] in ("。", "！", "？"):
        return False
    if _CLAUSE_END.search(text):
        return False
    if last.kind in HEADINGS and not any(mark in text for mark in "。，；"):
        return _heading_goes_on(line, following)
    if line.kind == "BODY" and (following is None or following.kind in ("DATE", "BODY", "DATED")):
        return False
    return (len(text) >= 30 and any(mark in text for mark in "，。；")) and not _standing_alone(line)


_CLAUSE_END = re.compile(r"(?:牵头|负责|责任单位|配合|完成|推进|当年任务)[^（）()〔〕]{0,40}[）)〕\]】]$|[（(〔【][^（）()〔〕]*(?:责任|牵头)单位[:：][^）)〕】]*[）)〕\]】]$")


def _open_marks(text: str) -> int:
    """How many brackets or quotation marks are still open at the end of the line."""
    depth = 0
    for c in text:
        if c in _OPENERS:
            depth += 1
        elif c in _CLOSERS and depth:
            depth -= 1
    return depth


def _whole(text: str) -> bool:
    """Whether the line reads as a whole title."""
    return len(text) <= 120 and "。" not in text and bool(TITLE_END.search(text)) and ("关于" in text or "印发" in text or "转发" in text)


def _heading_goes_on(line: Line, following: Line | None) -> bool:
    """A heading cut at the page edge goes on in a short line without stops, before the next item."""
    short = len(line.squeezed) <= 24 and not any(mark in line.squeezed for mark in "。；：，、")
    return short and line.kind == "TEXT" and following is not None and following.kind in HEADINGS


def _standing_alone(line: Line) -> bool:
    """Whether a line is set by itself: a title, a body name, a caption."""
    text = line.squeezed
    if text.endswith(tuple("。；：，、")):
        return False
    return len(text) <= 40 and (bool(TITLE_END.search(text)) or line.kind == "BODY" and "，" not in text and "、" not in text)


def join_rows(above: Line, below: Line) -> None:
    """Take the cells of a continuation row on behind those of the row above, cell by cell."""
    assert above.cells is not None and below.cells is not None
    for index, cell in enumerate(below.cells):
        if not cell.value:
            continue
        if index < len(above.cells):
            own = above.cells[index]
            above.cells[index] = join([own, cell]) if own.value else cell
        else:
            above.cells.append(cell)
    above.marks += below.marks
