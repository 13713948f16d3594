"""A notice of an invented city, written out: the one builder of all tests that read a document."""

from __future__ import annotations

OFFICE = "江河市人民政府办公室"


def notice(
    *body: str,
    issuer: str = OFFICE,
    title: str = "关于做好有关工作的通知",
    number: str = "江政办发〔2026〕12号",
    addressee: str = "各县（区）人民政府：",
    signature: str | None = None,
    date: str = "2026年6月8日",
    behind: str = "",
) -> str:
    """The text of a notice, its parts with an empty line between them; what is empty is left out.

    ``body`` are its paragraphs; the ``issuer`` stands before the ``title`` and signs, unless a ``signature`` is given; ``behind``
    is what follows the date: attachments, copies, imprint.
    """
    head = (issuer + title if title else "", number, addressee)
    tail = (issuer if signature is None else signature, date, behind)
    return "\n\n".join(part for part in (*head, *body, *tail) if part) + "\n"
