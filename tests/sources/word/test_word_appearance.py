"""How Word documents are set: what is read of pages, fonts and page numbers."""

from __future__ import annotations

import pytest

from hegao.sources.appearance import CENTRE, LEFT, OUTSIDE, RIGHT, Appearance, Page, PageNumber
from hegao.sources.package.safe_xml import tree
from hegao.sources.word.theme_fonts import theme_fonts
from word_files import W, paragraph, run, source, word

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'


def appearance(data: bytes) -> Appearance:
    """How a document is set."""
    layout = source(data).layout
    assert layout is not None and layout.appearance is not None
    found = layout.appearance()
    assert found is not None
    return found


def page(section: str, settings: str = "") -> Page:
    """The page of a document with such a section."""
    return appearance(word(paragraph("通知") + f"<w:sectPr>{section}</w:sectPr>", settings=settings)).pages[0]


class TestPages:
    """Paper, margins, grid."""

    def test_a_gutter_is_part_of_the_margin_that_it_lies_on(self) -> None:
        margins = '<w:pgMar w:top="567" w:right="567" w:bottom="567" w:left="567" w:gutter="567"/>'
        assert [round(side) for side in page(A4 + margins)[2:6]] == [10, 10, 10, 20]
        assert [round(side) for side in page(A4 + margins, "<w:gutterAtTop/>")[2:6]] == [20, 10, 10, 10]

    @pytest.mark.parametrize(("written", "extra"), [("-4096", -1.0), ("4294963200", -1.0), ("8192", 2.0), ("x", 0.0)])
    def test_the_grid_adds_to_the_width_of_characters(self, written: str, extra: float) -> None:
        assert page(f'<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{written}"/>').character_extra == extra

    def test_a_grid_without_a_type_is_none(self) -> None:
        found = page('<w:docGrid w:linePitch="360"/>')
        assert (found.line_pitch, found.character_extra) == (None, None)

    def test_paper_that_is_not_named_is_what_word_takes(self) -> None:
        assert round(page("").width) == 216


def numbers(content: str, settings: str = "") -> dict[str, PageNumber]:
    """The page numbers of a document with such a footer."""
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    return dict(appearance(word(paragraph("通知") + section, footer=content, settings=settings)).pages[0].numbers)


def marked(kind: str) -> str:
    """A mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def coded(*codes: str) -> str:
    """A field with its code in several runs."""
    return marked("begin") + "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes) + marked("separate") + run("7") + marked("end")


class TestPageNumbers:
    """The field, the words around it, its side."""

    @pytest.mark.parametrize("field", [coded(" PAGE "), coded(" PA", "GE \\* ARABIC"), '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'])
    def test_a_field_however_written(self, field: str) -> None:
        assert [(pages, number.text) for pages, number in numbers(paragraph(run("— "), field, run(" —"))).items()] == [("both", "— 1 —")]

    @pytest.mark.parametrize("field", [coded("NUMPAGES"), coded("PAGEREF x"), run("7")])
    def test_other_fields_are_none(self, field: str) -> None:
        assert numbers(paragraph(field)) == {}

    def test_even_pages_without_a_footer_have_none(self) -> None:
        assert list(numbers(paragraph(coded("PAGE")), "<w:evenAndOddHeaders/>")) == ["odd"]

    @pytest.mark.parametrize(("side", "expected"), [("outside", OUTSIDE), ("center", CENTRE), ("right", RIGHT), ("inside", LEFT)])
    def test_the_side_of_a_frame(self, side: str, expected: str) -> None:
        content = paragraph(coded("PAGE"), properties=f'<w:framePr w:xAlign="{side}"/>')
        assert numbers(content)["both"].alignment == expected

    def test_the_side_of_a_text_box(self) -> None:
        space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        place = '<wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH>'
        box = f'<w:r><w:drawing><wp:anchor xmlns:wp="{space}">{{}}<w:txbxContent>{paragraph(coded("PAGE"))}</w:txbxContent></wp:anchor></w:drawing></w:r>'
        assert numbers(paragraph(box.format(place)))["both"].alignment == OUTSIDE
        assert numbers(paragraph(box.format("")))["both"].alignment is None


def test_fonts_of_the_theme_by_the_language_of_the_document() -> None:
    theme = tree(
        b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
        b'<a:majorFont><a:latin typeface="Arial"/><a:ea typeface="SimHei"/></a:majorFont><a:minorFont><a:latin typeface="Cambria"/>'
        b'<a:ea typeface=""/><a:font script="Jpan" typeface="MS Mincho"/><a:font script="Hans" typeface="SimSun"/></a:minorFont>'
        b"</a:fontScheme></a:themeElements></a:theme>"
    )
    settings = tree(f'<w:settings xmlns:w="{W}"><w:themeFontLang w:eastAsia="zh-CN"/></w:settings>'.encode())
    found = theme_fonts(theme, settings)
    assert (found["minorEastAsia"], found["majorEastAsia"], found["minorHAnsi"]) == ("SimSun", "SimHei", "Cambria")
    assert "minorEastAsia" not in theme_fonts(theme, None)
    assert theme_fonts(None, settings) == {}
