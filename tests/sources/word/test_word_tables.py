"""Tables of Word documents: a grid, whatever was merged, and the tasks in them."""

from __future__ import annotations

from hegao.engine.run.runner import check_sources
from reading import said
from word_files import cell, document, lines, paragraph, places, run, source, table, word

HEAD = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"]
BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows(*rows_: list[str]) -> bytes:
    """A document with a table under that head."""
    return word(paragraph("2026年重点工作任务分工表") + table(HEAD, *rows_))


def test_merged_cells_keep_the_others_in_their_columns() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    grid = table(
        [cell("序号", properties=BEGINS), cell("自治区", properties=wide), cell("江河市", properties=wide)],
        [cell("", properties=GOES_ON), "牵头单位", "配合单位", "牵头单位", "配合单位"],
        ["1", "自治区水利厅", "自治区财政厅", "市水利局", "市财政局"],
    )
    assert lines(word(grid)) == ["序号\t自治区\t\t江河市\t", "\t牵头单位\t配合单位\t牵头单位\t配合单位", "1\t自治区水利厅\t自治区财政厅\t市水利局\t市财政局"]


def test_rows_that_begin_or_end_off_the_grid() -> None:
    late = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("市水利局") + "</w:tr>"
    data = word(f"<w:tbl><w:tr>{cell('1')}{cell('建成水厂')}{cell('市财政局')}</w:tr>{late}</w:tbl>")
    assert lines(data) == ["1\t建成水厂\t市财政局", "\t\t市水利局"]


def test_a_merged_cell_speaks_for_all_its_rows() -> None:
    """Its bodies are the bodies of each, none is missing, and no row is the rest of another."""
    data = rows(
        ["1", "建成城东水厂。", "市水利局", "市财政局", "2026年6月底前"],
        ["2", "改造老旧管网。", cell("市住房城乡建设局", properties=BEGINS), "市财政局", "2026年9月底前"],
        ["3", "改造二次供水设施。", cell("", properties=GOES_ON), "市发展改革委", "2026年9月底前"],
        ["4", "开展水质抽检。", "市卫生健康委", "市水利局", "2026年9月底前"],
        ["5", "划定水源保护区。", "市生态环境局", "市水利局", "2026年9月底前"],
        ["6", "公布水质结果。", "市卫生健康委", "市水利局", "2026年9月底前"],
    )
    tasks = document(data).tasks
    assert [said(task)["lead"] for task in tasks][1:3] == [["市住房城乡建设局"], ["市住房城乡建设局"]]
    assert len(tasks) == 6
    assert "lead-missing" not in [finding.name for finding in check_sources([source(data)]).files[0].findings]


def test_an_empty_cell_that_is_not_merged_is_missing() -> None:
    data = rows(
        ["1", "建成城东水厂。", "市水利局", "市财政局", "2026年6月底前"],
        ["2", "改造老旧管网。", "市住房城乡建设局", "市财政局", "2026年9月底前"],
        ["3", "改造二次供水设施。", "", "市发展改革委", "2026年9月底前"],
        ["4", "开展水质抽检。", "市卫生健康委", "市水利局", "2026年9月底前"],
        ["5", "划定水源保护区。", "市生态环境局", "市水利局", "2026年9月底前"],
    )
    found = [(finding.name, finding.quote) for finding in check_sources([source(data)]).files[0].findings]
    assert found == [("lead-missing", "改造二次供水设施。")]


def test_lines_of_a_cell_part_the_bodies_in_it() -> None:
    data = rows(
        ["1", cell("建成", "城东水厂。"), "市水利局", cell("市财政局", "云岭县人民政府"), "2026年6月底前"],
        ["2", "改造老旧管网。", "市水利局", cell(paragraph(run("市财政局"), "<w:r><w:br/></w:r>", run("市审计局"))), "2026年6月底前"],
    )
    assert [said(task)["coop"] for task in document(data).tasks] == [["市财政局", "云岭县人民政府"], ["市财政局", "市审计局"]]


def test_heads_may_be_broken_to_fit_a_narrow_column() -> None:
    head = [cell("序", "号"), "任务", cell("牵头", "单位"), cell("完成", "时限")]
    data = word(table(head, ["1", "建成水厂。", "市水利局", "2026年6月底前"], ["2", "改造管网。", "市水利局", "2026年6月底前"]))
    assert [said(task) for task in document(data).tasks] == [{"lead": ["市水利局"], "due": "2026-06-30"}] * 2


def test_a_table_that_only_frames_text_is_text() -> None:
    data = word(table(["江政办发〔2026〕12号"]) + paragraph("关于做好防汛工作的通知") + table(["附件：", cell("1.任务表", "2.名单")]))
    assert lines(data) == ["江政办发〔2026〕12号", "关于做好防汛工作的通知", "附件：", "1.任务表", "2.名单"]


def test_a_table_inside_a_cell_is_text_of_the_cell() -> None:
    inner = table(["甲", "乙"], ["丙", "丁"])
    data = word(table(["序号", "内容"], ["1", f"<w:tc>{inner}{paragraph('戊')}</w:tc>"]))
    assert lines(data) == ["序号\t内容", "1\t甲\u2028乙\u2028丙\u2028丁\u2028戊"]
    assert {place.cell.table for _line, place in places(data) if place.cell} == {1}


def test_deleted_rows_and_empty_rows_are_no_rows() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1" w:author="甲"/></w:trPr>{cell("2")}{cell("旧任务")}</w:tr>'
    body = f"<w:tbl><w:tr>{cell('1')}{cell('建成水厂')}</w:tr>{gone}<w:tr>{cell('')}{cell('')}</w:tr><w:tr>{cell('3')}{cell('改造管网')}</w:tr></w:tbl>"
    data = word(body)
    assert lines(data) == ["1\t建成水厂", "3\t改造管网"]
    assert [place.cell.row for _line, place in places(data) if place.cell] == [1, 4]


def test_tables_that_follow_one_another_are_two() -> None:
    assert source(word(table(["甲", "乙"], ["1", "2"]) + table(["丙", "丁"], ["3", "4"]))).lines == ("甲\t乙", "1\t2", "", "丙\t丁", "3\t4")


def test_the_imprint_may_stand_in_a_table() -> None:
    body = paragraph("关于做好防汛工作的通知") + paragraph("各县（区）人民政府：") + paragraph("请认真落实。") + paragraph("2026年3月6日")
    spanning = cell("抄送：市委办公室。", properties='<w:gridSpan w:val="2"/>')
    found = document(word(body + table([spanning], ["江河市人民政府办公室", "2026年3月9日印发"])))
    assert [one.text.value for one in found.copies] == ["抄送：市委办公室。"]
    assert [one.text.value for one in found.imprints] == ["江河市人民政府办公室2026年3月9日印发"]
