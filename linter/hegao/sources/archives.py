"""Archives (.zip) of documents: what is in one, and the bytes of each member.  Nothing is unpacked to disk.

What an archive says of itself is not believed: too much for what it takes, members that overlap, names that lead out of it, all of
these are told and not read.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from hegao.sources.bounded_reading import MEGA, read_all
from hegao.sources.files import ARCHIVE
from hegao.sources.system_errors import Refusal, why_unread

#: Members of the largest archive: far more than anybody packs.
MOST = 100_000
#: So many times its packed size a member may have; text in Chinese has five times, the emptiest table a hundred times.
_SWELLING = 400
#: Below this many bytes it does not matter.
_SMALL = MEGA
_FLAG_ENCRYPTED, _FLAG_UTF8 = 0x1, 0x800
_WORD_DOCUMENT = "[Content_Types].xml"
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OverflowError)


class BadArchive(Exception):
    """An archive that cannot be looked into; the message is a Chinese sentence for the user."""


class Member(NamedTuple):
    """A file in an archive: where it stands in the list, its path with /, its bytes when unpacked, and why it is not read, if so."""

    at: int
    name: str
    size: int
    fault: str = ""


class Archive:
    """An archive opened; raises ``BadArchive``."""

    def __init__(self, file: str | bytes) -> None:
        """Read the list of what is in it, at a path or in bytes."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
            size = len(file) if isinstance(file, bytes) else os.stat(file).st_size
        except OSError as error:
            raise BadArchive(why_unread(error)) from error
        except _FAULTS as error:
            raise BadArchive("压缩包损坏或没有传完整，打不开；请重新取得") from error
        self._infos = self._zip.infolist()
        if len(self._infos) > MOST:
            raise BadArchive(f"压缩包里的文件超过 {MOST} 个，没有读；请分成几个")
        if sum(info.compress_size for info in self._infos) > size:
            raise BadArchive("压缩包里的文件互相重叠，像是压缩炸弹，没有读")

    @property
    def is_document(self) -> bool:
        """Whether it is itself a document of Word or the like, under whatever name."""
        return any(info.filename == _WORD_DOCUMENT for info in self._infos)

    def members(self) -> list[Member]:
        """The files in it in the order of their paths; of several with one path the last, as whoever unpacks it would have."""
        names = _names(self._infos)
        last = {name: index for index, name in enumerate(names) if not name.endswith("/")}
        return [Member(index, name, self._infos[index].file_size, self._fault(index, name)) for name, index in sorted(last.items())]

    def _fault(self, index: int, name: str) -> str:
        info = self._infos[index]
        if name.startswith("/") or name[1:3] == ":/" or ".." in name.split("/"):
            return "路径指向压缩包外面，没有读"
        if name.lower().endswith(ARCHIVE):
            return "是压缩包里的压缩包，没有展开；请先解压"
        if info.flag_bits & _FLAG_ENCRYPTED:
            return "压缩包加了密码，读不出；请去掉密码后再试"
        if info.file_size > _SMALL and info.file_size > _SWELLING * info.compress_size:
            return "压缩得反常，像是压缩炸弹，没有读"
        return ""

    def content(self, index: int, most: int) -> bytes:
        """The bytes of a member; raises ``Refusal`` where they are more than ``most``, or cannot be unpacked."""
        try:
            with self._zip.open(self._infos[index]) as file:
                return read_all(file, most)
        except NotImplementedError as error:
            raise Refusal("压缩方法不认识，读不出；请用普通的 zip 格式重新压缩") from error
        except _FAULTS as error:
            raise Refusal("在压缩包里已经损坏，读不出；请重新取得") from error


def archive_at(path: str) -> Archive:
    """The archive at a path, opened once as long as it is not changed; raises ``BadArchive``."""
    try:
        state = os.stat(path)
    except OSError as error:
        raise BadArchive(why_unread(error)) from error
    return _opened(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _opened(path: str, _time: int, _size: int) -> Archive:
    return Archive(path)


def _names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """The paths with /.  Names without the mark for UTF-8 are in the encoding of whoever packed them, one for all: UTF-8 all the same, or GBK."""
    raw = [None if info.flag_bits & _FLAG_UTF8 else _bytes(info.orig_filename) for info in infos]
    encoding = "gb18030"
    try:
        b"\n".join(one for one in raw if one is not None).decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        pass
    names = (info.orig_filename if one is None else one.decode(encoding, "replace") for one, info in zip(raw, infos, strict=True))
    return [name.partition("\0")[0].replace("\\", "/").removeprefix("./") for name in names]


def _bytes(name: str) -> bytes | None:
    """The name as it stands in the archive, which was taken for a code page of DOS; None where it was not."""
    try:
        return name.encode("cp437")
    except UnicodeEncodeError:
        return None
