"""Bodies that bear tasks: named twice, under two names, or by a name that cannot be (norms TSK-12, TSK-13, ABB-05)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.letters_amiss import letters_amiss
from hegao.checks.shared.parameters import quantity
from hegao.checks.shared.passages import edit_at
from hegao.checks.shared.roster import Bodies, generic
from hegao.checks.task.body_register import mentions, misspelt, towns
from hegao.checks.task.coined_names import coined_offices, spoken_names
from hegao.checks.task.coined_terms import reworded_terms
from hegao.checks.task.departments_amiss import departments_amiss
from hegao.checks.task.endings_exchanged import endings_exchanged
from hegao.checks.task.firm_names import firms
from hegao.checks.task.former_names import former_names
from hegao.checks.task.listed_twice import listed_twice
from hegao.checks.task.named_things import named_things
from hegao.checks.task.near_offices import misheard, near_offices, odd_endings
from hegao.checks.task.near_twins import near_twins
from hegao.checks.task.odd_offices import odd_offices, strange_readers, unheard_departments, unlisted_groups
from hegao.checks.task.old_names import old_names
from hegao.checks.task.one_body import in_order
from hegao.checks.task.place_names import levels_exchanged, strange_rows
from hegao.checks.task.quoted_names import quoted_names
from hegao.checks.task.renamed_bodies import renamed_bodies
from hegao.checks.task.retold_clashes import renamed_leads
from hegao.checks.task.set_up_bodies import set_up_bodies
from hegao.checks.task.short_forms_kept import long_names_again
from hegao.checks.task.slipped_names import slipped_names
from hegao.checks.task.strange_bodies import strange_bodies
from hegao.checks.task.town_names import towns_exchanged
from hegao.checks.task.two_leads import leads_that_help
from hegao.checks.task.works_renamed import works_renamed
from hegao.document.model import Addressee, Document, Task, Unit
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Places, Text
from hegao.words.departments import STANDARD, completed, departments, leading_level, plain

#: The plate that a body bears besides its name (加挂牌子): 市发展改革委（粮食局）.
_PLATE = Pattern(r"(?<=[\u3400-\u9fff])[（(][^（）()]{2,16}[）)]$")


#: The bodies of an addressee; what is shorter is a level (自治区、直辖市), named with each sort of body.
_PARTED = Pattern(r"[^、，,；;：:\s]{3,}")
#: A shorter name is one of a level (各市、县财政局), or bare; it stands twice only beside itself.
_WHOLE_NAME = 4


def _addressed_twice(addressee: Addressee) -> Iterator[Hit]:
    seen: dict[str, Text] = {}
    value = addressee.text.value
    for match in _PARTED.finditer(value):
        at = addressee.text.slice(*match.span())
        first = seen.setdefault(match[0], at)
        near = value[: match.start()].endswith(f"{match[0]}、")
        if first is not at and (len(match[0]) >= _WHOLE_NAME or near):
            yield Hit(at, {"unit": match[0], "where": "主送机关中列了两次", "fault": "addressee"}, (first,))


@check("unit-duplicate", {"task", "addressee", "document"}, facts=("unit", "where"), faults=("task", "addressee", "list"))
def unit_duplicate(task: Task | Addressee | Document, context: Context) -> Iterator[Hit]:
    """A body named twice in one list, or in two cells of one row."""
    if isinstance(task, Document):
        for one in listed_twice(context):
            yield Hit(one.at, {"unit": one.at.value, "where": "同一列举中列了两次", "fault": "list"}, (one.first,))
        return
    if isinstance(task, Addressee):
        yield from _addressed_twice(task)
        return
    bodies = context.tables.made(Bodies)
    for role, units in (("牵头单位", task.lead), ("配合单位", task.coop), ("责任单位", task.responsible)):
        seen: dict[str, Unit] = {}
        for unit in units if len(units) > 1 else ():
            first = seen.setdefault(_same(unit, bodies), unit)
            if first is not unit and _column(first, task) == _column(unit, task):
                yield Hit(unit.text, {"unit": unit.name, "where": f"{role}中列了两次", "fault": "task"}, (first.text,))
    # Of clauses and sentences the rule on leads speaks.
    for both in leads_that_help(task, bodies) if task.row is not None else ():
        yield Hit(both.unit.text, {"unit": both.unit.name, "where": "既牵头又配合", "fault": "task"}, (both.lead.text,))


def _column(unit: Unit, task: Task) -> int:
    """The column of a row in which a body stands: two of one role (甲县责任单位, 乙县责任单位) are two lists."""
    cells = task.row.cells if task.row is not None else ()
    return next((index for index, cell in enumerate(cells) if Places([cell.span()]).meet(unit.text.span())), -1)


def _same(unit: Unit, bodies: Bodies) -> str:
    return bodies.identity(unit.resolved or unit.name)


@check("unit-variant", {"document"}, parameters={"grace": quantity("Years after a reform in which former names may still stand.", 2)}, facts=("unit", "other", "count"), faults=("doubtful", "other-name", "spoken", "colloquial"))
def unit_variant(document: Document, context: Context, grace: int = 2) -> Iterator[Hit]:
    """A body under two names in one document, or under its former one; the rarer name is marked, once, at its first place.

    Full and standard short names of the table are one name, with a plate in brackets or without; 委 beside 局, colloquial and former
    names are not, nor is a name that differs from a frequent one by one letter.
    """
    hits = list(_variants(document, context, grace))
    yield from hits
    slips = [(slip.at, slip.right, slip.usual) for slip in context.once(letters_amiss) if slip.named]
    slips += [(odd.at, usual.name, usual.at) for odd, usual in endings_exchanged(context)]
    if slips:
        # What no body can be called is unknown.
        told = Places([*(hit.at.span() for hit in hits), *(one.at.span() for one, _other in (*misspelt(context), *departments_amiss(context), *misheard(context)))])
        for at, right, there in slips:
            if not told.meet(at.span()):
                yield Hit(at, {"unit": at.value, "other": right, "count": 1, "fault": "other-name"}, (there,))


def _variants(document: Document, context: Context, grace: int) -> Iterator[Hit]:
    """The names of which the document tells another form."""
    places: dict[str, list[Text]] = {}
    for one in context.once(mentions):
        places.setdefault(_PLATE.sub("", one.name), []).append(one.at)
    assigned = {_PLATE.sub("", plain(unit.resolved or unit.name)) for unit in _units(document)}
    counts = Counter({name: len(several) for name, several in places.items()})
    firsts = {name: several[0] for name, several in places.items()}
    bodies = context.tables.made(Bodies)
    known_in_tasks = Counter({name: counts[name] for name in assigned})
    for rare, usual in (*_by_table(counts, firsts, bodies), *_by_letter(known_in_tasks, bodies), *_by_office(known_in_tasks)):
        facts: dict[str, str | int] = {"unit": rare, "other": usual, "count": counts[rare]}
        yield Hit(firsts[rare], facts, (firsts[usual],), about=tuple(places[rare]))
        counts[rare] = 0
    for slip, right in slipped_names(context):
        if counts.get(slip.name) != 0:
            yield Hit(slip.at, {"unit": slip.name, "other": right.name, "count": 1}, (right.at,))
            counts[slip.name] = 0
    for town, other in towns(context):
        yield Hit(town.at, {"unit": town.name, "other": other.name, "count": 1}, (other.at,))
    for short, other in coined_offices(context):
        if counts.get(short.name) != 0:
            yield Hit(short.at, {"unit": short.name, "other": other.name, "count": 1}, (other.at,))
    for rarer, more_usual in renamed_leads(context):
        if counts.get(rarer.name) != 0:
            yield Hit(rarer.text, {"unit": rarer.name, "other": more_usual.name, "count": 1}, (more_usual.text,))
            counts[rarer.name] = 0
    for one_spoken in spoken_names(context):
        name = one_spoken.mention.name
        if counts[name]:
            fault = "colloquial" if one_spoken.throughout else "spoken" if one_spoken.doubtful else ""
            yield Hit(one_spoken.mention.at, {"unit": name, "other": one_spoken.standard, "count": counts[name], "fault": fault}, about=tuple(places[name]))
    for name, at in firsts.items():
        # Beside no other name of its body, a former one in running text is a wrong word.
        known = bodies.lookup(name) if counts[name] and name in assigned and document.issued is not None else None
        if known is None or known.form != "former" or not known.prefix or document.issued is None:
            continue
        if document.issued.year >= known.department.renamed + grace:
            yield Hit(at, {"unit": name, "other": known.usual, "count": counts[name]}, about=tuple(places[name]))
            counts[name] = 0
    for office, usual_office in (*near_offices(context), *levels_exchanged(context), *reworded_terms(context), *set_up_bodies(context), *firms(context), *named_things(context), *works_renamed(context), *towns_exchanged(context), *long_names_again(context), *quoted_names(context), *odd_offices(context)):
        if counts.get(office.name) != 0:
            facts = {"unit": office.name, "other": usual_office.name, "count": 1, "fault": "other-name"}
            yield Hit(office.at, facts, (usual_office.at,))
            counts[office.name] = 0
    for twin, usual_twin in (*near_twins(context), *renamed_bodies(context)):
        if counts.get(twin.name) != 0:
            yield Hit(twin.at, {"unit": twin.name, "other": usual_twin.name, "count": 1, "fault": "other-name"}, (usual_twin.at,))
            counts[twin.name] = 0
    for office, usual in (*odd_endings(context), *unheard_departments(context)):
        if counts.get(office.name) != 0:
            yield Hit(office.at, {"unit": office.name, "other": usual, "count": 1, "fault": "other-name"})
            counts[office.name] = 0
    for old, now in old_names(context, grace):
        if counts.get(_PLATE.sub("", old.name), 1):
            yield Hit(old.at, {"unit": old.name, "other": now, "count": 1, "fault": "doubtful"})


def _units(document: Document) -> Iterator[Unit]:
    """The bodies of all tasks in the order of the text, those of a higher level of government left out."""
    for task in document.tasks:
        yield from task.units


def _by_table(counts: Counter[str], places: dict[str, Text], bodies: Bodies) -> Iterator[tuple[str, str]]:
    """Pairs of names that the table says are one body's, and of which one is not in order."""
    groups: dict[str, list[str]] = {}
    for name in counts:
        known = bodies.lookup(name)
        if known is not None and known.prefix:
            groups.setdefault(bodies.kin(name), []).append(name)
    bare = [name for name in counts if (known := bodies.lookup(name)) is not None and not known.prefix and known.form == "wrong"]
    for name in bare:
        # 市场监督局 beside 市市场监管局: the level was lost with the right name.
        known = bodies.lookup(name)
        homes = [key for key in groups if known is not None and key.endswith(f"\t{known.department.group}")]
        if len(homes) == 1:
            groups[homes[0]].append(name)
    for names in groups.values():
        kinds: dict[tuple[str, bool], list[str]] = {}
        for name in names:
            known = bodies.lookup(name)
            if known is not None:
                kinds.setdefault((known.department.full, known.standard) if known.standard else (name, False), []).append(name)
        if len(kinds) < 2:
            continue
        weight = {key: sum(counts[name] for name in members) for key, members in kinds.items()}
        best = max(kinds, key=lambda key: (key[1], weight[key]))
        usual = max(kinds[best], key=lambda name: counts[name])
        for key, members in kinds.items():
            if key != best:
                yield min(members, key=lambda name: places[name].line), usual


#: What an office within a body is called; its short names are of the drafter's own making.
_OFFICE = Pattern(r"[科处室股]$")


def _by_office(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """An office (科、处、室) met once under a short name whose letters stand in order in that of another one: 体卫艺科, 体育卫生与艺术科."""
    offices = [name for name in counts if _OFFICE.search(name) and not generic(name) and "的" not in name]
    for name in offices:
        whole = [other for other in offices if len(other) >= len(name) + 3 and other[0] == name[0] and other[-1] == name[-1] and in_order(name, other)]
        if len(name) >= 4 and counts[name] == 1 and len(whole) == 1:
            yield name, whole[0]


#: Letters whose presence makes another body: numbers, places, sizes, levels.
_DISTINCTIVE = set("一二三四五六七八九十〇零第东西南北中上下内外前后左右大小新老副省市县区乡镇村总分各与及、和级")


def _by_letter(counts: Counter[str], bodies: Bodies) -> Iterator[tuple[str, str]]:
    """Names met once that have one letter more or less than a longer known name met at least twice."""
    usual = [name for name, count in counts.items() if count > 1 and len(name) >= 7 and not generic(name)]
    shapes: dict[str, str] = {}
    for name in usual:
        # The last letter tells what kind of body it is: 人民政府办 is no slip for 人民政府.
        for index in range(1, len(name) - 1):
            if name[index] not in _DISTINCTIVE:
                shapes.setdefault(name[:index] + name[index + 1 :], name)
    for name, count in counts.items():
        if count != 1 or len(name) < 7 or bodies.lookup(name) is not None or generic(name):
            continue
        if name in shapes:
            yield name, shapes[name]
            continue
        for index in range(1, len(name)):
            if name[index] not in _DISTINCTIVE and name[index] != name[index - 1]:
                shorter = name[:index] + name[index + 1 :]
                if counts[shorter] > 1 and len(shorter) >= 7:
                    yield name, shorter
                    break


@check("unit-unknown", {"document"}, facts=("unit", "likely"), faults=("place", "body", "group", "reader", "former"))
def unit_unknown(document: Document, context: Context) -> Iterator[Hit]:
    """Names that no body can have: a department without its last letter (市发展改革), or only the tail of one (设局).

    Where the office gives a roster, also names of its levels that neither stand there nor follow from it.  ``likely`` is the
    nearest name, or a dash.
    """
    tails = _tails()
    bodies = context.tables.made(Bodies)
    known = {plain(unit.resolved or unit.name) for unit in _units(document)}
    cut_off = cache(lambda name: _cut_off(name, known, bodies) or tails.get(plain(name)))
    for task in document.tasks:
        for units in (task.lead, task.responsible, task.coop):
            for unit in units:
                likely = cut_off(unit.name) or _unlisted(unit, task, bodies)
                if likely and not _elliptic(unit, units, task):
                    yield Hit(unit.text, {"unit": unit.name, "likely": likely})
    for one, other in (*misspelt(context), *departments_amiss(context), *misheard(context)):
        yield Hit(one.at, {"unit": one.name, "likely": other})
    for former in former_names(context):
        yield Hit(former.at, {"unit": former.at.value, "likely": former.now, "fault": "former"}, edits=edit_at(former.at, former.now, False))
    for body in strange_bodies(context):
        yield Hit(body.at, {"unit": body.name, "likely": "—", "fault": "body"})
    for group, listed in unlisted_groups(context):
        yield Hit(group.at, {"unit": group.name, "likely": listed.name, "fault": "group"}, (listed.at,))
    for reader, issuer in strange_readers(context):
        yield Hit(reader.at, {"unit": reader.name, "likely": issuer, "fault": "reader"})
    for place in strange_rows(context):
        yield Hit(place.at, {"unit": place.name, "likely": "—", "fault": "place"})


def _unlisted(unit: Unit, task: Task, bodies: Bodies) -> str | None:
    """The nearest name (or a dash) for a body that the roster ought to have and has not."""
    name = unit.resolved or unit.name
    if not bodies.roster:
        return None
    if task.form == "sentence" or generic(unit.name) or not looks_like_body(unit.name) or not bodies.strange(name):
        return None
    return bodies.nearest(name) or "—"


def _elliptic(unit: Unit, units: list[Unit], task: Task) -> bool:
    """Whether the list leaves out on purpose what it says once at its end: 市教育、财政、民政部门, 市教育等部门."""
    others = [other.name for other in units if other is not unit]
    if any(not looks_like_body(other) or re.fullmatch(r".{1,6}(?:部门|系统)", other) for other in others):
        return True
    return any(
        re.search(rf"{re.escape(unit.name)}(?:等|部门|系统|主管|行政)", text.value)
        for text in (task.text, *(task.row.cells if task.row else ()))
    )


def _cut_off(name: str, known: set[str], bodies: Bodies) -> str | None:
    """The whole name of a department of which ``name`` lacks the last letter; the level must stand before it."""
    name = plain(name)
    level = leading_level(name)
    rest = name[len(level) :]
    if not level or len(rest) < 2 or bodies.lookup(name) is not None:
        return None
    fits = completed(rest, level)
    used = [fit for fit in fits if level + fit in known]
    if used:
        return level + used[0]
    return level + fits[0] if len(fits) == 1 and not looks_like_body(rest) else None


@cache
def _tails() -> dict[str, str]:
    """Two-letter tails of department names that are no names themselves: 设局 of 住房城乡建设局."""
    tails: dict[str, str] = {}
    for name, (department, form) in departments().items():
        tail = name[-2:]
        if form in STANDARD and not department.levels and len(name) > 4 and tail[1] == "局" and tail not in departments():
            tails.setdefault(tail, name)
    return tails


__all__ = ["unit_duplicate", "unit_unknown", "unit_variant"]
