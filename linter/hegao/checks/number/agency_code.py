"""Agency codes (机关代字) against the body that issues: the letter of another place, the word of another department (norm HED-07)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hegao.checks.shared.issuing_bodies import institution
from hegao.sources.lazy_pattern import Pattern
from hegao.words.builtin_tables import builtin, split_cell
from hegao.words.patterns import one_of
from hegao.words.vocabulary import element_words, level_names

_PLACE = Pattern(rf"^(?:中共)?(?P<name>[\u3400-\u9fff]{{2,4}}?)(?P<level>{one_of(('市', '县', '区'))})")
_PROVINCE = Pattern(r"^(?P<name>[\u3400-\u9fff]{2,3}?)(?P<level>省|自治区)")
#: The code of a government or of its office: letters of the place, then what all of them have.
_GOVERNMENT_CODE = Pattern(rf"^(?P<place>[\u3400-\u9fff]{{1,2}})(?:政|府|政府)(?:办|办公室)?{one_of(element_words('code'))}$")
_GOVERNMENT = Pattern(r"人民政府(?:办公室)?$")
_KIND = Pattern(rf"(?:{one_of((*element_words('code'), '报', '请', '字', '通', '告'))})+$")


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """The words by which codes tell a department, each with what its name may have."""
    return {row["stem"]: tuple(split_cell(row["names"])) for row in builtin("agency-stems")}


def _names_told(code: str, places: Sequence[re.Match[str]]) -> tuple[str, ...] | None:
    """What the department that a code tells may be called, behind the letters of these places; None where nobody knows what it tells."""
    return _stems().get(_KIND.sub("", code).lstrip("".join(place["name"] + place["level"] for place in places)))


def of_another_place(code: str, issuer: str) -> bool:
    """Whether the code of a government begins with letters that the name of its place does not have."""
    place, form = _PLACE.match(issuer), _GOVERNMENT_CODE.match(code)
    if place is None or form is None or _GOVERNMENT.search(issuer) is None or form["place"][0] in level_names("place"):
        return False
    # Districts stand behind their city: any letter of either will do.
    known = issuer + "".join(row["code"] for row in builtin("place-codes") if row["place"] in issuer)
    return not any(letter in known for letter in form["place"])


def of_a_like_body(code: str, issuer: str) -> bool:
    """Whether the code is that of the same department of another place: 青水 of 白石县水利局."""
    place = _PLACE.match(issuer)
    if place is None or _GOVERNMENT.search(issuer) is not None:
        return False
    known = issuer + "".join(row["code"] for row in builtin("place-codes") if row["place"] in issuer) + "".join(level_names("place"))
    own = _KIND.sub("", code)
    return any(own[at:] and own[0] not in known and any(name in issuer[place.end() :] for name in _stems().get(own[at:], ())) for at in (1, 2))


#: The offices of governments number with 政 or 府, those of party committees with 委, and departments with neither.
_PARTY_CODE = Pattern(rf"^[\u3400-\u9fff]{{1,2}}委办?{one_of(element_words('code'))}$")
_OFFICE_END = Pattern(r"办(?:公室)?$")


def of_another_kind(code: str, issuer: str) -> bool:
    """Whether a government numbers as one of its departments or as a party committee does, or a department as its government."""
    place = _PLACE.match(issuer)
    if place is None or not code:
        return False
    own = place["name"] + place["level"]
    if _GOVERNMENT.search(issuer) is not None:
        if _PARTY_CODE.match(code) and code[0] in own:
            return True
        if "政" in code or "府" in code or code[0] not in own:
            return False
        stem = _OFFICE_END.sub("", _KIND.sub("", code).lstrip(own))
        return stem in _stems()
    form = _GOVERNMENT_CODE.match(code)
    other = issuer.endswith(("局", "委员会")) or institution(issuer) == issuer
    return form is not None and other and all(letter in own for letter in form["place"])


def of_another_department(code: str, issuer: str) -> bool:
    """Whether the code tells another department than the one that issues."""
    place = _PLACE.match(issuer) or _PROVINCE.match(issuer)
    if place is None or not issuer.endswith(("局", "委员会", "委", "厅")):
        return False
    names = _names_told(code, [place])
    rest = issuer[place.end() :]
    known = any(name in rest for several in _stems().values() for name in several)
    return names is not None and known and not any(name in rest for name in names)


#: Offices that serve a commission or a headquarters; they are set up in a department, and number as themselves.
_SERVES = Pattern("(?:委员会|委|领导小组|指挥部|联席会议)办公室$")


def of_another_body_served(code: str, issuer: str) -> bool:
    """Whether the office of a commission numbers as the department does in which it sits: 江应急 of 江河市安全生产委员会办公室."""
    place = _PLACE.match(issuer)
    if place is None or not _SERVES.search(issuer):
        return False
    names = _names_told(code, [place])
    return names is not None and not any(name in issuer for name in names)


def told_by(code: str, issuers: Sequence[str]) -> list[int] | None:
    """Which of the bodies of a joint issue the code tells, by their places; None where nobody knows what it tells."""
    places = [place for issuer in issuers if (place := _PLACE.match(issuer)) is not None]
    names = _names_told(code, places) if places else None
    return None if names is None else [at for at, issuer in enumerate(issuers) if any(name in issuer for name in names)]


#: A firm or a school is told in its code by letters of its own name.
_HOUSE = Pattern("(?:公司|大学|学院|医院)$")
_SHORTEST_CODE = 3
#: What a firm or a school numbers apart, by the letter of the room that writes.
_ROOMS = frozenset("党委团工办人组宣纪监教学科研财审安环质后保基招就国资经管集企")


def of_another_house(code: str, issuer: str) -> str:
    """The letter of the code that the name of a firm or a school has not; empty where it has all, or nobody can tell."""
    own = _KIND.sub("", code)
    if _HOUSE.search(issuer) is None or len(own) < _SHORTEST_CODE:
        return ""
    strange = [letter for letter in own if letter not in issuer and letter not in _ROOMS]
    return strange[0] if len(strange) == 1 and len(own) > _SHORTEST_CODE - 1 and own[0] in issuer else ""


_FILE = "文件"
#: What is sent as a letter: numbered so, under a mark without 文件.
_LETTERS = ("函", "批复", "纪要")


def of_another_form(code: str, genre: str | None, marks: Sequence[str]) -> bool:
    """Whether a number of letters (江政办函) stands under a mark with 文件, or a letter bears the number of what is issued (江环发)."""
    under_file = any(mark.endswith(_FILE) for mark in marks)
    if code.endswith("函"):
        return under_file and genre is not None and genre not in _LETTERS
    return genre is not None and genre.endswith("函") and code.endswith("发") and not under_file
