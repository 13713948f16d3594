"""Brackets, title marks and quotation marks broken."""

from __future__ import annotations

import re

from benchmarks.breaks import Way, replaced

_HAN = "\u3400-\u9fff"
_ROUND = re.compile(r"（[^（）〔〕“”《》]{2,40}）")
_QUOTED = re.compile(rf"“[{_HAN}\d、]{{2,16}}”")
_TITLE = re.compile(r"《[^《》〈〉“”（）]{4,40}》")
_NOTED = re.compile(rf"《[{_HAN}]{{4,30}}（[^（）]{{2,12}}）》")
_DEFINED = re.compile(r"（以下[统简]?[^（）]{0,3}称[“《][^”》）]{1,16}[”》]）")
_YEAR = re.compile(r"〔20\d\d〕(?=\d{1,4}号)")


#: The ways to break them, by what is done.
PAIR_WAYS: dict[str, Way] = {
    "a round bracket never closed": replaced(_ROUND, lambda match: match[0][:-1]),
    "a round bracket never opened": replaced(_ROUND, lambda match: match[0][1:]),
    "a round bracket closed by another kind": replaced(_ROUND, lambda match: f"{match[0][:-1]}〕"),
    "a round bracket closed twice": replaced(_ROUND, lambda match: f"{match[0]}）"),
    "a round bracket closed by half width": replaced(_ROUND, lambda match: f"{match[0][:-1]})"),
    "a quotation never closed": replaced(_QUOTED, lambda match: match[0][:-1]),
    "a quotation never opened": replaced(_QUOTED, lambda match: match[0][1:]),
    "a quotation closed as it opens": replaced(_QUOTED, lambda match: f"{match[0][:-1]}“"),
    "a quotation closed by a single mark": replaced(_QUOTED, lambda match: f"{match[0][:-1]}’"),
    "a quotation opened twice": replaced(_QUOTED, lambda match: f"“{match[0]}"),
    "a quotation in straight marks": replaced(_QUOTED, lambda match: f'"{match[0][1:-1]}"'),
    "a title never opened": replaced(_TITLE, lambda match: match[0][1:]),
    "a title closed by a single mark": replaced(_TITLE, lambda match: f"{match[0][:-1]}〉"),
    "a title between signs of less and greater": replaced(_TITLE, lambda match: f"<{match[0][1:-1]}>"),
    "a note and its title crossed": replaced(_NOTED, lambda match: f"{match[0][:-2]}》）"),
    "a term and its brackets crossed": replaced(_DEFINED, lambda match: f"{match[0][:-2]}）{match[0][-2]}"),
    "a term's brackets never closed": replaced(_DEFINED, lambda match: match[0][:-1]),
    "a year in two kinds of brackets": replaced(_YEAR, lambda match: f"{match[0][:-1]}】"),
}
