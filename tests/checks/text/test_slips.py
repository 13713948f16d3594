"""Slips of typing: ordinary words with one wrong character, and where two right words meet."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checks.texts import hits, notice, pairs
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.text.slips import DOUBTFUL, Slips, rights_of, slip_of
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
    ("text", "expected"),
    [
        ("提高政务服物水平。", "政务服物"),
        ("各级干步要深人基层。", "干步"),
        ("做好物姿储备。", "物姿"),
        ("压减审匹时限，细花分工。", "审匹"),
        ("建立健权工作机制。", "健权"),
        ("规范资金来园渠道。", "来园"),
    ],
)
def test_slips_beside_what_usually_stands_there(text: str, expected: str) -> None:
    assert expected in [written for written, _right in found(text)]


@pytest.mark.parametrize("text", ["由其提供信服物证一份。", "他步步若干步行。", "清单如下：深人一等。"])
def test_the_same_characters_elsewhere(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳台区、云岭县先行，柳台区负责热力，柳苔区配合。", [("柳苔区", "柳台区")]),
        ("柳台区、云岭县先行，柳苔区配合。", []),
        ("东山镇、东关镇先行，东山镇负责，东关镇配合，东安镇参加。", []),
        ("涉及5个社区，各社区负责，各社区配合。", []),
    ],
)
def test_a_place_that_is_written_otherwise_once(text: str, expected: list[tuple[str, str]]) -> None:
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
    assert all(one < other for _first, seconds in rows for one, other in pairwise(seconds))
    assert all(len(line.split(",")[1].split(" ")) == len(row[1]) for line, row in zip(lines_of("slip-words"), rows, strict=True))
    known = {row["word"] for row in builtin("neighbours")}
    pairs = [(first + second, right) for first, seconds in rows for at, second in enumerate(seconds) for right in rights_of(first, at)]
    assert all(right[1:] in known for _pair, right in pairs if right.startswith(DOUBTFUL))
    slips = [(slip_of(pair, right.removeprefix(DOUBTFUL)), right.removeprefix(DOUBTFUL)) for pair, right in pairs]
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
