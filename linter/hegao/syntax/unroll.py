"""Unrolling: a copy that holds a whole document on one physical line is laid out in lines again.

Databases and portals store bodies without line breaks.  Title, number, addressee, items, signature and date
are cut where their forms leave no doubt; each piece keeps its place.
"""

from __future__ import annotations

import re

from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import BLANK, unspaced
from hegao.syntax.lines import Line
from hegao.syntax.titles import ABOUT_WORDS
from hegao.words.building_blocks import terminal
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, element_words, genre_words

_LONG = 150
_BODIES = ending_in(body_endings("sign"))
_TITLE = Pattern(
    lambda: (
        rf"[^。；：\n]{{0,60}}?{one_of(ABOUT_WORDS)}[^。；：\n]{{2,120}}?{ending_in(genre_words(documents=True))}(?:（[^（）]{{1,12}}）)?"
        rf"(?=[{BLANK}]|{terminal('_CODE')}〔{terminal('_YEAR')}〕\d)"
    )
)
_NUMBER_AHEAD = Pattern(lambda: rf"[{BLANK}]*{terminal('_CODE')}〔{terminal('_YEAR')}〕[{BLANK}]?{terminal('_SERIAL')}[{BLANK}]?号")
_ADDRESSEE = Pattern(rf"[{BLANK}]*[^。；！？：:，]{{0,2}}[^。；！？：:]{{1,300}}?{ending_in((*body_endings('address'), '）'))}[：:]")
#: A line that may begin with an addressee though no title or number stands before it.
_ADDRESSEE_AHEAD = Pattern(rf"[{BLANK}]*(?:各|[\u3400-\u9fff]{{2,30}}[：:])")
#: Up to here the word stands that a title is told by.
_TITLE_HEAD = 64
_CUT = Pattern(
    lambda: (
        rf"(?<=[。；：！])[{BLANK}]{{2,}}"
        rf"|(?<=[。；：])[{BLANK}]*(?={terminal('_NUMERAL')}、(?![一二三四五六七八九十]、))"
        rf"|(?<=[。；：])[{BLANK}]*(?=（{terminal('_NUMERAL')}）)"
        rf"|(?<=。)[{BLANK}]*(?=附件[：:1１])"
        rf"|[{BLANK}]{{2,}}(?={terminal('_NUMERAL')}、|（{terminal('_NUMERAL')}）|附件[：:]|\d{{1,2}}[.．]\D|{terminal('_DAY')}|（(?:此件|联系人))"
    )
)
_SIGNED = Pattern(
    lambda: (
        rf"(?:(?<=[。）])[{BLANK}]*|[{BLANK}]{{2,}})(?P<names>(?:[\u3400-\u9fff（）]{{2,30}}{_BODIES}[{BLANK}]*){{1,4}})"
        rf"(?P<date>{terminal('_DAY')})(?!印发)|(?<=[。）])[{BLANK}]*(?P<bare>{terminal('_DAY')})(?=[{BLANK}]*(?:$|（此件|附件))"
    )
)
#: What may stand on one line with a number: how urgent it is, of which class an answer to a proposal.
_BESIDE = rf"(?:{one_of(element_words('urgency'))}|类[{BLANK}]*别[{BLANK}]*[：:].{{1,4}})[{BLANK}]*"
#: The signer in another form: 签发：张三, 签发人　张三.
_SIGNED_OFF = rf"{one_of((*element_words('signer'), *element_words('signer-slip')))}[：:{BLANK}][\u3400-\u9fff、，,；;/{BLANK}]{{2,20}}"
#: One letter at least of what stands beside a number.
_BESIDE_MARKS = "人签急提别"
#: The number of a document that goes up stands on the left of one line with the signer (GB/T 9704—2012, 7.2.6).
_SIGNER_LINE = Pattern(lambda: rf"[^。；：:]{{4,40}}(?:号|{terminal('_SQUARE_CLOSING')}\d{{1,4}})[{BLANK}]+(?=签[{BLANK}]*发[{BLANK}]*人[：:]|{_SIGNED_OFF}$|{_BESIDE}$)")
_SIGNED_LINE = Pattern(lambda: rf"(?P<names>[\u3400-\u9fff（）]{{2,40}}{_BODIES})[{BLANK}]*(?P<date>{terminal('_DAY')})$")


def unroll(lines: list[Line]) -> list[Line]:
    """The lines, those that hold several elements of a document laid out as several."""
    unrolled: list[Line] = []
    for line in lines:
        if line.cells is not None:
            unrolled.append(line)
            continue
        cuts = _places_to_cut(line.text.value)
        if not cuts:
            unrolled.append(line)
            continue
        for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(line.text)], strict=True)):
            piece = line.text.slice(start, end).strip(BLANK)
            if piece.value:
                unrolled.append(_piece(piece, line, number))
    return unrolled


def _piece(text: Text, line: Line, number: int) -> Line:
    return Line(text, unspaced(text.value), gap=line.gap if number == 0 else True, marks=line.marks if number == 0 else [])


def _places_to_cut(text: str) -> list[int]:
    """The offsets at which a line is to be cut; none for an ordinary line."""
    if len(text) <= 80 and text[-1:] == "日" and (signed := _SIGNED_LINE.match(text)):
        return [signed.start("date")]
    if len(text) <= 80 and any(mark in text for mark in _BESIDE_MARKS) and (signer := _SIGNER_LINE.match(text)):
        return [signer.end()]
    cuts = _head_cuts(text)
    if len(text) < _LONG and not (cuts and _SIGNED.search(text, cuts[-1])):
        return []
    wide = len(re.findall(rf"(?<=[。：；])[{BLANK}]{{2,}}", text))
    if not cuts and wide < 2:
        return []
    start = cuts[-1] if cuts else 0
    for match in _CUT.finditer(text, start):
        cuts.append(match.end())
    for match in _SIGNED.finditer(text, start):
        cuts += [match.start("names"), match.start("date"), match.end()] if match["names"] else [match.start("bare"), match.end("bare")]
    cuts += _closing_cuts(text, start)
    return sorted({cut for cut in cuts if 0 < cut < len(text)})


def _closing_cuts(text: str, start: int) -> list[int]:
    """Round the signature that repeats the issuer of the title, the note behind it, and the marks and titles of attachments."""
    title = _TITLE.match(text)
    issuer = re.match(rf"(.{{4,40}}?){one_of(ABOUT_WORDS)}", title[0]) if title else None
    if issuer is None:
        return []
    note = rf"[{BLANK}]*（(?:此件|本文)[^（）]{{1,20}}）"
    signed = re.compile(rf"{re.escape(issuer[1])}[{BLANK}]*(?P<date>{terminal('_DAY')})(?:{note})?").search(text, start)
    if signed is None:
        return []
    cuts = [signed.start(), signed.start("date"), signed.end("date"), signed.end()]
    announced = re.compile(r"附件[：:](?P<names>.{2,600})$").search(text[: signed.start()], start)
    names = re.split(r"\d{1,2}[.．、]", announced["names"]) if announced else []
    for name in filter(None, names):
        mark = re.compile(rf"附件\d{{0,2}}(?={re.escape(name)})").search(text, signed.end())
        if mark:
            cuts += [mark.start(), mark.end(), mark.end() + len(name)]
    return cuts


def _head_cuts(text: str) -> list[int]:
    """Behind title, number and addressee at the start of a line."""
    cuts = []
    at = 0
    title = _TITLE.match(text) if any(map(text[:_TITLE_HEAD].__contains__, ABOUT_WORDS)) else None
    if title:
        at = title.end()
        cuts.append(at)
    number = _NUMBER_AHEAD.match(text, at) if "〔" in text else None
    if number:
        at = number.end()
        cuts.append(at)
    addressee = _ADDRESSEE.match(text, at) if title or number or _ADDRESSEE_AHEAD.match(text) else None
    if addressee:
        cuts.append(addressee.end())
    elif not number:
        return []
    return cuts
