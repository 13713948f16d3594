"""Marks within lists and stretches: A、B，等数据; 市财政局市教育局; 上午9；00; 首先：; 工作分三步，…；…；….

What is wrong shows by the marks beside it: one list has one kind of mark between its items, a stretch one dash (GB/T 15834—2011, 4.5, 4.13, B.1.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hegao.checks.base import Context, Hit
from hegao.checks.shared.masking import MASK
from hegao.checks.shared.passages import Found, edit_at, running, running_words
from hegao.phrases.numbers import chinese
from hegao.sources.scanner import Scanner
from hegao.words.departments import departments
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, citing_words, level_names

_HAN = "\u3400-\u9fff"
_DOUBTFUL = "doubtful"
#: What 等 begins a word with behind a comma.
_WAITING = "待候到级于同额你我其他她它一有至着不量价值分次效离外身式闲号腰压温"
#: Words that begin what is said of something, not the next of a list.
_SAID = "按照|依照|应当|必须|不得|不再|均应|均由|严禁|尚未|已经|正在|仍然|继续|分别|统一由|一律|由于|因为"
_RECEIVERS = ("addressee", "copies")
_NUMBERS = "[两二三四五六七八九十]|[2-9]"
_Kind = tuple[Scanner, Callable[[Found], str | None], bool]


def _in_steps(found: Found) -> str | None:
    """A colon, where what follows has as many parts as were told."""
    told = found.match["count"]
    count = 2 if told == "两" else int(told) if told.isdigit() else chinese(told)
    return "：" if found.match["parts"].rstrip("。").count("；") == count - 1 else None


def _two_bodies(found: Found) -> str | None:
    """Two departments of one level that run together, both of them known."""
    first, second = found.match["first"], found.match["second"]
    return f"{first}、" if first in departments() and second in departments() else None


#: In the words of the drafter: where the group ``at`` is wrong, what should stand there, whether another way may be meant.
_IN_WORDS: tuple[_Kind, ...] = (
    # 快递员、货车司机，等新就业形态劳动者 (PUN-06)
    (Scanner(rf"、[^，。；：、]{{1,16}}(?P<at>[，；。])(?=等(?![{_WAITING}]))", sign="[，；。]等"), lambda found: "", False),
    # 首先：比对数据；其次， (HDG-09)
    (Scanner(rf"(?:^|(?<=[。；：，]))(?:首先|其次|再次|最后)(?P<at>[：:；])(?=[{_HAN}])", sign="[先次后][：:；]"), lambda found: "，", False),
    # 工作分三步，4月底前排查；8月底前整改；10月底前验收 (HDG-12)
    (
        Scanner(rf"分(?:为|成|作)?(?P<count>{_NUMBERS})个?[{_HAN}]{{1,6}}(?P<at>[，。；])(?=(?P<parts>[^。：]{{6,200}}；[^。：]{{4,100}}(?:。|$)))", sign="分[^，。；]{2,10}[，；][^。]*；"),
        _in_steps,
        True,
    ),
    # 护理费、按照失能等级支付
    (Scanner(rf"(?:^|(?<=[，。；：]))[{_HAN}]{{2,12}}(?P<at>、)(?={_SAID})(?!(?P<word>.)[^，。；]{{0,20}}、(?P=word))", sign=f"、(?:{_SAID})"), lambda found: "", True),
    # 由市财政局市教育局配合
    (
        Scanner(
            lambda: rf"(?:^|(?<=[，。；：、（由〔])|(?<=[由和与及向]))(?P<level>{_levels()})(?P<at>(?P<first>[{_HAN}]{{2,12}}?{_offices()}))(?P=level)(?P<second>[{_HAN}]{{2,12}}?{_offices()})(?=[，。；、：）〕等和与及要负牵按配联会]|$)",
            sign=lambda: rf"{_offices()}[{_HAN}]{{2,12}}{_offices()}",
        ),
        _two_bodies,
        True,
    ),
    # 水利局财政局、农业农村局
    (
        Scanner(lambda: rf"(?P<at>(?P<first>{_department_names()}))(?P<second>{_department_names()})(?=[，。；、：（）〕等和与及要负牵按配]|联合|会同|$)", sign=lambda: rf"{_offices()}[{_HAN}]{{2,12}}{_offices()}"),
        _two_bodies,
        True,
    ),
    # 市水务集团市燃气公司
    (
        Scanner(
            lambda: rf"(?:^|(?<=[，。；、：（由〔])|(?<=[由和与及向]))(?P<level>{_levels()})(?P<at>(?P<first>[{_HAN}]{{2,8}}?{_firms()}))(?P=level)(?!场|民|区|政|域|级|内|外|直)[{_HAN}]{{2,8}}?(?:{_firms()}|{_offices()})(?=[，。；、：（）〕等和与及要负牵按配]|联合|会同|$)",
            sign=lambda: _firms(),
        ),
        lambda found: f"{found.match['first']}、",
        True,
    ),
    # 联系人、责任人，巡查人: one comma among 、 where all end alike
    (Scanner(rf"(?<=[（：])[{_HAN}]{{1,8}}(?P<end>[{_HAN}]{{2}})(?:、[{_HAN}]{{1,8}}(?P=end))*(?P<at>，)[{_HAN}]{{1,8}}(?P=end)、[{_HAN}]{{1,8}}(?P=end)(?=[，。；）])", sign="，[^，。；]*、"), lambda found: "、", True),
    (Scanner(rf"(?<=[（：])[{_HAN}]{{1,8}}(?P<end>[{_HAN}]{{2}})(?:、[{_HAN}]{{1,8}}(?P=end))+(?P<at>，)[{_HAN}]{{1,8}}(?P=end)(?=[）])", sign="，[^，。；]*）"), lambda found: "、", True),
    # 根据《调价方案》：供水公司应当 (PUN-15)
    (
        Scanner(lambda: rf"(?:^|(?<=[。；、]))(?:{one_of(citing_words('basis'))})《{MASK}+》(?:（[^（）]{{2,40}}）)?(?P<at>[：；。])(?=[{_HAN}\d])(?!以下|下列)", sign="[》）][：；。]"),
        lambda found: "，",
        False,
    ),
)
#: Between clauses, in the words of the drafter.
_BETWEEN_CLAUSES: tuple[_Kind, ...] = (
    # （以下统称“两优一先”）现就有关事项通知如下: the sentence before has no stop (PUN-17)
    (Scanner(rf"[{_HAN}，][^。；]{{8,80}}[）”](?P<at>)(?=现[就将][{_HAN}])", sign="[）”]现[就将]"), lambda found: "。", False),
    # 首先，政治坚定；……等次再次，群众公认
    (Scanner(rf"首先，[^。]{{4,120}}[{_HAN}”）%](?P<at>)(?=(?:其次|再次|最后)，)(?<![，。；：])", sign="首先，"), lambda found: "；", False),
    # 一经查实。取消其资格, 对弄虚作假的；一经查实
    (Scanner(rf"(?:一经|凡是?)[{_HAN}]{{2,8}}(?P<at>[。；：、])(?=(?:一律|坚决|严肃|立即|取消|依法|依规|予以|按|将|由|责令|全市|全县)[{_HAN}])", sign="一经|凡"), lambda found: "，", False),
    (Scanner(rf"(?:^|(?<=[。；]))对[^，。；：]{{2,24}}的(?P<at>[；。：])(?=(?:一经|依法|依规|由|予以|责令|不予|取消|坚决|严肃|给予|移送|追究|约谈|通报)[{_HAN}])", sign="的[；。：]"), lambda found: "，", False),
    # 拒不整改的、依法严肃处理
    (Scanner(rf"(?<=的)(?P<at>、)(?=(?:依法|依规|予以|责令|不予|严肃|给予|一律|移送|追究)[{_HAN}])(?![^，。；]{{2,14}}的[、，。；])", sign="的、"), lambda found: "，", False),
    # 据统计：全市, 为此。特通知如下 (PUN-15)
    (Scanner(rf"(?:^|(?<=[。；]))(?:据(?:初步)?(?:统计|了解|悉|介绍|测算|调查|预测|反映)|为此|对此|鉴此|因此)(?P<at>[：；。、])(?=[{_HAN}\d])", sign="[计了解悉绍算查测映此][：；。、]"), lambda found: "，", False),
    # 汛期，（4月1日至9月30日）每日: no mark before a remark in brackets (GB/T 15834, A.8)
    (Scanner(rf"(?<=[{_HAN}])(?P<at>[，、；])(?=（(?![一二三四五六七八九十\d]{{1,3}}）)[^（）]{{2,40}}）[{_HAN}，。；、])", sign="[，、；]（"), lambda found: "", True),
    # 轮流坐庄.二是严肃纪律 (PUN-01)
    (Scanner(rf"(?<=[{_HAN}”）])(?P<at>\.)(?=(?:[二三四五六]是|第[二三四五六]，|其次|再次|最后|各[{_HAN}]|请[{_HAN}]|要[{_HAN}]))", sign=r"\."), lambda found: "。", False),
    # 按时报送！请各单位 (PUN-16)
    (Scanner(rf"(?:^|[，。；：])[{_HAN}、\d]{{4,40}}(?P<at>！)(?=(?:请|各|要|二是|三是|[（(]))", sign="！"), lambda found: "。", True),
    # 采取上下结合的方式提出人选？ (PUN-16)
    (
        Scanner(r"(?:^|[，。；：])(?P<said>[^，。；：？！]{4,60})(?P<at>？)$", sign="？$"),
        lambda found: None if any(one in found.match.string for one in "何吗嗎麽麼哪谁怎呢否几") or any(one in found.match.string for one in ("什么", "多少", "能不能", "有没有", "是不是", "问")) else "。",
        True,
    ),
    # 对水库、堤防等，工程开展检查
    (Scanner(rf"、[{_HAN}]{{1,10}}等(?P<at>[，、])(?=(?:工程|部门|领域|场所|区域|行业|设施|部位|环节|重点|各类|多种|相关)[{_HAN}]{{2}})", sign="等[，、]"), lambda found: "", True),
    # 市水利局，负责编制
    (Scanner(lambda: rf"(?:^|(?<=[。；]))(?:(?![设建立在由为])[{_HAN}]){{1,10}}{_offices()}(?P<at>[，、])(?=(?:负责|牵头|承担|组织实施)[{_HAN}]{{2}})", sign="[，、](?:负责|牵头|承担|组织实施)"), lambda found: "", True),
)
#: Across quotations, titles and figures.
_AS_IT_STANDS: tuple[_Kind, ...] = (
    # 上午9；00, 14；30—16:00
    (Scanner(r"(?:[上下中]午|凌晨|晚上?|日|[）)]|[—至])(?:[01]?\d|2[0-4])(?P<at>[；;])(?=[0-5]0|[0-5]5)(?=\d\d(?:[，。；、）前后开举召集报到在—至]|$))", sign="[；;]"), lambda found: "：", False),
    (Scanner(r"(?<!\d)(?:[01]?\d|2[0-4])(?P<at>[；;])[0-5]\d(?=[—至-]\d{1,2}[:：])", sign="[；;]"), lambda found: "：", False),
    # 5月20日14.30前, 上午9。00开始
    (Scanner(r"(?:日|[上下中]午|晚上?)(?:[（(][^（）()]{2,5}[）)])?(?:[01]?\d|2[0-4])(?P<at>[.。．])(?=[0-5][05](?:前|开始|在|到|召开|至|—|准时|集合|报到|举行))", sign=r"\d[.。．]\d\d"), lambda found: ":", False),
    # 执行《安全生产法》，《应急条例》 (PUN-04)
    (Scanner(lambda: rf"(?:执行|贯彻|遵守|违反|学习|{one_of(citing_words('basis'))})《[^《》]{{2,40}}》(?P<at>，)(?=《[^《》]{{2,40}}》(?:[，。；]|等|的?[规要精]))", sign="》，《"), lambda found: "", True),
    # “携手同行—关爱留守儿童” (PUN-08)
    (Scanner(rf"“[{_HAN}]{{3,10}}(?P<at>—|-)[{_HAN}]{{4,14}}”(?=(?:主题|系列|专题|品牌|活动|行动|专项|大赛|宣传))", sign="[—-]"), lambda found: "——", True),
    # “岚州-梓川” and “岚州—鹿坪”: cities with a hyphen (PUN-09)
    (Scanner(rf"“[{_HAN}]{{2,5}}(?P<at>-)[{_HAN}]{{2,5}}”(?=(?:[“、和及与]|\d*条|定制|旅游|客运|公交|线路|航线|专线|班[线车]))", sign=f"[{_HAN}]-[{_HAN}]"), lambda found: "—", False),
    (Scanner(rf"(?<![{_HAN}])(?:开行|往返|途经|开往|新增|[、：和及与至])?[{_HAN}]{{2,5}}(?P<at>-)[{_HAN}]{{2,5}}(?=(?:定制|旅游|客运|公交|往返|专线|班[线车]|区间|铁路|高速|城际))", sign=f"[{_HAN}]-[{_HAN}]"), lambda found: "—", True),
    # 《战略合作协议》（以下简称“合作协议”） (ABB-04)
    (
        Scanner(r"《(?P<title>[^《》]{2,60})》(?:（[^（）]{4,30}）)?[（，](?:[^（）]{0,24}，)?以下[统]?[简合]?称(?:为)?(?P<at>“(?P<named>[^“”《》]{2,16})”)", sign="》[^》]*以下[^》]{0,4}称(?:为)?“"),
        lambda found: f"《{found.match['named']}》" if found.match["named"][-2:] in found.match["title"] and all(one in found.match["title"] for one in found.match["named"]) else None,
        True,
    ),
)


def marks_of_lists(context: Context) -> Iterator[Hit]:
    """The marks within lists and stretches; ``fault`` is ``doubtful`` where another way may be meant."""
    for text, kinds in ((context.once(running_words), (*_IN_WORDS, *_BETWEEN_CLAUSES)), (context.once(running), _AS_IT_STANDS)):
        for scanner, mended, doubtful in kinds:
            for found in text.find(scanner):
                # Of bodies that get the document, and copies of it, other rules tell.
                right = mended(found) if found.node.kind not in _RECEIVERS else None
                if right is not None and right != found.match["at"]:
                    yield _hit(found, right, doubtful)


def _hit(found: Found, right: str, doubtful: bool) -> Hit:
    """The hit at a mark, quoted with what stands to each side."""
    at = found.at("at")
    start, end = found.match.span("at")
    seen = found.passage.slice(max(0, start - 2), min(len(found.passage), end + 2))
    written, left = seen.value, start - max(0, start - 2)
    shown = written[:left] + right + written[left + end - start :]
    return Hit(seen, {"written": written, "right": shown, "fault": _DOUBTFUL if doubtful else ""}, edits=edit_at(at, right, False), about=(at,))


def _department_names() -> str:
    """The departments by all their names that end as bodies do, the longest first."""
    return one_of(name for name in departments() if len(name) > 2 and name.endswith(tuple(kind.ending for kind in body_kinds() if kind.kind == "机关")))


def _offices() -> str:
    """The ends of names of organs."""
    return one_of(kind.ending for kind in body_kinds() if kind.kind == "机关")


def _firms() -> str:
    """The ends of names of firms, institutions and societies."""
    return one_of(kind.ending for kind in body_kinds() if kind.kind in ("企业", "事业单位", "群团") and len(kind.ending) > 1)


def _levels() -> str:
    return one_of(name for name in level_names("place") if len(name) == 1)
