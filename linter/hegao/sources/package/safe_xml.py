"""XML as Word and LibreOffice write it, read by expat: names in short, no document type, no entities of its own, bounded depth and number.

Namespaces are told by their addresses, never by prefix; those of the strict form of the standard are the same as those of the
transitional one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from hegao.sources.table_grid import TooLarge

if TYPE_CHECKING:
    from pyexpat import XMLParserType

#: An element as deep as this, or as many as these, no person has written.
DEPTH = 1_000
ELEMENTS = 4_000_000
#: More than these are kept of no part that is read as a tree, and of no list of properties.
NODES, PROPERTIES = 400_000, 2_000

_ADDRESSES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}


class BadXml(Exception):
    """A part that is no XML, or XML that is not read; the message is a Chinese phrase."""


class _Names(dict[str, str]):
    """Names as expat gives them (address, blank, name) to short ones (``w:p``); each is made once."""

    def __missing__(self, name: str) -> str:
        address, _, local = name.rpartition(" ")
        short = f"{_ADDRESSES.get(address, '')}:{local}" if address else local
        self[name] = short
        return short


short_name = _Names().__getitem__

#: What is called for the start of an element (its short name, its attributes as expat gives them, the byte where it stands), for its
#: end (its short name), and for characters.
OnStart = Callable[[str, dict[str, str], int], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]


def scan(data: bytes, on_start: OnStart, on_end: OnEnd, on_text: OnText) -> None:
    """Read a part from its start to its end; raises ``BadXml`` and ``TooLarge``."""
    parser: XMLParserType = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEPTH or count > ELEMENTS:
            raise boundless(depth)
        on_start(short_name(name), attributes, parser.CurrentByteIndex)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        on_end(short_name(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = on_text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadXml(f"XML 第 {error.lineno} 行有误") from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise BadXml("XML 编码不能识别") from error


def boundless(depth: int) -> TooLarge:
    """What is to be raised at an element that lies deeper than any person writes, else at one too many."""
    return TooLarge("元素嵌套过深" if depth > DEPTH else "元素过多")


def refuse(*_declared: Any) -> None:
    """Word writes no document type; one may declare entities that grow without bound, or name files elsewhere."""
    raise BadXml("XML 含有文档类型声明（DTD），正常的公文文件不会有")


class Node:
    """An element of a small part: its short name, its attributes as expat gives them, its children, its characters where they are kept."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        """Begin without children."""
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""

    def get(self, name: str) -> str | None:
        """An attribute of WordprocessingML (``val`` is ``w:val``), or one without a namespace, as some programs write it."""
        return value_of(self.attributes, name)

    def all(self, *names: str) -> Iterator[Node]:
        """The children of these names, in order."""
        return (child for child in self.children if child.name in names)

    def first(self, *path: str) -> Node | None:
        """The first child of that name, of that its first child …; None where there is none."""
        node: Node | None = self
        for name in path:
            node = next((child for child in node.children if child.name == name), None) if node is not None else None
        return node

    def value(self, *path: str) -> str | None:
        """``val`` of the node that ``first`` finds."""
        node = self.first(*path)
        return node.get("val") if node is not None else None

    def on(self, *path: str) -> bool:
        """Whether a property is there and not switched off."""
        node = self.first(*path)
        return node is not None and node.get("val") not in OFF


#: How a property is switched off.
OFF = ("0", "false", "off", "none")


def value_of(attributes: dict[str, str], name: str, space: str = "w") -> str | None:
    """The value of an attribute, given as expat does, by its short name; None where it is not there."""
    return next((attributes[key] for key in _KEYS[space, name] if key in attributes), None)


class _Keys(dict[tuple[str, str], tuple[str, ...]]):
    """The ways in which expat may give the name of an attribute: with each address of its namespace, or with none."""

    def __missing__(self, key: tuple[str, str]) -> tuple[str, ...]:
        space, name = key
        self[key] = found = (*(f"{address} {name}" for address, short in _ADDRESSES.items() if short == space), name)
        return found


_KEYS = _Keys()


def tree(data: bytes, leave_out: Collection[str] = (), texts: bool = False) -> Node:
    """The elements of a small part but for those of some names, with their characters only where ``texts`` are asked for.

    Raises ``BadXml`` and ``TooLarge``.
    """
    root = Node("", {})
    stack = [root]
    skipping = count = 0

    def start(name: str, attributes: dict[str, str], _at: int) -> None:
        nonlocal count, skipping
        if skipping or name in leave_out:
            skipping += 1
            return
        count += 1
        if count > NODES:
            raise TooLarge("样式、编号等设置过多")
        node = Node(name, attributes)
        stack[-1].children.append(node)
        stack.append(node)

    def end(_name: str) -> None:
        nonlocal skipping
        if skipping:
            skipping -= 1
        else:
            stack.pop()

    def keep(text: str) -> None:
        if not skipping:
            stack[-1].text += text

    scan(data, start, end, keep if texts else _pass)
    return root.children[0] if root.children else root


def _pass(_text: str) -> None:
    """Characters of most small parts say nothing."""
