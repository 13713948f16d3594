"""The READMEs are true: shown output is real output, shown commands are the ones that CI runs, links lead somewhere.

``HEGAO_UPDATE=1 pytest tests/test_readme.py`` writes the output blocks anew.
"""

from __future__ import annotations

import os
import re

import pytest

from hegao.cli.main import COMMANDS, run
from repository import ROOT

READMES = ("README.md", "README.zh-CN.md")
_BLOCK = re.compile(r"(<!-- output of: hegao (?P<arguments>.+?) -->\n```text\n)(?P<output>.*?)(```\n)", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_the_real_output(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = list(_BLOCK.finditer(text))
    assert blocks
    for block in blocks:
        run(block["arguments"].split())
        real = capsys.readouterr().out
        assert real
        if os.environ.get("HEGAO_UPDATE"):
            text = text.replace(block[0], block[1] + real + block[4])
            (ROOT / name).write_text(text, encoding="utf-8")
        else:
            assert block["output"] == real


@pytest.mark.parametrize("name", READMES)
def test_both_speak_of_every_command_and_of_the_same_shell_lines(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert all(f"hegao {command}" in text for command in COMMANDS)
    lines = [
        re.sub(r"\s+#.*", "", line) for block in re.findall(r"```(?:sh|yaml)\n(.*?)```", text, re.DOTALL) for line in block.splitlines()
    ]
    other = (ROOT / READMES[0]).read_text(encoding="utf-8")
    assert all(line in other for line in lines)


@pytest.mark.parametrize(
    "name", [*READMES, "CONTRIBUTING.md", *(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))]
)
def test_links_within_the_repository_lead_somewhere(name: str) -> None:
    path = ROOT / name
    assert [link for link in _LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_the_hooks_are_shown_at_a_commit_not_at_a_tag_that_may_not_be(name: str) -> None:
    revisions = re.findall(r"^ *rev: *(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert revisions and all(re.fullmatch(r"[0-9a-f]{7,40}", revision) for revision in revisions)


def test_ci_runs_the_command_that_the_readme_gives() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
