"""Whether a document may be of its genre: what its title ends with, who issues it and to whom it goes (norms GEN-01 to GEN-17)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.shared.roster import Bodies
from hegao.document.model import Document, Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.departments import Known, split_place
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import about_words, body_endings, genre_names, genre_words, level_names, ranked, title_verbs

_REMARK = r"(?:[（(][^（）()]{1,20}[）)])?$"
#: Plans and papers that a document of a genre issues; 措施、规划、办法 may be published by themselves.
_PLANS = Pattern(rf"(?P<word>(?:实施|工作|行动|应急)?{one_of(genre_words(use='paper'))}|部署|答复意见|提示){_REMARK}")
#: 关于…决定的通知, where nothing is done with the decision.
_CARRIED = Pattern(rf"{one_of(title_verbs('handles'))}")
_STACKED = Pattern(rf"关于(?P<matter>[^《》]*?)(?P<first>{one_of(genre_names('stacks'))})的(?P<second>{one_of(genre_names('de'))}){_REMARK}")
#: What a place tells those whom it concerns, no more: 停水, 施工.
#: 关于废止部分文件的决定的通知: the decision needs no notice to tell it, or the notice no decision.
_DECIDED = Pattern(r"关于(?:废止|修改|清理|宣布失效|撤销|停止)[^《》]*?的(?P<first>决定)的(?P<second>通知)$")
_LOCAL = Pattern(rf"{one_of(title_verbs('local'))}.*(?P<word>公告)$")
_GOVERNMENT = Pattern(r"(?:人民政府|政府)$")
#: A party committee and a government issue together.
_PARTY = Pattern(rf"中共|{one_of(level_names('place'))}委(?:员会)?$|军|武装部|常务委员会|人大|政协")
_ASSEMBLY = Pattern(r"人民代表大会|人大常委会|人大")
_OF_ASSEMBLY = Pattern(r"人民代表大会|人大|法院|检察院|监察委员会|主席团")
_DEPARTMENT_END = Pattern(rf"{ending_in(body_endings('official'))}$")
#: Those above that a department may only address with leave: 各县（区）人民政府.
_GOVERNMENTS = Pattern(rf"(?<![^、，])各(?![^、，：]*[乡镇街])(?:（[^（）]*）|[^、，：（）])*?(?:人民政府|党委|政府|(?:{one_of(level_names('government'))}|(?<=）))委)(?=[、，：]|$)")
_WITH_LEAVE = Pattern(rf"(?:经|报|受|根据|按照|奉)[^。；，]{{0,16}}(?:政府|(?<!管)(?<!工){one_of(level_names('government'))}委|常务会议|常委会|领导(?:同志)?|国务院)[^。；]{{0,24}}(?:同意|授权|批准|委托|批示|部署|要求|决定|审定|通过|安排|指示)|政府[^。；，]{{0,12}}(?:同意|授权|批准|委托|审定)|授权")
_NOTICE = "通知"
#: What only those above may say.
_ORDERS = Pattern(r"遵照(?:执行|办理)|贯彻(?:执行|落实)|抓好落实|(?:严格|认真)(?:执行|组织|抓好|落实)")
#: From a county to a province it is two levels; some report directly to those above all places.
_TWO_LEVELS = 2
_DIRECT = Pattern(r"税务|海关|气象|烟草|邮政|消防|供电|电力|调查队")
_NAME = Pattern(r"[^、，,；;。：:\s]+")
_LEADING_GROUP = Pattern(r"领导小组|指挥部|委员会办公室|联席会议|安全生产委员会|专班|工作组|人大|政协|纪|党")


class Misrouted(NamedTuple):
    """A document that cannot be what it is: the place, what is written, what should be, and whether that is only likely."""

    at: Text
    part: str
    right: str
    likely: bool = False


def title_routes(document: Document, outside: str) -> Iterator[Misrouted]:
    """What the end of a title says amiss; ``outside`` is the title with its quotations masked."""
    title = document.title.text if document.title is not None else None
    if title is None:
        return
    plan = _PLANS.search(outside) if document.number is not None and document.masthead else None
    if plan is not None and "\ue000" not in outside[-1:] and "关于" in outside:
        yield Misrouted(title.slice(*plan.span("word")), plan["word"], f"……{plan['word']}的通知（或其他法定文种）", True)
        return
    if document.genre is None and _is_issued(document) and not any(word in title.value for word in about_words()):
        start = max(0, len(title) - 4)
        yield Misrouted(title.slice(start), title.value[start:], "……的通知（或其他法定文种，事由前用“关于”）")
        return
    stacked = _DECIDED.search(outside) or (_STACKED.search(outside) if not _CARRIED.search(outside) else None)
    if stacked is not None:
        yield Misrouted(title.slice(stacked.start("first"), stacked.end("second")), f"{stacked['first']}的{stacked['second']}", f"“{stacked['first']}”或“{stacked['second']}”一个文种", True)
        return
    local = _LOCAL.search(outside)
    if local is not None:
        yield Misrouted(title.slice(*local.span("word")), local["word"], "通告", True)
    yield from _motion(document, title)
    yield from _unequal(document, title)


def _is_issued(document: Document) -> bool:
    """Whether a document goes out under a red head: mark, number and addressee."""
    return document.number is not None and document.addressee is not None and any(unspaced(mark.text.value).endswith("文件") for mark in document.masthead)


def _motion(document: Document, title: Text) -> Iterator[Misrouted]:
    """议案 of a body that is no government."""
    names = [unspaced(issuer) for issuer in document.issuers]
    if document.genre == "议案" and names and not any(_GOVERNMENT.search(name) or _OF_ASSEMBLY.search(name) for name in names):
        yield Misrouted(title.slice(0, min(len(names[0]), len(title))), names[0], "同级人民政府（议案只由人民政府提出）")


def _unequal(document: Document, title: Text) -> Iterator[Misrouted]:
    """A government and a department side by side in a joint issue."""
    value = title.value
    about = value.find("关于")
    names = [unspaced(one.text.value) for one in document.signatures]
    found = [(name, value.find(name)) for name in names if 0 <= value.find(name) < about]
    governments = [name for name, _at in found if _GOVERNMENT.search(name)]
    others = [name for name, _at in found if not _GOVERNMENT.search(name) and not _PARTY.search(name) and _DEPARTMENT_END.search(name)]
    if governments and others:
        at = value.find(governments[0])
        yield Misrouted(title.slice(at, at + len(governments[0])), governments[0], "与其他发文机关同级的机关（联合行文的机关应当同级）")


def address_routes(document: Document, bodies: Bodies) -> Iterator[Misrouted]:
    """Whom the document may not go to in its genre."""
    addressee = document.addressee
    if addressee is None or not document.issuers:
        return
    if document.genre == "议案" and not _ASSEMBLY.search(addressee.name):
        yield Misrouted(addressee.text, addressee.name, "同级人民代表大会或其常务委员会")
    reached = governments_below(document, bodies)
    if reached and _speaks(document, _ORDERS):
        yield Misrouted(addressee.text, reached, "部门不得向下级党委、政府发布指令性公文；经本级政府同意的，应在文中注明")


def governments_below(document: Document, bodies: Bodies) -> str:
    """The governments below to which departments send a notice without leave of their own; empty where there are none."""
    issuers = [unspaced(issuer) for issuer in document.issuers]
    if document.genre != _NOTICE or document.addressee is None or not issuers or _speaks(document, _WITH_LEAVE):
        return ""
    if any(_department(issuer, bodies) is None or _LEADING_GROUP.search(issuer) for issuer in issuers):
        return ""
    reached = _GOVERNMENTS.search(document.addressee.name)
    return reached[0] if reached is not None else ""


def without_leave(document: Document, bodies: Bodies) -> Text | None:
    """The text that should say that the government agreed: the first of a notice that departments send to governments below without giving orders."""
    if not governments_below(document, bodies) or _speaks(document, _ORDERS):
        return None
    return next((node.text for node in document.of("paragraph")), None)


def skipped(document: Document) -> str:
    """The level that what goes upwards leaves out (越级), by the names of issuer and addressee, where nobody of that level gets a copy (norm GEN-17)."""
    if document.genre not in genre_names("up") or document.addressee is None or len(document.issuers) != 1:
        return ""
    own, above = rank_of(unspaced(document.issuers[0])), rank_of(unspaced(document.addressee.name))
    if own is None or above is None or above - own != _TWO_LEVELS or _DIRECT.search(document.issuers[0]):
        return ""
    between = [rank_of(match[0]) for line in document.copies for match in _NAME.finditer(unspaced(line.text.value).partition("：")[2])]
    return next((names[0] for rank, names in ranked("place") if rank == own + 1), "") if own + 1 not in between else ""


def rank_of(name: str) -> int | None:
    """The rank of a body by the level that its name begins with, or that its place has; None where it has none."""
    _place, level, _rest = split_place(name.removeprefix("中共"))
    return next((rank for rank, names in ranked("place") if level in names), None) if level else None


def asks_equal(document: Document, bodies: Bodies) -> Misrouted | None:
    """A request that goes to another department of the same place, which is not above the one that asks."""
    if document.genre != "请示" or document.title is None or document.addressee is None or len(document.issuers) != 1:
        return None
    other = equal_addressed(document, bodies)
    title = document.title.text
    start = title.value.rfind("请示")
    return Misrouted(title.slice(start, start + 2), "请示", f"函（{other}是平级机关，请求批准用函）") if other and start >= 0 else None


def equal_addressed(document: Document, bodies: Bodies) -> str:
    """The department of the same place to which a document of another department goes, empty where it is none."""
    if document.addressee is None or len(document.issuers) != 1:
        return ""
    issuer = unspaced(document.issuers[0])
    own = _department(issuer, bodies)
    return _equal(own, unspaced(document.addressee.name), bodies) if own is not None else ""


def _department(name: str, bodies: Bodies) -> Known | None:
    """The department of a government that a name is of."""
    known = bodies.lookup(name)
    return known if known is not None and known.prefix and not known.department.party else None


def _equal(own: Known, name: str, bodies: Bodies) -> str:
    """The name of another department of the same place, empty where it is none."""
    known = _department(name, bodies)
    if known is None or known.department.group == own.department.group:
        return ""
    same = own.prefix == known.prefix or own.prefix.endswith(known.prefix) and known.prefix in "省市县区旗州盟"
    return name if same else ""


def _speaks(document: Document, pattern: Pattern) -> bool:
    """Whether the document itself says such words."""
    nodes = [node for part in document.parts[:1] for node in part.nodes if isinstance(node, Heading | Paragraph)]
    return any(pattern.search(node.body.value) for node in nodes)
