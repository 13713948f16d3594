"""Numbers of documents that are cited with their brackets wrong, lost or elsewhere: （2022）46号, 2025〔11〕号, 2016年21号 (norm REF-10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Running
from hegao.phrases.numbers import own_code
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
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
#: Orders have a serial of their own, no year in brackets: 江河市人民政府令〔2024〕8号.
_ORDERED = Scanner(rf"(?P<code>[{_HAN}]{{2,14}}令)[〔﹝\[［](?P<year>20\d\d)[〕﹞\]］]第?(?P<serial>\d{{1,4}})号", sign=r"令[〔﹝\[［]")
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
            serial = int(next(value for name, value in groups.items() if name.startswith("serial")))
            place = (found.offset, found.match.start())
            if year < since or _OTHER.search(code) or place in seen or found.node.kind == "title":
                continue
            seen.add(place)
            start = len(code) - len(own_code(code)) if pattern is _ENDLESS else 0
            yield Slipped(found.at().slice(start), f"{code[start:]}〔{year}〕{serial}号")
    for found in running.find(_ORDERED):
        if int(found.match["year"]) >= since and found.node.kind != "title":
            code = own_code(found.match["code"])
            yield Slipped(found.at().slice(len(found.match["code"]) - len(code)), f"{code}第{int(found.match['serial'])}号")
