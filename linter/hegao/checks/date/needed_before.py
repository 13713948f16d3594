"""What is needed before something else (先决事项), due behind it: reports before they are summed up, those who come before the event, notice before a closure.
"""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Late, Passage, Timed, timed_passages
from hegao.checks.shared.passages import bodies, running
from hegao.document.model import Heading
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, time_words

_WHEN = r"(?P<every{0}>每(?:年|月|季度末月|个月))?(?P<day{0}>(?:(?:20\d\d年)?\d{{1,2}}月)?\d{{1,2}}日)(?:[（(](?:星期|周).[）)])?(?:之|以)?前"
#: 甲于…前向乙提交…，乙于…前汇总: who reports until when to whom, and until when the receiver makes something of it.
_RELAY = Scanner(
    lambda: (
        rf"{_WHEN.format(1)}[^。；]{{0,40}}?{one_of(time_words('sent'))}(?:至|到|给)?(?P<body>[一-鿿]{{2,20}}{one_of(kind.ending for kind in body_kinds())})[^。]{{0,60}}?"
        rf"[，。；](?:再|并)?由?(?P=body)(?:应当|应|要|须|将|负责|统一|需)?[^，。；\d]{{0,6}}?(?:于|在)?{_WHEN.format(2)}"
        rf"(?P<what>[^。；]{{0,16}}?{one_of(time_words('made-of-reports'))})"
    ),
    sign=r"日(?:[（(](?:星期|周).[）)])?(?:之|以)?前",
)


def late_relays(context: Context) -> Iterator[Late]:
    """What a body is to sum up before it has been told."""
    for found in context.once(running).find(_RELAY, "heading", "paragraph"):
        match = found.match
        if match["every1"] != match["every2"] and match["every2"] is not None or "次" in match[0]:
            continue
        first, second = _key(match["day1"]), _key(match["day2"])
        if first is None or second is None or len(first) != len(second) or first <= second or _turns(first, second, match["every1"]):
            continue
        at = found.passage.slice(match.start("every2") if match["every2"] else match.start("day2"), match.end("day2") + 1)
        yield Late(match["what"].strip("，"), at, at.value, f"{match['every1'] or ''}{match['day1']}前", found.at("day1"))


#: 自…起按…实行, and what it needs: 印发采购目录.
_BEGUN = Pattern(r"^起[^。；]{0,40}?(?:实行|执行|实施|施行|启用|适用)")
_ISSUED = Pattern(
    lambda: (
        rf"{one_of(time_words('issued'))}(?P<paper>[^，。；）]{{0,12}}{one_of(time_words('rule'))})|(?P<named>[^，。；（]{{2,12}}{one_of(time_words('rule'))})于?$"
    )
)


def late_for_start(context: Context) -> Iterator[Late]:
    """The list or rule that what begins on a day is done by, issued later only."""
    for passage in context.once(timed_passages):
        begun = [thing for thing in passage.things if thing.kind == "on" and _BEGUN.search(thing.behind)]
        for thing in passage.things if len(begun) == 1 else ():
            match = _ISSUED.search(thing.behind) or _ISSUED.search(thing.before) if thing.kind == "by" and thing.last > begun[0].last else None
            paper = (match["paper"] or match["named"] or "")[:-2] if match else ""
            if any(paper[at : at + 2] in begun[0].behind for at in range(len(paper) - 1)):
                yield Late(paper, thing.at, thing.at.value, begun[0].at.value, begun[0].at)


#: Each month: 每月25日前报送…，每月20日前汇总.
_MONTHLY = Scanner(
    r"每(?P<turn>月|季度末月)(?P<first>\d{1,2})日(?:之|以)?前[^。；每]{0,40}?(?:报送|上报|提交|报)[^。每次]{0,50}?(?P<day>每(?P=turn)(?P<last>\d{1,2})日(?:之|以)?前)[^。；每]{0,16}?(?:汇总|审核)"
)


def late_each_month(context: Context) -> Iterator[Late]:
    """What is summed up each month before it is reported."""
    for found in context.once(running).find(_MONTHLY, "heading", "paragraph"):
        first, last = int(found.match["first"]), int(found.match["last"])
        if last < first and not _turns((first,), (last,), None):
            yield Late("汇总", found.at("day"), found.match["day"], f"每{found.match['turn']}{first}日前", found.at("first"))


def _key(day: str) -> tuple[int, ...] | None:
    """Month and day; the day only, where no month is told."""
    phrase = next(find_dates(day), None)
    if phrase is not None and phrase.month is not None and phrase.day is not None:
        return (phrase.year or 0, phrase.month, phrase.day)[0 if phrase.year else 1 :]
    return (int(day.removesuffix("日")),) if day.removesuffix("日").isdigit() else None


def _turns(first: tuple[int, ...], second: tuple[int, ...], every: str | None) -> bool:
    """Whether the second may lie in the next year or month."""
    if len(first) == 1:
        return second[0] <= 10 and first[0] >= 20
    return len(first) > 1 and every is not None and second[0] <= 3 and first[0] >= 9


#: An event and when it is: 定于…举办, 培训时间：….
_EVENT_BEHIND = Pattern(r"^(?:[（(][^）)]{1,6}[）)])?[，、]?[^。；，]{0,24}?(?:举办|举行|召开|开班|开赛|开幕|集中培训|开标)")
_EVENT_BEFORE = Pattern(r"(?:培训|会议|活动|比赛|考试|展览|演练|竞赛|开标|大会|论坛)时间(?:为|是|[：:。])?(?:自|从|定于|为)?$")
#: What is to be there before it: those who come, what is set up.
_READY = Pattern(r"筹备|筹办|准备工作|报名|回执|参会名单|参训|参会人员|参赛|参加人员|报到|签到|布展|布置|彩排|搭建|会场|递交截止|材料印制|名额分配|(?:发言|会议|交流|汇报|书面|参展)材料")
_READY_BEFORE = Pattern(r"报名[^，。；]{0,10}$|报到时间[：:为]?$|回执[^，。；]{0,16}$|名单[^，。；]{0,4}$|参[会训赛][^，。；]{0,10}$|递交截止[^，。；]{0,8}$")
_AFTERWARDS = Pattern(r"后|获奖|合格|成绩|结果|总结|考核|结业|返程|离会|情况")
_AROUND = 12


def late_for_event(context: Context) -> Iterator[Late]:
    """What is to be ready for an event, due behind its last day; the event is the only one told near by."""
    passages = context.once(timed_passages)
    issued = context.document.issued
    events = [(passage, thing) for passage in passages for thing in passage.things if thing.kind != "by" and "日" in thing.at.value and _is_event(passage, thing)]
    events = [(passage, thing) for passage, thing in events if issued is None or thing.last >= issued]
    for passage, event in events if len({thing.last for _passage, thing in events}) == 1 else ():
        for other in passages:
            if other.part != passage.part or abs(other.place - passage.place) > _AROUND:
                continue
            for thing in other.things:
                if thing.at.span() == event.at.span() or not _for_event(thing) or _AFTERWARDS.search(thing.said):
                    continue
                if thing.last > event.last:
                    yield Late(_nearest_words(thing), thing.at, thing.at.value, event.at.value, event.at)
        return


def _is_event(passage: Passage, thing: Timed) -> bool:
    if _EVENT_BEHIND.search(thing.behind) or _EVENT_BEFORE.search(thing.before):
        return True
    node = passage.node
    if not isinstance(node, Heading):
        return node.heading is not None and thing.start < _AROUND and _EVENT_BEFORE.search(node.heading.title) is not None
    return _EVENT_BEFORE.search(passage.text.value[: thing.start].rstrip("。：:")) is not None


def _for_event(thing: Timed) -> bool:
    return thing.kind != "span" and (_READY.search(thing.behind) is not None or _READY_BEFORE.search(thing.before) is not None)


def _nearest_words(thing: Timed) -> str:
    return (thing.behind or thing.before).strip("，、：:")


#: 自2026年6月20日零时起全桥封闭; 定于2026年6月18日举行.
_DAY = r"20\d\d年\d{1,2}月\d{1,2}日"
_CLOSED = Scanner(rf"(?:自|从)(?P<day>{_DAY})(?:\d{{1,2}}[时点:：]\d{{0,2}}|零时)?起[^，。；]{{0,16}}(?:封闭|断航|断交|交通管制|停运|停水|停气|停电)")
#: The public is to be told beforehand: 拟于…发布封闭施工通告.
_TOLD = Scanner(
    rf"(?:(?:拟|应|将|须)?于|在)(?P<day>{_DAY})(?:之|以)?前?[^，。；]{{0,20}}(?:发布|公布|刊登|张贴)[^，。；]{{0,10}}(?:封闭|断航|断交|管制|停运|停水|停气|停电|绕行)[^，。；]{{0,6}}(?:通告|公告|通知|告示|提示|方案)"
)


def told_late(context: Context) -> Iterator[Late]:
    """What the public is told of a closure after the one day on which it begins."""
    text = context.once(running)
    told = list(text.find(_TOLD, "heading", "paragraph"))
    closed = list(text.find(_CLOSED, "heading", "paragraph")) if told else []
    if len({found.match["day"] for found in closed}) != 1:
        return
    begin = next(find_dates(closed[0].match["day"])).date()
    for found in told:
        day = next(find_dates(found.match["day"])).date()
        if day is not None and begin is not None and day > begin:
            yield Late("发布", found.at("day"), found.match["day"], closed[0].match["day"], closed[0].at("day"))


#: 开展整改复核: what looks at the mended faults once more.
_AGAIN = Scanner(r"(?:将|拟)?于(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:至[^，。；]{2,12})?(?:前)?[^，。；]{0,12}(?:复核|复查|回头看)")
_MENDED = Scanner(r"于(?P<day>20\d\d年\d{1,2}月\d{1,2}日)前(?:全部|全面)?(?:完成(?:全部|全面)?整改|整改到位)")


def looked_at_early(context: Context) -> Iterator[Late]:
    """A second look (复核、回头看) before the one day by which all faults are to be mended."""
    texts = context.once(bodies)
    again = {found.node: found for found in reversed([*texts.find(_AGAIN)])}
    mended = list(texts.find(_MENDED)) if again else []
    if len(mended) != 1 or len(again) != 1:
        return
    (look,), there = again.values(), mended[0]
    day, bound = next(find_dates(look.match["day"])).date(), next(find_dates(there.match["day"])).date()
    if day is not None and bound is not None and day < bound:
        yield Late("复核", look.at("day"), look.match["day"], there.match["day"], there.at("day"))


def late_needs(context: Context) -> Iterator[Late]:
    """All that is needed for something that comes before it."""
    for judge in (late_relays, late_each_month, late_for_event, late_for_start, told_late, looked_at_early):
        yield from judge(context)
