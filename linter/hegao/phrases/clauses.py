"""Responsibility clauses (责任括注): who leads, who helps, by when, in brackets behind a measure.

Read are labelled ones (牵头单位：…；配合单位：…；完成时限：…), spoken ones (市发展改革委牵头，市财政局配合，
12月底前完成) and mixtures, in any brackets, the closing one perhaps of another kind.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hegao.phrases.brackets import ROUND, group_end
from hegao.phrases.deadlines import OPEN, VAGUE
from hegao.phrases.units import locate_units, looks_like_body

LEAD = "lead"
COOP = "coop"
RESPONSIBLE = "responsible"
DEADLINE = "deadline"

_LABEL = re.compile(
    r"(?P<name>(?:(?:自治区|省|市|县|区|本级)级?)?(?:牵头|主办|承办|主责|责任|配合|协办|协同|协助|参与|参加|实施|落实|负责|组织)(?:责任|落实|实施|负责|主体)?(?:单位|部门|处室|科室|机构|主体)"
    r"|(?:完成|办结|办理|时限|整改|推进)(?:时限|时间|期限|要求|节点)?(?:要求)?|责任人|责任领导|分管领导|牵头领导|牵头|责任|配合)\s*[:：]"
)
_ROLE_WORDS = (
    (re.compile(r"牵头|主办|承办|主责"), LEAD),
    (re.compile(r"配合|协办|协同|协助|参与|参加"), COOP),
    (re.compile(r"完成|办结|时限|时间|期限|节点|办理|整改|推进"), DEADLINE),
    (re.compile(r"责任人|领导"), "person"),
    (re.compile(r"责任|实施|落实|负责|组织"), RESPONSIBLE),
)
_VERB = re.compile(
    r"(?P<units>.+?)(?:等(?:有关)?(?:部门|单位)?)?(?:，|、)?(?:按(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?)?(?:分别|共同|联合|各自)?"
    r"(?P<verb>牵头(?:负责|落实|推进|组织实施|办理|会同)?|主办|承办|配合(?:落实|做好)?|协办|协助|参与|参加|(?:具体|组织)?负责(?:落实)?|组织实施|抓好落实|落实)$"
)
_TIME = re.compile(r"\d\s*[年月日]|年底|月底|年内|季度|长期|持续|尽快|适时|\d\s*个?(?:工作)?日内|每年|每月|常态化|立即|近期")
_TRIGGER = re.compile(r"牵头|责任|负责|配合|主办|承办|单位|落实")


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


def find_clauses(text: str) -> Iterator[ClausePhrase]:
    """The responsibility clauses in ``text``, in order."""
    at = 0
    while True:
        opening = next((i for i in range(at, len(text)) if text[i] in ROUND), None)
        if opening is None:
            return
        end = group_end(text, opening)
        stop = end - 1 if end is not None else len(text)
        inner = text[opening + 1 : stop]
        if not _TRIGGER.search(inner):
            at = opening + 1
            continue
        clause = read_clause(text, opening + 1, stop)
        if clause is None or (end is None and not clause.labelled):
            at = opening + 1
            continue
        clause.start, clause.end = opening, end if end is not None else len(text)
        yield clause
        at = clause.end


def read_clause(text: str, start: int, stop: int) -> ClausePhrase | None:
    """The clause between ``start`` and ``stop``, without brackets; None where nobody is assigned."""
    labels = list(_LABEL.finditer(text, start, stop))
    labels = [label for label in labels if _at_border(text, start, label.start())]
    clause = ClausePhrase(start, stop)
    if labels:
        clause.labelled = True
        if labels[0].start() > start:
            _spoken(clause, text, start, labels[0].start())
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            _labelled(clause, text, label, after.start() if after else stop)
    else:
        _spoken(clause, text, start, stop)
    return clause if any(clause.units.values()) or (labels and _names_role(labels)) else None


def _names_role(labels: list[re.Match[str]]) -> bool:
    return any(_role(label["name"]) in (LEAD, COOP, RESPONSIBLE) for label in labels)


def _at_border(text: str, start: int, at: int) -> bool:
    return at <= start or text[at - 1] in "；;，,。、 　）)" or at - start < 1


def _role(name: str) -> str:
    return next((role for pattern, role in _ROLE_WORDS if pattern.search(name)), RESPONSIBLE)


def _labelled(clause: ClausePhrase, text: str, label: re.Match[str], stop: int) -> None:
    role = _role(label["name"])
    value = text[label.end() : stop]
    if role == DEADLINE:
        words = value.strip("；;，,。 　")
        if words:
            at = label.end() + value.index(words)
            clause.deadline = (words, at, at + len(words))
        return
    if role == "person":
        return
    # A deadline may follow the units without a label: 责任单位：市财政局，12月底前完成.
    for left, right in _segments(text, label.end(), stop):
        segment = text[left:right]
        if _TIME.search(segment) and not looks_like_body(segment.strip()):
            if clause.deadline is None:
                clause.deadline = (segment.strip(), left, right)
            value = value[: left - label.end()]
            break
    clause.units.setdefault(role, []).extend(_located(text, label.end(), label.end() + len(value)))


def _located(text: str, start: int, stop: int) -> list[tuple[str, int, int]]:
    return [(name, start + a, start + b) for name, a, b in locate_units(text[start:stop])]


def _segments(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretches between commas and semicolons outside of inner brackets."""
    cuts = [start - 1]
    depth = 0
    for offset in range(start, stop):
        c = text[offset]
        if c in "（(〔[":
            depth += 1
        elif c in "）)〕]":
            depth = max(0, depth - 1)
        elif depth == 0 and c in "，；,;。":
            cuts.append(offset)
    cuts.append(stop)
    return [(left + 1, right) for left, right in itertools.pairwise(cuts) if right > left + 1]


def _spoken(clause: ClausePhrase, text: str, start: int, stop: int) -> None:
    """Segments that say 某某牵头, 某某配合, 某某负责; what names a time is the deadline.

    Units in a segment without a verb belong to the next one that has it (甲局，乙局按职责分工负责).
    """
    pending: int | None = None
    bare = ""
    for left, right in _segments(text, start, stop):
        segment = text[left:right]
        if _TIME.search(segment) and not _VERB.fullmatch(segment.strip()) or (OPEN.search(segment) or VAGUE.search(segment)) and len(segment) < 20:
            if clause.deadline is None:
                stripped = segment.strip()
                at = left + segment.index(stripped)
                clause.deadline = (stripped, at, at + len(stripped))
            continue
        for a, b in _split_verbs(text, left, right):
            piece = text[a:b].strip()
            if re.fullmatch(r"按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别)?(?:负责|落实|牵头)?", piece) and pending is not None:
                role = LEAD if "牵头" in piece else RESPONSIBLE
                clause.units.setdefault(role, []).extend(_located(text, pending, a - 1))
                pending = None
                continue
            match = _VERB.fullmatch(piece)
            if match is None:
                if pending is None:
                    pending = a
                    bare = piece
                continue
            begin = pending if pending is not None else a
            verb = match["verb"]
            role = LEAD if verb.startswith(("牵头", "主办", "承办")) else COOP if verb.startswith(("配合", "协", "参")) else RESPONSIBLE
            lead_off = text[a:b].index(match["units"])
            units = [found for found in _located(text, begin, a + lead_off + len(match["units"]))]
            if not units or not any(looks_like_body(name) for name, _s, _e in units):
                pending = None
                continue
            clause.units.setdefault(role, []).extend(units)
            pending = None
    _ = bare


def _split_verbs(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """A segment cut behind 牵头、 (甲局牵头、乙局配合)."""
    pieces = []
    at = start
    for match in re.finditer(r"(?:牵头|负责)(?=、)", text[start:stop]):
        pieces.append((at, start + match.end()))
        at = start + match.end() + 1
    pieces.append((at, stop))
    return pieces
