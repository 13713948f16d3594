"""Bodies named twice, under two names, or by half a name."""

from __future__ import annotations

import pytest

from checks.drafts import clause, context, document, siblings
from hegao.checks.shared.lookup_tables import BUILTIN
from hegao.checks.shared.roster import Bodies
from hegao.checks.task.bearers import unit_duplicate, unit_unknown, unit_variant
from hegao.checks.task.two_leads import leads_that_help
from hegao.words.departments import departments

BODIES = BUILTIN.made(Bodies)


def variants(*clauses: tuple[str, str]) -> list[tuple[str, str]]:
    """Rare and usual names found among tasks of these leads and helpers."""
    of = document(tasks=siblings(*(clause("修路", lead, coop) for lead, coop in clauses)))
    return [(str(hit.facts["unit"]), str(hit.facts["other"])) for hit in unit_variant(of, context(of))]


def unknown(lead: str, coop: str = "", others: str = "") -> list[tuple[str, str]]:
    """Names that cannot be, with what is likely meant."""
    of = document(tasks=siblings(clause("修路", lead, coop), clause("架桥", others)))
    return [(str(hit.facts["unit"]), str(hit.facts["likely"])) for hit in unit_unknown(of, context(of))]


def doubled(lead: str, coop: str = "") -> list[str]:
    """Bodies named twice in one task."""
    task = clause("修路", lead, coop)
    return [hit.at.value for hit in unit_duplicate(task, context(document(tasks=[task])))]


@pytest.mark.parametrize(
    ("name", "prefix", "full", "form"),
    [
        ("市市场监管局", "市", "市场监督管理局", "short"),
        ("江河市发展和改革委员会", "江河市", "发展和改革委员会", "full"),
        ("区发改局", "区", "发展和改革局", "colloquial"),
        ("市财政局（金融办）", "市", "财政局", "full"),
        ("国家税务总局江河市税务局", "国家税务总局江河市", "税务局", "full"),
    ],
)
def test_lookup(name: str, prefix: str, full: str, form: str) -> None:
    known = BODIES.lookup(name)
    assert known is not None
    assert (known.prefix, known.department.full, known.form) == (prefix, full, form)


@pytest.mark.parametrize("name", ["市公安局临湖分局", "市政府办公室", "各有关单位", "江河海事局", ""])
def test_lookup_of_names_that_the_table_does_not_know(name: str) -> None:
    assert BODIES.lookup(name) is None


def test_every_name_of_the_table_is_found_with_a_level_before_it() -> None:
    wrong = [name for name in departments() if (known := BODIES.lookup("县" + name)) is None or known.prefix != "县"]
    assert wrong == []


def test_full_and_short_name_are_one_body() -> None:
    assert BODIES.identity("市住房和城乡建设局") == BODIES.identity("市住房城乡建设局")
    assert BODIES.identity("市发展改革委") != BODIES.identity("县发展改革委")
    assert BODIES.identity("区发展和改革委员会") != BODIES.identity("区发展和改革局")


def test_unit_twice_in_one_list() -> None:
    assert doubled("市公安局、财政局、市财政局") == ["市财政局"]


def test_a_lead_that_helps_too() -> None:
    task = clause("修路", "市住房城乡建设局", "市公安局、市住房和城乡建设局")
    assert [found.unit.name for found in leads_that_help(task, BODIES)] == ["市住房和城乡建设局"]


def test_elided_prefix_and_other_levels_are_no_repeats() -> None:
    assert doubled("市公安局、财政局，县财政局、县公安局") == []


def test_two_leads_in_one_bracket_may_help_each_other() -> None:
    task = clause("修路", "市公安局", "市公安局")
    task.text = type(task.text).of_line("（市公安局牵头、市水利局配合修路，市水利局牵头、市公安局配合架桥）", 1)
    assert list(leads_that_help(task, BODIES)) == []


def test_committee_beside_bureau() -> None:
    assert variants(("区发展和改革局", ""), ("区发展改革局", ""), ("区教育局", "区发展和改革委员会")) == [
        ("区发展和改革委员会", "区发展和改革局")
    ]


def test_standard_names_may_stand_side_by_side() -> None:
    assert variants(("市住房城乡建设局", "市发展改革委"), ("市住房和城乡建设局", "市发展和改革委员会")) == []


def test_two_levels_of_government_are_two_bodies() -> None:
    assert variants(("区发展和改革局", "市发展改革委"), ("省发展改革委", "各县（区）发展改革局")) == []


def test_colloquial_beside_standard_name() -> None:
    assert variants(("市住建局", ""), ("市住房城乡建设局", "")) == [("市住建局", "市住房城乡建设局")]


def test_a_plate_in_brackets_makes_no_variant() -> None:
    assert variants(("市发改委（审改办）", ""), ("市发改委（审改办、大数据局）", "市财政局"), ("市发改委", "市财政局（金融办）")) == [("市发改委", "市发展改革委")]


def test_colloquial_name_alone_is_told_by_the_standard_one() -> None:
    assert variants(("市住建局", ""), ("市住建局", "市财政局")) == [("市住建局", "市住房城乡建设局")]


def test_lost_level_and_wrong_short_name() -> None:
    assert variants(("市市场监管局", ""), ("市教育局、市场监督局", "")) == [("市场监督局", "市市场监管局")]


def test_one_letter_more_than_a_frequent_name() -> None:
    names = [("区政务服务监督管理办公室", ""), ("区政务服务监督管理办公室", ""), ("区政务服务监督管理局办公室", "")]
    assert variants(*names) == [("区政务服务监督管理局办公室", "区政务服务监督管理办公室")]


@pytest.mark.parametrize("other", ["市第十一人民医院", "市大云岭管委会", "江河市云岭县管理委员会"])
def test_letters_that_make_another_body(other: str) -> None:
    assert variants(("市第一人民医院", "市云岭管委会"), ("市第一人民医院", "市云岭管委会"), (other, "")) == []


def test_department_without_its_last_letter() -> None:
    assert unknown("市发展改革、市财政局", others="市发展改革委") == [("市发展改革", "市发展改革委")]
    assert unknown("市自然资源", "市财政局") == [("市自然资源", "市自然资源局")]


def test_tail_of_a_department() -> None:
    assert unknown("设局、市财政局") == [("设局", "住房和城乡建设局")]


def test_departments_named_together_are_whole() -> None:
    assert unknown("市教育、财政、自然资源部门") == []
    assert unknown("市财政局", "各有关单位、市外办、市编办、团市委") == []
