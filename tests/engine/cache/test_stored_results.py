"""Results from the store and from several processes are those of a first run by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.run import workers
from hegao.engine.run.one_file import check_target
from hegao.engine.run.runner import prepare, run
from hegao.engine.run.workers import outcomes
from hegao.reports.json import json_report
from notices import notice


def draft(work: str, day: int) -> str:
    """A notice with a half-width comma."""
    body = f"现将《{work}方案》印发给你们,请认真组织实施。"
    return notice(body, title=f"关于做好{work}工作的通知", number="", date=f"2026年3月{day}日")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "公文"
    folder.mkdir()
    for day, work in enumerate(("防汛", "抗旱", "春耕", "护林"), 1):
        (folder / f"{day}.txt").write_text(draft(work, day), encoding="utf-8")
    return folder


def report(folder: Path, jobs: int = 1, cache: bool = True, options: Options | None = None) -> str:
    job = prepare([str(folder)], options or Options())
    return json_report(run(job._replace(jobs=jobs, cache=cache)))


def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a file was read again")

    monkeypatch.setattr("hegao.engine.run.workers.stored_results.save", refuse)


def test_a_second_run_parses_nothing_and_says_the_same(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report(drafts)
    no_parsing(monkeypatch)
    assert report(drafts) == first
    assert "punctuation" in first


def test_without_cache_nothing_is_kept(drafts: Path, cache_folder: Path) -> None:
    report(drafts, cache=False)
    assert not (cache_folder / "results").exists()


def test_a_changed_file_is_checked_again_the_others_not(drafts: Path, cache_folder: Path) -> None:
    report(drafts)
    before = {path: path.stat().st_mtime_ns for path in (cache_folder / "results").rglob("*.json")}
    (drafts / "1.txt").write_text(draft("防汛", 1).replace(",", "，"), encoding="utf-8")
    assert json.loads(report(drafts))["files"][0]["findings"] == []
    after = {path: path.stat().st_mtime_ns for path in (cache_folder / "results").rglob("*.json")}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_other_rules_are_another_result(drafts: Path) -> None:
    report(drafts)
    assert json.loads(report(drafts, options=Options(ignore=("TXT",))))["summary"]["warning"] == 0
    english = json.loads(report(drafts, options=Options(lang="en")))
    assert english["files"][0]["findings"][0]["message"].isascii() is False or english["summary"]["warning"] == 4


def test_a_damaged_entry_is_made_anew(drafts: Path, cache_folder: Path) -> None:
    first = report(drafts)
    for number, path in enumerate(sorted((cache_folder / "results").rglob("*.json"))):
        path.write_bytes((b"", b"{", b"[]", b'{"result": {}, "facts": []}')[number % 4])
    assert report(drafts) == first
    assert report(drafts) == first


def test_several_processes_say_the_same_to_the_byte(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_IT", 0)
    one = report(drafts, jobs=1, cache=False)
    assert report(drafts, jobs=2, cache=False) == one
    assert report(drafts, jobs=2) == one
    assert report(drafts, jobs=0) == one


def test_small_batches_stay_in_one_process(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)
    job = prepare([str(drafts)], Options())
    assert len(list(outcomes(job.targets, job.plans, jobs=0, cache=False))) == 4


def test_what_cannot_be_read_is_not_kept(tmp_path: Path, cache_folder: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    job = prepare([str(tmp_path)], Options())._replace(cache=True)
    assert run(job).failed
    assert not (cache_folder / "results").exists()
    assert check_target(job.targets[0], job.plans.of(job.targets[0].name))[0].failed


def test_a_file_that_was_moved_is_not_checked_again_and_is_called_by_its_new_name(
    drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report(drafts)
    moved = drafts.rename(tmp_path / "归档")
    no_parsing(monkeypatch)
    assert report(moved) == first.replace("公文/", "归档/")
