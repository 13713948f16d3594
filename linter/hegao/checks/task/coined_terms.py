"""Short names that a document introduces (以下简称“监管平台”) and once gives another wording (监督平台)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, Running, running
from hegao.checks.task.body_register import Mention
from hegao.sources.scanner import Scanner

_INTRODUCED = Scanner(r"(?:以下)?(?:统?简称|称)[：:]?“(?P<short>[\u3400-\u9fff]{4,8})”", sign="称[：:]?“")
#: What stands before a term that is a name by itself.
_LEADS = "由在经向对为将通过报至入用据按照及和与的到从，。；、：（"
#: Bodies that are set up for a task, as they are called for short.
_SET_UP = Scanner(rf"(?:^|(?<=[{_LEADS}]))(?P<term>(?:工作|专项|领导|推进|协调)(?:专班|小组))(?=[办负牵要每应成由组定]|[，。、])")
_SET_UP_ENDS = ("专班", "小组", "工作组", "指挥部")
#: So many letters at the end of a term say what it is; so often the turned wording stands elsewhere.
_END, _OFTEN = 2, 2


def reworded_terms(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """What stands in place of a short name, with the short name; or the short name where the text says it the other way round throughout."""
    whole = context.once(running)
    yield from _introduced_twice(whole)
    introduced = {one.match["short"]: one for one in whole.find(_INTRODUCED)}
    for short, one in introduced.items():
        half = len(short) // 2
        turned = short[half:] + short[:half]
        if turned != short and whole.text.count(short) == 1 and whole.text.count(turned) >= _OFTEN:
            at = whole.text.find(turned)
            yield Mention(short, one.at("short")), Mention(turned, whole.at(at, at + len(turned)))
        places = [at for at in _one_letter_off(whole.text, short) if whole.text[at : at + len(short)] not in introduced]
        if len(places) == 1 and whole.text.count(term := whole.text[places[0] : places[0] + len(short)]) == 1:
            yield Mention(term, whole.at(places[0], places[0] + len(short))), Mention(short, one.at("short"))
    set_up = [one for short, one in introduced.items() if short.endswith(_SET_UP_ENDS)]
    others = [each for each in whole.find(_SET_UP, "heading", "paragraph") if each.match["term"] not in introduced] if len(set_up) == 1 else []
    if len(others) == 1 and whole.text.count(term := others[0].match["term"]) == 1 and others[0].offset >= set_up[0].offset:
        yield Mention(term, others[0].at("term")), Mention(set_up[0].match["short"], set_up[0].at("short"))


def _one_letter_off(text: str, short: str) -> Iterator[int]:
    """Where a term begins that ends as the short name does and has one other letter before, behind what leads to a term."""
    at = text.find(short[-_END:])
    while at >= 0:
        start = at + _END - len(short)
        if start > 0 and text[start - 1] in _LEADS and sum(a != b for a, b in zip(text[start:at], short, strict=False)) == 1:
            yield start
        at = text.find(short[-_END:], at + 1)


#: 市大数据服务中心（以下简称“中心”）.
_SHORT_FOR = Scanner(r"(?P<full>[\u3400-\u9fff]{4,20})（以下(?:统一?)?简称[：:]?“(?P<short>[\u3400-\u9fff]{2,8})”）", sign="简称[：:]?“")


def _introduced_twice(whole: Running) -> Iterator[tuple[Mention, Mention]]:
    """A short name given to two (norm ABB-03); annexes are texts of their own, so both stand within one passage or beside one another."""
    first: dict[str, Found] = {}
    called: dict[str, Found] = {}
    for found in whole.find(_SHORT_FOR, "heading", "paragraph"):
        short, end = found.match["short"], found.match["full"][-_END:]
        named = called.setdefault(found.match["full"][-_WHOLE:], found)
        if named.match["short"] != short and len(found.match["full"]) >= _WHOLE:
            yield Mention(short, found.at("short")), Mention(named.match["short"], named.at("short"))
        before = first.setdefault(short, found)
        if before is not found and before.match["full"][-len(found.match["full"]) :] != found.match["full"][-len(before.match["full"]) :] and found.offset - before.offset < _BESIDE:
            yield Mention(f"{end}（{short}）", found.at("short")), Mention(short, before.at("short"))


#: So many letters at the end of two whole names tell that they are one.
_WHOLE = 8
#: So near beside one another are the two, in letters.
_BESIDE = 600
