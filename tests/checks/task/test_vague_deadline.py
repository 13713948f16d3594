"""Duties in running text whose time is a word like 尽快."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("请于2026年6月26日（星期五）前函复意见，尽快提供参展名单。",), ["尽快"]),
        (("（一）6月20日前报送名单。", "（二）6月25日前报送材料。", "（三）请各单位近期报送发言稿。"), ["近期"]),
        (("（一）6月20日前报送名单。", "（二）6月25日前完成清淤。", "（三）由供电公司负责，适时完成线路迁改。"), ["适时"]),
        (("（一）6月20日前报送名单。", "（二）6月25日前完成清淤。", "（三）推动重大项目尽快开工。"), []),
        (("（一）6月20日前报送名单。", "（二）6月25日前完成清淤。", "（三）根据执行情况适时修订完善方案。"), []),
        (("（一）6月20日前报送名单。", "（二）6月25日前完成清淤。", "（三）适时开展专项督查。"), []),
        (("各单位要提高认识，尽快完成各项准备工作。",), []),
    ],
)
def test_vague_word_in_running_text_among_days(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("deadline-vague", notice("一、重点任务", *body)) == expected
