"""What the heads of columns say."""

from __future__ import annotations

import pytest

from hegao.syntax.column_roles import is_head_word, level_of, role_of, upper_columns


@pytest.mark.parametrize(
    ("role", "heads"),
    [
        ("serial", ["序号", "编号"]),
        ("lead", ["牵头单位", "牵头责任单位", "主办单位", "承办部门", "市级牵头单位", "牵头"]),
        ("responsible", ["责任单位", "责任部门", "实施单位", "落实单位", "责任单位及责任人", "责任主体", "主要责任单位"]),
        ("coop", ["配合单位", "协办单位", "参与单位", "配合责任单位", "参加部门"]),
        ("deadline", ["完成时限", "完成时间", "办结时限", "整改期限", "时间节点", "进度安排", "推进时间"]),
        ("measure", ["任务举措", "重点任务", "工作内容", "整改措施", "指标", "改革方向", "标题", "工作事项"]),
        ("other", ["备注", "完成标准", "责任领导", "责任人", "任务来源", "完成情况", "姓名", "联系电话", "主管单位"]),
    ],
)
def test_roles(role: str, heads: list[str]) -> None:
    assert [(head, role_of(head)) for head in heads] == [(head, role) for head in heads]


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("国家牵头单位", 4),
        ("自治区牵头单位", 3),
        ("省级配合单位", 3),
        ("江河市牵头单位", 2),
        ("市级责任单位", 2),
        ("云岭县配合单位", 1),
        ("临湖区责任单位", 1),
        ("责任单位（市级）", 2),
        ("市本级责任单位", 2),
        ("江河自治州牵头单位", 2),
        ("云岭自治县配合单位", 1),
        ("乡镇级责任单位", 0),
        ("中央单位牵头单位", None),
        ("牵头单位", None),
    ],
)
def test_levels_of_government(head: str, level: int | None) -> None:
    assert level_of(head) == level


@pytest.mark.parametrize(
    ("heads", "upper"),
    [
        (["自治区牵头单位", "自治区配合单位", "江河市牵头单位", "江河市配合单位"], {0, 1}),
        (["江河市牵头单位", "自治区牵头单位"], {1}),
        (["市级牵头单位", "县级责任单位"], {0}),
        (["自治区牵头单位", "牵头单位"], {0}),
        (["牵头单位", "配合单位", "牵头单位", "配合单位"], {0, 1}),
        (["市级牵头单位", "责任单位"], set()),
        (["牵头单位", "责任单位", "配合单位"], set()),
        (["责任单位", "责任单位"], set()),
    ],
)
def test_which_columns_are_the_higher_governments(heads: list[str], upper: set[int]) -> None:
    assert upper_columns(heads) == upper


def test_what_may_head_a_column() -> None:
    assert all(map(is_head_word, ["序号", "牵头单位", "备注", "完成时限"]))
    assert not any(map(is_head_word, ["张三", "1", "加强组织领导，落实各项措施，确保完成任务，责任到人到岗，加强监督检查"]))
