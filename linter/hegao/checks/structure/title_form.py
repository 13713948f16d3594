"""The form of a title (标题): marks, genres and particles at its end (norms TTL)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Edit, Hit, check
from hegao.checks.shared.roster import Bodies
from hegao.checks.structure.genre_routes import asks_equal, title_routes
from hegao.checks.structure.missing_elements import is_official
from hegao.checks.structure.title_breaks import title_breaks
from hegao.checks.structure.title_genre import genre_slip
from hegao.checks.structure.title_shape import misshapen
from hegao.checks.structure.title_slips import title_slips
from hegao.document.model import Title
from hegao.sources.lazy_pattern import Pattern
from hegao.words.patterns import one_of
from hegao.words.title_likeness import DOUBLE_NOTICE
from hegao.words.vocabulary import genre_words, issuing_words

#: Titles and quotations.
_QUOTED = Pattern(r"《[^《》]*(?:《[^》]*》[^《》]*)*》|“[^“”]*”")
_END_MARK = Pattern(r"[。，、；：,;.．]+$")
#: 方案的方案的通知: what is issued is named twice.
_TWICE = Pattern(rf"(?P<kind>{one_of(genre_words(use='scheme'))})(?:[（(][^（）()]{{1,20}}[）)])?的(?P<again>(?P=kind)的)(?={one_of(genre_words(use='carries'))})")
_NO_DE = Pattern(rf"{one_of(genre_words(use='de'))}$")
#: 关于印发《…条例》的通知: only assemblies and the State Council issue 条例 (norm NOR-05).
_REGULATION = Pattern(rf"{one_of(issuing_words())}《?[^《》]{{2,40}}(?P<word>条例)(?:[（(][^（）()]{{2,8}}[）)])?》?的?(?:通知|公告|通告)$")
_ASSEMBLY = ("人民代表大会", "人大", "国务院", "委员会办公厅", "党委")


@check("title-form", {"title"}, facts=("part", "right"), faults=("form", "likely"))
def title_form(title: Title, context: Context) -> Iterator[Hit]:
    """Slips in the form of a document's title: a mark at its end, two genres, 的通知的通知, no 的 before the genre; in what it holds; a genre that does not go with its way."""
    if title is not context.document.title:
        return
    for hit in _in_shape(title, context):
        yield hit._replace(facts={**hit.facts, "fault": "form"})
    if context.profile == "published" or not is_official(context.document):
        return
    value = title.text.value
    outside = _QUOTED.sub(lambda match: "\ue000" * len(match[0]), value)
    for slip in title_slips(value, outside):
        yield Hit(title.text.slice(slip.start, slip.end), {"part": slip.part, "right": slip.right, "fault": "likely" if slip.likely else "form"})
    for broken in title_breaks(title.text):
        yield Hit(broken.at, {"part": broken.part, "right": broken.right, "fault": "likely"})
    equal = asks_equal(context.document, context.tables.made(Bodies))
    for route in (*title_routes(context.document, outside), *([equal] if equal is not None else [])):
        yield Hit(route.at, {"part": route.part, "right": route.right, "fault": "likely" if route.likely else "form"})


def _in_shape(title: Title, context: Context) -> Iterator[Hit]:
    """What is wrong with the shape of a title as a whole, the first alone."""
    document, value = context.document, title.text.value
    end = _END_MARK.search(value)
    if end:
        word = value[max(0, end.start() - 2) : end.start()]
        at = title.text.slice(*end.span())
        yield Hit(at, {"part": word + end[0], "right": word}, (), (Edit(at, "", True),))
        value = value[: end.start()]
    regulation = _REGULATION.search(value)
    if regulation is not None and not any(word in value[: regulation.start()] for word in _ASSEMBLY) and "中共" not in value and "政府" in value[: regulation.start()]:
        yield Hit(title.text.slice(*regulation.span("word")), {"part": regulation["word"], "right": "办法（规定、细则）"})
    outside = _QUOTED.sub(lambda match: "\ue000" * len(match[0]), value)
    slip = genre_slip(outside, whole=context.profile != "published" and is_official(document))
    if slip is not None:
        yield Hit(title.text.slice(slip.start, slip.end), {"part": slip.word, "right": slip.right})
        return
    double = DOUBLE_NOTICE.search(outside)
    if double:
        yield Hit(title.text.slice(*double.span()), {"part": double[0], "right": "的通知"})
        return
    twice = _TWICE.search(value)
    if twice:
        yield Hit(title.text.slice(*twice.span()), {"part": twice[0], "right": twice[0][: twice.start("again") - twice.start()]})
        return
    for shape in misshapen(value, outside, document) if context.profile != "published" and is_official(document) else ():
        yield Hit(title.text.slice(shape.start, shape.end), {"part": shape.part, "right": shape.right})
        return
    genre = _NO_DE.search(outside)
    about = outside.find("关于")
    bare = "的" not in outside[about:] and "\ue000" not in outside[about:]
    if genre and about >= 0 and (bare or outside[genre.start() - 1] == "\ue000") and is_official(document):
        yield Hit(title.text.slice(*genre.span()), {"part": genre[0], "right": "的" + genre[0]})
