"""Masking: what rules on wording and marks must not look into.

Titles in 《》, short quotations, document numbers, codes, e-mail addresses and web addresses are not the
drafter's own running text.  A masked text has the same length, so offsets stay right.  Nothing is masked across the end of a
line, so a whole document, a passage a line, may be masked at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hegao.checks.shared.marked_lines import lines_with, patterns
from hegao.sources.lazy_pattern import Pattern

#: Stands for one masked character; belongs to no script and is no mark.
MASK = "\ue000"

#: Longer quotations are whole paragraphs of another text, or a mark that was lost: too much to hide.
_LONGEST = 240

_TITLE = Pattern(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_CURLED = Pattern(r"“[^“”\n]*”")
_CORNERED = Pattern(r"「[^「」\n]*」")
_QUOTE = Pattern(r"“[^“”\n]*”|「[^「」\n]*」")
#: Addresses and numbers, each with marks of which a line that has one has some.
_ADDRESSES = (
    (patterns("://", r"www\."), Pattern(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+")),
    (patterns("@"), Pattern(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    # A character entity left by a web page.
    (patterns("&"), Pattern(r"&(?:[a-z]{2,8}|#\d{2,5});")),
    # The number of a document, without its code.
    (
        patterns(r"号(?<=[\d\s]号)"),
        Pattern(r"[〔﹝［\[（(【][^\S\n]*(?:19|20)?\d\d[^\S\n]*[〕﹞］\])）】][^\S\n]*第?[^\S\n]*\d{1,5}[^\S\n]*号"),
    ),
    # The number of a standard: GB/T 9704—2012.
    (
        patterns(*(rf"{dash}(?<=\d{dash})\d\d" for dash in "-—–")),
        Pattern(r"[A-Z]{1,4}(?:/[A-Z]{1,2})?[^\S\n]?\d{2,6}(?:\.\d+)?[-—–]\d{2,4}(?!\d)"),
    ),
)
#: Codes, file names, decimals, times.
_CODE = Pattern(r"[A-Za-z0-9]+(?:[-_./:][A-Za-z0-9]+)+")
_JOINTS = patterns(*(rf"{joint}(?<=[A-Za-z0-9]{joint})[A-Za-z0-9]" for joint in ("-", "_", r"\.", "/", ":")))


def _hide(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _hide_inside(match: re.Match[str]) -> str:
    written = match[0]
    return written if len(written) > _LONGEST else written[0] + MASK * (len(written) - 2) + written[-1]


def _hide_all(pattern: Pattern, text: str, marks: Sequence[Pattern]) -> str:
    """The text with all that the pattern finds in the lines with one of the marks replaced by ``MASK``."""
    lines = lines_with(text, marks)
    if not lines:
        return text
    kept: list[str] = []
    at = 0
    for start, end in lines:
        kept += text[at:start], pattern.sub(_hide, text[start:end])
        at = end
    return "".join([*kept, text[at:]])


@lru_cache(maxsize=256)
def mask_names(text: str) -> str:
    """``text`` with titles, quotations, numbers of documents and addresses replaced by ``MASK``, at the same length.

    The marks 《》 and “” themselves stay, for the marks beside them are the drafter's own.
    """
    masked = text
    if "《" in masked:
        masked = _TITLE.sub(_hide_inside, masked)
    if "“" in masked or "「" in masked:
        quote = _CURLED if "「" not in masked else _CORNERED if "“" not in masked else _QUOTE
        masked = quote.sub(_hide_inside, masked)
    for marks, pattern in _ADDRESSES:
        masked = _hide_all(pattern, masked, marks)
    return masked


@lru_cache(maxsize=256)
def mask(text: str) -> str:
    """As ``mask_names``, and codes, file names, decimals and times masked too."""
    return _hide_all(_CODE, mask_names(text), _JOINTS)
