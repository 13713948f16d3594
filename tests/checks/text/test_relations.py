"""What figures of lists, tables and lines show of one another: each document with a slip, and its correct twin."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from checks.told import quotes
from notices import notice


class Slip(NamedTuple):
    """The body of a notice, what stands right in it, what is written instead, and the quote that tells it."""

    body: str
    right: str
    wrong: str
    quote: str


_SLIPS = [
    Slip(
        "一、分级标准\n\n等级\t受灾面积\t响应\n一般\t10公顷以上50公顷以下\t6小时以内\n较大\t50公顷以上100公顷以下\t4小时以内\n重大\t100公顷以上\t2小时以内",
        "50公顷以上100公顷以下", "60公顷以上100公顷以下", "60公顷以上100公顷以下",
    ),
    Slip(
        "级别\t影响人口\t持续时间\n重大\t5万人以上\t24小时以上\n较大\t2万人以上、5万人以下\t12小时以上、24小时以下\n一般\t2万人以下\t6小时以上、12小时以下",
        "6小时以上、12小时以下", "12小时以上、6小时以下", "12小时以上、6小时以下",
    ),
    Slip(
        "一、完成情况\n\n| 序号 | 县区 | 已开工（公里） | 已完工（公里） |\n| --- | --- | --- | --- |\n| 1 | 云岭县 | 4.0 | 2.0 |\n| 2 | 临湖区 | 3.0 | 2.4 |\n| 3 | 丰泽县 | 4.6 | 3.0 |\n| 4 | 青山县 | 2.0 | 1.5 |",
        "3.0 | 2.4", "3.0 | 3.4", "3.4",
    ),
    Slip(
        "一、主要指标\n\n指标\t单位\t2025年\t2026年\t2027年\t2028年\n农村公路\t公里\t120\t140\t160\t180\n充电桩\t个\t1200\t1400\t1600\t1800",
        "1400\t1600\t1800", "1400\t1600\t180", "180",
    ),
    Slip(
        "（一）完成情况如下：\n\n序号\t指标\t单位\t目标\t完成\t是否达标\n1\t办结率\t%\t100\t100\t是\n2\t调解成功率\t%\t98\t98.2\t是\n3\t满意率\t%\t95\t97.5\t是\n4\t覆盖率\t%\t90\t91\t是",
        "98.2", "97.3", "97.3",
    ),
    Slip(
        "各县区投资完成率均超过80%的有云岭县、临湖区，云岭县、临湖区投资完成率均超过80%。\n\n序号\t县区\t投资完成率（%）\n1\t云岭县\t86.0\n2\t临湖区\t85.0\n3\t丰泽县\t70.0",
        "85.0", "75.0", "80%",
    ),
    Slip(
        "（一）每户补助最高不超过2万元。\n\n补助标准表\n\n类别\t补助标准（万元）\n重建\t2\n修缮\t1.2\n加固\t0.8",
        "不超过2万元", "不超过1.5万元", "1.5万元",
    ),
    Slip(
        "（二）工作组。指挥部下设4个工作组，职责见下表：\n\n组别\t牵头单位\n综合协调组\t县应急局\n抢险救援组\t县消防救援大队\n医疗防疫组\t县卫生健康局\n后勤保障组\t县发展改革局",
        "下设4个", "下设5个", "5",
    ),
    Slip("（二）资金使用方面（2个问题）\n\n1.专项资金滞留。\n\n2.报销凭证不全。\n\n（三）采购方面。按规定执行。", "（2个问题）", "（3个问题）", "（3个问题）"),
    Slip("三、会议议程\n\n（一）传达文件（10分钟）；\n\n（二）通报情况（15分钟）；\n\n（三）交流发言（每个5分钟，共10分钟）；\n\n（四）领导讲话（25分钟）。\n\n以上议程共计60分钟。", "共计60分钟", "共计70分钟", "70分钟"),
    Slip("一、主要任务\n\n| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n| 1 | 修订制度 | 县司法局 |\n| 2 | 开展培训 | 县司法局 |\n| 3 | 组织检查 | 县审计局 |\n\n以上3项任务由县政府督查室督办。", "以上3项", "以上4项", "4"),
    Slip("出席：王明（县长）、李强（副县长）\n\n列席：赵云（县供电公司）\n\n请假：孙立（县交通运输局）\n\n记录：吴用（县政府办公室）", "孙立", "王明", "王明"),
    Slip("一、排查情况。计划改造2600户，已完成1900户。\n\n二、下步安排。完成剩余700户改造任务。", "剩余700户", "剩余800户", "800户"),
    Slip("到2025年底，完成整治12处；到2026年底，累计完成21处；到2027年底，全县27处全部完成整治。\n\n分三批实施，第一批12处、第二批9处、第三批6处。", "完成整治12处", "完成整治14处", "14处"),
    Slip("截至2024年底，自来水普及率为91.2%。\n\n到2026年，自来水普及率达到95.5%，比2024年提高4.3个百分点。", "4.3个百分点", "5.3个百分点", "5.3个百分点"),
    Slip("一、完成情况\n\n全县共建成书屋86个。\n\n序号\t乡镇\t书屋（个）\n1\t石桥镇\t30\n2\t松林乡\t26\n3\t白水镇\t30\n合计\t\t86", "书屋86个", "书屋68个", "68个"),
]


@pytest.mark.parametrize("slip", _SLIPS, ids=[slip.quote for slip in _SLIPS])
def test_a_slip_is_told_at_its_place(slip: Slip) -> None:
    assert slip.right in slip.body
    assert slip.quote in quotes("total", notice(slip.body.replace(slip.right, slip.wrong, 1)))


@pytest.mark.parametrize("slip", _SLIPS, ids=[slip.quote for slip in _SLIPS])
def test_the_correct_twin_is_clean(slip: Slip) -> None:
    assert quotes("total", notice(slip.body)) == []


@pytest.mark.parametrize(
    "body",
    [
        # 其中 may name some parts only; parts may overlap; parallel sources are no whole and parts.
        "全县共有骨干60人，其中城区12人、乡镇25人。",
        "参训干部60人，其中党员45人、女干部20人。",
        "资金来源为：中央补助资金2400万元，县级财政资金1800万元，专项债券3000万元。",
        # What is planned may be surpassed; less is better of some things.
        "计划新增就业1200人，实际完成1320人。",
        "序号\t指标\t目标\t完成\t是否完成\n1\t平均浓度\t30\t27\t是\n2\t办结率\t98\t99\t是\n3\t满意率\t95\t96\t是\n4\t合格率\t90\t95\t是",
        # A day of coming or going, rounded means, several levels that each pay.
        "市、区两级每台各补1.5万元，312台共补936万元。",
        "瞭望塔11座，每座昼夜各1人，共需22人次。",
        # Items that bear counts of their own are groups.
        "（一）工作机制问题（共4个）\n\n1.责任不清问题1个。明确责任。\n\n2.促进不到位问题2个。组织活动。\n\n3.经费不足问题1个。统筹安排。\n\n（二）其他。按规定执行。",
        # Serials that leave some out on purpose.
        "一、项目清单（共4个）\n\n序号\t项目\n1\t甲\n2\t乙\n5\t丙",
        # Means are no parts; 即 behind a bound names some only.
        "（一）加固危房，需920万元。\n\n（二）拆除危房，需1200万元。\n\n（三）改造设施，需255万元，平均每所15万元。\n\n（四）改造厕所，需135万元，平均每处15万元。\n\n以上四项共需经费2510万元。",
        "届时累计销号应不少于4件，即新增事项之三、之四。",
        "任命8人，其中试用期一年的4人；免职5人，其中到龄退休1人。",
    ],
)
def test_what_only_looks_like_a_slip(body: str) -> None:
    assert quotes("total", notice(body)) == []
