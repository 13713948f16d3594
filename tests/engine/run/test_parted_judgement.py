"""Judgement in parts tells what judgement over everything tells, whatever the number of parts."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest

from hegao.checks.base import BATCH_CHECKS, BatchHit, Record
from hegao.engine.configuration.options import Options
from hegao.engine.configuration.rule_plan import Plan
from hegao.engine.rules.loading import load_rules
from hegao.engine.run.batch_judgement import Crashed, Fact, questions, told_among
from hegao.engine.run.one_file import check_bytes
from hegao.engine.run.parted_judgement import Placed, Question, told_in_parts
from notices import notice


def _texts(seed: int) -> Iterator[str]:
    """Notices that take one another's numbers, cite one another under other numbers and titles, and rest on what was repealed."""
    chance = random.Random(seed)
    matters = ["农村供水", "防汛备汛", "森林防火", "节约用水", "春季植树"]
    for _ in range(60):
        code, serial, matter = chance.choice(["江政办发", "云政办发"]), chance.randint(1, 12), chance.choice(matters)
        cited = f"《江河市人民政府办公室关于做好{chance.choice(matters)}工作的通知》（江政办发〔{chance.choice((2025, 2026))}〕{chance.randint(1, 12)}号）"
        sentence = chance.choice([f"根据{cited}精神，制定本方案。", f"{cited}同时废止。", "请认真执行。", f"按照{cited}办理，参见江政办发〔2026〕21号文件。"])
        yield notice(
            sentence,
            title=f"关于做好{matter}工作的通知",
            number=f"{code}〔2026〕{serial}号" if chance.random() < 0.9 else "",
            date=f"2026年{chance.randint(1, 12)}月{chance.randint(1, 28)}日",
        )


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(load_rules(), Options(select=("batch",)))


@pytest.mark.parametrize("seed", range(3))
def test_parts_tell_what_the_whole_tells(seed: int, plan: Plan) -> None:
    outcomes = [check_bytes(text.encode(), f"{index}.txt", plan) for index, text in enumerate(_texts(seed))]
    placed: list[Placed] = [((file, index), fact) for file, (_result, facts) in enumerate(outcomes) for index, fact in enumerate(facts)]
    asked = [bound for bound, _files in questions(plan, [result for result, _facts in outcomes])]
    facts: list[Fact] = [fact for _place, fact in placed]
    whole = [
        [_said(hit) for hit, _fact in told_among(bound.check, bound.rule.parameters, [fact for fact in facts if fact["of"] == bound.check.collector])]
        for bound in asked
    ]
    assert {bound.check.name for bound, told in zip(asked, whole, strict=True) if told} >= {"number-duplicate", "number-order", "citation-conflict", "abolished-basis"}
    for count in (1, 2, 7):
        told = told_in_parts(placed, [Question(bound.rule.check, bound.rule.parameters) for bound in asked], count)
        assert [[_said(hit) for hit, _fact in several] for several in told] == whole
    assert all(set(fact) == {"identity", "place", "text"} for several in told for _hit, fact in several)


def _said(hit: BatchHit) -> tuple[object, ...]:
    """All that a finding is made of."""

    def shown(records: Sequence[Record]) -> list[tuple[object, ...]]:
        return [(record.path, record.span, record.quote, record.document) for record in records]

    return shown([hit.record]), hit.facts, shown(hit.related), shown(hit.about)


def test_every_check_over_a_batch_says_how_it_is_parted() -> None:
    """One that does not would need all facts on one machine."""
    import hegao.checks.judges  # noqa: F401  (registers the checks)
    from hegao.checks.base import WHOLE

    assert [name for name, check in BATCH_CHECKS.items() if check.partition == WHOLE] == []


def test_a_judge_that_crashes_in_one_part_crashes(plan: Plan) -> None:
    outcomes = [check_bytes(text.encode(), f"{index}.txt", plan) for index, text in enumerate(_texts(0))]
    placed = [((file, index), fact) for file, (_result, facts) in enumerate(outcomes) for index, fact in enumerate(facts)]
    with pytest.raises(Crashed, match="TypeError"):
        told_in_parts(placed, [Question("number-order", {"tolerance": "一"})], 3)
