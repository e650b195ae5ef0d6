"""Comparisons as bits: which of them hold in a valuation is one number, its mask.

Every comparison of a fluent with a value that occurs anywhere gets a bit. A conjunction is then a
number as well, and holds when `need & mask == need`: one machine instruction or a few instead of
a walk through the conditions.
"""

from collections.abc import Iterator
from typing import NamedTuple

from whoknows.plan.problem import (
    Arithmetic,
    Choose,
    Condition,
    Event,
    Every,
    Is,
    Path,
    Problem,
    Read,
    Relation,
    Some,
    Term,
    Value,
    compare,
    every,
)

# A pseudo-comparison: this number has been calculated, and may be anything. Holds in no valuation.
MOVED = "moved"


class Needs(NamedTuple):
    """A condition, taken apart.

    It holds when all of `mask` holds in the state itself, for each of `minds` all of its mask in
    the state along that path, in each of `choices` all of one mask, and `rest`, if there is any.
    """

    mask: int
    minds: tuple[tuple[Path, int], ...]
    choices: tuple[tuple[int, ...], ...]
    rest: Condition | None
    depth: int


class Literals:
    """The bits, and the mask of each value of each fluent."""

    def __init__(self, problem: Problem) -> None:
        self._bits: dict[tuple[int, str, Value], int] = {}
        self._of_fluent: list[list[tuple[str, Value, int]]] = [[] for _ in problem.fluents]
        self._rarity: dict[int, int] = {}
        self._rarest: dict[int, int] = {}
        self._cleared: list[int | None] = [None] * len(problem.fluents)
        self._masks: list[dict[Value, int]] = [{} for _ in problem.fluents]

    def bit(self, fluent: int, operator: str, value: Value) -> int:
        """The bit of a comparison."""
        key = (fluent, operator, value)
        found = self._bits.get(key)
        if found is None:
            if any(self._masks):
                raise AssertionError("every bit is made before the first mask is asked for")
            found = self._bits[key] = 1 << len(self._bits)
            self._of_fluent[fluent].append((operator, value, found))
            for other, _, each in self._of_fluent[fluent]:
                self._rarity[each] = len(self._of_fluent[fluent]) if other == "==" else 0
        return found

    def rarest(self, mask: int) -> int:
        """The comparison of these that holds most rarely: an equality among many values."""
        found = self._rarest.get(mask)
        if found is None:
            bits = []
            rest = mask
            while rest:
                bits.append(rest & -rest)
                rest &= rest - 1
            found = self._rarest[mask] = max(bits, key=self._rarity.__getitem__)
        return found

    def mask(self, fluent: int, value: Value) -> int:
        """The comparisons that hold when this fluent has this value."""
        found = self._masks[fluent].get(value)
        if found is None:
            found = sum(
                bit
                for operator, other, bit in self._of_fluent[fluent]
                if operator != MOVED and compare(operator, value, other)
            )
            self._masks[fluent][value] = found
        return found

    def changed(self, mask: int, fluent: int, value: Value) -> int:
        """The mask of a valuation after one fluent has changed."""
        cleared = self._cleared[fluent]
        if cleared is None:
            cleared = self._cleared[fluent] = ~self.any_of(fluent)
        return mask & cleared | self.mask(fluent, value)

    def whole(self, values: tuple[Value, ...]) -> int:
        """The comparisons that hold in a valuation."""
        mask = 0
        for fluent, value in enumerate(values):
            mask |= self.mask(fluent, value)
        return mask

    def of_fluent(self, fluent: int) -> list[tuple[str, Value, int]]:
        """Every comparison with a fluent: operator, value, bit."""
        return self._of_fluent[fluent]

    def any_of(self, fluent: int) -> int:
        """Every comparison with this fluent."""
        return sum(bit for _, _, bit in self._of_fluent[fluent])

    def needs(self, condition: Condition) -> Needs:
        """A condition taken apart."""
        mask = 0
        minds: dict[Path, int] = {}
        choices: list[tuple[int, ...]] = []
        rest: list[Condition] = []
        parts = condition.parts if isinstance(condition, Every) else (condition,)
        for part in parts:
            if isinstance(part, Is):
                bit = self.bit(part.fluent, part.operator, part.value)
                if part.path:
                    minds[part.path] = minds.get(part.path, 0) | bit
                else:
                    mask |= bit
            elif isinstance(part, Some) and (options := self._options(part)):
                choices.append(options)
            else:
                rest.append(part)
        depth = max((len(path) for path in paths(condition)), default=0)
        whole = every(rest) if rest else None
        return Needs(mask, tuple(minds.items()), tuple(choices), whole, depth)

    def _options(self, condition: Some) -> tuple[int, ...] | None:
        """The masks of a disjunction of conjunctions in the state itself; None for any other."""
        options: list[int] = []
        for part in condition.parts:
            mask = 0
            for each in part.parts if isinstance(part, Every) else (part,):
                if not isinstance(each, Is) or each.path:
                    return None
                mask |= self.bit(each.fluent, each.operator, each.value)
            options.append(mask)
        return tuple(options)


def reads(node: Condition | Term) -> Iterator[tuple[Path, int]]:
    """Every fluent a condition or term reads, with its path."""
    match node:
        case Is(path, fluent) | Read(path, fluent):
            yield path, fluent
        case Every(parts) | Some(parts):
            for part in parts:
                yield from reads(part)
        case Relation(_, left, right) | Arithmetic(_, left, right):
            yield from reads(left)
            yield from reads(right)
        case Choose(condition, then, otherwise):
            yield from reads(condition)
            yield from reads(then)
            yield from reads(otherwise)
        case _:
            return


def paths(node: Condition | Term) -> Iterator[Path]:
    """The paths along which a condition or term reads."""
    for path, _ in reads(node):
        yield path


def everything_read(event: Event) -> set[int]:
    """Every fluent that decides anything about an event, along whatever path it is read."""
    nodes = [event.condition, *event.observers]
    values = [each.value for each in event.effects]
    nodes += [each.condition for each in event.effects]
    return {fluent for node in (*nodes, *values) for _, fluent in reads(node)}
