"""How a document calls the one it goes to (贵局, 你局) and the one that issues it (我局), and requests that ask for two things (norms GEN-05, GEN-06)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.issuing_bodies import marked_bodies, titled_body
from hegao.checks.shared.passages import spoken_without_names
from hegao.checks.shared.roster import Bodies
from hegao.checks.structure.genre_routes import equal_addressed
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.departments import split_place
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, genre_names, level_names, title_verbs

_UP, _DOWN = genre_names("up"), genre_names("down")
_LETTER, _REQUEST = "函", "请示"
_OTHER = {"贵": "你", "你": "贵"}
_CLASSES = ("单位", "校")
#: What is called so; 会 and 部 behind 你 begin other words.
_CALLED = Pattern(
    lambda: rf"(?<![昂珍宝名富高可华尊])(?P<word>[贵你])(?P<body>{one_of({*body_endings('sign'), *level_names('place'), *_CLASSES} - {'会', '部'})})(?![托派员场民别域])"
)
_OWN = Pattern(r"(?<![自你])我(?P<body>[局委厅校院])(?![托派员])")
_SCHOOL = Pattern("学|校|幼儿园")
#: A place of its own that a body of a city or of a county cannot call so.
_OWN_PLACE = Pattern(r"(?<![自你])我(?P<level>[县区])(?![别分域])")
#: What is asked for, by kinds: a request that asks for one is not to ask for another (一文一事).
_KINDS = (
    Pattern("编制|职数|内设机构|人员指标|岗位数"),
    Pattern("资金|经费|补助|拨款|款项|债券|万元|亿元"),
    Pattern("用地|土地|建设用地指标"),
    Pattern("表彰|授予|嘉奖|记功"),
    Pattern("公务用车|车辆编制|执法车辆"),
    Pattern("用房|办公场所"),
)
_ALSO = Pattern(r"(?:^|(?<=[。；])|(?<=，)(?=并))(?:同时|另外?|此外|与此同时|一并|并)[，,]?(?:[^。；，]{4,30}，)?[^。；，]{0,6}(?:恳请|请求|申请|敬请|特请|拟请|请)[^。；]{4,60}")

#: What requests ask for.
_ASKED = (*title_verbs("grants"), *title_verbs("plans"))
#: The same of what is about to be done, whatever it is: 同时，拟将县教师进修学校更名.
_ALSO_PLANNED = Pattern(
    r"(?:^|(?<=[。；]))(?:同时|另外?|此外|与此同时)[，,]?(?:[^。；，]{4,30}，)?[^。；，]{0,6}(?:拟|恳请|请求|申请|敬请|特请|请)"
    rf"[^。；，]{{0,30}}?(?:{one_of(_ASKED)})[^。；]{{2,40}}"
)


#: What the name of whom it is said of must have.
_NAMED_SO = frozenset(("局", "厅", "委", *level_names("place")))
#: How requests end, within their last paragraphs.
_ENDS_AS_REQUEST = Pattern("^(?:以上(?:请示|申请)?，?)?(?:妥否|当否|可否)，请[^。]{0,4}(?:批示|批复|审批)")
_ENDING = 6
_ONE_BODY = Pattern(rf"[\u3400-\u9fff]{{2,24}}{ending_in(body_endings('sign'))}")


def _is_one_body(name: str) -> bool:
    """Whether an addressee is one body by its name, no class of them."""
    return _ONE_BODY.fullmatch(name) is not None and not name.startswith(("各", "全"))


class Spoken(NamedTuple):
    """Words at fault, what should stand there, and the fault: ``called`` (``upwards`` where it goes up), ``own``, ``two`` or ``whom`` (who is addressed is no such body)."""

    at: Text
    right: str
    fault: str


def spoken_amiss(context: Context) -> Iterator[Spoken]:
    """The words by which the document calls others and itself amiss, and a second matter in a request."""
    document = context.document
    lines = context.once(spoken_without_names)
    told = [(node.body, lines.get(node, "")) for node in document.parts[0].nodes if isinstance(node, Heading | Paragraph)] if document.parts else []
    yield from _called(context, told)
    yield from _own(document, told)
    # What bears a word that is no genre (申请) may be a request all the same.
    if document.genre == _REQUEST or document.genre is None and any(_ENDS_AS_REQUEST.match(line) for _text, line in told[-_ENDING:]):
        yield from _second_matter(document, told)


def _called(context: Context, told: list[tuple[Text, str]]) -> Iterator[Spoken]:
    """贵局 downwards, 你局 upwards, and the rarer of both (贵局, 你局) in a letter."""
    document = context.document
    found = [(text, match) for text, line in told if "贵" in line or "你" in line for match in _CALLED.finditer(line)]
    words = Counter(match[0] for _text, match in found)
    wrong = {"贵": document.genre in _DOWN, "你": document.genre in _UP}
    for text, match in found:
        other = words[_OTHER[match["word"]] + match["body"]]
        if match["body"] in _NAMED_SO and document.addressee is not None and _is_one_body(document.addressee.name) and match["body"] not in document.addressee.name:
            yield Spoken(text.slice(*match.span()), document.addressee.name, "whom")
            continue
        equal = match["word"] == "你" and match["body"] == "局" and document.genre == _LETTER and bool(equal_addressed(document, context.tables.made(Bodies)))
        if wrong[match["word"]] or equal or document.genre == _LETTER and words[match[0]] < other:
            right = _OTHER[match["word"]] + match["body"]
            yield Spoken(text.slice(*match.span()), right, "upwards" if document.genre in _UP else "called")


def _own(document: Document, told: list[tuple[Text, str]]) -> Iterator[Spoken]:
    """我局 where no bureau issues, 我县 of a body of a city; the first place only."""
    names = [*document.issuers, titled_body(document), *(mark.value for mark in marked_bodies(document))]
    known = "".join(names)
    known += "校" if _SCHOOL.search(known) else ""
    if len(document.issuers) != 1 or not known:
        return
    level = split_place(document.issuers[0])[1]
    for text, line in told:
        match = next((one for one in _OWN.finditer(line) if one["body"] not in known), None) if "我" in line else None
        if match is None and level in ("市", "县", "区") and "我" in line:
            match = next((one for one in _OWN_PLACE.finditer(line) if one["level"] not in known), None)
        if match is not None:
            yield Spoken(text.slice(*match.span()), document.issuers[0], "own")
            return


#: Two verbs with a matter each in the title of a request: 关于解决除险加固资金和增加人员编制的请示.
_TWO_ASKED = Pattern(rf"关于(?:{one_of(_ASKED)})[^《》]{{2,40}}?(?P<also>(?:和|及|以及|并|、|暨)(?:{one_of(_ASKED)})(?P<matter>[^《》]{{2,40}}?))(?:有关(?:问题|事项))?的请示$")


def _second_matter(document: Document, told: list[tuple[Text, str]]) -> Iterator[Spoken]:
    """同时，恳请核增编制6名 in a request for money; two matters in its title."""
    title = document.title.text.value if document.title is not None else ""
    two = _TWO_ASKED.search(title)
    if two is not None and document.title is not None and not _shares(two["matter"], title[: two.start("also")]):
        yield Spoken(document.title.text.slice(*two.span("also")), "", "two")
    for text, line in told:
        seen: set[int] = set()
        for match in _ALSO.finditer(line):
            kinds = [kind for kind in _KINDS if kind.search(match[0])]
            if kinds and not any(kind.search(title) for kind in kinds) and (any(kind.search(title) for kind in _KINDS) or kinds[0] is _KINDS[0]):
                seen.add(match.start())
                yield Spoken(text.slice(*match.span()), "", "two")
        for match in _ALSO_PLANNED.finditer(line) if "关于" in title else ():
            if match.start() not in seen and not _shares(match[0], title.partition("关于")[2]):
                yield Spoken(text.slice(*match.span()), "", "two")


def _shares(words: str, title: str) -> bool:
    """Whether two letters side by side stand in both."""
    return any(words[at : at + 2] in title for at in range(len(words) - 1))
