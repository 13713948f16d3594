"""How many are said to be listed (列举数), against what is listed: names before the count, items below it (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.document.model import Document, Heading, Part
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names


class Miscounted(NamedTuple):
    """A count, how many there are, and where that is seen."""

    at: Text
    found: int
    there: Text | None = None


_NAME = r"[^，。；：、（）()\d等\s]{2,14}"
#: 焊工、电工、养老护理员3个赛项: a whole list, and how many it names.
_MANY = Scanner(
    rf"(?:^|(?<=[，。；：]))(?P<list>{_NAME}(?:、{_NAME}){{2,11}}(?:(?:和|以及){_NAME})?)(?P<n>\d{{1,2}}|[三四五六七八九十])(?P<unit>[个类种项大]|大类)(?P<noun>[\u3400-\u9fff]{{2,4}})",
    sign=r"、[^，。；：、（）()\d等\s]{2,30}(?:\d{1,2}|[三四五六七八九十])(?:[个类种项大]|大类)",
)
#: 寒假、暑假两轮: two names and a word that takes each of them for one.
_PAIR = Scanner(
    r"(?:^|(?<=[，。；：])|(?<=开展|组织|实施|分为|设立|完成))(?P<list>[\u3400-\u9fff]{2,6}、[\u3400-\u9fff]{2,6})(?P<n>[两三四五]|\d)(?:轮|季|个季度|个阶段|个环节)",
    sign=r"、[\u3400-\u9fff]{2,6}[两三四五\d](?:轮|季|个)",
)
#: 交接内容：文件资料、印章证照、在办事项三类。 Nothing but the count stands behind the list, and a colon or a verb before it.
_IN_ALL = Scanner(
    rf"(?:：|(?<=包括|涵盖|涉及)|(?<=分为))(?P<list>{_NAME}(?:、{_NAME}){{2,11}})(?:等|共)?(?P<n>\d{{1,2}}|[三四五六七八九十])(?:大类|大块|个方面|个部分|[类项种])(?=[。；，])",
    sign=r"、[^，。；：、（）()\d等\s]{2,14}(?:等|共)?(?:\d{1,2}|[三四五六七八九十])(?:大|个|[类项种])",
)
#: 东河镇、西林乡3个乡镇: names that end as what is counted is called.
_PLACES = Scanner(
    lambda: rf"(?:^|(?<=[，。；：）]))(?P<list>{_NAME}(?:、{_NAME}){{1,11}}(?:(?:和|及|以及){_NAME})?)(?P<n>\d{{1,2}}|[两三四五六七八九十])个(?P<noun>{one_of((*level_names('bear'), '学校', '医院'))})",
    sign=r"、[^，。；：、（）()\d等\s]{2,14}(?:\d{1,2}|[两三四五六七八九十])个[\u3400-\u9fff]",
)
#: 教育、公安、交通运输四部门; 东河、西林、南山三镇.
_SHORT_OF = Scanner(
    lambda: rf"(?:^|(?<=[，。；：由经]))(?P<list>{_NAME}(?:、{_NAME}){{1,11}})(?P<n>[两三四五六七八九])(?:部门|单位|{one_of(level_names('place'))})(?=[，。；：（]|联合|共同|组成|组织|分别|会商|牵头|主办|参加|$)",
    sign=r"、[^，。；：、（）()\d等\s]{2,14}[两三四五六七八九](?:部门|单位|[\u3400-\u9fff])",
)
_AND = Pattern("(?<=.{2})(?:和|以及)(?=.{2})")


_ANOTHER_SUBJECT = Pattern("(?<!自)由|会同")


def named_otherwise(names: str, stated: int) -> int | None:
    """How many names stand in a list of which one more or one less is stated; 和 may part the last two, or stand within the last."""
    if _ANOTHER_SUBJECT.search(names, max(0, names.find("、"))):
        # 橙色、红色预警由市气象局会同甲、乙、丙三家企业: what is counted begins within the list.
        return None
    listed = names.count("、") + 1
    joined = listed + len(_AND.findall(names.rsplit("、", 1)[-1]))
    return joined if stated not in (listed, joined) and abs(joined - stated) == 1 else None


def miscounted_names(context: Context) -> Iterator[Miscounted]:
    """Counts behind lists that name one more or one less."""
    text = context.once(running_without_names)
    for pattern in (_MANY, _PAIR, _IN_ALL, _SHORT_OF):
        for found in text.find(pattern, "heading", "paragraph"):
            named = named_otherwise(found.match["list"], value_of(found.match["n"]))
            if named is not None:
                yield Miscounted(found.at("n"), named)
    for found in text.find(_PLACES, "heading", "paragraph"):
        names = _NAMES_APART.split(found.match["list"])
        stated = value_of(found.match["n"])
        if all(name[-1] in found.match["noun"] for name in names) and stated != len(names) and stated - len(names) in (1, -1):
            yield Miscounted(found.at("n"), len(names))


_NAMES_APART = Pattern(r"、|(?<=[\u3400-\u9fff]{2})(?:以及|[和及])(?=[\u3400-\u9fff]{2})")


#: 途经的5条公交线路调整如下：3路、12路改经南桥，8路缩短至东站.
_LINES = Scanner(r"(?P<n>\d{1,2})条(?:公交)?线路[^，。：]{0,12}：(?P<rest>[^。]{4,300})")
_LINE = Pattern(r"[A-Za-z]?\d{1,4}路")


def miscounted_lines(context: Context) -> Iterator[Miscounted]:
    """Counts of bus lines against the numbers behind the colon."""
    for found in context.once(running_without_names).find(_LINES, "heading", "paragraph"):
        named = len(set(_LINE.findall(found.match["rest"])))
        if named >= 2 and named != int(found.match["n"]):
            yield Miscounted(found.at("n"), named)


#: 5个方面18项工作, 会议研究议题4个，议定事项9项.
_ITEMS = Scanner(r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:项|条)(?:重点|主要|具体)?(?P<noun>工作|任务|措施|举措|政策)")
_DECIDED = Scanner(r"议定(?:事项)?(?:共)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:个|项|条)")
_TOPICS = Scanner(r"(?:研究|审议|讨论)?(?:议题(?:共)?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:个|项)|等(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})个(?:方面的?问题|方面|事项|议题))")


def miscounted_items(context: Context) -> Iterator[Miscounted]:
    """Counts of items against those that are numbered through the text, or against the topics of minutes."""
    document = context.document
    for part in document.parts:
        through = _numbered_through(part)
        if through is None:
            continue
        counts = [found for found in context.once(running_without_names).find(_ITEMS, "paragraph") if _within(part, found.at("n"))]
        first = next((found for found in counts if found.at("n").line < through[0].line), None)
        if first is not None and value_of(first.match["n"]) != len(through) and abs(value_of(first.match["n"]) - len(through)) <= 2:
            yield Miscounted(first.at("n"), len(through), through[-1].text)
    if document.genre == "纪要":
        yield from _minutes(context, document)


def _within(part: Part, at: Text) -> bool:
    lines = [node.line for node in part.nodes]
    return bool(lines) and lines[0] <= at.line <= lines[-1]


def _numbered_through(part: Part) -> list[Heading] | None:
    """The items that are numbered from 1 through several sections."""
    items = [node for node in part.nodes if isinstance(node, Heading) and node.style == "digit"]
    sections = {item.parent for item in items}
    return items if len(items) >= 6 and len(sections) >= 2 and items[0].number == 1 and items[-1].number == len(items) else None


def _minutes(context: Context, document: Document) -> Iterator[Miscounted]:
    """议题4个，议定事项9项, against the headings of the minutes and the items under them."""
    main = document.parts[0] if document.parts else None
    if main is None:
        return
    topics = [node for node in main.nodes if isinstance(node, Heading) and node.style == "han"]
    # A topic without items is one decision.
    decided = sum(max(1, len(topic.children)) for topic in topics)
    # A number met twice is that of another item.
    many = len({topic.number for topic in topics})
    text = context.once(running_without_names)
    for pattern, there in ((_TOPICS, many), (_DECIDED, decided)):
        for found in text.find(pattern, "paragraph"):
            stated = value_of(found.match["n"] or found.match.groupdict().get("m") or "")
            if len(topics) >= 2 and topics[0].line > found.at().line and stated != there and abs(stated - there) <= 2:
                yield Miscounted(found.at(), there, topics[-1].text)
