"""Names that a document gives itself or its place which its issuer cannot have: 我县 of a city's bureau, 全市 among 全县, 我校 of a hospital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.text.place_leftover import own_place
from hegao.document.model import Document, Part
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.departments import government_names, plain, split_place
from hegao.words.patterns import one_of
from hegao.words.vocabulary import levels, self_letters

_PLACES = "省市县区州旗"
#: 我县, 本市, 全县, from where they can begin.
_SELF = Scanner(rf"(?P<who>我|(?<![基根成版样])本|(?<![安健完保周齐俱])全)(?P<level>[{_PLACES}])(?![级直委场民值容区属镇域间内情]|政府(?:办|法)|人民|[{_PLACES}]|[、和（(/][{_PLACES}])")
#: 我局, 我校: the letter that a body calls itself by.
_BODY = Scanner(lambda: rf"(?<!自)我(?P<body>[{''.join(sorted({letter for letters in self_letters().values() for letter in letters} - set('会室府中园')))}])(?!们)")
#: A town by its kind, and what towns call themselves: 全镇 of a 乡 was told of another one.
_TOWN = Pattern(r"(?P<kind>乡|镇|街道)(?:(?:人民)?政府|党工?委|办事处|委员会)(?:办公室)?$")
_SELF_OF_TOWN = Scanner(r"(?:我|(?<![基根成版样])本|(?<![安健完保周齐俱])全)(?P<kind>[乡镇])(?![级村域街道区乡镇、（(办])")
#: What a city says of the place that it speaks of: 云岭县……全县.
_OF_ONE = Pattern(r"(?<![\u3400-\u9fff][城园景社地小库校厂片])(?<![个各全我本])(?P<level>[县区])(?![（(区级直])")
_NAMED = Pattern(r"[\u3400-\u9fff]{2}(?P<level>[县区])(?=人民|$|[\u3400-\u9fff])(?<![\u3400-\u9fff][城园景社地小库校厂片])")
#: What a county says of its city: 居全市第二, 全市会议, 高于全市平均.
_COMPARED = Pattern(r"(?:[居列位占比达超较与同为]|[高低优快好多少]于|领先|高出|率先|面向|来自|参加|承办|代表|出席|召开|覆盖|推广|纳入|辐射|服务|领跑|并列|获得?|荣获|按照?|根据|落实|贯彻|争当|成为|作为|打造|建成)$")
_RANKED = Pattern(r"第|前[列茅\d一二三四五六七八九十]|首|率先|平均|排|最|领先|唯一|先进|优秀|示范|通报|会议|统一|推进会|现场会|名列|考核|电视|范围内?(?:推广|通报)|各[县地]|其他|目标|任务|乃至|推广|交流|作经验|水平|上游")
_AROUND = 6
#: Counties and districts have the same departments: 县应急管理局 in a list of 区司法局.
_ALIKE = ("县", "区")
_DEPARTMENT = Scanner(
    lambda: rf"(?:^|(?<=[、，。；：（由请经和与及]))(?P<level>[县区])(?:{one_of(name for name in sorted(government_names()) if len(name) > 2)})(?![\u3400-\u9fff]?[长科股])"
)
_CITY = Pattern("市[委级直属]|市(?:人民)?政府|[我本]市")
#: Of so many self-names one may be left over.
_FEW = 2
#: Kinds of line in which a document speaks for itself.
_KINDS = ("heading", "paragraph", "note")
#: Titles of documents that pass on what another body wrote.
_PASSED_ON = ("转发", "批转", "转报", "转送")
#: Schools by their kinds, beside what the table of bodies has.
_SCHOOLS = ("中学", "小学", "高中", "党校")


class Foreign(NamedTuple):
    """A name that is not the issuer's: what is said, where, who issues, whether it may be meant so."""

    said: str
    at: Text
    own: str
    doubtful: bool


def foreign_selves(context: Context) -> Iterator[Foreign]:
    """The names in what a document says itself; what it passes on for another body is that body's."""
    document = context.document
    issuers = [plain(issuer) for issuer in document.issuers] or ["".join(own_place(document) or ())]
    if not issuers[0]:
        return
    passed_on = document.title is not None and any(word in document.title.text.value for word in _PASSED_ON)
    own = _level_of(issuers)
    foreign = frozenset(node for part in document.parts if _of_others(part) or passed_on and part.role != "main" for node in part.nodes)
    text = context.once(running_without_names)
    if own:
        found = [one for one in text.find(_SELF, *_KINDS) if one.node not in foreign]
        yield from _of_level(found, own, issuers[0], _places_spoken_of(document), _CITY.search(text.text) is None)
    if own in _ALIKE:
        named = list(text.find(_DEPARTMENT, *_KINDS, "row"))
        found = [one for one in named if one.match["level"] != own and one.node not in foreign]
        if len(found) == 1 and len(named) > _FEW and len(named) - 1 == sum(1 for one in named if one.match["level"] == own):
            yield Foreign(found[0].match[0], found[0].at(), issuers[0], True)
    towns = [match["kind"][0] for issuer in issuers[:1] if (match := _TOWN.search(issuer)) is not None]
    for one in text.find(_SELF_OF_TOWN, *_KINDS) if towns else ():
        if one.match["kind"] not in towns and one.node not in foreign:
            yield Foreign(one.match[0], one.at(), issuers[0], True)
    letters = "".join(letter for issuer in issuers for letter in _letters(issuer))
    if letters and all(map(_letters, issuers)):
        for one in text.find(_BODY, *_KINDS):
            if one.match["body"] not in letters and one.node not in foreign:
                yield Foreign(one.match[0], one.at(), issuers[0], True)


def _level_of(issuers: list[str]) -> str:
    """The level of the one place that all issuers are of, by its letter; empty where it is not told, or is a town's."""
    found = {split_place(issuer.removeprefix("中共"))[1] for issuer in issuers}
    level = found.pop() if len(found) == 1 else ""
    return level[-1:] if level[-1:] in _PLACES and not level.endswith(("新区", "开发区", "自治区")) else ""


def _letters(issuer: str) -> str:
    """The letters by which a body calls itself (我局), by the longest end of its name."""
    if issuer.endswith(_SCHOOLS):
        return "校"
    return max(((len(ending), letters) for ending, letters in self_letters().items() if issuer.endswith(ending)), default=(0, ""))[1]


def _of_others(part: Part) -> bool:
    """Whether an attachment may be spoken by somebody else: forms, letters of commitment."""
    title = part.title.text.value if part.title is not None else ""
    return part.role != "main" and title.endswith(("书", "表", "函", "信", "模板", "样本", "格式", "稿"))


def _places_spoken_of(document: Document) -> str:
    """The levels of single places that a document is about, or goes to: a city replies to a county, and tells what that one does."""
    head = document.title.text.value if document.title is not None else ""
    addressed = document.addressee.text.value if document.addressee is not None else ""
    return "".join(match["level"] for text in (head, "" if "各" in addressed else addressed) for match in _NAMED.finditer(text))


def _of_level(found: list[Found], own: str, issuer: str, spoken_of: str, only_own: bool) -> Iterator[Foreign]:
    """The self-names of other levels; ``only_own`` says that nothing else in the document is of the city above a county."""
    rank = {level.name: level.rank for level in levels()}
    usual = sum(1 for one in found if one.match["level"] == own)
    others = [one for one in found if one.match["level"] != own]
    for one in others:
        level, who = one.match["level"], one.match["who"]
        alike = sum(1 for other in others if other.match[0] == one.match[0])
        alone = alike == 1
        if rank[level] < rank[own]:
            # 县（区）……全县 speaks of each county; a city never is 我县.
            of_one = level in spoken_of or any(other["level"] == level for other in _OF_ONE.finditer(one.match.string, 0, one.match.start()))
            if who == "我" and level not in spoken_of or who != "我" and not of_one and (who != "本" or own != "省"):
                yield Foreign(one.match[0], one.at(), issuer, who != "我" or not alone)
        elif rank[level] > rank[own] and level == "市" and (who == "我" or alone and (usual or only_own) or alike * _FEW <= usual) and not _of_the_higher(one):
            yield Foreign(one.match[0], one.at(), issuer, True)


def _of_the_higher(one: Found) -> bool:
    """Whether a county means its city: it is compared with it, or takes part in what the city does."""
    line, start, end = one.match.string, one.match.start(), one.match.end()
    if one.match["who"] == "本":
        return False
    clause = line[max(line.rfind(mark, 0, start) for mark in "。；") + 1 : end]
    return bool(_COMPARED.search(line[max(0, start - _AROUND) : start]) or _RANKED.match(line, end) or "市委" in clause or "市政府" in clause)
