"""Bounds gone by that are asked about (时限似已过): …前 at the head of a clause or in a bracket, told of nothing that was done, before the day of the document (norm TSK-07)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.date.document_parts import DocumentParts
from hegao.checks.date.set_bounds import BEFORE, only_mentioned
from hegao.document.model import Date, Document, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

#: Further back a day is one of history.
_FAR = 400
#: What tells of what was, what others asked for, or by what day something is counted.
_TOLD = Pattern(
    rf"已|曾|(?<!为)了(?![解结])|原(?![则料因])|此前|以来|截[至止]|至今|上年|去年|同期|未[按能]|逾期|本应|期间|印发的|出台的|(?:国务院|国家|中央|省委|省政府|上级|{one_of(genre_words(use='asks'))})[^，。；]{{0,16}}(?:要求|提出|明确|规定|部署)"
    r"|(?:来函|合同|协议|承诺|约定|整改前|出生|(?:取得|登记|注册|参保|毕业|入职|竣工|建成|批准)的)"
)
#: A clause in which the bound stands first, behind a label or 于; or a bracket of duties that it closes.
_FIRST = Pattern(r"(?:^|[，；：、。（(）)]|\d)\s*(?:[于在]|应[于在]?|须[于在]?|要[于在]?|请[于在]?|力争|确保|首次[^，。；]{2,6}[于在为]|[，、])?$")
_QUALIFIES = Pattern(r"^(?!完成|制定|报送|组织|开展)[\u3400-\u9fff、]{0,24}的(?![，。；])")
_SENTENCE = "。；！？"


def doubtful_bounds(document: Document, issued: datetime.date, parts: DocumentParts) -> Iterator[Date]:
    """The bounds of running text that lie before a day on which the document may have been issued."""
    rows = {row.line for table in document.of("table") if isinstance(table, Table) for row in table.rows}
    for date in document.dates:
        phrase = date.phrase
        last = phrase.last(phrase.year) if phrase.year is not None and phrase.month is not None and phrase.exists else None
        if date.role != "text" or last is None or not 0 < (issued - last).days <= _FAR or date.text.line in rows or not parts.binding(date.text):
            continue
        value = date.block.value
        bound = BEFORE.match(value, date.start + len(phrase.written))
        if bound is None or only_mentioned(value, date.start) or not _speaks_of_work(date, parts):
            continue
        begin = max(value.rfind(mark, 0, date.start) for mark in _SENTENCE) + 1
        end = min((at for mark in _SENTENCE if (at := value.find(mark, date.start)) >= 0), default=len(value))
        if _FIRST.search(value[begin : date.start]) and not _TOLD.search(value, begin, end) and not _QUALIFIES.match(value[bound.end() : end]):
            yield date


#: The last day on which something is taken, and what is taken.
_CLOSES = Pattern(r"(?:[（(](?:星期|周).[）)])?(?:\d{1,2}[:：时]\d{0,2})?(?:截止|止)(?![到至日时])(?=[，。；]|$)")
_TAKEN = Pattern(r"报名|申报|报送|征集|提交|投稿|申请|登记|填报|缴")
_CLOSED_WITHIN = 120


def closed_already(document: Document, issued: datetime.date, parts: DocumentParts) -> Iterator[Date]:
    """The days, told without their year, on which something was closed before the document that announces it was issued."""
    for date in document.dates:
        phrase, value = date.phrase, date.block.value
        day = phrase.date(issued.year) if phrase.year in (None, issued.year) and phrase.month is not None and phrase.exists else None
        if date.role != "text" or day is None or not 0 < (issued - day).days <= _CLOSED_WITHIN or not parts.binding(date.text) or parts.telling(date.text):
            continue
        begin = max(value.rfind(mark, 0, date.start) for mark in _SENTENCE) + 1
        if _CLOSES.match(value, date.start + len(phrase.written)) and _TAKEN.search(value, begin, date.start) and not _TOLD.search(value, begin, date.start):
            yield date


def _speaks_of_work(date: Date, parts: DocumentParts) -> bool:
    """Whether what stands there may be work to come: reports tell of it under headings that say so, minutes and circulars with 于."""
    if parts.told(date.text):
        return False
    if not parts.telling(date.text) or parts.sections.ahead(date.text.line):
        return True
    return parts.document.genre in ("纪要", "通报") and date.phrase.day is not None and date.block.value[: date.start].endswith(("于", "在", "，", "）"))
