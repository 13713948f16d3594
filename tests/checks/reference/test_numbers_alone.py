"""Numbers cited alone, what a section on the grounds cites, articles added behind others."""

from __future__ import annotations

import pytest

from checks.told import among_all, findings, quotes
from notices import notice

CITED = "《江河市人民政府关于做好防汛工作的意见》（江政发〔2026〕{}号）"


@pytest.mark.parametrize(("serial", "found"), [("9", True), ("19", False), ("29", False), ("91", False)])
def test_a_number_alone_that_is_a_figure_longer(serial: str, found: bool) -> None:
    text = notice(f"为贯彻{CITED.format(serial)}，现将有关事项通知如下。", "按照江政发〔2026〕19号文件要求，落实责任。")
    told = [(one.severity, one.quote) for one in findings("reference-conflict", text, "final") if one.severity == "info"]
    assert told == ([("info", "江政发〔2026〕19号")] if found else [])


def test_what_a_section_on_the_grounds_cites_is_a_basis() -> None:
    old = "《江河市防汛预案》（江政办发〔2020〕28号）"
    text = notice("1.1　目的", "做好防汛。", "1.2　编制依据", f"《中华人民共和国防洪法》、{old}。", "1.3　附则", f"本预案自印发之日起施行。{old}同时废止。")
    assert among_all("reference-abolished", text, profile="final") == [old]
    assert among_all("reference-abolished", text.replace("编制依据", "有关情况"), profile="final") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("在第二十二条后增加一条，作为第二十五条：“应当备案。”", ["第二十五条"]),
        ("在第二十二条后增加一条，作为第二十三条：“应当备案。”", []),
        ("在第二条后增加一条，作为第三条：“应当备案。”\n\n在第二十二条后增加一条，作为第二十四条：“应当公示。”", []),
    ],
)
def test_an_article_added_behind_another(body: str, found: list[str]) -> None:
    assert [one.quote for one in findings("reference-article", notice(body, title="关于修改《江河市停车办法》的决定"), "final")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("落实《江河市防汛办法》（江政规〔2091〕7号）。", ["江政规〔2091〕7号"]),
        ("《江河市灌溉管理办法》（江政办发〔2028〕33号）同时废止。", ["江政办发〔2028〕33号"]),
        ("落实《江河市防汛办法》（江政规〔1891〕7号）。", ["江政规〔1891〕7号"]),
        ("落实《江河市防汛办法》（江政规〔1991〕7号）。", []),
        ("执行《江河市取水规定》（江河市人民政府令〔31〕号）。", ["江河市人民政府令〔31〕号"]),
        ("执行《江河市取水规定》（江河市人民政府令［1999］31号）。", ["江河市人民政府令［1999］31号"]),
        ("执行《江河市取水规定》（江河市人民政府令第31号令）。", ["江河市人民政府令第31号令"]),
        ("执行《江河市取水规定》（江河市人民政府令第31号）。", []),
        ("执行《城市供水条例》（国务院〔158〕号令）。", ["国务院〔158〕号令"]),
        ("执行《江河市低保规程》（江民发〔203〕16号）。", ["江民发〔203〕16号"]),
    ],
)
def test_numbers_of_a_year_or_form_that_cannot_be(body: str, found: list[str]) -> None:
    assert [one.quote for one in findings("reference-malformed", notice(body), "final")] == found


def test_what_a_text_repeals_itself_is_no_basis_however_it_is_numbered() -> None:
    basis, old = "根据《江河市路灯办法》（{}）有关规定，制定本规定。", "《江河市路灯办法》（江政规〔2019〕7号）同时废止。"
    for number in ("江政规〔2019〕7号", "江政规〔2019〕17号"):
        assert len(among_all("reference-abolished", notice(basis.format(number), old), profile="final")) == 1
    assert among_all("reference-abolished", notice(basis.format("临政规〔2023〕7号"), old), profile="final") == []


def test_a_title_has_one_kind_of_rules_at_its_end() -> None:
    assert [one.quote for one in findings("reference-title", notice("落实《江河市公园管理办法条例》。"), "final")] == ["《江河市公园管理办法条例》"]
    assert findings("reference-title", notice("落实《江河市公园条例实施细则》。"), "final") == []


@pytest.mark.parametrize("slipped", ["江政发{2024}31号", "江政发〈2024〉31号", "江政发202431号", "江政发〔2024〕三十一号"])
def test_odd_brackets_and_numerals(slipped: str) -> None:
    assert quotes("reference-malformed", notice(f"按照《江河市防汛应急预案》（{slipped}）执行。")) == [slipped]
    assert quotes("reference-malformed", notice("按照《江河市防汛应急预案》（江政发〔2024〕31号）执行。")) == []


@pytest.mark.parametrize("slipped", ["江政办发〈2026〉12号", "江政办发{2026}12号"])
def test_odd_brackets_of_the_own_number(slipped: str) -> None:
    assert quotes("number-malformed", notice("请抓好落实。", number=slipped)) == [slipped]
