"""Names of bodies that were (旧机构名), told where no other name of the body stands: former ones, merged ones, ones that a level has not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegao.checks.base import Context
from hegao.checks.task.body_register import Mention, mentions
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.departments import known_name, merged_bodies, split_place

#: More often a document names no body by mistake.
_HARDLY = 2


def old_names(context: Context, grace: int) -> Iterator[tuple[Mention, str]]:
    """The first place of each such name, with the name that the body has now.

    A former name counts so many years after the reform; names of the table ``former-names`` are told wherever they stand, as wrong words.
    """
    issued = context.document.issued
    year = issued.year if issued is not None else None
    masthead = "".join(issuer for issuer in context.document.issuers)
    told: dict[str, list[Mention]] = {}
    for one in context.once(mentions):
        told.setdefault(one.name, []).append(one)
    for name, places in told.items():
        now = _former(name, year, grace) or _of_other_level(name) or _merged(name, year, len(places), masthead)
        if now is not None and name not in masthead:
            yield places[0], now


def _former(name: str, year: int | None, grace: int) -> str | None:
    known = known_name(name)
    if known is None or known.form not in ("former", "wrong") or not known.prefix or name[len(known.prefix) :] in _called_wrong():
        return None
    if known.form == "wrong":
        return known.usual
    return known.usual if year is None or year >= known.department.renamed + grace else None


def _merged(name: str, year: int | None, times: int, masthead: str) -> str | None:
    """What the body is part of now; what a document names again and again may be a body of its own there, and some places keep the name."""
    place, level, rest = split_place(name)
    if times > _HARDLY or rest not in merged_bodies():
        return None
    now, since, kept = merged_bodies()[rest]
    return place + level + now if (year is None or year >= since) and not any(one in masthead + name for one in kept) else None


def _of_other_level(name: str) -> str | None:
    """What a province calls what only cities and counties call so: 省教育厅 for 省教委."""
    known = known_name(name)
    if known is None or not known.department.levels or known.prefix not in ("省", "自治区") or known.prefix in known.department.levels:
        return None
    return next((known.prefix + row["full"] for row in builtin("departments") if row["group"] == known.department.group and known.prefix in split_cell(row["levels"])), None)


@cache
def _called_wrong() -> frozenset[str]:
    return frozenset(row["wrong"] for row in builtin("former-names"))
