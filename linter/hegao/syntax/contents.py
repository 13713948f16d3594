"""Contents lists (目录): of a gazette at the top of the file, of a plan or of measures before their chapters."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.syntax.line_kinds import HEADINGS, NUMBERS, Kind
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT, DOCUMENT_END
from hegao.words.building_blocks import terminal

_PAGE_END = Pattern(r"(?:[.…·．⋯]{2,}|\t).{0,40}?[（(]?\d{1,4}[）)]?$|[（(]\d{1,4}[）)]$|[\u3400-\u9fff》）)号][ \u3000\xa0]{2,}\d{1,4}$")
_NUMBER_END = Pattern(lambda: rf"{terminal('_OPENING')}{terminal('_YEAR')}{terminal('_CLOSING')}{terminal('_SERIAL')}号[）)]?$")


def _listed_number() -> str:
    return rf"[（(]?{terminal('_PLAIN_NUMBER')}号[）)]?"


#: The number that a document is listed under, before or behind its title.
_LISTED_NUMBER = Pattern(lambda: rf"^{_listed_number()}|[.…·．⋯]*{_listed_number()}$")
#: Entries stand under heads of their own: 【市政府文件】, 人事任免.
_GROUP_HEAD = Pattern(r"^(?:【[^】]{2,14}】|[^\W\d_a-zA-Z]{0,10}(?:文件|任免|人事|大事记|讲话|专载|文选|解读|要闻|规章|法规))$")
#: Leaders and page number of an entry.
_LEADERS_AND_PAGE = Pattern(r"[.…·．⋯—–\-\s]*[（(/]?\d{1,4}[）)]?$|[.…·．⋯]{2,}$")
#: Where one entry ends and the next begins on the same line: two columns.
_COLUMNS = Pattern(r"(?:[.…·．⋯]{2,}|[ \u3000\xa0\t]{2,})[（(]?\d{1,4}[）)]?(?P<gap>[ \u3000\xa0\t]+)(?=[\u3400-\u9fff《“])")
#: What stands before the documents beside covers.
_BEFORE_DOCUMENTS = frozenset([Kind.ENTRY, Kind.CONTENTS_MARK, Kind.FIELD])
#: Lines that no contents list holds.
_BEHIND_LIST = NUMBERS | {Kind.CONTENTS_MARK, Kind.ADDRESSEE}
#: How far a contents list of a gazette may stand from the top, and how many lines without a page may follow one another.
_TOP, _MISSES, _REACH = 60, 3, 400


def mark_contents(lines: list[Line]) -> int:
    """Mark covers and contents lists of a gazette at the top; the index behind them.

    Entries that stand side by side are laid out one by one.  Without a contents list there is no cover and the answer is 0.
    """
    behind = 0
    index = 0
    while index < len(lines) and index <= (behind + _MISSES if behind else _TOP):
        line = lines[index]
        if line.kind == Kind.CONTENTS_MARK:
            _split_columns(lines, index + 1)
            end = _entries_end(lines, index + 1)
            if end is not None and (behind or _of_documents(lines[index + 1 : end])):
                for entry in lines[index + 1 : end]:
                    if entry.kind != Kind.CONTENTS_MARK:
                        entry.kind = Kind.ENTRY
                behind = index = end
                continue
        index += 1
    for line in lines[:behind]:
        if line.kind not in _BEFORE_DOCUMENTS:
            line.kind = Kind.COVER
    return behind


def listed_titles(entries: list[Line]) -> list[str]:
    """The titles in a contents list without numbers and pages; those over two lines put together."""
    titles = []
    pending = ""
    for line in entries:
        bare = bare_entry(line)
        if groups_entries(line):
            continue
        if _ends_entry(line):
            titles.append(_LISTED_NUMBER.sub("", pending + bare))
            pending = ""
        else:
            pending += bare
    return titles


def groups_entries(line: Line) -> bool:
    """Whether a line in a contents list is the head of the entries below."""
    return bool(_GROUP_HEAD.match(line.squeezed))


def _of_documents(entries: list[Line]) -> bool:
    """Whether a list names documents, not the chapters of one."""
    titles = listed_titles(entries)
    named = sum(1 for title in titles if _is_document(title)) + sum(1 for line in entries if _NUMBER_END.search(bare_entry(line)))
    return named * 3 >= len(titles) or named >= 3


def _ends_entry(line: Line) -> bool:
    """Whether a line ends an entry: with a page, or with the number of a document."""
    text = line.text.value.strip() if line.cells is None else "\t".join(cell.value for cell in line.cells if cell.value)
    numbered = _NUMBER_END.search(line.squeezed) and line.kind not in NUMBERS
    return bool(_PAGE_END.search(text) or numbered) and not text.endswith(("。", "；"))


def _is_document(title: str) -> bool:
    return bool(DOCUMENT_END.search(title)) and bool(ABOUT.search(title)) or title.endswith("令")


def bare_entry(line: Line) -> str:
    """The entry without leaders and page number."""
    text = line.squeezed if line.cells is None else "".join(cell.value for cell in line.cells)
    return _LEADERS_AND_PAGE.sub("", unspaced(text))


def _split_columns(lines: list[Line], start: int) -> None:
    """Lay entries set in two columns out one by one, the left one first."""
    index = start
    while index < len(lines) and index < start + _REACH and lines[index].kind not in _BEHIND_LIST:
        line = lines[index]
        cuts = [match.end("gap") for match in _COLUMNS.finditer(line.text.value)] if "|" not in line.text.value else []
        if cuts:
            pieces = [line.text.slice(a, b).strip() for a, b in zip([0, *cuts], [*cuts, len(line.text)], strict=True)]
            lines[index : index + 1] = [Line(piece, unspaced(piece.value), gap=line.gap and at == 0) for at, piece in enumerate(pieces)]
            lines[index].marks = line.marks
            index += len(pieces) - 1
        index += 1


def _entries_end(lines: list[Line], start: int) -> int | None:
    """The index behind the entries that begin at ``start``; None where there are none."""
    end = None
    misses = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if line.kind == Kind.CONTENTS_MARK:
            break
        if _ends_entry(line):
            end = index + 1
            misses = 0
        else:
            misses += 1
            if misses > _MISSES or line.squeezed.endswith("。"):
                break
    return end


def mark_inner_contents(lines: list[Line], start: int, end: int) -> None:
    """Mark contents lists inside of a document: the entries name the headings that follow."""
    index = start
    while index < end:
        if lines[index].kind == Kind.CONTENTS_MARK:
            stop = _inner_end(lines, index + 1, end)
            if stop is None:
                lines[index].kind = Kind.TEXT
            else:
                for line in lines[index + 1 : stop]:
                    line.kind = Kind.ENTRY
                index = stop - 1
        index += 1


#: The articles that a chapter holds, behind its name.
_ARTICLES_HELD = Pattern(r"[（(]第[^（）()]{1,20}条[）)]$")
_LONGEST_ENTRY = 60


def _inner_end(lines: list[Line], start: int, end: int) -> int | None:
    """The index behind the entries: numbered lines of which the first stands again below, as a heading, or whose last bears a page number."""
    if start >= end:
        return None
    limit = min(end, start + _REACH)
    stop = start
    for index in range(start, limit):
        line = lines[index]
        if len(line.squeezed) > _LONGEST_ENTRY or line.squeezed.endswith(("。", "；", "：")):
            break
        if index > start and _stands_again(lines[start], line):
            return index
        if line.kind in HEADINGS or line.squeezed.startswith("附件"):
            stop = index + 1
    if stop - start > 1 and any(_stands_again(lines[start], line) for line in lines[stop:limit]):
        return stop
    behind = _entries_end(lines[:limit], start)
    return behind if behind is not None and behind - start >= 2 else None


def _stands_again(entry: Line, line: Line) -> bool:
    """Whether a line is the heading that an entry names, and no entry itself."""
    name = _ARTICLES_HELD.sub("", bare_entry(entry))
    return len(name) >= 2 and line.squeezed.startswith(name) and not _PAGE_END.search(line.text.value.strip())
