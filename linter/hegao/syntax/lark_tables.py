"""The tables of document.lark, made by Lark.  Imported only when the grammar changed: importing Lark takes its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark import Lark
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef, Token

from hegao.syntax.automaton import Tables


class LineLexer(Lexer):
    """Lark asks for a lexer; ours would get its tokens ready made, a token a line."""

    def __init__(self, conf: LexerConf) -> None:
        self.conf = conf

    def lex(self, data: Any, *rest: Any) -> Iterator[Token]:
        """Tokens as they are."""
        yield from data


def build(text: str, strict: bool = False) -> Lark:
    """The LALR parser of a grammar; ``strict`` refuses conflicts, which would be settled silently."""
    return Lark(text, parser="lalr", lexer=LineLexer, maybe_placeholders=False, strict=strict)


def tables_of(text: str) -> Tables:
    """The tables of a grammar.  Its rules use neither aliases nor ``?``."""
    lark = build(text)
    # The form in which Lark's generator of stand-alone parsers takes them.
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    numbers = {key: number for number, key in enumerate(key for key, one in memo.items() if one["__type__"] == "Rule")}
    rules = [(memo[key]["origin"]["name"], len(memo[key]["expansion"])) for key in numbers]
    places = {state: place for place, state in enumerate(table["states"])}

    def action(kind: int, argument: Any) -> int:
        return -1 - numbers[argument["@"]] if kind else places[argument]

    states = [{table["tokens"][token]: action(*what) for token, what in state.items()} for state in table["states"].values()]
    kinds = [(terminal.name, terminal.pattern.to_regexp()) for terminal in sorted(lark.terminals, key=lambda one: -one.priority)]
    return Tables(kinds, rules, states, places[table["start_states"]["start"]], places[table["end_states"]["start"]])
