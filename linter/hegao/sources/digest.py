"""Digests, by which the cache knows contents and findings are known from run to run.

``hashlib`` loads OpenSSL, for algorithms that nobody here asks for: that takes longer than all hashing of a run.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

try:
    _blake2b: Any = import_module("_blake2").blake2b
except ImportError:  # a Python that keeps it elsewhere
    _blake2b = import_module("hashlib").blake2b


def digest_of(data: str | bytes, size: int = 16) -> str:
    """So many bytes of the BLAKE2b digest, in hexadecimal digits."""
    found: str = _blake2b(_bytes(data), digest_size=size).hexdigest()
    return found


def digest_all(parts: Iterable[str | bytes], size: int = 16) -> str:
    """The digest of several parts; it matters where one ends and the next begins."""
    total = _blake2b(digest_size=size)
    for part in parts:
        data = _bytes(part)
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    found: str = total.hexdigest()
    return found


def _bytes(data: str | bytes) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data
