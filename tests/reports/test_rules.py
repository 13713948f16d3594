"""The rules, listed and explained."""

from __future__ import annotations

import json

from hegao.engine.findings.finding import Basis
from hegao.engine.rules.rule import Rule, Wording
from hegao.reports.rule_pages import rule_pages
from hegao.reports.rules import rule_text, rules_json, rules_table

RULE = Rule(
    code="TSK302",
    name="deadline-vague",
    severity="warning",
    check="deadline-kind",
    wordings={
        "zh": Wording("时限不能判定", "“尽快”无从督办。\n到期与否各说各话。", "写明日期。", "时限“{written}”不能判定"),
        "en": Wording("A vague deadline", "Nobody can tell when it is due.", "Write a date.", "the deadline {written} is vague"),
    },
    basis=(Basis("党政机关公文处理工作条例", "第二十四条", "should"),),
    nodes=("task",),
    parameters={"kind": "vague"},
    profiles={"final": "error", "published": "off"},
    examples={
        "bad": [{"path": "a.txt", "text": "一、修路\n市水利局尽快完成。\n", "at": [{"line": 2, "quote": "尽快完成"}], "profile": "final"}],
        "good": [{"files": [{"path": "a.txt", "text": "甲\n"}, {"path": "b.txt", "text": "乙\n"}]}],
    },
)


def test_the_table_shows_the_severity_in_every_profile() -> None:
    assert rules_table([RULE]) == (
        "代码    名称            拟稿  定稿  公开  说明\n"
        "------  --------------  ----  ----  ----  ------------\n"
        "TSK302  deadline-vague  警告  错误  关闭  时限不能判定\n"
    )
    assert rules_table([RULE], "en").splitlines()[2] == "TSK302  deadline-vague  warning  error  off        A vague deadline"
    assert rules_table([]) == ""


def test_the_explanation_has_reason_remedy_norm_and_marked_examples() -> None:
    assert rule_text(RULE) == (
        "TSK302 deadline-vague：时限不能判定\n"
        "级别：拟稿 警告，定稿 错误，公开 关闭\n"
        "范围：task\n"
        "\n"
        "为什么\n"
        "  “尽快”无从督办。\n"
        "  到期与否各说各话。\n"
        "\n"
        "怎么改\n"
        "  写明日期。\n"
        "\n"
        "依据\n"
        "  党政机关公文处理工作条例 第二十四条（一般）\n"
        "\n"
        "参数\n"
        '  kind = "vague"\n'
        "\n"
        "错例（定稿）\n"
        "  | 一、修路\n"
        "  | 市水利局>>尽快完成<<。\n"
        "\n"
        "正例\n"
        "  a.txt\n"
        "  | 甲\n"
        "  b.txt\n"
        "  | 乙\n"
    )


def test_the_explanation_in_english() -> None:
    text = rule_text(RULE, "en")
    assert text.startswith("TSK302 deadline-vague: A vague deadline\nseverity: draft warning, final error, published off\n")
    assert "\nHow to mend it\n  Write a date.\n" in text
    assert "\nWrong (final)\n" in text


def test_the_json_of_a_rule_has_everything() -> None:
    (rule,) = json.loads(rules_json([RULE]))["rules"]
    assert rule == {
        "code": "TSK302",
        "name": "deadline-vague",
        "area": "TSK",
        "severity": "warning",
        "profiles": {"draft": "warning", "final": "error", "published": "off"},
        "summary": "时限不能判定",
        "why": "“尽快”无从督办。\n到期与否各说各话。",
        "help": "写明日期。",
        "message": "时限“{written}”不能判定",
        "basis": [{"source": "党政机关公文处理工作条例", "clause": "第二十四条", "strength": "should"}],
        "select": {"node": ["task"]},
        "check": "deadline-kind",
        "parameters": {"kind": "vague"},
        "yields_to": [],
        "examples": {
            "bad": [
                {
                    "files": [{"path": "a.txt", "text": "一、修路\n市水利局尽快完成。\n"}],
                    "profile": "final",
                    "at": [{"path": "a.txt", "line": 2, "quote": "尽快完成"}],
                }
            ],
            "good": [{"files": [{"path": "a.txt", "text": "甲\n"}, {"path": "b.txt", "text": "乙\n"}], "profile": "draft", "at": []}],
        },
    }


def test_what_a_rule_yields_to_is_shown() -> None:
    rule = RULE._replace(yields_to=("deadline-open", "number-year"))
    assert rule_text(rule).splitlines()[3] == "让位：deadline-open、number-year（同一处已由其报告的，本规则不再报告）"
    assert rule_text(rule, "en").splitlines()[3] == "yields to: deadline-open, number-year (silent where one of these reports the same place)"
    assert json.loads(rules_json([rule]))["rules"][0]["yields_to"] == ["deadline-open", "number-year"]
    page = rule_pages([rule, RULE._replace(code="TSK303", name="deadline-open")])["TSK302-deadline-vague.md"]
    assert "让位：同一处已由 [deadline-open](TSK303-deadline-open.md)、number-year 报告的，本规则不再报告。" in page.splitlines()


def test_what_a_rule_looks_at_is_shown() -> None:
    rule = RULE._replace(nodes=("title", "heading"), where={"genre": ("请示", "报告"), "in_gazette": (False,)})
    assert rule_text(rule).splitlines()[2] == "范围：title、heading（genre = 请示、报告；in_gazette = false）"
    assert rule_text(rule, "en").splitlines()[2] == "scope: title, heading (genre = 请示, 报告; in_gazette = false)"
    assert json.loads(rules_json([rule]))["rules"][0]["select"] == {
        "node": ["title", "heading"],
        "genre": ["请示", "报告"],
        "in_gazette": [False],
    }
    assert "范围：title、heading（genre = 请示、报告；in_gazette = false）。" in rule_pages([rule])["TSK302-deadline-vague.md"]


def test_the_words_of_an_office_s_rule_are_shown() -> None:
    rule = RULE._replace(code="JH-001", parameters={"find": ["其它", "/a|b/"], "masked": True})
    assert '\n参数\n  find = ["其它", "/a|b/"]\n  masked = true\n' in rule_text(rule)
    assert '| `find` | `["其它", "/a\\|b/"]` |' in rule_pages([rule])["JH-001-deadline-vague.md"]
