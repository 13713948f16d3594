"""One walk over each document: every node to the rules on its kind."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from hegao.checks.base import Context
from hegao.document.model import Cell, Document, File, Node, Row
from hegao.engine.configuration.rule_plan import Bound, Plan
from hegao.engine.findings.composing import Composer, Draft, said_of
from hegao.engine.findings.location import Locator, identity_of, label_of, span_of
from hegao.engine.rules.rule import GAZETTE, PUBLISHED, Rule
from hegao.sources.text import Span, Text


class Walk:
    """The walk over one file.  ``drafts`` grow in the order of the walk; ``failed`` where a check crashed."""

    def __init__(self, file: File, plan: Plan, composer: Composer, profile: str) -> None:
        """Prepare the walk under a profile."""
        self.file = file
        self.plan = plan
        self.composer = composer
        self.profile = profile
        self.drafts: list[Draft] = []
        self._crashed: set[str] = set()
        self._locators: dict[Document, Locator] = {}

    @property
    def failed(self) -> bool:
        """Whether a check crashed."""
        return bool(self._crashed)

    def run(self) -> None:
        """Show each node of the file once to the rules on its kind."""
        rules = self.plan.table(self.profile)
        profile = PUBLISHED if self.profile == GAZETTE else self.profile
        context: Context | None = None
        for document, nodes in self._nodes():
            table = {kind: [bound for bound in several if not bound.within or bound.suits(document)] for kind, several in rules.items()}
            if context is None:
                context = Context(self.file, document, profile, self.plan.options.as_of, self.plan.policy.tables)
            else:
                context = context.beside(document)
            for node in _with_cells(nodes) if table.get(Cell.kind) else nodes:
                for bound in table.get(node.kind, ()):
                    if (not bound.where or bound.wants(node)) and bound.rule.code not in self._crashed:
                        self._call(bound, node, context)

    def place(self, document: Document, span: Span) -> str:
        """Where in the structure of the document a place lies."""
        if document not in self._locators:
            self._locators[document] = Locator(document)
        return self._locators[document](span)

    def crashed(self, rule: Rule, error: Exception, at: Text, document: Document) -> None:
        """Report that the check of a rule crashed; the rule is off for the rest of the file."""
        from logging import getLogger

        getLogger("hegao").debug("check %s of %s crashed in %s", rule.check, rule.code, self.file.path, exc_info=error)
        self._crashed.add(rule.code)
        facts = {"code": rule.code, "name": rule.name, "error": said_of(error)}
        self.drafts.append(self.composer.of_fault(self.plan.internal("check-crashed"), facts, span_of(at), label_of(document)))

    def _nodes(self) -> Iterator[tuple[Document, Iterator[Node]]]:
        """The documents with their nodes; the contents list of a gazette is shown with its first document."""
        for document in self.file.documents:
            yield document, document.walk()
        if self.file.documents and self.file.contents:
            yield self.file.documents[0], iter(self.file.contents)

    def _call(self, bound: Bound, node: Node, context: Context) -> None:
        document = context.document
        try:
            for hit in bound.function(node, context, **bound.parameters):
                entry = node.kind == "entry"
                self.drafts.append(
                    self.composer.of_hit(
                        bound.rule,
                        bound.severity,
                        hit,
                        "" if entry else label_of(document),
                        posixpath.basename(self.file.path) if entry else identity_of(document),
                        "" if entry else self.place(document, span_of(hit.at)),
                    )
                )
        except Exception as error:  # noqa: BLE001  (whatever a check does, the run goes on)
            self.crashed(bound.rule, error, node.text, document)


def _with_cells(nodes: Iterator[Node]) -> Iterator[Node]:
    """The nodes, and behind each row its cells."""
    for node in nodes:
        yield node
        if isinstance(node, Row):
            yield from node.filled()
