"""The grammar of kinds of line: free of conflicts, and its patterns tell what a line looks like."""

from __future__ import annotations

import pytest

from hegao.syntax.grammar import build, kind_of, path


def test_the_grammar_has_no_conflict_that_the_parser_would_settle_silently() -> None:
    build(path().read_text(encoding="utf-8"), strict=True)


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
