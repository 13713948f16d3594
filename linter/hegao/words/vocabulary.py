"""The vocabulary by what it names: kinds of body, levels, genres, actions, field labels, words of elements, words of duty.

Each function reads a table of rules/tables once and gives its rows, or the words of those rows that have a certain use.  What the
uses mean stands in rules/tables/README.md.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from hegao.words.builtin_tables import TableRow, builtin, split_cell

#: The rank of a city among the levels.
CITY = 2
#: Words before a name that make it a class of bodies (各县, 有关部门), or tell whose it is (驻, 团).
CLASS_WORDS = ("各", "全", "有关", "相关", "其他", "其它", "驻", "团", "共青团")


class BodyKind(NamedTuple):
    """An ending of names of bodies (机构名称的词尾): what kind of body has it, and where the ending tells a body."""

    ending: str
    kind: str
    uses: frozenset[str]


class Level(NamedTuple):
    """A level of government (级别); ``rank`` is 4 for the State, 3 a province, 2 a city, 1 a county, 0 a town, -1 a village."""

    name: str
    rank: int
    uses: frozenset[str]


class Genre(NamedTuple):
    """A genre (文种) or another word that titles end with: the words that stand for it, its kind, and its closing phrases (结束语)."""

    name: str
    forms: tuple[str, ...]
    kind: str
    uses: frozenset[str]
    closings: tuple[str, ...]

    @property
    def document(self) -> bool:
        """Whether a document by itself may be of that genre: those of 条例 article 8, and laws and rules that are published."""
        return self.kind in ("文种", "法规")


class Action(NamedTuple):
    """A verb that titles say what a document does with (印发), and the action that it stands for."""

    verb: str
    action: str
    uses: frozenset[str]


class FieldLabel(NamedTuple):
    """A label in the field list of a web copy (著录项); ``field`` is title, number, date, issuer or published, or empty."""

    label: str
    field: str
    uses: frozenset[str]


class Duty(NamedTuple):
    """A word of duty (职责用语); ``role`` is lead, responsible or coop, or none for who only watches."""

    word: str
    role: str
    uses: frozenset[str]


def _uses(row: TableRow) -> frozenset[str]:
    return frozenset(row["uses"].split())


@cache
def body_kinds() -> tuple[BodyKind, ...]:
    """The endings of names of bodies; levels whose places stand for their bodies (各县、区) are not among them."""
    return tuple(BodyKind(row["ending"], row["kind"], _uses(row)) for row in builtin("body-kinds"))


@cache
def levels() -> tuple[Level, ...]:
    """The levels of government, the highest first."""
    return tuple(Level(row["level"], int(row["rank"]), _uses(row)) for row in builtin("levels"))


@cache
def genres() -> tuple[Genre, ...]:
    """The genres, those of 条例 article 8 first."""
    return tuple(
        Genre(row["genre"], tuple(split_cell(row["forms"])) or (row["genre"],), row["kind"], _uses(row), tuple(split_cell(row["closings"])))
        for row in builtin("genres")
    )


@cache
def actions() -> tuple[Action, ...]:
    """The verbs of titles; where a title has several, the first row counts."""
    return tuple(Action(row["word"], row["action"], _uses(row)) for row in builtin("actions"))


@cache
def field_labels() -> tuple[FieldLabel, ...]:
    """The labels of field lists."""
    return tuple(FieldLabel(row["label"], row["field"], _uses(row)) for row in builtin("field-labels"))


@cache
def duties() -> tuple[Duty, ...]:
    """The words of duty."""
    return tuple(Duty(row["word"], row["role"], _uses(row)) for row in builtin("duties"))


@cache
def begun_by(letter: str) -> tuple[str, ...]:
    """The letters behind one with which it begins a word, as far as the table of doubles knows: 平 and 顺 behind 和."""
    return tuple(one for row in builtin("doubled") if row["word"] == letter for one in row["after"].split())


@cache
def ended_by(letter: str) -> tuple[str, ...]:
    """The letters before one with which it ends a word: 目 before 的, 总 before 和."""
    return tuple(one for row in builtin("doubled") if row["word"] == letter for one in row["before"].split())


@cache
def like_endings() -> tuple[frozenset[str], ...]:
    """The endings of which the name of a body has but one: 局 or 委, 中心 or 站."""
    kinds: dict[str, set[str]] = {}
    for row in builtin("body-kinds"):
        if row["like"]:
            kinds.setdefault(row["like"], set()).add(row["ending"])
    return tuple(frozenset(kind) for kind in kinds.values())


def body_endings(use: str) -> tuple[str, ...]:
    """The endings by which a name is told as a body's: ``sign`` on a line of its own, ``address`` in an addressee, ``bear`` in a list of
    bodies, ``act`` as the subject of a sentence; places that stand for their bodies among them.
    """
    return (*(kind.ending for kind in body_kinds() if use in kind.uses), *level_names(use))


def level_names(use: str) -> tuple[str, ...]:
    """The names of the levels with that use."""
    return tuple(level.name for level in levels() if use in level.uses)


def ranked(use: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The names of the levels with that use by their rank, the highest first."""
    ranks = dict.fromkeys(level.rank for level in levels() if use in level.uses)
    return tuple((rank, tuple(level.name for level in levels() if use in level.uses and level.rank == rank)) for rank in ranks)


@cache
def genre_words(*, documents: bool = False, use: str = "") -> tuple[str, ...]:
    """The words that titles end with: of all genres, of ``documents`` by themselves, or of those with that use."""
    return tuple(form for genre in genres() if (genre.document or not documents) and (not use or use in genre.uses) for form in genre.forms)


def genre_names(use: str) -> tuple[str, ...]:
    """The names of the genres with that use."""
    return tuple(genre.name for genre in genres() if use in genre.uses)


@cache
def coined_genres() -> dict[str, str]:
    """Words at the end of titles that are no genre (自造文种: 汇报, 申请), each with the genre that is meant."""
    return {row["word"]: row["instead"] for row in builtin("coined-genres")}


def action_words(use: str) -> tuple[str, ...]:
    """The verbs of titles with that use."""
    return tuple(action.verb for action in actions() if use in action.uses)


def issuing_words() -> tuple[str, ...]:
    """The verbs by which a body makes a text of its own public: 印发, 公布; not those by which it hands one on."""
    return tuple(action.verb for action in actions() if "issues" in action.uses and "passes" not in action.uses)


def about_words() -> tuple[str, ...]:
    """The words by which a title goes on from its issuer to what it is about: 关于, 印发 …"""
    return "关于", *action_words("begin")


def matter_words(use: str) -> tuple[str, ...]:
    """The words of the matter (事由) of titles: ``done``, verbs that it begins with; ``told``, those of what the public is told; ``noun``, its ends."""
    return tuple(row["word"] for row in builtin("title-matters") if use in row["uses"].split())


@cache
def title_verbs(use: str) -> tuple[str, ...]:
    """Verbs of titles: what is done with laws (``observes``) and with documents (``handles``), what is asked for (``grants``, ``plans``), what a place is told (``local``)."""
    return tuple(row["word"] for row in builtin("title-verbs") if use in row["uses"].split())


def labels(use: str) -> tuple[str, ...]:
    """The labels of field lists with that use."""
    return tuple(label.label for label in field_labels() if use in label.uses)


def duty_role(word: str) -> str:
    """The role of a word of duty; raises ``StopIteration`` on another word."""
    return next(duty.role for duty in duties() if duty.word == word)


def duty_words(use: str, *roles: str) -> tuple[str, ...]:
    """The words of duty with that use, of these roles or of any."""
    return tuple(duty.word for duty in duties() if use in duty.uses and (not roles or duty.role in roles))


@cache
def self_letters() -> dict[str, str]:
    """The letters by which bodies call themselves (我局, 本院), by the ends of their names."""
    return {row["ending"]: row["self"] for row in builtin("body-kinds") if row["self"]}


def element_words(element: str) -> tuple[str, ...]:
    """The words that an element of documents (公文格式要素) is told by: ``note``, ``copies``, ``attachment`` …"""
    return tuple(row["word"] for row in builtin("element-words") if row["element"] == element)


def task_verbs(use: str = "") -> tuple[str, ...]:
    """The verbs of what a task asks for (报送, 建成), or those with that use."""
    return tuple(row["word"] for row in builtin("task-verbs") if not use or use in row["uses"].split())


def deadline_words(*kinds: str) -> tuple[str, ...]:
    """The words of deadlines (时限词) of these kinds: open, vague, no-day, turn, prompt, period, goes-on."""
    return tuple(row["word"] for row in builtin("deadline-words") if row["kind"] in kinds)


@cache
def surnames() -> frozenset[str]:
    """Characters that names of persons begin with (姓氏)."""
    return frozenset("".join(row["characters"] for row in builtin("surnames")))


@cache
def time_words(use: str) -> tuple[str, ...]:
    """Words beside times, of one use."""
    return tuple(row["word"] for row in builtin("time-words") if row["use"] == use)


def citing_words(use: str = "") -> tuple[str, ...]:
    """The words by which a sentence leads into a text that it cites, or those with that use."""
    return tuple(row["word"] for row in builtin("citing-words") if not use or use in row["uses"].split())
