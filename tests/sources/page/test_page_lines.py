"""Pages become lines: paragraphs, what is printed by the page, tables, blanks, places."""

from __future__ import annotations

import pytest

from hegao.reports.place_words import place_words
from hegao.sources.page.page_layout import PageCollector
from hegao.sources.page.page_model import Glyph, Page
from page_files import LEFT, PITCH, RIGHT, SIZE, TOP, WIDTH, Mark, Ruled, Said, grid, pdf, ruled, set_lines, set_text
from word_files import document, lines, places, source

NAME = "通知.pdf"
LONG = "为做好防汛备汛工作，确保人民群众生命财产安全，经市人民政府同意，现就有关事项通知如下，请认真贯彻执行。"


def read(*pages: list[Mark]) -> list[str]:
    """The lines of pages that bear text."""
    return lines(pdf(*pages), NAME)


def test_a_line_that_fills_the_width_goes_on_and_an_indent_begins_a_paragraph() -> None:
    assert read(set_text(f"{LONG}\n{LONG}")) == [LONG, LONG]


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_apart() -> None:
    marks = set_text(LONG, 700)
    first = [mark for mark in marks if isinstance(mark, Said) and mark.y <= 728]
    rest = [mark._replace(y=mark.y - 756 + TOP) for mark in marks if isinstance(mark, Said) and mark.y > 728]
    for form in ("— {} —", "-{}-", "{}", "第{}页", "{}/2", "— {}—"):
        numbers = [Said(480, 780, form.format(number)) for number in (1, 2)]
        assert read([*first, numbers[0]], [*rest, numbers[1]]) == [LONG], form


def test_the_copy_number_is_no_page_number() -> None:
    assert read([Said(LEFT, 60, "000012"), *set_lines(["机密★1年", "特急", "", ">江河市人民政府文件"])])[:3] == ["000012", "机密★1年", "特急"]


def test_running_heads_stand_once_before_the_text() -> None:
    pages = [[Said(200, 50, f"江河市人民政府公报　2026年第3期　{number}", 10), *set_text(LONG)] for number in (5, 6, 7)]
    read_ = source(pdf(*pages), NAME)
    assert read_.lines[0].startswith("江河市人民政府公报")
    assert read_.layout is not None and read_.layout.running == {1}
    assert [line for line in read_.lines if line] == [read_.lines[0], LONG, LONG, LONG]


def test_lines_in_the_middle_and_to_the_right_stand_by_themselves() -> None:
    said = ["江政发〔2026〕3号", "江河市人民政府关于做好防汛", "备汛工作的通知", "各县（区）人民政府：", LONG, "江河市人民政府", "2026年3月6日"]
    head = set_lines([f">{said[0]}", f">{said[1]}", f">{said[2]}", said[3]])
    assert read([*head, *set_text(LONG, TOP + 4 * PITCH), *set_lines([f">>{said[5]}", f">>{said[6]}"], TOP + 8 * PITCH)]) == said


def test_an_addressee_of_several_lines_is_not_indented() -> None:
    long = "各县（区）人民政府，市直各有关部门，市属各企业、各直属事业单位，驻江河市各有关单位："
    assert read([*set_lines([long[:28], long[28:]]), *set_text(LONG, TOP + 2 * PITCH)])[0] == long


def test_the_name_of_an_attachment_hangs() -> None:
    long = ["\u3000\u3000附件：1.江河市农村供水保障攻坚行动重点任务和工作责任", "\u3000\u3000\u3000\u3000\u3000\u3000分工表", "\u3000\u3000\u3000\u3000\u30002.联系人名单"]
    assert read([*set_text(LONG), *set_lines(long, TOP + 3 * PITCH)])[1:] == ["附件：1.江河市农村供水保障攻坚行动重点任务和工作责任分工表", "2.联系人名单"]


def test_entries_of_a_contents_list_end_with_their_pages() -> None:
    entries = ["一、总体要求……………………………………………（1）", "二、主要任务……………………………………………（2）"]
    assert read(set_lines(entries)) == entries


def test_blanks_that_are_none_and_those_that_are_seen() -> None:
    marks: list[Mark] = [Said(LEFT, TOP, "江政发〔2026〕"), Said(LEFT + 104, TOP, "21"), Said(LEFT + 124, TOP, "号")]
    marks += [Said(400, TOP, "签发人：王　明")]
    marks += [Said(LEFT, TOP + PITCH, "附 件"), Said(LEFT, TOP + 2 * PITCH, "采用 XML format 存放 3 年")]
    assert read(marks) == ["江政发〔2026〕21号　签发人：王　明", "附 件", "采用XML format存放3年"]


def test_a_latin_word_is_not_parted_from_the_next_by_the_end_of_a_line() -> None:
    marks = [Said(LEFT + 32, TOP, "凡是采用开放文档格式归档的文件都应当符合标准" + "Open"), Said(LEFT, TOP + PITCH, "Document的要求，其他的不予接收。")]
    marks = [*set_text(LONG, TOP + 2 * PITCH), *marks]
    assert read(marks)[0] == "凡是采用开放文档格式归档的文件都应当符合标准Open Document的要求，其他的不予接收。"


def test_bold_by_printing_twice_is_read_once() -> None:
    assert read([Said(LEFT, TOP, "关于防汛的通知"), Said(LEFT + 0.4, TOP, "关于防汛的通知")]) == ["关于防汛的通知"]


def test_a_stamp_across_the_page_is_not_text() -> None:
    askew = "q 0.7 0.7 -0.7 0.7 200 300 cm BT /F 60 Tf 0 0 Td <51856 5> Tj ET Q\n".replace("<51856 5>", "<51859 0E8>".replace(" ", ""))
    assert lines(pdf(set_text(LONG), drawn=askew), NAME) == [LONG]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_reads_as_one_that_is_not(rotate: int) -> None:
    assert lines(pdf([*set_text(LONG), *ruled([80, 150, 520], 300, [["序号", "事项"], ["1", "防汛"]])], rotate=rotate), NAME) == [LONG, "序号\t事项", "1\t防汛"]


def test_a_ruled_table_is_read_by_its_cells() -> None:
    table = ruled([80, 130, 300, 520], 300, [["序号", "事项", "单位"], ["1", "排查水库、堤防、\n山洪灾害易发区隐患", "市水利局"], ["2", "", "市财政局"]])
    read_ = places(pdf([*set_text(LONG), *table]), NAME)
    assert [line for line, _place in read_][1:] == ["序号\t事项\t单位", "1\t排查水库、堤防、\u2028山洪灾害易发区隐患\t市水利局", "2\t\t市财政局"]
    assert place_words(read_[2][1]) == "第1页表1第2行第1列"


def test_cells_of_several_rows_and_columns() -> None:
    xs, ys = [80.0, 200.0, 300.0, 520.0], [300.0, 330.0, 360.0, 390.0]
    strokes = [mark for mark in grid(xs, ys) if mark != grid(xs, ys)[1]]
    strokes += [mark for mark in grid([200, 520], [330.0, 360.0])[:1]]
    words = [Said(90, 330, "水利", 12), Said(210, 318, "甲", 12), Said(310, 318, "乙", 12), Said(210, 348, "丙", 12), Said(310, 348, "丁", 12), Said(90, 378, "财政", 12)]
    read_ = source(pdf([*strokes, *words]), NAME)
    assert list(read_.lines)[:3] == ["水利\t甲\t乙", "\t丙\t丁", "财政"+"\t\t"]
    assert read_.layout is not None and read_.layout.merged == {2: frozenset([0])}


def test_a_table_goes_on_over_the_page() -> None:
    xs = [80.0, 150.0, 520.0]
    head = ["序号", "事项"]
    first, second = ruled(xs, 600, [head, ["1", "防汛"], ["2", "抗旱"]]), ruled(xs, TOP, [head, ["3", "供水"]])
    found = places(pdf([*set_text(LONG), *first, Said(290, 790, "1")], [*second, Said(290, 790, "2")]), NAME)
    assert [place_words(place) for _line, place in found[-2:]] == ["第2页表1第4行第1列", "第2页表1第5行第1列"]


def test_a_frame_is_no_table_and_shading_is_no_stroke() -> None:
    shading = f"0.9 g {LEFT} 600 400 200 re f 0 g\n"
    assert lines(pdf([*grid([60, 540], [80, 780]), *set_text(LONG)], drawn=shading), NAME) == [LONG]


def test_places_are_page_and_line() -> None:
    found = source(pdf(set_text(LONG), set_lines(["甲", "乙"])), NAME)
    assert found.layout is not None
    origin = found.layout.origins[0]
    assert [place_words(origin.place(column)) for column in (1, 26, 27)] == ["第1页第1行", "第1页第1行", "第1页第2行"]
    assert place_words(found.layout.origins[-1].place(1)) == "第2页第2行"
    assert place_words(origin.place(27), "en") == "page 1 line 2"


def test_fields_of_a_document_with_a_masthead() -> None:
    head = set_lines(["000001", "机密★1年", "特急", "", ">江河市人民政府文件", "", "江政发〔2026〕3号", "", ">关于做好防汛工作的请示", "省人民政府："])
    head.append(Said(RIGHT - 112, TOP + 6 * PITCH, "签发人：王明"))
    found = document(pdf([*head, *set_text(LONG, TOP + 10 * PITCH), *set_lines([">>江河市人民政府", ">>2026年3月6日"], TOP + 14 * PITCH)]), NAME)
    assert found.title is not None and found.title.text.value == "关于做好防汛工作的请示"
    assert found.number is not None and found.number.phrase.normal == "江政发〔2026〕3号"
    assert found.issued is not None and found.issued.isoformat() == "2026-03-06"
    assert found.addressee is not None and found.addressee.name == "省人民政府"


def test_spread_text_has_no_blanks() -> None:
    page = Page(WIDTH, 842)
    page.glyphs = [Glyph(one, LEFT + index * SIZE * 2, LEFT + index * SIZE * 2 + SIZE, TOP, SIZE) for index, one in enumerate("江河市人民政府文件")]
    collector = PageCollector("PDF")
    collector.add(page)
    assert [line.text for line in collector.lines().body] == ["江河市人民政府文件"]


def test_footnotes_are_apart_and_their_marks_are_none() -> None:
    text = set_text(LONG, 640)
    mark, note = Said(LEFT + 336, 661, "1", 8), [Said(LEFT, 720, "1", 5), Said(LEFT + 5, 724, "指市水利局、市应急管理局。", 10)]
    rule = Ruled(LEFT, 705, LEFT + 140, 705)
    found = source(pdf([*text, mark, *note, rule, Said(290, 790, "1")], set_text(LONG)), NAME)
    assert [line for line in found.lines if line] == [LONG, LONG, "指市水利局、市应急管理局。"]
    assert found.layout is not None and found.layout.notes == {len(found.lines)}
    assert place_words(found.layout.origins[-1].place(1)) == "第1页第3行脚注"
    assert lines(pdf([*set_text(LONG), *note]), NAME) != [LONG, "指市水利局、市应急管理局。"]


def test_a_date_that_is_cut_is_put_together() -> None:
    assert read([Said(420, TOP, "2026年12"), Said(420, TOP + PITCH, "月3日"), *set_text(LONG, 300)])[0] == "2026年12月3日"


def test_a_word_beside_two_names_comes_behind_both() -> None:
    masthead = [Said(LEFT, 140, "江河市水利局", 30), Said(LEFT, 180, "江河市财政局", 30), Said(400, 158, "文件", 30)]
    assert read([*masthead, *set_text(LONG, 300)])[:3] == ["江河市水利局", "江河市财政局", "文件"]
