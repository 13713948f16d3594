"""A package written again with some parts changed: all others are copied as they lie in the archive, unpacked or not.

Nothing is unpacked for it, so that a picture costs its bytes and a bomb no more than they.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from hegao.sources.package.zip_package import BadPackage, plain

_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_LOCAL_SIZE = struct.calcsize(_LOCAL)
#: Bits of flags: the sizes follow the data; the name is UTF-8.
_SIZES_BEHIND, _UTF8 = 0x08, 0x800
_VERSION, _WORN = 20, "压缩包损坏，不能原样写回；请用 Word、WPS 打开后另存"
#: The entries that an archive of the ordinary kind can name, and the field of an entry with sizes that it cannot.
_MOST, _LONG_SIZES = 0xFFFF, 1
#: The first day that an archive can name.
_DAY = 1 << 5 | 1


class _Entry(NamedTuple):
    """A member as it is written: what its heads say, and its packed bytes."""

    name: bytes
    flags: int
    method: int
    time: int
    day: int
    crc: int
    size: int
    packed: bytes
    extra: bytes = b""
    comment: bytes = b""
    made_by: int = _VERSION
    needs: int = _VERSION
    internal: int = 0
    external: int = 0


def rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with the parts of these names in the place of those that it has, or behind all others.

    Raises ``BadPackage`` where a member that is to be copied does not lie in it as its head says.
    """
    archive = zipfile.ZipFile(BytesIO(data))
    members = archive.infolist()
    if sum(info.compress_size for info in members) > len(data) or len(members) + len(parts) > _MOST:
        raise BadPackage(_WORN)
    # Where a name stands twice the last one counts.
    places = {plain(info.filename).casefold(): index for index, info in enumerate(members)}
    changed = {places[plain(name).casefold()]: content for name, content in parts.items() if plain(name).casefold() in places}
    entries = [_changed(info, changed[index]) if index in changed else _copied(info, data) for index, info in enumerate(members)]
    entries += [_new(name, content) for name, content in parts.items() if plain(name).casefold() not in places]
    return _archive(entries, archive.comment)


def _name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")


def _stamp(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _copied(info: zipfile.ZipInfo, data: bytes) -> _Entry:
    head = data[info.header_offset : info.header_offset + _LOCAL_SIZE]
    if len(head) < _LOCAL_SIZE or head[:4] != b"PK\x03\x04":
        raise BadPackage(_WORN)
    lengths = struct.unpack(_LOCAL, head)[-2:]
    start = info.header_offset + _LOCAL_SIZE + sum(lengths)
    packed = data[start : start + info.compress_size]
    if len(packed) < info.compress_size:
        raise BadPackage(_WORN)
    time, day = _stamp(info)
    made_by = info.create_system << 8 | info.create_version
    return _Entry(
        _name(info),
        info.flag_bits & ~_SIZES_BEHIND,
        info.compress_type,
        time,
        day,
        info.CRC,
        info.file_size,
        packed,
        _extra(info.extra),
        info.comment,
        made_by,
        info.extract_version,
        info.internal_attr,
        info.external_attr,
    )


def _extra(fields: bytes) -> bytes:
    """The further fields of an entry, without that for sizes of four gigabytes."""
    kept, at = b"", 0
    while at + 4 <= len(fields):
        key, length = struct.unpack_from("<2H", fields, at)
        kept += b"" if key == _LONG_SIZES else fields[at : at + 4 + length]
        at += 4 + length
    return kept


def _changed(info: zipfile.ZipInfo, content: bytes) -> _Entry:
    time, day = _stamp(info)
    method, packed = (zipfile.ZIP_STORED, content) if info.compress_type == zipfile.ZIP_STORED else _packed(content)
    flags = info.flag_bits & _UTF8
    return _Entry(_name(info), flags, method, time, day, zlib.crc32(content), len(content), packed, external=info.external_attr)


def _new(name: str, content: bytes) -> _Entry:
    method, packed = _packed(content)
    return _Entry(name.encode("utf-8"), 0 if name.isascii() else _UTF8, method, 0, _DAY, zlib.crc32(content), len(content), packed)


def _packed(content: bytes) -> tuple[int, bytes]:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return zipfile.ZIP_DEFLATED, packer.compress(content) + packer.flush()


def _archive(entries: list[_Entry], comment: bytes) -> bytes:
    out: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for one in entries:
        said = (one.needs, one.flags, one.method, one.time, one.day, one.crc, len(one.packed), one.size, len(one.name))
        local = struct.pack(_LOCAL, b"PK\x03\x04", *said, 0) + one.name
        lengths = (len(one.extra), len(one.comment), 0, one.internal, one.external, at)
        listed += (struct.pack(_CENTRAL, b"PK\x01\x02", one.made_by, *said, *lengths), one.name, one.extra, one.comment)
        out += (local, one.packed)
        at += len(local) + len(one.packed)
    central = b"".join(listed)
    end = struct.pack(_END, b"PK\x05\x06", 0, 0, len(entries), len(entries), len(central), at, len(comment)) + comment
    return b"".join([*out, central, end])
