"""Shares of a hundred (比例、权重、分值) and grades (分档): parts that make up all of a thing, bands that lie side by side (norms FIG-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, shown
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import PERCENT
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.exclusive_parts import complete_set
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HUNDRED = Decimal(100)
#: 省级承担60%: who bears a share; 权重40%: what weighs so much.
_BEARS = Pattern(lambda: rf"{one_of(figure_words('bears'))}|{one_of(level_names('bear'))}[级本]?(?:财政)?$")
_WEIGHS = Pattern(r"权重|占(?:总分|总成绩|总评|综合成绩|考核总分)?的?$|占比为?$|比重为?$")
_WEIGHING = Pattern(r"权重|总成绩|综合成绩|总评|总分|最终得分|综合得分|构成|按比例|部分组成|两部分|三部分|(?:合计|共计?|总和为?)100%")
_NO_SHARE = Pattern(r"不低于|不高于|不超过|以上|提高|增|减|降|上升|比(?![例重])|较(?![好大快强为差])|达|超|率|再|额外|奖励")
_RATIO = Pattern(r"(?<![\d:：∶])(?P<first>\d{1,3}(?:\.\d)?(?:[:：∶]\d{1,3}(?:\.\d)?){1,4})(?=的?比例|比例|的?标准|分担|分成|，|$)")


def wrong_shares(context: Context) -> Iterator[Odd]:
    """Shares that do not make up a whole, or not in the ratio (比例) that the sentence gives."""
    for sentence in context.once(figure_sentences):
        rates = sentence.of(PERCENT)
        if len(rates) == 1:
            odd = _by_ratio(sentence, rates)
            if odd is not None:
                yield odd
        if len(rates) >= 2:
            odd = _by_ratio(sentence, rates) or _of_hundred(sentence, rates) or _withheld(sentence, rates) or _in_turn(sentence, rates) or _too_much(sentence, rates)
            if odd is not None:
                yield odd


def _runs(sentence: Sentence, rates: Sequence[Told]) -> Iterator[list[Told]]:
    """Rates that follow one another with nothing but a mark and a label between."""
    run: list[Told] = []
    for told in rates:
        if run and not _JOINT.fullmatch(sentence.between(run[-1].one, told.one)):
            yield run
            run = []
        if not _ALL.search(told.label):
            run.append(told)
    if run:
        yield run


_REST = Pattern(r"其他|其它|其余")
_ALL = Pattern(r"合计|共|总和")
_JOINT = Pattern(r"(?:的?[^，、；。\d（）()]{0,6})?(?:[（(][^（）()\d]{1,20}[）)])?[，、和及][^，、；。\d]{1,20}")


def _by_ratio(sentence: Sentence, rates: Sequence[Told]) -> Odd | None:
    """按5∶3∶2的比例，省级承担50%、市级承担30%、县级承担20%."""
    ratio = _RATIO.search(sentence.value, sentence.start, rates[0].one.start)
    if ratio is None:
        return None
    parts = [Decimal(part) for part in Pattern("[:：∶]").split(ratio["first"])]
    if sum(parts) == 0 or len(rates) > len(parts):
        return None
    if len(parts) != len(rates):
        return _named_share(sentence, ratio, parts, rates)
    right = [part * 100 / sum(parts) for part in parts]
    odd = [(told, share) for told, share in zip(rates, right, strict=True) if abs(told.one.value - share) > told.one.step]
    if len(odd) == len(rates) and sum(told.one.value for told in rates) == _HUNDRED:
        return Odd(sentence.text.slice(*ratio.span("first")), f"{'、'.join(shown(share) for share in right)}（%）", [sentence.at(told.one) for told in rates])
    if not odd or len(odd) * 2 > len(rates) + 1:
        return None
    told, share = odd[0]
    return Odd(sentence.at(told.one), f"{shown(share)}%", [sentence.text.slice(*ratio.span("first"))])


def _named_share(sentence: Sentence, ratio: re.Match[str], parts: Sequence[Decimal], rates: Sequence[Told]) -> Odd | None:
    """按6∶5的比例分担，市级分担60%: not all shares are named, yet each must be one of the ratio."""
    right = [part * 100 / sum(parts) for part in parts]
    odd = [told for told in rates if _BEARS.search(told.label) and not any(abs(share - told.one.value) <= told.one.step for share in right)]
    if not odd or odd != list(rates):
        return None
    return Odd(sentence.text.slice(*ratio.span("first")), f"{'、'.join(shown(share) for share in right)}（%）", [sentence.at(told.one) for told in odd])


def _in_turn(sentence: Sentence, rates: Sequence[Told]) -> Odd | None:
    """分四次支付，比例分别为30%、30%、25%和15%."""
    for run in _in_order(sentence, rates):
        summed = sum((told.one.value for told in run), Decimal(0))
        if len(run) >= 3 and (_IN_TURN.search(run[0].label) or run[0].label in ("按", "按照") and run[-1].behind.startswith(("的比例", "比例"))) and _SHARED.search(sentence.value, sentence.start, sentence.end) and summed != _HUNDRED and 80 <= summed <= 125:
            return Odd(sentence.at(run[-1].one), f"{(_HUNDRED - summed + run[-1].one.value).normalize():f}%", [sentence.at(told.one) for told in run[:-1]])
    return None


def _in_order(sentence: Sentence, rates: Sequence[Told]) -> Iterator[list[Told]]:
    """Rates that nothing but a mark or 和 parts."""
    run: list[Told] = []
    for told in rates:
        if run and sentence.between(run[-1].one, told.one) not in ("、", "和", "，", "以及", "及"):
            yield run
            run = []
        run.append(told)
    yield run


def _too_much(sentence: Sentence, rates: Sequence[Told]) -> Odd | None:
    """理论考试占60%，操作考核占50%: shares side by side that are more than all."""
    for run in _runs(sentence, rates):
        summed = sum((told.one.value for told in run), Decimal(0))
        alike = len(run) >= 2 and all(_WEIGHS.search(told.label) and not told.one.rough for told in run)
        if alike and _HUNDRED < summed <= _MOST and not _OVERLAP.search("".join(told.label for told in run)) and run[-1].one is rates[-1].one:
            return Odd(sentence.at(run[-1].one), f"{(_HUNDRED - summed + run[-1].one.value).normalize():f}%（各项合计{summed.normalize():f}%）", [sentence.at(told.one) for told in run[:-1]], False)
    years = [told for told in rates if _OF_A_YEAR.fullmatch(told.label)]
    summed = sum((told.one.value for told in years), Decimal(0))
    climbs = all(one.one.value < other.one.value for one, other in pairwise(years))
    if len(years) == len(rates) and not climbs and len({told.label[_YEAR:] for told in years}) == 1 and _HUNDRED < summed <= _MOST:
        # 2026年改造60%，2027年改造50%: what climbs may be told up to each year.
        return Odd(sentence.at(years[-1].one), f"{(_HUNDRED - summed + years[-1].one.value).normalize():f}%（各年合计{summed.normalize():f}%）", [sentence.at(told.one) for told in years[:-1]], False)
    return None


_MOST = 140
_OF_A_YEAR, _YEAR = Pattern(r"20\d\d年(?!达|增|提|降|下|上|同)[\u3400-\u9fff]{2,6}"), 5
#: 党员占60%，女性占50%: one may be both.
_OVERLAP = Pattern(r"党员|女|男|少数民族|学历|职称|以上|以下|达标|优良|高新|规上|上市|出口|线上|其中|青年|骨干|涉及")
_IN_TURN, _SHARED = Pattern(r"(?:比例|权重|占比|比重)(?:分别|依次)(?:为|是|占)$"), Pattern(r"分[两三四五]|支付|拨付|分配|权重|构成|承担|分担|下达|组成")


def _withheld(sentence: Sentence, rates: Sequence[Told]) -> Odd | None:
    """付至97%，预留3%作为质量保证金: what is paid in the end and what is kept."""
    last, kept = rates[-2:]
    if not _PAID.search(last.label) or not _KEPT.search(kept.label) or last.one.rough or kept.one.rough or last.one.value + kept.one.value == _HUNDRED:
        return None
    return Odd(sentence.at(kept.one), f"{(_HUNDRED - last.one.value).normalize():f}%", [sentence.at(last.one)])


_PAID, _KEPT = Pattern(r"付[至到]|支付[至到]|拨[付]?[至到]"), Pattern(r"预留|留存|剩余|余下|其余|扣留|留取|留")


def _of_hundred(sentence: Sentence, rates: Sequence[Told]) -> Odd | None:
    for run in _runs(sentence, rates):
        if len(run) < 2 or any(told.one.rough or _NO_SHARE.search(told.label) for told in run):
            continue
        summed = sum((told.one.value for told in run), Decimal(0))
        labels = [told.label for told in run]
        bears = all(_BEARS.search(told.label) or _BEARS.search(told.behind) for told in run) and len({*labels}) == len(labels)
        weighs = all(_WEIGHS.search(label) for label in labels) and _WEIGHING.search(sentence.value, sentence.start, sentence.end) is not None
        whole = all("占" in label for label in labels) and (complete_set(labels) or len(labels) >= 3 and _REST.match(labels[-1]) is not None)
        slack = Decimal(0) if all(told.one.whole for told in run) else sum((told.one.step for told in run), Decimal(0)) / 2
        if abs(summed - _HUNDRED) <= slack or not 75 <= summed <= 130:
            continue
        # Of those who bear a cost one may go without saying; more than all of it is borne by nobody.
        if whole or weighs or bears and (summed > _HUNDRED or len(run) >= 3 and summed >= 85 and "其余" not in sentence.value):
            last = run[-1]
            right = _HUNDRED - (summed - last.one.value)
            return Odd(sentence.at(last.one), f"{right.normalize():f}%（各项合计{summed.normalize():f}%）", [sentence.at(told.one) for told in run[:-1]])
    return None


#: 制度建设20分、任务落实45分……满分100分.
_POINTS = Scanner(r"(?:满分|总分|共计?|合计|总计|总分值)(?:值)?(?:为)?(?P<whole>\d{2,4})分|百分制")
_POINT = Pattern(r"(?P<label>[^，、；：。\d（）()]{2,16}?)(?:[（(]|为|占|计|满分)?(?P<n>\d{1,3})分(?![钟~～—－-]|以)(?:[）)]|(?=[，、；。：和及]|$))")
_NO_POINT = Pattern(r"扣|加|减|得|每|满分|总分|低于|高于|不足|不满|达到|超过|至|合计|共(?!享|同|建|治|管)|总(?!结|量)|及格|以上|以下|最高|最低")


def wrong_points(context: Context) -> Iterator[Odd]:
    """Points of parts that do not make up all points."""
    for text, value in context.once(running_without_names).bearing(_POINTS, "heading", "paragraph"):
        several = list(_POINTS.pattern.finditer(value))
        if len(several) > 2:
            continue
        whole = next((int(match["whole"]) for match in several if match["whole"]), 100)
        begin = value.rfind("。", 0, several[0].start()) + 1
        end = value.find("。", several[-1].end())
        parts = [match for match in _POINT.finditer(value, begin, end if end >= 0 else len(value)) if int(match["n"]) < whole]
        if len(parts) < 3 or any(_NO_POINT.search(match["label"]) for match in parts):
            continue
        summed = sum(int(match["n"]) for match in parts)
        if summed != whole and whole * 80 <= summed * 100 <= whole * 125:
            last = parts[-1]
            at = next((text.slice(match.start("whole"), match.end("whole") + 1) for match in several if match["whole"]), text.slice(last.start("n"), last.end("n") + 1))
            yield Odd(at, f"{summed}分", [text.slice(match.start("n"), match.end("n") + 1) for match in parts])
