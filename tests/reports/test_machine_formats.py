"""The reports for machines: as they were agreed on to the byte (``HEGAO_UPDATE=1`` writes them anew), and as their readers take them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from hegao import __version__
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import RunResult
from hegao.engine.run.runner import check_sources
from hegao.reports.findings_csv import csv_pieces
from hegao.reports.github_commands import github_pieces
from hegao.reports.gitlab_quality import gitlab_pieces
from hegao.reports.json import json_pieces
from hegao.reports.junit import junit_pieces
from hegao.reports.sarif import file_uri, sarif_pieces
from hegao.sources.files import read, source_of
from reports.mixed_run import LINE, many, mixed
from repository import ROOT

HERE = Path(__file__).parent
SCHEMAS = ROOT / "tests" / "schemas"
FORMATS: dict[str, Callable[[RunResult], Iterator[str]]] = {
    "sarif": sarif_pieces,
    "junit": junit_pieces,
    "github": github_pieces,
    "gitlab": gitlab_pieces,
    "csv": csv_pieces,
}
ENDINGS = {"sarif": "json", "junit": "xml", "github": "txt", "gitlab": "json", "csv": "csv"}


def report(form: str, result: RunResult) -> str:
    """The whole report."""
    return "".join(FORMATS[form](result))


def examples(lang: str = "zh") -> RunResult:
    """What is found in the examples."""
    sources = [read(path, f"examples/{path.name}") for path in sorted((ROOT / "examples").glob("*.txt"))]
    return check_sources(sources, Options(lang=lang))


@pytest.mark.parametrize("form", FORMATS)
def test_the_report_is_the_one_agreed_on(form: str) -> None:
    golden = HERE / "golden" / f"mixed.{form}.{ENDINGS[form]}"
    real = report(form, mixed()).replace(f'ersion": "{__version__}"', 'ersion": "VERSION"').encode()
    if os.environ.get("HEGAO_UPDATE"):
        golden.write_bytes(real)
    assert golden.read_bytes() == real


@pytest.mark.parametrize("form", [*FORMATS, "json"])
def test_no_piece_grows_with_the_findings(form: str) -> None:
    pieces = {**FORMATS, "json": json_pieces}[form]
    few, lots = list(pieces(many(5))), list(pieces(many(500)))
    assert max(map(len, lots)) <= max(map(len, few)) + 4
    assert form == "github" or len(lots) >= 500


def _sarif(result: RunResult, lang: str = "zh") -> dict[str, Any]:
    log: dict[str, Any] = json.loads("".join(sarif_pieces(result, {}, lang)))
    return log


@pytest.mark.parametrize("result", [mixed, examples, RunResult, lambda: examples("en")], ids=["mixed", "examples", "empty", "english"])
def test_sarif_is_valid_against_its_schema(result: Callable[[], RunResult]) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    log = _sarif(result())
    checker = Draft4Validator.FORMAT_CHECKER
    assert [error.message for error in Draft4Validator(schema, format_checker=checker).iter_errors(log)] == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert "Utc" not in json.dumps(log)


def test_regions_of_sarif_hold_their_snippets_counted_as_it_says() -> None:
    text = f"一\r二\r\n{LINE}\n四\n"
    (run,) = _sarif(mixed())["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = re.split("|".join(map(re.escape, run["newlineSequences"])), text)
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = lines[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"] == "{江}<政办>发[2026]12号"
    change = run["results"][0]["fixes"][0]["artifactChanges"][0]
    for replacement in reversed(change["replacements"]):
        at = replacement["deletedRegion"]
        line = line[: at["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[at["endColumn"] - 1 :]
    assert "发〔2026〕12号" in line
    assert [line.count("\r") for line in source_of(text.encode(), "a.txt").lines] == [0] * 5


def test_sarif_says_whether_all_could_be_checked() -> None:
    said = [_sarif(result)["runs"][0]["invocations"] for result in (mixed(), many(1))]
    assert said == [[{"executionSuccessful": False}], [{"executionSuccessful": True}]]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("公文/a b%.txt", "%E5%85%AC%E6%96%87/a%20b%25.txt"),
        ("/srv/a:b.txt", "file:///srv/a%3Ab.txt"),
        ("C:/公 文.txt", "file:///C:/%E5%85%AC%20%E6%96%87.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a:b.txt", "a%3Ab.txt"),
    ],
)
def test_a_path_is_a_reference_in_a_uri(path: str, uri: str) -> None:
    assert file_uri(path) == uri
    assert unquote(uri).removeprefix("file:///").lstrip("/") == path.lstrip("/")


@pytest.mark.parametrize("result", [mixed, examples, RunResult], ids=["mixed", "examples", "empty"])
def test_junit_is_valid_against_the_common_schema_and_counts_right(result: Callable[[], RunResult]) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    root = etree.fromstring(report("junit", result()).encode())
    schema.assertValid(root)
    for suite in (root, *root):
        assert int(suite.get("tests")) == sum(1 for _ in suite.iter("testcase"))
        assert int(suite.get("failures")) == sum(1 for _ in suite.iter("failure"))
        assert int(suite.get("errors")) == sum(1 for _ in suite.iter("error"))


def test_junit_tells_failures_from_errors_and_from_what_is_only_worth_knowing() -> None:
    etree = pytest.importorskip("lxml.etree")
    root = etree.fromstring(report("junit", mixed()).encode())
    assert [[[part.tag for part in case] for case in suite] for suite in root] == [
        [["failure"], ["failure"], ["system-out"]],
        [["failure"], ["failure"]],
        [["error"]],
        [[]],
    ]


def _unescaped(text: str) -> str:
    """As the runner reads a command."""
    for code, c in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, c)
    return text


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {key: _unescaped(value) for key, value in properties.items()}, _unescaped(match[3])))
    return found


def test_commands_of_github_come_back_as_they_were_written() -> None:
    result = mixed()
    commands = _commands(report("github", result))
    findings = [(file, finding) for file in result.files for finding in file.findings]
    assert [command for command, _where, _said in commands] == ["error", "warning", "notice", "warning", "warning", "error"]
    assert [where["file"] for _command, where, _said in commands] == [file.path for file, _finding in findings]
    assert commands[0][1] == {
        "file": "a b.txt",
        "line": "3",
        "endLine": "3",
        "col": "5",
        "endColumn": "22",
        "title": "NUM102 number-malformed",
    }
    assert commands[0][2] == "=字号“{江}<政办>发[2026]12号”写法不合标准：多了50%· ，改\n改写，如“〔2026〕”。"
    assert "col" not in commands[1][1] and commands[1][1]["endLine"] == "6"
    assert commands[3][1] == {"file": "b,:%.docx", "title": "TSK302 deadline-vague"}
    assert commands[3][2].startswith("表1第2行第3列：")


@pytest.mark.parametrize(("count", "last"), [(10, None), (11, "GitHub 每级只显示 10 处，另有警告 1 处没有列出")])
def test_no_more_commands_than_github_shows(count: int, last: str | None) -> None:
    commands = _commands(report("github", many(count)))
    assert Counter(command for command, _where, _said in commands) == {"warning": 10} | ({"notice": 1} if last else {})
    assert last is None or commands[-1][2] == last


def test_what_is_not_shown_takes_the_place_of_a_notice() -> None:
    (file,) = many(11).files
    notices = [finding._replace(severity="info") for finding in file.findings[:10]]
    file.findings += notices
    commands = _commands(report("github", RunResult([file])))
    assert Counter(command for command, _where, _said in commands) == {"warning": 10, "notice": 10}
    assert commands[-1][2] == "GitHub 每级只显示 10 处，另有警告 1 处、提示 1 处没有列出"


def test_gitlab_has_what_it_asks_for_and_no_fingerprint_twice() -> None:
    source = read(ROOT / "examples" / "notice-with-defects.txt", "a.txt")
    copy = read(ROOT / "examples" / "notice-with-defects.txt", "b.txt")
    issues = json.loads(report("gitlab", check_sources([source, copy])))
    assert len(issues) > 20
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert json.loads(report("gitlab", RunResult())) == []


def test_no_cell_of_the_table_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(report("csv", mixed()))))
    assert rows[0]["问题"].startswith("'=字号") and rows[2]["原文"] == "'@长期推"
    assert not any(cell.lstrip()[:1] in tuple("=+-@＝＋－＠") for row in rows for cell in row.values() if cell)
    assert [(row["文件"], row["行"], row["段落或单元格"]) for row in rows[2:5]] == [
        ("a b.txt", "7", ""),
        ("b,:%.docx", "2", "表1第2行第3列"),
        ("b,:%.docx", "8", "第12段脚注"),
    ]


def test_reports_in_english_have_no_chinese_of_their_own() -> None:
    for pieces in (junit_pieces, github_pieces, csv_pieces):
        said = "".join(pieces(many(11), "en"))
        assert not any(word in said for word in ("位置", "原文", "改法", "依据", "警告", "另有"))
