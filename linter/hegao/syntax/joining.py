"""Joining: sentences, headings, titles in 《》 and clauses that a page break or a scan cut are put together.

Done before the place of a line is judged.  A joined line keeps the map to its physical places.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import join
from hegao.syntax.addressees import is_addressee, lists_bodies, lists_classes, misses_colon
from hegao.syntax.column_roles import BODIES_END
from hegao.syntax.line_kinds import DATES, DECIMALS, HEADINGS, NUMBERS, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS, TITLE_END
from hegao.syntax.words_over_cuts import WordsOverCuts
from hegao.words.duty_labels import LABEL_LINE, body_label
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words, ended_by

#: Kinds that begin something new; a line of such a kind is never the rest of the line before.
STARTS = (
    HEADINGS
    | NUMBERS
    | DATES
    | {
        Kind.FIELD,
        Kind.CONTENTS_MARK,
        Kind.ORDER_NUMBER,
        Kind.NOTE,
        Kind.COPIES,
        Kind.IMPRINT,
        Kind.ANNEX_MARK,
        Kind.ATTACHMENT,
        Kind.COLOPHON,
        Kind.MASTHEAD,
    }
)

_RUNNING_TEXT = HEADINGS | PLAIN
#: Lines that no clause in brackets is, though they may stand in brackets.
_NO_CLAUSE = frozenset([Kind.NOTE, Kind.DATE, Kind.NUMBER])
_STOP = tuple("。！？；：!?;:")
_SENTENCE_MARKS = frozenset("，。；,;")
_CLOSERS = "”’》〉）)〕］]】」』"
_OPENERS = "“‘《〈（(〔［[【「『"
_BRACKET = Pattern("[" + re.escape(_OPENERS + _CLOSERS) + "]")
_UNFINISHED_END = tuple("，、,—和与及的")
#: Behind 涉及, 参与 something must follow, too.
_PARTICLES = "的和"
_NO_BEGIN = tuple("，。；、！？：）〕】》”’,;")
_DUTY_LABEL = body_label("label", "lead", "responsible", "coop")
#: A line of labels (责任单位：…, 完成时限：…) begins something new, and ends with what it says.
_LABELS = Pattern(LABEL_LINE)
_TOLD_END = Pattern(rf"(?:{BODIES_END.text}|[日月年底前末内]$|完成$|推进$)")
_CLAUSE = Pattern(rf"^[（(〔［[【][^（）()〔〕]{{0,200}}?(?:牵头|负责|{_DUTY_LABEL})")
_CLAUSE_END = Pattern(
    rf"(?:{one_of(duty_words('verb'))}|完成|{_DUTY_LABEL})[^（）()〔〕]{{0,40}}[）)〕\]】]$"
    rf"|[（(〔【][^（）()〔〕【】]{{0,200}}{_DUTY_LABEL}[:：][^）)〕】]{{0,400}}[）)〕\]】]$"
)
#: Leaders and page number: an entry of a contents list.
_ENTRY_END = Pattern(r"[.…·⋯]{2,}[（(]?\d{1,4}[）)]?$")
#: An entry of a timetable, or a line set in columns, is the rest of no sentence.
_ENTRY_BEGIN = Pattern(r"\d{1,2}[:：]\d{2}(?!\d)")
#: A person and what he is, in a list: 单　雄　江河大学教授.
_PERSON_APART = Pattern(r"[\u3400-\u9fff·](?:[ \u3000]?[\u3400-\u9fff·]){1,3}\u3000[\u3400-\u9fff]{4}")
_SET_APART = Pattern(r"\S(?:\u3000{2,}| {3,})\S")
#: As much of a run as decides whether it is whole; the rest of a long paragraph says nothing of its end.
_TAIL = 600


@dataclass(slots=True)
class _Run:
    """Lines that belong together, and what decides whether the next one does, too."""

    parts: list[Line]
    tail: str = ""
    length: int = 0
    depth: int = 0
    stopped: bool = False
    marks: int = 0

    def take(self, line: Line) -> None:
        """Add a line at the end."""
        text = line.squeezed
        if self.length:
            self.parts.append(line)
        self.length += len(text)
        self.tail = (self.tail + text)[-_TAIL:]
        for c in _BRACKET.findall(text):
            if c in _OPENERS:
                self.depth += 1
            elif self.depth:
                self.depth -= 1
        self.stopped = self.stopped or "。" in text
        self.marks += sum(map(text.count, _SENTENCE_MARKS))

    @property
    def kind(self) -> Kind:
        """The kind of its first line."""
        return self.parts[0].kind

    @property
    def running(self) -> bool:
        """Whether it is running text, so that its last line must end in a stop: one full stop in it, or length and commas."""
        return self.stopped or self.length >= 30 and self.marks > 0 or self.length >= 20 and self.marks > 1


def join_lines(lines: list[Line], furniture: list[Line]) -> list[Line]:
    """The lines with what was cut put together; characters printed on both sides of a cut go to ``furniture``."""
    wrapped = _hard_wrapped(lines)
    runs: list[_Run] = []
    for index, line in enumerate(lines):
        last = runs[-1] if runs else None
        if last is None or line.cells is not None or last.parts[0].cells is not None:
            joins = False
        else:
            joins = index in wrapped or _goes_on(last, line, lines[index + 1] if index + 1 < len(lines) else None)
            joins = joins and not _addressed(runs, line) and not _PERSON_APART.match(line.text.value.strip())
        if joins and last is not None:
            last.take(line)
        else:
            runs.append(_Run([line]))
            # Rows are put together by their cells, elsewhere.
            if line.cells is None:
                runs[-1].take(line)
    words = WordsOverCuts(lines, _doubtful_cuts(runs))
    runs = _join_words(runs, words)
    return [_merge(run.parts, words, furniture) for run in runs]


def _merge(parts: list[Line], words: WordsOverCuts, furniture: list[Line]) -> Line:
    """One line of several; a character that stands at both sides of a cut is taken once."""
    first = parts[0]
    if len(parts) == 1:
        return first
    for before, line in itertools.pairwise(parts):
        if words.doubled(before.squeezed, line.squeezed):
            furniture.append(Line(line.text.slice(0, 1), line.squeezed[:1], kind=Kind.DOUBLED))
            line.text, line.squeezed = line.text.slice(1), line.squeezed[1:]
    first.text = join([line.text for line in parts])
    first.squeezed = "".join(line.squeezed for line in parts)
    first.marks = [mark for line in parts for mark in line.marks]
    return first


#: Columns are set no narrower, in characters; shorter lines are headings and what they say in a word.
_NARROWEST = 16


def _hard_wrapped(lines: list[Line]) -> set[int]:
    """Indices of lines that go on from a full line above: text set in lines of one width without blank lines."""
    found: set[int] = set()
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not lines[end].gap and _narrow(lines[end]) and _narrow(lines[end - 1]):
            end += 1
        run = lines[start:end]
        # The width of the column: a title among the lines may be wider.
        width = sorted(len(line.squeezed) for line in run)[len(run) * 7 // 10]
        full = [abs(len(line.squeezed) - width) <= 3 for line in run]
        spoken = sum(1 for line in run if not _SENTENCE_MARKS.isdisjoint(line.squeezed))
        if len(run) >= 3 and _NARROWEST <= width and sum(full) * 2 >= len(run) and spoken * 3 >= len(run):
            found.update(
                start + i + 1
                for i in range(len(run) - 1)
                if full[i] and run[i + 1].kind in PLAIN and _open_ended(run[i].squeezed) and not _LABELS.match(run[i + 1].squeezed)
            )
        start = end
    return found


def _open_ended(text: str) -> bool:
    """Whether a full line may go on on the next: no sentence ends with it, and it is no whole title."""
    return not text.endswith(("。", "：", "？", "！")) and not _is_title(text)


def _narrow(line: Line) -> bool:
    """Whether a line may be one of text set in narrow lines."""
    return line.cells is None and line.kind in _RUNNING_TEXT and len(line.squeezed) <= 45


def _goes_on(last: _Run, line: Line, following: Line | None) -> bool:
    """Whether ``line`` is the rest of ``last``."""
    if last.kind == Kind.COPIES:
        # The list of copies (抄送机关) goes on, line by line, up to its full stop.
        dated = following is not None and following.kind in DATES
        return not line.gap and line.kind in PLAIN and not last.tail.endswith("。") and not dated
    if last.kind not in _RUNNING_TEXT:
        return False
    text = last.tail
    if line.squeezed.startswith(_NO_BEGIN):
        return True
    if not last.depth and (_ENTRY_BEGIN.match(line.squeezed) and not _leads_on(text) or _SET_APART.search(line.text.value.strip())):
        return False
    if _CLAUSE.match(line.squeezed) and line.kind not in _NO_CLAUSE:
        return last.length > 12
    if last.depth and not line.gap and line.kind in PLAIN:
        return True
    if line.kind in STARTS and not (line.kind in DECIMALS and last.depth):
        return False
    if not last.depth and _LABELS.match(line.squeezed):
        return False
    if _LABELS.fullmatch(text):
        # 责任单位： and the bodies on the line below.
        return _TOLD_END.search(line.squeezed) is not None and line.kind in PLAIN
    if text.endswith(_STOP) or _whole(last):
        return False
    if _ENTRY_END.search(text) or text.endswith("__"):
        return False
    if line.kind == Kind.BODY and following is not None and following.kind in DATES and not text.endswith("、"):
        # A body above a day signs, whatever mark the line before it lost.
        return False
    if line.gap and not last.depth and any(word in text for word in ABOUT_WORDS) and (is_addressee(line) or misses_colon(line)):
        # A title that lost its genre: 关于…的, below it whom it goes to.
        return False
    if last.depth or _leads_on(text):
        return True
    if _told(last):
        return False
    if text[-1] in _CLOSERS and (text[-2:-1] in ("。", "！", "？") or _ends_in_remark(text)) or _CLAUSE_END.search(text):
        return False
    if last.kind in HEADINGS and not last.stopped and (last.length < 30 or not last.marks):
        return _heading_goes_on(line, following)
    if line.kind == Kind.BODY and (following is None or (following.kind == Kind.BODY or following.kind in DATES)):
        return False
    return last.running and not _standing_alone(line)


def _told(run: _Run) -> bool:
    """Whether a line of labels says all that it has to say: it ends as a list of bodies or a time does."""
    return bool(_LABELS.match(run.parts[0].squeezed)) and bool(_TOLD_END.search(run.tail))


def _addressed(runs: list[_Run], line: Line) -> bool:
    """Whether a cut parts title and addressee, or an addressee and the text, though a mark is wrong or lacking before it."""
    last = runs[-1]
    if _whole(last):
        return is_addressee(line) or misses_colon(line)
    marked = len(runs) > 1 and len(last.parts) == 1 and (misses_colon(last.parts[0]) or line.gap and lists_classes(last.parts[0].squeezed)) and (runs[-2].kind in NUMBERS | DATES or _is_title(runs[-2].tail) or _is_matter(runs[-2]))
    return marked and line.kind == Kind.TEXT and not lists_bodies(line.squeezed.rstrip("：:"))


def _leads_on(text: str) -> bool:
    """Whether a text ends with a mark or a particle that something must follow; the last letter of a word (目的, 总和) is none."""
    return text.endswith(_UNFINISHED_END) and not (text[-1] in _PARTICLES and text[:-1].endswith(ended_by(text[-1])))


def _whole(run: _Run) -> bool:
    """Whether a run reads as a whole title."""
    return run.length <= 120 and not run.stopped and _is_title(run.tail)


def _is_title(text: str) -> bool:
    """Whether words are a whole title: what it is about and a genre at the end."""
    return bool(TITLE_END.search(text)) and any(word in text for word in ABOUT_WORDS)


def _is_matter(run: _Run) -> bool:
    """Whether a run reads as a title that lost its genre: what it is about, and no stop."""
    return run.length <= 120 and not run.stopped and any(word in run.tail for word in ABOUT_WORDS) and not run.tail.endswith(("：", "，", "、"))


def _ends_in_remark(text: str) -> bool:
    """Whether the text ends in brackets that stand behind a full sentence: …提高效率。（市教育局指导）."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        if text[at] in _CLOSERS:
            depth += 1
        elif text[at] in _OPENERS:
            depth -= 1
            if depth <= 0:
                return text[at - 1] in "。；！？"
    return False


def _heading_goes_on(line: Line, following: Line | None) -> bool:
    """A heading cut at the page edge goes on in a short line without stops, before the next item."""
    short = len(line.squeezed) <= 24 and not any(mark in line.squeezed for mark in "。；：，、") and not line.squeezed.startswith("附件")
    return short and line.kind == Kind.TEXT and following is not None and following.kind in HEADINGS


def _standing_alone(line: Line) -> bool:
    """Whether a line is set by itself: a title, a body name, a caption."""
    text = line.squeezed
    if text.endswith(("。", "；", "：", "，", "、")):
        return False
    return len(text) <= 40 and (bool(TITLE_END.search(text)) or line.kind == Kind.BODY and "，" not in text and "、" not in text)


def _doubtful_cuts(runs: list[_Run]) -> list[tuple[str, str]]:
    """What stands before and behind the cuts that only the words can tell."""
    cuts = [(a.squeezed, b.squeezed) for run in runs for a, b in zip(run.parts, run.parts[1:], strict=False) if a.squeezed[-1] == b.squeezed[0]]
    if any(len(run.parts) > 1 for run in runs):
        cuts += [(a.tail, b.parts[0].squeezed) for a, b in itertools.pairwise(runs) if _may_be_one(a, b)]
    return cuts


def _may_be_one(heading: _Run, text: _Run) -> bool:
    """A bare heading and a paragraph behind a gap: perhaps the page broke within the heading."""
    first = text.parts[0]
    bare = heading.kind in HEADINGS and not heading.stopped and heading.length <= 40 and heading.parts[0].cells is None
    goes_on = text.stopped or text.length <= 8
    return bare and first.kind == Kind.TEXT and first.cells is None and first.gap and goes_on and "\u3400" <= first.squeezed[0] <= "\u9fff"


def _join_words(runs: list[_Run], words: WordsOverCuts) -> list[_Run]:
    """The runs, a heading and a paragraph made one where the cut between them lies within a word."""
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and words.any and _may_be_one(last, run) and words.one_word(last.tail, run.parts[0].squeezed):
            for part in run.parts:
                last.take(part)
        else:
            joined.append(run)
    return joined
