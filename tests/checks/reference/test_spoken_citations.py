"""Texts cited in words of the sentence, and numbers without their year."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes, told
from notices import notice

FORM = "reference-malformed"


@pytest.mark.parametrize(
    ("paragraph", "quote", "severity"),
    [
        ("依据中华人民共和国水土保持法等法律法规，查处违法行为。", "中华人民共和国水土保持法", "warning"),
        ("一、以前印发的方案同时废止。", "以前印发的方案同时废止", "info"),
        ("本办法自印发之日起施行，此前有关规定一律废止。", "此前有关规定一律废止", "info"),
        ("初步设计已经批复（江水审〔2026〕048号）。", "江水审〔2026〕048号", "info"),
        ("《江河市抗旱办法》（〔2019〕37号江政发）同时废止。", "《江河市抗旱办法》（〔2019〕37号江政发）", "warning"),
        ("你局《关于追加防汛经费的请示》（江水请〔2026〕19号文号）收悉。", "江水请〔2026〕19号文号", "warning"),
        ("你局《关于追加防汛经费的请示》（〔2026〕19号）收悉。", "《关于追加防汛经费的请示》（〔2026〕19号）", "warning"),
        ("你局《关于追加防汛经费的请示》（江水请第19号）收悉。", "《关于追加防汛经费的请示》（江水请第19号）", "warning"),
    ],
)
def test_citations_that_lack_something(paragraph: str, quote: str, severity: str) -> None:
    assert [(found.quote, found.severity) for found in findings(FORM, notice(paragraph))] == [(quote, severity)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "依据《中华人民共和国水土保持法》等法律法规，查处违法行为。",
        "《江河市抗旱办法》（江政发〔2019〕37号）同时废止。",
        "此前有关规定与本办法不一致的，以本办法为准。",
        "初步设计已经批复（江水审〔2026〕48号）。",
    ],
)
def test_citations_that_are_whole(paragraph: str) -> None:
    assert quotes(FORM, notice(paragraph)) == []


@pytest.mark.parametrize("number", ["江政办函33号", "江政办函第33号", "江政办函2026-33号", "江政办函33号〔2026〕"])
def test_an_own_number_without_its_year_or_brackets(number: str) -> None:
    text = notice("请认真做好防汛工作。", number=number)
    assert quotes("number-malformed", text) == [number]
    assert "number-missing" not in told(text)


@pytest.mark.parametrize(
    ("title", "severity"),
    [("中华人民共和国固体废弃物污染防治法", "info"), ("中华人民共和国农机化促进法", "info"), ("突发事件应急法", "warning"), ("政府督查工作规定》（国务院令第733号", "warning")],
)
def test_laws_that_there_are_not(title: str, severity: str) -> None:
    assert [found.severity for found in findings("reference-title", notice(f"根据《{title}{'）' if '（' in title else '》'}，开展检查。"))] == [severity]


@pytest.mark.parametrize("title", ["中华人民共和国水法", "江河市停车管理办法", "中华人民共和国海法", "网格化工作法"])
def test_titles_that_stand_for_no_other(title: str) -> None:
    assert quotes("reference-title", notice(f"根据《{title}》，开展检查。")) == []


@pytest.mark.parametrize("behind", ["附件：1.名单\n\n附件1\n\n名单\n\n李明", ""])
def test_a_text_signed_without_a_day_lacks_but_the_day(behind: str) -> None:
    text = notice("请认真做好防汛工作，附件1所列人员要按时到岗。", date="", behind=behind)
    found = [one for one in findings("date-missing", text, "final")]
    assert [one.quote for one in found] == ["江河市人民政府办公室"]
    assert [one.span.line for one in found] == [9]
    assert "signature-missing" not in told(text, "final")


def test_a_bound_gone_by_in_what_is_to_be_done() -> None:
    text = notice("一、工作情况", "2026年3月底前完成清淤。", "二、下一步安排", "对照方案，2026年5月10日前完成加固，11月底前完成验收。", title="关于防汛工作情况的报告")
    assert quotes("date-past", text) == ["2026年5月10日"]


def test_an_order_that_issued_another_text() -> None:
    cited = "《事业单位人事管理条例》（国务院令第652号）、《事业单位公开招聘人员暂行规定》（国务院令第652号）"
    assert quotes("reference-title", notice(f"根据{cited}，开展招聘。")) == ["国务院令第652号"]


def test_a_bound_before_the_meeting_that_set_it() -> None:
    minutes = ("2026年6月3日，市长李明主持召开会议，研究防汛工作。", "会议要求，各部门要加强督办，于2026年5月12日前将落实情况报市长。")
    assert quotes("date-past", notice(*minutes, title="市长办公会纪要", addressee="", date="")) == ["2026年5月12日"]


def test_a_law_that_two_are_as_like_as() -> None:
    (found,) = findings("reference-title", notice("严格执行《中华人民共和国招标采购法》，公开招标。"))
    assert "《中华人民共和国招标投标法》或《中华人民共和国政府采购法》" in found.message
