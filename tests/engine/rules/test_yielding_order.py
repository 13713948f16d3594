"""``yields-to`` in rule files: what it may name, and that nothing yields to itself in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegao.engine.rules.loading import RuleError, load_rules

RULE = """schema = 1
code = "{code}"
name = "{name}"
severity = "info"
summary = "时限"
why = "要写明。"
help = "写明。"
message = "“{{deadline}}”"
check = "deadline-kind"
{yields}
[[basis]]
source = "江河市公文办理办法"
clause = "第一条"
strength = "custom"
[select]
node = ["task"]
[with]
kind = "vague"
[[examples.bad]]
text = "x"
at = [{{line = 1, quote = "x"}}]
[[examples.good]]
text = "y"
"""


def write(folder: Path, **yields: str) -> Path:
    """Rule files by the names of the rules, each with what it yields to."""
    for number, (name, said) in enumerate(yields.items(), 101):
        text = RULE.format(code=f"JH{number}", name=name, yields=f"yields-to = {said}" if said else "")
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def problems(folder: Path, **yields: str) -> list[str]:
    """What is wrong with such files, each by its name and what follows."""
    with pytest.raises(RuleError) as caught:
        load_rules([write(folder, **yields)], cache=False)
    return [problem.removeprefix(f"{folder.as_posix()}/") for problem in caught.value.problems]


def test_names_of_rules_of_the_office_and_built_in_ones(tmp_path: Path) -> None:
    rules = load_rules([write(tmp_path, own='["deadline-open", "other"]', other="")], cache=False)
    own = rules.find("own")
    assert own is not None and own.yields_to == ("deadline-open", "other")


def test_unknown_names_and_those_that_the_engine_raises(tmp_path: Path) -> None:
    assert problems(tmp_path, own='["deadline-opened", "number-gap", "check-crashed"]') == [
        "own.toml：yields-to[0]：没有叫“deadline-opened”的规则，相近的有：deadline-open、deadline-vague、deadline-conflict",
        "own.toml：yields-to[2]：check-crashed 是程序自己报告的，不能让位于它",
    ]


@pytest.mark.parametrize(
    ("yields", "said"),
    [
        ('"deadline-open"', "yields-to：应为列表，现为 \"deadline-open\""),
        ("[]", "yields-to：不能为空"),
        ('["number-gap", "number-gap"]', "yields-to：有重复的，删去一个"),
        ('["DAT205"]', "yields-to[0]：\"DAT205\" 的写法不对，应为小写英文字母、数字和连字符，如 deadline-missing"),
    ],
)
def test_the_form(tmp_path: Path, yields: str, said: str) -> None:
    assert problems(tmp_path, own=yields) == [f"own.toml：{said}"]


def test_a_rule_that_yields_to_itself(tmp_path: Path) -> None:
    assert problems(tmp_path, own='["own"]') == ["own.toml：yields-to：让位绕成了圈：own → own，删去其中一处"]


def test_each_ring_is_told_once(tmp_path: Path) -> None:
    """At the first of its files; what only leads into it is not part of it."""
    assert problems(tmp_path, a='["b"]', b='["c"]', c='["a", "number-gap"]', into='["a"]', x='["y"]', y='["x"]') == [
        "a.toml：yields-to：让位绕成了圈：a → b → c → a，删去其中一处",
        "x.toml：yields-to：让位绕成了圈：x → y → x，删去其中一处",
    ]


def test_the_order_of_the_built_in_rules_is_sound() -> None:
    rules = load_rules(cache=False)
    assert {name for rule in rules for name in rule.yields_to} <= {rule.name for rule in rules}
