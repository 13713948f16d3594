"""Steps of making a document in the wrong order (制定程序颠倒): decided upon before its legal review, or without it (norm NOR-07)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import running_without_names
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_REVIEW = "(?:合法性|合规性|法制|公平竞争)(?:审[核查]|评估)"
_DECIDED = "(?:审议|讨论|研究|通过|决定|会议|印发|发布|公布|签发|出台|施行)"


class Step(NamedTuple):
    """Where it is told, which step, and which one should come behind it."""

    at: Text
    step: str
    before: str


#: 审议通过后再送合法性审核, 印发后补办合法性审核, 未经合法性审核直接提请审议.
_TURNED = Scanner(
    rf"{_DECIDED}[^。；，]{{0,6}}(?:后|之后|以后)，?(?:再|方|才)?[^。；，]{{0,16}}?{_REVIEW}"
    rf"|补(?:办|做|交|报|充)?[^。；，]{{0,6}}?{_REVIEW}"
    rf"|(?:不经|未经|免于|跳过|无需|不再进行|不进行|可不)[^。；，]{{0,6}}?{_REVIEW}[^。；]{{0,10}}?(?:直接|提[请交]|审议|印发|上会)"
    rf"|先(?:提[请交]|经|由|报|上)[^。；]{{0,24}}?(?:审议|讨论|会议)[^。；]{{0,16}}?(?:再|后)[^。；]{{0,10}}?{_REVIEW}",
    sign=_REVIEW,
)
_FORBIDDEN = Pattern("不得|不能|禁止|严禁|防止|避免|杜绝|不予|纠正|退回|存在|问题|修[改订]后")


def steps_amiss(context: Context) -> Iterator[Step]:
    """The places that put the review behind what it is made for."""
    for found in context.once(running_without_names).find(_TURNED, "heading", "paragraph", "row"):
        if not _FORBIDDEN.search(found.sentence()):
            yield Step(found.at(), "合法性审核", "集体审议、印发")
