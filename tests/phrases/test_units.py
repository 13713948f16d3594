"""Lists of bodies: split as a clerk reads them, elided prefixes put back."""

from __future__ import annotations

import pytest

from hegao.phrases.units import begins_like_body, locate_units, looks_like_body, resolve, split_units, whole_department


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("市教育局、市财政局，各县（区）人民政府", ["市教育局", "市财政局", "各县（区）人民政府"]),
        ("市教育局；市财政局。", ["市教育局", "市财政局"]),
        ("市教育局按职责分工负责", ["市教育局"]),
        ("市教育局、市财政局等部门按照职责分工分别负责", ["市教育局", "市财政局"]),
        ("区市场监管局、区税务局按职责分工负责。", ["区市场监管局", "区税务局"]),
        ("由市教育局牵头", ["市教育局"]),
        ("市财政局（金融办）、市税务局", ["市财政局（金融办）", "市税务局"]),
        ("市政务服 务局", ["市政务服务局"]),
        ("1.市教育局；2.市财政局", ["市教育局", "市财政局"]),
        # A separator within one name.
        ("各市、县（市、区）人民政府", ["各市、县（市、区）人民政府"]),
        ("各县、区人民政府，市直各单位", ["各县、区人民政府", "市直各单位"]),
        ("市、县（区）人民政府", ["市、县（区）人民政府"]),
        ("市直机关各有关委、办、局", ["市直机关各有关委、办、局"]),
        ("具有行政许可职能的市直、中省直部门", ["具有行政许可职能的市直、中省直部门"]),
        ("市直、中省直有关单位，市总工会", ["市直、中省直有关单位", "市总工会"]),
        # A list, though it looks like one name.
        ("各县（区）人民政府、新区管委会", ["各县（区）人民政府", "新区管委会"]),
        ("高新区、临港工业区（滨海新区）管委会", ["高新区", "临港工业区（滨海新区）管委会"]),
        # 和 between names, and within them.
        ("市教育局和各县（区）人民政府", ["市教育局", "各县（区）人民政府"]),
        ("市级有关部门和各乡镇人民政府、市教育局", ["市级有关部门和各乡镇人民政府", "市教育局"]),
        ("各县（区）人民政府及市属各管委会", ["各县（区）人民政府及市属各管委会"]),
        ("财政部、教育部等和各省级人民政府", ["财政部", "教育部", "各省级人民政府"]),
        ("市发展和改革局、市住房和城乡建设局", ["市发展和改革局", "市住房和城乡建设局"]),
        ("和平区人民政府、市和平街道办事处", ["和平区人民政府", "市和平街道办事处"]),
        ("和平路街道办事处、和平镇人民政府", ["和平路街道办事处", "和平镇人民政府"]),
        ("和顺县人民政府，和云岭县人民政府", ["和顺县人民政府", "云岭县人民政府"]),
        ("和市财政局、和各县（区）人民政府、和林业局", ["市财政局", "各县（区）人民政府", "林业局"]),
        ("及时雨公司、及市财政局", ["及时雨公司", "市财政局"]),
        ("江河海关和市税务局", ["江河海关", "市税务局"]),
        ("市教育局会同市财政局", ["市教育局", "市财政局"]),
        ("市教育局 市财政局", ["市教育局", "市财政局"]),
        # And others, whoever they are.
        ("市教育局、市财政局等市直有关部门", ["市教育局", "市财政局"]),
        ("市教育局、市财政局等有关部门（单位）", ["市教育局", "市财政局"]),
        ("市教育局等市直（驻市）进驻单位，各县（区）人民政府", ["市教育局", "各县（区）人民政府"]),
        ("市水利局等市防汛工作领导小组成员单位", ["市水利局"]),
        ("综合处、审计处等相关处室按职责分工负责", ["综合处", "审计处"]),
        ("省教育厅、等厅直单位", ["省教育厅"]),
        ("市高等教育促进部门、市教育局", ["市高等教育促进部门", "市教育局"]),
        # Words of duty end a part of a list.
        ("市直相关部门按职责分工负责，各县（区）人民政府、开发区管委会", ["市直相关部门", "各县（区）人民政府", "开发区管委会"]),
        ("市教育局、市财政局等相关部门按职责分工，各县（区）人民政府", ["市教育局", "市财政局", "各县（区）人民政府"]),
        ("市教育局、稽查处分工负责", ["市教育局", "稽查处"]),
        ("各县〈市、区〉人民政府、市直各单位", ["各县〈市、区〉人民政府", "市直各单位"]),
        ("", []),
    ],
)
def test_the_names_in_a_list(written: str, names: list[str]) -> None:
    assert split_units(written) == names


def test_each_name_stands_where_it_is_found() -> None:
    written = "（ 市教育局、市财政局等）"
    for name, start, end in locate_units("市教育局、 市财政局 ，市民政局等部门"):
        assert name in "市教育局、 市财政局 ，市民政局等部门"[start:end]
    assert written


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        (["市财政局", "教育局"], ["市财政局", "市教育局"]),
        (["江河市财政局", "教育局"], ["江河市财政局", "江河市教育局"]),
        (["自治区财政厅", "教育厅"], ["自治区财政厅", "自治区教育厅"]),
        (["市委组织部", "宣传部", "市财政局"], ["市委组织部", "市委宣传部", "市财政局"]),
        (["市卫生健康委", "各县（区）政府", "临湖海事局"], ["市卫生健康委", "各县（区）政府", "临湖海事局"]),
        (["教育局", "财政局"], ["教育局", "财政局"]),
        (["市财政局", "市场监管局"], ["市财政局", "市场监管局"]),
        (["区财政局", "市场监管局"], ["区财政局", "区市场监管局"]),
        (["自治县财政局", "教育局"], ["自治县财政局", "自治县教育局"]),
        (["临港新区财政局", "教育局"], ["临港新区财政局", "临港新区教育局"]),
        (["江河壮族自治区财政厅", "住房和城乡建设厅"], ["江河壮族自治区财政厅", "江河壮族自治区住房和城乡建设厅"]),
        # A former name, a colloquial one, and one that is wrong lose their level like any other.
        (["区财政局", "卫计委", "住建局", "市场监督局"], ["区财政局", "区卫计委", "区住建局", "区市场监督局"]),
        # What no city has is no city's: departments of provinces, bodies of the State.
        (["市财政局", "教育厅"], ["市财政局", "教育厅"]),
        (["教育部", "市场监管总局", "发展改革委"], ["教育部", "市场监管总局", "发展改革委"]),
        (["市委组织部", "政法委", "编办", "财政局"], ["市委组织部", "市委政法委", "市委编办", "市财政局"]),
        (["江河市人民政府", "江河市财政局（金融办）", "教育局（体育局）"], ["江河市人民政府", "江河市财政局（金融办）", "江河市教育局（体育局）"]),
    ],
)
def test_an_elided_level_is_put_back_before_plain_names_of_departments(written: list[str], whole: list[str]) -> None:
    assert resolve(written) == whole


def test_what_may_be_a_body() -> None:
    assert all(map(looks_like_body, ["市教育局", "各县（区）", "市水务集团", "团市委"]))
    assert not any(map(looks_like_body, ["加强管理", "局", "2026年"]))
    assert begins_like_body("各有关单位")
    assert not begins_like_body("按职责分工负责")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("市直、中区直部门、市教育局", ["市直、中区直部门", "市教育局"]),
        ("各有关委、办、局，市教育局", ["各有关委、办、局", "市教育局"]),
        ("各县、区人民政府、市教育局", ["各县、区人民政府", "市教育局"]),
        ("市教育局、\n市财政局按职责分工负责", ["市教育局", "市财政局"]),
        ("市文化广电旅游局（市文物局、市体育局）", ["市文化广电旅游局（市文物局、市体育局）"]),
    ],
)
def test_what_parts_names_and_what_stands_in_one(written: str, names: list[str]) -> None:
    assert split_units(written) == names


def test_what_is_a_department_and_what_is_none() -> None:
    assert begins_like_body("住房城乡建设局") and begins_like_body("国土资源局（不动产登记中心）")
    assert not begins_like_body("医院保障局")
    assert whole_department("江河市财政局") and whole_department("财政局") and whole_department("云岭县人民政府")
    assert not whole_department("市财政局预算科") and not whole_department("市医院保障局")


def test_names_in_brackets_do_not_end_like_bodies() -> None:
    assert looks_like_body("市财政局（金融办）") and looks_like_body("市财政局(金融办)")
    assert not looks_like_body("市财政局）") and not looks_like_body("江河市（财政局）（试行））")


def test_a_list_read_again_is_not_the_one_changed_before() -> None:
    locate_units("市教育局、市财政局").clear()
    assert split_units("市教育局、市财政局") == ["市教育局", "市财政局"]
