"""A hit of a check becomes a finding in the words of its rule."""

from __future__ import annotations

import pytest

from engine.toys import rule
from hegao.checks.base import Edit, Hit
from hegao.engine.findings.composing import Composer, Draft, finish, said_of
from hegao.engine.findings.finding import Basis, FileResult, Finding, FixEdit, Location, Related, RunResult
from hegao.sources.text import Span, Text, join

LINES = ["一、备足物资,落实责任", "二、备足物资，落实责仼"]
BASIS = (Basis("GB/T 15834—2011", "4.3", "must"),)
RULE = rule("TXT701", "comma", "word", message="“{written}”应为“{right}”", related="另一处“{right}”", basis=BASIS)


def text(line: int, start: int, end: int) -> Text:
    """A stretch of a line."""
    return Text.of_line(LINES[line - 1], line).slice(start, end)


def composed(hit: Hit, lang: str = "zh") -> Finding:
    """The finding for a hit, as a composer of the file makes it."""
    return Composer("通知.txt", LINES, lang).of_hit(RULE, "warning", hit, "江政发〔2026〕1号", "江政发〔2026〕1号", "通知/目标").finding


FACTS = {"written": ",", "right": "，"}


def test_a_finding_has_rule_words_place_quote_and_norm() -> None:
    found = composed(Hit(text(1, 6, 7), FACTS))
    assert (found.rule, found.name, found.severity, found.document) == ("TXT701", "comma", "warning", "江政发〔2026〕1号")
    assert (found.message, found.help, found.basis) == ("“,”应为“，”", "改法", RULE.basis)
    assert (found.span, found.quote) == (Span(1, 7, 1, 8), ",")
    assert (found.related, found.edits, found.about) == ((), (), ())


def test_related_places_bear_the_rules_words() -> None:
    found = composed(Hit(text(1, 6, 7), FACTS, (text(2, 6, 7),)))
    assert found.related == (Related("通知.txt", 2, "，", "另一处“，”"),)


def test_what_a_hit_is_about_is_kept_by_its_places() -> None:
    found = composed(Hit(text(1, 6, 7), FACTS, about=(text(1, 6, 7), text(2, 6, 7))))
    assert found.about == (Location("通知.txt", Span(1, 7, 1, 8)), Location("通知.txt", Span(2, 7, 2, 8)))


def test_edits_stand_where_the_file_has_their_characters() -> None:
    found = composed(Hit(text(1, 6, 7), FACTS, edits=(Edit(text(1, 6, 7), "，", True),)))
    assert found.edits == (FixEdit(Span(1, 7, 1, 8), "，", True),)


@pytest.mark.parametrize(
    "at",
    [
        join([Text.of_line(LINES[0], 1).slice(6), Text.of_line(LINES[1], 2).slice(0, 2)]),
        # Cleaned while reading: the file has other characters there.
        Text.of_line("一、备足物资，落实责任", 1).slice(6, 7),
    ],
)
def test_where_one_edit_cannot_be_made_none_is(at: Text) -> None:
    right = Edit(text(2, 10, 11), "任", True)
    assert composed(Hit(text(1, 6, 7), FACTS, edits=(Edit(at, "，", True), right))).edits == ()


def test_a_fact_that_the_message_wants_must_be_there() -> None:
    with pytest.raises(KeyError):
        composed(Hit(text(1, 6, 7), {"written": ","}))


def draft(line: int, column: int, code: str = "TXT701", message: str = "m") -> Draft:
    """A draft at a place."""
    found = composed(Hit(text(1, 6, 7), FACTS))._replace(span=Span(line, column, line, column + 1), rule=code, message=message)
    return Draft(found, (code, "d", "p", "q"))


def test_findings_stand_in_order_of_place_and_code_each_once() -> None:
    drafts = [draft(2, 1), draft(1, 5), draft(1, 5, "NUM101"), draft(1, 5), draft(1, 2)]
    found = finish(drafts)
    assert [(one.span.line, one.span.column, one.rule) for one in found] == [
        (1, 2, "TXT701"),
        (1, 5, "NUM101"),
        (1, 5, "TXT701"),
        (2, 1, "TXT701"),
    ]
    assert len({one.fingerprint for one in found}) == 4


def test_a_fault_of_the_file_stands_at_its_start_and_is_known_by_the_name_of_the_file() -> None:
    unreadable = rule("SYS901", "unreadable", "internal", nodes=(), severity="error", message="没有检查：{reason}")
    [found] = finish([Composer("甲/通知.txt").of_fault(unreadable, {"reason": "空文件"})])
    [moved] = finish([Composer("乙/通知.txt").of_fault(unreadable, {"reason": "空文件"})])
    assert (found.message, found.severity, found.span, found.quote) == ("没有检查：空文件", "error", Span(1, 1, 1, 1), "")
    assert found.fingerprint == moved.fingerprint


def test_exceptions_are_told_in_one_line_without_addresses() -> None:
    assert said_of(ValueError("bad\n  <Node object at 0x7f00aa>")) == "ValueError: bad <Node object>"
    assert said_of(KeyError("x" * 400)).endswith("…") and len(said_of(KeyError("x" * 400))) == 200


def test_a_run_counts_what_its_files_hold() -> None:
    files = [FileResult("a.txt", findings=finish([draft(1, 1), draft(2, 1)])), FileResult("b.txt", failed=True)]
    run = RunResult(files)
    assert (run.count("warning"), run.count("error"), run.failed) == (2, 0, True)
    assert RunResult(files[:1]).failed is False
    assert files[0] != files[1] and files[0] == FileResult("a.txt", findings=finish([draft(1, 1), draft(2, 1)]))
