"""Offices and groups told once by a name that the document does not give them (科室、工作组名称前后不一), each for the clerk to look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running, running_without_names
from hegao.checks.shared.roster import generic
from hegao.checks.task.body_register import Mention, mentions
from hegao.checks.task.departments_amiss import NAMED
from hegao.checks.task.one_body import in_order
from hegao.phrases.units import looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.departments import STANDARD, departments, government_names, known_name, plain
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_endings, level_names

_LETTER = r"(?![由在报请送对向的是将把及和与各本该或为经])[\u3400-\u9fff]"
_LEVELS = tuple(level_names("alone"))


def _endings() -> str:
    return one_of((*(ending for ending in body_endings("office") if ending not in ("队",)), "部", "组织部"))


#: An office within a body, from where its name can begin up to where it must end.
_OFFICE = Scanner(
    lambda: rf"(?:^|(?<=[由在报请送经及和与、，。；：（〔(|\t　 ]))(?P<stem>(?!第)(?:{_LETTER}){{2,8}}?)(?P<ending>{_endings()})"
    r"(?=[、，。；：）〕)|\t　 ]|$|牵头|负责|配合|会同|批准|备案|汇总|统一|组织|审核|承办|要|应|于)"
)
_OFTEN, _LEAST = 2, 2
#: Words that offices of one body share without being one.
_FREE = Pattern("综合|管理|工作|业务|服务|监督|办公|值班|领导|专项")


def odd_offices(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The office told once, with the one told again and again whose name holds the same words: 学生处 beside 学生工作处, 采购科 beside 采购中心."""
    told: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for found in context.once(running_without_names).find(_OFFICE, "heading", "paragraph", "row", "note"):
        told[found.match["stem"], found.match["ending"]].append(found)
    whole = context.once(running).text
    for (stem, ending), places in told.items():
        name = stem + ending
        if len(places) > 1 or whole.count(name) > 1 or name.startswith(_LEVELS) or f"简称“{name}" in whole or known_name(name) is not None or not _FREE.sub("", stem):
            continue
        like = [other for other in told if other != (stem, ending) and len(told[other]) >= _OFTEN and _alike(stem, ending, other) and not _together(places[0], told[other])]
        if len(like) == 1:
            yield Mention(name, _at(places[0])), Mention("".join(like[0]), _at(told[like[0]][0]))


def _alike(stem: str, ending: str, other: tuple[str, str]) -> bool:
    """Whether two names hold the same words: one of them all that the other has, under one ending or another."""
    theirs, last = other
    short, long = sorted((stem, theirs), key=len)
    # The same office with words in front, or a part of the body that both are of (党委宣传部, 党委办公室), is no other name.
    if len(short) < _LEAST or theirs.startswith(_LEVELS) or looks_like_body(short) or ending == last and long.endswith(short):
        return False
    return in_order(short, long) and (short in long or ending == last and short[0] == long[0] and len(long) - len(short) > 1)


def _together(one: Found, others: list[Found]) -> bool:
    """Whether one passage names both: then they are two."""
    return any(one.passage is other.passage for other in others)


def _at(found: Found) -> Text:
    return found.passage.slice(found.match.start(), found.match.end())


@cache
def _by_ends() -> dict[tuple[str, str], tuple[str, ...]]:
    """The standard names of departments by their first and their last letter."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, (department, form) in departments().items():
        if form in STANDARD and not department.party:
            found[name[0], name[-1]].append(name)
    return {ends: tuple(names) for ends, names in found.items()}


_LEADS = frozenset("由在经报请向对与和及送同按为")
#: Words that one department may be called by as well as by the other.
_SAME = frozenset("监督管理")
#: So many letters at the head of two names of one ending tell that one is meant; so many at the end of a name that was cut.
_HEAD, _TAIL = 4, 5
#: With these or without them is a matter of taste: 地方金融监管局.
_WIDER = ("地方", "国家")


def unheard_departments(context: Context) -> Iterator[tuple[Mention, str]]:
    """Departments that no table knows, told once, each with the one known department that it is a letter or a word off."""
    told: dict[str, list[Found]] = defaultdict(list)
    whole = context.once(running)
    for found in context.once(running_without_names).find(NAMED, "heading", "paragraph", "row", "copies", "addressee"):
        name = found.match["name"]
        before = found.match.string[: found.match.start()][-1:]
        begins = not "\u3400" <= before <= "\u9fff" or before in _LEADS
        if begins and name.endswith(("局", "委")) and found.match["level"] and known_name(found.match["level"] + name) is None and name not in government_names():
            told[name].append(found)
    for name, places in told.items():
        if len(places) == 1 and whole.text.count(name) == 1 and not any(known_name(name[cut:]) is not None for cut in range(1, len(name) - 2)):
            meant = _meant(name)
            if meant is not None:
                one = places[0]
                yield Mention(one.match["level"] + name, one.passage.slice(one.match.start("level"), one.match.end("name"))), meant


#: Letters that join the words of a name.
_JOINING = Pattern("[和与及]")


def _letters(name: str) -> str:
    return "".join(sorted(_JOINING.sub("", name)))


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    """The standard names of departments by their letters, in whatever order: 文化旅游和广电局 is none of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, (department, form) in departments().items():
        if form in STANDARD and not department.party:
            found[_letters(name)].append(name)
    return {letters: tuple(names) for letters, names in found.items()}


def _meant(name: str) -> str | None:
    like = {other for other in _by_ends().get((name[0], name[-1]), ()) if other != name and (_near(name, other) or _lost_words(name, other))}
    if len(name) >= _TAIL:
        like |= {other for others in _by_ends().values() for other in others if other[-1] == name[-1] and len(other) > len(name) and other.endswith(name) and not other.startswith(_WIDER)}
    # Without a word between, places call it as they like: 文化旅游广电局.
    like |= {*_by_letters().get(_letters(name), ())} - {name} if len(name) > _TAIL and _JOINING.search(name) else set()
    groups = {departments()[one][0].group for one in like}
    return min(sorted(like), key=len) if len(groups) == 1 else None


def _lost_words(name: str, other: str) -> bool:
    """Whether a name lacks letters of the other within, and is long enough to be no short form: 住房城乡局."""
    lost = Counter(other) - Counter(name)
    return len(name) > _HEAD and lost.total() > 1 and in_order(name, other) and name[:2] == other[:2] and not lost.keys() <= _SAME


def _near(name: str, other: str) -> bool:
    """Whether two names differ by one letter, or begin and end alike."""
    off = [index for index, (a, b) in enumerate(zip(name, other, strict=False)) if a != b]
    return len(name) == len(other) and (len(off) == 1 or len(name) > _HEAD + 1 and off[0] >= _HEAD) and not {letter for index in off for letter in (name[index], other[index])} <= _SAME


#: The groups that a plan sets up, in one list: 下设综合协调组、抢险救援组和后勤保障组.
_SET_UP = Scanner(r"(?:下设|设立?|成立|分为|组建|设置)(?P<groups>[\u3400-\u9fff]{2,8}组(?:(?:、|和|及|以及)[\u3400-\u9fff]{2,8}组){1,9})", sign="[设立分建置][\u3400-\u9fff]{2,8}组")
_NAMES = Pattern(r"(?:[、和及]|以及)?([\u3400-\u9fff]{1,7}?组)(?=[、和及]|以及|$)")
#: A group that does something.
_DOES = Scanner(r"(?:^|(?<=[由，。；：、]))(?P<name>[\u3400-\u9fff]{2,8}?组)(?=负责|牵头|由|要|应|配合|具体|承担|：)", sign="组")
_NOT_SET_UP = ("领导小组", "小组", "专家组", "工作组", "各组", "全组", "本组", "该组", "党组", "班组")


def unlisted_groups(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The group told once that the list of groups does not have, with the one of the list that is told nowhere else."""
    whole = context.once(running)
    listed = list(whole.find(_SET_UP, "heading", "paragraph"))
    if len(listed) != 1:
        return
    names = [match[1] for match in _NAMES.finditer(listed[0].match["groups"])]
    idle = [name for name in names if whole.text.count(name) == 1]
    strange = [one for one in whole.find(_DOES, "heading", "paragraph") if one.match["name"] not in names and not one.match["name"].endswith(_NOT_SET_UP)]
    active = sum(1 for name in names if whole.text.count(name) > 1)
    if len(strange) == 1 and len(idle) == 1 and active >= _OFTEN and whole.text.count(strange[0].match["name"]) == 1:
        at = listed[0].match.start("groups") + listed[0].match["groups"].find(idle[0])
        yield Mention(strange[0].match["name"], strange[0].at("name")), Mention(idle[0], listed[0].passage.slice(at, at + len(idle[0])))


#: Who tells what a rule means: 本办法由县城市管理局负责解释.
_READS = Scanner(r"由(?P<name>[\u3400-\u9fff]{3,24})(?:负责|承担|进行)(?:具体)?解释", sign="解释")


def strange_readers(context: Context) -> Iterator[tuple[Mention, str]]:
    """The body that is to tell what the text means and that stands nowhere else in it, with the issuer, if one is told."""
    whole = context.once(running)
    issuers = [plain(issuer) for issuer in context.document.issuers]
    for found in whole.find(_READS, "heading", "paragraph"):
        name = found.match["name"]
        known = any(in_order(name[1:], issuer) or in_order(issuer, name) for issuer in issuers)
        # A government may leave it to the department that its matter belongs to; a department does not leave it to another one.
        known = known or known_name(name) is not None and not any(known_name(issuer) is not None for issuer in issuers)
        if looks_like_body(name) and not known and not generic(name) and not _ALL.search(name) and whole.text.count(name) == 1 and _named_others(context):
            yield Mention(name, found.at("name")), issuers[0] if issuers else "—"


#: 本局, 各有关部门, a higher body.
_ALL = Pattern(r"^[我本]|会同|商市|各|有关|相关|、|办公[厅室]|人民政府|国家|省|^厅|委员会")


def _named_others(context: Context) -> bool:
    """Whether the text says which bodies look after its matter."""
    return len({task_unit.name for task in context.document.tasks for task_unit in task.units}) > 0 or len(context.once(mentions)) > _OFTEN
