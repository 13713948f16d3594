"""Which kind a file is of, told by its content, never asked, and who reads it; which files are looked for at all.

What is no kind that is read is refused with one sentence that says why.
"""

from __future__ import annotations

import os

from hegao.sources.bounded_reading import MEGA, read_all
from hegao.sources.encodings import decode
from hegao.sources.laid_out import open_text, pages, web_page, word_document
from hegao.sources.source import OFD, PDF, Source, Unreadable
from hegao.sources.system_errors import why_unread

#: Endings of the files that a folder is searched for.
SUFFIXES = (".txt", ".md", ".markdown", ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".html", ".htm")
#: How the names of archives end whose members are read, and what stands between the path of an archive and that of a member.
ARCHIVE, WITHIN = ".zip", "!/"
#: Word and WPS keep such a file beside a document while somebody has it open.
LOCK = "~$"
#: How the names of documents end that were marked (``hegao annotate``); they say again what others say.
MARKED = ".核稿.docx"

#: Bytes of the largest document; no gazette has a tenth of it.
LARGEST = 64 * MEGA

#: What other files begin with, and what is said of them.
_OTHERS = (
    (b"7z\xbc\xaf", "是压缩包，不是公文；请解压后再试"),
    (b"Rar!", "是压缩包，不是公文；请解压后再试"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: The part with the text of an OpenDocument file, as its archive lists it.
_ODT_BODY = b"content.xml"
#: Within so many bytes a PDF says that it is one; some programs write a few others before.
_PDF, _PDF_REACH = b"%PDF-", 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _WORD_STREAM = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_RTF = b"{\\rtf"


def source_of(data: bytes, path: str) -> Source:
    """The source in ``data``; raises ``Unreadable`` where it holds no text at all."""
    if data.startswith(_ZIP):
        return _zipped(data, path)
    if _PDF in data[:_PDF_REACH]:
        return pages(data, path, PDF)
    for sign, said in _OTHERS:
        if data.startswith(sign):
            raise Unreadable(said)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Unreadable("文件加了密码，读不出；请去掉密码后再试")
        if _WORD_STREAM not in data:
            raise Unreadable("不是 Word 或 WPS 文字文件（像是表格、演示文稿或安装包），没有读")
        return word_document(made_word(data), path)
    if data.startswith(_RTF):
        return word_document(made_word(data), path)
    text, encoding = _decoded(data, path)
    if not text.strip():
        raise Unreadable("文件是空的，没有可检查的内容")
    if "<" in text:
        from hegao.sources.web.page_reader import is_page

        if is_page(text, path):
            return web_page(text, path)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Source(path, tuple(lines), encoding, newline)


def _zipped(data: bytes, path: str) -> Source:
    """The source in a package, whatever its kind."""
    from hegao.sources.page.ofd_package import is_ofd

    if _ODT_BODY in data:
        return open_text(data, path)
    return pages(data, path, OFD) if is_ofd(data) else word_document(data, path)


def of_other_processor(data: bytes) -> bool:
    """Whether a file is text of another word processor than that of .docx: .doc, .wps, .rtf, .odt."""
    return data.startswith((_OLE, _RTF)) or data.startswith(_ZIP) and _ODT_BODY in data


def made_word(data: bytes) -> bytes:
    """The .docx that is made of a file of an older kind, or of another word processor; raises ``Unreadable``."""
    from hegao.sources.conversion import Unconverted, as_word

    ending = ".rtf" if data.startswith(_RTF) else ".odt" if data.startswith(_ZIP) else ".doc"
    try:
        return as_word(data, ending, LARGEST)
    except Unconverted as error:
        raise Unreadable(str(error)) from error


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """The text and its encoding, that of a page as it declares it where it is not all in one."""
    try:
        return decode(data)
    except Unreadable:
        from hegao.sources.web.page_reader import declared

        text = declared(data)
        if text is None:
            raise
        return text, "utf-8"


def read(path: str | os.PathLike[str], name: str | None = None) -> Source:
    """The source at ``path``, shown as ``name``; raises ``Unreadable`` where it cannot be read."""
    try:
        with open(path, "rb") as file:
            data = read_all(file, LARGEST)
    except OSError as error:
        raise Unreadable(why_unread(error)) from error
    return source_of(data, name if name is not None else str(path))
