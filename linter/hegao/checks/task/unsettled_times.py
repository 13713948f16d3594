"""Times that nobody can tell (时限不明): 今年底前, 请及时上报, 5日内答复 without the day from which they count, 尽快完成 of everybody (norms DAT-08, TSK-05, TSK-10, TSK-14, TSK-15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import deadline_words, task_verbs


class Unsettled(NamedTuple):
    """A word that leaves the time open, and what it is the time of."""

    at: Text
    duty: str


#: Years and months told from the day of reading: 今年底前, 本月25日前.
_FROM_TODAY = Scanner(r"(?:于|在|到|力争|争取|确保|至|从|自)?(?P<at>(?:今年|明年|后年|来年|本月|下个?月|本季度|下季度|下周|本周)(?:年)?[^，。；、：]{0,8}?(?:前|底|末|起|内|初))(?=[\u3400-\u9fff，。；])|(?:力争|争取|确保|到|于)(?P<year>今年|明年|后年|来年)(?=[\u3400-\u9fff])", sign="[今明后来]年|[本下]个?[月周季]")
_COMING = Pattern("每|当年|[上]月")
_DO = one_of((*task_verbs("dated"), "拆除", "整治", "清理", "建设", "改造", "鉴定", "摸排", "开工", "完工", "回复", "答复"))
#: 各镇要尽快完成鉴定, 市水利局近期完成方案.
_SOON = Scanner(lambda: rf"(?P<at>{one_of(word for word in deadline_words('no-day') if word not in ('短期内', '稍后', '从快'))})(?:地|内)?(?:组织|安排|研究)?(?={_DO})(?!建设|改造|整治)", sign=lambda: one_of(deadline_words("no-day")))
#: 请及时上报有关材料, 按要求报送: to whom and until when.
_IN_TIME = Scanner(
    r"(?:请|要|须|应当?|必须|，)(?:[^，。；：]{0,24}?)(?P<at>(?:及时|按时|按要求|按规定时间|如期|按规定|按期|尽快|抓紧)(?:予以|将[^，。；]{2,16})?(?:上报|报送|反馈|提交|报回|返回|填报|汇总上报))(?=[^，。；]{0,16}[。；]|$)",
    sign="及时|按时|按要求|按规定|如期|按期|尽快|抓紧",
)
_TOLD = Pattern(r"\d\s*(?:月|日|天|个?工作日|小时|[:：]\d\d)|每|季度|周[一二三四五六日]|逐级|重大|突发|异常|险情|疫情|灾情|隐患|紧急|线索|发现|如有|遇|情况变化|[向报至给](?:省|市|县|区|本|我|上级|我们)")
#: 定期报送, 不定期召开会议: how often.
_TURN = Scanner(lambda: rf"(?P<at>{one_of(deadline_words('turn'))})(?:地)?(?:组织|向[^，。；]{{2,14}}?)?(?=(?:报送|上报|报告|汇报|公布|公开|通报|召开|调度|研判|会商|回访|更新|报))", sign=lambda: one_of(deadline_words("turn")))
_HOW_OFTEN = Pattern(r"每|[一两二三四1-9](?:次|轮)|季度|\d月|月底|年底|制度")
#: 应当在10日内提出复核, 7日内反馈: from when on.
_DAYS = Scanner(
    r"(?P<at>(?:\d{1,3}|[一二两三五十]{1,3})(?:个?(?:工作日|自然日|日|天)|周|个月)(?:之|以)?内)(?:以?书面(?:形式)?)?(?:，)?(?:将[^，。；]{2,24}?|向[^，。；]{2,24}?)?(?=报送|上报|反馈|提交|提出|申请|复核|答复|作出(?:答复|决定|答覆)|函复|回复)",
    sign=r"(?:日|天|周|月)(?:之|以)?内",
)
_COUNTED = Pattern(r"[自从起]|之日|后|收到|接到|期满|届满|前|当日|每|时，|缩短|压缩|压减|由\d|限时|期间|公示|发布|，一般|小时")
_SPOKEN = ("报告", "讲话", "总结", "公开信", "倡议书", "慰问信", "贺信", "倡议")


def unsettled_times(context: Context) -> Iterator[Unsettled]:
    """The words of a document that leave open when or how often, each for the clerk to look at."""
    title = context.document.name or ""
    if context.document.genre in _SPOKEN or title.rstrip("）").endswith(_SPOKEN):
        return
    text = context.once(bodies)
    for found in text.find(_FROM_TODAY):
        group = "at" if found.match["at"] else "year"
        if not _COMING.search(found.match[0]):
            yield Unsettled(found.at(group), found.sentence())
    for scanner, told in ((_SOON, _SOON_TOLD), (_IN_TIME, _TOLD), (_TURN, _HOW_OFTEN)):
        for found in text.find(scanner):
            # How often may be told behind a heading that runs on.
            where = found.match.string if told is _HOW_OFTEN else _clauses(found.match.string, *found.match.span())
            if not told.search(where):
                yield Unsettled(found.at("at"), found.sentence())
    articles = any(getattr(node, "style", "") == "article" for node in context.document.of("heading"))
    for found in text.find(_DAYS) if not articles else ():
        value = found.match.string
        begin = value.rfind("。", 0, max(0, value.rfind("。", 0, found.match.start()))) + 1
        if not _COUNTED.search(value[begin : found.match.start()]) and not _COUNTED.search(value[found.match.end() :].partition("，")[0][:20]):
            yield Unsettled(found.at("at"), found.sentence())


_SOON_TOLD = Pattern(r"\d月|\d日|\d小时|每|可以?$")


def _clauses(value: str, start: int, end: int) -> str:
    """The sentence up to its semicolons."""
    begin = max(value.rfind(mark, 0, start) for mark in "。；") + 1
    return value[begin : min((at for mark in "。；" if (at := value.find(mark, end - 1)) >= 0), default=len(value))]
