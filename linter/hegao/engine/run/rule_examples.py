"""The examples of rules, run: a bad one must give exactly its places, a good one nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hegao.checks.shared.lookup_tables import Tables
from hegao.engine.configuration.file_policy import Policy
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.findings.finding import Finding
from hegao.engine.rules.rule import Example, Place, Rule, RuleSet
from hegao.engine.run.gathering import gather
from hegao.engine.run.one_file import check_bytes
from hegao.words.office_tables import read_table


class Failure(NamedTuple):
    """An example that does not hold: its rule, its key in the rule file, and sentences that say in what."""

    rule: Rule
    key: str
    problems: list[str]


def failures(rules: Iterable[Rule], ruleset: RuleSet) -> Iterator[Failure]:
    """The examples of the rules that do not hold; ``ruleset`` holds these rules and all that they depend on."""
    for rule in rules:
        for kind, examples in (("bad", rule.bad), ("good", rule.good)):
            for number, example in enumerate(examples):
                problems = run_example(rule, example, ruleset)
                if problems:
                    yield Failure(rule, f"examples.{kind}[{number}]", problems)


def run_example(rule: Rule, example: Example, ruleset: RuleSet) -> list[str]:
    """What the rule says of an example beside what the example expects; nothing where they agree.

    Only this rule is on, those of ``ruleset`` that it yields to, and those that the engine raises itself; of one of these,
    all are.  What the other rules on texts find is not asked.
    """
    # What the engine says of comments depends on the other rules.
    alone = ruleset if rule.internal else RuleSet((rule, *(one for one in ruleset if one.internal or one.name in rule.yields_to)))
    as_of = datetime.date.fromisoformat(example.as_of) if example.as_of else None
    tables = Tables({name: read_table(name, text.encode("utf-8"))[0] for name, text in example.tables})
    plan = Plan(alone, Options(profile=example.profile, as_of=as_of), Policy(tables=tables))
    outcomes = (check_bytes(text.encode("utf-8"), path, plan) for path, text in example.files)
    if example.register:
        from hegao.register.trial import tried

        with tried(example.register) as history:
            result = gather(outcomes, plan, history)
    else:
        result = gather(outcomes, plan)
    texts = dict(example.files)
    several = len(texts) > 1 or any(place.path for place in example.at)
    problems = []
    open_places = list(example.at)
    for file in result.files:
        lines = texts[file.path].split("\n")
        inner = f"{file.path} " if several else ""
        for finding in file.findings:
            if finding.rule != rule.code and (rule.internal or finding.name in rule.yields_to):
                continue
            if finding.rule != rule.code:
                problems.append(f"{inner}报了别的：{finding.rule} {finding.name}：{finding.message}")
                continue
            met = next((place for place in open_places if (not several or place.path == file.path) and covers(place, finding, lines)), None)
            if met is None:
                at = f"{inner}第 {finding.span.line} 行第 {finding.span.column} 列“{finding.quote}”"
                problems.append(f"{at}：不应报，报了：{finding.message}")
            else:
                open_places.remove(met)
    return problems + [f"{f'{place.path} ' if several else ''}第 {place.line} 行“{place.quote}”：应报，没有报" for place in open_places]


def covers(place: Place, finding: Finding, lines: Sequence[str]) -> bool:
    """Whether a finding stands at a place: on its line, and one of the two quotes within the other."""
    span = finding.span
    if span.line != place.line:
        return False
    start, end = span.column - 1, span.column - 1 + len(finding.quote)
    line = lines[place.line - 1]
    at = line.find(place.quote)
    while at >= 0:
        stop = at + len(place.quote)
        if (at <= start and end <= stop) or (start <= at and stop <= end):
            return True
        at = line.find(place.quote, at + 1)
    return False
