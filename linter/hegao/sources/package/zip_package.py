"""The package: the ZIP archive that a Word document is, its parts and how they name one another.

Nothing is unpacked to disk, and what a path says is looked up among the names of the archive only; links to the outside are not
followed.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import NamedTuple

from hegao.sources.bounded_reading import MEGA
from hegao.sources.package.safe_xml import BadXml, Node, tree

#: What the parts that are read may be together when unpacked, in bytes: far more than the text of a thousand pages.
LIMIT = 64 * MEGA
_MAIN = "officeDocument"


class BadPackage(Exception):
    """A file that is no Word document that can be read; the message is a Chinese sentence for the user."""


class Relation(NamedTuple):
    """What one part says of another: its key for it, last word of the type, and the name of the part in the archive."""

    key: str
    type: str
    name: str


class Members:
    """The members of an archive by their names, unpacked within bounds."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; raises ``BadPackage``."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise BadPackage("压缩包损坏或没有传完整，打不开；请重新取得文件，或用 Word、WPS 打开后另存") from error
        self._members = {plain(info.filename).casefold(): info for info in self._archive.infolist()}
        self._read: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        """The content of a part; None where there is none.  Raises ``BadPackage`` where it cannot be unpacked."""
        key = plain(name).casefold()
        info = self._members.get(key)
        if info is None:
            return None
        if key not in self._read:
            self._read[key] = self._unpacked(info)
        return self._read[key]

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise BadPackage("压缩包加了密码，读不出；请去掉密码后再试")
        if info.file_size + sum(map(len, self._read.values())) > LIMIT:
            raise BadPackage(f"展开后超过 {LIMIT // MEGA} MB，不像正常的公文，没有读")
        try:
            with self._archive.open(info) as file:
                return file.read()
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
            raise BadPackage("文件损坏，内容读不出；请重新取得文件，或用 Word、WPS 打开后另存") from error

    def tree(self, name: str, leave_out: Collection[str] = (), texts: bool = False) -> Node | None:
        """A small part as a tree; None where there is none or it is no XML: a document without styles or numbers is still one."""
        data = self.read(name)
        try:
            return tree(data, leave_out, texts) if data else None
        except BadXml:
            return None


class Package(Members):
    """The parts of a Word document by their names, and how they name one another."""

    def __init__(self, data: bytes) -> None:
        """Open the archive; raises ``BadPackage``."""
        super().__init__(data)
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self.main = self._main()

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The parts inside the archive that a part names."""
        if part not in self._relations:
            self._relations[part] = tuple(self._relations_of(part))
        return self._relations[part]

    def _relations_of(self, part: str) -> Iterator[Relation]:
        folder, base = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        for node in root.children if root is not None else ():
            target = node.attributes.get("Target", "")
            if node.attributes.get("TargetMode") != "External" and target:
                # An absolute path counts from the top of the archive, and so does one that leads out of it.
                name = plain(posixpath.join("/", folder, target))
                yield Relation(node.attributes.get("Id", ""), posixpath.basename(node.attributes.get("Type", "")), name)

    def named(self, part: str, kind: str) -> str | None:
        """The first part of a type that a part names and that is there."""
        return next((one.name for one in self.relations(part) if one.type == kind and one.name.casefold() in self._members), None)

    def _main(self) -> str:
        """The name of the part with the text; raises ``BadPackage`` where the archive holds none."""
        name = self.named("", _MAIN) or ("word/document.xml" if "word/document.xml" in self._members else None)
        if name is not None and (name.startswith("word/") or not name.startswith(("xl/", "ppt/"))):
            return name
        raise BadPackage(next((said for sign, said in _OTHERS if sign in self._members), _NO_TEXT))


_NO_TEXT = "是压缩包，但里面没有 Word 正文；请确认文件没有错，或用 Word、WPS 打开后另存为 .docx"
_OTHERS = (
    ("xl/workbook.xml", "是 Excel 表格，不是 Word 文件；请把内容另存为 .docx 或文本"),
    ("ppt/presentation.xml", "是演示文稿，不是 Word 文件；请把内容另存为 .docx 或文本"),
)


def plain(name: str) -> str:
    """A name in the archive with / and without what leads nowhere: ``\\word/../word/x`` is ``word/x``."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
