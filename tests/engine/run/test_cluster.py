"""A run on several worker processes says to the byte what a run in one process says, whatever becomes of a worker."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import hegao
from engine.office import NOTICE, write
from hegao.cli.main import run
from hegao.engine.run import cluster as cluster_module
from hegao.engine.run.runner import check_paths, prepare
from hegao.engine.run.worker_tasks import Files
from hegao.reports.json import json_report
from repository import ROOT

needs_dask = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("distributed", "fsspec")), reason="needs hegao[cluster]"
)


class Cluster:
    """A scheduler and its workers, each a process of its own on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address = self._address(self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"))

    def _start(self, part: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{part}", *arguments],
            cwd=self.folder,
            env={**os.environ, "HEGAO_CACHE_DIR": str(self.folder / "cache"), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self.processes.append(process)
        return process

    def _address(self, process: subprocess.Popen[bytes]) -> str:
        assert process.stderr is not None
        for line in process.stderr:
            if b"Scheduler at:" in line:
                return line.decode().split()[-1]
        raise AssertionError("the scheduler did not start")

    def worker(self, **environment: str) -> subprocess.Popen[bytes]:
        """Start a worker and wait until it is known to the scheduler."""
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(self.folder))
        process = self._start("worker", self.address, *options, **environment)
        assert process.stderr is not None
        for line in process.stderr:
            if b"Registered to:" in line:
                break
        self.workers.append(process)
        return process

    def end(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()
            if process.stderr is not None:
                process.stderr.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two workers."""
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        running.worker()
        running.worker()
        yield running
    finally:
        running.end()


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents that contradict one another, one that cannot be read, one with a comment, two kinds of settings."""
    write(tmp_path, hegao_toml='root = true\n[[overrides]]\npaths = ["旧"]\nrules = { deadline-vague = "off" }\n')
    for index in range(24):
        folder = tmp_path / ("旧" if index % 3 else "公文")
        folder.mkdir(exist_ok=True)
        text = NOTICE.replace("12号", f"{index // 2 + 1}号").replace("农村供水", f"第{index}批工程").replace("3月6日", f"3月{30 - index}日")
        (folder / f"{index}.txt").write_text(text, "utf-8")
    (tmp_path / "公文" / "空.txt").write_bytes(b"")
    excused = NOTICE.replace("尽快完成）", "尽快完成）<!-- hegao: ignore deadline-vague 原因：另行商定 -->")
    (tmp_path / "公文" / "说明.txt").write_text(excused, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _hegao(*arguments: str, code: str = "") -> tuple[int, bytes, bytes]:
    head = [sys.executable, "-c", code] if code else [sys.executable, "-m", "hegao"]
    done = subprocess.run([*head, *arguments], capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout, done.stderr


@needs_dask
def test_the_report_is_that_of_one_machine_to_the_byte(cluster: Cluster, batch: Path) -> None:
    """With folders, an address and an archive; what it says on standard error, and the exit status, too."""
    shutil.make_archive(str(batch / "包"), "zip", batch / "旧")
    arguments = ["check", f"file://{batch}/公文", "旧", "包.zip"]
    alone = _hegao(*arguments, "--no-cache")
    assert alone[0] == 3 and len(alone[1]) > 1000
    assert _hegao(*arguments, "--scheduler", cluster.address) == alone


#: Kills the worker of the first process number as soon as the first result has come, and writes the report.
_KILL = """
import os, signal, sys
from hegao.engine.run.runner import prepare, run
from hegao.reports.json import json_report

def kill_one(results):
    for index, result in enumerate(results):
        if index == 0:
            os.kill(int(sys.argv[2]), signal.SIGKILL)
        yield result

if __name__ == "__main__":
    job = prepare(sys.argv[3:], cache=False)._replace(scheduler=sys.argv[1])
    sys.stdout.write(json_report(run(job, kill_one)))
"""


@needs_dask
def test_a_worker_that_is_killed_in_the_middle_leaves_nothing_out(cluster: Cluster, batch: Path) -> None:
    victim = cluster.worker()
    status, out, err = _hegao(cluster.address, str(victim.pid), "公文", "旧", code=_KILL)
    assert (status, err) == (0, b"")
    assert victim.wait(30) == -signal.SIGKILL
    alone = check_paths(["公文", "旧"], cache=False)
    assert out.decode() == json_report(alone) and len(alone.files) == 26
    assert "number-duplicate" in {finding.name for file in alone.files for finding in file.findings}


@needs_dask
def test_the_standard_input_goes_along(cluster: Cluster, batch: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hegao", "check", "--scheduler", cluster.address, "--output-format", "json", "-"],
        input=NOTICE.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["<stdin>"]


@needs_dask
def test_a_worker_with_another_hegao_is_told(tmp_path: Path, batch: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(Path(hegao.__file__).parent, other / "hegao", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("rules", "grammars"):
        shutil.copytree(ROOT / name, other / "hegao" / name, dirs_exist_ok=True)
    (other / "hegao" / "__init__.py").write_text('"""Another one."""\n__version__ = "9.9.9"\n', "utf-8")
    running = Cluster(tmp_path)
    try:
        running.worker(PYTHONPATH=str(other))
        status, out, err = _hegao("check", "--scheduler", running.address, "公文")
    finally:
        running.end()
    assert (status, out) == (2, b"")
    assert err.decode() == f"hegao：有的工作进程装的是 hegao 9.9.9，这里是 {hegao.__version__}；请在每台机器上装同一个版本\n"


@needs_dask
@pytest.mark.parametrize(
    ("address", "status", "said"), [("tcp://127.0.0.1:9", 3, "连不上调度器 tcp://127.0.0.1:9"), ("什么://x", 2, "不是调度器的地址")]
)
def test_a_scheduler_that_is_not_there_is_told_in_one_sentence(address: str, status: int, said: str, batch: Path) -> None:
    code, out, err = _hegao("check", "--scheduler", address, "公文")
    assert (code, out, err.count(b"\n")) == (status, b"", 1)
    assert said in err.decode()


class _Now:
    """What is done at once: a value, or an error."""

    status = "finished"

    def __init__(self, value: object, error: Exception | None = None) -> None:
        self._value, self._error = value, error

    def done(self) -> bool:
        return True

    def result(self) -> object:
        if self._error is not None:
            raise self._error
        return self._value


class _Here:
    """A cluster in this process, whose workers die of a file with a certain name."""

    status = "running"

    def __init__(self, deadly: str) -> None:
        self._deadly = deadly

    def run(self, function: Callable[..., object], *arguments: object) -> None:
        function(*arguments)

    def submit(self, function: Callable[..., object], *arguments: object, pure: bool) -> _Now:
        from distributed import KilledWorker

        try:
            given = [_settled(argument) for argument in arguments]
            if any(isinstance(one, Files) and self._deadly in str(one) for one in given):
                raise KilledWorker("examine", None, 3)
            return _Now(function(*given))
        except KilledWorker as error:
            return _Now(None, error)


def _settled(argument: object) -> object:
    if isinstance(argument, _Now):
        return argument.result()
    return [_settled(one) for one in argument] if type(argument) is list else argument


@needs_dask
def test_a_file_that_kills_workers_is_told_and_the_rest_of_its_heap_is_examined(batch: Path) -> None:
    job = prepare(["公文", "旧"], cache=False)
    result = cluster_module._Run(_Here("公文/12.txt"), job).result(None)
    alone = check_paths(["公文", "旧"], cache=False)
    told = {file.path: [finding.name for finding in file.findings] for file in result.files}
    assert list(told) == [file.path for file in alone.files]
    assert told.pop("公文/12.txt") == ["unreadable"] and result.failed
    assert "number-duplicate" in {name for names in told.values() for name in names}
    whole = {file.path: [finding.name for finding in file.findings] for file in alone.files}
    assert {path for path, names in told.items() if names != whole[path]} <= {"旧/13.txt"}


@needs_dask
def test_files_in_a_store_are_read_by_their_addresses(batch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    try:
        for name in ("公文/a.txt", "公文/深/b.txt", "公文/图.png", "公文/.藏/c.txt"):
            store.pipe(f"/office/{name}", NOTICE.encode())
        for address, wanted in (
            ("memory://office/公文", ["memory://office/公文/a.txt", "memory://office/公文/深/b.txt"]),
            ("memory://office/公文/*.txt", ["memory://office/公文/a.txt"]),
            ("memory://office/公文/图.png", ["memory://office/公文/图.png"]),
        ):
            assert run(["check", "--output-format", "json", address]) == 1
            assert [file["path"].replace(":///", "://") for file in json.loads(capsys.readouterr().out)["files"]] == wanted
        assert run(["check", "--fix", "memory://office/公文/a.txt"]) == 1
        assert "网址上的文件不直接改写" in capsys.readouterr().err
        assert store.cat("/office/公文/a.txt") == NOTICE.encode()
        assert run(["check", "memory://office/没有"]) == 2
        assert capsys.readouterr().err == "hegao：memory://office/没有：没有这个文件或文件夹\n"
        assert run(["check", "nix://甲:密@主机/x"]) == 2
        assert capsys.readouterr().err == "hegao：nix://主机/x：不认识这种网址\n"
    finally:
        store.rm("/office", recursive=True)


def test_without_the_library_a_sentence_says_what_to_install(
    batch: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert run(["check", "--scheduler", "tcp://x:1", "公文"]) == 2
    assert capsys.readouterr().err == "hegao：--scheduler 要先安装 Dask distributed：pip install 'hegao[cluster]'；用法见 hegao check --help\n"
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    assert run(["check", "s3://b/x.txt"]) == 2
    assert capsys.readouterr().err == "hegao：s3://b/x.txt：读网址上的文件要先安装 fsspec：pip install 'hegao[cluster]'\n"
