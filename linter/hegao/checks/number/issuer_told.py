"""The agency mark (发文机关标志) against the body that title and signature name: one issuer, told in four places (norm HED-08)."""

from __future__ import annotations

from typing import NamedTuple

from hegao.checks.shared.issuing_bodies import is_body, marked_bodies, one_body, titled_body
from hegao.checks.shared.roster import Bodies
from hegao.document.model import Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import about_words, level_names

_FILE, _PARTY = "文件", "中共"
_ORDERS = ("令", "命令（令）", "命令")
#: Bodies under whose mark their office never issues anything in its own name; commissions and headquarters may lend theirs.
_LEADING = Pattern(lambda: rf"(?:人民政府|国务院|{one_of(level_names('place'))}委|委员会)$")
_OFFICE = Pattern("办公?[厅室]$")


class Strange(NamedTuple):
    """An agency mark that is not the issuer's: its place, the body that issues, whether it may be one whose office issues (``office``)."""

    at: Text
    issuer: str
    fault: str


def strange_mark(document: Document, bodies: Bodies) -> Strange | None:
    """The one mark of the document, where neither its title begins with that body nor it signs; None where it tells none, or several."""
    marks = marked_bodies(document)
    if len(marks) != 1 or document.title is None or document.genre in _ORDERS:
        return None
    titled = titled_body(document)
    signed = [_bare(signature.text.value) for signature in document.signatures if is_body(unspaced(signature.text.value))]
    told = [*([titled] if titled else []), *signed]
    if not told or not titled and not any(word in document.title.text.value for word in about_words()):
        # Of a title without 关于 the rule on signatures speaks.
        return None
    mark = _bare(marks[0].value)
    if any(_of_one(mark, name, bodies) for name in told):
        return None
    served = all(name.startswith(mark) and _OFFICE.search(name) for name in told) and not _LEADING.search(mark)
    return Strange(marks[0], told[0], "office" if served else "mark")


def _bare(mark: str) -> str:
    return unspaced(mark).removesuffix(_FILE).removeprefix(_PARTY)


def _of_one(mark: str, name: str, bodies: Bodies) -> bool:
    return one_body(mark, name, bodies) or one_body(name, mark, bodies)
