"""Items of a list that hand work out, one beside the other: one of them without a body, or without a day (norms TSK-03, TSK-04).

What the others of the list all say is asked of each; what says it in any way, or speaks of no work, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document, Heading
from hegao.phrases.dates import find_dates
from hegao.phrases.units import locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.duty_labels import SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words, task_verbs

#: Fewer other items show nothing of what is usual in a list, unless both name a lead.
_FEW, _PAIR = 3, 2
#: Longer items tell more than one piece of work.
_LONGEST = 160
#: What names a body, or hands work out; an item without any of it speaks of nobody.
SOMEBODY = Pattern(
    lambda: (
        rf"[由请各我贵你]|双方|{one_of(duty_words('verb', 'lead', 'responsible', 'coop'))}|责任"
        rf"|[\u3400-\u9fff]{ending_in(end for end in body_endings('act') if end != '会')}"
    )
)
#: How an item begins that sets work: with its day, behind a title of its own perhaps.
_SETS_WORK = Pattern(
    lambda: rf"(?:[^。；，：]{{2,20}}。)?(?:于|在|力争|争取)?(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|底|[上中下]旬)?(?:之|以)?前[^。；]{{0,40}}?{one_of(task_verbs())}"
)
#: How an item hands work out: 由甲局负责, 请贵局提供.
_HANDS_OUT = Pattern(
    lambda: (
        rf"(?:^|[。，；：])(?:由[^，。；]{{2,40}}{one_of(duty_words('verb', 'lead', 'responsible'))}|[^，。；由]{{2,24}}{ending_in(body_endings('act'))}{one_of(duty_words('verb', 'lead', 'responsible'))}，"
        rf"|(?:商)?请(?:贵|你|各)[^，。；]{{0,12}}(?:{one_of(task_verbs())}|提供|明确|协助))"
    )
)
#: That it is one of several pieces of work with a lead: then two others are enough.
_LEADS = Pattern(lambda: rf"(?:^|[。，；：、])由[^，。；]{{2,40}}{one_of(duty_words('verb', 'lead'))}")
#: Any word of time, or one by which work goes on, is none, or is done by the way; not the years of a title.
TIMED = Pattern(
    rf"(?:\d\s*(?:个?工作日|个?月|周|小时|分钟|[年日时点天])|\d[:：]\d|每[年月周日旬季半次逢]|年[底内末]|期间|之日|届时|(?<!，)同步|(?<!，)同时|随时|日常|全过程|全程|[工会节汛]前|以前|此前|前提|时限|期限"
    rf"|不得|禁止|坚持|解释|{one_of(deadline_words('period', 'open', 'prompt', 'vague'))})(?![^《》\n]{{0,80}}》)"
)

#: What has no day by its kind.
STANDING = Pattern(r"牵头负责|督促|加强|做好|落实|坚持|严格|配合|指导|监督|保障|统筹|协调|强化|健全|解释|不得|禁止")
#: Who helps.
HELP = Pattern(lambda: rf"[^，。；]{{2,60}}{one_of(duty_words('verb', 'coop'))}(?=[，。；]|$)")

#: Work that begins when something happens: 需要占用道路的，由甲局牵头.
ON_CONDITION = Pattern(r"(?:^|[。；，])(?:因|对|如|遇|凡|发生|发现|需要?|逾期)[^。；，]{2,40}的，")

#: A day, and an item that says at its head who leads and who helps.
_DATED = Pattern(r"\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)")
_LED_AND_HELPED = Pattern(
    lambda: (
        rf"(?:[^，。；：]{{2,20}}[。：])?由?[^，。；：由]{{2,20}}{one_of(duty_words('verb', 'lead'))}，[^，。；]{{2,40}}{one_of(duty_words('verb', 'coop'))}，[^。；]{{0,12}}?{one_of(task_verbs())}"
    )
)
#: Where so many items of a document set a day, a list of three shows what is usual.
_DATED_IN_ALL = 5


#: A paragraph that speaks of all items above it: 以上任务由各单位按职责分工负责.
OF_ALL = Pattern(r"^[　 ]*(?:以上|上述|前述)")


class Item(NamedTuple):
    """An item that lacks what all others of its list have, and how many these are."""

    heading: Heading
    others: int


def _lists(document: Document) -> Iterator[list[Heading]]:
    """The items that are numbered together, where each runs on behind its number or title and has none below it."""
    seen = set()
    for node in document.of("heading"):
        if isinstance(node, Heading) and node.numbering not in seen:
            seen.add(node.numbering)
            by_parent: dict[Heading | None, list[Heading]] = {}
            for heading in node.numbering.headings:
                by_parent.setdefault(heading.parent, []).append(heading)
            yield from (items for items in by_parent.values() if len(items) >= _FEW and not any(item.children for item in items))


def _words(heading: Heading) -> str:
    return heading.body.value[len(heading.label) :].strip()


def without_body(document: Document) -> Iterator[Item]:
    """The one item that sets work and names nobody, where every other one hands its work to somebody by a sentence."""
    bearing = {task.heading for task in document.tasks if task.form == "sentence" and task.units}
    led = {task.heading for task in document.tasks if task.form == "sentence" and task.lead}
    for items in _lists(document) if len(bearing) >= _PAIR else ():
        bare = [item for item in items if item not in bearing]
        others = len(items) - len(bare)
        enough = others >= _FEW or others == _PAIR and all(item in led for item in items if item not in bare)
        if len(bare) != 1:
            continue
        words = _words(bare[0])
        alike = others >= _PAIR and all(item in led for item in items if item not in bare) and _suggests(words)
        if alike or enough and not SOMEBODY.search(words) and len(words) <= _LONGEST and _SETS_WORK.match(words):
            yield Item(bare[0], others)


_DAY = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?(?:之|以)?前"
#: Work that is to be done by a day, told as all others of its list are, but for who leads it: 建议于3月31日前落实示范地块.
_SUGGESTED = Pattern(lambda: rf"(?:^|[。；])(?:(?:建议|拟|计划)(?:于|在){_DAY}|(?:于|在)?{_DAY}[^。；]{{0,40}}?{one_of(task_verbs())})")
_ANYBODY = Pattern(lambda: rf"[由请]|我[局校司院]|{one_of(duty_words('verb', 'lead', 'coop'))}|负责|责任|会同|各[\u3400-\u9fff]{{1,6}}(?:要|应|须|于)")


def _suggests(words: str) -> bool:
    """Whether an item asks for work by a day and hands it to nobody."""
    return len(words) <= _LONGEST and _SUGGESTED.search(words) is not None and not _ANYBODY.search(words)


def without_day(document: Document) -> Iterator[Item]:
    """The one item that hands work out and says nothing of time, where every other one sets a day."""
    lists = list(_lists(document))
    dated = sum(1 for items in lists for item in items if sets_bound(item.body.value))
    for items in lists:
        timed = [item for item in items if _DATED.search(item.body.value)]
        if len(timed) != len(items) - 1:
            continue
        undated = [item for item in items if not TIMED.search(_words(item))]
        if len(undated) != 1 or ON_CONDITION.search(_words(undated[0])):
            continue
        others, leads = len(timed), all(_LEADS.search(_words(item)) for item in items)
        if sum(sets_bound(item.body.value) for item in timed) < others and not _LED_AND_HELPED.match(_words(undated[0])) or others < _FEW and not leads and dated < _DATED_IN_ALL:
            continue
        words = _words(undated[0])
        if len(words) <= _LONGEST and (_HANDS_OUT.search(words) or _LED_AND_HELPED.match(words)) and not TIMED.search(words) and not _SHARED.search(words):
            yield Item(undated[0], others)


_SHARED = Pattern(SHARED)
#: A body that is nobody: 相关单位; 各有关单位 are all of them.
_NOBODY = Pattern(r"(?:有关|相关|责任)(?:单位|部门|人员)")


#: A sentence that begins with who helps, behind a day or what the work is on: 由甲局配合，…; 管网改造由甲局、乙局配合，….
_HELPED = Pattern(
    lambda: (
        rf"(?:^|[。；：\n])(?:(?:[^。；：，由]{{0,30}}[，])?[^，。；：由]{{0,24}}由|[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]\s*)(?P<units>[^，。；：由]{{2,60}}?)(?:等(?:单位|部门))?(?P<verb>{one_of(duty_words('verb', 'coop'))})(?=，)"
        rf"(?P<rest>[^。；]*)"
    )
)
#: The same without 由: who helps stands at the beginning, or behind what the work is on (水厂扩建，县数据局配合，…), and nobody else is named.
_HELPED_ALONE = Pattern(
    r"(?:^|。)[　 ]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)])?(?:[^，。；：、由（）()]{2,24}[，：])?"
    r"(?P<units>[^，。；：由、（）()〔〕]{3,20}(?:、[^，。；：由、〔〕]{3,20}){0,6})(?<!牵头)(?P<verb>配合)(?=[，。])(?P<rest>[^。]*)"
)
#: Whoever else may bear the work of such a sentence; in front of the bodies verbs alone are no sign (推进数据共享，由甲局配合).
_OTHER_BODY = r"会同|组织实施|承担|[我本贵][局委厅办院]|双方"
_BORNE_BEFORE = Pattern(lambda: rf"{_OTHER_BODY}|{ending_in(body_endings('act'))}(?:要|应|须|具体|组织|统筹)|负责|牵头")
_BORNE = Pattern(
    lambda: rf"{one_of((*duty_words('verb', 'lead', 'responsible'), *duty_words('head', 'lead', 'responsible')))}|{_OTHER_BODY}|{ending_in(body_endings('act'))}(?:要|应|须|具体|组织|统筹)"
)
_LEADS_ELSEWHERE = 1


class Unnamed(NamedTuple):
    """What names nobody in charge, the work, and how many others name somebody."""

    at: Text
    measure: Text
    others: int


#: So many clauses with several bodies must name a lead.
_LED = 4


def nobody_leads(document: Document) -> Iterator[Unnamed]:
    """The one clause with several bodies of which none leads (甲局、乙局负责), where all others with several name one."""
    clauses = [task for task in document.tasks if task.form == "clause" and len(task.units) > 1]
    unled = [task for task in clauses if not task.lead]
    if len(unled) == 1 and len(clauses) > _LED and len(unled[0].responsible) > 1 and not unled[0].coop and not unled[0].upper_lead:
        task = unled[0]
        if not _SHARED.search(task.text.value) and not any(unit.name.startswith("各") for unit in task.units):
            yield Unnamed(task.text, task.measure, len(clauses) - 1)


def helpers_only(document: Document) -> Iterator[Unnamed]:
    """The sentences that hand work to those who help and to nobody who leads (由甲局、乙局配合，…), where others have a lead."""
    led = sum(1 for task in document.tasks if task.lead)
    for node in document.of("heading", "paragraph") if led >= _LEADS_ELSEWHERE else ():
        text = node.body if isinstance(node, Heading) else node.text
        for match in _HELPED.finditer(text.value):
            names = [name for name, _start, _end in locate_units(match["units"])]
            if any(map(looks_like_body, names)) and not _BORNE_BEFORE.search(text.value, match.start(), match.start("units")) and not _BORNE.search(text.value, match.start("units"), match.end()):
                yield Unnamed(text.slice(match.start("units"), match.end("verb")), text.slice(*match.span("rest")).strip("，"), led)
        for match in _HELPED_ALONE.finditer(text.value) if led >= _LEADS_BESIDE else ():
            units = locate_units(match["units"])
            if all(looks_like_body(name) for name, _start, _end in units) and not _NAMED_BEFORE.search(text.value, max(0, match.start() - _BEFORE), match.start("units")) and not _BORNE.search(match["rest"].removeprefix("，负责")):
                yield Unnamed(text.slice(match.start("units"), match.end("verb")), text.slice(*match.span("rest")).strip("，"), led)


#: So many others with a lead show that each is to have one, and whoever is named in front may lead.
_LEADS_BESIDE, _BEFORE = 1, 60
_NAMED_BEFORE = Pattern(lambda: rf"{_OTHER_BODY}|{one_of((*duty_words('verb', 'lead', 'responsible'), '责任', '由'))}")


def nobody_named(document: Document) -> Iterator[Unnamed]:
    """The one row whose body is 相关单位, where all others name theirs."""
    for task_list in document.task_lists:
        rows = [task for task in task_list.of("row") if task.row is not None]
        unnamed = [task for task in rows if (units := task.lead or task.responsible) and all(_NOBODY.fullmatch(unit.name) for unit in units)]
        if len(unnamed) == 1 and len(rows) > _FEW and all(task.lead or task.responsible for task in rows):
            task = unnamed[0]
            yield Unnamed((task.lead or task.responsible)[0].text, task.measure, len(rows) - 1)


def sets_bound(text: str) -> bool:
    """Whether a text sets a day by which something is due."""
    return any(phrase.after in ("前", "止") or phrase.part in ("底", "末") for phrase in find_dates(text))
