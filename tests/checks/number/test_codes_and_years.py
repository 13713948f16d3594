"""Codes of cited and joint documents and of letters, years round the turn of the year, numbers of orders."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice

ORDER = "江河市人民政府令（〔2026〕第11号）\n\n第11号\n\n《江河市停车办法》已经审议通过，现予公布，自2026年7月1日起施行。\n\n市长　周大明\n\n2026年6月8日\n"


def told(name: str, text: str) -> list[tuple[str, str]]:
    return [(one.severity, one.quote) for one in findings(name, text, "final")]


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ("《江河市人民政府办公室关于做好防汛工作的通知》（江政发〔2026〕3号）", True),
        ("《江河市人民政府关于做好防汛工作的通知》（江政办发〔2026〕3号）", True),
        ("《国务院办公厅关于做好防汛工作的通知》（国发〔2019〕5号）", True),
        ("《江河市人民政府办公室关于做好防汛工作的通知》（江政办发〔2026〕3号）", False),
        ("《江河市防汛办法》（江政规〔2026〕3号）", False),
    ],
)
def test_the_code_of_what_is_cited(cited: str, found: bool) -> None:
    assert told("number-issuer", notice(f"按照{cited}，请认真落实。")) == ([("warning", cited)] if found else [])


def test_letters_and_files() -> None:
    file = "江河市人民政府办公室文件\n\n"
    assert told("number-issuer", file + notice("请认真落实。", number="江政办函〔2026〕12号")) == [("warning", "江政办函〔2026〕12号")]
    assert told("number-issuer", notice("请认真落实。", number="江政办函〔2026〕12号")) == []
    letter = {"issuer": "江河市水利局", "title": "关于商请提供资料的函", "addressee": "市财政局："}
    assert told("number-issuer", notice("请予支持。", number="江水发〔2026〕12号", **letter)) == [("warning", "江水发〔2026〕12号")]
    assert told("number-issuer", notice("请予支持。", number="江水函〔2026〕12号", **letter)) == []


def test_a_joint_issue_under_the_code_of_a_body_that_is_none_of_them() -> None:
    joint = {"issuer": "江河市水利局　江河市财政局", "title": "关于做好防汛工作的通知"}
    assert [quote for _severity, quote in told("number-issuer", notice("请认真落实。", number="江教发〔2026〕12号", **joint))] == ["江教发〔2026〕12号"]
    assert told("number-issuer", notice("请认真落实。", number="江水发〔2026〕12号", **joint)) == []


def test_a_joint_issue_bears_the_number_of_the_body_that_stands_first() -> None:
    joint = {"issuer": "江河市水利局　江河市财政局", "title": "关于做好防汛工作的通知"}
    assert told("number-issuer", notice("请认真落实。", number="江财发〔2026〕12号", **joint)) == [("info", "江财发〔2026〕12号")]


@pytest.mark.parametrize(("date", "severity"), [("2027年1月8日", "info"), ("2027年3月8日", "error"), ("2026年12月8日", None)])
def test_the_turn_of_the_year(date: str, severity: str | None) -> None:
    assert told("number-year", notice("请认真落实。", date=date)) == ([(severity, "江政办发〔2026〕12号")] if severity else [])


def test_orders_have_no_year_in_brackets_and_no_zeros() -> None:
    assert told("number-malformed", ORDER) == [("error", "〔2026〕第11号")]
    assert told("number-malformed", ORDER.replace("（〔2026〕第11号）", "").replace("\n第11号", "\n第011号")) == [("error", "第011号")]


def test_a_code_with_the_letter_of_another_place_is_doubtful() -> None:
    assert told("number-issuer", notice("请认真落实。", number="青水函〔2026〕12号", issuer="白石县水利局", title="关于做好防汛工作的通知")) == [("info", "青水函〔2026〕12号")]
    assert told("number-issuer", notice("请认真落实。", number="白水发〔2026〕12号", issuer="白石县水利局", title="关于做好防汛工作的通知")) == []
