"""How much somebody could gain at most, and how soon: a delete relaxation on bits.

What once held goes on holding: a relaxed state is the mask of all comparisons that may hold by
now. Everything that may happen happens at once, triggers at no cost, one round of actions a step;
what is believed is taken to be whatever is wanted. A number that is calculated becomes anything.

Admissible, and so safe to prune with: every real course of events of k actions only makes
comparisons hold that the first k rounds make hold as well, and the highest utility over all values
that are possible then is no less than the real one. (By induction over the rounds: the condition
of what really happens holds by the relaxed mask, so its effects are in the next one.)
"""

from collections.abc import Callable
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import NamedTuple

from whoknows.plan.problem import (
    Arithmetic,
    Choose,
    Condition,
    Constant,
    Every,
    Is,
    Read,
    Relation,
    Some,
    Term,
    Value,
)
from whoknows.plan.search.compiled import CompiledEvent, CompiledProblem
from whoknows.plan.search.literals import MOVED, reads
from whoknows.plan.search.worlds import State

Interval = tuple[float, float]
Bounding = Callable[[int, tuple[Value, ...]], Interval]


class _Step(NamedTuple):
    """What may happen: when all of `need` and one of each choice hold, `adds` may hold."""

    need: int
    choices: tuple[tuple[int, ...], ...]
    adds: int


class Bounds:
    """The most one utility can reach within a number of actions, from any valuation."""

    def __init__(
        self, compiled: CompiledProblem, utility: Term, actions: tuple[CompiledEvent, ...]
    ) -> None:
        self._literals = compiled.literals
        self._moved: dict[int, int] = {}
        relevant = relevant_fluents(utility, (*actions, *compiled.triggers))
        self.relevant = relevant
        self._bounding = self._bound(utility)
        self._events = actions, compiled.triggers
        chosen = sorted(relevant)
        self._key: Callable[[tuple[Value, ...]], object] = (
            itemgetter(*chosen) if chosen else lambda _values: None
        )
        self._layers: dict[object, tuple[list[float], list[_Step], list[_Step], int]] = {}
        self._of_base: dict[State, list[float]] = {}

    def most(self, base: State, steps: int) -> float:
        """The most the utility can be after at most so many actions."""
        layers = self._of_base.get(base)
        if layers is None:
            layers = self._of_base[base] = self._start(base)
        if steps < len(layers):
            return layers[steps]
        if layers[-1] == inf:
            return inf
        return self._extend(base, layers, steps)

    def soonest(self, base: State, goal: float, limit: int) -> int | None:
        """The fewest actions after which the utility may reach `goal`; None for never."""
        for steps in range(limit + 1):
            if self.most(base, steps) >= goal:
                return steps
            layers = self._of_base[base]
            if steps >= len(layers):
                return None
        return None

    @cached_property
    def _actions(self) -> list[_Step]:
        return self._steps(self._events[0], self.relevant)

    @cached_property
    def _triggers(self) -> list[_Step]:
        return self._steps(self._events[1], self.relevant)

    def _start(self, base: State) -> list[float]:
        key = self._key(base.values)
        found = self._layers.get(key)
        if found is None:
            most = [self._bounding(base.mask, base.values)[1]]
            found = self._layers[key] = (most, self._actions, self._triggers, base.mask)
        return found[0]

    def _extend(self, base: State, most: list[float], steps: int) -> float:
        """Work out further rounds; when nothing new can happen the last one stands for all."""
        key = self._key(base.values)
        _, actions, triggers, mask = self._layers[key]
        while len(most) <= steps:
            grown, actions = _round(actions, mask)
            while True:
                before = grown
                grown, triggers = _round(triggers, grown)
                if grown == before:
                    break
            if grown == mask:
                break
            mask = grown
            most.append(self._bounding(mask, base.values)[1])
        self._layers[key] = (most, actions, triggers, mask)
        return most[min(steps, len(most) - 1)]

    def _steps(self, events: tuple[CompiledEvent, ...], relevant: set[int]) -> list[_Step]:
        """Each effect on something relevant, with all it needs."""
        steps: dict[_Step, None] = {}
        for event in events:
            plain = 0
            for effect in event.real:
                if effect.fluent not in relevant:
                    continue
                adds = self._adds(effect.fluent, effect.value, constant=effect.constant)
                if effect.unconditional:
                    plain |= adds
                    continue
                more = self._literals.needs(effect.condition)
                need = event.mask | more.mask
                steps[_Step(need, event.needs.choices + more.choices, adds)] = None
            if plain:
                steps[_Step(event.mask, event.needs.choices, plain)] = None
        return list(steps)

    def _adds(self, fluent: int, value: Value, *, constant: bool) -> int:
        """What may hold once a fluent is set: everything about it when the value is not known."""
        if constant:
            return self._literals.mask(fluent, value)
        return self._literals.any_of(fluent) | self._moved_bit(fluent)

    def _moved_bit(self, fluent: int) -> int:
        """The bit that says a number has been calculated and may be anything."""
        return self._literals.bit(fluent, MOVED, None)

    def _bound(self, term: Term) -> Bounding:
        """A function from a relaxed mask to the lowest and highest value of a term."""
        match term:
            case Constant(value):
                return _constant(-inf if value is None else float(value))
            case Read(path, fluent):
                return self._bound_read(path != (), fluent)
            case Arithmetic(operator, left, right):
                return _combined(operator, self._bound(left), self._bound(right))
            case Choose(condition, then, otherwise):
                return _either(
                    self._may(condition),
                    self._may(condition, wanted=False),
                    self._bound(then),
                    self._bound(otherwise),
                )

    def _bound_read(self, believed: bool, fluent: int) -> Bounding:
        if believed:
            return lambda _mask, _values: (-inf, inf)
        moved = self._moved_bit(fluent)
        known = [
            (bit, float(value))
            for operator, value, bit in self._literals.of_fluent(fluent)
            if operator == "==" and value is not None
        ]

        def bound(mask: int, values: tuple[Value, ...]) -> Interval:
            if mask & moved:
                return -inf, inf
            own = values[fluent]
            possible = [value for bit, value in known if bit & mask]
            # unknown makes any sum unknown, which improves on nothing
            possible.append(-inf if own is None else float(own))
            return min(possible), max(possible)

        return bound

    def _may(self, condition: Condition, *, wanted: bool = True) -> Callable[[int], bool]:
        """A function that tells whether a condition (or its opposite) may hold."""
        match condition:
            case Is(path, fluent, operator, value):
                if path:
                    return lambda _mask: True
                real = operator if wanted else _OPPOSITE[operator]
                bit = self._literals.bit(fluent, real, value)
                return lambda mask: mask & bit != 0
            case Relation():
                return lambda _mask: True
            case Every(parts) | Some(parts):
                tests = [self._may(part, wanted=wanted) for part in parts]
                if isinstance(condition, Every) is wanted:
                    return lambda mask: all(test(mask) for test in tests)
                return lambda mask: any(test(mask) for test in tests)


_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def relevant_fluents(utility: Term, events: tuple[CompiledEvent, ...]) -> set[int]:
    """The fluents that may, however indirectly, decide about a utility.

    Those it reads, and all that is read by an event that sets one of them.
    """
    relevant = {fluent for _, fluent in reads(utility)}
    pending = [
        (
            {effect.fluent for effect in event.real},
            event.reads,
        )
        for event in events
    ]
    grown = True
    while grown:
        grown = False
        later = []
        for targets, sources in pending:
            if targets & relevant:
                relevant |= sources
                grown = True
            else:
                later.append((targets, sources))
        pending = later
    return relevant


def _round(steps: list[_Step], mask: int) -> tuple[int, list[_Step]]:
    """Everything that may happen at once, and what is left for later rounds."""
    grown = mask
    left: list[_Step] = []
    for step in steps:
        need, choices, adds = step
        if need & mask != need or (choices and not _one_of_each(choices, mask)):
            left.append(step)
        else:
            grown |= adds
    return grown, left


def _one_of_each(choices: tuple[tuple[int, ...], ...], mask: int) -> bool:
    return all(any(option & mask == option for option in choice) for choice in choices)


def _constant(value: float) -> Bounding:
    return lambda _mask, _values: (value, value)


def _combined(operator: str, left: Bounding, right: Bounding) -> Bounding:
    def bound(mask: int, values: tuple[Value, ...]) -> Interval:
        low, high = left(mask, values)
        other_low, other_high = right(mask, values)
        if operator == "+":
            return _whole(low + other_low, high + other_high)
        if operator == "-":
            return _whole(low - other_high, high - other_low)
        if inf in (-low, high, -other_low, other_high) or operator == "/":
            return -inf, inf
        products = [one * other for one in (low, high) for other in (other_low, other_high)]
        return min(products), max(products)

    return bound


def _either(
    may: Callable[[int], bool], may_not: Callable[[int], bool], then: Bounding, other: Bounding
) -> Bounding:
    def bound(mask: int, values: tuple[Value, ...]) -> Interval:
        if not may_not(mask):
            return then(mask, values)
        if not may(mask):
            return other(mask, values)
        low, high = then(mask, values)
        other_low, other_high = other(mask, values)
        return min(low, other_low), max(high, other_high)

    return bound


def _whole(low: float, high: float) -> Interval:
    """An interval in which infinity less infinity, which is no number, says nothing."""
    return (low if low == low else -inf), (high if high == high else inf)  # noqa: PLR0124
