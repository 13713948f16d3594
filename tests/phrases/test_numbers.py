"""Document numbers, however written."""

from __future__ import annotations

import pytest

from hegao.phrases.citations import find_citations
from hegao.phrases.numbers import broken_number, chinese, find_number, find_numbers, find_order


@pytest.mark.parametrize(
    ("text", "normal", "faults"),
    [
        ("江政办发〔2026〕12号", "江政办发〔2026〕12号", ()),
        ("江政办发 〔2026〕 12 号", "江政办发〔2026〕12号", ()),
        ("江政办发[2026]12号", "江政办发〔2026〕12号", ("bracket",)),
        ("江政办发（2026）12号", "江政办发〔2026〕12号", ("bracket",)),
        ("江政办发〔2026〕第012号", "江政办发〔2026〕12号", ("ordinal", "zero")),
        ("江政办发〔26〕12号", "江政办发〔2026〕12号", ("year",)),
        ("根据江政办发〔2026〕12号文件", "江政办发〔2026〕12号", ()),
    ],
)
def test_a_number_and_its_faults(text: str, normal: str, faults: tuple[str, ...]) -> None:
    phrase = find_number(text)
    assert phrase is not None
    assert (phrase.normal, phrase.faults) == (normal, faults)


def test_years_in_brackets_are_no_numbers() -> None:
    assert list(find_numbers("完成情况（2026）5项，（2026年）3处")) == []


def test_orders_and_broken_numbers() -> None:
    order = find_order("江河市人民政府令第12号")
    assert order is not None
    assert (order.serial, order.normal) == (12, "江河市人民政府令第12号")
    broken = broken_number("江政办发〔202612号")
    assert broken is not None
    assert broken.normal == "江政办发〔2026〕12号"


@pytest.mark.parametrize(("written", "value"), [("十", 10), ("二十一", 21), ("一百零三", 103), ("二〇二六", 2026), ("", 0)])
def test_chinese_numerals(written: str, value: int) -> None:
    assert chinese(written) == value


def test_cited_titles_with_their_numbers() -> None:
    cited = list(find_citations("按照《关于印发〈防汛办法〉的通知》（江政发〔2025〕3号）和《预案》执行"))
    assert [(one.title, one.number.normal if one.number else None) for one in cited] == [
        ("关于印发〈防汛办法〉的通知", "江政发〔2025〕3号"),
        ("预案", None),
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("江政发〔2026〕1号江政办发〔2026〕2号", ["江政发〔2026〕1号", "江政办发〔2026〕2号"]),
        ("江政发 〔2026〕 1号", ["江政发 〔2026〕 1号"]),
        ("〔2026〕1号、A〔2026〕2号", []),
        ("〔2026〕1号〔2025〕3号", ["号〔2025〕3号"]),
        ("根据" + "甲" * 20 + "〔2026〕1号", ["甲" * 16 + "〔2026〕1号"]),
    ],
)
def test_the_code_stands_before_the_bracket(text: str, written: list[str]) -> None:
    assert [number.written for number in find_numbers(text)] == written
