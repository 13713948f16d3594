"""Names of bodies told once, a character short of a name that the document tells elsewhere, or with two of its words exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import Found, running_without_names
from hegao.checks.task.body_register import Mention
from hegao.checks.task.departments_amiss import NAMED
from hegao.sources.scanner import Scanner
from hegao.words.department_slips import slips_of
from hegao.words.departments import known_name
from hegao.words.laws import exchanged
from hegao.words.patterns import one_of
from hegao.words.vocabulary import level_names

_HAN = "\u3400-\u9fff"
#: Endings of bodies whose names are long enough to tell a slip by; what stands behind shows that the name ends here.
_ENDINGS = "局|委员会|办公室|中心|支队"
_NAMED = Scanner(
    lambda: (
        rf"(?:^|(?<=[由在经报请及和与、，。；：〔（(|]))(?P<name>(?P<level>新?(?:{one_of(name for name in level_names('alone') if len(name) == 1)}))"
        rf"[{_HAN}]{{2,14}}?(?:{_ENDINGS}))(?=[、，。；：〕）)| 　]|$|牵头|配合|负责|会同|等|和|按|依|于|参加|要|应|承办)"
    )
)
#: Words that names have or leave out as they like.
_FREE = frozenset("和与及、的市县区省州国总一二三四五六七八九十东西南北中新老上下")
#: Shorter names are slips of too many others.
_SHORTEST = 5
#: So often is the right name told.
_TWICE = 2


def slipped_names(context: Context) -> Iterator[tuple[Mention, Mention]]:
    """The names with a slip, each with the right one."""
    text = context.once(running_without_names)
    told: dict[str, list[Found]] = defaultdict(list)
    for found in text.find(_NAMED, "heading", "paragraph", "row", "copies", "addressee"):
        told[found.match["name"]].append(found)
    usual = {name: places for name, places in told.items() if len(places) >= _TWICE and len(name) >= _SHORTEST}
    short: dict[str, str] = {}
    same: dict[str, list[str]] = defaultdict(list)
    for name in usual:
        same["".join(sorted(name))].append(name)
        for index in range(1, len(name) - 1):
            if name[index] not in _FREE:
                short.setdefault(name[:index] + name[index + 1 :], name)
    spoken: set[str] = set()
    for name, places in told.items():
        if len(places) != 1 or known_name(name) is not None:
            continue
        meant = short.get(name) or next((other for other in same["".join(sorted(name))] if _turned(name, other)), None)
        if meant is not None:
            spoken.add(name)
            yield Mention(name, places[0].at("name")), Mention(meant, usual[meant][0].at("name"))
    yield from _within_sentences(context, usual, spoken)


def _within_sentences(context: Context, usual: dict[str, list[Found]], spoken: set[str]) -> Iterator[tuple[Mention, Mention]]:
    """Slips of the usual names where no mark or word shows that a name begins: …将名单报送市抗旱防汛指挥部."""
    slips = {places[0].match["level"][-1] + slip: name for name, places in usual.items() for slip in slips_of(name[len(places[0].match["level"]) :])}
    met: dict[str, list[Found]] = defaultdict(list)
    for found in context.once(running_without_names).find(NAMED, "heading", "paragraph", "row", "copies", "addressee") if slips else ():
        name = found.match["level"] + found.match["name"]
        if name in slips and name not in usual:
            met[name].append(found)
    for name, places in met.items():
        if len(places) == 1 and name not in spoken and known_name(name) is None:
            one, right = places[0], slips[name]
            yield Mention(name, one.passage.slice(one.match.start("level"), one.match.end("name"))), Mention(right, usual[right][0].at("name"))


def _turned(name: str, other: str) -> bool:
    """Whether two words of a name have changed places."""
    off = [index for index, (a, b) in enumerate(zip(name, other, strict=True)) if a != b]
    return exchanged(name[off[0] : off[-1] + 1], other[off[0] : off[-1] + 1])
