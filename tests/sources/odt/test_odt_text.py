"""OpenDocument texts: what a reader sees is read, with its place; what was deleted or hidden is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.sources.files import read, source_of
from hegao.sources.origins import Cell, Place
from hegao.sources.source import Unreadable
from odt_files import counted, levels, odt, paragraphs, source

MADE = Path(__file__).parent / "made"


def lines(body: str, automatic: str = "", styles: str | None = "") -> list[str]:
    return list(source(body, automatic, styles).lines)


def test_paragraphs_and_headings_are_lines_with_their_places() -> None:
    read = source(f'<text:h text:outline-level="1">一、总体要求</text:h>{paragraphs("", "各镇要做好防汛准备。")}')
    assert read.lines == ("一、总体要求", "", "各镇要做好防汛准备。")
    assert read.form == "odt"
    assert read.layout is not None
    assert read.layout.origins[2].place(1) == Place(3)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("  请于<text:span>6月</text:span>\n  底前 <text:span> 报送</text:span>", "请于6月 底前 报送"),
        ('第<text:s text:c="3"/>号', "第   号"),
        ("前<text:soft-page-break/>后", "前后"),
        ('见<text:a text:href="x">附件</text:a>', "见附件"),
        ("通<text:ruby><text:ruby-base>知</text:ruby-base><text:ruby-text>zhi</text:ruby-text></text:ruby>", "通知"),
        ("通知<office:annotation><text:p>请改</text:p></office:annotation>", "通知"),
        ("甲<text:hidden-text>藏</text:hidden-text>乙", "甲乙"),
    ],
)
def test_what_stands_in_a_paragraph(xml: str, text: str) -> None:
    assert lines(paragraphs(xml)) == [text]


def test_a_line_break_begins_a_line_and_a_tab_is_a_wide_blank() -> None:
    assert lines(paragraphs("关于做好<text:line-break/>防汛工作的通知", "江防办<text:tab/>签发人：甲")) == [
        "关于做好",
        "防汛工作的通知",
        "江防办\u3000签发人：甲",
    ]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    inserted = '新<text:change-start text:change-id="a"/>增<text:change-end text:change-id="a"/>'
    assert lines(deleted + paragraphs(inserted)) == ["新增"]


def test_what_a_style_hides_is_not_read_though_the_style_inherits_it() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="I" style:parent-style-name="H"/>'
    body = '<text:p>甲<text:span text:style-name="I">藏</text:span>乙</text:p><text:p text:style-name="H">藏</text:p>'
    assert lines(body, hidden) == ["甲乙"]


def test_lists_count_by_their_levels_and_go_on() -> None:
    style = counted("L", "一, 二, 三, ...||、", "一, 二, 三, ...|（|）", "1||.")
    inner = "<text:list><text:list-item><text:p>目标</text:p></text:list-item><text:list-item><text:p>原则</text:p></text:list-item></text:list>"
    first = f'<text:list text:style-name="L"><text:list-item><text:p>要求</text:p><text:p>又。</text:p>{inner}</text:list-item></text:list>'
    second = '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>任务</text:p></text:list-item></text:list>'
    third = '<text:list text:style-name="L"><text:list-item text:start-value="5"><text:p>保障</text:p></text:list-item></text:list>'
    assert lines(first + second + third, style) == ["一、要求", "又。", "（一）目标", "（二）原则", "二、任务", "五、保障"]


def test_a_list_may_go_on_behind_another_by_name() -> None:
    style = counted("L", "1||.")
    first = '<text:list xml:id="a" text:style-name="L"><text:list-item><text:p>甲</text:p></text:list-item></text:list>'
    second = '<text:list text:continue-list="a" text:style-name="L"><text:list-item><text:p>乙</text:p></text:list-item></text:list>'
    assert lines(first + paragraphs("间") + second, style) == ["1. 甲", "间", "2. 乙"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = f"<office:styles><text:outline-style>{levels('1||', '1||', shown=2).replace('list-level-style-number', 'outline-level-style')}</text:outline-style></office:styles>"
    body = "".join(f'<text:h text:outline-level="{depth}"{more}>{text}</text:h>' for depth, more, text in [(1, "", "总则"), (2, "", "目的"), (2, ' text:is-list-header="true"', "说明"), (1, "", "附则")])
    assert lines(body, styles=outline) == ["1 总则", "1.1 目的", "说明", "2 附则"]


def test_a_table_is_rows_of_one_width() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + "".join(f"<table:table-cell>{paragraphs(text)}</table:table-cell>" for text in ("序号", "任务", "单位"))
        + '</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell>'
        + f'<table:table-cell table:number-columns-spanned="2">{paragraphs("巡查", "报送")}</table:table-cell><table:covered-table-cell/></table:table-row>'
        + '<table:table-row><table:covered-table-cell/><table:table-cell><text:p>演练</text:p></table:table-cell><table:table-cell><text:p>市江湖局</text:p></table:table-cell></table:table-row>'
        + "</table:table>"
    )
    read = source(body)
    assert [line.replace("\u2028", "/") for line in read.lines] == ["序号\t任务\t单位", "1\t巡查/报送\t", "\t演练\t市江湖局"]
    assert read.layout is not None
    assert read.layout.merged == {3: frozenset({0})}
    assert read.layout.origins[2].place(2) == Place(cell=Cell(1, 3, 2))


def test_a_repeated_row_is_repeated_where_it_says_something() -> None:
    row = '<table:table-row table:number-rows-repeated="{}"><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>'
    assert lines(f"<table:table>{row.format(2, '甲', '乙')}{row.format(9999, '', '')}</table:table>") == ["甲\t乙", "甲\t乙"]


def test_text_boxes_stand_before_their_paragraph_and_notes_at_the_end() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注。</text:p></text:note-body></text:note>'
    box = "<draw:frame><draw:text-box><text:p>江河市人民政府文件</text:p></draw:text-box></draw:frame>"
    read = source(paragraphs(f"{box}江政发〔2026〕3号", f"请执行{note}。"))
    assert read.lines == ("江河市人民政府文件", "江政发〔2026〕3号", "请执行。", "注。")
    assert read.layout is not None
    assert [origin.place(1) for origin in read.layout.origins] == [Place(1, part="textbox"), Place(1), Place(2), Place(2, part="footnote")]


def test_headers_and_footers_are_printed_on_every_page() -> None:
    styles = "<office:master-styles><style:master-page><style:header><text:p>机密</text:p></style:header><style:footer><text:p>— 1 —</text:p></style:footer></style:master-page></office:master-styles>"
    read = source(paragraphs("通知"), styles=styles)
    assert read.lines == ("机密", "通知", "— 1 —")
    assert read.layout is not None
    assert read.layout.running == {1, 3}


def test_a_text_without_a_part_of_styles_is_read() -> None:
    assert lines(paragraphs("通知"), styles=None) == ["通知"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (odt(""), "没有文字"),
        (odt("<text:p>"), "文件损坏"),
        (odt("<text:p>", manifest="<encryption-data/>"), "去掉密码"),
        (odt("<text:span>" * 1500 + "</text:span>" * 1500), "嵌套过深"),
        (odt("甲")[:200], "没有传完整"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        source_of(data, "草稿.odt")


@pytest.mark.parametrize(
    ("limit", "body", "said"),
    [
        ("LINES", paragraphs(*"甲" * 11), "超过 10 行"),
        ("CELLS", "<table:table><table:table-row>" + "<table:table-cell/>" * 11 + "</table:table-row></table:table>", "超过 10 个单元格"),
    ],
)
def test_what_holds_more_than_anybody_reads_is_not_read(limit: str, body: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"hegao.sources.odt.odt_story.{limit}", 10)
    with pytest.raises(Unreadable, match=said):
        source(body)


@pytest.mark.parametrize("body", ["<table:table-cell><text:p>甲</text:p></table:table-cell>", "<table:table-row/><text:p>甲</text:p>", "<text:list-item><text:p>甲</text:p></text:list-item>"])
def test_elements_out_of_place_do_no_harm(body: str) -> None:
    assert [line for line in lines(body + paragraphs("乙")) if line][-1] == "乙"


@pytest.mark.parametrize("path", sorted(MADE.glob("*.odt")), ids=lambda path: path.stem)
def test_what_libreoffice_wrote_reads_as_the_word_file_of_which_it_was_made(path: Path) -> None:
    word = Path(__file__).parents[1] / "word" / "made" / f"{path.stem}.docx"
    assert read(path).lines == read(word).lines
