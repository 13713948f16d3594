"""What a notice issues, named in its title, in its body and over the text itself: one name (norms TTL)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.issuing_bodies import strange_issuer
from hegao.checks.shared.letters_amiss import letters_amiss
from hegao.checks.shared.parameters import percent
from hegao.checks.shared.roster import Bodies
from hegao.checks.structure.bracketed_years import other_years
from hegao.checks.structure.exchanged_words import exchanged_words, other_version, version_lost
from hegao.checks.structure.passed_on import passed_on
from hegao.checks.structure.period_left_over import left_over
from hegao.checks.structure.self_naming import misnamed, other_session
from hegao.checks.structure.title_words import (
    exchanged_letter,
    other_action,
    other_attachment,
    other_figure,
    other_kind_set_up,
    other_name,
    other_words,
)
from hegao.checks.structure.told_matter import other_matter
from hegao.checks.structure.told_otherwise import other_genre, other_period
from hegao.document.model import Document, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.title_likeness import likeness_of, same_title, undoubled
from hegao.words.vocabulary import genre_words, issuing_words

_ISSUE = one_of(issuing_words())
_ISSUES = Pattern(
    rf"{_ISSUE}(?P<whole>《(?P<marked>.+)》|[《》]?(?P<bare>[^《》]{{6,}}?)[《》]?)的?{one_of(genre_words(use='carries'))}(?:的通知)*[。，；]?$"
)
_NOW = Pattern(
    rf"(?:现将|现印发|现把)《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(][^（）()]*[）)])?(?:{_ISSUE}|发给|转发)"
    rf"|^《(?P<passed>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:[（(][^（）()]*[）)])?(?:已|业)经?[^。；《》]{{2,60}}(?:同意|通过|批准|审定)，现(?:予以?)?(?:{_ISSUE}|转发|发给)"
)
_AND_MORE = Pattern(r"(?:和|及|以及|与|、).{2,30}$")
#: The last of what a title passes on, from 关于 on; its own end.
_FORWARDS = Pattern("(?:转发|批转)[^《》]*?《?(?P<name>关于[^《》]{6,}?的[^《》的]{2,4})》?(?:的通知)?[。，；]?$")
_ABOUT, _OWN_END = "关于", "的通知"
_YEAR = Pattern(r"(?:19|20)\d{2}")


@check(
    "title-mismatch",
    {"document"},
    {"likeness": percent("How like two names must be to be one name with a slip.", 75)},
    facts=("announced", "real"),
    faults=("name", "version", "self", "session", "genre", "period", "words", "attachment", "issuer", "done", "near", "matter", "letter"),
)
def title_mismatch(document: Document, context: Context, likeness: int) -> Iterator[Hit]:
    """What the title says is issued, against the title of the text that follows and the title in the body.

    So is how a text calls itself, and the number of the meeting in minutes, against the title.
    """
    hits = list(_mismatches(document, context, likeness))
    yield from hits
    told = Places([at.span() for hit in hits for at in (hit.at, *hit.related)])
    for slip in context.once(letters_amiss):
        if slip.titled and not told.meet(slip.at.span()):
            yield Hit(slip.at, {"announced": slip.right, "real": slip.at.value, "fault": "letter"}, (slip.usual,))


def _mismatches(document: Document, context: Context, likeness: int) -> Iterator[Hit]:
    """The names and words of the title that differ from those told elsewhere."""
    names = list(_names(document, likeness))
    yield from names
    issuer = strange_issuer(document, context.tables.made(Bodies))
    if issuer is not None:
        signature = document.signatures[0].text
        yield Hit(issuer, {"announced": signature.value, "real": issuer.value, "fault": "issuer"}, (signature,))
    genre = context.once(other_genre)
    if genre is not None:
        yield Hit(genre.at, {"announced": genre.said, "real": genre.titled, "fault": "genre"}, genre.places, about=(genre.at, *genre.places))
    session = other_session(document)
    period = other_period(document)
    if period is None and session is None and not names:
        period = other_figure(document) or other_years(context)
    if period is not None:
        yield Hit(period.at, {"announced": period.said, "real": period.titled, "fault": "period"}, period.places, about=(period.at, *period.places))
    left = left_over(document) if period is None else None
    if left is not None:
        yield Hit(left.at, {"announced": left.said, "real": left.titled, "fault": "period"}, left.places, about=(left.at, *left.places))
    words = (other_words(document) or exchanged_letter(document) or other_kind_set_up(document)) if period is None and not names else None
    if words is not None:
        yield Hit(words.at, {"announced": words.said, "real": words.titled, "fault": "words"}, words.places)
    for fault, apart in (("done", other_action(document)), ("done", other_version(document)), ("near", other_name(document) if not names else None), ("matter", other_matter(document) if not names else None)):
        if apart is not None:
            yield Hit(apart.at, {"announced": apart.said, "real": apart.titled, "fault": fault}, apart.places, about=(apart.at, *apart.places))
    for apart in exchanged_words(document) if not names and words is None and period is None and session is None else ():
        yield Hit(apart.at, {"announced": apart.titled, "real": apart.said, "fault": "matter"}, apart.places, about=(apart.at, *apart.places))
    for cited in other_attachment(document):
        yield Hit(cited.at, {"announced": cited.said, "real": cited.titled, "fault": "attachment"})
    told = {str(name.facts["announced"]).rpartition("的")[2] for name in names}
    for slip in misnamed(context) if genre is None else ():
        if slip.said.removeprefix("本") in told:
            # The title that differs from the name said before was told of there.
            continue
        yield Hit(slip.at, {"announced": slip.titled, "real": slip.said, "fault": "self"}, (slip.title,), about=(slip.at,))
    if session is not None:
        yield Hit(session.at, {"announced": session.titled, "real": session.said, "fault": "session"}, (session.title,))


def _names(document: Document, likeness: int) -> Iterator[Hit]:
    """What is issued, made public or passed on, named in two ways."""
    passed = passed_on(document, likeness)
    if passed is not None:
        said, real = passed
        facts = {"announced": short(real.value, 60), "real": short(said.value, 60), "fault": "name"}
        yield Hit(said, facts, (real,), about=(said, real))
    match = _ISSUES.search(document.title.text.value) if document.title is not None else None
    if document.title is None or match is None:
        yield from _forwarded(document, likeness) if passed is None else ()
        return
    announced = document.title.text.slice(*match.span("marked" if match["marked"] else "bare"))
    differing = _differing(document, announced, likeness)
    lost = version_lost([announced, *(at for at in (_issued_title(document, announced.value), _title_in_body(document)) if at is not None)])
    if lost is not None:
        yield Hit(lost.at, {"announced": lost.said, "real": lost.titled, "fault": "version"}, lost.places, about=(lost.at,))
    if len(differing) == 2 and same_title(*(at.value for at in differing)):
        # Both others agree: the title is the odd one.
        yield Hit(announced, {"announced": short(differing[0].value, 60), "real": short(announced.value, 60), "fault": "name"}, tuple(differing))
        return
    for at in differing:
        facts = {"announced": short(announced.value, 60), "real": short(at.value, 60), "fault": "name"}
        yield Hit(at, facts, (announced,), about=(at, announced) if _slipped(announced.value, at.value) else ())


def _forwarded(document: Document, likeness: int) -> Iterator[Hit]:
    """What a notice passes on (转发省水利厅关于做好…的通知), named from 关于 on in its title and otherwise in its body."""
    match = _FORWARDS.search(document.title.text.value) if document.title is not None else None
    body = _title_in_body(document)
    about = body.value.find(_ABOUT) if body is not None else -1
    if document.title is None or match is None or body is None or about < 0:
        return
    said = body.slice(about)
    # The notice itself may be named behind what it passes on: 转发…的意见的通知.
    whole = document.title.text.slice(*match.span("name"))
    announced = max((whole, whole.slice(0, len(whole) - len(_OWN_END))), key=lambda name: likeness_of(name.value, said.value))
    if not any(same_title(name, said.value) for name in (whole.value, announced.value)) and likeness_of(announced.value, said.value) >= likeness / 100:
        yield Hit(said, {"announced": short(announced.value, 60), "real": short(said.value, 60), "fault": "name"}, (announced,), about=(said, announced))


def _differing(document: Document, announced: Text, likeness: int) -> list[Text]:
    """The name over the issued text and the one in the body, as far as they are not the one announced in the title."""
    said = announced.value
    names = (_issued_title(document, said), _title_in_body(document))
    others = [at for at in names if at is not None and not same_title(said, at.value) and (likeness_of(said, at.value) >= likeness / 100 or _another_genre(said, at.value))]
    return [at for at in others if not _first_of_several(at.value, said)]


_GENRE_AT_END = Pattern(rf"(?:实施|工作|行动|指导|管理)?{one_of(genre_words(use='scheme'))}(?:[（(][^（）()]{{2,12}}[）)])?$")
#: So long a matter is of one text, whatever that is called.
_MATTER = 6


def _another_genre(one: str, other: str) -> bool:
    """Whether two names are one but for the genre at their ends: 提质实施意见, 提质工作方案."""
    matters = {_GENRE_AT_END.sub("", unspaced(name)) for name in (one, other)}
    return len(matters) == 1 and len(matters.pop()) >= _MATTER


def _first_of_several(name: str, announced: str) -> bool:
    """Whether the title announces several texts of which this is the first: …实施方案和任务清单."""
    one, all_of_them = unspaced(name), unspaced(announced)
    return all_of_them.startswith(one) and _AND_MORE.match(all_of_them[len(one) :]) is not None


def _slipped(one: str, other: str) -> bool:
    """Whether two names are one but for doubled words and years: then either may be the one with the slip."""
    return same_title(*(_YEAR.sub("", undoubled(name)) for name in (one, other)))


def _issued_title(document: Document, announced: str) -> Text | None:
    """The title of the issued text that comes nearest to the one announced.

    What bears a mark 附件 is attached, not issued.  A line of the body that reads like the title is one that could not be told as such.
    """
    titles = [part.title.text for part in document.annexes if part.title is not None and part.mark is None]
    if not titles and not document.annexes:
        titles = [node.text for node in document.of("paragraph") if _TITLE_LINE.fullmatch(node.text.value.strip())]
    same = [title for title in titles if same_title(announced, title.value)]
    return same[0] if same else max(titles, key=lambda title: likeness_of(announced, title.value), default=None)


#: A line without stops that ends as the names of schemes do.
_TITLE_LINE = Pattern(
    rf"[^。；：，、《》“”]{{6,60}}{one_of(genre_words(use='scheme'))}(?:[（(][^（）()]{{2,12}}[）)])?"
)


def _title_in_body(document: Document) -> Text | None:
    """The name that the body gives to the text it issues: 现将《…》印发给你们."""
    for node in document.parts[0].nodes[:6] if document.parts else ():
        said = _NOW.search(node.text.value) if isinstance(node, Paragraph) else None
        if said is not None:
            return node.text.slice(*said.span("title" if said["title"] else "passed"))
    return None
