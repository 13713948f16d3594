"""Titles that only their place tells, between number and addressee, or over the number, without a word that titles end with; and lines of the masthead.

A title may lack its genre (关于…实施交通管制) or end with a word that is none (…情况的汇报); the rest of the document is still to be read.
"""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.addressees import is_addressee, misses_colon
from hegao.syntax.line_kinds import PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS, DOCUMENT_END, SENTENCE_END
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings

#: A title begins with 关于, or with its issuer and what it is about.
_PLACED_BEGIN = Pattern(rf"关于|[\u3400-\u9fff、（）]{{2,80}}{ending_in(body_endings('sign'))}{one_of(ABOUT_WORDS)}")
#: Papers on a case bear their number below: 行政处罚决定书.
_OF_CASE = Pattern(r"[\u3400-\u9fff]{4,}(?:[定知议见告]书|函件|通知单)(?:[（(][^（）()]{1,10}[）)])?$")
#: So many lines and letters a title has at most.
_MOST_LINES = 5
_LONGEST_TITLE = 140
_SHORTEST_PLACED = 10
#: The issue of a brief (简报) below its name.
_BRIEF_ISSUE = Pattern(r"[（(]?(?:总?第\d{1,4}期|20\d\d年第\d{1,3}期)")
_SHORTEST_NAME, _LONGEST_ALONE = 4, 40
#: Words of haste that are none of the degrees of urgency: 火速, 优先办理.
_HURRIES = Pattern(r"(?=.{0,6}(?:[急速快]|办[理结]|优先))[\u3400-\u9fff！!]{1,8}$")
_SHORT_LINE = 4
#: What a text begins with behind its title.
_TEXT_KINDS = frozenset([Kind.TEXT, Kind.HAN, Kind.HAN_PAREN, Kind.DIGIT, Kind.CHAPTER, Kind.ARTICLE])


def placed_below(lines: list[Line], start: int) -> int:
    """The index behind the title that stands from ``start`` on, by its begin and by what follows; ``start`` where none does.

    An addressee parts it from the text, as a blank line does.
    """
    stop = start
    whole = ""
    while stop < min(start + _MOST_LINES, len(lines)) and _may_be_part(lines[stop]) and (stop == start or not _parted(lines[stop])):
        whole += lines[stop].squeezed
        stop += 1
    if start < stop < len(lines) and _ends_with_stop(whole, lines[stop]):
        stop += 1
    if stop >= len(lines) or len(whole) > _LONGEST_TITLE:
        return start
    if not _PLACED_BEGIN.match(whole):
        # 关于 was left out: what ends as a title does over an addressee is one.
        ends = len(whole) >= _SHORTEST_PLACED and DOCUMENT_END.search(whole) is not None and lines[start].gap
        alone = stop - start == 1 and _SHORTEST_NAME <= len(whole) <= _LONGEST_ALONE and is_addressee(lines[stop])
        if alone and lines[start - 1].kind == Kind.NUMBER and not is_addressee(lines[start]):
            return stop
        marked = any(line.kind == Kind.MASTHEAD and whole.startswith(line.squeezed.removesuffix("文件")) for line in lines[max(0, start - _MOST_LINES) : start])
        return stop if ends and (is_addressee(lines[stop]) or misses_colon(lines[stop]) or marked and lines[stop].gap) else start
    return stop if is_addressee(lines[stop]) or misses_colon(lines[stop]) or lines[stop].gap and lines[stop].kind in _TEXT_KINDS else start


def placed_above(lines: list[Line], below: int, floor: int) -> int:
    """The index where the title that ends above the number at ``below`` starts, nothing standing before it; ``below`` where there is none."""
    start = below
    while start > floor and below - start < _MOST_LINES and _may_be_part(lines[start - 1]):
        start -= 1
    whole = "".join(line.squeezed for line in lines[start:below])
    return start if start == floor and len(whole) <= _LONGEST_TITLE and (_PLACED_BEGIN.match(whole) or _OF_CASE.search(whole)) else below


def heads_all(lines: list[Line], top: int) -> bool:
    """Whether a line that ends with no word for a title is one by its place: the first of all, set apart from what follows."""
    if lines[top].kind != Kind.TEXT or not _SHORTEST_NAME <= len(lines[top].squeezed) <= _LONGEST_ALONE or top + 1 >= len(lines):
        return False
    below = lines[top + 1]
    return below.gap or is_addressee(below) or _BRIEF_ISSUE.match(below.squeezed) is not None


def odd_mark(lines: list[Line], at: int, floor: int) -> bool:
    """A short line between two of the masthead is one itself, though it is none of the words (急件) that may stand there."""
    if at + 1 >= len(lines) or lines[at + 1].kind != Kind.MASTHEAD or lines[at].kind not in PLAIN or lines[at].cells is not None:
        return False
    between = at > floor and lines[at - 1].kind == Kind.MASTHEAD
    return between and len(lines[at].squeezed) <= _SHORT_LINE or (between or at == floor) and _HURRIES.match(lines[at].squeezed) is not None


def _ends_with_stop(begun: str, line: Line) -> bool:
    """Whether a line ends the title that was begun, with a full stop that does not belong there."""
    text = line.squeezed
    stops = [at for at, letter in enumerate(text) if letter in "。！"]
    return not _parted(line) and line.kind in PLAIN and stops == [len(text) - 1] and DOCUMENT_END.search(begun + text[:-1]) is not None


def _parted(line: Line) -> bool:
    """Whether a line begins something new behind the title."""
    return line.gap or misses_colon(line)


def _may_be_part(line: Line) -> bool:
    """Whether a line may be part of a title by its look: no sentence, no row, no list."""
    text = line.squeezed
    return line.kind in PLAIN and line.cells is None and not text.endswith((*SENTENCE_END, "：", ":", "，")) and "。" not in text
