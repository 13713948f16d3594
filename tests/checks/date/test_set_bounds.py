"""Deadlines gone by when the document was signed, told by what shows that a day ahead is meant (``date-past``)."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

LETTER = "关于商请共建渡口的函"


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        # Others are asked for it, however far back the year lies.
        (LETTER, "以上事项，请贵局研究，并于2024年5月10日前函复我局。", "2024年5月10日"),
        (LETTER, "请贵局会同云岭县公安局，于2026年3月30日前完成渡口的水深、标志和照明核查。", "2026年3月30日"),
        (LETTER, "按照省政府关于渡运安全的要求，请你们于2026年3月31日前，将名单书面报送我局。", "2026年3月31日"),
        # Promised by the office itself.
        (LETTER, "我局将牵头，贵局配合，于2026年4月18日前完成泊位清单编制。", "2026年4月18日"),
        (LETTER, "双方于2024年6月30日前交换物资清单。", "2024年6月30日"),
        # Ordered in a text that tells.
        ("关于校舍检查情况的通报", "一、检查情况\n\n各地做法较好。\n\n二、整改要求\n\n有关学校要逐项整改，于2026年4月25日前将整改情况报市教育局。", "2026年4月25日"),
        ("关于校舍检查情况的通报", "一、检查情况\n\n各地做法较好。\n\n二、下一步工作\n\n市教育局于2026年4月25日前举办培训班。", "2026年4月25日"),
        ("关于审计整改情况的报告", "市民政局已追回4.2万元，剩余0.4万元于2026年3月31日前追回。", "2026年3月31日"),
        # The sentence sets another day that lies ahead.
        ("关于实施交通管制的通告", "施工单位设置标志标线，2024年9月3日前完成设置，2026年12月20日前清除。", "2024年9月3日"),
        ("关于同意保护规划的批复", "你市要在2024年6月30日前完成上述保护对象的挂牌，在2026年12月31日前完成评估。", "2024年6月30日"),
        ("关于公布清理结果的决定", "其余3件文件由原起草部门修改，于2026年3月26日前报市政府审定后公布。", "2026年3月26日"),
    ],
)
def test_a_day_ahead_was_meant(title: str, body: str, expected: str) -> None:
    (found,) = quotes("date-past", notice(body, title=title))
    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (LETTER, "我局已于2026年3月31日前完成核查。"),
        (LETTER, "凡于2025年12月31日前取得证书的，请于2026年7月31日前换证。"),
        (LETTER, "对于2025年12月31日前投入使用的设施，请抓紧核查。"),
        (LETTER, "你单位应当于2026年3月31日前缴清款项，但至今未缴。"),
        (LETTER, "施工合同约定承包人应当于2026年3月31日前交付。"),
        ("关于开展职称评审的通知", "申报人应当于2025年12月31日前取得学位。"),
        ("关于校舍检查情况的通报", "一、基本情况\n\n市教育局于2026年3月31日前走访学校12所。"),
        ("关于审计整改情况的报告", "市教育局于2026年3月31日前完成整改，有关资金收回国库。"),
        ("关于开展汛前检查的通知", "省政府要求各地于2026年3月31日前完成自查，现就我市工作通知如下。"),
        ("关于开展汛前检查的通知", "以2015年12月31日前建成的水库为重点，于2026年7月31日前完成检查。"),
    ],
)
def test_what_was_or_is_only_counted_by_its_day(title: str, body: str) -> None:
    assert quotes("date-past", notice(body, title=title)) == []


def listed(head: str, *days: str, done: str = "") -> str:
    rows = "\n".join(f"{at}\t第{at}监测站\t大洑镇\t{day}{done if at == 1 else ''}" for at, day in enumerate(days, 1))
    return notice("现将清单印发给你们。", title="关于修复监测站的通知") + f"\n附件\n\n受损监测站清单\n\n序号\t站点名称\t所在乡镇\t{head}\n{rows}\n"


@pytest.mark.parametrize(
    ("head", "days", "expected"),
    [
        ("计划修复时间", ("2024年11月30日前", "2026年11月30日前", "2026年11月30日前", "2026年12月20日前"), ["2024年11月30日前"]),
        ("修复时间", ("2026年4月30日前", "2026年11月30日前", "2026年12月20日前"), ["2026年4月30日前"]),
        ("提供时限", ("2026年11月30日", "2026年11月30日", "2026年4月30日"), ["2026年4月30日"]),
        # Days that were, a column of both, a range.
        ("发生时间", ("2026年4月30日", "2026年11月30日", "2026年12月20日"), []),
        ("修复时间", ("2026年4月30日", "2026年11月30日", "2026年12月20日"), []),
        ("计划修复时间", ("2026年4月30日前", "2026年3月31日前", "2026年12月20日前"), []),
        ("计划修复时间", ("2026年3月—12月", "2026年11月30日前", "2026年12月20日前"), []),
    ],
)
def test_a_day_gone_by_in_a_column_of_days_to_come(head: str, days: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("date-past", listed(head, *days)) == expected


def test_a_row_that_is_done_may_have_a_day_gone_by() -> None:
    assert quotes("date-past", listed("计划修复时间", "2026年4月30日前", "2026年11月30日前", "2026年12月20日前", done="（已完成）")) == []
