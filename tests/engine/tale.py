"""A story text, replayed, asked in the words of the language, and shown whole when it fails.

    tale = Tale("cast\n  Ada\n…")
    tale.holds("Ada believes the deed")
    tale.silent("Ada believes the deed")

A claim that fails says the story, ready to paste into a file, with the claim as its last line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from whoknows.base.source import Source
from whoknows.engine.cells import Cell
from whoknows.engine.states import State
from whoknows.ledger.ledger import Chain, Ledger, Moment
from whoknows.ledger.moments import find_moment
from whoknows.ledger.supports import Support, supports
from whoknows.model.formula import Formula, Is, ValueQuestion, Which
from whoknows.model.names import Names, key
from whoknows.model.resolve import resolve, resolve_formula
from whoknows.model.story import READER, Story
from whoknows.model.values import Values
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse, parse_formula


class Tale:
    """One story, ready to be asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        source = Source("a.story", text)
        document, slips = parse(source)
        story, names, more = resolve(document)
        found = [f"{source.line_col(each.span.start) if each.span else ''} {each.message}"
                 for each in (*slips, *more)]  # fmt: skip
        assert not found, f"{found}\n{text}"
        assert story is not None
        self.story: Story = story
        self.names: Names = names
        self.lexicon = Lexicon.of(document)
        self.ledger = Ledger(story)

    # --- moments and minds -----------------------------------------------------------------

    def at(self, moment: str | Moment | None = None) -> Moment:
        """The moment that is meant; None is the end."""
        if isinstance(moment, Moment):
            return moment
        found = find_moment(moment or "", self.ledger)
        assert isinstance(found, Moment), found
        return found

    def who(self, name: str) -> int:
        """The number of a character."""
        return READER if name == "the reader" else self.names.thing_named[key(name)]

    def chain(self, *names: str) -> Chain:
        """A chain of characters, in numbers."""
        return tuple(self.who(name) for name in names)

    def state(self, *names: str, at: str | Moment | None = None) -> State:
        """What is held along a chain of names."""
        return self.ledger.state(self.chain(*names), self.at(at))

    def cell(self, fact: str, *names: str, at: str | Moment | None = None) -> Cell:
        """What is held of a fact along a chain of names."""
        return self.state(*names, at=at).cell(self.fluent(fact))

    def why(self, fact: str, *names: str, at: str | Moment | None = None) -> tuple[Support, ...]:
        """The supports of what is held of a fact along a chain of names."""
        return supports(self.ledger, self.chain(*names), self.fluent(fact), self.at(at))

    # --- formulas --------------------------------------------------------------------------

    def matter(self, text: str) -> Formula | Which | ValueQuestion:
        """A formula or a bare fact, read."""
        parsed, slips = parse_formula(Source("a formula", text), self.lexicon)
        assert parsed is not None, (text, slips)
        formula, more = resolve_formula(parsed, self.names)
        assert formula is not None, (text, more)
        return formula

    def fluent(self, text: str) -> int:
        """The fluent a formula or a bare fact is about."""
        matter = self.matter(text)
        assert isinstance(matter, Is | Which), text
        return matter.fluent

    def value(self, text: str, at: str | Moment | None = None) -> bool | None:
        """Whether a formula holds; None: undetermined."""
        formula = self.matter(text)
        assert not isinstance(formula, Which | ValueQuestion), text
        return self.ledger.value(formula, self.at(at))

    def holds(self, text: str, at: str | Moment | None = None) -> None:
        """Claim that a formula holds."""
        self._claim(text, at, want=True)

    def fails(self, text: str, at: str | Moment | None = None) -> None:
        """Claim that a formula does not hold, and that this is certain."""
        self._claim(text, at, want=False)

    def undetermined(self, text: str, at: str | Moment | None = None) -> None:
        """Claim that the story leaves it open whether a formula holds."""
        self._claim(text, at, want=None)

    def _claim(self, text: str, at: str | Moment | None, *, want: bool | None) -> None:
        found = self.value(text, at)
        when = f" [at {at}]" if at else ""
        assert found is want, f"{found}, not {want}:\n{self.text}  expect {text}{when}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell without its engine, so that cells of two engines can be compared."""

    possible: Values
    evidence: tuple[Values | None, ...]
    aware: bool
    mark: str


def shown(cell: Cell) -> Shown:
    """A cell as a plain value."""
    return Shown(cell.possible, cell.evidence, cell.aware, cell.mark.value)


def shown_cells(state: State) -> list[Shown]:
    """All cells of a state as plain values."""
    return [shown(cell) for cell in state.all_cells()]


def chains(people: int, deepest: int) -> Iterator[Chain]:
    """All chains of characters without adjacent repeats, shortest first, the empty one too."""
    layer: list[Chain] = [()]
    for _ in range(deepest + 1):
        yield from layer
        layer = [(*c, who) for c in layer for who in range(people) if c[-1:] != (who,)]
