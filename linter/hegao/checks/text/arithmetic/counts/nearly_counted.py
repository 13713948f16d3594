"""Counts that a list or the same words elsewhere nearly tell (件数疑似不一致): 授予7个单位先进集体称号 beside a list of six (norms FIG-16).

A sentence speaks of a table where it says a stretch of its title; two clauses speak of one thing where they say the same but for the
figure.  None of it is certain: the findings say so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.slipped_digits import slipped
from hegao.checks.text.arithmetic.tables.figure_cells import figure_in, is_total, plain_rows
from hegao.document.model import Heading, Paragraph, Part, Table
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, POINTS, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genres

_COUNT = Scanner(
    r"(?<![第\d.每各—～-])(?P<n>\d{1,4}|[两三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)(?P<unit>[项件个家宗名人户处座条所期批])(?!月|工作日|小时|百分点|以[上下内]|左右|县级|次|均|[—～-]\d)"
)
_LIST_WORD = Pattern(rf"{one_of(form for genre in genres() if genre.kind == '名册' for form in genre.forms)}|表$")
_LITTLE = Pattern(r"[（(][^（）()]*[）)]|20\d\d(?:—20\d\d)?年?度?|关于|附件\d*[：:]?")
_LEADS = Pattern("共|如下|下[表列]|合计")
_STOPS = "。；"
_GRAM, _SAID, _LEAST_ROWS, _APART = 4, 75, 3, 2


def nearly_counted(context: Context) -> Iterator[Odd]:
    """Counts beside words of a title whose table has one or two rows more or fewer."""
    lists = [found for part in context.document.parts for found in _lists(part)]
    if not lists:
        return
    sizes = {one.rows for one in lists} | {value for one in lists for value in one.sums}
    told: dict[tuple[str, int], list[Found]] = defaultdict(list)
    for found in context.once(running).find(_COUNT, "heading", "paragraph"):
        value = found.match.string
        start = max(value.rfind(mark, 0, found.match.start()) for mark in _STOPS) + 1
        told[value, start].append(found)
    for (value, start), several in told.items():
        ends = [at for mark in _STOPS if (at := value.find(mark, several[-1].match.end())) >= 0]
        sentence = value[start : min(ends, default=len(value))]
        meant = [one for one in lists if _speaks_of(sentence, one) or one.led_by == value and _LEADS.search(sentence)]
        # Of several lists of like things nobody knows which is meant.
        for one in meant if len(meant) == 1 else ():
            counts = [(found, value_of(found.match["n"])) for found in several]
            if any(count == one.rows for _found, count in counts):
                continue
            for found, count in counts:
                if count >= _LEAST_ROWS and 0 < abs(count - one.rows) <= _APART and count not in sizes:
                    yield Odd(found.at(), f"表中{one.rows}行", [one.at], False)
                    break


def _speaks_of(sentence: str, one: _List) -> bool:
    """Whether a sentence says nearly all of a title."""
    return len(one.title) >= _GRAM and sum(one.title[at : at + 2] in sentence for at in range(len(one.title) - 1)) * 100 >= (len(one.title) - 1) * _SAID


class _List(NamedTuple):
    """A table: how many rows it has, its title without what lists are called, the sums of its columns, where that is seen, the paragraph right before it."""

    rows: int
    title: str
    sums: frozenset[int]
    at: Text
    led_by: str


def _lists(part: Part) -> Iterator[_List]:
    places = [index for index, node in enumerate(part.nodes) if isinstance(node, Table)]
    for place in places:
        table = part.nodes[place]
        assert isinstance(table, Table)
        before = part.nodes[place - 1] if place else None
        led_by = before.text.value if isinstance(before, Paragraph) else before.body.value if isinstance(before, Heading) else ""
        title = table.caption or (part.title.text if part.title is not None and len(places) == 1 else None)
        rows = plain_rows(table)
        core = _LITTLE.sub("", title.value) if title is not None else ""
        core = _LIST_WORD.sub("", core) if _LIST_WORD.search(core) else ""
        if len(rows) < _LEAST_ROWS or not (core or led_by):
            continue
        if any(row.serial is None for row in rows) or [row.serial for row in rows] != list(range(1, len(rows) + 1)):
            continue
        sums = frozenset(int(figure.value) for row in table.rows if is_total(row) for cell in row.cells if (figure := figure_in(cell)) is not None)
        yield _List(len(rows), core, sums, rows[-1].text, led_by)


_TIMED = Pattern(r"[年月日]|同期|季度|[上下]半年|累计|平均|每|各")
_HAN = Pattern(r"[\u3400-\u9fff]")
_BUILT_ALIKE = 50
_LIKE, _SHORTEST, _MOST_CLAUSES, _NEAR, _ON = 85, 6, 300, 25, 5


def nearly_twice(context: Context) -> Iterator[Odd]:
    """Two clauses, paragraphs apart, that say the same but for the figure."""
    clauses: dict[str, list[tuple[Sentence, Told, Counter[str]]]] = defaultdict(list)
    for sentence in context.once(figure_sentences):
        for told, said in _clauses(sentence):
            if told.one.dimension not in (PERCENT, POINTS) and not told.one.rough and not _TIMED.search(said) and len(_HAN.findall(said)) >= _SHORTEST:
                clauses[told.one.unit].append((sentence, told, Counter(said)))
    for alike in clauses.values():
        for (sentence, one, words), (other_sentence, other, others) in combinations(alike[:_MOST_CLAUSES], 2):
            if one.one.value == other.one.value or sentence.text is other_sentence.text or not _like(words, others) or sentence.opening_time != other_sentence.opening_time or _parallel(sentence, other_sentence):
                continue
            if sum(_like(words, third) for _where, _figure, third in alike) == _APART and _near(one.one, other.one):
                yield Odd(other_sentence.at(other.one), f"别处为{sentence.at(one.one).value}", [sentence.at(one.one)], False)


def _clauses(sentence: Sentence) -> Iterator[tuple[Told, str]]:
    """The figures that stand alone in a clause, with its words and how the next one begins, which may tell of what they are."""
    marks = [sentence.start - 1, *(at for at in range(sentence.start, sentence.end) if sentence.value[at] in "，、：（）()"), sentence.end]
    for before, end in pairwise(marks):
        inside = [told for told in sentence.told if before < told.one.start < end]
        if len(inside) == 1:
            yield inside[0], sentence.value[before + 1 : inside[0].one.start] + inside[0].one.unit + sentence.value[inside[0].one.end : end + _ON].rstrip()


def _like(words: Counter[str], others: Counter[str]) -> bool:
    return (words & others).total() * 100 >= max(words.total(), others.total()) * _LIKE


def _parallel(sentence: Sentence, other: Sentence) -> bool:
    """Whether two sentences are built alike and speak of two things: 修订防汛预案，储备物资55件 beside 修订防火预案，储备物资54件."""
    one, two = (Counter(_HAN.findall(said.value[said.start : said.end])) for said in (sentence, other))
    return one != two and (one & two).total() * 100 >= max(one.total(), two.total()) * _BUILT_ALIKE


def _near(one: Quantity, other: Quantity) -> bool:
    off, least = abs(one.value - other.value), min(one.value, other.value)
    return off * 100 <= least * _NEAR or slipped(one.value / one.step, other.value / other.step)
