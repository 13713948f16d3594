"""Tails: what stands behind the body: attachments, signature, date, note, imprint, issued texts."""

from __future__ import annotations

import re

from hegao.syntax.joining import TITLE_END
from hegao.syntax.lines import Line

_PERSON = re.compile(
    r"^(?:[\u3400-\u9fff]{0,24}(?:总理|主席|省长|市长|县长|区长|州长|主任|部长|局长|署长|行长|秘书长|检察长|院长))[ \u3000\xa0]*[\u3400-\u9fff·]{2,6}$"
)
_ISSUES = re.compile(r"(?:印发|公布|转发|批转|发布|颁发|颁布|下发)(?:《(?P<marked>.+)》|(?P<bare>.+?))(?:的(?:通知|决定|公告|通告|函|命令))?$")
_ITEM = re.compile(r"^(\d{1,2})[.．、](?!\d)")
_ENTRY_END = re.compile(r"(?:[.…·．]{2,}|\t).{0,40}?[（(]?\d{1,4}[）)]?$|[（(]\d{1,4}[）)]$")


def mark_contents(lines: list[Line]) -> int:
    """Mark covers and contents lists (目录) of a gazette at the top; the index behind them.

    Without a contents list there is no cover and the answer is 0.
    """
    behind = 0
    for index, line in enumerate(lines):
        if line.kind != "CONTENTS_MARK" or index < behind:
            continue
        end = _entries_end(lines, index + 1)
        if end is None or (behind and index > behind + 3) or (not behind and index > 60):
            continue
        for entry in lines[index + 1 : end]:
            if entry.kind != "CONTENTS_MARK":
                entry.kind = "ENTRY"
        behind = end
    if behind:
        for line in lines[:behind]:
            if line.kind not in ("ENTRY", "CONTENTS_MARK", "FIELD"):
                line.kind = "COVER"
    return behind


def _entries_end(lines: list[Line], start: int) -> int | None:
    """The index behind the entries that begin at ``start``; None where there are none."""
    end = None
    misses = 0
    for index in range(start, len(lines)):
        line = lines[index]
        text = line.text.value.strip()
        if line.kind == "CONTENTS_MARK":
            break
        if _ENTRY_END.search(text) and not text.endswith(("。", "；")):
            end = index + 1
            misses = 0
        else:
            misses += 1
            if misses > 3 or line.squeezed.endswith("。"):
                break
    return end


def mark_tail(lines: list[Line], start: int, end: int, title: str) -> None:
    """Give the lines of one document, from ``start`` behind its head up to ``end``, their kinds by place."""
    names = _issued(title)
    announced: list[str] = []
    index = start
    last = start - 1
    while index < end:
        line = lines[index]
        if line.kind == "ATTACHMENT":
            index = _attachments(lines, index, end, announced)
        elif line.kind in ("DATE", "DATED"):
            _closing(lines, index, last + 1)
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == "NOTE":
            last = index
            index = _issued_title(lines, index + 1, end)
        elif line.kind == "ANNEX_MARK":
            index = _marked_title(lines, index + 1, end)
        elif line.kind == "FIELD":
            line.kind = "IMPRINT" if line.squeezed.startswith(("公开", "印发")) else "TEXT"
            index += 1
        elif line.kind in ("TEXT", "BODY") and index > start and _wanted(lines, index, end, names + announced):
            line.kind = "ISSUED_TITLE"
            index += 1
        else:
            index += 1
    _imprint(lines, start, end)


def _issued(title: str) -> list[str]:
    """The name of the text that a notice issues, as its title tells."""
    match = _ISSUES.search(title)
    if not match:
        return []
    return [match["marked"] or match["bare"]]


def _attachments(lines: list[Line], index: int, end: int, announced: list[str]) -> int:
    """Mark the attachments announced from ``index`` on (附件说明); the index behind them."""
    text = re.sub(r"^附件?[\d一二三四五六七八九十]{0,2}[：:]", "", lines[index].squeezed)
    announced.append(_bare(text))
    numbered = _ITEM.match(text)
    owner = lines[index]
    expect = int(numbered[1]) + 1 if numbered else 0
    at = index + 1
    while at < end:
        line = lines[at]
        item = _ITEM.match(line.squeezed)
        if numbered and line.kind == "DIGIT" and item and int(item[1]) == expect and not line.squeezed.endswith("。"):
            line.kind = "ATTACHMENT_ITEM"
            announced.append(_bare(line.squeezed))
            owner = line
            expect += 1
        elif line.kind == "TEXT" and not line.gap and len(line.squeezed) <= 40 and _rest_of_name(line, announced[-1]):
            owner.extend(line)
            announced[-1] += line.squeezed
            line.kind = "FOLDED"
        else:
            break
        at += 1
    return at


def _rest_of_name(line: Line, name: str) -> bool:
    return bool(TITLE_END.search(line.squeezed)) and not TITLE_END.search(name)


def _bare(name: str) -> str:
    return _ITEM.sub("", name).strip("《》。；")


def _closing(lines: list[Line], date: int, floor: int) -> None:
    """The date at ``date`` closes a text: the body names just above it are its signatures (署名)."""
    at = date - 1
    while at >= floor and date - at <= 10 and _signs(lines[at]):
        lines[at].kind = "SIGNATURE"
        at -= 1
    lines[date].kind = "SIGN_DATE"


def _signs(line: Line) -> bool:
    return (line.kind == "BODY" and len(line.squeezed) <= 60) or (line.kind == "TEXT" and bool(_PERSON.match(line.text.value)))


def titleish(line: Line) -> bool:
    """Whether a line may be the title of an issued text."""
    text = line.squeezed
    return line.kind in ("TEXT", "BODY") and 2 <= len(text) <= 80 and not text.endswith(tuple("。；：，、！？:;")) and "：" not in text


def _issued_title(lines: list[Line], index: int, end: int) -> int:
    """The title of what is issued, right behind the date or the note; the index behind it."""
    at = index
    if at >= end or not titleish(lines[at]):
        return index
    stop = at
    whole = ""
    while stop < end and stop - at < 5 and titleish(lines[stop]) and (stop == at or not lines[stop].gap):
        whole += lines[stop].squeezed
        stop += 1
        if TITLE_END.search(whole) and whole.count("《") == whole.count("》") and not (stop < end and lines[stop].squeezed.startswith(("（", "("))):
            break
    if not TITLE_END.search(whole) and not (stop < end and stop - at <= 3):
        return index
    _fold(lines, at, stop, "ISSUED_TITLE")
    return at + 1


def _marked_title(lines: list[Line], index: int, end: int) -> int:
    """The title under a mark 附件; the index behind it."""
    if index >= end or not titleish(lines[index]) or lines[index].cells is not None:
        return index
    stop = index
    whole = ""
    while stop < end and stop - index < 4 and titleish(lines[stop]) and (stop == index or not lines[stop].gap):
        whole += lines[stop].squeezed
        stop += 1
        if TITLE_END.search(whole):
            break
    if not TITLE_END.search(whole):
        stop = index + 1
    _fold(lines, index, stop, "ANNEX_TITLE")
    return index + 1


def _fold(lines: list[Line], start: int, stop: int, kind: str) -> None:
    """Make one line of those from ``start`` up to ``stop``; the places behind are closed up later."""
    for line in lines[start + 1 : stop]:
        lines[start].extend(line)
        line.kind = "FOLDED"
    lines[start].kind = kind


def _wanted(lines: list[Line], index: int, end: int, names: list[str]) -> bool:
    """Whether the line is the title of a text that was announced, whatever small slip it holds."""
    line = lines[index]
    if not titleish(line) or not names:
        return False
    return any(alike(line.squeezed, name) for name in names if len(name) >= 4)


def alike(found: str, name: str) -> bool:
    """Whether a title is the one announced: equal but for marks and the issuer, or nearly so."""
    a, b = _key(found), _key(name)
    if not a or not b:
        return False
    if a == b or a.endswith(b) or (b.endswith(a) and len(a) * 3 >= len(b) * 2):
        return True
    if abs(len(a) - len(b)) > max(2, len(b) // 8) or len(b) < 8:
        return False
    same = sum(1 for x, y in zip(a, b, strict=False) if x == y)
    tail = sum(1 for x, y in zip(reversed(a), reversed(b), strict=False) if x == y)
    return max(same, tail) * 10 >= len(b) * 9 or (same + tail) * 10 >= 19 * min(len(a), len(b))


def _key(title: str) -> str:
    return re.sub(r"[《》〈〉“”（）()\s*]", "", title)


def _imprint(lines: list[Line], start: int, end: int) -> None:
    """The office and the day behind the copies or the disclosure line belong to the imprint (版记)."""
    inside = False
    for index in range(start, end):
        line = lines[index]
        if line.kind in ("COPIES", "IMPRINT"):
            if line.kind == "IMPRINT" and index > start and lines[index - 1].kind in ("BODY",):
                lines[index - 1].kind = "IMPRINT"
            inside = True
        elif inside and line.kind in ("BODY", "SIGN_DATE", "SIGNATURE"):
            line.kind = "IMPRINT"
