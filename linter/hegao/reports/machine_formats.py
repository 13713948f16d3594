"""The formats of findings for machines and the page, each written in pieces by a module of its own, which is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegao.engine.findings.finding import RunResult
    from hegao.engine.rules.rule import Rule
    from hegao.engine.run.batch_judgement import PlanOf
    from hegao.engine.run.targets import Target

MACHINE_FORMATS = ("json", "sarif", "junit", "github", "gitlab", "csv", "html")
#: Those that spreadsheets open, which take UTF-8 for what it is only where a mark stands before it.
MARKED = ("csv",)
#: Those that show the text of what was checked, and so read it once more.
SHOWING = ("html",)


def machine_pieces(form: str, result: RunResult, plans: PlanOf, lang: str, targets: Sequence[Target] = ()) -> Iterator[str]:
    """The report in one of ``MACHINE_FORMATS``, in pieces; ``plans`` are those that the files were checked by.

    ``targets`` are the files themselves, for formats that show them.
    """
    if form == "html":
        from hegao.engine.run.readings import readings
        from hegao.reports.page.check_page import page_pieces

        return page_pieces(result, readings(targets), rules_of(result, plans), lang)
    if form == "sarif":
        from hegao.reports.sarif import sarif_pieces

        return sarif_pieces(result, rules_of(result, plans), lang)
    if form == "junit":
        from hegao.reports.junit import junit_pieces

        return junit_pieces(result, lang)
    if form == "github":
        from hegao.reports.github_commands import github_pieces

        return github_pieces(result, lang)
    if form == "gitlab":
        from hegao.reports.gitlab_quality import gitlab_pieces

        return gitlab_pieces(result, lang)
    if form == "csv":
        from hegao.reports.findings_csv import csv_pieces

        return csv_pieces(result, lang)
    from hegao.reports.json import json_pieces

    return json_pieces(result)


def rules_of(result: RunResult, plans: PlanOf) -> dict[str, Rule]:
    """The rules that found something, by their codes, as they stand for the first file in which they did."""
    rules: dict[str, Rule] = {}
    for file in result.files:
        for finding in file.findings:
            if finding.rule not in rules:
                rule = plans.of(file.path).ruleset.find(finding.rule)
                if rule is not None:
                    rules[finding.rule] = rule
    return rules
