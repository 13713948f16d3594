"""``hegao rule --test``, and ``check`` where the examples of own rules do not hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.office import NOTICE, word_rule, write
from hegao.cli.main import run
from hegao.engine.run import rule_examples

RULE = word_rule('node = ["document"]', "各县（区）要做好防汛工作，其它事项另行通知。", "各县（区）要做好防汛工作，其他事项另行通知。")
WRONG = RULE.replace('find = ["其它"]', 'find = ["其他"]')


@pytest.fixture(autouse=True)
def office(tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office with a rule of its own, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, hegao_toml='root = true\nrule-folders = ["规则"]\n', a_txt=NOTICE + "其它事项另行通知。\n", 规则__other_toml=RULE)
    return tmp_path


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the rules whose examples are run, one for each."""
    codes: list[str] = []
    whole = rule_examples.run_example

    def noted(rule: Any, *more: Any) -> list[str]:
        codes.append(rule.code)
        return whole(rule, *more)

    monkeypatch.setattr(rule_examples, "run_example", noted)
    return codes


def test_all_rules_of_the_folder_one_stands_in_are_tried(capsys: pytest.CaptureFixture[str], tried: list[str]) -> None:
    assert run(["rule", "--test"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("个例子，都合\n") and err == ""
    assert set(tried) >= {"JH-001", "TSK301"}


def test_the_rules_of_a_folder_are_tried_alone(capsys: pytest.CaptureFixture[str], tried: list[str]) -> None:
    assert run(["rule", "--test", "规则"]) == 0
    assert capsys.readouterr().out == "1 条规则，2 个例子，都合\n"
    assert tried == ["JH-001"] * 2
    assert run(["rule", "--test", "other-word"]) == 0
    assert capsys.readouterr().out == "1 条规则，2 个例子，都合\n"
    assert run(["rule", "--test", "规则", "TSK302"]) == 0
    assert capsys.readouterr().out.startswith("2 条规则，")


def test_an_example_that_does_not_hold_is_told_with_what_differs(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(office, 规则__other_toml=WRONG)
    assert run(["rule", "--test", "规则"]) == 1
    assert capsys.readouterr().out == (
        "规则/other.toml：examples.bad[0]\n"
        "  第 1 行“其它”：应报，没有报\n"
        "规则/other.toml：examples.good[0]\n"
        "  第 1 行第 14 列“其他”：不应报，报了：“其他”应写作“其他”\n"
        "1 条规则，2 个例子，2 个不合\n"
    )
    assert run(["rule", "--test", "--output-format", "json", "规则"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["rules"], said["examples"], len(said["failures"])) == (1, 2, 2)
    assert said["failures"][0] == {
        "code": "JH-001",
        "name": "other-word",
        "path": "规则/other.toml",
        "example": "examples.bad[0]",
        "problems": ["第 1 行“其它”：应报，没有报"],
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["无此规则"], "没有“无此规则”这条规则"),
        (["规则", "无此规则"], "没有“无此规则”这条规则"),
        (["--pages", "x"], "--test 不能和 --pages 一起用"),
        (["空"], "空：规则文件夹里没有 .toml 文件，请放入规则文件"),
    ],
)
def test_what_cannot_be_tried_is_wrong_use(office: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "空").mkdir()
    assert run(["rule", "--test", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"hegao：{sentence}")


def test_a_rule_file_that_is_wrong_is_told_before_anything_is_tried(
    office: Path, capsys: pytest.CaptureFixture[str], tried: list[str]
) -> None:
    write(office, 规则__other_toml=RULE.replace('["其它"]', '["/(其+)+它/", "其它"]'))
    assert run(["rule", "--test", "规则"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("hegao：规则/other.toml：with.find：“/(其+)+它/”：表达式可能要试的次数太多")
    assert tried == []


def test_check_refuses_own_rules_whose_examples_do_not_hold(office: Path, capsys: pytest.CaptureFixture[str], tried: list[str]) -> None:
    write(office, 规则__other_toml=WRONG)
    assert run(["check", "a.txt"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "hegao：规则/other.toml：examples.bad[0]：第 1 行“其它”：应报，没有报",
        "hegao：规则/other.toml：examples.good[0]：第 1 行第 14 列“其他”：不应报，报了：“其他”应写作“其他”",
    ]
    assert run(["rule", "JH-001"]) == 0, "what is wrong can still be looked at"
    assert run(["check", "a.txt"]) == 2, "nor does that make it right"
    assert len(tried) == 4


def test_examples_are_tried_when_rules_changed_and_not_again(
    office: Path, capsys: pytest.CaptureFixture[str], tried: list[str]
) -> None:
    assert run(["rule"]) == 0
    assert tried == []
    for _ in range(2):
        assert run(["check", "a.txt", "--output-format", "json", "--select", "JH"]) == 1
        assert tried == ["JH-001"] * 2
    capsys.readouterr()
    write(office, 规则__other_toml=RULE.replace('strength = "custom"', 'strength = "must"'))
    assert run(["check", "a.txt", "--output-format", "json", "--select", "JH"]) == 1
    assert tried == ["JH-001"] * 4
    [file] = json.loads(capsys.readouterr().out)["files"]
    assert [(finding["rule"], finding["line"], finding["message"]) for finding in file["findings"]] == [("JH-001", 25, "“其它”应写作“其他”")]


def test_other_words_in_a_rule_give_other_findings_from_the_cache(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Results that an earlier state of the rule made are not taken for its own."""
    quotes = []
    for words in ('["其它"]', '["其它", "附清单"]', '["其它"]'):
        write(office, 规则__other_toml=RULE.replace('["其它"]', words))
        assert run(["check", "a.txt", "--output-format", "json", "--select", "JH"]) == 1
        [file] = json.loads(capsys.readouterr().out)["files"]
        quotes.append([finding["quote"] for finding in file["findings"]])
    assert quotes == [["其它"], ["附清单", "其它"], ["其它"]]


def test_settings_may_give_an_own_rule_other_words_within_bounds(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = 'root = true\nrule-folders = ["规则"]\n[rules]\nother-word = {{ find = ["{}"] }}\n'
    write(office, hegao_toml=settings.format("/[其它]{2}/"))
    assert run(["check", "a.txt", "--select", "JH"]) == 1
    capsys.readouterr()
    write(office, hegao_toml=settings.format("/([其它]+)+事/"))
    assert run(["check", "a.txt", "--select", "JH"]) == 2
    assert capsys.readouterr().err.startswith("hegao：hegao.toml：rules.other-word.find：“/([其它]+)+事/”：表达式可能要试的次数太多")


def test_what_a_rule_calls_safe_is_replaced(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swapping = RULE.replace('"text-found"', '"text-replaced"').replace("应写作“其他”", "应写作“{right}”").replace("另行通知", "另行告知")
    swapping = swapping.replace('find = ["其它"]', 'swap = ["其它→其他", "/事项(?=另行通知。)/→各项事项"]\nsafe = true')
    write(office, 规则__other_toml=swapping)
    before = (office / "a.txt").read_text("utf-8")
    for said in (["hegao：a.txt：已改 2 处"], []):
        assert run(["check", "a.txt", "--fix", "--select", "JH"]) == 0
        assert capsys.readouterr().err.splitlines()[:1] == said
        assert (office / "a.txt").read_text("utf-8") == before.replace("其它事项另行", "其他各项事项另行")
