"""One whole by several views (从专业看……从原因看……), and levels against what is added (由126个增加到144个, 新建18个) (norms FIG-16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from hegao.checks.base import Context
from hegao.checks.text.arithmetic.figure_sentences import Sentence, Told, figure_sentences
from hegao.checks.text.arithmetic.prose.partitions import Misfit, Part, amounts, contradicted, lists_of
from hegao.checks.text.arithmetic.related_figures import Odd
from hegao.document.model import Heading, Node, Paragraph
from hegao.phrases.quantities import PERCENT, POINTS
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

VIEW = Scanner(r"(?:^|[。）])(?:从|按照?|分)[^，。；\d]{1,12}?(?:来?看|分|划分|分类|统计|分布)?[，：,:]", sign=r"[从按分](?<![^。）\n][从按分])")
_NOT_ALL = Pattern(r"等|主要|突出|较多|较大|集中在|前[三五十]|最[多高]|分别比|其中")
_BEFORE = 4


def lists_apart(nodes: Sequence[Node], told: Container[Node]) -> Iterator[Misfit]:
    """Lists that begin with the view that they take, against the figures of the paragraphs before; ``told`` have a ``VIEW``."""
    for index, node in enumerate(nodes):
        if node not in told or not isinstance(node, Heading | Paragraph):
            continue
        text = _text(node)
        for view in VIEW.pattern.finditer(text.value):
            end = text.value.find("。", view.end())
            end = end if end >= 0 else len(text.value)
            if _NOT_ALL.search(text.value, view.end(), end):
                continue
            named = [one for one in amounts(text.value) if view.end() <= one.start < end]
            runs = lists_of(text.value, named) if len(named) >= 3 else []
            if len(runs) != 1 or len(runs[0]) != len(named):
                continue
            before = [_text(other) for other in nodes[max(0, index - _BEFORE) : index] if isinstance(other, Heading | Paragraph)]
            wholes = [Part(other, one) for other in before for one in amounts(other.value) if one.unit == named[0].unit]
            wholes += [Part(text, one) for one in amounts(text.value) if one.end <= view.start() + 1 and one.unit == named[0].unit]
            found = contradicted([Part(text, one) for one in named], wholes)
            if found is not None:
                yield found


def _text(node: Heading | Paragraph) -> Text:
    return node.body if isinstance(node, Heading) else node.text


_TO = Pattern(r"^[^，。；、\d]{0,4}(?:增加|增长|扩大|提高|发展|增|扩展|扩充|减少|压减|精简|下降)(?:到|至)$")
_FROM = Pattern(r"(?P<noun>[\u3400-\u9fff]{2,4})(?:总?数|总?量|总数量)?(?:由|从)(?:目前的?|现有的?|原来的?)?$")
_ADDED = Pattern(r"新建|新增|净增|增设|扩建|新设|增加")
_NEAR, _SHORT = 30, 2


def _alike(added: str, level: str) -> bool:
    """Whether what is added is called as what there is: 新增融合线路 is not of all lines whose fare is 1元."""
    name = _ADDED.split(added)[-1]
    return level.find(name) >= 0 or len(name) <= _SHORT


def wrong_growths(context: Context) -> Iterator[Odd]:
    """Two levels whose difference is not what the document says is added of the same name."""
    growths: list[tuple[Sentence, Told, Told, str]] = []
    added: dict[str, list[tuple[Sentence, Told]]] = defaultdict(list)
    for sentence in context.once(figure_sentences):
        for one, other in zip(sentence.told, sentence.told[1:]):
            noun = _FROM.search(one.label)
            if noun is not None and one.one.unit == other.one.unit and one.one.dimension not in (PERCENT, POINTS) and _TO.match(sentence.between(one.one, other.one)):
                growths.append((sentence, one, other, noun["noun"]))
        for told in sentence.told:
            if told.one.whole and not told.one.rough and _ADDED.search(told.label) and not _TO.match(told.label):
                added[told.one.unit].append((sentence, told))
    for sentence, one, other, name in growths:
        meant = [(where, told) for where, told in added[one.one.unit] if told.label.endswith(name[-2:]) and where is not sentence and _alike(told.label, one.label)]
        if len({told.one.value for _where, told in meant}) != 1 or one.one.rough or other.one.rough or other.one.value < one.one.value:
            continue
        where, told = meant[0]
        off = abs(other.one.value - one.one.value - told.one.value)
        if off and off * 100 <= told.one.value * _NEAR:
            yield Odd(sentence.at(other.one), other.one.say(one.one.value + told.one.value), [sentence.at(one.one), where.at(told.one)])
