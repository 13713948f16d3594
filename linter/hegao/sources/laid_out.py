"""Files that have a layout, Word, OpenDocument, PDF, OFD and web pages, as sources: each kind by its reader, which is imported when needed.

All raise ``Unreadable``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from hegao.sources.source import ODT, WEB, WORD, Source, Unreadable

if TYPE_CHECKING:
    from hegao.sources.appearance import Appearance
    from hegao.sources.origins import Origin
    from hegao.sources.page.page_pictures import Passage, Pictures
    from hegao.sources.table_grid import Written


def web_page(text: str, path: str) -> Source:
    """The source in a web page."""
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.web.page_reader import read_page

    try:
        page = read_page(text)
    except TooLarge as error:
        raise Unreadable(str(error)) from error
    return _laid_out(path, WEB, fields=page.fields, body=page.body)


def pages(data: bytes, path: str, form: str) -> Source:
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


def word_document(data: bytes, path: str) -> Source:
    """The source in a Word document."""
    from hegao.sources.package.zip_package import BadPackage
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.word.word_reader import Word

    try:
        word = Word(data)
    except (BadPackage, TooLarge) as error:
        raise Unreadable(str(error)) from error
    parts = {"headers": word.headers, "body": word.body, "notes": word.notes, "footers": word.footers}
    return _laid_out(path, WORD, data=data, **parts)


def open_text(data: bytes, path: str) -> Source:
    """The source in an OpenDocument text."""
    from hegao.sources.odt.odt_reader import OpenText
    from hegao.sources.package.zip_package import BadPackage
    from hegao.sources.table_grid import TooLarge

    try:
        text = OpenText(data)
    except (BadPackage, TooLarge) as error:
        raise Unreadable(str(error)) from error
    return _laid_out(path, ODT, headers=text.headers, body=text.body, notes=text.notes, footers=text.footers)


def _appearance(data: bytes, origins: Sequence[Origin], lines: Sequence[str]) -> Appearance | None:
    """How the lines of a Word document are set, which were read of it; None where that takes more than anybody reads."""
    from hegao.sources.package.zip_package import BadPackage
    from hegao.sources.table_grid import TooLarge
    from hegao.sources.word.appearance_reader import read_appearance

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
