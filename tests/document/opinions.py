"""Opinions that assign work, and their tasks as a clerk enters them in the ledger: measure, bodies, day."""

from __future__ import annotations

from hegao.document.model import Document
from notices import notice
from reading import document, said


def opinion(body: str, title: str = "关于重点工作的意见") -> Document:
    """An opinion with that body, dated at its head."""
    return document(notice(body, title=title, issuer="江河市人民政府", number="2026年2月8日 江政发〔2026〕2号", signature="", date=""))


def tasks(body: str) -> list[tuple[str, dict[str, object]]]:
    """Measure and words of every task of the body."""
    return [(task.measure.value, said(task)) for task in opinion(body).tasks]
