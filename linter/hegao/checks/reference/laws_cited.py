"""Laws that are cited (引用法律法规) with articles that there are (norm REF-06)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.reference.own_sections import beyond_own, lost_words
from hegao.checks.shared.passages import running
from hegao.document.model import Document, Heading
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.words.laws import law_of
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words

#: What stands between a title and the article: 《…法》（以下简称《…法》）第十条.
_ARTICLES = Pattern(r"\s*(?:[（(][^（）()]{0,40}[）)])?\s*(?P<first>第(?:[一二三四五六七八九十百千零〇]{1,7}|\d{1,4})条)")
_MORE = Pattern(r"(?:第[一二三四五六七八九十百零〇\d]{1,6}[款项目])*(?:之[一二三四五六七八九十])?(?:、|和|及|至|到|或者?|以及)(?P<article>第(?:[一二三四五六七八九十百千零〇]{1,7}|\d{1,4})条)")
_FIGURE = Pattern(r"第([一二三四五六七八九十百千零〇]+|\d+)条")
#: The text speaks of its own articles: 本办法第十二条.
_OWN = Pattern(rf"本{one_of((*genre_words(use='standing'), '决定', '守则'))}(?P<first>第[一二三四五六七八九十百千零〇]{{1,7}}条)")
#: What says that an older version is meant.
OLDER = Pattern(r"[（(](?:19|20)\d\d年?[^（）()]{0,12}[）)]|原《|修[订改正]前|旧")


def in_its_time(document: Document, version: str) -> bool:
    """Whether the document is younger than the version of the law that the table has; one without a date is taken as new."""
    return document.issued is None or document.issued.isoformat() >= version


#: 在第二十二条后增加一条，作为第二十三条.
_ADDED = Scanner(r"在?第(?P<behind>[一二三四五六七八九十百]{1,6})条(?:之)?后(?:面)?增加(?:一|1)条[^。；“]{0,6}作为第(?P<added>[一二三四五六七八九十百]{1,6})条")


@check("law-article", nodes={"document"}, facts=("article", "title", "last"), faults=("beyond", "added", "within", "lost", "mixed"))
def law_article(node: Document, context: Context) -> Iterator[Hit]:
    """An article cited that the law, or the text itself, does not have; one added behind another under a number that does not follow."""
    for hit in _beyond(node):
        yield hit._replace(facts={**hit.facts, "fault": "beyond"})
    for own in beyond_own(node):
        yield Hit(own.at, {"article": own.at.value, "title": own.whole, "last": "", "fault": "within"})
    for article in lost_words(context.once(running)):
        yield Hit(article.at, {"article": article.at.value, "title": "", "last": article.right, "fault": article.fault})
    for part in node.parts:
        # What was added before moves the numbers on; each text that is amended counts anew, which no more than so many say.
        before = 0
        for found in context.once(running).find(_ADDED, "heading", "paragraph"):
            if found.node not in part.nodes:
                continue
            behind, added = value_of(found.match["behind"]), value_of(found.match["added"])
            if not behind < added <= behind + 1 + before:
                at = found.passage.slice(found.match.start("added") - 1, found.match.end("added") + 1)
                yield Hit(at, {"article": at.value, "title": f"第{found.match['behind']}条", "last": behind + 1, "fault": "added"})
            before += 1


def _beyond(node: Document) -> Iterator[Hit]:
    """The articles cited that are not there."""
    for citation in node.citations:
        law = law_of(citation.phrase.title.strip())
        if law is None or not law.last or not in_its_time(node, law.version):
            continue
        block = citation.block
        match = _ARTICLES.match(block.value, citation.phrase.end)
        start, end = match.span("first") if match else (0, 0)
        while end:
            if _figure(block.value[start:end]) > law.last:
                yield Hit(block.slice(start, end), {"article": block.value[start:end], "title": f"《{law.title}》", "last": law.last})
            more = _MORE.match(block.value, end)
            start, end = more.span("article") if more else (0, 0)
    for part in node.parts:
        articles = [one.number for one in part.nodes if isinstance(one, Heading) and one.style == "article"]
        if len(articles) < 3:
            continue
        for one in part.nodes:
            text = one.body if isinstance(one, Heading) else one.text
            for match in _OWN.finditer(text.value) if one.kind in ("heading", "paragraph") else ():
                start, end = match.span("first")
                while end:
                    if _figure(text.value[start:end]) > max(articles):
                        first = match.start() if start == match.start("first") else start
                        yield Hit(text.slice(first, end), {"article": text.value[start:end], "title": "本文", "last": max(articles)})
                    more = _MORE.match(text.value, end)
                    start, end = more.span("article") if more else (0, 0)


def _figure(article: str) -> int:
    match = _FIGURE.match(article)
    return value_of(match[1]) if match else 0
