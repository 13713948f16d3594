"""OpenDocument texts made by hand, from XML strings."""

from __future__ import annotations

import io
import zipfile

from hegao.sources.files import source_of
from hegao.sources.source import Source

_SPACES = {
    "office": "office:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "style": "style:1.0",
    "draw": "drawing:1.0",
}
_NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for short, name in _SPACES.items())
_TYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, automatic: str = "", styles: str | None = "", manifest: str = "") -> bytes:
    """A text with that body and those automatic styles; ``styles`` is what its part with styles holds, None for no such part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), _TYPE, zipfile.ZIP_STORED)
        file.writestr(
            zipfile.ZipInfo("content.xml"),
            f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        if styles is not None:
            file.writestr(zipfile.ZipInfo("styles.xml"), f"<office:document-styles {_NAMES}>{styles}</office:document-styles>")
        if manifest:
            file.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), manifest)
    return out.getvalue()


def source(body: str, automatic: str = "", styles: str | None = "") -> Source:
    """The source of a text with that body."""
    return source_of(odt(body, automatic, styles), "草稿.odt")


def paragraphs(*texts: str) -> str:
    """A paragraph each."""
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


def levels(*forms: str, shown: int = 1) -> str:
    """The levels of a list: a form and what stands before and behind the number, parted by bars."""
    made = ""
    for depth, form in enumerate(forms, 1):
        number, before, behind = form.split("|")
        made += (
            f'<text:list-level-style-number text:level="{depth}" style:num-format="{number}" style:num-prefix="{before}" '
            f'style:num-suffix="{behind}" text:display-levels="{min(shown, depth)}"/>'
        )
    return made


def counted(name: str, *forms: str, shown: int = 1) -> str:
    """A list style."""
    return f'<text:list-style style:name="{name}">{levels(*forms, shown=shown)}</text:list-style>'
