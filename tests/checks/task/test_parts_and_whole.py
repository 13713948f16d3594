"""Parts held against their whole, and steps whose terms are told twice."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("对12个问题逐项整改，2026年8月底前完成10个，7月底前全部完成。",), ["7月底前"]),
        (("对12个问题逐项整改，2026年7月底前完成10个，8月底前全部完成。",), []),
        (("行动自2026年7月1日至9月30日开展。", "（一）排查阶段（7月1日至7月31日）。全面排查。", "（二）整治阶段（8月1日至10月31日）。集中整治。"), ["8月1日至10月31日"]),
        (("行动自2026年7月1日至9月30日开展。", "（一）排查阶段（7月1日至7月31日）。全面排查。", "（二）整治阶段（8月1日至9月30日）。集中整治。"), []),
        (("（一）自评（2026年11月1日至11月15日）。对照评分表自评，11月5日前报送自评报告。", "（二）复核（2026年11月16日至11月30日）。市级复核。"), ["11月5日前"]),
        (("（一）自评（2026年11月1日至11月15日）。对照评分表自评，11月15日前报送自评报告。", "（二）复核（2026年11月16日至11月30日）。市级复核。"), []),
        (("一、工作目标", "到2026年7月15日，全市32处易涝点完成整治25处。", "二、主要任务", "（一）加快易涝点整治。逐一整治。（市城管局牵头，市水利局配合，2026年7月25日前完成）"), ["2026年7月25日前完成"]),
        (("一、工作目标", "到2026年7月15日，全市32处易涝点完成整治25处。", "二、主要任务", "（一）加快易涝点整治。逐一整治。（市城管局牵头，市水利局配合，2026年7月15日前完成）"), []),
    ],
)
def test_part_against_whole(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("deadline-conflict", notice(*body)) == expected


@pytest.mark.parametrize(("day", "expected"), [("11月30日前", ["2026年11月30日前"]), ("10月31日前", [])])
def test_odd_row_of_a_table_all_of_which_is_due_by_one_day(day: str, expected: list[str]) -> None:
    rows = ("1\t城东区\t9\t2026年10月31日前", "2\t城西区\t10\t2026年10月31日前", f"3\t云岭县\t8\t2026年{day}", "4\t临湖区\t6\t2026年10月31日前")
    table = "\n".join(("序号\t县（区）\t未完成数\t整改时限", *rows))
    assert quotes("deadline-conflict", notice("对剩余的33处隐患，于2026年10月31日前全部整改到位。", table)) == expected


TABLE = "序号\t环节\t办理单位\t办理时限\n1\t受理\t市政务服务中心\t1个工作日\n2\t初审\t市城管局\t{}个工作日\n3\t复核\t市公安局\t5个工作日"


@pytest.mark.parametrize(("days", "expected"), [(15, ["15个工作日"]), (10, [])])
def test_term_of_a_step_in_a_table_and_in_the_text(days: int, expected: list[str]) -> None:
    text = ("市城管局应当自受理之日起10个工作日内完成初审。", "市公安局应当自收到初审意见之日起5个工作日内完成复核。", TABLE.format(days))
    assert quotes("deadline-conflict", notice(*text)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("审核结果应当公示，公示期不少于7日。", "公示期5日，公示无异议的，予以备案。"), ["5日"]),
        (("审核结果应当公示，公示期不少于7日。", "公示期10日，公示无异议的，予以备案。"), []),
        (("发生事故的，经营者应当在1小时内报告市应急管理局。", "发生事故的，经营者应当在2小时内报告市应急管理局。"), ["2小时"]),
        (("发生事故的，经营者应当在1小时内报告市应急管理局。", "市应急管理局应当在2小时内报告市人民政府。"), []),
        (("县住建局应当在5个工作日内完成审核。", "市住建局应当在10个工作日内完成审核。"), []),
        (("县住建局应当在5个工作日内完成审核。", "情况复杂的，县住建局应当在10个工作日内完成审核。"), []),
    ],
)
def test_term_told_twice_in_the_text(body: tuple[str, ...], expected: list[str]) -> None:
    assert quotes("deadline-conflict", notice(*body)) == expected
