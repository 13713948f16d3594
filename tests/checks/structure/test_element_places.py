"""What is missing is shown where it should stand: from what is above it to what is below."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


@pytest.mark.parametrize(
    ("name", "text", "above", "below"),
    [
        ("addressee-missing", notice("请认真落实。", addressee=""), "江河市人民政府办公室关于做好有关工作的通知", "请认真落实。"),
        ("number-missing", "江河市人民政府办公室文件\n\n" + notice("请认真落实。", number=""), "江河市人民政府办公室文件", "江河市人民政府办公室关于做好有关工作的通知"),
        ("title-missing", notice("请认真落实。", "附件：名单", behind="附件\n\n单位：万元\n\n序号\t单位\t数量\n1\t云岭县\t20"), "附件", "单位：万元"),
    ],
)
def test_the_place_of_what_is_missing(name: str, text: str, above: str, below: str) -> None:
    (found,) = findings(name, text, "final")
    lines = text.split("\n")
    assert (found.span.line, found.span.end_line) == (lines.index(above) + 1, lines.index(below) + 1)


@pytest.mark.parametrize("line", ["（此页无正文）", "(本页无正文)"])
def test_a_page_without_text_is_not_announced(line: str) -> None:
    assert [one.quote for one in findings("element-order", notice("请认真落实。", line), "final")] == [line]


@pytest.mark.parametrize(
    ("name", "title", "body", "quote"),
    [
        ("genre-closing", "关于印发防汛方案的通知", "现将《江河市防汛方案》印发给你们，请贵单位予以支持为盼。", "请贵单位予以支持为盼。"),
        ("genre-closing", "关于加快发展养老服务的意见", "本意见自印发之日起施行。以上意见如无不妥，请批转各地执行。", "如无不妥，请批转各地执行。"),
        ("genre-closing", "关于印发防汛方案的通知", "现将《江河市防汛方案》印发给你们，请于6月1日前函复为盼。", None),
        ("genre-closing", "关于滨河路施工期间实施交通管制", "现就有关事项通告如下：\n\n一、时间。6月1日起。\n\n特此通报。", "特此通报。"),
        ("title-mismatch", "关于加快产业发展的意见", "为加快产业发展，现提出如下通知。", "提出如下通知"),
        ("title-mismatch", "关于滨河路施工的通告", "现就有关事项公告如下：\n\n本公告未尽事宜另行通知。\n\n特此通报。", "工的通告"),
    ],
)
def test_a_text_that_calls_itself_otherwise(name: str, title: str, body: str, quote: str | None) -> None:
    text = notice(body, title=title, addressee="" if title.endswith("通告") else "各县（区）人民政府：")
    assert [one.quote for one in findings(name, text, "final")] == ([quote] if quote else [])


def test_an_order_and_its_text_say_it_against_the_title() -> None:
    title = "江河市人民政府关于废止部分规章的"
    order = f"江河市人民政府令\n\n第11号\n\n《{title}决定》已经市人民政府第5次常务会议审议通过，现予公布，自2026年7月1日起施行。\n\n市长　周大明\n\n2026年6月8日\n\n"
    text = f"{order}{title}通知\n\n为维护法制统一，决定废止规章2件。\n\n本决定自2026年7月1日起施行。\n"
    assert [one.quote for one in findings("title-mismatch", text, "final")] == [f"{title}通知"]
