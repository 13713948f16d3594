"""How a document ends: 特此通知, 当否，请批示; the phrase must fit its genre (norms GEN)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.vocabulary import genres

_SPECIAL = Pattern("^(?:特此|专此)(?P<word>[^。！]{1,4})[。！]?$")
#: What 特此… says, and the genre that says so.
_GENRES = {special["word"]: genre.name for genre in genres() for closing in genre.closings if (special := _SPECIAL.match(closing))}
_ASKS = Pattern(
    r"(?:请|望|恳请|盼|敬请)[^。；]{0,12}(?:批示|批复|批准|审批|核准|审定|审批同意|指示|批转|裁定|示复)|(?:妥否|当否|可否|是否妥当)"
)
_REQUEST = Pattern(r"^(?:以上|上述|妥否|当否|可否)?[^。]{0,16}请[^。]{0,8}(?:批示|批复|批准|审批|核准)[。！]?$")
#: A report may ask to be read, and to be passed on where it bears proposals.
_ONLY_READ = Pattern("审阅|审议|批转|参阅")


@check("genre-closing", {"document"}, facts=("closing", "genre"))
def genre_closing(document: Document, context: Context) -> Iterator[Hit]:
    """A closing phrase of another genre, a request for approval in a report, or a request that asks for nothing."""
    if document.genre is None or document.genre not in _GENRES.values() or not document.parts:
        return
    body = [node for node in document.parts[0].nodes if isinstance(node, (Paragraph, Heading))]
    for node in body[-6:]:
        value = unspaced(node.text.value)
        special = _SPECIAL.match(value)
        other = special is not None and document.genre != _GENRES.get(special["word"], document.genre)
        asks = document.genre == "报告" and _REQUEST.match(value) is not None and not _ONLY_READ.search(value)
        # A letter may ask a body of its own rank for approval (请予批准), never for instructions.
        asks = asks or document.genre == "函" and "批示" in value and _REQUEST.match(value) is not None
        if other or asks:
            yield Hit(node.text, {"closing": short(value), "genre": document.genre})
    if document.genre == "请示" and body and not any(_ASKS.search(_whole(node).value) for node in body):
        last = _whole(body[-1])
        start = max(0, last.value.rstrip("。！").rfind("。") + 1)
        yield Hit(last.slice(start), {"closing": short(last.value[start:]), "genre": document.genre})


def _whole(node: Paragraph | Heading) -> Text:
    return node.body if isinstance(node, Heading) else node.text
