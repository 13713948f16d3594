"""Responsibility clauses: who leads, who helps, by when, in whatever brackets."""

from __future__ import annotations

import pytest

from hegao.phrases.clause_places import find_clauses

Said = dict[str, object]


def said(text: str) -> list[Said]:
    """What the clauses of a text say."""
    found = []
    for clause in find_clauses(text):
        words: Said = {role: [name for name, _start, _end in units] for role, units in clause.units.items()}
        if clause.deadline is not None:
            words["by"] = clause.deadline[0]
        found.append(words)
    return found


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（责任单位：市教育局、财政局）", {"responsible": ["市教育局", "财政局"]}),
        ("(责任单位:市教育局)", {"responsible": ["市教育局"]}),
        ("〔主责：市教育局；协同：市财政局；办结：2026年5月30日〕", {"responsible": ["市教育局"], "coop": ["市财政局"], "by": "2026年5月30日"}),
        ("（承办：市教育局；协办：市财政局；时限：2026年5月底）", {"lead": ["市教育局"], "coop": ["市财政局"], "by": "2026年5月底"}),
        ("（负责：李明；配合单位：市财政局）", {"coop": ["市财政局"]}),
        ("〔牵头单位：市教育局；配合单位：市财政局〕", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("〔牵头单位：市教育局；配合单位：市财政局]", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（牵头单位：市教育局；配合单位：市财政局〕", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("[责任单位：市教育局]", {"responsible": ["市教育局"]}),
        ("【责任部门：市教育局，完成时间：2026年6月】", {"responsible": ["市教育局"], "by": "2026年6月"}),
        ("（主办：市教育局，协办：市财政局）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（承办单位：市教育局；参与单位：市财政局）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（实施单位：市教育局；完成时限：长期坚持）", {"responsible": ["市教育局"], "by": "长期坚持"}),
        ("（牵头单位：市教育局，责任单位：各县（市、区）人民政府）", {"lead": ["市教育局"], "responsible": ["各县（市、区）人民政府"]}),
        ("（完成时限：6月底前）", {"by": "6月底前"}),
        ("（责任单位：市教育局，12月底前完成）", {"responsible": ["市教育局"], "by": "12月底前完成"}),
        ("（责任单位：市教育局牵头，市财政局、市民政局配合）", {"lead": ["市教育局"], "coop": ["市财政局", "市民政局"]}),
        ("（牵头领导：李明；牵头单位：市教育局；责任人：王芳）", {"lead": ["市教育局"]}),
        ("（督办单位：市政府督查室；责任单位：市教育局）", {"responsible": ["市教育局"]}),
        ("（市教育局牵头，市财政局、市民政局配合，12月底前完成）", {"lead": ["市教育局"], "coop": ["市财政局", "市民政局"], "by": "12月底前完成"}),
        ("（市教育局牵头、市财政局配合）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（市教育局主办，市财政局协办）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（市教育局、市财政局按职责分别牵头，6月底前完成）", {"lead": ["市教育局", "市财政局"], "by": "6月底前完成"}),
        ("（市教育局牵头，市财政局等按职责分工负责）", {"lead": ["市教育局"], "responsible": ["市财政局"]}),
        ("（市教育局，市财政局按职责分工负责）", {"responsible": ["市教育局", "市财政局"]}),
        ("（市教育局会同市财政局负责）", {"responsible": ["市教育局"], "coop": ["市财政局"]}),
        ("（市教育局牵头，会同市财政局落实）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        ("（市教育局牵头，市财政局参与，各县（区）人民政府组织实施）", {"lead": ["市教育局"], "coop": ["市财政局"], "responsible": ["各县（区）人民政府"]}),
        ("（由市教育局牵头）", {"lead": ["市教育局"]}),
        # A label of anything else ends a list, and is none itself.
        ("（牵头单位：市教育局；目标位置：全省前五）", {"lead": ["市教育局"]}),
        ("（市教育局牵头，市财政局配合；资金来源：市财政局）", {"lead": ["市教育局"], "coop": ["市财政局"]}),
        # A remark behind speaks of the others.
        ("（责任单位：市教育局。以下各项均需各县（区）人民政府落实，不再列出）", {"responsible": ["市教育局"]}),
        ("（市教育局牵头，6月底前完成。以下各项均需各县（区）人民政府落实）", {"lead": ["市教育局"], "by": "6月底前完成"}),
        ("（责任单位：市教育局、市财政局。列第一位的为牵头单位，下同）", {"responsible": ["市教育局", "市财政局"]}),
        # Each its part of the work.
        ("（市教育局牵头，各县〈市、区〉人民政府、市直各单位按职责完成有关工作，6月底前完成）",
         {"lead": ["市教育局"], "responsible": ["各县〈市、区〉人民政府", "市直各单位"], "by": "6月底前完成"}),
        ("（市教育局牵头，市财政局配合完成，6月底前完成）", {"lead": ["市教育局"], "coop": ["市财政局"], "by": "6月底前完成"}),
        ("（市教育局、市财政局按职责做好相关工作）", {"responsible": ["市教育局", "市财政局"]}),
        ("（2026年6月底前完成，市教育局负责）", {"responsible": ["市教育局"], "by": "2026年6月底前完成"}),
        ("（市教育局牵头，2026年3月底前，6月底前分两批完成）", {"lead": ["市教育局"], "by": "2026年3月底前，6月底前分两批完成"}),
        ("（市人民政府各部门分别负责，年内持续推进）", {"responsible": ["市人民政府各部门"], "by": "年内持续推进"}),
        ("（市教育局、市财政局）", {"responsible": ["市教育局", "市财政局"]}),
        ("（市教育局、江河海关、市财政局、江河公积金中心）", {"responsible": ["市教育局", "江河海关", "市财政局", "江河公积金中心"]}),
        # The same words of duty with every noun, in every role.
        ("〔牵头科室：预算科；配合科室：国库科〕", {"lead": ["预算科"], "coop": ["国库科"]}),
        ("（执行单位：市教育局；会办单位：市财政局；办理期限：长期坚持）", {"responsible": ["市教育局"], "coop": ["市财政局"], "by": "长期坚持"}),
        ("（省级主管部门：省教育厅；完成节点：2026年6月）", {"responsible": ["省教育厅"], "by": "2026年6月"}),
        ("（监督单位：市审计局；牵头责任单位：市教育局；时限要求：6月底前）", {"lead": ["市教育局"], "by": "6月底前"}),
        ("（市教育局协同，市财政局办理）", {"coop": ["市教育局"], "responsible": ["市财政局"]}),
        ("（市教育局牵头、市财政局协助、市民政局参加）", {"lead": ["市教育局"], "coop": ["市财政局", "市民政局"]}),
    ],
)
def test_a_clause_behind_a_measure(clause: str, expected: Said) -> None:
    text = f"提高教育质量。{clause}"
    assert said(text) == [expected]
    (found,) = find_clauses(text)
    assert text[found.start : found.end] == clause


def test_several_clauses_in_a_paragraph() -> None:
    assert said("加强招生管理。（市教育局负责）加大投入。（市财政局负责，6月底前完成）") == [
        {"responsible": ["市教育局"]},
        {"responsible": ["市财政局"], "by": "6月底前完成"},
    ]


def test_a_clause_that_never_closes_ends_with_its_sentence() -> None:
    assert said("扩大就业。（责任单位：市人社局、市教育局。加强培训。") == [{"responsible": ["市人社局", "市教育局"]}]


def test_labels_without_brackets_behind_a_full_stop() -> None:
    assert said("扩大就业。责任单位：市人社局。加强培训。牵头单位：市教育局；完成时限：6月底前。") == [
        {"responsible": ["市人社局"]},
        {"lead": ["市教育局"], "by": "6月底前"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "由市教育局等部门（以下简称责任部门）负责。",
        "证书管理（技工院校内由人社部门负责）、考核。",
        "规范命名（民政部门负责审核），完善设施。",
        "自印发之日起施行（由市教育局负责解释）。",
        "明确责任单位和牵头单位，落实工作责任。",
        "各项目（含配合单位承担的项目）建成投用。",
        "提高覆盖率（达到95%以上）。",
    ],
)
def test_brackets_that_assign_nothing(text: str) -> None:
    assert said(text) == []
