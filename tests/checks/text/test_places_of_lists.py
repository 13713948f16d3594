"""Places told together twice, and a county's department in a city's text."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("third", "found"),
    [("梅湾镇", ["梅湾镇"]), ("柳湾镇", []), ("石桥镇", [])],
)
def test_one_of_a_list_is_another(third: str, found: list[str]) -> None:
    text = notice(f"一、管护。沙溪镇负责上段，白塔乡负责中段，{third}负责下段。沙溪镇、白塔乡、柳湾镇每旬巡查一次。")
    assert quotes("place-leftover", text) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [("县财政局", ["县财政局"]), ("市财政局", []), ("云岭县财政局", []), ("各县财政局", [])],
)
def test_a_department_of_a_county_in_a_text_of_its_city(body: str, found: list[str]) -> None:
    assert quotes("place-leftover", notice(f"一、经费。设备经费由{body}列入预算，各县（区）不再分担。")) == found
