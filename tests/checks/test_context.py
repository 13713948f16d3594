"""What is reckoned once, and how long it is kept."""

from __future__ import annotations

import gc

import notices
from checks.texts import notice
from hegao.checks.base import Context
from hegao.document.model import Document, File
from hegao.engine.configuration.options import Options
from hegao.engine.run.runner import check_sources
from hegao.sources.files import source_of


def two_documents() -> File:
    file = notice("各单位要落实责任。")
    file.documents += notice("各单位要备足物资。").documents
    return file


def test_what_is_reckoned_of_a_document_is_reckoned_once_for_each_document_and_argument() -> None:
    asked: list[tuple[Document, int]] = []

    def reckon(context: Context, number: int) -> int:
        asked.append((context.document, number))
        return number + 1

    file = two_documents()
    context = Context(file, file.documents[0])
    beside = context.beside(file.documents[1])
    assert [one.once(reckon, number) for one in (context, context, beside) for number in (1, 2)] == [2, 3] * 3
    assert asked == [(document, number) for document in file.documents for number in (1, 2)]


def test_what_is_reckoned_of_a_file_is_reckoned_once_for_all_its_documents() -> None:
    asked: list[File] = []

    def reckon(file: File) -> int:
        asked.append(file)
        return len(file.documents)

    file = two_documents()
    context = Context(file, file.documents[0])
    assert [one.once_a_file(reckon) for one in (context, context.beside(file.documents[1]))] == [2, 2]
    assert asked == [file]


def test_nothing_holds_a_document_that_was_checked() -> None:
    gc.collect()
    before = sum(isinstance(one, Document) for one in gc.get_objects())
    check_sources([source_of(notices.notice("各单位要落实责任（市应急局牵头，5月底前完成）。").encode(), "a.txt")], Options())
    gc.collect()
    assert sum(isinstance(one, Document) for one in gc.get_objects()) <= before
