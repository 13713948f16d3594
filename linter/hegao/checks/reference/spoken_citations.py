"""Texts that are cited in words of the sentence alone: laws without 《》, what is repealed without its title, numbers padded as codes are (norms REF-01, REF-03)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running, running_without_names
from hegao.phrases.numbers import own_code
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text
from hegao.words.laws import STATE, law_of, replaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import genre_words, issuing_words


class Spoken(NamedTuple):
    """A citation in words of the sentence: where it stands, how it should be written, whether that is but a guess."""

    at: Text
    right: str
    doubtful: bool


#: 依据中华人民共和国水法等: the law by its whole title, which only 《》 set off from the sentence.
_LAW = Scanner(rf"(?P<title>{STATE}[\u3400-\u9fff]{{1,24}}?法)(?=等|的?(?:有关|相关|规定|要求)|第[一二三四五六七八九十百]+条|[、，。；和及与]|$)", sign=STATE)
#: 以前印发的方案同时废止: what is repealed must be known by its title.
_REPEALED = Scanner(
    lambda: (
        rf"(?:^|(?<=[，。；、]))(?P<said>(?:本[\u3400-\u9fff]{{2}}(?:施行|印发|实施|发布)(?:以)?前|以前|此前|过去|先前|之前|原来?|原先|旧的?)"
        rf"(?:由?[^，。；《》]{{0,8}}?{one_of((*issuing_words(), '制定', '出台', '施行'))})?的?(?:有关|相关|同类)?(?:各项)?{one_of((*genre_words(use='plan'), *genre_words(use='standing'), '规定', '文件', '通知', '预案', '制度', '政策'))}"
        rf"(?:自[^，。；]{{2,16}}起)?(?:同时|即行|一并|一律|相应|自行|均|全部|予以)*(?:废止|失效|停止执行))(?=[，。；]|$)"
    ),
    sign=r"废止|失效|停止执行",
)
#: 江水审〔2026〕048号: of what is examined or permitted some have numbers of this form, too.
_PADDED = Scanner(r"(?P<code>[\u3400-\u9fff]{2,10}[审批])〔(?P<year>20\d\d)〕0+(?P<serial>[1-9]\d{0,3})号", sign="〕0")


def spoken_citations(context: Context) -> Iterator[Spoken]:
    """The citations of the running text that lack their marks, their titles or the form of their numbers."""
    for found in context.once(running_without_names).find(_LAW, "heading", "paragraph", "row"):
        title = found.match["title"]
        if law_of(title) is not None or title in replaced():
            yield Spoken(found.at("title"), f"《{title}》", False)
    for found in context.once(running_without_names).find(_REPEALED, "heading", "paragraph"):
        yield Spoken(found.at("said"), "《文件标题》（发文字号）同时废止", True)
    for found in context.once(running).find(_PADDED):
        code = own_code(found.match["code"])
        right = f"{code}〔{found.match['year']}〕{found.match['serial']}号"
        yield Spoken(found.at().slice(len(found.match["code"]) - len(code)), right, True)

