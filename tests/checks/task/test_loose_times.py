"""Times that leave open when or how often: asked about where somebody is obliged and nothing else tells the time."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("各县（区）人民政府应定期将清淤进展报市水利局。", ["定期"]),
        ("各县（区）人民政府应于每月5日前将清淤进展报市水利局。", []),
        ("各牵头单位要时常报送进展。", ["时常"]),
        ("你局要加强跟踪，定期形成评估报告。", ["定期"]),
        ("市水利局应当不定期检查一次泵站运行情况。", ["不定期"]),
        ("市水利局应当每季度检查一次泵站运行情况。", []),
        ("加强抽检。定期完成一轮抽检，结果向社会公布。", ["定期"]),
        ("市水利局应当适时组织开展运行评价。", ["适时"]),
        ("市水利局应当根据评价结果适时调整调度规程。", []),
        ("市水利局要适时调度进展，2026年12月底前形成总结报告。", []),
        ("市政府督查室将择机开展专项督查。", ["择机"]),
        ("调整停车泊位的，市公安局应当提前向社会公告。", ["提前"]),
        ("调整停车泊位的，市公安局应当提前7日向社会公告。", []),
        ("由市水利局负责，于2026年8月31日前争取尽早完成征拆。", ["尽早"]),
        ("由各镇负责，组织各村逐户排查，有条件的完成。", ["有条件的完成"]),
        ("城区水源地每月监测1次，乡镇水源地不定期监测，结果报市水利局。", ["不定期"]),
        ("城区水源地每月监测1次，乡镇水源地每季度监测1次，结果报市水利局。", []),
        ("市水利局应当在较短时间内答复投诉人。", ["较短时间内"]),
        ("因故不能参会的，请尽早向市政府办公室请假。", ["尽早"]),
        ("由市应急管理局会商后择时发布预警信息。", ["择时"]),
        ("请将意见抓紧反馈我局。", ["抓紧"]),
        ("各级各部门要高度重视，抓紧抓好各项工作。", []),
        ("建立定期通报制度，推动问题整改。", []),
        ("市教育局适时组织竣工验收，市财政局于2026年9月底前完成决算评审。", ["适时"]),
        ("工程于2026年5月开工建设，尽早竣工，2027年9月投入使用。", ["尽早"]),
        ("组委会办公室审核参赛资格，适当时候公布参赛名单。", ["适当时候"]),
        ("各牵头单位要细化举措，尽早将实施计划报县政府督查室。", ["尽早"]),
        ("要尽快形成工作合力。", []),
        ("不得用于择期手术患者。", []),
    ],
)
def test_word_that_leaves_the_time_open(body: str, expected: list[str]) -> None:
    assert quotes("deadline-vague", notice(body)) == expected


def test_month_alone_among_days() -> None:
    days = ("一、2026年6月20日前报送名单。", "二、2026年6月25日前报送材料。", "三、2026年6月28日前确认住宿。")
    assert quotes("deadline-vague", notice(*days, "四、2026年7月前完成会场布置。")) == ["2026年7月前"]
    assert quotes("deadline-vague", notice(*days, "四、2026年7月底前完成会场布置。")) == []


@pytest.mark.parametrize(("said", "expected"), [("不定期", ["不定期"]), ("每月1次", [])])
def test_word_in_a_column_of_turns(said: str, expected: list[str]) -> None:
    rows = ("1\t泵站\t市水利局\t每月1次", "2\t井盖\t市公安局\t每季度1次", f"3\t管网\t市城管局\t{said}")
    assert quotes("deadline-vague", notice("检查安排如下：", "\n".join(("序号\t检查项目\t检查单位\t检查频次", *rows)))) == expected
