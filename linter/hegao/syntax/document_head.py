"""Heads: where a document begins, by its title, number, date and addressee standing together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.addressees import is_addressee, mark_addressee, misses_colon
from hegao.syntax.line_kinds import DATES, NUMBERS, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.minutes_head import meeting_title
from hegao.syntax.placed_titles import heads_all, odd_mark, placed_above, placed_below
from hegao.syntax.titles import ABOUT, ABOUT_WORDS, DOCUMENT_END, NAMES_ISSUED, SENTENCE_END, TITLE_END, title_words
from hegao.words.patterns import ending_in, one_of, shortest
from hegao.words.title_likeness import spells
from hegao.words.vocabulary import body_endings

_UNFINISHED_TITLE = Pattern(rf"(?:{one_of((*ABOUT_WORDS, '调整', '成立', '加强', '开展', '做好'))}|[、“《])$")
_ORDER_TITLE = Pattern(r"[\u3400-\u9fff]{2,40}令$|^令$")
#: A title from its first word on: its issuer, then what it is about.
_TITLE_BEGIN = Pattern(rf"[\u3400-\u9fff、（）]{{2,60}}{ending_in(body_endings('sign'))}{one_of(ABOUT_WORDS)}")
#: What it is about, then a genre that no table knows: 关于…结果的公示, 关于…的倡议书.
_ABOUT_WHAT = Pattern(rf"{one_of(ABOUT_WORDS)}.{{4,80}}的[\u3400-\u9fff]{{2,6}}$")
_BY_BODY = shortest(body_endings("sign"))
_TITLE_LINES = 8
_SHORT_MARK = 4
#: Lines round which the head of a document is looked for.
_ANCHORS = NUMBERS | {Kind.ORDER_NUMBER}
#: What may stand between title and addressee.
_BELOW_TITLE = NUMBERS | DATES
#: What may follow the number before the title begins, or the text.
_BELOW_NUMBER = frozenset([Kind.DATE, Kind.ORDER_NUMBER, Kind.MASTHEAD, Kind.NUMBER])
#: The word at the end of the mark of an announcement, how many lines and letters that has at most, and its title at least.
_PUBLIC = ("公告", "通告")
_MARK_LINES, _LONGEST_MARK, _SHORTEST_TITLE = 5, 40, 12
#: What a line of a title may look like.
_TITLE_KINDS = PLAIN | {Kind.MASTHEAD}
#: Lines with which a body may begin, and headings that do so without an addressee.
_BODY_KINDS = frozenset([Kind.TEXT, Kind.ROW])
_FIRST_HEADINGS = frozenset([Kind.HAN, Kind.ARTICLE, Kind.CHAPTER, Kind.HAN_PAREN, Kind.DIGIT])


def mark_heads(lines: list[Line], after_contents: int, listed: list[str]) -> list[int]:
    """Give the lines of every head their kinds; returns the index at which each document begins.

    ``after_contents`` is the first index behind covers and contents lists, ``listed`` the titles in the contents list:
    a document that bears no number is known by them.
    """
    if after_contents >= len(lines):
        return []
    starts: list[int] = []
    anchors = [i for i in range(after_contents, len(lines)) if lines[i].kind in _ANCHORS]
    done = after_contents
    for anchor in anchors:
        if anchor < done:
            continue
        if lines[anchor].kind == Kind.ORDER_NUMBER:
            head = _public_head(lines, anchor, done) or _order_head(lines, anchor, done)
            if head is None:
                continue
        else:
            head = _numbered_head(lines, anchor, done)
        start, end = head
        done = mark_addressee(lines, end)
        starts.append(start)
    starts = sorted({*starts, *_listed_heads(lines, after_contents, listed)})
    if not starts or starts[0] > after_contents:
        first = _bare_head(lines, after_contents, starts[0] if starts else len(lines), bool(starts))
        if first is not None:
            while first > after_contents and lines[first - 1].kind == Kind.MASTHEAD:
                first -= 1
            starts.insert(0, first)
    return starts


def _listed_heads(lines: list[Line], floor: int, listed: list[str]) -> Iterator[int]:
    """The heads of documents that only the contents list tells: their titles stand over the text, no number beside."""
    # In a gazette most titles begin with the same issuer.
    titles: dict[tuple[str, int], list[str]] = {}
    for title in listed:
        titles.setdefault((title[:4], len(title)), []).append(title)
    begins = {begin for begin, _length in titles}
    for index in range(floor, len(lines)):
        if lines[index].squeezed[:4] not in begins:
            continue
        stop = _spelled(lines, index, titles)
        if stop > index:
            for line in lines[index:stop]:
                line.kind = Kind.TITLE
            while stop < len(lines) and lines[stop].kind in _BELOW_TITLE:
                stop += 1
            mark_addressee(lines, stop)
            yield index


def _spelled(lines: list[Line], start: int, titles: Mapping[tuple[str, int], Sequence[str]]) -> int:
    """The index behind the lines from ``start`` on that spell one of the titles, kept by their begin and length; ``start`` where none is."""
    begin = lines[start].squeezed[:4]
    whole = ""
    for at in range(start, min(start + 5, len(lines))):
        if not _may_be_of_title(lines[at]):
            break
        before = len(whole)
        whole += lines[at].squeezed
        for length in range(max(before + 1, len(whole) - 2), len(whole) + 1):
            if any(spells(whole, title) for title in titles.get((begin, length), ())):
                return at + 1
    return start


def _may_be_of_title(line: Line) -> bool:
    """Whether a line may be (part of) a title: no sentence, no row, not long."""
    plain = line.kind in _TITLE_KINDS and line.cells is None
    return plain and len(line.squeezed) <= 140 and not title_words(line).endswith((*SENTENCE_END, "：", ":", "，"))


def _numbered_head(lines: list[Line], anchor: int, floor: int) -> tuple[int, int]:
    """The head round a line that bears a document number: (first index, index behind it)."""
    start = anchor
    while start > floor and lines[start - 1].kind in (Kind.DATE, Kind.MASTHEAD):
        start -= 1
    top = _title_above(lines, start, floor)
    if top is None and (placed := placed_above(lines, start, floor)) < start:
        top = placed
    if top is not None:
        for line in lines[top:start]:
            if line.kind in PLAIN:
                line.kind = Kind.TITLE
        start = top
    else:
        # The agency mark (发文机关标志) may stand above the number without the title between.
        while start > floor and lines[start - 1].kind in PLAIN and lines[start - 1].squeezed.endswith("文件"):
            start -= 1
            lines[start].kind = Kind.MASTHEAD
    while start > floor and (lines[start - 1].kind == Kind.MASTHEAD or odd_mark(lines, start - 1, floor) or top is None and _letterhead(lines, start - 1)):
        start -= 1
        lines[start].kind = Kind.MASTHEAD
    if top is not None and (title := meeting_title(lines, top, len(lines))) is not None:
        return start, title + 1
    end = anchor + 1
    while end < len(lines) and lines[end].kind in _BELOW_NUMBER:
        end += 1
    below = _title_below(lines, end)
    if below == end and top is None:
        below = placed_below(lines, end)
    if below > end:
        for line in lines[end:below]:
            line.kind = Kind.TITLE
        end = below
        while end < len(lines) and lines[end].kind == Kind.DATE:
            end += 1
    return start, end


def _letterhead(lines: list[Line], at: int) -> bool:
    """Whether a body alone on the first line of all is the head of a letter (信函格式): a mark without 文件."""
    return at == 0 and lines[at].kind == Kind.BODY and lines[1].gap


def _title_above(lines: list[Line], below: int, floor: int) -> int | None:
    """The index where the title that ends just above ``below`` starts."""
    at = below - 1
    if at < floor or not _may_be_of_title(lines[at]) or lines[at].kind == Kind.MASTHEAD:
        return None
    whole = title_words(lines[at])
    if not TITLE_END.search(whole):
        return None
    while at > floor and below - at < 6 and _may_be_of_title(lines[at - 1]) and _goes_up(lines[at - 1], lines[at], whole):
        at -= 1
        whole = lines[at].squeezed + whole
    return at if DOCUMENT_END.search(whole) or ABOUT.search(whole) or TITLE_END.search(whole) else None


def _goes_up(above: Line, line: Line, whole: str) -> bool:
    """Whether the title that reads ``whole`` from ``line`` on begins further up, in ``above``.

    Over a gap it does where it cannot begin as it stands: 关于… needs its issuer, words without 关于 the line that has it.
    """
    about = ABOUT.search(whole)
    if about is None:
        return not line.gap or bool(_TITLE_BEGIN.match(above.squeezed)) and not TITLE_END.search(above.squeezed)
    if about.start() == 0 and _issuer_line(above):
        return not line.gap or above.kind == Kind.BODY or above.squeezed.endswith("关于")
    if line.gap:
        return bool(_TITLE_BEGIN.match(above.squeezed)) and not TITLE_END.search(above.squeezed) and not whole[: about.start()].endswith(_BY_BODY)
    if whole[: about.start()].endswith(_BY_BODY):
        # A joint issue: bodies of one place on lines of their own.
        return above.kind == Kind.BODY and above.squeezed[:2] == whole[:2]
    return about.start() > 0 or bool(_UNFINISHED_TITLE.search(above.squeezed))


def _issuer_line(line: Line) -> bool:
    """A line that the title below needs: its issuing body, or words that cannot end a text (…关于)."""
    return (line.kind == Kind.BODY and not line.squeezed.endswith("公报")) or bool(_UNFINISHED_TITLE.search(line.squeezed))


def _title_below(lines: list[Line], start: int) -> int:
    """The index behind the title that starts at ``start``; ``start`` itself where none does."""
    whole = ""
    behind = start
    for at in range(start, min(start + _TITLE_LINES, len(lines))):
        line = lines[at]
        if at > start and not line.gap and _closed_by_mark(whole, line):
            return at + 1
        if not _may_be_of_title(line) or (at > start and line.gap and TITLE_END.search(whole)):
            break
        whole += title_words(line)
        if DOCUMENT_END.search(whole) and ABOUT.search(whole) and whole.count("《") == whole.count("》"):
            behind = at + 1
            if not NAMES_ISSUED.search(whole):
                break
    return behind


def _closed_by_mark(above: str, line: Line) -> bool:
    """Whether a line is the last of a title but for a stray mark behind it."""
    bare = line.squeezed.rstrip("。，；")
    stray = bare != line.squeezed and len(bare) <= _LONGEST_MARK and not any(mark in bare for mark in "。，；：")
    return stray and bool(DOCUMENT_END.search(bare) and ABOUT.search(above + bare))


def _public_head(lines: list[Line], anchor: int, floor: int) -> tuple[int, int] | None:
    """The head of an announcement (公告, 通告): its mark, of one body or several, its serial, and a title of its own below; None for others."""
    below = _title_below(lines, anchor + 1)
    if below == anchor + 1 < len(lines) and _SHORTEST_TITLE <= len(lines[below].squeezed) and _may_be_of_title(lines[below]) and lines[below].squeezed.endswith(_PUBLIC):
        below += 1  # The title may have lost its 关于.
    start = anchor
    while start > floor and anchor - start < _MARK_LINES and _of_mark(lines[start - 1]) and (start == anchor or not lines[start].gap):
        start -= 1
    if below == anchor + 1 or not any(line.squeezed.endswith(_PUBLIC) for line in lines[start:anchor]):
        return None
    for index in range(start, below):
        if index != anchor:
            lines[index].kind = Kind.MASTHEAD if index < anchor else Kind.TITLE
    return start, below


def _of_mark(line: Line) -> bool:
    """A body, or the word 公告 or 通告 alone or behind one."""
    return line.kind == Kind.BODY or line.kind in PLAIN and len(line.squeezed) <= _LONGEST_MARK and line.squeezed.endswith(_PUBLIC) and not ABOUT.search(line.squeezed)


def _order_head(lines: list[Line], anchor: int, floor: int) -> tuple[int, int] | None:
    """The head of an order (令): its letterhead lines and 第N号; None where no 令 stands above."""
    if anchor == floor or not _ORDER_TITLE.search(lines[anchor - 1].squeezed) or len(lines[anchor - 1].squeezed) > 60:
        return None
    start = anchor - 1
    if lines[start].squeezed == "令":
        while start > floor and lines[start - 1].kind == Kind.BODY and not lines[start].gap:
            start -= 1
    for line in lines[start:anchor]:
        line.kind = Kind.TITLE
    return start, anchor + 1


def _bare_head(lines: list[Line], floor: int, limit: int, others: bool) -> int | None:
    """The head of a document that bears no number, at the top of the file."""
    at = floor
    while at < limit and lines[at].kind in (Kind.FIELD, Kind.MASTHEAD):
        at += 1
    top = at
    for index in range(at, min(at + 25, limit)):
        line = lines[index]
        if line.kind == Kind.FIELD:
            continue
        if is_addressee(line) or index > top and misses_colon(line) and TITLE_END.search(lines[index - 1].squeezed):
            return _fix_bare(lines, top, index, others)
        if line.kind in _BODY_KINDS and (title_words(line).endswith(SENTENCE_END) or len(line.squeezed) > (30 if line.squeezed.endswith("：") else 140)):
            return _fix_bare(lines, top, index, others)
        if line.kind in _FIRST_HEADINGS:
            return _fix_bare(lines, top, index, others)
    return None if others else _fix_bare(lines, top, min(top + 1, limit), others)


_MEETING_LABEL = Pattern(r"(?:会议)?(?:时间|地点|主持人?|出席(?:人员)?|参[加会](?:人员|单位)?|列席(?:人员)?)[：:].")


def _fix_bare(lines: list[Line], top: int, body: int, others: bool) -> int | None:
    """Mark title, dates and addressee between ``top`` and the first line of the body."""
    if others and not (body < len(lines) and is_addressee(lines[body])):
        return None
    if top < body and meeting_title(lines, top, body) is not None:
        return top
    found = _best_title(lines, top, body)
    if found is not None:
        first, last = found
        needs_issuer = first > top and lines[first].squeezed.startswith("关于")
        if needs_issuer and _may_be_of_title(lines[first - 1]) and _goes_up(lines[first - 1], lines[first], lines[first].squeezed):
            first -= 1
            found = first, last
        for line in lines[first : last + 1]:
            line.kind = Kind.TITLE
    for index in range(top, body):
        line = lines[index]
        if found is not None and index > found[1] and _MEETING_LABEL.match(line.squeezed):
            # When and where, who was there: so the text of minutes begins.
            break
        if line.kind in PLAIN and (found is not None and index > found[1]):
            line.kind = Kind.HEAD_NOTE
    if body < len(lines) and (is_addressee(lines[body]) or found is not None and body == found[1] + 1 and misses_colon(lines[body])):
        lines[body].kind = Kind.ADDRESSEE
    start = found[0] if found is not None else top
    while start and lines[start - 1].kind == Kind.MASTHEAD:
        start -= 1
    return start


def _is_mark(above: str, below: str) -> bool:
    """Whether a title is but the agency mark (江河市公安局通告) of the one below, which begins with the same body and says what it is about."""
    about = below.find("关于")
    return about > 0 and "关于" not in above and above.startswith(below[:about]) and len(above) - about <= _SHORT_MARK


def _best_title(lines: list[Line], top: int, body: int) -> tuple[int, int] | None:
    """The first run of lines without a gap that ends as a title does; of equal ones the last."""
    best: tuple[int, int] | None = None
    wording = ""
    at = top
    while at < body:
        if not _may_be_of_title(lines[at]) or lines[at].kind == Kind.MASTHEAD:
            at += 1
            continue
        whole = ""
        for end in range(at, min(at + 6, body)):
            if not _may_be_of_title(lines[end]) or (end > at and lines[end].gap):
                break
            whole += title_words(lines[end])
            if DOCUMENT_END.search(whole) and whole.count("《") == whole.count("》"):
                stem = whole.removeprefix(lines[at].squeezed) if _issuer_line(lines[at]) else whole
                marked = best is not None and _is_mark(wording, whole)
                if best is not None and marked:
                    for line in lines[best[0] : best[1] + 1]:
                        line.kind = Kind.MASTHEAD
                if best is None or wording in whole or stem == wording or marked:
                    best, wording = (at, end), whole
                at = end
                break
        at += 1
    if best is None:
        for end in range(top, body):
            if _may_be_of_title(lines[end]) and (TITLE_END.search(lines[end].squeezed) or _ABOUT_WHAT.search(lines[end].squeezed)):
                return end, end
        return (top, top) if top < body and _may_be_of_title(lines[top]) and heads_all(lines, top) else None
    return best
