"""The grammar of kinds of line: free of conflicts, and its patterns tell what a line looks like."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, UnexpectedToken
from lark import Token as LarkToken
from lark import Tree as LarkTree

from hegao.syntax.automaton import END, Parser
from hegao.syntax.classifier import kind_of
from hegao.syntax.line_kinds import OUTSIDE, Kind
from hegao.syntax.trees import Token
from hegao.words.grammar_tables import sources, tables
from hegao.words.lark_tables import build


def test_the_grammar_has_no_conflict_that_the_parser_would_settle_silently() -> None:
    build(sources(), strict=True)


def test_the_kinds_of_line_are_the_terminals_and_those_that_the_grammar_never_sees() -> None:
    symbols = {symbol for state in tables().states for symbol in state if symbol.isupper()} - {END}
    assert symbols == set(Kind) - OUTSIDE
    assert symbols.isdisjoint(OUTSIDE)


@cache
def lark() -> Lark:
    return build(sources())


_KINDS = ["BEGIN", "TITLE", "NUMBER", "ADDRESSEE", "TEXT", "HAN", "HAN_PAREN", "DIGIT", "TABLE", "ROW", "ATTACHMENT", "SIGNATURE", "ANNEX_MARK"]


@given(st.lists(st.sampled_from(_KINDS), max_size=30))
def test_the_automaton_does_what_larks_own_parser_does(kinds: list[str]) -> None:
    """Kind by kind: what fits, what could come next, and the tree at the end."""
    ours, larks = Parser(tables()), lark().parse_interactive()
    for index, kind in enumerate(kinds):
        accepted = larks.accepts()
        assert [ours.fits(one) for one in _KINDS] == [one in accepted for one in _KINDS]
        with nullcontext() if kind in accepted else pytest.raises(UnexpectedToken):
            larks.feed_token(LarkToken(kind, "", start_pos=index))
        assert ours.feed(Token(kind, index)) == (kind in accepted)
    if "$END" in larks.accepts():
        assert shape(ours.finish()) == shape(larks.feed_eof())


def shape(tree: Any) -> Any:
    """Names and places of a tree of ours or of Lark's."""
    if isinstance(tree, Token):
        return tree.kind, tree.at
    if isinstance(tree, LarkToken):
        return tree.type, tree.start_pos
    return tree.data if isinstance(tree, LarkTree) else tree.name, [shape(child) for child in tree.children]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("江政办发〔2026〕12号", "NUMBER"),
        ("（江政办发〔2026〕12号）", "NUMBER"),
        ("江政办发[2026]12号", "NUMBER"),
        ("江政办发〔2026〕号", "NUMBER"),
        ("江政发〔2026〕3号文件收悉", "TEXT"),
        ("第12号", "ORDER_NUMBER"),
        ("2026年3月6日", "DATE"),
        ("２０２６年３月６日", "DATE"),
        ("二〇二六年三月六日", "DATE"),
        ("2026年月日", "DATE"),
        ("2026年3月6日印发", "IMPRINT"),
        ("2026年3月6日江政发〔2026〕3号", "DATED"),
        ("二〇二六年三月六日江政发〔2026〕3号", "DATED"),
        ("江政发〔2026〕3号2026年3月6日", "DATED"),
        ("（此件公开发布）", "NOTE"),
        ("抄送：市委办公室。", "COPIES"),
        ("附件1", "ANNEX_MARK"),
        ("附件：责任分工表", "ATTACHMENT"),
        ("江河市人民政府文件", "MASTHEAD"),
        ("签发人：李明", "MASTHEAD"),
        ("目录", "CONTENTS_MARK"),
        ("第二章组织领导", "CHAPTER"),
        ("第三条本办法自发布之日起施行。", "ARTICLE"),
        ("第三条第二款规定的情形除外。", "TEXT"),
        ("一、总体要求", "HAN"),
        ("一、二级响应由市指挥部启动。", "TEXT"),
        ("（一）加强领导", "HAN_PAREN"),
        ("1.制定方案", "DIGIT"),
        ("１．制定方案", "DIGIT"),
        ("2.1组织体系", "DECIMAL"),
        ("2.1.3职责", "DECIMAL3"),
        ("2.1.3.1值班", "DECIMAL4"),
        ("2.5万亩高标准农田建成。", "TEXT"),
        ("（1）组织演练", "DIGIT_PAREN"),
        ("①巡查堤防", "CIRCLED"),
        ("江河市人民政府", "BODY"),
        ("为做好防汛工作，现通知如下。", "TEXT"),
    ],
)
def test_the_kind_that_a_line_looks_like(line: str, kind: str) -> None:
    assert kind_of(line) == kind
