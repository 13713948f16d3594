"""Departments by all their names."""

from __future__ import annotations

import pytest

from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.departments import (
    completed,
    departments,
    government_names,
    known_name,
    leading_level,
    merged_bodies,
    party_names,
    split_place,
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("江河市财政局", ("江河", "市", "财政局")),
        ("市财政局", ("", "市", "财政局")),
        ("江河壮族自治区教育厅", ("江河壮族", "自治区", "教育厅")),
        ("自治区教育厅", ("", "自治区", "教育厅")),
        ("国家税务总局", ("", "", "国家税务总局")),
        ("教育局", ("", "", "教育局")),
    ],
)
def test_place_and_level_before_a_name(name: str, parts: tuple[str, str, str]) -> None:
    assert split_place(name) == parts


def test_the_longest_level_is_taken() -> None:
    assert [leading_level(name) for name in ("自治区财政厅", "区财政局", "街道办事处", "财政局")] == ["自治区", "区", "街道", ""]


def test_a_short_name_is_wrong_here_and_nowhere_standard() -> None:
    assert departments()["市场监督局"][1] == "wrong"
    assert departments()["市场监管局"][1] == "short"
    assert "医院保障局" not in departments()


def test_a_name_that_is_wrong_now_is_told_by_the_name_that_its_department_has() -> None:
    now: dict[str, set[str]] = {row["group"]: set() for row in builtin("departments")}
    for row in builtin("departments"):
        now[row["group"]] |= {row["full"], *split_cell(row["short"])}
    told = {row["wrong"]: row["right"] for row in builtin("former-names")}
    for row in builtin("departments"):
        # What has been merged since is told by what it is part of.
        for name in split_cell(row["former"]) if row["full"] not in merged_bodies() else ():
            assert told.get(name, row["full"]) in now[row["group"]], name


def test_departments_of_governments_and_of_party_committees() -> None:
    assert {"财政局", "住建局", "市场监督局"} <= government_names()
    assert {"组织部", "统战部", "编办"} <= party_names()
    assert not government_names() & party_names()


def test_a_level_before_a_department() -> None:
    known = known_name("江河市住建局")
    assert known is not None and (known.prefix, known.usual, known.standard) == ("江河市", "江河市住房城乡建设局", False)
    assert known_name("市公安局临湖分局") is None


@pytest.mark.parametrize(
    ("stem", "level", "names"),
    [("教育", "市", ["教育局"]), ("教育", "自治区", ["教育厅"]), ("发展改革", "市", ["发展改革局", "发展改革委"]), ("云岭", "市", [])],
)
def test_what_a_department_without_its_last_letter_may_be(stem: str, level: str, names: list[str]) -> None:
    assert completed(stem, level) == names
