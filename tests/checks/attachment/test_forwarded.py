"""Attachments behind a document that is forwarded and stands in the file as one of its own."""

from __future__ import annotations

from checks.told import quotes

FILE = """江河市水利局文件

江水发〔2026〕18号

江河市水利局转发省水利厅关于做好山塘巡查工作的通知

各县（区）水利局：

现将《省水利厅关于做好山塘巡查工作的通知》转发给你们，请认真落实。

附件：1.省水利厅关于做好山塘巡查工作的通知
　　　2.巡查小组分工表

江河市水利局
2026年5月18日

附件1

省水利厅关于做好山塘巡查工作的通知

水发〔2026〕31号

各市水利局：

汛期每日巡查一次。

省水利厅
2026年5月11日

附件2

{title}

序号	组别	片区
1	第一组	云岭县
2	第二组	临湖区
"""


def test_they_are_there_and_announced() -> None:
    text = FILE.format(title="巡查小组分工表")
    assert quotes("attachment-missing", text) == []
    assert quotes("attachment-unannounced", text) == []


def test_another_one_is_not() -> None:
    assert quotes("attachment-missing", FILE.format(title="山塘名录")) == ["巡查小组分工表"]
