"""A body that stands twice in one list: in running text, in a cell, among the addressees."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

TABLE = "序号\t成果\t完成单位\n1\t育种\t江河水产有限公司、云岭大学\n2\t养殖\t临湖动力有限公司、临湖动力有限公司\n3\t储能\t云岭大学"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (notice("会议要求，市水利局和市应急管理局、市水利局要做好检查。"), ["市水利局"]),
        (notice("由市交通运输局与市公安局、市交通运输局联合实施。"), ["市交通运输局"]),
        (notice("发生险情的，30分钟内电话报告区政府值班室、区政府值班室，60分钟内书面报告。"), ["区政府值班室"]),
        (notice("成员单位为市财政局、市水利局、市林业局、市财政局等4个单位。"), ["市财政局"]),
        (notice("成果如下：", TABLE), ["临湖动力有限公司"]),
        (notice("会议要求，市水利局、市应急管理局、市气象局、市应急管理局要做好场地、器材和医疗保障。"), ["市应急管理局"]),
        (notice("由河口社区党委会同社区居务监督委员会、河口社区党委对全过程监督。"), ["河口社区党委"]),
        (notice("请认真落实。", addressee="各县（区）教育局、公安局、公安局、卫生健康局："), ["公安局"]),
        (notice("市市场监管局会同市公安局、市农业农村局、市市场监督管理局，每季度联合检查一次。"), ["市市场监督管理局"]),
        (notice("市市场监管局会同市公安局、县市场监督管理局，每季度联合检查一次。"), []),
        (notice("由甲县财政局、水利局、乙县财政局、水利局负责。"), []),
        (notice("报告市政府办公室、市政府值班室。"), []),
        (notice("市财政局、市水利局负责；市财政局、市林业局配合。"), []),
        (notice("请认真落实。", addressee="各市财政局、县财政局："), []),
    ],
)
def test_listed_twice(text: str, expected: list[str]) -> None:
    assert quotes("unit-duplicate", text) == expected


def test_office_that_leads_and_helps() -> None:
    body = "（一）开展培训。由市教育局人事处牵头，基础教育处、人事处配合，于2026年9月30日前完成。"
    assert quotes("lead-conflict", notice("一、任务", body)) == ["人事处"]


def test_labels_set_apart_by_blanks() -> None:
    lines = [f"牵头：市{name}局　配合：市财政局　时限：{due}" for name, due in (("水利", "2026年8月30日前"), ("林业", "2026年9月30日前"), ("民政", ""))]
    items = [part for number, line in zip("一二三", lines, strict=True) for part in (f"（{number}）完成第{number}项整治。", line)]
    assert len(quotes("deadline-missing", notice("一、任务", *items))) == 1
    assert quotes("lead-conflict", notice("一、任务", "（一）完成整治。", "牵头：市林业局　配合：市公安局、市林业局　时限：2026年9月20日前")) == ["市林业局"]
