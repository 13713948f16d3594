"""Units, signs and words of one sense that stand side by side: 48号号, ÷÷, 早上上午, 每季度每三个月, 请求请, 情况的情况 (norms LAN-07)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import edit_at, running
from hegao.sources.scanner import Scanner

_TIMES = "早上|早晨|清晨|凌晨|上午|中午|下午|傍晚|晚上|夜间"

_TWOFOLD: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    # 15万元元, 320吨吨, 12号号; not 5个个体户, 3人人均, whose second begins another word.
    (Scanner(r"(?:(?<=\d)|(?<=\d[百千万亿]))(?P<unit>[元吨亩])(?P=unit)", sign="元元|吨吨|亩亩"), lambda match: match["unit"]),
    (Scanner(r"\d号号(?![召码称令])"), lambda match: match[0][:-1]),
    # 5月20日日前, 6月底前前, 42000余余户
    (Scanner(r"(?<=\d)日日(?=[前内起至])"), lambda match: "日"),
    (Scanner(r"(?:(?<=\d日)|(?<=底)|(?<=末))前前(?!后)"), lambda match: "前"),
    (Scanner(r"(?<=[\d百千万亿])(?P<more>[余多])(?P=more)", sign="余余|多多"), lambda match: match["more"]),
    # 3万万吨
    (Scanner(r"(?<=\d)(?P<unit>[十百千万亿])(?P=unit)", sign="十十|百百|千千|万万|亿亿"), lambda match: match["unit"]),
    # 建成了建成系统
    (Scanner("(?P<verb>[\u3400-\u9fff]{2})了(?P=verb)(?=[\u3400-\u9fff]{2})"), lambda match: match["verb"] + "了"),
    # 开展为残疾人开展适配评估
    (Scanner("(?P<verb>开展|组织|进行|实施|提供)(?P<kept>[为对向][^，。；：、的]{2,12}(?P=verb))"), lambda match: match["kept"]),
    # 20分钟以内内
    (Scanner("[以之]内内(?![部容设外河陆在])", sign="内内"), lambda match: match[0][:-1]),
    # 召开一次次，; not 一次次走访
    (Scanner("(?<=一)(?P<unit>[次个项批轮遍回])(?P=unit)(?=[，。；、）]|$)", sign="次次|个个|项项|批批|轮轮|遍遍|回回"), lambda match: match["unit"]),
    # 整改并且并造成
    (Scanner("(?P<kept>并且|而且|以及|或者|但是|因此|如果)(?P<one>[并且而以及或者但是因此如果])(?=[\u3400-\u9fff])(?<!或者者)(?<=并且并|而且且|而且而|以及以|以及及|或者或|但是但|因此因|如果如)(?![上下内外时其购网])"), lambda match: match["kept"]),
    # 会同同市财政局
    (Scanner("会同同(?=[市县区省州各有相])"), lambda match: "会同"),
    # 1月31日底前, 28日之前的前完成
    (Scanner(r"(?<=\d)日底前", sign="日底前"), lambda match: "日前"),
    (Scanner("[之以]前的前(?![提期后者一两三])"), lambda match: match[0][:-2]),
    # 12批批次
    (Scanner(r"(?<=[\d十百千万亿])(?P<unit>[批人户班车架件艘例])(?P=unit)(?=次)", sign="批批次|人人次|户户次|班班次|车车次|架架次|件件次|艘艘次|例例次"), lambda match: match["unit"]),
    # 一次1次
    (Scanner(r"[一二两三四五六七八九十](?P<kept>(?P<unit>[次个项批轮场名家户遍])\d{1,2}(?P=unit))", sign=r"[次个项批轮场名家户遍]\d"), lambda match: match[0][: match.start("kept") + 1 - match.start()]),
    # 甲÷÷乙
    (Scanner(r"(?<![÷＋＝±≥≤])(?P<sign>[÷＋＝±≥≤])(?P=sign)(?![÷＋＝±≥≤])"), lambda match: match["sign"]),
    # 早上上午
    (Scanner(rf"(?:{_TIMES})(?P<kept>{_TIMES})", sign="[午上间晚晨](?:早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜间)"), lambda match: match["kept"]),
    # 每季度每三个月
    (
        Scanner(r"(?P<kept>每(?:日|天|周|星期|旬|月|季度?|半年|年))每(?:[\d一二三四六七两十]+)?(?:日|天|周|星期|旬|个?月|季度?|半年|年度?)(?!级)"),
        lambda match: match["kept"],
    ),
    # 进展情况的情况
    (Scanner("(?P<noun>[\u3400-\u9fff]{2})的(?P=noun)(?=[，。；、：）]|$)|(?P<state>情况)的情况"), lambda match: match["noun"] or match["state"]),
)
#: Words said once more by themselves, or by a word of one sense.
_ONCE_MORE: tuple[tuple[Scanner, Callable[[re.Match[str]], str]], ...] = (
    # 无隐患后，后，由双方; 建立台账，并，并定期更新
    (Scanner("(?P<word>[后前时内外起止等的中])，(?P=word)，"), lambda match: f"{match['word']}，"),
    (Scanner("(?<=，)(?P<word>并且?|同时|但是?|且|要|应当?|须|及时|再|因此|所以|如|若|经|由|将|对|在|按|以便?)，(?P=word)(?=[\u3400-\u9fff]{2})(?<!在，在)"), lambda match: match["word"]),
    # 三道四道环节
    (
        Scanner("(?<![第\\d一二三四五六七八九十])(?P<first>[两二三四五六七八九]|[2-9])(?P<unit>[道个项条步次家名种类件轮批层级])(?P<second>[两二三四五六七八九十]|[2-9])(?P=unit)(?=[\u3400-\u9fff])", sign="[道个项条步次家名种类件轮批层级][两二三四五六七八九十2-9][道个项条步次家名种类件轮批层级]"),
        lambda match: match["second"] + match["unit"],
    ),
    # 研究研究解决
    (Scanner("(?P<verb>研究|讨论|商量|考虑|总结|帮助)(?P=verb)(?=解决|决定|[确制]定|提出|部署|同意|处理|提高|完善)"), lambda match: match["verb"]),
    # 在验收前前应当
    (Scanner(r"(?<![目当提空以眼跟从之年月日天])前前(?![后往期置来述提台列沿瞻进身任夕线方年海门端景山三两五十\d一二四六七八九半])"), lambda match: "前"),
    # 对于对, 由于由
    (Scanner("(?P<kept>对)于对(?=[\u3400-\u9fff])|(?P<due>由于)由(?![此来衷于])|(?P<aim>为了)为(?![何])"), lambda match: match["kept"] or match["due"] or match["aim"]),
    # 做好2026年年春季造林
    (Scanner(r"(?<=\d{4})年年(?![度报检审均初底末终中会内产利费薪化夜货级轻龄限假代复景味糕画关前满平])"), lambda match: "年"),
    # 15个工作日内以内
    (Scanner("(?<=[日月天时钟年])内[以之]内"), lambda match: "内"),
    # 3辆辆巡查车, 不不得, 每每季度, 5月8日日召开, 及其及
    (Scanner(r"(?<=\d)(?P<unit>[辆艘架幢栋盏扇套])(?P=unit)", sign="辆辆|艘艘|架架|幢幢|栋栋|盏盏|扇扇|套套"), lambda match: match["unit"]),
    (Scanner("不不(?=[得能应准予宜可属超低少再])"), lambda match: "不"),
    (Scanner("(?<!每)每每(?=[季月年周日半个])"), lambda match: "每"),
    (Scanner(r"(?<=\d)日日(?=[\u3400-\u9fff])(?![前内起至常均报用照程期历志夜后])"), lambda match: "日"),
    (Scanner("及其及(?=[\u3400-\u9fff])"), lambda match: "及其"),
    # 隧道等等等设施
    (Scanner("等等等+"), lambda match: "等"),
    # 加强加大对
    (Scanner("(?:加强(?=加大)|提高(?=提升)|提升(?=提高)|增强(?=提高|提升)|强化(?=加强)|加强(?=强化)|扩大(?=加大)|加大(?=加强))(?P<kept>加大|提升|提高|加强|强化)"), lambda match: match["kept"]),
    # 一是请求请贵局
    (Scanner("(?:请求|恳请|敬请|拟请)请(?![示求教假柬愿功])", sign="[请求]请"), lambda match: match[0][:-1]),
)


def twofold_words(context: Context) -> Iterator[Hit]:
    """What stands twice in a row, or is said again by another word of the same sense."""
    text = context.once(running)
    for scanner, mended in (*_TWOFOLD, *_ONCE_MORE):
        for found in text.find(scanner, "heading", "paragraph", "row"):
            at, right = found.at(), mended(found.match)
            span = at.span()
            if span.line == span.end_line and span.end_column - span.column > len(at.value):
                # Blanks to be filled in stand between: 1月12日　　　　　日.
                continue
            yield Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, False))
