"""Whether rules say from when on and how long they hold (施行日期、有效期), and whether that is as long as usual (norms NOR-01, NOR-03)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.document.model import Document, Heading, Paragraph, Part
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_TERM = Scanner(r"(?:有效期(?:限)?(?:为|是)?|试行期?(?:为)?|暂行期?(?:为)?)(?P<at>(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,2})年)", sign="有效期|试行|暂行")
_HOLDS = Pattern(r"施行|实施|生效|执行|试行(?!）)|(?:起|从)(?:开始)?实行|印发之日")
_IN_FORCE = Pattern(r"(?:自|从|于)[^，。；]{2,30}(?:起|日)?，?(?:正式|试)?(?:施行|实施|生效|执行|试行|实行)|之日起|有效期")
_TRIAL = ("试行", "暂行")
#: Of their text: what is only tried holds two years, other rules five.
_LONGEST_TRIAL, _LONGEST = 2, 5
_RULES = Pattern(r"(?:办法|规定|细则|规则)(?:[（(](?:试行|暂行)[）)])?$")
_FEWEST_ARTICLES = 3
_OF_THIS = Pattern(r"本(?:办法|规定|细则|规则|通知|意见|制度|文件|方案)|(?:办法|规定|细则|规则)》|^第[^条]{1,4}条|起(?:施行|实施|执行)")


class Told(NamedTuple):
    """A place, what is usual or missing, and the fault."""

    at: Text
    usual: str
    fault: str


def effect_told(context: Context) -> Iterator[Told]:
    """The terms that are too long, or told without the day from which they count; rules without any."""
    text = context.once(bodies)
    titles = _titles(context.document)
    for found in text.find(_TERM):
        years, sentence = value_of(found.match["years"]), found.sentence()
        if not _OF_THIS.search(sentence):
            continue
        if "有效期" in found.match[0] and not _HOLDS.search(text.text):
            yield Told(found.at(), "自×年×月×日起施行", "never")
            return
        trial = any(word in titles or word in sentence for word in _TRIAL)
        if years > (_LONGEST_TRIAL if trial else _LONGEST) and not (trial and "试行" in found.match[0]):
            yield Told(found.at("at"), "一般不超过2年" if trial else "一般不超过5年", "long")
    for part in context.document.parts:
        yield from _without_day(part, context.document)


def _titles(document: Document) -> str:
    named = [document.title, *(part.title for part in document.parts)]
    return "".join(title.text.value for title in named if title is not None)


def _without_day(part: Part, document: Document) -> Iterator[Told]:
    """Rules made of articles that nowhere say from when on they hold."""
    title = part.title or (document.title if part.role == "main" else None)
    articles = [node for node in part.nodes if isinstance(node, Heading) and node.style == "article"]
    if title is None or not _RULES.search(title.text.value) or len(articles) < _FEWEST_ARTICLES:
        return
    said = [node.body.value for node in document.of("heading", "paragraph") if isinstance(node, Heading | Paragraph)]
    if not any(_IN_FORCE.search(value) for value in said):
        last = articles[-1]
        yield Told(last.text.slice(0, len(last.label)), "自×年×月×日起施行", "never")
