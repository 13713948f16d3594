"""Marks behind labels and at the end of what leads in a list: 责任单位，市水利局; 现将情况通报如下。 above a list; 第二阶段， beside 第一阶段：.

A label takes a colon, and so does what leads in the items below it (GB/T 15834—2011, 4.7.3; norms PUN-14, PUN-17).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import edit_at, running_words
from hegao.document.model import Document, Heading, Node, Paragraph, Part, Table
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.duty_labels import LABEL_ASIDE, PERSON_LABEL, TIME_LABEL, body_label
from hegao.words.patterns import one_of
from hegao.words.vocabulary import duty_words

_HAN = "\u3400-\u9fff"
_DOUBTFUL = "doubtful"
#: What a list below is led in by: 如下, 以下工作; not 3年以下的.
_LEADS = Pattern(
    rf"(?:如下|(?<![\d年月日元吨人岁级百万亿%米度])(?:以下|下列)[{_HAN}]{{2,10}}(?<!之一))(?P<at>[。，、])$"
)
#: A line that begins with a label: 注；, 联系人，.
_LINE_LABEL = Pattern(rf"[ \u3000（]*(?P<label>注|备注|说明|附注|联系人|联系电话|联系地址|咨询电话|监督电话|举报电话|电子邮箱|邮箱|地址|传真|时间|地点|填表人|填报单位|填表单位|单位负责人|附件)(?P<at>[；，。、,;])(?=[ \u3000]*(?:[{_HAN}\d《“（]))")
#: A label of duties with another mark: （责任单位，市水利局；完成时限：长期）.
_DUTY_LABEL = Scanner(lambda: rf"(?:^|(?<=[（〔【\[；;，。]))[ \u3000]*(?P<label>{_labels()})(?P<at>[；，。,;])(?=[{_HAN}\d])(?!{_labels()})", sign="[位门限间求人导][；，。,;]")
#: Paragraphs that begin with a number of a stage, the mark behind it, the words of the stage, and the mark behind these.
_STAGE = Pattern(rf"(?P<number>第[一二三四五六七八九十]{{1,2}})(?P<kind>阶段|环节|步骤?|轮|批|场|季度|档|类)(?P<note>（[^（）]{{2,30}}）)?(?P<mark>[：，。、；\s]|(?=[{_HAN}]))(?:(?P<words>[^，。：；（）]{{2,20}}(?:（[^（）]{{2,40}}）)?)(?P<stop>[。，：；]))?")
_FEWEST = 2
#: The clause of duties at the end of a text, no stop before or behind it.
_DUTIES = Pattern(lambda: rf"(?P<before>[{_HAN}\d%％”）》。！])(?P<clause>[（〔【\[][^（）〔〕【】\[\]]*(?:[（〔][^（）〔〕]*[）〕][^（）〔〕【】\[\]]*)*(?:{one_of(duty_words('label', 'lead', 'responsible', 'coop'))})[^（）〔〕【】\[\]]*(?:[（〔][^（）〔〕]*[）〕][^（）〔〕【】\[\]]*)*[）〕】\]])(?P<behind>[。；]?)$")


def _labels() -> str:
    return rf"(?:{body_label('label', 'lead', 'responsible', 'coop')}{LABEL_ASIDE}|{TIME_LABEL}|{PERSON_LABEL})"


def marks_behind_labels(context: Context) -> Iterator[Hit]:
    """The labels and leads with a wrong mark, and the measures without a stop; ``fault`` is ``doubtful`` where another way may be meant."""
    for found in context.once(running_words).find(_DUTY_LABEL, "heading", "paragraph", "row"):
        yield _hit(found.passage, found.match.span("at"), "：", False)
    for part in context.document.parts:
        for node in part.nodes:
            label = _LINE_LABEL.match(node.text.value) if isinstance(node, Paragraph) else None
            if label is not None:
                yield _hit(node.text, label.span("at"), "：", False)
        yield from _stages(part)
    yield from _measures(context.document)


def leads_of_lists(document: Document) -> Iterator[Hit]:
    """What leads in a list below with another mark than a colon."""
    for part in document.parts:
        for node, following in zip_longest(part.nodes, part.nodes[1:]):
            if not isinstance(node, Heading | Paragraph):
                continue
            leads = _LEADS.search(node.body.value)
            if leads is not None and (leads["at"] != "。" if leads[0].startswith("如下") else _begins_list(node, following, leads["at"])):
                yield _hit(node.body, leads.span("at"), "：", False)


_ITEM = Pattern(r"一是|首先|表\s*[\d一二三四五六七八九十]|附表|[（(]?单位[：:]")


def _begins_list(node: Node, following: Node | None, mark: str) -> bool:
    """Whether the items are told in what follows; 通知如下。 may stand over headings (一、)."""
    if isinstance(following, Heading):
        return following.number == 1 and (following.parent is node or isinstance(node, Paragraph)) and (mark != "。" or following.style not in ("han", "han-paren", "chapter", "article"))
    return isinstance(following, Table) or isinstance(following, Paragraph) and _ITEM.match(following.text.value) is not None


def _stages(part: Part) -> Iterator[Hit]:
    """The one stage whose label, or whose words, have another mark behind than those of all others."""
    series: dict[str, list[tuple[Text, re.Match[str]]]] = defaultdict(list)
    for node in part.nodes:
        if isinstance(node, Heading | Paragraph):
            start = len(node.label) if isinstance(node, Heading) and not node.label.startswith("第") else 0
            match = _STAGE.match(node.body.value, start)
            if match is not None:
                series[match["kind"]].append((node.body, match))
    for stages in series.values():
        odd = _odd(stages, "mark")
        yield from odd
        if not odd:
            yield from _odd([stage for stage in stages if stage[1]["words"] and stage[1].end() < len(stage[0].value.rstrip())], "stop")


def _odd(stages: Sequence[tuple[Text, re.Match[str]]], group: str) -> list[Hit]:
    counted = Counter(match[group] for _text, match in stages)
    (usual, many), *others = counted.most_common() or [("", 0)]
    if many < _FEWEST or len(others) != 1 or others[0][1] != 1 or not usual.strip():
        return []
    text, match = next((text, match) for text, match in stages if match[group] != usual)
    return [_hit(text, match.span(group), usual, False)] if match[group].strip() else []


def _measures(document: Document) -> Iterator[Hit]:
    """The one measure whose text ends without a stop before its clause of duties, and that has none behind it, where all others have one of the two."""
    found = []
    for part in document.parts:
        for node in part.nodes:
            match = _DUTIES.search(node.body.value) if isinstance(node, Heading | Paragraph) else None
            if match is not None and isinstance(node, Heading | Paragraph):
                found.append((node.body, match))
    stopped = [match for _text, match in found if match["before"] in "。！" or match["behind"]]
    bare = [(text, match) for text, match in found if match["before"] not in "。！" and not match["behind"]]
    if stopped and len(bare) == 1 and "，" in bare[0][0].value:
        text, match = bare[0]
        before = any(one["before"] == "。" for one in stopped)
        place = match.start("clause") if before else match.end("clause")
        yield _hit(text, (place, place), "。", False)


def _hit(text: Text, span: tuple[int, int], right: str, doubtful: bool) -> Hit:
    start, end = span
    seen = text.slice(max(0, start - 4), min(len(text), end + 2))
    written, left = seen.value, start - max(0, start - 4)
    shown = written[:left] + right + written[left + end - start :]
    at = text.slice(start, end)
    return Hit(seen, {"written": written, "right": shown, "fault": _DOUBTFUL if doubtful else ""}, edits=edit_at(at, right, False) if end > start else (), about=(at,) if end > start else (seen,))
