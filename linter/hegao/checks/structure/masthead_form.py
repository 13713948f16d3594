"""What stands in the masthead beside mark and number: degree of secrecy and its time, urgency, signers (norms HED-09 to HED-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hegao.document.model import Document
from hegao.phrases.numbers import value_of
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.text import Text
from hegao.sources.white_space import unspaced
from hegao.words.patterns import one_of
from hegao.words.vocabulary import element_words

_ANY_SECRECY = (*element_words("secrecy"), *element_words("secrecy-slip"))
_SECRECY = Pattern(rf"^(?:密级[：:])?(?P<word>[\u3400-\u9fff]{{1,6}}(?=★)|{one_of(_ANY_SECRECY)})(?P<star>[★☆＊*：:]?)(?P<time>.{{0,8}})$")
#: A time of secrecy: 10年, 6个月, 长期, or the day or event that ends it.
_TIME = Pattern(r"^(?P<figure>[\d一二三四五六七八九十两拾]+)(?P<unit>年|个月|月|天|日)$")
_FIGURES = Pattern(r"^\d+$")
_STAR = "★"
#: So many of them make a year.
_UNITS = {"个月": 12, "月": 12, "天": 365, "日": 365}
#: Other ends of secrecy: 长期, a day, or what makes it public.
_OTHER_END = Pattern(r"长期|年.*月|[后前止]$|解密|公布|启用")
_URGENCY = Pattern(
    rf"^(?:紧急程度[：:])?(?P<word>{one_of((*element_words('urgency'), *element_words('urgency-slip')))}|(?<=[：:]).{{1,6}}|(?=.{{0,6}}(?:[急速快]|办[理结]|优先))[\u3400-\u9fff！!]{{1,8}})$"
)
#: Degrees of urgency of a telegram alone.
_OF_TELEGRAMS, _TELEGRAM = ("特提", "平急"), Pattern("电|传真")
_SIGNER = Pattern(rf"^(?P<word>{one_of((*element_words('signer'), *element_words('signer-slip')))})(?P<colon>[：:]?)(?P<names>.*)$")
_BETWEEN_NAMES = Pattern(r"[：:]|[、，,；;/]|(?<=[\u3400-\u9fff]{2})[和与及](?=[\u3400-\u9fff]{2})")


class Misplaced(NamedTuple):
    """A line of the masthead that is not written as it should be: its place, and how it should."""

    at: Text
    right: str


def masthead_slips(document: Document, years: Sequence[int]) -> Iterator[Misplaced]:
    """The slips in the lines of the masthead; ``years`` are the longest times of secrecy, by degree from the highest."""
    for line in document.masthead:
        value = unspaced(line.text.value)
        right = _secrecy(value, years) or _urgency(value, document) or _signers(value)
        if right:
            yield Misplaced(line.text, right)


def is_secret(document: Document) -> Text | None:
    """The line that tells the degree of secrecy; None where there is none."""
    return next((line.text for line in document.masthead if unspaced(line.text.value).removeprefix("密级：").startswith(element_words("secrecy"))), None)


def _secrecy(value: str, years: Sequence[int]) -> str:
    """What a degree of secrecy and its time should be; empty where nothing is wrong with them."""
    match = _SECRECY.match(value)
    if match is None or not match["star"] and not match["time"]:
        return ""
    degrees = element_words("secrecy")
    if match["word"] not in degrees:
        return f"密级分为{'、'.join(degrees)}，后标“★”和保密期限"
    if match["star"] != _STAR:
        return "密级和保密期限之间用“★”隔开"
    time = _TIME.match(match["time"])
    if time is None:
        return "" if _OTHER_END.search(match["time"]) else "“★”后应标保密期限，如“10年”“长期”"
    if not _FIGURES.match(time["figure"]):
        return "保密期限中的数字用阿拉伯数字"
    longest = dict(zip(degrees, years, strict=False)).get(match["word"])
    told = (value_of(time["figure"]) or 0) / _UNITS.get(time["unit"], 1)
    return f"{match['word']}级的保密期限不超过{longest}年" if longest is not None and told > longest else ""


def _urgency(value: str, document: Document) -> str:
    """What a degree of urgency should be; those of telegrams are none of other documents."""
    match = _URGENCY.match(value)
    if match is None:
        return ""
    degrees = element_words("urgency")
    if match["word"] not in degrees:
        return "紧急程度分为特急、加急"
    numbered = document.number.text.value if document.number is not None else ""
    telegram = _TELEGRAM.search(numbered + "".join(line.text.value for line in document.masthead))
    return "公文的紧急程度分为特急、加急，特提、平急只用于电报" if match["word"] in _OF_TELEGRAMS and telegram is None else ""


def _signers(value: str) -> str:
    """How the line of signers should be written."""
    match = _SIGNER.match(value)
    if match is None or not match["names"]:
        return ""
    if match["word"] not in element_words("signer"):
        return "标“签发人”三字，后标全角冒号和姓名"
    if not match["colon"]:
        return "“签发人”后标全角冒号"
    return "几位签发人的姓名之间空一字，不加标点" if _BETWEEN_NAMES.search(match["names"]) else ""
