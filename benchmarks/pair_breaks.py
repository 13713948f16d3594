"""Brackets, title marks and quotation marks broken, and the marks of lists, labels and stretches."""

from __future__ import annotations

import re

from benchmarks.breaks import Way, replaced

_HAN = "\u3400-\u9fff"
_ROUND = re.compile(r"（[^（）〔〕“”《》]{2,40}）")
_QUOTED = re.compile(rf"“[{_HAN}\d、]{{2,16}}”")
_TITLE = re.compile(r"《[^《》〈〉“”（）]{4,40}》")
_NOTED = re.compile(rf"《[{_HAN}]{{4,30}}（[^（）]{{2,12}}）》")
_DEFINED = re.compile(r"（以下[统简]?[^（）]{0,3}称[“《][^”》）]{1,16}[”》]）")
_YEAR = re.compile(r"〔20\d\d〕(?=\d{1,4}号)")
_AND_SO_ON = re.compile(rf"(?<=、)[{_HAN}]{{2,8}}等(?![待候级])(?=[{_HAN}]{{2}})")
_LABEL = re.compile(r"(?:责任单位|牵头单位|配合单位|完成时限|联系人|联系电话)：(?=[\u3400-\u9fff\d])")
_CLOCK = re.compile(r"(?<![\d:：])\d{1,2}[:：]\d\d(?![\d:：])")
_CLOCKS = re.compile(r"(?<=\d[:：]\d\d)—(?=\d{1,2}[:：]\d\d)")
_DAYS = re.compile(r"(?<=\d[年月日])—(?=\d)")
_EXCEPT = re.compile(r"(?<=另有规定)外(?=，)|(?<=另有规定的)外(?=，)")
_FROM = re.compile(r"(?<=日)起(?=施行|实施|执行)")


#: The ways to break them, by what is done.
PAIR_WAYS: dict[str, Way] = {
    "a round bracket never closed": replaced(_ROUND, lambda match: match[0][:-1]),
    "a round bracket never opened": replaced(_ROUND, lambda match: match[0][1:]),
    "a round bracket closed by another kind": replaced(_ROUND, lambda match: f"{match[0][:-1]}〕"),
    "a round bracket closed twice": replaced(_ROUND, lambda match: f"{match[0]}）"),
    "a round bracket closed by half width": replaced(_ROUND, lambda match: f"{match[0][:-1]})"),
    "a quotation never closed": replaced(_QUOTED, lambda match: match[0][:-1]),
    "a quotation never opened": replaced(_QUOTED, lambda match: match[0][1:]),
    "a quotation closed as it opens": replaced(_QUOTED, lambda match: f"{match[0][:-1]}“"),
    "a quotation closed by a single mark": replaced(_QUOTED, lambda match: f"{match[0][:-1]}’"),
    "a quotation opened twice": replaced(_QUOTED, lambda match: f"“{match[0]}"),
    "a quotation in straight marks": replaced(_QUOTED, lambda match: f'"{match[0][1:-1]}"'),
    "a title never opened": replaced(_TITLE, lambda match: match[0][1:]),
    "a title closed by a single mark": replaced(_TITLE, lambda match: f"{match[0][:-1]}〉"),
    "a title between signs of less and greater": replaced(_TITLE, lambda match: f"<{match[0][1:-1]}>"),
    "a note and its title crossed": replaced(_NOTED, lambda match: f"{match[0][:-2]}》）"),
    "a term and its brackets crossed": replaced(_DEFINED, lambda match: f"{match[0][:-2]}）{match[0][-2]}"),
    "a term's brackets never closed": replaced(_DEFINED, lambda match: match[0][:-1]),
    "a comma before 等": replaced(_AND_SO_ON, lambda match: match[0].replace("等", "，等")),
    "a label with a comma": replaced(_LABEL, lambda match: f"{match[0][:-1]}，"),
    "a time with two colons": replaced(_CLOCK, lambda match: re.sub("[:：]", "：:", match[0])),
    "hours with two hyphens between": replaced(_CLOCKS, lambda match: "--"),
    "days with two dashes between": replaced(_DAYS, lambda match: "——"),
    "除 without 外": replaced(_EXCEPT, lambda match: ""),
    "自 without 起": replaced(_FROM, lambda match: ""),
    "a year in two kinds of brackets": replaced(_YEAR, lambda match: f"{match[0][:-1]}】"),
}
