"""The tables of wrong words, frames and traditional characters: what they find, what they leave alone, and that they are sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from checks.texts import hits, notice, pairs
from hegao.sources.word_finder import WordFinder
from hegao.words.builtin_tables import builtin, split_cell


def found(text: str, **parameters: object) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text), **parameters))


def wrong_words() -> Iterator[tuple[str, str, bool]]:
    """Each wrong word, the right one, and whether something excuses it."""
    for row in builtin("words"):
        for wrong in split_cell(row["wrong"]):
            yield wrong, row["right"], bool(row["unless"] or row["beside"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实隐患排察制度，做好部门衔结。", [("排察", "排查"), ("衔结", "衔接")]),
        ("由市商务局负则统筹，如实纪录在案。", [("负则", "负责"), ("如实纪录", "如实记录")]),
        ("建立部门衔接机智，完善长效机治。", [("机智", "机制"), ("机治", "机制")]),
        ("会议其间关闭手机。", [("其间", "期间")]),
        ("请在市政务平台登陆网站填报。", [("登陆", "登录")]),
        ("对困难群众给于补助，不的擅自提高标准。", [("给于", "给予"), ("不的", "不得")]),
        ("道路全长74公理，由群众举一返三。", [("公理", "公里"), ("举一返三", "举一反三")]),
        ("推行并连审批，一次性告之办事群众。", [("并连审批", "并联审批"), ("一次性告之", "一次性告知")]),
        ("按照权利清单办理，反映民主权力落实情况。", [("权利清单", "权力清单"), ("民主权力", "民主权利")]),
        ("如实向上级反应情况，提出计划。", [("反应", "反映")]),
        ("全县要再接再历，深人推进法制政府建设。", [("再接再历", "再接再厉"), ("深人", "深入"), ("法制政府", "法治政府")]),
        ("必需按照规定办理，落实权力以赴的要求。", [("必需", "必须"), ("权力", "全力")]),
        ("组织抗旱杭旱，做好返馈和汇综。", [("杭旱", "抗旱"), ("返馈", "反馈"), ("汇综", "汇总")]),
        ("由市文旅局职责分工负责，防患电信风险。", [("防患", "防范"), ("职责分工负责", "按职责分工负责")]),
        ("开展垃圾份类，清运拉圾，食晶留祥。", [("垃圾份类", "垃圾分类"), ("拉圾", "垃圾"), ("食晶", "食品"), ("留祥", "留样")]),
        ("抓紧指定活动方案，企业反应强烈的问题优先办理。", [("指定活动方案", "制定活动方案"), ("反应", "反映")]),
        ("结果计入个人档案，费用记入成本。", [("计入个人档案", "记入个人档案"), ("记入成本", "计入成本")]),
        ("配发移动中端，依法维护民事权力。", [("移动中端", "移动终端"), ("民事权力", "民事权利")]),
        ("赴外考查两次，作好立案侦察工作。", [("赴外考查", "赴外考察"), ("立案侦察", "立案侦查")]),
        ("为了保障冬季供暖为目的，经研究讨论审议通过同意。", [("为了保障冬季供暖为目的", "为了保障冬季供暖"), ("研究讨论审议通过同意", "研究讨论审议同意")]),
        ("事先预先告知，务必必须到会。", [("事先预先", "事先"), ("务必必须", "务必")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "机智的小队员受到表扬，其间表现出色，台风登陆本市。",
        "管理人员工作认真，新登记录入系统，组织务必到位。",
        "明确负责人单位和职务，总结和相关部门的经验。",
        "业务系通过公开招标确定，未按时完成时问责到人。",
        "国家大力支持，按排名先后，安排污水处理。",
        "各级时常检查，及是否符合条件，以经批准的规划为准。",
        "已经营多年的企业，团结和睦的社区，应该进一步加强。",
        "实施方按照合同履行，联系人员及时到岗。",
        "必须求真务实，公理不容违背，公布纳税人权利清单。",
        "监测预防接种不良反应情况，及时反应，快速处置。",
        "推进常规化巡查、正规化建设。",
        "由各部门按职责分工负责，防患未然，公证机构办理公证。",
        "进一步聚焦重点，已经准备就绪，给予警告，详细统计，核对退役情况。",
        "召开政协座谈会，发展核桃生产，完善保健设施，调整概算，普遍制定预案。",
        "对公司罚款，核对身份类型，推进廉洁合规，请扫码报名，标题醒目。",
        "快速求救，撤销除外，反映急需事项，落实献血任务，合作社计划，依法规避风险。",
        "取消独家代理，原科技局规避检验，分额度还比较多的款项。",
        "解除罚款，确认员工身份，产生诸多问题，收样品送检。",
        "由市发展改革委法规科负责，行政处发文。",
    ],
)
def test_two_right_words_are_no_slip(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理约60余件。", [("约60余", "约60")]),
        ("大约三十人左右参加。", [("大约三十人左右", "大约三十人")]),
        ("每户至少有1名以上成员到会。", [("至少有1名以上", "至少有1名")]),
        ("不低于两个工作日以上。", [("不低于两个工作日以上", "不低于两个工作日")]),
        ("目前全县工作的当务之急是排查。", [("目前全县工作的当务之急", "全县工作的当务之急")]),
        ("由于历史欠账的原因，工期滞后。", [("由于历史欠账的原因", "由于历史欠账")]),
        ("防止类似事故不再发生。", [("防止类似事故不再发生", "防止类似事故再发生")]),
        ("严禁任何单位和个人不得占用耕地。", [("严禁任何单位和个人不得", "严禁任何单位和个人")]),
        ("坚持问题为导向。", [("坚持问题为导向", "坚持以问题为导向")]),
        ("围绕乡村振兴为主题，开展宣传。", [("围绕乡村振兴为主题", "以乡村振兴为主题")]),
        ("在县委、县政府的坚强领导，全县上下努力。", [("在县委、县政府的坚强领导", "在县委、县政府的坚强领导下")]),
        ("加快整改力度，加大推进步伐。", [("加快整改力度", "加大整改力度"), ("加大推进步伐", "加快推进步伐")]),
        ("截止9月底为止完成。", [("截止9月底为止", "截至9月底")]),
    ],
)
def test_frames(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "节约30余万元，预约20多人，最近5年左右变化不大。",
        "至少一名中级以上职称人员参加，超过三级及以上的除外。",
        "防止因不再享受补助而返贫，严禁违规审批，不得弄虚作假。",
        "坚持预防为主，坚持以问题为导向，按照公开为主的原则。",
        "在县委的坚强领导下，成绩在于县委的坚强领导。",
        "加快进度和整治力度，由于时间原因，工期滞后。",
    ],
)
def test_frames_that_are_right(text: str) -> None:
    assert found(text) == []


def test_traditional_characters() -> None:
    assert found("要推动農村发展，切实解决群众反應的事项，优化营商环境。") == [("農", "农"), ("應", "应")]


def test_what_is_written_in_traditional_characters_is_left_alone() -> None:
    assert found("商標註冊證書記載：「農產品營銷協會」。") == []
    assert found("各單位要認真貫徹執行，確保各項工作落實到位。") == []
    assert found("联系单位：江河商會（陳國強）。") == []


def test_an_office_may_ask_for_frames_too() -> None:
    assert found("各县要制订奖补办法。", strengths=["must"]) == []
    assert found("各县要制订奖补办法。", strengths=["variant"]) == [("制订奖补办法", "制定奖补办法")]


def test_no_word_stands_twice_and_none_is_right() -> None:
    # A word may be a slip for several, each beside other words.
    beside = {wrong for row in builtin("words") if row["beside"] for wrong in split_cell(row["wrong"])}
    words = [(wrong, right if wrong in beside else "") for wrong, right, _excused in wrong_words()]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [wrong for wrong, right, excused in wrong_words() if len(wrong) < 2 or wrong == right or wrong in right and not excused] == []


def test_no_wrong_word_is_a_part_of_a_right_one() -> None:
    rights = "\n".join(sorted({right for _wrong, right, _excused in wrong_words()}))
    inside = [(wrong, at[0]) for wrong, _right, excused in wrong_words() if not excused for at in re.finditer(f".*{wrong}.*", rights)]
    assert inside == []


def test_no_wrong_word_stands_within_a_longer_one_of_the_same_slip() -> None:
    plain = {wrong for wrong, _right, excused in wrong_words() if not excused}
    finder = WordFinder(dict.fromkeys(sorted(plain), ""))
    assert [(longer, shorter) for longer in sorted(plain) for _at, shorter in finder.find(longer) if shorter != longer] == []


def test_what_excuses_a_word_can_excuse_it() -> None:
    for row in builtin("words"):
        assert row["strength"] in ("must", "should", "variant", "custom")
        for one in row["beside"].split():
            assert one.count("～") == 1 and len(one) > 1, one
        for longer in row["unless"].split():
            assert any(wrong[0] in longer or wrong in longer for wrong in split_cell(row["wrong"])), longer


def test_rows_of_frames_are_sound() -> None:
    for row in builtin("frames"):
        assert row["strength"] in ("must", "should", "variant", "custom") and row["first"] and row["last"]
        assert row["between"] in ("number", "measure", "quantity") or int(row["between"]) > 0
        assert row["right"].count("…") == 1
        assert row["ends"] in ("", "yes")


def test_rows_of_traditional_characters_are_sound() -> None:
    pairs = [pair for row in builtin("traditional") for pair in zip(row["traditional"], row["simplified"], strict=True)]
    assert len({old for old, _new in pairs}) == len(pairs)
    assert not {old for old, _new in pairs} & {new for _old, new in pairs}
    assert all(new.encode("gb2312") for _old, new in pairs)
