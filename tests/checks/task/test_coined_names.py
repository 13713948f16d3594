"""Short names that a document coins for bodies which it names in full elsewhere."""

from __future__ import annotations

import pytest

from checks.texts import hits, notice


def told(*paragraphs: str) -> list[tuple[str, str]]:
    return [(str(hit.facts["unit"]), str(hit.facts["other"])) for hit in hits("unit-variant", notice(*paragraphs))]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("由产业促进局牵头，于6月底前完成。", "具体事项由产促局负责。"), ("产促局", "产业促进局")),
        (("资产管理处负责登记。", "各学院报送资管处，于6月底前完成。"), ("资管处", "资产管理处")),
    ],
)
def test_first_letters_of_the_words_of_a_name(paragraphs: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert expected in told(*paragraphs)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("由市场部负责。", "市场营销部负责配合。"),
        ("由产业促进局（以下简称“产促局”）牵头。", "具体事项由产促局负责。"),
        ("由安监处负责。", "财务审计处负责配合。"),
    ],
)
def test_other_offices_and_names_that_are_introduced(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


def test_a_spoken_name_among_standard_ones() -> None:
    standard = "请市住房和城乡建设局会同市农业农村局办理，市交通运输局配合。"
    assert [unit for unit, _other in told(standard, "由市人社局牵头，于6月底前完成。")] == ["市人社局"]


def test_where_bodies_are_spoken_so_throughout() -> None:
    assert told("由市人社局牵头，市交通局、市住建局配合，市发改委会同市农业农村局督促。") == [("市人社局", "市人力资源社会保障局"), ("市交通局", "市交通运输局")]
