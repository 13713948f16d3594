"""One person under two names that are typed alike; persons whose names are like one another are let be."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, pairs


def found(text: str) -> list[tuple[str, str]]:
    return pairs(hits("word-table", notice(text)))


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("组长由副局长丁玉成担任。\n\n联系人：丁玉诚，电话：0700-6021133。", "丁玉诚", "丁玉成"),
        ("会议由副市长骆明远主持。\n\n（一）由市发展改革委主任骆明元负责督办。\n\n请骆明远（分管副市长）审定。", "骆明元", "骆明远"),
        ("由局长廖静任组长。办公室设在计划科，由廖静静兼任办公室主任。", "廖静静", "廖静"),
        ("院感管理由陈岩副主任医师主讲。\n\n主讲：陈严", "陈严", "陈岩"),
    ],
)
def test_a_name_typed_otherwise_is_told(text: str, written: str, right: str) -> None:
    assert found(text) == [(written, right)]


@pytest.mark.parametrize(
    "text",
    [
        "副局长陈志明、陈志民任副组长。",
        "组长：陆明川。\n\n副组长：陆明华。",
        "局长王磊任组长，主任王蕾任办公室主任。",
        "单位负责人签字。组长单位汇报。",
        "| 姓名 | 职务 |\n| --- | --- |\n| 陈志明 | 科长 |\n| 陈志民 | 副科长 |\n\n联系人：陈志民。组长陈志明。",
    ],
)
def test_persons_of_like_names_are_two(text: str) -> None:
    assert found(text) == []
