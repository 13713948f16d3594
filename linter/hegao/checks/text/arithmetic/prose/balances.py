"""Balances (收支余缺): a whole, what of it is done, and what is left; a level, how far it lies above another, and that one (norms FIG-16).

All of them say that the greatest of three figures is the sum of the two others.  The words beside the figures must tell that they are
so meant, no other figure of the kind may stand among them, and they must miss it by little: then one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, pairwise

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.apart_words import REST_UNTOLD, sets_apart
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, near, rounding
from hegao.checks.text.arithmetic.prose.partitions import turned
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.quantities import PERCENT, POINTS, find_quantities
from hegao.sources.lazy_pattern import Pattern
from hegao.words.exclusive_parts import complete_set
from hegao.words.figure_words import figure_words
from hegao.words.patterns import one_of

#: What is left of a whole, or lacks to one.
_LEFT = Pattern(lambda: one_of(figure_words("left")))
_DONE = Pattern(lambda: one_of(figure_words("done")))
_PLANNED = Pattern(lambda: rf"{one_of(figure_words('whole'))}|全[\u3400-\u9fff]")
#: Words by which a figure is none of a balance.
_APART = Pattern(r"比(?![例重])|较(?![好大快强为差])|占|同比|率|均|每|约|其中|各(?![类项级种界])|最[高低大多]|新增|累计|同期|上年|去年|至少|以上|分别|增长|减少|下降|再|另|此外|预计|超")
#: A level against another one: what says that a figure is the difference of two.
_CHANGE = Pattern(lambda: one_of(figure_words("change")))
_LEVEL = Pattern(lambda: rf"{one_of(figure_words('level'))}|20\d\d年")
_FAR = 40


def unbalanced(context: Context) -> Iterator[Odd]:
    """Figures of the running text that a balance contradicts."""
    for sentence in context.once(figure_sentences):
        if len(sentence.told) >= 3 and not REST_UNTOLD.search(sentence.value, sentence.start, sentence.end):
            yield from _unbalanced(sentence)


def _unbalanced(sentence: Sentence) -> Iterator[Odd]:
    for dimension in dict.fromkeys(told.one.dimension for told in sentence.told):
        if dimension in (PERCENT, POINTS):
            continue
        several = _outer(sentence.of(dimension))
        if len(several) < 3:
            continue
        odd = _denied(sentence, several)
        if odd is None and any(told.one.rough for told in several):
            continue
        odd = odd or _left(sentence, several) or _changed(sentence, several) or _shared_out(sentence, several) or _shared_by_name(sentence, several) or _summed_up(sentence, several) or _moved(sentence, several)
        if odd is not None and not _shares_out(sentence, several):
            yield odd


def _outer(several: list[Told]) -> list[Told]:
    """Without the parts told last that are to the last digit what one before them is: 计划500户，完成260户，其中一季度120户、二季度140户."""
    for index in range(1, len(several) - 2):
        if sum(told.one.value for told in several[index + 1 :]) == several[index].one.value:
            return several[: index + 1]
    return several


def _shares_out(sentence: Sentence, several: Sequence[Told]) -> bool:
    """Whether the figures of a sentence, all together, are one told before it: 立案148件。其中，超限72件、营运39件、维修21件、其他16件."""
    summed = sum((told.one.value for told in several), Decimal(0))
    return any(one.value == summed and one.dimension == several[0].one.dimension for one in find_quantities(sentence.value[: sentence.start]))


def _close(sentence: Sentence, several: Sequence[Told]) -> bool:
    return all(other.one.start - one.one.end <= _FAR for one, other in pairwise(several))


def _left(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """应到215人，实到203人，请假10人; 收入3460万元，支出3285万元，结余185万元."""
    for last in range(2, len(several)):
        left = several[last]
        if not _LEFT.search(left.label or left.behind) or sets_apart(_APART, left.label) or _explained(several):
            continue
        for first in range(last - 2, -1, -1):
            whole, parts = several[first], several[first + 1 : last]
            if sets_apart(_APART, whole.label) or any(sets_apart(_APART, part.label) for part in parts):
                continue
            if not (_PLANNED.search(whole.label) and all(_DONE.search(part.label + part.behind) or _LEFT.search(part.label) for part in parts)):
                continue
            if _close(sentence, several[first : last + 1]):
                return _sum_of(sentence, several[first : last + 1], left, _TARGET.search(whole.label) is not None)
    return _short(sentence, several) if len(several) == 3 else None


def _short(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """日供水能力15万吨，日需水量18.5万吨，缺口3.5万吨: what lacks stands behind what there is and what there should be."""
    first, second, left = several
    if _LACKS.search(first.label) and _NEEDED.search(second.label) and _DONE.search(left.label):
        # 缺口1200万元（总需求4800万元，已落实3600万元）
        return _sum_of(sentence, several, first)
    if not _LACKS.search(left.label) or any(sets_apart(_APART, told.label) for told in several) or not _close(sentence, several):
        return None
    needed = [told for told in (first, second) if _NEEDED.search(told.label)]
    return _sum_of(sentence, several, left) if len(needed) == 1 else None


_TARGET = Pattern(r"应|核定|计划|拟|任务|目标|预算|定员|定编|额度")
_LACKS, _NEEDED = Pattern(r"缺口|缺额|缺|不足|差额"), Pattern(r"需|应|计划|总投资|预算|核定|标准")


def _sum_of(sentence: Sentence, several: Sequence[Told], blamed: Told, target: bool = False) -> Odd | None:
    """The figure to blame, where the greatest is not the sum of the others but nearly so."""
    greatest = max(several, key=lambda told: told.one.value)
    others = [told for told in several if told is not greatest]
    summed = sum((told.one.value for told in others), Decimal(0))
    off = abs(summed - greatest.one.value)
    # What is planned is planned to the last: 2万个.
    if off <= (0 if target else rounding(several)):
        return None
    if not (near(greatest.one.value, off) or turned(greatest.one.value, summed)):
        return None
    rest = sum((told.one.value for told in others if told is not blamed), Decimal(0))
    right = summed if blamed is greatest else greatest.one.value - rest
    if right <= 0:
        return None
    return Odd(sentence.at(blamed.one), blamed.one.say(right), [sentence.at(told.one) for told in several if told is not blamed])


def _explained(several: Sequence[Told]) -> bool:
    """Whether some figure is the sum of two or more others."""
    values = [told.one.value for told in several][:8]
    return any(sum(parts) in values for size in range(2, len(values)) for parts in combinations(values, size))


def _changed(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """较上年末净增2.1万人，上年末为56.1万人; 由2.8元调整为3.2元，上调0.4元; 比计划5000亩超额600亩."""
    if len(several) != 3 or not _close(sentence, several):
        return None
    changes = [told for told in several if _CHANGE.search(_last_words(told.label)) and not _IS_LEVEL.search(told.label)]
    if len(changes) != 1:
        return None
    change = changes[0]
    levels = [told for told in several if told is not change]
    from_to = ("由" in levels[0].label or "从" in levels[0].label) and _TO.search(levels[1].label) is not None
    limit = max(told.one.value for told in levels) if from_to else min(told.one.value for told in levels)
    if not any(_LEVEL.search(told.label) for told in levels) or change.one.value >= limit:
        return None
    if any(_NOT_THE_SAME.search(told.label) for told in several) and not from_to:
        return None
    return _sum_of(sentence, several, change)


def _denied(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """报名236人，通过212人，不通过24人: a whole, what is so of it, and what is not."""
    for whole, part, rest in zip(several, several[1:], several[2:]):
        if any(told.one.rough for told in (whole, part, rest)) or not (_negates(rest.label, part.label) or _negates(_said_behind(sentence, rest), _said_behind(sentence, part))) or not _close(sentence, (whole, part, rest)):
            continue
        if sets_apart(_NOT_THE_SAME, whole.label) or sets_apart(_APART_OF_PARTS, part.label + rest.label) or _LEVEL_OF_REST.search(whole.label):
            continue
        return _sum_of(sentence, (whole, part, rest), rest)
    return None


_LEVEL_OF_REST = Pattern(r"此前|上年|去年|同期|原")


def _said_behind(sentence: Sentence, told: Told) -> str:
    """What is said of a figure behind it, to the next mark: 6个县（区）完成任务."""
    clause = _CLAUSE.match(sentence.value, told.one.end, sentence.end)
    return clause[0] if clause else ""


_CLAUSE = Pattern(r"[^，。；、\d]*")


def _negates(one: str, other: str) -> bool:
    """Whether a label says that it is not so what another says that it is: 不通过, 审查通过."""
    denied = _DENIED.search(one)
    return denied is not None and denied["stem"] in other and _DENIED.search(other) is None


_DENIED = Pattern(r"(?:尚?未(?:能)?|不|没有)(?:完成|实现|按时|按期)?(?P<stem>[\u3400-\u9fff]{2})(?:[\u3400-\u9fff]{0,4})$")


def _last_words(label: str) -> str:
    return label[-8:]


_TO = Pattern(r"[到至为]$")
_IS_LEVEL = Pattern(r"(?:[到至为]|变成)$|其中")
_NOT_THE_SAME = Pattern(r"其中|每|占|率|均|分别|各(?![类项级种界])|另|此外|同时|累计")


def _shared_out(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """占地45亩，建设用地32亩、绿化用地9亩、道路用地6亩: a whole at the head of its parts, which are alike by their names."""
    whole, parts = several[0], several[1:]
    if not _close(sentence, several) or any(sets_apart(_APART_OF_PARTS, part.label) for part in parts):
        return None
    if any(part.one.value > whole.one.value for part in parts) or sets_apart(_APART_OF_PARTS, whole.label):
        return None
    if all(sentence.value[told.one.end : told.one.end + 1].isdigit() for told in (whole, parts[0])):
        # 交通9起7人，建筑4起4人，其他1起: the first is one of them, told by the same two figures.
        return None
    labels = [part.label for part in parts]
    whole_set = complete_set(labels)
    tails = {label[-2:] for label in labels}
    alike = len(parts) >= 3 and len(tails) == 1 and len(labels[0]) >= 3 and len({*labels}) == len(labels)
    alike = alike or len({_NUMERAL.sub("N", label) for label in labels}) == 1 and len({*labels}) == len(labels) and _NUMERAL.search(labels[0]) is not None
    alike = alike or "共" in whole.label and len({label[:3] for label in labels}) == 1 and all(label.endswith("的") for label in labels)
    alike = alike or len(parts) >= 3 and all(label.endswith("的") for label in labels) and "共" in whole.label
    alike = alike or len(parts) == 2 and whole.behind.endswith("中") and len(tails) == 1 and min(map(len, labels)) >= 4
    # What is called the others leaves nothing out.
    alike = alike or _OTHERS.match(labels[-1]) is not None
    alike = alike or _IN_ALL.search(whole.label) is not None and all(_SOURCE.search(label) for label in labels)
    if not whole_set and not alike:
        return None
    greatest = whole.one.value
    summed = sum((part.one.value for part in parts), Decimal(0))
    off = abs(summed - greatest)
    if off <= rounding(several):
        return None
    if not (near(greatest, off) or turned(greatest, summed) or whole_set and off * 4 <= greatest):
        return None
    return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(part.one) for part in parts])


def _shared_by_name(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """现存棉被4800床、折叠床2600张，其中甲仓库棉被1800床，乙仓库棉被…: parts that bear the name of the whole."""
    for index, whole in enumerate(several):
        name = whole.label[-2:]
        parts = [part for part in several[index + 1 :] if part.label.endswith(name)]
        if len(name) < 2 or not (len(parts) >= 2 and "其中" in parts[0].label) or len(several) == len(parts) + 1 or not _HAN.fullmatch(name):
            continue
        if any(sets_apart(_APART_OF_PARTS, told.label) or told.one.value >= whole.one.value for told in parts):
            continue
        if whole.one.value in accumulate(told.one.value for told in several[index + 1 :]):
            # 管道56千米，其中市政管道21千米、庭院管道29千米、立管6千米: not every part bears the name.
            continue
        summed = sum((part.one.value for part in parts), Decimal(0))
        off = abs(summed - whole.one.value)
        if off > rounding([whole, *parts]) and near(whole.one.value, off):
            return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(part.one) for part in parts])
    return None


_NUMERAL = Pattern(r"(?<=第)[一二三四五六七八九十]|[一二三四五六](?=[期批段类级])")
_HAN = Pattern(r"[\u3400-\u9fff]+")
_OTHERS = Pattern(r"其[他它余](?!中)|剩余")
_IN_ALL = Pattern(r"总投资|总额|总造价|概算|共需|共计|预算|资金")
_SOURCE = Pattern(lambda: rf"{one_of(figure_words('payer'))}[^，。；]{{0,6}}{one_of(figure_words('paid'))}")
_APART_OF_PARTS = Pattern(r"比(?![例重])|较(?![好大快强为差])|同比|率|均|每|新增|同期|上年|去年|增长|减少|下降|再|另|此外|预计|超|原")


def _summed_up(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """一期1.1亿元，二期0.9亿元，三期0.7亿元，总投资2.7亿元: a sum behind all its parts."""
    parts, whole = several[:-1], several[-1]
    if not _SUMMED.search(whole.label) or not _close(sentence, several) or any(sets_apart(_NO_ADDEND, part.label.removeprefix("其中") if part is parts[0] else part.label) or _SUMMED.match(part.label) and "分别" not in part.label for part in parts):
        return None
    if any(part.one.value >= whole.one.value for part in parts) or sets_apart(_NO_ADDEND, whole.label):
        return None
    summed = sum((part.one.value for part in parts), Decimal(0))
    off = abs(summed - whole.one.value)
    if off <= rounding(several) or not (near(whole.one.value, off) or turned(whole.one.value, summed)) or _explained(several) and not _HEADED.search(parts[0].label):
        return None
    return Odd(sentence.at(whole.one), whole.one.say(summed), [sentence.at(part.one) for part in parts])


_SUMMED = Pattern(r"^(?:以上)?(?:[两三四五六七八九十]+[^，。；]{1,4})?(?:共计?|合计|总计|总共|总(?:投资|额|数|金额|面积|长度?|里程|造价|规模|人数)|全长|累计)[^，。；、]{0,8}$|^[^，。；、]{2,4}总(?:人?数|面积|额|量)$|^[^，。；、]{2,6}(?:合计|共计|总计|全长|总长度?|总里程|总投资|总造价)$")
#: Who heads a body is told first of all its members.
_HEADED = Pattern(r"(?:组长|主任|主席|会长|主编|队长|指挥长?|召集人|理事长|团长)$")
_NO_ADDEND = Pattern(r"比(?![例重])|较(?![好大快强为差])|占|同比|率|均|每|各(?![类项级种界])|其中|同期|上年|去年|原(?![则料因])|(?<!新)增|减|超|至少|最[高低]|至$|到$")


def _moved(sentence: Sentence, several: Sequence[Told]) -> Odd | None:
    """年初826家，新注册54家，注销12家，年底共有868家: what there was, what came, what went, what there is."""
    for came, went, net in zip(several, several[1:], several[2:]):
        if _CAME.search(came.label) and _WENT.search(went.label) and _NET.match(net.label) and not any(sets_apart(_NOT_NET, told.label) for told in (came, went)):
            return _net(sentence, came, went, net)
    was, now, moved = several[0], several[-1], several[1:-1]
    if len(moved) < 2 or not _WAS.search(was.label) or not _IS.search(now.label) or not _close(sentence, several):
        return None
    signs = [1 if _CAME.search(told.label) else -1 if _WENT.search(told.label) else 0 for told in moved]
    if 0 in signs or -1 not in signs or 1 not in signs:
        return None
    right = was.one.value + sum((sign * told.one.value for sign, told in zip(signs, moved, strict=True)), Decimal(0))
    off = abs(right - now.one.value)
    if off <= rounding(several) or not (near(right, off) or turned(now.one.value, right)):
        return None
    return Odd(sentence.at(now.one), now.one.say(right), [sentence.at(told.one) for told in several[:-1]])


def _net(sentence: Sentence, came: Told, went: Told, net: Told) -> Odd | None:
    right = abs(came.one.value - went.one.value)
    off = abs(right - net.one.value)
    if not right or off <= rounding((came, went, net)) or not (_NET_ALONE.match(net.label) or near(max(came.one.value, went.one.value), off)):
        return None
    return Odd(sentence.at(net.one), net.one.say(right), [sentence.at(came.one), sentence.at(went.one)])


_NET_ALONE = Pattern(r"净(?:增|减|流|转)")
_NET = Pattern(r"净(?:增|减|流|转|出|收)|(?:贸易)?[顺逆]差|(?:当期|当年|本期|本年|本年度|收支)?(?:结余|盈余|节余|亏损)$|自然增长(?!率)")
_NOT_NET = Pattern(r"比(?![例重])|较(?![好大快强为差])|增长|下降|其中|累计|均|每")
_WAS, _IS = Pattern(r"底|末|初|原有|原(?![则料因])|上年|上期|结转"), Pattern(r"现有|共有|达到|总数|底|末|为$|结余|余额|实有|有$")
_CAME, _WENT = Pattern(lambda: one_of(figure_words("came"))), Pattern(lambda: one_of(figure_words("went")))
