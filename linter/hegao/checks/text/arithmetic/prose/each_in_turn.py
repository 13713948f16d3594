"""So many in each of several that are named or counted (各): 2025年、2026年、2027年各建120千米, 两校各40人 (norms FIG-16).

The whole stands in the same sentence, in the same unit, and is that figure as many times as there are of what is named before 各.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences, near
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names, task_verbs

#: 各建, 各安排, 各选派: right before the figure.
_EACH = Pattern(r"各(?:自|新)?(?P<verb>[\u3400-\u9fff]{0,10})$")
_NO_EACH = Pattern(lambda: rf"[类级界项种地校单部]|{one_of(level_names('place'))}|不少于|不超过|至少|最多|约|前")
_NAMES = Pattern(r"[^，。；：、（）()]{1,16}(?:、[^，。；：、（）()]{1,16})+?(?:(?:和|及)[^，。；：、（）()]{1,16})?$")
_AND = Pattern("(?<=.)(?:和|及|与)(?=.)")
_COUNTED = Pattern(lambda: rf"{A_COUNT}(?:[个所家年期批组校地队片条座处名次轮场支班]|{one_of(level_names('place'))})")
_PAIR = Pattern(r"双方|两[\u3400-\u9fff]|上下半年|两[侧岸]")
_NO_WHOLE = Pattern(r"每|均|比(?![例重])|较(?![好大快强为差])|其中|占|另|各|约|不少于|不超过|至少|其余|剩余")
_MORE = Pattern("其余|另|分别|不等")
#: Who is named beside what is counted may be counted once more: 3个县的县长和局长各1人.
_SEVERAL = Pattern(r"\d[^，。；]{1,24}[和及、]")
#: What stands between two figures of which neither is the whole of the other.
_LISTED_WITH = Pattern(r"[^，。；：、\d]{0,16}(?:[、和及与]|以及)(?!(?:合计|共))[^，。；：、\d]{0,12}")
_ACROSS, _ALL_OF_IT = Pattern("[宽高深厚径长]"), Pattern("总|全|共")
_NEAR, _NAMED = 70, 4
_DOES = Pattern(lambda: one_of((*task_verbs(), "选派", "推荐", "选送", "派", "新", "设", "建", "配")))


def wrong_in_turn(context: Context) -> Iterator[Odd]:
    """Figures behind 各 that do not make up the whole of their sentence."""
    for sentence in context.once(figure_sentences):
        if "各" in sentence.value and len(sentence.told) >= 2 and not _MORE.search(sentence.value, sentence.start, sentence.end):
            for each in sentence.told:
                odd = _odd(sentence, each) if "各" in each.label else None
                if odd is not None:
                    yield odd
                    break


def _odd(sentence: Sentence, each: Told) -> Odd | None:
    match = _EACH.search(each.label)
    if match is None or _NO_EACH.search(match["verb"]) or each.one.rough or each.one.dimension in (PERCENT, POINTS) or not each.one.value:
        return None
    wholes = [told for told in sentence.told if told is not each and told.one.dimension == each.one.dimension and told.one.unit == each.one.unit]
    sound = [told for told in wholes if not told.one.rough and not _NO_WHOLE.search(told.label) and told.one.value > each.one.value]
    if len(wholes) != 1 or len(sound) != 1:
        return None
    whole = sound[0]
    if whole.one.start > each.one.end and _LISTED_WITH.fullmatch(sentence.between(each.one, whole.one)):
        return _with_others(sentence, each, each.one.start - len(each.label) + match.start())
    if _ACROSS.search(match["verb"]) and not _ALL_OF_IT.search(whole.label):
        # 车行道宽15米，两侧人行道各宽3.5米: the width of something else.
        return None
    if min(abs(whole.one.start - each.one.end), abs(each.one.start - whole.one.end)) > _NEAR:
        return None
    if sentence.value.startswith("（各", each.one.start - 2) and sentence.value[whole.one.start - 1] == "（" and sentence.value[whole.one.end : whole.one.end + 1] == "）":
        # 专业队（85人）……两支半专业队（各40人）: each tells its own.
        return None
    at = each.one.start - len(each.label) + match.start()
    if sentence.value[at - 1 : at] in "，；。" and len(match["verb"]) >= _NAMED and not _DOES.match(match["verb"]) and not Pattern(rf"[\d两三四五六七八九十]个?[\u3400-\u9fff]{{0,4}}{match['verb'][:2]}").search(sentence.value, sentence.start, at):
        # 分会场2个，各学院推荐代表2名: of something that is not counted here.
        return None
    counts = _counts(sentence.value[sentence.start : at], whole.one.start - sentence.start)
    if not counts:
        return None
    several = {one * other for one in counts for other in (1, *counts)}
    times = whole.one.value / each.one.value
    many = counts[-1]
    if times in several or times % many == 0 and _SEVERAL.search(sentence.value, sentence.start, at) or many < 2 or not many * 4 <= times * 10 <= many * 25:
        return None
    return Odd(sentence.at(each.one), f"{each.one.say(whole.one.value / many)}" if not whole.one.value % many else whole.one.say(each.one.value * many), [sentence.at(whole.one)])


_PERSONS, _IN_ALL = frozenset({"名", "人", "位"}), Pattern(r"(?:共|合计|总计)计?$")


def _with_others(sentence: Sentence, each: Told, at: int) -> Odd | None:
    """18个集体各派1名代表、32名个人参加，共52人: so many of each, and others side by side, against all of them."""
    whole = next((told for told in sentence.told if told.one.start > each.one.end and _IN_ALL.search(told.label) and told.one.unit in _PERSONS), None)
    others = [told.one for told in sentence.told if whole is not None and each.one.end <= told.one.start < whole.one.start]
    counts = _counts(sentence.value[sentence.start : at], -1)
    if whole is None or whole.one.rough or not others or len(counts) != 1 or any(one.unit not in _PERSONS for one in (each.one, *others)):
        return None
    right = each.one.value * counts[0] + sum(one.value for one in others)
    if not near(right, abs(right - whole.one.value)):
        return None
    return Odd(sentence.at(whole.one), whole.one.say(right), [sentence.at(one) for one in (each.one, *others)], False)


def _counts(words: str, whole: int) -> Sequence[int]:
    """How many things 各 may speak of; the ones right before it last."""
    found = [value_of(match["n"]) for match in _COUNTED.finditer(words) if match.start("n") != whole]
    if _PAIR.search(words):
        found.append(2)
    names = _NAMES.search(words)
    if names is not None:
        listed = names[0].count("、") + 1
        found += [listed + len(_AND.findall(names[0].rsplit("、", 1)[-1])), listed]
    return [count for count in found if count > 1]
