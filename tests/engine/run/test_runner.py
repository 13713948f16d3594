"""From sources to findings: places, words, order, fingerprints."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator

import pytest

from engine.toys import parse, rule, ruleset, source
from hegao.checks.base import Context, Edit, Hit, check
from hegao.document.model import Entry, File, Heading, Node, Paragraph
from hegao.engine.cache.result_json import from_json, to_json
from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import FixEdit
from hegao.engine.rules.rule import Rule
from hegao.engine.run.one_file import check_source
from hegao.engine.run.runner import check_sources
from hegao.sources.source import Source
from hegao.sources.text import Span, Text, join

pytestmark = pytest.mark.usefixtures("own_checks", "toy_parser")

TEXT = """# 关于防汛的通知
@ 江政办发〔2026〕12号
各县人民政府：
一、加强领导
要要要落实责任。
二、落实措施
要要要落实责任。
"""


@pytest.fixture(autouse=True)
def checks(own_checks: None) -> None:
    """Checks on one letter."""

    @check("letter", {"paragraph", "heading"}, {"letter": {"type": "string"}}, ("letter", "count"))
    def letter(node: Node, context: Context, letter: str) -> Iterator[Hit]:
        """Each place of the letter, the first place of it in the node being related."""
        first = node.text.value.find(letter)
        for offset, c in enumerate(node.text.value):
            if c == letter:
                at = node.text.slice(offset, offset + 1)
                related = (node.text.slice(first, first + 1),) if offset > first else ()
                yield Hit(at, {"letter": letter, "count": offset}, related, (Edit(at, "", safe=True),))

    @check("context", {"paragraph"}, facts=("said",))
    def context_told(node: Node, context: Context) -> Iterator[Hit]:
        """What the check is told beside its node."""
        yield Hit(node.text, {"said": f"{context.profile} {context.as_of} {context.document.path}"})


def twice(**fields: object) -> Rule:
    """The rule that finds 要."""
    return rule(
        "TXT701",
        "twice",
        "letter",
        message="第 {count} 字又是“{letter}”",
        english="{letter} again at {count}",
        related="先前的“{letter}”",
        parameters={"letter": "要"},
        **fields,
    )


def test_a_finding_says_where_and_what() -> None:
    """Place, quote, words, document, related place and edit of a finding."""
    [result] = check_sources([source(TEXT)], ruleset=ruleset(twice())).files
    first, second = result.findings[:2]
    assert (first.rule, first.name, first.severity, first.message, first.help) == ("TXT701", "twice", "warning", "第 0 字又是“要”", "改法")
    assert (first.span, first.quote, first.document) == (Span(5, 1, 5, 2), "要", "江政办发〔2026〕12号")
    assert first.related == ()
    assert [(other.path, other.line, other.quote, other.message) for other in second.related] == [("通知.txt", 5, "要", "先前的“要”")]
    assert second.edits == (FixEdit(Span(5, 2, 5, 3), "", True),)
    assert result.lines == {5: "要要要落实责任。", 7: "要要要落实责任。"}
    assert [(one.number, one.title, one.line) for one in result.documents] == [("江政办发〔2026〕12号", "关于防汛的通知", 1)]
    assert not result.failed


def test_messages_in_english() -> None:
    """The language changes words only; a rule without English speaks Chinese."""
    result = check_sources([source("要。\n")], Options(lang="en"), ruleset(twice()))
    assert [(one.message, one.help) for one in result.files[0].findings] == [("要 again at 0", "remedy")]
    plain = rule("TXT702", "plain", "letter", message="有“{letter}”", parameters={"letter": "要"})
    assert check_sources([source("要。\n")], Options(lang="en"), ruleset(plain)).files[0].findings[0].message == "有“要”"


def test_order_is_by_place_then_code() -> None:
    """Whatever the order of the walk and of the rules."""
    rules = ruleset(
        rule("TXT702", "on-headings", "letter", nodes=("heading",), parameters={"letter": "落"}),
        rule("TXT703", "on-paragraphs", "letter", parameters={"letter": "要"}),
        rule("TXT701", "on-both", "letter", nodes=("paragraph", "heading"), parameters={"letter": "落"}),
    )
    findings = check_sources([source(TEXT)], ruleset=rules).files[0].findings
    order = [(one.span.line, one.span.column, one.rule) for one in findings]
    assert order == sorted(order)
    assert [place for place in order if place[0] == 6] == [(6, 3, "TXT701"), (6, 3, "TXT702")]


def test_one_place_is_said_once() -> None:
    """A check that yields one hit twice makes one finding."""

    @check("echo", {"paragraph"})
    def echo(node: Node, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)
        yield Hit(node.text)

    result = check_sources([source("要。\n")], ruleset=ruleset(rule("TXT701", "echo", "echo")))
    assert len(result.files[0].findings) == 1


def test_selector_asks_for_equality_on_fields() -> None:
    """Of the nodes of a kind only those with one of the values are shown to the check."""
    han = rule("TXT701", "han", "letter", nodes=("heading",), where={"style": ("han",), "runs_on": (False,)}, parameters={"letter": "、"})
    other = rule("TXT702", "other", "letter", nodes=("heading",), where={"style": ("digit", "circled")}, parameters={"letter": "、"})
    result = check_sources([source(TEXT)], ruleset=ruleset(han, other))
    assert [one.rule for one in result.files[0].findings] == ["TXT701", "TXT701"]


def test_checks_are_told_profile_and_day() -> None:
    """A check sees the profile, the day that stands for today, and its document; a gazette is a published copy."""
    told = ruleset(rule("TXT701", "told", "context", message="{said}"))
    options = Options(profile="final", as_of=datetime.date(2026, 5, 1))
    assert check_sources([source("甲\n")], options, told).files[0].findings[0].message == "final 2026-05-01 通知.txt"
    gazette = check_sources([source("甲\n----\n乙\n")], options, told).files[0]
    assert [one.message.split()[0] for one in gazette.findings] == ["published", "published"]
    assert gazette.profile == "gazette"


def test_severity_follows_the_profile() -> None:
    """A profile changes the severity of a rule or switches it off."""
    rules = ruleset(twice(profiles={"final": "error", "published": "off"}))
    by_profile = {
        profile: [one.severity for one in check_sources([source("要\n")], Options(profile=profile), rules).files[0].findings]
        for profile in ("draft", "final", "published")
    }
    assert by_profile == {"draft": ["warning"], "final": ["error"], "published": []}


def test_contents_list_is_walked() -> None:
    """Entries of a gazette's contents are nodes; they belong to no document."""

    @check("entries", {"entry"})
    def entries(node: Entry, context: Context) -> Iterator[Hit]:
        yield Hit(node.text)

    result = check_sources([source("> 关于防汛的通知\n" + TEXT)], ruleset=ruleset(rule("STR401", "entries", "entries", nodes=("entry",))))
    assert [(one.span.line, one.quote, one.document) for one in result.files[0].findings] == [(1, "关于防汛的通知", "")]


def test_quotes_stand_in_the_file_though_texts_were_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a text over several lines the quote is what stands on its first; an edit that would take more is left out."""
    lines = ["各县人民政", "—1—", "府：请落 实。"]

    def joined(source: Source) -> File:
        file = parse(source)
        whole = join([Text.of_line(lines[0], 1), Text.of_line(lines[2], 3)]).without([(9, 10)])
        file.documents[0].parts[0].nodes[:] = [Paragraph(whole)]
        return file

    monkeypatch.setattr(sys.modules["hegao.document.building"], "parse", joined)

    @check("stretch", {"paragraph"}, {"words": {"type": "string"}})
    def stretch(node: Node, context: Context, words: str) -> Iterator[Hit]:
        start = node.text.value.index(words)
        at = node.text.slice(start, start + len(words))
        yield Hit(at, edits=(Edit(at, "换"),))

    def found(words: str) -> tuple[Span, str, int]:
        one = rule("TXT701", "stretch", "stretch", parameters={"words": words})
        [finding] = check_sources([source("\n".join(lines))], ruleset=ruleset(one)).files[0].findings
        return finding.span, finding.quote, len(finding.edits)

    assert found("人民政府") == (Span(1, 3, 3, 2), "人民政", 0)
    assert found("落实") == (Span(3, 4, 3, 7), "落 实", 0)
    assert found("请") == (Span(3, 3, 3, 4), "请", 1)


def test_text_that_ends_before_it_starts() -> None:
    """A row joined from cells may end on an earlier line than its first cell does: its first stretch is shown."""
    from hegao.engine.findings.location import quote_at, span_of

    row = join([Text.of_line("市财政局", 3, 9), Text.of_line("甲", 1, 1)])
    assert (span_of(row), quote_at(["甲乙", "", "整治市容市貌的是市财政局"], span_of(row))) == (Span(3, 9, 3, 13), "市财政局")


def test_fingerprints_outlive_other_edits() -> None:
    """They hold no line number; equal places in one section count up; another section is another place."""
    rules = ruleset(twice())
    before = check_sources([source(TEXT)], ruleset=rules).files[0].findings
    moved = TEXT.replace("各县人民政府：\n", "各县人民政府：\n  现通知如下。\n\n").replace("一、加强", "二、加强")
    after = check_sources([source(moved)], ruleset=rules).files[0].findings
    assert [one.span.line for one in before] != [one.span.line for one in after]
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert len({one.fingerprint for one in before}) == len(before) == 6


def test_fingerprints_tell_documents_apart() -> None:
    """By number; where there is none, by the name of the file, from whatever folder it is called."""
    rules = ruleset(twice())

    def mark(text: str, path: str) -> str:
        return check_sources([source(text, path)], ruleset=rules).files[0].findings[0].fingerprint

    numbered, other = "@ 江政办发〔2026〕12号\n要\n", "@ 江政办发〔2026〕13号\n要\n"
    assert mark(numbered, "a.txt") == mark(numbered, "b.txt") != mark(other, "a.txt")
    assert mark("要\n", "a.txt") == mark("要\n", "/收文/a.txt") != mark("要\n", "b.txt")


def test_same_input_same_output() -> None:
    """Two runs agree to the byte, and a result survives being stored as JSON."""
    rules = ruleset(twice(), rule("TXT702", "told", "context", message="{said}"))
    sources = [source(TEXT), source("要\n----\n要\n", "公报.txt")]
    plan = Plan(rules, Options())
    first, second = ([check_source(one, plan) for one in sources] for _ in range(2))
    stored = [json.dumps(to_json(outcome)) for outcome in first]
    assert stored == [json.dumps(to_json(outcome)) for outcome in second]
    assert [from_json(json.loads(text), one.path, plan) for text, one in zip(stored, sources, strict=True)] == first


def test_options_that_cannot_be_met() -> None:
    """A profile or language that does not exist."""
    with pytest.raises(UsageProblem, match="“finale”"):
        Options(profile="finale")
    with pytest.raises(UsageProblem, match="“fr”"):
        Options(lang="fr")


def test_headings_above_make_the_place() -> None:
    """The place of a finding is told by titles without their numbers, from the outermost heading down."""
    from hegao.document.model import Document, Part, Title
    from hegao.engine.findings.location import Locator

    outer = Heading(Text.of_line("一、总体要求", 2), "一、", "han", 1, 1, Text.of_line("一、总体要求", 2))
    inner = Heading(Text.of_line("（一）目标", 3), "（一）", "han-paren", 1, 2, Text.of_line("（一）目标", 3), outer)
    annex = Part("annex", Title(Text.of_line("工作方案", 9)))
    document = Document(
        Text.of_line("通知", 1), "a.txt", 12, Title(Text.of_line("通知", 1)), parts=[Part("main", nodes=[outer, inner]), annex]
    )
    places = [Locator(document)(Span(line, 1, line, 2)) for line in (1, 2, 5, 10)]
    assert places == ["通知", "通知/总体要求", "通知/总体要求/目标", "通知/工作方案"]


def test_what_has_no_place_is_told() -> None:
    """One finding for a stretch that could not be parsed; no other rule looks at it."""
    rules = ruleset(rule("SYS902", "unparsed", "unparsed", nodes=("unparsed",), severity="info", message="{lines} 行"), twice())
    result = check_sources([source("# 通知\n! 要不要\n! 要\n")], ruleset=rules).files[0]
    assert [(one.rule, one.span.line, one.quote, one.message) for one in result.findings] == [
        ("SYS902", 2, "! 要不要", "1 行"),
        ("SYS902", 3, "! 要", "1 行"),
    ]
    assert not result.failed
