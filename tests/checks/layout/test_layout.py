"""Pages: one after the standard raises nothing, one with a single deviation exactly its finding."""

from __future__ import annotations

import re
from typing import Any

import pytest

from checks.layout.pages import LINES, STYLES, document, footer, said
from checks.told import rules
from word_files import archive, from_text, members, paragraph, run, table, word

TITLE = LINES["title"][0]
ODD, EVEN = footer(indent="rightChars"), footer(alignment="left", indent="leftChars")


def line(name: str) -> str:
    """The text of a line of the page."""
    return LINES[name][0].strip("　")


#: What is changed, and what is said of it: rule, quote, message.
CASES: list[tuple[dict[str, Any], tuple[str, str, str]]] = [
    ({"page": {"width": 182, "height": 257}}, ("LAY801", TITLE, "纸张为182×257毫米，应为210×297毫米")),
    (
        {"page": {"top": 25.4, "bottom": 25.4, "left": 31.8, "right": 31.8}},
        ("LAY802", TITLE, "页边距为上25.4、下25.4、左31.8、右31.8毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）"),
    ),
    ({"page": {"top": 35.5}}, ("LAY802", TITLE, "页边距为上35.5、下35、左28、右26毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）")),
    ({"page": {"right": 29}}, ("LAY802", TITLE, "页边距为上37、下35、左28、右29毫米，应为上37、下35、左28、右26毫米（版心156×225毫米）")),
    ({"page": {"pitch": 520}}, ("LAY803", TITLE, "每面约24行，一般为22行")),
    ({"page": {"extra": 4096}}, ("LAY803", TITLE, "每行约26个字，一般为28个字")),
    ({"opening": {"font": "宋体"}, "body": {"font": "宋体"}}, ("LAY804", line("opening"), "正文用宋体，一般用仿宋（共2处）")),
    ({"opening": {"font": ""}}, ("LAY804", line("opening"), "正文用宋体，一般用仿宋（共1处）")),
    ({"closing": {"size": 12}}, ("LAY804", line("closing"), "正文的字号为小4号，一般为3号（共1处）")),
    ({"signature": {"size": 18, "right": 270}}, ("LAY804", line("signature"), "署名的字号为小2号，一般为3号（共1处）")),
    ({"third": {"font": "黑体"}}, ("LAY804", "1．加强巡查", "三级标题用黑体，一般用仿宋（共2处）")),
    ({"body": {"colour": "FF0000"}}, ("LAY805", line("body"), "正文的文字是红色，应为黑色（共1处）")),
    ({"body": {"colour": "808080"}, "date": {"colour": "0563C1"}}, ("LAY805", line("body"), "正文的文字是灰色，应为黑色（共2处）")),
    ({"masthead": {"font": "黑体"}}, ("LAY806", line("masthead"), "发文机关标志用黑体，一般用小标宋（共1处）")),
    ({"masthead": {"colour": ""}}, ("LAY807", line("masthead"), "发文机关标志是黑色，应为红色")),
    ({"secrecy": {"font": "仿宋"}}, ("LAY808", line("secrecy"), "密级或紧急程度用仿宋，一般用黑体（共1处）")),
    ({"title": {"font": "黑体"}}, ("LAY809", TITLE, "标题用黑体，一般用小标宋（共1处）")),
    ({"title": {"size": 18}}, ("LAY809", TITLE, "标题的字号为小2号，一般为2号（共1处）")),
    ({"first": {"font": "仿宋"}, "again": {"font": "仿宋"}}, ("LAY810", line("first"), "一级标题用仿宋，一般用黑体（共2处）")),
    ({"second": {"font": "宋体"}}, ("LAY811", line("second"), "二级标题用宋体，一般用楷体（共1处）")),
    ({"copies": {"size": 16}, "imprint": {"size": 16}}, ("LAY812", line("copies"), "抄送机关的字号为3号，一般为4号（共2处）")),
    ({"annex_mark": {"font": "仿宋"}}, ("LAY813", line("annex-mark"), "附件序号用仿宋，一般用黑体（共1处）")),
    ({"title": {"first": 200}}, ("LAY814", TITLE, "标题偏右1字，应居中（共1处）")),
    (
        {"texts": {"title": "江河市人民政府关于进一步加强农村供水保障工作的通知"}, "title": {"alignment": "both"}},
        ("LAY814", "江河市人民政府关于进一步加强农村供水保障工作的通知", "标题回行后没有居中（共1处）"),
    ),
    ({"annex_title": {"alignment": "left"}}, ("LAY814", line("annex-title"), "附件标题偏左6.1字，应居中（共1处）")),
    ({"number": {"alignment": "left"}}, ("LAY815", line("number"), "发文字号没有居中（与签发人同行的，没有左空1字）")),
    ({"addressee": {"first": 200}}, ("LAY816", line("addressee"), "主送机关左空2字，应顶格（共1处）")),
    ({"opening": {"first": 0}}, ("LAY817", line("opening"), "正文左空0字，应左空2字（共1处）")),
    ({"opening": {"first": 0, "left": 200}}, ("LAY817", line("opening"), "正文回行左空2字，应顶格（共1处）")),
    ({"attachment": {"left": 0}}, ("LAY818", line("attachment"), "附件说明左空0字，应左空2字（共1处）")),
    ({"attachment_2": {"left": 0}}, ("LAY818", "2．水质检测项目", "附件说明第二个起的顺序号左空3字，应左空5字，与第一个对齐（共1处）")),
    (
        {"date": {"right": 0}},
        ("LAY819", line("date"), "成文日期右空0字，盖章的应右空4字，不盖章的署名右空2字、日期首字右移2字"),
    ),
    ({"signature": {"right": 0}}, ("LAY819", line("signature"), "署名右空0字，没有以成文日期为准居中")),
    ({"note": {"first": 0}}, ("LAY820", line("note"), "附注左空0字，应左空2字（共1处）")),
    ({"copies": {"left": 0}}, ("LAY821", line("copies"), "抄送机关左空0字，应左空1字（共1处）")),
    ({"annex_mark_2": {"first": 200}}, ("LAY822", line("annex-mark-2"), "附件序号左空2字，应顶格（共1处）")),
    ({"annex_mark": {"new_page": False}}, ("LAY823", line("annex-mark"), "附件没有另面编排（共1件）")),
    ({"addressee": {"blanks": 3}}, ("LAY824", line("addressee"), "主送机关与标题之间空3行，应空1行")),
    ({"title": {"blanks": 0}}, ("LAY824", TITLE, "标题与发文字号之间空0行，应空2行")),
    ({"annex_title": {"blanks": 0}}, ("LAY824", line("annex-title"), "附件标题与附件序号之间空0行，应空1行")),
    ({"footers": ()}, ("LAY825", TITLE, "没有页码")),
    ({"footers": (footer(text="- {} -", indent="rightChars"), EVEN)}, ("LAY825", TITLE, "页码写作“- 1 -”，一般两侧加一字线：“— 1 —”")),
    ({"footers": (footer("Times New Roman"), EVEN)}, ("LAY825", TITLE, "页码用Times New Roman，一般用宋体")),
    ({"footers": (footer(size=10.5), EVEN)}, ("LAY825", TITLE, "页码的字号为5号，一般为4号")),
    ({"footers": (footer(alignment="center"),)}, ("LAY825", TITLE, "单双页的页码都在同一边，一般单页居右、双页居左")),
    ({"footers": (ODD, ODD)}, ("LAY825", TITLE, "双页的页码没有居左")),
]


def test_a_page_after_the_standard_raises_nothing() -> None:
    assert said(document()) == []


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_a_single_deviation_gives_its_finding(change: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert said(document(**change)) == [expected]


def test_every_rule_is_shown_at_work() -> None:
    assert {rule.code for rule in rules() if rule.area == "LAY"} == {code for _change, (code, _quote, _message) in CASES}


@pytest.mark.parametrize("profile", ["draft", "published"])
def test_nothing_is_said_of_a_draft_or_a_public_copy(profile: str) -> None:
    assert said(document(page={"top": 25.4, "pitch": 300}), profile) == []
    assert said(from_text("江河市人民政府关于防汛的通知\n各县：\n请做好防汛工作。"), profile) == []


def test_nothing_is_said_of_a_text() -> None:
    assert said("江河市人民政府关于防汛的通知\n\n各县：\n\n请做好防汛工作。\n".encode()) == []


@pytest.mark.parametrize("font", ["仿宋", "FangSong", "方正仿宋_GBK", "华文仿宋", "仿宋_GB2312;仿宋", "@仿宋"])
def test_any_make_of_a_font_will_do(font: str) -> None:
    assert said(document(opening={"font": font})) == []


def test_margins_may_be_off_by_as_much_as_the_standard_allows() -> None:
    assert said(document(page={"top": 38, "left": 27, "right": 27})) == []


def test_lines_may_be_set_without_a_grid() -> None:
    exact = '<w:spacing w:line="560" w:lineRule="exact"/>'
    names = [name for name in LINES if name not in ("masthead", "title", "annex-title", "annex-title-2")]
    changes = {name.replace("-", "_"): {"more": exact} for name in names}
    assert said(document(page={"grid": "default"}, **changes)) == []


class TestStyles:
    """What is in force comes by styles, defaults and themes, too."""

    def test_a_style_and_those_it_is_based_on(self) -> None:
        styles = STYLES + (
            '<w:style w:type="paragraph" w:styleId="base"><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="text"><w:basedOn w:val="base"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="large"><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
        )
        body = paragraph(run("请各单位做好防汛工作。", '<w:rStyle w:val="large"/>'), properties='<w:pStyle w:val="text"/>')
        small = paragraph("检查情况按月报送。", properties='<w:pStyle w:val="text"/>')
        title = paragraph("江河市水利局关于防汛的通知", properties='<w:jc w:val="center"/>')
        assert [(code, quote) for code, quote, _message in said(word(title + body, styles=styles)) if code in ("LAY804", "LAY817")] == []
        found = [(code, message) for code, _quote, message in said(word(title + body + small, styles=styles)) if code in ("LAY804", "LAY817")]
        assert found == [("LAY804", "正文的字号为小4号，一般为3号（共1处）")]

    def test_an_own_setting_takes_the_place_of_the_style_s(self) -> None:
        styles = STYLES + '<w:style w:type="paragraph" w:styleId="a1"><w:pPr><w:ind w:left="640" w:hanging="640"/><w:jc w:val="center"/></w:pPr></w:style>'
        more = '<w:pStyle w:val="a1"/><w:ind w:left="0"/>'
        assert said(document(styles=styles, opening={"more": more})) == []


class TestWhatCannotBeTold:
    """Nothing is guessed of what the file does not say."""

    def test_an_automatic_number(self) -> None:
        more = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        assert said(document(body={"first": 0, "more": more})) == []

    def test_a_frame(self) -> None:
        assert said(document(number={"alignment": "left", "more": '<w:framePr w:hAnchor="page"/>'})) == []

    def test_a_line_put_in_its_place_by_many_blanks(self) -> None:
        texts = {"date": " " * 34 + "2026年3月6日", "signature": " " * 32 + "江河市人民政府"}
        settings = {"alignment": "left", "right": 0}
        assert said(document(texts=texts, date=settings, signature=settings)) == []

    def test_words_in_a_table(self) -> None:
        made = table(["项目", "数量", "备注"], ["水厂", "三十座", "在建"], ["水库", "两座", "在用"])
        head = paragraph("江河市水利局关于防汛的通知", properties='<w:jc w:val="center"/>')
        assert {code for code, _quote, _message in said(word(head + made))} == {"LAY809"}

    def test_several_signatures(self) -> None:
        texts = {"signature": "江河市人民政府　　　云岭县人民政府"}
        assert said(document(texts=texts, signature={"right": 0}, date={"right": 0})) == []


def test_signature_and_date_without_a_seal() -> None:
    assert said(document(signature={"right": 200 + 100}, date={"right": 200})) == []
    # 九个字的署名：右空2字，日期首字再右移2字。
    texts = {"signature": "江河市云岭县人民政府"}
    assert said(document(texts=texts, signature={"right": 200}, date={"right": 400})) == []


def test_a_person_who_signs_stands_beside_no_seal() -> None:
    texts = {"signature": "市长王江河"}
    assert said(document(texts=texts, signature={"right": 400})) == []


def test_articles_are_set_like_the_body() -> None:
    texts = {"body": "第一条　各县（区）人民政府应当落实主体责任，健全管护队伍，保障工程正常运行。"}
    assert said(document(texts=texts)) == []
    assert [code for code, _quote, _message in said(document(texts=texts, body={"font": "宋体"}))] == ["LAY804"]


def test_a_number_beside_who_signs() -> None:
    texts = {"number": "江政发〔2026〕12号　　　　　签发人：王江河", "title": "江河市人民政府关于解决农村供水资金的请示", "addressee": "省人民政府："}
    settings = {"alignment": "left", "left": 100}
    assert said(document(texts=texts, number=settings)) == []
    assert [code for code, _quote, _message in said(document(texts=texts, number={"alignment": "left", "left": 400}))] == ["LAY815"]


def test_the_title_of_an_order_is_its_mark() -> None:
    setting = {"colour": "FF0000", "size": 54}
    without = ("masthead", "number")
    texts = {"title": "江河市人民政府令"}
    assert said(document(texts=texts, without=without, title=setting, addressee={"blanks": 2})) == []
    # 上面另有标志的，标题还是标题。
    assert said(document(texts={"title": "江河市人民政府常务会议纪要"}, without=without)) == []


@pytest.mark.parametrize("value", ["0", "-1", "abc", "", "nan", "inf", "1e400", "4294967295"])
@pytest.mark.parametrize("name", ["w:sz", "w:line", "w:firstLineChars", "w:linePitch", "w:charSpace", "w:top", "w:h"])
def test_values_that_no_program_writes(name: str, value: str) -> None:
    """Nothing is known of such a page, but the check goes on."""
    setting = re.compile(rf'({name}(?: w:val)?)="[^"]*"')
    broken = archive({one: setting.sub(rf'\g<1>="{value}"', text) for one, text in members(document()).items()})
    assert isinstance(said(broken), list)


class TestPages:
    """Where a page begins."""

    @pytest.mark.parametrize(
        "before",
        [
            '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
            '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/></w:sectPr></w:pPr></w:p>',
            "<w:p/>" * 5,
        ],
    )
    def test_an_attached_text_begins_one(self, before: str) -> None:
        assert "LAY823" not in codes(before)

    @pytest.mark.parametrize("before", ["", "<w:p/>", '<w:p><w:r><w:br w:type="textWrapping"/></w:r></w:p>'])
    def test_it_does_not(self, before: str) -> None:
        assert "LAY823" in codes(before)

    def test_one_that_word_saw_begin(self) -> None:
        assert "LAY823" not in codes("", "<w:r><w:lastRenderedPageBreak/><w:t>附件1</w:t></w:r>")

    def test_not_behind_a_section_that_goes_on(self) -> None:
        section = '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
        assert "LAY823" in codes(section, end='<w:sectPr><w:type w:val="continuous"/></w:sectPr>')


def codes(before: str, mark: str = "<w:r><w:t>附件1</w:t></w:r>", end: str = "") -> set[str]:
    """The rules that speak of a document with an attached text behind what stands before."""
    head = "江河市水利局关于防汛的通知", "各县（区）水利局：", "现将防汛物资清单印发给你们。", "附件：1．防汛物资清单", "江河市水利局", "2026年3月6日"
    body = "".join(paragraph(one) for one in head) + before + f"<w:p>{mark}</w:p>"
    return {code for code, _quote, _message in said(word(body + paragraph("防汛物资清单") + paragraph("沙袋三千条。") + end))}
