"""Numbers of documents that are cited with their brackets wrong, lost or elsewhere: （2022）46号, 2025〔11〕号, 2016年21号 (norm REF-10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.date.own_day import written
from hegao.checks.shared.passages import Running
from hegao.document.model import Document
from hegao.phrases.numbers import own_code, value_of
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.building_blocks import terminal
from hegao.words.patterns import one_of
from hegao.words.vocabulary import element_words

_HAN = "\u3400-\u9fff"
#: Behind a title, in round brackets: whatever stands there before a year and 号 is meant as a number.
_BEHIND_TITLE = r"(?<=》[（(])"
#: Elsewhere only codes that end as those of agencies do.
_SURE = rf"[{_HAN}]{{1,10}}{one_of(element_words('code'))}"


_WRONG = (
    ("round", r"[（(](?P<year{0}>20\d\d)年?[）)]第?(?P<serial{0}>\d{{1,4}})"),
    ("moved", r"(?P<year{0}>20\d\d)年?[〔\[［（(]第?(?P<serial{0}>\d{{1,4}})[〕\]］）)]"),
    ("bare", r"(?P<year{0}>20\d\d)年第?(?P<serial{0}>\d{{1,4}})"),
    ("dashed", r"(?P<year{0}>20\d\d)[-—–](?P<serial{0}>\d{{1,4}})"),
    ("unclosed", r"[〔\[［](?P<year{0}>20\d\d)年?第?(?P<serial{0}>\d{{1,4}})"),
    ("odd", r"[{{｛<＜〈「](?P<year{0}>20\d\d)年?[}}｝>＞〉」]第?(?P<serial{0}>\d{{1,4}})"),
    ("lost", r"(?P<year{0}>20\d\d)(?P<serial{0}>\d{{1,3}})"),
    ("spoken", r"〔(?P<year{0}>20\d\d)〕(?P<serial{0}>[一二三四五六七八九十百〇]{{1,6}})"),
    ("unopened", r"(?P<year{0}>20\d\d)年?[〕\]］]第?(?P<serial{0}>\d{{1,4}})"),
)


def _alternatives(start: int) -> str:
    return "|".join(shape.format(start + index) for index, (_name, shape) in enumerate(_WRONG))


_CITED = Scanner(rf"{_BEHIND_TITLE}(?P<code0>[{_HAN}]{{1,14}})(?:{_alternatives(0)})号(?=[）)])")
_TOLD = Scanner(rf"(?<![{_HAN}])(?P<code1>{_SURE})(?:{_alternatives(10)})号|(?<=[（(])(?P<code2>{_SURE})(?:{_alternatives(20)})号")
#: The number stops behind its serial: 江政发〔2024〕5, unless it goes on (5、6号) or closes a citation.
_ENDLESS = Scanner(rf"(?<![{_HAN}])(?<!》[（(])(?P<code30>{_SURE})〔(?P<year30>20\d\d)〕(?P<serial30>\d{{1,4}})(?![\d号、,，及和与至到—\-~～－ 　])")
#: 号 stands within the brackets, with the year or without it: 江政发2024〔5号〕, 江政发〔2024年5号〕.
_SWALLOWED = Scanner(rf"(?:{_BEHIND_TITLE}|(?<![{_HAN}])(?={_SURE}))(?P<code40>[{_HAN}]{{1,12}}?)[〔\[［]?(?P<year40>20\d\d)年?[〕\]］]?[〔\[［]?第?(?P<serial40>\d{{1,4}})号[〕\]］]号?", sign=r"\d号[〕\]］]")
_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,6})"
#: Orders have a serial of their own, no year in brackets, and are called so once: 江河市人民政府令〔2024〕8号, 令〔8〕号, 令第8号令.
_ORDERED = Scanner(
    rf"(?P<code>[{_HAN}]{{2,14}}令)(?:[〔﹝\[［](?:(?P<year>(?:19|20)\d\d)年?[〕﹞\]］]第?(?P<serial>{_NUMERAL})|第?(?P<inner>{_NUMERAL})[〕﹞\]］])号令?|第(?P<again>{_NUMERAL})号令)"
    rf"|(?P<body>[{_HAN}]{{2,14}}(?:部|局|委员会|政府|主席)|国务院)(?:[〔﹝\[［](?:19|20)\d\d年?[〕﹞\]］]第?(?P<behind>{_NUMERAL})|第?[〔﹝\[［]第?(?P<alone>{_NUMERAL})[〕﹞\]］])号令",
    sign=r"令[〔﹝\[［]|号令",
)
#: A number by its form, whatever its year.
_DATED = Scanner(
    lambda: rf"(?P<code>[{_HAN}]{{2,12}}){terminal('_SQUARE_OPENING')}(?P<year>\d{{4}})年?{terminal('_SQUARE_CLOSING')}第?{terminal('_SHORT_SERIAL')}号",
    sign=lambda: rf"{terminal('_SQUARE_OPENING')}\d{{4}}",
)
#: No document of today's bodies is older.
_OLDEST = 1921
#: Nor is one of a later century.
_LAST = 2099
#: A year of three figures: 江政发〔203〕16号.
_SHORT_YEAR = Scanner(rf"(?:{_BEHIND_TITLE}|(?<![{_HAN}])(?={_SURE}))(?P<code>[{_HAN}]{{1,14}})〔(?:[12]?\d{{3}}\d{{2,}}|2\d{{2}})年?〕第?(?P<serial>\d{{1,4}})号", sign=r"〔\d{3}(?:\d{2})?[年〕]")
#: What numbers its texts by rules of its own.
_OTHER = re.compile(r"(?:公告|通告|令|字|诉|罚|决|裁|审批|登记|备案|许可|证|第|主席令|纪要|会议|通报)$")


class Slipped(NamedTuple):
    """A number with a slip: where it stands, how it should be written."""

    at: Text
    right: str


def slipped_numbers(running: Running, since: int) -> Iterator[Slipped]:
    """The numbers of that year and later which are written with such a slip."""
    seen: set[tuple[int, int]] = set()
    for pattern in (_CITED, _TOLD, _ENDLESS, _SWALLOWED):
        for found in running.find(pattern):
            groups = {name: value for name, value in found.match.groupdict().items() if value is not None}
            code = next(value for name, value in groups.items() if name.startswith("code"))
            year = int(next(value for name, value in groups.items() if name.startswith("year")))
            serial = value_of(next(value for name, value in groups.items() if name.startswith("serial")))
            place = (found.offset, found.match.start())
            if year < since or _OTHER.search(code) or place in seen or found.node.kind == "title":
                continue
            seen.add(place)
            start = len(code) - len(own_code(code)) if pattern is _ENDLESS else 0
            yield Slipped(found.at().slice(start), f"{code[start:]}〔{year}〕{serial}号")
    for found in running.find(_ORDERED):
        match = found.match
        if found.node.kind != "title" and int(match["year"] or _ORDERS_SINCE) >= _ORDERS_SINCE:
            whole = match["code"] or match["body"]
            code = own_code(whole)
            figure = next(match[name] for name in ("serial", "inner", "again", "behind", "alone") if match[name])
            yield Slipped(found.at().slice(len(whole) - len(code)), f"{code if match['code'] else code + '令'}第{figure}号")
    for found in running.find(_SHORT_YEAR):
        code = own_code(found.match["code"])
        yield Slipped(found.at().slice(len(found.match["code"]) - len(code)), f"{code}〔××××〕{found.match['serial']}号")


#: Orders of before were numbered by the year.
_ORDERS_SINCE = 1988


class Impossible(NamedTuple):
    """A number of a year that it cannot have: where it stands, the day of the document and its place, where the year lies behind that."""

    at: Text
    day: str
    own: Text | None


def impossible_years(document: Document, text: Running) -> Iterator[Impossible]:
    """The numbers that the document cannot know: of a year behind its own, or before all others."""
    own, issued = document.date, document.issued
    latest = None
    if own is not None and issued is not None:
        latest = max(issued.year, document.number.phrase.year or 0 if document.number is not None else 0)
    for found in text.find(_DATED):
        year = int(found.match["year"])
        late = latest is not None and year > latest
        if late or year < _OLDEST or year > _LAST:
            at = found.at().slice(len(found.match["code"]) - len(own_code(found.match["code"])))
            yield Impossible(at, written(issued) if late and issued is not None else "", own.text if late and own is not None else None)
