"""Signatures (署名) and days below a text: who signs, told by the place of the line, the day or the end of the text below it."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import DATES, PLAIN, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS, TITLE_END
from hegao.words.building_blocks import terminal
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_kinds

#: A person who signs with the office: 市长李明, 总理　李克强.
PERSON = Pattern(
    r"^[\u3400-\u9fff]{0,24}(?:总理|主席|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主任|部长|局长|署长|行长|秘书长|检察长|院长|厅长|书记)[\u3400-\u9fff·]{2,6}$"
)
#: A day that only its place under a signature tells to be one: 2026年4月1号, 2026年4月1日（星期三）.
_SLIPPED_DAY = Pattern(lambda: rf"^(?:{terminal('_SLIPPED_DAY')})$")
_MONTH = Pattern(lambda: rf"^{terminal('_MONTH_ALONE')}$")
#: What follows a signing date.
_BEHIND_DATE = frozenset([Kind.NOTE, Kind.ANNEX_MARK, Kind.COPIES, Kind.IMPRINT])
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


def sign(lines: list[Line], date: int, floor: int, title: str) -> None:
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


def signed_late(lines: list[Line], date: int, end: int, title: str) -> int:
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


def dayless(lines: list[Line], index: int, start: int, end: int, title: str) -> bool:
    """Whether the line is the date under a signature without its day.

    Notes, annexes, copies or nothing follow, so that it is no cover; or the body above it is the one that the title begins with.
    """
    if index <= start or lines[index].kind not in PLAIN or lines[index - 1].kind != Kind.BODY or not _MONTH.match(lines[index].squeezed):
        return False
    return index + 1 >= end or lines[index + 1].kind in _BEHIND_DATE or title.startswith(lines[index - 1].squeezed)


def slipped_day(lines: list[Line], index: int, start: int) -> bool:
    """Whether the line is the date under a signature, but for a slip in writing it."""
    return index > start and lines[index].kind in PLAIN and lines[index - 1].kind == Kind.BODY and bool(_SLIPPED_DAY.match(lines[index].squeezed))


def _office_signs(line: Line, issuer: str) -> bool:
    """Whether a line is the name of the issuer with that of an office in it (江河大学后勤处), or without its last letter."""
    text = line.squeezed
    plain = line.kind == Kind.TEXT and line.cells is None and not any(mark in text for mark in "，。；：、")
    return plain and len(issuer) >= 4 and (text == issuer[:-1] or text.startswith(issuer) and len(text) - len(issuer) <= 12)


def _set_apart(lines: list[Line], at: int) -> bool:
    """Whether a line set apart from the text ends as names of offices do, though words do so, too: 江河大学教务处, 江河市图书馆."""
    line = lines[at]
    if line.kind != Kind.TEXT or line.cells is not None or not 4 <= len(line.squeezed) <= _LONGEST_OFFICE or _STOPS.search(line.squeezed):
        return False
    above = lines[at - 1] if at else line
    return (line.gap or above.kind in _CLOSES or above.squeezed.endswith("。")) and _OFFICE_END.search(line.squeezed) is not None


def sign_undated(lines: list[Line], start: int, behind: int, title: str) -> bool:
    """Whether bodies that end a text, no day below them, sign it: the title begins with them.  The list of attachments may stand below by a slip."""
    at = behind - 1
    while at > start and lines[at].kind in (Kind.ATTACHMENT, Kind.ATTACHMENT_ITEM):
        at -= 1
    last = at
    while at > start and last - at < _SIGNERS and lines[at].kind == Kind.BODY and lines[at].squeezed in title[: title.find("关于") + 1]:
        lines[at].kind = Kind.SIGNATURE
        at -= 1
    return at < last


def _signs(line: Line) -> bool:
    if line.cells is not None:
        return False
    return (line.kind == Kind.BODY and len(line.squeezed) <= 60) or (line.kind == Kind.TEXT and bool(PERSON.match(line.squeezed)))


def signed_below(lines: list[Line], index: int, end: int) -> bool:
    """Whether signatures and a date begin at ``index``: then what stands there is no title."""
    at = index
    while at < end and at - index <= _SIGNERS and _signs(lines[at]):
        at += 1
    return at > index and at < end and lines[at].kind in DATES
