"""The body that prints (印发机关) against the issuer: the issuer itself or its office (GB/T 9704—2012, 7.4.3)."""

from __future__ import annotations

from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.issuing_bodies import institution, is_body, one_body
from hegao.checks.shared.roster import Bodies
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import split_place
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

#: The office of a body prints for it.
_OFFICE = Pattern("(?:(?:综合|党政|党委|行政)?办公?[厅室]|办公室秘书科|秘书[科处])$")
_SECRETARIES = Pattern("(?:秘书|文秘|综合|机要|文书|行政|公文)[科处股]$")
#: An office within the issuer that is none of its secretaries: 养老服务科, 治安支队.
_WITHIN = Pattern("(?:[科处股]|中心|[支大]队|印刷厂|印务公司|文印室|文印中心|机要室)$")
_PRINTERS = Pattern("印刷|印务|文印")
_GOVERNMENT = Pattern(rf"{one_of(level_names('government'))}人民政府$")
_PARTY = "中共"
#: A party committee has an office, too.
_COMMITTEE = Pattern(rf"^中共[\u3400-\u9fff]{{2,16}}(?:委员会|{one_of(level_names('place'))}委)$")


class Printer(NamedTuple):
    """A body that prints for an issuer which it does not belong to: its place, the issuer, whether it is of another place or of the same (``printer``)."""

    at: Text
    right: str
    fault: str


def strange_printer(body: Text, context: Context) -> Printer | None:
    """The printing body, where it is neither one of the issuers nor their office; None where it is, or where nobody can tell."""
    name = unspaced(body.value).removeprefix(_PARTY)
    issuers = [unspaced(issuer).removeprefix(_PARTY) for issuer in context.document.issuers]
    # Of several documents in one file, one forwarded by another, the imprint belongs to the last one that issues.
    if len(context.file.documents) > 1 or not issuers or not all(is_body(issuer) for issuer in issuers):
        return None
    if _COMMITTEE.search(unspaced(body.value)):
        return Printer(body, f"{unspaced(body.value)}办公室", "printer")
    strange = [_strange_to(body, name, issuer, context.tables.made(Bodies)) for issuer in issuers]
    return None if None in strange else strange[0]


def _strange_to(body: Text, name: str, issuer: str, bodies: Bodies) -> Printer | None:
    """The printing body, as one of the issuers sees it."""
    within = name.removeprefix(issuer)
    if _WITHIN.search(name) and not _OFFICE.search(name) and not _SECRETARIES.search(name) and (len(within) < len(name) or _PRINTERS.search(name)):
        return Printer(body, f"{issuer}办公室", "printer")
    house, own_house = institution(name), institution(issuer)
    if house and own_house and not house.startswith(own_house) and not own_house.startswith(house):
        return Printer(body, f"{issuer}办公室", "printer")
    if not is_body(name):
        return None
    if _GOVERNMENT.search(name) and name != issuer:
        # A government from the county up has an office, which prints; here the office issues, too.
        return Printer(body, issuer if _OFFICE.search(issuer) else f"{issuer}办公室", "printer")
    if _GOVERNMENT.search(name):
        return Printer(body, f"{issuer}办公室", "printer")
    served = _OFFICE.sub("", name)
    if name.startswith(issuer) or issuer.startswith(served) or one_body(issuer, name, bodies) or one_body(issuer, served, bodies) or one_body(served, issuer, bodies):
        return None
    place, _level, rest = split_place(name)
    own_place, _own_level, own_rest = split_place(issuer)
    if not place or not own_place:
        return None
    if place != own_place:
        # What stands behind a city may be a district of it: 江河市云岭区人民政府.
        return Printer(body, f"{issuer}或其办公室", "place") if rest == own_rest or _OFFICE.sub("", rest) == own_rest else None
    known, own = bodies.lookup(served), bodies.lookup(issuer)
    return Printer(body, f"{issuer}或其办公室", "printer") if known is not None and own is not None and known.department != own.department else None
