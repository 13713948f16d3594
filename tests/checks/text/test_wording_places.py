"""Words of the table that are none where two right words meet."""

from __future__ import annotations

from checks.told import quotes
from notices import notice


def test_a_word_of_the_table_that_two_words_make_is_none() -> None:
    assert quotes("wording", notice("经复核，当事人的陈述申辩理由不成立。")) == []
    assert quotes("wording", notice("请到窗口辩理手续。")) == ["辩理"]
