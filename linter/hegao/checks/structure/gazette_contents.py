"""The contents list (目录) of a gazette against the documents that it prints."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.parameters import percent
from hegao.checks.structure.own_contents import misfits
from hegao.document.model import Document, Entry, File
from hegao.words.title_likeness import likeness_of, same_title


@check(
    "toc",
    {"document"},
    {
        "likeness": percent("How like an entry and a title must be; below it the entry was misread, or stands for another document.", 60),
        "share": percent("How many documents, or entries, must have found each other for a missing one to be told.", 80),
    },
    facts=("entry", "title"),
)
def toc(document: Document, context: Context, likeness: int, share: int) -> Iterator[Hit]:
    """The contents list of a gazette against its documents: a title that differs, a document not listed, an entry without one.

    The contents list of a plan or of measures against its own headings.
    What is missing on one side is told only where nearly all the rest agrees: a part of a gazette has its whole contents list.
    """
    for misfit in misfits(document):
        yield Hit(misfit.at, {"entry": short(misfit.entry, 60), "title": short(misfit.title, 60)}, (misfit.heading,))
    file = context.file
    if not file.contents or len(file.documents) < 2:
        return
    entries, listed = context.once_a_file(_entries)
    entry = entries[document]
    if document.title is not None:
        title = document.title.text
        if entry is not None:
            if not same_title(entry.title, title.value) and likeness_of(entry.title, title.value) >= likeness / 100:
                yield Hit(title, {"entry": short(entry.title, 60), "title": short(title.value, 60)}, (entry.text,))
        elif len(listed) * 100 >= len(file.documents) * share:
            yield Hit(title, {"entry": "—", "title": short(title.value, 60)})
    if document is file.documents[0] and len(listed) * 100 >= len(file.contents) * share:
        for one in file.contents:
            if one not in listed:
                yield Hit(one.text, {"entry": short(one.title, 60), "title": "—"})


def _entries(file: File) -> tuple[dict[Document, Entry | None], set[Entry]]:
    """The entry of each document of the file: by its number, else by its title; and which entries these are."""
    by_number = {entry.number.normal: entry for entry in reversed(file.contents) if entry.number is not None}
    found: dict[Document, Entry | None] = {}
    for document in file.documents:
        entry = by_number.get(document.number.phrase.normal) if document.number is not None else None
        if entry is None and document.title is not None:
            title = document.title.text.value
            entry = next((one for one in file.contents if same_title(one.title, title)), None)
        found[document] = entry
    return found, {entry for entry in found.values() if entry is not None}
