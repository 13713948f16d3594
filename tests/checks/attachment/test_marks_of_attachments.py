"""Marks and lists of attachments under other words, bound apart, exchanged (norms ATT-01, ATT-02, ATT-07 to ATT-11)."""

from __future__ import annotations

import pytest

from checks.told import findings

_TEXT = """江河市水利局关于做好水库值守工作的通知

江水发〔2026〕12号

各县（区）水利局：

请填写登记表（见附件2）。{said}

{listed}

江河市水利局
2026年6月8日

{one}
责任书
一、各单位分级负责。

{two}
检查登记表
| 序号 | 水库 |
| --- | --- |
| 1 | 东湖 |
"""
_LISTED = "附件：1.责任书\n2.检查登记表"


def _told(said: str = "", listed: str = _LISTED, one: str = "附件1", two: str = "附件2") -> list[str]:
    text = _TEXT.format(said=said, listed=listed, one=one, two=two)
    return [f"{finding.quote}" for finding in findings("attachment-form", text, "final")]


@pytest.mark.parametrize("word", ["附表：", "附件名称：", "附后：", "附件材料："])
def test_another_word_over_the_list(word: str) -> None:
    assert _told(listed=_LISTED.replace("附件：", word)) == [f"{word}1.责任书"]


def test_the_list_as_it_should_be() -> None:
    assert _told() == []


def test_no_list_at_all() -> None:
    assert _told(listed="附件如文") == ["附件如文"]


@pytest.mark.parametrize("mark", ["附件2：", "附件2、", "附件2.", "附件二"])
def test_a_mark_with_something_behind(mark: str) -> None:
    assert _told(two=mark) == [mark]


def test_a_mention_in_other_figures() -> None:
    assert _told(said="责任书见附件一。") == ["附件一"]


def test_what_is_bound_apart_bears_the_number_of_the_document() -> None:
    assert _told(said="附件2篇幅较长，另册装订。") == ["附件2"]
    assert _told(said="附件2篇幅较长，另册装订。", two="江水发〔2026〕12号附件2") == []


def test_marks_exchanged() -> None:
    assert _told(one="附件2", two="附件1") == ["附件2", "附件1"]


def test_what_is_named_and_nowhere_attached_is_asked_for() -> None:
    text = "江河市水利局关于做好值守工作的通知\n\n江水发〔2026〕12号\n\n各县（区）水利局：\n\n值班安排见附件。\n\n江河市水利局\n2026年6月8日\n"
    assert [(finding.quote, finding.severity) for finding in findings("attachment-missing", text, "final")] == [("附件", "info")]
