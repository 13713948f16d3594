"""Offices, groups and departments told by a name that the document does not give them; who tells what a rule means."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("一、手续由学生工作处统一组织。", "二、各学院将信息报学生处。", "三、宿舍由后勤管理处负责，学生工作处配合。"), ["学生处"]),
        (("一、名单报送人事处。", "二、请假报组织人事部批准。", "三、总结由人事处汇总。"), ["组织人事部"]),
        (("一、采购中心负责招标。", "二、合同由审计科、采购科负责。", "三、采购中心汇总后通报。"), ["采购科"]),
        (("一、名单报送人事处。", "二、名单由集团人事处汇总。", "三、总结由人事处汇总。"), []),
        (("一、名单报送人事处。", "二、由人事处、组织人事部负责。", "三、总结由人事处汇总。"), []),
        (("一、资金由市财政局会同市审核局加强监管。",), ["市审核局"]),
        (("一、市退役军人管理局每季度走访一次。",), ["市退役军人管理局"]),
        (("一、县城乡建设局、县财政局负责。",), ["县城乡建设局"]),
        (("一、市城市管理执法局、市地方金融管理局负责。",), []),
    ],
)
def test_offices_and_departments(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("unit-variant", notice(*body)) == expected


def test_groups_that_are_not_in_the_list() -> None:
    listed = "一、指挥部下设综合协调组、抢险救援组、医疗救护组、后勤保障组。"
    duties = "二、综合协调组负责脚本；抢险救援组负责处置；{}负责转运；后勤保障组负责供应。"
    assert quotes("unit-unknown", notice(listed, duties.format("治安警戒组"))) == ["治安警戒组"]
    assert quotes("unit-unknown", notice(listed, duties.format("医疗救护组"))) == []


def test_who_tells_what_a_rule_means() -> None:
    body = ("第一条　市民政局、市财政局负责监督管理。", "第二条　市民政局每年检查一次。", "第三条　由{}负责解释。")
    for reader, expected in (("市综合执法大队", ["市综合执法大队"]), ("市商务局", ["市商务局"]), ("市民政局", []), ("市民政局会同市商务局", []), ("各有关部门", [])):
        text = notice(*body[:2], body[2].format(reader), issuer="江河市民政局", number="江民发〔2026〕12号")
        assert quotes("unit-unknown", text) == expected


def test_a_clause_against_its_measure() -> None:
    assert quotes("lead-conflict", notice("一、市水利局牵头实施供水工程，年内新增受益人口3万人。（市财政局牵头，市林业局配合）")) == ["市财政局"]
    assert quotes("lead-conflict", notice("一、市水利局牵头实施供水工程，年内新增受益人口3万人。（市水利局牵头，市林业局配合）")) == []
    measure = "一、2026年9月底前完成盲道整治40公里。（市城市管理局牵头，2026年{}月底前完成）"
    assert quotes("deadline-conflict", notice(measure.format(10))) == ["2026年10月底前完成"]
    assert quotes("deadline-conflict", notice(measure.format(9))) == []


def test_a_county_is_no_district_of_the_issuer() -> None:
    body = ("一、云岭区有关企业责任不落实。", "二、检查了瑞川公司（云岭县）。")
    assert quotes("unit-variant", notice(*body, issuer="云岭区应急管理局", number="云应急发〔2026〕12号")) == ["云岭县"]


def test_days_that_are_counted_from_nothing() -> None:
    assert quotes("deadline-open", notice("一、请各单位10个工作日内，将整改方案报送市政府督查室。")) == ["10个工作日内"]
    assert quotes("deadline-open", notice("一、请各单位自收到本通知之日起10个工作日内，将整改方案报送市政府督查室。")) == []
    assert quotes("deadline-open", notice("一、接到投诉后，由市民政局登记。承办单位应当在10个工作日内办结。")) == []


def test_who_is_late_by_another_day_than_the_one_asked_for() -> None:
    body = ("一、请各县（区）于7月20日前将普查数据报送市统计局。", "二、{}前未报送普查数据的，予以通报。")
    assert quotes("deadline-conflict", notice(body[0], body[1].format("7月25日"))) == ["7月25日前"]
    assert quotes("deadline-conflict", notice(body[0], body[1].format("7月20日"))) == []
