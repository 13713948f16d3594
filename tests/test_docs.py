"""What the guides show is whole and works."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from hegao.checks.base import CHECKS, Context
from hegao.document.model import Document, File, Task
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.rule_examples import run_example
from hegao.sources.text import Text
from repository import ROOT


def _block(name: str, language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


def test_the_rule_in_the_guide_loads_and_its_examples_hold(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(_block("writing-a-rule.md", "toml"), encoding="utf-8")
    rules = load_rules([tmp_path], cache=False)
    rule = rules.find("JH301")
    assert rule is not None
    assert rule.bad and rule.good
    assert [problem for example in (*rule.bad, *rule.good) for problem in run_example(rule, example, rules)] == []


def test_the_check_in_the_guide_registers_and_finds(tmp_path: Path) -> None:
    module = tmp_path / "own.py"
    module.write_text(_block("writing-a-check.md", "python"), encoding="utf-8")
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
