"""All of a hundred (百分之百): weights of a formula, what is paid in turn, what is left, rates that cannot be more (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.text.arithmetic.figure_sentences import label_before
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.checks.text.arithmetic.spoken_figures import Figures, figures_spoken
from hegao.document.model import Heading
from hegao.phrases.numbers import value_of
from hegao.phrases.quantities import PERCENT, Quantity
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HUNDRED = Decimal(100)
#: Sums further off are of other things.
_LEAST, _MOST = 70, 140


def wrong_hundreds(context: Context) -> Iterator[Odd]:
    """Rates that do not make up a whole, or are more than one."""
    # A formula may stand in quotation marks.
    for text, value in context.once(running).bearing(_WEIGHTED, "heading", "paragraph"):
        yield from _weights(text, value)
    for found in context.once(running_without_names).find(_IN_PROPORTION, "heading", "paragraph"):
        yield from _proportions(found)
    for found in context.once(running_without_names).find(_MADE_UP, "heading", "paragraph"):
        yield from (odd._replace(sure=False) for odd in _proportions(found))
    for found in context.once(running_without_names).find(_ALL_SHARES, "heading", "paragraph"):
        if found.match["shares"].count("%") == value_of(found.match["count"].replace("两", "二")):
            yield from (odd._replace(sure=False) for odd in _proportions(found))
    paid: dict[int, tuple[Text, Quantity]] = {}
    for passage in context.once(figures_spoken):
        if "%" in passage.value or "％" in passage.value:
            rates = [one for one in passage.named if one.dimension == PERCENT]
            yield from _left(passage, rates)
            yield from _too_great(passage, rates)
            yield from _in_parts(passage, rates)
            yield from _beside(passage, rates)
            several = [one for one in rates if _paid(passage.value, one)]
            if len(several) == 1:
                paid[passage.text.line] = passage.text, several[0]
    if len(paid) >= _FEWEST:
        yield from _in_items(context, paid)


#: 平时考核得分×60%＋年终考核得分×40%; a factor with its mark, on either side.
_FACTOR = r"[×✕xX*]\s*(?P<n>\d{1,3}(?:\.\d+)?)[%％]|(?P<m>\d{1,3}(?:\.\d+)?)[%％]\s*[×✕xX*]"
_TERM = Pattern(_FACTOR)
_WEIGHTED = Scanner(r"[×✕xX*]\s*\d{1,3}(?:\.\d+)?[%％]|\d[%％]\s*[×✕xX*]")
_PLUS = Pattern(r"[^＋+＝=。；，\n]{0,30}[＋+][^＋+＝=。；，\n]{0,30}")


def _weights(text: Text, value: str) -> Iterator[Odd]:
    """得分＝甲×60%＋乙×50%: the weights of the terms of one sum."""
    runs: list[list[tuple[int, int]]] = []
    end = -1
    for match in _TERM.finditer(value):
        name = "n" if match["n"] else "m"
        if end >= 0 and _PLUS.fullmatch(value, end, match.start()):
            runs[-1].append(match.span(name))
        else:
            runs.append([match.span(name)])
        end = match.end()
    for run in runs:
        summed = sum((Decimal(value[begin:stop]) for begin, stop in run), Decimal(0))
        if len(run) >= _FEWEST and summed != _HUNDRED and _LEAST <= summed <= _MOST:
            at = text.slice(run[-1][0], run[-1][1] + 1)
            right = _HUNDRED - summed + Decimal(value[slice(*run[-1])])
            yield Odd(at, f"{right.normalize():f}%（各项合计{summed.normalize():f}%）", [text.slice(begin, stop + 1) for begin, stop in run[:-1]])


#: 按我省60%、贵省40%的比例分担.
_IN_PROPORTION = Scanner(r"按照?(?P<shares>(?:[\u3400-\u9fff]{0,14}\d{1,3}(?:\.\d+)?[%％][、，和及]?){2,6})的?比例(?:分|承|负|出|安排|投入|共同)", sign=r"[%％]的?比例")
#: 三类项目占比分别为52%、33%、25%: all that there are.
_ALL_SHARES = Scanner(
    r"(?P<count>[两三四五六])[类项级种个][\u3400-\u9fff]{0,10}(?:占比|比重|比例|份额)[^，。；%\d]{0,4}分别[为占](?P<shares>\d{1,3}(?:\.\d+)?%(?:[、，和及]+\d{1,3}(?:\.\d+)?%){1,5})(?![\d.])", sign="分别[为占]"
)
#: 投入占比为市级50%、县级30%、镇级20%: who bears it, each with his share.
_MADE_UP = Scanner(
    lambda: rf"(?:占比|比重|比例|份额|构成)(?:分别)?(?:为|是)(?P<shares>(?:{one_of(level_names('bear'))}[级本]?(?:财政)?\d{{1,3}}(?:\.\d+)?%[、，和]){{1,4}}{one_of(level_names('bear'))}[级本]?(?:财政)?\d{{1,3}}(?:\.\d+)?%)(?![、，和]?[\u3400-\u9fff]{{1,6}}\d)",
    sign="(?:占比|比重|比例|份额|构成)(?:分别)?[为是]",
)
_SHARE = Pattern(r"(\d{1,3}(?:\.\d+)?)[%％]")


def _proportions(found: Found) -> Iterator[Odd]:
    """Shares by which something is borne or parted among all who are named."""
    start = found.match.start("shares")
    shares = list(_SHARE.finditer(found.match["shares"]))
    summed = sum((Decimal(share[1]) for share in shares), Decimal(0))
    if summed != _HUNDRED and _LEAST <= summed <= _MOST:
        places = [found.passage.slice(start + share.start(), start + share.end()) for share in shares]
        right = _HUNDRED - summed + Decimal(shares[-1][1])
        yield Odd(places[-1], f"{right.normalize():f}%（各项合计{summed.normalize():f}%）", places[:-1])


_FEWEST = 2
_REST = Pattern(r"(?:其余|剩余|余下|剩下)的?(?:部分|资金|款项|价款|价款的|合同价款)?(?:为|按|的)?$")
_NO_PART = Pattern(r"不低于|不高于|不超过|提高|增|减|降|上升|比(?![例重])|较(?![好大快强为差])|率")
#: How far before the rest its parts may stand.
_BEFORE = 90
_MOST_PARTS = 9


def _left(passage: Figures, rates: Sequence[Quantity]) -> Iterator[Odd]:
    """经费的80%按季支付；其余20%作为考核经费: a part, and what is left."""
    for index, (before, one) in enumerate(pairwise(rates)):
        if one.rough or before.rough or not _REST.search(label_before(passage.value, one)) or one.start - before.end > _BEFORE:
            continue
        others: list[Quantity] = []
        for other in reversed(rates[max(0, index - _MOST_PARTS) : index + 1]):
            if one.start - other.end > _BEFORE:
                break
            others.insert(0, other)
            if sum((part.value for part in others), one.value) == _HUNDRED:
                break
        else:
            summed = before.value + one.value
            paid = len(others) > 1 and all(_paid(passage.value, other) for other in others)
            summed = summed if len(others) == 1 else sum((part.value for part in others), one.value)
            if (len(others) == 1 or paid) and not _NO_PART.search(label_before(passage.value, before)) and _LEAST <= summed <= _MOST and summed != _HUNDRED:
                yield Odd(passage.at(one), f"{(_HUNDRED - summed + one.value).normalize():f}%", [passage.at(other) for other in others])


#: 覆盖率达到200%: what is told of all, and how it is told.
_OF_ALL = Pattern(r"(?P<name>[\u3400-\u9fff]{1,8}率)(?:均|都|全部)?(?:要|应当?|须|已)?(?:分别)?(?:达到?了?|为|是|保持在?|稳定在|提高到|提升到|提高至|不低于|不少于)?$")
_ROUND = Pattern("[约近超逾]")
#: Rates that may be above a hundred: of growth, of one thing to another.
_ABOVE = Pattern(r"增|速|完成|负债|收益|回报|产销|贷|溢价|利润|毛利|周转|拨备|充足|流动|利用|负荷|使用|占用|承载|毛入学|贡献|效率|杠杆|担保|倍|换手|成交|上座|入住|自给|赔付|超|扩|收缴|征收|入库|兑付|执行|偿付|转化|保障|保值|储备|产能|达产|履约|渗透|转换|补偿|响应|变动|消费|投入|对外|依存|抚养|弥补|费用|成本")


def _too_great(passage: Figures, rates: Sequence[Quantity]) -> Iterator[Odd]:
    """A rate of what is covered, checked or mended, above a hundred."""
    for one in rates:
        named = _OF_ALL.search(label_before(passage.value, one)) if one.value > _HUNDRED and not (one.rough and _ROUND.search(passage.value, one.start - 1, one.start)) else None
        if named is not None and not _ABOVE.search(named["name"]):
            yield Odd(passage.at(one), "不超过100%", [])


_PAID = Pattern(r"(?:拨付|支付|付款|付|预付|兑付|核拨|缴纳|下达|发放)(?:[^，。；：、\d至到]{0,8}的)?$")
_PARTS = Pattern(r"分(?P<n>[两二三四五六]|\d)(?:期|次|批|个阶段|阶段|年|笔)")
_IN_FULL = Pattern(r"至|到|不低于|不少于|不超过")


def _paid(value: str, one: Quantity) -> bool:
    label = label_before(value, one)
    return not one.rough and _PAID.search(label) is not None and _IN_FULL.search(label) is None


def _in_parts(passage: Figures, rates: Sequence[Quantity]) -> Iterator[Odd]:
    """分两期拨付：启动后拨付60%，验收合格后拨付30%: less than all, in as many parts as are said."""
    several = [one for one in rates if _paid(passage.value, one)]
    said = _PARTS.search(passage.value, 0, several[0].start) if len(several) >= _FEWEST else None
    if said is not None and len(several) == value_of(said["n"]) and len(several) == len(rates):
        summed = sum((one.value for one in several), Decimal(0))
        if _LEAST <= summed < _HUNDRED or len(several) == _FEWEST and _HUNDRED < summed <= _MOST:
            yield _of_all(passage.at(several[-1]), summed, several[-1], [passage.at(one) for one in several[:-1]])


#: 日常工作占40%，专项工作占35%，群众评价占25%: shares side by side, with nothing else told between.
_SHARE_OF = Pattern(r"(?:占(?:比|总分)?|权重|比重)(?:为)?$")
_NEXT = Pattern(r"(?:的?(?:权重|比重|分值))?[，、；,](?:[^，。；：、（）()\d]|[（(][^（）()\d]{1,20}[）)]){1,24}")
_WHOLE_TOLD = Pattern("百分制|由|构成|组成|权重|评分|计分|考核|评价|成绩|得分|结构|分别")
_THREE, _ROUND_WEIGHT = 3, 5
_NEARLY = (Decimal(85), Decimal(115))


def _beside(passage: Figures, rates: Sequence[Quantity]) -> Iterator[Odd]:
    """Three and more shares that follow one another and nearly make up a whole."""
    run: list[Quantity] = []
    for one in (*rates, None):
        goes_on = one is not None and not one.rough and _SHARE_OF.search(label_before(passage.value, one)) is not None
        if one is not None and goes_on and (not run or _NEXT.fullmatch(passage.value, run[-1].end, one.start)):
            run.append(one)
            continue
        summed = sum((part.value for part in run), Decimal(0))
        off = abs(summed - _HUNDRED)
        if len(run) >= _THREE and off > sum((part.step for part in run), Decimal(0)) / 2 * (run[0].step < 1) and _NEARLY[0] <= summed <= _NEARLY[1]:
            begin = max(passage.value.rfind("。", 0, run[0].start), 0)
            # 考勤占40%，研讨占20%，测试占30%。总成绩……: round weights, or what they are weights of, before or behind them.
            weights = all(part.value % _ROUND_WEIGHT == 0 for part in run)
            if summed != _HUNDRED and (summed > _HUNDRED or weights or _WHOLE_TOLD.search(passage.value, begin, run[0].start)):
                yield _of_all(passage.at(run[-1]), summed, run[-1], [passage.at(part) for part in run[:-1]])._replace(sure=False)
        run = [one] if one is not None and goes_on else []


def _of_all(at: Text, summed: Decimal, last: Quantity, others: Sequence[Text]) -> Odd:
    return Odd(at, f"{(_HUNDRED - summed + last.value).normalize():f}%（各期合计{summed.normalize():f}%）", others)


#: 超过5000元、不超过20000元的部分，支付40%: each band has a rate of its own.
_BAND = Pattern(r"(?:超过|不满|不足|以[上下]|以内)[^。；]{0,20}部分|部分[^。；]{0,8}(?:超过|以[上下])")


def _in_items(context: Context, paid: Mapping[int, tuple[Text, Quantity]]) -> Iterator[Odd]:
    """（一）签订合同后支付30%；（二）验收合格后支付60%: one instalment in each item."""
    seen: set[object] = set()
    for node in context.document.of("heading"):
        if not isinstance(node, Heading) or node.numbering in seen or node.style in _WHOLE_PARTS:
            continue
        seen.add(node.numbering)
        found = [paid[heading.line] for heading in node.numbering.headings if heading.line in paid]
        if len(found) < _FEWEST or len(found) != len(node.numbering.headings):
            continue
        summed = sum((one.value for _text, one in found), Decimal(0))
        if summed != _HUNDRED and _LEAST <= summed <= _MOST:
            if all(_BAND.search(text.value) for text, _one in found):
                continue
            text, last = found[-1]
            yield _of_all(text.slice(last.start, last.end), summed, last, [text.slice(one.start, one.end) for text, one in found[:-1]])


#: What is numbered so is no list of payments.
_WHOLE_PARTS = ("part", "chapter", "section", "han")
