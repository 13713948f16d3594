"""The reader of OpenDocument texts (.odt): the lines of the body, of headers and footers, of notes, each with its place."""

from __future__ import annotations

from hegao.sources.odt.odt_story import Story
from hegao.sources.odt.odt_styles import Styles
from hegao.sources.origins import FOOTER, HEADER, Place
from hegao.sources.package.safe_xml import BadXml
from hegao.sources.package.zip_package import BadPackage, Members
from hegao.sources.tabbed_rows import settle_tabs
from hegao.sources.table_grid import Written

_TYPE = b"application/vnd.oasis.opendocument.text"
_BODY, _STYLES = "content.xml", "styles.xml"
#: Of the parts with styles, what says nothing of lists or of what is hidden.
_NO_STYLES = frozenset(["office:body", "style:paragraph-properties", "style:graphic-properties", "style:table-cell-properties", "style:default-style", "style:page-layout", "office:font-face-decls", "style:master-page"])


class OpenText:
    """An OpenDocument text read: lines of its ``headers``, its ``body``, its ``notes`` and its ``footers``."""

    def __init__(self, data: bytes) -> None:
        """Read the file; raises ``BadPackage`` or ``TooLarge``, each with a sentence for the user."""
        members = Members(data)
        if not (members.read("mimetype") or b"").startswith(_TYPE):
            raise BadPackage("不是文字文件，像是表格或演示文稿；请把内容另存为 .docx 或文本")
        content, styles = members.read(_BODY), members.read(_STYLES)
        if not content:
            raise BadPackage("文件损坏，没有正文；请重新取得文件，或用原来的程序打开后另存")
        try:
            self._styles = Styles(members.tree(_STYLES, _NO_STYLES), members.tree(_BODY, _NO_STYLES))
            body = Story(self._styles).read(content, "office:text")
            self.headers = self._page_lines(styles, "style:header", HEADER)
            self.footers = self._page_lines(styles, "style:footer", FOOTER)
        except BadXml as error:
            sentence = "文件加了密码，读不出；请去掉密码后再试" if _encrypted(members) else f"文件损坏，读不出（{error}）；请重新取得文件"
            raise BadPackage(sentence) from error
        settle_tabs(body.lines)
        self.body, self.notes = body.lines, body.notes

    def _page_lines(self, styles: bytes | None, element: str, kind: str) -> list[Written]:
        """The lines of all headers or footers of the pages, each text once."""
        lines = Story(self._styles, Place(part=kind)).read(styles, element).lines if styles else []
        return list({line.text: line for line in lines if line.text.strip()}.values())


def _encrypted(members: Members) -> bool:
    """Whether the manifest says that the content is encrypted."""
    return b"encryption-data" in (members.read("META-INF/manifest.xml") or b"")
