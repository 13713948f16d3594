"""Tails: what stands behind the body: attachments, signature, date, note, imprint, issued texts."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.contents import mark_inner_contents
from hegao.syntax.line_kinds import DATES, HEADINGS, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS, TITLE_END, titleish, whole_title
from hegao.words.building_blocks import terminal
from hegao.words.patterns import ending_in, one_of
from hegao.words.title_likeness import spells
from hegao.words.vocabulary import action_words, body_kinds, genre_words

#: A person who signs with the office: 市长李明, 总理　李克强.
PERSON = Pattern(
    r"^[\u3400-\u9fff]{0,24}(?:总理|主席|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主任|部长|局长|署长|行长|秘书长|检察长|院长|厅长|书记)[\u3400-\u9fff·]{2,6}$"
)
_ISSUES = Pattern(
    rf"{one_of(action_words('issues'))}(?:《(?P<marked>.+)》|(?P<bare>.+?))(?:的{one_of(genre_words(use='carries'))})?$"
)
_ITEM = Pattern(r"^(\d{1,2})[.．、](?:(?!\d)|(?=(?:19|20)\d\d(?:[—–－～~-]+(?:19|20)?\d\d)?[年级届]))")
_ATTACHMENT_MARK = Pattern(lambda: rf"^{terminal('ATTACHMENT')}")
#: A day that only its place under a signature tells to be one: 2026年4月1号, 2026年4月1日（星期三）.
_SLIPPED_DAY = Pattern(lambda: rf"^(?:{terminal('_SLIPPED_DAY')})$")
_MONTH = Pattern(lambda: rf"^{terminal('_MONTH_ALONE')}$")
#: What follows a signing date.
_BEHIND_DATE = frozenset([Kind.NOTE, Kind.ANNEX_MARK, Kind.COPIES, Kind.IMPRINT])
#: More letters than a printing body with 印发, its day lost, has.
_PRINTED_LINE = 40
#: What of a closing an imprint takes for its own.
_SIGNING = frozenset([Kind.BODY, Kind.SIGN_DATE, Kind.SIGNATURE])
#: The longest name of a body that is known by its place alone.
_LONGEST_SIGNER = 24
_HAN_ONLY = Pattern(r"^[\u3400-\u9fff（）]+$")
#: What ends the text above a signature without a full stop.
_CLOSES = frozenset([Kind.ATTACHMENT, Kind.ATTACHMENT_ITEM, Kind.SIGNATURE])
_OFFICE_END = Pattern(lambda: rf"{ending_in(kind.ending for kind in body_kinds() if kind.kind not in ('泛称', '人'))}$")
_STOPS = Pattern(r"[，。；：、！？《》“”]")
_LONGEST_OFFICE = 30
#: So many lines of bodies and persons may stand above a date.
_SIGNERS = 10


def mark_tail(lines: list[Line], start: int, end: int, title: str) -> None:
    """Give the lines of one document, from ``start`` behind its head up to ``end``, their kinds by place."""
    mark_inner_contents(lines, start, end)
    names = _issued(title)
    announced: list[str] = []
    undated = not any(line.kind in DATES for line in lines[start:end])
    index = start
    last = start - 1
    while index < end:
        line = lines[index]
        if line.kind == Kind.ATTACHMENT:
            if undated:
                _sign_undated(lines, start, last, index, title)
            index = _attachments(lines, index, end, announced)
        elif line.kind in DATES or _slipped_day(lines, index, start) or last < start and _dayless(lines, index, start, end):
            _sign(lines, index, last + 1, title)
            if last < start:
                index = _signed_late(lines, index, end, title)
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == Kind.NOTE:
            _sign_undated(lines, start, last, index, title)
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == Kind.ANNEX_MARK and _announces(lines, index, end):
            line.kind = Kind.ATTACHMENT
            index = _attachments(lines, index, end, announced)
        elif line.kind == Kind.ANNEX_MARK:
            _sign_undated(lines, start, last, index, title)
            last = last if last >= start else index
            index = _marked_title(lines, index + 1, end)
        elif line.kind == Kind.FIELD:
            line.kind = Kind.IMPRINT if line.squeezed.startswith(("公开", "印发")) else Kind.TEXT
            index += 1
        elif line.kind in PLAIN and index > start and (stop := _wanted(lines, index, end, names + announced)) > index:
            _sign_undated(lines, start, last, index, title)
            _fold(lines, index, stop, Kind.ISSUED_TITLE)
            index = stop
        else:
            index += 1
    _sign_undated(lines, start, last, next((at for at in range(start, end) if lines[at].kind in (Kind.COPIES, Kind.IMPRINT)), end), title)
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
    while at < end and at - index <= 30:
        item = lines[at].kind == Kind.DIGIT and not lines[at].squeezed.endswith("。")
        if not (item or at == index + 1 and titleish(lines[at])):
            break
        at += 1
    return at > index + 1 and _signed_below(lines, at, end)


#: An item directly below another one is a title, if no longer than this, whatever its last word.
_SHORT_NAME = 24


def _attachments(lines: list[Line], index: int, end: int, announced: list[str]) -> int:
    """Mark the attachments announced from ``index`` on (附件说明); the index behind them."""
    text = _ATTACHMENT_MARK.sub("", lines[index].squeezed)
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
    """Whether a number is the next in the list of attachments, or the next but one by a slip."""
    return number == expect or number == expect + 1 and not line.gap and bool(TITLE_END.search(line.squeezed))


def _rest_of_name(line: Line, name: str) -> bool:
    return bool(TITLE_END.search(line.squeezed)) and not TITLE_END.search(name)


def _item_name(name: str) -> str:
    return _ITEM.sub("", name).strip("《》。；")


def _sign(lines: list[Line], date: int, floor: int, title: str) -> None:
    """The date at ``date`` closes a text: the body names just above it are its signatures (署名), so are offices of the body in the title."""
    at = date - 1
    issuer = title[: max(0, title.find("关于"))]
    if floor <= at and lines[at].kind != Kind.BODY and _alone_above(lines, at):
        lines[at].kind = Kind.SIGNATURE
        at -= 1
    while at >= floor and date - at <= _SIGNERS and (_signs(lines[at]) or _office_signs(lines[at], issuer) or _set_apart(lines, at)):
        lines[at].kind = Kind.SIGNATURE
        at -= 1
    lines[date].kind = Kind.SIGN_DATE


def _signed_late(lines: list[Line], date: int, end: int, title: str) -> int:
    """The index of the last signature below the day that should stand below it, where the title's issuers stand there alone; else the day's."""
    at = date
    if date and lines[date - 1].kind == Kind.SIGNATURE:
        return date
    issuers = title[: max(0, title.find("关于"))]
    while at + 1 < end and lines[at + 1].kind == Kind.BODY and not lines[at + 1].gap and lines[at + 1].squeezed in issuers:
        at += 1
        lines[at].kind = Kind.SIGNATURE
    return at


def _alone_above(lines: list[Line], at: int) -> bool:
    """Whether a line between the text and its day can only be who signs it, whatever the body is called: 江河大学教务处, 江河市第二实验小学.

    It stands behind a gap, the day right below it, then nothing more but what follows a day; no mark is in it, and it is no title.
    """
    line, date = lines[at], lines[at + 1]
    if line.kind != Kind.TEXT or line.cells is not None or not line.gap or date.gap or not 4 <= len(line.squeezed) <= _LONGEST_SIGNER:
        return False
    if not _HAN_ONLY.match(line.squeezed) or TITLE_END.search(line.squeezed) or any(word in line.squeezed for word in ABOUT_WORDS):
        return False
    return at + 2 >= len(lines) or lines[at + 2].kind in _BEHIND_DATE


def _dayless(lines: list[Line], index: int, start: int, end: int) -> bool:
    """Whether the line is the date under a signature without its day: notes, annexes, copies or nothing follow, so that it is no cover."""
    if index <= start or lines[index].kind not in PLAIN or lines[index - 1].kind != Kind.BODY or not _MONTH.match(lines[index].squeezed):
        return False
    return index + 1 >= end or lines[index + 1].kind in _BEHIND_DATE


def _slipped_day(lines: list[Line], index: int, start: int) -> bool:
    """Whether the line is the date under a signature, but for a slip in writing it."""
    return index > start and lines[index].kind in PLAIN and lines[index - 1].kind == Kind.BODY and bool(_SLIPPED_DAY.match(lines[index].squeezed))


def _office_signs(line: Line, issuer: str) -> bool:
    """Whether a line is the name of the issuer with that of an office in it: 江河大学后勤处."""
    text = line.squeezed
    plain = line.kind == Kind.TEXT and line.cells is None and not any(mark in text for mark in "，。；：、")
    return plain and len(issuer) >= 4 and text.startswith(issuer) and len(text) - len(issuer) <= 12


def _set_apart(lines: list[Line], at: int) -> bool:
    """Whether a line set apart from the text ends as names of offices do, though words do so, too: 江河大学教务处, 江河市图书馆."""
    line = lines[at]
    if line.kind != Kind.TEXT or line.cells is not None or not 4 <= len(line.squeezed) <= _LONGEST_OFFICE or _STOPS.search(line.squeezed):
        return False
    above = lines[at - 1] if at else line
    return (line.gap or above.kind in _CLOSES or above.squeezed.endswith("。")) and _OFFICE_END.search(line.squeezed) is not None


def _sign_undated(lines: list[Line], start: int, last: int, behind: int, title: str) -> None:
    """The bodies that end a text, no day below them and none told before (``last``), sign it where the title begins with them."""
    at = behind - 1 if last < start else start
    while at > start and behind - at <= _SIGNERS and lines[at].kind == Kind.BODY and lines[at].squeezed in title[: title.find("关于") + 1]:
        lines[at].kind = Kind.SIGNATURE
        at -= 1


def _signs(line: Line) -> bool:
    if line.cells is not None:
        return False
    return (line.kind == Kind.BODY and len(line.squeezed) <= 60) or (line.kind == Kind.TEXT and bool(PERSON.match(line.squeezed)))


def _signed_below(lines: list[Line], index: int, end: int) -> bool:
    """Whether signatures and a date begin at ``index``: then what stands there is no title."""
    at = index
    while at < end and at - index <= _SIGNERS and _signs(lines[at]):
        at += 1
    return at > index and at < end and lines[at].kind in DATES


def _issued_title(lines: list[Line], index: int, end: int) -> int:
    """The title of what is issued, right behind the date or the note; the index behind it."""
    if index >= end or not titleish(lines[index]) or _signed_below(lines, index, end):
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


def _imprint(lines: list[Line], start: int, end: int) -> None:
    """The office and the day behind the copies or the disclosure line belong to the imprint (版记)."""
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
