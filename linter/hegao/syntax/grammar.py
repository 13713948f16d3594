"""The grammar of line kinds, loaded once, and the classifier that its terminals make."""

from __future__ import annotations

import re
from functools import cache as once
from pathlib import Path

import hegao.grammars
from hegao import __version__
from hegao.sources import user_cache
from hegao.sources.digest import digest_all
from hegao.sources.kept_patterns import compiled
from hegao.syntax.automaton import Tables
from hegao.syntax.line_kinds import Kind

#: Changes when the form of the tables changes within a version.
_FORMAT = 1


def path() -> Path:
    """Where the grammar lies."""
    return Path(hegao.grammars.__path__[0]) / "document.lark"


@once
def tables() -> Tables:
    """The tables of document.lark: from the user's cache folder, made anew where the grammar changed."""
    text = path().read_bytes()
    digest = digest_all([f"{__version__} {_FORMAT}", text])
    stored = user_cache.load("grammar.json")
    try:
        if stored["digest"] == digest:
            return Tables(*stored["tables"])
    except (KeyError, TypeError):
        pass
    from hegao.syntax.lark_tables import tables_of

    made = tables_of(text.decode("utf-8"))
    user_cache.save("grammar.json", {"digest": digest, "tables": made})
    return made


@once
def classifier() -> re.Pattern[str]:
    """One alternation of all kinds that have a pattern, named, by falling priority."""
    return compiled("|".join(f"(?P<{name}>{pattern})" for name, pattern in tables().kinds))


def kind_of(squeezed: str) -> Kind:
    """The kind that a line without white space looks like."""
    match = classifier().match(squeezed)
    return Kind[match.lastgroup] if match and match.lastgroup else Kind.TEXT
