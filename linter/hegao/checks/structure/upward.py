"""To whom documents that go upwards are sent and copied (上行文): one superior, nobody below (norms ADR-06, ADR-07, GEN-06, GEN-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from hegao.checks.structure.genre_routes import rank_of
from hegao.document.model import Addressee, Copies, Document
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import known_name
from hegao.words.patterns import one_of
from hegao.words.vocabulary import body_kinds, level_names

_NAME = Pattern(r"[^、，,；;。：:\s]+")
#: Classes of bodies that are below the one that sends: 各县（区）人民政府; leaders (各副市长) are none.
_BELOW = Pattern(rf"^(?:各|所属|直属|下属|辖区|[本我][市县区局厅委院]各?|全[省市县区州]各|[局厅委院]属|{one_of(level_names('alone'))}直各)(?!位|副|常委|领导)")
#: What stands below a county, by its name: 青石镇中心学校.
_OF_TOWN = Pattern(r"(?<![城集市])(?:镇|乡|街道)(?![村建镇居])[\u3400-\u9fff]{2,}")
#: A report may go to the party committee and the government of a place alike.
_LEADING = Pattern(lambda: rf"(?:(?:党|{one_of(level_names('place'))})委|政府|国务院|中央)$")
#: 市总工会, 市妇联; not 常委会.
_PEOPLE = Pattern(lambda: rf"(?<!员)(?<!委){one_of(kind.ending for kind in body_kinds() if kind.kind == '群团')}$")
#: The order in which bodies of one level get copies.
_RANKS = (
    Pattern(r"委办公?[厅室]$|委员会办公[厅室]$"),
    Pattern(r"人大(?:常委会|常务委员会)?(?:办公[厅室])?$"),
    Pattern(r"府(?:办公[厅室])?$"),
    Pattern(r"政协(?:办公[厅室])?$"),
    Pattern(r"(?:监委|监察委员会)$"),
    Pattern(r"(?:中级|高级)?(?:人民)?法院$"),
    Pattern(r"检察院$"),
    _PEOPLE,
)


#: Bodies below, place by place: 各县（区）人民政府、各乡镇人民政府、各县（区）教育局; and others beside them, who are of one's own or of nobody: 市直各部门, 各有关企业.
_HOUSES = ("事业单位", "企业", "团体", "群团")
_BY_PLACES = Pattern(rf"各[^、，：]{{0,12}}?(?:{one_of(level_names('place'))}|[县市区]）)[^、，：]{{0,12}}(?:政府|事处|局|厅|委|委员会)$|^街道办事处$")
_OF_ONES_OWN = Pattern(rf"^(?:{one_of(level_names('alone'))}|本?[局厅委])(?:人民)?(?:政府|委)?(?:[直属管级]|各|有关)[^、，：（）]{{1,12}}$|^[^、，：]{{0,6}}驻[^、，：]{{1,4}}单位$")
_OF_NOBODY = Pattern(
    rf"^各(?:有关|相关|重点|定点|中小|高等|[\u3400-\u9fff][直属])*[^、，：]{{0,4}}(?:院校|高校|团体|景区|{one_of(kind.ending for kind in body_kinds() if kind.kind in _HOUSES and len(kind.ending) > 1)})$"
)


#: An issuer that is itself of a town.
_TOWN = Pattern("[镇乡]|街道")


#: 云岭县人民政府并县财政局.
_AND_ALSO = Pattern(r"^([\u3400-\u9fff]{2,20}?(?:政府|[局厅委]))(?:并报?|暨|及)(?:[\u3400-\u9fff]{2,20}(?:政府|[局厅委]))$")


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


def two_systems(text: Text) -> Iterator[Text]:
    """Bodies below beside those of another system, 、 between them where a comma should stand (norm ADR-03)."""
    parts = list(_parts(text))
    below = False
    for left, right in pairwise(parts):
        mark = text.slice(left[1], right[0])
        name = text.value[slice(*left)]
        below = _BY_PLACES.search(name) is not None or below and not name.startswith("各") and not _of_another_system(name)
        if mark.value == "、" and below and _of_another_system(text.value[slice(*right)].rstrip("：: ")):
            yield text.slice(max(left[0], left[1] - 4), right[0])


def _numbered_upwards(document: Document) -> bool:
    """Whether the agency code tells that a document goes up: 江水报, 江水请."""
    return document.number is not None and document.number.phrase.code.endswith(("报", "请", "呈"))


#: Classes of bodies below come last.
_GOVERNMENT_BELOW = Pattern(r"[县区乡镇旗][）)]?.*(?:政府|局|委|办事处)$")


def _by_level(name: str, addressed: set[str]) -> bool:
    """Whether a name with its level alone (县人民政府) is one of those addressed with their places."""
    return name.startswith(level_names("alone")) and name.endswith("人民政府") and any(other.endswith(name) for other in addressed)


def _of_another_system(name: str) -> bool:
    # 各乡镇人民政府、县农业农村局.
    known = known_name(name)
    return known is not None and known.prefix in level_names("alone") and known.standard or _OF_ONES_OWN.match(name) is not None or _OF_NOBODY.match(name) is not None


def _parts(text: Text) -> Iterator[tuple[int, int]]:
    """The names in a list, as stretches, marks within brackets left alone."""
    depth, start = 0, 0
    for at, letter in enumerate(text.value):
        depth += (letter in "（(") - (letter in "）)")
        if letter in "、，,；" and depth == 0:
            yield start, at
            start = at + 1
    yield start, len(text.value)


def several_superiors(addressee: Addressee, document: Document) -> Misaddressed | None:
    """A request that goes to more than one body, or a report (fault ``reported``), which may for reasons."""
    names = [match.span() for match in _NAME.finditer(addressee.text.value)]
    joined = _AND_ALSO.search(addressee.name) if document.genre == "请示" and len(names) == 1 else None
    if joined is not None:
        return Misaddressed(addressee.text, f"{joined[1]}：", "several")
    if document.genre not in ("请示", "报告") or len(names) < 2 or addressee.text.value.startswith("各"):
        return None
    if document.genre == "报告" and all(_LEADING.search(addressee.text.value[slice(*name)]) for name in names):
        return None
    first = addressee.text.value[slice(*names[0])]
    return Misaddressed(addressee.text, f"{first}：", "several" if document.genre == "请示" else "reported")


def _issues(document: Document, name: str) -> bool:
    """Whether the title begins with the body; who signs what is forwarded does not."""
    return document.title is not None and unspaced(document.title.text.value).startswith(name) and not unspaced(document.title.text.value).startswith(f"{name}办公")


#: Departments of governments, whose levels tell which of them stands above.
_DEPARTMENT = Pattern(r"(?:[局厅委]|委员会)$")


def copied_amiss(copies: Copies, document: Document, kin: Callable[[str], str]) -> Iterator[Misaddressed]:
    """Bodies below the sender of what goes upwards, bodies addressed or named already, and bodies out of order; ``kin`` is a key that all names of one body share."""
    upward = document.genre in ("请示", "报告") and (document.addressee is not None and not document.addressee.name.startswith("各") or document.addressee is None and _numbered_upwards(document))
    addressed = {kin(unspaced(name.value)) for name in names_in(document.addressee.text)} if document.addressee is not None else set()
    town = any(_TOWN.search(unspaced(issuer)) for issuer in document.issuers)
    rank = -1
    last: int | None = None
    departments: list[int] = []
    copied: set[str] = set()
    for name in names_in(copies.text):
        value = unspaced(name.value)
        if upward and (_BELOW.match(value) or not town and _OF_TOWN.search(value)):
            yield Misaddressed(name, "", "below")
        elif kin(value) in addressed or _by_level(value, addressed):
            yield Misaddressed(name, "", "addressed")
        elif value in copied:
            yield Misaddressed(name, "", "twice")
            continue
        copied.add(value)
        own = any(unspaced(issuer) == value for issuer in document.issuers) and _issues(document, value)
        if own:
            yield Misaddressed(name, "", "own")
        level = rank_of(value) if not value.startswith("各") else None
        rank = -1 if level != last else rank
        if level is not None and _DEPARTMENT.search(value):
            if not own and departments and level > min(departments):
                yield Misaddressed(name, "", "levels")
            departments.append(level)
        last = level
        place = len(_RANKS) if value.startswith("各") and _GOVERNMENT_BELOW.search(value) else next((index for index, pattern in enumerate(_RANKS) if pattern.search(value)), None)
        if place is not None and place < rank:
            yield Misaddressed(name, "", "order")
        rank = max(rank, place if place is not None else rank)
