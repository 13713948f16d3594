"""Cells copied and not changed, bodies addressed twice, codes of other kinds of body, words by subject, parts of other genres."""

from __future__ import annotations

import pytest

from checks.texts import hits, read

HEAD = "江河市水利局关于开展检查的通知\n\n江水发〔2026〕9号\n\n各县（区）水利局：\n\n现将安排印发给你们。\n\n"


def repeats(table: str) -> list[tuple[str, str]]:
    return [(hit.at.value, str(hit.facts["expected"])) for hit in hits("row-numbering", read(HEAD + table + "\n"), kind="duplicate", widest=3)]


def test_an_ordinal_stands_twice() -> None:
    rows = "序号\t检查组\t组长单位\t地点\n1\t第一组\t市水利局\t云岭县\n2\t第二组\t市林业局\t临湖区\n3\t第二组\t市教育局\t东山县\n4\t第四组\t市公安局\t西山县"
    assert repeats(rows) == [("第二组", "第三组")]
    assert repeats(rows.replace("第四组", "第三组")) == []
    assert repeats(rows.replace("3\t第二组", "3\t第三组")) == []


def test_a_day_of_a_roster_stands_twice() -> None:
    rows = "序号\t日期\t值班单位\n1\t4月4日\t市水利局\n2\t4月5日\t市林业局\n3\t4月5日\t市教育局\n4\t4月7日\t市公安局"
    assert repeats(rows) == [("4月5日", "4月6日")]
    assert repeats(rows.replace("4月7日", "4月6日")) == []


def test_a_town_of_the_list_stands_twice() -> None:
    towns = "序号\t乡镇\t面积\n1\t城关镇\t10\n2\t柳河镇\t20\n3\t石门乡\t30\n4\t双塘乡\t40\n\n分工如下：\n\n"
    rows = "序号\t指导组\t组长单位\t乡镇\n1\t甲组\t市水利局\t城关镇\n2\t乙组\t市林业局\t柳河镇\n3\t丙组\t市教育局\t柳河镇\n4\t丁组\t市公安局\t双塘乡"
    assert repeats(towns + rows) == [("柳河镇", "石门乡")]
    # Without the list two groups may work in one town: it is asked.
    assert repeats(rows) == [("柳河镇", "另一项？")]
    assert repeats(rows.replace("双塘乡", "城关镇")) == []


def test_a_serial_stands_twice_beside_a_place_that_several_rows_share() -> None:
    rows = "序号\t县区\t项目\t投资\n1\t云岭县\t东渠\t10\n2\t云岭县\t西渠\t20\n3\t临湖区\t南渠\t30\n4\t临湖区\t北渠\t40\n5\t东山县\t上渠\t50\n5\t东山县\t下渠\t60"
    assert repeats(rows) == [("5", "6")]


def letter(addressee: str) -> str:
    return f"江河市教育局关于商请支持招生工作的函\n\n江教函〔2026〕9号\n\n{addressee}\n\n请予支持。\n\n江河市教育局\n2026年4月1日\n"


@pytest.mark.parametrize(
    ("addressee", "twice"),
    [
        ("江河大学、江河师范学院、江河大学：", "江河大学"),
        ("市财政局、市公安局，市委宣传部，市财政局：", "市财政局"),
        ("各县（区）教育局，市属学校，各县（区）教育局：", "各县（区）教育局"),
    ],
)
def test_addressed_twice(addressee: str, twice: str) -> None:
    assert [hit.at.value for hit in hits("unit-duplicate", read(letter(addressee)))] == [twice]


def test_addressed_once() -> None:
    assert hits("unit-duplicate", read(letter("各省、自治区、直辖市教育厅，各省、自治区、直辖市招生院，市属学校："))) == []


def issued(code: str, issuer: str) -> list[str]:
    text = f"{issuer}关于做好防汛工作的通知\n\n{code}〔2026〕9号\n\n各有关单位：\n\n请落实。\n\n{issuer}\n2026年4月1日\n"
    return [hit.at.value for hit in hits("number-issuer", read(text))]


@pytest.mark.parametrize(
    ("code", "issuer"),
    [
        ("江文旅办", "江河市人民政府办公室"),
        ("江财发", "江河市人民政府"),
        ("江委办发", "江河市人民政府办公室"),
        ("江政办发", "江河市水利局"),
    ],
)
def test_codes_of_another_kind_of_body(code: str, issuer: str) -> None:
    assert issued(code, issuer) == [f"{code}〔2026〕9号"]


@pytest.mark.parametrize(
    ("code", "issuer"),
    [("江政办发", "江河市人民政府办公室"), ("江民政发", "江河市民政局"), ("江府办", "江河市人民政府办公室"), ("江水发", "江河市水利局")],
)
def test_codes_in_order(code: str, issuer: str) -> None:
    assert issued(code, issuer) == []


def test_words_by_subject_are_no_longer_set() -> None:
    text = HEAD + "江河市水利局\n2026年4月1日\n\n主题词：水利　检查　通知\n\n江河市水利局办公室　　2026年4月1日印发\n"
    assert [hit.facts["fault"] for hit in hits("imprint-form", read(text))] == ["keywords"]
    assert hits("imprint-form", read(text.replace("2026", "2008"))) == []


def closings(text: str) -> list[str]:
    return [hit.at.value for hit in hits("genre-closing", read(text))]


def test_parts_of_another_genre() -> None:
    request = "江河市水利局关于申请补助资金的请示\n\n江水报〔2026〕8号\n\n市人民政府：\n\n现将有关情况请示如下：\n\n一、基本情况\n\n水库需要加固。\n\n二、报告事项\n\n请市人民政府安排补助资金200万元。\n\n妥否，请批示。\n\n江河市水利局\n2026年4月1日\n"
    assert closings(request) == ["二、报告事项"]
    assert closings(request.replace("报告事项", "请示事项")) == []


def test_a_letter_asks_for_no_instructions() -> None:
    text = letter("市财政局：").replace("关于商请支持", "关于请示支持")
    assert closings(text) == ["请示"]
    assert closings(letter("市财政局：").replace("关于商请支持招生工作的函", "关于《请示》办理情况的复函")) == []


def places(body: str, title: str = "江河市人民政府办公室关于开展全民阅读活动的通知", addressee: str = "各县（区）人民政府：") -> list[str]:
    text = f"{title}\n\n江政办发〔2026〕7号\n\n{addressee}\n\n{body}\n\n江河市人民政府办公室\n2026年4月1日\n"
    return [hit.at.value for hit in hits("leftover", read(text))]


def test_slogans_of_another_city() -> None:
    assert places("举办“书香临湾”启动仪式。") == ["临湾"]
    assert places("推进“平安江河”建设，打造“美丽河湖”，融入“数字贵州”，创建“清廉机关”。") == []
    assert places("学习临湾市经验，打造“书香临湾”品牌。") == []


def test_a_body_of_another_place() -> None:
    assert places("办公室设在桐柘市水利局。") == ["桐柘市"]
    assert places("办公室设在江河市水利局，与桐柘市水利局会商。") == []
    assert places("意见可向市水利局反映，材料送至市水利局，均由市水利局汇总。") == []
    assert places("抄报两市水利局，由相关市水利局负责。") == []
    assert places("由桐柘市水利局牵头，桐柘市财政局配合。") == []


def test_a_government_of_a_lower_level() -> None:
    assert places("评估结果报县人民政府。") == ["县人民政府"]
    assert places("各乡镇汇总后报县人民政府。", addressee="各县人民政府：") == []
    assert places("由县水利局报县人民政府。") == []
    assert places("评估结果报市人民政府。") == []
    county = "云岭县人民政府办公室关于开展全民阅读活动的通知\n\n云政办发〔2026〕7号\n\n各乡镇人民政府：\n\n评估结果报县人民政府。\n\n云岭县人民政府办公室\n2026年4月1日\n"
    assert hits("leftover", read(county)) == []


def test_a_county_that_the_reply_does_not_go_to() -> None:
    title, to = "江河市人民政府办公室关于同意建设云岭县博物馆的复函", "云岭县人民政府："
    assert places("你县要保障经费。柳溪县博物馆要逐件登记造册。", title, to) == ["柳溪县"]
    assert places("你县要保障经费。云岭县博物馆要逐件登记造册。", title, to) == []


def test_a_lead_that_does_not_stand_first() -> None:
    table = "序号\t事项\t责任单位\t完成时限\n1\t修渠\t市水利局、市财政局（牵头）\t2026年6月30日前\n2\t修路\t市交通运输局、市财政局\t2026年7月31日前\n"
    text = HEAD + "任务分工如下（列首位的为牵头单位）：\n\n" + table
    assert [hit.at.value for hit in hits("lead-order", read(text))] == ["市财政局（牵头）"]
    assert hits("lead-order", read(text.replace("市水利局、市财政局（牵头）", "市财政局（牵头）、市水利局"))) == []


def test_minutes_are_handed_out_and_not_reported() -> None:
    text = "江河市人民政府常务会议纪要\n\n〔2026〕9号\n\n会议议定如下事项：\n\n一、同意修建水库。\n\n抄报：市委办公室。\n\n江河市人民政府办公室　　2026年4月1日印发\n"
    assert [hit.at.value for hit in hits("copies-form", read(text))] == ["抄报"]
    assert hits("copies-form", read(text.replace("抄报", "分送"))) == []


COMPANIES = "序号\t企业名称\t所在县\t车辆（辆）\n1\t春江公司\t云岭县\t42\n2\t安途公司\t云岭县\t36\n3\t众行公司\t临湖区\t29\n4\t远山公司\t东山县\t26\n5\t顺水公司\t东山县\t23"


def test_a_whole_row_stands_twice() -> None:
    assert repeats(COMPANIES.replace("3\t众行公司\t临湖区\t29", "3\t安途公司\t云岭县\t36")) == [("安途公司", "另一项")]
    assert repeats(COMPANIES.replace("2\t安途公司", "1\t春江公司\t云岭县\t42\n2\t安途公司")) == [("春江公司", "另一项")]
    assert repeats(COMPANIES.replace("3\t众行公司", "2\t安途公司\t云岭县\t36\n3\t众行公司")) == [("2", "3")]
    # Rows of a form that nobody has filled in.
    assert repeats("序号\t姓名\t单位\t电话\n1\t\t\t\n2\t\t\t\n3\t\t\t") == []


def test_a_name_stands_twice_among_names() -> None:
    assert repeats(COMPANIES.replace("远山公司", "安途公司")) == [("安途公司", "另一项")]
    # What follows tells that it is one item in parts.
    roads = "序号\t路段\t起止点\t时间\n1\t滨江路\t东门至桥头\t6:00\n2\t滨江路\t桥头至西门\t7:00\n3\t文昌路\t南门至北门\t8:00\n4\t桑园路\t西门至北门\t9:00"
    assert repeats(roads) == []


@pytest.mark.parametrize(
    ("lines", "twice"),
    [
        (("方小满　　周　宁　　许知远　　钱乐天", "何安琪　　魏一鸣　　方小满"), ["方小满"]),
        (("方小满　　周　宁　　许知远", "何安琪　　周宁　　易子涵"), ["周宁"]),
        (("方小满　　周　宁　　许知远　　钱乐天", "何安琪　　魏一鸣　　易子涵"), []),
        (("方小满　　周　宁　　许知远", "一、教练员", "方小满　　魏一鸣　　易子涵"), []),
    ],
)
def test_a_name_stands_twice_in_a_list_of_persons(lines: tuple[str, ...], twice: list[str]) -> None:
    found = hits("row-numbering", read(HEAD + "名单如下：\n\n" + "\n".join(lines) + "\n"), kind="duplicate", widest=3)
    assert [hit.at.value for hit in found] == twice
