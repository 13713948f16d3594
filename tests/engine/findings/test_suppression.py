"""Comments in a draft that excuse findings, and findings on such comments."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.office import NOTICE, write
from hegao.document.building import parse
from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import FileResult
from hegao.engine.findings.suppression import suppressions_of
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.one_file import check_bytes
from hegao.engine.run.runner import check_paths, gather
from hegao.reports.tree import tree_json
from hegao.sources.files import source_of

VAGUE = "（一）建设水厂。（牵头单位：市水利局；完成时限：尽快完成）"
EXCUSE = "<!-- hegao: ignore deadline-vague 原因：按市政府第5次常务会议定 -->"


@pytest.fixture(scope="module")
def cache_folder(module_cache: Path) -> Path:
    return module_cache


def checked(text: str, path: str = "通知.md", **options: Any) -> FileResult:
    """The result for a text."""
    plan = Plan(load_rules(), Options(**options))
    [result] = gather([check_bytes(text.encode(), path, plan)], plan).files
    return result


def names(result: FileResult) -> list[str]:
    """The rules on deadlines and on comments that found something."""
    return [finding.name for finding in result.findings if finding.name.startswith(("deadline", "suppression", "unreadable"))]


PLAIN = ["deadline-vague", "deadline-missing"]


def test_without_comments_nothing_is_excused() -> None:
    result = checked(NOTICE)
    assert names(result) == PLAIN
    assert result.suppressed == 0


@pytest.mark.parametrize(
    "text",
    [
        NOTICE.replace(VAGUE, VAGUE + EXCUSE),
        NOTICE.replace(VAGUE, VAGUE + "　" + EXCUSE + "  "),
        NOTICE.replace(VAGUE, EXCUSE + "\n" + VAGUE),
        NOTICE.replace(VAGUE, EXCUSE + "\n\n" + VAGUE),
        NOTICE.replace(VAGUE, EXCUSE + "\n<!-- 第二稿 -->\n" + VAGUE).replace("<!-- 第二稿 -->\n", ""),
        NOTICE.replace(VAGUE, EXCUSE.replace("deadline-vague", "TSK302") + "\n" + VAGUE),
        NOTICE.replace(VAGUE, EXCUSE.replace("原因：", "reason: ").replace("hegao: ", "HEGAO：") + "\n" + VAGUE),
        NOTICE.replace(VAGUE, VAGUE + "<!--hegao:ignore deadline-vague 理由:会议定-->"),
        EXCUSE.replace("ignore", "ignore-file") + "\n" + NOTICE,
        NOTICE + EXCUSE.replace("ignore", "ignore-file") + "\n",
        NOTICE.replace(VAGUE, EXCUSE.replace("ignore", "ignore-start") + "\n" + VAGUE + "\n<!-- hegao: ignore-end -->"),
        NOTICE.replace(VAGUE, EXCUSE.replace("ignore", "ignore-start") + "\n\n" + VAGUE + "\n\n<!-- hegao: ignore-end deadline-vague -->"),
    ],
)
def test_a_comment_excuses_what_it_names_where_it_stands(text: str) -> None:
    result = checked(text)
    assert names(result) == ["deadline-missing"]
    assert result.suppressed == 1


def test_a_comment_may_name_several_rules_and_several_comments_may_stand_together() -> None:
    row = "2\t建成城西水厂\t市水利局\t"
    both = "<!-- hegao: ignore deadline-missing，deadline-vague 原因：甲 -->"
    text = NOTICE.replace(row, f"{row} {both}").replace(VAGUE, EXCUSE + "\n<!-- hegao: ignore punctuation 原因：乙 -->\n" + VAGUE)
    result = checked(text)
    assert result.suppressed == 2
    assert names(result) == ["suppression-unused", "suppression-unused"]
    assert [finding.message for finding in result.findings if finding.name == "suppression-unused"] == [
        "此处没有“punctuation”的问题，免报注释已不需要",
        "此处没有“deadline-vague”的问题，免报注释已不需要",
    ]


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("<!-- hegao: ignore deadline-vague -->", "suppression-reason"),
        ("<!-- hegao: ignore deadline-vague 原因： -->", "suppression-reason"),
        ("<!-- hegao: ignore deadline-vague 按会议定 -->", "suppression-malformed"),
        ("<!-- hegao: ignore 原因：甲 -->", "suppression-malformed"),
        ("<!-- hegao: deadline-vague 原因：甲 -->", "suppression-malformed"),
        ("<!-- hegao: ignore deadline-vague 原因：甲", "suppression-malformed"),
        ("<!-- hegao ignore deadline-vague 原因：甲 -->", "suppression-malformed"),
        ("<!-- hegao: ignore-start deadline-vague 原因：甲 -->", "suppression-malformed"),
        ("<!-- hegao: ignore-end deadline-vague -->", "suppression-malformed"),
        ("<!-- hegao: ignore deadline-vage 原因：甲 -->", "suppression-unknown"),
        ("<!-- hegao: ignore TSK 原因：甲 -->", "suppression-unknown"),
        ("<!-- hegao: ignore check-crashed 原因：甲 -->", "suppression-refused"),
        ("<!-- hegao: ignore suppression-unused 原因：甲 -->", "suppression-refused"),
    ],
)
def test_a_comment_without_effect_is_a_finding_at_its_place(comment: str, fault: str) -> None:
    result = checked(NOTICE.replace(VAGUE, VAGUE + comment))
    assert names(result) == ["deadline-vague", fault, "deadline-missing"]
    [finding] = [one for one in result.findings if one.name == fault]
    assert (finding.span.line, finding.span.column, finding.quote) == (9, len(VAGUE) + 1, comment)
    assert finding.document == "江政办发〔2026〕12号"
    assert finding.severity == "warning"
    assert result.lines[9] == VAGUE + comment
    assert result.suppressed == 0


def test_what_is_not_needed_is_told_only_of_rules_that_looked() -> None:
    """Nor of rules over a batch, which may find something with other files beside this one."""
    mended = NOTICE.replace(VAGUE, VAGUE.replace("尽快完成", "2026年9月底前") + EXCUSE)
    assert "suppression-unused" in names(checked(mended))
    assert names(checked(mended, select=("NUM", "SYS"))) == []
    assert names(checked(mended, ignore=("suppression-unused",))) == ["deadline-missing"]
    twice = NOTICE.replace("江政办发〔2026〕12号\n", "江政办发〔2026〕12号<!-- hegao: ignore number-duplicate 原因：重发 -->\n")
    assert names(checked(twice)) == PLAIN


def test_findings_over_a_batch_are_excused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    other = NOTICE.replace("推进农村供水的通知", "做好防汛备汛工作的通知")
    number = "江政办发〔2026〕12号\n"
    write(tmp_path, a_md=NOTICE, b_md=other, hegao_toml="root = true\n")

    def found() -> list[tuple[str, int]]:
        files = check_paths(["."], Options(select=("number-duplicate", "SYS"))).files
        return [(file.path, file.suppressed) for file in files if file.findings or file.suppressed]

    assert found() == [("b.md", 0)]
    write(tmp_path, b_md=other.replace(number, f"{number.strip()}<!-- hegao: ignore number-duplicate 原因：重发 -->\n"))
    assert found() == [("b.md", 1)]


def test_mandatory_rules_are_not_excused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, a_md=NOTICE.replace(VAGUE, VAGUE + EXCUSE), hegao_toml='root = true\nmandatory = ["TSK302"]\n')
    [file] = check_paths(["."]).files
    assert names(file) == ["deadline-vague", "suppression-refused", "deadline-missing"]
    assert "“deadline-vague”不能用注释免报" in [finding.message for finding in file.findings]


def test_a_file_that_was_not_checked_in_full_excuses_nothing_it_cannot_know() -> None:
    result = checked("")
    assert result.failed
    assert names(result) == ["unreadable"]


def test_excuses_survive_the_store() -> None:
    plan = Plan(load_rules(), Options())
    outcome = check_bytes(NOTICE.replace(VAGUE, VAGUE + EXCUSE + "<!-- hegao: x -->").encode(), "a.md", plan)
    assert [excuse.fault for excuse in outcome[0].suppressions] == ["", "suppression-malformed"]
    assert from_json(json.loads(json.dumps(to_json(outcome))), "a.md", plan) == outcome


def test_ranges_nest_and_close_with_their_own_rules() -> None:
    lines = (
        "<!-- hegao: ignore-start a 原因：x -->",
        "<!-- hegao: ignore-start b 原因：x -->",
        "text",
        "<!-- hegao: ignore-end a -->",
        "<!-- hegao: ignore-end -->",
        "<!-- hegao: ignore-end -->",
    )
    assert [(excuse.rules, excuse.first, excuse.last, excuse.fault) for excuse in suppressions_of(lines)] == [
        (("a",), 1, 4, ""),
        (("b",), 2, 5, ""),
        ((), 6, 6, "suppression-malformed"),
    ]


def tree(text: str) -> Any:
    """The tree of a text, all lines counted without the comments that stand alone."""
    data = json.loads(tree_json(parse(source_of(text.encode(), "a.md"))))
    kept = [number for number, line in enumerate(text.split("\n"), 1) if not re.fullmatch(r"<!-- hegao.*-->", line)]

    def mapped(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {key: mapped(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [mapped(inner) for inner in value]
        return kept.index(value) + 1 if key in ("line", "end_line") else value

    return mapped(data)


MARKDOWN_TABLE = """# 任务清单

| 序号 | 任务 | 牵头单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 建成城东水厂 | 市水利局 | 2026年9月底前 |
| 2 | 建成城西水厂 | 市水利局 | |
| 3 | 改造供水管网 | 市水利局 | 2026年10月底前 |
"""
WRAPPED = """关于推进农村供水的通知

各县（区）人民政府：

　　为加快推进农村供水工程建设，保障群众饮水安全，经市政
府同意，现就做好二〇二六年农村供水保障工作的有关事项通
知如下，请各县（区）人民政府结合本地实际认真组织实施，并
于每季度末将进展情况报送市水利局。

江河市人民政府办公室
2026年3月6日
"""


@pytest.mark.parametrize("text", [NOTICE, MARKDOWN_TABLE, WRAPPED], ids=["notice", "table", "wrapped"])
def test_comments_change_nothing_in_the_tree(text: str) -> None:
    """Neither at the end of a line, a table row among them, nor on a line of their own, nor in a cell."""
    plain = tree(text)
    lines = text.split("\n")
    for index in range(len(lines) - 1):
        if lines[index].strip():
            ended = [*lines[:index], lines[index] + EXCUSE, *lines[index + 1 :]]
            assert tree("\n".join(ended)) == plain, lines[index]
        alone = [*lines[:index], EXCUSE, *lines[index:]]
        assert tree("\n".join(alone)) == plain, lines[index]
    assert tree(text.replace("| |", f"| {EXCUSE} |")) == plain


def test_comments_are_no_marks_left_in_the_text() -> None:
    result = checked(NOTICE.replace(VAGUE, VAGUE + EXCUSE))
    assert not any("<!--" in finding.quote for finding in result.findings)
