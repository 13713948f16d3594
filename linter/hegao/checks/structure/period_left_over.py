"""A quarter, half year, term or year left over from the last draft (上期残留) where the title tells another: 为做好第二季度…, 2025年上半年，我局… (norms TTL-07, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.structure.told_otherwise import Told
from hegao.document.model import Document, Heading, Paragraph
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_names, issuing_words, level_names, matter_words

#: A year and what part of it is told of; either may stand alone.
_PERIOD = Pattern(
    r"(?<![\d—－至-])(?P<year>20\d\d)年(?:度)?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<season>[春夏秋冬])季)?(?![\d—－至])"
    r"|(?<![前近后头])第?(?P<quarter_alone>[一二三四1-4])季度|(?P<half_alone>[上下])半年|(?P<season_alone>[春夏秋冬])季"
)
_KINDS = ("quarter", "half", "season")
_HAN = Pattern("^(?:学期)?的?(?P<of>[\u3400-\u9fff]{4})")
#: What a text is to do, at its begin: 为做好2026年第三季度安全生产工作.
_SETS_OUT = Pattern(rf"^(?:为|为了)(?:切实|全力|进一步|扎实|有序|全面|统筹|高质量)?(?:{one_of(matter_words('done'))}|抓好|搞好|推进|确保|保障|总结|组织)(?:好)?(?:[全我]?(?:{one_of(level_names('place'))}|校|局|院))?$")
#: Who tells of a period opens with it: 2026年上半年，我局….
_TELLS = frozenset((*genre_names("up"), *genre_names("telling"), "通报", "决定"))
_OPENS = Pattern(r"^(?:度|以来|来|期间)?，")
_ASIDE = Pattern(rf"同期|同比|上年|去年|往年|历年|相比|较(?![好大快强为差])|此前|曾|已|以来|截[至止]|结转|延续|上一?(?:年|季|学期)|{one_of(issuing_words())}|根据|依据|按照|通知》|下一步|[通汇]报|总结|分析|情况|定于|拟于|将于")
_OPENING = 3


class _Period(NamedTuple):
    """A year, where it is told, and the part of it: its kind and which."""

    year: int | None
    kind: str
    which: int | str
    start: int
    end: int


def left_over(document: Document) -> Told | None:
    """The first place where the text tells of what the title is about, or opens, with another period of the kind than the title's."""
    title = document.title.text if document.title is not None else None
    own = list(_periods(title.value)) if title is not None else []
    if title is None or len(own) != 1 or not document.parts:
        return None
    period, matter = own[0], _HAN.match(title.value[own[0].end :])
    places = (title.slice(period.start, period.end),)
    nodes = [node.body for node in document.parts[0].nodes if isinstance(node, (Heading, Paragraph))]
    for index, text in enumerate(nodes):
        for other in _periods(text.value):
            of = _HAN.match(text.value[other.end :])
            same = matter is not None and of is not None and of["of"] == matter["of"]
            if (_other(period, other, same) or same and _named_after(period, other, text)) and (same or index < _OPENING and _opens(document, text, other)) and not _aside(text, other, period):
                said = text.slice(other.start, other.end)
                return Told(said, said.value, places[0].value, places)
    return None


def _periods(value: str) -> Iterator[_Period]:
    for match in _PERIOD.finditer(value):
        kind = next((one for one in _KINDS if match[one] or match[f"{one}_alone"]), "")
        written = (match[kind] or match[f"{kind}_alone"]) if kind else ""
        which = value_of(written) if kind == "quarter" else written
        yield _Period(int(match["year"]) if match["year"] else None, kind, which if which is not None else written, *match.span())


def _other(own: _Period, other: _Period, same: bool) -> bool:
    """Whether two tell of one kind of period and not of the same one; a year before that of the title counts, a later one is planned for."""
    if own.kind != other.kind:
        return False
    if own.kind and own.which != other.which:
        return own.year is None or other.year is None or own.year == other.year
    return not same and own.year is not None and other.year is not None and other.year == own.year - 1


def _named_after(own: _Period, other: _Period, text: Text) -> bool:
    """Whether a name in quotes, that of an honour, begins with the year before that of the title."""
    return not own.kind and not other.kind and own.year is not None and other.year == own.year - 1 and text.value[: other.start].endswith("“")


def _opens(document: Document, text: Text, other: _Period) -> bool:
    """Whether the text sets out to tell of that period: 为做好…, or in a report, the period before the first comma."""
    before = text.value[: other.start]
    return _SETS_OUT.match(before) is not None or not before and document.genre in _TELLS and _OPENS.match(text.value[other.end :]) is not None


def _aside(text: Text, other: _Period, own: _Period) -> bool:
    """Whether the clause compares, cites, or tells of one period after another."""
    value = text.value
    begin = max(value.rfind(mark, 0, other.start) for mark in "。；") + 1
    clause = value[begin : min((at for mark in "，；。" if (at := value.find(mark, other.end)) >= 0), default=len(value))]
    cited = value.rfind("《", begin, other.start) > value.rfind("》", begin, other.start)
    course = any(one.kind and one.which not in (own.which, other.which) for one in _periods(value[begin : other.start]))
    return cited or course or _ASIDE.search(clause) is not None
