"""Grades and scores (等次与得分): a row whose grade is not that of its score, by the bounds that the text tells or by the other rows (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.relations.bands import Band, bands_in
from hegao.checks.text.arithmetic.tables.figure_cells import Figure, figure_in, is_total
from hegao.document.model import Row, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.white_space import unspaced

_SCORE = Pattern(r"得分|总分|分数|成绩|评分|综合分|^分值$")
_GRADE = Pattern(r"等次|等级|档次|级别|评定|考核结果|评价结果|评价$|结论|^结果$|^档$")
_FEWEST, _MOST_GRADES = 3, 6
_GRADE_WORD = Pattern(r"[\u3400-\u9fffA-Da-dⅠ-Ⅳ+]{1,6}")
_BAND = Scanner(r"\d分")
#: What stands between a band and the grade behind it, or between a grade and the band behind that.
_AFTER = Pattern(r"(?:[（(][^（）()]*[）)])?(?:的|者)?[，,]?(?:单位|村|企业|学校|个人)?(?:应?(?:评定?|确?定|认定|列|划)?为|属于?|是|：|:)?[“\"]?")
_BEFORE = Pattern(r"[”\"]?(?:等次|等级|档|单位|村|企业|学校)?(?:[：:（(]|为|指|是|[总综考]?[合核]?得分|总分|评分|成绩|在)*$")
_REACH = 20


def wrong_grades(context: Context) -> Iterator[Odd]:
    """The grades of rows that their scores do not make."""
    for table in context.document.of("table"):
        if not isinstance(table, Table):
            continue
        scores = [index for index, column in enumerate(table.columns) if _SCORE.search(unspaced(column.head))]
        grades = [index for index, column in enumerate(table.columns) if _GRADE.search(unspaced(column.head)) and index not in scores]
        if not scores or len(grades) != 1:
            continue
        pairs = _pairs(table.rows, scores[-1], grades[0])
        names = {name for _row, _figure, name in pairs}
        if len(pairs) < _FEWEST or not 1 < len(names) <= _MOST_GRADES:
            continue
        bands = _bands(context, sorted(names, key=len, reverse=True))
        odd = [(row, figure, name) for row, figure, name in pairs if name in bands and not _within(figure.value, bands[name])]
        if odd and len(odd) * 2 < len(pairs):
            for row, figure, name in odd:
                right = next((other for other, band in bands.items() if _within(figure.value, band)), "")
                yield Odd(row.cells[grades[0]], f"{figure.text.value}分应为“{right}”" if right else f"得分为{figure.text.value}", [bands[name].at], bool(right))
        elif not bands:
            yield from _out_of_order(pairs, grades[0])


def _pairs(rows: Sequence[Row], score: int, grade: int) -> list[tuple[Row, Figure, str]]:
    found = []
    for row in rows:
        if max(score, grade) < len(row.cells) and not is_total(row):
            figure, name = figure_in(row.cells[score]), unspaced(row.cells[grade].value)
            if figure is not None and _GRADE_WORD.fullmatch(name):
                found.append((row, figure, name))
    return found


def _bands(context: Context, names: Sequence[str]) -> dict[str, Band]:
    """The bounds of grades that the text tells, each once; none where it tells several."""
    found: dict[str, Band] = {}
    twice: set[str] = set()
    for text, value in context.once(running).bearing(_BAND, "heading", "paragraph"):
        if not any(name in value for name in names):
            continue
        at = 0
        for band in (band for band in bands_in(text, value, 0, len(value)) if band.kind == "分值"):
            start = value.index(band.at.value, at)
            at = start + len(band.at.value)
            name = _named_behind(value, at, names) if value[start - 1 : start] not in ("（", "(") else ""
            name = name or _named_before(value, start, names)
            if name in found and (found[name].low, found[name].high) != (band.low, band.high):
                twice.add(name)
            elif name:
                found[name] = band
    return {name: band for name, band in found.items() if name not in twice}


def _named_behind(value: str, at: int, names: Sequence[str]) -> str:
    """90分以上的优秀村: the grade behind a band."""
    between = _AFTER.match(value, at)
    return next((name for name in names if between is not None and value.startswith(name, between.end())), "")


def _named_before(value: str, start: int, names: Sequence[str]) -> str:
    """优秀（90分以上）: the grade before a band."""
    between = _BEFORE.search(value, max(0, start - _REACH), start)
    return next((name for name in names if between is not None and value.endswith(name, 0, between.start())), "")


def _within(score: Decimal, band: Band) -> bool:
    """Whether a score may lie in a band; who reaches which end of it is not asked, nor who stands between 89 and 90."""
    return (band.low is None or score >= band.low) and (band.high is None or score < band.high + 1)


def _out_of_order(pairs: Sequence[tuple[Row, Figure, str]], grade: int) -> Iterator[Odd]:
    """The one row without which each grade has a stretch of scores of its own."""
    ordered = sorted(pairs, key=lambda pair: -pair[1].value)
    if len(pairs) <= _FEWEST or _apart(ordered):
        return
    odd = [index for index in range(len(ordered)) if _apart(ordered[:index] + ordered[index + 1 :])]
    # Where one grade only has one row, that may be right as well as its neighbour.
    several = [index for index in odd if sum(pair[2] == ordered[index][2] for pair in ordered) > 1] or odd
    if several:
        row, figure, _name = ordered[several[0]]
        yield Odd(row.cells[grade], f"得分{figure.text.value}，与前后各行的等次不合", [figure.text], False)


def _apart(ordered: Sequence[tuple[Row, Figure, str]]) -> bool:
    """Whether the rows of each grade lie side by side, and those of like scores are of one grade."""
    names = [name for (_row, _figure, name), before in zip(ordered, [None, *ordered[:-1]], strict=True) if before is None or before[2] != name]
    return len(names) == len(set(names)) and len(names) > 1
