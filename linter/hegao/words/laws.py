"""Published laws, regulations, interpretations and rules of departments (法律、法规、司法解释、规章).

By the tables ``laws``, ``department-rules``, ``law-orders`` and ``replaced-laws``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from hegao.words.builtin_tables import SEPARATOR, builtin

#: What full titles of laws begin with and short ones leave out.
STATE = "中华人民共和国"
#: Words that join the parts of a title and are easily taken for one another.
_JOINING = str.maketrans({"和": "与", "及": "与", "、": "与"})


class Law(NamedTuple):
    """A law as published: its full title, the day of the version (YYYY-MM-DD) and the number of its last article (0 unknown)."""

    title: str
    version: str
    last: int


@cache
def _by_title() -> dict[str, Law]:
    laws = {}
    for row in builtin("laws"):
        law = Law(row["title"], row["version"], int(row["articles"] or 0))
        laws[law.title] = law
        laws.setdefault(law.title.removeprefix(STATE), law)
    for row in builtin("department-rules"):
        laws.setdefault(row["title"], Law(row["title"], row["since"], 0))
    return laws


def law_of(title: str) -> Law | None:
    """The law of that title, full or without 中华人民共和国; None proves nothing, since older and local ones are not listed."""
    return _by_title().get(title)


@cache
def replaced() -> dict[str, tuple[str, str]]:
    """By the title of a law, full or short, that is no longer in force: since which day (YYYY-MM-DD), and what replaced it."""
    found = {}
    for row in builtin("replaced-laws"):
        for title in (row["title"], row["title"].removeprefix(STATE)):
            found[title] = row["since"], row["by"]
    return found


@cache
def _orders() -> dict[str, tuple[int, ...]]:
    """The numbers of the orders (国务院令) by which regulations were issued, newly or anew, by their full titles."""
    return {row["title"]: tuple(int(number) for number in row["orders"].split(SEPARATOR)) for row in builtin("law-orders")}


@cache
def issued_by(order: int) -> str | None:
    """The full title of the regulation that an order of the State Council issued, None where the table has none."""
    return next((title for title, orders in _orders().items() if order in orders), None)


def is_order_of(order: int, title: str) -> bool:
    """Whether an order may be cited with a regulation: it issued or amended it, or nothing is known of them.

    An order amends what is older; one that issued another regulation amends none.
    """
    orders = _orders().get(law.title if (law := law_of(title)) is not None else title)
    if orders is None:
        return issued_by(order) is None
    return order in orders or order > orders[0] and issued_by(order) is None and not _digit_off(order, orders)


def _digit_off(order: int, orders: tuple[int, ...]) -> bool:
    """Whether two digits of a known number have changed places."""
    return any(sorted(str(order)) == sorted(str(one)) and order // 100 == one // 100 for one in orders)


def meant_law(title: str) -> Law | None:
    """The one law whose title is a slip away from ``title``: a character changed, words exchanged, left out or put in, another kind of text.

    None where the title is a law's, where none is so near, or where several are.
    """
    if law_of(title) is not None or title in replaced() or len(title) < 5:
        return None
    near = {law.title: law for known, law in _alike(title) if _slip(title, known)}
    # Of several the one with the same characters: words are exchanged more easily than typed amiss.
    near = {known: law for known, law in near.items() if sorted(known.removeprefix(STATE)) == sorted(title.removeprefix(STATE))} or near
    if not near:
        near = {law.title: law for law in _by_letters().get("".join(sorted(title)), ())}
    if not near:
        near = {law.title: law for law in _by_subject().get(_subject(title), ())}
    if not near and title.startswith(STATE):
        near = {law.title: law for known, law in _by_size().get(len(title), ()) if _word_changed(title, known)}
    if not near:
        near = {law.title: law for known, law in _by_beginning().get((len(title), _beginning(title)), ()) if _law_word_changed(title, known)}
    if not near and (bare := _managed(title)) is not None:
        near = {law.title: law for law in (law_of(bare),) if law is not None}
    return next(iter(near.values())) if len(near) == 1 else None


#: Words of two letters and more that end as a law does.
_NO_LAW = ("办法", "方法", "做法", "司法", "执法", "工作法", "战法", "刑法", "宪法")
#: A title that no law bears is so like the one that it must mean; what names the State is a law's, whatever it says besides.
_LIKE, _LIKE_OF_STATE = 0.75, 0.6
_LIKE_TWO = 2


def nearest_laws(title: str) -> tuple[Law, ...]:
    """The law that a title must mean which no law bears, now or before: that of its subject, else the one most like it; none where none is like enough.

    Of a title with 中华人民共和国 two may be as like as one another: one of both is meant.  Only laws (法律) are all listed; a title with 中华人民共和国 may be that of a regulation, too.
    """
    of_state = title.startswith(STATE)
    if law_of(title) is not None or title in replaced() or len(title) < (len(STATE) + 2 if of_state else _SHORTEST):
        return ()
    # Without the name of the State it may be a text of a department or a place.
    subject = regulation_of_subject(title) if of_state else None
    if subject is not None or not title.endswith("法") or title.endswith(_NO_LAW):
        return (subject,) if subject is not None else ()
    matcher = SequenceMatcher(b=title.removeprefix(STATE), autojunk=False)
    best = _LIKE_OF_STATE if of_state else _LIKE
    near: list[Law] = []
    for law in {known.title: known for known in _by_title().values()}.values():
        matcher.set_seq1(law.title.removeprefix(STATE))
        if law.title.endswith("法") and matcher.quick_ratio() >= best and (like := matcher.ratio()) >= best:
            near = [*near, law] if near and like == best else [law]
            best = like
    return tuple(near) if len(near) <= (_LIKE_TWO if of_state else 1) else ()


def regulation_of_subject(title: str) -> Law | None:
    """The one law or regulation of the State with the subject of a title that no law bears: 条例 for 规定."""
    subject = _subject(title).removeprefix(STATE)
    if law_of(title) is not None or subject == title or len(subject) < (2 if title.startswith(STATE) else _SUBJECT_CHANGED):
        return None
    known = {law.title: law for law in _by_title().values() if _subject(law.title).removeprefix(STATE) == subject}
    return next(iter(known.values())) if len(known) == 1 else None


#: A title that lost a character has so many left, at least.
_SHORTEST = 5
#: What the last characters of a title say of the kind of text.
_KINDS = ("条例", "办法", "规定", "细则", "规则", "法")


def _subject(title: str) -> str:
    """The title without what tells its kind."""
    return next((title[: -len(kind)] for kind in _KINDS if title.endswith(kind)), title)


@cache
def _by_subject() -> dict[str, list[Law]]:
    """The laws by full titles without the kind of text; of subjects long enough that no two texts share one by chance."""
    laws: dict[str, list[Law]] = defaultdict(list)
    for law in {law.title: law for law in _by_title().values()}.values():
        if len(_subject(law.title)) >= (len(STATE) + 4 if law.title.startswith(STATE) else _LONG_SUBJECT):
            laws[_subject(law.title)].append(law)
    return laws


@cache
def _by_ends() -> dict[tuple[int, str], list[tuple[str, Law]]]:
    """The laws by the length of a title and its first character, and by its length and its last three."""
    laws: dict[tuple[int, str], list[tuple[str, Law]]] = defaultdict(list)
    for known, law in _by_title().items():
        laws[len(known), known[0]].append((known, law))
        laws[len(known), known[-3:]].append((known, law))
    return laws


def _alike(title: str) -> Iterator[tuple[str, Law]]:
    """The laws with titles of about that length and its last character; a slip leaves the first character or the last three."""
    for size in range(len(title) - 2, len(title) + 3):
        for known, law in _by_ends().get((size, title[0]), ()):
            if known[-1] == title[-1]:
                yield known, law
    yield from _by_ends().get((len(title), title[-3:]), ())


def _slip(written: str, known: str) -> bool:
    if written.translate(_JOINING) == known.translate(_JOINING):
        return True
    if len(written) == len(known):
        off = [index for index, (a, b) in enumerate(zip(written, known, strict=True)) if a != b]
        return len(off) == 1 and _tells_subject(known, off[0]) or exchanged(written[off[0] : off[-1] + 1], known[off[0] : off[-1] + 1])
    short, long = sorted((written, known), key=len)
    size = len(long) - len(short)
    # One word more or less in a short title may make another title: 城市供水条例 and 供水条例.
    whole = STATE in known and STATE in written
    if len(short) < (9 if whole else _SHORTEST if size == 1 and len(written) < len(known) else 8):
        return False
    head = next((index for index, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return head > 0 and short[head:] == long[head + size :]


def _tells_subject(title: str, index: int) -> bool:
    """Whether a character is of what a law is about, in a title that says it in two characters or more: 条例 and 条令 are two kinds of text."""
    subject = _subject(title)
    return index < len(subject) and len(title) >= 7 and len(subject.removeprefix(STATE)) >= 2


#: A subject so long belongs to one text of the State, whatever its kind.
_LONG_SUBJECT = 8
#: A law's title without 中华人民共和国 has so many characters before one word in it may be another.
_LONG_TITLE = 8


def _word_changed(written: str, known: str) -> bool:
    """Whether two full titles of laws of the State (…法), all of which are listed, differ in one word of two characters."""
    if not (written.endswith("法") and known.startswith(STATE) and len(known) >= len(STATE) + _LONG_TITLE):
        return False
    off = [index for index, (a, b) in enumerate(zip(written, known, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1


@cache
def _by_size() -> dict[int, list[tuple[str, Law]]]:
    """The laws by the length of a title."""
    laws: dict[int, list[tuple[str, Law]]] = defaultdict(list)
    for known, law in _by_title().items():
        laws[len(known)].append((known, law))
    return laws


@cache
def _by_letters() -> dict[str, list[Law]]:
    """The laws by the letters of their titles, in order: words of them may stand in another one, 工资支付保障 for 保障工资支付."""
    laws: dict[str, list[Law]] = defaultdict(list)
    for known, law in _by_title().items():
        if len(known) >= _LONG_TITLE:
            laws["".join(sorted(known))].append(law)
    return laws


@cache
def _law_words() -> frozenset[str]:
    return frozenset(row["word"] for row in builtin("law-words"))


#: So many letters of a title before the kind of text, at the least, of which one word is another: 水污染治理 for 水污染防治.
_SUBJECT_CHANGED = 4


def _beginning(title: str) -> str:
    """The title up to the first two letters of its subject."""
    return title[: (len(STATE) if title.startswith(STATE) else 0) + 2]


@cache
def _by_beginning() -> dict[tuple[int, str], list[tuple[str, Law]]]:
    """The laws by the length of a title and its beginning."""
    laws: dict[tuple[int, str], list[tuple[str, Law]]] = defaultdict(list)
    for known, law in _by_title().items():
        laws[len(known), _beginning(known)].append((known, law))
    return laws


def _law_word_changed(written: str, known: str) -> bool:
    """Whether titles of one length and beginning differ in one word, both of them words that titles of laws are made of."""
    if len(_subject(known.removeprefix(STATE))) < _SUBJECT_CHANGED:
        return False
    off = [index for index, (a, b) in enumerate(zip(written, known, strict=True)) if a != b]
    if not off or off[-1] - off[0] > 1:
        return False
    words = _law_words()
    # 安全 and 监察 share no letter, 防治 and 治理 may: the word begins at the first letter that differs, or the one before.
    return any(written[at : at + 2] in words and known[at : at + 2] in words for at in (off[0], off[0] - 1) if off[-1] <= at + 1)


def _managed(title: str) -> str | None:
    """The title without a 管理 put in before its kind: 教师资格管理条例; subjects shorter than a word and its matter may be of other texts."""
    for kind in _KINDS:
        if title.endswith(f"管理{kind}") and len(title) - len(kind) - 2 >= _SUBJECT_CHANGED:
            return title.removesuffix(f"管理{kind}") + kind
    return None


#: Characters of words that change places: 道路安全交通 for 道路交通安全.
_LONGEST_EXCHANGE = 6


def exchanged(written: str, known: str) -> bool:
    """Whether two neighbouring words have changed places."""
    return len(known) <= _LONGEST_EXCHANGE and any(written == known[at:] + known[:at] for at in range(1, len(known)))
