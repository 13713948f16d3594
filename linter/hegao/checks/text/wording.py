"""Words (用词): wrong characters, redundant and outdated words by a table, and what was left to be filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.letters_amiss import letters_amiss
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.passages import edit_at, in_force, running_words, set_apart
from hegao.checks.shared.told_reforms import tells_reform
from hegao.checks.text.beyond_powers import beyond_powers
from hegao.checks.text.odd_ones import odd_places
from hegao.checks.text.persons import other_spellings
from hegao.checks.text.said_amiss import said_amiss
from hegao.checks.text.short_names import short_names
from hegao.checks.text.slips import meets
from hegao.checks.text.traditional import Traditional
from hegao.checks.text.typing_slips import TypingSlips
from hegao.checks.text.word_frames import VARIANT, Frames
from hegao.checks.text.words_alone import words_alone
from hegao.document.model import Node
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.word_finder import WordFinder, pairs_met
from hegao.words.builtin_tables import TableRow, builtin, split_cell
from hegao.words.departments import departments
from hegao.words.office_runs import met
from hegao.words.word_costs import is_usual

#: 截止 is a verb that ends a clause; before a point of time 截至 is the word (norms LAN-02).
_UNTIL = Scanner(r"(?<![名报集理示标稿请件收款卡换间期])截止(?:到|至)?(?=(?:19|20)\d{2}年|\d{1,2}月|[一二三四上本]季度?末?|上半年|[上本当]月|上年|[年月季]末|[年月]底|目前|今年|今天|去年)")
#: A department of a province behind the level of a city: 市水利厅.
_HALL = Scanner(r"(?<=[市县])(?P<stem>[\u3400-\u9fff]{2,8}?)厅(?![（(]?局)")


class Word(NamedTuple):
    """A row of the table of words.

    Within one of ``unless`` the word is right.  If there are any ``beside``, what stands before and behind it, it is wrong there only;
    else not where it arises as two right words meet.
    """

    right: str
    note: str
    since: str
    doubtful: bool
    unless: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]

    def wrong_at(self, text: str, start: int, end: int) -> bool:
        """Whether the word that stands there is wrong there."""
        if self.beside and not any(_ends_with(text, start, before) and _begins_with(text, end, behind) for before, behind in self.beside):
            return False
        if any(_within(text, start, end, longer) for longer in self.unless):
            return False
        return bool(self.beside) or not meets(text, start, text[start:end], self.right)


def _word(wrong: str, row: TableRow) -> Word:
    unless = (*row.get("unless", "").split(), *([row["right"]] if wrong in row["right"] else []))
    beside = tuple(_around(one) for one in row.get("beside", "").split())
    # What stands beside a word in use speaks for another one, and may yet be chance: 用手机|上报.
    in_use = bool(beside) and met(wrong) >= _IN_USE
    return Word(row["right"], row.get("note", ""), row.get("since", ""), row.get("strength") == VARIANT or in_use, unless, beside)


#: In so many documents of offices a word stands that is in use, as a natural logarithm.
_IN_USE = 2.0
#: What a word costs at most that is met at all.
_USUAL = 15.0
#: So far from a word stands what decides on it in the same clause.
_REACH = 12
_MARKS = Pattern("[，。；：！？\n]")


def _ends_with(text: str, start: int, before: str) -> bool:
    """Whether that stands right before a place; ``爱护…``: somewhere before it in its clause."""
    if not before.endswith("…"):
        return text.endswith(before, 0, start)
    return before[:-1] in _MARKS.split(text[max(0, start - _REACH) : start])[-1]


def _begins_with(text: str, end: int, behind: str) -> bool:
    """The same for what stands behind."""
    if not behind.startswith("…"):
        return text.startswith(behind, end)
    return behind[1:] in _MARKS.split(text[end : end + _REACH], 1)[0]


def _around(written: str) -> tuple[str, str]:
    """What stands before and behind the word in ``落实～``, ``～建设``, ``不～擅自``."""
    before, _word, behind = written.partition("～")
    return before, behind


def _within(text: str, start: int, end: int, longer: str) -> bool:
    """Whether the word is a part of a longer one, or begins in it."""
    at = text.find(longer, max(0, start - len(longer) + 1), end + len(longer))
    return 0 <= at <= start


#: The strength of names that bodies had before a reform, of which a rule on bodies tells.
FORMER = "former"
#: Words for all bodies of a kind (国土资源主管部门) are no names.
_ANY_BODY = "部门"


class Words:
    """The words of a run: the built-in rows, names that bodies had before a reform, and the office's rows, which go before them."""

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the tables; a word that an office calls right is struck."""
        former = ({**row, "strength": "should" if row["wrong"].endswith(_ANY_BODY) else FORMER} for row in tables.rows("former-names"))
        self._rows = {wrong: row for row in (*former, *tables.rows("words")) for wrong in split_cell(row["wrong"])}
        self._rows = {wrong: row for wrong, row in self._rows.items() if wrong != row["right"]}
        own = {wrong for row in tables.own("words") for wrong in split_cell(row["wrong"])}
        #: What else one word is a slip for, each beside other words: 资源|参加 for 自愿, 资源|者 for 志愿.
        self._more: dict[str, list[TableRow]] = defaultdict(list)
        for row in builtin("words"):
            for wrong in split_cell(row["wrong"]) if row["beside"] else ():
                if wrong not in own and self._rows.get(wrong) is not row:
                    self._more[wrong].append(row)
        self._words: dict[str, tuple[Word, ...]] = {}
        self._finders: dict[tuple[str, ...], WordFinder] = {}

    def _meant(self, wrong: str) -> tuple[Word, ...]:
        """The rows of a word; few of the thousands are ever met, so each is made when it is."""
        if wrong not in self._words:
            self._words[wrong] = tuple(_word(wrong, row) for row in (self._rows[wrong], *self._more.get(wrong, ())))
        return self._words[wrong]

    def finder(self, strengths: tuple[str, ...]) -> WordFinder:
        """What finds the words of these strengths."""
        if strengths not in self._finders:
            self._finders[strengths] = WordFinder({wrong: row["right"] for wrong, row in self._rows.items() if (row.get("strength") or "must") in strengths})
        return self._finders[strengths]

    def has(self, written: str, strengths: Sequence[str]) -> bool:
        """Whether the table tells where a word of these strengths is wrong."""
        return written in self._rows and (self._rows[written].get("strength") or "must") in strengths

    def found(self, text: str, strengths: tuple[str, ...], pairs: frozenset[int] | None = None) -> Iterator[tuple[int, int, Word]]:
        """Where one of the words of these strengths stands and is wrong, in order; of words that overlap the first and longest.

        ``pairs`` as ``met`` of a ``WordFinder``.
        """
        last = 0
        for start, end in sorted((at, -at - len(wrong)) for at, wrong in self.finder(strengths).find(text, pairs)):
            word = next((one for one in self._meant(text[start:-end]) if one.wrong_at(text, start, -end)), None) if start >= last else None
            if word is not None:
                last = -end
                yield start, last, word


class _Pairs:
    """The pairs by which words and frames are told, so that a text is gone through once for both."""

    def __init__(self, tables: Tables) -> None:
        """Take the tables."""
        self._tables = tables
        self._known: dict[tuple[str, ...], frozenset[int]] = {}

    def met(self, text: str, strengths: tuple[str, ...]) -> frozenset[int]:
        """The pairs that stand in a text, where words of these strengths are looked for."""
        if strengths not in self._known:
            words, frames = self._tables.made(Words), self._tables.made(Frames)
            self._known[strengths] = words.finder(strengths).pairs | frames.finder.pairs
        return pairs_met(text, self._known[strengths])


@check(
    "word-table",
    nodes={"document"},
    parameters={
        "strengths": {
            "description": "Strengths of the words that are looked for: must, should, variant (told as doubtful), custom.",
            "type": "array",
            "items": {"enum": ["must", "should", "variant", "custom"]},
            "default": ["must", "should", "variant"],
        },
        "since": {
            "description": "Day (YYYY-MM-DD) from which documents are looked at: older ones are records, no drafts.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-07-01",
        },
        "margin": {
            "description": "How sure a slip of typing must be to be called one, as the natural logarithm of the odds.",
            "type": "number",
            "minimum": 1,
            "default": 4.2,
        },
        "doubtful": {
            "description": "By how much less sure a slip may be to be told as doubtful (fault `doubtful`).",
            "type": "number",
            "minimum": 0,
            "default": 4.0,
        },
        "word_margin": {
            "description": "How sure it must be that a word was typed for another of its sound, as the natural logarithm of the odds.",
            "type": "number",
            "minimum": 1,
            "default": 7.0,
        },
        "word_doubtful": {
            "description": "By how much less sure that may be to be told as doubtful (fault `doubtful`).",
            "type": "number",
            "minimum": 0,
            "default": 5.0,
        },
    },
    facts=("written", "right", "note"),
    faults=("doubtful", "content"),
)
def word_table(_node: Node, context: Context, strengths: Sequence[str], since: str, **sure: float) -> Iterator[Hit]:
    """Words that the table calls wrong, outside of titles, quotations and addresses.

    Facts: ``written``, ``right`` and ``note``, the table's remark in brackets or nothing.
    """
    if not in_force(context.document, since):
        return
    text = context.once(running_words)
    wanted = tuple(strengths)
    pairs = context.tables.made(_Pairs).met(text.text, wanted)
    told: set[int] = set()
    words = context.tables.made(Words)
    for start, end, word in words.found(text.text, wanted, pairs):
        if not word.since or in_force(context.document, word.since) and not tells_reform(text.text, start):
            told.update(range(start, end))
            yield _hit(text.at(start, end), word.right, word.note, "doubtful" if word.doubtful else "")
    for alone in words_alone(text) if "must" in strengths else ():
        if alone.start not in told:
            told.add(alone.start)
            yield _hit(alone.at, alone.right, fault="doubtful" if alone.doubtful else "")
    for frame in context.tables.made(Frames).found(text.text, wanted, pairs):
        told.update(range(frame.start, frame.end))
        at = text.at(frame.start, frame.end)
        yield _hit(at, frame.mended(at.value), frame.note, "doubtful" if frame.doubtful else "")
    for found in text.find(_UNTIL):
        told.update(range(found.offset + found.match.start(), found.offset + found.match.end()))
        yield _hit(found.at(), "截至")
    names = list(other_spellings(context)) if "must" in strengths else []
    traditional = context.tables.made(Traditional)
    simplified = "must" in strengths and not traditional.throughout(text.text)
    for start, end, right, unsure in context.tables.made(TypingSlips).found(text.text, **sure) if simplified else ():
        at = text.at(start, end)
        # Where the table tells where two words meet (以|经), it is right elsewhere.
        meets_elsewhere = unsure and not is_usual(at.value, _USUAL) and words.has(at.value, wanted)
        if told.isdisjoint(range(start, end)) and not meets_elsewhere and not set_apart(at) and not any(_within_name(at, name.at) for name in names):
            told.update(range(start, end))
            yield _hit(at, right, fault="doubtful" if unsure else "")
    for start, end, right in odd_places(text.text) if "must" in strengths else ():
        yield _hit(text.at(start, end), right, "全文如此")
    for start, end, right in traditional.found(text.text) if "must" in strengths else ():
        yield _hit(text.at(start, end), right, "繁体字")
    for found in text.find(_HALL):
        if (right := found.match["stem"] + "局") in departments():
            yield _hit(found.at(), right, "市、县没有厅")
    for name in names:
        facts = {"written": name.at.value, "right": name.right, "note": "", "fault": "doubtful"}
        yield Hit(name.at, facts, (name.there,))
    for amiss in said_amiss(context):
        yield _hit(amiss.at, amiss.right, amiss.note, "doubtful" if amiss.doubtful else "")
    for slip in context.once(letters_amiss) if "must" in strengths else ():
        if not slip.named and not slip.titled and told.isdisjoint(range(slip.start, slip.start + len(slip.at))):
            yield Hit(slip.at, {"written": slip.at.value, "right": slip.right, "note": "", "fault": "doubtful"}, (slip.usual,))
    for at, note in (*beyond_powers(context), *short_names(context)):
        yield Hit(at, {"written": at.value, "right": "", "note": note, "fault": "content"})


def _within_name(at: Text, name: Text) -> bool:
    """Whether a place is a part of that of a name."""
    inner, outer = at.span(), name.span()
    return (outer.line, outer.column) <= (inner.line, inner.column) and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def _hit(at: Text, right: str, note: str = "", fault: str = "") -> Hit:
    facts = {"written": at.value, "right": right, "note": f"（{note}）" if note else "", "fault": fault}
    return Hit(at, facts, edits=edit_at(at, right, False))
