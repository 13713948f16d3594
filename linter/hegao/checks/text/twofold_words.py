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
    # 一是请求请贵局
    (Scanner("(?:请求|恳请|敬请|拟请)请(?![示求教假柬愿功])", sign="[请求]请"), lambda match: match[0][:-1]),
)


def twofold_words(context: Context) -> Iterator[Hit]:
    """What stands twice in a row, or is said again by another word of the same sense."""
    text = context.once(running)
    for scanner, mended in _TWOFOLD:
        for found in text.find(scanner, "heading", "paragraph", "row"):
            at, right = found.at(), mended(found.match)
            yield Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, False))
