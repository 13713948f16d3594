"""The tables of the grammars, made by Lark.  Imported only when a grammar changed: importing Lark takes its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lark import Lark
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef, Token

from hegao.words.grammar_tables import Tables


class LineLexer(Lexer):
    """Lark asks for a lexer; ours would get its tokens ready made, a token a line."""

    def __init__(self, conf: LexerConf) -> None:
        self.conf = conf

    def lex(self, data: Any, *rest: Any) -> Iterator[Token]:
        """Tokens as they are."""
        yield from data


def build(texts: Mapping[str, str], strict: bool = False) -> Lark:
    """The LALR parser of document.lark; ``strict`` refuses conflicts, which would be settled silently.

    ``texts`` are the grammars by the names of their files.
    """
    return Lark(
        texts["document.lark"], parser="lalr", lexer=LineLexer, maybe_placeholders=False, strict=strict, import_paths=[_resolver(texts)]
    )


def _resolver(texts: Mapping[str, str]) -> Callable[[Any, str], tuple[str, str]]:
    """Finds what a grammar imports; one that is not among the texts Lark looks for elsewhere."""

    def resolve(_folder: Any, path: str) -> tuple[str, str]:
        if path not in texts:
            raise FileNotFoundError(path)
        return path, texts[path]

    return resolve


def blocks_of(texts: Mapping[str, str]) -> dict[str, str]:
    """The patterns of terminals.lark and of what it imports, by name and falling priority."""
    # Without a parser Lark keeps terminals that no rule asks for.
    lark = Lark(texts["terminals.lark"], parser=None, lexer="basic", start=[], import_paths=[_resolver(texts)])
    return {one.name: one.pattern.to_regexp() for one in sorted(lark.terminals, key=lambda one: -one.priority)}


def tables_of(texts: Mapping[str, str]) -> Tables:
    """The tables of the grammars.  Their rules use neither aliases nor ``?``."""
    lark = build(texts)
    # The form in which Lark's generator of stand-alone parsers takes them.
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    numbers = {key: number for number, key in enumerate(key for key, one in memo.items() if one["__type__"] == "Rule")}
    rules = [(memo[key]["origin"]["name"], len(memo[key]["expansion"])) for key in numbers]
    places = {state: place for place, state in enumerate(table["states"])}

    def action(kind: int, argument: Any) -> int:
        return -1 - numbers[argument["@"]] if kind else places[argument]

    states = [{table["tokens"][token]: action(*what) for token, what in state.items()} for state in table["states"].values()]
    return Tables(blocks_of(texts), rules, states, places[table["start_states"]["start"]], places[table["end_states"]["start"]])
