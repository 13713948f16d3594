"""Deadlines behind the end of the campaign that the text itself sets (专项行动期限): 自4月1日起至9月30日, yet all faults are mended by 15 November (norm TSK-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.own_day import reading_year
from hegao.checks.date.timed_things import timed_passages
from hegao.checks.shared.passages import bodies
from hegao.checks.task.plan_deadlines import AFTERWARDS, Clash
from hegao.phrases.ranges import find_ranges
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import task_verbs

_DAY = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末初])?"
#: 本次专项行动自4月1日起至9月30日结束; of a stage, a round or a batch it says nothing of the whole.
_CAMPAIGN = Scanner(
    rf"(?<![\u3400-\u9fff])(?:本次|此次|这次|集中)?[\u3400-\u9fff]{{0,16}}?(?:行动|整治|活动|攻坚|治理)(?:期限|时间|期)?(?:为|自|从|[：:]|定于|于)(?:自|从)?(?P<time>{_DAY}(?:起|开始)?[，,]?(?:至|到|—)(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|[底末])?)",
    sign="行动|整治|活动|攻坚|治理",
)
_PART = Pattern(r"阶段|[批轮期次]$|宣传|第[一二三四五六]|每")
_LATER = Pattern(lambda: rf"{one_of(task_verbs('tells'))}|报告|回头看|巩固|长效|销号|奖|[建归]档|移交|下一年|明年|次年")
#: What such a campaign is about.
_OF_IT = Pattern(r"整改|排查|整治|治理|清理|清零|问题|隐患|自查")
#: What goes on so long behind it is another piece of work.
_FAR = 200


def beyond_campaign(context: Context) -> Iterator[Clash]:
    """The one piece of work that is due behind the end of the only campaign told, though it is a part of that."""
    year = reading_year(context.document)
    told = [found for found in context.once(bodies).find(_CAMPAIGN) if not _PART.search(found.match[0])]
    spans = {found.match["time"].replace("起", "").replace("开始", "").replace("，", "") for found in told}
    span = next(find_ranges(spans.pop()), None) if len(spans) == 1 else None
    end = span.last.last(span.last.year or year) if span is not None else None
    if end is None:
        return
    things = [thing for passage in context.once(timed_passages) for thing in passage.things if thing.kind == "by"]
    late = [thing for thing in things if end < thing.last and (thing.last - end).days < _FAR and _OF_IT.search(thing.behind) and not AFTERWARDS.search(thing.said) and not _LATER.search(thing.said)]
    if len(late) == 1:
        yield Clash("perhaps", late[0].behind.strip("，、"), late[0].at, late[0].at.value, told[0].match["time"], told[0].at("time"))


