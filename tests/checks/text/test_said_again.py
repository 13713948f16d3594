"""Clauses, names, units and signs that stand once more; words that meet by chance."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("查出隐患86处，整改72处，整改72处，整改率83.7%。", "整改72处，整改72处"),
        ("对拖延不改的单位予以通报，予以通报。", "予以通报，予以通报"),
        ("值班室接报后20分钟内报县政府，20分钟内报县政府。", "20分钟内报县政府，20分钟内报县政府"),
        ("我局、我局建立了周报制度。", "我局、我局"),
        ("由县公安局、县公安局视情解除管制。", "县公安局、县公安局"),
        ("现就停水事项通告如下：现将有关事项通告如下：", "现将有关事项通告如下："),
        ("对青石水库、白杨水库、青石水库2座水库除险加固。", "青石水库"),
        ("管理遵循公开透明、专款专用、公开透明的原则。", "公开透明"),
        ("栏目于3月5日、3月8日、3月5日两次更新。", "3月5日"),
        ("由县水利局、县教育局和县水利局共同负责。", "县水利局"),
        ("根据《中华人民共和国防洪法》《中华人民共和国水法》《中华人民共和国防汛条例》《中华人民共和国防洪法》，制定本预案。", "《中华人民共和国防洪法》"),
        ("（专项行动，专项行动）", "专项行动，专项行动"),
        ("负责文电、会务、人事、档案、文电、后勤和窗口管理。", "文电"),
    ],
)
def test_said_again(line: str, quote: str) -> None:
    assert quotes("repeat", notice(line)) == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "分为特别重大、重大、较大和一般四级。",
        "由副总工程师、总工程师审定，副市长、市长签发。",
        "以县政府、县政府办公室名义印发，由县公安局、县公安局交警大队办理。",
        "非法倾倒、堆放的行为或者倾倒、堆放以外的行为。",
        "县住房和城乡建设局、县林业局、县自然资源和规划局。",
        "检查企业86家，整改86处。",
        "请江河市文化广电和旅游局、临山市文化广电和旅游局：",
    ],
)
def test_what_is_like_but_another(line: str) -> None:
    assert quotes("repeat", notice(line)) == []


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("地点在三楼三楼会议室。", "三楼三楼"),
        ("不得迟报迟报、漏报。", "迟报迟报"),
        ("共有20个20个项目。", "20个20个"),
        ("按照江政发〔2025〕48号号办理。", "8号号"),
        ("年节电352.8万千瓦时时。", "时时"),
        ("于5月20日日前报送。", "日日"),
        ("于6月底前前完成。", "前前"),
        ("共4200余余户。", "余余"),
        ("完工率＝完工数÷÷任务数。", "÷÷"),
        ("早上上午9时开会。", "早上上午"),
        ("每季度每三个月调度一次。", "每季度每三个月"),
        ("现将进展情况的情况报告如下。", "情况的情况"),
        ("一是请求请贵局派员；二是函复。", "请求请"),
    ],
)
def test_twofold_words(line: str, quote: str) -> None:
    assert quotes("repeat", notice(line)) == [quote]


@pytest.mark.parametrize(
    "line",
    ["支队支队长和大队大队长各一名。", "每人每天50元，每村每季度一次，每月每户一次。", "缴费于2025年年底前办结，5个工作日日均3件。", "早上、上午各一次。", "不得××××。"],
)
def test_words_that_stand_side_by_side(line: str) -> None:
    assert quotes("repeat", notice(line)) == []


def test_a_place_in_two_groups() -> None:
    table = "组别\t乡镇\t人数\n第一组\t东岭镇、南河镇、西坪镇\t3\n第二组\t北渡镇、中坪镇、西坪镇\t3\n第三组\t上河镇、下河镇\t2"
    assert quotes("repeat", notice("分组如下：") + "\n附件\n\n分组表\n\n" + table + "\n") == ["西坪镇"]
    assert quotes("repeat", notice("分组如下：") + "\n附件\n\n分组表\n\n" + table.replace("组别", "道路") + "\n") == []


def test_a_person_twice_in_a_list_of_names_with_brackets() -> None:
    names = "齐卫东（区水利局）、曲春燕（渔湾街道办事处）、冉开泰（区排涝站）、{}（渔湾街道办事处）、涂满仓（区农业农村局）"
    assert quotes("repeat", notice(names.format("曲春燕"))) == ["曲春燕（渔湾街道办事处）"]
    assert quotes("repeat", notice(names.format("林春生"))) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("任何单位和个人不得占用、堵塞、占用疏散通道。", ["占用"]),
        ("任何单位和个人不得占用、堵塞、封闭疏散通道。", []),
        ("由市公安局负责警戒、疏散、运送、警戒和安置。", ["警戒"]),
    ],
)
def test_a_word_of_two_characters_twice_in_its_list(body: str, expected: list[str]) -> None:
    assert quotes("repeat", notice(body)) == expected
