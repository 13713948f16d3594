"""Duties in running text whose time is a word like 尽快, where those beside them are due by a day (norms TSK-05)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, bodies
from hegao.document.model import Document, Heading, Node, Paragraph, Table
from hegao.phrases.dates import find_dates
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words, task_verbs

#: A day that is none: 6月底左右, 3月前后; in a column of deadlines 6月5日以后, too.
_AROUND = r"(?:\d月(?:份|\d{1,2}日|[上中下]+旬|[底初末中]|[上下]半月)?|年[底末初中]|(?<![\d月])[上中下]旬|(?<!\d)月[底初末中]|季度?[末初]|周末|(?<!\d)\d{1,2}日|[上下]半年|(?<=[在于后])[一二三两\d]{1,2}(?:个月|周|天|个?工作日)(?:时间)?)(?:左右|前后|上下)"
_LOOSE = Pattern(rf"{_AROUND}|^[^，。；]{{0,12}}[日月](?:以|之)后$")


def around_day(written: str) -> bool:
    """Whether a deadline tells about when something is due, or from when on."""
    return _LOOSE.search(written) is not None


#: Of the words those that want a thing done, not looked at again.
_SOON = tuple(word for word in deadline_words("vague") if word[0] in "尽早近抓")
#: And those that never stand for a turn or a condition (适时调整, 视情况通报): doubtful without any day beside them, too.
_NO_DAY = frozenset(deadline_words("no-day"))
#: And those that speak of nothing but a time.
_STRICT = frozenset(word for word in _NO_DAY if word == "及早" or word[-1] in "机期日时候间空内" and word not in ("近期", "短期内", "早日"))
#: What all are called upon to do is a principle: 各单位要提高认识，尽快完成各项准备.
_EACH = Pattern(r"(?:^|[，：])(?:请|要求)?(?:各|全体|广大|有关|相关)")
#: Who is obliged in a sentence, before the word.
_OBLIGED = Pattern(lambda: rf"应当?|必须|[须要请]|由[^，。；]{{2,24}}|责成|{one_of(duty_words('verb', 'lead', 'coop', 'responsible'))}")
#: What promises a day and gives none: 自收到之日起尽快, 于近期.
_COUNTED = Pattern(r"(?:起|[于在])$")
#: The word, behind it what is to be done: 尽快提供名单, 近期报送材料.  适时调整, 适时修订 may stay (TSK-05).
_VAGUE = Scanner(
    lambda: (
        rf"(?P<word>{one_of((*deadline_words('vague'), '不定期'))}(?:时间)?)(?:地)?(?!无法|难以|发现|介入|预警|手术)"
        rf"(?=[^，。；、：]{{0,16}}?(?:{one_of(task_verbs())}|提供|清运|解决|办理|参加|调度|提取|试点|推开|具备|将[^，。；、：]{{2,24}}[报送交]|对[^，。；：]{{2,30}}(?:进行|完成)))"
        # Whatever somebody is obliged to do: 应当在取样后尽快上传.
        rf"|(?P<duty>{one_of((*_SOON, *deadline_words('no-day')))})(?=[\u3400-\u9fff]{{2}}|[，；。])(?!无法|难以|不[^，。]|没有|未|发现|介入|预警|手术)"
        rf"|(?P<around>{_AROUND})"
        # A longer time than the others have, and nobody knows how long.
        rf"|(?P<longer>适当(?:延长|放宽|延后|推迟|顺延)[^，。；、]{{0,8}}?{one_of((*duty_words('term'), *duty_words('point')))})"
        # A report to somebody wants its turn (TSK-14); what is looked at or told round now and then does not.
        rf"|(?P<turn>定期)(?=[^，。；：]{{0,30}}?(?:报送|上报)|向[^，。；：]{{2,30}}?(?:{one_of(task_verbs('tells'))}|报告|汇报|提供))(?<!不定期)"
    ),
    sign=lambda: rf"{one_of(deadline_words('vague'))}|定期|左右|前后|上下|适当[延放推顺]",
)
_VERB = Pattern(lambda: one_of(task_verbs()))
_YEAR_BEFORE = Pattern(r"20\d\d年$")
_REVISED = Pattern(r"(?<=抓紧)(?:组织|推动|推进|研究)|形成[^，。；]{0,6}(?:合力|氛围|格局|共识)|(?<![内后])(?!完成)[^，。；、]{0,8}(?:调整|评估|修订|修改|上升|完善|降低|优化|扩大|提高)")
#: What others are to bring about some day, and what is told of them.
_WISHED = Pattern(r"(?:以便|便于|方便|以利|以期|以求|为了|旨在|有利于|有助于|推动|助推|促使|推进|促进|力争|争取|努力|保障|支持|帮助|协助|引导|实现|(?<![召开大例])会(?![商议同后场])|(?<!请)将(?!于|在))(?!局|中心)[^，。；]{0,40}$|已[^，。；]{0,8}$")
#: What somebody named will do himself: 市政府督查室将适时组织检查.
_PROMISED = Pattern(lambda: rf"{ending_in(body_endings('act'))}将$")
#: What all are called upon to do in general: 各级各部门要抓紧抓好各项工作.
_GENERAL = Pattern(r"(?:抓好|做好|抓实|推进|推动|落实|提高|加强|加快)")
#: What was done these days by somebody named behind the word (近日省厅印发…), unless it is handed to him.
_NEWS = Pattern(r"近[日期]")
_HANDED = Pattern(r"[由请将对把向就并再]|组织|[^，。；]{0,2}$")
_DONE = Pattern(r"[^，。；]{0,30}了")
#: What is said of doing it soon, not that it be done: 尽早更新既是…，也是….
_TOPIC = Pattern(r"[^，。；]{1,12}?(?:既|也|就|正|才)?是(?!否)")
#: The first of the spans of a plan, or what stands before a noun: 近期安排…，远期安排…; 近期工作安排.
_SPAN = Pattern(r"[远中长]期")
_NOUN = Pattern(r"(?:的|内)?(?:安排|工作|重点|目标|任务|规划|计划|情况|形势|天气)")
#: What is asked of others at once: 请抓紧反馈.
_ANSWER = Pattern(lambda: rf"(?:{one_of(task_verbs('tells'))}|函复|回复|答复|确认|提供)")
#: How others are looked after, which may be when it suits: 适时开展督查.
_SOFT = Pattern(r"(?:适时|不定期)(?!完成)[^，。；]{0,20}(?:督查|督导|抽查|检查|核查|回访|暗访|巡查|[会谈]$)")
#: A day by which something is due.
_BOUND = Scanner(
    r"(?:\d月(?:\d{1,2}日|[上中下]旬|底|末)?|年底|年末|季度末)(?:[（(](?:星期|周).[）)])?(?:\d{1,2}[:：]\d{2}|[上下]午|下班)?(?:之|以)?前(?!后)|\d个?(?:工作日|日|天)内"
)
#: The same for the same work, of whoever does it: 适时调度，12月底前形成总结.
_BOUND_BEHIND = Pattern(rf"，(?:(?:[于在并]|力争|确保|最迟)*|(?:首|第一)[\u3400-\u9fff“”‘’]{{1,12}}于)(?:20\d\d年)?\d?(?:{_BOUND.pattern.text})")
_DAYS_BESIDE = 2
#: How many passages on each side are looked at.
_REACH = 4


class VagueDuty(NamedTuple):
    """A word, the duty whose time it is meant to be, and whether the duties beside it show that a day is wanted."""

    at: Text
    duty: str
    sure: bool


def vague_duties(context: Context) -> Iterator[VagueDuty]:
    """The words, each with its duty."""
    told: dict[Node, list[Found]] = defaultdict(list)
    for found in context.once(bodies).find(_VAGUE):
        told[found.node].append(found)
    bound = context.once(bodies).nodes(_BOUND) if told else frozenset()
    for part in context.document.parts if told else ():
        nodes = [node for node in part.nodes if isinstance(node, Heading | Paragraph)]
        vague = [(index, found.match) for index, node in enumerate(nodes) if node in told for found in told[node]]
        dated = [node in bound for node in nodes] if vague else []
        for index, match in vague:
            text = nodes[index].body
            year = _YEAR_BEFORE.search(text.value, max(0, match.start() - 5), match.start())
            start = year.start() if year else match.start()
            begin = max(text.value.rfind(mark, 0, start) for mark in "，。；") + 1
            clause = text.value[begin : _end(text.value, match.end())]
            # What one may do has no day.
            if text.value.endswith("可", begin, start):
                continue
            bound_behind = _BOUND_BEHIND.search(text.value, match.end(), _sentence_end(text.value, match.end())) is not None
            if _REVISED.match(text.value, match.end()) or _TOPIC.match(text.value, match.end()) or _BOUND.pattern.search(clause) or _SOFT.search(clause):
                continue
            promised = _PROMISED.search(text.value[begin:start]) is not None
            if not promised and _WISHED.search(text.value[begin:start]) or match["word"] == "适时" and bound_behind:
                continue
            sentence = text.value[max(text.value.rfind(mark, 0, start) for mark in "。；") + 1 : start]
            near = _DAY_NEAR.search(sentence + text.value[match.end() : _sentence_end(text.value, match.end())]) is not None and not (match["longer"] or match["turn"])
            obliged = promised or text.value.endswith(("起", "后"), begin, start) or _OBLIGED.search(sentence) is not None or text.value.startswith("由", match.end())
            if _EACH.search(sentence) and _GENERAL.match(text.value, match.end()):
                continue
            if match["duty"] and (not (obliged or near or match["duty"] in _STRICT) or not _begins_time(text.value[:start]) or _NOUN.match(text.value, match.end())) or not obliged and _is_news(match, begin):
                continue
            surely = obliged and (match["duty"] or match["word"] in _SOON or text.value.startswith("完成", match.end()))
            if surely and (_COUNTED.search(text.value, begin, start) or any(dated[max(0, index - _REACH) : index + _REACH + 1])) or dated[index] or _beside(nodes, dated, index) >= _DAYS_BESIDE:
                # Told of nobody in particular, 5月底前后 may be the days of an event; 适时 leaves it to whoever does it.
                loosely = match["around"] and not obliged or match["word"] == "适时" and not text.value.startswith("完成", match.end())
                yield VagueDuty(text.slice(start, match.end()), clause, not bound_behind and not loosely)
            elif near or obliged and (match["around"] or match["word"] == "适时" and text.value.startswith("完成", match.end())) or _answers(match, text.value) or (match["word"] or match["duty"]) in _STRICT or obliged and not _EACH.search(sentence) and _wants_day(match):
                yield VagueDuty(text.slice(start, match.end()), clause, False)


def may_wait(value: str, start: int, word: str) -> bool:
    """Whether the word tells what others are to bring about, what is changed as things change, or looked at when it suits."""
    begin = max(value.rfind(mark, 0, start) for mark in "，。；") + 1
    end = start + len(word)
    return _WISHED.search(value[begin:start]) is not None or _REVISED.match(value, end) is not None or _SOFT.search(value[begin : _end(value, end)]) is not None


def _wants_day(match: re.Match[str]) -> bool:
    """Whether the word is doubtful without any day beside it."""
    word = match["word"] or match["duty"]
    return bool(match["longer"]) or word in _NO_DAY or word == "抓紧" and _ANSWER.match(match.string, match.end()) is not None


#: Heads of columns of times, and what stands in a cell that says nothing of them.
_TIME_HEAD = Pattern(r"时间|时限|日期|期限|节点|频次|频率|周期|次数")
_LOOSE_CELL = Pattern(lambda: rf"(?:争取|力争)?{one_of(deadline_words('vague', 'turn'))}(?:地|内)?(?:{one_of(task_verbs())}|检查|监测|巡查|抽查|检测|检修|维护|保养)?")
#: A turn or a number of days in a cell: 每月1次, 5个工作日.
_TURN_CELL = Pattern(r"每|\d\s*(?:个?工作日|日|天|小时|分钟|个?月|周|次|年)")


def vague_cells(document: Document) -> Iterator[VagueDuty]:
    """The cells with such a word in columns of times of which all other cells tell a day, a turn or a number of days, each with the name of its row."""
    for table in document.of("table"):
        if not isinstance(table, Table):
            continue
        for index, column in enumerate(table.columns):
            if column.role != "deadline" and not _TIME_HEAD.search(column.head):
                continue
            rows = [row for row in table.rows if len(row.cells) > index and row.cells[index].value]
            loose = [row for row in rows if _LOOSE_CELL.fullmatch(row.cells[index].value)]
            dated = sum(1 for row in rows if _TURN_CELL.search(row.cells[index].value) or any(True for _date in find_dates(row.cells[index].value)))
            if len(loose) == 1 and dated >= _DAYS_BESIDE and dated + 1 == len(rows):
                named = next((cell for cell in loose[0].cells[1:index] if cell.value), loose[0].text)
                yield VagueDuty(loose[0].cells[index], named.value, True)


def _begins_time(before: str) -> bool:
    """Whether a word of time may stand there: behind a mark, a body, 于 or 应, not between a verb and its object (上传近期照片)."""
    return not before or not "\u3400" <= before[-1] <= "\u9fff" or before[-1] in "于在并将要须应当起后请内" or before.endswith(body_endings("act"))


def _is_news(match: re.Match[str], begin: int) -> bool:
    """Whether the word tells of what was done, or of which days something is, not when it is due."""
    value = match.string
    if not _NEWS.match(value, match.start()):
        return False
    if _NOUN.match(value, match.end()) or value.startswith("近期", match.start()) and _SPAN.search(value):
        return True
    verb = _VERB.search(value, match.end())
    between = value[match.end() : verb.start()] if verb else ""
    return _DONE.match(value, match.end()) is not None or begin == match.start() and not _HANDED.match(between)


#: A day in another clause of the sentence: 5月开工，尽早竣工，9月投入使用.
_DAY_NEAR = Pattern(r"\d月(?:\d{1,2}日|[上中下]旬|底|末)?(?:之|以)?(?:前|[\u3400-\u9fff]{2})")


def _answers(match: re.Match[str], value: str) -> bool:
    """Whether what is to be done soon is to tell somebody, all of them perhaps: 抓紧报送报告, 尽早将计划报市政府."""
    word = match["word"] or match["duty"]
    return word in _SOON and _TOLD.match(value, match.end()) is not None


_TOLD = Pattern(lambda: rf"(?:{one_of(task_verbs('tells'))}|函复|函告|(?:将|把)[^，。；]{{2,24}}(?:报(?![纸警名])|送|{one_of(task_verbs('tells'))}))")


def _sentence_end(value: str, at: int) -> int:
    return min((found for mark in "。；" if (found := value.find(mark, at)) >= 0), default=len(value))


def _end(value: str, at: int) -> int:
    return min((found for mark in "，。；" if (found := value.find(mark, at)) >= 0), default=len(value))


def _beside(nodes: Sequence[Heading | Paragraph], dated: Sequence[bool], index: int) -> int:
    """How many of the duties beside one are due by a day: the items of its list, or what stands round it; itself, too."""
    node = nodes[index]
    around = sum(dated[max(0, index - _REACH) : index + _REACH + 1])
    if isinstance(node, Heading) and len(node.numbering.headings) > 2:
        group = set(node.numbering.headings)
        return max(around, sum(day for other, day in zip(nodes, dated, strict=True) if other in group))
    return around
