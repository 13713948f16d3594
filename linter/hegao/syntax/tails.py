"""Tails: what stands behind the body: attachments, signature, date, note, imprint, issued texts."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.contents import mark_inner_contents
from hegao.syntax.line_kinds import DATES, HEADINGS, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.signing import dayless, sign, sign_undated, signed_below, signed_late, slipped_day
from hegao.syntax.titles import TITLE_END, titleish, whole_title
from hegao.words.building_blocks import terminal
from hegao.words.patterns import one_of
from hegao.words.title_likeness import spells
from hegao.words.vocabulary import action_words, genre_words

_ISSUES = Pattern(
    rf"{one_of(action_words('issues'))}(?:《(?P<marked>.+)》|(?P<bare>.+?))(?:的{one_of(genre_words(use='carries'))})?$"
)
_ITEM = Pattern(r"^(\d{1,2})[.．、](?:(?!\d)|(?=(?:19|20)\d\d(?:[—–－～~-]+(?:19|20)?\d\d)?[年级届]))")
_ATTACHMENT_MARK = Pattern(lambda: rf"^{terminal('ATTACHMENT')}")
#: Another word in its place, or its colon lost before a number: 附表：…, 附件1.….
_ODD_ATTACHMENT = Pattern(lambda: rf"^{terminal('_ODD_ATTACHMENT')}")
#: A list of attachments is no longer than this.
_MOST_ANNOUNCED = 30
#: More letters than a printing body with 印发, its day lost, has.
_PRINTED_LINE = 40
#: A document with a text, its signature and an imprint has so many lines.
_FEWEST = 5
#: What of a closing an imprint takes for its own.
_SIGNING = frozenset([Kind.BODY, Kind.SIGN_DATE, Kind.SIGNATURE])


def mark_tail(lines: list[Line], start: int, end: int, title: str) -> None:
    """Give the lines of one document, from ``start`` behind its head up to ``end``, their kinds by place."""
    mark_inner_contents(lines, start, end)
    names = _issued(title)
    announced: list[str] = []
    index = start
    last = start - 1
    while index < end:
        line = lines[index]
        if line.kind == Kind.ATTACHMENT and _over_its_table(lines, index, end):
            line.kind = Kind.TEXT
            index += 1
        elif line.kind == Kind.ATTACHMENT:
            index = _attachments(lines, index, end, announced)
        elif line.kind in DATES or slipped_day(lines, index, start) or last < start and dayless(lines, index, start, end, title):
            sign(lines, index, last + 1, title)
            if last < start:
                index = signed_late(lines, index, end, title)
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == Kind.NOTE:
            if last < start:
                sign_undated(lines, start, index, title)
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == Kind.ANNEX_MARK and _announces(lines, index, end) or last < start and _odd_attachment(lines, index, end):
            line.kind = Kind.ATTACHMENT
            index = _attachments(lines, index, end, announced)
        elif line.kind == Kind.ANNEX_MARK:
            if last < start:
                sign_undated(lines, start, index, title)
                last = index
            index = _marked_title(lines, index + 1, end)
        elif line.kind == Kind.FIELD:
            line.kind = Kind.IMPRINT if line.squeezed.startswith(("公开", "印发")) else Kind.TEXT
            index += 1
        elif line.kind in PLAIN and index > start and (stop := _wanted(lines, index, end, names + announced)) > index:
            if last < start:
                # What is issued follows a signature without its day.
                last = index - 1 if sign_undated(lines, start, index, title) else last
            _fold(lines, index, stop, Kind.ISSUED_TITLE)
            index = stop
        else:
            index += 1
    if last < start:
        sign_undated(lines, start, next((at for at in range(start, end) if lines[at].kind in (Kind.COPIES, Kind.IMPRINT)), end), title)
    _imprint(lines, start, end)


def _issued(title: str) -> list[str]:
    """The name of the text that a notice issues, as its title tells."""
    match = _ISSUES.search(title)
    if not match:
        return []
    return [match["marked"] or match["bare"]]


def _announces(lines: list[Line], index: int, end: int) -> bool:
    """Whether the mark 附件： alone announces titles on the lines below: signatures and a date follow them."""
    if not lines[index].squeezed.endswith(("：", ":")):
        return False
    at = index + 1
    while at < end and at - index <= _MOST_ANNOUNCED:
        item = lines[at].kind == Kind.DIGIT and not lines[at].squeezed.endswith("。")
        if not (item or at == index + 1 and titleish(lines[at])):
            break
        at += 1
    return at > index + 1 and signed_below(lines, at, end)


_OVER_A_TABLE = ("附：", "附:")


def _over_its_table(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line announces nothing but stands right over what it names: 附：任务分解表, and the table below."""
    return index + 1 < end and lines[index + 1].cells is not None and lines[index].squeezed.startswith(_OVER_A_TABLE)


def _odd_attachment(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line announces attachments under another word than 附件: signatures and a date follow it and its items."""
    if lines[index].kind not in PLAIN or lines[index].cells is not None or not _ODD_ATTACHMENT.match(lines[index].squeezed) or "。" in lines[index].squeezed:
        return False
    at = index + 1
    while at < end and at - index <= _MOST_ANNOUNCED and lines[at].kind == Kind.DIGIT and not lines[at].squeezed.endswith("。"):
        at += 1
    return signed_below(lines, at, end)


#: An item directly below another one is a title, if no longer than this, whatever its last word.
_SHORT_NAME = 24


def _attachments(lines: list[Line], index: int, end: int, announced: list[str]) -> int:
    """Mark the attachments announced from ``index`` on (附件说明); the index behind them."""
    text = _ODD_ATTACHMENT.sub("", _ATTACHMENT_MARK.sub("", lines[index].squeezed))
    announced.append(_item_name(text))
    numbered = _ITEM.match(text)
    owner = lines[index]
    listed = text.endswith(("；", ";"))
    expect = int(numbered[1]) + 1 if numbered else 0
    at = index + 1
    while at < end:
        line = lines[at]
        item = _ITEM.match(line.squeezed)
        if not text and at == index + 1:
            numbered, text = item, line.squeezed
            expect = int(item[1]) + 1 if item else 0
            line.kind, owner, announced[-1] = Kind.ATTACHMENT_ITEM, line, _item_name(text)
        elif line.kind == Kind.DIGIT and item and (
            numbered
            and _next_item(int(item[1]), expect, line)
            and (listed or _names_attachment(line))
            or not numbered
            and item[1] == "2"
            and not line.gap
            and TITLE_END.search(line.squeezed)
        ):
            # The first may lack its number.
            numbered = item
            line.kind = Kind.ATTACHMENT_ITEM
            announced.append(_item_name(line.squeezed))
            owner = line
            expect = int(item[1]) + 1
        elif line.kind == Kind.TEXT and not line.gap and len(line.squeezed) <= 40 and _rest_of_name(line, announced[-1]):
            owner.extend(line)
            announced[-1] += line.squeezed
            line.kind = Kind.FOLDED
        else:
            break
        at += 1
    return at


def _names_attachment(line: Line) -> bool:
    """Whether an item is a title: no sentence, whatever mark stands behind by a slip."""
    item = line.squeezed.removesuffix("。")
    titled = bool(TITLE_END.search(item)) or not line.gap and len(item) <= _SHORT_NAME
    return item == line.squeezed or titled and not any(mark in item for mark in "。；，：")


def _next_item(number: int, expect: int, line: Line) -> bool:
    """Whether a number is the next in the list of attachments, or by a slip the next but one or the same once more."""
    return number == expect or not line.gap and (number == expect - 1 or number == expect + 1 and bool(TITLE_END.search(line.squeezed)))


def _rest_of_name(line: Line, name: str) -> bool:
    return bool(TITLE_END.search(line.squeezed)) and not TITLE_END.search(name)


def _item_name(name: str) -> str:
    return _ITEM.sub("", name).strip("《》。；")


def _issued_title(lines: list[Line], index: int, end: int) -> int:
    """The title of what is issued, right behind the date or the note; the index behind it."""
    if index >= end or not titleish(lines[index]) or signed_below(lines, index, end):
        return index
    stop = index
    whole = ""
    while stop < end and stop - index < 5 and titleish(lines[stop]) and not (stop > index and (lines[stop].gap or _remark(lines[stop]))):
        whole += lines[stop].squeezed
        stop += 1
        if whole_title(whole) and not (stop < end and _edition(lines[stop])):
            break
    if not TITLE_END.search(whole) and not (stop < end and stop - index <= 3):
        return index
    _fold(lines, index, stop, Kind.ISSUED_TITLE)
    return index + 1


def _edition(line: Line) -> bool:
    """（试行）, （2026年版）: the end of a title on a line of its own."""
    return line.squeezed[0] in "（(" and len(line.squeezed) <= 16 and not line.gap


def _remark(line: Line) -> bool:
    """Brackets under a title that tell its history: （2026年3月1日市政府常务会议通过）."""
    return line.squeezed[0] in "（(" and len(line.squeezed) > 16


def _marked_title(lines: list[Line], index: int, end: int) -> int:
    """The title under a mark 附件; the index behind it."""
    if index < end and lines[index].kind == Kind.MASTHEAD:
        # 江河市废止的文件: a title that reads like an agency mark.
        lines[index].kind = Kind.TEXT
    if index >= end or not titleish(lines[index]):
        return index
    stop = index
    whole, ended = "", False
    while stop < end and stop - index < 4 and _of_title(lines, stop, index):
        whole += lines[stop].squeezed
        stop += 1
        ended = ended or TITLE_END.search(whole) is not None
        if ended and not (stop < end and _edition(lines[stop])):
            break
    if not ended:
        stop = index + 1
    _fold(lines, index, stop, Kind.ANNEX_TITLE)
    return index + 1


def _of_title(lines: list[Line], at: int, start: int) -> bool:
    """Whether a line goes on with the title that begins at ``start``: no gap between, or the edition in brackets on a line of its own."""
    return titleish(lines[at]) and (at == start or not lines[at].gap) or at > start and lines[at].cells is None and _edition(lines[at])


def _fold(lines: list[Line], start: int, stop: int, kind: Kind) -> None:
    """Make one line of those from ``start`` up to ``stop``; the places behind are closed up later."""
    for line in lines[start + 1 : stop]:
        lines[start].extend(line)
        line.kind = Kind.FOLDED
    lines[start].kind = kind


def _wanted(lines: list[Line], index: int, end: int, names: list[str]) -> int:
    """The index behind the lines that spell the title of a text that was announced, whatever small slip they hold."""
    names = [name for name in names if len(name) >= 4]
    whole = ""
    for at in range(index, min(index + 4, end) if names else index):
        if not titleish(lines[at]) or at > index and lines[at].gap:
            break
        whole += lines[at].squeezed
        if any(spells(whole, name) and (at == index or whole_title(whole)) for name in names):
            return at + 1
    return index


def _printed_below(lines: list[Line], start: int, end: int) -> None:
    """The office of the signing body and a day are the last lines of all, 印发 lost: they are the imprint, too."""
    signed = next((line.squeezed for line in lines[start:end] if line.kind == Kind.SIGNATURE), "")
    if end - start < _FEWEST or not signed or lines[end - 1].kind not in (Kind.SIGN_DATE, Kind.DATE) or lines[end - 2].kind not in _SIGNING:
        return
    printer = lines[end - 2].squeezed
    if printer != signed and printer.startswith(signed) and printer.endswith(("办公室", "办公厅")) and any(line.kind == Kind.SIGN_DATE for line in lines[start : end - 2]):
        lines[end - 2].kind = lines[end - 1].kind = Kind.IMPRINT


def _imprint(lines: list[Line], start: int, end: int) -> None:
    """The office and the day behind the copies or the disclosure line belong to the imprint (版记)."""
    _printed_below(lines, start, end)
    inside = False
    for index in range(start, end):
        line = lines[index]
        if line.kind == Kind.COPIES or line.kind == Kind.IMPRINT:
            if line.kind == Kind.IMPRINT and index > start and lines[index - 1].kind == Kind.BODY:
                lines[index - 1].kind = Kind.IMPRINT
            inside = True
        elif inside and (line.kind in _SIGNING or line.kind in PLAIN and line.squeezed.endswith("印发") and len(line.squeezed) <= _PRINTED_LINE):
            line.kind = Kind.IMPRINT
        elif inside and (line.kind in HEADINGS or line.kind in PLAIN and len(line.squeezed) > _PRINTED_LINE):
            # The disclosure stood in the head: the text follows.
            inside = False
