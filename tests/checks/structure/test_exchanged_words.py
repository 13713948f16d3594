"""One word of the title exchanged in the text below, and what is left alone (title-mismatch)."""

from __future__ import annotations

import pytest

from checks.told import quotes
from notices import notice


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("关于做好2026年森林防火工作的通知", "为做好2026年草原防火工作，现将有关事项通知如下。", ["做好2026年草原防火工作"]),
        ("关于做好2026年森林防火工作的通知", "为做好2026年森林防火工作，现将有关事项通知如下。", []),
        ("关于开展儿童用品质量专项检查的通知", "为保障儿童健康，市局决定开展学生用品质量专项检查。", ["开展学生用品质量专项检查"]),
        ("关于加强城市供水安全管理的通知", "为推动城市供水安全管理，现通知如下。", []),
    ],
)
def test_one_word_of_the_title_is_another_below(title: str, body: str, found: list[str]) -> None:
    assert quotes("title-mismatch", notice(body, title=title)) == found
