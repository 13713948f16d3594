"""Whatever the text: no check crashes, every finding stands where it says, and the outcome can be stored."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import PROFILES, Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.composing import order
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import check_source
from hegao.sources.source import Source

#: Lines of every kind, some with slips; in any order they make documents nobody would write.
TEXT = """江河市人民政府办公室文件
江河市人民政府办公室关于印发2026年防汛工作方案的通知
关于表扬先进集体的决定
江政办发〔2026〕12号
江政办发[2026]第012号
各县（区）人民政府，市直各部门：
现将《2026年防汛工作方案》（江政办发〔2025〕3号）印发给你们，请认真组织实施。
一、总体要求
三、落实措施。各单位要高度重视（市水利局牵头，市财政局、财政局配合，2025年2月30日前完成）
（一）加强巡查。〔牵头单位：市水利局；配合单位：市应急局〕
（三）尽快完成整改，，确保安全
1.建设水库3座，其中大型1座、小型1座。
（1）自2026年9月20日至9月1日开展检查）。
第三条 本办法自印发之日起施行。
序号\t工作任务\t牵头单位\t完成时限
1\t加固堤防\t市水利局\t2026年6月底前
3\t清淤疏浚\t\t
\t\t市财政局\t长期推进
| 序号 | 事项 | 责任单位 |
| --- | --- | --- |
| 2 | 整治 | 云岭县人民政府 |
附件：1．任务分工表
2．联系人名单
附件1
任务分工表
江河市人民政府办公室
2026年4月1日
（此件公开发布）
抄送：市委各部门，市人大常委会办公室。
江河市人民政府办公室 2026年4月2日印发
目　录
江河市人民政府关于防火的通知（江政发〔2026〕6号）……（4）
# 江河市人民政府公报
2026年第3期（总第15期）
— 2 —
联系电话：0000-1234567
"""
LINES = TEXT.split("\n")

texts = st.lists(
    st.sampled_from(LINES) | st.text("关于的通知一二（）《》〔〕2026年月日号、，。：；\t|# 1.", max_size=30), min_size=1, max_size=25
)


@cache
def plan(profile: str) -> Plan:
    """All built-in rules under a profile."""
    return Plan(load_rules(), Options(profile=profile))


@settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts, st.sampled_from(PROFILES), st.sampled_from(["草稿.txt", "草稿.md"]))
def test_any_text(lines: list[str], profile: str, path: str) -> None:
    """Two runs agree, every quote stands at its place, and nothing crashes."""
    source = Source(path, tuple(lines))
    outcome = check_source(source, plan(profile))
    stored = json.dumps(to_json(outcome))
    assert stored == json.dumps(to_json(check_source(source, plan(profile))))
    assert from_json(json.loads(stored), path, plan(profile)) == outcome
    [judged] = gather([outcome], plan(profile)).files
    findings = judged.findings
    assert [one.message for one in findings if one.name == "check-crashed"] == []
    assert findings == sorted(findings, key=order)
    assert len({one.fingerprint for one in findings}) == len(findings)
    for one in findings:
        span = one.span
        if one.name != "unreadable":
            assert lines[span.line - 1].startswith(one.quote, span.column - 1)
            assert judged.lines[span.line] == lines[span.line - 1]
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        for edit in one.edits:
            assert edit.span.line == edit.span.end_line
