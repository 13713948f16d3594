"""Running heads and page numbers belong to the page."""

from __future__ import annotations

import pytest

from reading import lines_of


def taken_out(text: str) -> list[str]:
    """The words of the lines taken for furniture."""
    return [line.squeezed for line in lines_of(text).furniture if line.kind == "RUNNING"]


BODY = "为加强管理，推进工作落实，现就有关事项通知如下。"


@pytest.mark.parametrize("head", ["——江河市人民政府——", "—江河市人民政府—", "——江河市人民政府", "--江河市人民政府公报--", "## ——江河市人民政府——"])
def test_a_running_head_with_dashes(head: str) -> None:
    assert len(taken_out(f"{BODY}\n\n{head}\n\n{BODY}")) == 1


def test_a_running_head_that_lost_its_dashes_is_known_by_those_of_other_pages() -> None:
    text = f"{BODY}\n\n——江河市人民政府——\n\n{BODY}\n\n江河市人民政府\n\n{BODY}\n\n# 江河市人民政府\n\n{BODY}"
    assert len(taken_out(text)) == 3


def test_a_running_head_without_dashes_is_known_by_its_pages() -> None:
    page = "\n\n江河市人民政府公报 2026年第2期 {}\n\n"
    assert len(taken_out(BODY + BODY.join(page.format(number) for number in (3, 4, 5)) + BODY)) == 3
    assert taken_out(BODY + page.format(3) + BODY) == []


@pytest.mark.parametrize("head", ["2026年第2期", "（2026年第2期总第120期）", "总第120期 · 3", "江河政报", "江河市总工会"])
def test_what_runs_over_the_pages_names_the_gazette_its_issue_or_who_publishes_it(head: str) -> None:
    page = f"\n\n{head}\n\n"
    assert len(taken_out(BODY + BODY.join([page] * 3) + BODY)) == 3
    assert taken_out(BODY + BODY.join(["\n\n第三期工程\n\n"] * 3) + BODY) == []


def test_a_name_over_a_date_is_a_signature_and_over_a_title_its_first_line() -> None:
    text = f"{BODY}\n\n——江河市人民政府——\n\n{BODY}\n\n江河市人民政府\n\n2026年3月1日\n\n江河市人民政府\n\n关于防汛的通知"
    assert taken_out(text) == ["——江河市人民政府——"]


@pytest.mark.parametrize("number", ["- 12 -", "— 12 —", "—12—", "12", "第12页", "第 3 页 共 20 页", "3/20", "· 12 ·"])
def test_page_numbers(number: str) -> None:
    assert len(taken_out(f"{BODY}\n\n{number}\n\n{BODY}")) == 1


@pytest.mark.parametrize("line", ["2026", "—关于印发方案的通知—", "12个"])
def test_what_is_no_furniture(line: str) -> None:
    assert taken_out(f"{BODY}\n\n{line}\n\n{BODY}") == []


def test_a_sentence_goes_on_over_the_page() -> None:
    parsed = lines_of("为加强管理，推进工作落实，现就有关事项通\n\n——江河市人民政府——\n\n知如下，请认真执行。")
    assert [line.squeezed for line in parsed.lines] == ["为加强管理，推进工作落实，现就有关事项通知如下，请认真执行。"]
