"""Lists of vocabulary in code: literals that hold the words of a table's column again."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from hegao.words.builtin_tables import builtin, split_cell
from repository import ROOT

#: Tables of the language at large, whose words may stand anywhere; which units a check asks for is a choice of its own.
GENERAL = {"words", "word-costs", "pairs", "sounds", "look-alikes", "confused", "office-runs", "office-phrases", "slip-signs", "terms", "homophones", "word-signs", "right-words", "frames", "doubled", "units", "figure-words", "exclusive-parts", "time-words", "named-things", "title-verbs", "beyond-powers"}
#: Columns that hold no words of the vocabulary.
ASIDE = {"remark", "kind", "uses", "role", "field", "rank", "clause", "system", "levels", "group", "element", "action", "issuer", "closings"}
#: So many words of one column in one literal are the column listed again.
LISTED_AGAIN = 6


@cache
def _vocabulary() -> dict[str, set[str]]:
    """The words of each column of the tables, by the names of table and column."""
    columns: dict[str, set[str]] = {}
    for path in (ROOT / "rules" / "tables").glob("*.csv"):
        for row in builtin(path.stem) if path.stem not in GENERAL else ():
            for column, cell in row.items():
                if column not in ASIDE:
                    columns.setdefault(f"{path.stem}.{column}", set()).update(split_cell(cell))
    return columns


def _words_in(literal: str) -> set[str]:
    """The Chinese words in a string or a pattern; in a class of characters each character is one."""
    classes = re.findall(r"\[([^\]]*)\]", literal)
    return set(re.findall("[\u3400-\u9fff]+", literal)) | {character for each in classes for character in each}


def _literals(source: str) -> Iterator[tuple[int, str]]:
    """The strings of a module, those of one f-string, tuple, list, set or dictionary together; docstrings left out."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.Tuple | ast.List | ast.Set | ast.Dict) and id(node) not in told:
            strings = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield node.lineno, "|".join(strings)


def listed_again(source: str) -> Iterator[str]:
    """The literals of a module that list a column of a table again: line, table and column, the words."""
    columns = _vocabulary()
    for line, literal in _literals(source):
        words = _words_in(literal)
        for name, column in columns.items() if len(words) >= LISTED_AGAIN else ():
            if len(words & column) >= LISTED_AGAIN:
                yield f"{line}: {name}: {' '.join(sorted(words & column))}"
