"""When rules were issued and when they were amended (公布与修正), told in one bracket: nothing is amended before it is there (norm DAT-07)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.course import Reversed
from hegao.checks.shared.passages import running
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner

#: （2009年5月8日县人民政府令第3号公布，2017年4月2日县人民政府令第6号修正）.
_HISTORY = Scanner(r"[（(][^（）()]{0,60}\d日[^（）()]{0,80}?(?:修正|修订|修改|废止|失效)[^（）()]{0,160}[）)]", sign=r"修正|修订|修改|废止|失效")
_ISSUED = Pattern(r"^[^，；。、]{0,40}?(?:公布|发布|颁布|印发|制定|通过|施行)")
_AFTERWARDS = Pattern(r"^[^，；。、]{0,40}?(?:修正|修订|修改|废止|失效)")


def amended_before_issued(context: Context) -> Iterator[Reversed]:
    """Days of an amendment or a repeal that lie before the day of issue told in front of them."""
    for found in context.once(running).find(_HISTORY, "heading", "paragraph", "row"):
        value = found.match[0]
        days = [(phrase, day, value[phrase.end :]) for phrase in find_dates(value) if (day := phrase.date()) is not None]
        if not days or not _ISSUED.match(days[0][2]) or _AFTERWARDS.match(days[0][2]):
            continue
        (issued, first, _words), *rest = days
        for phrase, day, words in rest:
            if day < first and _AFTERWARDS.match(words):
                at, there = (found.passage.slice(found.match.start() + one.start, found.match.start() + one.end) for one in (phrase, issued))
                yield Reversed(at, issued.written, phrase.written, there)
                break
