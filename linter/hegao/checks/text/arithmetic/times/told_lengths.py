"""How long something is said to last (时长、会期、期限), against the moments between which it does (norms FIG-16, DAT-11).

One reading for all: the spans and the lengths of a sentence (``hegao.phrases.told_spans``), bound where nothing of the kind stands between.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.told_spans import DAY, HOUR, SOME_YEAR, Length, TimeSpan, lengths, time_spans
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: What says of a length that it is how long something lasts.
_LASTS = (
    r"为期|会期|历时|总?时长|用时|耗时|为时|持续|延续|前后|展期|行程|共计?|合计|总计|一共|全程|周期|时限|时间|限期|[工任租聘][期]|期限?|公[示告]|学制"
)
_CUE = Pattern(rf"(?:{_LASTS})(?:约|大约)?(?:为|是|：|:|共计?|均|各|长|达)*(?:约|大约|近)?$")
_EACH = Pattern(r"(?:每[日天班次场节堂期轮](?![到至])[^，。；、\d]{0,10}|(?:停水|停电|管制|封闭|施工|考试|收费|开放|停止)[^，。；、\d]{0,4})(?:约|大约)?$")
_BRACKET = Pattern(r"[（(](?:共计?|计|为期|历时|约|合计)?$")
#: A length all by itself behind its span: 9:40—11:10，90分钟）.
_BESIDE = Pattern(r"[，,（(].+[）)，,；。]")
_SIGN = Scanner(
    rf"(?:{_LASTS}|每[日天班次场节堂期轮]|停水|停电|管制|封闭|施工|考试|收费|开放|停止|[（(]|\d[，,])[^，。；、\d（(]{{0,10}}?(?:\d{{1,4}}(?:\.\d+)?|[一二两三四五六七八九十半]{{1,3}})个?半?(?:小时|钟头|分钟|工作日|自然日|日历|[天日周年月]|星期|季度)",
    sign=r"[\d一二两三四五六七八九十个半](?:小时|钟头|分钟|工作日|自然日|日历|星期|季度|[天日周]|个月|月|年)(?!\d)",
)
_KINDS = ("heading", "paragraph", "row", "entry", "note")
#: Lengths that are bounds, or of something else than the span.
_BOUND = Pattern(r"(?:分别|不少于|不超过|不得|不低于|不多于|至少|至多|最长|最短|提前|延迟|推迟|超过?|逾|未?满|不足|间隔|每次|单次|休息|课间|延长|缩短|压缩|压减|减少|提高|每隔|其中|另|实际|净|前|后)[^，。；、]{0,6}$")
_BEHIND = Pattern(r"(?:之|以)?(?:内|前|后|上|下)|以|[一1两]?[次班趟]|/|每")
_ROUGH_BEFORE, _ROUGH_BEHIND = Pattern(r"(?:约|大约|近)[^，。；\d]{0,2}$"), Pattern("左右|余|多")
_REST = Pattern(r"休息|周末|双休|除外|不含|不包括|工作日|周六|周日")
_OFF, _EXTRA = Pattern("放假|假期|调休|休假"), Pattern("报到|往返|路途|返程|在途|路上")
#: Work that is done again and again: what it lasts altogether is a multiple.
_SEVERAL = Pattern(r"每[日天周月场班期次个]|各|分别|[批场期轮班]次?|同步|两地|天")
_ALL_OF_IT = Pattern(r"(?:共计?|合计|总计|一共|累计|总时长)[^，。；\d]{0,4}$")
#: Lengths of law and notice, which may be counted from the day after.
_LEGAL = Pattern(r"公[示告]|期限|有效期|[任租工聘]期|(?:服务|建设|合同|实施)期|周期")
_PASSED = Pattern(r"历时|以来|经过|历经|前后")
_ALONE = Pattern(r"(?:会期|历时|时长|用时|为期|会议时间|持续|每[节堂])[^，。；、\d]{0,6}$")
_SENTENCE = Pattern(r"[^。；\n]+")
#: Between a span and what is said to be its length, in characters.
_NEAR, _FAR = 16, 3


_PUBLISHED = Pattern(r"，[^，。；]*(?:结果|名单)[^，。；]*公示$")
_TERM_FROM = Pattern(r"内[^。；\d]*，(?:处罚|禁止|限制|暂停|执行)?(?:期限|期间|有效期)(?:为|是|：)?(?:自|从)?$")
_WITHIN = 40


class _Told(NamedTuple):
    length: Length
    lead: str
    near: bool


def wrong_lengths(context: Context) -> Iterator[Amiss]:
    """The lengths that no span beside them has."""
    year = context.document.issued.year if context.document.issued else SOME_YEAR
    for passage, value in context.once(running).bearing(_SIGN, *_KINDS):
        yield from _of_passage(passage, value, year)


def _of_passage(passage: Text, value: str, year: int) -> Iterator[Amiss]:
    spans = list(time_spans(value, year))
    if not spans:
        return
    for sentence in _SENTENCE.finditer(value):
        here = [span for span in spans if sentence.start() <= span.start < sentence.end()]
        told = list(_told(value, sentence.start(), sentence.end(), here))
        owned = [(one, own) for one in told if (own := next((span for span in here if span.end <= one.length.start and _joined(value, one.length, span)), None)) is not None]
        for one in told:
            own = next((span for other, span in owned if other is one), None) if len(owned) > 1 else None
            if own is not None:
                # Where several spans tell their lengths, each tells its own.
                yield from _against(passage, value, one, [own], sentence.start())
            elif here:
                if not any(other is not one and other.length.unit == one.length.unit and _fits(other, here) for other in told):
                    yield from _against(passage, value, one, here, sentence.start())
            elif _ALONE.search(one.lead) and len(spans) == 1:
                yield from _against(passage, value, one, spans, 0)


def _told(value: str, begin: int, end: int, spans: Sequence[TimeSpan]) -> Iterator[_Told]:
    """The lengths of a sentence that say how long something lasts, each with the words in front of it."""
    for length in lengths(value, begin, end):
        if any(span.start <= length.start < span.end and span.joined for span in spans):
            continue
        lead = value[max(begin, length.start - 16) : length.start]
        if _PUBLISHED.search(lead) and any(span.end <= length.start and "公示" not in value[span.start - _NEAR if span.start > _NEAR else 0 : span.end + _FAR] for span in spans):
            # 27日至30日组织评审，结果公示5个工作日: what is published is another matter.
            continue
        joined = any(_joined(value, length, span) for span in spans)
        said = _BESIDE.fullmatch(value, length.start - 1, length.end + 1) and any(span.end == length.start - 1 for span in spans) or _CUE.search(lead) or _EACH.search(lead) or _BRACKET.search(lead) and value[length.end : length.end + 1] in "）)，,"
        # 两年内禁止参加，期限自…至…: the bound is the length of the span that follows.
        bound = _BEHIND.match(value, length.end) is not None and any(
            _TERM_FROM.search(value, length.end, span.start) and span.start - length.end < _WITHIN for span in spans if span.start > length.end
        )
        if bound and not _BOUND.search(lead):
            yield _Told(length, lead, True)
        elif said and not _BOUND.search(lead) and not _BEHIND.match(value, length.end):
            yield _Told(length, lead, joined)


def _joined(value: str, length: Length, span: TimeSpan) -> bool:
    """Whether next to nothing stands between the two."""
    between = value[span.end : length.start] if length.start >= span.end else value[length.end : span.start]
    return len(between) <= _NEAR and not any(sign.isdigit() for sign in between)


def _fits(told: _Told, spans: Sequence[TimeSpan]) -> bool:
    """Whether a length is told rightly: another of its kind is then a part, or of something else."""
    return any((right := _right(told.length, span, told.lead, told.lead, False)) is not None and right.fits for span in spans)


def _against(passage: Text, value: str, told: _Told, spans: Sequence[TimeSpan], begin: int) -> Iterator[Amiss]:
    length = told.length
    rough = bool(_ROUGH_BEFORE.search(told.lead) or _ROUGH_BEHIND.match(value, length.end))
    before = value[begin : length.start]
    judged = [(span, right) for span in spans if (right := _right(length, span, told.lead, before, rough)) is not None]
    if not judged or any(right.fits for _span, right in judged):
        return
    if _sums_up(length, [span for span, _right in judged], value, told.lead):
        return
    nearest, right = min(judged, key=lambda pair: abs(pair[0].start - length.start))
    sure = not right.doubtful and (told.near or len(judged) == 1)
    yield Amiss(passage.slice(length.start, length.end), right.shown, passage.slice(nearest.start, nearest.end), sure)


def _sums_up(length: Length, spans: Sequence[TimeSpan], value: str, lead: str) -> bool:
    """Whether the length is that of all spans together, or that of one so many times as days or turns are told."""
    minutes = [span.minutes or 0 for span in spans]
    if length.unit == "天" and all(minutes) and len(minutes) > 1:
        # Morning and afternoon are a day.
        return True
    if length.unit == "分钟":
        if sum(minutes) == length.amount:
            return True
        return bool(_ALL_OF_IT.search(lead) and _SEVERAL.search(value)) and any(one and length.amount % one == 0 for one in (*minutes, sum(minutes)))
    days = [span.days for span in spans if span.days is not None]
    return length.unit == "天" and len(days) > 1 and length.amount in (sum(days), sum(days) + len(days), *range(max(days), sum(days) + len(days)))


class _Judged(NamedTuple):
    fits: bool
    shown: str = ""
    doubtful: bool = False


def _right(length: Length, span: TimeSpan, lead: str, before: str, rough: bool) -> _Judged | None:
    """Whether a length is that of a span; None where they are of two kinds."""
    if length.unit == "分钟":
        return _by_clock(length, span, rough) if span.minutes is not None else None
    if length.unit == "天" and span.days in (None, 0):
        return _day_by_clock(length, span)
    if length.unit in ("天", "工作日", "周"):
        return _by_days(length, span, lead, before) if span.days is not None else None
    return _by_months(length, span, lead, rough)


def _by_clock(length: Length, span: TimeSpan, rough: bool) -> _Judged | None:
    minutes = span.minutes or 0
    if length.amount == DAY and minutes != DAY or minutes > length.amount * _FAR or length.amount > minutes * _FAR:
        # 24小时值守 is no length; what differs that much is of something else.
        return None
    fits = abs(minutes - length.amount) <= (minutes // 8 if rough else 0)
    return _Judged(fits, _clock(minutes, length))


def _clock(minutes: int, length: Length) -> str:
    if length.spoken == "分钟" and length.amount < DAY:
        return f"{minutes}分钟"
    return f"{minutes // HOUR}小时" + (f"{minutes % HOUR}分钟" if minutes % HOUR else "")


def _day_by_clock(length: Length, span: TimeSpan) -> _Judged | None:
    """Half a day, or one: a whole one lasts longer than a morning."""
    if span.minutes is None or length.amount not in (0.5, 1) or span.minutes >= DAY:
        return None
    longest = 5 * HOUR
    fits = span.minutes <= longest if length.amount == 0.5 else span.minutes >= longest
    return _Judged(fits, _clock(span.minutes, length))


def _by_days(length: Length, span: TimeSpan, lead: str, before: str) -> _Judged | None:
    days = (span.days or 0) + 1
    if length.unit == "周":
        return _Judged(-3 <= days - 7 * length.amount <= 1, f"{days}天")
    if length.unit == "工作日":
        return _working_days(length, span)
    if length.amount == days or span.minutes is not None and abs(span.minutes / DAY - length.amount) < 0.5:
        return _Judged(True)
    if length.amount == days - 1 and not _OFF.search(before):
        return _Judged(True) if _LEGAL.search(lead) else _Judged(False, f"{days}天", True)
    if _REST.search(before) and _weekdays(span) == length.amount:
        return _Judged(True)
    extra = length.amount in (days + 1, days + 2, days - 2) and _EXTRA.search(before)
    return _Judged(False, f"{days}天", bool(extra) or length.amount > days * _FAR or days > length.amount * _FAR)


#: Between these days of a year holidays may lie: 元旦、春节, 清明, 劳动节, 端午, 中秋、国庆.
_HOLIDAYS = (((1, 1), (3, 5)), ((4, 3), (4, 7)), ((4, 25), (5, 10)), ((5, 27), (6, 26)), ((9, 7), (10, 14)), ((12, 29), (12, 31)))


def _days(span: TimeSpan) -> list[datetime.date]:
    return [span.begin + datetime.timedelta(days=one) for one in range(min(span.days or 0, 400) + 1)] if span.begin is not None else []


def _weekdays(span: TimeSpan) -> int:
    return sum(day.weekday() < 5 for day in _days(span))


def _working_days(length: Length, span: TimeSpan) -> _Judged | None:
    if span.begin is None or span.until is None or span.days is None or span.days > 60:
        return None
    days = _days(span)
    working = _weekdays(span)
    if any(first <= (day.month, day.day) <= last for day in days for first, last in _HOLIDAYS):
        # Days off may be shifted there; only what is longer than the span itself is certain.
        return _Judged(length.amount <= span.days + 1, f"{working}个工作日")
    return _Judged(length.amount == working or length.amount == working - 1 and days[0].weekday() < 5, f"{working}个工作日", length.amount <= span.days)


def _by_months(length: Length, span: TimeSpan, lead: str, rough: bool) -> _Judged | None:
    """Months and years: of a span by months or by years its ends may count both."""
    if span.years is not None:
        years = length.amount / 12
        if length.spoken not in ("年",) or years > span.years * _FAR:
            return None
        fits = years == span.years + 1 or years == span.years and bool(_PASSED.search(lead))
        return _Judged(fits or rough and abs(years - span.years) <= 1, f"{span.years + 1}年", years == span.years)
    if span.months is not None:
        fits = length.amount == span.months + 1 or length.amount == span.months and bool(_LEGAL.search(lead) or _PASSED.search(lead))
        return _Judged(fits or rough and abs(length.amount - span.months) <= 1, spoken_months(span.months + 1), length.amount == span.months)
    if span.begin is None or span.until is None or (span.days or 0) < 7:
        return None
    exact = exact_months(span.begin, span.until)
    if exact is None:
        days = (span.days or 0) + 1
        near = abs(days - length.amount * 30.44) <= (20 if length.amount < 6 else 31)
        return _Judged(near, f"{days}天", True)
    return _Judged(length.amount == exact, spoken_months(exact))


def exact_months(begin: datetime.date, end: datetime.date) -> int | None:
    """The months of a period that begins and ends alike: on the same day, or on the day before."""
    after = end + datetime.timedelta(days=1)
    months = (after.year - begin.year) * 12 + after.month - begin.month
    return months if after.day == begin.day or end.day == begin.day else None


def spoken_months(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest == 6:
        return f"{years}年半" if years else "半年"
    return f"{years}年" if years and not rest else f"{months}个月"
