"""Names of bodies in running text, towns, offices, bureaus misspelt; rows that repeat a title."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("市交通运输局负责公交调整。", "请市民留意，由市交通局发布信息。"), ["市交通局"]),
        (("县水利局要加强调度。", "汛后由县水务局牵头完成监测。"), ["县水务局"]),
        (("市数据局是主管部门。", "市数据管理局应当建立台账。"), ["市数据管理局"]),
        (("区自然资源分局应缴120万元、区国土资源分局应缴80万元。",), ["区国土资源分局"]),
        (("城东街道办事处要做好动员。", "城东街道办事处负责安置。", "由城东镇人民政府牵头迁移。"), ["城东镇人民政府"]),
        (("市发展改革委、市水利局要加强会商。", "江河市发展和改革委员会负责统筹。"), []),
        (("市交通运输局（原市交通局）负责。",), []),
        (("1.（市发改委（审改办）牵头）", "2.由市发改委负责，3月底前完成。"), ["市发改委"]),
        (("市交通运输局负责，临湖县交通局配合。",), ["临湖县交通局"]),
        (("市人力资源社会保障局负责组织。", "原由市人事局、市劳动和社会保障局于2008年联合开展的项目继续有效。"), []),
    ],
)
def test_one_body_under_two_names_in_running_text(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("unit-variant", notice(*body)) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("由市应管理局牵头抽查。", ["市应管理局"]),
        ("由市水库监测安全中心牵头抽查。", ["市水库监测安全中心"]),
        ("由市堤防管中心牵头抽查。", ["市堤防管中心"]),
        ("由市堤防管理二中心牵头抽查。", []),
        ("由市堤防中心牵头抽查。", []),
    ],
)
def test_a_name_that_lost_a_character_or_has_words_exchanged(last: str, expected: list[str]) -> None:
    body = ("市应急管理局、市水库安全监测中心、市堤防管理中心负责巡查。", "会商由市应急管理局、市水库安全监测中心、市堤防管理中心参加。", last)
    assert quotes("unit-variant", notice(*body)) == expected


def test_an_office_under_a_short_name_of_its_own() -> None:
    body = ("1.开展健康教育。（体育卫生与艺术科牵头，7月底前完成）", "2.组织中考体育。（体卫艺科牵头，8月底前完成）")
    assert quotes("unit-variant", notice(*body)) == ["体卫艺科"]


def test_a_bureau_one_letter_off() -> None:
    body = ("1.核定水价。（县财政局牵头，7月底前完成）", "2.建立专户。（县水利局牵头，县财务局配合，8月底前完成）")
    assert quotes("unit-unknown", notice(*body)) == ["县财务局"]


ROWS = "序号\t工作任务\t牵头单位\t完成时限\n1\t净化设备配套工程\t{}\t{}\n2\t规范排水许可\t市行政审批局\t2026年9月30日前"
TASKS = ("1.配套净化设备。由市水利局牵头，市财政局配合，于2026年8月31日前完成。", "2.规范排水许可。由市行政审批局牵头，市财政局配合，于2026年9月30日前完成。")


@pytest.mark.parametrize(
    ("rule", "lead", "due", "expected"),
    [
        ("deadline-conflict", "市水利局", "2026年10月31日前", ["2026年10月31日前"]),
        ("deadline-conflict", "市水利局", "2026年8月31日前", []),
        ("lead-conflict", "市教育局", "2026年8月31日前", ["净化设备配套工程"]),
        ("lead-conflict", "市水利局", "2026年8月31日前", []),
    ],
)
def test_a_row_that_turns_a_title_round(rule: str, lead: str, due: str, expected: list[str]) -> None:
    behind = f"附件\n\n任务分工表\n\n{ROWS.format(lead, due)}"
    assert quotes(rule, notice("一、重点任务", *TASKS, behind=behind)) == expected


def test_the_name_of_a_group_of_rows_is_no_measure() -> None:
    table = "序号\t类别\t工作任务\t牵头单位\n1\t对外开放\t引进外资企业五家\t市投资促进局\n2\t对外开放\t组织两场推介会\t市商务局"
    body = ("1.对外开放。由市商务局牵头，市财政局配合，于2026年8月31日前完成。",)
    assert quotes("lead-conflict", notice("一、重点任务", *body, behind=f"附件\n\n任务分工表\n\n{table}")) == []


SENTENCES = tuple(f"（{mark}）由市{body}局牵头，市财政局配合，于2026年{month}月底前完成排查。" for mark, body, month in (("一", "水利", 7), ("二", "教育", 8), ("三", "民政", 9)))


@pytest.mark.parametrize("last", ["（四）云岭县人民政府、市体育局要于2026年7月31日前向市政府办公室报送整改报告。", "（四）请各成员单位、各水库管理单位于2026年7月6日17:00前将名单报办公室。"])
def test_bodies_that_each_report_need_no_lead(last: str) -> None:
    assert quotes("lead-missing", notice("一、任务", *SENTENCES, last)) == []


def test_who_urges_on_leads_no_work_of_those_urged() -> None:
    table = "问题整改清单\n\n序号\t问题\t责任单位\t督促部门\t整改措施\t完成时限\n"
    rows = ("工程款未按约定支付\t{}人民政府\t市财政局\t付清应付工程款\t2026年8月15日前", "路面未按图纸施工\t{}人民政府\t市住房城乡建设局\t返工\t2026年8月20日前")
    table += "\n".join(f"{number}\t{row.format(place)}" for number, (place, row) in enumerate(zip(("云岭县", "松坪县"), rows, strict=True), 1))
    body = ("一、整改要求", "（一）加快支付。由市财政局牵头，市审计局配合，督促云岭县于2026年8月15日前付清应付工程款。", "（二）消除隐患。由市住房城乡建设局牵头，市水利局配合，于2026年8月31日前完成复查。")
    text = notice(*body, behind=f"附件\n\n{table}")
    assert quotes("lead-conflict", text) == quotes("deadline-conflict", text) == []


def test_one_of_several_days_in_a_sentence_is_that_of_the_row() -> None:
    table = "任务分工表\n\n序号\t任务\t责任单位\t完成时限\n1\t制定项目用款计划\t计划财务科\t%s\n2\t编印办事手册\t办公室\t2026年9月30日"
    body = "会议要求，由计划财务科牵头，各科室配合，7月10日前制定项目用款计划，9月30日前用款进度不低于八成。"
    for day, told in (("2026年7月10日", []), ("2026年7月20日", ["2026年7月20日"])):
        assert quotes("deadline-conflict", notice(body, behind=f"附件\n\n{table % day}")) == told
