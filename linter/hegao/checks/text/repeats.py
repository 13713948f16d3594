"""Doubled words (重复): 的的, 实现实现, told from words that meet by chance (norms LAN-07).

Chinese doubles freely where two words meet (提高高技能人才, 农民工工资, 市市场监管局), so a doubled character
counts only for words that hardly ever meet themselves and when no word ends in the first or begins with the second;
a doubled word of two counts only when it is known to be a word, from the table or because it is
in use elsewhere in the document, and when its second half begins no longer word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.masking import MASK
from hegao.checks.shared.passages import Found, Running, edit_at, running, running_words
from hegao.checks.text.names_in_runs import of_person
from hegao.checks.text.one_too_many import ENDS_PHRASE, HEAD, hardly_by_chance, one_too_many, said_of_one, twice_by_itself
from hegao.checks.text.said_again import said_again
from hegao.checks.text.twofold_words import twofold_words
from hegao.document.model import Document, Heading, Node, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin
from hegao.words.parting import cost_alone
from hegao.words.word_costs import is_pair, word_cost

_HAN = "[\u3400-\u9fff]"
_NO_HAN = Pattern("[^\u3400-\u9fff]")
_HAN_ONE = Pattern(_HAN)
#: What a character costs at least that is hardly a word of its own.
_OWN_WORD = 7.0
#: What a word costs that is a very rare one.
_VERY_RARE = 16.0
_TWICE = Scanner(rf"({_HAN}{{1,12}}|\d{{1,4}}{_HAN}{{1,4}})\1")
#: Behind these a coverb cannot take another one: 让为为, 使在在.
#: Two wordings run together: a verb that wants an object, and another verb with its adverb (加大大力推进).
_BLEND = Scanner(
    "(?:加大|加强|提高|提升|增强|扩大|强化|完善|优化|深化)"
    "(?P<kept>(?:大力|积极|扎实|切实|认真|稳步|不断|持续|深入|加快|全面)"
    "(?:推进|推动|开展|实施|落实|促进|发展|建设|做好|抓好|推行|推广|支持|引导|加强))"
)
#: The end of a sentence printed again at the head of the next page.
_TAIL_AGAIN = Pattern(rf"^{_HAN}{{1,6}}[。；，]")
_CAUSATIVES = "让使把被"
#: How many characters before and behind are asked whether a word is in use: a whole document, but for the very longest.
_ROUND = 20_000
_COVERBS = "为在对向从由以将把被"


class Doubles(NamedTuple):
    """The table of words that double: by character the words that end and begin with it, and so on."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    verbs: frozenset[str]
    words: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    ends: frozenset[str]
    each: frozenset[str]
    particles: frozenset[str]


@cache
def doubles() -> Doubles:
    """The built-in table of doubles."""
    before: dict[str, tuple[str, ...]] = {}
    after: dict[str, tuple[str, ...]] = {}
    verbs: set[str] = set()
    words: dict[str, tuple[str, ...]] = {}
    nouns: set[str] = set()
    apart: dict[str, frozenset[str]] = {}
    for row in builtin("doubled"):
        kind, word, follow = row["kind"], row["word"], tuple(row["after"].split())
        if kind == "char":
            before[word] = tuple(row["before"].split())
            after[word] = follow
        elif kind == "verb":
            verbs.add(word)
        elif kind == "word":
            words[word] = follow
        elif kind == "common":
            for one in word.split():
                words.setdefault(one, follow)
        elif kind == "noun":
            nouns.update(word.split())
        else:
            apart[kind] = frozenset(word.split())
    return Doubles(before, after, frozenset(verbs), words, frozenset(nouns), apart["ends"], apart["each"], apart["particle"])


class Run(NamedTuple):
    """A word written several times in a row (完成完成完成), as often as it stands there."""

    start: int
    end: int
    word: str

    @property
    def times(self) -> int:
        """How often it stands there."""
        return (self.end - self.start) // len(self.word)


def run_at(text: str, start: int, word: str) -> Run:
    """The run that begins with a word written twice, as far as it goes, so that one edit mends it."""
    root = _root(word)
    end = start + 2 * len(word)
    while text.startswith(root, end):
        end += len(root)
    return Run(start, end, root)


def _root(word: str) -> str:
    """The shortest word of which this one is a row: 完成 of 完成完成完成."""
    return next(word[:size] for size in range(1, len(word) + 1) if word[:size] * (len(word) // size) == word)


#: Titles are so long at most.
_TITLE = 80
#: A word that stands so often is never meant, even one that may be doubled (研究研究).
_TOO_OFTEN = 4


def _character(text: str, run: Run) -> bool:
    """Whether a character several times in a row is a slip."""
    table = doubles()
    c = run.word
    if c in _NUMERALS or _of_name(text, run):
        return False
    left, right = text[max(0, run.start - 3) : run.start], text[run.end : run.end + 3]
    if c in _PLACE_LEVELS and right.startswith(_OWN_LEVEL):
        # 我市市本级、全县县直单位: the second begins a word.
        return False
    if _counted_twice(text, run) or _before_figure(left, c, right):
        return True
    if c not in table.before:
        return run.times == 2 and one_too_many(text, run.start)
    if c in _COVERBS and left.endswith(tuple(_CAUSATIVES)):
        return True
    return not left.endswith(table.before[c]) and not right.startswith(table.after[c])


def _of_name(text: str, run: Run) -> bool:
    """Whether the text has a double before the same level of place again and again: 和和村 is called so."""
    level = text[run.end : run.end + 1]
    return level in _PLACE_LEVELS and text.count(text[run.start : run.end + 1]) > 1


#: What names of places end with.
_PLACE_LEVELS = frozenset("省市县区镇乡村路街巷桥河湖山屯寨")
_OWN_LEVEL = ("本级", "直", "属", "管")
#: Figures in words stand side by side: “十五五”.
_NUMERALS = frozenset("〇一二三四五六七八九十百千万亿零")
#: What is counted, behind its figure; 元, 吨 and 亩 are told beside.
_COUNTED = Pattern(rf"[\d{MASK}][百千万亿]?(?:千瓦|平方|立方|公|小|人|工作)?(?P<unit>[家户个名项处座条件次时米里台套辆顷天人年份起宗所期批课日株株只头])$")
#: What stands before figures by itself: 目前|前3季度.
_BEFORE_FIGURES = frozenset("前后上下第每各近约超满共达")


def _hardly_meant(text: str, run: Run) -> bool:
    """Whether a character that stands twice belongs to one word alone, as characters do that are typed twice: 监|监测, 明确|整|整改, 再接再厉|厉。

    Where two words meet by right, the first ends with it and the second begins with it: 合作|作用.  Only what ends names and long
    compounds does so beside nothing that is known (运输科|科长), and what is said of each one stands twice (层层).
    """
    table, c = doubles(), run.word
    left, right = text[max(0, run.start - 3) : run.start], text[run.end : run.end + 3]
    if run.times != 2 or c in _NUMERALS or c in table.before or c in table.each or _of_name(text, run):
        return False
    if text.count(text[max(0, run.start - 1) : run.end + 1]) > 1:
        return False
    before, behind = _HAN_ONE.match(left[-1:]) is not None, _HAN_ONE.match(right[:1]) is not None
    if not (before or behind) or left[-2:-1] == left[-1:] != "" or right[:1] == right[1:2] != "":
        return False
    ends, begins = before and is_pair(left[-1] + c), behind and _is_known(c + right[0])
    if ends == begins:
        if not before:
            return c in _PLACE_LEVELS and is_pair(right[:2])
        return not ends and (not behind or c in table.particles or right[0] in _NUMERALS) and not of_person(text, run.start)
    if begins:
        return c not in table.ends and not (before and of_person(text, run.start - 1))
    return (c not in table.ends or right[0] in ENDS_PHRASE) and cost_alone(c) >= _OWN_WORD and not of_person(text, run.start + 1)


def _is_known(pair: str) -> bool:
    """Whether two characters stand side by side in words, and are no very rare one themselves."""
    return is_pair(pair) and (word_cost(pair) or 0.0) < _VERY_RARE


def _counted_twice(text: str, run: Run) -> bool:
    """Whether a unit stands twice behind its figure, and the second begins nothing: 31家家，; not 家家户户, 3人人均."""
    behind = text[run.end : run.end + 1]
    if run.times != 2 or behind not in ENDS_PHRASE and "\u3400" <= behind <= "\u9fff":
        return False
    return bool(_COUNTED.search(text, max(0, run.start - 8), run.start + 1))


def _before_figure(left: str, c: str, right: str) -> bool:
    """Whether it ends the word before it and stands once more before a figure: 达到到98%."""
    return "0" <= right[:1] <= "9" and c not in _BEFORE_FIGURES and is_pair(left[-1:] + c) and left[-1:] != c


def _word(text: str, run: Run, context: Context) -> bool:
    """Whether a word several times in a row in the masked text is a slip."""
    table = doubles()
    start, word = run.start, run.word
    if word[0] in "一几" and word not in table.words:
        return False
    if run.times >= _TOO_OFTEN:
        return True
    if word in table.verbs or word == "的通知":
        return False
    if len(word) > 2 or "0" <= word[0] <= "9":
        return True
    behind = text[run.end : run.end + 1]
    if behind == HEAD:
        return False
    if word in table.words:
        return behind not in table.words[word] or said_of_one(text, run.start, run.end)
    if _elsewhere_single(text, run) or run.times == 2 and twice_by_itself(text, run.start, run.end):
        return True
    ends = not behind or behind in ENDS_PHRASE or not "\u3400" <= behind <= "\u9fff"
    if ends and is_pair(word) and not is_pair(word[1] + behind) and not is_pair(text[max(0, start - 1) : start] + word[0]):
        return True
    if word in table.nouns:
        # At the head of a clause nothing stands before the first that it could belong to.
        return ends or not "\u3400" <= text[start - 1 : start] <= "\u9fff"
    return _in_use(context.once(running).text, start, word, behind, ends) or run.times == 2 and hardly_by_chance(text, start, run.end)


def _elsewhere_single(text: str, run: Run) -> bool:
    """Whether the text has what stands before, the word once and what stands behind at another place: 县人民人民政府, 县人民政府."""
    start = run.start
    left, right = text[max(0, start - 1) : start], text[run.end : run.end + 2]
    around = left + run.word + right
    if len(around) != 5 or _NO_HAN.search(left) or _NO_HAN.search(right[:1]):
        return False
    return text.find(around, max(0, start - _ROUND), start + _ROUND) >= 0


def _in_use(text: str, start: int, word: str, behind: str, ends: bool) -> bool:
    """Whether the document has the word elsewhere, so that it is a word and not the halves of two (税缓 in 退税缓税缓费).

    Its halves the other way round must be rarer (业创 and 创业), and it must begin no longer word that is in use there.
    """
    single = text[max(0, start - _ROUND) : start + _ROUND].replace(word + word, "")
    uses = single.count(word)
    return uses > 2 * single.count(word[1] + word[0]) and (ends or uses >= 3 and word + behind not in single)


def _in_title(text: str, run: Run) -> bool:
    """Whether it stands between title marks."""
    return text.rfind("《", max(0, run.start - _TITLE), run.start) > text.rfind("》", max(0, run.start - _TITLE), run.start)


#: Particles that no title has twice side by side.
_NEVER_TWICE = frozenset("的与及")


def _of_title(text: str, run: Run) -> bool:
    """Whether what stands several times in a row in a title is a slip: a word that is known to double so, or a character."""
    if len(run.word) == 1:
        if run.word in _NEVER_TWICE and run.times == 2:
            return True
        return run.times == 2 and run.word not in _NUMERALS and one_too_many(text, run.start)
    return run.word in doubles().words and run.word not in doubles().verbs and said_of_one(text, run.start, run.end)


def _runs(text: Running, masked: Running | None = None) -> Iterator[tuple[Found, Run]]:
    """What stands several times in a row, each run once and as far as it goes; only in passages in which something is masked, where this is given."""
    done = 0
    for found in text.find(_TWICE) if masked is None else text.find_where_unlike(masked, _TWICE):
        start = found.offset + found.match.start()
        if start >= done:
            run = run_at(text.text, start, found.match[1])
            done = run.end
            if not _side_by_side(found, run):
                yield found, run


#: A blank on a line parts what stands there in columns: 甲方：　　　　乙方：; 其他收入	收入.
_COLUMN_GAP = 1


def _side_by_side(found: Found, run: Run) -> bool:
    """Whether blanks or rows part the first two words of a run on the page: two columns of a form, each with its own 年　月　日."""
    behind = run.start + len(run.word) - found.offset
    before = found.passage.place(behind - 1)
    line, column = found.passage.place(behind)
    # What stands below in a column may be a row of its own whose first cell is empty: 其他收入 above 收入合计.
    return found.node.kind == "row" if line != before[0] else column - before[1] > _COLUMN_GAP


def _once_only(found: Found, run: Run, certain: bool) -> Hit:
    """The finding that puts the word there once; ``certain``: there is no other way to mend it."""
    at = found.passage.slice(run.start - found.offset, run.end - found.offset)
    return Hit(at, {"written": short(at.value), "right": run.word}, edits=edit_at(at, run.word, certain))


@check("repeated-word", nodes={"document"}, facts=("written", "right"), faults=("doubtful", "typed-twice"))
def repeated_word(_node: Node, context: Context) -> Iterator[Hit]:
    """Words written twice in a row, wordings run together, ends of sentences printed again on the next page.

    Facts: ``written``, what is doubled, and ``right``, what should stand there.
    """
    yield from _printed_again(context.document)
    yield from said_again(context)
    yield from twofold_words(context)
    text, whole = context.once(running_words), context.once(running)
    for found, run in _runs(text):
        if _word(text.text, run, context) if len(run.word) > 1 else _character(text.text, run):
            yield _once_only(found, run, run.word not in doubles().verbs)
        elif len(run.word) == 1 and _hardly_meant(text.text, run):
            hit = _once_only(found, run, False)
            yield hit._replace(facts={**hit.facts, "fault": "typed-twice"})
    for found, run in _runs(whole, text):
        if text.text[run.start] != whole.text[run.start] and _in_title(whole.text, run) and _of_title(whole.text, run):
            yield _once_only(found, run, False)
    for found in text.find(_BLEND):
        at, kept = found.at(), found.match["kept"]
        yield Hit(at, {"written": at.value, "right": kept}, edits=edit_at(at, kept, False))


def _printed_again(document: Document) -> Iterator[Hit]:
    """Paragraphs that begin with the last letters of the one before and its full stop."""
    for part in document.parts:
        for node, following in pairwise(part.nodes):
            match = _TAIL_AGAIN.match(following.text.value) if isinstance(following, Paragraph) else None
            if match and isinstance(node, Heading | Paragraph) and node.body.value.endswith(match[0]):
                at = following.text.slice(*match.span())
                end = node.body.slice(len(node.body) - len(at))
                yield Hit(at, {"written": at.value + at.value, "right": at.value}, (end,), edit_at(at, ""))
