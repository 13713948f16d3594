"""Labels of duties, as clauses and heads of columns have them."""

from __future__ import annotations

import re

import pytest

from hegao.words.duty_labels import TIME_LABEL, body_label
from hegao.words.vocabulary import duty_role


@pytest.mark.parametrize("label", ["牵头单位", "配合责任部门", "实施主体", "主管部门", "牵头科室", "责任方", "会办单位"])
def test_labels_of_bodies(label: str) -> None:
    assert re.fullmatch(body_label("label"), label)


@pytest.mark.parametrize("label", ["责任人", "联系单位", "单位", "来源部门"])
def test_what_is_no_label_of_a_body(label: str) -> None:
    assert not re.fullmatch(body_label("label"), label)


def test_who_is_competent_is_not_in_charge_of_a_row() -> None:
    assert not re.fullmatch(body_label("head"), "主管单位")


def test_labels_of_a_role_and_the_word_in_them() -> None:
    label = re.compile(body_label("label", "lead", "coop", name="duty"))
    assert [match["duty"] for match in label.finditer("牵头责任单位、配合单位、责任单位")] == ["牵头", "配合"]
    assert [duty_role(word) for word in ("牵头", "配合", "督办", "完成")] == ["lead", "coop", "none", "deadline"]


@pytest.mark.parametrize("label", ["完成时限", "时限", "期限要求", "办结时间", "整改期限", "截止日期", "完成节点"])
def test_labels_of_times(label: str) -> None:
    assert re.fullmatch(TIME_LABEL, label)


@pytest.mark.parametrize("label", ["时间", "整改要求", "完成标准", "节点"])
def test_what_is_no_label_of_a_time(label: str) -> None:
    assert not re.fullmatch(TIME_LABEL, label)
