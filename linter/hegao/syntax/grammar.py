"""The grammar of line kinds, loaded once, and the classifier that its terminals make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark
from lark.common import LexerConf
from lark.lexer import Lexer, Token

import hegao.grammars


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


@cache
def grammar() -> Lark:
    """The LALR parser of document.lark."""
    return build(path().read_text(encoding="utf-8"))


def build(text: str, strict: bool = False) -> Lark:
    """A parser from the text of the grammar; ``strict`` refuses silent conflicts."""
    return Lark(text, parser="lalr", lexer=LineLexer, maybe_placeholders=False, strict=strict)


@cache
def classifier() -> re.Pattern[str]:
    """One alternation of all kinds that have a pattern, named, by falling priority."""
    terminals = sorted(grammar().terminals, key=lambda terminal: -terminal.priority)
    return re.compile("|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in terminals))


def kind_of(squeezed: str) -> str:
    """The kind that a line without white space looks like."""
    match = classifier().match(squeezed)
    return match.lastgroup or "TEXT" if match else "TEXT"
