"""The hooks for pre-commit, as far as they can be tried without it and without a network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.office import NOTICE, write
from hegao.cli.main import run
from repository import ROOT

#: The part of YAML that the file keeps to: a list of flat mappings with plain values.
_LINE = re.compile(r"(?P<first>- |  )(?P<key>[a-z_]+): (?P<value>[^\s'\"&*!|>%@`#{][^#]*|\[[a-z., ]+\])")


def _hooks() -> dict[str, dict[str, str]]:
    hooks: list[dict[str, str]] = []
    for line in (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines():
        match = _LINE.fullmatch(line)
        assert match and ": " not in match["value"], line
        if match["first"] == "- ":
            hooks.append({})
        hooks[-1][match["key"]] = match["value"]
    return {hook["id"]: hook for hook in hooks}


def test_there_is_a_hook_for_each_document_and_one_for_all_together() -> None:
    hooks = _hooks()
    assert set(hooks) == {"hegao", "hegao-batch"}
    for hook in hooks.values():
        assert hook["language"] == "python"
        assert hook["require_serial"] == "true"
    assert "pass_filenames" not in hooks["hegao"]
    assert (hooks["hegao-batch"]["pass_filenames"], hooks["hegao-batch"]["always_run"]) == ("false", "true")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("通知.txt", True),
        ("2026/江政办发〔2026〕12号.md", True),
        ("a b.txt", True),
        ("通知.txt.bak", False),
        ("通知.docx", True),
        ("2026/~$通知.docx", False),
        ("~$通知.docx", False),
        ("公开/通知.html", True),
        ("通知.doc", True),
        ("txt", False),
        ("notes.text", False),
    ],
)
def test_the_pattern_takes_what_is_read_and_no_lock_files(path: str, wanted: bool) -> None:
    # pre-commit searches with re.search.
    assert all(bool(re.search(hook["files"], path)) == wanted for hook in _hooks().values())


def test_the_entries_are_commands_that_work(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT / "examples")
    for hook, files in (("hegao", ["notice-correct.txt"]), ("hegao", ["notice-with-defects.txt"]), ("hegao-batch", [])):
        assert run([*_command(hook), *files]) == (0 if files == ["notice-correct.txt"] else 1)
        assert "共检查" in capsys.readouterr().out


def _command(hook: str) -> list[str]:
    """The arguments of a hook, as pre-commit puts them together."""
    command, *arguments = _hooks()[hook]["entry"].split()
    assert command == "hegao"
    return [*arguments, *_hooks()[hook].get("args", "[]").strip("[]").split(", ")] if "args" in _hooks()[hook] else arguments


def test_what_one_hook_reports_the_other_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A number taken twice is for the batch, a vague deadline for each document."""
    write(tmp_path, hegao_toml="root = true\n", a_txt=NOTICE, b_txt=NOTICE.replace("农村供水", "防汛备汛"))
    monkeypatch.chdir(tmp_path)
    said = {}
    for hook, files in (("hegao", ["a.txt", "b.txt"]), ("hegao-batch", [])):
        assert run([*_command(hook), *files, "--output-format", "json"]) == 1
        report = json.loads(capsys.readouterr().out)
        said[hook] = {finding["name"] for file in report["files"] for finding in file["findings"]}
    assert said["hegao-batch"] == {"number-duplicate"}
    assert {"deadline-vague", "deadline-missing"} <= said["hegao"]
    assert not said["hegao"] & said["hegao-batch"]


def test_the_last_document_can_be_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """And with it its folder, which git does not keep."""
    monkeypatch.chdir(tmp_path)
    for place in (".", "公文"):
        assert run([*_command("hegao-batch")[:-1], place]) == 0
        assert capsys.readouterr() == ("共检查 0 个文件、0 件公文：没有发现问题。\n", "")
    assert run(["check", "公文"]) == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_in_a_hook_of_git_what_the_commit_brings_stops_it(tmp_path: Path) -> None:
    """With the environment that git gives its hooks, and names of files parted by NUL."""
    write(tmp_path, hegao_toml="root = true\n", 公文__a_txt=NOTICE)
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HEGAO_CACHE_DIR": str(tmp_path / ".cache")}
    environment |= {f"GIT_{who}_{what}": "a@example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False)

    assert git("init", "-q").returncode == git("add", "公文").returncode == git("commit", "-qm", "一").returncode == 0
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hegao = f"'{sys.executable}' -m hegao check --allow-empty --since HEAD"
    changed = "git diff --cached --name-only --diff-filter=d -z -- '*.txt'"
    hook.write_text(f"#!/bin/sh\n{changed} | {hegao} --ignore batch --files-from - && {hegao} --select batch 公文\n", "utf-8")
    hook.chmod(0o755)
    (tmp_path / "公文" / "a.txt").write_text(NOTICE.replace("各县（区）人民政府：", "各县（区）人民政府，各有关单位："), "utf-8")
    assert git("commit", "-qam", "二").returncode == 0
    (tmp_path / "公文" / "b.txt").write_text(NOTICE.replace("农村供水", "防汛备汛"), "utf-8")
    git("add", "公文")
    stopped = git("commit", "-qm", "三")
    assert stopped.returncode == 1 and "公文/b.txt" in stopped.stdout.decode() + stopped.stderr.decode()
