"""Days and times with a sign twice, left out or put for another (日期残缺): 5月12日日, 2026年512日, 2026年5日12日, 9：:30 (norm DAT-12)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names, set_apart
from hegao.document.model import Date
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_DAY = r"\d{1,2}月\d{1,2}日"
_MALFORMED = Scanner(
    rf"(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}(?:日日(?![均常间照报产供销志记语班夜值])|号号|日号|号日)"
    rf"|(?:20\d\d年)?\d{{1,2}}月月\d{{1,2}}日|20\d\d年年\d{{1,2}}月(?:\d{{1,2}}日)?"
    rf"|20\d\d年\d{{3,4}}日|(?<![\d.—－-])20\d{{3,4}}月\d{{1,2}}日|(?<![\d.公元前—－-])(?:\d{{3}}|\d{{5}})年{_DAY}"
    rf"|20\d\d年\d{{1,2}}日(?:\d{{1,2}}日)?(?!内|以上)|20\d\d年\d{{1,2}}月\d{{1,2}}月(?![至—－～到])|(?<!\d)20\d\d月{_DAY}"
    rf"|(?:20\d\d年)?\d{{1,2}}月\d{{3}}日|{_DAY}之日起|20\d\d年20\d\d年{_DAY}|(?<![\d年])\d{{1,2}}月\d{{1,2}}月\d{{1,2}}日"
    r"|(?<!\d)\d{1,2}[时点][:：]\d{2}分?|(?<!\d)\d{1,2}[:：]{2}\d{2}(?!\d)|(?<=[午日）])\d{1,2}[:：]\d{3}(?!\d)",
    sign=r"\d(?:月|日|号|年\d{3})|\d[时点:：][:：]|[:：]\d{3}",
)
#: A day of each month beyond the thirty-first.
_MONTHLY = Scanner(r"每(?:个)?(?:月|季度末月)(?P<day>(?:3[2-9]|[4-9]\d)日)(?!内|以上)", sign="每")
#: What looks like a day in short, but counts versions or places.
_CODE = Pattern(r"[A-Za-z版号]\s*$|版本[^，。；]{0,6}$")


def malformed_days(context: Context) -> Iterator[Text]:
    """All days and times of a document that are told by too many signs, too few, or others."""
    text = context.once(running_without_names)
    # Blanks between the letters may be columns.
    yield from (found.at() for found in text.find(_MALFORMED) if not set_apart(found.at()))
    yield from (found.at("day") for found in text.find(_MONTHLY))


def is_short_day(date: Date) -> bool:
    """Whether a day told in short (2026.6.31) is one for sure: its month is one of twelve, its day one of thirty-one."""
    phrase = date.phrase
    told = phrase.month is not None and phrase.day is not None and 1 <= phrase.month <= 12 and 29 <= phrase.day <= 31
    return told and _CODE.search(date.block.value, max(0, date.start - 12), date.start) is None
