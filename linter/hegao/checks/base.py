"""What a check is: a named function with a schema of its parameters and the facts it yields."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, TypeVarTuple

from hegao.checks.shared.lookup_tables import BUILTIN, Tables
from hegao.sources.text import Span, Text

if TYPE_CHECKING:
    from hegao.document.model import Document, File
    from hegao.register.history import History

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


class Edit(NamedTuple):
    """Replace the characters of ``at`` by ``text``; ``safe`` where there is one right form."""

    at: Text
    text: str
    safe: bool = False


class Hit(NamedTuple):
    """A place where a check found what it looks for.

    ``at`` is the text to be quoted; ``facts`` fill the placeholders of the rule's message; ``related``
    are the other sides of a contradiction.  ``about`` are the places that the hit is about, where that is not just ``at``: the
    bare mark without what is quoted round it, or both sides of a contradiction.  They are not shown; by them it is told whether
    two rules speak of one place, so that one may yield to the other.
    """

    at: Text
    facts: Mapping[str, str | int] = {}
    related: tuple[Text, ...] = ()
    edits: tuple[Edit, ...] = ()
    about: tuple[Text, ...] = ()


class Context:
    """What a check may know beside its node."""

    __slots__ = ("_of_document", "_of_file", "as_of", "document", "file", "profile", "tables")

    def __init__(
        self, file: File, document: Document, profile: str = "draft", as_of: datetime.date | None = None, tables: Tables = BUILTIN
    ) -> None:
        """Take the document that is looked at, and the file that it stands in."""
        self.file = file
        self.document = document
        self.profile = profile
        self.as_of = as_of
        self.tables = tables
        self._of_document: dict[Any, Any] = {}
        self._of_file: dict[Any, Any] = {}

    def beside(self, document: Document) -> Context:
        """The context of another document of the file."""
        context = Context(self.file, document, self.profile, self.as_of, self.tables)
        context._of_file = self._of_file
        return context

    def once(self, reckon: Callable[[Context, *Arguments], T], *arguments: *Arguments) -> T:
        """What ``reckon`` makes of this context; made at the first call with such arguments only, and gone with the document."""
        key = (reckon, *arguments)
        if key not in self._of_document:
            self._of_document[key] = reckon(self, *arguments)
        reckoned: T = self._of_document[key]
        return reckoned

    def once_a_file(self, reckon: Callable[[File], T]) -> T:
        """What ``reckon`` makes of the file; made at the first call only for all its documents, and gone with the file."""
        if reckon not in self._of_file:
            self._of_file[reckon] = reckon(self.file)
        reckoned: T = self._of_file[reckon]
        return reckoned


class Record:
    """A fact of one file for the judgement over the batch; ``data`` is JSON.  Two records are two facts, whatever they say.

    A ``past`` one is of a document in the register of numbers: it speaks against others, and has no place in a file.
    """

    __slots__ = ("data", "document", "past", "path", "quote", "span")

    def __init__(self, path: str, span: Span, quote: str, document: str, data: Mapping[str, Any], *, past: bool = False) -> None:
        """Take the place of the fact, what stands there, what a report calls the document, and what was found."""
        self.past = past
        self.path = path
        self.span = span
        self.quote = quote
        self.document = document
        self.data = data


class BatchHit(NamedTuple):
    """A record found at fault, the records that it contradicts, and the facts for the message; ``about`` as in ``Hit``."""

    record: Record
    facts: Mapping[str, str | int] = {}
    related: tuple[Record, ...] = ()
    about: tuple[Record, ...] = ()


def _nothing(_record: Record) -> Iterable[str]:
    return ()


def _one_home(_record: Record) -> str:
    return ""


class Partition(NamedTuple):
    """How a judgement is parted, so that no machine has to hold all records.

    ``home`` names the part of the batch in which a record is judged, beside all others of that home.  A judge that must look at single
    records of other homes says under which names a record ``offers`` itself, and by which names a record ``asks`` for others: it is judged
    beside all that offer one of them.  What a judge says of a record must depend on nothing else; records come in the order of the batch.
    """

    home: Callable[[Record], str] = _one_home
    offers: Callable[[Record], Iterable[str]] = _nothing
    asks: Callable[[Record], Iterable[str]] = _nothing


#: All records are judged together.
WHOLE = Partition()

NodeFunction = Callable[..., Iterator[Hit]]
CollectFunction: TypeAlias = "Callable[[Document], Iterator[tuple[Text, Mapping[str, Any]]]]"
JudgeFunction = Callable[..., Iterator[BatchHit]]
PastFunction: TypeAlias = "Callable[[Sequence[Record], History], Iterator[Mapping[str, Any]]]"


class Check(NamedTuple):
    """A check on nodes: called ``function(node, context, **parameters)``.

    ``parameters`` is the ``properties`` part of a JSON Schema; a default in it makes one optional.  ``faults`` are the values of the
    fact ``fault``, where a check tells several kinds of fault apart, so that a rule file may have words for each.  ``layout`` says that
    it judges how a document is set, which no example in a rule file can show.
    """

    name: str
    function: NodeFunction
    nodes: frozenset[str]
    parameters: Mapping[str, Any]
    facts: frozenset[str]
    faults: frozenset[str] = frozenset()
    layout: bool = False


class BatchCheck(NamedTuple):
    """A check over a batch: the collector of that name takes facts from each document, ``judge`` compares them, parted as it says."""

    name: str
    collector: str
    judge: JudgeFunction
    parameters: Mapping[str, Any]
    facts: frozenset[str]
    faults: frozenset[str] = frozenset()
    partition: Partition = WHOLE


CHECKS: dict[str, Check] = {}
BATCH_CHECKS: dict[str, BatchCheck] = {}
COLLECTORS: dict[str, CollectFunction] = {}
PAST: dict[str, PastFunction] = {}


def check(
    name: str,
    nodes: set[str],
    parameters: Mapping[str, Any] | None = None,
    facts: Sequence[str] = (),
    faults: Sequence[str] = (),
    layout: bool = False,
) -> Callable[[NodeFunction], NodeFunction]:
    """Register a check on nodes of the given kinds; raises ``ValueError`` on a name taken."""

    def register(function: NodeFunction) -> NodeFunction:
        if name in CHECKS or name in BATCH_CHECKS:
            raise ValueError(f"check {name} is registered twice")
        CHECKS[name] = Check(name, function, frozenset(nodes), parameters or {}, frozenset(facts), frozenset(faults), layout)
        return function

    return register


def collector(name: str) -> Callable[[CollectFunction], CollectFunction]:
    """Register what takes facts from a document, for checks over a batch; raises ``ValueError`` on a name taken."""

    def register(function: CollectFunction) -> CollectFunction:
        if name in COLLECTORS:
            raise ValueError(f"collector {name} is registered twice")
        COLLECTORS[name] = function
        return function

    return register


def past(collector: str) -> Callable[[PastFunction], PastFunction]:
    """Register what looks up, for the facts of a collector, what the register of numbers tells beside them.

    It yields the data of past records, which the judges of the collector then see with the others.  Raises ``ValueError`` on a name taken.
    """

    def register(function: PastFunction) -> PastFunction:
        if collector in PAST:
            raise ValueError(f"the past of {collector} is registered twice")
        PAST[collector] = function
        return function

    return register


def batch_check(
    name: str,
    collector: str,
    parameters: Mapping[str, Any] | None = None,
    facts: Sequence[str] = (),
    faults: Sequence[str] = (),
    partition: Partition = WHOLE,
) -> Callable[[JudgeFunction], JudgeFunction]:
    """Register a check over a batch: ``judge(records, **parameters)`` on the facts of that collector.

    Judges lie in modules of their own that import nothing of the document: facts may come from the store.
    """

    def register(function: JudgeFunction) -> JudgeFunction:
        if name in CHECKS or name in BATCH_CHECKS:
            raise ValueError(f"check {name} is registered twice")
        BATCH_CHECKS[name] = BatchCheck(name, collector, function, parameters or {}, frozenset(facts), frozenset(faults), partition)
        return function

    return register
