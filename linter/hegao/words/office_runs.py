"""Which characters stand side by side in documents of offices, two and three of them, and in how many documents.

Marks and figures are characters of a run, too: all marks of a kind are one, and all figures.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from hegao.words.builtin_tables import lines_of

#: In how many documents, as natural logarithms in steps: the letters a to z.
STEP = 0.35
_OFTEN = {chr(ord("a") + step): 1.0 + STEP * step for step in range(26)}
#: What stands for figures, for letters, for the edge of a passage, for other marks.
FIGURE, LETTER, EDGE, MARK = "0", "A", "|", "·"
_ALIKE = {
    FIGURE: "0123456789０１２３４５６７８９\ue000",
    LETTER: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    EDGE: "\n\t|",
    "，": ",，",
    "；": ";；",
    "：": ":：",
    "（": "(（〔[【",
    "）": ")）〕]】",
    "。": "。！？!?",
    "”": "“”\"‘’《》〈〉『』「」",
    MARK: "%％°℃+-*/=<>~～—–…·．.×",
}
_FLAT = str.maketrans({one: kind for kind, ones in _ALIKE.items() for one in ones})


def flat(text: str) -> str:
    """A text with marks and figures as they stand in the table, each character in its place."""
    return text.translate(_FLAT)


@cache
def behind(run: str) -> str:
    """What stands behind one or two characters, each with the letter of how often; empty where nothing is known."""
    lines = _runs()
    at = bisect_left(lines, run + ",")
    return lines[at][len(run) + 1 :] if at < len(lines) and lines[at].startswith(run + ",") else ""


def met(run: str) -> float:
    """In how many documents two or three characters stand side by side, as a natural logarithm; 0 where in hardly any."""
    cell = behind(run[:-1])
    at = cell.find(run[-1])
    return _OFTEN[cell[at + 1]] if at >= 0 else 0.0


@cache
def office_behind(one: str) -> frozenset[str]:
    """The characters that stand behind one."""
    return frozenset(behind(one)[::2])


@cache
def _runs() -> list[str]:
    return lines_of("office-runs")
