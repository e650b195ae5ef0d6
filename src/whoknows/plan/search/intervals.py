"""The lowest and highest a utility can be while only some comparisons are known to be possible.

Given a relaxed mask (what may hold by now) and the valuation it started from.
"""

from collections.abc import Callable
from math import inf

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
from whoknows.plan.search.literals import MOVED, Literals

Interval = tuple[float, float]
Bounding = Callable[[int, tuple[Value, ...]], Interval]
_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


class Intervals:
    """Makes bounding functions, and keeps in `bits` the comparisons they look at."""

    def __init__(self, literals: Literals) -> None:
        self._literals = literals
        self.bits = 0

    def of(self, term: Term) -> Bounding:
        """A function from a relaxed mask to the lowest and highest value of a term."""
        match term:
            case Constant(value):
                fixed = -inf if value is None else float(value)
                return lambda _mask, _values: (fixed, fixed)
            case Read(path, fluent):
                return self._read(fluent) if not path else lambda _mask, _values: (-inf, inf)
            case Arithmetic(operator, left, right):
                return _combined(operator, self.of(left), self.of(right))
            case Choose(condition, then, otherwise):
                return _either(
                    self._may(condition, wanted=True),
                    self._may(condition, wanted=False),
                    self.of(then),
                    self.of(otherwise),
                )

    def _bit(self, fluent: int, operator: str, value: Value) -> int:
        bit = self._literals.bit(fluent, operator, value)
        self.bits |= bit
        return bit

    def _read(self, fluent: int) -> Bounding:
        moved = self._bit(fluent, MOVED, None)
        known = [
            (self._bit(fluent, "==", value), float(value))
            for operator, value, _ in tuple(self._literals.of_fluent(fluent))
            if operator == "==" and value is not None
        ]

        def bound(mask: int, values: tuple[Value, ...]) -> Interval:
            if mask & moved:
                return -inf, inf
            own = values[fluent]
            # what is unknown makes any sum unknown, which improves on nothing
            possible = [-inf if own is None else float(own)]
            possible += [value for bit, value in known if bit & mask]
            return min(possible), max(possible)

        return bound

    def _may(self, condition: Condition, *, wanted: bool) -> Callable[[int], bool]:
        """A function that tells whether a condition (or its opposite) may hold."""
        match condition:
            case Is(path, fluent, operator, value):
                if path:
                    return lambda _mask: True
                bit = self._bit(fluent, operator if wanted else _OPPOSITE[operator], value)
                return lambda mask: mask & bit != 0
            case Relation():
                return lambda _mask: True
            case Every(parts) | Some(parts):
                tests = [self._may(part, wanted=wanted) for part in parts]
                if isinstance(condition, Every) is wanted:
                    return lambda mask: all(test(mask) for test in tests)
                return lambda mask: any(test(mask) for test in tests)


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


def _whole(low: float, high: float) -> Interval:
    """An interval in which infinity less infinity, which is no number, says nothing."""
    return (low if low == low else -inf), (high if high == high else inf)  # noqa: PLR0124


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
