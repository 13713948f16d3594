"""The marks of titles: 〈〉 for a title within a title, 《》 for < > from another key, ‘ ’ for a quotation within a quotation (GB/T 15834—2011, 4.8.3.4, 4.15; norms TTL-07, TTL-08)."""

from __future__ import annotations

from collections.abc import Iterator

from hegao.checks.base import Context, Hit
from hegao.checks.shared.passages import edit_at, running
from hegao.sources.lazy_pattern import Pattern
from hegao.sources.scanner import Scanner
from hegao.sources.text import Text

#: 《关于审批《江河市规划》的请示》
_WITHIN = Scanner(r"(?<=《)(?P<before>[^《》〈〉]{1,60})《(?P<name>[^《》]{2,80})》(?=[^《》]{1,40}》)", sign="《[^》]*《")
#: <供水条例>, <<供水条例>>
_ANGLED = Scanner(r"(?:(?<![<＜])(?:<<|＜＜)|[<＜〈{｛])(?P<name>[\u3400-\u9fff（\d][^<>＜＞〈〉《》{}｛｝。；]{1,60}[\u3400-\u9fff）”])(?:>>|＞＞|[>＞〉}｝])")
#: 〈市、区〉: a remark within brackets.
_LEVELS_ASIDE = Pattern("^[^、]{1,3}、[^、]{1,3}$")
#: “分级负责、“两上两下””: the outer quotation opens and closes around the inner one.
_QUOTED_WITHIN = Scanner(r"“(?:(?P<before>[^“”]{0,60})(?P<first>“(?P<name>[^“”]{1,30})”)[^“”]{1,60}|[^“”]{1,60}(?P<last>“(?P<end>[^“”]{1,30})”))”", sign="“[^”]*“")


def title_marks(context: Context) -> Iterator[Hit]:
    """Titles within titles, titles between other marks, quotations within quotations; ``fault`` says which."""
    text = context.once(running)
    for found in text.find(_WITHIN):
        yield _hit(found.at(), f"{found.match['before']}〈{found.match['name']}〉", "inner")
    for found in text.find(_ANGLED):
        before = found.match.string[: found.match.start()]
        if before.count("《") == before.count("》") and not _LEVELS_ASIDE.search(found.match["name"]):
            yield _hit(found.at(), f"《{found.match['name']}》", "angled")
    for found in text.find(_QUOTED_WITHIN):
        before = found.match.string[: found.match.start()]
        if before.count("“") == before.count("”"):
            group, name = ("first", "name") if found.match["first"] else ("last", "end")
            yield _hit(found.at(group), f"‘{found.match[name]}’", "quoted")


def _hit(at: Text, right: str, fault: str) -> Hit:
    return Hit(at, {"fault": fault, "mark": at.value, "other": "", "right": right}, edits=edit_at(at, right, False))
