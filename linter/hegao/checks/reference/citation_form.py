"""References (引用): how texts are cited, one text under two numbers, texts no longer in force (norms REF)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice, pairwise
from operator import attrgetter
from typing import Any

from hegao.checks.base import Context, Hit, check, collector
from hegao.checks.reference.named_apart import told_apart
from hegao.checks.reference.number_in_text import impossible_years, slipped_numbers
from hegao.checks.reference.spoken_citations import spoken_citations
from hegao.checks.shared.listed_documents import documents_in
from hegao.checks.shared.masking import TITLE
from hegao.checks.shared.passages import edit_at, in_force, running
from hegao.document.model import Citation, Document, Heading, Paragraph
from hegao.phrases.numbers import NumberPhrase, own_code
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.building_blocks import terminal
from hegao.words.laws import law_of, replaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import citing_words

_HAN = "\u3400-\u9fff"


def _cited_number() -> str:
    """A number as it is cited; round brackets stand there for the brackets round it."""
    return rf"[{_HAN}]{{1,10}}{terminal('_SQUARE_OPENING')}{terminal('_YEAR')}{terminal('_SQUARE_CLOSING')}{terminal('_SERIAL')}号"


_SERIAL = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_MALFORMED = Scanner(
    lambda: rf"""
    (?P<inside>《(?P<inside_title>[^《》]{{4,200}})[（(](?P<inside_number>{_cited_number()})[）)]》)        # 《…（江政发〔2024〕3号）》
  | (?P<status>《(?P<status_title>[^《》]{{2,200}})》(?P<status_word>[（(](?:试行|暂行)[）)]))          # 《…办法》（试行）
  | (?P<bare>(?P<bare_title>{TITLE})(?P<bare_number>{_cited_number()}))                             # 《…》江政发〔2024〕3号
  | (?P<first>(?P<first_number>{_cited_number()})(?:文件?)?(?P<first_title>{TITLE})(?![（(]))           # 江政发〔2024〕3号《…》
  | (?P<yearless>(?P<yearless_title>{TITLE})[（(](?P<yearless_code>[{_HAN}]{{1,8}}[发函办规字报请]|[{_HAN}]{{2,6}}(?<![令告第期次届版批号稿章节条要]))第?(?P<yearless_serial>\d{{1,4}}号)[）)])
  | (?P<turned>(?P<turned_title>{TITLE})[（(](?P<turned_year>{terminal('_SQUARE_OPENING')}20\d\d{terminal('_SQUARE_CLOSING')})(?:(?P<turned_serial>\d{{1,4}}号)(?P<turned_code>[{_HAN}]{{2,10}})?|(?P<inner_code>[{_HAN}]{{2,10}})(?P<inner_serial>\d{{1,4}}号))[）)])
  | (?P<order>《(?P<order_title>[^《》]{{4,120}})[（(](?P<order_number>[^（）()《》]{{2,30}}(?:令|公告)(?:20\d\d年)?第{_SERIAL}号)[）)]》)  # 《…（×部令第3号）》
  | (?P<ahead>(?<!》)[（(](?P<ahead_number>{_cited_number()})[）)](?P<ahead_title>{TITLE})(?![（(]))     # （江政发〔2024〕3号）《…》
  | (?P<foreign>(?<=》)[（(](?P<foreign_number>{_cited_number()})[）)](?P<foreign_title>{TITLE})(?![（(]))  # 《…法》（江政发〔2024〕3号）《…》
  | (?P<ordered>(?P<ordered_number>[{_HAN}]{{2,12}}令(?:20\d\d年)?第{_SERIAL}号)(?P<ordered_title>{TITLE})(?![（(]))  # 国务院令第1号《…》
  | (?P<serialless>(?P<serialless_title>{TITLE})[（(](?P<serialless_number>[{_HAN}]{{2,14}}〔20\d\d〕)号?[）)])     # 《…》（江政发〔2024〕）
  | (?P<endless>(?P<endless_title>{TITLE})[（(](?P<endless_number>[{_HAN}]{{1,14}}〔20\d\d〕\d{{1,4}}|[^（）()《》]{{2,30}}(?:令|公告)(?:20\d\d年)?第{_SERIAL})[）)])
  | (?P<angle>《[^《》<>]*<(?P<angle_inner>[^<>《》]{{2,80}})>[^《》<>]*》)                       # 《关于印发<办法>的通知》
  | (?P<vague>(?:根据|按照|依据|遵照)[^，。；、《》]{{0,4}}?(?:上级|有关|相关)的?(?:有关|相关)?(?:文件|规定|政策|通知)精神)             # 根据上级有关文件精神
    """,
    re.VERBOSE,
    sign=lambda: (
        rf"》(?:[{_HAN}]{{1,10}}{terminal('_SQUARE_OPENING')}|[（(](?:[{_HAN}]{{1,9}}\d{{1,4}}号|{terminal('_SQUARE_OPENING')}20\d\d|试行|暂行|[{_HAN}]{{1,14}}〔20\d\d〕\d{{0,4}}号?[）)]))"
        rf"|(?:令|公告)(?:20\d\d年)?第{_SERIAL}[）)]|{_SERIAL}号(?:[）)]》|[）)]?(?:文件?)?《)|<|精神"
    ),
)


def _inside(match: re.Match[str]) -> str:
    return f"《{match['inside_title']}》（{match['inside_number']}）"


def _status(match: re.Match[str]) -> str:
    return f"《{match['status_title']}（{match['status_word'][1:-1]}）》"


def _bare(match: re.Match[str]) -> str:
    return f"{match['bare_title']}（{match['bare_number']}）"


#: Kinds whose number stands in front, perhaps behind words of the sentence.
_IN_FRONT = ("first", "ordered")
_CITING = Pattern(rf"^.{{0,8}}?{one_of(citing_words('basis'))}")


def _own_number(number: str) -> str:
    """A number in front of a title without the words of the sentence before it."""
    return _CITING.sub("", number) if "令" in number else own_code(number)


def _behind(kind: str) -> Callable[[re.Match[str]], str]:
    """The number, which stands in front, put behind the title."""
    return lambda match: f"{match[f'{kind}_title']}（{_own_number(match[f'{kind}_number'])}）"


def _serialless(match: re.Match[str]) -> str:
    return f"{match['serialless_title']}（{match['serialless_number'].removesuffix('号')}×号）"


def _yearless(match: re.Match[str]) -> str:
    return f"{match['yearless_title']}（{match['yearless_code']}〔××××〕{match['yearless_serial']}）"


def _turned(match: re.Match[str]) -> str:
    code = match["turned_code"] or match["inner_code"] or "机关代字"
    return f"{match['turned_title']}（{code}{match['turned_year']}{match['turned_serial'] or match['inner_serial']}）"


def _angle(match: re.Match[str]) -> str:
    return f"〈{match['angle_inner']}〉"


def _order(match: re.Match[str]) -> str:
    return f"《{match['order_title']}》（{match['order_number']}）"


def _endless(match: re.Match[str]) -> str:
    return f"{match['endless_title']}（{match['endless_number']}号）"


_RIGHT: dict[str, Callable[[re.Match[str]], str]] = {
    "inside": _inside,
    "order": _order,
    "ahead": _behind("ahead"),
    "foreign": _behind("foreign"),
    "ordered": _behind("ordered"),
    "serialless": _serialless,
    "endless": _endless,
    "status": _status,
    "bare": _bare,
    "first": _behind("first"),
    "yearless": _yearless,
    "turned": _turned,
    "angle": _angle,
    "vague": lambda match: f"{match['vague'][:2]}《文件标题》（发文字号）",
}


@check(
    "citation-form",
    nodes={"document"},
    parameters={
        "since": {
            "description": "Day (YYYY-MM-DD) from which documents are looked at: older ones stay as they are.",
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "default": "2012-07-01",
        }
    },
    facts=("written", "right"),
    faults=("form", "doubt", "later", "early"),
)
def citation_form(node: Document, context: Context, since: str) -> Iterator[Hit]:
    """Citations with number, title or （试行） in the wrong places (REF-01, TTL-12), without year, or with < > for 〈〉 (TTL-08).

    < > is left alone in published copies: web pages lose 〈〉.  Facts: ``written`` and ``right``, a long title cut in its middle.
    """
    if not in_force(context.document, since):
        return
    for hit in _amiss(node, context, since):
        yield hit._replace(facts={"fault": "form", **hit.facts})
    for spoken in spoken_citations(context):
        yield Hit(spoken.at, {"written": spoken.at.value, "right": spoken.right, "fault": "doubt" if spoken.doubtful else "form"})
    for impossible in impossible_years(node, context.once(running)):
        fault = "later" if impossible.own is not None else "early"
        facts = {"written": impossible.at.value, "right": impossible.day, "fault": fault}
        yield Hit(impossible.at, facts, (impossible.own,) if impossible.own is not None else ())


def _amiss(node: Document, context: Context, since: str) -> Iterator[Hit]:
    """What is cited with its title, its number or both."""
    for slipped in slipped_numbers(context.once(running), int(since[:4]) + 1):
        yield Hit(slipped.at, {"written": slipped.at.value, "right": slipped.right}, edits=edit_at(slipped.at, slipped.right, False))
    yield from _unnumbered(node, context)
    for found in context.once(running).find(_MALFORMED):
        text, match = found.passage, found.match
        kind = match.lastgroup or ""
        if found.node.kind == "title" or kind == "angle" and context.profile == "published":
            continue
        start, end = match.span()
        if kind == "foreign" and not _of_a_law(text.value[:start]):
            continue
        if kind == "bare" and text.value[end : end + 1] in ("）", ")") and not _inside_round(text.value, start):
            # Only the bracket in front of the number was lost.
            end += 1
        elif kind in _IN_FRONT:
            start += len(match[f"{kind}_number"]) - len(_own_number(match[f"{kind}_number"]))
        elif kind == "angle":
            start, end = match.start("angle_inner") - 1, match.end("angle_inner") + 1
        at = text.slice(start, end)
        right = _RIGHT[kind](match)
        yield Hit(at, {"written": _shorten(at.value), "right": _shorten(right)}, edits=edit_at(at, right, False))


#: What a reply answers: 你局《关于…的请示》收悉, its number lost.
_ANSWERED = Pattern(rf"^[^。；《]{{0,20}}(?P<letter>{TITLE})(?=已?收悉)")
#: 你县来文收悉: neither its title nor its number.
_ANSWERED_NOTHING = Pattern(r"^(?:你|贵)[^，。；《]{1,12}(?:来文|来函|报来的?(?:请示|材料)|请示|函|报告|来件)(?=已?(?:收悉|收到))")


#: What deputies write bears a number of their assembly.
_OF_DEPUTIES = ("建议》", "提案》")


def _unnumbered(document: Document, context: Context) -> Iterator[Hit]:
    """A reply that cites the letter it answers without its number (REF-03); public copies may have left it out."""
    if document.genre not in ("批复", "函") or context.profile == "published":
        return
    for node in islice(document.of("paragraph"), 2):
        match = _ANSWERED.search(node.text.value)
        if match is not None and not match["letter"].endswith(_OF_DEPUTIES):
            at = node.text.slice(*match.span("letter"))
            yield Hit(at, {"written": _shorten(at.value), "right": f"{_shorten(at.value)}（来文字号）"})
        nothing = _ANSWERED_NOTHING.match(node.text.value)
        if nothing is not None:
            yield Hit(node.text.slice(0, nothing.end()), {"written": nothing[0], "right": "你×《关于…的请示》（来文字号）"})


def _of_a_law(before: str) -> bool:
    """Whether a text ends with the title of a law, which never bears the number of a document."""
    return law_of(before[before.rfind("《") + 1 : -1]) is not None


def _inside_round(text: str, at: int) -> bool:
    """Whether a round bracket is open at ``at``."""
    return sum(text.count(mark, 0, at) for mark in "（(") > sum(text.count(mark, 0, at) for mark in "）)")


def _shorten(citation: str) -> str:
    """A citation whose long title is cut in its middle, for a message."""
    return re.sub(r"([《〈<][^《》〈〉<>]{8})[^《》〈〉<>]{8,}([^《》〈〉<>]{6}[》〉>])", r"\1…\2", citation)


# --- what is cited, for the judgement over the batch ---

#: Shorter cells hold no title.
_SHORTEST_LISTED = 6

def _number(phrase: NumberPhrase) -> dict[str, Any]:
    return {"number": phrase.normal, "code": phrase.code, "year": phrase.year, "serial": phrase.serial}


def _by_block(citations: Iterable[Citation]) -> Iterator[tuple[Text, list[Citation]]]:
    """Each text with what it cites."""
    for _block, several in groupby(citations, key=attrgetter("block")):
        cited = list(several)
        yield cited[0].block, cited


@collector("citations")
def collect_citations(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The texts cited with a number, and the document's own title and number."""
    key = f"{document.line}"
    if document.number is not None and document.title is not None and document.number.phrase.year is not None:
        own = _number(document.number.phrase) | {"title": document.title.text.value, "own": True, "key": key}
        yield document.number.text, own
    for citation in document.citations:
        phrase = citation.phrase
        if phrase.number is not None and phrase.number.year is not None:
            yield citation.text, _number(phrase.number) | {"title": phrase.title, "own": False, "key": key}
    yield from _listed(document)
    cited = {citation.phrase.number.normal for citation in document.citations if citation.phrase.number is not None}
    for number in document.numbers:
        if not number.own and number.phrase.year is not None and number.phrase.normal not in cited:
            yield number.text, _number(number.phrase) | {"title": "", "own": False, "key": key}
    for place, apart in enumerate(told_apart(document)):
        pair = {"number": "", "code": "", "year": None, "serial": 0, "title": "", "own": False, "key": key, "apart": f"{place}"}
        yield apart.there, pair | {"said": "", "other": ""}
        yield apart.at, pair | {"said": apart.at.value, "other": apart.other, "fault": apart.fault}


def _listed(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The texts that tables list with title and number."""
    for listed in documents_in(document):
        if listed.title is not None and len(listed.title.value) >= _SHORTEST_LISTED:
            yield listed.title, _number(listed.number) | {"title": listed.title.value, "own": False, "key": f"{document.line}"}


# --- texts no longer in force ---

_BASIS = Pattern(rf"{one_of(citing_words('basis'))}[^。；！？]{{0,120}}?$")
#: What is to be kept must be in force.
_FOLLOWED = Pattern(r"(?:(?<![提])按|严格执行|遵守|贯彻(?:落实|实施|执行)?|违反|符合|适用)(?:国家)?$")
_CHAIN = ("、", "和", "及", "以及", "")
_ABOLISHED_BEHIND = Pattern(r"^(?:[（(][^（）()]{2,20}令第[^（）()]{1,6}号[）)])?[，、]?(?:自[^，。；《]{2,20}起)?(?:同时|即行|即时|予以|一并|相应|现|已|也|均|不再执行|停止执行|失效|废止|即)*(?:废止|停止执行|失效|不再执行)(?!《|以下|下列|部分|了)")
_ABOLISHED_BEFORE = Pattern(r"(?:废止|停止执行)[^，。；！？]{0,6}$")
#: What is amended must be in force: 将《规定》第五条中的…修改为….
_AMENDED_BEHIND = Pattern(r"^(?:[（(][^（）()]{2,40}[）)])?(?:作(?:如下|出|了)?(?:部分)?修[改订]|第[^，。；]{1,40}?(?:修改为|作[^，。；]{0,6}修改|删除|删去)|中的?[^，。；]{1,30}修改为|继续有效|予以保留)")
#: Only a part of the text is repealed.
_PART_BEHIND = Pattern(r"^(?:中|第|关于|的|有关|部分|附件)")


#: The order or the number behind a title.
_ORDER_BEHIND = Pattern(r"《[^《》]+》[（(](?P<order>[^（）()《》]{2,20}(?:令(?:20\d\d年)?第\d{1,3}|〔20\d\d〕\d{1,4})号)[）)]")
#: A law is told of as one of the past.
_PAST = Pattern(r"(?:原|当时|废止|取代|代替|替代|修[订改]|沿用|历史|曾)[^，。；《》]{0,8}$")
_PAST_BEHIND = Pattern(r"^[^。；《]{0,20}?(?:废止|失效|当时|时期|期间|施行以来|取代|代替|修[订改]为|改为)")
#: A law is cited as one in force.
_APPLIED = Pattern(r"(?:遵守|执行|违反|符合|适用|实施|落实|贯彻|学习|宣传|依|按|据|《[^《》]+》[、和及])[^，。；《》]{0,6}$")
_APPLIED_BEHIND = Pattern(r"^(?:[（(][^（）()]{0,40}[）)])?(?:第[一二三四五六七八九十百\d]{1,5}条|[、和及以]{0,2}(?:等|的|有关|相关|中)*(?:法律|法规|规定|要求))")


@collector("abolished")
def collect_abolished(document: Document) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """The texts that the document repeals, and those that it rests on, with its own day."""
    # The day that was cut from under the signature may stand in the imprint.
    issued = document.issued or next((date.day for date in document.dates if date.role == "imprint"), None)
    grounds = _grounds(document)
    for text, cited in _by_block(document.citations):
        previous: str | None = None
        for index, citation in enumerate(cited):
            phrase = citation.phrase
            before = text.value[max(0, phrase.start - 140) : phrase.start]
            role = _role(before, text.value[phrase.end : phrase.end + 60])
            if role is None and text in grounds:
                role = "basis"
            elif role is None and index and text.value[cited[index - 1].phrase.end : phrase.start] in _CHAIN:
                role = previous
            previous = role
            title = _with_order(phrase.title, text.value[phrase.start :])
            if role != "abolished" and title in replaced():
                role = _role_of_replaced(role, before, text.value[phrase.end :])
            if role is not None and issued is not None:
                number = _number(phrase.number) if phrase.number is not None else {"number": ""}
                yield citation.text, {"role": role, **number, "title": title, "day": issued.isoformat(), "key": f"{document.line}"}


#: What stands below is what the text rests on: 1.2 编制依据.
_GROUNDS = Pattern(r"(?:编制|制定|法律|政策|主要|起草)依据$")


def _grounds(document: Document) -> set[Text]:
    """The texts below a heading that says what the document rests on."""
    return {
        node.text
        for part in document.parts
        for before, node in pairwise(part.nodes)
        if isinstance(before, Heading) and isinstance(node, Paragraph) and _GROUNDS.search(before.title)
    }


def _with_order(title: str, behind: str) -> str:
    """The title with the order cited behind it, where that one tells a version that was replaced: 《…办法》（财政部令第18号）."""
    match = _ORDER_BEHIND.match(behind)
    whole = f"{title}（{match['order']}）" if match is not None else title
    return whole if whole in replaced() else title


def _role_of_replaced(role: str | None, before: str, behind: str) -> str | None:
    """What a law that another replaced is cited for: it is no rule for anything, wherever it is cited as one, but may be told of as past."""
    if _PAST.search(before) or _PAST_BEHIND.match(behind):
        return None
    return "basis" if role or _APPLIED.search(before) or _APPLIED_BEHIND.match(behind) else None


def _role(before: str, behind: str) -> str | None:
    """What a citation is for: ``abolished``, ``basis`` or neither."""
    if _ABOLISHED_BEHIND.match(behind) or (_ABOLISHED_BEFORE.search(before) and not _PART_BEHIND.match(behind)):
        return "abolished"
    return "basis" if _BASIS.search(before) or _FOLLOWED.search(before) or _AMENDED_BEHIND.match(behind) else None
