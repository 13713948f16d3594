"""How many were there, appointed and removed (到会、任免人数), against those who are named (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Heading, Paragraph
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_MET = Scanner(r"应(?:到|出席)(?:会)?[^，。；\d]{0,6}(?P<all>\d{1,3})[人名位]?，实(?:到|际?出席)(?:会)?[^，。；\d]{0,6}(?P<there>\d{1,3})[人名位]?(?!.{0,20}(?:请假|缺席)[^，。；]{0,4}\d)")
_ABSENT = Pattern(r"^(?:请假|缺席|因[公病事]请假)(?:人员)?[：:](?P<names>.{2,80})$")
_BRACKETS = Pattern(r"[（(][^（）()]*[）)]")
_BETWEEN = Pattern(r"[、，\s　]+")
_NAME = Pattern(r"[\u3400-\u9fff·]{2,4}$")
_CHANGED = Scanner(r"(?P<said>任命(?P<in>\d{1,3})[人名]、?，?(?:同时)?免(?:职|去)(?P<out>\d{1,3})[人名])")
_REMOVED = Scanner(r"免去(?P<names>[^，。；：\d]{2,60}?)同志", sign="免去")
_APPOINTED = Scanner(r"(?:(?<=[；：。])|^)\s*(?:任命)?(?P<names>[^，。；：\d]{2,60}?)同志(?:任|为)", sign="同志[任为]")


#: 出席：, 列席：, 请假：, with the names behind.
_THERE, _AWAY = Pattern(r"^(?:出席|列席|参加|参会)(?:人员|单位)?[：:](?P<names>.+)"), Pattern(r"^(?:请假|缺席|因[公病事]请假)(?:人员)?[：:](?P<names>.+)")
_LABEL = Pattern(r"^[\u3400-\u9fff]{2,6}[：:]")
_PERSON = Pattern(r"[\u3400-\u9fff·]{2,4}(?=$|[、，；\s　（(])")


def there_and_away(context: Context) -> Iterator[Odd]:
    """Persons who are named among those there and among those who are excused."""
    there: dict[str, Text] = {}
    away: list[tuple[str, Text]] = []
    going = False
    for node in context.document.of("heading", "paragraph"):
        text = node.body if isinstance(node, Heading) else node.text
        match, absent = _THERE.match(text.value), _AWAY.match(text.value)
        if absent is not None:
            away += _persons(text, absent.start("names"))
        # The names of those there may run over several lines.
        if match is not None or going and not _LABEL.match(text.value) and "）、" in text.value:
            there.update(_persons(text, match.start("names") if match is not None else 0))
        going = match is not None or going and not _LABEL.match(text.value)
    for name, at in away:
        if name in there:
            yield Odd(at, "又列为出席", [there[name]])


def _persons(text: Text, start: int) -> list[tuple[str, Text]]:
    bare = _BRACKETS.sub(lambda match: "（" * len(match[0]), text.value)
    return [(match[0], text.slice(*match.span())) for match in _PERSON.finditer(bare, start) if match.start() == start or bare[match.start() - 1] in "、，；　 ：:"]


def wrong_attendance(context: Context) -> Iterator[Odd]:
    """Numbers of persons that those who are named do not make up."""
    text = context.once(running)
    lines = [(node.body if isinstance(node, Heading) else node.text) for node in context.document.of("heading", "paragraph") if isinstance(node, Heading | Paragraph)]
    for found in text.find(_MET, "heading", "paragraph"):
        absent = [(line, match) for line in lines if (match := _ABSENT.match(line.value)) is not None]
        names = _named(absent[0][1]["names"]) if len(absent) == 1 else 0
        right = int(found.match["all"]) - names
        if names and right != int(found.match["there"]):
            yield Odd(found.at("there"), f"{right}（请假{names}人）", [absent[0][0].slice(*absent[0][1].span("names"))], False)
    for found in text.find(_CHANGED, "heading", "paragraph"):
        for group, pattern in (("in", _APPOINTED), ("out", _REMOVED)):
            count = sum(_named(one.match["names"]) for one in text.find(pattern, "heading", "paragraph"))
            if count >= _FEWEST and 0 < abs(count - int(found.match[group])) <= _APART:
                yield Odd(found.at(group), f"所列为{count}人", [], False)


#: Fewer are no list; a count that is further off is of others.
_FEWEST, _APART = 2, 2


def _named(names: str) -> int:
    """How many persons a list names; 0 where it is not certain."""
    said = [name for name in _BETWEEN.split(_BRACKETS.sub("", names.replace("同志", "")).strip()) if name]
    return len(said) if all(_NAME.match(name) for name in said) else 0
