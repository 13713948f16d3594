"""What a text cites of itself (本预案2.5, 本细则第三条第五项) that it does not have; articles cited with a word lost or in two kinds of figures (norm REF-06)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.passages import Running
from hegao.document.model import Document, Heading, Paragraph, Part
from hegao.phrases.numbers import chinese_number, value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

_HAN = "[一二三四五六七八九十]"
_SELF = rf"本(?:实施|工作|应急|专项|管理|暂行)?{one_of((*genre_words(use='standing'), *genre_words(use='plan'), *genre_words(use='scheme')))}"
#: 本预案2.5, 本办法第三条第五项, 本方案第六部分, 本规定第七章.
_CITED = Pattern(
    rf"{_SELF}(?:中|的)?(?:第?(?P<section>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?![\d.%％万亿元米级倍个]|[\u3400-\u9fff]?[万亿]元)"
    rf"|第(?P<article>{_HAN}{{1,5}})条(?P<rest>(?:第{_HAN}{{1,2}}款)?)第[（(]?(?P<item>{_HAN}{{1,3}})[）)]?项"
    rf"|第(?P<division>{_HAN}{{1,3}})(?P<kind>部分|章))"
)
_STYLES = {"部分": "han", "章": "chapter"}
#: Of fewer headings a part has no order that others could be missed in.
_LEAST = 3


class Beyond(NamedTuple):
    """A place in the text that it does not have: where it is cited, what it would be a part of."""

    at: Text
    whole: str


def beyond_own(document: Document) -> Iterator[Beyond]:
    """The sections, items and divisions that the parts of a document cite of themselves and do not have."""
    for part in document.parts:
        headings = [node for node in part.nodes if isinstance(node, Heading)]
        if len(headings) < _LEAST:
            continue
        for node in part.nodes:
            text = node.body if isinstance(node, (Heading, Paragraph)) else None
            if text is not None and "本" in text.value:
                for match in _CITED.finditer(text.value):
                    kind = next(name for name in ("section", "article", "division") if match[name])
                    lacks = _LACKS[kind](part, headings, match.groupdict())
                    if lacks is not None:
                        start = match.start(kind) - (kind != "section")
                        yield Beyond(text.slice(start, match.end()), lacks)


def _section(_part: Part, headings: list[Heading], match: dict[str, str]) -> str | None:
    labels = {heading.label.rstrip(".．、 　").replace("．", ".") for heading in headings if heading.style == "decimal"}
    depths = {label.count(".") for label in labels}
    cited = match["section"]
    if cited in labels or cited.count(".") not in depths or len(labels) < _LEAST:
        return None
    return "本文"


def _item(part: Part, headings: list[Heading], match: dict[str, str]) -> str | None:
    """The items （一） of an article; where it has none, or more than one list of them, nothing can be told."""
    number = value_of(match["article"])
    articles = [heading for heading in headings if heading.style == "article"]
    at = next((place for place, heading in enumerate(articles) if heading.number == number), None)
    if at is None:
        return None
    begin = part.nodes.index(articles[at])
    end = part.nodes.index(articles[at + 1]) if at + 1 < len(articles) else len(part.nodes)
    items = [node.number for node in part.nodes[begin:end] if isinstance(node, Heading) and node.style == "han-paren"]
    if items != list(range(1, len(items) + 1)) or not items or value_of(match["item"]) <= len(items):
        return None
    return f"第{match['article']}条"


def _division(_part: Part, headings: list[Heading], match: dict[str, str]) -> str | None:
    numbers = [heading.number for heading in headings if heading.style == _STYLES[match["kind"]] and (match["kind"] == "章" or heading.level == 1)]
    if len(numbers) < _LEAST or numbers != list(range(1, len(numbers) + 1)) or value_of(match["division"]) <= len(numbers):
        return None
    return "本文"


_LACKS = {"section": _section, "article": _item, "division": _division}


class Article(NamedTuple):
    """An article that is cited amiss: where, how it should be, which fault it is."""

    at: Text
    right: str
    fault: str


#: 第三十三第一款, and 第十二条、第15条.
_LOST = Scanner(rf"(?<=[》法例定则])(?P<article>第{_HAN}{{1,5}})(?P<rest>第{_HAN}{{1,2}}款)", sign="第.{1,2}款")
_MIXED = Scanner(r"第[一二三四五六七八九十百]{1,6}条(?:[、和及]|以及)(?P<odd>第(?P<figure>\d{1,2})条)|(?P<first>第(?P<begun>\d{1,2})条)(?:[、和及]|以及)第[一二三四五六七八九十百]{1,6}条", sign=r"第\d{1,2}条")


def lost_words(text: Running) -> Iterator[Article]:
    """The articles that are cited without 条, and those that are counted in other figures than the ones beside them."""
    for found in text.find(_LOST):
        yield Article(found.at(), f"{found.match['article']}条{found.match['rest']}", "lost")
    for found in text.find(_MIXED):
        kind = "odd" if found.match["odd"] else "first"
        yield Article(found.at(kind), f"第{chinese_number(int(found.match['figure'] or found.match['begun']))}条", "mixed")
