"""Patterns of paths (``issued/**``) in settings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hegao.sources.lazy_pattern import Pattern

_PARTS = Pattern(r"/\*\*$|\*\*/|\*\*|\*|\?|[^*?/]+|/")
_MEANING = {"/**": "(?:/.*)?", "**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def compiled(patterns: Sequence[str]) -> re.Pattern[str]:
    """One regular expression that matches in full the paths (with /) that any of the patterns means.

    ``*`` and ``?`` stand for characters but /, ``**`` for folders, however deep.  A pattern with a / counts from the top,
    one without means that name anywhere.  What names a folder means all within.
    """
    return re.compile("|".join(_regex(pattern) for pattern in patterns), re.DOTALL)


def _regex(pattern: str) -> str:
    trimmed = pattern.removeprefix("./").rstrip("/")
    if trimmed in ("", "."):
        return ".*"
    anywhere = "" if "/" in trimmed else "(?:.*/)?"
    return anywhere + "".join(_MEANING.get(part) or re.escape(part) for part in _PARTS.findall(trimmed.lstrip("/"))) + "(?:/.*)?"
