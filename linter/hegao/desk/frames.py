"""What the desk and its processes say to each other: a JSON object and bytes, in a frame that begins with the length of the object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

#: Bytes of the length.
HEAD = 4


def frame(words: dict[str, Any], blobs: Sequence[bytes]) -> bytes:
    """A frame: the length of the object, the object with the sizes of the blobs, the blobs."""
    head = json.dumps({"words": words, "sizes": [len(blob) for blob in blobs]}).encode("ascii")
    return b"".join([len(head).to_bytes(HEAD, "big"), head, *blobs])


def opened(head: bytes) -> tuple[dict[str, Any], list[int]]:
    """The object of a frame and the sizes of its blobs."""
    said = json.loads(head)
    return said["words"], said["sizes"]


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], list[bytes]] | None:
    """The next frame of a stream; None where it has ended."""
    length = stream.read(HEAD)
    if len(length) < HEAD:
        return None
    words, sizes = opened(stream.read(int.from_bytes(length, "big")))
    return words, [stream.read(size) for size in sizes]
