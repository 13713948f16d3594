"""The elements of a page, as far as its text depends on them; a page with faults gives a tree like any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from hegao.sources.table_grid import TooLarge
from hegao.sources.web.page_scanner import Comment, Tag, marks

#: Elements that stand on lines of their own.
BLOCKS = frozenset(
    ["html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption"]
)
#: What is no text, or not of the page itself.
_UNSEEN = frozenset(["script", "style", "noscript", "template", "iframe", "textarea", "select", "option", "button", "svg", "math", "object", "canvas", "audio", "video", "head", "nav", "footer", "aside"])
_EMPTY = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
#: What the start of an element ends that was not closed, and where looking for it ends.
_ENDS = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "tr": (frozenset(["tr", "td", "th"]), frozenset(["table"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
}
#: An end tag inside of a cell ends nothing outside of it.
_TABLE = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
_CLOSES_P = BLOCKS - {"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "html", "body"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Deeper than this, elements are no longer put one into the other.
_DEPTH = 120
#: More tags and texts than these no page has that people read.
MARKS = 600_000


class Element:
    """An element: its name, its attributes, what stands in it."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str] | None = None) -> None:
        """Begin empty."""
        self.name = name
        self.attributes = attributes or {}
        self.children: list[Element | str] = []

    @property
    def elements(self) -> Iterator[Element]:
        """The elements among what stands in it."""
        return (child for child in self.children if isinstance(child, Element))

    @property
    def block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.name in BLOCKS

    @property
    def unseen(self) -> bool:
        """Whether a reader does not see it as text of the page."""
        style = self.attributes.get("style", "")
        return self.name in _UNSEEN or "hidden" in self.attributes or bool(style and _HIDDEN.search(style))

    def number(self, attribute: str) -> int:
        """The whole number in an attribute, from 1 to 1000; 1 where there is none."""
        value = self.attributes.get(attribute, "").strip()
        return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 10 else 1

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in the order of the page."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left += reversed(list(element.elements))


class _Stack:
    """The elements that are open, and how many of each name."""

    def __init__(self) -> None:
        self.elements = [Element("")]
        self._open: Counter[str] = Counter()

    def add(self, element: Element, *, empty: bool) -> None:
        """Put an element into the innermost open one; one that is not ``empty`` is open from now on."""
        self.elements[-1].children.append(element)
        if not empty and len(self.elements) < _DEPTH:
            self.elements.append(element)
            self._open[element.name] += 1

    def end(self, names: Collection[str], within: Collection[str], *, innermost: bool = False) -> None:
        """End the outermost (or innermost) open element of these names that does not stand outside of one of ``within``."""
        if not any(self._open[name] for name in names):
            return
        found = None
        for index in range(len(self.elements) - 1, 0, -1):
            name = self.elements[index].name
            if name in names:
                found = index
                if innermost:
                    break
            elif name in within:
                break
        if found is not None:
            for element in self.elements[found:]:
                self._open[element.name] -= 1
            del self.elements[found:]


def tree(page: str) -> Element:
    """The elements of a page; raises ``TooLarge``."""
    stack = _Stack()
    for count, mark in enumerate(marks(page)):
        if count > MARKS:
            raise TooLarge("标记过多")
        if isinstance(mark, str):
            stack.elements[-1].children.append(mark)
        elif isinstance(mark, Comment):
            # A comment to the linter is no part of the page, but stands where it is meant.
            if mark.text[4:].lstrip().lower().startswith("hegao"):
                stack.elements[-1].children.append(mark.text)
        elif mark.end:
            stack.end([mark.name], () if mark.name in _TABLE else _TABLE, innermost=True)
        else:
            _open(stack, mark)
    return stack.elements[0]


def _open(stack: _Stack, tag: Tag) -> None:
    if tag.name in _CLOSES_P:
        stack.end(["p"], BLOCKS)
    if tag.name in _ENDS:
        stack.end(*_ENDS[tag.name])
    stack.add(Element(tag.name, tag.attributes), empty=tag.name in _EMPTY)
