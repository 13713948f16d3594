"""Excerpts of a text for messages."""

from __future__ import annotations

from hegao.sources.personal_numbers import starred
from hegao.sources.white_space import unspaced

_INNER = str.maketrans("“”", "‘’")


def short(text: str, limit: int = 24) -> str:
    """The beginning of a text without white space; quotation marks in it are inner ones, for messages put it into “”.

    Numbers of persons are starred out before the text is cut: half of one tells enough.
    """
    plain = starred(unspaced(text)).translate(_INNER)
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"
