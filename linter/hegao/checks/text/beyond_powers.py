"""What a document must not lay down by itself (规定事项越权): fines, permits, favours to local firms, a veto, papers of each office (norms NOR-06, NOR-09, NOR-16, NOR-17, TSK-16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.masking import MASK
from hegao.checks.shared.passages import running, running_without_names
from hegao.document.model import Heading, Node
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: Here and nowhere else: 本市, 当地, 辖区内.
_HERE = r"(?:本地|当地|[本我全][省市县区旗州盟乡镇]|[省市县区]内|辖区内|本行政区域内?)"
_FIRM = r"(?:企业|产品|供应商|供货商|厂商|厂家|商品|建材|品牌|施工单位|中介机构|服务商|服务机构|经营者|经营主体|物业公司|货源|车辆|设备)"
_BIDS = r"投标|采购|供应商|招标|入围|承接|比选|中标|评标|竞标|遴选|竞争"
_DUTY = r"(?:应当?|必须|须|需要?|要)"
_SUM = r"[\d一二三四五六七八九十百千万.]+元"


class Beyond(NamedTuple):
    """A place, and what the norm says of it."""

    at: Text
    note: str


class _Kind(NamedTuple):
    """What is looked for, the words of its sentence that make it right, and what the norm says of it."""

    scanner: Scanner
    unless: Pattern
    note: str


#: Who forbids a thing, or tells that it was put right, does not lay it down.
_FORBIDS = r"不得|不准|不能|不应|不宜|不再|不搞|不以|不设|禁止|严禁|清理|取消|纠正|整治|破除|废除|防止|避免|杜绝|排查|是否|有无|涉嫌|减少|规范|精简|除[^。；]{1,20}外"
#: A law is named on which it rests.
_BASED = rf"依法|依照|依据|根据|按照|法律|法规|条例|上位法|{MASK}"

_COMPETITION = "公平竞争审查条例：不得限定或者优待本地企业和产品"
_POLICY = "公平竞争审查条例：没有依据不得给予特定经营者税收、奖补优惠"
_LAWFUL = "没有上位法依据，规范性文件不得自设处罚、强制、许可、收费"
_RELIEF = "为基层减负的规定：除专门文件外一般不作这样的规定"

_KINDS = (
    # 优先选用本地企业的产品
    _Kind(Scanner(rf"优先[^。；，]{{0,8}}?{_HERE}[^。；，]{{0,8}}?(?:{_FIRM}|注册|生产)"), Pattern(_FORBIDS), _COMPETITION),
    # 本地企业在评标中加5分, 对本市生产的建材优先选用
    _Kind(Scanner(rf"{_HERE}[^。；，]{{0,8}}?{_FIRM}[^。；，]{{0,10}}?(?:优先|加分|加\d+分|予以倾斜)", sign="优先|加分|加\\d|倾斜"), Pattern(_FORBIDS), _COMPETITION),
    # 投标企业须在本市注册, 仅限本市注册企业参加
    _Kind(
        Scanner(rf"(?:(?:{_BIDS})[^。；]{{0,24}}?(?:{_DUTY}|限于|限)|仅限|只限|限于)[^。；，]{{0,10}}?{_HERE}(?:范围内|行政区域内)?[^。；，]{{0,6}}?(?:注册|登记|设立|{_FIRM})", sign="注册|登记|设立|限"),
        Pattern(_FORBIDS),
        _COMPETITION,
    ),
    # 外地企业须缴纳保证金
    _Kind(
        Scanner(rf"(?:外地|外省|外市|[省市县区]外)[^。；，]{{0,8}}?{_FIRM}[^。；，]{{0,12}}?(?:{_DUTY}|不得|另行|加收|不予|禁止)", sign="外[地省市]|[省市县区]外"),
        Pattern(_FORBIDS.replace("不得|", "").replace("禁止|", "")),
        _COMPETITION,
    ),
    # 指定某公司独家承担
    _Kind(
        Scanner(r"(?:指定|限定|确定)[^。；，]{0,24}?(?:独家|唯一)[^。；，]{0,12}?(?:承担|经营|供应|提供|购买|服务|承接|负责|代理|供货)|(?:必须|只能|统一)(?:到|向|从|在|使用|购买|采购)[^。；，]{0,6}指定[^。；，]{0,6}(?:企业|公司|厂家|商家|门店|经销商|供应商|机构)", sign="独家|唯一|指定"),
        Pattern(_FORBIDS),
        _COMPETITION,
    ),
    # 对纳税大户给予税收返还
    _Kind(Scanner(r"(?:给予|享受|实行|予以)[^。；，]{0,16}?(?:税收|税款|财税|土地出让金|社保费)[^。；，]{0,8}?(?:返还|先征后[返退]|减半|奖补|优惠|奖励)|按[^。；，]{0,12}?(?:纳税|税收|地方留成|地方留存|财政贡献)[^。；，]{0,16}?(?:返还|奖励|奖补)", sign="返还|先征后|减半|优惠|奖"), Pattern(rf"{_FORBIDS}|{_BASED}"), _POLICY),
    # 并处300元罚款
    _Kind(
        Scanner(rf"(?:并处以?|可处以?|处以?)[^。；，]{{0,4}}?(?:{_SUM}[^。；，]{{0,14}}?罚款|罚款[^。；，]{{0,4}}?{_SUM})|(?:处以|并处|可处|予以|给予)罚款", sign="罚款"),
        Pattern(rf"{_FORBIDS}|{_BASED}|被处|作出|案|缴纳罚款"),
        _LAWFUL,
    ),
    # 违者予以没收
    _Kind(
        Scanner(r"(?:违者|违反|逾期|拒不|擅自|未[^。；，]{1,12}的|不[^。；，]{1,12}的)[^。；]{0,30}?(?:强制拆除|强行拆除|暂扣|扣押|扣留|没收|查封|吊销)[^。；，]{0,12}", sign="强[制行]拆|扣|没收|查封|吊销"),
        Pattern(rf"{_FORBIDS}|{_BASED}"),
        _LAWFUL,
    ),
    # 从事代驾服务应当向市公安局申领许可证
    _Kind(
        Scanner(rf"从事[^。；]{{2,20}}?{_DUTY}[^。；]{{0,20}}?(?:申领|申请|领取|办理|取得)[^。；，]{{0,10}}?(?:许可|准入证|资格证|经营证|准运证|上岗证)", sign="从事"),
        Pattern(rf"{_FORBIDS}|{_BASED}"),
        _LAWFUL,
    ),
    # 缴纳管理费
    _Kind(
        Scanner(rf"(?:{_DUTY}|予以|可以?)[^。；，]{{0,10}}?(?:缴纳|交纳|收取|缴存|加收)[^。；，]{{0,12}}?(?:保证金|押金|管理费|卫生费|占道费|治理费|调节费|工本费|赞助费)[^。；，]{{0,6}}?(?=每|\d|，|。|；)", sign="缴|交纳|收取|加收"),
        Pattern(rf"{_FORBIDS}|{_BASED}|投标|竞买|履约|工资|公积金|党费|会费|社会保险"),
        _LAWFUL,
    ),
    # 实行一票否决
    _Kind(Scanner("(?:实行|实施|纳入|执行|列为|作为|给予|予以|落实)[^。；，]{0,16}?一票否决(?!权)", sign="一票否决"), Pattern(_FORBIDS), _RELIEF),
    # 层层签订责任状
    _Kind(Scanner(r"(?:层层|逐级|分别|都要|均要|均须|要)[^。；，]{0,12}?(?:签订|签)[^。；，]{0,10}?责任[状书]|签订[^。；，]{0,10}?责任状", sign="责任[状书]"), Pattern(_FORBIDS), _RELIEF),
    # 增加编制, 按正科级配备, 发放岗位津贴
    _Kind(
        Scanner(
            r"(?<!不)(?:增加|增设|核增|新增|增配|追加)[^。；，]{0,10}?(?<![划案书])(?:编制(?=\d|[，。；、]|$)|领导职数)|(?:按|高配为?|配备)[正副]?[处科股]级[^。；，]{0,6}?(?:配备|设置|干部|领导)|(?:增发|发放|享受|给予|提高)[^。；，]{0,14}?(?:岗位津贴|岗位补贴|工作津贴|绩效工资|工资待遇|加班补贴)",
            sign="编制|职数|级|津贴|补贴|工资",
        ),
        Pattern(rf"{_FORBIDS}|公益性岗位|就业|未|无|没有|企业|劳动者|职工|教师|医"),
        _RELIEF,
    ),
    # 开展达标评比
    _Kind(Scanner(r"(?:开展|组织|实行|实施)[^。；，]{0,10}?(?:达标(?:创建|评比|表彰|升级|考核)|评比达标|创建达标)", sign="达标"), Pattern(_FORBIDS), _RELIEF),
    # 各县要另行制定实施细则
    _Kind(
        Scanner(r"(?:各|你)[^。；，]{1,26}?(?:另行|也要|均要|都要|层层|逐级|分别|参照本|对照本)[^。；，]{0,12}?(?:制定|制订|出台|印发)[^。；，]{0,16}?(?:细则|方案|意见|办法|配套|文件|措施)|(?:制定|制订|出台)(?:相应的?|具体的?)?配套(?:文件|政策文件|实施)", sign="制[定订]|出台|印发"),
        Pattern(_FORBIDS),
        _RELIEF,
    ),
    # 将贯彻落实情况书面报市政府
    _Kind(
        Scanner(r"(?:制定|制订|出台|印发)[^。；，]{0,10}?(?:细则|方案|意见|办法)[^。；]{0,10}?并[^。；，]{0,8}?(?:报送|上报|报告)[^。；，]{0,10}?(?:落实|执行)情况|(?:逐级|定期|每[月周季][^。；，]{0,10})[^。；]{0,12}?(?:报送|上报|报告)[^。；，]{0,8}?贯彻[^。；，]{0,6}情况", sign="情况"),
        Pattern(_FORBIDS),
        _RELIEF,
    ),
)
#: 市政府制定的《…条例》: only assemblies and the State Council issue 条例 (NOR-05).
_REGULATION = Scanner(r"《[^《》]{2,40}条例(?:（[^（）]{2,8}）)?》", sign="条例")
_MADE_HERE = Pattern(r"印发给?你们|由[^，。；]{2,20}[局委办府](?:负责)?(?:起草|制定|印发|发布|出台)|(?:政府|局|委)(?:办公室)?(?:制定|印发|出台|发布|修订)的?《")
_ASSEMBLY = Pattern("人大|人民代表大会|国务院|常委会|常务委员会|地方性法规|立法|党委|省|自治区")
#: The first heading of what is to be done speaks of its meaning alone.
_MEANING = Pattern(r"(?:充分|深刻|切实|进一步|高度)?(?:认识|领会|把握)[^，。；]{0,30}?(?:意义|重要性|必要性|紧迫性|重要地位)|[^，。；]{0,20}(?:重要|重大|深远|现实)意义|(?:切实)?(?:提高|统一|深化)(?:思想|政治)?认识")
_LONG_OPINION = ("意见", "报告", "决定", "讲话")


def beyond_powers(context: Context) -> Iterator[Beyond]:
    """What the text lays down that documents of its kind must not, each for the office to look at."""
    text = context.once(running_without_names)
    told: set[tuple[Node, int]] = set()
    for kind in _KINDS:
        for found in text.find(kind.scanner, "heading", "paragraph", "row"):
            if not kind.unless.search(found.sentence()) and (found.node, found.match.start() // 8) not in told:
                told.add((found.node, found.match.start() // 8))
                yield Beyond(found.at(), kind.note)
    for found in context.once(running).find(_REGULATION, "heading", "paragraph"):
        if _MADE_HERE.search(found.sentence()) and not _ASSEMBLY.search(found.sentence()):
            yield Beyond(found.at(), "政府及部门文件不称“条例”，用办法、规定、细则")
    yield from _meaning(context)



def _meaning(context: Context) -> Iterator[Beyond]:
    """一、充分认识…的重大意义 before the work itself."""
    if context.document.genre in _LONG_OPINION:
        return
    for part in context.document.parts:
        first = next((node for node in part.nodes if isinstance(node, Heading)), None)
        if first is not None and first.style == "han" and first.number == 1 and _MEANING.fullmatch(first.title.rstrip("。")):
            yield Beyond(first.text.slice(len(first.label)), "少写背景、意义，直接写任务和要求（为基层减负的规定）")
