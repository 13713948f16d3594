"""Words before the kind of text at the end of titles (管理办法, 实施细则), by the table ``title-endings``."""

from __future__ import annotations

from functools import cache

from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import SEPARATOR, builtin
from hegao.words.patterns import one_of


@cache
def _endings() -> tuple[tuple[Pattern, str], ...]:
    """Patterns of one character of a word before the kind, the other one lost, each with the whole word."""
    endings = []
    for row in builtin("title-endings"):
        first, second = tuple(row["word"])
        others = "".join(f"(?<!{word})" for word in row["others"].split(SEPARATOR) if word)
        kinds = one_of(row["behind"].split(SEPARATOR))
        # The second character is a word of its own in 银行办法; only what ends with the first one is sure of both.
        for letter in (f"{first}(?!{second})", f"(?<!{first}){second}") if row["others"] else (first,):
            endings.append((Pattern(rf"(?<=[\u3400-\u9fff]{{2}}){letter}{others}(?={kinds}(?:[（(][^（）()]{{1,8}}[）)])?$)"), row["word"]))
    return tuple(endings)


def with_ending(title: str) -> str | None:
    """The title with the character that was lost before its kind put in (停车管办法 is 停车管理办法); None where none was."""
    for pattern, word in _endings():
        match = pattern.search(title)
        if match is not None:
            return title[: match.start()] + word + title[match.end() :]
    return None
