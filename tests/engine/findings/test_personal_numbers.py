"""Numbers of persons: no part of a run shows, stores or registers one as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegao.cli.main import run
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_paths

MOBILE, IDENTITY = "13800000000", "11010519491231002X"
#: A number in the title, in a line with another slip, in a table with a gap, at the end of an excerpt, and cut by the end of a line.
DRAFT = f"""江河市人民政府办公室关于{MOBILE}号码停用的通知

江政办发〔2026〕12号

各县（区）人民政府：

联系人：张某,手机{MOBILE}，证号{IDENTITY}，请请各单位与其联系。

（一）与联系人李某商定办理的具体时间地点，手机{MOBILE}。（牵头单位：市水利局；完成时限：尽快完成）

另一联系人：王某，手机13900
000000，请记下。

附件：联系人名单

江河市人民政府办公室
2026年3月6日

附件

联系人名单

序号	任务	牵头单位	完成时限
1	联系{MOBILE}	市水利局	2026年9月底前
3	联系{MOBILE}	市水利局	
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hegao.toml").write_text("root = true\n", "utf-8")
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "b.txt").write_text(DRAFT.replace("停用", "启用"), "utf-8")
    return tmp_path


def test_reports_the_baseline_and_the_cache_hold_no_number(office: Path, cache_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        [],
        ["--output-format", "json"],
        ["--lang", "en", "--no-fold"],
        ["--profile", "final", "--output-format", "json"],
        ["--baseline", "base.json", "--write-baseline"],
        ["--fix"],
    ):
        run(["check", ".", *arguments])
    said = "".join(capsys.readouterr())
    assert "138****0000" in said and "110***********002X" in said and "personal-data" in said
    kept = "".join(path.read_text("utf-8") for path in (*(cache_folder / "results").rglob("*.json"), office / "base.json"))
    assert "138****0000" in kept
    for number in (MOBILE, IDENTITY, "13900\n", "1390000", MOBILE[:8]):
        assert number not in said
        assert number not in kept
    assert MOBILE in (office / "a.txt").read_text("utf-8")


def found(path: str) -> list[Finding]:
    """The personal data found in a file."""
    [file] = check_paths([path], Options(select=("personal-data",))).files
    return file.findings


def test_the_place_is_that_of_the_number(office: Path) -> None:
    lines = DRAFT.split("\n")
    for one in found("a.txt"):
        if one.span.line == one.span.end_line:
            there = lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
            assert there in (MOBILE, IDENTITY)
            assert (one.quote[:3], len(one.quote), one.quote[-4:]) == (there[:3], len(there), there[-4:])


def test_the_fingerprint_is_that_of_what_is_shown(office: Path) -> None:
    """It stays where lines move; made of the number itself it would betray it to whoever tries all that fit the stars."""
    before = [one.fingerprint for one in found("a.txt")]
    assert len(set(before)) == len(before) > 3
    (office / "a.txt").write_text("\n\n" + DRAFT.replace("请请", "请"), "utf-8")
    assert [one.fingerprint for one in found("a.txt")] == before
    (office / "a.txt").write_text(DRAFT.replace(MOBILE, "13812340000"), "utf-8")
    assert [one.fingerprint for one in found("a.txt")] == before


def test_what_stands_beside_a_number_is_still_put_right(office: Path) -> None:
    run(["check", "a.txt", "--fix"])
    assert f"联系人：张某，手机{MOBILE}，证号{IDENTITY}，" in (office / "a.txt").read_text("utf-8")


def test_json_says_the_line_and_column_of_a_number(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "a.txt", "--select", "personal-data", "--output-format", "json"])
    [file] = json.loads(capsys.readouterr().out)["files"]
    assert {(one["line"], one["column"], one["end_column"], one["quote"]) for one in file["findings"]} >= {
        (7, 10, 21, "138****0000"),
        (7, 24, 42, "110***********002X"),
    }
