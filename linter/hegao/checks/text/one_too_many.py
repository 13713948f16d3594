"""What stands once too often: a character typed twice (整改改方案), a word before the word that begins with it (应急管理管理局)."""

from __future__ import annotations

from hegao.checks.text.names_in_runs import may_be_name
from hegao.sources.lazy_pattern import Pattern
from hegao.words.parting import cost_alone, cost_in_words
from hegao.words.word_costs import is_pair, looseness, word_cost, words_from

_NO_HAN = Pattern("[^\u3400-\u9fff]")
#: What follows a noun that ends its phrase; before anything else the second of a double may begin a compound.
ENDS_PHRASE = "的了和与及或等在于由为是应要可将已等，。；：、！？）”》〉〕\ue000"
#: What names of bodies end with: 司法局局负责.
_OFFICES = "局厅委站所"
#: 审查意见|见附件2.
_SEE = Pattern("见(?:附[件表图]|[表图第上下后前《])")
#: What is built or stands in the ground, and what is measured or told of it: 护坡|坡比, 水库|库容, 大桥|桥面.
_BUILT = frozenset("坡坝堤渠桥井管路墙河闸槽厂库塘沟岸洞隧轨柱梁板桩孔罐塔杆泵阀港湖江林田地窗门房楼站场车船床")
_OF_BUILT = frozenset("比率面度脚顶长高宽深径厚距体身壁口底首尾容区段型位")
#: What qualifies the word behind it: 创新|新|技术.
_QUALIFY = "新旧高低大小老长短多好"
#: So many characters before and behind decide.
_AROUND = 6
#: By how much the words around must be more usual with one of the two, as a natural logarithm; less where the first ends a usual word
#: and the second begins none, more where it may begin one.
_MARGIN, _MARGIN_BEHIND_WORD, _MARGIN_BEFORE_WORD = 9.5, 8.0, 11.0
#: What a character costs at least that is hardly a word of its own.
_OWN_WORD = 7.5
#: What a word costs that is a rare one.
_RARE, _VERY_RARE = 12.5, 16.0
#: The head of a body stands behind its last character: 设计院院长.
HEAD = "长"
#: Behind these a word may be a verb that has the longer word for its object: 做好服务服务业, 由管理管理人员.
_BEFORE_VERB = ("做好", "抓好", "加强", "强化", "开展", "完善", "优化", "提升", "改进", "规范", "负责", "承担", "参与", "从事", "实行", "支持", *"由对向为的和与及或并可应要须将被把来去以能会各")


def one_too_many(text: str, start: int) -> bool:
    """Whether a character that stands twice, from ``start``, is to stand once."""
    c, left, right = text[start], text[max(0, start - 3) : start], text[start + 2 : start + 5]
    doubled = left[-2:-1] == left[-1:] or right[:1] == right[1:2] != ""
    # Units behind figures are told as such: 15万元元, 5个个体户.
    if c in _BUILT and right[:1] in _OF_BUILT and is_pair(left[-1:] + c):
        return False
    if doubled or any("0" <= one <= "9" for one in left) or _SEE.match(text, start + 1):
        return False
    return not is_pair(c + c) and _ends_and_stands(left, c, right) or _costs_more(text, start)


def _ends_and_stands(left: str, c: str, right: str) -> bool:
    """Whether it ends the word before it and then stands once more, with nothing that it could begin: 拨付付和, 以来来财政."""
    if not (is_pair(left[-1:] + c) or c in _OFFICES and len(left) > 2) or is_pair(c + right[:1]) or (word_cost(c + right[:1]) or _VERY_RARE) < _VERY_RARE:
        return False
    return not right or right[0] in ENDS_PHRASE or c not in _QUALIFY and is_pair(right[:2])


def _costs_more(text: str, start: int) -> bool:
    """Whether the words around are far more usual with it standing once: 社会保障障局, 主要负责责人."""
    c, behind = text[start], text[start + 2 : start + 3]
    first, last = start, start + 2
    while first > max(0, start - _AROUND) and "\u3400" <= text[first - 1] <= "\u9fff":
        first -= 1
    while last < min(len(text), start + _AROUND + 2) and "\u3400" <= text[last] <= "\u9fff":
        last += 1
    if first == start or last == start + 2 or behind == HEAD or text.count(c + c) > 1:
        return False
    run = text[first:last]
    # Of traditional characters nothing is counted; what is often a word of its own is one behind another, too: 创新|新|技术.
    if not all(words_from(one).costs for one in run) or cost_alone(c) < _OWN_WORD:
        return False
    more = cost_in_words(run) - cost_in_words(run[: start - first] + run[start - first + 1 :])
    begins, ends = word_cost(c + behind), word_cost(text[start - 1 : start + 1])
    if begins is not None and (begins <= _RARE or ends is not None):
        margin = _MARGIN_BEFORE_WORD
    else:
        margin = _MARGIN_BEHIND_WORD if begins is None and ends is not None and ends <= _RARE else _MARGIN
    if more < margin:
        return False
    return not may_be_name(text, start, start + 2) and not may_be_name(text, start + 1, start + 2)


def said_of_one(text: str, start: int, end: int) -> bool:
    """Whether a word that stands twice, the second time as the head of a longer one, belongs to what is before it: 应急管理管理局.

    It does not where a clause begins with it or a verb is asked for, which then has the longer word for its object: 做好服务服务业.
    """
    before = text[max(0, start - 2) : start]
    return end - start == 4 and len(before) == 2 and all("\u3400" <= one <= "\u9fff" for one in before) and not before.endswith(_BEFORE_VERB)


#: What a word costs at most that is a usual one.
_USUAL = 13.0
#: So many characters before and behind tell how it is parted; what makes no difference there.
_NEAR, _EVEN = 4, 0.1
#: How loosely two characters stand side by side that hardly ever do.
_NEVER = 2
#: What makes a longer word of many: 企业|企业家, 服务|服务业, 管理|管理局.
_QUOTED = frozenset("”』」")
_SUFFIXES = frozenset("主者员人机构组局部委会长业品力性化型权率费区站所室厅处科院校园地场线网点量级类号式表单证书卡法制金税物材件")


def twice_by_itself(text: str, start: int, end: int) -> bool:
    """Whether a usual word stands twice and what is behind begins no longer word with it: 压实压实|企业, 居民居民|电价."""
    word, behind = text[start : (start + end) // 2], text[end : end + 1]
    cost, begins = word_cost(word), word_cost(word[-1] + behind)
    if cost is None or cost > _USUAL or behind in _SUFFIXES or behind in _QUOTED or begins is not None and begins <= _RARE:
        return False
    # Where its halves belong to their neighbours, two words meet: 退税|缓税|缓费.
    left, right = _han_before(text, start), _han_behind(text, end)
    apart = cost_in_words(left) + 2 * cost + cost_in_words(right)
    return apart <= cost_in_words(left + 2 * word + right) + _EVEN


def hardly_by_chance(text: str, start: int, end: int) -> bool:
    """Whether a word that stands twice is no chance: its characters are no halves of other words: not 业|创业|创, nor the head of a longer word, 支队|支队长."""
    one, other, behind = text[start], text[start + 1], text[end : end + 1]
    begins_longer = behind == HEAD or behind in _SUFFIXES and not is_pair(text[end : end + 2]) or behind in _QUOTED or word_cost(one + other + behind) is not None
    if word_cost(one + other) is None and (looseness(other, one) != _NEVER or is_pair(text[max(0, start - 1) : start] + one)):
        return False
    return not (begins_longer or is_pair(other + one) or is_pair(other + behind))


def _han_before(text: str, end: int) -> str:
    """The characters before a place, as far as they tell how it is parted."""
    return _NO_HAN.split(text[max(0, end - _NEAR) : end])[-1]


def _han_behind(text: str, start: int) -> str:
    """The characters behind a place, as far as they tell how it is parted."""
    mark = _NO_HAN.search(text, start, start + _NEAR)
    return text[start : mark.start() if mark else start + _NEAR]
