"""Marks between the clauses of a sentence (句内点号): commas where semicolons part parallel clauses, one colon within another, 鉴于…：, 、与.

城东区负责清淤，4月底完成，城西区负责护岸，5月底完成: each part has a comma of its own, so the parts want semicolons (GB/T 15834—2011, 4.6.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import edit_at, running, running_words
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import citing_words, genre_words, level_names

_HAN = "\u3400-\u9fff"
_DOUBTFUL = "doubtful"
#: Letters that names of foreign and minority persons are written with.
_SOUNDS = "冈岗戈迭狄丁顿登邓朵恩芬刚霍莫宁佩珀钱森申温阿艾爱埃安奥巴拜白班保贝本比彼别波博布查达戴丹德迪蒂东杜多尔法菲费夫弗佛福盖甘格葛根古哈海汉合贺赫亨胡华霍基吉加迦贾杰金居卡凯坎康考柯科克肯孔库拉莱兰朗劳勒雷里力利丽莉列林卢鲁路伦罗洛马玛买麦曼梅门蒙孟米密明莫姆木穆纳乃娜尼妮涅努诺欧帕潘佩皮普其奇恰乔切琼热仁日瑞若萨塞桑瑟沙莎山史施舒斯丝苏索塔泰坦汤特提图吐托瓦旺威维魏温翁沃乌吾西希席夏肖谢辛雅亚延扬耶伊依易英尤于约扎泽詹珠朱孜祖江肉翰逊"
#: What places, times and grades end with, between which one dash stands; and what routes are called.
_PLACED = "[路街站桥港口岛湾河江山月日年级季班城线村坝闸厂园场湖岸坡沟寨屯洞岭塘]"
_ROUTE = "高速|公路|铁路|线路|航线|航班|客运|班线|至|段|通道|走廊|城市群|经济带|链|一体化|标准"


def _level_end() -> str:
    """The last letter of a place."""
    return one_of(one for one in level_names("place") if len(one) == 1)


_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]
#: In the words of the drafter alone.
_IN_WORDS: tuple[_Kind, ...] = (
    # 医院、与车站, 山塘、或堤防 (PUN-05)
    (Scanner(rf"(?<=[{_HAN}”》）])(?<!^[一二三四五六七八九十])(?P<at>、)(?=与(?![会时众其日往此])[{_HAN}]|或者?[{_HAN}])", sign="、[与或]"), lambda match: "", True),
    # 鉴于汛期临近：请 (PUN-15)
    (
        Scanner(lambda: rf"(?:^|[。；])(?:鉴于|由于|据|{one_of(citing_words('basis'))})[^，。；：（）\d]{{3,30}}(?P<at>[：；。])(?=现|请|经|结合|本|我|决定|特|各|全市|全县|全区|\d)", sign=r"[：；。][现请经结本我决特各全\d]"),
        lambda match: "，" if match["at"] != "。" or match[0].lstrip("。；").startswith((*citing_words("basis"), "据")) and "执行" not in match[0] and "办理" not in match[0] else match["at"],
        False,
    ),
    # 的规定、结合实际 (PUN-15)
    (Scanner(lambda: rf"(?:^|[。；]){one_of(citing_words('basis'))}[^。；]{{2,60}}(?:规定|精神|要求|部署|安排)(?P<at>、)(?=结合|参照|为|经|现[将就]|特)", sign="、[结参为经现特]"), lambda match: "，", False),
)
_STOPS: tuple[_Kind, ...] = (
    # 为做好防汛工作。现就: the aim alone is no sentence (PUN-15)
    (
        Scanner(
            r"(?:^|[。；])为(?:了|进一步|切实|深入|扎实|认真|全面)*(?:做好|加强|规范|推进|落实|贯彻|保障|提升|完善|深化|强化|抓好|加快|促进)[^，。；：]{2,40}(?P<at>[。：])(?=现[就将]|经|根据|按照|结合|特)", sign="[。：][现经根按结特]"
        ),
        lambda match: "，",
        False,
    ),
    # 妥否？！ (PUN-16)
    (Scanner("[妥当可]否(?P<at>？！|！？|！)$"), lambda match: "，请批示。", False),
    # 、帮办，等等服务 (PUN-06)
    (Scanner(rf"、[{_HAN}]{{1,12}}(?P<at>，等等)(?=[{_HAN}]{{2}})", sign="，等等"), lambda match: "等", True),
    # 攻坚战！！ (PUN-16)
    (Scanner("(?P<at>！{2,}|？{2,}|！？)"), lambda match: "。" if match["at"][0] == "！" else "？", False),
    # 3月～8月 (PUN-09)
    (Scanner(r"(?<=\d月)(?P<at>[～〜])(?=\d{1,2}月)"), lambda match: "—", True),
    # GB／T
    (Scanner("(?<=[A-Z]{2})(?P<at>／)(?=T)"), lambda match: "/", False),
    # ……登记造册… at the end (PUN-07)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>…)(?!…)(?<!……)(?=$|[，。；、{_HAN}])"), lambda match: "……", False),
    (Scanner(rf"(?<=[{_HAN}])(?P<at>[·•]{{3,}}|。{{3,}})"), lambda match: "……", False),
    # 主线———高质量 (PUN-08)
    (Scanner(rf"(?<=[{_HAN}”》])(?P<at>—{{3,5}})(?=[{_HAN}“《])"), lambda match: "——", False),
)
_DASHES_AND_QUESTIONS: tuple[_Kind, ...] = (
    # 特色产品—沃柑, 合作-共享发展: one dash between words (PUN-08)
    (Scanner(rf"(?:产品|品牌|名片|主题|口号|主线|目标|工程|代表|平台|主角|核心|关键)(?P<at>—)(?!—)(?=[{_HAN}“])", sign="—"), lambda match: "——", True),
    # 守住底线—耕地不减少: one dash in a clause that goes on at length (PUN-08)
    (
        Scanner(lambda: rf"(?:^|[，。；：、])[{_HAN}的“”]{{4,30}}(?<!{_PLACED})(?<!{_level_end()})(?P<at>—)(?=[{_HAN}]{{2,14}}(?:不|是|为|有|让|把|用|推|建|保|促|助|共|实现|提升|打造|减少|增加)[{_HAN}]{{0,16}}[，。；、]|[{_HAN}]{{5,20}}$)(?![^，。；—]{{0,24}}(?:—|{_ROUTE}))", sign="—"),
        lambda match: "——",
        True,
    ),
    # 研究为何未按期完工？ (PUN-16)
    (
        Scanner(r"(?:^|[，。；：])[^，。；：“”]{0,12}(?:说明|核实|明确|查明|查清|弄清|摸清|研究|了解|报告|上报|统计|摸排|反馈|告知|确认|回答|判断)[^，。；：？“”]{0,12}?(?:是否|为何|如何|哪些|何时|怎样|有无|多少|什么)[^，。；：？“”]{1,24}(?P<at>？)(?=$|。)", sign="？"),
        lambda match: "" if match.string[match.end("at") : match.end("at") + 1] == "。" else "。",
        False,
    ),
    # 一定要高度重视！ (PUN-16)
    (Scanner(rf"(?:务必|必须|一定要|切实|严禁|坚决|要|请)[{_HAN}]{{2,16}}(?P<at>！)(?=$|[{_HAN}])", sign="！"), lambda match: "。", True),
    # 阿依古丽.买买提, 卡尔-马克思 (PUN-21)
    (Scanner(rf"(?P<at>(?P<first>[{_SOUNDS}]{{2,6}})[.．‧\-－](?P<last>[{_SOUNDS}]{{2,6}}))(?![{_SOUNDS}\-])", sign=rf"[{_SOUNDS}][.．‧\-－]"), lambda match: f"{match['first']}·{match['last']}", False),
    # 能否按期完工?请 (PUN-01)
    (Scanner(rf"(?<=[{_HAN}”）])(?P<at>\?)(?=$|[{_HAN}“（])"), lambda match: "？", False),
)
#: What titles do not hold.
_TITLE_END = "杂志|期刊|报纸|栏目|节目|专栏|丛书|公众号|频道|平台|网站|客户端|纪录片|专题片|宣传片|电视剧"
#: Words that tell what kind of thing bears a name: no title.
_NO_TITLE = "责任制|制度|政策|理念|倡议|专班|工程|建设|行动|平台|改革|模式|机制|创建|工作法|品牌|课堂|讲堂|项目|试点|小程序|系统|热线|驿站"
_NOT_CALLED = Pattern(lambda: rf"[法典例定则法案划要见书集记刊报表册图录单]$|{one_of(genre_words(documents=True))}|合同|协议")
#: What a first colon ends, where all behind it is led in by it; and labels that stand side by side.
_LEADS = Pattern(lambda: rf"(?:如下|以下[^：]{{0,8}}|强调|指出|要求|研究|分工|原则|重点|程序|步骤|条件|流程|议定|明确|提出|包括|包含|分为|方式|内容|范围|{one_of(genre_words())})$")
_LABELS = Pattern("(?:单位|部门|[人话]|地[址点]|时[间限]|联系方式|邮编|传真|账号|开户行)$")
#: Across quotations and titles.
_AS_IT_STANDS: tuple[_Kind, ...] = (
    # 会议要求：各地做到以下三点：早部署 (PUN-14)
    (
        Scanner(
            rf"(?<![\d时附注])(?:^|[。；，]|(?<=[）]))(?P<first>[^，。；：、“”《》\n]{{2,24}})：(?P<second>[{_HAN}\d]{{2,24}})(?P<at>：)(?!\d)(?=\S)",
            sign=rf"：[{_HAN}\d]{{2,24}}：",
        ),
        lambda match: "，" if _LEADS.search(match["first"]) and not _LABELS.search(match["second"]) else match["at"],
        True,
    ),
    # 会议决定：成立工作组，成员如下：张伟 (PUN-14)
    (Scanner(rf"[{_HAN}]{{2,8}}(?:决定|要求|强调|研究|安排)(?P<at>：)(?!“)[^。；：“”]{{2,40}}，[^，。；：]{{0,10}}(?:如下|以下[^：，。]{{0,8}})：", sign="[如以]下[^：]{0,8}："), lambda match: "，", True),
    # 《方案》，《细则》，《清单》 (PUN-04)
    (Scanner(r"《[^《》]{2,40}》(?P<at>，)(?=《[^《》]{2,40}》，《[^《》]{2,40}》)", sign="》，《"), lambda match: "", True),
    # 落实“党政同责、”“一岗双责” (PUN-12)
    (Scanner(rf"“[{_HAN}]{{2,20}}(?P<at>、”)(?=“)"), lambda match: "”", False),
)
#: What stands in 《》 and is no title.
_NAMED: tuple[_Kind, ...] = (
    # 《学习强国平台》, 《零容忍纪录片》 (PUN-11)
    (Scanner(rf"(?P<at>《(?P<named>[^《》]{{2,10}})(?P<kind>{_TITLE_END})》)"), lambda match: f"《{match['named']}》{match['kind']}", True),
    # 《关于做好防汛工作的通知精神》 (PUN-11)
    (Scanner(lambda: rf"(?P<at>《(?P<named>[^《》]{{4,60}}{one_of(genre_words())})(?P<kind>精神|要求|文件|规定要求)》)"), lambda match: f"《{match['named']}》{match['kind']}", False),
    # 持《居民身份证》 (PUN-10)
    (Scanner(rf"(?P<at>《(?P<named>[{_HAN}]{{0,16}}(?:身份证|居住证|驾驶证|工作证|残疾证|优待证|健康证|操作证|上岗证明|从业证|准考证|执业证|户口簿|户口本))》)"), lambda match: match["named"], True),
    # 开设《应急救护基础》课程 (PUN-10)
    (Scanner(rf"(?:开设|讲授|开展|举办|参加|安排)[^，。；《》]{{0,6}}(?P<at>《(?P<named>[{_HAN}]{{2,16}})》)(?=课程|讲座|公开课|培训|专题课|选修课)", sign="》[课讲公培专选]"), lambda match: f"“{match['named']}”", True),
)
_HELD: tuple[_Kind, ...] = (
    # 评为《省级文明单位》, 举办《荷花文化节》 (PUN-10)
    (Scanner(rf"(?:评为|荣获|授予|获评|获得|创建|命名)[^，。；《》]{{0,10}}(?P<at>《(?P<named>[{_HAN}]{{2,14}}(?:单位|集体|个人|标兵|能手|工作者|模范|先锋|称号|示范[村镇县区点]|村|社区))》)"), lambda match: f"“{match['named']}”", True),
    # 参加《全市防汛部署会》, 在《百千万工程》中: what nobody publishes under that name (PUN-10, PUN-23)
    (
        Scanner(
            rf"(?<![放看映唱演剧片歌曲书著])(?P<at>《(?P<named>[{_HAN}\d“”]{{2,20}}(?:(?<![员协学商工议])会|(?<!青)节|大赛|竞赛|博览|(?:宣传|活动|安全生产|服务|质量|法治)[月周日]|仪式|比武|演练|论坛|讲坛|沙龙|夏令营|活动|工程|行动|攻坚战|改革))》(?![第（]|精神|文件))",
            sign="[会节赛览月周日式武练坛龙营动程战革]》",
        ),
        lambda match: f"“{match['named']}”" if match["named"].endswith(("活动", "工程", "行动", "改革")) else match["named"],
        True,
    ),
    # 实施《雪亮工程》建设, 用好《一件事一次办》平台 (PUN-23)
    (
        Scanner(rf"(?<![据照于按行布发〈])(?P<at>《(?P<named>[{_HAN}]{{2,12}})》)(?:(?={_NO_TITLE})|(?<=《.{{4}}》)(?=要求|原则|方针))", sign="》"),
        lambda match: match["at"] if _NOT_CALLED.search(match["named"]) else f"“{match['named']}”",
        True,
    ),
)
#: Marks of quotations from elsewhere (PUN-02); a text full of them is one from there.
_ANGLED, _FEW = Scanner(rf"(?P<at>[「『](?P<named>[{_HAN}、，]{{2,24}})[」』])"), 2
#: 一是A，B，二是C，D: the mark before 二是.
_SPOKEN = Scanner(r"一是[^。；：]{2,60}，[^。；：]{2,60}(?P<at>，)二是[^。；]{2,60}，[^。；]{2,80}(?:[。；，三]|$)", sign="，二是")
_OF_THOSE = Scanner(r"(?:^|(?<=[。；：]))对[^，。；：]{2,30}的，[^，。；：]{2,30}(?:，[^，。；：]{2,30})?(?P<at>，)对[^，。；：]{2,30}的，", sign="，对[^，。；：]{2,30}的，")
#: A stretch of clauses without any mark but commas.
_CLAUSES = Scanner(rf"(?:^|(?<=[。；：]))(?P<all>[{_HAN}\d、（）“”.%]{{4,30}}(?:，[{_HAN}\d、（）“”.%]{{3,30}}){{3,7}})(?=[。；]|$)", sign="，[^，]+，[^，]+，")
_FEWEST, _UNLIKE, _PAIR, _STRETCH = 4, 3, 2, 3
_NUMBERED = Pattern(r"[一二三四五六]是|第[一二三四五六]|要|[进更]一步")


def marks_of_clauses(context: Context) -> Iterator[Hit]:
    """The marks between and within clauses; ``fault`` is ``doubtful`` where another way may be meant."""
    for text, kinds in ((context.once(running_words), (*_IN_WORDS, *_STOPS, *_DASHES_AND_QUESTIONS)), (context.once(running), _AS_IT_STANDS)):
        for scanner, mended, doubtful in kinds:
            for found in text.find(scanner, "heading", "paragraph", "row"):
                if mended(found.match) != found.match["at"]:
                    yield _hit(found.passage, found.match.span("at"), mended(found.match), doubtful)
    text = context.once(running)
    for scanner, mended, doubtful in (*_NAMED, *_HELD):
        for found in text.find(scanner):
            if mended(found.match) != found.match["at"]:
                yield _hit(found.passage, found.match.span("at"), mended(found.match), doubtful)
    angled = list(text.find(_ANGLED, "heading", "paragraph", "row"))
    for found in angled if len(angled) <= _FEW else ():
        yield _hit(found.passage, found.match.span("at"), f"“{found.match['named']}”", False)
    words = context.once(running_words)
    for scanner in (_SPOKEN, _OF_THOSE):
        for found in words.find(scanner, "heading", "paragraph"):
            yield _hit(found.passage, found.match.span("at"), "；", True)
    for found in words.find(_BY_SEMICOLONS, "heading", "paragraph"):
        yield from _two_in_one(found.passage, found.match)
    for found in words.find(_CLAUSES, "heading", "paragraph"):
        yield from _parallel(found.passage, found.match)


def _hit(passage: Text, span: tuple[int, int], right: str, doubtful: bool) -> Hit:
    """The hit at a stretch, quoted with a character to each side."""
    start, end = span
    at = passage.slice(start, end)
    seen = passage.slice(max(0, start - 1), min(len(passage), end + 1))
    written = seen.value
    left = start - max(0, start - 1)
    mended = written[:left] + right + written[left + end - start :]
    return Hit(seen, {"written": written, "right": mended, "fault": _DOUBTFUL if doubtful else ""}, edits=edit_at(at, right, False), about=(at,))


#: Parts of a sentence with a semicolon between them.
_BY_SEMICOLONS = Scanner(r"(?:^|(?<=[。：]))(?P<all>[^。：；]{6,80}(?:；[^。：；]{6,120}){1,6})(?=。|$)", sign="；[^。：；]{6}")


#: What goes on with the part before, and is none of its like.
_PART_OF = ("其中", "其余", "同比", "比上年", "较上年", "并", "且")


def _two_in_one(passage: Text, match: re.Match[str]) -> Iterator[Hit]:
    """A负责…，…；B负责…，…，C负责…，…: of parts with so many clauses each the one with twice as many, the second half of one make with the first."""
    parts = [part.split("，") for part in match["all"].split("；")]
    sizes = [len(part) for part in parts]
    small = min(sizes)
    if small < _PAIR or max(sizes) != 2 * small or sizes.count(2 * small) != 1 or sizes.count(small) != len(sizes) - 1:
        return
    index = sizes.index(2 * small)
    part = parts[index]
    if part[small].startswith(_PART_OF):
        return
    firsts = [one[0] for one in parts] + [part[small]]
    if _common(firsts) or _shared(firsts, [clause for one in parts for clause in one[1:small]]):
        place = match.start("all") + sum(len("，".join(one)) + 1 for one in parts[:index]) + len("，".join(part[:small]))
        yield _hit(passage, (place, place + 1), "；", True)


def _parallel(passage: Text, match: re.Match[str]) -> Iterator[Hit]:
    """Clauses that come by twos, all first ones of one make, and all second ones: the comma behind the first two (PUN-20)."""
    clauses = match["all"].split("，")
    firsts, seconds = clauses[::2], clauses[1::2]
    if len(clauses) < _FEWEST or len(clauses) % 2 or any(one.count("（") != one.count("）") for one in clauses) or _NUMBERED.match(clauses[0]):
        return
    if any(max(map(len, some)) - min(map(len, some)) > _UNLIKE for some in (firsts, seconds)):
        return
    alike = _shared(firsts, seconds), _shared(seconds, firsts)
    named = _common(firsts)
    if named and len(firsts) == _PAIR and named not in "".join(seconds) and not clauses[0].startswith(named):
        alike = ("yes", "yes")
    led = all(one.startswith("由") for one in seconds) and not any("由" in one for one in firsts)
    if led or all(alike) or len(firsts) > 2 and any(len(shared) > 1 for shared in alike):
        place = match.start("all") + len(clauses[0]) + 1 + len(clauses[1])
        yield _hit(passage, (place, place + 1), "；", True)


def _common(some: Sequence[str]) -> str:
    """The longest stretch of so many characters that all clauses have: 为重点."""
    first = some[0]
    stretches = (first[at : at + _STRETCH] for at in range(1, len(first) - _STRETCH + 1))
    return next((one for one in stretches if one.isalpha() and all(one in other[1:] for other in some)), "")


def _shared(some: Sequence[str], others: Sequence[str]) -> str:
    """What all of some clauses have in common, two characters or one of those that lead on, and none of the others."""
    first = some[0]
    pairs = [first[at : at + 2] for at in range(len(first) - 1)]
    for pair in (*pairs, *(one for one in first if one in "由每按")):
        if all(pair in other for other in some) and not any(pair in other for other in others):
            return pair
    return ""
