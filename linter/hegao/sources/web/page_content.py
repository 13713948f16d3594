"""Content: what of a page is its text, told by where people speak in sentences; what stands round it is navigation.

Above the text many pages list what it is: label and value, line by line.  That list is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from hegao.sources.origins import Place
from hegao.sources.table_grid import Written
from hegao.sources.web.elements import Element
from hegao.sources.web.page_title import stands_in, title_of
from hegao.sources.web.rendering import Renderer

#: A stretch of text is speech when it is as long as this and holds one of these marks.
_SPEECH = 10
_MARKS = re.compile("[，。；]")
#: The element that holds this share of all speech holds the text.
_SHARE = 0.75
#: Names that pages give to what stands in a text or round it and is none; what holds half of all speech is none of these.
_HALF = 2
_ASIDE = re.compile(r"(?:^|[-_ ])(?:share|bread-?crumbs?|crumbs?|toolbar|qr-?code|ewm|copyright|footer|pager|pagination)(?:$|[-_ ])", re.IGNORECASE)
_LABEL = re.compile(r"[ \u3000\xa0]*[\u3400-\u9fff][\u3400-\u9fff \u3000\xa0]{1,11}[：:]")
_BARE_LABEL = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff \u3000\xa0]{1,11}[：:]?")
#: So many lines of label and value make a list.
_FEWEST = 3
#: Of ten lines so many have an empty one behind them where that is how lines are ended, and parts nothing.
_SPREAD = 8


class Page(NamedTuple):
    """What was read of a page: the list above its text, the text; a title that stands only above it is its first line."""

    fields: list[Written]
    body: list[Written]


def content(root: Element) -> Page:
    """The text of a page and the list above it; raises ``TooLarge``."""
    weights: dict[Element, int] = {}
    _weigh(root, weights)
    aside = frozenset(one for one in root.walk() if _is_aside(one) and weights.get(one, 0) * _HALF <= weights[root])
    _weigh(root, weights, aside)
    text = _holder(root, weights)
    body = Renderer()
    body.render(text, skipped=aside - {text})
    body.end()
    lines = body.lines
    if text.name in ("", "html", "body"):
        # Nothing told the text from what stands round it, but a line of links is no text.
        lines = [line for index, line in enumerate(lines) if index not in body.links]
    lines = _closed_up(_trimmed(lines))
    above = Renderer(place=Place())
    before = _before(root, text)
    above.render(before)
    above.end()
    title = title_of(root, before, above.lines)
    if title and not stands_in(title, lines):
        lines = [Written(title, False, ((1, Place()),)), Written(), *lines]
    return Page(list(_fields(above.lines)), lines)


def _weigh(element: Element, weights: dict[Element, int], aside: frozenset[Element] = frozenset()) -> tuple[int, bool]:
    """Note how much speech stands in each element, without what is ``aside``.

    Gives the length of what runs on behind an inline element, and whether it has marks.
    """
    length, spoken, total = 0, False, 0
    if not element.unseen and element not in aside:
        for child in element.children:
            if isinstance(child, str):
                length += len(child.strip())
                spoken = spoken or bool(_MARKS.search(child))
                continue
            inner, marked = _weigh(child, weights, aside)
            total += weights[child]
            if child.name != "a":
                length, spoken = length + inner, spoken or marked
    if element.block and spoken and length >= _SPEECH:
        total += length
    weights[element] = total
    return (0, False) if element.block else (length, spoken)


def _holder(root: Element, weights: dict[Element, int]) -> Element:
    """The innermost element that holds nearly all speech; one that holds paragraphs is not looked into further."""
    whole = weights[root]
    if not whole:
        return next((one for one in root.walk() if one.name == "body"), root)
    holder = root
    while sum(1 for child in holder.elements if child.name == "p" and not child.unseen) < 2:
        inner = max(holder.elements, key=lambda child: weights[child], default=None)
        if inner is None or weights[inner] < _SHARE * whole or not _holds_blocks(inner):
            break
        holder = inner
    return holder


def _holds_blocks(element: Element) -> bool:
    """Whether text stands in an element on several lines: a paragraph alone is no text."""
    return element.name not in ("p", "li", "pre") and (
        any(child.block or _holds_blocks(child) for child in element.elements) or sum(1 for child in element.elements if child.name == "br") > 1
    )


def _is_aside(element: Element) -> bool:
    return any(_ASIDE.search(element.attributes.get(key, "")) for key in ("class", "id"))


def _before(root: Element, text: Element) -> Element:
    """What stands before the text in the page."""
    before = Element("body")
    _copy(root, before, text)
    return before


def _copy(element: Element, into: Element, text: Element) -> bool:
    """Copy what stands before ``text``; whether it was met."""
    for child in element.children:
        if child is text:
            return True
        if isinstance(child, str):
            into.children.append(child)
            continue
        copy = Element(child.name, child.attributes)
        into.children.append(copy)
        if _copy(child, copy, text):
            return True
    return False


def _fields(lines: Sequence[Written]) -> Iterator[Written]:
    """The lines of lists of label and value."""
    pairs = list(_joined([pair for line in lines if line.text.strip() for pair in _pairs(line)]))
    for listed, run in groupby(pairs, key=_is_pair):
        several = list(run)
        if listed and len(several) >= _FEWEST:
            yield from (Written(text, False, ((1, Place()),)) for text in several)


def _pairs(line: Written) -> Iterator[str]:
    """The fields of a row of a table that sets labels beside values; else the line."""
    cells = [cell.strip() for cell in line.text.split("\t")] if line.row else []
    if cells and len(cells) % 2 == 0 and all(not cell or _BARE_LABEL.fullmatch(cell) for cell in cells[::2]):
        yield from (f"{label.rstrip('：:')}：{value}" for label, value in zip(cells[::2], cells[1::2], strict=True) if label)
    else:
        yield line.text.strip()


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """The texts, a label that stands alone together with its value on the next line."""
    label = ""
    for text in texts:
        if text.endswith(("：", ":")) and _BARE_LABEL.fullmatch(text):
            if label:
                yield label
            label = text
        else:
            yield label + text
            label = ""
    if label:
        yield label


def _is_pair(text: str) -> bool:
    return bool(_LABEL.match(text))


def _closed_up(lines: list[Written]) -> list[Written]:
    """The lines without the empty ones, where nearly every line has one behind it."""
    gaps = sum(1 for line in lines if not line.text.strip())
    rows = any(line.row for line in lines)
    return [line for line in lines if line.text.strip()] if not rows and gaps * 10 >= (len(lines) - gaps - 1) * _SPREAD > 0 else lines


def _trimmed(lines: list[Written]) -> list[Written]:
    """The lines without empty ones at both ends."""
    start, end = 0, len(lines)
    while start < end and not lines[start].text.strip():
        start += 1
    while end > start and not lines[end - 1].text.strip():
        end -= 1
    return lines[start:end]
