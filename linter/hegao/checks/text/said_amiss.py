"""Phrases that say a thing in two ways that exclude or repeat one another: 提高了到, 提高到2个百分点, 三成以上的30%, 印发 beside 转发."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.checks.text.broken_frames import broken_frames
from hegao.document.model import Document, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.vocabulary import genre_words
from hegao.words.word_costs import is_pair, taken_for

_CHANGED = "提高|提升|上升|增加|增长|上涨|扩大|延长|下降|降低|减少|压缩|缩短|缩小|收窄|回落|下调|上调|压减"
#: 提高了到95%: either by so much (了) or to so much (到).
_BY_AND_TO = Scanner(rf"(?P<verb>{_CHANGED})了到(?=[^，。；]{{0,3}}\d)")
#: 下降到2个百分点: points are a difference, never a level.
_TO_POINTS = Scanner(rf"(?P<verb>{_CHANGED})到(?P<points>\d+(?:\.\d+)?个百分点)(?=[，。；、）]|$)")
#: 三成以上的30%: one share in two ways; 不低于三成以上 is a frame of its own.
_SHARE_TWICE = Scanner(
    r"(?<!不低于)(?<!不少于)(?<!超过)(?P<word>(?<![建完生构形组合集养收分])[一二三四五六七八九]成|半数|一半)(?P<bound>以上|以下|左右)?的?(?P<rate>\d+(?:\.\d+)?[%％])",
    sign=r"[成数半](?:以上|以下|左右)?的?\d",
)
#: 320万余次左右, 20多个以上: about said twice, before the unit and behind it.
_ABOUT_TWICE = Scanner(
    r"(?P<number>\d[\d.,]*[十百千万亿]*)(?P<more>[余多])(?P<unit>[\u3400-\u9fff]{1,3}?)(?:左右|上下|以上|以内|以下)(?=[，。；、）的]|$)", sign=r"[余多][\u3400-\u9fff]{1,3}(?:左右|上下|以[上下内])"
)
#: 1500字以内左右: a bound and about.
_BOUND_AND_ABOUT = Scanner(r"\d[\d.,]*[十百千万亿]*[余多]?[\u3400-\u9fff%]{1,3}?(?P<bound>以内|以上|以下|之内)(?:左右|上下)|\d[\d.,]*[十百千万亿]*[\u3400-\u9fff%]{1,3}?(?P<about>左右)(?:以内|以上|以下|之内)", sign="(?:以[内上下]|之内)(?:左右|上下)|左右(?:以[内上下]|之内)")
#: 自公示之日起15内: a stretch of time without its unit.
_NO_UNIT_OF_TIME = Scanner(r"(?:起|后|的|在|于)(?P<at>\d{1,3}内)(?=[，。；、向将报提办完予作由]|$)", sign=r"\d内")
#: 不少于20平方: a measure of area cut short.
_NO_METRE = Scanner(r"(?P<at>\d[\d.]*[余多]?[十百千万]?平方)(?=[的，。；、）]|$)", sign="平方")
#: 打造公用品牌20，: something is made, how many of what is left out.
_NO_COUNTER = Scanner(
    r"(?:打造|培育|新建|建成|创建|新增|引进|举办|培训|认定|改造|整治|建设|选派|组建|评选|扶持)(?P<what>[\u3400-\u9fff]{2,12}?)(?<![第号数量额率年月日分为达到至于约共计超过近满的件表图条见])(?P<at>\d{1,4})(?=[，；。])", sign=r"\d[，；。]"
)
_YEAR = Pattern(r"(?:19|20)\d\d")
#: 36所处: two counters behind one figure; 台套, 件套 are counters of two letters, and 所 and 处 behind 个 are nouns.
_TWO_COUNTERS = Scanner(
    r"(?P<number>\d[\d.,]*[十百千万亿]*)(?:(?P<first>[家户名项处座条幢栋篇份所])(?P<second>[家户名项处座条幢栋篇份])|(?P<any>个)(?P<kind>[家户名项座条幢栋篇份件起台辆])|(?P<each>[名位])人)(?=[，。；、）]|$)"
)
#: ，必需加力: what must be done is 必须; what is needed (必需的, 必需品) leads no clause.
#: 进展情况的情况，: a noun said once more behind itself, with nothing that it could begin.
_OF_ITSELF = Scanner(r"(?P<said>[\u3400-\u9fff]{2})的(?P=said)(?=[，。；、）]|$|进行|予以|报送|通报|汇总)")
#: 各部门职责分工负责: by what is left out; not 按照相应职责分工负责.
_BY_DUTY = Scanner("(?P<before>[^，。；、：（）]*)(?P<at>职责分工负责)", sign="职责分工负责")
_BY = Pattern("[按依据照]")
_MUST = Scanner(r"(?<=[，；。：])必需(?=[\u3400-\u9fff]{2})(?![的品药物之材])")
#: 《…规定》自…起实施: rules take effect (施行), schemes are carried out (实施).
_IN_FORCE = Scanner(
    r"《[^《》]{2,60}(?:办法|规定|细则|规则|制度)(?:（[^（）]{2,6}）)?》(?:（[^（）]{4,30}）)?(?:将|已)?(?:自|从)[^，。；]{2,16}起(?:正式)?(?P<held>实施)(?=[，。；]|$)"
    r"|本(?:工作|实施|行动)?方案(?:自|从)[^，。；]{2,16}起(?:正式)?(?P<done>施行)(?=[，。；]|$)", sign="起(?:正式)?[实施][施行]"
)
#: The word at the end of a title, and what it may be a slip of: 《…条列》.
_TITLE_END = Scanner(r"[\u3400-\u9fff]{3}(?P<genre>[\u3400-\u9fff]{2})》")
#: What a title does with a text, and the sentence that does it.
_ACTION = Pattern(r"(?P<word>印发|转发|批转)")
_DONE = Pattern(r"现(?:将|予以?|把)?(?:《.{2,120}》(?:[（(][^（）()]{2,30}[）)])?)?(?P<word>印发|转发)(?:给|至)你们")
_OTHER = {"印发": "转发", "转发": "印发"}


class Amiss(NamedTuple):
    """A place, what is right, the remark on it, and whether that is doubtful."""

    at: Text
    right: str
    note: str
    doubtful: bool = False


def said_amiss(context: Context) -> Iterator[Amiss]:
    """The phrases of a document that say a thing in two ways."""
    text = context.once(running_without_names)
    for found in text.find(_BY_AND_TO):
        yield Amiss(found.at(), found.match["verb"] + "到", "“了”接增减的量，“到”接结果")
    for found in text.find(_TO_POINTS):
        yield Amiss(found.at(), found.match["verb"] + found.match["points"], "百分点是增减的量")
    for found in text.find(_SHARE_TWICE):
        yield Amiss(found.at(), found.match["rate"] + (found.match["bound"] or ""), "语义重复")
    for found in text.find(_ABOUT_TWICE):
        yield Amiss(found.at(), found.match["number"] + found.match["more"] + found.match["unit"], "语义重复")
    for found in text.find(_BOUND_AND_ABOUT):
        at, drop = found.at().value, "about" if found.match["about"] else "bound"
        yield Amiss(found.at(), at[: found.match.end(drop) - found.match.start()] if drop == "bound" else at.replace("左右", ""), "界限和约数只用一个")
    for found in text.find(_NO_UNIT_OF_TIME):
        yield Amiss(found.at("at"), found.match["at"][:-1] + "日内", "缺少单位，请核对")
    for found in text.find(_NO_METRE):
        yield Amiss(found.at("at"), found.match["at"] + "米", "计量单位不完整")
    for found in text.find(_NO_COUNTER):
        if not _YEAR.fullmatch(found.match["at"]):
            yield Amiss(found.at("at"), found.match["at"] + "个", "缺少量词，请核对", True)
    for found in text.find(_TWO_COUNTERS):
        counter = found.match["second"] or found.match["kind"] or found.match["each"]
        if found.match["first"] != counter:
            yield Amiss(found.at(), found.match["number"] + counter, "量词重复")
    for found in text.find(_BY_DUTY):
        if not _BY.search(found.match["before"]):
            yield Amiss(found.at("at"), "按职责分工负责", "")
    for found in text.find(_MUST):
        yield Amiss(found.at(), "必须", "")
    for found in context.once(running).find(_TITLE_END):
        if right := _meant_genre(found.match["genre"]):
            yield Amiss(found.at("genre"), right, "")
    for found in context.once(running).find(_IN_FORCE, "heading", "paragraph"):
        held = found.match["held"] is not None
        yield Amiss(found.at("held" if held else "done"), "施行" if held else "实施", "制度类文件用“施行”，方案用“实施”", True)
    for found in text.find(_OF_ITSELF):
        yield Amiss(found.at(), found.match["said"], "语义重复")
    for frame in broken_frames(text):
        yield Amiss(*frame)
    yield from _passed_otherwise(context.document)


def _meant_genre(written: str) -> str:
    """The genre of which the last word of a title is a slip of typing, empty where it is a word or none is meant."""
    if written in genre_words() or written[1] in genre_words() or is_pair(written):
        return ""
    one, other = written[0], written[1]
    return next((genre for genre in genre_words() if len(genre) == 2 and (genre[0] == one and other in taken_for(genre[1]) or genre[1] == other and one in taken_for(genre[0]))), "")


def _passed_otherwise(document: Document) -> Iterator[Amiss]:
    """转发 in the sentence that issues where the title has 印发, and the other way round."""
    titled = _ACTION.search(document.title.text.value) if document.title is not None else None
    if titled is None or titled["word"] not in _OTHER or not document.parts:
        return
    for node in document.parts[0].nodes[:6]:
        done = _DONE.search(node.text.value) if isinstance(node, Paragraph) else None
        if done is not None:
            if done["word"] != titled["word"]:
                yield Amiss(node.text.slice(*done.span("word")), titled["word"], "与标题一致")
            return
