"""Columns of task tables (任务分工表): what a head says that its column holds."""

from __future__ import annotations

import re

from hegao.document.model import Column

_ROLES = (
    ("serial", re.compile(r"^(?:序号|编号|序|顺序)$")),
    ("deadline", re.compile(r"(?:完成|办结|整改|办理|推进|实施)?(?:时限|期限)|完成时间|时间节点|完成时间要求|时间要求|办结时间|时间进度|进度安排$")),
    ("coop", re.compile(r"(?:配合|协办|协同|协助|参与|参加)(?:责任)?(?:单位|部门|处室|科室|机构)")),
    ("lead", re.compile(r"(?:牵头|主办|承办|主责|主要责任)(?:责任)?(?:单位|部门|处室|科室|机构)")),
    ("responsible", re.compile(r"(?:责任|实施|落实|负责)(?:主体)?(?:单位|部门|处室|科室|机构)|责任主体")),
    ("measure", re.compile(r"任务举措|任务内容|工作任务|重点任务|工作内容|主要任务|任务|措施|举措|事项|实事内容|内容|标题|项目名称|指标|要求")),
)
_UPPER = re.compile(r"^(?:自治区|省|国家|上级|省级|自治区级|市级)")


def column_of(head: str) -> Column:
    """The column under a head; heads of two lines come joined, the upper line first."""
    bare = re.sub(r"\s+", "", head)
    for role, pattern in _ROLES:
        if pattern.search(bare):
            return Column(bare, role)
    return Column(bare, "other")


def columns_of(heads: list[str]) -> list[Column]:
    """The columns of a table; of several leads or helpers side by side the first level is the upper one.

    自治区 牵头单位/配合单位 beside 某市 牵头单位/配合单位: two columns of one role, the first of them the
    higher government's.
    """
    columns = [column_of(head) for head in heads]
    for role in ("lead", "coop"):
        same = [column for column in columns if column.role == role]
        if len(same) == 2:
            upper = next((column for column in same if _UPPER.match(column.head)), same[0])
            upper.role = "upper_" + role
    measured = False
    for column in columns:
        if column.role == "measure":
            if measured:
                column.role = "other"
            measured = True
    return columns
