"""What is named and is not there: a heading that the contents list leaves out, a table, an article of the own text, the place of a meeting."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

_PLAN = """江河市堤防整治规划

目　录
{entries}

{headings}
"""


def _plan(entries: list[str], headings: list[str]) -> str:
    return _PLAN.format(entries="\n".join(entries), headings="\n\n".join(f"{one}\n\n有关工作按计划推进。" for one in headings))


_FIVE = ["一、总体目标", "二、投资安排", "三、重点任务", "四、进度安排", "五、保障措施"]


def test_a_contents_list_leaves_out_a_heading() -> None:
    assert quotes("toc", _plan([*_FIVE[:3], _FIVE[4]], _FIVE)) == ["五、保障措施"]
    assert quotes("toc", _plan(_FIVE, _FIVE)) == []
    assert quotes("toc", _plan(_FIVE[:4], _FIVE)) == ["四、进度安排"]
    chapters = [f"第{number}章　{one[2:]}" for number, one in zip("一二三四五", _FIVE, strict=True)]
    assert quotes("toc", _plan([*chapters[:3], chapters[4]], chapters)) == [chapters[4]]
    assert quotes("toc", _plan(chapters, chapters)) == []


def test_entries_with_figures_are_held_against_their_chapters() -> None:
    entries = ["1　总则", "2　组织机构", "3　善后处置"]
    headings = ["1　总则\n\n1.1　目的", "2　组织机构\n\n2.1　指挥部", "3　善后工作\n\n3.1　救助"]
    assert quotes("toc", _plan(entries, headings)) == ["3　善后处置"]
    assert quotes("toc", _plan([*entries[:2], "3　善后工作"], headings)) == []


def test_a_table_that_the_text_names_is_not_there() -> None:
    tables = "表1　值班安排\n\n序号\t姓名\n1\t吴守义\n\n表2　联络点\n\n序号\t地点\n1\t堤防站\n"
    assert quotes("attachment-missing", notice("值班安排见表1，联络点见表3。", tables)) == ["表3"]
    assert quotes("attachment-missing", notice("值班安排见表1，联络点见表2。", tables)) == []
    assert quotes("attachment-missing", notice("有关指标见表4，另行填报。")) == []


@pytest.mark.parametrize(("cited", "found"), [("本办法第一条、第七条", ["第七条"]), ("本办法第九条", ["本办法第九条"]), ("本办法第一条、第三条", [])])
def test_articles_of_the_own_text_behind_the_last(cited: str, found: list[str]) -> None:
    articles = ["第一条　为规范管理，制定本办法。", "第二条　堤防由市水利局管理。", f"第三条　违反{cited}规定的，依法处理。", "第四条　本办法自2026年5月1日起施行。"]
    assert quotes("reference-article", "江河市堤防管理办法\n\n" + "\n".join(articles) + "\n") == found


def test_a_number_of_another_year_than_the_text_says() -> None:
    text = "请认真实施2021年5月11日印发的《江河市防汛预案》（江政办发〔{}〕23号）。"
    assert len(quotes("number-year", notice(text.format(2012)))) == 1
    assert quotes("number-year", notice(text.format(2021))) == []
    assert quotes("number-year", notice("请实施2021年印发的《江河市防汛预案》（江政办发〔2020〕93号）。")) == []


_RULES = ("第一条　为规范停放，制定本办法。", "第二条　不得有下列行为：", "（一）占道停放；", "（二）毁坏标志。", "第三条　违反本办法{}规定的，责令改正。", "第四条　本办法自2026年5月1日起施行。")


@pytest.mark.parametrize(("cited", "found"), [("第二条第三项", ["第二条第三项"]), ("第二条第（二）项", []), ("第一条第二项", []), ("第三章", [])])
def test_an_item_that_the_own_article_does_not_have(cited: str, found: list[str]) -> None:
    assert quotes("reference-article", notice(*(line.format(cited) for line in _RULES), title="停放管理办法")) == found


@pytest.mark.parametrize(("cited", "found"), [("2.3", ["2.3"]), ("2.2", []), ("2.3万元", []), ("2.3.1", [])])
def test_a_section_that_the_own_plan_does_not_have(cited: str, found: list[str]) -> None:
    lines = ("1 总则", "1.1 目的", "快速处置。", "2 组织", "2.1 指挥部", "统一指挥。", "2.2 成员单位", "各司其职。", "3 响应", "3.1 启动", f"按本预案{cited}的规定成立现场指挥部。")
    assert quotes("reference-article", notice(*lines)) == found


def test_a_section_stands_in_the_chapter_that_it_names() -> None:
    lines = ["1 总则", "1.1 目的", "快速处置。", "1.2 范围", "全市。", "2 组织", "2.1 指挥部", "统一指挥。", "2.2 成员单位", "各司其职。", "3 响应", "3.1 启动", "按程序启动。"]
    assert quotes("heading-level", notice(*lines)) == []
    assert quotes("heading-level", notice(*(line.replace("2.2 ", "3.2 ") for line in lines))) == ["3.2 成员单位"]


def test_articles_are_cited_whole_and_in_one_kind_of_figures() -> None:
    assert quotes("reference-article", notice("依照《江河市供热办法》第三十三第一款办理。")) == ["第三十三第一款"]
    assert quotes("reference-article", notice("依照《江河市供热办法》第十二条、第15条办理。")) == ["第15条"]
    assert quotes("reference-article", notice("依照《江河市供热办法》第十二条、第十五条第一款办理。")) == []
