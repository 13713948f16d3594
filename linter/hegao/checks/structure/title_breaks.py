"""How a title is broken: bodies of a joint issue without a blank between (norm TTL-15), a word cut at the end of a line (LAY-08)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.structure.joint_issue import joint_bodies
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.word_costs import is_usual

_HAN = Pattern("[\u3400-\u9fff]{2}")
#: A word that costs less is one that everybody reads as such.
_USUAL = 12.0


class Broken(NamedTuple):
    """A place where a title should be broken, or should not be: what is written and what should be."""

    at: Text
    part: str
    right: str


def title_breaks(title: Text) -> Iterator[Broken]:
    """Bodies side by side on one line with nothing between, and words cut at the end of a line."""
    names = joint_bodies(title.value)
    end = 0
    for name, behind in pairwise(names):
        end = title.value.find(name, end) + len(name)
        if title.value.startswith(behind, end) and _touch(title, end):
            yield Broken(title.slice(end - 1, end + 1), title.value[end - 2 : end + 2], "各机关之间空一字")
            return
    for at in range(2, len(title.value) - 1):
        one, other = title.slice(at - 1, at).span(), title.slice(at, at + 1).span()
        if one.end_line != other.line and _cut(title.value, at):
            yield Broken(title.slice(at - 1, at + 1), title.value[at - 1 : at + 1], "不在词中间回行")


def _touch(title: Text, at: int) -> bool:
    """Whether two characters stand side by side in the file."""
    one, other = title.slice(at - 1, at).span(), title.slice(at, at + 1).span()
    return one.end_line == other.line and one.end_column == other.column


def _cut(value: str, at: int) -> bool:
    """Whether the two characters around a break are a word, and no words end and begin there."""
    word, before, behind = value[at - 1 : at + 1], value[at - 2 : at], value[at : at + 2]
    whole = _HAN.fullmatch(word) is not None and is_usual(word, _USUAL)
    return whole and not is_usual(before, _USUAL) and not is_usual(behind, _USUAL)
