"""The package of an OFD (GB/T 33190): its documents, what is common to their pages, and where the parts lie that they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hegao.sources.bounded_reading import MEGA
from hegao.sources.package.safe_xml import BadXml, Node, tree
from hegao.sources.package.zip_package import BadPackage, Package, plain
from hegao.sources.page.page_model import PAGES
from hegao.sources.table_grid import TooLarge

_ROOT = "OFD.xml"
#: How the list of members of the archive names the part that every OFD has.
_LISTED = re.compile(rb"PK\x01\x02.{42}/?[Oo][Ff][Dd]\.[Xx][Mm][Ll]", re.DOTALL)
_MOST = 256 * MEGA
_PREFIX = re.compile(rb"(</?)[A-Za-z_][\w.-]{0,30}:(?=[A-Za-z])")
_BROKEN = "OFD 损坏，读不出（{}）；请重新取得文件，或用原来的 Word 文件检查"


def is_ofd(data: bytes) -> bool:
    """Whether an archive is an OFD."""
    return bool(_LISTED.search(data))


def kind(node: Node) -> str:
    """The name of an element without its namespace, for which several addresses are in use, and none."""
    return node.name.rpartition(":")[2]


def _tree(data: bytes) -> Node:
    """The root of a part; prefixes that are nowhere declared, as some programs leave them, are taken away.  Raises ``BadXml``."""
    try:
        return tree(data, texts=True)
    except BadXml:
        bare = _PREFIX.sub(rb"\1", data)
        if bare == data:
            raise
        return tree(bare, texts=True)


def children(node: Node | None, *names: str) -> Iterator[Node]:
    """The children of a node of these names."""
    return (child for child in node.children if kind(child) in names) if node is not None else iter(())


def first(node: Node | None, *path: str) -> Node | None:
    """The first child of that name, of that its first child …; None where there is none."""
    for name in path:
        node = next(children(node, name), None)
    return node


@dataclass(slots=True)
class Document:
    """A document of the package: its part, its node, its template pages and the nodes of its resources by their ids."""

    part: str
    node: Node
    templates: dict[str, Node] = field(default_factory=dict)
    resources: dict[str, Node] = field(default_factory=dict)


class OfdPackage(Package):
    """The parts of an OFD."""

    #: How many bytes were read as XML, those of a page that stands for several as often.
    _parsed = 0

    def _main(self) -> str:
        return _ROOT

    def part(self, location: str, near: str, above: str) -> tuple[str, Node]:
        """A part that another (``near``) names, and its node; written so that it counts from another part (``above``) or from the top, too.

        Raises ``BadPackage`` where there is none.
        """
        for folder in (posixpath.dirname(near), posixpath.dirname(above), ""):
            name = plain(posixpath.join("/", folder, location.strip().replace("\\", "/")))
            node = self.node(name)
            if node is not None:
                return name, node
        raise BadPackage(_BROKEN.format("缺少页面文件"))

    def node(self, name: str) -> Node | None:
        """The root of a part; None where there is none.  Raises ``BadPackage`` where it is no XML."""
        data = self.read(name)
        if data is None:
            return None
        self._parsed += len(data)
        if self._parsed > _MOST:
            raise TooLarge(f"OFD 展开后超过 {_MOST // MEGA} MB")
        try:
            return _tree(data)
        except BadXml as error:
            if any("encrypt" in member for member in self._members):
                raise BadPackage("OFD 加了密，读不出；请去掉密码后再试") from error
            raise BadPackage(_BROKEN.format(error)) from error

    def documents(self) -> Iterator[Document]:
        """The documents of the package; raises ``BadPackage``."""
        for body in children(self.node(_ROOT), "DocBody"):
            location = first(body, "DocRoot")
            if location is None or not location.text.strip():
                continue
            document = Document(*self.part(location.text, _ROOT, _ROOT))
            common = first(document.node, "CommonData")
            document.templates = {one.get("ID") or "": one for one in children(common, "TemplatePage")}
            for listed in children(common, "PublicRes", "DocumentRes"):
                self.add_resources(document, listed.text, document.part)
            yield document

    def add_resources(self, document: Document, location: str, near: str) -> None:
        """Read the drawings in a part of resources; what is not there is not missed."""
        try:
            _name, root = self.part(location, near, document.part)
        except BadPackage:
            return
        for unit in (unit for units in children(root, "CompositeGraphicUnits") for unit in children(units, "CompositeGraphicUnit")):
            document.resources[unit.get("ID") or ""] = unit

    def pages(self, document: Document) -> Iterator[tuple[str, Node]]:
        """The pages of a document, each with the name of its part; raises ``BadPackage`` and ``TooLarge``."""
        for count, page in enumerate(children(first(document.node, "Pages"), "Page"), 1):
            if count > PAGES:
                raise TooLarge(f"OFD 超过 {PAGES} 页")
            name, node = self.part(page.get("BaseLoc") or "", document.part, document.part)
            yield name, node
