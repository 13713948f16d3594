"""The marks of a page, one after the other, in one pass.

The parser of the standard library goes back over its input where marks are not closed: eighty kilobytes of ``<a `` take it more than
a minute.  Here each character is looked at a fixed number of times, whatever the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"[A-Za-z][^\s/>\0]*")
_EDGE = re.compile("[>\"']")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
#: What stands in these is no text; it goes up to their end mark.
_RAW = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "iframe", "noscript", "xmp")}
#: More of a tag than this holds nothing that is needed.
_LONGEST = 2_000


class Tag(NamedTuple):
    """A start tag or an end tag: its name in small letters, its attributes."""

    name: str
    attributes: dict[str, str]
    end: bool = False


class Comment(NamedTuple):
    """A comment in the source of a page, with its marks."""

    text: str


def marks(page: str) -> Iterator[Tag | Comment | str]:
    """The tags, the comments and the characters between them, entities resolved."""
    at = looked = 0
    closing = _Closing(page)
    while True:
        start = page.find("<", looked)
        if start < 0:
            break
        name = _NAME.match(page, start + 1) or (_NAME.match(page, start + 2) if page.startswith("/", start + 1) else None)
        if name is None and page[start + 1 : start + 2] not in ("!", "?", "/"):
            looked = start + 1
            continue
        if start > at:
            yield text_of(page[at:start])
        if page.startswith("<!--", start):
            stop = page.find("-->", start + 4)
            if stop < 0:
                return
            yield Comment(page[start : stop + 3])
            at = looked = stop + 3
            continue
        stop = closing.behind(name.end() if name is not None else start + 1)
        if stop < 0:
            return
        at = looked = stop
        if name is None:
            continue
        tag = Tag(name[0].lower(), _attributes(page[name.end() : min(stop - 1, name.end() + _LONGEST)]), page[start + 1] == "/")
        yield tag
        if not tag.end and tag.name in _RAW:
            raw = _RAW[tag.name].search(page, at)
            yield text_of(page[at : raw.start() if raw is not None else len(page)])
            if raw is None:
                return
            at = looked = raw.start()
    yield text_of(page[at:])


def text_of(written: str) -> str:
    """The characters that the source of a page stands for."""
    if "&" not in written:
        return written
    try:
        return unescape(written)
    except ValueError:  # a number of more digits than Python reads
        return written


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), text_of(value))
    return found


class _Closing:
    """Where tags end; a quotation mark that is never closed is looked for once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: set[str] = set()

    def behind(self, at: int) -> int:
        """The place behind the ``>`` that ends the tag that goes on at ``at``; -1 where none does."""
        while True:
            edge = _EDGE.search(self._page, at)
            if edge is None:
                return -1
            at = edge.end()
            if edge[0] == ">":
                return at
            if edge[0] not in self._open:
                stop = self._page.find(edge[0], at)
                if stop < 0:
                    self._open.add(edge[0])
                else:
                    at = stop + 1
