"""What holds of any text: a tree stands, every character is in one leaf, every text knows its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from hegao.document.building import parse
from hegao.document.model import Document
from hegao.sources.source import Source
from hegao.sources.text import Text
from hegao.sources.white_space import BLANK
from hegao.syntax.lines import Line
from hegao.syntax.parser import Parsed, parse_lines

_PLAUSIBLE = [
    "",
    "江河市人民政府文件",
    "江河市人民政府关于加强防汛工作的通知",
    "江河市人民政府关于",
    "关于印发《江河市防汛方案》的通知",
    "江政发〔2026〕3号",
    "2026年3月1日 江政发〔2026〕3号",
    "2026年3月1日",
    "二〇二六年三月一日",
    "各县（区）人民政府，市直各单位：",
    "为做好防汛工作，现通知如下。",
    "为做好防汛工作，按照市委、市政府部署，现将有关事项通知如下，请结合实",
    "际认真贯彻",
    "（市水利局牵头，市财政局配合，6月底前完成）",
    "责任单位：市水利局、市财政局",
    "完成时限：2026年6月",
    "一、总体要求",
    "二、重点任务，提升能",
    "（一）加强领导。各单位要提高认识。",
    "1.制定预案。〔牵头单位：市应急局",
    "1.1 编制目的",
    "1.1.1 依据",
    "1 总则",
    "（1）组织演练；",
    "①巡查",
    "第一章 总则",
    "第一条 为了防汛，制定本办法。",
    "序号\t任务\t牵头单位\t配合单位\t完成时限",
    "任务\t牵头单位",
    "\t\t牵头单位\t配合单位\t",
    "1\t制定预案\t市应急局\t市水利局、\t6月底前",
    "\t演练。\t\t市财政局\t",
    "一、防汛\t\t\t\t",
    "一、防汛\t一、防汛\t一、防汛\t一、防汛\t一、防汛",
    "| 序号 | 任务 | 责任单位 |",
    "| --- | --- | --- |",
    "| 2 | 物资储备<br>轮换 | **市财政局** |",
    "附件：1.任务分工表",
    "2.成员名单",
    "附件1",
    "附件：",
    "任务分工表",
    "江河市防汛方案",
    "江河市人民政府",
    "——江河市人民政府——",
    "- 3 -",
    "12",
    "市长 李明",
    "江河市人民政府令",
    "第12号",
    "（此件公开发布）",
    "抄送：市委各部门。",
    "江河市人民政府办公室 2026年3月2日印发",
    "目 录",
    "江河市人民政府关于加强防汛工作的通知……3",
    "第一章 总则……1   第二章 附则……2",
    "主 管：江河市人民政府",
    "索引号：JH/2026-1",
    "标　题：\t关于防汛的通知\t成文日期：\t2026年3月1日",
    "发文字号：",
    "# **三、保障措施**",
    "- 4.落实经费",
    "<p>强化督查。</p>",
    "<!-- 备注 -->",
    "&emsp;&emsp;此复。",
    "---",
    "title: 通知",
    "，继续",
    "）。",
]
_LINES = st.lists(
    st.one_of(
        st.sampled_from(_PLAUSIBLE),
        st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=30),
        st.text(alphabet="一二（）《》〔〕。，、：；1. \t|#*>-附件第章条号年月日通知局委政府表", max_size=30),
        st.tuples(st.sampled_from(_PLAUSIBLE), st.sampled_from(_PLAUSIBLE)).map("".join),
    ),
    min_size=1,
    max_size=40,
)
_SOURCES = st.builds(lambda lines, path: Source(path, tuple(lines)), _LINES, st.sampled_from(["a.txt", "a.md"]))
#: Marks of Markdown before the words of a line, and those that part the cells of rows.
_MARKS_BEFORE = re.compile(rf"[{BLANK}]*[#>*+|-]*[{BLANK}]*")


def places(text: Text) -> Iterator[tuple[int, int]]:
    """Line and column of every character."""
    for offset in range(len(text)):
        yield text.place(offset)


def leaves(parsed: Parsed) -> Iterator[Line]:
    """All lines that bear text: those of the tree and the furniture, but rows whose cells were taken on by the row above."""
    yield from parsed.lines
    yield from (line for line in parsed.furniture if line.kind != "CONTINUED")


@given(_SOURCES)
@settings(max_examples=300)
def test_any_lines_give_a_tree_and_every_line_has_one_place_in_it(source: Source) -> None:
    parsed = parse_lines(source)
    placed = [token.at for token in parsed.tree.tokens()]
    left = [index for index, line in enumerate(parsed.lines) if any(line is one for one in parsed.unparsed)]
    assert sorted(placed + left) == list(range(len(parsed.lines)))
    assert placed == sorted(placed)


@given(_SOURCES)
@settings(max_examples=300)
def test_nothing_is_lost_or_doubled(source: Source) -> None:
    seen: Counter[tuple[int, int]] = Counter()
    for line in leaves(parse_lines(source)):
        for text in line.cells if line.cells is not None else [line.text]:
            seen.update(places(text))
        for mark in line.marks:
            seen.update(places(mark))
    assert [place for place, count in seen.items() if count > 1] == []
    for number, line_text in enumerate(source.lines, 1):
        before = _MARKS_BEFORE.match(line_text)
        start = before.end() if before else 0
        lost = "".join(c for column, c in enumerate(line_text, 1) if column > start and (number, column) not in seen)
        assert lost.strip(BLANK + "|\t") == "", (number, lost)


def texts(document: Document) -> Iterator[Text]:
    """Every text that a rule can point at."""
    for node in document.walk():
        yield node.text
    for task in document.tasks:
        yield task.measure
        yield from (unit.text for unit in [*task.units, *task.upper_lead, *task.upper_coop])
        if task.deadline_text is not None:
            yield task.deadline_text
    for table in document.of("table"):
        yield from (cell for row in getattr(table, "rows", []) for cell in row.cells)


@given(_SOURCES)
@settings(max_examples=200)
def test_every_character_stands_where_its_text_says(source: Source) -> None:
    for document in parse(source).documents:
        for text in texts(document):
            for offset, (line, column) in enumerate(places(text)):
                assert source.lines[line - 1][column - 1] == text.value[offset]


@given(_SOURCES)
@settings(max_examples=100)
def test_the_same_text_is_read_the_same(source: Source) -> None:
    first, second = parse_lines(source), parse_lines(source)
    assert first.tree == second.tree
    assert [line.text for line in first.lines] == [line.text for line in second.lines]
