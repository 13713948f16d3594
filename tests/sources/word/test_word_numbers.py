"""Automatic numbers, as the page shows them."""

from __future__ import annotations

import pytest

from hegao.sources.word.number_forms import written
from word_files import definition, level, lines, number, numbered, paragraph, run, word

CHINESE = definition(
    0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3."), level(3, "decimal", "（%4）")
)


def items(*levels: int, list_: int = 1) -> str:
    """A paragraph at each of the levels."""
    return "".join(paragraph("事项", properties=numbered(list_, index)) for index in levels)


def test_levels_count_by_themselves_and_begin_anew_below_a_higher_one() -> None:
    assert lines(word(items(0, 1, 1, 2, 2, 0, 1, 2, 3), numbering=CHINESE + number(1, 0))) == [
        "一、事项",
        "（一）事项",
        "（二）事项",
        "1. 事项",
        "2. 事项",
        "二、事项",
        "（一）事项",
        "1. 事项",
        "（1）事项",
    ]


def test_numbers_come_with_the_style_and_with_those_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="paragraph" w:styleId="h1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="h1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="ring"><w:basedOn w:val="ring"/></w:style>'
    )
    listed = definition(0, level(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="h1"/>'), level(1, "chineseCountingThousand", "第%2条", '<w:pStyle w:val="h2"/>'))
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>{more}')
        for text, style, more in [
            ("总则", "h1", ""),
            ("为了规范管理", "h2", ""),
            ("职责", "mine", ""),
            ("市水利局负责", "h2", ""),
            ("附则", "h1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            ("说明", "ring", ""),
        ]
    )
    assert lines(word(body, styles=styles, numbering=listed + number(1, 0))) == [
        "第一章 总则",
        "第一条 为了规范管理",
        "第二章 职责",
        "第一条 市水利局负责",
        "附则",
        "说明",
    ]


def test_lists_of_one_definition_count_on_unless_one_sets_its_start() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    fifth = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = items(0, 0) + items(0, list_=2) + items(0, 0, list_=3) + items(0, list_=4) + items(0)
    listed = CHINESE + number(1, 0) + number(2, 0) + number(3, 0, again) + number(4, 0, fifth)
    assert [line[:2] for line in lines(word(body, numbering=listed))] == ["一、", "二、", "三、", "一、", "二、", "五、", "六、"]


def test_a_list_may_set_a_level_otherwise() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1．")}</w:lvlOverride>'
    assert lines(word(items(0), numbering=CHINESE + number(1, 0, other))) == ["1．事项"]


def test_a_level_begins_anew_where_it_is_told_to() -> None:
    through = definition(0, level(0, "chineseCountingThousand", "第%1章"), level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'))
    assert [line[:3] for line in lines(word(items(0, 1, 1, 0, 1), numbering=through + number(1, 0)))] == ["第一章", "第一条", "第二条", "第二章", "第三条"]


def test_a_higher_level_that_is_left_out_is_taken_as_begun() -> None:
    decimal = definition(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    assert lines(word(items(2, 0, 2), numbering=decimal + number(1, 0))) == ["1.1.1 事项", "2 事项", "2.1.1 事项"]


def test_decimal_numbers_of_several_levels() -> None:
    decimal = definition(0, level(0, "chineseCountingThousand", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))
    assert lines(word(items(0, 1, 2, 1, 0, 1), numbering=decimal + number(1, 0))) == ["一 事项", "1.1 事项", "1.1.1 事项", "1.2 事项", "二 事项", "2.1 事项"]


def test_bullets_bear_no_number_and_an_empty_item_shows_its_own() -> None:
    assert lines(word(items(0), numbering=definition(0, level(0, "bullet", "\uf0b7")) + number(1, 0))) == ["事项"]
    body = paragraph("事项", properties=numbered(1)) + paragraph(properties=numbered(1)) + paragraph("事项", properties=numbered(1))
    assert lines(word(body, numbering=CHINESE + number(1, 0))) == ["一、事项", "二、", "三、事项"]


def test_what_was_deleted_does_not_count() -> None:
    gone = paragraph(f'<w:del w:id="1" w:author="甲">{run("旧")}</w:del>', properties=numbered(1) + '<w:rPr><w:del w:id="2" w:author="甲"/></w:rPr>')
    assert lines(word(items(0) + gone + items(0), numbering=CHINESE + number(1, 0))) == ["一、事项", "二、事项"]


def test_a_definition_may_be_that_of_a_style() -> None:
    styles = '<w:style w:type="numbering" w:styleId="gongwen"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="gongwen"/></w:abstractNum>'
    assert lines(word(items(0), styles=styles, numbering=CHINESE + link + number(1, 1) + number(2, 0))) == ["一、事项"]


def test_a_list_that_is_missing_numbers_nothing() -> None:
    assert lines(word(items(0, list_=9), numbering=CHINESE + number(1, 0))) == ["事项"]
    assert lines(word(items(0))) == ["事项"]


@pytest.mark.parametrize(
    ("number_", "form", "text"),
    [
        (10, "chineseCountingThousand", "十"),
        (11, "chineseCounting", "十一"),
        (20, "taiwaneseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (101, "chineseCounting", "一○一"),
        (1024, "chineseCountingThousand", "一千零二十四"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "ideographDigital", "二〇"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (11, "ideographZodiacTraditional", "甲戌"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircleChinese", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalFullWidth", "３"),
        (7, "decimalZero", "07"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (4, "no such form", "4"),
    ],
)
def test_forms(number_: int, form: str, text: str) -> None:
    assert written(number_, form) == text
