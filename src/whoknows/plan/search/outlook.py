"""Which bounds hold for whose plans.

A character can only plan with actions all others agree to. Where those others may plan ahead
themselves, an action they might agree to is one that has anything to do with what they want.
Where they are at the epistemic limit, it is one that may help them at once. Leaving all others
out of the relaxation keeps it admissible and makes it much sharper.
"""

from functools import cached_property

from whoknows.plan.search.bounds import Bounds, Goal, helped_at_once
from whoknows.plan.search.compiled import CompiledEvent, CompiledProblem
from whoknows.plan.search.literals import everything_read, reads


class Outlook:
    """The bounds of each character, made when first needed, and the author's."""

    def __init__(self, compiled: CompiledProblem) -> None:
        self._compiled = compiled
        utilities = compiled.problem.utilities
        self._goals = [None if each is None else Goal(compiled, each) for each in utilities]
        author = Goal(compiled, compiled.problem.author)
        self.author = Bounds(compiled, author, compiled.actions)
        self._wants = [
            set() if each is None else {fluent for _, fluent in reads(each)} for each in utilities
        ]
        self._bounds: dict[tuple[int, bool], Bounds | None] = {}
        self._agreeable: dict[tuple[int, bool], frozenset[CompiledEvent]] = {}

    def of(self, character: int, *, alone: bool) -> Bounds | None:
        """A character's bounds; None for who wants nothing.

        `alone` when the others only do what helps them at once.
        """
        key = (character, alone)
        if key not in self._bounds:
            self._bounds[key] = self._made(character, alone=alone)
        return self._bounds[key]

    def _made(self, character: int, *, alone: bool) -> Bounds | None:
        goal = self._goals[character]
        if goal is None:
            return None
        usable = [
            action
            for action in self._compiled.actions
            if action.consenting
            and all(
                other == character or action in self._agreed(other, alone=alone)
                for other in action.consenting
            )
        ]
        return Bounds(self._compiled, goal, tuple(usable))

    def _agreed(self, character: int, *, alone: bool) -> frozenset[CompiledEvent]:
        """What a character might agree to."""
        key = (character, alone)
        if key not in self._agreeable:
            if alone:
                utility = self._compiled.problem.utilities[character]
                self._agreeable[key] = helped_at_once(self._compiled, utility)
            else:
                self._agreeable[key] = self._concerning(character)
        return self._agreeable[key]

    @cached_property
    def _influences(self) -> list[tuple[set[int], set[int]]]:
        """Of each event, what it sets anywhere and what decides about it."""
        found = {
            (
                frozenset(effect.fluent for effect in each.event.effects),
                frozenset(
                    everything_read(each.event).union(
                        *(self._wants[other] for other in each.consenting)
                    )
                ),
            )
            for each in (*self._compiled.actions, *self._compiled.triggers)
        }
        return [(set(targets), set(sources)) for targets, sources in found]

    def _concerning(self, character: int) -> frozenset[CompiledEvent]:
        """The actions that may have anything to do with what a character wants.

        Those that set, in fact or in some mind, what the utility reads, or what any event reads,
        anywhere, that does; and what moves those whose consent such an event needs.
        """
        matter = set(self._wants[character])
        grown = True
        while grown:
            grown = False
            for targets, sources in self._influences:
                if targets & matter and not sources <= matter:
                    matter |= sources
                    grown = True
        return frozenset(
            each
            for each in self._compiled.actions
            if any(effect.fluent in matter for effect in each.event.effects)
        )
