"""Why somebody would do something: the search for explanations.

Character c, who believes in state b, has a reason for action a within k actions if some plan
a_1 = a, a_2, ..., a_n, n <= k, can be carried out from b, ends with c better off than in b, every
other consenting character has a reason of their own for each later action (within what is left of
the k), and nothing in it could be left out (`redundant`). SABRE.md 3 has the definition.

Reasons found and reasons found missing are both remembered, per (c, b, a, k): with equal states one
object, the same question is asked over and over. An answer is only kept once it is complete; what a
limit interrupts leaves no trace. Questions are about ever fewer levels of belief, so they never
ask for themselves.
"""

from collections.abc import Iterable
from typing import NamedTuple

from whoknows.plan.problem import Value
from whoknows.plan.search.bounds import Bounds
from whoknows.plan.search.compiled import CompiledEvent
from whoknows.plan.search.effort import Effort
from whoknows.plan.search.outlook import Outlook
from whoknows.plan.search.worlds import State, Worlds


class Step(NamedTuple):
    """An action of a plan, with the reasons the others have for it."""

    action: CompiledEvent
    reasons: "tuple[Reason, ...]"


class Reason(NamedTuple):
    """A character's plan that starts with the action it explains."""

    character: int
    steps: tuple[Step, ...]


# Where somebody could be by a part of the plan only, and how many actions it kept.
Shortcuts = frozenset[tuple[State, int]]


Moves = tuple[list[CompiledEvent], list[CompiledEvent]]


class Reasons:
    """Finds explanations, and remembers them."""

    def __init__(self, worlds: Worlds, outlook: Outlook, effort: Effort) -> None:
        self._worlds = worlds
        self._outlook = outlook
        self._effort = effort
        self._utilities = worlds.compiled.utilities
        self._nesting = worlds.compiled.nesting
        self._shallow = worlds.compiled.shallow
        self._known: dict[tuple[int, State, CompiledEvent, int], Reason | None] = {}
        self._moves: dict[tuple[int, State, int, float, bool], Moves] = {}
        self._reachable: dict[tuple[int, State, int, float], bool] = {}
        self._dead_ends: set[tuple[int, State, int, float, Shortcuts]] = set()

    # --- questions -------------------------------------------------------------------------------

    def for_all(
        self, state: State, action: CompiledEvent, budget: int
    ) -> tuple[Reason, ...] | None:
        """Everybody's reason for an action that takes place in a state; None if one lacks it."""
        return self._of(action.consenting, state, action, budget)

    def of_one(
        self, character: int, mind: State, action: CompiledEvent, budget: int
    ) -> Reason | None:
        """A character's reason for an action, seen from the state they believe in."""
        if mind.level <= self._nesting:
            # Below the epistemic limit only what helps at once is explained.
            budget = 1
        key = (character, mind, action, budget)
        if key in self._known:
            return self._known[key]
        found = self._known[key] = self._look_for(character, mind, action, budget)
        return found

    def _alone(self, mind: State) -> bool:
        """Whether others are so deep down that they only do what helps them at once."""
        return mind.level - 1 <= self._nesting

    def worth(self, character: int, state: State) -> Value:
        """A character's utility."""
        utility = self._utilities[character]
        if utility is None:
            return None
        if not self._shallow:
            return utility(state)
        worth = state.base.worth
        if character not in worth:
            worth[character] = utility(state)
        return worth[character]

    def after(self, state: State, action: CompiledEvent) -> State:
        """The state after an action as far as utilities and bounds go: its valuation, if it can be.

        Where no real effect depends on beliefs the valuation of what comes after is decided by the
        valuation before, which many states share.
        """
        return self._worlds.do(state.base if self._shallow else state, action)

    # --- one explanation -------------------------------------------------------------------------

    def _of(
        self, characters: Iterable[int], state: State, action: CompiledEvent, budget: int
    ) -> tuple[Reason, ...] | None:
        reasons: list[Reason] = []
        for character in characters:
            reason = self.of_one(character, state.children[character], action, budget)
            if reason is None:
                return None
            reasons.append(reason)
        return tuple(reasons)

    def _look_for(
        self, character: int, mind: State, action: CompiledEvent, budget: int
    ) -> Reason | None:
        before = self.worth(character, mind)
        bounds = self._outlook.of(character, alone=self._alone(mind))
        if before is None or bounds is None or not self._worlds.possible(action, mind):
            return None
        first = Step(action, ())
        after = self.after(mind, action)
        worth = self.worth(character, after)
        if worth is not None and worth > before:
            return Reason(character, (first,))
        if budget == 1 or not bounds.within(after.base, before, budget - 1):
            return None
        start = self._worlds.do(mind, action)
        if not self._reach(character, start, budget - 1, before):
            return None
        search = _PlanSearch(self, character, budget, before)
        steps = search.extend(start, 1, frozenset(((mind, 0),)))
        return None if steps is None else Reason(character, (first, *steps))

    def others(
        self, character: int, state: State, action: CompiledEvent, budget: int
    ) -> tuple[Reason, ...] | None:
        """The reasons of all who must consent besides the one whose plan it is."""
        consenting = action.consenting
        if consenting == (character,):
            return ()
        return self._of([each for each in consenting if each != character], state, action, budget)

    def moves(self, character: int, state: State, left: int, more_than: float) -> Moves:
        """The actions that help at once, and those after which what is left might still do.

        Actions nobody consents to are nobody's to plan with. As far as no beliefs are looked at,
        all this is the same for all states of one valuation.
        """
        alone = self._alone(state)
        place = state.base if self._shallow else state
        key = (character, place, left, more_than, alone)
        found = self._moves.get(key)
        if found is None:
            bounds = self._outlook.of(character, alone=alone)
            found = self._moves[key] = self._moves_from(character, place, left, more_than, bounds)
        if not self._nesting:
            return found
        possible = self._worlds.possible
        return (
            [action for action in found[0] if possible(action, state)],
            [action for action in found[1] if possible(action, state)],
        )

    def _moves_from(
        self,
        character: int,
        state: State,
        left: int,
        more_than: float,
        bounds: Bounds | None,
    ) -> Moves:
        helping: list[CompiledEvent] = []
        promising: list[CompiledEvent] = []
        for action in self._worlds.candidates(state.base):
            if bounds is None or action not in bounds.usable:
                continue
            after = self.after(state, action)
            worth = self.worth(character, after)
            if worth is not None and worth > more_than:
                helping.append(action)
            elif left > 1 and bounds.within(after.base, more_than, left - 1):
                promising.append(action)
        return helping, promising

    def _reach(self, character: int, state: State, left: int, more_than: float) -> bool:
        """Whether any plan of so many actions helps, be it redundant or not.

        Its actions have the same budgets as in the plan that is looked for, so what has no such
        plan has no explanation either, and the search for one need not go there.
        """
        key = (character, state, left, more_than)
        found = self._reachable.get(key)
        if found is None:
            found = self._reachable[key] = self._reaches(character, state, left, more_than)
        return found

    reach = _reach

    def _reaches(self, character: int, state: State, left: int, more_than: float) -> bool:
        self._effort.visited += 1
        helping, promising = self.moves(character, state, left, more_than)
        for action in helping:
            if self.others(character, state, action, left) is not None:
                return True
        for action in promising:
            if self.others(character, state, action, left) is None:
                continue
            if self._reach(character, self._worlds.do(state, action), left - 1, more_than):
                return True
        return False

    def shortcuts(
        self,
        character: int,
        budget: int,
        action: CompiledEvent,
        known: Shortcuts,
        here: tuple[State, int],
    ) -> Shortcuts:
        """Where parts of a plan can lead, after one more action: with it or without it.

        `known` are the states its proper subsequences reach so far, `here` the one the whole plan
        does. Each kept action needs the others' consent, the first one as well.
        """
        found = {here, *known}
        for state, kept in known:
            if not self._worlds.possible(action, state):
                continue
            if self.others(character, state, action, budget - kept) is not None:
                found.add((self._worlds.do(state, action), kept + 1))
        return frozenset(found)

    def is_dead_end(self, key: tuple[int, State, int, float, Shortcuts]) -> bool:
        """Whether this was tried before, in vain."""
        return key in self._dead_ends

    def remember_dead_end(self, key: tuple[int, State, int, float, Shortcuts]) -> None:
        """Remember what was tried in vain."""
        self._dead_ends.add(key)

    def do(self, state: State, action: CompiledEvent) -> State:
        """The state after an action."""
        return self._worlds.do(state, action)


class _PlanSearch:
    """Depth first through one character's plans for one improvement.

    It carries the states that proper subsequences of the plan reach. A plan is redundant when one
    of those is worth as much as its end; this covers subsequences of every suffix too, since the
    prefixes are among them.

    What is in every such set again when the plan goes on reaches the same states: a plan that
    comes back to one of them can only end where a subsequence ends as well, and is cut off.
    """

    def __init__(self, reasons: Reasons, character: int, budget: int, before: float) -> None:
        self._reasons = reasons
        self._character = character
        self._budget = budget
        self._before = before

    def extend(self, state: State, done: int, known: Shortcuts) -> tuple[Step, ...] | None:
        """The rest of a plan that has come to this state; None when there is none."""
        key = (self._character, state, self._budget - done, self._before, known)
        if self._reasons.is_dead_end(key):
            return None
        left = self._budget - done
        helping, promising = self._reasons.moves(self._character, state, left, self._before)
        for action in helping:
            steps = self._try(state, action, done, known, helps=True)
            if steps is not None:
                return steps
        for action in promising:
            steps = self._try(state, action, done, known, helps=False)
            if steps is not None:
                return steps
        self._reasons.remember_dead_end(key)
        return None

    def _try(
        self, state: State, action: CompiledEvent, done: int, known: Shortcuts, *, helps: bool
    ) -> tuple[Step, ...] | None:
        left = self._budget - done
        reasons = self._reasons.others(self._character, state, action, left)
        if reasons is None:
            return None
        after = self._reasons.do(state, action)
        more = left > 1 and self._reasons.reach(self._character, after, left - 1, self._before)
        if not helps and not more:
            return None
        shortcuts = self._reasons.shortcuts(
            self._character, self._budget, action, known, (state, done)
        )
        step = Step(action, reasons)
        if helps and not self._reached_otherwise(after, shortcuts):
            return (step,)
        if not more or any(after is other for other, _ in shortcuts):
            return None
        steps = self.extend(after, done + 1, shortcuts)
        return None if steps is None else (step, *steps)

    def _reached_otherwise(self, state: State, shortcuts: Shortcuts) -> bool:
        """Whether a proper subsequence does as much for the character."""
        worth = self._reasons.worth(self._character, state)
        for other, _ in shortcuts:
            found = self._reasons.worth(self._character, other)
            if found is not None and worth is not None and found >= worth:
                return True
        return False
