"""OFD: text cut into pieces, steps and matrices, templates, blocks, drawings, several documents, names as they come."""

from __future__ import annotations

import pytest

from hegao.reports.place_words import place_words
from page_files import LEFT, OFD_SPACE, PITCH, TOP, Ruled, Said, content, ofd, ofd_page, ruled, set_lines, set_text, text_object
from word_files import archive, lines, members, places, source

NAME = "通知.ofd"
TITLE = "关于做好防汛工作的通知"
LONG = "为做好防汛备汛工作，确保人民群众生命财产安全，经市人民政府同意，现就有关事项通知如下，请认真贯彻执行。"


def text(code: str, boundary: str = "30 40 100 6", more: str = "") -> str:
    """A text object of size 5 with that content."""
    return f'<ofd:TextObject ID="1" Boundary="{boundary}" Font="2" Size="5"{more}>{code}</ofd:TextObject>'


def test_pages_are_read_as_those_of_a_pdf() -> None:
    table = ruled([80, 150, 300, 520], 400, [["序号", "事项", "单位"], ["1", "排查水库", "市水利局"]])
    found = places(ofd([*set_lines([f">{TITLE}"]), *set_text(LONG, TOP + PITCH), *table, Said(290, 790, "— 1 —")], set_lines(["乙"])), NAME)
    assert [(line, place_words(place)) for line, place in found] == [
        (TITLE, "第1页第1行"),
        (LONG, "第1页第2行"),
        ("序号\t事项\t单位", "第1页表1第1行第1列"),
        ("1\t排查水库\t市水利局", "第1页表1第2行第1列"),
        ("乙", "第2页第1行"),
    ]
    assert source(ofd(set_text(LONG)), NAME).form == "ofd"


def test_text_in_pieces_and_out_of_order_is_put_together() -> None:
    pieces = [Said(LEFT + 144, TOP + 0.4, "号"), Said(LEFT, TOP, "江政发"), Said(LEFT + 48, TOP, "〔"), Said(LEFT + 64, TOP - 0.5, "2026"), Said(LEFT + 96, TOP, "〕")]
    assert lines(ofd([*pieces, Said(LEFT + 117, TOP, "21")]), NAME) == ["江政发〔2026〕21号"]


@pytest.mark.parametrize("steps", ["5 5 5", "g 3 5", "g 2 5 5", "g 9 5", "5 g 2 5", ""])
def test_steps_between_characters(steps: str) -> None:
    inner = text(f'<ofd:TextCode X="0" Y="5" DeltaX="{steps}">防汛通知</ofd:TextCode>')
    assert lines(ofd(ofd_page(inner)), NAME) == ["防汛通知"]


def test_lines_in_one_text_object() -> None:
    several = '<ofd:TextCode X="0" Y="5" DeltaX="5">防汛</ofd:TextCode><ofd:TextCode Y="15" DeltaX="5">抗旱</ofd:TextCode>'
    back = '<ofd:TextCode X="0" Y="5" DeltaX="5 -5 5" DeltaY="0 10 0">供水排水</ofd:TextCode>'
    assert lines(ofd(ofd_page(text(several) + text(back, "30 80 50 20"))), NAME) == ["防汛", "抗旱", "供水", "排水"]


def test_characters_are_written_as_entities_and_with_breaks_around() -> None:
    inner = text('<ofd:TextCode X="0" Y="5">\n&#x9632;汛&amp;抗旱\n</ofd:TextCode>')
    assert lines(ofd(ofd_page(inner)), NAME) == ["防汛&抗旱"]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 0 0", "-1 0 0 -1 0 0", "0 -1 1 0 0 0"])
def test_text_that_is_turned_reads_as_a_page_that_is_turned(matrix: str) -> None:
    a, b, c, d, _e, _f = map(float, matrix.split())
    inner = ""
    for row, line in enumerate(["关于防汛的通知", "各县区人民政府"]):
        at = 60.0 + 10 * row
        shift_x, shift_y = c * at + (150 if a < 0 or c < 0 else 0), d * at + (250 if d < 0 or b < 0 else 0)
        inner += text(f'<ofd:TextCode X="20" Y="0" DeltaX="g 9 5">{line}</ofd:TextCode>', f"{shift_x} {shift_y} 10 10", f' CTM="{matrix}"')
    assert lines(ofd(ofd_page(inner)), NAME) == ["关于防汛的通知", "各县区人民政府"]


def test_a_matrix_enlarges_and_a_watermark_is_left_out() -> None:
    large = text('<ofd:TextCode X="0" Y="5" DeltaX="g 9 5">防汛通知</ofd:TextCode>', "30 40 100 20", ' CTM="2 0 0 2 0 0"')
    mark = text('<ofd:TextCode X="0" Y="5" DeltaX="g 9 5">内部资料</ofd:TextCode>', "30 40 100 20", ' CTM="0.7 -0.7 0.7 0.7 0 0"')
    assert lines(ofd(ofd_page(large + mark)), NAME) == ["防汛通知"]


def test_template_pages_blocks_and_drawings() -> None:
    common = '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes><ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="8"><ofd:Content>{text_object(Said(0, 16, "抗旱"))}</ofd:Content></ofd:CompositeGraphicUnit>'
    parts = {
        "Doc_0/Tpls/Tpl_0/Content.xml": ofd_page(content([Said(LEFT, TOP, "江河市人民政府文件")])),
        "Doc_0/DocumentRes.xml": f"<ofd:Res {OFD_SPACE}><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>",
    }
    block = f"<ofd:PageBlock><ofd:PageBlock>{text_object(Said(LEFT, TOP + PITCH, TITLE))}</ofd:PageBlock></ofd:PageBlock>"
    drawn = '<ofd:CompositeObject ID="9" ResourceID="8" Boundary="28 70 50 10"/><ofd:CompositeObject ID="9" ResourceID="none"/>'
    hidden = text_object(Said(LEFT, TOP + 4 * PITCH, "看不见"), ' Visible="false"')
    page = ofd_page(block + drawn + hidden, '<ofd:Template TemplateID="7" ZOrder="Background"/><ofd:Template TemplateID="none"/>')
    assert lines(ofd(page, parts=parts, common=common), NAME) == ["江河市人民政府文件", TITLE, "抗旱"]


def test_strokes_are_lines_rectangles_and_thin_fillings() -> None:
    words = [Said(90, 320, "序号", 12), Said(200, 320, "事项", 12), Said(90, 350, "1", 12), Said(200, 350, "防汛", 12)]
    outer = '<ofd:PathObject ID="1" Boundary="28.2222 105.8333 155 21.1667"><ofd:AbbreviatedData>M 0 0 L 155 0 L 155 21.1667 L 0 21.1667 C</ofd:AbbreviatedData></ofd:PathObject>'
    inner = '<ofd:PathObject ID="1" Boundary="28.2222 116.2 155 0.3" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L 155 0 L 155 0.3 L 0 0.3 C</ofd:AbbreviatedData></ofd:PathObject>'
    round_ = '<ofd:PathObject ID="1" Boundary="28 100 50 50"><ofd:AbbreviatedData>M 0 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 5 5 0 0 1 9 9 L 5</ofd:AbbreviatedData></ofd:PathObject>'
    page = ofd_page(content([*words, Ruled(150, 300, 150, 360)]) + outer + inner + round_ + '<ofd:PathObject ID="1"/>')
    assert lines(ofd(page), NAME) == ["序号\t事项", "1\t防汛"]


def test_several_documents_and_names_as_they_come() -> None:
    made = members(ofd(set_lines(["甲"])))
    made["OFD.xml"] = made["OFD.xml"].replace("</ofd:OFD>", "<ofd:DocBody><ofd:DocRoot>/DOC_1\\Document.xml</ofd:DocRoot></ofd:DocBody><ofd:DocBody/></ofd:OFD>")
    made["Doc_1/Document.xml"] = made["Doc_0/Document.xml"].replace("Pages/Page_0", "/Doc_1/pages/page_0")
    made["Doc_1/Pages/Page_0/Content.xml"] = made["Doc_0/Pages/Page_0/Content.xml"].replace("甲", "乙")
    assert lines(archive(made), NAME) == ["甲", "乙"]
    for written in ("", "o:"):
        space = 'xmlns:o="http://www.ofdspec.org"' if written else 'xmlns="urn:x"'
        renamed = {name: inner.replace(OFD_SPACE, space).replace("ofd:", written) for name, inner in made.items()}
        assert lines(archive(renamed), NAME) == ["甲", "乙"]
    bare = {name: inner.replace(f" {OFD_SPACE}", "").replace("ofd:", "") for name, inner in made.items()}
    assert lines(archive(bare), NAME) == ["甲", "乙"]
    undeclared = {name: inner.replace(f" {OFD_SPACE}", "") for name, inner in made.items()}
    assert lines(archive(undeclared), NAME) == ["甲", "乙"]
