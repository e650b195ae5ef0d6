"""From small limits to the full ones.

What can be explained by short plans and few levels of belief is found soonest if longer and deeper
ones are not looked for, and most problems can be solved that way. So an attempt is made for each
pair of smaller limits, in turn: the lowest few that are not exhausted get some work each, then four
times as much each, and so on. They share states and explanations, and each goes on where it was
interrupted. A plan that is found is held against the full limits
(`confirm`). Only the last attempt, at the full limits, can tell that there is no plan.
"""

from collections.abc import Iterator
from itertools import count
from math import inf, nextafter
from typing import NamedTuple

from whoknows.plan.problem import Value
from whoknows.plan.search.author import Aim, AuthorSearch, Found
from whoknows.plan.search.compiled import CompiledProblem
from whoknows.plan.search.confirm import Confirmation
from whoknows.plan.search.effort import Effort, SliceOver
from whoknows.plan.search.outlook import Outlook
from whoknows.plan.search.reasons import Reasons
from whoknows.plan.search.worlds import State, Worlds

_FIRST_SLICE = 1000
_GROWTH = 4
# What is spent on going by length alone, as a part of what is spent on what looks best: now and
# then what looks best leads astray. The two share no queue, only states and explanations.
_STEADY_PART = 3
# How many attempts are under way at a time.
_AT_A_TIME = 4
# How much further than it has come a search may go to confirm a plan within the full limits; a
# plan that is not confirmed by then is given out as one of which this is not known.
_CONFIRMATION = 0.5
_LEAST_CONFIRMATION = 60_000
# How much further than it has come a search may go to prove that no plan is shorter.
_PROOF_SHARE = 0.1
_LEAST_PROOF = 2000
# Levels kept below what is needed where what happens may depend on beliefs: see `compiled`.
_SLACK = 2


class Limits(NamedTuple):
    """The goal (None: the next whole number above the utility at the start), how far plans go."""

    goal: float | None
    author: int
    character: int
    epistemic: int


# How far a search goes where no limit is given. No plan within these is no proof.
UNLIMITED = Limits(None, 1_000, 12, 4)


class Climb:
    """One search for one goal, through all smaller limits up to the full ones."""

    def __init__(self, compiled: CompiledProblem, limits: Limits, effort: Effort) -> None:
        self._compiled = compiled
        self.characters = compiled.problem.characters
        self._limits = limits
        self._effort = effort
        self._outlook = Outlook(compiled)
        self._worlds = Worlds(compiled, effort)
        self._reasons = Reasons(self._worlds, self._outlook, effort)
        self._budget = max(limits.character, 1)
        self._depth = min(limits.epistemic, self._budget - 1)
        self._attempts: dict[tuple[int, int, bool], AuthorSearch] = {}
        self._exhausted: set[tuple[int, int]] = set()
        self._goal = self._goal_of(compiled.author(self.start()))
        # A plan within smaller limits, or of less than the goal, when the search is interrupted.
        self.candidate: Found | None = None
        self.minimal = False
        self.shortest = False

    def _goal_of(self, utility: Value) -> float:
        """What a plan must reach: the goal, and in any case more than there is at the start."""
        if utility is None:
            return inf  # nothing is more than what is not known
        if self._limits.goal is None:
            return float(utility // 1) + 1
        return max(self._limits.goal, nextafter(utility, inf))

    def start(self) -> State:
        """The initial state, with as many levels of belief as the full limits can need."""
        return self._worlds.initial(self._levels(self._depth))

    def utility(self, found: Found) -> float | None:
        """What a plan is worth to the author."""
        state = self._worlds.initial(self._levels(0))
        for action in found.actions:
            state = self._worlds.do(state, action)
        return self._compiled.author(state)

    def best_so_far(self) -> Found | None:
        """The best there is when the search ends early: a plan to the goal, or part of the way."""
        if self.candidate is not None:
            return self.candidate
        reached = [each.best_so_far() for each in self._attempts.values()]
        known = [each for each in reached if each is not None]
        return max(known, key=lambda each: (each[0], -len(each[1].actions)))[1] if known else None

    def search(self) -> Found | None:
        """A plan confirmed within the full limits; None when there is none."""
        for turn in count():
            share = _FIRST_SLICE * _GROWTH**turn
            for rung in self._open_rungs():
                for steady in (False, True):
                    self._effort.give(share // _STEADY_PART if steady else share)
                    try:
                        found = self._climb(rung, steady=steady)
                    except SliceOver:
                        continue
                    finally:
                        self._effort.give(None)
                    if found is not None:
                        return found
                    self._exhausted.add(rung)
                    break
                if rung in self._exhausted and rung == (self._budget, self._depth):
                    return None
        return None

    def prove_shortest(self, found: Found) -> Found:
        """Try, with limited effort, to find a shorter plan; `shortest` says that there is none."""
        while True:
            fewest = self._outlook.author.soonest(
                self.start().base, nextafter(self._goal, -inf), self._limits.author
            )
            if fewest is not None and fewest >= len(found.actions):
                self.shortest = True
                return found
            aim = Aim(self._goal, len(found.actions) - 1, self._budget, steady=True)
            attempt = self._attempt(self._depth, aim)
            self._effort.give(max(_LEAST_PROOF, int(self._effort.generated * _PROOF_SHARE)))
            try:
                shorter = self._confirmed(attempt)
            except SliceOver:
                return found
            finally:
                self._effort.give(None)
            if shorter is None:
                self.shortest = True
                return found
            found = self.candidate = shorter

    def _open_rungs(self) -> Iterator[tuple[int, int]]:
        """The limits still to be tried, small ones first, as many as have a share."""
        shown = 0
        for size in range(1, self._budget + 2 * self._depth + 1):
            for depth in range(min(self._depth, size) + 1):
                budget = size - 2 * max(depth - 1, 0)
                rung = (budget, depth)
                if not self._is_rung(rung) or rung in self._exhausted:
                    continue
                yield rung
                shown += 1
                if shown == _AT_A_TIME:
                    return

    def _is_rung(self, rung: tuple[int, int]) -> bool:
        """Whether limits are worth an attempt: more depth than actions adds nothing."""
        budget, depth = rung
        if not 1 <= budget <= self._budget:
            return False
        return depth == min(1, self._depth, budget - 1) or 1 <= depth <= min(
            self._depth, budget - 1
        )

    def _levels(self, depth: int) -> int:
        slack = 0 if self._compiled.exact else _SLACK
        return depth + 1 + self._compiled.nesting + slack

    def _attempt(self, depth: int, aim: Aim) -> AuthorSearch:
        start = self._worlds.initial(self._levels(depth))
        return AuthorSearch(
            self._worlds, self._reasons, self._outlook.author, self._effort, start, aim
        )

    def _climb(self, rung: tuple[int, int], *, steady: bool) -> Found | None:
        budget, depth = rung
        attempt = self._attempts.get((*rung, steady))
        if attempt is None:
            aim = Aim(self._goal, self._limits.author, budget, steady)
            attempt = self._attempts[*rung, steady] = self._attempt(depth, aim)
        self._effort.attempt = (self._limits.author, budget, depth)
        return self._confirmed(attempt)

    def _confirmed(self, attempt: AuthorSearch) -> Found | None:
        """The next plan of an attempt that stands within the full limits."""
        found = attempt.advance()
        if found is None:
            return None
        if self.candidate is None:
            self.candidate = found
        self._effort.give(max(_LEAST_CONFIRMATION, int(self._effort.generated * _CONFIRMATION)))
        confirmation = Confirmation(self._worlds, self._reasons, self.start(), self._budget)
        try:
            confirmed = confirmation.confirm(found)
        except SliceOver:
            self.minimal = False
            return found
        if confirmed is None:
            # Rejected: the attempt goes on when its turn comes again.
            raise SliceOver
        self.minimal = True
        self.candidate = confirmed
        return confirmed
