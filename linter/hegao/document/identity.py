"""Identity of a document: title, genre (文种), action, number, date, issuers."""

from __future__ import annotations

import itertools
import re

from hegao.document.model import Date, Number, Title
from hegao.phrases.dates import find_date, find_dates, find_slipped_day
from hegao.phrases.numbers import broken_number, broken_order, codeless_number, find_number, find_numbers, find_order
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text, join
from hegao.syntax.field_list import Fields
from hegao.syntax.line_kinds import DATES, NUMBERS, Kind
from hegao.syntax.lines import Line, compact
from hegao.syntax.titles import NAMES_ISSUED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, actions, body_endings, coined_genres, genre_words, genres

_GENRE = Pattern(rf"(?P<word>{ending_in(genre_words(documents=True))})(?:》)?(?:[（(][^（）()]{{1,20}}[）)])?$")
#: The genre that a word at the end of a title stands for.
_GENRES = {form: genre.name for genre in genres() for form in genre.forms if genre.document}
#: A word that is no genre, in a title that has what a document's has: its meaning tells what the document is.
_COINED = Pattern(rf"(?:关于.{{2,}}|[^《]{{4,}}(?=.{{4}}$)|会议?(?=[记纪].$))(?P<word>{one_of(coined_genres())})(?:[（(][^（）()]{{1,20}}[）)])?$")
_ISSUER = Pattern(rf"^(.{{2,60}}?{ending_in(body_endings('sign'))})(?={one_of((*about_words(), '对'))})")
_ASIDE = Pattern(r"[（(][^（）()]{1,20}[）)]$")
_PASSED_ON = Pattern("(?:批转|转发)[^的]*《[^》]*》$")


def title_of(lines: list[Line]) -> Title | None:
    """The title of the head lines of kind TITLE; where it stands twice, the one set last."""
    if not lines:
        return None
    runs: list[list[Line]] = [[lines[0]]]
    for previous, line in itertools.pairwise(lines):
        whole = "".join(part.squeezed for part in runs[-1])
        complete = _GENRE.search(whole) and (line.gap or not NAMES_ISSUED.search(whole))
        if complete and "令" != line.squeezed:
            runs.append([line])
        else:
            runs[-1].append(line)
    best = max(runs, key=lambda run: (sum(len(line.squeezed) for line in run), runs.index(run)))
    return Title(compact(join([line.text for line in best])))


def genre_of(title: str) -> str | None:
    """The genre by the last words of the title; 批转 and 转发 without the word are 通知."""
    match = _GENRE.search(title)
    tail = _ASIDE.sub("", title)
    if _PASSED_ON.search(tail):
        return "通知"
    coined = _COINED.search(title)
    if coined is not None:
        return coined_genres()[coined["word"]]
    return _GENRES[match["word"]] if match is not None else None


def action_of(title: str) -> str | None:
    """What the document does (印发, 转发, 废止 …), by its title without what it quotes."""
    bare = re.sub(r"《.*》", "", title)
    return next((action.action for action in actions() if action.verb in bare), None)


def issuers_of(title: Title | None, fields: Fields) -> list[str]:
    """The issuing bodies where no body signs: those in the title, else in the field list."""
    if title is not None:
        text = title.text
        if text.value.endswith("令"):
            # Each body of a joint order stands on a line of its own.
            cuts = [piece.offset for piece in text.pieces[1:]]
            names = [text.value[start:end] for start, end in itertools.pairwise([0, *cuts, len(text)])]
            whole = names if len({piece.line for piece in text.pieces}) == len(names) else [text.value]
            return [body for name in whole if (body := name.removesuffix("令"))]
        named = issuers_in(text.value)
        if named:
            return named
    field = fields.values.get("issuer")
    return re.split(r"[、 　]", field.value) if field else []


def issuers_in(title: str) -> list[str]:
    """The issuing bodies that a title begins with."""
    match = _ISSUER.match(title)
    return re.split(r"[、 　]", match[1]) if match else []


def number_of(lines: list[Line], fields: Fields) -> Number | None:
    """The document's own number, from its head or from the field list."""
    for line in lines:
        if line.kind not in NUMBERS:
            continue
        text = compact(line.text)
        if line.kind == Kind.DATED:
            text = _undated(text)
        phrase = find_number(text.value) or broken_number(text.value)
        if phrase is not None:
            # A full stop behind it is part of the slip.
            end = len(text) if text.value[phrase.end :] in ("。", ".") else phrase.end
            return Number(text.slice(phrase.start, end), phrase, own=True)
    field = fields.values.get("number")
    if field is not None:
        text = compact(field)
        phrase = find_number(text.value) or find_order(text.value)
        if phrase is not None:
            return Number(text.slice(phrase.start, phrase.end), phrase, own=True)
    for line in lines:
        if line.kind == Kind.HEAD_NOTE and (bare := codeless_number(line.squeezed)) is not None:
            return Number(compact(line.text), bare, own=True)
        if line.kind == Kind.ORDER_NUMBER:
            text = compact(line.text).strip("（）()")
            order = broken_order(text.value) or find_order(text.value)
            if order is not None:
                return Number(text, order, own=True)
    return None


def blank_number(lines: list[Line]) -> Text | None:
    """The line in the head on which the number stands without its serial: 江政办发〔2026〕　号."""
    return next((compact(line.text) for line in lines if line.kind in (Kind.NUMBER, Kind.ORDER_NUMBER)), None)


def joint_numbers(lines: list[Line], own: Number | None) -> list[Number]:
    """Further numbers on the line of the document's own, or on lines of their own in the head: a joint issue has but one."""
    found: list[Number] = []
    for line in lines:
        if own is not None and line.kind == Kind.NUMBER:
            text = compact(line.text)
            found += [Number(text.slice(phrase.start, phrase.end), phrase) for phrase in find_numbers(text.value)][line.line == own.line :]
    return found


def _undated(text: Text) -> Text:
    """The part of a line that is left beside its date."""
    day = find_date(text.value)
    if day is None:
        return text
    return (text.slice(0, day.start) if day.start else text.slice(day.end)).strip()


def date_in(text: Text, role: str) -> Date | None:
    """The first whole date in a text."""
    block = compact(text)
    phrase = find_date(block.value) or find_slipped_day(block.value)
    if phrase is None or phrase.year is None or phrase.day is None and role != "issue":
        return None
    return Date(block.slice(phrase.start, phrase.end), phrase, block, phrase.start, role)


def date_of(head: list[Line], signed: list[Line], fields: Fields) -> Date | None:
    """The date of the document (成文日期): under the signature, in the head, in the field list."""
    for line in head:
        if line.kind in DATES:
            found = date_in(line.text, "issue")
            if found is not None and ":" not in line.squeezed:
                return found
    for line in signed:
        found = date_in(line.text, "issue")
        if found is not None:
            return found
    field = fields.values.get("date")
    if field is not None:
        found = date_in(field, "field")
        if found is not None:
            return found
    # A resolution bears the day of its adoption under the title; several such notes are the history of the text.
    adopted = [line for line in head if line.kind == Kind.HEAD_NOTE and has_whole_date(line.squeezed)]
    if len(adopted) == 1 and not adopted[0].squeezed.endswith(("委员会", "施行", "施行）")):
        return date_in(adopted[0].text, "issue")
    return None


def has_whole_date(text: str) -> bool:
    """Whether a text holds a date with its day."""
    return any(phrase.day is not None for phrase in find_dates(text))
