"""How much work a pattern can make: never more than is said, and attacks are seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.office.backtracking import Counted
from hegao.checks.office.pattern_effort import PatternError, steps_of
from hegao.checks.office.terms import LONGEST, MOST_STEPS, faults_of_terms

#: Patterns that are known to take for ever on some text, and variations of them.
ATTACKS = (
    "(a+)+b",
    "(a*)*b",
    "(a|a)*b",
    "(a|aa)+b",
    "(a|a?)+b",
    "(.*a){20}",
    "(a?){25}a{25}",
    "(?:甲?){20}乙",
    "(?:甲甲?){20}乙",
    "((甲+)+)+乙",
    "(?:(?:甲{1,9}){1,9}){1,9}乙",
    "(?:甲乙?|[甲乙])*丙",
    "(?:[甲-丙]+[乙-丁]+)+戊",
    "([a-zA-Z0-9])(([.-]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+",
    "(甲+乙?)+丙",
    "(?:甲*?乙*?)*?丙",
    "(?=(甲+)+乙)甲",
    "(?!(甲|甲)*乙)甲",
    "(?:(?:甲|甲)++)+乙",
    ".*.*.*通知",
    "甲*甲*甲*甲*乙",
    "[^。]*应当[^。]*及时[^。]*报告",
    r"\w*\d*\w*\d*局",
    r"(?:\w+\s?)+$",
    ".{0,90}.{0,90}.{0,90}甲",
    "(?:第.{0,50}条.{0,50}款.{0,50}项)",
)
HARMLESS = (
    "请批准",
    "第[一二三四五六七八九十百]+[条款项]",
    "[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?",
    "(?:请|望).{0,6}(?:批示|指示)",
    "^关于.*的.*通知$",
    "应当[^。]*报告",
    "应当[^。]{0,40}按时[^。]{0,40}报告",
    r"\d+%?(?:至|到)\d+%",
    "(?:[^、，。]{2,15}、){1,10}[^、，。]{2,15}等单位",
    "(?<!不)得(?!到)",
    "[^。；]{60,}[。；]",
    "(?:[^、，。]{2,15}、)+",
    r"(?:\d{1,4}、){1,20}\d{1,4}",
)


@pytest.mark.parametrize("pattern", ATTACKS)
def test_an_attack_is_refused_before_it_is_run(pattern: str) -> None:
    assert list(faults_of_terms([f"/{pattern}/"])) != []


@pytest.mark.parametrize("pattern", HARMLESS)
def test_what_an_office_writes_is_taken(pattern: str) -> None:
    assert list(faults_of_terms([f"/{pattern}/"])) == []


@pytest.mark.parametrize("pattern", ["(甲+)+乙", "(?:甲|甲甲)*乙", "(?:甲乙?|[甲乙])*丙", "(?=(甲+)+乙)甲"])
def test_the_attacks_are_attacks(pattern: str) -> None:
    """The steps that they take grow faster than any that are let pass."""
    taken = [Counted(pattern, "甲" * length) for length in (6, 12)]
    for one in taken:
        one.search_all()
    assert taken[1].steps > 10 * taken[0].steps


_ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", ".", "[bc]", "^", "$", "(?<=a)", "(?<!b)"])


def _larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(parts, min_size=1, max_size=4)
    repeats = st.sampled_from(["*", "+", "?", "{0,2}", "{1,3}", "{2}", "{2,}", "*?", "+?", "??"])
    return (
        several.map("".join)
        | several.map(lambda ones: f"(?:{'|'.join(ones)})")
        | st.tuples(parts, repeats).map(lambda one: f"({one[0]}){one[1]}")
        | st.tuples(st.sampled_from("=!"), parts).map(lambda one: f"(?{one[0]}{one[1]})")
    )


@settings(max_examples=400)
@given(st.recursive(_ATOMS, _larger, max_leaves=8), st.text("abc", max_size=9), st.text("ab", max_size=9))
def test_no_pattern_takes_more_steps_than_are_said(pattern: str, one: str, other: str) -> None:
    """Counted as if everything behind a match failed: the worst that can be."""
    for text in (one, other):
        try:
            most = steps_of(pattern, len(text))
        except PatternError:
            return
        if most > 50_000:
            return
        counted = Counted(pattern, text)
        counted.search_all()
        assert counted.steps <= most


@pytest.mark.parametrize(
    ("pattern", "text", "least"),
    [("[^。]*报告", "甲" * 60, 0.3), ("(?:甲乙?){0,8}丙", "甲乙" * 20, 0.3), ("甲{1,9}甲{1,9}乙", "甲" * 40, 0.3)],
)
def test_the_bound_is_not_far_from_the_worst_text(pattern: str, text: str, least: float) -> None:
    """Else harmless patterns would be refused."""
    counted = Counted(pattern, text)
    counted.search_all()
    assert least * steps_of(pattern, len(text)) <= counted.steps <= steps_of(pattern, len(text))


def test_the_counting_matcher_is_python_s() -> None:
    for pattern, text in (("甲{1,3}乙?", "甲甲乙"), ("[^乙]+|乙", "甲乙甲"), (r"\d+(?!%)", "12%34"), ("^甲|乙$", "甲乙")):
        found = [one.span() for start in range(len(text) + 1) if (one := re.compile(pattern).match(text, start))]
        assert Counted(pattern, text).search_all() == found


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(甲", "从第 1 个字起写法有误"),
        ("甲{2,1}", "写法有误"),
        ("甲{99999999999}", "写法有误"),
        ("[[甲]", "写法有误"),
        ("(?i)abc", "不能用 (?i) 这样的开关"),
        ("(?i:abc)", "不能用 (?i) 这样的开关"),
        (r"(甲|乙)\1", r"不能用 \1"),
        ("(甲)?(?(1)乙|丙)", "不能用 (?(1)…)"),
        ("甲*", "什么字都没有也能对上"),
        ("", "什么字都没有也能对上"),
        ("^|。", "什么字都没有也能对上"),
        ("甲|", "什么字都没有也能对上"),
        ("(?:甲*)+乙", "重复的部分不能是空的"),
    ],
)
def test_what_cannot_be_used_is_said_why(pattern: str, said: str) -> None:
    with pytest.raises(PatternError, match=re.escape(said)):
        steps_of(pattern, LONGEST)


def test_many_terms_add_up() -> None:
    """Each of them harmless."""
    several = [f"/[^。]*{word}/" for word in ("甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己", "庚庚")]
    assert all(steps_of(one[1:-1], LONGEST) <= MOST_STEPS for one in several)
    assert list(faults_of_terms(several)) == ["词和表达式合起来太多，请分成几条规则"]
    assert list(faults_of_terms([f"甲{number}" for number in range(500)])) == []


def test_a_python_whose_parser_is_another_takes_no_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("hegao.checks.office.pattern_effort.import_module", missing)
    with pytest.raises(PatternError, match="请改写成词"):
        steps_of("甲", LONGEST)
