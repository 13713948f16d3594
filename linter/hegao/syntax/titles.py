"""Titles: what a title ends with, which lines may be one, and when two are the same."""

from __future__ import annotations

from functools import lru_cache

from hegao.sources.lazy_pattern import Pattern
from hegao.syntax.line_kinds import PLAIN
from hegao.syntax.lines import Line

#: Words that a title ends with (文种 and what notices issue); such a line is whole.
GENRES = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|答复|纪要|条例|规定|办法|细则|方案|计划|要点|规划|预案|措施|制度|规则|"
    "章程|清单|名单|目录|名录|一览表|分工表|任务表|汇总表|表|标准|指南|规范|工程|总结|讲话|安排|办理|意见书|承诺书|须知|说明|导则|规程|守则|公约"
)
TITLE_END = Pattern(rf"(?:{GENRES})(?:》|〉|”)?(?:[（(][^（）()]{{1,20}}[）)])?$")
#: Genres of documents (条例第八条), and what else stands alone as a published text.
DOCUMENT_END = Pattern(
    r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|答复|纪要|条例|规定|办法)(?:》)?(?:[（(][^（）()]{1,20}[）)])?$"
)
ABOUT = Pattern(r"关于|印发|转发|批转|公布|颁发|发布|公示|统计公报|^对|提案")
SENTENCE_END = ("。", "；", "！", "？")
_MARKS = Pattern(r"[《》〈〉“”（）()\s*]")


def whole_title(text: str) -> bool:
    """Whether the words end as a title does, no mark in them left open."""
    return bool(TITLE_END.search(text)) and text.count("《") == text.count("》")


def titleish(line: Line) -> bool:
    """Whether a line may be the title of an issued text: short, no sentence, no list."""
    text = line.squeezed
    return line.kind in PLAIN and line.cells is None and 2 <= len(text) <= 80 and text[-1] not in "。；：，、！？:;" and "：" not in text


@lru_cache(maxsize=4096)
def _letters(title: str) -> str:
    """A title without its marks; the same few titles are held against many lines."""
    return _MARKS.sub("", title)


def alike(found: str, name: str) -> bool:
    """Whether a title is the one announced: equal but for marks and the issuer, or nearly so."""
    a, b = _letters(found), _letters(name)
    if not a or not b:
        return False
    if a == b or a.endswith(b) or (b.endswith(a) and len(a) * 3 >= len(b) * 2):
        return True
    if abs(len(a) - len(b)) > max(2, len(b) // 8) or len(b) < 8:
        return False
    same = sum(1 for x, y in zip(a, b, strict=False) if x == y)
    tail = sum(1 for x, y in zip(reversed(a), reversed(b), strict=False) if x == y)
    return max(same, tail) * 10 >= len(b) * 9 or (same + tail) * 10 >= 19 * min(len(a), len(b))
