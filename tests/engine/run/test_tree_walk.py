"""One walk over a file: each node to the rules on its kind, in order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from engine.toys import parse, rule, ruleset, source
from hegao.checks.base import Context, Hit, check
from hegao.document.model import File, Node
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.composing import Composer
from hegao.engine.rules.rule import GAZETTE, Rule
from hegao.engine.run.tree_walk import Walk
from hegao.sources.text import Span
from notices import notice
from reading import read

pytestmark = pytest.mark.usefixtures("own_checks")

KINDS = {"document", "title", "heading", "paragraph", "entry", "cell", "row", "task"}


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """A check that finds every node, and one that crashes on 坏."""

    @check("every", KINDS)
    def every(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)

    @check("fragile", KINDS)
    def fragile(node: Node, context: Context) -> Iterator[Hit]:
        if "坏" in node.text.value:
            raise ValueError("坏")
        yield Hit(node.text)

    @check("told", {"document"}, facts=("profile", "day", "title"))
    def told(node: Node, context: Context) -> Iterator[Hit]:
        title = context.document.title.text.value if context.document.title else ""
        yield Hit(node.text, {"profile": context.profile, "day": str(context.as_of), "title": title})


def walked(file: File, *rules: Rule, profile: str = "draft", options: Options | None = None) -> Walk:
    """The walk over a file with these rules."""
    walk = Walk(file, Plan(ruleset(*rules), options or Options()), Composer(file.path), profile)
    walk.run()
    return walk


def places(walk: Walk) -> list[str]:
    """Rule and text of each draft, in the order of the walk."""
    return [f"{draft.finding.rule} {draft.mark[3]}" for draft in walk.drafts]


TOY = "# 关于防汛的通知\n一、目标\n备足物资\n"


def test_every_node_goes_to_the_rules_on_its_kind_in_order_of_their_codes() -> None:
    both, one = rule("TXT702", "b", "every", nodes=("heading", "paragraph")), rule("TXT701", "a", "every", nodes=("paragraph",))
    walk = walked(parse(source(TOY)), both, one)
    assert places(walk) == ["TXT702 一、目标", "TXT701 备足物资", "TXT702 备足物资"]
    assert not walk.failed


def test_a_selector_asks_for_values_of_the_node() -> None:
    text = "一、甲\n\n（一）乙\n\n1.丙"
    walk = walked(read(text), rule("TXT701", "a", "every", nodes=("heading",), where={"style": ("han", "digit")}))
    assert places(walk) == ["TXT701 一、甲", "TXT701 1.丙"]


def test_cells_are_shown_behind_their_rows_where_a_rule_asks_for_them() -> None:
    table = notice("附件：任务分工表", behind="任务分工表\n\n序号\t任务\t责任单位\n1\t建成水厂\t市水利局\n2\t巡查\t市应急局")
    walk = walked(read(table), rule("TXT701", "a", "every", nodes=("cell",)))
    assert places(walk) == ["TXT701 1", "TXT701 建成水厂", "TXT701 市水利局", "TXT701 2", "TXT701 巡查", "TXT701 市应急局"]


def test_entries_of_a_contents_list_are_shown_once_and_belong_to_no_document() -> None:
    walk = walked(parse(source("> 甲……1\n# 甲\n----\n# 乙\n")), rule("TXT701", "a", "every", nodes=("entry",)))
    [draft] = walk.drafts
    assert (draft.finding.document, draft.mark) == ("", ("TXT701", "通知.txt", "", "甲……1"))


def test_checks_are_told_document_profile_and_day() -> None:
    one = rule("TXT701", "a", "told", nodes=("document",), message="{title} {profile} {day}")
    text = "# 甲\n----\n# 乙\n"
    options = Options(as_of=datetime.date(2026, 6, 1))
    assert [draft.finding.message for draft in walked(parse(source(text)), one, options=options).drafts] == [
        "甲 draft 2026-06-01",
        "乙 draft 2026-06-01",
    ]
    # A gazette is judged as a public copy.
    assert next(draft.finding.message for draft in walked(parse(source(text)), one, profile=GAZETTE).drafts) == "甲 published None"


def test_what_crashes_is_told_once_and_off_for_the_rest_of_the_file() -> None:
    fragile, other = rule("TXT701", "a", "fragile"), rule("TXT702", "b", "every")
    walk = walked(parse(source("好\n坏\n坏\n好\n")), fragile, other)
    assert walk.failed
    assert [draft.finding.name for draft in walk.drafts] == ["a", "b", "check-crashed", "b", "b", "b"]
    [crash] = [draft.finding for draft in walk.drafts if draft.finding.name == "check-crashed"]
    assert (crash.span.line, crash.message) == (2, "TXT701 a 出错：ValueError: 坏")


def test_the_headings_above_are_read_once_a_document() -> None:
    file = parse(source(TOY))
    walk = walked(file, rule("TXT701", "a", "every"))
    assert walk.drafts[0].mark[2] == "关于防汛的通知/目标"
    assert walk.place(file.documents[0], Span(1, 1, 1, 2)) == "关于防汛的通知"
