"""The author's search: best first through the states that explained actions lead to.

One attempt at one character limit and one epistemic limit. Whether everybody agrees to an action
is asked when its turn comes, not when it is put in the queue: most never get their turn.

Cutting off is safe: what the relaxation (`bounds`) says cannot reach the goal in the actions that
are left cannot; and a state reached before in no more actions can be continued in no more ways,
because whether an action is explained depends on the state alone.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from whoknows.plan.search.bounds import Bounds
from whoknows.plan.search.compiled import CompiledEvent
from whoknows.plan.search.effort import Effort
from whoknows.plan.search.reasons import Reason, Reasons
from whoknows.plan.search.worlds import State, Worlds

_EAGERNESS = 6.0


class Found(NamedTuple):
    """A way to the goal: each action with the reasons found for it."""

    actions: tuple[CompiledEvent, ...]
    reasons: tuple[tuple[Reason, ...], ...]


class Arrival(NamedTuple):
    """How a state was reached."""

    cost: int
    before: State | None
    action: CompiledEvent | None
    reasons: tuple[Reason, ...]


class AuthorSearch:
    """One attempt. `advance` goes on where it was interrupted."""

    def __init__(
        self,
        worlds: Worlds,
        reasons: Reasons,
        bounds: Bounds,
        effort: Effort,
        start: State,
        goal: float,
        limits: tuple[int, int],
    ) -> None:
        self._worlds = worlds
        self._reasons = reasons
        self._bounds = bounds
        self._effort = effort
        self._goal = goal
        self._limit, self._budget = limits
        self._arrivals: dict[State, Arrival] = {start: Arrival(0, None, None, ())}
        self._queues: tuple[list[tuple[float, float, int, State, CompiledEvent, int]], ...] = ([], [])
        self._order = 0
        self._turn = 0
        self._unfinished: tuple[State, CompiledEvent, int] | None = None
        self._taken: set[tuple[State, CompiledEvent]] = set()
        self._expand(start, 0)

    def advance(self) -> Found | None:
        """The next way to the goal; None when there is no other."""
        while True:
            item = self._unfinished or self._next()
            if item is None:
                return None
            # If a limit interrupts what follows, this one is taken up again first.
            self._unfinished = item
            found = self._visit(*item)
            self._unfinished = None
            if found is not None:
                return found

    def _next(self) -> tuple[State, CompiledEvent, int] | None:
        """The next action to look at, from either queue in turn."""
        while self._queues[0] or self._queues[1]:
            self._turn = 1 - self._turn
            queue = self._queues[self._turn] or self._queues[1 - self._turn]
            _, _, _, state, action, cost = heappop(queue)
            if (state, action) not in self._taken:
                self._taken.add((state, action))
                return state, action, cost
        return None

    def _visit(self, state: State, action: CompiledEvent, cost: int) -> Found | None:
        if self._arrivals[state].cost < cost - 1:
            return None
        after = self._worlds.do(state, action)
        known = self._arrivals.get(after)
        if known is not None and known.cost <= cost:
            return None
        self._effort.visited += 1
        reasons = self._reasons.for_all(state, action, self._budget)
        if reasons is None:
            return None
        self._arrivals[after] = Arrival(cost, state, action, reasons)
        worth = self._worlds.compiled.author(after)
        if worth is not None and worth >= self._goal:
            return self._trace(after)
        self._expand(after, cost)
        return None

    def _expand(self, state: State, cost: int) -> None:
        left = self._limit - cost - 1
        if left < 0:
            return
        for action in self._worlds.actions(state):
            after = self._reasons.after(state, action)
            soonest = self._bounds.soonest(after.base, self._goal, left)
            if soonest is None:
                continue
            self._taken.discard((state, action))
            worth = self._worlds.compiled.author(after)
            missing = max(0.0, self._goal - worth) if worth is not None else 1.0
            self._order += 1
            length = float(cost + 1 + soonest)
            for queue, eagerness in zip(self._queues, (_EAGERNESS, 0.0), strict=True):
                rank = length + eagerness * missing
                heappush(queue, (rank, soonest, -self._order, state, action, cost + 1))

    def _trace(self, state: State) -> Found:
        actions: list[CompiledEvent] = []
        reasons: list[tuple[Reason, ...]] = []
        arrival = self._arrivals[state]
        while arrival.before is not None and arrival.action is not None:
            actions.append(arrival.action)
            reasons.append(arrival.reasons)
            arrival = self._arrivals[arrival.before]
        return Found(tuple(reversed(actions)), tuple(reversed(reasons)))
