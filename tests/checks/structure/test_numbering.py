"""Numbers of headings and rows that skip, repeat, or stand upside down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checks.drafts import context, document, headings, table, text
from checks.texts import usual
from checks.told import findings, quotes
from hegao.checks.structure.heading_levels import heading_level
from hegao.checks.structure.heading_style import heading_style
from hegao.checks.structure.numbering import slips
from hegao.document.model import Heading
from hegao.phrases.numbers import chinese, chinese_number
from notices import notice

heading_numbering = usual("heading-numbering")
row_numbering = usual("row-numbering")


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([1, 2, 3], []),
        ([3, 4, 5], []),
        ([1, 2, 4, 5], [("gap", 2, 3)]),
        ([1, 2, 5], [("gap", 2, 3)]),
        ([1, 2, 120, 3], []),
        ([1, 2, 2, 3], [("duplicate", 2, 3)]),
        ([1, 2, 2, 4], [("duplicate", 2, 3)]),
        ([1, 2, 3, 2, 5], [("duplicate", 3, 4)]),
        ([1, 2, 1, 2], []),
        ([1, 1, 1], []),
        ([1, 1, 3], [("duplicate", 1, 2)]),
        ([1, 3, 1, 2], [("gap", 1, 2)]),
    ],
)
def test_slips(numbers: list[int], found: list[tuple[str, int, int]]) -> None:
    assert [(slip.kind, slip.at, slip.expected) for slip in slips(numbers)] == found


@given(some.lists(some.integers(1, 30), max_size=8))
def test_runs_that_count_on_are_never_at_fault(lengths: list[int]) -> None:
    assert list(slips([number for length in lengths for number in range(1, length + 1)])) == []


@given(some.integers(1, 99))
def test_chinese_numbers_are_read_back(value: int) -> None:
    assert chinese(chinese_number(value)) == value


def told(*lines: str, kind: str = "gap") -> list[tuple[str, str]]:
    """Labels at fault and the labels expected."""
    of = document(*headings(*lines))
    return [(hit.at.value, str(hit.facts["expected"])) for hit in heading_numbering(of, context(of), kind)]


def test_gap_in_headings() -> None:
    assert told("一、甲", "二、乙", "四、丁") == [("四、丁", "三、")]
    assert told("（一）甲", "（二）乙", "（四）丁") == [("（四）丁", "（三）")]
    assert told("1.甲", "2.乙", "4.丁") == [("4.丁", "3.")]


def test_a_quotation_mark_left_open_by_a_slip_hides_no_heading() -> None:
    assert told("1.开展宣传“五进’活动", "2.落实“两法”衔接", "3.公布结果") == []
    assert told("一、将第三条改为：“具体如下：", "五、开展检查”", "二、公布结果") == []
    assert told("一、将第三条改为：“具体如下：", "五、开展检查，做好“两法”衔接”", "二、公布结果") == []


def test_repeat_in_headings() -> None:
    assert told("一、甲", "二、乙", "二、丙", "四、丁", kind="duplicate") == [("二、丙", "三、")]


def test_numbering_restarts_under_each_parent() -> None:
    assert told("一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "（二）卯") == []


def test_heading_printed_again_on_the_next_page() -> None:
    assert told("一、甲", "二、乙", "二、乙", "三、丙", kind="duplicate") == []


def test_list_upside_down() -> None:
    of = document(*headings("（一）甲", "一、子", "二、丑", "（二）乙", "一、寅"))
    assert [hit.facts for hit in heading_level(of, context(of))] == [{"label": "一、", "outer": "（一）", "fault": "inverted"}]


def test_levels_in_order() -> None:
    for lines in (
        ("一、甲", "1.子", "2.丑", "二、乙"),
        ("一、甲", "（一）子", "（二）丑", "二、乙", "（三）寅"),
        ("（一）甲", "（二）乙", "一、丙"),
    ):
        of = document(*headings(*lines))
        assert list(heading_level(of, context(of))) == []


@pytest.mark.parametrize(
    ("written", "label", "style", "right"),
    [
        ("一.甲", "一.", "han", "一、"),
        ("（一）、甲", "（一）、", "han-paren", "（一）"),
        ("1、甲", "1、", "digit", "1."),
        ("（1）.甲", "（1）.", "digit-paren", "（1）"),
    ],
)
def test_wrong_mark_is_mended(written: str, label: str, style: str, right: str) -> None:
    whole = text(written)
    of = document(Heading(whole, label, style, 1, 1, whole))
    (hit,) = heading_style(of, context(of))
    assert hit.facts == {"label": label, "right": right, "fault": "label"}
    (edit,) = hit.edits
    assert edit.safe
    at = edit.at.span().column - 1
    assert written[:at] + edit.text + written[at + len(edit.at) :] == right + "甲"


@pytest.mark.parametrize(
    ("label", "style"), [("一、", "han"), ("（一）", "han-paren"), ("1.", "digit"), ("1．", "digit"), ("1", "digit"), ("1.1", "decimal")]
)
def test_right_marks(label: str, style: str) -> None:
    whole = text(label + "甲")
    of = document(Heading(whole, label, style, 1, 1, whole))
    assert list(heading_style(of, context(of))) == []


def rows(kind: str, *lines: str) -> list[tuple[str, int]]:
    """Serials at fault and those expected."""
    whole, _tasks = table("序号|名称|地址", *lines)
    return [(hit.at.value, int(hit.facts["expected"])) for hit in row_numbering(whole, context(document(whole)), kind)]


def test_serials() -> None:
    assert rows("gap", "1|阁|东", "2|塔|西", "4|桥|南") == [("4", 3)]
    assert rows("duplicate", "1|阁|东", "2|塔|西", "2|桥|南", "3|亭|北") == [("2", 3)]
    assert rows("gap", "1|阁|东", "2|塔|西", "3|桥|南") == []


def test_item_over_several_rows() -> None:
    assert rows("duplicate", "1|阁|东", "2|塔|西", "2|塔|南", "3|亭|北") == []
    assert rows("duplicate", "1|阁|东", "2|塔|西", "2||南", "3|亭|北") == []


def test_numbers_that_are_no_serials() -> None:
    assert rows("gap", "3|阁|东", "5|塔|西", "7|桥|南", "9|亭|北", "11|台|中") == []


def test_groups_of_rows_count_by_themselves() -> None:
    assert rows("duplicate", "一|工程费|东", "1|林带|西", "2|沙障|南", "3|机井|北", "二|其他费|东", "三|预备费|西") == []
    assert rows("duplicate", "一|工程费|东", "1|林带|西", "2|沙障|南", "2|机井|北", "二|其他费|东", "三|预备费|西") == [("2", 3)]


def test_a_first_number_between_two_of_the_list_begins_no_new_one() -> None:
    body = [f"{label}、研究{place}渡口事宜" for label, place in zip("一二三四一六", "东西南北中上", strict=True)]
    assert quotes("heading-duplicate", notice(*(part for head in body for part in (head, "会议原则同意。")))) == ["一、研究中渡口事宜"]


def test_run_in_headings_end_as_those_beside_them() -> None:
    others = ("一、安排", "（一）压实责任。各镇负总责。", "（二）强化督查。县里督查。")
    (lead,) = findings("heading-style", notice(*others, "（三）严肃问责：对不力的问责。"))
    assert (lead.quote, lead.severity) == ("（三）严肃问责：", "warning")
    (comma,) = findings("heading-style", notice(*others, "（三）严肃问责，对不力的予以问责。"))
    assert (comma.quote, comma.severity) == ("（三）严肃问责，", "info")
    for words in ("计划4月开工，年底建成。", "建立台账，压实责任。每月调度。", "由县农业农村局牵头，各镇配合。"):
        assert findings("heading-style", notice(*others, f"（三）{words}")) == []
    assert findings("heading-style", notice(*others, "（三）议价、拒载仍有发生。暗访发现6起。")) == []


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (("一、分级", "1.特大型：亡30人以上。", "2，大型：亡10人以上。", "3.中型：亡3人以上。"), "2，"),
        (("一、分级", "1）窗口设置。设窗口4个。", "2.事项清单。首批12项。", "3.办理模式。异地受理。"), "1）"),
        (("一、安排。（一）自查。各镇自查。（二）、检查。县里检查。",), "（二）、"),
    ],
)
def test_labels_of_another_kind(lines: tuple[str, ...], label: str) -> None:
    assert [one.quote for one in findings("heading-style", notice(*lines))] == [label]


def test_a_label_has_one_mark() -> None:
    for wrong in ("2．、", "2..", "2.，"):
        assert quotes("heading-style", notice("一、做好排查", "1.排查管网。", f"{wrong}排查工地。", "3.排查泵站。")) == [wrong]
    assert quotes("heading-style", notice("一、做好排查", "1.排查管网。", "2.“三查”工地。", "3.排查泵站。")) == []


def test_an_item_within_a_paragraph_may_begin_with_a_figure() -> None:
    assert quotes("heading-gap", notice("一、对象。下列人员：1.高校毕业生；2.16～24岁青年；3.退役士兵。")) == []
    assert quotes("heading-gap", notice("一、对象。下列人员：1.高校毕业生；3.退役士兵；4.16～24岁青年。")) == ["3."]


def test_two_slips_side_by_side_are_each_told_as_what_they_are() -> None:
    items = ("（一）召开大会。大会于3月举行。", "（二）巡回报告。选出6名。", "（二）编印材料。汇编成册。", "（四）专题宣传。开设专栏。")
    text = notice("一、名额", "甲。", "二、奖励", "（一）甲。", "（二）乙。", "三、安排", *items, "五、要求", "（一）珍惜荣誉。", "（二）学习先进。")
    assert quotes("heading-duplicate", text) == ["（二）编印材料"]
    assert quotes("heading-gap", text) == ["五、要求"]
    assert quotes("heading-level", text) == []
