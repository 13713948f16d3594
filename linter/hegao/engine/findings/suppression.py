"""Suppression in the text: comments in a draft that excuse findings, each with its reason.

``<!-- hegao: ignore deadline-missing 原因：… -->`` speaks of the line that it stands on or, alone on its line, of the next
line with text; ``ignore-file`` of the whole file; ``ignore-start`` of all up to ``ignore-end``.  Comments that have no effect
are findings of their own.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.composing import Draft, finish, order, worded
from hegao.engine.findings.finding import FileResult, Suppression
from hegao.engine.rules.rule import Rule
from hegao.sources.comments import blanked, comments
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Span

MALFORMED, REASON, UNKNOWN, REFUSED, UNUSED = (f"suppression-{end}" for end in ("malformed", "reason", "unknown", "refused", "unused"))
_SAID = Pattern(
    r"\s*[:：]\s*(?P<verb>ignore(?:-file|-start|-end)?)(?P<names>(?:[\s,，、]+[A-Za-z0-9-]+)*)"
    r"(?:[\s,，、]+(?:原因|理由|reason)\s*[:：]\s*(?P<reason>.*?))?\s*$",
    re.IGNORECASE,
)
_NAME = Pattern(r"[A-Za-z0-9-]+")


class _Comment(NamedTuple):
    """A comment as it stands: what it is to do (nothing that is known: empty), the rules named, whether a reason is given."""

    span: Span
    quote: str
    verb: str
    rules: tuple[str, ...]
    reason: bool


def suppressions_of(lines: Sequence[str]) -> list[Suppression]:
    """The comments in the lines of a file, in order; a range is one, at its start."""
    found = [_read(number, match) for number, match in comments(lines)]
    ends = _ends(found)
    closing = set(ends.values())
    targets = _targets({comment.span.line for comment in found}, lines)
    suppressions = []
    for index, comment in enumerate(found):
        if index not in closing:
            until = found[ends[index]].span.line if index in ends else 0
            suppressions.append(_suppression(comment, until, targets[comment.span.line], len(lines)))
    return suppressions


def _read(number: int, match: re.Match[str]) -> _Comment:
    said = _SAID.match(match["said"])
    span = Span(number, match.start() + 1, number, match.end() + 1)
    if said is None or not match["end"]:
        return _Comment(span, match[0], "", (), True)
    names = tuple(dict.fromkeys(_NAME.findall(said["names"])))
    return _Comment(span, match[0], said["verb"].lower(), names, bool(said["reason"]))


def _ends(found: Sequence[_Comment]) -> dict[int, int]:
    """By the index of each start of a range the index of its end: the next one that names the same rules, or none."""
    ends: dict[int, int] = {}
    every: list[int] = []
    by_rules: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, comment in enumerate(found):
        rules = frozenset(comment.rules)
        if comment.verb == "ignore-start":
            every.append(index)
            by_rules[rules].append(index)
        elif comment.verb == "ignore-end":
            starts = by_rules[rules] if rules else every
            # What the other list gave an end is taken out of this one here, once for all.
            while starts and starts[-1] in ends:
                starts.pop()
            if starts:
                ends[starts.pop()] = index
    return ends


def _suppression(comment: _Comment, until: int, target: int, end: int) -> Suppression:
    """The suppression that a comment asks for; ``until`` is the line of its end, where it starts a range that has one.

    ``target`` is the line that it speaks of if it speaks of one, ``end`` the last one of the file.
    """
    number = comment.span.line
    if comment.verb == "ignore-file":
        first, last = 1, end
    elif comment.verb == "ignore-start":
        first, last = number, until
    else:
        first = last = target
    unclosed = comment.verb == "ignore-end" or (comment.verb == "ignore-start" and not until)
    fault = MALFORMED if not comment.verb or not comment.rules or unclosed else "" if comment.reason else REASON
    return Suppression(comment.span, comment.quote, comment.rules, first, last, fault)


def _targets(numbers: Collection[int], lines: Sequence[str]) -> dict[int, int]:
    """By the line of a comment the line that it speaks of: its own if text stands there, else the next with text, if any."""
    targets: dict[int, int] = {}
    waiting: list[int] = []
    for number, line in enumerate(lines, 1):
        if number in numbers:
            waiting.append(number)
        if waiting and blanked(line).strip():
            targets.update((one, number) for one in waiting)
            waiting = []
    return targets | {one: one for one in waiting}


def apply_suppressions(result: FileResult, plan: Plan) -> None:
    """Take the findings that are excused out of a result, and tell what is wrong with the comments that excuse nothing.

    What was not checked cannot be excused, nor can a rule that is mandatory.
    """
    if not result.suppressions:
        return
    wanted = [
        (index, code, _lines(one.first, one.last))
        for index, one in enumerate(result.suppressions)
        if not one.fault
        for code in sorted(_codes(one, plan))
    ]
    excused = _by_code((code, span) for _index, code, span in wanted)
    found = _by_code((finding.rule, _lines(finding.span.line, finding.span.end_line)) for finding in result.findings)
    used = {(index, code) for index, code, span in wanted if code in found and found[code].meet(span)}
    left = [
        finding
        for finding in result.findings
        if finding.rule not in excused or not excused[finding.rule].meet(_lines(finding.span.line, finding.span.end_line))
    ]
    result.suppressed += len(result.findings) - len(left)
    told = [draft for index, one in enumerate(result.suppressions) for draft in _faults(index, one, result, plan, used)]
    result.findings = sorted([*left, *finish(told)], key=order)


def _codes(suppression: Suppression, plan: Plan) -> set[str]:
    """The codes of the rules that a comment names and that can be excused."""
    rules = (plan.ruleset.find(name) for name in suppression.rules)
    return {rule.code for rule in rules if rule is not None and not _refused(rule, plan)}


def may_be_excused(code: str, plan: Plan) -> bool:
    """Whether a comment can excuse the findings of a rule."""
    rule = plan.ruleset.find(code)
    return rule is not None and not _refused(rule, plan)


def _refused(rule: Rule, plan: Plan) -> bool:
    return rule.internal or rule.code in plan.policy.floors


def _lines(first: int, last: int) -> Span:
    """All characters of these lines."""
    return Span(first, 1, last + 1, 1)


def _by_code(places: Iterable[tuple[str, Span]]) -> dict[str, Places]:
    """The places of each rule, by its code."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for code, span in places:
        spans[code].append(span)
    return {code: Places(several) for code, several in spans.items()}


def _faults(index: int, suppression: Suppression, result: FileResult, plan: Plan, used: set[tuple[int, str]]) -> Iterator[Draft]:
    """What is wrong with a comment."""
    if suppression.fault:
        yield from _told(suppression.fault, "", suppression, result, plan)
        return
    for name in suppression.rules:
        rule = plan.ruleset.find(name)
        if rule is None:
            yield from _told(UNKNOWN, name, suppression, result, plan)
        elif _refused(rule, plan):
            yield from _told(REFUSED, name, suppression, result, plan)
        elif (index, rule.code) not in used and _sure(rule, result, plan):
            yield from _told(UNUSED, name, suppression, result, plan)


def _sure(rule: Rule, result: FileResult, plan: Plan) -> bool:
    """Whether the rule looked and found nothing; one over a batch may find something with other files beside this one."""
    return not rule.over_batch and not result.failed and plan.severity(rule, result.profile) is not None


def _told(fault: str, name: str, suppression: Suppression, result: FileResult, plan: Plan) -> Iterator[Draft]:
    rule = plan.ruleset.find(fault)
    severity = plan.severity(rule, result.profile) if rule is not None else None
    if rule is not None and severity is not None:
        document = _document(suppression.span, result)
        finding = worded(rule, severity, plan.options.lang, {"rule": name}, suppression.span, suppression.quote, document, also=plan.options.also)
        yield Draft(finding, (rule.code, document or posixpath.basename(result.path), "", f"{name} {suppression.quote}"))


def _document(span: Span, result: FileResult) -> str:
    """The label of the document that a place lies in."""
    at = bisect_right([document.line for document in result.documents], span.line) - 1
    if at < 0:
        return ""
    return result.documents[at].number or result.documents[at].title or ""
