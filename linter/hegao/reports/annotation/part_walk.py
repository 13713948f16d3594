"""A walk over the XML of a part that knows the byte of everything, so that a part can be changed without being written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from hegao.sources.package.safe_xml import DEPTH, ELEMENTS, BadXml, boundless, refuse, short_name, value_of

if TYPE_CHECKING:
    from pyexpat import XMLParserType

_TAG = re.compile(rb"<[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_PREFIX = re.compile(rb"<([^\s:/>]+:)?")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PROPERTIES = {"w:rPr": "w:r", "w:pPr": "w:p"}


class Element:
    """An element by its bytes: its start tag begins at ``start``, its end tag at ``close`` (an empty one has none), it ends before ``end``.

    ``content`` is the byte behind its properties, if a run or a paragraph has any; ``children`` are counted without these.
    ``chunks`` are its characters, each stretch with its byte, where somebody asked for them.
    """

    __slots__ = ("attributes", "children", "chunks", "close", "content", "empty", "end", "name", "parent", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int, parent: Element | None) -> None:
        """Begin an element that is still open."""
        self.name, self.attributes, self.start, self.parent = name, attributes, start, parent
        self.close = self.end = self.content = self.children = 0
        self.empty = True
        self.chunks: list[tuple[int, str]] | None = None

    def get(self, name: str) -> str | None:
        """An attribute of WordprocessingML."""
        return value_of(self.attributes, name)

    def above(self) -> Iterator[Element]:
        """Its ancestors, the nearest first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent


class PartWalk:
    """Reads a part once; who inherits is told of each element when it begins and when it ends."""

    def __init__(self, data: bytes) -> None:
        """Prepare to read a part, which must be UTF-8 (``as_utf8``)."""
        self.data = data
        #: The address of the namespace of the root, and its place.
        self.address = ""
        self.root: Element | None = None
        self._open: Element | None = None
        self._depth = self._count = 0
        self._parser: XMLParserType = expat.ParserCreate(namespace_separator=" ")

    def walk(self) -> None:
        """Read it; raises ``BadXml`` and ``TooLarge``."""
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise BadXml(f"XML 第 {error.lineno} 行有误") from error

    def opened(self, element: Element) -> None:
        """An element begins."""

    def closed(self, element: Element) -> None:
        """An element ends."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEPTH or self._count > ELEMENTS:
            raise boundless(self._depth)
        parent = self._open
        element = Element(short_name(name), attributes, self._parser.CurrentByteIndex, parent)
        if parent is None:
            self.root, self.address = element, name.rpartition(" ")[0]
        else:
            parent.empty = False
            parent.children += _PROPERTIES.get(element.name) != parent.name
        self._open = element
        self.opened(element)

    def _text(self, text: str) -> None:
        element = self._open
        if element is not None:
            element.empty = False
            if element.chunks is not None:
                element.chunks.append((self._parser.CurrentByteIndex, text))

    def _end(self, _name: str) -> None:
        element, at = self._open, self._parser.CurrentByteIndex
        assert element is not None
        # Behind an empty element stands whatever follows it; before any other its own end tag.
        element.empty = element.empty and self.data[at - 2 : at] == b"/>"
        element.close = at
        element.end = at if element.empty else self.data.index(b">", at) + 1
        self._open = parent = element.parent
        self._depth -= 1
        if parent is not None and _PROPERTIES.get(element.name) == parent.name:
            parent.content = element.end
        self.closed(element)

    def tag(self, element: Element) -> bytes:
        """The start tag of an element as it stands."""
        found = _TAG.match(self.data, element.start)
        assert found is not None
        return found[0]

    def inside(self, element: Element) -> int:
        """The byte behind the start tag and the properties of an element."""
        return element.content or element.start + len(self.tag(element))

    def prefix(self, element: Element) -> bytes:
        """The prefix of its name, with the colon; empty where it has none."""
        found = _PREFIX.match(self.data, element.start)
        return found[1] or b"" if found else b""


def as_utf8(data: bytes) -> bytes:
    """The part in UTF-8, as nearly all are; raises ``BadXml`` where it is in an encoding that nobody knows."""
    declared = _DECLARED.match(data)
    encoding = "utf-16" if data.startswith(_WIDE) else declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding in ("utf-8", "utf8", "us-ascii"):
        return data
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise BadXml("XML 编码不能识别") from error
    return re.sub(r"^(\s*<\?xml[^>]*?encoding\s*=\s*[\"'])[A-Za-z0-9._-]+", r"\1UTF-8", text, count=1).encode("utf-8")
