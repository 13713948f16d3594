"""White space, that of web pages and of Chinese typesetting among it."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern

#: What may stand between words of a line.
BLANK = " \t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\x0c"

_WHITE = Pattern(r"[\s\u200b\ufeff]+")


def unspaced(text: str) -> str:
    """The string without white space."""
    # Of white space only the blank is printable, and most texts have none.
    return text if " " not in text and text.isprintable() else _WHITE.sub("", text)
