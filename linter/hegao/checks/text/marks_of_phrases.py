"""Marks that a phrase asks for: between a figure and its counter none, the same between 一是 and 二是, a stop behind 妥否，请批示; 《办法（试行）》."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import Found, edit_at, running
from hegao.document.model import Document, Paragraph, Row, Table
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words, surnames

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_COUNTERS = (
    "件|个|户|家|项|名|人|亩|吨|元|万元|亿元|公里|千米|所|座|处|台|套|次|%|万人|平方米|公顷|起|份|辆|条|万亩|人次|万人次|天|小时|个工作日|百分点|个百分点"
)
_PHRASES: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    # 办结31752，件，
    (Scanner(rf"\d+(?:\.\d+)?[，、。；](?P<unit>{_COUNTERS})(?=[，。；、）]|$)"), lambda match: match[0][: match.start("unit") - match.start() - 1] + match["unit"]),
    # 《管理办法》（试行）, 《纲要》（2021—2025年）
    (
        Scanner(r"(?P<end>[\u3400-\u9fff”])》(?P<note>（(?:试行|暂行|20\d\d[—－-]20\d\d年)）)", sign="》（[试暂2]"),
        lambda match: f"{match['end']}{match['note']}》",
    ),
)
#: 根据“供水条例”: what is cited bears 《》.
_QUOTED_LAW = Scanner(lambda: rf"(?:根据|依据|依照|遵照|违反|按照(?=“[^“”]{{6}})|(?:对照|修订)(?=“[^“”]{{8}}))(?P<at>“(?P<name>[^“”《》，。；]{{2,24}}(?:“[^“”]{{2,12}}”)?[^“”《》，。；]{{0,24}}(?:{one_of(genre_words())}|法))”)", sign="“")
#: 第一是 beside 二是.
_ORDINAL_IS = Scanner(rf"(?:^|(?<=[。；：]))(?P<label>第(?P<plain>[{_NUMERALS}]是))")
_PLAIN_IS = Pattern(rf"(?:^|[。；：\n])[{_NUMERALS}]是", re.MULTILINE)
#: Items told one behind the other in one paragraph, by the kind of their labels.
_LABEL = Pattern(
    rf"(?:^|(?<=[。；：，]))(?:(?P<spoken>[{_NUMERALS}])是|第(?P<ordinal>[{_NUMERALS}])，|（(?P<bracket>[{_NUMERALS}])）|[（(](?P<digit>\d)[)）]|(?P<circled>[{_CIRCLED}])|(?P<turn>首先|其次|再次|最后)，)"
)
_LABELLED = Scanner(rf"[。；，](?:其次，|[{_NUMERALS}]是|第[{_NUMERALS}]，|（[{_NUMERALS}]）|[（(]\d[)）]|[{_CIRCLED}])")
_FEWEST = 3
#: The words of turn by their number; the last one stands behind any.
_TURNS = ("首先", "其次", "再次")
#: Two persons behind one office, no mark between them: 副局长王云山李晓，.
_PERSONS = Scanner(
    r"(?:经理|主任|(?<![增成延])长|书记|主席|主管|秘书|助理|总工程师)(?P<names>[^，。；：、（）()“”\s任担兼持席加署关和及与等]{4,6})(?=[担兼]任|任|出席|参加|[、，。；]|$)",
    sign="[长任理记席师管书]",
)
#: What a document ends with: 妥否，请批示。
_CLOSING = Pattern(r"^(?:[妥当可]否|是否[妥可][当行]?|以上[^，。]{0,12}[妥当]否|特此[^，。]{1,6}|专此[^，。]{1,6})(?:，[^，。]{2,10})?[\u3400-\u9fff]$")
_ASKED = Pattern("请|示$")
_ROUTE = Pattern(r"[\u3400-\u9fff]{2,12}-[\u3400-\u9fff]{2,12}$")
_DASHED_NAMES = Scanner(r"[\u3400-\u9fff]—[\u3400-\u9fff]")
_CLOCKS = Scanner(r"\d{1,2}[:：]\d\d(?P<mark>-)(?:次日|翌日|当日)?\d{1,2}[:：]\d\d")
_DASHED_CLOCKS = Scanner(r"\d[:：]\d\d—\d{1,2}[:：]\d\d")
_TITLED_YEARS = Scanner(r"《[^《》]{2,60}?(?P<years>(?P<from>20\d\d)-(?P<to>20\d\d)年)[^《》]*》", sign=r"\d-20\d\d年")
_DOUBTFUL = "doubtful"


def marks_of_phrases(context: Context) -> Iterator[Hit]:
    """The phrases of a document whose marks are wrong; ``fault`` is ``doubtful`` where another way of writing may be meant."""
    text = context.once(running)
    for scanner, mended in _PHRASES:
        for found in text.find(scanner):
            yield _hit(found.at(), mended(found.match))
    for found in text.find(_QUOTED_LAW, "heading", "paragraph"):
        yield _hit(found.at("at"), f"《{found.match['name']}》", _DOUBTFUL)
    for found in text.find(_ORDINAL_IS, "heading", "paragraph"):
        if _PLAIN_IS.search(text.text):
            yield _hit(found.at("label"), found.match["plain"])
    for passage, _line in text.bearing(_LABELLED, "heading", "paragraph"):
        yield from _between_items(passage)
    for found in text.find(_PERSONS, "heading", "paragraph"):
        yield from _two_persons(found)
    for part in context.document.parts:
        for node in part.nodes:
            if isinstance(node, Paragraph):
                yield from _closing(node.text)
    yield from _hyphens(context)


def _hit(at: Text, right: str, fault: str = "") -> Hit:
    return Hit(at, {"written": at.value, "right": right, "fault": fault}, edits=edit_at(at, right, False))


def _between_items(text: Text) -> Iterator[Hit]:
    """Items of one paragraph parted by semicolons and by full stops, none of them with a stop inside."""
    value = text.value
    series: list[re.Match[str]] = []
    for match in [*_LABEL.finditer(value), None]:
        if match is not None and series and match.lastgroup == series[-1].lastgroup and _number(match, len(series) + 1) == len(series) + 1:
            series.append(match)
            continue
        yield from _mixed(text, series)
        series = [match] if match is not None and _number(match, 0) == 1 else []


def _number(label: re.Match[str], due: int) -> int:
    """The number of a label, where ``due`` is the next one."""
    written = label[label.lastgroup or 0]
    if label.lastgroup == "turn":
        return _TURNS.index(written) + 1 if written in _TURNS else due
    return _CIRCLED.index(written) + 1 if written in _CIRCLED else chinese(written)


def _mixed(text: Text, series: Sequence[re.Match[str]]) -> Iterator[Hit]:
    value = text.value
    marks = [value[label.start() - 1] for label in series[1:]]
    within = "".join(value[one.end() : other.start() - 1] for one, other in pairwise(series))
    if len(series) < _FEWEST or len(set(marks)) == 1 or "。" in within or "；" in within:
        return
    usual = "；" if marks.count("；") >= marks.count("。") else "。"
    for label, mark in zip(series[1:], marks, strict=True):
        if mark != usual:
            at = text.slice(max(0, label.start() - 6), label.end())
            right = value[max(0, label.start() - 6) : label.start() - 1] + usual + label[0]
            yield Hit(at, {"written": at.value, "right": right}, (), edit_at(at, right, False), about=(text.slice(label.start() - 1, label.start()),))


def _two_persons(found: Found) -> Iterator[Hit]:
    names = found.match["names"]
    for end in (3, 2):
        first, second = names[:end], names[end:]
        if 2 <= len(second) <= 3 and first[0] in surnames() and second[0] in surnames():
            yield _hit(found.at("names"), f"{first}、{second}", _DOUBTFUL)
            return


def _closing(text: Text) -> Iterator[Hit]:
    """A closing formula without its stop."""
    value = text.value.rstrip()
    if _CLOSING.match(value) and _ASKED.search(value):
        yield _hit(text.slice(max(0, len(value) - 6), len(value)), value[-6:] + "。")


def _hyphens(context: Context) -> Iterator[Hit]:
    """Hyphens for the dash between places, times and years, sure where the document has the dash elsewhere (GB/T 15834, 4.13)."""
    text = context.once(running)
    dashed = any(True for _ in text.find(_DASHED_NAMES))
    for row in _rows(context.document):
        for cell in row.cells:
            if "-" in cell.value and _ROUTE.match(cell.value):
                yield _hit(cell, cell.value.replace("-", "—"), "" if dashed else _DOUBTFUL)
    clocked = any(True for _ in text.find(_DASHED_CLOCKS))
    for found in text.find(_CLOCKS):
        yield _hit(found.at(), found.match[0].replace("-", "—"), "" if clocked else _DOUBTFUL)
    for found in text.find(_TITLED_YEARS):
        if _dashed_years(found) in text.text:
            yield _hit(found.at("years"), _dashed_years(found))


def _dashed_years(found: Found) -> str:
    return f"{found.match['from']}—{found.match['to']}年"


def _rows(document: Document) -> Iterator[Row]:
    for table in document.of("table"):
        if isinstance(table, Table):
            yield from table.rows
