"""From story text to the reference's answers."""

from __future__ import annotations

from typing import cast

from tests.reference.cells import Cell
from tests.reference.reading import Chain
from tests.reference.semantics import Answer, Reference
from whoknows.base.diagnostic import Severity
from whoknows.base.source import Source
from whoknows.model.formula import Formula, Is, Which
from whoknows.model.resolve import resolve, resolve_formula
from whoknows.model.story import READER, Story
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse, parse_formula


class Told:
    """A story given as text, asked in words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.document, findings = parse(Source("test.story", text))
        story, self.names, more = resolve(self.document)
        self.errors = [f for f in (*findings, *more) if f.severity is Severity.ERROR]
        assert story is not None, self.errors
        self.story: Story = story
        self.reference = Reference(story)

    def who(self, names: str) -> Chain:
        """Return the chain of some names: ``Ada, Bruno``; *reader* is the reader."""
        numbers = {thing.name: n for n, thing in enumerate(self.story.things)}
        return tuple(
            READER if name == "reader" else numbers[name] for name in names.split(", ") if name
        )

    def fluent(self, words: str) -> int:
        """Return the fluent of a fact in words: ``in (marble)``."""
        formula = self.formula(words)
        assert isinstance(formula, Is | Which)
        return formula.fluent

    def formula(self, words: str) -> Formula | Which:
        """Return a question typed in words, resolved."""
        source = Source("question", words)
        tree, findings = parse_formula(source, Lexicon.of(self.document))
        assert tree is not None, findings
        formula, more = resolve_formula(tree, self.names)
        assert formula is not None, more
        return cast("Formula | Which", formula)

    def cell(self, chain: str, fluent: str, instant: int | None = None) -> Cell:
        """Return what is held of a fact along a chain, at the end if nothing else is said."""
        return self.reference.cell(self.who(chain), self.fluent(fluent), self._instant(instant))

    def ask(self, formula: str, chain: str = "", instant: int | None = None) -> Answer:
        """Return the answer to a question."""
        read = cast("Formula", self.formula(formula))
        return self.reference.truth(read, self.who(chain), self._instant(instant))

    def _instant(self, instant: int | None) -> int:
        return self.reference.instants if instant is None else instant

    def broken_expectations(self) -> list[str]:
        """Return every ``expect`` that does not hold, as it stands in the text."""
        return [
            self.text[expectation.span.start : expectation.span.end]
            for expectation in self.story.expectations
            for instant in self.reference.instants_after(expectation.scene, expectation.after)
            if self.reference.truth(expectation.formula, (), instant) != "yes"
        ]
