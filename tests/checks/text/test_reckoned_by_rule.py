"""Figures that the text lets one reckon: editions, sizes, crews, quorums, what is left, scores of a table."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

_SCORES = "单位\t得分\n石桥镇\t92\n河湾镇\t90\n柳林镇\t88"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("大集自2016年首次举办，每两年一届，2026年9月将举办第七届。", ["第七届"]),
        ("大集自2016年首次举办，每两年一届，2026年9月将举办第六届。", []),
        ("自2020年起至2025年，我市连续7年免费接种疫苗。", ["连续7年"]),
        ("自2026年起连续三年给予补助。", []),
        ("场地长32米、宽19米，面积680平方米。", ["680平方米"]),
        ("实行三班制，每班8人，另设机动人员4人，共需30人。", ["30"]),
        ("实行三班制，每班8人，另设机动人员4人，共需28人。", []),
        ("由两局各派工程师1人、养护人员1人，共6人。", ["6"]),
        ("委员会由27名委员组成，须有三分之二以上委员（即16人以上）出席。", ["16"]),
        ("全市8个县中，除甲县、乙县、丙县尚在公示外，其余6个县均已完成。", ["6个"]),
        ("评分标准为价格40分、技术30分、服务25分、履约能力10分。", ["10分"]),
        ("区级资金的60%即1428万元拨付到位，其余988万元按进度支付。", ["1428万元"]),
        ("产值由2020年的1.5亿元增长到2025年的3.6亿元，是2020年的2.6倍。", ["是2020年的2.6倍"]),
        ("时间为9:00至11:40，其中动员30分钟，演练120分钟，点评20分钟。", ["20分钟"]),
        (f"三个镇平均得分91.5分，情况如下：\n\n{_SCORES}", ["91.5分"]),
        (f"得分90分以上的3个，情况如下：\n\n{_SCORES}", ["3个"]),
    ],
)
def test_what_the_text_lets_one_reckon(line: str, expected: list[str]) -> None:
    assert quotes("total", notice(line)) == expected
