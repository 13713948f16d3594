"""Drafts as an editor has them open, for tests."""

from __future__ import annotations

from pathlib import Path

from hegao.editor.judging import Draft
from hegao.sources.source import Source


def draft(text: str, path: str | Path = "通知.txt", revision: int = 1) -> Draft:
    """A draft of that text at a path."""
    return Draft(revision, Source(str(path), tuple(text.split("\n"))))


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column at which words stand first."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
