"""The shape of a title: its issuer, 关于, the matter, 的 and the genre, in this order and without marks between (norms TTL-01 to TTL-05)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, action_words, body_endings, genre_names, genre_words, matter_words

_BODY = rf"[\u3400-\u9fff（）]{{2,40}}?{ending_in(body_endings('sign'))}"
#: 江河市水利局印发关于做好防汛工作的通知: what is issued would end in a genre of its own.
_TURNED = Pattern(rf"^{_BODY}(?P<words>(?:印发|下发)关于)(?P<matter>[^《》]+)的?(?:通知|通报)$")
_ISSUED_END = Pattern(rf"的?{ending_in(genre_words(use='scheme'))}(?:[（(][^（）()]{{1,12}}[）)])?$|的(?:报告|办法|规定|细则)$")
#: What the public is told may be named by its matter: 江河市自然资源局国有建设用地使用权挂牌出让公告.
_NAMED_SO = ("公告", "通告")
#: What goes without 关于 behind the issuer.
_WITHOUT_ABOUT = Pattern(rf"^(?:{one_of((*about_words(), *action_words('cites'), *genre_words(documents=True)))}|对|致|公布|发布|文件|会议|\d|[一二三四五六七八九十]|第|专题|常务|全体|工作)")
_OF_GENRE = Pattern(rf"(?:的{one_of(genre_words(use='de'))}|(?<!情况)(?<!工作){one_of(word for word in genre_words(use='de') if word not in (*genre_names('up'), *_NAMED_SO))})$")
#: A year first, then what was done in it, with 的 before the genre: 江河市水利局2026年第一季度水质监测情况的通报.
_YEAR_FIRST = Pattern(rf"(?P<year>20\d\d年).*(?:情况|结果|事项|工作|问题|名单)的{one_of(genre_words(use='de'))}$")
#: What tells its matter in its title, never the genre alone.
_MUST_TELL = frozenset(word for word in genre_words(use="de") if word not in _NAMED_SO)
_LETTER_OF_LETTER = Pattern(r"(?P<word>(?:答复|复)函的(?:复)?函)$")
#: A comma before a joining word, or any stop within a title.
_MARK = Pattern(r"(?P<mark>[，,；;。：:])(?=.)")
_JOINS = frozenset("和与及并暨或以")


#: What a matter begins with that is told in a sentence of its own: the title needs 关于 before it; of what the public is told only some.
_DOES, _DONE_TO_ALL = one_of(matter_words("done")), one_of(matter_words("told"))
_GENRE = one_of(word for word in genre_words(use="de") if word not in (*genre_names("telling"), *_NAMED_SO))
_NO_ABOUT = Pattern(rf"{_DOES}[^，。]{{3,}}?{_GENRE}$|{_DONE_TO_ALL}[^，。]{{3,}}?{one_of(_NAMED_SO)}$")
#: 对做好高考工作的通知.
_FOR_ABOUT = Pattern(rf"^对(?:进一步)?{_DOES}")
#: The matter as a noun, no 的 behind it.
_NO_OF = Pattern(rf"关于[^，。]{{4,}}?{one_of(matter_words('noun'))}(?P<genre>(?:紧急|补充)?(?:{_GENRE}|通告))$")
_UP, _DOWN = one_of(genre_names("up")), one_of(genre_names("down"))
_STANDS = r"(?!.{0,12}(?:情况|结果))[^《》]*?"
#: What a title asks for or grants, and the genres that never do so.
_AMISS = (
    Pattern(rf"关于(?P<word>商请|函请|商洽|函商)[^《》]*?(?P<end>{_UP}|{_DOWN})$"),
    Pattern(rf"关于(?P<word>同意|批准|准予|核准){_STANDS}(?P<end>{_UP})$"),
    Pattern(rf"关于(?P<word>请求|恳请|申请|请予|恳求){_STANDS}的(?P<end>{_DOWN}|报告)$"),
    Pattern(rf"关于(?P<word>征求)[^《》]*?(?:意见|建议)的(?P<end>{_UP})$"),
)


class Misshapen(NamedTuple):
    """A slip in the shape of a title: its place there, what is written and what should be."""

    start: int
    end: int
    part: str
    right: str


def misshapen(value: str, outside: str, document: Document) -> Iterator[Misshapen]:
    """The first slip in a title; ``outside`` is the title with its quotations masked."""
    turned = _TURNED.match(outside)
    if turned is not None and not _ISSUED_END.search(turned["matter"].removesuffix("的")):
        yield Misshapen(*turned.span("words"), turned["words"], f"关于{turned['words'].removesuffix('关于')}")
        return
    letter = _LETTER_OF_LETTER.search(outside)
    if letter is not None:
        yield Misshapen(*letter.span("word"), letter["word"], "复函")
        return
    issuer = _own_body(document, outside)
    if issuer and not _WITHOUT_ABOUT.match(outside[len(issuer) :]) and _OF_GENRE.search(outside) and not any(word in outside for word in about_words()):
        end = min(len(issuer) + 4, len(value))
        yield Misshapen(len(issuer), end, value[len(issuer) : end], f"关于{value[len(issuer) : end]}")
        return
    year = _YEAR_FIRST.match(outside[len(issuer) :]) if issuer and not any(word in outside for word in about_words()) else None
    if year is not None:
        yield Misshapen(len(issuer), len(issuer) + len(year["year"]), year["year"], f"关于{year['year']}")
        return
    if issuer and outside[len(issuer) :] in _MUST_TELL:
        yield Misshapen(len(issuer), len(value), value, f"{issuer}关于……的{outside[len(issuer) :]}")
        return
    amiss = _asks_otherwise(outside) or _about_lost(outside, issuer)
    if amiss is not None:
        yield amiss
        return
    mark = _MARK.search(outside)
    if mark is not None and any(word in outside for word in about_words()) and (mark["mark"] != "：" or mark.start() > 4):
        behind = outside[mark.end() : mark.end() + 1]
        start, end = max(0, mark.start() - 2), min(mark.end() + 2, len(value))
        right = value[start : mark.start()] + ("" if behind in _JOINS else "、") + value[mark.end() : end]
        yield Misshapen(mark.start(), mark.end(), value[start:end], right)


def _asks_otherwise(outside: str) -> Misshapen | None:
    """A title whose verb its genre does not go with: 关于商请……的请示."""
    for pattern in _AMISS:
        match = pattern.search(outside)
        if match is not None:
            written = f"{match['word']}……的{match['end']}"
            return Misshapen(match.start("word"), match.end("end"), written, f"与“{match['word']}”相称的文种，或者与“{match['end']}”相称的动词")
    return None


def _about_lost(outside: str, issuer: str) -> Misshapen | None:
    """A title without 关于 before what is to be done, with another word for it, with its issuer behind it, or without 的 before its genre."""
    said = outside[len(issuer) :]
    told = any(word in outside for word in about_words())
    instead = _FOR_ABOUT.match(said) if issuer else None
    if instead is not None and not told:
        return Misshapen(len(issuer), len(issuer) + 1, said[:4], f"关于{said[1:4]}")
    bare = None if told or _LAW_WORK.search(outside) else _NO_ABOUT.search(said)
    if bare is not None and not said.startswith(("对", "致")):
        end = min(len(issuer) + 4, len(outside))
        return Misshapen(len(issuer), end, said[:4], f"关于{said[:4]}")
    noun = _NO_OF.search(outside)
    if noun is not None:
        return Misshapen(*noun.span("genre"), noun["genre"], f"的{noun['genre']}")
    return None


#: What others are told of by its name: 会议通知, 工作方案.
_LAW_WORK = Pattern(r"\ue000|(?:会议|培训|活动|比赛)的?预?通知$")


def _own_body(document: Document, title: str) -> str:
    """The body that signs, or whose mark the document bears, where the title begins with it."""
    names = [unspaced(one.text.value) for one in document.signatures] + [unspaced(one.text.value).removesuffix("文件") for one in document.masthead]
    return max((name for name in names if len(name) >= 4 and title.startswith(name)), key=len, default="")
