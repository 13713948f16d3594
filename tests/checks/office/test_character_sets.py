"""Sets of characters: what is in them, what two of them share."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.checks.office.character_sets import Characters, all_but, apart, heaviest, named, union

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=5)


def members(characters: Characters, limit: int = 80) -> set[int]:
    return {point for first, last in characters for point in range(first, min(last, limit) + 1)}


@given(SPANS, SPANS)
def test_union_complement_and_overlap_are_those_of_sets(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    a, b = union(tuple(one)), union(tuple(other))
    assert members(union(a, b)) == members(tuple(one)) | members(tuple(other))
    assert members(all_but(a)) == set(range(81)) - members(a)
    assert all_but(all_but(a)) == a
    assert apart(a, b) == (not members(a) & members(b))
    assert apart(a, all_but(a))


def test_the_heaviest_character() -> None:
    """The sum of the weights of all sets that it is in."""
    assert heaviest([]) == 0
    assert heaviest([(((1, 5),), 2), (((5, 9),), 3), (((6, 6),), 4)]) == 7


@pytest.mark.parametrize("written", [r"\d", r"\D", r"[\d年-]", r"[^\s，。]", r"[一-十\w]", r"[^一-十]", "[]x]", r"\S"])
def test_a_class_is_what_the_matcher_takes_it_for(written: str) -> None:
    [(_op, items)] = list(import_module("re._parser").parse(written))
    taken = named(items)
    everything = [*range(0x3100), *range(0x4DF0, 0x4E20), 0xFF10, 0x1D7CE, sys.maxunicode]
    matching = {point for point in everything if re.fullmatch(written, chr(point))}
    assert {point for point in everything if any(first <= point <= last for first, last in taken)} == matching
