"""The author's search: best first through the states that explained actions lead to.

One attempt at one character limit and one epistemic limit. Whether everybody agrees to an action
is asked when its turn comes, not when it is put in the queue: most never get their turn.

Cutting off is safe: what the relaxation (`bounds`) says cannot reach the goal in the actions that
are left cannot; and a state reached before in no more actions can be continued in no more ways,
because whether an action is explained depends on the state alone.
"""

from heapq import heappop, heappush
from math import inf, nextafter
from typing import NamedTuple, TypeAlias

from whoknows.plan.search.bounds import Bounds
from whoknows.plan.search.compiled import CompiledEvent
from whoknows.plan.search.effort import Effort
from whoknows.plan.search.reasons import Reason, Reasons
from whoknows.plan.search.worlds import State, Worlds

# How much a point of utility still missing counts, and an action still to come, against an action
# taken. Measured: docs/explanation/planning.md.
_MISSING = 6.0
_AHEAD = 2.0

_Item: TypeAlias = tuple[float, int, tuple[int, int], State, CompiledEvent, int]


class Found(NamedTuple):
    """A way somewhere: each action with the reasons found for it."""

    actions: tuple[CompiledEvent, ...]
    reasons: tuple[tuple[Reason, ...], ...]


class Arrival(NamedTuple):
    """How a state was reached."""

    cost: int
    before: State | None
    action: CompiledEvent | None
    reasons: tuple[Reason, ...]


class Aim(NamedTuple):
    """What an attempt is after, and within which limits.

    `steady`: go by length alone, so that the first way found is a shortest one.
    """

    goal: float
    author_limit: int
    budget: int
    steady: bool


class AuthorSearch:
    """One attempt. `advance` goes on where it was interrupted."""

    def __init__(
        self,
        worlds: Worlds,
        reasons: Reasons,
        bounds: Bounds,
        effort: Effort,
        start: State,
        aim: Aim,
    ) -> None:
        self._worlds = worlds
        self._reasons = reasons
        self._bounds = bounds
        self._effort = effort
        self._aim = aim
        self._short = nextafter(aim.goal, -inf)
        self._arrivals: dict[State, Arrival] = {start: Arrival(0, None, None, ())}
        self._queue: list[_Item] = []
        self._order = 0
        self._unfinished: _Item | None = None
        self._start = start
        self.best: tuple[float, State] | None = None
        self._expand(start, 0)

    def advance(self) -> Found | None:
        """The next way to the goal; None when there is no other."""
        while self._unfinished is not None or self._queue:
            # If a limit interrupts a visit, it is taken up again first.
            if self._unfinished is None:
                self._unfinished = heappop(self._queue)
            _, _, _, state, action, cost = self._unfinished
            found = self._visit(state, action, cost)
            self._unfinished = None
            if found is not None:
                return found
        return None

    def best_so_far(self) -> tuple[float, Found] | None:
        """The best that was reached short of the goal, if anything."""
        return None if self.best is None else (self.best[0], self._trace(self.best[1]))

    def _visit(self, state: State, action: CompiledEvent, cost: int) -> Found | None:
        if self._arrivals[state].cost < cost - 1:
            return None
        after = self._worlds.do(state, action)
        known = self._arrivals.get(after)
        if known is not None and known.cost <= cost:
            return None
        self._effort.visited += 1
        reasons = self._reasons.for_all(state, action, self._aim.budget)
        if reasons is None:
            return None
        self._arrivals[after] = Arrival(cost, state, action, reasons)
        worth = self._worlds.compiled.author(after)
        if worth is not None:
            if worth >= self._aim.goal:
                return self._trace(after)
            self._note(worth, after)
        self._expand(after, cost)
        return None

    def _note(self, worth: float, state: State) -> None:
        before = self._worlds.compiled.author(self._start)
        least = -inf if before is None else before
        if worth > (least if self.best is None else self.best[0]):
            self.best = worth, state

    def _expand(self, state: State, cost: int) -> None:
        left = self._aim.author_limit - cost - 1
        if left < 0:
            return
        # Among equals, what follows from the last look comes first, in the order of the file.
        self._order += 1
        for place, action in enumerate(self._worlds.actions(state)):
            after = self._reasons.after(state, action)
            soonest = self._bounds.soonest(after.base, self._short, left)
            if soonest is None:
                continue
            rank = float(cost + 1 + soonest)
            if not self._aim.steady:
                worth = self._worlds.compiled.author(after)
                missing = 1.0 if worth is None else max(0.0, self._aim.goal - worth)
                rank += (_AHEAD - 1) * soonest + _MISSING * missing
            tie = (-self._order, place)
            heappush(self._queue, (rank, soonest, tie, state, action, cost + 1))

    def _trace(self, state: State) -> Found:
        actions: list[CompiledEvent] = []
        reasons: list[tuple[Reason, ...]] = []
        arrival = self._arrivals[state]
        while arrival.before is not None and arrival.action is not None:
            actions.append(arrival.action)
            reasons.append(arrival.reasons)
            arrival = self._arrivals[arrival.before]
        return Found(tuple(reversed(actions)), tuple(reversed(reasons)))
