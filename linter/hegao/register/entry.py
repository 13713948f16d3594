"""An entry of the register: a number, what it was given to, and how things stand with it."""

from __future__ import annotations

from typing import NamedTuple

#: Given to a document; kept for one that is not issued yet; not to be used any more.
ISSUED, RESERVED, VOID = "issued", "reserved", "void"
#: How people are told of these.
STATE_WORDS = {ISSUED: "已发", RESERVED: "留号", VOID: "作废"}


class Entry(NamedTuple):
    """A number in the register.

    ``body`` tells apart bodies that share a code (政发 of any town) and is empty for codes of one body.  ``day`` and ``repealed`` are
    written YYYY-MM-DD; what is not known is empty.  ``remark`` holds the reason where the number is void.
    """

    code: str
    year: int
    serial: int
    body: str = ""
    state: str = ISSUED
    title: str = ""
    day: str = ""
    issuer: str = ""
    signer: str = ""
    repealed: str = ""
    repealed_by: str = ""
    remark: str = ""

    @property
    def number(self) -> str:
        """The number as the standard writes it: 江政办发〔2026〕12号."""
        return f"{self.code}〔{self.year}〕{self.serial}号"

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What no two entries share."""
        return self.code, self.year, self.serial, self.body


def is_address(name: str) -> bool:
    """Whether a register is named by the address of a server, not by a path."""
    return "://" in name


class Change(NamedTuple):
    """A line of the log: when (ISO 8601, with the offset of the zone), who, what was done to which number, and what is to be said of it."""

    at: str
    who: str
    action: str
    number: str
    detail: str = ""


class RegisterProblem(Exception):
    """The register cannot be used as asked: a Chinese sentence.

    ``broken`` says that it is there and could not be read or written, not that it was asked for wrongly.
    """

    def __init__(self, sentence: str, *, broken: bool = False) -> None:
        super().__init__(sentence)
        self.broken = broken
