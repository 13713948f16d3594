"""PNG (ISO/IEC 15948) of sixteen greys, which is all that a page of text needs, by the standard library alone."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

#: A grey of eight bits as one of four, in the upper half of a byte and in the lower one.
_UPPER = bytes((grey * 15 + 127) // 255 << 4 for grey in range(256))
_LOWER = bytes((grey * 15 + 127) // 255 for grey in range(256))


def grey_png(rows: Sequence[bytes | memoryview], width: int) -> bytes:
    """The picture with these rows of greys, a byte each from black to white."""
    packed = zlib.compress(b"".join(b"\0" + _packed(bytes(row[:width])) for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, len(rows), 4, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _packed(row: bytes) -> bytes:
    """Two greys a byte, the left one in the upper half."""
    upper = row[::2].translate(_UPPER)
    lower = row[1::2].translate(_LOWER).ljust(len(upper), b"\0")
    return (int.from_bytes(upper, "big") | int.from_bytes(lower, "big")).to_bytes(len(upper), "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
