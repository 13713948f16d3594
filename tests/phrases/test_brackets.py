"""Which bracket closes which."""

from __future__ import annotations

import pytest

from hegao.phrases.brackets import BracketFault, bracket_faults, bracket_pairs, round_openings


def test_any_kind_closes_any_kind_for_clauses() -> None:
    assert bracket_pairs("（a〔b〕c]") == {0: 6, 2: 4}
    assert bracket_pairs("（a（b）") == {2: 4}


@pytest.mark.parametrize("text", ["《关于〈办法〉的通知》（试行）", "“一网通办”", "1）登记；2）备案", "(2026)", "［注］"])
def test_what_is_in_order(text: str) -> None:
    assert bracket_faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("（市教育局", BracketFault("lone", 0)),
        ("市教育局）", BracketFault("lone", 4)),
        ("《办法", BracketFault("lone", 0)),
        ("（市教育局〕", BracketFault("mixed", 5, 0)),
        ("（《办法）》", BracketFault("lone", 1)),
    ],
)
def test_what_is_not(text: str, fault: BracketFault) -> None:
    assert fault in bracket_faults(text)


def test_openings_of_round_and_square_brackets() -> None:
    assert round_openings("甲（乙）〔丙〕《丁》[") == [1, 4, 10]
