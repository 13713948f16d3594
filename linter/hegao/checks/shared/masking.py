"""Masking: what rules on wording and marks must not look into.

Titles in 《》, short quotations, document numbers, codes, e-mail addresses and web addresses are not the
drafter's own running text.  A masked text has the same length, so offsets stay right.  Nothing is masked across the end of a
line, so a whole document, a passage a line, may be masked at once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hegao.sources.scanner import Scanner
from hegao.words.building_blocks import terminal

#: Stands for one masked character; belongs to no script and is no mark.
MASK = "\ue000"

#: Longer quotations are whole paragraphs of another text, or a mark that was lost: too much to hide.
_LONGEST = 240

#: A title in its marks, another one within.
TITLE = r"《[^《》]*(?:《[^《》]*》[^《》]*)*》"
_TITLES = Scanner(TITLE)
#: A title without its marks in a list of documents: 云岭县人民政府批转县粮食局关于…意见的通知（云政发〔2003〕12号）.
_LISTED_TITLE = Scanner(
    lambda: rf"[^，。；：、《》（）()“”\n\d]{{2,40}}(?:关于|印发|批转|转发)[^，。；：《》\n]{{2,80}}?(?=[（(][^，。；、（）()\n]{{2,12}}{terminal('_OPENING')}\s*{terminal('_YEAR')}\s*{terminal('_CLOSING')}\s*{terminal('_SERIAL')}\s*号[）)])"
)
#: A quotation; not the words that a decision gives a provision (修改为：“…”), which are the drafter's own.
_QUOTATION = Scanner(r"(?<!改为：)(?<![条款项目]：)“[^“”]*”|「[^「」]*」")
_ADDRESSES = (
    Scanner(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+"),
    Scanner(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    # A character entity left by a web page.
    Scanner(r"&(?:[a-z]{2,8}|#\d{2,5});"),
    # The number of a document, without its code.
    Scanner(
        lambda: (
            rf"{terminal('_OPENING')}\s*{terminal('_YEAR')}\s*{terminal('_CLOSING')}\s*第?\s*{terminal('_SERIAL')}\s*号"
        )
    ),
    # The number of a standard: GB/T 9704—2012.
    Scanner(r"[A-Z]{1,4}(?:/[A-Z]{1,2})?\s?\d{2,6}(?:\.\d+)?[-—–]\d{2,4}(?!\d)"),
)
#: Codes, file names, decimals, times.
_CODE = Scanner(r"(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-_./:][A-Za-z0-9]+)+")


def _hide(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _hide_inside(match: re.Match[str]) -> str:
    written = match[0]
    return written if len(written) > _LONGEST else written[0] + MASK * (len(written) - 2) + written[-1]


def mask_names(text: str) -> str:
    """``text`` with titles, quotations, numbers of documents and addresses replaced by ``MASK``, at the same length.

    The marks 《》 and “” themselves stay, for the marks beside them are the drafter's own.
    """
    masked = _LISTED_TITLE.sub(_hide, _QUOTATION.sub(_hide_inside, _TITLES.sub(_hide_inside, text)))
    for address in _ADDRESSES:
        masked = address.sub(_hide, masked)
    return masked


def mask_codes(text: str) -> str:
    """``text`` with codes, file names, decimals and times masked."""
    return _CODE.sub(_hide, text)


@lru_cache(maxsize=256)
def mask(text: str) -> str:
    """As ``mask_names``, and codes masked, too; for single texts, of which several rules ask for the same one in a row."""
    return mask_codes(mask_names(text))
