"""Counts that are met again (计数前后一致): groups by their numbers, places by what is said of them, rows of the table that follows (norms FIG-16).

组成4个督查组 and a table with 第一督查组 to 第四督查组; 差错率超过10%的有甲市、乙市和丙州 and 差错率超过10%的3个市（州）; 以下4项工作，具体安排如下 and
a table with four rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.text.arithmetic.counts.miscounts import Miscounted
from hegao.checks.text.arithmetic.tables.figure_cells import is_total
from hegao.document.model import Document, Heading, Paragraph, Table
from hegao.phrases.numbers import A_COUNT, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: 组成4个督查组, 划分为三个片区.
_FORMED = Scanner(
    rf"(?:组成|成立|组建|设立|设置|设|派出|抽调[^，。；]{{0,16}}组成|分成|分为|划分为|划为|编成|编为|共|分|由){A_COUNT}(?:个|支|路|大)?(?P<noun>[\u3400-\u9fff]{{0,8}}?(?:组|队|片区|标段|考点|分会场|网格|赛区|考区|站|专班|片|包))(?![\u3400-\u9fff]?长)"
)
#: 第一督查组, 督查一组, 第1标段.
_NUMBERED = Pattern(r"^第(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})(?P<noun>[\u3400-\u9fff]{1,10})|^(?P<noun2>[\u3400-\u9fff]{2,8})第?(?P<n2>[一二三四五六七八九十]{1,2}|\d{1,2})(?P<tail>组|队)$")
_MOST_OFF = 2
_FEWEST = 2


def counts_met_otherwise(context: Context) -> Iterator[Miscounted]:
    """Counts that what is counted contradicts where it is met again."""
    yield from _groups(context)
    yield from _numbered_on(context)
    yield from _above(context)
    yield from _said_of(context)
    yield from _rows_below(context.document)
    yield from _as_in_cells(context)


def _groups(context: Context) -> Iterator[Miscounted]:
    series = dict(_series(context.document))
    if not series:
        return
    formed = list(context.once(running_without_names).find(_FORMED, "heading", "paragraph"))
    for noun, (many, at) in series.items():
        meant = [found for found in formed if _same_noun(found.match["noun"], noun)]
        stated = {value_of(found.match["n"]) for found in meant}
        if len(stated) == 1 and many not in stated and abs(many - next(iter(stated))) <= _MOST_OFF:
            yield Miscounted(meant[0].at("n"), many, at)


def _same_noun(said: str, numbered: str) -> bool:
    return said == numbered or said.endswith(numbered) or len(said) >= 2 and numbered.endswith(said)


def _series(document: Document) -> Iterator[tuple[str, tuple[int, Text]]]:
    """Things that a column of a table, or the headings of a numbering, number through from one: what they are called, how many."""
    # Each text with the place where its words begin.
    columns: list[list[tuple[Text, int]]] = []
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                rows = [row.cells for row in node.rows if not is_total(row)]
                columns += [[(cells[index], 0) for cells in rows if index < len(cells)] for index in range(min(3, len(node.columns)))]
    seen: set[object] = set()
    for node in document.of("heading"):
        if isinstance(node, Heading) and node.numbering not in seen:
            seen.add(node.numbering)
            columns.append([(heading.body, len(heading.label)) for heading in node.numbering.headings if len(heading.label) < len(heading.body.value)])
    told: dict[str, list[tuple[int, Text]]] = defaultdict(list)
    for cells in columns:
        matches = _all_numbered(cells) if len(cells) >= _FEWEST else []
        if not matches:
            continue
        nouns = [match["noun"] or match["noun2"] + match["tail"] for match in matches]
        numbers = [value_of(match["n"] or match["n2"]) for match in matches]
        common = _common(nouns)
        if common and sorted({*numbers}) == list(range(1, max(numbers) + 1)) and len({*numbers}) >= _FEWEST:
            text, start = cells[-1]
            told[common].append((max(numbers), text.slice(start)))
    for noun, several in told.items():
        if len({many for many, _at in several}) == 1:
            yield noun, several[0]


def _all_numbered(cells: Sequence[tuple[Text, int]]) -> list[re.Match[str]]:
    """The numbers and names of things, if each text tells such from its place on; else none."""
    matches = []
    for cell, start in cells:
        match = _NUMBERED.match(cell.value[start:].strip())
        if match is None:
            return []
        matches.append(match)
    return matches


def _common(nouns: list[str]) -> str:
    """What all nouns begin with, as far as the word for a group: 督查组（市公安局）."""
    first = nouns[0]
    size = next((size for size in range(len(first), 0, -1) if all(noun.startswith(first[:size]) for noun in nouns)), 0)
    match = _GROUP.match(first[:size])
    return match[0] if match else ""


_GROUP = Pattern(r"[\u3400-\u9fff]{0,8}?(?:组|队|片区|标段|考点|分会场|网格|赛区|考区|站|专班|片|包)")

#: 分四期进行：第一期……；第二期……; 分4个标段：一标段……，二标段…….
_IN_PARTS = Scanner(rf"(?:分成?|分为|划分为|共|设){A_COUNT}个?(?P<noun>期|批次?|标段|轮|阶段|步|片区?|场次?|组|路|线)")


def _numbered_on(context: Context) -> Iterator[Miscounted]:
    """Parts that the passage numbers on from one."""
    for found in context.once(running_without_names).find(_IN_PARTS, "heading", "paragraph"):
        value, noun, at = found.match.string, found.match["noun"], found.match.end()
        last = 0
        for number in _NUMERALS:
            following = re.compile(rf"(?<=[，。；：、\s])第?{number}{noun}").search(value, at - 1)
            if following is None:
                break
            at, last = following.end(), last + 1
        stated = value_of(found.match["n"])
        if last >= _FEWEST and stated != last and abs(stated - last) <= _MOST_OFF:
            yield Miscounted(found.at("n"), last)


_NUMERALS = "一二三四五六七八九十"
#: …：云岭县、临湖区、青山县。对上述3个县（区）予以通报.
_ABOVE = Scanner(rf"(?:上述|以上){A_COUNT}(?:个|家|名|位|所|条|处|种|类)(?P<noun>[\u3400-\u9fff（）]{{1,8}})")
_LIST_BEFORE = Pattern(r"(?P<list>[\u3400-\u9fff]{2,14}(?:、[\u3400-\u9fff]{2,14}){1,11}(?:(?:和|及|以及)[\u3400-\u9fff]{2,14})?)[。；，][^，。；、：\d]{0,8}$")


def _above(context: Context) -> Iterator[Miscounted]:
    """The names of the sentence before."""
    for found in context.once(running_without_names).find(_ABOVE, "heading", "paragraph"):
        before = _LIST_BEFORE.search(found.match.string, 0, found.match.start())
        if before is None or _MORE.search(before["list"]):
            continue
        # A whole sentence, or what stands behind a colon: what comes before belongs to no list.
        opened = found.match.string[before.start() - 1 : before.start()]
        fewest = before["list"].count("、") + 1
        most = fewest + len(_AND.findall(before["list"].rsplit("、", 1)[-1]))
        stated = value_of(found.match["n"])
        if opened == "：" and stated not in range(fewest, most + 1) and abs(stated - most) <= _MOST_OFF:
            yield Miscounted(found.at("n"), most, found.passage.slice(*before.span("list")))


#: 差错率超过10%的有甲市、乙市和丙州; 差错率超过10%的3个市（州）.
_SAID_OF = Scanner(
    r"(?P<of>[^，。；：、\s（）]{5,16})的[\u3400-\u9fff]{0,2}?(?:有|为|是|包括|分别为|分别是)(?P<list>[\u3400-\u9fff]{2,12}(?:、[\u3400-\u9fff]{2,12}){0,9}(?:(?:和|及|以及)[\u3400-\u9fff]{2,12})?)(?=[。；，])",
    sign=r"的[\u3400-\u9fff]{0,4}?(?:[有为是]|包括)[\u3400-\u9fff]{2,28}[、。；，]",
)
_SO_MANY = Scanner(rf"(?P<of>[^，。；：、\s（）]{{5,16}})的{A_COUNT}(?:个|家|名|所)", sign=r"的(?:\d{1,2}|[两三四五六七八九十])[个家名所]")
_AND = Pattern("(?<=.{2})(?:和|以及|及)(?=.{2})")
_MORE = Pattern("等|其他|部分|主要|问题|情况|不|未|原因")


def _said_of(context: Context) -> Iterator[Miscounted]:
    text = context.once(running_without_names)
    lists: list[Found] = []
    for found in text.find(_SO_MANY, "heading", "paragraph"):
        lists = lists or list(text.find(_SAID_OF, "heading", "paragraph"))
        for named in lists:
            of, other = found.match["of"], named.match["of"]
            if not (of.endswith(other[-_WORDS:]) and other.endswith(of[-_WORDS:])) or _MORE.search(named.match["list"]):
                continue
            listed = named.match["list"]
            fewest = listed.count("、") + 1
            most = fewest + len(_AND.findall(listed.rsplit("、", 1)[-1]))
            if value_of(found.match["n"]) not in range(fewest, most + 1) and abs(value_of(found.match["n"]) - most) <= _MOST_OFF and most > 1:
                yield Miscounted(found.at("n"), most, named.at("list"))
                break


#: So many characters before 的 must be the same.
_WORDS = 5
#: 以下4项工作，具体安排如下：; 12项任务分工如下：, right before a table.
_TABLED = Pattern(
    rf"(?:以下|下列|如下|下表所列){A_COUNT}(?:大|个|项|条|点|类|方面|件|家|名|处)[^。；]{{0,30}}$|{A_COUNT.replace('<n>', '<m>')}(?:项|件|条)[^，。；：、]{{1,12}}(?:[，][^，。；：]{{0,10}})?(?:如下|见下表)[^，。；：]{{0,4}}$"
)


def _rows_below(document: Document) -> Iterator[Miscounted]:
    for part in document.parts:
        for index, table in enumerate(part.nodes):
            if not isinstance(table, Table):
                continue
            serials = [row.serial for row in table.rows if row.serial is not None]
            if len(serials) < _FEWEST or serials != list(range(1, len(serials) + 1)) or len({row.line for row in table.rows}) != len(table.rows):
                continue
            for node in reversed(part.nodes[max(0, index - 2) : index]):
                if not isinstance(node, Heading | Paragraph):
                    continue
                text = node.body if isinstance(node, Heading) else node.text
                match = _TABLED.search(text.value.rstrip("：:。"))
                if match is not None:
                    name = "n" if match["n"] else "m"
                    stated = value_of(match[name])
                    if stated != len(serials) and abs(stated - len(serials)) <= _MOST_OFF:
                        yield Miscounted(text.slice(*match.span(name)), len(serials), table.rows[-1].text)
                    break


#: 集中约谈3个市（州）统计局: what is done, how many, of what.
_CELL = Pattern(r"^(?P<verb>[\u3400-\u9fff]{2,8})(?P<n>\d{1,3}|[两三四五六七八九十])(?:个|家|所|名|座|处|条|项|件)(?P<noun>[\u3400-\u9fff（）]{3,12})$")
_COUNTED = Scanner(r"(?<![\d.第每各])(?P<n>\d{1,3}|[两三四五六七八九十])(?:个|家|所|名|座|处|条|项|件)(?P<noun>[\u3400-\u9fff（）]{3,16})")


def _as_in_cells(context: Context) -> Iterator[Miscounted]:
    cells = list(_cells(context.document))
    if not cells:
        return
    counted: Mapping[str, list[Found]] = defaultdict(list)
    for found in context.once(running).find(_COUNTED, "heading", "paragraph"):
        counted[found.match["noun"][:3]].append(found)
    for cell, match in cells:
        alike = [found for found in counted.get(match["noun"][:3], ()) if found.match["noun"].startswith(match["noun"])]
        if any(value_of(found.match["n"]) == value_of(match["n"]) for found in alike):
            continue
        for found in alike:
            sentence = _sentence(found)
            if match["verb"] in sentence and abs(value_of(found.match["n"]) - value_of(match["n"])) <= max(_MOST_OFF, value_of(match["n"]) // 4):
                yield Miscounted(found.at("n"), value_of(match["n"]), cell)
                break


def _cells(document: Document) -> Iterator[tuple[Text, re.Match[str]]]:
    for part in document.parts:
        for node in part.nodes:
            if isinstance(node, Table):
                yield from ((cell, match) for row in node.rows for cell in row.cells if (match := _CELL.match(cell.value.strip())) is not None)


def _sentence(found: Found) -> str:
    value = found.match.string
    begin = max(value.rfind(mark, 0, found.match.start()) for mark in "。；\n") + 1
    ends = [end for mark in "。；\n" if (end := value.find(mark, found.match.end())) >= 0]
    return value[begin : min(ends, default=len(value))]
