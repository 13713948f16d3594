"""Web pages: the text apart from navigation, the list above it, tables."""

from __future__ import annotations

import pytest

from hegao.sources.files import source_of
from hegao.sources.origins import Cell, Place
from hegao.sources.source import WEB, Unreadable
from word_files import document, lines, places, source

NAVIGATION = "<ul class=nav><li><a href=/>首页</a></li><li><a href=/zw>政务公开</a></li></ul><div class=curb>当前位置：<a href=/>首页</a> &gt; <a href=/zw>文件</a></div>"
FOOTER = "<div class=footer><p>主办：江河市人民政府办公室，承办：江河市数据局，联系电话：12345。</p></div><script>var a='，。';</script>"
TEXT = (
    "<p>江政办发〔2026〕12号</p><p>江河市人民政府办公室关于做好<br>2026年防汛备汛工作的通知</p><p>各县（区）人民政府：</p>"
    "<p>&emsp;&emsp;为做好2026年防汛备汛工作，经市人民政府同意，现就有关事项通知如下：</p><p>　　一、全面排查隐患。各县（区）逐一排查，4月10日前完成整改。</p>"
    "<p>　　二、严格值班值守。汛期实行24小时值班和领导带班制度。</p><p style='text-align:right'>江河市人民政府办公室</p><p style='text-align:right'>2026年3月12日</p>"
)


def page(text: str, above: str = "", head: str = "") -> bytes:
    """A page with that text among navigation."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{NAVIGATION}{above}<div id=zoom><div>{text}</div></div>{FOOTER}</body></html>".encode()


def test_the_text_is_read_apart_from_what_stands_round_it() -> None:
    found = document(page(TEXT), "通知.html")
    assert found.number is not None
    assert found.number.phrase.normal == "江政办发〔2026〕12号"
    assert found.title is not None
    assert found.title.text.value == "江河市人民政府办公室关于做好2026年防汛备汛工作的通知"
    assert found.addressee is not None
    assert found.issued is not None
    assert found.issued.isoformat() == "2026-03-12"
    assert lines(page(TEXT), "通知.html")[-1] == "2026年3月12日"
    assert source(page(TEXT), "通知.html").form == WEB


def test_paragraphs_are_counted_in_the_text_and_lines_of_one_are_one() -> None:
    found = places(page(TEXT), "通知.html")
    assert [place.paragraph for _line, place in found] == [1, 2, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "wrapped",
    [
        TEXT.replace("<p", "<div").replace("</p>", "</div>"),
        "<font><font>" + TEXT + "</font></font>",
        "<table width=100%><tr><td>" + TEXT + "</td></tr></table>",
        "<article>" + TEXT.replace("</p>", "") + "</article>",
        TEXT.replace("</p><p>", "<br>").replace("</p><p style='text-align:right'>", "<br>"),
        TEXT.replace("</p><p>", "<br><br>").replace("</p><p style='text-align:right'>", "<br><br>"),
    ],
)
def test_the_text_may_be_set_in_many_ways(wrapped: str) -> None:
    said = [line.replace("\u2003", "\u3000").strip() for line in lines(page(wrapped), "通知.html")]
    assert said == [line.replace("\u2003", "\u3000").strip() for line in lines(page(TEXT), "通知.html")]


@pytest.mark.parametrize(
    "listed",
    [
        "<ul><li>索引号：JH-2026-0012</li><li>文　　号：江政办发〔2026〕12号</li><li>成文日期：2026年3月12日</li></ul>",
        "<table><tr><td>索引号：</td><td>JH-2026-0012</td><td>文号：</td><td>江政办发〔2026〕12号</td></tr>\
        <tr><td>成文日期：</td><td>2026年3月12日</td><td>发布机构：</td><td>江河市人民政府办公室</td></tr></table>",
        "<table><tr><th>索引号</th><td>JH-2026-0012</td></tr><tr><th>文号</th><td>江政办发〔2026〕12号</td></tr><tr><th>成文日期</th><td>2026年3月12日</td></tr></table>",
        "<dl><dt>索引号：</dt><dd></dd><dt>发布机构：</dt><dd>江河市人民政府办公室</dd><dt>文　　号：</dt><dd>江政办发〔2026〕12号</dd>\
        <dt>成文日期：</dt><dd>2026年3月12日</dd></dl>",
    ],
)
def test_the_list_above_the_text_says_what_the_text_leaves_out(listed: str) -> None:
    text = TEXT.replace("<p>江政办发〔2026〕12号</p>", "").replace("<p style='text-align:right'>2026年3月12日</p>", "")
    found = document(page(text, listed), "通知.html")
    assert found.number is not None
    assert found.number.phrase.normal == "江政办发〔2026〕12号"
    assert found.issued is not None
    assert found.issued.isoformat() == "2026-03-12"


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("<h1>江河市水利局关于开展水质抽检的通告</h1>", "<title>江河市水利局关于开展水质抽检的通告 - 江河市人民政府</title>"),
        ("", '<meta name="ArticleTitle" content="江河市水利局关于开展水质抽检的通告"><title>江河市人民政府</title>'),
        ("<div class=title>江河市水利局关于开展水质抽检的通告</div>", "<title>江河市水利局关于开展水质抽检的通告</title>"),
        ("<div class=title>江河市水利局关于开展水质抽检的通告</div>", "<title>江河市水利局关于开展水质抽检的通告_通告_江河市水利局</title>"),
        ("<h1>江河市水利局关于<br>开展水质抽检的通告</h1>", "<title>江河市人民政府门户网站</title>"),
        ("", "<title>江河市水利局关于开展水质抽检的通告 - 江河市人民政府</title>"),
    ],
)
def test_a_title_that_stands_only_above_the_text_is_read(above: str, head: str) -> None:
    text = "<p>为保障饮水安全，决定开展水质抽检，现将有关事项通告如下。</p><p>一、抽检自2026年4月1日开始，各水厂应当配合。</p><p>2026年3月12日</p>"
    title = document(page(text, above, head), "通告.html").title
    assert title is not None
    assert title.text.value == "江河市水利局关于开展水质抽检的通告"


@pytest.mark.parametrize("head", ["<title>江河市人民政府门户网站</title>", "<title>通告 - 江河市人民政府门户网站</title>"])
def test_the_name_of_the_site_is_no_title(head: str) -> None:
    assert lines(page(TEXT, head=head), "通知.html") == lines(page(TEXT), "通知.html")
    text = "<p>为保障饮水安全，决定开展水质抽检。</p><p>一、抽检自2026年4月1日开始，各水厂应当配合。</p>"
    assert lines(page(text, head=head), "通告.html")[0].startswith("为保障饮水安全")


@pytest.mark.parametrize("empty", ["<p>&nbsp;</p>", "<p><span>&emsp;</span></p>", "<p><br></p>", "<p></p>"])
def test_an_empty_paragraph_is_an_empty_line(empty: str) -> None:
    assert source(page(TEXT.replace("<p>各县", empty + "<p>各县")), "通知.html").lines[3:5] == ("", "各县（区）人民政府：")


def test_tables_are_grids() -> None:
    rows = (
        "<tr><th rowspan=2>序号</th><th rowspan=2>任务</th><th colspan=2>江河市</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>"
        "<tr><td>1<td>建成水厂<br>改造管网<td>市水利局<td>市财政局<p>市审计局</p></tr>"
    )
    data = page(TEXT + f"<p>附件</p><table>{rows}</table>")
    found = [(line, place) for line, place in places(data, "通知.html") if "\t" in line]
    assert [line for line, _place in found] == ["序号\t任务\t江河市\t", "\t\t牵头单位\t配合单位", "1\t建成水厂\u2028改造管网\t市水利局\t市财政局\u2028市审计局"]
    assert found[-1][1] == Place(cell=Cell(1, 3, 1))


def test_what_is_not_seen_is_not_read() -> None:
    text = TEXT.replace("<p>各县", "<p style='display: none'>内部说明，不公开。</p><p hidden>又一句。</p><!-- 编者按 --><style>p {}</style><p>各县", 1)
    assert lines(page(text), "通知.html") == lines(page(TEXT), "通知.html")


def test_a_comment_to_the_linter_stays_where_it_is() -> None:
    excuse = "<!-- hegao: ignore deadline-vague 原因：上级文件原文 -->"
    assert excuse in lines(page(TEXT.replace("<p>各县", excuse + "<p>各县", 1)), "通知.html")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gb2312", "utf-16"])
def test_encodings(encoding: str) -> None:
    declared = page(TEXT).decode().replace("<head>", f'<head><meta charset="{encoding}">')
    plain = declared.replace("〔", "[").replace("〕", "]").replace("&emsp;&emsp;", "")
    assert "江政办发[2026]12号" in lines(plain.encode(encoding), "通知.html")


def test_a_few_broken_bytes_do_not_make_a_page_unreadable() -> None:
    declared = page(TEXT).decode().replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    broken = declared.encode("gb18030").replace("汛期".encode("gb18030"), b"\xff\xff")
    assert "江政办发〔2026〕12号" in lines(broken, "通知.html")


def test_a_page_without_sentences_is_read_whole_and_one_without_text_not_at_all() -> None:
    assert "目录" in lines("<html><body><p>目录</p><p>名单</p></body></html>".encode(), "a.html")
    with pytest.raises(Unreadable, match="没有文字"):
        source_of(b"<html><body><script>a</script><img src=a.png></body></html>", "a.html")


def test_text_with_a_few_marks_in_it_is_no_page() -> None:
    text = "关于做好工作的通知<br>\n各县（区）：\n"
    assert source(text.encode(), "a.txt").form == "text"
    assert source(text.encode(), "a.md").lines[0] == "关于做好工作的通知<br>"
