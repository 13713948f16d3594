"""Marks that certain words take or do not take: 一是、 第一、 、和 ……等, a stop on both sides of a closing quotation mark, 《现场会》."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hegao.checks.base import Hit
from hegao.checks.shared.passages import Found, Running, edit_at
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words, element_words, surnames

_BEGINS = r"(?:^|(?<=[。；：，）]))"
_NUMERAL = "一二三四五六七八九十"
#: 柳如诗、和桂芬: a person or a place whose name begins so.
_PERSON_SO = Pattern(r"和[\u3400-\u9fff]{1,2}(?=[、，。；）]|$)")
#: Or a word that begins so, by itself: 温和、和善.
_PLACE_SO = Pattern(r"和[善缓蔼约弦暖畅好服风](?=[、，。；）]|$)|和[\u3400-\u9fff]{0,2}[县乡镇村](?![\u3400-\u9fff]{2})")
_NAME_BEFORE = Pattern(lambda: rf"[{''.join(sorted(surnames()))}和][\u3400-\u9fff]{{1,2}}$")


def _is_named_so(match: re.Match[str]) -> bool:
    """Whether 和 begins the name of a place, or that of a person behind another person's; not 奖牌、证书、和奖金."""
    text, at = match.string, match.start("and")
    return _PLACE_SO.match(text, at) is not None or _PERSON_SO.match(text, at) is not None and _NAME_BEFORE.search(text, max(0, at - 6), at - 1) is not None


#: What names of documents, books and plays end with: 《民法典》宣传活动.
_DOCUMENT_END = Pattern(r"[法典例定则法案划要见书集记刊报]$|条例|办法|规定|纲要|读本|读物|歌|舞|戏|剧|曲|颂")
_MEETING = "会议|推进会|座谈会|现场会|动员会|调度会|培训班|论坛|大赛|讲座"
#: What is awarded or proves something is no work that 《》 may stand round (GB/T 15834, A.13).
_AWARDED = "证书|合格证|结业证|上岗证|聘书|奖状|锦旗|奖牌|荣誉称号"
_WAY = "高速|公路|铁路|国道|省道|航线|沿线|公交|线路|客运|班线|古道|步道|绿道|管线|输水|河段|隧道|段"

#: By what is wrong: where, and what should stand there.  In the words of the drafter alone.
_IN_WORDS: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    # 一是、 (norms HDG-08)
    (Scanner(rf"{_BEGINS}(?P<label>[{_NUMERAL}]是)[、，,：:。]"), lambda match: match["label"]),
    # 一要、压实责任
    (Scanner(rf"{_BEGINS}(?P<label>[{_NUMERAL}]要)[、，,：:。]"), lambda match: match["label"]),
    # 第一、 首先、 (HDG-09)
    (
        Scanner(rf"{_BEGINS}(?P<label>第[一二三四五六七八九]|首先|其次|再次|其[一二三四])、(?![{_NUMERAL}\d第其])", sign="(?:第[一二三四五六七八九]|首先|其次|再次|其[一二三四])、"),
        lambda match: match["label"] + "，",
    ),
    # 第一：明确责任人
    (Scanner(rf"{_BEGINS}(?P<label>第[一二三四五六七八九]|其[一二三四])[：:](?=[^。；：]{{2,40}}[。；](?:第二|其二|第三|其三|[^：:]*$))", sign="[第其][一二三四五六七八九][：:]"), lambda match: match["label"] + "，"),
    # 甲、和乙 (PUN-05)
    (
        Scanner(r"[\u3400-\u9fff》”）]、(?P<and>和(?![谐平睦解县田合衷顺美气])|及(?![时格早至]))", sign="、[和及]"),
        lambda match: match[0] if _is_named_so(match) else match[0][0] + match["and"],
    ),
    # 取得许可、并按规定检测
    (
        Scanner(r"[\u3400-\u9fff》”）\d%]、(?P<joins>并且|并(?![\u3400-\u9fff]{0,2}[、和])(?![购网轨联排列发线举库户校行入肩存轴置州]|且)|从而|而且|以便|进而|因此)"),
        lambda match: f"{match[0][0]}，{match['joins']}",
    ),
    # 自行开挖，〔牵头单位：…〕
    (Scanner(rf"[\u3400-\u9fff”）%](?P<mark>[，、])(?=[〔（(\[【](?:{one_of(duty_words('label', 'lead', 'responsible', 'coop'))})[\u3400-\u9fff]{{0,2}}[：:])"), lambda match: match[0][0] + "。"),
    # 一要压实责任。……加强监管二要强化排查
    (
        Scanner(
            r"(?P<end>[\u3400-\u9fff”）%])(?=(?:(?<![第之唯任每万统同专划单])[二三四五六](?P<word>是|要))[^，。；：、]{2,12}[。，：])(?<![，。；：、（“第十百])",
            sign=r"[二三四五六][是要]",
        ),
        lambda match: _ended(match),
    ),
    # ……等 (PUN-07)
    (Scanner(r"等…{1,2}|…{1,2}等(?![级待])"), lambda match: "等"),
    # 根据会议要求：现将
    (Scanner(r"(?:根据|按照|依据)[^，。；：（）]{4,40}(?P<mark>[：；])(?=现[就将])", sign="[：；]现[就将]"), lambda match: match[0][:-1] + "，"),
    # 妥否？请批示。
    (Scanner(r"(?P<asked>[妥当可]否|是否[妥可][当行]?)[？?。；！](?=请|恳请|敬请|望)"), lambda match: match["asked"] + "，"),
    # 江河市-云岭县公路 (PUN-09)
    (Scanner(rf"[\u3400-\u9fff]--?[\u3400-\u9fff]{{2,8}}?(?:{_WAY})"), lambda match: match[0].replace("-", "—")),
)
#: Across quotations and titles.
_AS_IT_STANDS: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    # “三个到位。”。 (PUN-12, PUN-19)
    (Scanner(r"[\u3400-\u9fff][。，；、]”(?P<behind>[。，；、])"), lambda match: match[0][0] + "”" + match["behind"]),
    # 召开《现场推进会》 (PUN-10)
    (
        Scanner(rf"(?:召开|举办|举行|参加|出席)了?《(?P<name>[^《》]{{2,24}}?(?:{_MEETING}))》"),
        lambda match: match[0].replace("《", "").replace("》", ""),
    ),
    # 开展《安全进企业》活动 (PUN-10)
    (
        Scanner(r"《(?P<act>[^《》]{2,20})》(?=(?:主题|系列|专项|集中|宣传)?(?:活动|行动|大赛|竞赛|比赛|论坛|培训班))", sign="》[主系专集宣活行大竞比论培]"),
        lambda match: match[0] if _DOCUMENT_END.search(match["act"]) else match[0].replace("《", "“").replace("》", "”"),
    ),
    # 颁发《上岗证》 (PUN-10)
    (
        Scanner(rf"(?:颁发|发给|发放|核发|授予|取得|获得|持有|换发)[^，。；《]{{0,6}}《(?P<award>[^《》]{{0,22}}(?:{_AWARDED}))》", sign="》"),
        lambda match: match[0].replace("《", "").replace("》", ""),
    ),
)
#: （此件公开发布。） takes no stop within (SIG-05).
_NOTE = Scanner(r"（此件[^（）。，；]{2,24}。）")
#: （联系人：…。） and the one clause of duties that ends so.
_CLOSED = Scanner(r"（(?:联系人[：:]|[^（）。]{0,60}牵头)[^（）。]{0,120}(?P<at>[^（）。]。）)$", sign="。）$")


#: Numbers of sentences that are told in turn.
_TOLD = "一二三四五六"


def _ended(match: re.Match[str]) -> str:
    """The stop that is lost before 二要, where 一要 stands in front and does begin a sentence."""
    number, word = match.string[match.end()], match["word"]
    before = _TOLD[_TOLD.index(number) - 1] + word
    at = match.string.rfind(before, 0, match.start())
    return match["end"] + "。" if at == 0 or at > 0 and match.string[at - 1] in "。；：，" else match["end"]


def marks_beside_words(as_it_stands: Running, words: Running) -> Iterator[Hit]:
    """The slips in the running text as it stands, and in the same with names masked."""
    for text, kinds in ((words, _IN_WORDS), (as_it_stands, _AS_IT_STANDS)):
        for scanner, mended in kinds:
            for found in text.find(scanner, "heading", "paragraph", "row"):
                right = mended(found.match)
                if right != found.match[0]:
                    yield _hit(found, right)
    closed = list(as_it_stands.find(_CLOSED))
    if len(closed) == 1:
        at = closed[0].at("at")
        right = at.value.replace("。", "")
        yield Hit(at, {"written": at.value, "right": right, "fault": "doubtful"}, edits=edit_at(at, right, False))
    for found in as_it_stands.find(_NOTE):
        yield _hit(found, found.match[0].replace("。", ""))


_LABEL = Pattern(rf"{one_of(element_words('signer'))}(?P<colon>[ 　]*:)")


def marks_of_labels(document: Document) -> Iterator[Hit]:
    """签发人 in the masthead with a colon of half width (GB/T 9704—2012, 7.2.6)."""
    for mark in document.masthead:
        match = _LABEL.search(mark.text.value)
        if match is not None:
            at = mark.text.slice(*match.span())
            right = at.value[: match.start("colon") - match.start()] + "："
            yield Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, False))


def _hit(found: Found, right: str) -> Hit:
    at = found.at()
    return Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, False))
