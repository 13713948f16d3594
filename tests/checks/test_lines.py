"""Lines are passed over only where nothing can be found in them."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from hegao.checks.shared import masking
from hegao.checks.shared.marked_lines import lines_with, patterns
from hegao.checks.shared.masking import MASK, mask
from hegao.checks.text import figures, punctuation
from hegao.sources.text import Text

#: Characters of figures, units, marks, codes and the words that slips of style are told by.
FIGURES = st.text(alphabet="12.%％～-—，、（）。；:/ \n万亿百千年月约超过逾以上左右资金三五天人元公吨平米KMkmgW号〔〕@&ABt", max_size=24)
MARKS = st.text(alphabet="中文项目等以及，。、；：！？,;:!.\"()（）《》“—-－ 　a1" + MASK, max_size=24)


def test_lines_in_order_each_once() -> None:
    text = "甲；乙；\n\n丙\n；丁，\n戊，"
    assert [text[start:end] for start, end in lines_with(text, patterns("，", "；"))] == ["甲；乙；", "；丁，", "戊，"]


def test_no_mark_no_line() -> None:
    assert lines_with("甲\n乙", patterns("，")) == []
    assert lines_with("", patterns("，")) == []


@given(FIGURES)
@example("约50人左右\n资金达2000万，")
def test_styles_stand_in_lines_with_their_marks(text: str) -> None:
    lines = text.split("\n")
    for kind, one in figures._STYLES.items():
        for line in lines:
            for match in one.pattern.finditer(line):
                left = line[: match.start()][-1:]
                allowed = bool(one.before.search(left)) is one.only
                assert not allowed or lines_with(line, one.marks), (kind, line)


@given(MARKS)
@example("建成首家省级实验室—临江省新材料实验室")
def test_slips_of_marks_stand_in_lines_with_them(text: str) -> None:
    found = list(punctuation.slips(Text.of_line(text, 1), text))
    assert not found or lines_with(text, punctuation._MARKS)


@given(FIGURES)
@example("按GB/T 9704—2012执行\n（江政发〔2026〕12号）")
def test_lines_passed_over_hide_nothing(text: str) -> None:
    def whole(pattern: str, line: str) -> str:
        return re.sub(pattern, lambda match: MASK * len(match[0]), line)

    expected = []
    for line in text.split("\n"):
        for _marks, pattern in masking._ADDRESSES:
            line = whole(pattern._text, line)
        expected.append(whole(masking._CODE._text, line))
    assert mask(text) == "\n".join(expected)
