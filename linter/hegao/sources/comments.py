"""Comments to the linter in a draft: ``<!-- hegao: … -->``.  They stand on one line and are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hegao.sources.lazy_pattern import Pattern

_COMMENT = Pattern(r"<!--\s*hegao\b(?P<said>.*?)(?P<end>-->|$)", re.IGNORECASE)


def comments(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The comments to the linter with the numbers of their lines; ``said`` is what stands behind ``hegao``, ``end`` the end mark."""
    for number, line in enumerate(lines, 1):
        if "<!--" in line:
            for match in _COMMENT.finditer(line):
                yield number, match


def open_comment(before: str) -> bool:
    """Whether what stands on a line before a place ends within such a comment."""
    said = list(_COMMENT.finditer(before)) if "<!--" in before else []
    return bool(said) and not said[-1]["end"]


def blanked(line: str) -> str:
    """The line with blanks in the place of such comments, so that columns stay."""
    return _COMMENT.sub(_blanks, line) if "<!--" in line else line


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
