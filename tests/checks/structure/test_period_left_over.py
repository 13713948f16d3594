"""Periods left over below a title, and 试行 lost from a name."""

import pytest

from checks.texts import hits as hits_of
from checks.texts import read
from hegao.checks.base import Hit

_TEXT = """江河市教育局关于{title}的通知

江教发〔2026〕9号

各县（区）教育局，局属各学校：

{body}

江河市教育局
2026年8月6日
"""


def _hits(text: str) -> list[Hit]:
    return hits_of("title-mismatch", read(text))


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("做好2026年秋季学期学生资助工作", "为做好2026年春季学期学生资助工作，现将有关事项通知如下：", ["2026年春季"]),
        ("开展2026年第三季度安全检查", "为加强安全生产工作，市教育局决定开展第二季度安全检查。第三季度安全检查由各校组织。", ["第二季度"]),
        ("开展2026年第三季度安全检查", "为做好2026年第二季度安全生产工作，市教育局决定开展第三季度安全检查。", ["2026年第二季度"]),
        ("开展2026年第三季度安全检查", "第二季度安全检查发现的问题已整改完毕。为做好第三季度安全检查，现通知如下：", []),
        ("开展2026年第三季度安全检查", "较第二季度安全检查，本次检查增加消防设施一项。", []),
        ("召开2026年第四季度经济运行会议", "定于10月22日召开第四季度经济运行会议，通报前三季度经济运行情况和第三季度经济运行问题。", []),
        ("做好2026年中小学招生工作", "为做好2025年全市中小学招生入学工作，现将有关事项通知如下：", ["2025年"]),
        ("做好2026年中小学招生工作", "根据2025年招生入学情况，现将有关事项通知如下：", []),
    ],
)
def test_a_period_left_over(title: str, body: str, found: list[str]) -> None:
    hits = [hit for hit in _hits(_TEXT.format(title=title, body=body)) if hit.facts["fault"] == "period"]
    assert [hit.at.value for hit in hits] == found


@pytest.mark.parametrize(
    ("title", "body", "annex", "found"),
    [
        ("江河市校车管理办法", "《江河市校车管理办法（试行）》", "江河市校车管理办法（试行）", ["管理办法"]),
        ("江河市校车管理办法（试行）", "《江河市校车管理办法》", "江河市校车管理办法（试行）", ["管理办法"]),
        ("江河市校车管理办法（试行）", "《江河市校车管理办法（试行）》", "江河市校车管理办法", ["管理办法"]),
        ("江河市校车管理办法（试行）", "《江河市校车管理办法（试行）》", "江河市校车管理办法（试行）", []),
    ],
)
def test_a_version_lost(title: str, body: str, annex: str, found: list[str]) -> None:
    text = _TEXT.format(title=f"印发{title}", body=f"现将{body}印发给你们，请认真执行。") + f"\n{annex}\n\n第一条　为加强校车管理，制定本办法。\n\n第二条　本办法自2026年9月1日起施行。\n"
    assert [hit.at.value for hit in _hits(text) if hit.facts["fault"] == "version"] == found
