"""The one door to all words: a :class:`Speaker` says what there is to say of one story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from whoknows.engine.cells import Cell
from whoknows.engine.steps import Step
from whoknows.ledger.supports import Support
from whoknows.model.formula import Formula
from whoknows.model.story import Story
from whoknows.model.values import Values
from whoknows.words.events import Events
from whoknows.words.facts import Facts
from whoknows.words.minds import Minds
from whoknows.words.reasons import Reasons, Witnessed


class Speaker:
    """Says facts, formulas, minds, events and reasons of a story in its author's words.

    Everything is a clause, to stand in a sentence; :func:`whoknows.words.lists.sentence` makes one.
    """

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def facts(self) -> Facts:
        """Facts with their values, and their names."""
        return Facts(self.story)

    @cached_property
    def minds(self) -> Minds:
        """Formulas, and what is held along a chain of minds."""
        return Minds(self.story, self.facts)

    @cached_property
    def events(self) -> Events:
        """Events and scenes."""
        return Events(self.story, self.minds)

    @cached_property
    def reasons(self) -> Reasons:
        """Supports."""
        return Reasons(self.story, self.minds, self.events)

    def name(self, who: int) -> str:
        """Return a character's name as its author wrote it."""
        return self.story.name_of(who)

    def names(self, people: Sequence[int]) -> str:
        """Return names as a phrase: ``Ada, Bruno and Cora``."""
        return self.minds.names(people)

    def fact(self, fluent: int, values: Values) -> str:
        """Return that a fluent has one of some values."""
        return self.facts.said(fluent, values)

    def clause(self, formula: Formula) -> str:
        """Return a formula as a clause."""
        return self.minds.clause(formula)

    def denial(self, formula: Formula) -> str:
        """Return that a formula does not hold."""
        return self.minds.denial(formula)

    def held(self, chain: Sequence[int], fluent: int, cell: Cell) -> str:
        """Return what is held of a fluent at the end of a chain of minds."""
        return self.minds.held(chain, fluent, cell)

    def event(self, step: Step) -> str:
        """Return what happened at a step, with its scene."""
        return self.events.in_scene(step)

    def scene(self, step: Step) -> str:
        """Return the scene of a step, marked as a title."""
        return self.events.scene(step)

    def reason(self, support: Support, witnessed: Witnessed | None = None) -> str:
        """Return a support and what it rests on; ``witnessed``: who truly perceived a step."""
        return self.reasons.reason(support, witnessed)
