"""Who sits where (人员与办公地点): an office set up in one body and led by another, somebody both present and absent, a house of two names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hegao.checks.reference.numbered_names import Otherwise
from hegao.checks.shared.passages import Found, Running
from hegao.document.model import Document, Row
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names

#: 办公室设在市水利局，办公室主任由市水利局局长李明兼任.
_OFFICE = Scanner(
    lambda: (
        rf"(?:办公室|专班|指挥部)设(?:在|于)(?P<seat>[\u3400-\u9fff]{{2,16}}?)[，；。,](?:由)?(?:(?!主任)[^。；]){{0,24}}(?<!副)主任(?:由|为|：)?(?P<led>[\u3400-\u9fff]{{2,16}}?{one_of(body_endings('address'))})"
        rf"(?:[\u3400-\u9fff]{{0,4}}、)?(?:主要负责[人同]|负责人|[副]?(?:局长|主任|部长|处长|科长|院长|校长|经理|股长|站长|总监|行长|书记))"
    ),
    sign="设[在于]",
)
#: Words before a body that tell no more than whose it is.
_OWN = Pattern(lambda: rf"^(?:本|我|该)?(?:{one_of(level_names('place'))}|局|公司|集团|[院校委])")
#: Who leads a whole government may lead an office that sits anywhere.
_ABOVE = Pattern(r"人民政府|政府|党委|县委|市委|区委")


def posts_otherwise(text: Running) -> Iterator[Otherwise]:
    """Offices that are led by another body than the one they sit in; persons who are told as present and as absent."""
    for found in text.find(_OFFICE):
        seat, led = (_OWN.sub("", found.match[group]) for group in ("seat", "led"))
        if not _ABOVE.search(found.match["led"]) and not _one_body(seat, led):
            yield Otherwise(found.at("seat"), found.match["led"], found.at("led"), "seat")
    yield from _present_and_absent(text)


def _one_body(one: str, other: str) -> bool:
    """Whether two names may be of one body: the short one stands within the long one, letter by letter."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(letter in rest for letter in short)


_PRESENT = Scanner(r"^(?:[一二三四五六七八九十\d（(]{1,4}[、.．）)]\s*)?(?:出\s*席|参\s*会|参\s*加|列\s*席|主\s*持)(?:人员?|单位)?(?:[：:\s]|(?=[\u3400-\u9fff]{2,4}$))(?P<names>.+)$", sign="[席会加持]")
_ABSENT = Scanner(r"^(?:[一二三四五六七八九十\d（(]{1,4}[、.．）)]\s*)?(?:请\s*假|缺\s*席|因[^，。；：]{0,6}未(?:出席|参会))(?:人员?)?(?:[：:\s]|(?=[\u3400-\u9fff]{2,4}$))(?P<names>.+)$", sign="假|缺|未")
_NAME = Pattern(r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff])")


def _present_and_absent(text: Running) -> Iterator[Otherwise]:
    """The persons of whom one line of the minutes says that they came, another one that they did not."""
    absent = list(text.find(_ABSENT))
    came = _names(text.find(_PRESENT)) if absent else {}
    for name, at in _names(absent).items():
        if name in came:
            yield Otherwise(at, name, came[name], "absent")


def _names(several: Iterator[Found] | list[Found]) -> dict[str, Text]:
    """The names in lines of minutes, with their places; what stands in brackets is no name, blanks part names."""
    names: dict[str, Text] = {}
    for found in several:
        bare = _BRACKETS.sub(lambda match: "，" * len(match[0]), found.passage.value)
        bounds = [piece.offset for piece in found.passage.pieces if piece.offset > found.match.start("names")]
        for start, end in pairwise([found.match.start("names"), *bounds, len(bare)]):
            for name in _NAME.finditer(bare[start:end]):
                names.setdefault(name[0], found.passage.slice(start + name.start(), start + name.end()))
    return names


_BRACKETS = Pattern(r"[（(][^（）()]*[）)]")


#: 联系人：王立新，电话：0739-8210017.
_CALL = Scanner(r"联系人[：:]?(?P<who>[\u3400-\u9fff]{2,4}?)[，,、；;　 （(]*(?:联系)?(?:办公)?(?:电话|手机|方式)?[：:]?[（(]?(?P<number>(?:0\d{2,3}[-—－])?\d{7,11})(?!\d)", sign="联系人")
_NUMBER = Pattern(r"(?:0\d{2,3}[-—－])?\d{7,11}")
#: So many figures of two numbers may differ that are one, mistyped.
_FIGURES_OFF = 2


def calls_otherwise(document: Document, text: Running) -> Iterator[Otherwise]:
    """Persons whose telephone has another figure in another place, in a list of contacts perhaps."""
    first: dict[str, Found] = {}
    for found in text.find(_CALL):
        other = first.setdefault(found.match["who"], found)
        if _mistyped(found.match["number"], other.match["number"]):
            yield Otherwise(found.at("number"), other.match["number"], other.at("number"))
    for row in document.of("row") if first else ():
        cells = row.cells if isinstance(row, Row) else ()
        who = next((first[cell.value] for cell in cells if cell.value in first), None)
        for cell in cells:
            if who is not None and _NUMBER.fullmatch(cell.value) and _mistyped(cell.value, who.match["number"]):
                yield Otherwise(cell, who.match["number"], who.at("number"))


def _mistyped(one: str, other: str) -> bool:
    return len(one) == len(other) and 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= _FIGURES_OFF
