"""Words typed for others of the same sound."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(text: str) -> list[tuple[str, object]]:
    return [(hit.at.value, hit.facts["right"]) for hit in hits("word-table", notice(text), margin=5.0, doubtful=4.8)]


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("发生险情的，第一实践报告县应急管理局。", "实践", "时间"),
        ("各乡镇要在5月20日前将自查抱高报县水利局。", "抱高", "报告"),
        ("请各单位认真组织事实，确保取得实效。", "事实", "实施"),
        ("推进项目见设，落实责任。", "项目见设", "项目建设"),
    ],
)
def test_a_word_typed_for_another(text: str, written: str, right: str) -> None:
    assert (written, right) in told(text)


@pytest.mark.parametrize("text", ["四个季度依次为20所、18所、15所、12所。", "请各单位认真组织实施，按照实际情况抓好落实。", "购买书籍300册，配备药店2家。"])
def test_right_words(text: str) -> None:
    assert [one for one in told(text) if one[1] in ("一次", "事实")] == []
