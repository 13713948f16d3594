"""What came of the examples of rules: those that do not hold, and how."""

from __future__ import annotations

from collections.abc import Sequence

from hegao.engine.rules.rule import Rule
from hegao.engine.run.rule_examples import Failure
from hegao.engine.run.targets import near
from hegao.reports.json import VERSION, dumps
from hegao.reports.terminal_width import show


def trial_text(rules: Sequence[Rule], failures: Sequence[Failure]) -> str:
    """The examples that do not hold, each with its file, its key and what differs; in the last line the numbers."""
    lines = []
    for failure in failures:
        lines += [f"{near(failure.rule.path)}：{failure.key}", *(f"  {problem}" for problem in failure.problems)]
    whole = f"{len(rules)} 条规则，{_examples(rules)} 个例子，"
    lines.append(whole + (f"{len(failures)} 个不合" if failures else "都合"))
    return "".join(f"{show(line)}\n" for line in lines)


def trial_json(rules: Sequence[Rule], failures: Sequence[Failure]) -> str:
    """The same as one JSON object."""
    failed = [
        {
            "code": failure.rule.code,
            "name": failure.rule.name,
            "path": near(failure.rule.path),
            "example": failure.key,
            "problems": failure.problems,
        }
        for failure in failures
    ]
    return dumps({"version": VERSION, "rules": len(rules), "examples": _examples(rules), "failures": failed})


def _examples(rules: Sequence[Rule]) -> int:
    return sum(len(rule.bad) + len(rule.good) for rule in rules)
