"""Whether two titles are one: the four questions, from strict to lenient."""

from __future__ import annotations

import pytest

from hegao.words.title_likeness import likeness_of, one_title, same_title, spells


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("关于印发《江河市防汛方案》的通知", "关于印发江河市 防汛方案的通知", True),
        ("江河市防汛工作方案（试行）", "《江河市防汛工作方案》", True),
        ("江河市防汛工作方案", "防汛工作方案", True),
        ("江河市人民政府关于做好防汛工作的通知", "关于做好防汛工作的通知", True),
        ("关于做好防汛工作的通知的通知", "做好防汛工作的通知", True),
        ("江河市成员名单", "成员名单", False),
        ("江河市防汛工作方案", "江河市防讯工作方案", False),
        ("江河市防汛工作方案", "江河市防汛工作方案编制说明", False),
    ],
)
def test_the_same_title_but_for_what_titles_leave_out(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("关于印发《江河市防汛方案》的通知", "关于印发江河市 防汛方案的通知", True),
        ("江河市人民政府关于做好防汛工作的通知", "关于做好防汛工作的通知", True),
        ("关于公布第一批名录的通知", "关于公布第二批名录的通知", False),
        ("关于印发2025年工作要点的通知", "关于印发2026年工作要点的通知", False),
        ("2025年江河市防汛工作方案", "江河市防汛工作方案", False),
        ("关于加强公共停车场建设和管理工作的通知", "关于加强公共停车场建没和管理工作的通知", True),
        ("关于做好防汛工作的通知", "关于做好招生工作的通知", False),
        ("", "关于做好防汛工作的通知", False),
    ],
)
def test_one_title_with_a_slip_but_never_over_other_figures(one: str, other: str, same: bool) -> None:
    assert one_title(one, other) is same
    assert one_title(other, one) is same


def test_how_like_the_titles_of_copies_are_is_the_offices_to_say() -> None:
    titles = ("关于加强停车场建设和管理工作的通知", "关于加强停车场规划和管理工作的通知")
    assert not one_title(*titles)
    assert one_title(*titles, share=80)


@pytest.mark.parametrize(
    ("lines", "title", "spelled"),
    [
        ("江河市防汛工作方案", "《江河市防汛工作方案》", True),
        ("江河市水利局防汛工作方案", "防汛工作方案", True),
        ("河市防汛工作方案", "江河市防汛工作方案", True),
        ("江河市防讯工作实施方案", "江河市防汛工作实施方案", True),
        ("江河市防汛防旱抗灾工作实施方", "江河市防汛防旱抗灾工作实施方案", True),
        ("江河市防讯工作方按", "江河市防汛工作方案", False),
        ("江河市2025年防汛防旱工作方案", "江河市2026年防汛防旱工作方案", True),
        ("工作方案", "江河市防汛工作方案", False),
        ("江河市防汛", "江河市防汛工作方案", False),
        ("成员名册", "成员名单", False),
        ("", "江河市防汛工作方案", False),
        ("《》", "江河市防汛工作方案", False),
    ],
)
def test_lines_spell_a_title_whatever_slip_they_hold(lines: str, title: str, spelled: bool) -> None:
    assert spells(lines, title) is spelled


def test_likeness_is_a_share_and_the_name_of_a_body_in_front_costs_nothing() -> None:
    assert likeness_of("江河市防汛工作方案", "江河市防汛工作方案") == 1
    assert likeness_of("关于防汛抗旱防台风工作方案", "江河市人民政府办公室防汛抗旱防台风工作方案") == 1
    assert likeness_of("江河市防汛工作方案", "临湖区招生简章") < 0.5
    assert likeness_of("江河市防汛工作方案", "江河市防讯工作方案") == likeness_of("江河市防讯工作方案", "江河市防汛工作方案") > 0.8
