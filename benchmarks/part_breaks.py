"""Parts of the document broken: number, addressee, headings, attachments, signature, imprint."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterator

from benchmarks.breaks import DAY, Break, Lines, Way, changed, replaced, signing, without

_NUMBER = re.compile(r"[\u3400-\u9fff]{2,9}〔(20\d\d)〕(\d{1,4})号")
_CITED_BY_NUMBER = re.compile(r"(《[^《》]{4,60}》)（([\u3400-\u9fff]{2,9}〔20\d\d〕)(\d{1,4}号)）")
_HEADING = re.compile(r"^[\u3000\s]*([一二三四五六七八九])、(?=[\u3400-\u9fff]{2,30}$)")
_NUMERALS = "一二三四五六七八九"
_ITEM = re.compile(r"^[\u3000\s]*(\d)[.．](?=[\u3400-\u9fff])")
_CITED = re.compile(r"附件(\d)(?=[）)），。])")
#: The closing of a genre and one that belongs to another.
_CLOSINGS = {
    "特此通知。": "妥否，请批示。",
    "妥否，请批示。": "特此通知。",
    "特此批复。": "请予支持为盼。",
    "特此报告。": "以上请示妥否，请批复。",
    "特此通告。": "特此报告。",
    "特此函达。": "特此批复。",
}


def _heading_skipped(lines: Lines) -> Iterator[Break]:
    """A heading of the first level that skips a number which the next one does not take up."""
    headings = [(index, match) for index, line in enumerate(lines) if (match := _HEADING.match(line))]
    for index, match in headings[-1:]:
        if match[1] in _NUMERALS[1:-1]:
            later = _NUMERALS[_NUMERALS.index(match[1]) + 1]
            yield changed(lines, index, lines[index].replace(f"{match[1]}、", f"{later}、", 1))


def _unsigned(lines: Lines) -> Iterator[Break]:
    """The body that signs left out above its day."""
    day = signing(lines)
    if day is not None and lines[day - 1].strip() and not lines[day - 1].strip().endswith(("。", "；", "：")):
        yield without(lines, day - 1)


def _undated(lines: Lines) -> Iterator[Break]:
    day = signing(lines)
    if day is not None:
        yield without(lines, day)


#: Titles of documents that go to nobody by name, or may: announcements, minutes, decisions.
_TO_ALL = re.compile("(?:公告|通告|纪要|决定)$")


def _unaddressed(lines: Lines) -> Iterator[Break]:
    """The addressee left out, of a document that must have one."""
    if any(_TO_ALL.search(line.strip()) for line in lines[:14]):
        return
    for index, line in enumerate(lines[:14]):
        if index >= 2 and line.rstrip().endswith("：") and not line.startswith(("\u3000", " ")) and len(line) > 4:
            yield without(lines, index)
            return


def _number_year(lines: Lines) -> Iterator[Break]:
    """The year in the document's own number, on a line of its own, made another."""
    for index, line in enumerate(lines[:6]):
        match = _NUMBER.fullmatch(line.strip())
        if match:
            yield changed(lines, index, line.replace(f"〔{match[1]}〕", f"〔{int(match[1]) - 1}〕"))
            return


def _announced_otherwise(lines: Lines) -> Iterator[Break]:
    """A character dropped from a title in the list of attachments."""
    for index, line in enumerate(lines):
        match = re.match(r"^[\u3000\s]*附件[:：]\s*(?:1[.．])?\s*([\u3400-\u9fff]{8,40})$", line)
        if match:
            middle = match.start(1) + len(match[1]) // 2
            yield changed(lines, index, line[:middle] + line[middle + 1 :])


def _signed_late(lines: Lines) -> Iterator[Break]:
    """The imprint's day of printing before the day of signing."""
    day = signing(lines)
    signed = DAY.search(lines[day]) if day is not None else None
    if signed is None:
        return
    for index in range(len(lines) - 1, max(len(lines) - 6, 0), -1):
        printed = DAY.search(lines[index])
        if printed and "印发" in lines[index]:
            early = datetime.date(*(int(part) for part in signed.groups())) - datetime.timedelta(days=5)
            other = f"{early.year}年{early.month}月{early.day}日"
            yield changed(lines, index, lines[index].replace(printed[0], other))
            return


def _numbered_again(pattern: re.Pattern[str], mark: str) -> Way:
    """The number of the second of two lines that follow each other made that of the first."""

    def way(lines: Lines) -> Iterator[Break]:
        found = [(index, match) for index, line in enumerate(lines) if (match := pattern.match(line))]
        for (_index, first), (index, second) in itertools.pairwise(found):
            if second[1] != first[1] and second[1] not in "1一":
                yield changed(lines, index, lines[index].replace(f"{second[1]}{mark}", f"{first[1]}{mark}", 1))

    return way


def _attachment_beyond(lines: Lines) -> Iterator[Break]:
    """（见附件7） where there are fewer."""
    for index, line in enumerate(lines):
        for match in _CITED.finditer(line):
            yield changed(lines, index, f"{line[: match.start(1)]}7{line[match.end(1) :]}")


def _other_closing(lines: Lines) -> Iterator[Break]:
    for index, line in enumerate(lines):
        other = _CLOSINGS.get(line.strip())
        if other is not None:
            yield changed(lines, index, line.replace(line.strip(), other))


_OWN_NUMBER = re.compile(r"[\u3400-\u9fff]{2,9}〔20\d\d〕\d{1,4}号")


def _own_number(change: Callable[[str], str]) -> Way:
    """The document's own number, on a line of its own, written otherwise."""

    def way(lines: Lines) -> Iterator[Break]:
        for index, line in enumerate(lines[:6]):
            if _OWN_NUMBER.fullmatch(line.strip()):
                yield changed(lines, index, line.replace(line.strip(), change(line.strip())))
                return

    return way


def _addressee(lines: Lines) -> Iterator[tuple[int, str]]:
    """The line of several who are addressed, below the title."""
    for index, line in enumerate(lines[:14]):
        if index >= 2 and line.startswith("各") and line.rstrip().endswith("："):
            yield index, line.rstrip()
            return


def _no_colon(lines: Lines) -> Iterator[Break]:
    for index, line in _addressee(lines):
        yield changed(lines, index, line[:-1])


def _copied_to_itself(lines: Lines) -> Iterator[Break]:
    """Who issues among those who get copies."""
    day = signing(lines)
    own = lines[day - 1].strip() if day else ""
    for index, line in enumerate(lines):
        title = any(one.strip().startswith(f"{own}关于") for one in lines[:12])
        if title and own.endswith("局") and line.strip().startswith("抄送：") and line.rstrip().endswith("。"):
            yield changed(lines, index, f"{line.rstrip()[:-1]}，{own}。")


_VERSION = re.compile(r"（试行）(?=的通知$)")
_NOTE = re.compile(r"^[\u3000 ]*（此件[\u3400-\u9fff]{0,4}公开[\u3400-\u9fff]{0,4}）$")


def _version_lost(lines: Lines) -> Iterator[Break]:
    """试行 lost from the title of a notice."""
    for index, line in enumerate(lines[:12]):
        if _VERSION.search(line.strip()):
            yield changed(lines, index, _VERSION.sub("", line.strip()))


def _noted_above(lines: Lines) -> Iterator[Break]:
    """The note on publicity above who signs."""
    day = signing(lines)
    note = next((index for index, line in enumerate(lines) if day is not None and day < index <= day + 3 and _NOTE.match(line)), None)
    if day is not None and note is not None and lines[day - 1].strip():
        moved = (*lines[: day - 1], lines[note], "", *lines[day - 1 : note], *lines[note + 1 :])
        yield Break(day, moved, (day + 2,))


#: The ways to break them, by what is done.
PART_WAYS: dict[str, Way] = {
    "the last heading's number one too high": _heading_skipped,
    "the addressee left out": _unaddressed,
    "the signature left out": _unsigned,
    "the day of signing left out": _undated,
    "printed before it was signed": _signed_late,
    "another year in the own number": _number_year,
    "a number in round brackets": replaced(_NUMBER, lambda match: match[0].replace("〔", "（").replace("〕", "）")),
    "a number without 号": replaced(_NUMBER, lambda match: match[0][:-1]),
    "a number in front of its title": replaced(_CITED_BY_NUMBER, lambda match: f"（{match[2]}{match[3]}）{match[1]}"),
    "a number cut off behind its year": replaced(_CITED_BY_NUMBER, lambda match: f"{match[1]}（{match[2]}）"),
    "a character dropped from an announced attachment": _announced_otherwise,
    "a heading's number given twice": _numbered_again(_HEADING, "、"),
    "an item's number given twice": _numbered_again(_ITEM, "."),
    "an attachment cited that there is not": _attachment_beyond,
    "the closing of another genre": _other_closing,
    "a blank in the own number": _own_number(lambda number: number[:-1] + " 号"),
    "号 twice in the own number": _own_number(lambda number: number + "号"),
    "the own number without 号": _own_number(lambda number: number[:-1]),
    "several addressed without a colon": _no_colon,
    "a copy to the issuer": _copied_to_itself,
    "试行 lost from the title": _version_lost,
    "the note above the signature": _noted_above,
}
