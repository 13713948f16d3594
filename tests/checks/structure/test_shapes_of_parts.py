"""Parts in shapes that are easily passed over: numbers with blanks, names without marks between, copies to oneself, elements out of order."""

import pytest

from checks.told import findings

_LETTER = """江河市水利局

江水函〔2026〕8号

江河市水利局关于商请协助巡查河道的函

江河市公安局：

请贵局协助巡查清溪河道。

专此函达，请予支持。

附件：清溪河道巡查表

江河市水利局
2026年5月6日

（此件公开发布）

附件

清溪河道巡查表

抄送：江河市财政局，江河市审计局。
江河市水利局办公室　　2026年5月7日印发
"""
_SHAPES = [
    ("number-malformed", "〔2026〕8号", "〔2026〕8 号", "江水函〔2026〕8 号"),
    ("number-malformed", "江水函〔", "江水函 〔", "江水函 〔2026〕8号"),
    ("number-issuer", "江河市水利局\n\n江", "江河市水利局文件\n\n江", "江河市水利局文件"),
    ("addressee-form", "江河市公安局：", "各有关单位各学校：", "单位各"),
    ("copies-form", "江河市审计局。", "江河市水利局。", "江河市水利局"),
    ("copies-form", "江河市财政局，", "云岭县财政局，", "江河市审计局"),
    ("genre-closing", "请贵局协助", "请贵委协助", "贵委"),
    ("element-order", "专此函达，请予支持。\n\n附件：清溪河道巡查表\n\n", "附件：清溪河道巡查表\n\n专此函达。\n\n", "清溪河道巡查表"),
    ("element-order", "江河市水利局\n2026年5月6日\n\n（此件公开发布）", "（此件公开发布）\n\n江河市水利局\n2026年5月6日", "（此件公开发布）"),
    ("imprint-form", "7日印发", "7日印发。", "印发。"),
    ("title-form", "关于商请协助巡查河道的函", "函", "函"),
]


@pytest.mark.parametrize(("name", "usual", "written", "quote"), _SHAPES)
def test_a_shape_is_told(name: str, usual: str, written: str, quote: str) -> None:
    assert usual in _LETTER
    found = findings(name, _LETTER.replace(usual, written, 1), "final")
    assert quote in [finding.quote for finding in found]


@pytest.mark.parametrize("name", sorted({name for name, *_rest in _SHAPES}))
def test_the_usual_shape_is_not(name: str) -> None:
    assert findings(name, _LETTER, "final") == []


def test_issuers_side_by_side_and_a_word_cut() -> None:
    text = _LETTER.replace("江河市水利局关于商请", "江河市水利局江河市林业局关于商请", 1)
    assert [finding.quote for finding in findings("title-form", text, "final")] == ["局江"]
    cut = _LETTER.replace("协助巡查河道的函", "协助巡查河道行动方\n案的函", 1)
    assert len(findings("title-form", cut, "final")) == 1
