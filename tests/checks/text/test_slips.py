"""Slips of typing: ordinary words with one wrong character, and where two right words meet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checks.texts import hits, notice, pairs
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.slips import Slips, slip_of
from hegao.words.builtin_tables import builtin, lines_of, split_cell


def found(text: str) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各单位应当服丛统一指挥。", [("服丛", "服从")]),
        ("进行惯彻，完善有关挫施。", [("惯彻", "贯彻"), ("挫施", "措施")]),
        ("落实规章治度。", [("规章治度", "规章制度")]),
        ("由市总公会牵头，今年累记培训38期。", [("总公会", "总工会"), ("累记", "累计")]),
        ("自下月1日起用新版表格。", []),
        ("自下月1日起，起用新版表格。", [("起用", "启用")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "参加评估城市的名单另发，国际私法、图谱查询照旧。",
        "服丛村和挫施食品有限公司不受影响，积累记录，连累记者。",
        "请查阅《关于服丛指挥的通知》。",
    ],
)
def test_two_words_that_meet_and_names(text: str) -> None:
    assert found(text) == []


def test_a_slip_the_office_calls_right_is_none() -> None:
    own = Tables({"words": [{"wrong": "服丛", "right": "服丛"}]})
    assert list(Slips(own).found("应当服丛")) == []
    assert list(Slips(Tables()).found("应当服丛")) == [(2, 4, "服从")]


def test_the_table_is_sound() -> None:
    """Sorted, nothing twice, one character differs, and nothing that the table of words has."""
    rows = [line.split(",") for line in lines_of("slips")]
    assert all(one[0] < other[0] for one, other in pairwise(rows))
    slips = [(slip_of(pair, right), right) for pair, rights in rows for right in rights.split()]
    assert len({wrong for wrong, _ in slips}) == len(slips)
    assert all(sum(a != b for a, b in zip(wrong, right, strict=True)) == 1 for wrong, right in slips)
    by_hand = {wrong for row in builtin("words") for wrong in split_cell(row["wrong"])}
    assert by_hand.isdisjoint(wrong for wrong, _ in slips)
    assert not {wrong for wrong, _ in slips} & {right for _, right in slips}


def test_the_pairs_are_sound() -> None:
    rows = builtin("pairs")
    assert all(one["first"] < other["first"] for one, other in pairwise(rows))
    assert all(len(row["first"]) == 1 and len(set(row["second"])) == len(row["second"]) for row in rows)


def test_no_slip_without_its_one_character() -> None:
    with pytest.raises(ValueError, match="is no slip in"):
        slip_of("甲乙", "丙丁")
