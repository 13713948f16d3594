"""Days whose order is asked about (先后请核对): goals that go back in time, a ban from behind its event, stages that do not fill the whole (norms DAT-07, TSK-09)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.date.calendar import date_ranges, say
from hegao.checks.date.clock_turns import late_sign_in
from hegao.checks.date.course import Reversed
from hegao.checks.date.document_parts import HANDED_ON
from hegao.checks.date.own_day import written
from hegao.checks.date.stage_bounds import Stage, stages
from hegao.checks.date.step_order import late_steps
from hegao.checks.date.timed_things import Passage, Timed, timed_passages
from hegao.checks.date.years_of_phrases import TELLING
from hegao.checks.shared.passages import Found, running
from hegao.document.model import Heading, Numbering
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Places

#: 到2027年底，…；到2026年底，…: goals of one text, each at the head of its part.
_GOALS = Scanner(r"(?:^|(?<=[。；：]))(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?(?:力争|确保|争取)?(?:到|至)(?P<year>20\d\d)年(?:底|末|年底)?(?=[，,])", sign=r"[到至]20\d\d年")


def goals_backwards(context: Context) -> Iterator[Reversed]:
    """A goal of an earlier year than the one told in front of it, in one passage or in the items of a list."""
    lists: dict[object, list[Found]] = {}
    for found in context.once(running).find(_GOALS, "heading", "paragraph"):
        group: Numbering | int = found.node.numbering if isinstance(found.node, Heading) and found.match.start() <= len(found.node.label) else found.offset
        lists.setdefault(group, []).append(found)
    for goals in lists.values():
        for one, two in pairwise(goals):
            if int(two.match["year"]) < int(one.match["year"]):
                at, there = (goal.passage.slice(goal.match.start("year"), goal.match.end("year") + 1) for goal in (two, one))
                yield Reversed(at, there.value, at.value, there)


_DAY = r"20\d\d年\d{1,2}月\d{1,2}日"
_HELD = Scanner(rf"(?:定于|拟于|将于)(?P<day>{_DAY})(?!(?:[（(][^）)]{{1,6}}[）)])?(?:至|—|-|～))[^，。；]{{0,16}}?(?:举行|举办|开赛|开幕|召开|鸣枪|开跑|开始)")
_BANNED = Scanner(rf"自(?P<day>{_DAY})(?:[（(][^）)]{{1,6}}[）)])?(?:\d{{1,2}}[:：时]\d{{0,2}}分?|[零\d]{{1,2}}时)?起[^。；]{{0,20}}?(?:禁止|不得|停止|限制|封闭|管制|停运|绕行)", sign="起[^。；]{0,20}?(?:禁止|不得|停止|限制|封闭|管制|停运|绕行)")


def banned_behind_event(context: Context) -> Iterator[Reversed]:
    """What is forbidden for an event of one day from behind that day on."""
    text = context.once(running)
    held = list(text.find(_HELD, "heading", "paragraph"))
    days = {found.match["day"] for found in held}
    day = next(find_dates(held[0].match["day"])).date() if len(days) == 1 else None
    for found in text.find(_BANNED, "heading", "paragraph") if day is not None else ():
        begin = next(find_dates(found.match["day"])).date()
        if day is not None and begin is not None and begin > day:
            yield Reversed(found.at("day"), written(day), found.match["day"], held[0].at("day"))


#: 分三个阶段进行: the whole whose stages follow.
_IN_STAGES = Pattern(r"分(?:为|成)?[两二三四五六2-6]个?(?:阶段|步骤?|环节|批次?)")
_NEAR = 3


def stages_beside_whole(context: Context) -> Iterator[Reversed]:
    """The whole time of work that is told to go in stages, which the first of them or the last does not meet.

    Where a time is turned round that is told, and nobody knows which of the stages it is.
    """
    if any(found.reversed for _block, found in context.once(date_ranges)):
        return
    told = context.once(stages)
    for passage in context.once(timed_passages) if len(told) > 1 else ():
        spans = [thing for thing in passage.things if thing.kind == "span"]
        if len(spans) != 1 or not _IN_STAGES.search(passage.text.value):
            continue
        of_it = [stage for stage in told if _follows(passage, stage, told)]
        if len(of_it) > 1 and not any(stage.passage.node is passage.node for stage in told):
            yield from _ends(spans[0], of_it[0].time, of_it[-1].time)


def _follows(passage: Passage, stage: Stage, told: tuple[Stage, ...]) -> bool:
    """Whether a stage is of the first list of stages behind the passage."""
    first = next((one for one in told if one.passage.part == passage.part and 0 < one.passage.place - passage.place <= _NEAR), None)
    ours, theirs = first.passage.node if first is not None else None, stage.passage.node
    return isinstance(ours, Heading) and isinstance(theirs, Heading) and ours.numbering is theirs.numbering


def _ends(whole: Timed, first: Timed, last: Timed) -> Iterator[Reversed]:
    """Whichever end of the whole is another one than that of its stages; where either tells months alone, months are compared."""
    exact = all("日" in one.at.value for one in (whole, first, last))
    ours, theirs = (whole.last, last.last) if exact else (whole.last.replace(day=1), last.last.replace(day=1))
    begin, start = (whole.first, first.first) if exact else (whole.first.replace(day=1), first.first.replace(day=1))
    if ours != theirs:
        yield Reversed(whole.at, written(last.last), written(whole.last), last.at)
    elif begin != start:
        yield Reversed(whole.at, written(first.first), written(whole.first), first.at)


#: Work may be at hand so many days before the text that orders it is issued.
_AT_HAND = datetime.timedelta(days=31)


def stages_begun(context: Context) -> Iterator[Reversed]:
    """The first stage of work to come, which begins long before the day of the document and is not over on it."""
    issued, own = context.document.issued, context.document.date
    told = [stage for stage in context.once(stages) if stage.passage.part == 0 or context.document.action not in HANDED_ON] if issued is not None else []
    first = min(told, key=lambda stage: stage.time.first, default=None)
    if first is None or issued is None or own is None or context.document.genre in TELLING:
        return
    begin = first.time.first
    if begin < issued - _AT_HAND and first.time.last >= issued and begin.year >= issued.year - 1:
        yield Reversed(first.time.at, written(issued), written(first.time.first), own.text)


#: 第一次、第二次: the rounds of one thing, each with its day.
_ROUND = Pattern(r"第(?P<number>[一二三四五六])(?P<of>[次批轮期])")


def rounds_backwards(context: Context) -> Iterator[Reversed]:
    """The round that is told to come before the one in front of it, in one sentence."""
    for passage in context.once(timed_passages):
        rounds: list[tuple[str, int, Timed]] = []
        for thing in passage.things:
            told = _ROUND.findall(thing.before[-_CLOSE:]) or _ROUND.findall(thing.behind[:_CLOSE])
            if len(told) == 1:
                rounds.append((told[0][1], "一二三四五六".index(told[0][0]), thing))
        for (kind, number, one), (other, following, two) in pairwise(rounds):
            if kind == other and following == number + 1 and one.kind == two.kind and two.last < one.last and two.sentence - one.sentence <= 1 and two.first.year == one.first.year:
                yield Reversed(two.at, one.at.value, two.at.value, one.at)


_CLOSE = 16
#: What is closed for some days, and open again.
_CLOSED = Pattern(r"^[^，。；]{0,10}?(?:闭馆|闭园|停[水电气业课运产办]|暂停|封闭|休馆|休市|放假|断水|停止)")
_AGAIN = Pattern(r"^(?:起|开始)?[^，。；]{0,4}?(?:恢复|重新开[放业]|正常(?:上班|开放|办理|营业)|复[工课市航]|照常)")


def opened_too_soon(context: Context) -> Iterator[Reversed]:
    """The day on which something is open again that lies within the days for which it is closed, in one sentence."""
    for passage in context.once(timed_passages):
        for one, two in pairwise(passage.things):
            if one.kind == "span" and two.kind == "on" and one.sentence == two.sentence and _CLOSED.match(one.behind) and _AGAIN.match(two.behind) and one.first <= two.first < one.last:
                yield Reversed(two.at, one.at.value, two.at.value, one.at)


#: What stands before or behind a day that is told behind a later one by right: it is compared, part of it, told of earlier times, of every year, of those who come the day before.
_BY_RIGHT = Pattern(r"其中|较(?![好大快强为差])|曾|比(?![例重])|原(?![则料因])|此前|之前|[已首先]|第一|包括|即|除|截[至止]|[施执]行|提前|改为|每[年月季周]|止$|报到|上班|补班|放假|出生|为期|推迟|延[期至]|调整|另|请|当[年月]|次[年月]|同[年月]")
#: A year turns between a month from here on and one up to there, where the second tells none.
_LATE_MONTH, _EARLY_MONTH = 10, 3
#: 6月16日发布的标准: the day of a thing that is named.
_SET_DOWN = Pattern(r"[\u3400-\u9fff]{1,6}的")
_NAME = 6
#: So far behind a day stands what is done on it.
_BESIDE = 24


def sentence_backwards(context: Context) -> Iterator[Reversed]:
    """A day told behind a later one in the clauses of one sentence: 名单于3月20日至26日公示，公示期满后于3月18日确定.

    What is due before an event (定于6月3日召开，5月29日前反馈) goes back by right; steps that depend on one another are told as such.
    """
    steps = Places(span for late in context.once(late_steps) if not late.overlaps for span in (late.at.span(), late.there.span()))
    for passage in context.once(timed_passages):
        for one, two in pairwise(passage.things):
            last = two.last if "年" in two.at.value else two.last.replace(year=one.first.year, day=min(two.last.day, 28))
            if one.sentence != two.sentence or last >= one.first or two.kind == "by" != one.kind or steps.meet(two.at.span()):
                continue
            between, behind = passage.text.value[one.end : two.start], two.behind[:_BESIDE]
            turns = "年" not in two.at.value and one.first.month >= _LATE_MONTH and two.first.month <= _EARLY_MONTH
            # What lies outside a period that is told beside it is told so.
            if any(not whole.first <= thing.last <= whole.last for whole in passage.things if whole.kind == "span" and whole.start < one.start for thing in (one, two)):
                continue
            if _told_of_others(one.before, two.before) or _SET_DOWN.match(behind):
                continue
            if "，" in between and between.count("（") == between.count("）") and not turns and not any(_BY_RIGHT.search(said) for said in (one.before, between, two.at.value, behind)):
                yield Reversed(two.at, one.at.value, two.at.value, one.at)


def _told_of_others(one: str, two: str) -> bool:
    """Whether two days are told of two things of one kind, each named before its day: 甲路5月底前开工，乙路3月底前竣工."""
    one, two = one.removesuffix("于"), two.removesuffix("于")
    return 1 < len(one) <= _NAME and 1 < len(two) <= _NAME and one[-1] == two[-1]


#: Most of a year, in days; a school year that is told by its days names the next year.
_MOST_OF_A_YEAR, _YEAR_DAYS = 245, 365
_TERM = Pattern("学年|学期|教学|每年")


def nearly_two_years(context: Context) -> Iterator[Reversed]:
    """Ranges from day to day without a year that would run into the next for most of it: 8月25日至7月15日."""
    for block, found in context.once(date_ranges):
        if found.reversed or found.next_year or found.first.year is not None or found.last.year is not None or _TERM.search(block.value):
            continue
        # No year of a leap day.
        first, last = found.first.date(_COMMON), found.last.date(_COMMON)
        if first is not None and last is not None and last < first and _YEAR_DAYS - (first - last).days > _MOST_OF_A_YEAR:
            yield Reversed(block.slice(found.start, found.end), say(found.first), say(found.last), block.slice(found.start, found.end))


_COMMON = 2025


def doubtful_order(context: Context) -> Iterator[Reversed]:
    """All days of a document whose order is asked about."""
    for look in (goals_backwards, sentence_backwards, banned_behind_event, stages_beside_whole, stages_begun, rounds_backwards, late_sign_in, opened_too_soon, nearly_two_years):
        yield from look(context)
