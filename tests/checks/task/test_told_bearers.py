"""One duty given to two bodies in two passages."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(("body", "found"), [("市应急局", ["市应急局"]), ("市水利局", [])])
def test_the_office_of_a_group_sits_in_one_body(body: str, found: list[str]) -> None:
    text = notice("一、领导。设立市抗旱指挥部，指挥部办公室设在市水利局，由局长兼任主任。", f"二、报送。每日17时前将旱情报指挥部办公室（{body}）。")
    assert quotes("lead-conflict", text) == found


@pytest.mark.parametrize(("body", "found"), [("市公安局", ["市公安局"]), ("市交通运输局", [])])
def test_one_duty_has_one_bearer(body: str, found: list[str]) -> None:
    text = notice("一、共享单车投放总量由市交通运输局核定。", f"二、{body}核定投放总量后，向社会公布。")
    assert quotes("lead-conflict", text) == found
