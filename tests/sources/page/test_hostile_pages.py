"""PDF and OFD files that are broken, strange or meant to harm: one sentence or a right result."""

from __future__ import annotations

import re

import pytest

from hegao.sources.files import source_of
from hegao.sources.source import Unreadable
from page_files import LEFT, OFD_SPACE, TOP, Said, grid, ofd, ofd_page, pdf, set_lines, set_text, text_object, whole
from word_files import archive, lines, members

TITLE = "关于做好防汛工作的通知"
NOTICE = pdf(set_lines([f">{TITLE}"]))
SHEET = ofd(set_lines([f">{TITLE}"]))
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"
ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >> /ID [<00> <00>] "


def page_tree(*objects: str) -> bytes:
    """A PDF of a catalogue and these objects, the first of which is its page tree."""
    return whole([b"<< /Type /Catalog /Pages 2 0 R >>", *(one.encode() for one in objects)])


def with_parts(**parts: str) -> bytes:
    """The OFD with members of these names put in: ``OFD``, ``Document``, ``Content``."""
    places = {"OFD": "OFD.xml", "Document": "Doc_0/Document.xml", "Content": "Doc_0/Pages/Page_0/Content.xml"}
    return archive({**members(SHEET), **{places[name]: inner for name, inner in parts.items()}})


def entities() -> str:
    """Entities, each ten times the one before."""
    declared = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    return f'<!DOCTYPE d [<!ENTITY a "防汛">{declared}]><ofd:Page {OFD_SPACE}>&i;</ofd:Page>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "损坏"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 5000, "损坏"),
        (NOTICE[:300], "损坏"),
        (page_tree("<< /Type /Pages /Count 0 /Kids [] >>"), "损坏"),
        (page_tree("<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), "损坏"),
        (page_tree("<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), "没有文字"),
        (NOTICE.replace(b"/Root 1 0 R ", b"/Root 1 0 R " + ENCRYPTED.encode()), "去掉密码"),
        (pdf([]), "没有文字"),
        (pdf([], drawn=PICTURE), "扫描的图片"),
        (pdf([], [], set_lines(["封面"]), drawn=PICTURE), "扫描的图片"),
        (pdf(set_lines(["第1页"]), drawn=PICTURE), "扫描的图片"),
        (pdf(set_text(TITLE * 5), mapped=False), "乱码"),
        (SHEET[: len(SHEET) // 2], "没有传完整"),
        (with_parts(OFD=f"<ofd:OFD {OFD_SPACE}/>"), "没有页面"),
        (with_parts(OFD=f"<ofd:OFD {OFD_SPACE}><ofd:DocBody><ofd:DocRoot>../../etc/passwd</ofd:DocRoot></ofd:DocBody></ofd:OFD>"), "缺少页面文件"),
        (with_parts(OFD="<ofd:OFD"), "XML 第 1 行有误"),
        (with_parts(Content=entities()), "文档类型声明"),
        (archive({**members(SHEET), "Encryptions.xml": "<a/>", "Doc_0/Pages/Page_0/Content.xml": "\x01\x02"}), "加了密"),
        (ofd(ofd_page("")), "没有文字"),
        (ofd(ofd_page('<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="4"/>')), "扫描的图片"),
        (ofd(ofd_page("<ofd:PageBlock>" * 400 + "</ofd:PageBlock>" * 400)), "嵌套过深"),
        (ofd(set_text("\ue123" * 50)), "乱码"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        source_of(data, "草稿")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("limit", "most", "data", "said"),
    [
        ("page.pdf_reader.PAGES", 2, pdf([], [], []), "超过 2 页"),
        ("page.ofd_package.PAGES", 2, ofd([], [], []), "超过 2 页"),
        ("page.page_layout.GLYPHS", 5, NOTICE, "超过 5 个字"),
        ("page.ofd_reader.PAGE_GLYPHS", 5, SHEET, "一页超过 5 个字"),
        ("page.pdf_reader.PAGE_GLYPHS", 5, NOTICE, "一页超过 5 个字"),
        ("page.page_layout.LINES", 2, pdf(set_lines(["甲", "乙", "丙"])), "超过 2 行"),
        ("page.ofd_reader._OBJECTS", 3, ofd(set_lines(["甲", "乙", "丙", "丁"])), "超过 3 个对象"),
        ("page.ruled_tables.CELLS", 3, pdf([*grid([80, 200, 300], [100, 200, 300]), Said(90, 150, "甲")]), "超过 3 个单元格"),
        ("page.ofd_package._MOST", 2**20, with_parts(Content=" " * 2**21), "展开后超过 1 MB"),
        ("package.zip_package.LIMIT", 2**20, with_parts(Content=" " * 2**21), "展开后超过 1 MB"),
    ],
)
def test_what_holds_more_than_anybody_reads_is_not_read(limit: str, most: int, data: bytes, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"hegao.sources.{limit}", most)
    with pytest.raises(Unreadable) as caught:
        source_of(data, "草稿")
    assert said in str(caught.value)


def test_a_cross_reference_table_that_is_wrong_or_lost_is_made_anew() -> None:
    assert lines(re.sub(rb"startxref\n\d+", b"startxref\n7", NOTICE), "草稿") == [TITLE]
    assert lines(NOTICE[: NOTICE.index(b"xref")] + b"trailer << /Root 1 0 R >>", "草稿") == [TITLE]


def test_drawings_that_draw_themselves() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"
    tree = pdf(set_lines([TITLE]), drawn="/X Do\n").replace(b"<< /Font << /F 3 0 R >> >>", b"<< /Font << /F 3 0 R >> /XObject << /X 7 0 R >> >>")
    objects = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj", tree, re.DOTALL)
    assert lines(whole([*objects, form]), "草稿") == [TITLE]
    unit = '<ofd:CompositeGraphicUnit ID="8"><ofd:Content><ofd:CompositeObject ID="1" ResourceID="8"/></ofd:Content></ofd:CompositeGraphicUnit>'
    resources = f"<ofd:Res {OFD_SPACE}><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>"
    page = ofd_page('<ofd:CompositeObject ID="9" ResourceID="8"/>')
    with pytest.raises(Unreadable, match="嵌套过深"):
        source_of(ofd(page, parts={"Doc_0/R.xml": resources}, common="<ofd:DocumentRes>R.xml</ofd:DocumentRes>"), "草稿")


@pytest.mark.parametrize("number", ["1e308", "-1e308", "nan", "inf", "99999999999999999999", "x", ""])
def test_numbers_that_are_none(number: str) -> None:
    strange = text_object(Said(LEFT, TOP, "远")).replace('X="0"', f'X="{number}"').replace('Size="', f'HScale="{number}" Size="')
    steps = text_object(Said(LEFT, TOP, "远处")).replace('DeltaX="', f'DeltaX="g {number} {number} ')
    turned = text_object(Said(LEFT, TOP, "远处"), f' CTM="{number} 0 0 {number} {number} 0"')
    path = f'<ofd:PathObject ID="1" Boundary="0 0 {number} 5"><ofd:AbbreviatedData>M {number} 0 L 5 {number} L</ofd:AbbreviatedData></ofd:PathObject>'
    inner = strange + steps + turned + path + text_object(Said(LEFT, 400, TITLE))
    assert TITLE in lines(ofd(ofd_page(inner, f"<ofd:Area><ofd:PhysicalBox>0 0 {number} 297</ofd:PhysicalBox></ofd:Area>")), "草稿")
    drawn = f"BT /F {number or 0} Tf {number or 0} 0 Td <51856C34> Tj ET {number or 0} {number or 0} m 5 5 l S\n"
    assert TITLE in lines(pdf(set_lines([TITLE]), drawn=drawn), "草稿")


def test_many_strokes_and_tables() -> None:
    drawing = [one for index in range(40) for one in grid([index * 9.0, index * 9 + 3, index * 9 + 6], [100.0, 104.0, 108.0])]
    assert lines(pdf([*drawing, *set_lines([TITLE], 300)] * 4), "草稿") == [TITLE]
