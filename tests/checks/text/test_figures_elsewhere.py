"""Figures against tables, attachments, items and timetables of the same document."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice

#: {wrong|right}; the place that a clerk would mark is the wrong figure, or the other side.
_TIMETABLE = """附件
专线时刻表
班次\t方向\t发车时间\t到达时间\t运行时长（分钟）
1\t去程\t8:00\t8:55\t55
2\t去程\t9:30\t10:20\t%s
3\t返程\t11:30\t12:20\t50
4\t返程\t15:00\t15:50\t50"""
_LISTED = """对先进集体名单（见附件）予以公布。授予市粮食局等%s个单位先进集体称号。
附件：先进集体名单
附件
先进集体名单
序号\t单位\t地址
1\t市粮食局\t东街
2\t市档案馆\t西街
3\t临湖区水利局\t南街
4\t云岭县气象局\t北街"""
_SEEN = """已建成避难场所%s处（见附件）。
附件：避难场所名单
附件
避难场所名单
序号\t名称\t面积
1\t东门广场\t300
2\t西门学校\t500
3\t南门公园\t800
4\t北门体育场\t900"""
_RETOLD = """（一）迁移工程。红线内坟墓迁移%s座，由临湖街道办事处牵头。
附件：任务表
附件
任务表
序号\t任务\t单位
1\t迁移坟墓46座\t临湖街道办事处
2\t拆除围墙300米\t区住房城乡建设局"""
_BELOW = """一、整改任务
（一）设施问题（共%s个）
1.盲道不连续问题5个。修复盲道3条。
2.坡道不合标准问题3个。改造坡道46处。
3.无障碍卫生间缺失问题3个。新建12座。"""
_LED = """听证会参加人共%s名，其中：
（一）消费者10名，占40%%。自愿报名产生。
（二）经营者5名。由协会推荐。
（三）专家、学者3名。由市科协推荐。
（四）人大代表、政协委员7名。由有关单位推荐。"""
_SCORED = """考核内容包括下列四项，总分100分：
（一）亮灯率，45分；
（二）完好率，20分；
（三）故障处置，%s分；
（四）安全管理，15分。"""
_VIEWED = """一是年龄结构。35周岁及以下的86人，36周岁至55周岁的163人，56周岁及以上的51人，平均年龄44.2周岁。
二是学历结构。大专及以上学历的110人，高中学历的110人，初中及以下学历的%s人，大专及以上学历的占36.7%%。
三是人员来源。返乡创业人员100人，退役军人50人，其他人员150人。"""
_PAID = """资金按照下列方式拨付：
（一）项目批复后，拨付30%%；
（二）主体完工后，拨付40%%；
（三）验收合格后，拨付%s%%。"""
_INDICATORS = """良种率由2024年的68%%提高到80%%。
附件：指标表
附件
指标表
序号\t指标\t单位\t2024年实际\t2025年目标\t2026年目标
1\t茶园面积\t万亩\t34.6\t35\t35.5
2\t良种率\t%%\t%s\t72\t80"""

_GROUPED = """附件：先进集体名单
附件
先进集体名单
一、市直单位（%s个）
市水利局防汛科
市气象局预报台
市公安局特警支队
二、企业
江河供电公司抢修班
江河市蓝盾救援队"""
_HONOURED = """授予高岩等%s名同志“先进个人”称号。
附件：先进个人名单
附件
先进个人名单
序号\t姓名\t单位
1\t高岩\t市水利局
2\t沈秋\t市气象局
3\t马力行\t市公安局
4\t石磊\t云岭县水利局"""
_COURSES = """全部课程共%s学时，课程安排见附件。
附件：课程安排表
附件
课程安排表
日期\t内容\t学时\t地点
5月12日\t政策法规\t4\t第一教室
5月13日\t现场教学\t4\t青山水库
5月14日\t安全监测\t6\t第二教室
5月14日\t考试\t—\t考场"""
_SOURCED = """（一）项目总投资6600万元。
（二）资金来源为：中央补助资金2400万元，县级财政资金%s万元，专项债券3000万元。"""
_REWARDED = """附件：奖励资金分配表
附件
奖励资金分配表
序号\t类别\t数量\t奖励标准（万元）\t金额（万元）
1\t市直集体\t4个\t5\t20
2\t县区集体\t3个\t5\t%s
3\t企业集体\t2个\t5\t10"""


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (_GROUPED, "4", "3"),
        (_HONOURED, "5", "4"),
        (_COURSES, "16", "14"),
        (_SOURCED, "1800", "1200"),
        (_REWARDED, "18", "15"),
        (_TIMETABLE, "60", "50"),
        (_LISTED, "5", "4"),
        (_SEEN, "5", "4"),
        (_RETOLD, "47", "46"),
        (_BELOW, "12", "11"),
        (_LED, "26", "25"),
        (_SCORED, "25", "20"),
        (_VIEWED, "90", "80"),
        (_PAID, "40", "30"),
        (_INDICATORS, "66", "68"),
    ],
)
def test_a_figure_that_stands_elsewhere_otherwise_is_told(text: str, wrong: str, right: str) -> None:
    assert len(quotes("total", notice(*(text % wrong).split("\n")))) == 1
    assert quotes("total", notice(*(text % right).split("\n"))) == []


@pytest.mark.parametrize(
    "text",
    [
        # The rest of several batches; a rest that is a name; a part of a part.
        "三批共下达指标460个，第一批180个，第二批160个，其余120个年底前下达。",
        "用于设施建设1.58亿元、运营补贴0.86亿元、人才培训和其他0.25亿元。",
        # Rates that may be above a hundred.
        "全年销售额增长率达到120%，拨备覆盖率达到150%。",
        # What falls goes from more to less.
        "办理时限由45天压缩至30天，收费标准从20元至15元逐步下调。",
        # Groups of unequal size.
        "抽调25人组成4个组，每组不少于6人。",
        # Kinds and sums of an attachment's rows may be counted as well as its rows.
        "全年支付70%的工程款，其余款项按合同约定的5%分期扣留。",
    ],
)
def test_what_does_not_hang_together_is_left(text: str) -> None:
    assert quotes("total", notice(text)) == []


@pytest.mark.parametrize(
    "body",
    [
        ("加装栏杆54处，其中云岭县16处、临湖区20处、青山县8处、河口县6处、松坪县4处。",),
        ("发现问题63个，其中进度滞后21个、支付滞后15个、质量隐患27个。", "（一）进度滞后。7个未开工项目中，云岭县3个、临湖区4个，原因是用地手续未办结。"),
    ],
)
def test_what_a_list_has_is_no_whole_of_the_rest(body: tuple[str, ...]) -> None:
    assert quotes("total", notice(*body)) == []


def test_hours_and_minutes_are_one_length() -> None:
    assert quotes("total", notice("演练于5月14日（星期四）9:00至11:30举行，历时2小时30分钟。")) == []
    assert quotes("total", notice("演练于5月14日（星期四）9:00至11:30举行，历时2小时20分钟。")) == ["2小时20分钟"]


@pytest.mark.parametrize(("year", "found"), [(2025, []), (2026, ["38.6亿元"])])
def test_a_table_of_another_year_says_nothing_of_this_one(year: int, found: list[str]) -> None:
    rows = ("企业\t营业收入（亿元）\t利润总额（亿元）", "甲公司\t15.0\t2.2", "乙公司\t13.1\t1.1", "丙公司\t12.3\t1.1", "合计\t40.4\t4.4")
    text = notice(f"{year}年，集团营业收入38.6亿元。", "附件：2026年度经营目标表") + "\n".join(("附件", "", "2026年度经营目标表", "", *rows))
    assert quotes("total", text) == found
