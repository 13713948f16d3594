"""What a text promises without what makes it known (内容不全): a goal without its figure, an inspection without what is inspected (norms TSK-17, TSK-20)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegao.checks.base import Context
from hegao.checks.shared.passages import bodies
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

_MORE = "大幅度?|明显|显著|较大|进一步|有效|稳步|不断|持续|逐年|全面|大力|切实|较快|有所|大大"
_CHANGED = "提高|提升|增加|增长|上升|扩大|下降|降低|减少|缩短|改善|好转|提速|达标"


class Untold(NamedTuple):
    """What is missing, and where it shows."""

    element: str
    at: Text


#: 污水治理率明显提高, 满意度达到较高水平, 完成造林若干亩.
_GOAL = Scanner(
    rf"(?P<goal>[^，。；：、\d]{{1,24}}?(?:[率度量]|比[例重]|面积|规模|人数|数量|产值|收入|占比|次数|时长|时间)(?:较上年|较20\d\d年|比上年)?(?:得到|实现|有|要|将|力争)?(?:{_MORE})(?:的)?(?:{_CHANGED})"
    rf"|[^，。；：、\d]{{1,24}}?(?:率|度|比[例重])(?:达到|保持在|控制在|处于)(?:较高|较低|合理|先进|领先|较好|一定|国内|全[省国市])[^，。；\d]{{0,8}}?(?:水平|区间|范围|程度|前列)"
    rf"|(?:完成|新增|建成|改造|培训|发放|培育|整治|建设|修复)[^，。；、\d]{{0,8}}(?:若干|一批|一定数量的?)[个家处座名亩件套户吨所条公][^，。；、]{{0,8}})",
    sign=f"(?:{_MORE})的?(?:{_CHANGED})|水平|区间|范围|程度|前列|若干|一批|一定数量",
)
#: The figures are wanted of goals, and by when.
_BY_WHEN = Pattern(r"到20\d\d年|20\d\d年[^，。；]{0,6}前|“十[四五六]五”末|[力争实现确保][争现保][^。；]{0,4}|目标")
#: 开展专项督查: a dated inspection.
_INSPECTION = Scanner(r"(?:开展|组织|进行|实施)[^。；，、]{0,20}?专项(?:督查|督导检查|督察)(?=[，。；])", sign="督[查察导]")
_TOLD = Pattern("(?:督查|督导|督察|检查)(?:的)?(?:内容|对象|范围|重点|事项|清单|方式)|重点(?:督查|检查|督导|督察)|围绕|内容(?:为|包括)|对象(?:为|包括)")
_DATED = Pattern(r"\d月\d{1,2}日(?:至|到|—)")
_OF_WHAT = Pattern("对[^，。；]{2,}|围绕|针对|就[^，。；]{2,}")


def untold_content(context: Context) -> Iterator[Untold]:
    """The goals and inspections of a document of which the figure, or what is inspected, is told nowhere."""
    text = context.once(bodies)
    for found in text.find(_GOAL):
        sentence = found.sentence()
        if _BY_WHEN.search(sentence):
            yield Untold("目标的数值", found.at("goal"))
    for found in text.find(_INSPECTION):
        sentence = found.sentence()
        if _DATED.search(sentence) and not _OF_WHAT.search(sentence) and not _TOLD.search(text.text):
            yield Untold("督查的内容、对象和范围", found.at())


