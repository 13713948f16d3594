"""Totals and counts against what is listed."""

from __future__ import annotations

import pytest

import notices
from checks.texts import hits, notice
from reading import read


def found(*paragraphs: str) -> list[tuple[str, str]]:
    return [(str(hit.facts["stated"]), str(hit.facts["found"])) for hit in hits("totals", notice(*paragraphs))]


def table(total: str, *figures: str, head: str = "") -> str:
    rows = "\n".join(f"{number}\t项目{number}\t{figure}" for number, figure in enumerate(figures, 1))
    return f"{head}序号\t项目\t金额\n{rows}\n合计\t\t{total}"


@pytest.mark.parametrize(
    ("total", "figures", "expected"),
    [
        ("310", ("100", "200"), [("310", "300")]),
        ("300", ("100", "200"), []),
        ("1,300", ("1,100", "200"), []),
        ("0.7", ("0.33", "0.33"), []),
        ("100.1", ("33.3", "33.3", "33.4"), []),
        ("100.4", ("33.3", "33.3", "33.4"), [("100.4", "100")]),
        ("310", ("100", "约200"), []),
    ],
)
def test_column(total: str, figures: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found("一、资金安排如下：", table(total, *figures)) == expected


def test_subtotals_are_not_added_up() -> None:
    assert found("一、资金安排如下：", table("300", "100", "200").replace("项目2", "小计")) == []


def test_rows_of_the_table_that_follows() -> None:
    rows = "序号\t项目\n1\t甲\n2\t乙\n3\t丙"
    assert found("一、项目清单（共4个）", rows) == [("4", "3")]
    assert found("一、项目清单（共3个）", rows) == []
    assert found("一、项目清单（共4个）", rows.replace("3\t丙", "5\t丙")) == []


def test_items_below_an_announcement() -> None:
    items = ("（一）抓紧开工。", "（二）按时完工。")
    assert found("一、抓好以下三项工作：", *items) == [("3", "2")]
    assert found("一、抓好以下两项工作：", *items) == []
    assert found("一、抓好三项工作。", *items) == []


def test_items_numbered_through() -> None:
    items = ("1.甲县做法。", "2.乙县做法。", "3.丙县做法。")
    assert found("（共4项）", *items) == [("4", "3")]
    assert found("（共3项）", *items) == []
    assert found("（共4项）", *items[:2], "1.丙县做法。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做到三个到位：一是责任到位；二是资金到位。", [("3", "2")]),
        ("做到两个到位：一是责任到位；二是资金到位。", []),
        ("做到三个到位：一要责任到位，二要资金到位，三要人员到位。", []),
        ("实现两个转变：一是转方式；二是转机制。做到三个到位：一是责任到位；二是资金到位；三是人员到位。", []),
        ("明确三个方面（详见附件）：一是总体要求；二是任务。", []),
    ],
)
def test_ordinals_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城区12项、县域15项，共计28项。", [("28项", "27项")]),
        ("城区12项、县域15项，共计27项。", []),
        ("共30项，其中城区12项、县域15项。", []),
        ("上年12项，今年新增15项，五年共计98项。", []),
        ("城区12项、县域15户，共计28项。", []),
        ("城区12项、县域15项等，共计98项。", []),
    ],
)
def test_addends(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_two_lists_of_like_things_each_have_their_count() -> None:
    from hegao.engine.configuration.options import Options
    from hegao.engine.run.runner import check_sources
    from hegao.sources.source import Source

    def listed(title: str, count: int) -> list[str]:
        return [title, "", "序号\t文件", *(f"{at}\t江河市{at}号规则" for at in range(1, count + 1)), ""]

    lines = ["江河市人民政府关于废止部分文件的决定", "", "　　一、5件行政规范性文件，予以废止，目录见附件1。", "", "　　二、4件行政规范性文件，宣布失效，目录见附件2。", ""]
    lines += ["　　附件：1．废止的行政规范性文件目录", "　　　　　2．失效的行政规范性文件目录", "", "　　　　　　江河市人民政府", "　　　　　　2026年3月6日", ""]
    lines += ["附件1", "", *listed("废止的行政规范性文件目录", 5), "附件2", "", *listed("失效的行政规范性文件目录", 4)]
    [file] = check_sources([Source("a.txt", tuple(lines))], Options(select=("total",))).files
    assert [finding.quote for finding in file.findings] == []
    lines[4] = lines[4].replace("4件", "6件")
    [file] = check_sources([Source("a.txt", tuple(lines))], Options(select=("total",))).files
    assert [finding.quote for finding in file.findings] == ["6"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("维护费按季支付，优秀的支付100%，良好的支付95%，合格的支付85%，不合格的支付70%。", []),
        ("工程款分三次支付：开工后支付30%，主体完工后支付50%，验收后支付30%。", [("30%", "110%")]),
    ],
)
def test_instalments_of_one_sum_and_of_several(said: str, expected: list[tuple[str, str]]) -> None:
    assert found(said) == expected


@pytest.mark.parametrize(("groups", "expected"), [(("（12名）", "（8名）", "（4名）"), []), (("", "", ""), [("24", "3")])])
def test_groups_that_bear_counts_of_their_own_are_not_what_is_counted(groups: tuple[str, str, str], expected: list[tuple[str, str]]) -> None:
    heads = [f"{mark}、{who}{count}" for mark, who, count in zip("一二三", ("水手", "鼓手", "舵手"), groups, strict=True)]
    behind = "附件\n\n先进个人名单\n（共24名）\n\n" + "\n甲　乙　丙\n".join(heads) + "\n丁　戊　己"
    text = read(notices.notice("现将名单印发给你们。", behind=behind))
    assert [(str(hit.facts["stated"]), str(hit.facts["found"])) for hit in hits("totals", text)] == expected


def test_the_number_of_an_article_announces_no_items() -> None:
    items = ("（一）新建站点，每个30万元；", "（二）改造旧站，每个10万元；", "（三）添置设备，每套2万元。")
    assert found("第七条　资助标准如下：", *items) == []
    assert found("资助标准共七条如下：", *items) == [("7", "3")]


def test_what_one_body_did_is_not_what_all_did() -> None:
    rows = ("序号\t单位名称\t主要业绩", "1\t第一客运分公司\t完成旅客运输量38万人次", "2\t第二客运分公司\t新辟线路3条")
    assert found("全集团奋力拼搏，完成旅客运输量96万人次。", "\n".join(rows)) == []


def test_the_share_that_tells_another_whole_than_all_others() -> None:
    rows = ["序号\t服务需求\t人数（人）\t占比", "1\t助餐\t513\t36%", "2\t医疗\t456\t32%", "3\t家政\t228\t{}", "4\t慰藉\t142\t10%", "5\t其他\t86\t6%"]
    assert found("受访者最需要的服务依次为：", "\n".join(rows).format("18%"))[0][0] == "18%"
    assert found("受访者最需要的服务依次为：", "\n".join(rows).format("16%")) == []


def test_what_a_sum_row_counts_of_a_column() -> None:
    rows = ["序号\t姓名\t性别\t学历", "1\t柯立\t男\t大学", "2\t田雨\t男\t研究生", "3\t方若\t女\t大学", "合计\t3人\t{}\t研究生1人、大学2人"]
    assert found("名单如下：", "\n".join(rows).format("男1人、女1人"))[0][0] == "男1人"
    assert found("名单如下：", "\n".join(rows).format("男2人、女1人")) == []


@pytest.mark.parametrize(
    "period",
    [
        "公示期不少于7个工作日，时间为2026年3月2日至2026年3月10日。",
        "整治行动从2026年3月5日至2026年8月20日，为期半年。",
        "公示期为9日（2026年3月1日至3月10日）。",
        "合作期限为3年，自2026年4月15日起至2029年4月15日止。",
    ],
)
def test_a_period_counts_with_both_ends_or_one(period: str) -> None:
    assert found(period) == []


def test_rows_that_stand_for_several_are_counted_by_their_sums() -> None:
    rows = "序号\t类别\t建议（件）\t提案（件）\n1\t道路\t2\t3\n2\t绿化\t1\t1\n3\t供水\t2\t1\n合计\t\t5\t5"
    assert found("现将重点提案5件予以交办。", f"重点建议和重点提案分办表\n{rows}") == []
