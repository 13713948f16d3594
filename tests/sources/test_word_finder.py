"""Many words sought at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.sources.word_finder import WordFinder, pair_numbers, pair_of


def test_words_at_even_and_odd_places() -> None:
    finder = WordFinder({"甲乙": "", "乙丙丁": "", "戊": "", "𠀀己": ""})
    assert sorted(finder.find("甲乙丙丁甲乙戊𠀀己")) == [(0, "甲乙"), (1, "乙丙丁"), (4, "甲乙"), (6, "戊"), (7, "𠀀己")]


def test_nothing_to_find() -> None:
    assert list(WordFinder({"甲乙": "丙乙"}).find("")) == []
    assert list(WordFinder({"甲乙": "丙乙"}).find("甲")) == []
    assert list(WordFinder({}).find("甲乙")) == []


@given(
    st.dictionaries(st.text(alphabet="甲乙丙𠀀a", min_size=1, max_size=4), st.text(alphabet="甲乙丙𠀀a", max_size=4), max_size=6),
    st.text(alphabet="甲乙丙𠀀a\n", max_size=20),
)
def test_finds_what_a_search_for_each_finds(words: dict[str, str], text: str) -> None:
    expected = [(at, word) for word in words for at in range(len(text)) if text.startswith(word, at)]
    assert sorted(WordFinder(words).find(text)) == sorted(expected)


@pytest.mark.parametrize("pair", ["江河", "a。", "\u3400\u9fff"])
def test_a_pair_is_read_off_its_number(pair: str) -> None:
    numbers, different = pair_numbers(f"{pair}{pair}")
    assert numbers[0] == numbers[2] and len(different) == 2
    assert pair_of(numbers[0]) == tuple(pair)


@pytest.mark.parametrize("text", ["", "江", "\U00020000"])
def test_one_character_has_no_pair(text: str) -> None:
    assert pair_numbers(text) == ([], frozenset())
