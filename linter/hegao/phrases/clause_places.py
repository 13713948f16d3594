"""Where responsibility clauses (责任括注) stand in a paragraph: in brackets behind a measure, or behind labels of their own."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.phrases.brackets import ROUND, bracket_pairs, round_openings
from hegao.phrases.clauses import RESPONSIBLE, ROLES, ClausePhrase, is_time, read_clause, segments, set_deadline, units_between
from hegao.phrases.units import DUTY_VERBS, begins_like_body, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.words.duty_labels import LABEL_ASIDE, LABEL_LINE, TIME_LABEL, body_label
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, duty_words, level_names

_TRIGGER = Pattern(f"{DUTY_VERBS}|责任|职责|单位|部门|{one_of(duty_words('bare', *ROLES))}")
#: Labelled clauses without brackets begin here, where a stop or nothing stands before.
_BARE_LABEL = Pattern(rf"{body_label('label', *ROLES)}{LABEL_ASIDE}[:：]")
#: The same by the word of duty alone (主办：市水利局；协办：…): then all that it names must be bodies.
_BARE_WORD = Pattern(rf"{one_of(duty_words('bare', *ROLES))}[:：]")
_NEXT_LABEL = Pattern(rf"。\s*{LABEL_LINE}")
_BEFORE_LABEL = ("。", "！", "；", ";", "—")
#: Names alone in brackets behind a full stop: …。（市教育局、市财政局）; offices: …。（纳税服务科、人事科；6月底前完成）.
_NAMED = Pattern(
    lambda: rf"(?<=。)[（(〔［\[](?=各|{one_of(level_names('prefix'))}|[\u3400-\u9fff]{{1,12}}{one_of(body_endings('office'))}[、，；;])"
)
#: A deadline alone in brackets behind a full stop: …。（完成时限：6月底前）.
_TIMED = Pattern(rf"(?<=[。；;])[（(〔［\[]{TIME_LABEL}[:：](?=[^。；;（）()]{{2,30}}[）)])")
_ENDS = "。；;！"
_LONGEST_CLAUSE = 600
#: More blanks than stand in front of a label.
_BLANKS = 40


def find_clauses(text: str) -> Iterator[ClausePhrase]:
    """The responsibility clauses in ``text``, in order."""
    starts = _starts(text)
    if not starts or not (_TRIGGER.search(text) or _NAMED.search(text) or _TIMED.search(text)):
        return
    pairs = bracket_pairs(text)
    at = 0
    for start in starts:
        if start < at:
            continue
        clause = _bracketed(text, start, pairs.get(start)) if text[start] in ROUND else _without_brackets(text, start)
        if clause is not None:
            yield clause
            at = clause.end


def _starts(text: str) -> list[int]:
    """Where a clause may begin: at every opening bracket, and at labels behind a full stop."""
    starts = round_openings(text)
    if "：" in text or ":" in text:
        starts += [match.start() for match in _BARE_LABEL.finditer(text) if _begins_sentence(text, match.start())]
        starts += [match.start() for match in _BARE_WORD.finditer(text) if _begins_sentence(text, match.start(), ("。",))]
        starts.sort()
    return starts


def _begins_sentence(text: str, at: int, stops: tuple[str, ...] = _BEFORE_LABEL) -> bool:
    """Whether nothing but blanks stands between ``at`` and a stop before it, or the beginning."""
    before = text[max(0, at - _BLANKS) : at].rstrip()
    return not before or before.endswith(stops)


def _bracketed(text: str, start: int, closing: int | None) -> ClausePhrase | None:
    """The clause in the brackets at ``start``; without a closing one it ends with its sentence."""
    stop = closing if closing is not None else _sentence_end(text, start)
    if stop - start > _LONGEST_CLAUSE:
        return None
    clause = read_clause(text, start + 1, stop) if _TRIGGER.search(text, start, stop) else None
    if clause is None and closing is not None:
        clause = _named(text, start + 1, stop) if _NAMED.match(text, start) else _timed(text, start, stop)
    if clause is None:
        return None
    if not clause.labelled and (closing is None or not _stands_apart(text, start, closing + 1)):
        return None
    clause.start, clause.end = start, closing + 1 if closing is not None else stop
    return clause


def _named(text: str, start: int, stop: int) -> ClausePhrase | None:
    """The clause of names alone, a time behind them perhaps; every name must read as a body's, and half of them must surely be one's or be told with others."""
    clause = ClausePhrase(start, stop, {RESPONSIBLE: []})
    parts = segments(text, start, stop)
    while parts and is_time(text[slice(*parts[-1])]):
        set_deadline(clause, text, *parts.pop())
    units = units_between(text, start, parts[-1][1]) if parts else []
    names = [name for name, _start, _end in units]
    if not names or not all(map(looks_like_body, names)):
        return None
    offices = all(name.endswith(body_endings("office")) for name in names) and (len(names) > 1 or clause.deadline is not None)
    if not offices and sum(map(begins_like_body, names)) * 2 < len(names):
        return None
    clause.units[RESPONSIBLE] = units
    return clause


def _timed(text: str, start: int, stop: int) -> ClausePhrase | None:
    """The clause of a labelled deadline alone: the measure's siblings have others, or the chapter says who does it."""
    label = _TIMED.match(text, start)
    if label is None:
        return None
    clause = ClausePhrase(start, stop, labelled=True)
    set_deadline(clause, text, label.end(), stop)
    return clause if clause.deadline is not None else None


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether brackets stand behind a measure, not within its words: a stop before them or behind."""
    return start == 0 or text[start - 1] in "。；;！？”》）)〕］]" or end >= len(text) or text[end] in _ENDS


def _without_brackets(text: str, start: int) -> ClausePhrase | None:
    """The labelled clause without brackets that begins at ``start`` and ends with its sentence, or the last of several with labels."""
    stop = _sentence_end(text, start)
    while text.startswith("。", stop) and (more := _NEXT_LABEL.match(text, stop)):
        stop = _sentence_end(text, more.end())
    clause = read_clause(text, start, stop) if stop - start <= _LONGEST_CLAUSE else None
    if clause is None or not clause.labelled or _BARE_WORD.match(text, start) and not _names_bodies(clause):
        return None
    clause.start, clause.end = start, min(len(text), stop + 1)
    return clause


def _names_bodies(clause: ClausePhrase) -> bool:
    """Whether a clause names bodies, and nothing else beside them."""
    names = [name for units in clause.units.values() for name, _start, _end in units]
    return bool(names) and all(map(looks_like_body, names))


def _sentence_end(text: str, start: int) -> int:
    """The offset of the full stop that ends the sentence, or the end of the text; not looked for farther off than a clause may reach."""
    far = min(len(text), start + _LONGEST_CLAUSE + 1)
    end = text.find("。", start, far)
    return end if end >= 0 else far
