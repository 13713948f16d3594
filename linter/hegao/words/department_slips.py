"""Names of departments as a slip of the pen leaves them (部门名称的笔误): a character short, or with two words exchanged.

Only what is no name of the table itself, and what no place calls a department of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin
from hegao.words.departments import STANDARD, departments, party_names
from hegao.words.patterns import ending_in
from hegao.words.vocabulary import body_endings

#: Names beside those of departments that every place has.
_GENERAL = (
    *("人民政府办公室", "人民政府办公厅", "防汛抗旱指挥部", "安全生产委员会", "机构编制委员会办公室"),
    *("人大常委会", "人大常委会办公室", "中级人民法院", "人民检察院"),
)
#: Offices are called as each place likes: 重点项目建设办公室, 重点建设项目办公室.
_CALLED_AS_LIKED = ("办公室", "中心")
#: Characters that names have or leave out as they like.
_OMITTED = frozenset("和与及化分总")
#: Endings of several letters that are told of a name before its last letter is taken for one.
_TAILS = Pattern(lambda: ending_in(ending for ending in (*body_endings("official"), "指挥部", "中心", "支队", "大队")) + "$")
#: Shorter stems are slips of too many others.
_LEAST_STEM = 4
#: Of so many letters a whole word may be lost: 人力资源社会局.
_WORDS_STEM = 8
#: Words that places leave out of such names as they like.
_LEFT_OUT = ("管理", "监督", "行政")
#: What would run on from the level before it: 市政服务, 区民政.
_RUNS_ON = tuple("政民场区辖委直级")


@cache
def department_slips() -> dict[str, str]:
    """Each slip with the standard name that is meant."""
    names = departments()
    slips: dict[str, str] = {}
    standard = (name for name, (department, form) in names.items() if form in STANDARD and not department.party and not name.endswith(_CALLED_AS_LIKED))
    for name in (*standard, *_GENERAL):
        for slip in slips_of(name):
            if slip not in names and not (len(slip) < len(name) and slip.startswith(_RUNS_ON)):
                slips.setdefault(slip, name)
    for name, slip in (*_wrong_ends(), *_party_slips()):
        if slip not in names:
            slips.setdefault(slip, name)
    return slips


def _wrong_ends() -> Iterator[tuple[str, str]]:
    """Names with the end of another kind of body: 财政委, 交通运输会."""
    names = departments()
    committees = {row["full"] for row in builtin("departments") if row["committee"]}
    for name, (department, form) in names.items():
        stem = name.removesuffix("局")
        if form in STANDARD and stem != name and department.full not in committees and not any(stem + other in names for other in ("委", "委员会")):
            yield name, stem + "委"
        if form in STANDARD and not department.party and name.endswith(("局", "委")) and len(name) > _LEAST_STEM:
            yield name, name[:-1] + "会"


def _party_slips() -> Iterator[tuple[str, str]]:
    """Departments of a party committee, which stand behind its name, a character short: 市|委宣部."""
    for name in party_names():
        # Short names of other kinds are shortened further as everybody likes: 老干局, 网办.
        if name.endswith(("部", "委")) and len(name) > len("委办") or len(name) > _LEAST_STEM:
            yield from ((f"委{name}", f"委{name[:at]}{name[at + 1 :]}") for at in range(len(name) - 1))


def slips_of(name: str) -> list[str]:
    """What a slip makes of a name without the level before it."""
    return [*_with_words_exchanged(name), *_cut_short(name)]


def _before_ending(name: str) -> str:
    ending = _TAILS.search(name)
    return name[: ending.start()] if ending else name[:-1]


@cache
def _joined_words() -> frozenset[str]:
    """Words that are a department by themselves, which places join to one in either order: 文化体育局, 体育文化局."""
    return frozenset(name[:2] for name in departments() if len(name) == len("教育局"))


def _with_words_exchanged(name: str) -> list[str]:
    """The name with two neighbouring words of two characters in each other's place."""
    stem = _before_ending(name)
    found: list[str] = []
    if sum(field in stem for field in _joined_words()) > 1:
        return found
    for at in range(len(stem) - 3):
        first, second = stem[at : at + 2], stem[at + 2 : at + 4]
        if first != second and not _OMITTED & {*first, *second}:
            found.append(stem[:at] + second + first + stem[at + 4 :] + name[len(stem) :])
    return found


def _cut_short(name: str) -> list[str]:
    """The name without one character that is neither the first nor the last; a long one without one of its words."""
    stem = _before_ending(name)
    if len(stem) < _LEAST_STEM:
        return []
    lost = [name[:at] + name[at + 1 :] for at in range(1, len(name) - 1) if name[at] not in _OMITTED]
    if len(stem) >= _WORDS_STEM and not _OMITTED & set(stem):
        lost += [name[:at] + name[at + 2 :] for at in range(2, len(stem), 2) if name[at : at + 2] not in _LEFT_OUT]
    return lost
