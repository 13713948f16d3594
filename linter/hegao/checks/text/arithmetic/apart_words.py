"""Signs that a figure is no part of another (非分项的标志), read as words: 比, 达, 超 say so, 比赛, 不达标, 超市 do not (norms FIG-16)."""

from __future__ import annotations

from hegao.sources.lazy_pattern import Pattern
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

_HARMLESS = Pattern(lambda: one_of(figure_words("harmless")))


def harmless(label: str) -> str:
    """A label without the words in which a sign says nothing."""
    return _HARMLESS.sub("", label)


def sets_apart(sign: Pattern, label: str) -> bool:
    """Whether a sign stands in a label otherwise than within a word that says nothing of the kind."""
    return sign.search(label) is not None and sign.search(harmless(label)) is not None


#: The rest, of which no figure is told: 其余为居住时间待核实人口.
REST_UNTOLD = Pattern(r"[，；、](?:其余|余下)[^，。；\d]{1,24}(?:[，。；]|$)")
