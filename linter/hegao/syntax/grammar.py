"""The grammar of line kinds, loaded once, and the classifier that its terminals make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache as once
from pathlib import Path
from typing import Any

from lark import Lark
from lark.common import LexerConf
from lark.lexer import Lexer, Token

import hegao.grammars
from hegao.sources import store


class LineLexer(Lexer):
    """Lark asks for a lexer; ours gets its tokens ready made, a token a line."""

    def __init__(self, conf: LexerConf) -> None:
        self.conf = conf

    def lex(self, data: Any, *rest: Any) -> Iterator[Token]:
        """Tokens as they are."""
        yield from data


def path() -> Path:
    """Where the grammar lies."""
    return Path(hegao.grammars.__path__[0]) / "document.lark"


@once
def grammar() -> Lark:
    """The LALR parser of document.lark; its tables are kept in the user's cache folder."""
    folder = store.folder()
    # Lark checks by a hash of grammar, options and versions whether the file is the right one, and rebuilds what it cannot read.
    return build(path().read_text(encoding="utf-8"), cache=str(folder / "document-grammar.pickle") if folder else False)


def build(text: str, strict: bool = False, cache: str | bool = False) -> Lark:
    """A parser from the text of the grammar; ``strict`` refuses silent conflicts, ``cache`` names a file for its tables."""
    return Lark(text, parser="lalr", lexer=LineLexer, maybe_placeholders=False, strict=strict, cache=cache)


@once
def classifier() -> re.Pattern[str]:
    """One alternation of all kinds that have a pattern, named, by falling priority."""
    terminals = sorted(grammar().terminals, key=lambda terminal: -terminal.priority)
    return re.compile("|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in terminals))


def kind_of(squeezed: str) -> str:
    """The kind that a line without white space looks like."""
    match = classifier().match(squeezed)
    return match.lastgroup or "TEXT" if match else "TEXT"
