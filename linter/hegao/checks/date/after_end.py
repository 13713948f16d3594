"""What is done when something else is over (结束后、截止后), against when that is over: 自查结束后于5月10日前上报, where the 自查 lasts to 5月31日 (norm TSK-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.date.timed_things import Late, Passage, Timed, timed_passages
from hegao.document.model import Heading
from hegao.sources.lazy_pattern import Pattern

_AFTER = Pattern(r"(?P<what>[\u3400-\u9fff]{2,4})(?:工作|阶段|时间|期)?(?:结束|完成|截止|期满)(?:之|以)?后")
_SEVERAL = Pattern(r"每|首[次批]|第[一二三四五六\d]+[批轮次期季]|分批|分别|再次|次年|上半年|下半年|季度|不?同步")
_NEAR, _BEHIND = 48, 12


def late_followers(context: Context) -> Iterator[Late]:
    """The things that are told to follow another, yet are due before that is over."""
    passages = context.once(timed_passages)
    for passage in passages:
        value = passage.text.value
        for match in _AFTER.finditer(value) if "后" in value else ():
            thing = next((one for one in passage.things if match.end() <= one.start <= match.end() + _NEAR and "。" not in value[match.end() : one.start]), None)
            if thing is None or _SEVERAL.search(value):
                continue
            before = _own_time(match["what"], passages, thing)
            if before is not None and thing.last < before.last:
                yield Late(match["what"], thing.at, thing.at.value, before.at.value, before.at)


def _own_time(what: str, passages: tuple[Passage, ...], follower: Timed) -> Timed | None:
    """The one time that the document tells of a thing: of its longest name that is told with a time at all."""
    for length in range(len(what), 1, -1):
        name = what[-length:]
        told = [thing for passage in passages for thing in passage.things if thing.start != follower.start or thing.at.line != follower.at.line]
        named = [thing for thing in told if name in thing.before or name in thing.behind[:_BEHIND]]
        named += [passage.things[0] for passage in passages if isinstance(passage.node, Heading) and name in passage.node.title and len(passage.things) == 1]
        named = [thing for thing in named if thing.kind != "on" and thing.at.line != follower.at.line and not _SEVERAL.search(thing.said)]
        if named:
            return named[0] if len({thing.last for thing in named}) == 1 else None
    return None
