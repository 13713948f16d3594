"""What Lark makes of the grammars, kept from run to run: building blocks, kinds of line and the tables of the automaton."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from hegao import __version__
from hegao.sources import user_cache
from hegao.sources.digest import digest_all
from hegao.words.grammar_words import vocabulary

#: Changes when the form of the tables changes within a version.
_FORMAT = 2


class Tables(NamedTuple):
    """The tables of the grammars.

    ``blocks`` are the patterns of terminals.lark by name: building blocks, and kinds of line, of which the first that matches counts.
    ``states`` give for each state and symbol the next state, or ``-1 - r`` where rule ``r`` ends; ``rules`` their names and how many
    symbols each takes.
    """

    blocks: Mapping[str, str]
    rules: Sequence[tuple[str, int]]
    states: Sequence[Mapping[str, int]]
    start: int
    end: int

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of line that are told by their look, with their patterns; the first that matches counts."""
        return [(name, pattern) for name, pattern in self.blocks.items() if not name.startswith("_")]


def sources() -> dict[str, str]:
    """The grammars by the names of their files: structure, terminals, and the words that they import."""
    folder = import_module("hegao.grammars").__path__[0]
    found = {"vocabulary.lark": vocabulary()}
    for name in ("document.lark", "terminals.lark"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            found[name] = file.read()
    return found


@cache
def tables() -> Tables:
    """The tables: from the user's cache folder, made anew where a grammar or a table of words changed."""
    texts = sources()
    digest = digest_all([f"{__version__} {_FORMAT}", *texts.values()])
    stored = user_cache.load("grammar.json")
    try:
        if stored["digest"] == digest:
            return Tables(*stored["tables"])
    except (KeyError, TypeError):
        pass
    from hegao.words.lark_tables import tables_of

    made = tables_of(texts)
    user_cache.save("grammar.json", {"digest": digest, "tables": made})
    return made
