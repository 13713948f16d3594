"""A rule as its file states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hegao.engine.findings.finding import SEVERITIES, Basis

#: The word that stands for a check in the rules that the engine raises itself, and the facts it gives them.
INTERNAL = "internal"
INTERNAL_FACTS: dict[str, frozenset[str]] = {
    "unreadable": frozenset({"reason"}),
    "check-crashed": frozenset({"code", "name", "error"}),
    "suppression-malformed": frozenset(),
    "suppression-reason": frozenset(),
    "suppression-unknown": frozenset({"rule"}),
    "suppression-refused": frozenset({"rule"}),
    "suppression-unused": frozenset({"rule"}),
}

#: Rules that no one can switch off: they tell of what was not checked.
ALWAYS_ON = frozenset({"unreadable", "check-crashed"})

#: Gazettes are judged as published copies, whatever profile was asked for.
PUBLISHED = "published"
GAZETTE = "gazette"

#: Area folder of the built-in rules: prefix and first digit of the codes in it.
AREAS = {
    "number": "NUM1",
    "date": "DAT2",
    "task": "TSK3",
    "structure": "STR4",
    "attachment": "ATT5",
    "reference": "REF6",
    "text": "TXT7",
    "layout": "LAY8",
    "system": "SYS9",
}


class Wording(NamedTuple):
    """What a rule says, in one language; ``message`` and ``related`` have placeholders for facts.

    ``messages`` are said instead of ``message`` where the fact ``fault`` of a check names one of them.
    """

    summary: str
    why: str
    help: str
    message: str
    related: str = ""
    messages: Mapping[str, str] = {}

    def said(self, facts: Mapping[str, str | int]) -> str:
        """The message for the facts; raises ``KeyError`` where one of them is missing."""
        return self.messages.get(str(facts.get("fault")), self.message).format_map(facts)


class Place(NamedTuple):
    """A finding that an example expects; ``path`` is empty where the example is a single text."""

    line: int
    quote: str
    path: str = ""


class Example(NamedTuple):
    """A text (or several: path and text) and the places where the rule is to speak; none in a good one.

    ``tables`` are an office's tables (name and CSV) that it is run with, ``register`` its register of numbers (CSV).
    """

    files: tuple[tuple[str, str], ...]
    at: tuple[Place, ...] = ()
    profile: str = "draft"
    as_of: str = ""
    tables: tuple[tuple[str, str], ...] = ()
    register: str = ""

    @staticmethod
    def of(raw: Mapping[str, Any]) -> Example:
        """The example in the table of a rule file."""
        files = raw.get("files") or [{"path": raw.get("path", "example.txt"), "text": raw["text"]}]
        return Example(
            tuple((file["path"], file["text"]) for file in files),
            tuple(Place(place["line"], place["quote"], place.get("path", "")) for place in raw.get("at", ())),
            raw.get("profile", "draft"),
            raw.get("as_of", ""),
            tuple(raw.get("tables", {}).items()),
            raw.get("register", ""),
        )


class Rule(NamedTuple):
    """The content of a rule file.

    ``nodes`` and ``where`` are its selector: kinds of nodes, and for closed fields of them the values
    that may stand there.  ``parameters`` are those of its check, defaults filled in; ``examples`` stand as in the file.
    ``yields_to`` are the names of the rules that it leaves a place to (``hegao.engine.findings.yielding``); ``severities`` by
    fault are those of findings that are less than the rule's (``Rule.severity_of``).
    """

    code: str
    name: str
    severity: str
    check: str
    wordings: Mapping[str, Wording]
    basis: tuple[Basis, ...] = ()
    nodes: tuple[str, ...] = ()
    where: Mapping[str, tuple[Any, ...]] = {}
    parameters: Mapping[str, Any] = {}
    profiles: Mapping[str, str] = {}
    examples: Mapping[str, Sequence[Mapping[str, Any]]] = {}
    path: str = ""
    yields_to: tuple[str, ...] = ()
    severities: Mapping[str, str] = {}

    @staticmethod
    def of(raw: Mapping[str, Any], path: str) -> Rule:
        """The rule in a validated rule file."""
        select = {key: tuple(value) if isinstance(value, list) else (value,) for key, value in raw.get("select", {}).items()}
        chinese = _wording(raw, raw)
        return Rule(
            raw["code"],
            raw["name"],
            raw["severity"],
            raw["check"],
            {"zh": chinese, "en": _wording(raw["en"], raw)} if "en" in raw else {"zh": chinese},
            tuple(Basis(basis["source"], basis["clause"], basis["strength"]) for basis in raw.get("basis", ())),
            select.pop("node", ()),
            select,
            raw.get("with", {}),
            raw.get("profiles", {}),
            raw.get("examples", {}),
            path,
            tuple(raw.get("yields-to", ())),
            raw.get("severities", {}),
        )

    @property
    def bad(self) -> tuple[Example, ...]:
        """The texts in which it finds something."""
        return tuple(Example.of(example) for example in self.examples.get("bad", ()))

    @property
    def good(self) -> tuple[Example, ...]:
        """The texts in which it finds nothing."""
        return tuple(Example.of(example) for example in self.examples.get("good", ()))

    @property
    def over_batch(self) -> bool:
        """Whether it compares all documents of a run, and selects no nodes."""
        return not self.nodes and not self.internal

    @property
    def internal(self) -> bool:
        """Whether the engine raises it, without a check."""
        return self.check == INTERNAL

    @property
    def always_on(self) -> bool:
        """Whether nothing can switch it off."""
        return self.name in ALWAYS_ON

    @property
    def area(self) -> str:
        """The letters that its code starts with."""
        return self.code.rstrip("0123456789").rstrip("-")

    def wording(self, lang: str = "zh") -> Wording:
        """What the rule says in the language; in Chinese where its file has no other."""
        return self.wordings.get(lang) or self.wordings["zh"]

    def severity_in(self, profile: str) -> str | None:
        """The severity under a profile (``GAZETTE`` is as published); None where the rule is off."""
        severity = self.profiles.get(PUBLISHED if profile == GAZETTE else profile, self.severity)
        return None if severity == "off" else severity

    def severity_of(self, facts: Mapping[str, str | int], severity: str) -> str:
        """The severity of a finding with these facts where the rule is of ``severity``: what its fault is to be, but never more."""
        return max(severity, self.severities.get(str(facts.get("fault")), severity), key=SEVERITIES.index)


def _wording(table: Mapping[str, Any], rule: Mapping[str, Any]) -> Wording:
    """The wording in a table of a rule file; what another language leaves out stays Chinese."""
    said = {key: table.get(key, rule.get(key, "")).strip() for key in ("summary", "why", "help", "message", "related")}
    messages = table.get("messages", rule.get("messages", {}))
    return Wording(**said, messages={fault: message.strip() for fault, message in messages.items()})


class RuleSet:
    """Rules in order of their codes; ``digest`` stands for all that they say."""

    __slots__ = ("digest", "rules")

    def __init__(self, rules: tuple[Rule, ...], digest: str = "") -> None:
        """Take both as they are."""
        self.rules = rules
        self.digest = digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleSet) and (self.rules, self.digest) == (other.rules, other.digest)

    __hash__ = None  # type: ignore[assignment]  # rules hold mappings

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, code_or_name: str) -> Rule | None:
        """The rule with that code (in capitals or not) or name."""
        code = code_or_name.upper()
        return next((rule for rule in self.rules if code_or_name == rule.name or code == rule.code), None)
