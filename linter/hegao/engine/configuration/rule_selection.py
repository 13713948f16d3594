"""Which rules are on: ``--select`` and ``--ignore``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hegao.engine.configuration.options import Options, UsageProblem
from hegao.engine.rules.rule import Rule, RuleSet

ALL = "ALL"
#: Means the rules that compare all documents of a run.
BATCH = "batch"
#: A code or a name in full says more than any prefix.
_FULL = 99
#: What an empty ``select`` says of every rule: on, as far as nothing speaks against it.
_DEFAULT = 0
#: No name is longer; to compare longer words takes long.
_LONGEST_NAME = 80


def select(ruleset: RuleSet, options: Options) -> dict[str, bool]:
    """The rules that are on, by code; the value says whether the rule was asked for by code or name.

    The longest selector that matches decides; of equals, ``ignore``, and ``BATCH`` leaves the others their say.  A rule that settings or a profile switch off
    is on where it is asked for.  Rules that tell of what was not checked are always on.
    """
    chosen = {}
    for rule in ruleset:
        wanted = _best(options.select, rule) if options.select else _DEFAULT
        unwanted = _unwanted(options, rule)
        if rule.always_on or wanted > unwanted:
            chosen[rule.code] = wanted == _FULL
    return chosen


def check_selectors(options: Options, rules: Iterable[Rule]) -> None:
    """Raise ``UsageProblem`` for selectors that match none of the rules, and for the attempt to ignore one that is always on."""
    known = list(rules)
    problems = [problem for selector in (*options.select, *options.ignore) for problem in _unknown(selector, known)]
    problems += [
        f"{rule.code} {rule.name} 不能关闭：它报告没能检查的内容"
        for selector in options.ignore
        for rule in known
        if rule.always_on and _weight(selector, rule) == _FULL
    ]
    if problems:
        raise UsageProblem(*dict.fromkeys(problems))


def ignored(rule: Rule, options: Options) -> bool:
    """Whether ``--ignore`` speaks of the rule and decides."""
    return _unwanted(options, rule) >= max(_best(options.select, rule), 0)


def _unwanted(options: Options, rule: Rule) -> int:
    """How closely ``--ignore`` means the rule; one over a batch that it means as such is on only where it is asked for by name."""
    best = _best(options.ignore, rule)
    return max(best, _FULL - 1) if rule.over_batch and BATCH in map(str.lower, options.ignore) else best


def _best(selectors: Sequence[str], rule: Rule) -> int:
    return max((_weight(selector, rule) for selector in selectors), default=-1)


def _weight(selector: str, rule: Rule) -> int:
    """How closely the selector means the rule; -1 where it does not."""
    upper = selector.upper()
    if selector == rule.name or upper == rule.code:
        return _FULL
    if upper == ALL or (selector.lower() == BATCH and rule.over_batch):
        return 0
    return len(upper) if upper and rule.code.startswith(upper) else -1


def _unknown(selector: str, rules: Sequence[Rule]) -> list[str]:
    if any(_weight(selector, rule) >= 0 for rule in rules):
        return []
    if selector.lower() == BATCH:
        return []
    return [f"没有“{selector}”这条规则或这类规则，{meant(selector, rules)}"]


#: So many rules are offered for a name that there is not.
_MOST_OFFERED = 3


def meant(word: str, rules: Iterable[Rule]) -> str:
    """The question for a rule name that there is not: the rules whose name or code looks like it, has it as a part, or that speak of it."""
    known = list(rules)
    names = near_names(word, [name for rule in known for name in (rule.name, rule.code, rule.area)]).split("、")
    part = word.strip().lower()
    if len(part) > 1:
        names += [rule.name for rule in known if part in rule.name]
        names += [rule.name for rule in known if any(part in said.summary.lower() for said in rule.wordings.values())]
    offered = list(dict.fromkeys(filter(None, names)))[:_MOST_OFFERED]
    return f"您是不是要找 {'、'.join(offered)}？" if offered else "用 hegao rule 查看全部规则"


def near_names(word: str, known: Sequence[str]) -> str:
    """The known words that look like ``word``, for a hint; empty where none does."""
    import difflib

    by_fold = {name.upper(): name for name in known}
    return "、".join(by_fold[name] for name in difflib.get_close_matches(word.upper()[:_LONGEST_NAME], list(by_fold), n=3))
