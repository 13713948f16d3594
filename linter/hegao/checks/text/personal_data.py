"""Personal data (个人信息): identity numbers and mobile phones (norms LAN-08)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hegao.checks.base import Context, Hit, check
from hegao.checks.shared.passages import running_without_names
from hegao.document.model import Node
from hegao.sources.scanner import Scanner

_SUSPECT = Scanner(r"(?<![0-9A-Za-z.\-/])(?:(?P<identity>[1-8]\d{16}[\dXx])|(?P<mobile>1[3-9]\d{9}))(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_identity_number(number: str) -> bool:
    """Whether 18 characters are an identity number: a day of birth that exists and the right check digit (GB 11643)."""
    if len(number) != 18 or not number[:17].isdigit():
        return False
    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    remainder = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11
    return "10X98765432"[remainder] == number[17].upper()


@check("personal-data", nodes={"document"}, facts=("shown",))
def personal_data(_node: Node, context: Context) -> Iterator[Hit]:
    """Identity numbers and mobile phones.  Fact: ``shown``, the number with its middle starred out."""
    for found in context.once(running_without_names).find(_SUSPECT):
        number = found.match[0]
        if found.match["mobile"] or is_identity_number(number):
            yield Hit(found.at(), {"shown": number[:3] + "*" * (len(number) - 7) + number[-4:]})
