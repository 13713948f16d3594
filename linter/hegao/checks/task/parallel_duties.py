"""Duties told side by side (并列事项) and the one of them that says nothing of what all others say: by when, by whom (norms TSK-03 to TSK-05).

Side by side stand the clauses of a sentence between semicolons, lines that end in semicolons, and items of a list; what is to be done may be told
by a body, a place or a thing, so what makes them one list is that they stand so and all but one say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.date.timed_things import timed_passages
from hegao.checks.task.duty_items import ON_CONDITION, TIMED, sets_bound
from hegao.checks.task.vague_deadline import may_wait
from hegao.document.model import Heading, Paragraph, Part
from hegao.phrases.deadlines import RECURRING
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.words.duty_labels import SHARED
from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, deadline_words, duty_words, task_verbs

#: Fewer show nothing of what is usual; longer ones tell more than one piece of work.
_FEWEST, _LONGEST = 3, 80
#: Of more than this many, one in so many others may have its time in other words.
_BOUND_SHARE = 60


class Silent(NamedTuple):
    """The one that says nothing of it: where it stands, how many others do."""

    at: Text
    others: int


class Loosely(NamedTuple):
    """The one whose time has no day: the word, the whole clause."""

    at: Text
    duty: str


def parallel_duties(context: Context) -> tuple[tuple[Text, ...], ...]:
    """All such lists of a document."""
    found: list[tuple[Text, ...]] = []
    for part in context.document.parts:
        nodes = [node for node in part.nodes if isinstance(node, Heading | Paragraph)]
        for node in nodes:
            found.extend(_in_sentence(node))
            found.extend(_sentences(node.body))
        found.extend(_lines(nodes))
        found.extend(_items(part))
    return tuple(one for one in found if len(one) >= _FEWEST)


#: What leads the clauses in, and their numbers.
_LED_IN = Pattern(r"^(?:.*[：:]|[^，；]{0,40}[，,]其中[，,]?|.*?(?=[一1]是))")
_NUMBER = Pattern(r"^[　 ]*(?:[一二三四五六七八九十]+是|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．])[，、]?")
_SENTENCE = Pattern(r"[^。]+")


def _in_sentence(node: Heading | Paragraph) -> Iterator[tuple[Text, ...]]:
    body = node.body
    if body.value.count("；") + 1 < _FEWEST:
        return
    begin = len(node.label) if isinstance(node, Heading) else 0
    for sentence in _SENTENCE.finditer(body.value, begin):
        if sentence[0].count("；") + 1 < _FEWEST:
            continue
        clauses: list[Text] = []
        at = sentence.start()
        for clause in sentence[0].split("；"):
            if clause.strip():
                clauses.append(_plain(body.slice(at, at + len(clause)), first=not clauses))
            at += len(clause) + 1
        yield tuple(clauses)


#: A sentence that begins with who does it.
_SUBJECT = Pattern(lambda: rf"^[　 ]*(?:会议[^，。；]{{0,6}}，|[由请])?[^，。；：]{{2,20}}{ending_in(body_endings('act'))}(?:要|应当?|须|负责|牵头|于|在|(?=完成|[\d核组制出提汇审办开])|将)")


def _sentences(text: Text) -> Iterator[tuple[Text, ...]]:
    """Sentences of one paragraph that each begin with who does it."""
    run: list[Text] = []
    for sentence in _SENTENCE.finditer(text.value) if text.value.count("。") >= _FEWEST else ():
        if len(sentence[0]) <= _LONGEST and "；" not in sentence[0] and _SUBJECT.match(sentence[0]):
            run.append(text.slice(*sentence.span()))
        else:
            yield tuple(run)
            run = []
    yield tuple(run)


def _plain(text: Text, first: bool) -> Text:
    """A clause without its number, the first one without what leads the list in."""
    start = 0
    led = _LED_IN.match(text.value) if first else None
    if led is not None and led.end() < len(text):
        start = led.end()
    number = _NUMBER.match(text.value[start:])
    return text.slice(start + number.end() if number is not None else start).strip("，。；　 ")


def _lines(nodes: Sequence[Heading | Paragraph]) -> Iterator[tuple[Text, ...]]:
    """Lines of which each ends in a semicolon but the last, and lines behind a colon that say one sentence each."""
    run: list[Text] = []
    for node in nodes:
        value = node.body.value
        plain = isinstance(node, Paragraph) and len(value) <= _LONGEST and value.count("；") <= 1
        if plain and value.endswith("；"):
            run.append(node.body)
            continue
        if plain and run and value.endswith("。") and value.count("。") == 1:
            run.append(node.body)
        if len(run) >= _FEWEST:
            yield tuple(_plain(text, first=False) for text in run)
        run = []


def _items(part: Part) -> Iterator[tuple[Text, ...]]:
    """Items numbered together under one heading, one sentence each, with a title in front perhaps."""
    lists: dict[tuple[object, object], list[Heading]] = {}
    for node in part.nodes:
        if isinstance(node, Heading):
            lists.setdefault((node.parent, node.numbering), []).append(node)
    for items in lists.values():
        if len(items) >= _FEWEST and not any(item.children for item in items) and all(_is_short(item) for item in items):
            yield tuple(_plain(item.body.slice(len(item.label)), first=False) for item in items)


def _is_short(item: Heading) -> bool:
    words = item.body.value[len(item.label) :]
    return words.endswith(("。", "；")) and words.count("。") + words.count("；") <= (1 if item.title.rstrip("。；") == words.rstrip("。；").strip() else 2)


#: What has no day by its kind, and what speaks of all.
_STANDING = Pattern(r"牵头负责|督促|加强|做好|落实好|坚持|严格|配合|指导|监督|保障|统筹|协调|强化|健全|解释|禁止|联系人|电话|不(?![少低足超满动])|其余|其他|可以?|支持|鼓励|以上|上述|施行|^要|积极|(?:^|，)(?:已|尚?未[^，。；的]{2,12}$)|建立[^，。；]{2,20}(?:制度|机制)")
_DUTY = Pattern(lambda: rf"负责完成|{one_of(task_verbs())}|{one_of(duty_words('verb', 'lead', 'responsible'))}|[新改扩迁补增]建|改造|升级|更新|清[理运]|排查|检[查测修]|补|拆|移|接入|制定|修订|编")
_SHARED, _FIGURE = Pattern(SHARED), Pattern(r"\d")


def without_time(context: Context) -> Iterator[Silent]:
    """The one that says nothing of time, where the others set a day."""
    for clauses in context.once(parallel_duties):
        silent = [text for text in clauses if not TIMED.search(text.value)]
        bound = sum(1 for text in clauses if sets_bound(text.value) or RECURRING.search(text.value))
        others = len(clauses) - 1
        if len(silent) != 1 or bound < _FEWEST - 1 or bound * 100 < _BOUND_SHARE * others:
            continue
        text = silent[0]
        words = text.value
        standing = _STANDING.search(words) is not None and "负责完成" not in words
        # A fact among duties: 亩均投资2400元，总投资13440万元.
        rest = [_BORNE.search(other.value) is not None for other in clauses if other is not text]
        if not _ANYBODY.search(words) and all(rest):
            continue
        # Where nobody is named at all, a place and its figure is work, too.
        counted = not any(rest) and _FIGURE.search(words) is not None
        if len(words) <= _LONGEST and not standing and (_DUTY.search(words) or counted) and not ON_CONDITION.search(words) and not _SHARED.search(words):
            yield Silent(text, bound)


#: Who bears a duty: 由市体育局负责, 市体育局于…, 市体育局负责….
_BORNE = Pattern(
    lambda: (
        rf"(?:^|[，：（(])(?:[^，；由]{{0,40}})?由[^，；由]{{2,30}}?(?:{one_of((*duty_words('verb', 'lead', 'responsible'), *task_verbs()))}|于|在|承担|提供|{ending_in(body_endings('act'))})"
        rf"|(?:^|，)[^，；由]{{2,24}}?{ending_in(body_endings('act'))}(?:、[^，；]{{2,20}})?(?:于|在|要|应|须|需|将|会同|具体|按|对|\d|，|{one_of((*duty_words('verb', 'lead', 'responsible'), *task_verbs()))})"
        rf"|[\u3400-\u9fff]{ending_in(body_endings('act'))}(?:牵头)?负责"
    )
)
#: Whoever else may bear it.
_ANYBODY = Pattern(lambda: rf"[由请我贵你各]|双方|责任|负责|牵头|承[办担]|会同|组织|[\u3400-\u9fff]{ending_in(end for end in body_endings('act') if end != '会')}")


#: Handed over in words that ask for a body: then two others are enough. And words that want one in front of them.
_HANDED = Pattern(lambda: rf"由[^，；由]{{2,30}}|{one_of(duty_words('verb', 'lead', 'responsible'))}")
_HEADLESS = Pattern(r"(?:^|[。：])[　 ]*(?:具体|牵头)?负责(?!人)")


def without_bearer(context: Context) -> Iterator[Silent]:
    """The one that sets work and names nobody, where all others say who does theirs."""
    for clauses in context.once(parallel_duties):
        borne = [text for text in clauses if _BORNE.search(text.value) and not _HEADLESS.search(text.value)]
        if len(borne) + 1 != len(clauses):
            continue
        text = next(text for text in clauses if text not in borne)
        words = text.value
        enough = len(borne) >= _FEWEST or all(_HANDED.search(one.value) for one in borne)
        if not TIMED.search(words) and all(sets_bound(other.value) for other in borne):
            continue
        bare = enough and len(words) <= _LONGEST and _sets_work(words) and not _ANYBODY.search(words)
        if bare or _HEADLESS.search(words):
            yield Silent(text, len(borne))


def _sets_work(words: str) -> bool:
    return _DUTY.search(words) is not None and not any(pattern.search(words) for pattern in (ON_CONDITION, _STANDING))


#: Words of time that name no day.
_LOOSE = Pattern(lambda: rf"(?:争取|力争|待|另行)?{one_of(deadline_words('vague'))}(?:内)?(?!性)")
_OPEN = Pattern(lambda: rf"(?:^|[，。])(?:并)?(?P<said>{one_of(deadline_words('open'))}(?:化|性)?(?:{one_of(deadline_words('goes-on'))})?)[^，。；]{{0,4}}$")


def _timed_by(context: Context, pattern: Pattern) -> Iterator[tuple[Text, Text]]:
    """The one that sets no day and says such words of time, and where, while all others set a day."""
    for clauses in context.once(parallel_duties):
        rest = [text for text in clauses if not sets_bound(text.value)]
        match = pattern.search(rest[0].value) if len(rest) == 1 and len(clauses) >= _FEWEST else None
        if match is not None:
            yield rest[0].slice(*(match.span("said") if "said" in match.groupdict() else match.span())), rest[0]


#: Steps told one behind the other, each with its day in front: 4月底前完成摸底，适时完成安装，9月30日前完成更换.
_STEP = Pattern(r"(?:^|[，：])(?:并?(?:于|在))?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?(?:之|以)?前")
_LOOSE_STEP = Pattern(lambda: rf"(?:^|[，：])(?P<said>{one_of(deadline_words('vague'))})(?:内)?(?P<duty>{one_of(task_verbs())}[^，。；]{{2,30}})(?=[，。；]|$)")


def loosely_timed(context: Context) -> Iterator[Loosely]:
    """The one with a word like 近期 for its day; or such a step among steps with days."""
    yield from (Loosely(at, text.value) for at, text in _timed_by(context, _LOOSE) if not may_wait(text.value, text.value.find(at.value), at.value))
    for passage in context.once(timed_passages):
        for sentence in _SENTENCE.finditer(passage.text.value) if len(passage.things) >= _FEWEST - 1 else ():
            loose = list(_LOOSE_STEP.finditer(sentence[0]))
            if len(loose) == 1 and len(_STEP.findall(sentence[0])) >= _FEWEST - 1:
                yield Loosely(passage.text.slice(sentence.start() + loose[0].start("said"), sentence.start() + loose[0].end("said")), loose[0]["duty"])


def endless_among_dated(context: Context) -> Iterator[Loosely]:
    """The one that goes on (常态化推进)."""
    yield from (Loosely(at, text.value) for at, text in _timed_by(context, _OPEN))
