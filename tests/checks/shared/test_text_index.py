"""Which text shares most with another one."""

from __future__ import annotations

from hegao.checks.shared.text_index import TextIndex

TEXTS = ["改造农村公路二十公里", "建成老旧小区改造项目六个", "新建农村公路驿站三处"]


def test_the_same_text_shares_all() -> None:
    index = TextIndex(TEXTS)
    for number, text in enumerate(TEXTS):
        assert index.likest(text, 1.0)[0] == (number, 1.0)


def test_shares_are_of_the_text_that_is_asked() -> None:
    shares = dict(TextIndex(TEXTS).likest("新建农村公路", 0.5))
    assert shares == {2: 1.0, 0: 0.6}


def test_what_shares_too_little_with_all_together_has_none() -> None:
    assert TextIndex(TEXTS).likest("举办全市职工运动会", 0.5) == []
    assert TextIndex([]).likest("新建农村公路", 0.5) == []
    assert TextIndex(TEXTS).likest("建", 0.5) == []


def test_what_stands_in_very_many_texts_tells_nothing() -> None:
    alike = [f"各县区要落实责任第{number}项" for number in range(50)]
    assert TextIndex(alike).likest("各县区要落实责任", 0.5) == []
