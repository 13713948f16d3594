"""Words, names, marks and days broken."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from benchmarks.breaks import DAY, Break, Lines, Way, changed, replaced

_WEEKDAY = re.compile(r"(\d{1,2})月(\d{1,2})日（(?:星期|周)([一二三四五六日])）")
_TITLE_MARKS = re.compile(r"《[^《》]{4,40}》")
_LAW = re.compile(r"《((?:中华人民共和国)?[\u3400-\u9fff]{4,24}(?:法|条例))》")
_WORD = re.compile(r"(?<=[\u3400-\u9fff])(?:贯彻|落实|组织|开展|推进|加强|建立|完善|检查|整改|负责|报送|实施|协调|保障|监督|管理)(?=[\u3400-\u9fff])")
_RANGE = re.compile(r"(\d{1,2})月(\d{1,2})日(?:至|—)(\d{1,2})月(\d{1,2})日")
_CLOCK = re.compile(r"(?<![\d:：])(\d{1,2})[:：](\d\d)(?:至|—)(\d{1,2})[:：](\d\d)(?![\d:：])")
_BODY = re.compile(r"(?:市|县|区|省|州)[\u3400-\u9fff]{3,9}(?:局|委员会|办公室|中心)(?=[、，；。〕）)牵])")
#: Words of which one character was typed by its sound, none of them a word.
_ALIKE = {
    "贯彻": "惯彻",
    "落实": "洛实",
    "组织": "组职",
    "开展": "开站",
    "推进": "推近",
    "加强": "加墙",
    "建立": "建力",
    "完善": "完膳",
    "检查": "捡查",
    "整改": "整概",
    "负责": "负则",
    "报送": "报颂",
    "实施": "实失",
    "协调": "协掉",
    "保障": "保章",
    "监督": "监都",
    "管理": "管里",
}


def _short_month(match: re.Match[str]) -> str | None:
    year, month = int(match[1]), int(match[2])
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31
    return f"{year}年{month}月{last + 1}日" if last < 31 else None


def _other_weekday(match: re.Match[str]) -> str | None:
    days = "一二三四五六日"
    return match[0].replace(f"{match[3]}）", f"{days[(days.index(match[3]) + 1) % 7]}）")


def _turned(match: re.Match[str]) -> str | None:
    begin, end = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
    return f"{end[0]}月{end[1]}日至{begin[0]}月{begin[1]}日" if begin < end else None


def _turned_clock(match: re.Match[str]) -> str | None:
    begin, end = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
    return f"{match[3]}:{match[4]}—{match[1]}:{match[2]}" if begin < end else None


def _sounding_alike(match: re.Match[str]) -> str | None:
    return _ALIKE[match[0]]


def _body_short(lines: Lines) -> Iterator[Break]:
    """A character dropped from the name of a body that stands in the text three times or more."""
    text = "\n".join(lines)
    for index, line in enumerate(lines):
        for match in _BODY.finditer(line):
            if text.count(match[0]) >= 3:
                short = match[0][:2] + match[0][3:]
                yield changed(lines, index, line[: match.start()] + short + line[match.end() :])


def _body_turned(lines: Lines) -> Iterator[Break]:
    """Two words exchanged in the name of a body that stands in the text three times or more."""
    text = "\n".join(lines)
    for index, line in enumerate(lines):
        for match in _BODY.finditer(line):
            name = match[0]
            if text.count(name) >= 3 and len(name) >= 6 and name[1:3] != name[3:5]:
                yield changed(lines, index, line[: match.start()] + name[0] + name[3:5] + name[1:3] + name[5:] + line[match.end() :])


#: The ways to break them, by what is done.
WORD_WAYS: dict[str, Way] = {
    "a day that the month has not": replaced(DAY, _short_month),
    "another day of the week": replaced(_WEEKDAY, _other_weekday),
    "a stretch of days turned round": replaced(_RANGE, _turned),
    "a stretch of hours turned round": replaced(_CLOCK, _turned_clock),
    "a title's closing mark dropped": replaced(_TITLE_MARKS, lambda match: match[0][:-1]),
    "a law's title a character short": replaced(_LAW, lambda match: f"《{match[1][:-3]}{match[1][-2:]}》"),
    "a word doubled": replaced(_WORD, lambda match: match[0] * 2),
    "a character doubled": replaced(_WORD, lambda match: match[0] + match[0][-1]),
    "a comma of half width": replaced(re.compile(r"(?<=[\u3400-\u9fff])，(?=[\u3400-\u9fff])"), lambda _match: ","),
    "a character dropped from the name of a body": _body_short,
    "two words of a body's name exchanged": _body_turned,
    "a character that sounds alike": replaced(_WORD, _sounding_alike),
    "a full stop doubled": replaced(re.compile(r"(?<=[\u3400-\u9fff])。"), lambda _match: "。。"),
}
