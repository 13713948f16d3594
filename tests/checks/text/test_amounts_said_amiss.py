"""Amounts told twice over or cut short: 30余个以上, 800字以内左右, 起10内, 20平方, 打造品牌12，."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice, pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年培训3万多人次以上，覆盖各乡镇。", ("3万多人次以上", "3万多人次")),
        ("每篇800字以内左右。", ("800字以内左右", "800字以内")),
        ("自受理之日起10内，向申请人答复。", ("10内", "10日内")),
        ("每处不少于40平方的标准配建。", ("40平方", "40平方米")),
        ("打造特色产品品牌12，带动农户增收。", ("12", "12个")),
        ("评定优秀18名人、合格60人。", ("18名人", "18名")),
        ("代表因故缺席的原因应当书面说明。", ("因故缺席的原因", "因故缺席的")),
    ],
)
def test_amounts_said_amiss(text: str, expected: tuple[str, str]) -> None:
    assert expected in pairs(hits("word-table", notice(text)))


@pytest.mark.parametrize("text", ["建设任务见附件2。", "获奖企业30余家，以上企业另行通知。", "每户20平方米以上。", "本市新增泊位2026。", "三年内完成，城区内禁行。"])
def test_amounts_said_right(text: str) -> None:
    assert pairs(hits("word-table", notice(text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年抽检32批批次。", ("批批", "批")),
        ("各校开展一次1次消防演练。", ("一次1次", "一次")),
        ("现将有关事项通知如下。现将有关事项通知如下：", ("现将有关事项通知如下：", "如下：")),
    ],
)
def test_said_again(text: str, expected: tuple[str, str]) -> None:
    assert any(hit.facts["right"] == expected[1] for hit in hits("repeated-word", notice(text)))
