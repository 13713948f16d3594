"""To whom documents that go upwards are sent and copied (上行文): one superior, nobody below (norms ADR-06, ADR-07, GEN-06, GEN-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegao.document.model import Addressee, Copies, Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_NAME = Pattern(r"[^、，,；;。：:\s]+")
#: Classes of bodies that are below the one that sends: 各县（区）人民政府; leaders (各副市长) are none.
_BELOW = Pattern(r"^(?:各|所属|直属|下属|辖区|本[市县区]各|[市县区乡镇]直各)(?!位|副|常委|领导)")
#: A report may go to the party committee and the government of a place alike.
_LEADING = Pattern(lambda: rf"(?:(?:党|{one_of(level_names('place'))})委|政府|国务院|中央)$")
#: The order in which bodies of one level get copies.
_RANKS = (
    Pattern(r"委办公?[厅室]$|委员会办公[厅室]$"),
    Pattern(r"人大(?:常委会|常务委员会)?(?:办公[厅室])?$"),
    Pattern(r"政协(?:办公[厅室])?$"),
    Pattern(r"(?:监委|监察委员会)$"),
    Pattern(r"(?:中级|高级)?(?:人民)?法院$"),
    Pattern(r"检察院$"),
)


class Misaddressed(NamedTuple):
    """A name at fault: its place, what is wrong, and what should stand there."""

    at: Text
    right: str
    fault: str


def names_in(text: Text) -> Iterator[Text]:
    """The names in a list of bodies, brackets within a name kept."""
    value = text.value
    head = value.find("：") + 1 if "：" in value[:6] else value.find(":") + 1 if ":" in value[:6] else 0
    for match in _NAME.finditer(value, head):
        yield text.slice(*match.span())


def several_superiors(addressee: Addressee, document: Document) -> Misaddressed | None:
    """A request that goes to more than one body, or a report (fault ``reported``), which may for reasons."""
    names = [match.span() for match in _NAME.finditer(addressee.text.value)]
    if document.genre not in ("请示", "报告") or len(names) < 2 or addressee.text.value.startswith("各"):
        return None
    if document.genre == "报告" and all(_LEADING.search(addressee.text.value[slice(*name)]) for name in names):
        return None
    first = addressee.text.value[slice(*names[0])]
    return Misaddressed(addressee.text, f"{first}：", "several" if document.genre == "请示" else "reported")


def copied_amiss(copies: Copies, document: Document, kin: Callable[[str], str]) -> Iterator[Misaddressed]:
    """Bodies below the sender of what goes upwards, bodies addressed or named already, and bodies out of order; ``kin`` is a key that all names of one body share."""
    upward = document.genre in ("请示", "报告") and document.addressee is not None and not document.addressee.name.startswith("各")
    addressed = {kin(unspaced(name.value)) for name in names_in(document.addressee.text)} if document.addressee is not None else set()
    rank = -1
    copied: set[str] = set()
    for name in names_in(copies.text):
        value = unspaced(name.value)
        if upward and _BELOW.match(value):
            yield Misaddressed(name, "", "below")
        elif kin(value) in addressed:
            yield Misaddressed(name, "", "addressed")
        elif value in copied:
            yield Misaddressed(name, "", "twice")
            continue
        copied.add(value)
        place = next((index for index, pattern in enumerate(_RANKS) if pattern.search(value)), None)
        if place is not None and place < rank:
            yield Misaddressed(name, "", "order")
        rank = max(rank, place if place is not None else rank)
