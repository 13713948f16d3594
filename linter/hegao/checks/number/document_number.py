"""Checks on document numbers (发文字号): their form, their year, their place in the series of the batch."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hegao.checks.base import Context, Edit, Hit, check, collector
from hegao.checks.date.own_day import contradict, written
from hegao.checks.number.told_years import told_otherwise
from hegao.checks.shared.closing import is_study, place_of_number
from hegao.checks.shared.listed_documents import documents_in
from hegao.checks.structure.missing_elements import goes_out
from hegao.document.model import Document, Entry, File, Heading, Number
from hegao.phrases.numbers import RIGHT_BRACKETS, NumberPhrase, body_of, order_year
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.building_blocks import terminal
from hegao.words.title_likeness import letters, one_title
from hegao.words.vocabulary import genres

#: Genres that may go without a number of this form: orders and announcements have their own, minutes and bills none.
WITHOUT_NUMBER = frozenset(genre.name for genre in genres() if "unnumbered" in genre.uses)
_PUBLIC = ("通告", "公告")
_ORDERS = ("命令（令）", "命令", "令")
_OPENING = Pattern(lambda: terminal("_OPENING"))
_CLOSING = Pattern(lambda: terminal("_CLOSING"))
_YEAR_WORD = Pattern(lambda: rf"\d\s*年\s*{terminal('_CLOSING')}")
#: Full-width square brackets stand for 〔〕 in many fonts and conversions; in a number that is only quoted they pass.
_WRONG_BRACKET = Pattern(lambda: rf"(?![{RIGHT_BRACKETS}［］])(?:{terminal('_OPENING')}|{terminal('_CLOSING')})")
_DIGITS = Pattern(r"[0-9０-９]+")
#: Certificates, contracts, cases and minutes are numbered by rules of their own.
OTHER_SYSTEM = Pattern(r"(?:登记|备案|审查|许可|证书|证|编号|案|合同|协议|档|纪要|会议|书|字|诉|罚|决|裁|仲|判|审|公告|通告|令)$")


@check("number-missing", {"document"})
def number_missing(node: Document, context: Context) -> Iterator[Hit]:
    """The document has a title but no number (条例 9(五)); genres that are numbered otherwise pass."""
    if node.number is not None or node.title is None or node.genre is None or not goes_out(node) and node.blank_number is None:
        return
    # Under the mark 江河市公安局通告 its number stands, though others of the genre may bear none.
    if is_study(node):
        return
    marked = node.genre in _PUBLIC and any(mark.text.value.endswith(node.genre) for mark in node.masthead)
    if node.genre not in WITHOUT_NUMBER or marked or node.blank_number is not None:
        yield Hit(place_of_number(node))


@check(
    "number-form",
    {"number", "entry"},
    {"since": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "default": "2012-07-01"}},
    ["number", "normal"],
    faults=("form", "space"),
)
def number_form(node: Number | Entry, context: Context, since: str = "2012-07-01") -> Iterator[Hit]:
    """The number is not written as GB/T 9704—2012, 7.2.5 demands: 代字〔四位年〕序号号 (HED-02 to HED-04).

    Documents from before the standard came into force (``since``), and numbers quoted from them, stand as they
    are.  Spaces within a number are left to the typesetting.
    """
    if isinstance(node, Number) and node.own:
        for amiss in _amiss(node, context.document):
            yield amiss._replace(facts={**amiss.facts, "fault": "form"})
    phrase = node.number if isinstance(node, Entry) else node.phrase
    day = datetime.date.fromisoformat(since)
    if phrase is None or phrase.year is None or phrase.year < day.year:
        return
    text = _listed_at(node, phrase) if isinstance(node, Entry) else node.text
    own = not isinstance(node, Entry) and node.own
    if own and context.document.issued is not None and context.document.issued < day:
        return
    faults = set(_faults(phrase, text.value))
    if not own:
        faults -= _excused(phrase, text.value)
    if faults:
        whole = phrase.written if isinstance(node, Entry) else text.value
        yield Hit(text, {"number": unspaced(whole), "normal": phrase.normal, "fault": "form"}, (), tuple(_mend(text, faults)))
    elif own and context.profile != "published" and _blank_within(text):
        yield Hit(text, {"number": text.value, "normal": phrase.normal, "fault": "space"})


#: A number without a year (公告2026年第04号, 令第04号), and the year of an order in brackets: 令（〔2026〕第11号）.
_PADDED = Pattern(r"第[0０]+(?P<serial>[1-9１-９]\d{0,3})号$")
_BRACKETED = Pattern(r"[〔﹝\[［]20\d\d[〕﹞\]］]第?(?P<serial>\d{1,4})号")


def _amiss(own: Number, document: Document) -> Iterator[Hit]:
    """An order's number with a word lost; a second number beside that of a joint issue; an order (令) numbered as other documents are."""
    if own.phrase.year is None and own.phrase.faults:
        # Of an order a word is lost; what has a code and brackets lost its year.
        yearless = "bracket" in own.phrase.faults
        yield Hit(own.text, {"number": own.text.value, "normal": f"{own.phrase.code}〔××××〕{own.phrase.serial}号" if yearless else own.phrase.normal})
    padded = _PADDED.search(own.text.value) if own.phrase.year is None and not own.phrase.faults else None
    if padded is not None:
        yield Hit(own.text, {"number": own.text.value, "normal": f"第{int(padded['serial'])}号"})
    bracketed = _BRACKETED.search(document.title.text.value) if document.title is not None and document.genre in _ORDERS else None
    if bracketed is not None and document.title is not None:
        yield Hit(document.title.text.slice(*bracketed.span()), {"number": bracketed[0], "normal": f"第{int(bracketed['serial'])}号"})
    for other in document.joint_numbers:
        yield Hit(other.text, {"number": unspaced(other.phrase.written), "normal": own.phrase.normal})
    if document.genre in _ORDERS and own.phrase.year is not None and own.phrase.code.endswith("令"):
        yield Hit(own.text, {"number": unspaced(own.phrase.written), "normal": f"第{own.phrase.serial}号"})


def _blank_within(text: Text) -> bool:
    """Whether the number takes more columns of its line than it has characters: 〔2026〕61 号."""
    span = text.span()
    return span.line == span.end_line and span.end_column - span.column > len(text.value)


def _listed_at(entry: Entry, phrase: NumberPhrase) -> Text:
    """The number in a line of the contents list; the whole line where it cannot be told."""
    start = entry.text.value.find(unspaced(phrase.written))
    return entry.text.slice(start, start + len(unspaced(phrase.written))) if start >= 0 else entry.text


def _faults(phrase: NumberPhrase, written: str) -> Iterator[str]:
    """What the reader of numbers found, 年 within the brackets, and a full stop behind a number that stands alone."""
    yield from phrase.faults
    if written.endswith(("。", ".")):
        yield "stop"
    if _YEAR_WORD.search(written):
        yield "unit"


def _excused(phrase: NumberPhrase, written: str) -> set[str]:
    """Faults that do not count in a number that is only quoted: it may be one of another system."""
    if OTHER_SYSTEM.search(phrase.code):
        return set(phrase.faults) | {"unit"}
    excused = {"suffix"}
    if not _WRONG_BRACKET.search(written):
        excused.add("bracket")
    return excused


def _mend(text: Text, faults: set[str]) -> Iterator[Edit]:
    """The edits that give the number its form; a century is not guessed."""
    written = text.value
    opening = _OPENING.search(written)
    closing = _CLOSING.search(written, opening.end()) if opening is not None else None
    if opening is None or closing is None or "year" in faults or _DIGITS.match(written, opening.end()) is None:
        return
    opened, closed = opening.start(), closing.start()
    if "bracket" in faults:
        for offset, mark in ((opened, "〔"), (closed, "〕")):
            if written[offset] not in RIGHT_BRACKETS:
                yield Edit(text.slice(offset, offset + 1), mark, True)
    if "unit" in faults:
        unit = written.index("年", opened)
        yield Edit(text.slice(unit, unit + 1), "", True)
    if "ordinal" in faults and "第" in written[closed:]:
        ordinal = written.index("第", closed)
        yield Edit(text.slice(ordinal, ordinal + 1), "", True)
    serial = _DIGITS.search(written, closed)
    if serial is None:
        return
    zeros = len(serial[0]) - len(serial[0].lstrip("0０"))
    if "zero" in faults and 0 < zeros < len(serial[0]):
        yield Edit(text.slice(serial.start(), serial.start() + zeros), "", True)
    if "suffix" in faults:
        yield Edit(text.slice(serial.end() - 1, serial.end()), serial[0][-1] + "号", True)
    if faults & {"again", "stop"}:
        yield Edit(text.slice(len(written) - 1, len(written)), "", True)


@check("number-year", {"number"}, facts=["number", "date"], faults=("year", "turn"))
def number_year(node: Number, context: Context) -> Iterator[Hit]:
    """The year in 〔〕 is not that of the document's date (HED-06); round the turn of the year that may be right, and is the fault ``turn``."""
    document = context.document
    if node.own:
        for listed in documents_in(document):
            if listed.day is not None and listed.day_at is not None and listed.number.year is not None and contradict(listed.number.year, listed.day):
                yield Hit(listed.day_at, {"number": listed.number.normal, "date": written(listed.day), "fault": "year"}, (listed.at,))
        for told in told_otherwise(document):
            yield Hit(told.at, {"number": told.number, "date": told.said, "fault": "year"}, about=(told.at,))
    year, issued = node.phrase.year or order_year(node.text.value), document.issued
    if year is not None and issued is not None and document.date is not None and year != issued.year:
        fault = "year" if contradict(year, issued) else "turn"
        yield Hit(node.text, {"number": node.phrase.normal, "date": written(issued), "fault": fault}, (document.date.text,))


@check("number-contents", {"document"}, facts=["number", "listed"])
def number_contents(node: Document, context: Context) -> Iterator[Hit]:
    """The contents list of the gazette gives the document another number than the document itself."""
    contents = context.once_a_file(_numbered)
    if node.number is None or node.number.phrase.year is None or not contents:
        return
    own = node.number.phrase
    listed = _untitled(node, contents, context.file) if node.title is None else _titled(node, own, contents, context)
    if listed is not None and listed.number is not None:
        yield Hit(node.number.text, {"number": own.normal, "listed": listed.number.normal}, (listed.text,))


def _numbered(file: File) -> list[Entry]:
    """The entries of the contents list that give a number with its year."""
    return [entry for entry in file.contents if entry.number is not None and entry.number.year is not None]


def _by_serial(file: File) -> dict[tuple[int | None, int], list[Entry]]:
    """The same by year and serial."""
    entries: dict[tuple[int | None, int], list[Entry]] = defaultdict(list)
    for entry in _numbered(file):
        if entry.number is not None:
            entries[entry.number.year, entry.number.serial].append(entry)
    return entries


def _titled(node: Document, own: NumberPhrase, contents: Sequence[Entry], context: Context) -> Entry | None:
    """The entry under the document's title, where no entry of that title has its number."""
    title = node.title.text.value if node.title else ""
    # Where nothing parts title and number, words of the title stand before the code.
    candidates = context.once_a_file(_by_serial).get((own.year, own.serial), ())
    agreeing = (entry for entry in candidates if entry.number is not None and entry.number.normal.endswith(own.normal))
    if any(one_title(entry.title, title) for entry in agreeing):
        return None
    same = [entry for entry in contents if one_title(entry.title, title)]
    # Of several documents under one title, those that agree with their entry leave the others to this one.
    taken = {_number_of(other) for other in context.file.documents if other is not node and other.title and one_title(other.title.text.value, title)}
    left = [entry for entry in same if entry.number is not None and entry.number.normal not in taken]
    return left[0] if len(left) == 1 else None


def _untitled(node: Document, contents: Sequence[Entry], file: File) -> Entry | None:
    """The entry that is left for a document whose title was lost, where all others have found each other."""
    numbers = {_number_of(document) for document in file.documents}
    titles = [document.title.text.value for document in file.documents if document.title]
    left = [
        entry
        for entry in contents
        if entry.number is not None and entry.number.normal not in numbers and not any(one_title(entry.title, title) for title in titles)
    ]
    lost = [
        document
        for document in file.documents
        if document.title is None and _number_of(document) not in {_listed(entry) for entry in contents}
    ]
    return left[0] if len(left) == 1 and lost == [node] else None


def _number_of(document: Document) -> str | None:
    return document.number.phrase.normal if document.number is not None else None


def _listed(entry: Entry) -> str | None:
    return entry.number.normal if entry.number is not None else None


@collector("numbers")
def collect_numbers(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The document's own number with what tells it from others: code, year, serial, date, title."""
    yield from _listed_numbers(document)
    number = document.number
    if number is None or number.phrase.year is None or not number.phrase.code:
        return
    phrase = number.phrase
    issued = document.issued
    yield (
        number.text,
        {
            "number": phrase.normal,
            "code": phrase.code,
            "body": body_of(phrase.code, document.issuers),
            "year": phrase.year,
            "serial": phrase.serial,
            "date": issued.isoformat() if issued else None,
            "title": unspaced(document.title.text.value) if document.title else None,
            "begin": _begin(document),
        },
    )


@collector("own-title")
def collect_titles(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The document's own title with its number, or, where it has none yet, with the year of its date."""
    if document.title is None:
        return
    phrase = document.number.phrase if document.number is not None and document.number.phrase.code else None
    year = phrase.year if phrase is not None else document.issued.year if document.issued is not None else None
    if year is not None:
        number, code, serial = (phrase.normal, phrase.code, phrase.serial) if phrase is not None else ("", "", 0)
        own = {"number": number, "code": code, "year": year, "serial": serial}
        yield document.title.text, {**own, "title": unspaced(document.title.text.value), "begin": _begin(document)}


#: As many letters of a text as tell whether two bear the same words.
_BEGIN = 400


def _begin(document: Document) -> str:
    """The first letters of the text."""
    begin = ""
    for node in document.of("paragraph", "heading"):
        begin += letters(node.body.value if isinstance(node, Heading) else node.text.value)
        if len(begin) >= _BEGIN:
            break
    return begin[:_BEGIN]


def _listed_numbers(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The documents that a table lists, which make up a series of their own."""
    for listed in documents_in(document):
        phrase = listed.number
        yield (
            listed.at,
            {
                "number": phrase.normal,
                "code": phrase.code,
                "body": f"{document.path}:{listed.table.line}",
                "year": phrase.year,
                "serial": phrase.serial,
                "date": listed.day.isoformat() if listed.day else None,
                "title": unspaced(listed.title.value) if listed.title is not None else None,
                "listed": True,
            },
        )
