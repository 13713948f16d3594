"""What a text calls itself and its place: a city no 我县, a county hardly 全市, a hospital no 我校."""

from __future__ import annotations

import pytest

from checks.told import findings


def letter(issuer: str, to: str, *paragraphs: str, title: str = "关于做好有关工作的报告") -> str:
    body = "\n\n".join(paragraphs)
    return f"{issuer}{title}\n\n{to}：\n\n{body}\n\n{issuer}\n2026年5月6日\n"


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.quote, finding.severity) for finding in findings("place-leftover", text, "final")]


@pytest.mark.parametrize(
    ("issuer", "to", "paragraph", "found"),
    [
        ("江河市农业农村局", "市人民政府", "我县会同各县（区）推进建设。", [("我县", "warning")]),
        ("江河市农业农村局", "市人民政府", "2026年全县建成农田3万亩。", [("全县", "info")]),
        ("云岭县水利局", "县人民政府", "我县水源充足。鉴于我市财力薄弱，请予支持。", [("我市", "info")]),
        ("云岭县柳陂乡人民政府", "县人民政府", "全镇划定网格62个。", [("全镇", "info")]),
        ("云岭县柳陂乡人民政府", "县人民政府", "全乡划定网格62个，各乡镇分工协作。", []),
        ("云岭县水利局", "县人民政府", "全县供水平稳，全市安全形势总体平稳。", [("全市", "info")]),
        ("江河市第一人民医院", "各科室", "为提升我校管理水平，开展自查。", [("我校", "info")]),
        ("江河市财政局", "市人民政府", "我委负责汇总。", [("我委", "info")]),
        ("江河市供水有限公司", "各部门", "结合市城投公司实际，制定本办法。", [("市城投公司", "info")]),
    ],
)
def test_foreign(issuer: str, to: str, paragraph: str, found: list[tuple[str, str]]) -> None:
    assert told(letter(issuer, to, paragraph)) == found


@pytest.mark.parametrize(
    ("issuer", "to", "paragraph"),
    [
        ("江河市农业农村局", "云岭县人民政府", "云岭县要抓好落实，全县秋收面积不减。"),
        ("江河市农业农村局", "市人民政府", "云岭县完成3万亩，全县进度最快。"),
        ("云岭县水利局", "县人民政府", "全县进度居全市第二，高于全市平均水平，获全市先进。"),
        ("云岭县水利局", "县人民政府", "我县按照全市会议部署推进。"),
        ("江河市财政局", "市人民政府", "我局负责汇总，我市财力增强。"),
        ("江河市财政局", "市人民政府", "结合工作实际，各县（区）要落实责任。"),
    ],
)
def test_right(issuer: str, to: str, paragraph: str) -> None:
    assert told(letter(issuer, to, paragraph)) == []


def test_what_is_passed_on_is_spoken_by_another() -> None:
    text = letter("江河市人民政府", "各县（区）人民政府", "我市要抓好落实。", title="批转市教育局关于校园安全的意见的通知")
    assert told(text) == []
