"""The tables by which slips of typing are told: what is counted, and how it is written down."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks import slip_tables
from benchmarks.slip_tables import Sources, costs_of, letter, look_alikes, pairs_of, write


def sources(web: dict[str, int], printed: str = "", strokes: dict[str, str] | None = None, parts: dict[str, set[str]] | None = None) -> Sources:
    counts = Counter(web)
    return Sources(counts, Counter(counts), Counter(counts), Counter(counts), set(), printed, strokes or {}, parts or {})


def test_what_is_met_often_costs_less() -> None:
    costs = costs_of(sources({"工作": 9000, "抄送": 300, "工": 500, "作": 400, "抄": 20, "送": 80}))
    assert costs["工作"] < costs["抄送"] and costs["工"] < costs["抄"]


def test_longer_words_are_kept_where_their_parts_do_not_say_as_much() -> None:
    web = {"应急": 3000, "预案": 3000, "应急预案": 1, "人民": 30, "政府": 30, "人民政府": 9000}
    costs = costs_of(sources(web))
    assert "人民政府" in costs and "应急预案" not in costs


def test_traditional_characters_are_left_out() -> None:
    assert "會議" not in costs_of(sources({"會議": 900, "会议": 900}))


@pytest.mark.parametrize(("cost", "expected"), [(0.0, "a"), (3.0, "a"), (3.7, "b"), (99.0, "z")])
def test_costs_are_letters(cost: float, expected: str) -> None:
    assert letter(cost) == expected


def test_pairs_in_words_and_beside_them() -> None:
    inside, beside = pairs_of(sources({"会议": 90_000}, printed="议定。议定。定于"))
    assert "议" in inside["会"] and "定" in beside["议"] and "于" not in beside["定"]


def test_what_has_a_part_and_most_strokes_in_common_looks_alike() -> None:
    strokes = {"拨": "12151543", "拔": "12113544", "天": "1134"}
    alike = look_alikes(["拨", "拔", "天"], sources({}, strokes=strokes, parts={"拨": {"扌"}, "拔": {"扌"}, "天": {"大"}}))
    assert alike["拨"] == {"拔"} and "天" not in alike


def test_the_same_inputs_give_the_same_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slip_tables, "sounds_of", lambda characters: {"gong": {"工", "公"} & set(characters)})
    monkeypatch.setattr(slip_tables, "homophones", lambda costs: {"gong zuo": [word for word in sorted(costs) if len(word) == 2]})
    counted = sources({"工作": 9000, "公作": 20, "工": 5, "作": 5, "公": 5}, printed="工作工作")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, counted)
    names = ("word-costs.csv", "homophones.csv", "pairs.csv", "sounds.csv", "look-alikes.csv")
    assert [(tmp_path / "one" / name).read_bytes() for name in names] == [(tmp_path / "two" / name).read_bytes() for name in names]
    assert (tmp_path / "one/sounds.csv").read_text(encoding="utf-8") == "syllable,characters\ngong,公工\n"
