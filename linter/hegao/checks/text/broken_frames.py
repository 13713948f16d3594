"""Prepositions and frames that do not fit (介词和句式杂糅): 根据甲和根据乙, 对于关于, 以甲为重点为, 防止不发生, 通过甲，使乙, 每月月初左右."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Running
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, levels

_PREPOSITIONS = "根据|按照|依照|依据|为了|针对|围绕|通过|由于|鉴于|对于"
_AT_ONCE = "立即|马上|立刻|即刻|当即"
_HAPPEN = "发生|出现|造成|产生|引发|形成|导致"

#: Verbs and the noun far behind that goes with none of them, and the verb that does.
_FAR_APART = (
    ("提高|提升|扩大|加快|改善|完善|拓宽", "力度", "加大"),
    ("提高|提升|扩大|完善|改善|加大", "进程", "加快"),
    ("完善|改善|提高|提升|加强|健全", "短板", "补齐"),
    ("解决|完成|补齐", "需求", "满足"),
    ("履行", "标准|规范|规程", "执行"),
)
_MET_FOR = "动员|部署|推进|调度|座谈|协调|通报|总结|培训|观摩|研讨|论证|听证|约谈|表彰|工作推进|工作部署|工作调度"
#: What is watched over, and who does something by himself.
_WATCHED = ("人员", "场所", "工地", "车辆", "设施", "设备", "区域", "群体", "对象", "餐馆", "网吧")


def _watched() -> str:
    return one_of((*(kind.ending for kind in body_kinds() if len(kind.ending) > 1), *_WATCHED))


def _doer() -> str:
    """No body before."""
    ends = "".join(sorted(({kind.ending[-1] for kind in body_kinds()} | {level.name[-1] for level in levels()}) - {"区"}))
    return f"(?<![{ends}员])(?<![县市各辖属]区)"


class BrokenFrame(NamedTuple):
    """A place, what is right, the remark on it, and whether that is doubtful."""

    at: Text
    right: str
    note: str
    doubtful: bool


def _nobody() -> str:
    """What makes a noun of a verb of duty: 由负责单位, 由承担企业."""
    return one_of(kind.ending for kind in body_kinds())


def _is(right: str) -> Callable[[re.Match[str]], str]:
    return lambda match: right


#: Where, with the part at fault in the group ``at``, what is right, the remark, and whether that is doubtful.
_DOUBLED: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 根据《条例》和根据有关规划
    (
        Scanner(rf"(?P<first>{_PREPOSITIONS})[^，。；：]{{2,40}}?(?P<at>(?P<and>和|及|以及|与)(?P=first))", sign=rf"[和及与](?:{_PREPOSITIONS})"),
        lambda match: match["and"],
        "介词重复",
        False,
    ),
    # 对于关于群众反映的问题
    (
        Scanner("(?P<at>(?P<first>对于|关于)(?:(?<=对于)关于|(?<=关于)对于)|(?P<basis>根据|按照|依据|依照)(?!(?P=basis))(?:根据|按照|依据|依照)|(?P<why>由于因为|因为由于))"),
        lambda match: match["at"][:2],
        "介词叠用",
        False,
    ),
    # 以防范事故为重点为，
    (Scanner("以[^，。；：]{2,24}(?P<at>为[\u3400-\u9fff]{2}为)(?=[，。；、])", sign="为[，。；、]"), lambda match: match["at"][:-1], "句式杂糅", False),
    # 防止不发生
    (Scanner(rf"(?:防止|避免|杜绝|严防|谨防|以免)(?P<at>不|没有|未)(?={_HAPPEN})"), lambda match: "", "否定重复，意思相反", False),
    # 立即马上
    (Scanner(rf"(?P<at>(?P<first>{_AT_ONCE})(?:{_AT_ONCE}))"), lambda match: match["first"], "语义重复", False),
    (Scanner(rf"(?P<at>第一时间(?:{_AT_ONCE}))"), lambda match: "第一时间", "语义重复", True),
    # 通过开展整治，使得秩序好转; 通过整治使秩序好转
    (
        Scanner("(?:^|(?<=[。；]))(?P<at>通过|经过)[^，。；：]{2,40}?(?:，|(?<![大驱天行促假即致指支诱迫]))使得?(?![用命馆者节领])(?=[\u3400-\u9fff]{2})", sign="使"),
        lambda match: f"（删去“{match['at']}”或“使”，补出主语）",
        "缺少主语",
        True,
    ),
)
_HALVES: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 提高对网吧、歌舞厅的查处力度, 完善偏远山区医疗服务短板
    *(
        (
            Scanner(rf"(?:^|(?<=[，。；：要应须将步断续格]))(?P<at>{verbs})(?:对[^，。；：]{{2,40}}|[^，。；：、和与及并的是有]{{2,20}})(?:的[^，。；：、]{{0,6}})?(?:{noun})(?=[，。；]|$)", sign=noun),
            _is(right),
            "词语搭配",
            False,
        )
        for verbs, noun, right in _FAR_APART
    ),
    # 只有办理手续后，就可使用; 只要提出申请，才能办理
    (Scanner("只有(?!才)[^。；才]{2,40}[，后](?P<at>就(?=[可能会]|应当)|即可|便可)", sign="只有"), lambda match: "才可" if match["at"][-1] == "可" else "才", "“只有”与“才”搭配", False),
    (Scanner("只要[^。；就都便]{2,40}，(?P<at>才)(?=[可能会])", sign="只要"), lambda match: "就", "“只要”与“就”搭配", False),
    # 检查组包括财政局、审计局人员组成
    (Scanner("(?P<at>包括|包含)[^。；：由]{4,60}(?:组成|构成)(?=[，。；]|$)", sign="[组构]成"), lambda match: "由", "句式杂糅", False),
    # 要在摸清底数的基础，
    *(
        (Scanner(rf"(?:^|(?<=[，。；：要应须]))在[^，。；：打奠夯筑有成作具]{{2,24}}(?P<at>的{noun})(?=，)", sign=f"{noun}，"), _is(f"的{noun}{end}"), f"缺少“{end}”", False)
        for noun, end in (("基础", "上"), ("前提", "下"), ("过程", "中"), ("背景", "下"))
    ),
    # 召开动员部署，把任务分解到乡镇
    (Scanner(rf"(?<![会议])(?P<at>召开[^，。；：、会议次场]{{0,10}}(?:{_MET_FOR}))(?=[，。；])", sign="召开"), lambda match: match["at"] + "会议", "缺少“会”或“会议”", False),
    # 加强对民营医疗机构，重点规范收费
    (Scanner(lambda: rf"(?:加强|强化|加大)(?P<at>对[^，。；：、的]{{0,20}}{_watched()})(?=，)", sign=lambda: f"{_watched()}，"), lambda match: match["at"] + "的监管", "缺少宾语，请核对", True),
    # 多式联运为主线、以园区为载体
    (Scanner("(?:^|(?<=[，。；：]))(?P<at>[^以，。；、：“”]{2,24}为[\u3400-\u9fff]{2,4})(?=、以[^，。；、]{2,14}为[\u3400-\u9fff]{2,4}[、，])", sign="、以"), lambda match: match["at"] + "（补“以”）", "缺少“以”，请核对", True),
)
_VERBS: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 设施维护由管理所负责，游客疏导公司负责，
    (Scanner("由[^，。；：、]{2,16}负责[，；][^，。；：由]{2,16}由[^，。；：、]{2,16}负责[，；](?P<at>[^，。；：、由按各]{6,24}负责)(?=[，。；])", sign="负责"), lambda match: match["at"].removesuffix("负责") + "（补“由”）负责", "缺少“由”，请核对", True),
    # 20日前地下车库进行检查
    (
        Scanner(lambda: rf"日前(?P<at>[^，。；：将对把就由在向]{{2,30}}{_doer()})(?=进行(?:全面|集中|专项|逐一)?(?:检查|排查|整治|清理|改造|维修|检测|核查|评估|修缮))", sign="进行"),
        lambda match: "对" + match["at"],
        "缺少“对”，请核对",
        True,
    ),
    # 有计划、分步骤的推进防治
    (Scanner("(?P<at>(?<![\u3400-\u9fff])(?:[有分][\u3400-\u9fff]{1,2}|因地制宜|因[地村户]施策)的|(?:、|有)[有分][计步组重秩条批阶类][\u3400-\u9fff]{0,2}的)(?=(?:推进|开展|实施|组织|落实|推动|解决|做好|抓好)[\u3400-\u9fff]{2})(?<![者分部])", sign="的[推开实组落解做抓]"), lambda match: match["at"][:-1] + "地", "状语用“地”", True),
)
_ASKED: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 不少2次
    (Scanner(r"(?P<at>不[少低高大小早晚])(?=\d)"), lambda match: match["at"] + "于", "", False),
    # 按依法处理, 未批准不得动工
    (Scanner("(?P<at>按照?)(?=依[法规据])"), lambda match: "", "介词叠用", False),
    (Scanner("(?:^|(?<=[，。；]))(?P<at>未)(?=(?:批准|许可|同意|审批|核准|备案)(?:任何|不得|擅自|一律|，))", sign="未[批许同审核备]"), lambda match: "未经", "", False),
    # 于28日前于将报告报送, 由民政局由每月
    (Scanner(r"(?<![位关对由属低高大小少多等])于[^，。；：]{2,12}[前日底](?P<at>于)(?=将|把|向|报|[\u3400-\u9fff]{2})", sign="[前日底]于"), lambda match: "", "介词重复", False),
    (Scanner("由[^，。；：由自来理事]{2,16}(?P<at>由)(?=每|于|在|按|将|向|负责|牵头)", sign="由[每于在按将向负牵]"), lambda match: "", "介词重复", False),
    # 每月月初左右, 年底前后
    (
        Scanner("(?:每[月季年]|[月季年]|\\d月)(?:初|底|末|[上中下]旬)(?P<at>左右|前后|上下)|\\d日(?P<day>左右|前后|上下)(?=[，。；、完报提开组前举]|$)"),
        lambda match: "",
        "时点不用概数",
        True,
    ),
)
#: Frames of which one half is missing, and halves of two frames.
_LOST: tuple[tuple[Scanner, Callable[[re.Match[str]], str], str, bool], ...] = (
    # 自2026年7月1日施行
    (Scanner("(?:^|(?<=[，。；：（]))[^，。；：自]{0,16}自[^，。；：起]{2,14}(?P<at>日)(?=(?:正式)?(?:施行|实施|执行|生效))", sign="日(?:正式)?[施实执生]"), _is("日起"), "“自”与“起”搭配", False),
    # 除法律法规另有规定，
    (
        Scanner("(?:^|(?<=[，。；]))除(?P<at>(?:法律|国家|涉及|依法|另有|有特殊|特殊|因|确因?|上述|以上|下列|按|经|已|属于|遇)[^，。；：外]{2,30})(?=，)(?![^。；]*外)", sign="除"),
        lambda match: match["at"] + "外",
        "“除”与“外”搭配",
        False,
    ),
    # 从600元提高700元
    (Scanner(r"(?P<at>从[^，。；：到至]{0,16}\d[^，。；：到至]{0,10}(?:提高|增加|增长|提升|降低|下降|减少|扩大|调整|压缩|缩短))(?=\d)", sign="从"), lambda match: match["at"] + "到", "“从”与“到”搭配", False),
    # 在县委的坚强领导，
    (Scanner("(?:^|(?<=[，。；]))在[^，。；：]{2,24}的[\u3400-\u9fff]{0,4}(?P<at>领导|支持|指导|关心|帮助|配合|努力)(?=，)", sign="在"), lambda match: match["at"] + "下", "“在”与“下”搭配", False),
    # 在本次专项检查，共发现
    (Scanner("(?:^|(?<=[，。；]))在[^，。；：中时期前后]{2,14}(?P<at>检查|排查|督查|抽查|行动|整治)(?=，(?:共|发现|累计|查出))", sign="，[共发累查]"), lambda match: match["at"] + "中", "“在”与“中”搭配", False),
    # 以人民中心的发展思想
    (Scanner("以(?P<at>人民中心|(?:问.|目.|结果|需求|市场)导向|项.抓手)(?=的|[，、。])", sign="民中心|导向|抓手"), lambda match: f"{match['at'][:-2]}为{match['at'][-2:]}", "“以”与“为”搭配", False),
    # 对于对, 为了为
    (Scanner("(?P<at>对于对|为了为)(?=[\u3400-\u9fff])"), lambda match: match["at"][-1], "介词叠用", False),
    # 压缩至为3个工作日
    (Scanner(r"(?:压缩|缩短|减少|降低|提高|增加|调整|下降|上升|扩大|达|升|降)(?P<at>至为|到为|为至|为到|到至|至到)(?=[\d一二三四五六七八九十百])", sign="至为|到为|为至|为到|到至|至到"), _is("至"), "介词叠用", False),
    # 严厉严禁, 应当必须
    (Scanner("(?P<at>(?:严厉|严格|坚决)(?=严禁)|应当(?=必须)|必须(?=应当)|禁止(?=严禁)|可以(?=能够)|能够(?=可以))"), _is(""), "语义重复", False),
    # 市交通运输局由负责
    (Scanner(lambda: rf"(?P<at>由)(?=(?:负责|牵头|承担|配合)(?!人|的|{_nobody()})[\u3400-\u9fff]{{2,6}}[，。；])", sign="由[负牵承配]"), lambda match: "由（补负责的单位）", "缺少单位", False),
    # 将对逾期未整改的企业列入
    (Scanner("(?P<at>将对)(?=(?!进行|开展|予以|实施)(?:(?!进行|开展|予以|实施)[^，。；：]){2,24}(?:列入|纳入|移送|移交|认定为|评为|确定为))", sign="将对"), _is("将"), "介词叠用", True),
    # 经市人民政府，现将
    (Scanner("(?:^|(?<=[。；，]))(?P<at>经[^，。；：]{1,16}?(?:府|[市县区党]委|委会|党组))(?=，(?:现[就将]|决定|特))", sign="，[现决特]"), lambda match: match["at"] + "同意", "缺少“同意”或“研究”", False),
    # 进行了开展检查
    (Scanner("(?P<at>进行了?开展|开展了?进行)(?=[\u3400-\u9fff]{2})"), _is("开展"), "动词叠用", False),
    # 认真地的抓好
    (Scanner("(?:认真|切实|扎实|深入|全面|严格|积极|主动|及时|有效|稳步|持续|科学)(?P<at>地的|的地(?![方区块点段位下理带])|得地|地得)(?=[\u3400-\u9fff]{2})", sign="地的|的地|得地|地得"), _is("地"), "助词叠用", False),
    # 15妙内, 3200顿: behind a figure a character that sounds like a unit
    *(
        (Scanner(rf"(?<=[\d百千万亿])(?P<at>{written})(?=[，。；、）内以]|$)", sign=rf"[\d百千万亿]{written}"), _is(right), "同音误写", False)
        for written, right in (("妙", "秒"), ("园", "元"), ("母", "亩"), ("[顿墩]", "吨"), ("沪", "户"), ("俩", "辆"), ("抬", "台"), ("迷", "米"), ("小事", "小时"), ("平方迷", "平方米"), ("工作曰", "工作日"))
    ),
    # 给予一次性5万元
    (Scanner(r"给予(?P<at>一次性(?:\d[\d.]*[万]?元)?)(?=[，。；])", sign="一次性"), lambda match: match["at"] + "（补“奖励”“补助”等）", "缺少宾语", False),
)


def broken_frames(text: Running) -> Iterator[BrokenFrame]:
    """The broken frames of a running text."""
    for scanner, mended, note, doubtful in (*_DOUBLED, *_HALVES, *_VERBS, *_ASKED, *_LOST):
        for found in text.find(scanner, "title", "heading", "paragraph", "row"):
            group = "at" if found.match["at"] is not None else "day"
            yield BrokenFrame(found.at(group), mended(found.match), note, doubtful)
