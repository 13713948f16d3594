"""Slips that are made in generated documents, one of the kinds that a checker marks."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Slip:
    """What is put in place of the first match of a pattern; the rule that marks it bears the slip's name."""

    pattern: re.Pattern[str]
    wrong: str

    def make(self, text: str) -> str:
        """The text with the slip; raises ``ValueError`` where there is no place for it."""
        marred, times = self.pattern.subn(self.wrong, text, count=1)
        if not times:
            raise ValueError(f"no place for {self.pattern.pattern}")
        return marred


def _slip(pattern: str, wrong: str) -> Slip:
    return Slip(re.compile(pattern), wrong)


#: By the name of the rule that is to mark the slip.
SLIPS = {
    "deadline-missing": _slip(r"；完成时限：[^）]*", ""),
    "unit-duplicate": _slip(r"配合单位：(市\w+)", r"配合单位：\1、\1"),
    "number-malformed": _slip(r"〔(\d{4})〕", r"[\1]"),
    "date-past": _slip(r"完成时限：\d{4}年", "完成时限：2009年"),
    "heading-gap": _slip("　　三、", "　　五、"),
    "bracket": _slip("市直各有关部门", "市直各有关部门（单位"),
}
