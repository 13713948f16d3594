"""From bytes to lines: what kind of file it is, and the encoding of a text, are told by the content, never asked.

Text is UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030.  Word documents and web pages are read as lines, too.
What is none of these is refused with one sentence that says why.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hegao.sources.bounded_reading import MEGA, read_all
from hegao.sources.system_errors import why_unread

if TYPE_CHECKING:
    from hegao.sources.appearance import Appearance
    from hegao.sources.origins import Layout, Origin
    from hegao.sources.page.page_pictures import Passage, Pictures
    from hegao.sources.table_grid import Written

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
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unreadable(Exception):
    """A file that cannot be read as a document; the message is a Chinese sentence for the user."""


#: What a file is.
TEXT, WORD, WEB, ODT, PDF, OFD = "text", "docx", "html", "odt", "pdf", "ofd"


class Source(NamedTuple):
    """A decoded file: its display path, its physical lines without their ends, and its encoding.

    A file of another ``form`` than text is given as the lines that it was read as; ``layout`` is what it tells of them.
    """

    path: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    newline: str = "\n"
    form: str = TEXT
    layout: Layout | None = None

    @property
    def markdown(self) -> bool:
        """Whether the name says Markdown."""
        return self.path.lower().endswith((".md", ".markdown"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Raises ``Unreadable`` for binary data and for what no supported encoding can decode.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Unreadable(f"文件开头标明是 {encoding}，内容却不能按此解码，请另存为 UTF-8 后再试") from error
    if b"\x00" in data[:8192]:
        raise Unreadable("是二进制文件，不是文本也不是 Word 文件；请另存为 .docx 或 .txt 后再试")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _plausible(text):
            return text, encoding
    raise Unreadable("不能按 UTF-8、GB18030 或 UTF-16 解码，请另存为 UTF-8 后再试")


def _plausible(text: str) -> bool:
    """GB18030 decodes almost anything; control and private characters betray other data."""
    odd = sum(1 for c in text if (c < " " and c not in "\t\r\n\f") or "\ue000" <= c <= "\uf8ff")
    return odd * 50 <= len(text)


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
        return _pages(data, path, PDF)
    for sign, said in _OTHERS:
        if data.startswith(sign):
            raise Unreadable(said)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Unreadable("文件加了密码，读不出；请去掉密码后再试")
        if _WORD_STREAM not in data:
            raise Unreadable("不是 Word 或 WPS 文字文件（像是表格、演示文稿或安装包），没有读")
        return _word(made_word(data), path)
    if data.startswith(_RTF):
        return _word(made_word(data), path)
    text, encoding = _decoded(data, path)
    if not text.strip():
        raise Unreadable("文件是空的，没有可检查的内容")
    if "<" in text:
        from hegao.sources.web.page_reader import is_page

        if is_page(text, path):
            return _page(text, path)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Source(path, tuple(lines), encoding, newline)


def _zipped(data: bytes, path: str) -> Source:
    """The source in a package, whatever its kind."""
    from hegao.sources.page.ofd_package import is_ofd

    if _ODT_BODY in data:
        return _open_text(data, path)
    return _pages(data, path, OFD) if is_ofd(data) else _word(data, path)


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


def _page(text: str, path: str) -> Source:
    """The source in a web page."""
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.web.page_reader import read_page

    try:
        page = read_page(text)
    except TooLarge as error:
        raise Unreadable(str(error)) from error
    return _laid_out(path, WEB, fields=page.fields, body=page.body)


def _pages(data: bytes, path: str, form: str) -> Source:
    """The source in a PDF or OFD."""
    from hegao.sources.page.page_process import read_apart

    lines = read_apart(data, form)
    read = _laid_out(path, form, headers=lines.headers, body=lines.body, notes=lines.notes, footers=lines.footers)
    layout = read.layout._replace(unread=lines.unread, pictures=partial(_pictures, data, form)) if read.layout is not None else None
    return read._replace(layout=layout)


def _pictures(data: bytes, form: str, passages: Sequence[Passage]) -> Pictures | None:
    """The pages of a PDF or OFD on which passages of its lines stand; None where they cannot be drawn."""
    from hegao.sources.page.page_process import draw_apart

    return draw_apart(data, form, passages)


def _word(data: bytes, path: str) -> Source:
    """The source in a Word document."""
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.word.word_reader import Word
    from hegao.sources.word.zip_package import BadPackage

    try:
        word = Word(data)
    except (BadPackage, TooLarge) as error:
        raise Unreadable(str(error)) from error
    parts = {"headers": word.headers, "body": word.body, "notes": word.notes, "footers": word.footers}
    return _laid_out(path, WORD, data=data, **parts)


def _open_text(data: bytes, path: str) -> Source:
    """The source in an OpenDocument text."""
    from hegao.sources.odt.odt_reader import OpenText
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.word.zip_package import BadPackage

    try:
        text = OpenText(data)
    except (BadPackage, TooLarge) as error:
        raise Unreadable(str(error)) from error
    return _laid_out(path, ODT, headers=text.headers, body=text.body, notes=text.notes, footers=text.footers)


def _appearance(data: bytes, origins: Sequence[Origin], lines: Sequence[str]) -> Appearance | None:
    """How the lines of a Word document are set, which were read of it; None where that takes more than anybody reads."""
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.word.appearance_reader import read_appearance
    from hegao.sources.word.zip_package import BadPackage

    try:
        return read_appearance(data, origins, lines)
    except (BadPackage, TooLarge):
        return None


def _laid_out(
    path: str,
    form: str,
    *,
    body: Sequence[Written],
    headers: Sequence[Written] = (),
    fields: Sequence[Written] = (),
    notes: Sequence[Written] = (),
    footers: Sequence[Written] = (),
    data: bytes = b"",
) -> Source:
    """The source of a file without lines of its own, its parts one after the other; raises ``Unreadable`` where none bears text.

    ``data`` is the file, where it says how its lines are set.
    """
    from hegao.sources.origins import Layout, Origin

    lines: list[Written] = []
    numbers: list[range] = []
    for block in (headers, fields, body, notes, footers):
        numbers.append(range(len(lines) + 1, len(lines) + len(block) + 1))
        lines += block
    if not any(line.text.strip() for line in lines):
        raise Unreadable("文件里没有文字，没有可检查的内容；扫描成图片的公文要先识别成文字")
    origins = tuple(Origin(line.part, line.places, line.stretches) for line in lines)
    texts = tuple(line.text for line in lines)
    layout = Layout(
        origins,
        frozenset(number for number, line in enumerate(lines, 1) if line.row),
        running=frozenset([*numbers[0], *numbers[4]]),
        fields=frozenset(numbers[1]),
        notes=frozenset(numbers[3]),
        merged={number: line.merged for number, line in enumerate(lines, 1) if line.merged},
        appearance=partial(_appearance, data, origins, texts) if data else None,
    )
    return Source(path, texts, form=form, layout=layout)


def read(path: str | os.PathLike[str], name: str | None = None) -> Source:
    """The source at ``path``, shown as ``name``; raises ``Unreadable`` where it cannot be read."""
    try:
        with open(path, "rb") as file:
            data = read_all(file, LARGEST)
    except OSError as error:
        raise Unreadable(why_unread(error)) from error
    return source_of(data, name if name is not None else str(path))
