"""Duties told in a sentence (行文中的分工): 由甲局牵头，乙局、丙局配合，于6月底前完成….

Who leads, who helps and who is responsible are told by verbs behind lists of bodies, as in a clause; here they stand among other words,
behind 由 or 请 or at the beginning of a part of the sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hegao.phrases.clauses import ClausePhrase, read_clause, segments
from hegao.phrases.units import begins_like_body, locate_units, looks_like_body
from hegao.sources.lazy_pattern import Pattern
from hegao.words.duty_labels import BY_DUTY, JOINTLY
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words

_FIRST = one_of((*duty_words("verb", "lead"), "负责", "负总责"))
_OTHERS = one_of((*duty_words("verb", "coop"), *duty_words("verb", "lead"), "负责"))
#: What may stand between the verb and the end of its part: 牵头负责, 牵头组织实施, 配合做好.
_MORE_WORK = ("组织", "协调", "做好", "抓好", "抓总", "开展", "制定", "具体", "统筹")
_VERB_TAIL = f"{one_of((*duty_words('verb', 'responsible'), *_MORE_WORK))}{{0,3}}"
#: Words in front of the bodies: the sentence hands the work to them.
_HANDED = r"(?:由|(?:商)?请|建议由|责成|明确由|拟由|确定由|改由)"
_BEGINS = Pattern(rf"(?:.*?{_HANDED})?\s*(?P<units>(?:(?!{_HANDED}).)+?)(?:等(?:单位|部门)?)?{JOINTLY}?(?P<verb>(?:负责)?{_FIRST}){_VERB_TAIL}")
_NEXT_ROLE = Pattern(rf"(?:会同)?(?P<units>.+?)(?:等(?:有关|相关)?(?:单位|部门)?)?(?:{BY_DUTY})?(?:{JOINTLY}|积极|予以)?(?P<verb>{_OTHERS}){_VERB_TAIL}")
#: Nobody leads: 由甲局、乙局配合, where 由 stands right in front of the bodies.
_HELPED = Pattern(rf"(?:^|.*?[，：:])?\s*(?P<lead>由)(?P<units>[^，。；由]+?)(?:等(?:单位|部门)?)?{JOINTLY}?(?P<verb>{one_of(duty_words('verb', 'coop'))})")
_SIGN = Pattern(f"{_FIRST}|{one_of(duty_words('verb', 'coop'))}")
#: More characters before the bodies than any measure has.
_LONGEST = 400


class SpokenDuty(NamedTuple):
    """Who does what in a sentence: the offsets of the words of duty, and the bodies by role as in a clause.

    ``handed`` tells that 由 or the like stands in front: the sentence surely gives an order.
    """

    start: int
    end: int
    clause: ClausePhrase
    handed: bool


def find_spoken_duty(text: str, start: int, end: int) -> SpokenDuty | None:
    """The duty that the sentence between the offsets tells, if it tells one."""
    if _SIGN.search(text, start, end) is None or end - start > _LONGEST:
        return None
    parts = segments(text, start, end)
    for index, (left, right) in enumerate(parts):
        end_of_words = len(text[:right].rstrip())
        match = _BEGINS.fullmatch(text, left, end_of_words) or (_HELPED.fullmatch(text, left, end_of_words) if index == 0 else None)
        if match is None or not _bodies(match["units"]):
            continue
        handed = match.start("units") > left and re.search(rf"{_HANDED}\s*$", text[left : match.start("units")]) is not None
        stop = right
        for a, b in parts[index + 1 :]:
            more = _NEXT_ROLE.fullmatch(text[a:b].strip())
            if more is None or not _bodies(more["units"]):
                break
            stop = b
        # Who helps stands right behind: then those in front are bodies, whatever their names.
        if not handed and not _surely_bodies(text, left, match, helped=stop > right):
            continue
        clause = read_clause(text, match.start("units"), stop)
        if clause is not None and any(clause.units.values()):
            return SpokenDuty(match.start("units"), stop, clause, handed)
    return None


def _bodies(units: str) -> bool:
    """Whether a stretch is a list of bodies, every one of them."""
    names = [name for name, _start, _end in locate_units(units)]
    return bool(names) and all(looks_like_body(name) and len(name) <= 30 for name in names)


def _surely_bodies(text: str, left: int, match: re.Match[str], helped: bool) -> bool:
    """Whether the bodies stand at the beginning of their part and are surely bodies: 市公安局牵头."""
    units = locate_units(match["units"])
    first = units[0][0]
    # Several, each with the end of a body, of whom it is said that they lead: 后勤服务中心、财务科牵头.
    several = len(units) > 1 and match["verb"].endswith("牵头")
    return not text[left : match.start("units")].strip() and (helped or several or begins_like_body(first) or first in ("我局", "贵局", "我委", "贵委"))
