"""A baseline: what it holds, which findings it answers for, what is not needed any more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.office import NOTICE, write
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.findings.baseline import Baseline, Matching, entries_of, match, read_baseline, renewed, suppress, told
from hegao.engine.findings.finding import Registered, RunResult
from hegao.engine.run.runner import prepare, run

VAGUE = "尽快完成"
OTHER = NOTICE.replace("推进农村供水的通知", "做好防汛备汛工作的通知")


@pytest.fixture(scope="module")
def cache_folder(module_cache: Path) -> Path:
    return module_cache


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml="root = true\n", a_txt=NOTICE)
    return tmp_path


def matched(baseline: Baseline, *paths: str, **options: Any) -> tuple[RunResult, Matching]:
    """A run over the paths and what the baseline says of it."""
    job = prepare(paths or (".",), Options(**options))
    result = run(job)
    return result, match(baseline, result, job.plans)


def registered(folder: Path, *paths: str, date: str = "", **options: Any) -> Baseline:
    """A baseline with all that is found now."""
    _result, matching = matched(Baseline(folder), *paths, **options)
    return Baseline(folder, entries_of(renewed(matching, folder, date)))


def left(baseline: Baseline, *paths: str, **options: Any) -> list[str]:
    """What is found and not registered."""
    result, matching = matched(baseline, *paths, **options)
    suppress(matching)
    return [finding.name for file in result.files for finding in file.findings]


def test_what_is_registered_is_not_reported_and_counted(office: Path) -> None:
    baseline = registered(office)
    assert {entry.rule for entry in baseline.entries} >= {"TSK301", "TSK302"}
    result, matching = matched(baseline)
    found = len(result.files[0].findings)
    suppress(matching)
    assert result.files[0].findings == []
    assert result.files[0].suppressed == found == len(baseline.entries)
    assert (matching.unused, matching.kept) == ([], [])


def test_new_findings_are_reported_whatever_moved(office: Path) -> None:
    """An entry stands for one finding: the same words a second time are new."""
    baseline = registered(office)
    clause = "（一）建设水厂。（牵头单位：市水利局；完成时限：尽快完成）"
    write(office, a_txt=NOTICE.replace(clause, f"总的要求如下。\n\n{clause}\n\n（二）改造管网。（牵头单位：市水利局；完成时限：{VAGUE}）"))
    assert left(baseline) == ["deadline-vague"]


def test_the_folder_one_stands_in_does_not_matter(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents without a number are known by the name of their file."""
    write(office, 收文__b_txt=OTHER.replace("江政办发〔2026〕12号\n\n", ""))
    baseline = registered(office)
    assert {entry.path for entry in baseline.entries} == {"a.txt", "收文/b.txt"}
    assert left(baseline, str(office)) == []
    monkeypatch.chdir(office / "收文")
    assert left(baseline, "..") == left(baseline, ".") == left(baseline, str(office / "收文" / "b.txt")) == []


def test_files_of_one_name_are_told_apart_by_their_folders(office: Path) -> None:
    same = OTHER.replace("江政办发〔2026〕12号\n\n", "")
    write(office, 一月__b_txt=same)
    baseline = registered(office)
    write(office, 二月__b_txt=same)
    assert set(left(baseline)) == {"deadline-vague", "deadline-missing", *left(baseline)}
    assert left(baseline, "一月") == []


def test_a_file_that_was_moved_keeps_its_entries(office: Path) -> None:
    baseline = registered(office)
    (office / "归档").mkdir()
    (office / "a.txt").rename(office / "归档" / "a.txt")
    _result, matching = matched(baseline)
    assert matching.unused == []
    assert {entry.path for entry in entries_of(matching)} == {"归档/a.txt"}


def test_what_nothing_answers_to_is_unused(office: Path) -> None:
    baseline = registered(office)
    write(office, a_txt=NOTICE.replace(VAGUE, "2026年9月底前"))
    _result, matching = matched(baseline)
    assert [entry.rule for entry in matching.unused] == ["TSK302"]
    assert told(matching.unused, office / "b.json") == [f"b.json：有 1 条已不再需要（a.txt TSK302 “{VAGUE}”），加 --write-baseline 删去"]
    assert told([], office / "b.json") == []
    assert "TSK302" not in {entry.rule for entry in entries_of(renewed(matching, office, ""))}


def test_only_what_was_judged_can_be_unused(office: Path) -> None:
    """Not the entries of files that were not checked now, nor of rules that were off."""
    write(office, b_txt=OTHER)
    baseline = registered(office)
    for name in ("a.txt", "b.txt"):
        write(office, **{name.replace(".", "_"): NOTICE.replace(VAGUE, "2026年9月底前")})
    _result, matching = matched(baseline, "a.txt")
    assert {entry.path for entry in matching.unused} == {"a.txt"}
    _result, matching = matched(baseline, "a.txt", select=("NUM",))
    assert matching.unused == []
    (office / "b.txt").unlink()
    _result, matching = matched(baseline, "a.txt", select=("NUM",))
    assert {entry.path for entry in matching.unused} == {"b.txt"}


def test_a_rule_over_a_batch_is_judged_by_the_whole_batch_only(office: Path) -> None:
    write(office, b_txt=OTHER)
    baseline = registered(office, select=("number-duplicate",))
    assert [(entry.rule, entry.path) for entry in baseline.entries] == [("NUM103", "b.txt")]
    baseline = Baseline(office, (*baseline.entries, *registered(office, "a.txt").entries))
    _result, matching = matched(baseline, "b.txt")
    assert matching.unused == []
    write(office, b_txt=OTHER.replace("12号", "13号"))
    _result, matching = matched(baseline)
    assert [entry.rule for entry in matching.unused] == ["NUM103"]


def test_an_entry_of_a_rule_that_is_gone_is_unused(office: Path) -> None:
    baseline = Baseline(office, (Registered("0" * 16, "JH-001", "a.txt", "x"),))
    _result, matching = matched(baseline)
    assert matching.unused == list(baseline.entries)


def test_what_was_not_checked_is_never_registered(office: Path) -> None:
    write(office, a_txt="")
    baseline = registered(office)
    assert baseline.entries == ()
    assert left(baseline) == ["unreadable"]


def test_what_people_wrote_is_kept(office: Path) -> None:
    baseline = registered(office, date="2026-03-06")
    assert {entry.date for entry in baseline.entries} == {"2026-03-06"}
    written = [
        Registered(entry.fingerprint, entry.rule, entry.path, entry.quote, "按会议定", "张某", "2026-03-07") for entry in baseline.entries
    ]
    write(office, a_txt=NOTICE.replace("改造供水管网\t市水利局\t2026年10月底前", "改造供水管网\t市水利局\t"))
    _result, matching = matched(Baseline(office, tuple(written)))
    entries = entries_of(renewed(matching, office, "2026-11-20"))
    assert {(entry.reason, entry.author, entry.date) for entry in entries if entry.quote != "改造供水管网"} == {
        ("按会议定", "张某", "2026-03-07")
    }


def test_the_file_is_the_same_for_the_same_entries(office: Path) -> None:
    baseline = registered(office)
    text = baseline.text()
    assert Baseline(office, tuple(reversed(baseline.entries))).text() == text
    write(office, base_json=text)
    again = read_baseline(office / "base.json")
    assert again.text() == text
    assert again.folder == office
    assert list(json.loads(text)["entries"][0]) == ["fingerprint", "rule", "path", "quote", "reason", "author", "date"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["第 1 行第 1 列：JSON 写法有误，多半是逗号、引号或括号没有配对"]),
        ('{"version": 1,\n "entries": [}', ["第 2 行第 14 列：JSON 写法有误，多半是逗号、引号或括号没有配对"]),
        ("[]", ['不是基线文件：应为 {"version": 1, "entries": [...]}']),
        ('{"version": 2, "entries": []}', ['不是基线文件：应为 {"version": 1, "entries": [...]}']),
        (
            '{"version": 1, "entries": [3, {"fingerprint": "a", "rule": "b", "path": "c", "reson": "x", "date": 3}, {"x": ""}]}',
            [
                "entries[0]：应为表，含 fingerprint、rule、path、quote、reason、author、date",
                "entries[1].reson：没有这一项，是不是 reason",
                "entries[1].date：应为文字，用引号括起来",
                "entries[1].quote：缺少这一项",
                "entries[2].x：没有这一项，可用：fingerprint、rule、path、quote、reason、author、date",
                "entries[2].fingerprint：缺少这一项",
                "entries[2].rule：缺少这一项",
                "entries[2].path：缺少这一项",
                "entries[2].quote：缺少这一项",
            ],
        ),
        (
            '{"version": 1, "entries": [%s, %s]}' % (('{"fingerprint": "a", "rule": "b", "path": "c", "quote": ""}',) * 2),
            ["entries[1]：和 entries[0] 相同，删去一处"],
        ),
    ],
)
def test_each_mistake_is_told_with_its_place(text: str, said: list[str], office: Path) -> None:
    write(office, base_json=text)
    with pytest.raises(UsageProblem) as caught:
        read_baseline(office / "base.json")
    assert caught.value.problems == [f"base.json：{one}" for one in said]


def test_a_baseline_that_is_not_there(office: Path) -> None:
    with pytest.raises(UsageProblem, match="none.json：没有这个基线文件；加 --write-baseline 生成"):
        read_baseline(office / "none.json")
    assert read_baseline(office / "none.json", new=True) == Baseline(office)
    with pytest.raises(UsageProblem, match="是文件夹，不是文件"):
        read_baseline(office, new=True)
    (office / "old.json").write_bytes("{'原因'}".encode("gb18030"))
    with pytest.raises(UsageProblem, match="不是 UTF-8 编码，请另存为 UTF-8"):
        read_baseline(office / "old.json")
