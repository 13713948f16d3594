"""Equations written out against what they give, net changes against what came and went."""

from __future__ import annotations

import pytest

from checks.told import findings
from notices import notice


@pytest.mark.parametrize(
    ("sentence", "quote", "right"),
    [
        ("年度得分为26.40＋27.45＋37.20＋1.50＝93.55分。", "93.55", "92.55"),
        ("补助按300元×12个月＝3800元计算。", "3800", "3600"),
        ("培训费为2000元×160人＝36万元。", "36", "32"),
        ("完成率为45÷60＝76%。", "76", "75"),
        ("人均（120＋60）÷4＝46件。", "46", "45"),
        ("年末余额＝152.30－8.60＋6.00＝149.80亿元。", "149.80", "149.7"),
        ("年末规模以上工业企业128家，比上年末净增加7家，其中新入库12家、退库6家。", "7家", "6家"),
    ],
)
def test_a_result_that_is_not_what_stands_before_it(sentence: str, quote: str, right: str) -> None:
    (found,) = findings("total", notice(sentence))
    assert found.quote == quote
    assert f"为{right}" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "年度得分为26.40＋27.45＋37.20＋1.50＝92.55分。",
        "培训费为2000元×160人＝32万元，完成率为92÷120＝76.7%。",
        "年末余额＝152.30－8.60＋6.00＝149.70亿元。",
        "桩号K12＋300＝K0＋000，设备型号A3-2=B4。",
        "总分＝平时成绩×40%＋考试成绩×60%。",
        "年末规模以上工业企业128家，比上年末净增加6家，其中新入库12家、退库6家。",
    ],
)
def test_results_that_fit_and_what_is_no_equation(sentence: str) -> None:
    assert findings("total", notice(sentence)) == []
