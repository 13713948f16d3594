"""Gazettes: the cover, the contents list, and documents that take from it what they lost."""

from __future__ import annotations

import pytest

from reading import read

COVER = "江河市人民政府公报\n\n2026年第3期（总第40期）\n\n2026年3月15日\n\n目 录\n\n{}\n\n"
FIRST = "江河市人民政府关于做好防汛工作的意见\n\n江政发〔2026〕4号\n\n各县（区）人民政府：\n\n请落实。\n\n江河市人民政府\n2026年3月1日\n"
SECOND = "江河市人民政府关于做好护林工作的通知\n\n江政发〔2026〕5号\n\n各县（区）人民政府：\n\n请落实。\n\n江河市人民政府\n2026年3月2日\n"
ENTRIES = "江河市人民政府关于做好防汛工作的意见 江政发〔2026〕4号(3)\n江河市人民政府关于做好护林工作的通知 江政发〔2026〕5号(5)"


def test_what_the_cover_says() -> None:
    file = read(COVER.format(ENTRIES) + FIRST + "\n" + SECOND)
    issue = file.issue
    assert file.kind == "gazette" and issue is not None
    assert (issue.name, issue.year, issue.number, issue.total, issue.date) == ("江河市人民政府公报", 2026, 3, 40, "2026-03-15")
    assert all(document.in_gazette for document in file.documents)


def test_a_single_document_is_no_gazette() -> None:
    file = read(FIRST)
    assert (file.kind, file.issue, file.documents[0].in_gazette) == ("document", None, False)


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (ENTRIES, [("江河市人民政府关于做好防汛工作的意见", "江政发〔2026〕4号", 3), ("江河市人民政府关于做好护林工作的通知", "江政发〔2026〕5号", 5)]),
        # The number in front, dot leaders before the page.
        (
            "江政发〔2026〕4号 江河市人民政府关于做好防汛工作的意见………3\n江政发〔2026〕5号 江河市人民政府关于做好护林工作的通知………5",
            [("江河市人民政府关于做好防汛工作的意见", "江政发〔2026〕4号", 3), ("江河市人民政府关于做好护林工作的通知", "江政发〔2026〕5号", 5)],
        ),
        # One entry over two lines; a number within the title is no number of the entry.
        (
            "江河市人民政府关于废止江政规〔2024〕4号文件的决定……1\n江河市人民政府关于进一步加强全市水库移民\n后期扶持工作的意见……6",
            [("江河市人民政府关于废止江政规〔2024〕4号文件的决定", None, 1), ("江河市人民政府关于进一步加强全市水库移民后期扶持工作的意见", None, 6)],
        ),
    ],
)
def test_entries_of_the_contents_list(lines: str, entries: list[tuple[str, str | None, int]]) -> None:
    contents = read(COVER.format(lines) + FIRST + "\n" + SECOND).contents
    assert [(one.title, one.number.normal if one.number else None, one.page) for one in contents] == entries


def test_a_document_that_lost_its_title_takes_its_name_from_the_list() -> None:
    lost = SECOND.removeprefix("江河市人民政府关于做好护林工作的通知\n\n").replace("江河市人民政府\n", "")
    _first, second = read(COVER.format(ENTRIES) + FIRST + "\n" + lost).documents
    assert (second.title, second.listed_title, second.name) == (None, "江河市人民政府关于做好护林工作的通知", "江河市人民政府关于做好护林工作的通知")
    assert (second.genre, second.issuers) == ("通知", ["江河市人民政府"])
