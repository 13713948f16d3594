"""Masking: what rules on wording and marks must not look into.

Titles in 《》, short quotations, document numbers, codes, e-mail addresses and web addresses are not the
drafter's own running text.  A masked text has the same length, so offsets stay right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hegao.sources.patterns import Pattern

#: Stands for one masked character; belongs to no script and is no mark.
MASK = "\ue000"

#: Longer quotations are whole paragraphs of another text, or a mark that was lost: too much to hide.
_LONGEST = 240

_TITLE = Pattern(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_QUOTE = Pattern("“[^“”]*”|「[^「」]*」")
_ADDRESS = Pattern(
    r"""
    (?:https?|ftp)://[!-~]+ | www\.[!-~]+                                   # web address
  | [A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+                      # e-mail address
  | &(?:[a-z]{2,8}|\#\d{2,5});                                              # character entity left by a web page
  | [〔﹝［\[（(【]\s*(?:19|20)?\d\d\s*[〕﹞］\])）】]\s*第?\s*\d{1,5}\s*号   # number of a document
  | [A-Z]{1,4}(?:/[A-Z]{1,2})?\s?\d{2,6}(?:\.\d+)?[-—–]\d{2,4}(?!\d)      # number of a standard: GB/T 9704—2012
    """,
    re.VERBOSE,
)
#: Codes, file names, decimals, times.
_CODE = Pattern(r"[A-Za-z0-9]+(?:[-_./:][A-Za-z0-9]+)+")


def _hide(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _hide_inside(match: re.Match[str]) -> str:
    written = match[0]
    return written if len(written) > _LONGEST else written[0] + MASK * (len(written) - 2) + written[-1]


@lru_cache(maxsize=4096)
def mask_names(text: str) -> str:
    """``text`` with titles, quotations, numbers of documents and addresses replaced by ``MASK``, at the same length.

    The marks 《》 and “” themselves stay, for the marks beside them are the drafter's own.
    """
    masked = text
    if "《" in masked:
        masked = _TITLE.sub(_hide_inside, masked)
    if "“" in masked or "「" in masked:
        masked = _QUOTE.sub(_hide_inside, masked)
    return _ADDRESS.sub(_hide, masked)


@lru_cache(maxsize=4096)
def mask(text: str) -> str:
    """As ``mask_names``, and codes, file names, decimals and times masked too."""
    return _CODE.sub(_hide, mask_names(text))
