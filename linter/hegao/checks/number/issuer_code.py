"""The agency code (机关代字) of a number against the body that issues, its form, and the bodies of what is cited (norms HED-07, HED-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.number.agency_code import (
    of_a_like_body,
    of_another_body_served,
    of_another_department,
    of_another_form,
    of_another_house,
    of_another_kind,
    of_another_place,
    told_by,
)
from hegao.checks.number.issuer_told import strange_mark
from hegao.checks.shared.issuing_bodies import titled_body
from hegao.checks.shared.lookup_tables import Tables
from hegao.checks.shared.roster import Bodies
from hegao.document.model import Document, Number
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.white_space import unspaced
from hegao.words.builtin_tables import split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: Bodies whose office signs for them, and marks of an office in an agency code.
_GOVERNMENT = Pattern(rf"(?:国务院|{one_of(level_names('government'))}人民政府)$")
_OFFICE = Pattern(r"(?:国务院|人民政府)办公[厅室]$")
_OFFICE_NAME, _GOVERNMENTAL = Pattern("办公[厅室]$"), Pattern(r"^[\u3400-\u9fff]{1,3}(?:政|府|办)")
_OFFICE_CODE = Pattern(r"(?:政|府|国)办")
_GOVERNMENT_CODE = Pattern(r"(?:政|府|国)发$")


class AgencyCodes:
    """The agency codes (机关代字) of a run: those of the whole country, and the office's own before them."""

    def __init__(self, tables: Tables) -> None:
        """Take the rows of the tables."""
        self._bodies = tables.made(Bodies)
        self.issuers: dict[str, frozenset[str]] = {}
        for row in tables.rows("agency-codes"):
            self.issuers[row["code"]] = frozenset(self._bodies.identity(name) for name in split_cell(row["issuer"]))
        #: Bodies whose codes the office lists.
        self.listed = frozenset(name for row in tables.own("agency-codes") for name in self.issuers[row["code"]])

    def fits(self, code: str, issuer: str) -> bool | None:
        """Whether the code is one of the body's; None where the tables say nothing of either."""
        body = self._bodies.identity(issuer)
        if code in self.issuers:
            return body in self.issuers[code]
        return False if body in self.listed else None


@check("number-issuer", {"document"}, facts=["number", "issuer"], faults=("body", "form", "cited", "mark", "lead", "office", "served", "place", "coded", "letter"))
def number_issuer(document: Document, context: Context) -> Iterator[Hit]:
    """The agency mark is not that of the body which signs, or the agency code is not (HED-07, HED-08), by the table of codes.

    Where the table says nothing, only 政发, 府发, 国发 against 政办, 府办, 国办 are judged, of a government and its office: codes for norms
    (规) and letters (函) are shared in many places.
    """
    yield from _cited_codes(context)
    strange = strange_mark(document, context.tables.made(Bodies))
    if strange is not None:
        yield Hit(strange.at, {"number": strange.at.value, "issuer": strange.issuer, "fault": strange.fault})
    under_file = next((mark.text for mark in document.masthead if unspaced(mark.text.value).endswith("文件")), None)
    if under_file is not None and document.genre == "函" and document.number is not None and document.number.phrase.code.endswith("函"):
        yield Hit(under_file, {"number": unspaced(under_file.value), "issuer": document.genre, "fault": "letter"})
    if document.number is not None:
        yield from _strange_code(document.number, context)


def _strange_code(node: Number, context: Context) -> Iterator[Hit]:
    """The document's own number with a code that is not its issuer's, or not that of its genre."""
    issuers = context.document.issuers
    code = node.phrase.code
    if not issuers or node.phrase.year is None:
        return
    if len(issuers) > 1:
        told = told_by(code, issuers)
        if told is not None and 0 not in told:
            # The body that leads stands first, and its number is used (TTL-15, HED-01); some put it elsewhere.
            yield Hit(node.text, {"number": node.phrase.normal, "issuer": issuers[0] if told else "、".join(issuers), "fault": "lead" if told else "body"})
        elif issuers[0].startswith("中共") and not _OFFICE_NAME.search(issuers[0]) and (_GOVERNMENT.search(issuers[1]) is not None) and _GOVERNMENTAL.search(code):
            # Party and government issue under the number of the party committee (HED-01).
            yield Hit(node.text, {"number": node.phrase.normal, "issuer": issuers[0], "fault": "lead"})
        return
    issuer = issuers[0]
    title = context.document.title.text.value if context.document.title is not None else issuer
    named = titled_body(context.document) or issuer
    agreed = title.startswith((issuer, "关于")) or of_another_kind(code, named) or not of_another_kind(code, issuer)
    if not _code_fits(code, issuer, context) and agreed:
        yield Hit(node.text, {"number": node.phrase.normal, "issuer": issuer, "fault": "body"})
    elif of_another_form(code, "函" if title.endswith("函") else context.document.genre, [unspaced(mark.text.value) for mark in context.document.masthead]):
        yield Hit(node.text, {"number": node.phrase.normal, "issuer": context.document.genre or "", "fault": "form"})
    elif of_a_like_body(code, issuer) or of_another_house(code, issuer):
        yield Hit(node.text, {"number": node.phrase.normal, "issuer": issuer, "fault": "place"})
    elif of_another_body_served(code, issuer):
        yield Hit(node.text, {"number": node.phrase.normal, "issuer": issuer, "fault": "served"})


#: A department that a cited title begins with: 江河市教育局关于.
_CITED_DEPARTMENT = Pattern(r"^(?P<body>[\u3400-\u9fff]{2,20}?(?:局|委员会|委|厅))(?:办公[厅室])?(?=关于|印发|转发)")
#: The body that a cited title begins with: 江河市人民政府办公室关于.
_CITED_BODY = Pattern(r"^(?P<body>[\u3400-\u9fff]{0,12}?(?:国务院|人民政府)(?:办公[厅室])?)关于")


def _cited_codes(context: Context) -> Iterator[Hit]:
    """The citations of what a government or its office issued under the code of the other."""
    for citation in context.document.citations:
        number, body = citation.phrase.number, _CITED_BODY.match(citation.phrase.title)
        department = _CITED_DEPARTMENT.match(citation.phrase.title) if body is None and number is not None and number.year is not None else None
        if department is not None and number is not None and of_another_department(number.code, department["body"]):
            yield Hit(citation.text, {"number": number.normal, "issuer": department["body"], "fault": "coded"})
        if number is None or number.year is None or body is None:
            continue
        office, code = body["body"].endswith(("办公厅", "办公室")), number.code
        if _OFFICE_CODE.search(code) if not office else _GOVERNMENT_CODE.search(code) and not _OFFICE_CODE.search(code):
            yield Hit(citation.text, {"number": number.normal, "issuer": body["body"], "fault": "cited"})


def _code_fits(code: str, issuer: str, context: Context) -> bool:
    """Whether the body may use the code, by the table and by what governments and their offices use everywhere."""
    fits = context.tables.made(AgencyCodes).fits(code, issuer)
    if fits is not None:
        return fits
    if of_another_place(code, issuer) or of_another_department(code, issuer) or of_another_kind(code, issuer):
        return False
    return not ((_GOVERNMENT.search(issuer) and _OFFICE_CODE.search(code)) or (_OFFICE.search(issuer) and _GOVERNMENT_CODE.search(code)))
