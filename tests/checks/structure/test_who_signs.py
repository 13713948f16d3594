"""Who signs (``signature-form``): the body of the title, and of a joint issue all in its order."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

TWO = "江河市教育局　江河市公安局"


@pytest.mark.parametrize(
    ("issuer", "signature", "expected"),
    [
        ("江河市住房和城乡建设局", "江河市住房和城乡建设局", []),
        ("江河市住房和城乡建设局", "江河市城乡建设局", ["江河市城乡建设局"]),
        ("江河市卫生健康委员会", "江河市卫生健康委", []),
        ("江河市住房和城乡建设局", "江河市审计局", ["江河市审计局"]),
        (TWO, "江河市教育局　　江河市公安局", []),
        (TWO, "江河市公安局　　江河市教育局", ["江河市公安局"]),
        (TWO, "江河市公安局\n\n江河市教育局", ["江河市公安局"]),
        (TWO, "江河市教育局\n\n江河市公安局", []),
        ("江河市教育局　共青团江河市委员会", "共青团江河市委员会　江河市教育局", ["共青团江河市委员会"]),
        # The place or some of it is lost, or the last letter; a seal needs no word.
        ("江河市水利局", "水利局", ["水利局"]),
        ("江河市水利局", "河市水利局", ["河市水利局"]),
        ("江河市农业农村局", "江河市农业农村", ["江河市农业农村"]),
        ("江河市水利局", "江河市水利局（章）", ["江河市水利局（章）"]),
        (TWO, "江河市教育局　　市公安局", ["市公安局"]),
        ("江河市云岭县青樟镇人民政府", "青樟镇人民政府", []),
    ],
)
def test_as_in_the_title(issuer: str, signature: str, expected: list[str]) -> None:
    text = notice("请认真落实。", issuer=issuer, title="关于做好校车管理工作的通知", number="江教发〔2026〕12号", signature=signature)
    assert quotes("signature-form", text) == expected


@pytest.mark.parametrize(
    ("title", "signature", "expected"),
    [
        ("江河市渔业和渔政服务中心2026年度单位预算", "江河市渔政服务中心", ["江河市渔政服务中心"]),
        ("江河市渔业和渔政服务中心2026年度单位预算", "江河市渔业和渔政服务中心", []),
        ("江河市人民政府城乡供水实施方案的批复", "江河市政府", ["江河市政府"]),
        ("江河市人民政府办公室关于校园安全的通报", "江河市政府办", ["江河市政府办"]),
        ("江河市人民政府办公室关于校园安全的通报", "江河市人民政府办公室", []),
    ],
)
def test_a_name_with_words_left_out(title: str, signature: str, expected: list[str]) -> None:
    assert quotes("signature-form", f"{title}\n\n各镇人民政府：\n\n请认真落实。\n\n{signature}\n2026年4月2日\n") == expected
