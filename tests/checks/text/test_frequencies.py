"""How often, and on how many days."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    "passage",
    [
        "市安委办每季度组织1次综合督查，全年不少于{3次|4次}。",
        "联席会议每月召开1次例会，全年共{10次|12次}。",
        "各学校每半年组织一次演练，全年共{三次|两次}。",
        "法律援助窗口每周二、周四开放，每周开放{3天|2天}。",
        "图书馆周二至周日9:00—17:00开放，每周开放{5天|6天}，周一闭馆。",
        "工作人员周一至周五每日工作8小时，每周工作{48小时|40小时}。",
        "活动为期{4天|3天}：6月24日开幕，6月25日竞赛，6月26日闭幕。",
    ],
)
def test_counts_of_times_and_days(passage: str) -> None:
    before, _, rest = passage.partition("{")
    (wrong, right), after = rest.partition("}")[0].split("|"), rest.partition("}")[2]
    assert quotes("total", notice(before + wrong + after)) == [wrong]
    assert quotes("total", notice(before + right + after)) == []


@pytest.mark.parametrize(
    "passage",
    [
        "每月至少检查1次，全年共20次。",
        "每周开展1次巡查，全年不少于50次。",
        "活动为期2天：6月24日报到，6月25日竞赛，6月26日参观。",
        "二、春节：2月14日至20日放假调休，共7天。2月12日（星期四）、2月13日（星期五）上班。",
        "每季度通报1次，全年检查企业40家。",
    ],
)
def test_counts_that_do_not_clash(passage: str) -> None:
    assert quotes("total", notice(passage)) == []
