"""Responsibility clauses (责任括注): who leads, who helps, by when, in brackets behind a measure.

Read are labelled ones (牵头单位：…；配合单位：…；完成时限：…), spoken ones (市发展改革委牵头，市财政局配合，
12月底前完成) and mixtures, in any brackets, the closing one perhaps of another kind; labelled ones also without
brackets, behind a full stop or on a line of their own.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from hegao.phrases.deadlines import OPEN, VAGUE
from hegao.phrases.units import DUTY_VERBS, begins_like_body, locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.words.duty_labels import (
    BODY_NOUN,
    BY_DUTY,
    JOINTLY,
    LABEL_ASIDE,
    LABEL_RANK,
    OWN_PART,
    PERSON_LABEL,
    TIME_LABEL,
    body_label,
)
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_role, duty_words

LEAD = "lead"
COOP = "coop"
RESPONSIBLE = "responsible"
DEADLINE = "deadline"
_WATCHES = "none"

#: The roles of those who do something, not of who only watches.
ROLES = (LEAD, COOP, RESPONSIBLE)
#: Labels that are known, and behind a mark those of anything else: 目标位置：….
_CLAUSE_LABEL = Pattern(
    rf"(?:{LABEL_RANK}{body_label('label', name='duty')}{BODY_NOUN}?(?:(?:及|和|、)[\u3400-\u9fff]{{1,8}})?"
    rf"|(?P<time>{TIME_LABEL}|{one_of(duty_words('bare', DEADLINE))})|(?P<person>{PERSON_LABEL})|(?P<word>{one_of(duty_words('bare', *ROLES))})(?:分工)?|(?P<other>(?<=[；;，,。])[\u3400-\u9fff]{{2,6}})){LABEL_ASIDE}\s*[:：]"
)
#: How what a label says ends.
_TOLD = Pattern(rf"(?:{ending_in(body_endings('bear'))}|[日月年底前内]|完成)$")
#: A remark behind the clause, on all that follow perhaps: 以下各项均需各县政府落实，不再列出.
_REMARK_BEHIND = Pattern(r"。\s*(?=以下|下同|上述|其余|其他|均[需由]|列[第首]|排[第首在名列]|第一个|注[:：])")
_HELPS = duty_words("verb", COOP)
_DOES = one_of(word for word in duty_words("verb", RESPONSIBLE) if word != "负责")
_VERB = Pattern(
    rf"(?P<units>.+?)(?:等(?:有关|相关)?(?:部门|单位)?)?(?:，|、)?(?:{BY_DUTY}|按照?(?:分工)?)?{JOINTLY}?"
    rf"(?P<verb>(?:负责)?牵头(?:[\u3400-\u9fff]{{0,6}})|{one_of(duty_words('verb', LEAD))}|{one_of(_HELPS)}(?:{_DOES}|{OWN_PART}|做好|完成)?"
    rf"|{OWN_PART}|(?:具体|组织)?负责(?:具体)?(?:{_DOES}|组织|统筹)?|(?:具体|组织)?{_DOES})"
)
#: Without one of these no segment has a verb.
_VERB_WORD = Pattern(f"{DUTY_VERBS}|{OWN_PART}")
#: A verb that ends its part of a segment, with the mark behind it.
_VERB_END = Pattern(f"牵头(?=会同)|{one_of(('负责', *duty_words('verb', LEAD, COOP)))}、")
_SEGMENT_MARK = Pattern(r"[（(〔\[〈）)〕\]〉，；,;。]")
_DUTY_ALONE = Pattern(f"{BY_DUTY}{JOINTLY}?{DUTY_VERBS}?")
_TIME_WORDS = Pattern(
    rf"\d\s*[年月日]|\d\s*个?(?:工作)?日内|20\d{{2}}\.\d|每(?:年|月|半年)|立即|{one_of(deadline_words('period', 'open', 'vague'))}"
)
#: Longer words behind a label of persons are no name.
_LONGEST_PERSON = 4


@dataclass(slots=True)
class ClausePhrase:
    """A clause: where it stands, the unit lists by role, and the words of its deadline.

    ``units`` maps a role to (name, start, end) in the text that was read; ``deadline`` is the words with
    their offsets, or None.  ``labelled`` tells the form with labels from the spoken one.
    """

    start: int
    end: int
    units: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)
    deadline: tuple[str, int, int] | None = None
    labelled: bool = False

    def add(self, role: str, units: list[tuple[str, int, int]]) -> None:
        """Take units on under a role."""
        self.units.setdefault(role, []).extend(units)


def read_clause(text: str, start: int, stop: int) -> ClausePhrase | None:
    """The clause between ``start`` and ``stop``, without brackets; None where nobody is assigned."""
    remark = _REMARK_BEHIND.search(text, start, stop)
    stop = remark.start() if remark else stop
    labels = _labels(text, start, stop)
    clause = ClausePhrase(start, stop)
    if labels:
        clause.labelled = not all(label["other"] for label in labels)
        if labels[0].start() > start:
            _spoken(clause, text, start, labels[0].start())
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            _labelled(clause, text, label, after.start() if after else stop)
    else:
        _spoken(clause, text, start, stop)
    return clause if any(clause.units.values()) or any(_role(label) in ROLES for label in labels) else None


def _labels(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The labels at the beginning or behind a mark; behind another label's bodies or time, too, where a blank was lost."""
    if text.find("：", start, stop) < 0 and text.find(":", start, stop) < 0:
        return []
    labels: list[re.Match[str]] = []
    for label in _CLAUSE_LABEL.finditer(text, start, stop):
        if label.start() <= start or text[label.start() - 1] in "；;，,。、 　）)：:" or labels and _all_said(labels[-1], text[labels[-1].end() : label.start()]):
            labels.append(label)
    return labels


def _all_said(label: re.Match[str], words: str) -> bool:
    """Whether the words behind a label are all that it says: bodies or a time, or behind one of persons a name."""
    return _TOLD.search(words) is not None or label["person"] is not None and len(words) <= _LONGEST_PERSON


def _role(label: re.Match[str]) -> str:
    """The role that a label gives, a deadline, or another for who only watches and for persons."""
    if label["time"]:
        return DEADLINE
    word = label["duty"] or label["word"]
    return duty_role(word) if word else _WATCHES


def _labelled(clause: ClausePhrase, text: str, label: re.Match[str], stop: int) -> None:
    """What stands behind a label: bodies or a time; verbs among the bodies tell their roles better."""
    role, start = _role(label), label.end()
    if role == _WATCHES:
        return
    if role == DEADLINE:
        set_deadline(clause, text, start, stop)
        return
    if _spoken_list(text, start, stop):
        _spoken(clause, text, start, stop, role)
        return
    # A deadline may follow the units without a label: 责任单位：市财政局，12月底前完成.
    for left, right in segments(text, start, stop):
        if is_time(text[left:right]):
            set_deadline(clause, text, left, right)
            stop = left
            break
    units = units_between(text, start, stop)
    # 负责：张明 names a person.
    if not label["word"] or not units or any(looks_like_body(name) for name, _start, _end in units):
        clause.add(role, units)


def _verb(segment: str) -> re.Match[str] | None:
    """Bodies and the verb that says what they do (市教育局负责)."""
    return _VERB.fullmatch(segment) if _VERB_WORD.search(segment) else None


def _spoken_list(text: str, start: int, stop: int) -> bool:
    """Whether a list behind a label says who leads or helps: 责任单位：市教育局牵头，市财政局配合."""
    return any((match := _verb(text[a:b].strip())) and _verb_role(match["verb"]) != RESPONSIBLE for a, b in segments(text, start, stop))


def set_deadline(clause: ClausePhrase, text: str, start: int, stop: int) -> None:
    """Take the words between the offsets for the deadline; words right behind a first one belong to it."""
    words = text[start:stop].strip("；;，,。 　")
    if not words:
        return
    at = text.index(words, start)
    end = at + len(words)
    if clause.deadline is None:
        clause.deadline = (words, at, end)
    elif not text[clause.deadline[2] : at].strip("；;，,。 　"):
        clause.deadline = (text[clause.deadline[1] : end], clause.deadline[1], end)


def is_time(segment: str) -> bool:
    """Whether a stretch of a clause tells when."""
    bare = segment.strip()
    return bool(_TIME_WORDS.search(bare) and not looks_like_body(bare) or len(bare) < 20 and (OPEN.search(bare) or VAGUE.search(bare)))


def units_between(text: str, start: int, stop: int) -> list[tuple[str, int, int]]:
    """The names between the offsets, each with its own."""
    return [(name, start + a, start + b) for name, a, b in locate_units(text[start:stop])]


def segments(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretches between commas and semicolons outside of inner brackets."""
    cuts = [start - 1]
    depth = 0
    for mark in _SEGMENT_MARK.finditer(text, start, stop):
        c = mark[0]
        if c in "（(〔[〈":
            depth += 1
        elif c in "）)〕]〉":
            depth = max(0, depth - 1)
        elif depth == 0:
            cuts.append(mark.start())
    cuts.append(stop)
    return [(left + 1, right) for left, right in itertools.pairwise(cuts) if right > left + 1]


def _spoken(clause: ClausePhrase, text: str, start: int, stop: int, default: str | None = None) -> None:
    """Segments that say 某某牵头, 某某配合, 某某负责; what names a time is the deadline.

    Units in a segment without a verb belong to the next one that has it (甲局，乙局按职责分工负责); left over they
    bear the role ``default``.
    """
    pending: int | None = None
    at = start
    for left, right in segments(text, start, stop):
        if is_time(text[left:right]):
            said = _verb(text[left:right].strip())
            if not (said and looks_like_body(said["units"])):
                set_deadline(clause, text, left, right)
                continue
        for a, b in _split_verbs(text, left, right):
            piece = text[a:b].strip()
            if pending is not None and _DUTY_ALONE.fullmatch(piece):
                clause.add(LEAD if "牵头" in piece else RESPONSIBLE, units_between(text, pending, a))
                pending = None
                continue
            match = _verb(piece)
            if match is None:
                named = all(looks_like_body(name) for name, _s, _e in units_between(text, a, b))
                pending, at = ((a if pending is None else pending) if named else None), b
                continue
            begin = pending if pending is not None else a
            _assign(clause, text, begin, text.index(match["units"], a) + len(match["units"]), match["verb"])
            pending = None
    if pending is not None and default is not None:
        clause.add(default, units_between(text, pending, at))


def _assign(clause: ClausePhrase, text: str, start: int, stop: int, verb: str) -> None:
    """Give the bodies between the offsets the role of the verb; those behind 会同 help a lead."""
    role = COOP if text.startswith("会同", start) else _verb_role(verb)
    units = units_between(text, start, stop)
    names = [name for name, _start, _end in units]
    if not any(map(looks_like_body, names)) or any("由" in name[1:] or name.startswith("以下") for name in names) or "解释" in verb:
        return
    if looks_like_body(names[0]) or begins_like_body(names[0]):
        # 甲局会同乙局负责: whoever is taken along helps.
        along = text.find("会同", start, stop)
        helping = [unit for unit in units if 0 <= along < unit[1]]
        for one, several in ((role, [unit for unit in units if unit not in helping]), (COOP, helping)):
            if several:
                clause.add(one, several)


def _verb_role(verb: str) -> str:
    return LEAD if any(word in verb for word in duty_words("verb", LEAD)) else COOP if verb.startswith(_HELPS) else RESPONSIBLE


def _split_verbs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """A segment cut behind 牵头、 and before 会同 (甲局牵头、乙局配合; 甲局会同乙局负责)."""
    pieces = []
    at = start
    for match in _VERB_END.finditer(text[start:stop]):
        end = start + match.end()
        pieces.append((at, end - 1 if match[0].endswith("、") else end))
        at = end
    pieces.append((at, stop))
    return pieces
