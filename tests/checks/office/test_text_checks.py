"""What an office asks of its texts: found, missing, to be replaced, too often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from engine.toys import rule, ruleset
from hegao.checks.base import CHECKS
from hegao.checks.office.terms import LONGEST, faults_of_replacements, faults_of_terms, pieces, terms
from hegao.engine.configuration.options import Options
from hegao.engine.findings.finding import Finding
from hegao.engine.run.runner import check_sources
from hegao.sources.source import Source
from notices import notice

MESSAGES = {
    "text-found": "{written}",
    "text-missing": "{count}/{least}",
    "text-replaced": "{written}→{right}",
    "text-limited": "{written} {count}/{most}",
}
REQUEST = """江河市水利局关于拨付防汛经费的请示

江水请〔2026〕3号

市人民政府：

今年汛情偏重，其它经费已用完，拟请拨付防汛经费100万元。其它事项另行请示。

妥否，请批示。

江河市水利局

2026年4月1日
"""


def found(
    check: str, text: str, nodes: Sequence[str] = ("document",), where: Mapping[str, Any] | None = None, profile: str = "draft", **given: Any
) -> list[Finding]:
    """What a rule with the check finds in a text; parameters not given take their defaults."""
    parameters = {key: one["default"] for key, one in CHECKS[check].parameters.items() if "default" in one} | given
    own = rule("JH-001", "own", check, nodes=tuple(nodes), where=where or {}, parameters=parameters, message=MESSAGES[check])
    source = Source("a.txt", tuple(text.split("\n")))
    [file] = check_sources([source], Options(profile=profile), ruleset(own)).files
    assert not file.failed, file.findings
    return file.findings


def told(*asked: Any, **more: Any) -> list[tuple[int, str]]:
    """Line and quote of what is found."""
    return [(one.span.line, one.quote) for one in found(*asked, **more)]


def test_a_word_and_a_pattern_are_found_where_they_stand() -> None:
    assert told("text-found", REQUEST, find=["其它", "/[0-9]+万元/"]) == [(7, "其它"), (7, "100万元"), (7, "其它")]
    assert [one.message for one in found("text-found", REQUEST, find=["汛情偏重"])] == ["汛情偏重"]
    assert told("text-found", REQUEST, find=["其他"]) == []


def test_quotations_titles_and_numbers_are_left_out_unless_wanted() -> None:
    text = notice("按照《其它经费办法》和“其它经费”的提法（江政发〔2026〕3号）办理。")
    assert told("text-found", text, find=["其它", "/3号/"]) == []
    assert [quote for _line, quote in told("text-found", text, find=["其它", "/3号/"], masked=False)] == ["其它", "其它", "3号"]


def test_what_stands_within_an_exception_is_right() -> None:
    assert told("text-found", REQUEST, find=["其它"], unless=["其它经费"]) == [(7, "其它")]
    assert told("text-found", REQUEST, find=["其它"], unless=["/其它.{2}/"]) == []
    assert len(told("text-found", REQUEST, find=["其它经费"], unless=["其它"])) == 1


def test_words_that_must_stand_there() -> None:
    assert found("text-missing", REQUEST, find=["妥否，请批示", "请予批准"]) == []
    [missing] = found("text-missing", REQUEST, find=["当否，请批示"])
    assert (missing.span.line, missing.quote, missing.message) == (1, "江河市水利局关于拨付防汛经费的请示", "0/1")
    [few] = found("text-missing", REQUEST, find=["其它"], least=3)
    assert few.message == "2/3"


def test_words_to_be_replaced() -> None:
    first, second = found("text-replaced", REQUEST, swap=["其它→其他", "/[0-9]+万元/ → 若干元"])[:2]
    assert (first.quote, first.message, second.message) == ("其它", "其它→其他", "100万元→若干元")
    assert [(edit.text, edit.safe) for edit in first.edits] == [("其他", False)]
    [safe, _other] = found("text-replaced", REQUEST, swap=["其它→其他"], safe=True)
    assert safe.edits[0].safe


def test_a_pattern_with_groups_of_its_own_has_its_own_replacement() -> None:
    swap = ["/(汛)(情)/→雨情", "/(?P<many>100)(万)/→一百万", "妥否→当否"]
    assert [one.message for one in found("text-replaced", REQUEST, swap=swap)] == ["汛情→雨情", "100万→一百万", "妥否→当否"]


def test_what_is_right_already_stays() -> None:
    """Else a fix would go on for ever."""
    text = notice("核对账户名称，开立账户。")
    assert [(one.span.column, one.quote) for one in found("text-replaced", text, swap=["账户→账户名称"])] == [(10, "账户")]


def test_words_that_stand_too_often() -> None:
    [second] = found("text-limited", REQUEST, find=["其它"], most=1)
    assert (second.span.line, second.span.column, second.message) == (7, 30, "其它 2/1")
    assert found("text-limited", REQUEST, find=["其它"], most=2) == []
    long = found("text-limited", REQUEST, ["title"], find=["/./"], most=10)
    assert [(one.quote, one.message) for one in long] == [("防", "防 17/10")]


LIST = """江河市人民政府办公室关于印发2026年绿化任务清单的通知

各县（区）人民政府：

一、总体要求。各单位要高度重视。

（一）建设口袋公园，高度重视质量。（牵头单位：市园林局；完成时限：2026年9月底前）

江河市人民政府办公室
2026年2月25日

2026年绿化任务清单

序号	工作任务	责任单位	完成时限
1	高度重视口袋公园建设	市园林局	2026年9月底前
2	改造老旧行道树	市园林局	高度重视
"""


@pytest.mark.parametrize(
    ("nodes", "where", "lines"),
    [
        (["document"], {}, [5, 7, 15, 16]),
        (["heading"], {}, [5, 7]),
        (["heading"], {"runs_on": (False,)}, []),
        (["row"], {}, [15, 16]),
        (["task"], {}, [7, 15, 16]),
        (["task"], {"form": ("clause",)}, [7]),
        (["cell"], {}, [15, 16]),
        (["cell"], {"role": ("deadline",)}, [16]),
        (["title"], {}, []),
        (["document"], {"genre": ("请示", "报告")}, []),
        (["cell"], {"genre": ("通知",), "role": ("measure",)}, [15]),
        (["heading"], {"action": ("印发",)}, [5, 7]),
        (["heading"], {"action": ("转发",)}, []),
        (["row"], {"profile": ("draft", "final")}, [15, 16]),
        (["row"], {"profile": ("published",)}, []),
    ],
)
def test_nodes_and_fields_choose_where_to_look(nodes: list[str], where: dict[str, Any], lines: list[int]) -> None:
    assert [line for line, _quote in told("text-found", LIST, nodes, where, find=["高度重视"])] == lines


def test_the_title_of_a_document_is_told_from_those_of_its_parts() -> None:
    assert [line for line, _quote in told("text-found", LIST, ["title"], find=["绿化"])] == [1, 12]
    assert [line for line, _quote in told("text-found", LIST, ["title"], {"own": (True,)}, find=["绿化"])] == [1]


def test_the_profile_is_the_one_of_the_run() -> None:
    assert len(told("text-found", LIST, ["row"], {"profile": ("final",)}, profile="final", find=["高度重视"])) == 2
    assert told("text-found", LIST, ["row"], {"profile": ("final",)}, profile="published", find=["高度重视"]) == []


def test_a_long_paragraph_is_searched_sentence_by_sentence() -> None:
    """No stretch is longer than patterns are reckoned for, and none is left out."""
    text = "甲" * 700 + "。" + "乙" * 700 + "。" + "丙" * 2500 + "丁。"
    cut = list(pieces(text))
    assert [text[start:end][-1] for start, end in cut] == list("。。丙丙。")
    assert all(0 < end - start <= LONGEST for start, end in cut)
    assert [start for start, _end in cut[1:]] + [len(text)] == [end for _start, end in cut]
    assert list(pieces("")) == [(0, 0)]
    found_there = told("text-found", notice(text), find=["/^甲/", "/丙丁/", "/。乙+。/"], masked=False)
    assert [quote[:2] for _line, quote in found_there] == ["甲", "丙丁"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ([" "], "“ ”：应为一个词"),
        (["甲\n乙"], "写在一行里"),
        (["/(甲/"], "“/(甲/”：从第 1 个字起写法有误"),
        (["好", "/(甲+)+乙/"], "“/(甲+)+乙/”：表达式可能要试的次数太多"),
    ],
)
def test_what_is_wrong_with_a_list_of_terms(written: list[str], said: str) -> None:
    [fault] = faults_of_terms(written)
    assert said in fault


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["其它"], "“其它”：应写作 错的→对的"),
        (["→其他"], "应写作 错的→对的"),
        (["其它→"], "应写作 错的→对的"),
        (["甲→乙→丙"], "应写作 错的→对的"),
        (["其它→其它"], "“其它→其它”：两边相同"),
        (["其它→/其他/"], "对的一边不能是表达式"),
        (["其它→其他", "其它→别的"], "“其它”写了两次"),
        (["/甲*/→乙"], "什么字都没有也能对上"),
    ],
)
def test_what_is_wrong_with_a_list_of_replacements(written: list[str], said: str) -> None:
    [fault] = faults_of_replacements(written)
    assert said in fault


def test_slashes_alone_are_words() -> None:
    assert list(faults_of_terms(["/", "//", "和/或"])) == []
    text = notice("由甲和/或乙承担。")
    assert [quote for _line, quote in told("text-found", text, find=["和/或"])] == ["和/或"]


@pytest.mark.parametrize("words", [["高度重视"], ["/高度重.{0,3}质量/", "行道树"], [f"生词{number}" for number in range(40)] + ["高度重视"], ["/[高低]度重/"]])
def test_what_is_looked_for_first_hides_nothing(words: list[str]) -> None:
    """A pattern that must hold a certain word, few words, many, or none that is certain."""
    wanted = terms(tuple(words))
    lines = LIST.split("\n")
    for line in lines:
        plainly = [match.group() for match in wanted.pattern.finditer(line)]
        assert [match.group() for match in wanted.find(line)] == plainly
        assert wanted.perhaps_in(line) or not plainly
    assert any(list(wanted.find(line)) for line in lines)
