"""One file examined: what is kept of it for the report, the store and the batch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.toys import rule, ruleset
from hegao.checks.base import Context, Hit, check
from hegao.document.model import Node
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import check_bytes, check_source, check_target
from hegao.engine.run.targets import Target
from hegao.sources.files import source_of
from notices import notice

pytestmark = pytest.mark.usefixtures("own_checks")


@pytest.fixture
def plan(own_checks: None) -> Plan:
    """A plan with one rule, which finds 要."""

    @check("word", {"paragraph"})
    def word(node: Node, context: Context) -> Iterator[Hit]:
        at = node.text.value.find("要")
        if at >= 0:
            yield Hit(node.text.slice(at, at + 1))

    return Plan(ruleset(rule("TXT701", "word", "word")), Options())


def test_a_result_has_documents_findings_and_the_lines_that_reports_show(plan: Plan) -> None:
    result, facts = check_bytes(notice("各单位要落实。", "要抓紧。").encode(), "通知.txt", plan)
    assert [(one.number, one.title, one.line) for one in result.documents] == [
        ("江政办发〔2026〕12号", "江河市人民政府办公室关于做好有关工作的通知", 1)
    ]
    assert [(one.span.line, one.quote) for one in result.findings] == [(7, "要"), (9, "要")]
    assert result.lines == {7: "各单位要落实。", 9: "要抓紧。"}
    assert (result.profile, result.failed, facts) == ("draft", False, [])


def test_a_gazette_is_judged_as_published_whatever_was_asked_for(plan: Plan) -> None:
    first = notice("请落实。", title="关于做好防汛工作的通知", number="江政办发〔2026〕1号")
    second = notice("请落实。", title="关于做好护林工作的通知", number="江政办发〔2026〕2号")
    result, _facts = check_bytes(f"{first}\n{second}".encode(), "公报.txt", plan)
    assert (result.profile, len(result.documents)) == ("gazette", 2)


def test_what_cannot_be_read_is_a_finding_and_the_file_failed(plan: Plan, tmp_path: Path) -> None:
    for result, _facts in (check_bytes(b"", "空.txt", plan), check_target(Target("没有.txt", str(tmp_path / "没有.txt")), plan)):
        assert result.failed
        assert [one.name for one in result.findings] == ["unreadable"]


def test_files_stay_in_the_order_in_which_they_came(plan: Plan) -> None:
    names = ["丙.txt", "甲.txt", "乙.txt"]
    outcomes = (check_source(source_of("要。".encode(), name), plan) for name in names)
    assert [file.path for file in gather(outcomes, plan).files] == names
