"""The words of a title against the text below it: a character lost, another year, another ordinal; and numbers of attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from hegao.checks.attachment.announced import MENTION, number_of
from hegao.checks.structure.told_otherwise import Told
from hegao.document.model import Attachment, Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.title_likeness import letters
from hegao.words.word_costs import SPOKEN_FIGURES, is_usual

#: So many letters before and behind must agree for words of the text to be those of the title.
_BEFORE, _BEHIND = 2, 4
#: What a text may put in where the title does without.
_FREE = frozenset("的和及与等各为之了在由对将被把其该本有共、")
_HAN = Pattern("[\u3400-\u9fff]")
_ALL_HAN = Pattern(rf"[\u3400-\u9fff]{{{_BEFORE + _BEHIND}}}")


def other_words(document: Document) -> Told | None:
    """Where the title lacks one character of words that the text has, and never has as the title writes them."""
    title = document.title.text if document.title is not None else None
    if title is None:
        return None
    value = title.value
    body = "\n".join(unspaced(text.value) for text in _texts(document))
    for at in range(_BEFORE, len(value) - _BEHIND + 1):
        before, behind = value[at - _BEFORE : at], value[at : at + _BEHIND]
        if not _ALL_HAN.match(value, at - _BEFORE) or before + behind in body:
            continue
        lost = _between(body, before, behind)
        if lost is not None:
            return Told(title.slice(at - _BEFORE, at + _BEHIND), before + behind, before + lost + behind, ())
    return None


#: A letter of the title may be exchanged for one that the text has at least so often between the same letters, one on one side and so many on the other.
_OFTEN, _AROUND = 2, 4
#: Words that cost less may stand for one another: 推进, 推动.
_USUAL = 10.0
#: The matter of a document stands behind it in the title.
_MATTER = "关于"


def exchanged_letter(document: Document) -> Told | None:
    """A letter of the title for which the text has another between the same letters, throughout: 滨江路综合改造 over a text on 滨河路."""
    title = document.title.text if document.title is not None else None
    if title is None:
        return None
    value = title.value
    body = "\n".join(_NAMED.sub("《》", unspaced(node.text.value)) for node in document.of("heading", "paragraph"))
    for at in range(value.find(_MATTER) + len(_MATTER), len(value) - 1) if _MATTER in value else ():
        if not _HAN.match(value[at]) or value[at] in _FREE or value[at] in SPOKEN_FIGURES or value[at - 1 : at + 2] in body:
            continue
        for first, last in ((at - 1, at + 1 + _AROUND), (at - _AROUND, at + 2)):
            before, behind = value[max(0, first) : at], value[at + 1 : last]
            if len(before) + len(behind) > _AROUND and all(map(_HAN.match, before + behind)):
                letter = _between(body, before, behind)
                synonyms = letter is not None and all(is_usual(before[-1] + one, _USUAL) for one in (value[at], letter))
                if letter is not None and letter not in SPOKEN_FIGURES and not synonyms and body.count(before[-1] + letter + behind[0]) >= _OFTEN:
                    return Told(title.slice(max(0, first), last), before + value[at] + behind, before + letter + behind, ())
    return None


#: What is set up to lead a matter, by the last words of its name.
_SET_UP = Pattern(r"(?:成立|组建|调整)[^，。；“”（）]{0,30}?(?P<matter>[\u3400-\u9fff]{4})(?P<kind>领导小组|协调小组|工作小组|指挥部|工作专班|工作组|委员会|联席会议)")


def other_kind_set_up(document: Document) -> Told | None:
    """A title that sets up another kind of body for the matter than the text does: 指挥部 over a text that sets up a 领导小组."""
    match = _SET_UP.search(document.title.text.value) if document.title is not None else None
    if document.title is None or match is None:
        return None
    for text in islice(_texts(document), _OPENING):
        said = _SET_UP.search(text.value)
        if said is not None and said["matter"] == match["matter"] and match["matter"] + match["kind"] not in text.value and said["kind"] != match["kind"]:
            at = document.title.text.slice(match.start("matter"), match.end("kind"))
            return Told(at, at.value, said["matter"] + said["kind"], (text.slice(said.start("matter"), said.end("kind")),))
    return None


def _between(body: str, before: str, behind: str) -> str | None:
    """The one character that always stands between two runs of letters in the text; None where there is none or more than one."""
    found: set[str] = set()
    at = body.find(before)
    while at >= 0:
        middle = at + len(before)
        if body.startswith(behind, middle + 1):
            found.add(body[middle])
        at = body.find(before, at + 1)
    letter = found.pop() if len(found) == 1 else ""
    return letter if letter and _HAN.match(letter) and letter not in _FREE else None


_YEAR = r"20\d\d"
_ORDINAL = r"第(?:[一二三四五六七八九十]{1,3}|\d{1,4})"
#: A year or an ordinal in a title, with the words behind by which the text speaks of the same thing.
_TITLED = Pattern(rf"(?P<year>{_YEAR})(?=(?P<of_year>(?:年[\u3400-\u9fff]|[届级])[\u3400-\u9fff]{{2}}))|(?P<ordinal>{_ORDINAL})(?=(?P<of_ordinal>[届次季期批轮][\u3400-\u9fff]{{2,3}}|号(?:提案|建议|议案)))")
#: Where something earlier or later is spoken of.
_ASIDE = Pattern(r"(?:上一?[年届次季期]|去年|比(?![例重])|较(?![好大快强为差])|同比|印发|以来|精神|落实|根据|按照|依据|参照)[^。；]{0,40}$")
_SESSION_WORDS = 8
#: The text sets out to tell of it in its first paragraphs.
_FIRST = 2


def other_figure(document: Document) -> Told | None:
    """A year or an ordinal in the title where the text, in its first paragraphs, has another before the same words, and nowhere that of the title."""
    title = document.title.text if document.title is not None else None
    if title is None:
        return None
    texts = [text for text in _texts(document) if text.value]
    for match in _TITLED.finditer(title.value):
        kind = "year" if match["year"] else "ordinal"
        said, words = match[kind], match[f"of_{kind}"]
        # Of a quarter the first sentence tells; others are named later for comparison.
        words, own = (words[:2], texts[:1]) if words.startswith("季度") else (words, texts)
        if match["ordinal"] and words.startswith("届"):
            # The session before goes on until this one is chosen: by more words of the title it is told which is which.
            words = title.value[match.end() : match.end() + _SESSION_WORDS]
        if any(said + words in unspaced(text.value) for text in own):
            continue
        pattern = re.compile((_YEAR if kind == "year" else _ORDINAL) + re.escape(words))
        found = [(text, other) for text in own[:_FIRST] for other in pattern.finditer(text.value) if not _ASIDE.search(text.value, 0, other.start())]
        if found and len({other[0] for _text, other in found}) == 1:
            text, other = found[0]
            return Told(title.slice(match.start(), match.end() + len(words)), said + words, other[0], (text.slice(*other.span()),))
    return None


def _texts(document: Document) -> Iterator[Text]:
    return (node.body for part in document.parts[:1] for node in part.nodes if isinstance(node, (Heading, Paragraph)))


#: What is done with a text by the document: 现印发给你们; who passes on what others wrote does not issue it.
_HANDS_ON = Pattern(r"现(?:予以?|将[^。；]{2,80}?)?(?P<done>印发|转发|批转|批复|请示|报告|通报|函复)给(?:你|各|有关)")
_ALIKE = ({"转发", "批转"},)
#: What is sent out among the first of its text.
_OPENING = 3


def other_action(document: Document) -> Told | None:
    """A notice that issues by its title (印发) and passes on by its text (现转发给你们), or the other way round, or does what nobody does to texts."""
    title = document.title.text if document.title is not None else None
    done = document.action
    if title is None or document.genre != "通知" or done not in ("印发", "转发", "批转") or title.value.count(done) != 1:
        return None
    for text in islice(_texts(document), _OPENING):
        match = _HANDS_ON.search(text.value) if "给" in text.value else None
        if match is not None and match["done"] != done and {match["done"], done} not in _ALIKE:
            at = text.slice(*match.span("done"))
            place = title.value.find(done)
            return Told(at, match["done"], done, (title.slice(place, place + len(done)),))
    return None


#: So long is a name of which one word may be exchanged, so many letters of it at most.
_LONG, _EXCHANGED = 10, 2
_NAMED = Pattern(r"《(?P<name>[^《》]+)》")


def other_name(document: Document) -> Told | None:
    """A text that the title names in 《》, and its body, which sets out to tell of it, once with one word exchanged and never as the title does."""
    title = document.title.text if document.title is not None else None
    if title is None or "《" not in title.value:
        return None
    for match in _NAMED.finditer(title.value):
        name = unspaced(match["name"])
        told = [(text, cited) for text in _texts(document) for cited in _NAMED.finditer(text.value)]
        if len(name) < _LONG or any(unspaced(cited["name"]) == name for _text, cited in told):
            continue
        for text, cited in told[:_OPENING]:
            if _one_word_apart(name, unspaced(cited["name"])) and not text.value.startswith(("（", "("), cited.end()):
                return Told(text.slice(*cited.span("name")), cited["name"], name, (title.slice(*match.span("name")),))
    return None


def _one_word_apart(one: str, other: str) -> bool:
    """Whether two names are of one length and differ in letters, no figures, that stand together."""
    off = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and 0 < len(off) <= _EXCHANGED and off[-1] - off[0] < _EXCHANGED and not any(one[at].isdigit() for at in off)


#: As much of the clause before a mention tells what is meant.
_CLAUSE = 26
#: So many pairs of letters must a title share with the clause that no other title has.
_SHARED = 2


def other_attachment(document: Document) -> Iterator[Told]:
    """附件1 where the clause speaks of what the list of attachments names as its second, and has nothing of the first."""
    known = {one.number: one for one in document.attachments if one.number is not None}
    if len(known) < _SHARED:
        return
    own = _own_pairs(list(known.values()))
    for part in document.parts:
        for node in part.nodes if part.mark is None else ():
            if isinstance(node, (Heading, Paragraph)) and "附件" in node.body.value:
                yield from _misnumbered(node.body, own)


def _misnumbered(text: Text, own: dict[int, frozenset[str]]) -> Iterator[Told]:
    ends = 0
    for match in MENTION.finditer(text.value):
        begin = max([ends, match.start() - _CLAUSE, *(text.value.rfind(mark, 0, match.start()) + 1 for mark in "。；")])
        clause, ends = letters(text.value[begin : match.start()]), match.end()
        number = number_of(match[0])
        if number not in own or text.value.count("《", 0, match.start()) > text.value.count("》", 0, match.start()):
            continue
        shared = {other: len(pairs & _pairs(clause)) for other, pairs in own.items()}
        best = max(shared, key=lambda other: (shared[other], -other))
        if shared[number] == 0 and shared[best] >= _SHARED and sum(count > 0 for count in shared.values()) == 1:
            yield Told(text.slice(*match.span()), match[0], f"附件{best}", ())


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def _own_pairs(attachments: Sequence[Attachment]) -> dict[int, frozenset[str]]:
    """For each number the pairs of letters of its title that no other title has."""
    pairs = {one.number or 0: _pairs(letters(one.text.value)) for one in attachments}
    return {number: mine - frozenset().union(*(others for other, others in pairs.items() if other != number)) for number, mine in pairs.items()}
