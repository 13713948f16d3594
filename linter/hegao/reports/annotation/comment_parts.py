"""The parts beside the main one that comments need: the comments themselves, the relation to them, what kind of part they are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Sequence
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from hegao.reports.annotation.byte_splices import Rank, Splices
from hegao.reports.annotation.main_part import signed
from hegao.reports.annotation.own_marks import AUTHOR, Comment, Remarks
from hegao.reports.annotation.part_walk import Element, PartWalk, as_utf8
from hegao.reports.annotation.word_elements import Writer
from hegao.sources.package.zip_package import BadPackage, Package

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: A comment is read beside the page: small letters, close lines, whatever the text of the document looks like.
_SIZE = "18"
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_INDENT = {"left": "0", "right": "0", "firstLine": "0", "firstLineChars": "0"}


class NewComment(NamedTuple):
    """A comment to be written: its number and its paragraphs."""

    number: str
    paragraphs: Sequence[str]


class _Root(PartWalk):
    """The root of a part, and the values of an attribute of its children."""

    def __init__(self, data: bytes, attribute: str = "") -> None:
        super().__init__(data)
        self.values: set[str] = set()
        self._attribute = attribute
        self.walk()

    def opened(self, element: Element) -> None:
        self.values |= {value for name, value in element.attributes.items() if name == self._attribute}

    def with_end(self, splices: Splices, content: bytes) -> bytes:
        """The part with what is put in before the end tag of the root."""
        root = self.root
        assert root is not None
        if root.empty:
            name = self.tag(root)[1:].split(None, 1)[0].rstrip(b"/>")
            splices.replace(root.end - 2, root.end, b">" + content + b"</" + name + b">")
        else:
            splices.insert(root.close, Rank.LAST, content)
        return splices.made(self.data)


def changed_parts(package: Package, remarks: Remarks, gone: Collection[Comment], new: Sequence[NewComment], date: str, address: str) -> dict[str, bytes]:
    """The parts that differ, by their names, when some comments are taken out and others are put in.

    The names are those of parts.  ``address`` is that of the namespace of the main part.  Raises ``BadXml``, ``BadPackage``.
    """
    if not gone and not new:
        return {}
    if remarks.name is not None and remarks.data:
        return {remarks.name: _comments(remarks.data, gone, new, date)}
    if remarks.name is not None:
        return {remarks.name: _fresh(new, date, address)} | _typed(package, remarks.name)
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    name = next(name for name in names if package.read(name) is None)
    return {name: _fresh(new, date, address)} | _related(package, name, address) | _typed(package, name)


def _comments(data: bytes, gone: Collection[Comment], new: Sequence[NewComment], date: str) -> bytes:
    splices = Splices()
    for comment in gone:
        splices.replace(comment.start, comment.end)
    part = _Root(data)
    assert part.root is not None
    writer = Writer(part.prefix(part.root), part.address)
    return part.with_end(splices, "".join(_comment(writer, one, date) for one in new).encode("utf-8"))


def _fresh(new: Sequence[NewComment], date: str, address: str) -> bytes:
    """A part that there was none of."""
    writer = Writer(b"w:", address)
    content = "".join(_comment(writer, one, date) for one in new)
    return _HEAD + f'<w:comments xmlns:w="{address}">{content}</w:comments>'.encode()


def _comment(write: Writer, comment: NewComment, date: str) -> str:
    within = write.within
    form = within("rPr", None, within("sz", {"val": _SIZE}) + within("szCs", {"val": _SIZE}))
    placed = within("pPr", None, within("spacing", _SPACING) + within("ind", _INDENT) + within("jc", {"val": "left"}))
    mark = within("r", None, within("annotationRef"))
    paragraphs = [
        within("p", None, placed + (mark if index == 0 else "") + within("r", None, form + write.text(text)))
        for index, text in enumerate(comment.paragraphs)
    ]
    return write.element("comment", {"id": comment.number, **signed(date), "initials": AUTHOR}, "".join(paragraphs))


def _typed(package: Package, name: str) -> dict[str, bytes]:
    """The list of kinds with that of the comments."""
    data = as_utf8(package.read(_TYPES) or b"")
    if not data.strip():
        raise BadPackage("文件损坏，缺少内容类型表；请用 Word、WPS 打开后另存")
    part = _Root(data, "PartName")
    if f"/{name}".casefold() in {value.casefold() for value in part.values}:
        return {}
    entry = f'<Override xmlns="{_TYPES_SPACE}" PartName={quoteattr(f"/{name}")} ContentType="{_KIND}"/>'
    return {_TYPES: part.with_end(Splices(), _short(part, entry, _TYPES_SPACE))}


def _related(package: Package, name: str, address: str) -> dict[str, bytes]:
    """The relations of the main part with that to the comments."""
    folder, base = posixpath.split(package.main)
    place = posixpath.join(folder, "_rels", f"{base}.rels")
    data = as_utf8(package.read(place) or b"")
    if not data.strip():
        data = _HEAD + f'<Relationships xmlns="{_RELATIONS_SPACE}"></Relationships>'.encode()
    part = _Root(data, "Id")
    key = next(key for key in (f"rId{number}" for number in count(len(part.values) + 1)) if key not in part.values)
    kind = _STRICT_RELATION if address.startswith(_STRICT) else _RELATION
    target = quoteattr(posixpath.basename(name))
    entry = f'<Relationship xmlns="{_RELATIONS_SPACE}" Id="{key}" Type="{kind}" Target={target}/>'
    return {place: part.with_end(Splices(), _short(part, entry, _RELATIONS_SPACE))}


def _short(part: _Root, entry: str, space: str) -> bytes:
    """An entry without its namespace where the root has declared that as the one without prefix."""
    assert part.root is not None
    if not part.prefix(part.root) and part.address == space:
        entry = re.sub(r' xmlns="[^"]*"', "", entry, count=1)
    return entry.encode("utf-8")
