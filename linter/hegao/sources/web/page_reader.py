"""The reader of web pages: the source of a page becomes the lines of its text, the list above it first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegao.sources.web.page_content import Page

#: A page that declares an encoding but holds a few other bytes is read all the same.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_ODD = 200
#: How a page begins that does not bear the name of one.
_BEGINS = re.compile(r"[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(r"<[a-zA-Z!/][^<>]{0,500}>")


def is_page(text: str, path: str) -> bool:
    """Whether a text is the source of a page: it begins as one, or bears the name of one and holds marks."""
    return bool(_BEGINS.match(text[:4000])) or path.lower().endswith((".html", ".htm")) and bool(_MARK.search(text))


def declared(data: bytes) -> str | None:
    """The text of a page in the encoding that it declares; None where it declares none or the bytes are something else."""
    charset = _CHARSET.search(data[:4096])
    if charset is None:
        return None
    name = charset[1].decode("ascii").lower()
    try:
        text = data.decode("gb18030" if name.startswith("gb") else name, "replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") * _ODD <= len(text) else None


def read_page(text: str) -> Page:
    """The list above the text of a page and the text; raises ``TooLarge``."""
    from hegao.sources.web.elements import tree
    from hegao.sources.web.page_content import content

    return content(tree(text))
