"""Details broken: who signs, what is left to be filled in, telephones, laws no longer in force, shares, agendas, items in a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from benchmarks.breaks import Break, Lines, Way, cells_of, changed, replaced, signing

_PLACED = re.compile(r"[\u3400-\u9fff]{2,4}[省市县区州盟旗](?P<name>[\u3400-\u9fff]{4,14})")
_PHONE = re.compile(r"(?<![\d-])(?P<code>0\d{2,3})(?P<mark>[-－—])(?P<number>\d{7,8})(?![\d-])")
_CALL = re.compile(r"(?P<label>(?:联系)?电话：)(?P<number>0\d{2,3}[-－]?\d{7,8}|\d{7,8})(?!\d)")
_PERSON = re.compile(r"(?P<label>联系人：)(?P<name>[\u3400-\u9fff]{2,4})(?=[，；。、])")
_DEADLINE = re.compile(r"(?<=[于在])20\d\d年\d{1,2}月\d{1,2}日(?=前)")
_MONEY = re.compile(r"(?<![\d.])\d{2,6}(?:\.\d+)?(?=万元[，。；])")
_LEAD = re.compile(r"由(?P<body>[市县区][\u3400-\u9fff]{2,8}局)(?=牵头)")
_ARTICLE = re.compile(r"(?P<law>《中华人民共和国[\u3400-\u9fff]{2,20}法》)第[一二三四五六七八九十百]+条")
_LAW = re.compile(r"《中华人民共和国[\u3400-\u9fff]{2,20}法》(?!（)")
_TERM = re.compile(r"(?P<head>自(?P<year>20\d\d)年\d{1,2}月\d{1,2}日起(?:施行|实施)，有效期(?P<term>[1-9])年，(?:至|有效期至))(?P<end>20\d\d)(?=年)")
_SHARES = re.compile(r"(?<![\d.])(?P<one>\d{1,2}(?:\.\d)?)%[^%。；]{1,30}?(?<![\d.])(?P<two>\d{1,2}(?:\.\d)?)%(?:[^%。；]{1,30}?(?<![\d.])(?P<three>\d{1,2}(?:\.\d)?)%)?")
_GROWN = re.compile(r"(?<![\d.])(?P<now>\d+(?:\.\d+)?)(?P<unit>[\u3400-\u9fff]{1,2})，比[^，。；\d]{2,12}的(?P<was>\d+(?:\.\d+)?)(?P=unit)(?P<way>增加|减少)(?P<step>\d+(?:\.\d+)?)(?P=unit)，(?:增长|下降)(?P<rate>\d+(?:\.\d+)?)%")
_RANGE = re.compile(r"(?P<begin>\d{1,2}[:：]\d\d)(?P<join>[—－至-])(?P<end>\d{1,2}[:：]\d\d)")


def _signatures(lines: Lines) -> list[int]:
    """The lines above the day of signing that name who signs."""
    day = signing(lines)
    found = []
    for index in range((day or 0) - 1, max((day or 0) - 4, 0), -1):
        if not lines[index].strip() or lines[index].strip().endswith(("。", "；", "：")):
            break
        found.append(index)
    return found


def _signed_short(lines: Lines) -> Iterator[Break]:
    """The first word of who signs left out, behind the place: 市卫生健康委员会 as 市健康委员会."""
    for index in _signatures(lines):
        match = _PLACED.fullmatch(lines[index].strip())
        if match and len(match["name"]) >= 6 and any(lines[index].strip() in line for line in lines[:12]):
            line = lines[index]
            at = line.index(match["name"])
            yield changed(lines, index, line[:at] + line[at + 2 :])


def _signed_by_another(lines: Lines) -> Iterator[Break]:
    """Another department of the place signs than the title names."""
    for index in _signatures(lines):
        match = _PLACED.fullmatch(lines[index].strip())
        if match and match["name"].endswith("局") and any(lines[index].strip() in line for line in lines[:12]):
            other = "审计局" if match["name"] != "审计局" else "财政局"
            yield changed(lines, index, lines[index].replace(match["name"], other))


def _signed_in_turn(lines: Lines) -> Iterator[Break]:
    """The first two of those who sign together exchanged."""
    for index in _signatures(lines):
        bodies = lines[index].split()
        if len(bodies) > 1 and all(any(body in line for line in lines[:12]) for body in bodies[:2]):
            turned = lines[index].replace(bodies[0], "\0").replace(bodies[1], bodies[0]).replace("\0", bodies[1])
            yield changed(lines, index, turned)


def _copied_to_addressee(lines: Lines) -> Iterator[Break]:
    """The addressee named once more among those who get copies."""
    to = next((line.strip() for line in lines[2:14] if re.fullmatch(r"[\u3400-\u9fff]{2,5}[市县区省州][\u3400-\u9fff]{2,14}：", line.strip())), "")
    for index, line in enumerate(lines):
        if to and line.strip().startswith("抄送：") and line.rstrip().endswith("。"):
            yield changed(lines, index, f"{line.rstrip()[:-1]}，{to[:-1]}。")


def _filled(pattern: re.Pattern[str], words: str, group: int | str = 0) -> Way:
    """What a pattern finds left to be filled in."""

    def change(match: re.Match[str]) -> str:
        start, end = match.start(group) - match.start(), match.end(group) - match.start()
        return match[0][:start] + words + match[0][end:]

    return replaced(pattern, change)


def _off(written: str, by: int) -> str:
    return str(Decimal(written) + Decimal(by).scaleb(-len(written.partition(".")[2])))


def _share_off(lines: Lines) -> Iterator[Break]:
    """The last of two or three shares that make a hundred made two greater."""
    for index, line in enumerate(lines):
        for match in _SHARES.finditer(line):
            for last in ("two", "three"):
                shares = [Decimal(match[name]) for name in ("one", "two", "three")[: 2 if last == "two" else 3] if match[name]]
                if match[last] and sum(shares) == 100:
                    yield changed(lines, index, line[: match.start(last)] + _off(match[last], 2) + line[match.end(last) :])


def _growth_off(match: re.Match[str]) -> str | None:
    now, was = Decimal(match["now"]), Decimal(match["was"])
    places = Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    right = was and (abs(now - was) * 100 / was).quantize(places) == Decimal(match["rate"])
    start = match.start("rate") - match.start()
    return match[0][:start] + _off(match["rate"], 3) + "%" if right else None


def _agenda_overlaps(lines: Lines) -> Iterator[Break]:
    """A row of an agenda that begins before the one above it is over."""
    rows = [(index, match) for index, line in enumerate(lines) if cells_of(line) and (match := _RANGE.search(line))]
    for (_other, one), (index, two) in pairwise(rows):
        if one["end"] == two["begin"] and index == _other + 1:
            hour, minute = (int(part) for part in re.split("[:：]", one["end"]))
            early = f"{hour - (minute < 20)}:{(minute - 20) % 60:02d}"
            yield changed(lines, index, lines[index][: two.start("begin")] + early + lines[index][two.end("begin") :])._replace(others=(_other + 1,))


def _short_number(match: re.Match[str]) -> str | None:
    return match["code"] + match["mark"] + match["number"][:-1] if len(match["number"]) == 7 else None


def _article_beyond(match: re.Match[str]) -> str:
    return f"{match['law']}第三千条"


def _once(way: Callable[[Lines], Iterator[Break]]) -> Way:
    """One break of a document is enough."""

    def first(lines: Lines) -> Iterator[Break]:
        for broken in way(lines):
            yield broken
            return

    return first


#: The ways to break them, by what is done.
DETAIL_WAYS: dict[str, Way] = {
    "who signs a word short": _signed_short,
    "another department signs": _signed_by_another,
    "those who sign together in another order": _signed_in_turn,
    "the addressee among those who get copies": _copied_to_addressee,
    "a telephone left as letters": _filled(_PHONE, "XXXX-XXXXXXX"),
    "a telephone left as a line": _filled(_CALL, "＿＿＿＿", "number"),
    "a telephone a figure short": replaced(_PHONE, _short_number),
    "a person left as 某某": _filled(_PERSON, "某某某", "name"),
    "a person still to be named": _filled(_PERSON, "待定", "name"),
    "a day left as crosses": _filled(_DEADLINE, "2026年×月×日"),
    "a sum left as crosses": _filled(_MONEY, "××"),
    "a sum left as letters": _filled(_MONEY, "XX"),
    "a lead left as 某局": _filled(_LEAD, "市××局", "body"),
    "a lead left in brackets": _filled(_LEAD, "【牵头单位】", "body"),
    "an article beyond a law's last": replaced(_ARTICLE, _article_beyond),
    "a law replaced by the civil code": _once(_filled(_LAW, "《中华人民共和国合同法》")),
    "a law of marriage no longer in force": _once(_filled(_LAW, "《中华人民共和国婚姻法》")),
    "an end that its term does not give": replaced(_TERM, lambda match: f"{match['head']}{int(match['end']) - 1}"),
    "shares that make no hundred": _share_off,
    "a growth that two figures do not give": replaced(_GROWN, _growth_off),
    "a row of an agenda before the last is over": _agenda_overlaps,
}
