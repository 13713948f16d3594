"""Lines that a heading counts (名单计数): 一、市直单位（5个） over one name a line (norms FIG-16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.shared.passages import running
from hegao.checks.text.arithmetic.counts.miscounts import Miscounted
from hegao.document.model import Heading, Node, Paragraph
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.vocabulary import surnames

_COUNT = Pattern(r"[（(](?:共计?)?(?P<n>\d{1,3})(?:个|家|名|人|位|所|项|件|处|户|支)[）)]$")
#: What ends a line that is no name.
_SENTENCE = Pattern(r"[，。；：！？:;]")
_PERSONS = Pattern(r"[\u3400-\u9fff·]{2,5}(?:[ \u3000]+[\u3400-\u9fff·]{2,5}){2,}")
_LONGEST, _FEWEST, _MOST_OFF = 30, 2, 2


def miscounted_lists_of_lines(context: Context) -> Iterator[Miscounted]:
    """Counts of headings that the lines below them, each a name, contradict."""
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            match = _COUNT.search(node.text.value) if isinstance(node, Heading) and not node.children else None
            lines = list(_lines(part.nodes[index + 1 :])) if match is not None else []
            if match is None or len(lines) < _FEWEST or any(len(line.value) > _LONGEST or _SENTENCE.search(line.value) for line in lines):
                continue
            many = sum(len(line.value.split()) if _PERSONS.fullmatch(line.value.strip()) else 1 for line in lines)
            if int(match["n"]) != many and abs(int(match["n"]) - many) <= _MOST_OFF:
                yield Miscounted(node.text.slice(*match.span("n")), many, lines[-1])


#: 由7名委员组成，名单如下：
_MEMBERS = Pattern(r"(?<!\d)(?P<n>\d{1,3}|[三四五六七八九十]{1,3})(?:名|位|人)[\u3400-\u9fff]{0,6}[，,]?(?:[\u3400-\u9fff]{0,4}名单|组成|人员|成员|分工|具体)?(?:如下|为|有)?[：:]$")
#: 委员：甲、乙、丙.
_LABELLED = Pattern(r"\s*[\u3400-\u9fff（） ]{2,20}[：:]\s*(?P<names>[\u3400-\u9fff·]{2,4}(?:(?:[、，\s]+|[（(][^（）()]*[）)])+[\u3400-\u9fff·]{2,4})*)\s*[；;。]?(?:[（(][^（）()]*[）)])?\s*")
_APART = Pattern(r"[、，\s]+|[（(][^（）()]*[）)]")


#: 抽调9名同志组建专班，集中办公至12月31日，名单如下：
_CALLED = Pattern(r"(?<![\d每])(?P<n>\d{1,3}|[三四五六七八九十]{1,3})(?:名|位|人)(?![次年均])(?:(?!\d{1,3}[名位人])[^。；：]){0,60}(?:名单|人员|分组|分工)[\u3400-\u9fff]{0,4}如下[：:。]$")


def miscounted_members(context: Context) -> Iterator[Miscounted]:
    """So many members, against those who are named line by line behind their posts or their bodies."""
    for part in context.document.parts:
        for index, node in enumerate(part.nodes):
            text = node.body if isinstance(node, Heading) else node.text
            match = _MEMBERS.search(text.value) or _CALLED.search(text.value) if isinstance(node, Heading | Paragraph) else None
            groups: list[int] = []
            for line in _lines(part.nodes[index + 1 :]) if match is not None else ():
                named = _LABELLED.fullmatch(line.value)
                if named is None and _NAMED_WITH_BODY.fullmatch(line.value) is None:
                    break
                groups.append(len([name for name in _APART.split(named["names"]) if name]) if named is not None else 1)
            stated = value_of(match["n"]) if match is not None else 0
            # Who leads may be told beside the members.
            if match is not None and len(groups) >= _FEWEST and stated not in (sum(groups), *groups, sum(groups[1:])) and abs(stated - sum(groups)) <= _MOST_OFF:
                yield Miscounted(text.slice(*match.span("n")), sum(groups))


#: 王丽萍等4名同志: the persons that the one list of an attachment names.
_AND_OTHERS = Scanner(r"[\u3400-\u9fff·]{2,4}等(?P<n>\d{1,3})(?:名|位|人)")
_NAMED_WITH_BODY = Pattern(r"\s*(?:\d{1,3}[.．、]?\s*)?[\u3400-\u9fff·]{2,4}[ \u3000]+[\u3400-\u9fff（）()]{4,30}(?:[ \u3000]+[\u3400-\u9fff]{2,12})?\s*")


def miscounted_persons(context: Context) -> Iterator[Miscounted]:
    """甲等4名同志, where the attachment names three, each beside his body."""
    lists = [lines for part in context.document.parts[1:] if len(lines := [node.text for node in part.nodes if isinstance(node, Paragraph)]) > _FEWEST]
    named = [[line for line in lines if _NAMED_WITH_BODY.fullmatch(line.value)] for lines in lists]
    whole = [lines for lines, several in zip(named, lists, strict=True) if len(lines) >= len(several) - 1 > 1]
    counts = list(context.once(running).find(_AND_OTHERS, "heading", "paragraph")) if len(whole) == 1 else []
    if len(counts) == 1 and int(counts[0].match["n"]) != len(whole[0]) and abs(int(counts[0].match["n"]) - len(whole[0])) <= _MOST_OFF:
        yield Miscounted(counts[0].at("n"), len(whole[0]), whole[0][-1])


#: 领导小组共10人; 由5人组成的食堂监督小组.
_GROUP = Scanner(
    r"(?P<name>[\u3400-\u9fff]{0,6}(?:小组|专班|委员会|指挥部|评委会|评审组|工作组|考评组|理事会|监事会))(?:成员)?(?:共有?|由|共由)(?P<n>\d{1,2})(?:人|名|位)"
    r"|由(?P<m>\d{1,2})(?:人|名[\u3400-\u9fff]{2,6}|位[\u3400-\u9fff]{2,6})组成的?(?P<name2>[\u3400-\u9fff]{0,8}(?:小组|专班|委员会|指挥部|评委会|评审组|工作组|考评组|理事会|监事会))"
)
#: 组长：甲某院长: blanks within a line are gone.
_POST = Pattern(r"(?:[正副]?(?:组|队|会|班)?长|主任|副主任|主任委员|副主任委员|成员|委员|总指挥|副总指挥|指挥长|副指挥长|召集人|主席|副主席|秘书长)[：:](?P<rest>.+)")
_LINE, _NEXT_TO = 34, 2


def miscounted_rosters(context: Context) -> Iterator[Miscounted]:
    """So many in a group, against its roster, one line a person, right beside it or in the attachment of its name."""
    rosters = [(part, first, lines) for part in context.document.parts for first, lines in _rosters(part.nodes)]
    for found in context.once(running).find(_GROUP, "heading", "paragraph") if rosters else ():
        name, stated = found.match["name"] or found.match["name2"], value_of(found.match["n"] or found.match["m"])
        for part, first, lines in rosters:
            beside = any(node is found.node for node in (*part.nodes[max(0, first - _NEXT_TO) : first], *part.nodes[first + len(lines) : first + len(lines) + 1]))
            titled = part.title is not None and len(name) > _FEWEST * 2 and name in part.title.text.value
            if (beside or titled) and stated != len(lines) and abs(stated - len(lines)) <= _MOST_OFF:
                yield Miscounted(found.at("n" if found.match["n"] else "m"), len(lines), lines[-1])
                break


def _rosters(nodes: Sequence[Node]) -> Iterator[tuple[int, list[Text]]]:
    """The stretches of lines that name one person each, the first behind a post; where the first stands, and the lines."""
    at = 0
    while at < len(nodes):
        lines: list[Text] = []
        for line in _lines(nodes[at:]) if isinstance(nodes[at], Paragraph) and _POST.fullmatch(nodes[at].text.value) else ():
            post = _POST.fullmatch(line.value)
            said = post["rest"] if post is not None else line.value
            if len(line.value) > _LINE or _SENTENCE.search(said) or said.strip()[0] not in surnames():
                break
            lines.append(line)
        # 成员：甲、乙、丙: several in one line.
        if len(lines) > _FEWEST and not any(_SEVERAL.search(line.value) for line in lines):
            yield at, lines
        at += max(1, len(lines))


_SEVERAL = Pattern(r"(?:^|[：:])[\u3400-\u9fff·]{2,4}[、，\s][\u3400-\u9fff·]{2,3}(?:[、，\s]|$)")


def _lines(nodes: Sequence[Node]) -> Iterator[Text]:
    """The paragraphs up to what is none."""
    for node in nodes:
        if not isinstance(node, Paragraph):
            return
        yield node.text
