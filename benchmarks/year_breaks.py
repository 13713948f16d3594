"""Years left over from last year's file, wherever a document tells its own: in the title, the first sentence, the name of a plan, the head of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from benchmarks.breaks import DAY, Break, Lines, Way, cells_of, changed, signing

_YEAR = re.compile(r"(?<![\d〔\[《—－-])(?P<year>20\d\d)年(?!\d|前|以前|以来|[—－-]|至|底前)")
_NAMED = re.compile(r"《[^《》]{0,12}?(?P<year>20\d\d)年[^《》]{2,40}》")
#: Where the past is told nobody can say that last year is wrong.
_TELLS = re.compile(r"报告|通报|情况|总结|结果|纪要|批复|函$|决算|公报|统计")
_PAST = re.compile(r"同比|上年|去年|较|比|已|了|完成情况|截至|曾|原|总结|以来|累计|增长|下降|万元|亿元|废止")
_OFTEN = 3


def _own_year(lines: Lines) -> int | None:
    """The year of a document that plans for the year in which it is signed; none of others."""
    place = signing(lines)
    signed = DAY.search(lines[place]) if place is not None else None
    title = "".join(lines[:8])
    if signed is None or _TELLS.search(title):
        return None
    year = int(signed[1])
    return year if f"{year}年" in title and f"{year - 1}年" not in "".join(lines[: place or 0]) else None


def _left_over(wanted: Callable[[Lines, int], bool], pattern: re.Pattern[str] = _YEAR) -> Way:
    """The year of a line that tells the document's own made last year's, where the document tells that year often and the other nowhere."""

    def way(lines: Lines) -> Iterator[Break]:
        year = _own_year(lines)
        end = signing(lines)
        if year is None or end is None or sum(line.count(f"{year}年") for line in lines) <= _OFTEN:
            return
        for index, line in enumerate(lines):
            if index == end or "发布" in line or "印发" in line[-4:] or not wanted(lines, index):
                continue
            for match in pattern.finditer(line):
                sentence = re.split("[。；]", line[: match.start()])[-1] + re.split("[。；]", line[match.start() :])[0]
                if int(match["year"]) == year and not _PAST.search(sentence):
                    yield changed(lines, index, f"{line[: match.start('year')]}{year - 1}{line[match.end('year') :]}")

    return way


def _is_title(lines: Lines, index: int) -> bool:
    return index < 8 and re.search(r"关于|方案|计划|要点", lines[index]) is not None and "：" not in lines[index] and "。" not in lines[index]


def _is_first(lines: Lines, index: int) -> bool:
    """Whether a line is the first paragraph, behind the addressee."""
    return 3 < index < 14 and "。" in lines[index] + "：" and any(lines[before].rstrip().endswith(("：", ":")) for before in range(max(0, index - 2), index))


def _is_head(lines: Lines, index: int) -> bool:
    return bool(cells_of(lines[index])) and (index == 0 or not cells_of(lines[index - 1]))


def _is_text(lines: Lines, index: int) -> bool:
    return index > 8 and "。" in lines[index] and not cells_of(lines[index])


def _is_attachment(lines: Lines, index: int) -> bool:
    return re.match(r"附件[：:]|附件\d?[：:]|\s*\d[.．][^。]{4,40}$", lines[index]) is not None


def _is_cell(lines: Lines, index: int) -> bool:
    return bool(cells_of(lines[index])) and not _is_head(lines, index)


#: The ways to break them, by what is done.
YEAR_WAYS: dict[str, Way] = {
    "last year in the title": _left_over(_is_title),
    "last year in the first sentence": _left_over(_is_first),
    "last year in the head of a table": _left_over(_is_head),
    "last year in a sentence": _left_over(_is_text),
    "last year in the title of an attachment": _left_over(_is_attachment),
    "last year in the name of a plan": _left_over(lambda lines, index: "》" in lines[index], _NAMED),
    "last year in a cell": _left_over(_is_cell),
}
