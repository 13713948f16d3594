"""Clauses, sentences and names that are said once more: 整改27项，整改27项; 甲局、乙局、甲局 (norms LAN-07)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from operator import eq

from hegao.checks.base import Context, Hit
from hegao.checks.shared.excerpts import short
from hegao.checks.shared.passages import Found, Running, edit_at, running
from hegao.document.model import Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_MARKS = "，、；：。！？（）()“”《》|\\s"
#: A clause between two marks; it is compared with what stands before it in the same sentence.
_CLAUSE = Pattern(r"[^，、；：。！？“”《》|\s]{2,80}")
_NEXT = frozenset("，；、")
#: A day of the week, with the time of day behind: 周三、周三上午.
_DAY_AGAIN = Pattern("(?P<day>(?:周|星期)[一二三四五六日])(?:[上下]午|晚)?(?![至到—])")
#: So much of the end of a clause is no chance; within a list more, for a name may be the end of a longer one: 副总经理、总经理.
_TAIL, _TAIL_LISTED = 4, 5
_WORDED = Pattern("[\u3400-\u9fff]{2}|\\d[\u3400-\u9fff]")
#: What makes another rank of a name that stands behind it by itself, too.
_RANKED = Pattern("(?:[副非正准半前次级常]|特别|常务|助理)$")
#: A sentence, or the end of one, said twice in a row.
_SENTENCE_TWICE = Scanner(r"(?:^|(?<=[，。；]))(?P<said>[^。；\n]{6,80}。)(?P<again>(?P=said))")
#: What leads into a list, said twice: 公告如下：现将有关事项公告如下：.
_LEAD_TWICE = Scanner(r"(?<=如下[：。])(?P<again>现[^。；：\n]{2,24}如下[：。])", sign="如下[：。].*如下[：。]")
#: A body twice, with what it does behind: 我局、我局建立; not 市政府、市政府办公室.
_BODIES = "局厅委办府部处科室队司院所站会"
_BODY_AGAIN = Scanner(rf"(?P<said>[\u3400-\u9fff]{{1,14}}[{_BODIES}])、(?P=said)(?=[^{_MARKS}{_BODIES}长员]{{1,30}}(?:[{_MARKS}]|$))")
#: Two names and the first once more: 甲局、乙局和甲局; not the ends of two that have 和 within: 甲市文化广电和旅游局、乙市文化广电和旅游局.
_FIRST_AGAIN = Scanner(lambda: rf"(?<![和及与])(?P<said>[\u3400-\u9fff]{{2,14}}{one_of((*_BODIES, *level_names('place')))})、[^{_MARKS}的]{{2,20}}?(?:和|及|以及|与)(?P<again>(?P=said))(?![{_BODIES}])", sign="和|及|与")
#: Names side by side in one phrase.
_LIST = Scanner(rf"[^{_MARKS}]{{2,60}}(?:、[^{_MARKS}]{{2,60}}){{2,40}}", sign="、[^，。；：]*、")
#: Words between two lists of one phrase: 倾倒、堆放的行为或者倾倒 speaks of two things.
_TWO_LISTS = Pattern("的|以及|或者|应当|包括")
#: The least part of the first item, or of the last, that may be a name by itself.
_WITHIN = 3
#: What leads into a list: 利用|广播、宣传栏、广播.
_LEADS = Pattern("(?:利用|通过|运用|借助|依托|配备|包括|涉及|采取|使用|配齐|设置|设有|备有|有|为|含|以及|提交|携带|出示|提供)$")
_LONGEST_NAME, _SHORT_NAME, _OF_TWO = 16, 4, 2
#: What the names of a list are all of: 急弯陡坡、平交路口、急弯陡坡|路段.
_PLACES_OF = Pattern("路段|区域|部位|场所|地段|地区|点位|设施|行业|领域|项目|工程|岗位|人员|线路")
#: A copy of a paper is another paper: 身份证、毕业证、身份证|复印件.
_COPY = Pattern("复印|原件|扫描|照片|正本|副本|正反|同底|信息|号")
#: The name before the last of a list: 身份证、户口簿、|户口簿|和住房情况说明.
_NAME_AND = Pattern("(?P<name>[\u3400-\u9fff\\d]{2,12}?)(?:和|以?及|与)")
_AFTER_NAME = Pattern(r"和|以?及|与|等|配合|牵头|负责|参加|参与|主要|分管|组成|按|要|应|[\d一二三四五六七八九十两]|的")
#: Tables that share places out to groups: a place belongs to one.
_GROUPED = Pattern("组|片区|分片|批次|督导|包联")
_PLACE = Pattern(lambda: rf"(?:^|(?<=[、，]))[\u3400-\u9fff]{{1,8}}?{one_of(level_names('place'))}(?=[、，]|$)")
_PLACES_LEAST = 6


def said_again(context: Context) -> Iterator[Hit]:
    """Clauses and sentences said twice in a row, and names that stand twice in one list."""
    text = context.once(running)
    for found in text.find(_SENTENCE_TWICE, "paragraph", "heading") if _sentence_again(text.text) else ():
        at = found.passage.slice(found.match.start("said"), found.match.end("again"))
        yield _once(at, found.match["said"])._replace(facts={"written": short(at.value), "right": found.match["said"]})
    for found in text.find(_LEAD_TWICE, "paragraph", "heading"):
        at = found.at("again")
        yield Hit(at, {"written": short(f"如下：{at.value}"), "right": "如下："}, edits=edit_at(at, "", False))
    for passage, line in text.each():
        yield from _clauses(passage, line)
    yield from _said_apart(text)
    for found in text.find(_BODY_AGAIN):
        yield _once(found.at(), found.match["said"])
    for found in text.find(_FIRST_AGAIN):
        yield Hit(found.at("again"), {"written": f"{found.match['said']}…{found.match['said']}", "right": found.match["said"]})
    for found in text.find(_LIST):
        yield from _names(found)
    for found in text.find(_PERSONS):
        yield from _persons(found)
    for found in text.find(_TITLES):
        yield from _titles(found)
    for found in text.find(_LETTERS):
        yield from _letters(found)
    for table in context.document.of("table"):
        if isinstance(table, Table) and table.columns and _GROUPED.search(unspaced(table.columns[0].head)):
            for place in range(1, len(table.columns)):
                yield from _shared_out(table, place)


#: A sentence, and a clause within it, long enough to be no chance.
_SENTENCE = Pattern("(?:^|(?<=[。）]))[^。：；\n]{10,80}。")
_CLAUSE_LEAST = Pattern("(?:^|(?<=[，；。：]))(?:(?:要|应|须|并|应当|必须|切实|进一步)(?=[\u3400-\u9fff]{5}))?(?P<said>(?=[^\\d，；。]{2})[\u3400-\u9fff\\d.%]{5,24})(?=[，；。])")
#: Figures and labels in front of what an item says.
_LABELS = Pattern(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．])")


def _said_apart(text: Running) -> Iterator[Hit]:
    """Clauses that a sentence says once more, not side by side, and sentences that another item says, too: nobody can be sure of either."""
    told: dict[str, list[Text]] = {}
    for node, passage, line in text.lines():
        if node.kind not in ("heading", "paragraph"):
            continue
        first: dict[str, int] = {}
        for clause in _CLAUSE_LEAST.finditer(line) if line.count("，") > 1 else ():
            said, sentence = clause["said"], line.rfind("。", 0, clause.start("said"))
            before = first.setdefault(said, clause.start("said"))
            if sentence < before < clause.start("said") - len(said) - 1 and "；" not in line[before : clause.start("said")]:
                yield _apart(passage.slice(*clause.span("said")), passage.slice(before, before + len(said)))
        start = len(label[0]) if (label := _LABELS.match(line)) else 0
        for sentence_at in _SENTENCE.finditer(line[start:]):
            told.setdefault(sentence_at[0], []).append(passage.slice(start + sentence_at.start(), start + sentence_at.end()))
        yield from _end_again(passage, line)
        yield from _items_again(passage, line)
    for places in told.values():
        if len(places) == 2:
            yield _apart(places[1], places[0])


#: 曲某（甲镇卫生院）、冉某（乙站）、曲某（甲镇卫生院）: persons with where they are from, and one of them twice.
_PERSON = r"[\u3400-\u9fff·]{2,4}（[\u3400-\u9fff]{2,20}）"
_PERSONS = Scanner(rf"{_PERSON}(?:、{_PERSON}){{2,60}}", sign="）、[^）]*）、")
_ONE_PERSON = Pattern(_PERSON)


def _persons(found: Found) -> Iterator[Hit]:
    seen: set[str] = set()
    for match in _ONE_PERSON.finditer(found.match[0]):
        if match[0] in seen:
            at = found.passage.slice(found.match.start() + match.start(), found.match.start() + match.end())
            yield Hit(at, {"written": f"{match[0]}…{match[0]}", "right": match[0]})
        seen.add(match[0])


#: 《甲法》《乙法》《丙条例》《甲法》: titles side by side, of which one is cited again without anything of its own behind.
_TITLES = Scanner("(?:《[^《》\n]{2,60}》[、和及]?){3,20}", sign="》[、和及]?《[^《》]*》[、和及]?《")
_TITLE = Pattern("《[^《》]+》")


def _titles(found: Found) -> Iterator[Hit]:
    seen: set[str] = set()
    for match in _TITLE.finditer(found.match[0]):
        behind = found.match.string[found.match.start() + match.end() :][:1]
        if match[0] in seen and behind not in ("第", "（"):
            at = found.passage.slice(found.match.start() + match.start(), found.match.start() + match.end())
            yield Hit(at, {"written": f"{match[0]}…{match[0]}", "right": match[0]})
        seen.add(match[0])


#: So long a sentence is no chance at the end of another one.
_WHOLE = Pattern("[^。\n]{14,80}。")


def _end_again(passage: Text, line: str) -> Iterator[Hit]:
    """Sentences that are the end of one said before in the paragraph, not side by side."""
    sentences = list(_WHOLE.finditer(line)) if line.count("。") > 1 else []
    for place, again in enumerate(sentences):
        before = next((one for one in sentences[: max(0, place - 1)] if one[0] != again[0] and one[0].endswith(again[0])), None)
        if before is not None:
            yield _apart(passage.slice(*again.span()), passage.slice(before.end() - len(again[0]), before.end()))


#: What an item of a list in one paragraph says.
_ITEM = Pattern("[一二三四五六七八九十]是(?P<said>[\u3400-\u9fff]{8,30})(?=[；。])")
#: So much of two items must be of the same characters, and so little in the same place, that they say one thing in another order.
_SAME_ONES, _SAME_PLACES = 0.85, 0.6


def _items_again(passage: Text, line: str) -> Iterator[Hit]:
    """Items that say what one before them says, in another order: 清理河面垃圾和水草; 清除河面水草和垃圾."""
    items = list(_ITEM.finditer(line)) if "二是" in line else []
    for one, other in combinations(items, 2):
        longer = max(len(one["said"]), len(other["said"]))
        shared = (Counter(one["said"]) & Counter(other["said"])).total()
        if shared >= _SAME_ONES * longer and sum(map(eq, one["said"], other["said"])) < _SAME_PLACES * longer:
            yield _apart(passage.slice(*other.span("said")), passage.slice(*one.span("said")))


def _apart(at: Text, there: Text) -> Hit:
    return Hit(at, {"written": short(at.value), "right": "", "fault": "doubtful"}, (there,))


def _shared_out(table: Table, place: int) -> Iterator[Hit]:
    """The one place that two groups of a table are given, where all others are given to one."""
    first: dict[str, Text] = {}
    again: list[Text] = []
    for row in table.rows:
        for name in _PLACE.finditer(row.cells[place].value) if place < len(row.cells) else ():
            at = row.cells[place].slice(*name.span())
            if first.setdefault(at.value, at) is not at:
                again.append(at)
    if len(again) == 1 and len(first) >= _PLACES_LEAST:
        yield Hit(again[0], {"written": f"{again[0].value}…{again[0].value}", "right": again[0].value}, (first[again[0].value],))


def _once(at: Text, right: str) -> Hit:
    return Hit(at, {"written": at.value, "right": right}, edits=edit_at(at, right, False))


def _sentence_again(text: str) -> bool:
    """Whether a sentence stands at the end of the one before it: only then it may be said twice, which takes long to find."""
    return any(len(sentence) >= 6 and before.endswith(sentence) for before, sentence in pairwise(text.split("。")))


def _clauses(passage: Text, value: str) -> Iterator[Hit]:
    """Clauses that repeat the one before them, or the end of it."""
    for before, again in pairwise(_CLAUSE.finditer(value)):
        said, mark = again[0], value[before.end() : again.start()]
        if "（" not in said:
            # The bracket that holds both: （专项行动，专项行动）.
            said = said.partition("）")[0]
        listed = _NAME_AND.match(said) if mark == "、" else None
        if listed is not None and before[0].endswith(listed["name"]) and (before[0] == listed["name"] or _is_tail(before[0], listed["name"], mark)):
            said = listed["name"]
        day = _DAY_AGAIN.match(said) if mark == "、" else None
        if day is not None and before[0].endswith(day["day"]):
            yield _once(passage.slice(before.end() - len(day["day"]), again.start() + len(day["day"])), day["day"])
        elif mark == "、" and value[before.start() - 1 : before.start()] == "、" and _COUNTED.fullmatch(said) and before[0] == said:
            # 即每亩6.6千克、2.2千克、2.2千克: one figure for each of what was named.
            continue
        elif mark in _NEXT and before[0].endswith(said) and _WORDED.search(said) and (before[0].lstrip("（") == said or _is_tail(before[0], said, mark)):
            yield _once(passage.slice(before.end() - len(said), again.start() + len(said)), said)


def _is_tail(before: str, said: str, mark: str) -> bool:
    """Whether the end of a clause was said again behind it, and is no name of which the first is a kind: 副总工程师、总工程师."""
    listed = _TAIL if said[-1] not in _BODIES else _TAIL_LISTED
    return len(said) >= (listed if mark == "、" else _TAIL) and not _RANKED.search(before[: -len(said)])


_COUNTED = Pattern(r"\d[\d.]*[万亿]?[^\d年月日号路楼栋幢线班组届%％]{1,3}")


def _names(found: Found) -> Iterator[Hit]:
    """The names that stand in a list once more, not side by side."""
    items = found.match[0].split("、")
    starts = [found.match.start()]
    for item in items[:-1]:
        starts.append(starts[-1] + len(item) + 1)
    last = len(items) - 1
    for place in range(2, len(items)):
        for first in range(place - 1):
            name = _same_name(items, first, place)
            # Of figures in turn two may be alike: 依次为20处、25处、27处、25处.
            if name and not _COUNTED.fullmatch(name) and not any(len(item) > _LONGEST_NAME or _TWO_LISTS.search(item) for item in items[first + 1 : place]):
                at = found.passage.slice(starts[place], starts[place] + len(name))
                yield Hit(at, {"written": f"{'…' if first or place < last else ''}{name}…{name}", "right": name})
                break


#: Names of one character: 米、面、油、肉、蛋、面; the first and the last may be of longer words.
_LETTERS = Scanner("(?<=[\u3400-\u9fff]、)[\u3400-\u9fff](?:、[\u3400-\u9fff]){2,20}(?=、|等|[，。；）])", sign="、[\u3400-\u9fff]、[\u3400-\u9fff]")
_COUNTING = frozenset("一二三四五六七八九十零〇百千万")


def _letters(found: Found) -> Iterator[Hit]:
    """The names of one character that stand in a list once more; the one before the list may be its first."""
    start, names = found.match.start(), found.match[0].split("、")
    before = found.match.string[max(0, start - 3) : start - 1]
    names = [before[-1], *names]
    if not _COUNTING.isdisjoint(names):
        return
    for place, name in enumerate(names[1:], 1):
        if name in names[1:place] or name == names[0] and not "\u3400" <= before[0] <= "\u9fff":
            at = found.passage.slice(start + 2 * (place - 1), start + 2 * (place - 1) + 1)
            yield Hit(at, {"written": f"{name}…{name}", "right": name})
            return


def _same_name(items: list[str], first: int, place: int) -> str:
    """The name that two items of a list share; words of the sentence may stand before that of the first item and behind that of the last."""
    one, other = items[first], items[place]
    if place < len(items) - 1:
        # 负责文电、会务、人事、文电、后勤: far enough from the first to be no end of another name.
        return other if one == other or first == 0 and one.endswith(other) and (len(other) >= _WITHIN or _LEADS.search(one[: -len(other)]) or place > 2 and len(other) > 1) else ""
    if one == other:
        return other
    if first == 0:
        if place > 2 and len(other) > 1 and one.endswith(other):
            return other
        # 占用、堵塞、占用疏散通道: among words of two characters one of two is a name.
        words = all(len(item) == _OF_TWO for item in items[1:place])
        least = 2 if words or _of_one_kind(items[1:place], items[1]) else _WITHIN
        listed = _AND_SO_ON.match(other)
        if listed is not None and one.endswith(listed[1]) and _LEADS.search(one[: -len(listed[1])]):
            return listed[1]
        return next((one[-size:] for size in range(min(len(one), len(other)), least - 1, -1) if one.endswith(other[:size]) and not _COPY.match(other, size) and (size >= _WITHIN or words or other[size - 1] == items[1][-1])), "")
    return one if other.startswith(one) and (_AFTER_NAME.match(other, len(one)) or _PLACES_OF.fullmatch(other, len(one)) or not _COPY.match(other, len(one)) and _of_one_kind(items[first + 1 : place], one)) else ""


#: 携带|火柴、打火机、|火柴|等火种.
_AND_SO_ON = Pattern("([\u3400-\u9fff]{2,6}?)等")


def _of_one_kind(items: list[str], name: str) -> bool:
    """Whether short names of a list are made as this one is, so that a noun behind the last is of all of them: 3路、15路、28路、15路|公交车."""
    return all(len(item) <= _SHORT_NAME >= len(name) and (item[-1] == name[-1] or item[0] == name[0] and len(item) == len(name)) for item in items)
