"""What a page break or a scan cut is put together, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegao.syntax.classifier import kind_of
from hegao.syntax.furniture import take_out_furniture
from hegao.syntax.joining import join_lines
from hegao.syntax.lines import Line, logical_lines
from hegao.syntax.words_over_cuts import count_all


def joined(*physical: str, furniture: list[Line] | None = None) -> list[str]:
    """The words of the lines after joining."""
    lines, rest = logical_lines(physical)
    for line in lines:
        line.kind = kind_of(line.squeezed)
    return [line.squeezed for line in join_lines(take_out_furniture(lines, rest), furniture if furniture is not None else [])]


LONG = "全市各级各部门要提高政治站位，强化责任担当，狠抓工作落"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Sentences.
        (LONG, "实，确保任务完成。"),
        ("加强河道管理。深入打好", "碧水保卫战，实施综合治理。"),
        ("推进乡村建设，", "改善人居环境。"),
        ("建设管理和", "保护。"),
        ("一、提高学校管理的", "水平。"),
        ("1.加强学校安全管理，做好防汛准备工作。", "〔牵头科室：安全科〕"),
        ("达到95%以上", "，排名全省前列。"),
        # Clauses and names of bodies.
        ("1.加强管理。（市教育局、市发展改", "革委按职责分工负责）"),
        ("1.加强管理。〔责任单位：市教育局、", "市财政局〕"),
        ("1.加强学校安全管理，做好防汛准备工作。", "（市教育局牵头，12月底前完成）"),
        ("1.加强学校安全管理，做好防汛准备工作。", "〔责任单位：市教育局〕"),
        # Titles in 《》 and quotations.
        ("按照《江河市防汛", "应急预案》执行"),
        ("落实“谁主管、谁负责", "”要求"),
        # Headings.
        ("（五）坚持绿色发展，扎实推", "进污染防治"),
    ],
)
def test_what_is_cut_is_one(first: str, second: str) -> None:
    assert joined(first, "", second, "", "二、保障措施") == [first + second, "二、保障措施"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("加强领导。", "各级各部门要提高认识。"),
        ("现就有关事项通知如下：", "加强领导。"),
        ("一、总体要求", "坚持以人民为中心，推进高质量发展。"),
        ("（一）强化组织领导，密切协同配合", "各级各部门要增强责任感，主要负责同志要亲自抓。"),
        (LONG, "二、保障措施"),
        (LONG, "（二）保障措施"),
        (LONG, "2.保障措施"),
        (LONG, "附件：名单"),
        ("提高综合治理能力。（生态环境部门指导）", "统筹城市发展，优化产业布局，推进治理。"),
        ("1.加强管理。（市教育局牵头，12月底前完成）", "优化升级货物贸易，承接产业转移。"),
        ("江河市人民政府关于印发防汛方案的通知", "为做好防汛工作，制定本方案。"),
        ("李明同志", "负责市政府常务工作，分管财政、审计。"),
        ("为全市经济社会发展作出更大贡献”。", "会议要求，各级各部门要抓好落实。"),
        ("1.1 编制目的", "规范防汛应急工作。"),
        ("三、采购标的", "采购电脑一批，由中标人送到指定地点。"),
        ("（二）供需缓和", "煤炭库存回到往年水平，价格回落。"),
        ("1.加强学校安全管理，做好防汛准备工作。（办公室协同，6月底前办理）", "各校要认真落实。"),
        ("1.2 编制依据……………………3", "2 组织体系……………………4"),
        ("王芳 市财政局副局长", "张强 市民政局副局长"),
    ],
)
def test_what_is_whole_stays_apart(first: str, second: str) -> None:
    squeezed = [first.replace(" ", ""), second.replace(" ", "")]
    assert joined(first, "", second) == squeezed


def test_a_paragraph_over_three_pages() -> None:
    assert joined(LONG, "", "——江河市人民政府——", "", "实，加快推进数字政府建设，推动政务服务提质增", "", "- 3 -", "", "效。") == [
        LONG + "实，加快推进数字政府建设，推动政务服务提质增效。"
    ]


def test_a_heading_cut_within_a_word_is_told_by_the_words_elsewhere() -> None:
    rest = ["推进高质量发展，培育高质量人才，提供高质量服务。", "高质量建设，高质量管理，" + LONG, "", "实到位。"]
    assert joined("一、改善民生，提升高", "", "质量发展的成色。办好实事。", "", *rest)[0] == "一、改善民生，提升高质量发展的成色。办好实事。"
    assert joined("一、改善民生，提升水平", "", "质量发展的成色。办好实事。", "", *rest)[0] == "一、改善民生，提升水平"


def test_a_character_printed_at_both_sides_of_a_cut_is_taken_once() -> None:
    furniture: list[Line] = []
    lines = joined(
        "1.建设平台。（责任单位：市工业和信", "", "信息化局）", "", "2.共享数据。（责任单位：市工业和信息化局）", furniture=furniture
    )
    assert lines[0] == "1.建设平台。（责任单位：市工业和信息化局）"
    assert [(line.kind, line.squeezed, line.line) for line in furniture] == [("DOUBLED", "信", 3)]


def test_a_character_that_may_stand_twice_stays() -> None:
    lines = joined("1.加强监管。（责任单位：市民政局、市", "", "市场监管局）", "", "2.规范收费。（责任单位：市市场监管局）")
    assert lines[0] == "1.加强监管。（责任单位：市民政局、市市场监管局）"


def test_text_set_in_narrow_lines() -> None:
    assert joined(
        "为预防森林火灾，保护森林资源和人民生命财产",
        "安全，根据《森林防火条例》，结合我县实际，现就",
        "加强森林防火工作通告如下：",
        "一、防火期为每年10月1日至次年4月30日，防火期",
        "内禁止野外用火。",
    ) == [
        "为预防森林火灾，保护森林资源和人民生命财产安全，根据《森林防火条例》，结合我县实际，现就加强森林防火工作通告如下：",
        "一、防火期为每年10月1日至次年4月30日，防火期内禁止野外用火。",
    ]


@given(st.text("江河市政府", max_size=60), st.sets(st.text("江河市政府", min_size=1, max_size=3)))
def test_stretches_are_counted_alike_however_many_there_are(text: str, wanted: set[str]) -> None:
    """But for a stretch that overlaps itself, which stands once more where all are counted at once."""
    apart = {gram for gram in wanted if len(set(gram)) == len(gram)}
    assert count_all(text, apart) == {gram: text.count(gram) for gram in apart}
