"""Last year's number left over, and days told by too many signs or too few."""

from __future__ import annotations

import pytest

from checks.told import findings, quotes
from notices import notice

TITLE = "江河市人民政府办公室关于做好2026年防汛工作的通知"


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        ("所需经费列入2025年水利专项，2026年全市储备编织袋6万条，2026年培训抢险队员300人。", "2025年"),
        ("2025年计划整治山塘40座，其中2026年汛前20座、2026年汛后20座。", "2025年"),
        ("根据《江河省水利厅关于做好2025年防汛工作的通知》（江水发〔2026〕3号），结合我市实际，通知如下。", "2025年"),
        ("按照《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2026〕7号）执行。", "2026年"),
    ],
)
def test_a_year_left_over_is_asked_about(paragraph: str, quote: str) -> None:
    assert [(found.quote, found.severity) for found in findings("date-year", notice(paragraph, title=TITLE))] == [(quote, "info")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "2025年水毁修复的46处工程已全部完工，2026年计划整治山塘40座。",
        "2026年计划整治山塘40座，比2025年增加5座。",
        "根据《江河省水利厅关于通报2025年防汛工作情况的通知》（江水发〔2026〕3号），结合我市实际，通知如下。",
        "按照《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）执行。",
    ],
)
def test_last_year_told_on_purpose(paragraph: str) -> None:
    assert quotes("date-year", notice(paragraph, title=TITLE)) == []


@pytest.mark.parametrize("day", ["5月12日日", "5月月12日", "2026年512日", "2026年5日12日", "9：:30", "2026.6.31", "22时75分"])
def test_a_malformed_day(day: str) -> None:
    assert quotes("date-invalid", notice(f"最迟不超过{day}，逾期不候。")) == [day]


@pytest.mark.parametrize("said", ["5月12日日均气温", "10月5日　　　　日　　陶望山", "版本2026.6.31"])
def test_what_only_looks_like_one(said: str) -> None:
    assert quotes("date-invalid", notice(f"记录为{said}。")) == []
