"""Results from the store and from several processes are those of a first run by one."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from hegao.engine.configuration.options import Options
from hegao.engine.run import workers
from hegao.engine.run.one_file import check_target
from hegao.engine.run.runner import prepare, run
from hegao.engine.run.workers import outcomes
from hegao.reports.json import json_report
from hegao.sources import user_cache
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


def test_an_entry_that_says_nothing_any_more_is_not_believed(drafts: Path, cache_folder: Path) -> None:
    """It is JSON of the right form, with the digest that it had, or the whole entry of another file."""
    first = report(drafts)
    paths = sorted((cache_folder / "results").rglob("*.json"))
    for path in paths:
        head, _, body = path.read_bytes().partition(b"\n")
        emptied = json.loads(body) | {"findings": [], "facts": []}
        path.write_bytes(head + b"\n" + json.dumps(emptied).encode())
    assert report(drafts) == first
    for path in paths[1:]:
        path.write_bytes(paths[0].read_bytes())
    assert report(drafts) == first


def test_without_cache_nothing_of_it_is_used(drafts: Path, cache_folder: Path) -> None:
    """Rules, tables of the grammar, patterns, settings, results: whatever stands there, and were it well sealed."""
    (drafts / "hegao.toml").write_text('root = true\n[rules]\nwording = "error"\n', encoding="utf-8")
    first, second = (command(drafts), command(drafts))
    assert first == second and "punctuation" in first
    for path in cache_folder.rglob("*.json"):
        name = path.relative_to(cache_folder).as_posix()
        value = user_cache.load(name)
        if name.startswith("rules-"):
            value["rules"] = [one for one in value["rules"] if one[1]["code"].startswith("SYS")]
        elif name.startswith("results"):
            value["findings"] = []
        elif name == "patterns.json":
            value["codes"] = dict(zip(value["codes"], reversed(value["codes"].values()), strict=True))
        elif name.startswith("settings-"):
            value["raw"]["profile"] = "published"
        else:
            value["tables"] = []
        assert user_cache.save(name, value)
    before = {path: path.read_bytes() for path in cache_folder.rglob("*") if path.is_file()}
    assert command(drafts, "--no-cache") == first
    assert command(drafts, "--no-cache", "--jobs", "2") == first
    assert {path: path.read_bytes() for path in cache_folder.rglob("*") if path.is_file()} == before


def command(folder: Path, *options: str) -> str:
    """What the command reports, in a process of its own."""
    arguments = [sys.executable, "-m", "hegao", "check", str(folder), "--output-format", "json", *options]
    return subprocess.run(arguments, check=False, capture_output=True, timeout=120).stdout.decode()


#: A run whose workers end at once, as if they were killed.
KILLED = """
import multiprocessing, os, sys
from hegao.engine.run import workers

multiprocessing.set_start_method("fork")
workers.WORTH_IT, workers.outcome = 0, lambda *_: os._exit(9)
from hegao.cli.main import run
sys.exit(run(["check", sys.argv[1], "--jobs", "2"]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked")
def test_a_worker_that_is_killed_is_told(drafts: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(drafts)], check=False, capture_output=True, timeout=120)
    assert (done.returncode, done.stderr.decode()) == (2, "hegao：检查用的进程被中止，多半是内存不够；请加 --jobs 1 再试\n")


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


#: Starts a run in which each file takes a worker for ever; each worker tells that it has begun, and holds the pipe open while it lives.
ENDLESS = """
import multiprocessing, os, sys, threading
from hegao.engine.run import workers

def endless(target, plans, cache):
    os.write(os.open(sys.argv[1], os.O_WRONLY), b"x")
    threading.Event().wait()

multiprocessing.set_start_method("fork")
workers.WORTH_IT, workers._CHUNK, workers.outcome = 0, 1, endless
from hegao.cli.main import run
run(["check", sys.argv[2], "--jobs", "2"])
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_workers_end_with_the_process_that_started_them(drafts: Path, tmp_path: Path) -> None:
    """Killed, it cannot stop them, and they do not heed Ctrl-C."""
    os.mkfifo(tmp_path / "pipe")
    pipe = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    first = subprocess.Popen([sys.executable, "-c", ENDLESS, str(tmp_path / "pipe"), str(drafts)], start_new_session=True)
    try:
        begun = b""
        while len(begun) < 2:
            begun += said(pipe)
        first.kill()
        first.wait()
        # The end of the pipe is the end of the last who held it open.
        assert said(pipe) == b""
    finally:
        os.close(pipe)
        with suppress(ProcessLookupError):
            os.killpg(first.pid, signal.SIGKILL)


def said(pipe: int) -> bytes:
    """What comes next out of a pipe, b"" at its end; fails where nothing comes for long."""
    assert select.select([pipe], [], [], 30)[0], "nothing ends and nothing begins"
    return os.read(pipe, 1)
