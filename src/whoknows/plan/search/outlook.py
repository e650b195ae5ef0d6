"""Which bounds hold for whose plans.

A character can only plan with actions all others agree to. Where those others may plan ahead
themselves, an action they might agree to is one that has anything to do with what they want.
Where they are at the epistemic limit, it is one that may help them at once. Leaving all others
out of the relaxation keeps it admissible and makes it much sharper.
"""

from whoknows.plan.problem import Term
from whoknows.plan.search.bounds import Bounds, helped_at_once
from whoknows.plan.search.compiled import CompiledEvent, CompiledProblem
from whoknows.plan.search.literals import everything_read, reads


class Outlook:
    """The bounds of each character, made when first needed, and the author's."""

    def __init__(self, compiled: CompiledProblem) -> None:
        self._compiled = compiled
        utilities = compiled.problem.utilities
        self._at_once = [helped_at_once(compiled, each) for each in utilities]
        self._ever = [self._concerning(character) for character in range(len(utilities))]
        self._bounds = [
            None
            if utility is None
            else (
                self._made(character, utility, alone=False),
                self._made(character, utility, alone=True),
            )
            for character, utility in enumerate(utilities)
        ]
        self.author = Bounds(compiled, compiled.problem.author, compiled.actions)

    def of(self, character: int, *, alone: bool) -> Bounds | None:
        """A character's bounds; None for who wants nothing.

        `alone` when the others only do what helps them at once.
        """
        both = self._bounds[character]
        return None if both is None else both[alone]

    def _concerning(self, character: int) -> frozenset[CompiledEvent]:
        """The actions that may have anything to do with what a character wants.

        Those that set, in fact or in some mind, what the utility reads, or what any event reads,
        anywhere, that does; and what moves those whose consent such an event needs.
        """
        wants = [
            set() if each is None else {fluent for _, fluent in reads(each)}
            for each in self._compiled.problem.utilities
        ]
        matter = set(wants[character])
        pending = [
            (
                {effect.fluent for effect in each.event.effects},
                everything_read(each.event).union(*(wants[other] for other in each.consenting)),
            )
            for each in (*self._compiled.actions, *self._compiled.triggers)
        ]
        grown = True
        while grown:
            grown = False
            for targets, sources in pending:
                if targets & matter and not sources <= matter:
                    matter |= sources
                    grown = True
        return frozenset(
            each
            for each in self._compiled.actions
            if any(effect.fluent in matter for effect in each.event.effects)
        )

    def _made(self, character: int, utility: Term, *, alone: bool) -> Bounds:
        agreeable = self._at_once if alone else self._ever
        usable: list[CompiledEvent] = [
            action
            for action in self._compiled.actions
            if action.consenting
            and all(other == character or action in agreeable[other] for other in action.consenting)
        ]
        return Bounds(self._compiled, utility, tuple(usable))
