"""Headings (层次序号): label, number, level, and which are numbered together."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from hegao.document.model import Heading, Numbering
from hegao.phrases.han import is_han
from hegao.phrases.numbers import chinese
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.syntax.line_kinds import Kind

_STYLES = {
    Kind.PART: ("part", 1),
    Kind.CHAPTER: ("chapter", 1),
    Kind.SECTION: ("section", 2),
    Kind.ARTICLE: ("article", 3),
    Kind.HAN: ("han", 1),
    Kind.HAN_PAREN: ("han-paren", 2),
    Kind.DIGIT: ("digit", 3),
    Kind.DIGIT_PAREN: ("digit-paren", 4),
    Kind.CIRCLED: ("circled", 5),
    Kind.DECIMAL: ("decimal", 2),
    Kind.DECIMAL3: ("decimal", 3),
    Kind.DECIMAL4: ("decimal", 4),
}
_LABEL = Pattern(
    r"第[一二三四五六七八九十百零〇\d]{1,6}[篇编章节条]|[（(][一二三四五六七八九十\d]{1,3}[）)][、.．，]?|[一二三四五六七八九十]{1,3}[、.．，,]|"
    r"\d{1,2}(?:[.．](?!\s*(?:19|20)\d\d\s*年)\d{1,2})+[.．、]?|\d{1,3}[.．、，)）]|[①-⑳⑴-⒛]"
)
#: Behind the mark of an item a figure may follow: 5. 100周岁以上的.
_DIGIT = Pattern(r"\d{1,3}[.．、，)）]|[⒈-⒛]")
_PLAIN = Pattern(r"\d{1,2}")
_FIGURE = Pattern(r"\d+|[一二三四五六七八九十百零〇]+|[①-⑳⑴-⒛]")
_SHORT = 40


def heading_of(kind: Kind, body: Text, parent: Heading | None, depth: int = 0) -> Heading:
    """The heading of a numbered line; ``body`` is the whole line or paragraph, ``depth`` its level in Markdown."""
    style, level = _STYLES[kind]
    match = (_DIGIT if kind == Kind.DIGIT else _LABEL).match(body.value)
    label = match[0] if match else ""
    number = _number(label)
    if style == "digit" and not label:
        # 1 总则 above 1.1: the first level of decimal numbers.
        plain = _PLAIN.match(body.value)
        if plain and is_han(body.value[plain.end() : plain.end() + 1]):
            label, style, level, number = plain[0], "decimal", 1, int(plain[0])
    return Heading(_text(body, len(label)), label, style, number, level, body, parent, depth)


@lru_cache(maxsize=1024)
def _number(label: str) -> int:
    """The number of a label, its last figure; the same labels come back in every document."""
    figures = _FIGURE.findall(label)
    if not figures:
        return 0
    figure: str = figures[-1]
    if figure.isdecimal():  # full-width ones, too
        return int(figure)
    if "①" <= figure <= "⒛":  # ①, ⑴ and ⒈ are a character each
        return int(unicodedata.numeric(figure))
    return chinese(figure)


def _text(body: Text, label: int) -> Text:
    """The heading without the text that runs on: up to the first full stop, if that comes soon."""
    stop = body.value.find("。", label)
    if stop < 0 or stop >= len(body) - 1:
        return body
    comma = min((at for mark in "，；" if (at := body.value.find(mark, label)) >= 0), default=stop)
    if stop - label > _SHORT and comma < stop:
        return body.slice(0, comma)
    return body.slice(0, stop)


def number_headings(headings: list[Heading]) -> None:
    """Tell every heading which others it is numbered with.

    Those under one parent in one style belong together; numbering that goes on under the next parent where
    the last one stopped (（一） to （二十七） over four chapters) is one series, too.
    """
    begun: dict[tuple[Heading | None, str, str], Numbering] = {}
    latest: dict[tuple[str, int, str], Numbering] = {}
    following = _next_numbers(headings)
    for heading in headings:
        stem = _stem(heading.label) if heading.style == "decimal" else ""
        key = (heading.parent, heading.style, stem)
        kin = (heading.style, heading.level, stem)
        numbering = begun.get(key)
        last = latest.get(kin)
        if numbering is not None and heading.number == 1 and numbering.headings[-1].number > 1 and following.get(heading) != numbering.headings[-1].number + 2:
            numbering = None
        if numbering is None and last is not None and heading.number == last.headings[-1].number + 1 and heading.number > 1:
            numbering = last
        if numbering is None:
            numbering = heading.numbering
        else:
            numbering.headings.append(heading)
            heading.numbering = numbering
        begun[key] = latest[kin] = numbering
        if heading.parent is not None:
            heading.parent.children.append(heading)


def _next_numbers(headings: list[Heading]) -> dict[Heading, int]:
    """For each heading the number of the next one beside it: 一 between 四 and 六 begins no new list."""
    numbers: dict[Heading, int] = {}
    latest: dict[tuple[Heading | None, str], Heading] = {}
    for heading in headings:
        before = latest.get((heading.parent, heading.style))
        if before is not None:
            numbers[before] = heading.number
        latest[heading.parent, heading.style] = heading
    return numbers


def _stem(label: str) -> str:
    figures = re.findall(r"\d+", label)
    return ".".join(figures[:-1])
