"""Safe edits: applied until none is left, nothing else changes, the tree stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.office import NOTICE
from hegao.document.building import parse
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.baseline import Baseline, entries_of, match, renewed
from hegao.engine.findings.finding import Finding, FixEdit
from hegao.engine.fixing.safe_edits import Fixed, Lines, Unfixable, choose, finder, fix
from hegao.engine.fixing.tree_outline import edited, outline
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import check_bytes
from hegao.sources.files import source_of
from hegao.sources.source import Source
from hegao.sources.text import Span, Text, join

SLIPS = """江河市人民政府办公室关于推进农村供水的通知

江政办发[2026]012号

各县（区）人民政府:

根据《江河市人民政府关于加强供水的意见》（江政发[2024]8号），现将的的有关事项通知如下(附清单),请认真组织实施。

（一）、建设水厂。（牵头单位：市水利局；完成时限：2026年9月底前）

附件：任务清单

江河市人民政府办公室
2026年03月06日

附件

任务清单

序号	任务	牵头单位	完成时限
1	建成城东水厂	市水利局	2026年9月底前
"""
RIGHT = (
    SLIPS.replace("江政办发[2026]012号", "江政办发〔2026〕12号")
    .replace("人民政府:", "人民政府：")
    .replace("江政发[2024]8号", "江政发〔2024〕8号")
    .replace("的的", "的")
    .replace("(附清单),", "（附清单），")
    .replace("（一）、", "（一）")
    .replace("03月06日", "3月6日")
)


@pytest.fixture(scope="module")
def cache_folder(module_cache: Path) -> Path:
    return module_cache


@pytest.fixture(scope="module")
def plan(cache_folder: Path) -> Plan:
    return Plan(load_rules(), Options())


def test_what_has_one_right_form_is_put_right(plan: Plan) -> None:
    """Brackets and zeros in numbers, half-width marks, doubled words, heading marks, zeros in dates."""
    fixed = fix(SLIPS.encode(), "a.txt", finder(plan))
    assert fixed.data.decode() == RIGHT
    assert fixed.refused == []
    assert fix(fixed.data, "a.txt", finder(plan)) == Fixed(fixed.data)
    assert fixed.changes[0] == (3, "江政办发[2026]012号", "江政办发〔2026〕12号")
    assert {change.line for change in fixed.changes} == {3, 5, 7, 9, 14}


def test_what_needs_a_person_stays(plan: Plan) -> None:
    """A vague deadline, an empty cell, a wrong word."""
    text = NOTICE.replace("(附清单)", "（附清单）").replace("现将有关事项", "按照布署，现将有关事项")
    result = gather([check_bytes(text.encode(), "a.txt", plan)], plan).files[0]
    assert any(edit for finding in result.findings for edit in finding.edits)
    assert fix(text.encode(), "a.txt", finder(plan)) == Fixed(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_encoding_mark_and_line_ends_are_kept(encoding: str, end: str, last: bool, plan: Plan) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")

    def data(text: str) -> bytes:
        return mark + (text if last else text.rstrip("\n")).replace("\n", end).encode(encoding)

    assert fix(data(SLIPS), "a.txt", finder(plan)).data == data(RIGHT)


def test_mixed_line_ends_and_odd_characters_are_kept(plan: Plan) -> None:
    """Form feeds and other separators end no line."""
    text = SLIPS.replace("\n", "\r\n", 3).replace("现将", "现将\u2028\x0c")
    assert fix(text.encode(), "a.txt", finder(plan)).data.decode() == RIGHT.replace("\n", "\r\n", 3).replace("现将", "现将\u2028\x0c")


def test_what_is_excused_is_not_changed(plan: Plan, tmp_path: Path) -> None:
    """Neither by a comment in the text nor by a baseline."""
    excuse = "<!-- hegao: ignore number-malformed 原因：原件如此 -->"
    text = SLIPS.replace("江政办发[2026]012号", f"江政办发[2026]012号{excuse}")
    assert fix(text.encode(), "a.txt", finder(plan)).data.decode() == RIGHT.replace("江政办发〔2026〕12号", f"江政办发[2026]012号{excuse}")
    result = gather([check_bytes(SLIPS.encode(), "a.txt", plan)], plan)
    entries = entries_of(renewed(match(Baseline(tmp_path), result, plan), tmp_path, ""))
    assert fix(SLIPS.encode(), "a.txt", finder(plan, Baseline(tmp_path, entries))) == Fixed(SLIPS.encode())


def finding(*edits: tuple[int, int, int, str], safe: bool = True) -> Finding:
    """A finding with edits: line, from column, to column, text."""
    made = tuple(FixEdit(Span(line, start, line, end), text, safe) for line, start, end, text in edits)
    return Finding("TXT701", "x", "warning", "", "", made[0].span, "", "", edits=made, fingerprint=str(edits))


def once(*findings: Finding) -> Callable[[Source], Sequence[Finding]]:
    """Finds these in the first round, then nothing."""
    rounds = iter([findings])
    return lambda source: next(rounds, ())


def test_edits_that_touch_wait_for_the_next_round() -> None:
    a, b, c, d = finding((1, 1, 3, "x")), finding((1, 3, 4, "y")), finding((1, 5, 5, "z")), finding((2, 1, 3, "x"))
    assert choose([a, b, c, d]) == [a, c, d]
    assert choose([finding((1, 1, 3, ""), (1, 2, 4, ""))]) == []
    assert choose([finding((1, 1, 2, "〔"), (1, 2, 3, "〕"))]) != []


def test_only_edits_that_are_safe_within_a_line_and_without_line_breaks_are_made() -> None:
    text = "第一行文字\n第二行文字\n".encode()
    over = finding((1, 1, 2, "x"))
    over = over._replace(edits=(FixEdit(Span(1, 1, 2, 2), "x", True),))
    mixed = over._replace(edits=(FixEdit(Span(1, 1, 1, 2), "x", True), FixEdit(Span(2, 1, 2, 2), "x", False)))
    for one in (finding((1, 1, 2, "x"), safe=False), finding((1, 1, 2, "x\ny")), over, mixed):
        assert fix(text, "a.txt", once(one)).data == text
    assert fix(text, "a.txt", once(finding((1, 1, 2, "这"), (2, 1, 2, "那")))).data.decode() == "这一行文字\n那二行文字\n"


def test_edits_that_disturb_the_tree_are_refused_and_the_others_made() -> None:
    """A heading would be lost, a table torn; what stands beside them is still put right."""
    text = "关于供水的通知\n\n各县：\n\n一、加强领导\n\n请认真落实,按时报送。\n\n| 序号 | 任务 |\n| --- | --- |\n| 1 | 建水厂 |\n"
    heading, row, comma = finding((5, 1, 3, "")), finding((11, 1, 2, "")), finding((7, 6, 7, "，"))
    fixed = fix(text.encode(), "a.md", lambda source: [heading, row, *([comma] if "," in source.lines[6] else [])])
    assert fixed.data.decode() == text.replace(",", "，")
    assert fixed.refused == [heading, row]
    assert fixed.changes == [(7, "请认真落实,按时报送。", "请认真落实，按时报送。")]


def test_rules_that_undo_each_other_are_left_out_and_the_rest_is_put_right() -> None:
    """The line on which they do; what else is on it, and what they say of other lines, is made."""

    def find(source: Source) -> list[Finding]:
        first, second = source.lines[:2]
        return [
            finding((1, 1, 2, "乙" if first[0] == "甲" else "甲"))._replace(name="forth" if first[0] == "甲" else "back"),
            *([finding((1, 5, 6, "，"))] if "," in first else []),
            *([finding((2, 1, 2, "乙"))._replace(name="forth")] if second[0] == "甲" else []),
        ]

    fixed = fix("甲方意见,乙方意见\n甲方意见\n".encode(), "a.txt", find)
    assert fixed.data.decode() == "甲方意见，乙方意见\n乙方意见\n"
    assert fixed.unsettled == [(1, "back"), (1, "forth")]
    again = fix(fixed.data, "a.txt", find)
    assert (again.data, again.changes) == (fixed.data, [])


def test_what_did_not_fit_before_another_edit_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a second run finds nothing to do."""
    late, comma = finding((1, 1, 2, "甲")), finding((1, 5, 6, "，"))

    def keeps(findings: Sequence[Finding], source: Source, _before: object) -> bool:
        return late not in findings or "，" in source.lines[0]

    def find(source: Source) -> list[Finding]:
        return [*([late] if source.lines[0][0] != "甲" else []), *([comma] if "," in source.lines[0] else [])]

    monkeypatch.setattr("hegao.engine.fixing.safe_edits._keeps", keeps)
    fixed = fix("乙方意见,照办\n".encode(), "a.txt", find)
    assert fixed.data.decode() == "甲方意见，照办\n"
    assert fixed.refused == []


WORDS = ["完成", "的", "实现", "人民政府", "高度重视"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("times", [2, 3, 4, 7, 60, 200])
def test_a_word_in_a_row_is_one_edit_however_often_it_stands_there(word: str, times: int, plan: Plan) -> None:
    text = NOTICE.replace("现将有关事项通知如下(附清单)。", f"要按时{word}各项任务。")
    fixed = fix(text.replace(word + "各项", word * times + "各项").encode(), "a.txt", finder(plan))
    assert fixed.data.decode() == text
    assert len(fixed.changes) == 1


def test_a_run_of_repeats_does_not_keep_the_rest_from_being_put_right(plan: Plan) -> None:
    fixed = fix(SLIPS.replace("的的", "的" + "完成" * 60).encode(), "a.txt", finder(plan))
    assert fixed.data.decode() == RIGHT.replace("现将的有关", "现将的完成有关")


def not_asked(source: Source) -> list[Finding]:
    """Finds nothing, since it must not be asked."""
    raise AssertionError(source.path)


def test_a_file_that_would_not_be_written_as_it_was_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegao.engine.fixing.safe_edits.decode", lambda data: ("a", "utf-7"))
    with pytest.raises(Unfixable, match="编码不能原样写回"):
        fix(b"+AGE-", "a.txt", not_asked)


def test_a_file_whose_lines_are_not_those_of_its_text_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegao.engine.fixing.safe_edits.source_of", lambda data, path: Source(path, ("通知",)))
    with pytest.raises(Unfixable, match="不是纯文本文件"):
        fix("<p>通知</p>".encode(), "a.html", not_asked)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([*"关于的通知：，。（）[]()〔〕,;:0123一二、\n\r\t |年月日号政发", *WORDS, "江政发[2026]012号"]), max_size=120).map("".join),
    st.sampled_from(["utf-8", "gb18030", "utf-8-sig"]),
)
def test_any_text_is_put_right_once_and_for_all(plan: Plan, text: str, encoding: str) -> None:
    """The second time finds nothing to do, and the tree is the same but for the edits."""
    data = text.encode(encoding)
    if not text.strip():
        return
    try:
        fixed = fix(data, "a.txt", finder(plan))
    except Unfixable as error:
        assert "互相抵触" not in str(error)
        return
    assert fixed.unsettled == []
    again = fix(fixed.data, "a.txt", finder(plan))
    assert again.data == fixed.data
    before, after = (outline(parse(source_of(one, "a.txt"))) for one in (data, fixed.data))
    assert [item[:3] for item in before if item[0] != "heading"] == [item[:3] for item in after if item[0] != "heading"]


def test_lines_give_their_bytes_again() -> None:
    for data in (b"", b"\n", b"a", b"a\r\rb\r\n\n"):
        assert Lines.of(data).data() == data
    assert Lines.of(b"a\r\nb").whole() == ["a\r\n", "b"]
    assert Lines.of(b"a\r\n").whole() == ["a\r\n"]


def test_texts_are_compared_as_they_read_after_the_edits() -> None:
    text = join([Text.of_line("根据(江政发", 3, 5), Text.of_line("8号)办理", 4, 1)])
    assert edited(text, {}) == "根据(江政发8号)办理"
    assert edited(text, {3: [(7, 8, "（")], 4: [(3, 4, "）")], 5: [(1, 2, "x")]}) == "根据（江政发8号）办理"
    assert edited(text, {3: [(1, 3, "x")], 4: [(1, 2, "")]}) == "根据(江政发号)办理"
