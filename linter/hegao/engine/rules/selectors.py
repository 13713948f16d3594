"""What a selector may ask of a node: closed fields, those with a fixed set of values.

More than equality on these is the work of a check.
"""

from __future__ import annotations

from typing import Any

#: The genres that the model tells: the statutory ones (党政机关公文处理工作条例 第八条) and those of rules issued.
_GENRES = (
    "命令（令）",
    "函",
    "决议",
    "决定",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "纪要",
    "条例",
    "规定",
    "办法",
)

#: Kind of node → field → values.
FIELDS: dict[str, dict[str, tuple[Any, ...]]] = {
    "document": {"genre": _GENRES, "in_gazette": (True, False)},
    "heading": {
        "style": ("part", "chapter", "section", "article", "han", "han-paren", "digit", "digit-paren", "circled", "decimal", "plain"),
        "runs_on": (True, False),
    },
    "task": {"form": ("clause", "row", "sentence")},
    "date": {"role": ("issue", "imprint", "text")},
    "number": {"own": (True, False)},
}


def kinds() -> set[str]:
    """The kinds of node that there are, by the model."""
    from hegao.document.model import Node

    found: set[str] = set()
    classes = Node.__subclasses__()
    while classes:
        node = classes.pop()
        found.add(node.kind)
        classes.extend(node.__subclasses__())
    return found
