"""What the guides show is whole and works."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest

from hegao.checks.base import CHECKS, Context
from hegao.cli.main import run
from hegao.document.model import Document, File, Task
from hegao.engine.rules.loading import load_rules
from hegao.engine.rules.selectors import fields
from hegao.engine.run.rule_examples import failures
from hegao.sources.text import Text
from repository import ROOT


def _blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.DOTALL)


def test_the_rules_in_the_guide_load_and_their_examples_hold(tmp_path: Path) -> None:
    """One of each kind that needs words only, and one with another check."""
    for number, text in enumerate(_blocks("writing-a-rule.md", "toml")):
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    rules = load_rules([tmp_path], cache=False)
    own = [rule for rule in rules if rule.area == "JH"]
    assert [rule.check for rule in own] == ["text-found", "text-missing", "text-replaced", "text-limited", "deadline-kind"]
    assert [(failure.key, failure.problems) for failure in failures(own, rules)] == []


def test_the_guide_names_every_node_field_and_parameter_of_the_checks_for_words() -> None:
    """As they are in the program: what it does not name nobody finds."""
    guide = (ROOT / "docs" / "writing-a-rule.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_-]+)`", guide))
    for name in ("text-found", "text-missing", "text-replaced", "text-limited"):
        [row] = [line for line in guide.splitlines() if line.startswith("|") and f"| `{name}` |" in line]
        check = CHECKS[name]
        assert set(re.findall(r"`([a-z]+)`", row)) == set(check.parameters)
        assert set(re.findall(r"`\{([a-z]+)\}`", row)) == set(check.facts)
        assert check.nodes <= named
        assert {field for node in check.nodes for field in fields(node)} <= named


def test_the_check_in_the_guide_registers_and_finds(tmp_path: Path) -> None:
    module = tmp_path / "own.py"
    module.write_text(_blocks("writing-a-check.md", "python")[0], encoding="utf-8")
    try:
        runpy.run_path(str(module))
        check = CHECKS["measure-short"]
        short, long = (Task(Text.of_line(words, 1), "row", Text.of_line(words, 1)) for words in ("修路", "完成城南道路改造"))
        document = Document(short.text, "a.txt", 1)
        context = Context(File("a.txt", [document]), document)
        (hit,) = check.function(short, context, characters=4)
        assert (hit.at.value, hit.facts) == ("修路", {"measure": "修路"})
        assert set(hit.facts) == check.facts
        assert list(check.function(long, context, characters=4)) == []
    finally:
        CHECKS.pop("measure-short", None)


def test_every_place_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "linter" / "hegao"
    places = {name for name in re.findall(r"`([a-z_/-]+/[a-z_/-]*(?:\.\w+)?)`", text) if name != "results/"}
    assert len(places) > 30
    assert [name for name in sorted(places) if not any((folder / name).exists() for folder in (ROOT, package, package / "engine"))] == []


def test_the_architecture_fits_on_a_page_and_explains_ten_words() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    words = text.partition("## Ten words")[2].partition("##")[0]
    assert len(re.findall(r"(?m)^\| (?!word |---)", words)) == 10
    assert len(text.splitlines()) <= 110


@pytest.mark.parametrize("name", ["github-actions.yml", "gitlab-ci.yml"])
def test_the_commands_in_the_files_for_ci_work_and_write_what_is_collected(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "公文"
    folder.mkdir()
    (folder / "通知.txt").write_bytes((ROOT / "examples" / "notice-with-defects.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "ci" / name).read_text(encoding="utf-8")
    commands = re.findall(r"^ +- (?:run: )?hegao (.*)$", text, re.MULTILINE)
    assert [run(shlex.split(command)) for command in commands] == [0] * (len(commands) - 1) + [1]
    collected = set(re.findall(r"(?:sarif_file|codequality|junit): (\S+)|^ +- (\S+\.csv)$", text, re.MULTILINE))
    written = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert written == {one or other for one, other in collected}


@pytest.mark.parametrize("name", ["report", "desk"])
def test_the_pictures_of_the_pages_are_small(name: str) -> None:
    data = (ROOT / "docs" / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG") and len(data) < 150_000
