"""Marks that the sentence around them forbids (标点用法): a stop before a bracket that closes within a sentence, behind 根据…部署, in 是否可行？并….

What is wrong shows by the words on both sides of the mark; each kind names the requirement that it breaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import edit_at, running
from hegao.sources.scanner import Scanner
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

_HAN = "\u3400-\u9fff"
#: What a sentence rests on: behind it the sentence goes on.
_GROUND = "需要|要求|部署|精神|安排|统一部署|有关规定|工作部署"
#: What is aimed at: behind it the sentence says what is done for it.
_AIM = "工作|建设|管理|水平|能力|质量|作用|责任|秩序|安全|发展|权益|效益|效率"
#: Days of remembrance whose month and day in figures need a point (GB/T 15834 4.14): 3·15.
_DAYS = {"315": "消费者", "512": "防灾|汶川", "129": "运动", "415": "全民国家安全", "626": "国际禁毒|禁毒日", "918": "事变|防空"}
#: Names of policies that are no titles.
_CALLED = "双减|放管服|双碳|双随机、一公开|两不愁三保障|三农|四好农村路|厕所革命|最多跑一次|一网通办|一带一路|河长制|林长制|田长制"
#: The labels of the first and of the second of items in one sentence.
_FIRST, _SECOND = (rf"(?:{number}[是要]|[（(](?:{number}|{figure})[）)]|{figure}[.．、]|其{number}，|第{number}，|{circled})" for number, figure, circled in (("一", "1", "①"), ("二", "2", "②")))
_Kind = tuple[Scanner, Callable[[re.Match[str]], str], bool]


def _outermost(match: re.Match[str]) -> str:
    """Double marks for single ones that stand within none (PUN-02)."""
    before = match.string[: match.start()]
    return f"“{match['at'][1:-1]}”" if before.count("“") == before.count("”") else match["at"]


#: Where the group ``at`` is wrong, what should stand there, whether another way may be meant.
#: Marks between the parts of a sentence.
_PARTED: tuple[_Kind, ...] = (
    # 各县（含开发区。）要: within a sentence no stop ends the brackets (PUN-13).
    (Scanner(rf"（[^（）。]{{1,40}}(?P<at>。)）(?=[{_HAN}，、])", sign="。）"), lambda match: "", False),
    # 绿色发展--共建家园 (PUN-08)
    (Scanner(rf"(?<=[{_HAN}”])(?P<at>--)(?=[{_HAN}“])"), lambda match: "——", False),
    # 根据省政府部署。我市决定 (PUN-15)
    (Scanner(rf"(?:^|[。；])(?:根据|按照|依据|遵照)[^，。；：、]{{2,30}}(?:{_GROUND})(?P<at>[。：；])(?=现|我|本|各|特|决定|经|结合|请|拟)", sign=rf"(?:{_GROUND})[。：；]"), lambda match: "，", False),
    # 为进一步加强安全生产工作。现将: the aim alone is no sentence.
    (Scanner(rf"(?:^|[。；])(?:为了?|为进一步|为切实)[^，。；：、做作成]{{4,40}}(?:{_AIM})(?P<at>。)(?=现|我|本|各|特|决定|经|根据|按照|结合)", sign=rf"(?:{_AIM})。"), lambda match: "，", False),
    # 买买提•艾力 (PUN-21)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>[•‧∙・･])(?=[{_HAN}])"), lambda match: "·", False),
    (Scanner(rf"(?:^|(?<=[{_HAN}、，：（]))[{_HAN}]{{2,5}}(?P<at>\.)[{_HAN}]{{2,5}}(?=同志|等|、|先生|女士|（|任)", sign=rf"[{_HAN}]\.[{_HAN}]"), lambda match: "·", False),
    # 粮食、油料...，由 (PUN-07)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>\.{{3,6}})(?=[，。；、）”]|$)"), lambda match: "……", False),
    # 是否可行？并于: a question within a sentence asks nobody (PUN-16).
    (Scanner(r"(?:是否|如何|怎样|何时|哪些|为何|由谁)[^，。；：？“”《》]{1,24}(?P<at>？)(?=[并请由报且再]|以及|提出|20\d\d年|\d{{1,2}}月)", sign="？[并请由报且再以提\\d]"), lambda match: "，", False),
    # 重点做好以下工作，一是…；（二）…；2.… (HDG-12)
    (
        Scanner(rf"(?:如下|(?:以下|下列)[{_HAN}]{{0,8}}|[几两三四五六七八][个大]?(?:方面|到位|环节|重点|[项类条点件步种关个])[{_HAN}]{{0,8}}|[两三四五六七八]个[{_HAN}]{{2,6}}|(?:主要|具体|重点|分别)[{_HAN}]{{0,6}}是)(?P<at>，)(?={_FIRST}[^。]{{4,120}}；{_SECOND})", sign=rf"，{_FIRST}"),
        lambda match: "：",
        False,
    ),
    # 应当符合下列条件，年满18周岁；具有本市户籍；
    (
        Scanner(rf"(?:如下|(?:以下|下列)[{_HAN}]{{2,6}}(?<!的)(?<!之一)(?<!情形)(?<!行为)|(?:具体|任务|职责)?分工[是为])(?P<at>，)(?=(?!即|并)[^。；：]{{3,40}}；[^。；：]{{3,40}}[；。])", sign="如下|以下|下列|分工"),
        lambda match: "：",
        True,
    ),
    # 一是加强领导。各县成立专班；二是, （1）材料不齐的。经通知仍不补正的，退回；（2） (HDG-10)
    (Scanner(rf"{_FIRST}[^。；]{{4,60}}。[^。；]{{4,80}}(?P<at>；){_SECOND}[^。；]{{2,60}}(?:。[^。；]{{4,80}})?[；。]", sign=rf"；{_SECOND}"), lambda match: "。", True),
    # 一是索证索票。留存2年；二是…；三是…: no other item has a stop inside (HDG-10)
    (Scanner(r"一是[^。；]{4,60}(?P<at>。)[^。；一二三]{2,40}；二是[^。；]{4,80}；三是[^。；]{4,80}。", sign="；二是"), lambda match: "，", True),
    # 通知如下：重点是： (PUN-14)
    (Scanner(rf"(?:如下|以下[{_HAN}]{{0,8}})：[{_HAN}]{{2,10}}(?P<at>：)(?=一|是否|有无|能否)", sign="：[^，。]{2,10}："), lambda match: "，", True),
    # 学校、医院，和养老机构 (PUN-05)
    (Scanner(rf"[{_HAN}]{{2,10}}、[{_HAN}]{{2,10}}(?P<at>，)(?=和[{_HAN}]{{2,12}}[。，；])(?!，和[其谐])", sign="，和"), lambda match: "", True),
    # 兽医站，等场所 (PUN-06)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>[，；])(?=等(?![候待级额同于])[{_HAN}]{{2}}[的，。；、])"), lambda match: "", False),
    # 据市气象局预测2026年 (PUN-15)
    (Scanner(rf"(?:^|[。；])据[{_HAN}]{{2,10}}(?P<at>预测|统计|通报|反映|监测|测算|摸排)(?=20\d\d年|全[市省县区])", sign="据"), lambda match: match["at"] + "，", False),
    # （单位：万元。） (PUN-18)
    (Scanner(r"[（(]单位：[^（）。]{1,8}(?P<at>。)[）)]"), lambda match: "", False),
    # 一是单位材料：包括 (PUN-14)
    (Scanner(rf"：[^。：]{{0,60}}[{_HAN}]{{2,8}}(?P<at>：)(?=包括|主要是|主要有)", sign="：(?:包括|主要[是有])"), lambda match: "，", True),
    # 其一加强领导，其二落实责任 (HDG-09)
    (Scanner(rf"(?:^|[。；：，])(?P<at>其一)(?=[{_HAN}](?<![是为])[^。]{{2,80}}其二)"), lambda match: "其一，", False),
)
#: Marks round words.
_QUOTED: tuple[_Kind, ...] = (
    # 坚持“安全第一。”做好工作: what is a part of the sentence is stopped outside (PUN-12).
    (Scanner(rf"(?<=[{_HAN}])(?<![曰道])“[^“”]{{2,40}}(?P<at>[。，；]”)(?=[{_HAN}])", sign="[。，；]”"), lambda match: match["at"][::-1] if match["at"][0] != "。" else "”", True),
    # ‘两不愁’政策 outside of “ ” (PUN-02)
    (Scanner(rf"(?P<at>[‘'][{_HAN}、，]{{2,20}}[’'])"), _outermost, False),
    # 《双减》政策, 授予《先进集体》称号 (PUN-10, PUN-23)
    (Scanner(rf"(?P<at>《(?P<named>{_CALLED})》)"), lambda match: f"“{match['named']}”", False),
    (Scanner(r"(?:授予|获得|荣获|评为|取得)[^，。；《》]{0,20}(?P<at>《(?P<named>[^《》]{2,16})》)(?=称号|荣誉|奖[项，。；牌]|奖$)", sign="》(?:称号|荣誉|奖)"), lambda match: f"“{match['named']}”", False),
    # 《求是杂志》 (PUN-11)
    (Scanner(r"(?P<at>《(?P<named>[^《》]{2,10})(?P<kind>杂志|期刊|栏目|节目|专栏|丛书|公众号|频道)》)"), lambda match: f"《{match['named']}》{match['kind']}", True),
    # 强调：“不留尾巴”。 (PUN-12)
    (Scanner(r"(?:强调|指出|表示|说)：“[^“”。]{8,80}(?P<at>”。)"), lambda match: "。”", True),
    # “零跑腿”、“零见面” (PUN-04)
    (Scanner(rf"“[{_HAN}]{{2,6}}”(?P<at>、)(?=“[{_HAN}]{{2,6}}”)", sign="”、“"), lambda match: "", True),
    # 《小小河长》志愿服务活动, 颁发《食品经营许可证》, 《协调会》 (PUN-10)
    (Scanner(r"(?P<at>《(?P<named>[^《》]{2,16})》)(?=志愿服务|主题党日|品牌|慈善)"), lambda match: f"“{match['named']}”", True),
    (Scanner(r"(?<![〈《按照据凭])(?P<at>《(?P<named>[^《》〈〉]{2,20}(?:许可证|营业执照|资格证|登记证|不动产权证|合格证|(?:协调|推[进介]|座谈|现场|动员|调度|部署|通报|分析|联席|办公|例|论证|评审|听证|发布|说明|招聘|交流|总结|表彰)会议?))》)"), lambda match: match["named"], False),
    # 坚持“安全第一。” at the end (PUN-12)
    (Scanner(r"(?:坚持|树立|秉持|遵循|贯彻|落实|做到|围绕)“[^“”。：]{2,40}(?P<at>。”)$"), lambda match: "”。", False),
    # 《防汛工作方案》（以下简称“方案”） (ABB-04)
    (Scanner(lambda: rf"》（以下(?:统一?)?简称(?P<at>“(?P<named>[^“”]{{0,12}}{one_of(genre_words())})”)", sign="》（以下"), lambda match: f"《{match['named']}》", True),
    (Scanner(r"(?<!》)（以下(?:统一?)?简称(?P<at>《(?P<named>[^《》]{0,8}(?:专班|中心|[工作小]组|平台|指挥部|基地|公司|大赛|系统|项目|行动))》)", sign="简称《"), lambda match: f"“{match['named']}”", False),
)
#: Marks between figures and names.
_DATED: tuple[_Kind, ...] = (
    # 临河～东山高速公路 (PUN-09)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>[～~])(?=[{_HAN}]{{2,8}}?(?:高速|公路|铁路|线|段|航线|输电))"), lambda match: "—", False),
    # 九·一八, “5.12”: a point for figures, none for numerals but beside 一, 十一 and 十二 (DAT-09).
    (Scanner(r"(?<![〇一二三四五六七八九十])(?P<at>[三五六七八九十]·[一二三四五六七八九]{1,2})(?![〇一二三四五六七八九十])"), lambda match: match["at"].replace("·", ""), False),
    (Scanner(rf"“(?P<at>(?:1[0-2]|[1-9])[.．](?:3[01]|[12]\d|[1-9]))”(?=[{_HAN}]{{0,10}}(?:日|节|运动|活动|事变|地震|月|周|晚会))"), lambda match: match["at"].replace(".", "·").replace("．", "·"), False),
    (Scanner("|".join(rf"(?<![\d·.]){day}(?=”?(?:{named}))" for day, named in _DAYS.items()).join(("(?P<at>", ")"))), lambda match: f"{match['at'][:-2]}·{match['at'][-2:]}", False),
    # 市政府市委 (ABB-08)
    (Scanner(r"(?P<at>(?P<level>[省市县区])(?:政府(?P=level)委|委(?P=level)(?:人民)?政府))(?![员托办编网])"), lambda match: "、".join(sorted((match["at"][: match["at"].rindex(match["level"])], match["at"][match["at"].rindex(match["level"]) :]), key=len)), True),
    # 党中央国务院 (ABB-08)
    (Scanner(r"(?P<at>党中央国务院)"), lambda match: "党中央、国务院", True),
    # 从2026年4月—12月 (DAT-06)
    (Scanner(r"(?:从|自)(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?(?P<at>[—～])(?=(?:20\d\d年)?\d{1,2}月)"), lambda match: "至", True),
    # 12·9运动 (DAT-09)
    (Scanner(rf"(?<![“\d·.])(?P<at>(?:1[0-2]|[1-9])·(?:3[01]|[12]\d|[1-9]))(?=[{_HAN}]{{0,6}}(?:运动|活动|宣传|日|晚会|事变|地震))", sign=r"\d·\d"), lambda match: f"“{match['at']}”", False),
    # 0876——2385016; one — is what many write (PUN-09)
    (Scanner(r"(?<!\d)0\d{2,3}(?P<at>——|[–～－])(?=\d{7,8}(?!\d))"), lambda match: "-", True),
    # 市政府、市委 (ABB-08)
    (Scanner(r"(?P<at>国务院、党中央|(?P<level>[省市县区])政府、(?P=level)委(?![员托办编网]))"), lambda match: "、".join(match["at"].split("、")[::-1]), True),
)


def marks_of_sentences(context: Context) -> Iterator[Hit]:
    """The marks that the sentence around them forbids; ``fault`` is ``doubtful`` where another way may be meant."""
    text = context.once(running)
    for scanner, mended, doubtful in (*_PARTED, *_QUOTED, *_DATED):
        for found in text.find(scanner):
            at, right = found.at("at"), mended(found.match)
            if right == at.value:
                continue
            start, end = found.match.span("at")
            seen = found.passage.slice(max(0, start - 1), min(len(found.passage), end + 1))
            written = seen.value
            shown = written.replace(at.value, right, 1)
            yield Hit(seen, {"written": written, "right": shown, "fault": "doubtful" if doubtful else ""}, edits=edit_at(at, right, False), about=(at,))
