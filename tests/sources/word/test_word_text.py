"""The text of a Word document as a reader sees it."""

from __future__ import annotations

import pytest

from hegao.sources.origins import Cell, Place
from word_files import archive, cell, document, lines, paragraph, places, relations, run, source, table, word


def test_runs_make_words_and_paragraphs_make_lines() -> None:
    data = word(paragraph("江政办发〔2026〕12号") + paragraph() + paragraph("各县（区）人民政府："))
    assert source(data).lines == ("江政办发〔2026〕12号", "", "各县（区）人民政府：")
    assert places(data) == [("江政办发〔2026〕12号", Place(1)), ("各县（区）人民政府：", Place(3))]


def test_a_title_broken_by_hand_is_one_title() -> None:
    data = word(
        paragraph("江河市人民政府办公室关于做好2026年", "<w:r><w:br/></w:r>", "防汛备汛工作的通知")
        + paragraph("各县（区）人民政府：")
        + paragraph("请认真组织实施。")
    )
    title = document(data).title
    assert title is not None
    assert title.text.value == "江河市人民政府办公室关于做好2026年防汛备汛工作的通知"


def test_revisions_are_read_as_accepted() -> None:
    inserted = f'<w:ins w:id="1" w:author="甲">{run("市财政局")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>市水利局</w:delText></w:r></w:del>'
    nested = f'<w:del w:id="3" w:author="乙"><w:ins w:id="4" w:author="甲">{run("、市审计局")}</w:ins></w:del>'
    moved = f'<w:moveFrom w:id="5" w:author="甲">{run("牵头")}</w:moveFrom><w:moveTo w:id="6" w:author="甲">{run("负责")}</w:moveTo>'
    assert lines(word(paragraph("由", deleted, inserted, nested, moved, "。"))) == ["由市财政局负责。"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    data = word(paragraph("请各县（区）", properties=gone) + paragraph("认真组织实施。") + paragraph("特此通知。"))
    assert places(data) == [("请各县（区）认真组织实施。", Place(1)), ("特此通知。", Place(3))]
    layout = source(data).layout
    assert layout is not None
    assert layout.origins[0].place(7) == Place(2)


def test_of_a_field_the_result_is_read() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText xml:space="preserve"> DATE \\@ "yyyy" </w:instrText></w:r>'
    simple = f'<w:fldSimple w:instr=" REF 文号 ">{run("江政发〔2026〕3号")}</w:fldSimple>'
    data = word(paragraph("根据", simple, "，", begin, code, begin, code, separate, run("内层"), end, separate, run("2026"), end, "年起施行。"))
    assert lines(data) == ["根据江政发〔2026〕3号，2026年起施行。"]


def test_what_is_hidden_is_not_read() -> None:
    styles = '<w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph(
        "请办理。", run("内部说明", "<w:vanish/>"), run("又一句", '<w:rStyle w:val="note"/>'), run("办结后反馈。", '<w:vanish w:val="0"/>')
    )
    assert lines(word(body, styles=styles)) == ["请办理。办结后反馈。"]


def test_a_text_box_is_read_once_at_its_paragraph() -> None:
    """Each stands twice in the file, for new programs and for old ones."""
    content = f"<w:txbxContent>{paragraph('江河市人民政府文件')}{paragraph()}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert places(word(paragraph() + paragraph(box, "江政发〔2026〕3号"))) == [
        ("江河市人民政府文件", Place(2, part="textbox")),
        ("江政发〔2026〕3号", Place(2)),
    ]


def test_letters_drawn_as_a_picture_are_a_masthead_too() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath style="font-family:宋体" string="江河市人民政府文件"/></v:shape></w:pict></w:r>'
    assert lines(word(paragraph(drawn))) == ["江河市人民政府文件"]


def test_a_number_in_the_page_header_counts_where_the_text_has_none() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/></w:sectPr>'
    title = paragraph("关于做好防汛工作的通知") + paragraph("各县：") + paragraph("请办理。")
    header = paragraph("江河市人民政府办公室文件") + paragraph("江政办发〔2026〕3号")
    for own, said in (("", "江政办发〔2026〕3号"), (paragraph("江政办发〔2026〕4号"), "江政办发〔2026〕4号")):
        number = document(word(own + title + section, header=header)).number
        assert number is not None
        assert number.phrase.normal == said


def test_secrecy_and_urgency_in_the_page_header_belong_to_the_head_and_nothing_else_there_does() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    body = paragraph("关于做好防汛工作的通知") + paragraph("各县（区）人民政府：") + paragraph("请认真落实。") + section
    data = word(body, header=paragraph("机密★1年") + paragraph("特急") + paragraph("江河市防汛资料"), footer=paragraph("— 1 —"))
    read = source(data)
    assert read.lines[:3] == ("机密★1年", "特急", "江河市防汛资料")
    assert [place.part for _line, place in places(data)] == ["header"] * 3 + [""] * 3 + ["footer"]
    found = document(data)
    assert [one.text.value for one in found.masthead] == ["机密★1年", "特急"]
    assert found.title is not None
    assert found.title.text.value == "关于做好防汛工作的通知"
    assert [one.text.value for one in found.unparsed] == []


def test_notes_stand_behind_the_text_at_the_place_of_their_mark() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{paragraph("<w:r><w:footnoteRef/></w:r>", "规模化水厂指日供水千吨以上的水厂。")}</w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = paragraph("关于加强供水的通知") + paragraph("各县（区）人民政府：") + paragraph("建设规模化水厂", mark, "2座。") + paragraph("2026年3月6日")
    data = word(body, footnotes=notes)
    assert places(data)[-2:] == [("2026年3月6日", Place(4)), ("规模化水厂指日供水千吨以上的水厂。", Place(3, part="footnote"))]
    found = document(data)
    assert found.issued is not None
    assert [node.text.value for node in found.parts[0].nodes] == ["建设规模化水厂2座。", "规模化水厂指日供水千吨以上的水厂。"]


def test_the_signer_beside_the_number_leaves_the_number_what_it_is() -> None:
    found = document(
        word(
            paragraph("江政发〔2026〕3号", "<w:r><w:tab/></w:r>", "签发人：李明")
            + paragraph("江河市人民政府关于申请专项资金的请示")
            + paragraph("省人民政府：")
            + paragraph("现将有关事项请示如下。")
        )
    )
    assert found.number is not None
    assert found.number.text.value == "江政发〔2026〕3号"
    assert [one.text.value for one in found.masthead] == ["签发人：李明"]


def test_the_signer_may_stand_in_a_table_of_one_row() -> None:
    found = document(
        word(table(["江政发〔2026〕3号", "签发人：李明"]) + paragraph("江河市人民政府关于申请专项资金的请示") + paragraph("省人民政府："))
    )
    assert found.number is not None
    assert [one.text.value for one in found.masthead] == ["签发人：李明"]


def test_rows_typed_with_tabs_are_rows_and_other_tabs_are_blanks() -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = paragraph("序号", tab, "任务", tab, "责任单位") + paragraph("1", tab, "建成水厂", tab, "市水利局") + paragraph(tab, "抄送：市委办公室。")
    assert lines(word(body + paragraph())) == ["序号\t任务\t责任单位", "1\t建成水厂\t市水利局", "\t抄送：市委办公室。"]
    assert lines(word(paragraph(tab, "为加强管理。") + paragraph("江河市人民政府", tab, "2026年3月6日"))) == [
        "\u3000为加强管理。",
        "江河市人民政府\u30002026年3月6日",
    ]


def test_blanks_at_the_ends_count_only_where_the_file_says_so() -> None:
    data = word(paragraph("<w:r><w:t> 请</w:t></w:r>", run("办 理 "), "<w:r><w:t>。\n</w:t></w:r>"))
    assert lines(data) == ["请办 理 。"]


def test_characters_that_are_elements() -> None:
    data = word(
        paragraph("省", "<w:r><w:noBreakHyphen/></w:r>", "市", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "同意", '<w:r><w:softHyphen/></w:r>')
    )
    assert lines(data) == ["省-市☑同意"]


def test_a_page_break_leaves_a_gap() -> None:
    assert source(word(paragraph("正文。", '<w:r><w:br w:type="page"/></w:r>', "附件"))).lines == ("正文。", "", "附件")


@pytest.mark.parametrize("prefix", ["ns0", "x"])
def test_names_are_told_by_their_address_and_not_by_their_prefix(prefix: str) -> None:
    xml = f'<{prefix}:document xmlns:{prefix}="http://purl.oclc.org/ooxml/wordprocessingml/main"><{prefix}:body><{prefix}:p><{prefix}:r><{prefix}:t>通知</{prefix}:t></{prefix}:r></{prefix}:p></{prefix}:body></{prefix}:document>'
    assert lines(archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})) == ["通知"]


@pytest.mark.parametrize("target", ["word/document.xml", "/word/document.xml", "./word/document.xml", "../word/document.xml", "WORD/Document.XML"])
def test_parts_are_found_however_their_paths_are_written(target: str) -> None:
    members = {"_rels/.rels": relations({"officeDocument": target}), "word/document.xml": f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraph("通知")}</w:body></w:document>'}
    assert lines(archive(members)) == ["通知"]


def test_every_character_knows_the_element_it_stands_in() -> None:
    """Whoever marks the file up finds the very characters again, also behind an automatic number and in cells."""
    data = word(
        paragraph("江政发", "<w:r><w:tab/></w:r>", "〔2026〕3号") + table(["序号", "任务"], [cell("建成", "水厂&"), "改造"]) + paragraph("A<B", properties="")
    )
    read = source(data)
    assert read.layout is not None
    import zipfile
    from io import BytesIO
    from xml.sax.saxutils import unescape

    part = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    raw = part.encode()
    for line, origin in zip(read.lines, read.layout.origins, strict=True):
        for stretch in origin.stretches:
            element = raw[stretch.at :].decode(errors="ignore")
            if element.startswith("<w:t "):
                text = unescape(element[element.index(">") + 1 : element.index("</w:t>")])
                start = stretch.column - 1
                assert line[start : start + stretch.length] == text[stretch.skip : stretch.skip + stretch.length]
            else:
                assert element.startswith("<w:tab/>")
        covered = sum(stretch.length for stretch in origin.stretches)
        assert covered == len(line.replace("\t", "").replace("\u2028", ""))


def test_cells_have_places_of_their_own() -> None:
    data = word(paragraph("甲") + table(["序号", "任务"], ["1", "建成水厂"]) + paragraph("乙") + table(["序号", "事项"], ["1", "改造管网"]))
    layout = source(data).layout
    assert layout is not None
    read = source(data).lines
    line = read.index("1\t改造管网")
    assert layout.origins[line].place(1) == Place(cell=Cell(2, 2, 1))
    assert layout.origins[line].place(3) == Place(cell=Cell(2, 2, 2))
    assert dict(places(data))["乙"] == Place(2)
