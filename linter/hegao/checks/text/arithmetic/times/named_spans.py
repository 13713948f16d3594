"""Spans told by name and by their ends (几年行动与起止年、工期与开竣工、年龄与出生日期): 三年行动计划（2026—2028年） (norms FIG-16, DAT-11)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running
from hegao.checks.text.arithmetic.times.time_spans import Amiss
from hegao.phrases.dates import find_dates
from hegao.phrases.numbers import value_of
from hegao.sources.scanner import Scanner
from hegao.words.builtin_tables import builtin
from hegao.words.patterns import one_of

_KINDS = ("title", "heading", "paragraph", "row", "entry", "attachment", "note")
_N = r"(?P<n>[一二两三四五六七八九十]|\d{1,2})"
#: 三年行动计划（2026—2028年）; 规划期为2026年至2035年，规划期限10年.
_YEARS = Scanner(
    rf"(?<![第\d]){_N}年(?:(?!来|内|前|后|间|以|级|制|度)[^，。；（）()《》\d]){{2,18}}[（(](?P<span>(?P<a>20\d\d)年?[—－～~至-]{{1,2}}(?P<b>20\d\d)年?)[）)]"
)
_TERM = Scanner(
    r"(?:规划|计划|实施|建设)期(?:限)?(?:为|：|自)?(?P<span>(?P<a>20\d\d)年?(?:[—－～~-]{1,2}|至|到)(?P<b>20\d\d)年)[^。；]{0,20}?(?:期限|为期|共|共计|历时)(?:为)?(?P<said>(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})年)(?!期)"
)
_MONTH = r"20\d\d年\d{1,2}月"


def _passed(*ranks: str) -> str:
    """The words for milestones of these ranks: 开工, 竣工."""
    return rf"(?:底|初|份|上旬|中旬|下旬)?(?:前)?{one_of(row['word'] for row in builtin('milestones') if row['rank'] in ranks)}"


def _works_pattern() -> str:
    def between(first: str, last: str) -> str:
        return rf"(?P<{first}>{_MONTH}){_passed('1')}[，、,]?[^，。；\d]{{0,6}}(?P<{last}>{_MONTH}){_passed('3', '5')}"

    in_turn = rf"(?P<e>{_MONTH}){_passed('1')}[，、,]?[^，。；\d]{{0,6}}(?:工期|周期|建设期|历时)(?:为|：)?(?P<k>\d{{1,2}})个月[，、,]?[^，。；\d]{{0,6}}(?P<f>{_MONTH}){_passed('3', '5')}"
    length = r"(?:工期|周期|建设期)(?:限)?(?:为|：|约)?"
    return rf"{length}(?P<n>\d{{1,2}})个月[，。；,（(][^，。；]{{0,8}}?{between('a', 'b')}|{between('c', 'd')}[，,（(][^，。；\d]{{0,8}}(?:工期|周期|建设期|历时)(?:为|：)?(?P<m>\d{{1,2}})个月|{in_turn}"


#: 工期18个月，计划2026年4月开工，2027年9月竣工; 2026年3月开工，2028年2月完工，工期24个月.
_WORKS = Scanner(_works_pattern)


def _days_pattern() -> str:
    day = r"20\d\d年\d{1,2}月\d{1,2}日"
    return rf"(?:工期|周期)(?:限)?(?:为|：)?(?P<n>\d{{2,3}})(?:个日历|日历|个)?[天日](?:历天)?[，。；,（(][^，。；\d]{{0,8}}(?P<a>{day}){_passed('1')}[，、,]?[^，。；\d]{{0,6}}(?P<b>{day}){_passed('3', '5')}"


#: 总工期270天，2026年3月1日开工，2026年11月25日完工.
_DAYS = Scanner(_days_pattern)
#: 18周岁以上、35周岁以下（1990年3月1日至2008年3月1日期间出生）.
_AGES = Scanner(
    r"(?P<n>\d{2})周?岁(?:及)?以上[，、]?(?:且)?(?P<m>\d{2})周?岁(?:及)?以下[（(](?P<span>(?P<a>(?:19|20)\d\d)年[^）)至到]{0,8}(?:至|到|[—－～~-]{1,2})(?P<b>(?:19|20)\d\d)年[^）)]{0,16}出生)[^）)]{0,6}[）)]"
)


def wrong_named_spans(context: Context) -> Iterator[Amiss]:
    """The spans whose ends tell another length than their name."""
    text = context.once(running)
    for found in chain(text.find(_YEARS, *_KINDS), text.find(_TERM, *_KINDS)):
        yield from _years(found)
    for found in text.find(_WORKS, *_KINDS):
        yield from _works(found)
    for found in text.find(_DAYS, *_KINDS):
        yield from _days(found)
    for found in text.find(_AGES, *_KINDS):
        first, last, least, most = (int(found.match[name]) for name in ("a", "b", "n", "m"))
        if not most - least - 1 <= last - first <= most - least + 1:
            yield Amiss(found.at("span"), f"相隔{most - least}年", found.at("m"))


def _years(found: Found) -> Iterator[Amiss]:
    years = int(found.match["b"]) - int(found.match["a"]) + 1
    said = value_of(found.match["n"])
    named = "said" in found.match.re.groupindex
    if years > 1 and years != said and abs(years - said) <= max(2, said // 2):
        # From the middle of one year to that of another a plan touches one year more.
        sure = years != said + 1
        yield Amiss(found.at("said" if named else "span"), f"{years}年" if named else f"{said}年", found.at("span" if named else "n"), sure)


def _days(found: Found) -> Iterator[Amiss]:
    first, last = (next(find_dates(found.match[name]), None) for name in ("a", "b"))
    begin, end = (date.last() if date is not None else None for date in (first, last))
    if begin is not None and end is not None and end > begin and int(found.match["n"]) not in ((end - begin).days, (end - begin).days + 1):
        yield Amiss(found.at("b"), f"相隔{(end - begin).days + 1}天", found.at("n"))


def _works(found: Found) -> Iterator[Amiss]:
    names = next(several for several in (("n", "a", "b"), ("m", "c", "d"), ("k", "e", "f")) if found.match[several[0]])
    (year, month), (last_year, last) = ([int(part) for part in found.match[name].removesuffix("月").split("年")] for name in names[1:])
    between = (last_year - year) * 12 + last - month
    if between > 0 and int(found.match[names[0]]) not in (between, between + 1):
        yield Amiss(found.at(names[0] if found.match["m"] else names[2]), f"工期{between + 1}个月", found.at(names[2] if found.match["m"] else names[0]))
