"""Marks (标点): half-width, doubled, misplaced ones in Chinese text (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.shared.masking import MASK, mask
from hegao.checks.shared.parameters import percent, quantity
from hegao.checks.shared.passages import Running, edit_at, in_force, running, running_words
from hegao.checks.text.among_peers import dangling_cells, markup, split_lists, stopped_cells, terms, unstopped_cells, unstopped_paragraphs
from hegao.checks.text.ends_of_items import ends_of_items
from hegao.checks.text.lost_stops import joined_paragraphs, lost_leads
from hegao.checks.text.marks_behind_labels import leads_of_lists, marks_behind_labels
from hegao.checks.text.marks_beside_words import marks_beside_words, marks_of_labels
from hegao.checks.text.marks_of_clauses import marks_of_clauses
from hegao.checks.text.marks_of_lists import marks_of_lists
from hegao.checks.text.marks_of_phrases import marks_of_phrases
from hegao.checks.text.marks_of_sentences import marks_of_sentences
from hegao.checks.text.stops_of_captions import stops_of_captions
from hegao.checks.text.stray_blanks import stray_blanks
from hegao.document.model import Document, Node, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Span, Text

_HAN = "\u3400-\u9fff"
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "(": "（", ")": "）"}
#: What may stand left, or right, of a mark of a Chinese sentence beside Chinese characters themselves.
_LEFT = "》”’）〕】％"
_RIGHT = "《“‘（〔【"
#: Marks that a formula is told by: its brackets stay as they are.
_OPERATORS = "=＝×÷+＋*/^≤≥<>"
#: Two-character words that begin with 等, which no list ends with.
_DENG = "级待额同于次候效价比距离外高温量分份身闲式值差压线保"
#: Nouns that name a kind of thing, and words that single one out: 首家国家级实验室.  A dash behind such words leads in the name
#: of the thing; a route or a pair joined by a one-em dash is not introduced so.
_KINDS = "项目|工程|实验室|平台|中心|基地|大赛|论坛|品牌|机构|园区|产品|成果|活动|系统|专线|电站|水厂|大桥|隧道|图书馆|博物馆|公园"

#: Every place worth a second look, by the kind of slip that it may be.
_SUSPECTS = Scanner(
    rf"""
    (?P<stop>[,;:!])
  | (?P<point>(?<=[{_HAN}])\.(?=[{_HAN}]|$))
  | (?P<quote>"[^"“”]{{1,60}}")
  | (?P<doubled>[，。、；：！？](?:[ 　]*[，。、；：])+)
  | (?P<closed>[，、；：](?=[）〕】》])|。(?=[）〕][，。；、]))
  | (?P<etc>、等(?![{_DENG}]))
  | (?P<and>、以及)
  | (?P<dots>\.{{3,}})
  | (?P<dash>(?:-{{2,}}|－{{2,}})(?=[{_HAN}《“{MASK}]))
  | (?P<explain>(?<![A-Za-z0-9\-—])[—\-](?=[{_HAN}]{{6}}))
    """,
    re.VERBOSE,
)
_HALF_WIDTH_BRACKET = Scanner(r"\(")
_PAIR = Pattern("[()（）]")
_TITLE_RUN = Scanner(r"《[^《》]*》(?:（[^（）]*）)?(?:(?:、|和|及|以及|与)?《[^《》]*》(?:（[^（）]*）)?)+")
_BETWEEN_TITLES = Pattern("》(、)《")
_KIND_BEFORE = Pattern(
    f"(?:首|第一|唯一|最大|国家级|国家重点|省级|自治区级?|市级|全国|全省|全区|全市)[^，。；：、—]{{0,20}}(?:{_KINDS})$"
)

#: Rank of the marks: of two that stand together the weightier one is kept.
_WEIGHT = "、，：；。？！"

#: Shorter than this between two marks a point may stand within a foreign name: 买买提.艾力.
_SENTENCE_LENGTH = 14
_CLAUSE_MARK = Pattern("[，。；：、！？]")
_NUMERAL = Pattern("[（(]?[一二三四五六七八九十]{1,3}")

Slip = tuple[int, int, str, bool]
"""A slip in a text: from, to (offsets), what should stand there, whether that is the one right form."""


def _han(c: str) -> bool:
    return "\u3400" <= c <= "\u9fff" or c == "〇"


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters left and right of a stretch, spaces skipped; an empty string at the ends."""
    while start > 0 and text[start - 1] in " 　":
        start -= 1
    while end < len(text) and text[end] in " 　":
        end += 1
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _stop(masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """A half-width mark where a Chinese character or full-width mark stands beside it (PUN-01)."""
    left, right = _neighbours(masked, match.start(), match.end())
    if not left or match[0] == "!" and right == "[":
        return
    chinese_left = _han(left) or left in _LEFT
    chinese_right = right == "" or _han(right) or right in _RIGHT
    # Between figures or Latin words the half-width mark is right; so it is behind them at the end of a line.
    latin_left = left.isalnum() or left in "%)" + MASK
    latin_right = right.isalnum() or right == MASK
    if chinese_left and (chinese_right or latin_right) or latin_left and chinese_right and right:
        yield match.start(), match.end(), _FULL[match[0]], True


def _point(masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """A half-width point that ends a sentence (PUN-01); behind a number (一.) or in a foreign name it is another matter."""
    before = _CLAUSE_MARK.split(masked[: match.start()])[-1]
    behind = _CLAUSE_MARK.split(masked[match.end() :])[0]
    # What ends with it behind other marks is a sentence, however short its last clause.
    ends = not masked[match.end() :].strip(" 　") and len(before) < match.start() and _han(masked[match.start() - 1])
    if (ends or len(before) + len(behind) >= _SENTENCE_LENGTH) and not _NUMERAL.fullmatch(masked[: match.start()].strip(" 　")):
        yield match.start(), match.end(), "。", True


def _quote(_masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """Straight quotation marks round Chinese text (PUN-02)."""
    inside = match[0][1:-1]
    if any(_han(c) for c in inside):
        yield match.start(), match.start() + 1, "“", True
        yield match.end() - 1, match.end(), "”", True


def _doubled(_masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """Marks one behind the other (PUN-19)."""
    marks = match[0].replace(" ", "").replace("　", "")
    kept = max(marks, key=_WEIGHT.index)
    yield match.start(), match.end(), kept, len(set(marks)) == 1


def _drop(_masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """A mark that nothing asks for: before a closing bracket, before 等 (PUN-06)."""
    yield match.start(), match.start() + 1, "", True


def _and(_masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """A comma, no 、, leads in 以及 (PUN-05)."""
    yield match.start(), match.start() + 1, "，", True


def _dots(masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """Dots for an ellipsis in Chinese text (PUN-07); dot leaders go on to a page number or the end."""
    left, right = _neighbours(masked, match.start(), match.end())
    if (left and _han(left)) and (right and _han(right)) and len(match[0]) in (3, 6):
        yield match.start(), match.end(), "……", False


def _dash(masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """Hyphens for a dash (PUN-08)."""
    left, _right = _neighbours(masked, match.start(), match.end())
    if not left or _han(left) or left in _LEFT + "，。；：、":
        yield match.start(), match.end(), "——", bool(left)


def _explain(masked: str, match: re.Match[str]) -> Iterator[Slip]:
    """A single dash that leads in what the noun before it is called (PUN-08, GB/T 15834 4.10)."""
    if match.start() > 0 and masked[match.start() - 1] == "—":
        return
    first, last = max(0, match.start() - 80), match.end() + 80
    clause_start = max(first, max(masked.rfind(c, first, match.start()) for c in "，。；：、") + 1)
    clause_end = min((at for c in "，。；：、" if (at := masked.find(c, match.end(), last)) >= 0), default=last)
    if masked[clause_start:clause_end].count(match[0]) == 1 and _KIND_BEFORE.search(masked[clause_start : match.start()]):
        yield match.start(), match.end(), "——", False


_JUDGES: dict[str, Callable[[str, re.Match[str]], Iterator[Slip]]] = {
    "stop": _stop,
    "point": _point,
    "quote": _quote,
    "doubled": _doubled,
    "closed": _drop,
    "etc": _drop,
    "and": _and,
    "dots": _dots,
    "dash": _dash,
    "explain": _explain,
}


def _titles(text: Running) -> Iterator[tuple[tuple[int, int], Text]]:
    """The 、 between titles side by side, in lists in which no title bears a note in brackets (PUN-04)."""
    for found in text.find(_TITLE_RUN):
        run = found.match
        if "（" not in run[0]:
            at = run.start()
            while match := _BETWEEN_TITLES.search(run.string, at, run.end()):
                yield match.span(1), found.passage
                at = match.end(1)


def _within(left: str, right: str) -> bool:
    """Whether a Chinese sentence goes on at both sides."""
    return bool(left and right) and (_han(left) or left in _LEFT) and (_han(right) or right in "，。；、")


def _brackets(masked: str) -> Iterator[tuple[int, int]]:
    """The half-width pairs that hold Chinese text, or stand inside of it (PUN-03)."""
    stack: list[int] = []
    for match in _PAIR.finditer(masked):
        if match[0] in "(（":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            end = match.end()
            if masked[start] == "(" and match[0] == ")":
                inside = masked[start + 1 : end - 1]
                left, right = _neighbours(masked, start, end)
                formula = any(c and c in _OPERATORS for c in (left, right)) or any(c in "=＝×÷" for c in inside)
                chinese = any(_han(c) or c in "，。；：、" for c in inside)
                if not formula and (chinese or len(inside) > 2 and _within(left, right)):
                    yield start, end


def _hit(text: Text, start: int, end: int, right: str, edits: Sequence[Edit]) -> Hit:
    """The hit at a stretch, quoted with a character to each side so that the reader sees where it is."""
    value = text.value
    left = max(0, start - 1)
    stop = min(len(value), end + 1)
    return Hit(
        text.slice(left, stop),
        {"written": value[left:stop], "right": value[left:start] + right + value[end:stop]},
        edits=tuple(edits),
        about=(text.slice(start, end),),
    )


def _pair_hit(text: Text, start: int, end: int) -> Hit:
    """The hit at a pair of half-width brackets; a long one is quoted by its beginning."""
    value = text.value
    written = value[start:end]
    shown = written if len(written) <= 20 else written[:10] + "…" + written[-4:]
    marks = text.slice(start, start + 1), text.slice(end - 1, end)
    edits = (*edit_at(marks[0], "（"), *edit_at(marks[1], "）"))
    at = text.slice(start, end if len(written) <= 20 else start + 10)
    return Hit(at, {"written": shown, "right": "（" + shown[1:-1] + "）"}, edits=edits, about=marks)


def slips(text: Running, leave: Sequence[str] = ()) -> Iterator[Hit]:
    """The slips of marks within the passages of a masked text, those of the kinds in ``leave`` left alone."""
    for found in text.find(_SUSPECTS):
        kind, passage = found.match.lastgroup or "", found.passage
        if kind not in leave:
            for start, end, right, safe in _JUDGES[kind](found.match.string, found.match):
                yield _hit(passage, start, end, right, edit_at(passage.slice(start, end), right, safe))
    if "titles" not in leave:
        for at, passage in _titles(text):
            yield _hit(passage, *at, "", edit_at(passage.slice(*at), ""))
    if "bracket" not in leave:
        for passage, masked in text.bearing(_HALF_WIDTH_BRACKET):
            for start, end in _brackets(masked):
                yield _pair_hit(passage, start, end)


#: Kinds that are slips by the edition of 2011 only, or that old print and its transcripts are full of.
_BY_EDITION = ("titles", "bracket", "quote")
#: Names of the kinds of slip, for the parameter ``leave``.
KINDS = (*_JUDGES, "titles", "bracket", "words", "cell", "stop-missing", "list", "term", "end", "markup")


@check(
    "punctuation",
    nodes={"document", "entry"},
    parameters={
        "since": {
            "description": "Day (YYYY-MM-DD) from which the standard binds in what older editions and old print did otherwise.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-06-01",
        },
        "leave": {
            "description": "Kinds of slip that are left alone.",
            "type": "array",
            "items": {"enum": list(KINDS)},
            "default": [],
        },
        "cells": quantity("A column speaks in sentences when this many of its cells end with a full stop.", 6),
        "cell_share": percent("And so many in a hundred of them.", 85),
        "paragraphs": quantity("So many paragraphs of a kind show how the others should end.", 4),
        "paragraph_share": percent("And so many in a hundred of them must end with a stop.", 80),
        "markup_lines": quantity("More lines with marks of Markdown or HTML than this are no slip of a conversion.", 6),
    },
    facts=("written", "right"),
    faults=("doubtful", "lead"),
)
def punctuation(node: Node, context: Context, since: str, leave: Sequence[str], **usual: int) -> Iterator[Hit]:
    """Slips of marks in a document, with its tables and clauses of responsibility, or in an entry of a contents list.

    ``usual`` are the numbers by which is told what is usual in a column and in a document.
    Facts: ``written``, what stands there with a little of its surroundings, and ``right``, what should.
    """
    seen: set[Span] = set()
    for hit in _all_slips(node, context, (*leave, *_BY_EDITION) if not in_force(context.document, since) else leave, usual):
        if hit.at.span() not in seen:
            seen.add(hit.at.span())
            yield hit


def _all_slips(node: Node, context: Context, leave: Sequence[str], usual: Mapping[str, int]) -> Iterator[Hit]:
    """All of them; one that two look for stands there twice."""
    if not isinstance(node, Document):
        yield from slips(Running.of([(node, node.text)]).masked(mask), leave)
        return
    yield from slips(context.once(running_words), leave)
    if "words" not in leave:
        yield from marks_of_labels(node)
        yield from marks_beside_words(context.once(running), context.once(running_words))
        yield from marks_of_phrases(context)
        yield from marks_of_sentences(context)
        yield from marks_of_clauses(context)
        yield from marks_of_lists(context)
        yield from marks_behind_labels(context)
        yield from stray_blanks(context)
        yield from stops_of_captions(node)
    if "term" not in leave:
        yield from terms(context.once(running))
    if "markup" not in leave and not context.file.path.lower().endswith((".md", ".markdown")):
        yield from markup(node, usual["markup_lines"])
    if "end" not in leave:
        yield from _ends(node, usual["paragraphs"], usual["paragraph_share"])
    yield from _in_tables(node, leave, usual["cells"], usual["cell_share"])
    if "list" not in leave:
        for task in node.tasks:
            if task.form == "clause":
                yield from split_lists(task)


def _ends(document: Document, fewest: int, share: int) -> Iterator[Hit]:
    """What is wrong with the ends of paragraphs and items, each of them once."""
    seen: set[tuple[int, int]] = set()
    yield from lost_leads(document)
    yield from joined_paragraphs(document)
    for hit in (*leads_of_lists(document), *unstopped_paragraphs(document, fewest, share), *ends_of_items(document)):
        end = hit.at.place(len(hit.at) - 1)
        if end not in seen:
            seen.add(end)
            yield hit


def _in_tables(document: Document, leave: Sequence[str], fewest: int, share: int) -> Iterator[Hit]:
    """The slips that show in a column."""
    for table in document.of("table"):
        if isinstance(table, Table):
            if "cell" not in leave:
                yield from dangling_cells(table)
                yield from stopped_cells(table)
            if "stop-missing" not in leave:
                yield from unstopped_cells(table, fewest, share)
