"""Marks: what is wrong, what looks wrong and is right, and the edits."""

from __future__ import annotations

from typing import Any

import pytest

from checks.texts import hits, notice, pairs, read


def found(*paragraphs: str, year: int = 2026, **parameters: Any) -> list[tuple[str, str]]:
    return pairs(hits("punctuation", notice(*paragraphs, year=year), **parameters))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("做好工作,确保实效。", "作,确", "作，确"),
        ("比例达到80% ,力争更高。", "%,力", "%，力"),
        ("牵头单位:市财政局。", "位:市", "位：市"),
        ("分类推进;其余照旧。", "进;其", "进；其"),
        ("于12月底前完成,2027年验收。", "成,2", "成，2"),
        ("推进“双减”,减轻负担。", "”,减", "”，减"),
        ("各镇(街道)要抓好。", "(街道)", "（街道）"),
        ("落实协定(RCEP)有关规则。", "(RCEP)", "（RCEP）"),
        ("做好服务，，方便群众。", "务，，方", "务，方"),
        ("做好服务，。方便群众。", "务，。方", "务。方"),
        ("做好登记、统计、等工作。", "计、等", "计等"),
        ("资金已落实，请批示.", "示.", "示。"),
        ("由甲、乙、以及丙负责。", "乙、以", "乙，以"),
        ("（市财政局，）负责。", "局，）", "局）"),
        ("全市（含开发区。），都要落实。", "区。）", "区）"),
        ("贯彻《甲条例》、《乙条例》。", "》、《", "》《"),
        ("坚持一条主线--高质量发展。", "线--高", "线——高"),
        ("建成首家省级实验室—临江省新材料实验室。", "室—临", "室——临"),
        ("树立\"一盘棋\"思想。", "立\"一", "立“一"),
        ("工作包括宣传...总结等。", "传...总", "传……总"),
    ],
)
def test_slip(text: str, written: str, right: str) -> None:
    assert (written, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "完成投资12,500万元，增长3.5%。",
        "时间为9:00至17:30，比例1:2。",
        "接入A,B两类接口（API）。",
        "合格率=(合格数/总数)×100%，按此计算。",
        "（1）加强领导。(2)加强督查。",
        "根据《甲条例》（江政发〔2026〕1号）、《乙条例》，抓好落实。",
        "根据《甲条例》、《乙条例》和《丙条例》（江政发〔2026〕1号），抓好落实。",
        "开展登记、等级评定、等额选举等工作。",
        "推进江河—云岭高速公路和中国—东盟合作平台建设。",
        "建设园区—企业—高校联动平台，会展中心—体育中心道路通车。",
        "用好“一网,通办”平台。",
        "登录http://example.com/a,b;c查询，邮箱a@example.com。",
        "共享、和谐、与时俱进。",
        "真的完成了吗？！",
        "坚持以人民为中心——这是根本。",
    ],
)
def test_right(text: str) -> None:
    assert found(text) == []


def test_older_documents_stay_as_they_are() -> None:
    assert found("各镇(街道)贯彻《甲》、《乙》。", year=2010) == []
    assert found("做好工作,确保实效。", year=2010) == [("作,确", "作，确")]
    assert found("贯彻《甲》、《乙》。", year=2010, since="2000-01-01") == [("》、《", "》《")]


def test_kinds_can_be_left_alone() -> None:
    assert found("做好工作,确保实效,贯彻《甲》、《乙》。", leave=["stop"]) == [("》、《", "》《")]


def test_edits_are_exact_and_whole() -> None:
    (hit,) = hits("punctuation", notice("各镇(街道)要抓好。"))
    assert [(edit.at.value, edit.text, edit.safe) for edit in hit.edits] == [("(", "（", True), (")", "）", True)]
    assert [edit.at.line for edit in hit.edits] == [7, 7]


def test_long_pair_is_quoted_by_its_beginning() -> None:
    (hit,) = hits("punctuation", notice("做好有关工作(市财政局、市发展改革委、市教育局牵头并按职责分工负责)。"))
    assert hit.at.value == "(市财政局、市发展改"
    assert str(hit.facts["written"]).endswith("工负责)")


def rows(*cells: str) -> str:
    head = "序号\t工作任务\t配合单位\n"
    return head + "\n".join(f"{number}\t{task}\t市财政局" for number, task in enumerate(cells, 1))


def test_cell_without_its_stop() -> None:
    cells = [f"建设第{number}批公共服务设施。" for number in "一二三四五六七八"]
    assert found(rows(*cells, "建设社区食堂和口袋公园")) == [("堂和口袋公园", "堂和口袋公园。")]


def test_the_one_cell_with_a_stop_in_a_column_of_phrases() -> None:
    cells = [f"建设第{number}批公共服务设施" for number in "一二三四五六七"]
    assert found(rows(*cells, "建设社区食堂。")) == [("建设社区食堂。", "建设社区食堂")]


def test_a_column_of_phrases_and_sentences_may_have_stops() -> None:
    cells = [f"建设第{number}批公共服务设施" for number in "一二三四五六七"]
    assert found(rows(*cells, "建设社区食堂，方便老年人就餐。")) == []
    assert found(rows(*cells, "建设社区食堂。", "建设口袋公园。")) == []


def test_page_number_left_in_a_cell_is_no_missing_stop() -> None:
    cells = [f"建设第{number}批公共服务设施。" for number in "一二三四五六七八"]
    assert found(rows(*cells, "建设社区食堂和口袋公园。6")) == []


def test_cell_that_ends_with_a_comma() -> None:
    text = rows("建设社区食堂。", "建设口袋公园。").replace("2\t建设口袋公园。\t市财政局", "2\t建设口袋公园。\t市财政局、市教育局，")
    assert found(text) == [("局、市教育局，", "局、市教育局")]


def test_semicolon_inside_a_list_of_bodies() -> None:
    clause = "建设社区食堂。（牵头单位：市民政局；配合单位：市财政局、市教育局；各县（区）人民政府）"
    assert found(clause) == [("市教育局；各县（区", "市教育局，各县（区")]


@pytest.mark.parametrize("last", ["完成时限：2026年12月", "2026年12月底前完成", "责任单位：各县（区）人民政府", "长期推进"])
def test_semicolon_between_the_parts_of_a_clause(last: str) -> None:
    assert found(f"建设社区食堂。（牵头单位：市民政局；配合单位：市财政局、市教育局；{last}）") == []


def test_term_written_two_ways() -> None:
    text = "推行“双随机、一公开”监管，完善“双随机、一公开”平台，把“双随机一公开”作为基本方式。"
    assert found(text) == [("双随机一公开", "双随机、一公开")]
    assert found("推行“双随机、一公开”监管，把“双随机一公开”作为基本方式。") == []


def test_paragraph_without_its_stop() -> None:
    whole = "各县（区）人民政府要认真加强组织领导，明确责任分工，确保各项任务按期完成"
    items = [f"{label}、{whole}。" for label in "一二三四五六七八九"]
    assert found(*items) == []
    assert found(*items[:5], "六、" + whole, *items[6:]) == [("任务按期完成", "任务按期完成。")]


def test_paragraph_that_ends_with_a_comma() -> None:
    assert found("一、加强领导，压实各方责任，", "二、加强督查，确保落实到位。") == [("压实各方责任，", "压实各方责任。")]


def test_markup_left_in_a_text() -> None:
    assert [written for written, _right in found("一、加强**领导**。")] == ["**"]
    file = read(notice.__doc__ or "")
    assert hits("punctuation", file) == []


def test_web_pages_and_markdown_are_meant_to_have_markup() -> None:
    lines = [f"{label}、加强**领导**。" for label in "一二三四五六七八"]
    assert found(*lines) == []
    text = "江河市人民政府办公室关于做好有关工作的通知\n\n江政办发〔2026〕8号\n\n各县（区）人民政府：\n\n一、加强**领导**。\n"
    assert hits("punctuation", read(text, "a.md")) == []
    assert len(hits("punctuation", read(text, "a.txt"))) == 1
