"""What a formula is along a perspective (CORE, "Evaluation"): worlds and attitudes, one by one.

A *world* is a choice of one value for each fluent of the formula; an *attitude* is a choice of a
set of values for each: what somebody may hold in that world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import product
from typing import TypeAlias

from tests.reference.cells import Basis, Cell, Kind, both, range_to
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
    Compare,
    Comparison,
    Constant,
    Formula,
    HasSaid,
    Implies,
    Is,
    Not,
    Or,
    Quantified,
    Quantity,
    Verb,
    WasTold,
    Which,
)
from whoknows.model.story import READER, Story
from whoknows.model.values import Numbers, Values, indexes, is_single

Chain: TypeAlias = tuple[int, ...]
State: TypeAlias = Sequence[Cell]
World: TypeAlias = Mapping[int, int]
Truth: TypeAlias = bool | None
"""``None``: neither yes nor no."""

COMMON_DEPTH = 3


class Reading(Enum):
    """How a cell is read: as it stands, or without what is merely taken for granted or a hunch."""

    FULL = "full"
    BELIEVED = "unaware is open, a hunch narrows nothing"
    CONSIDERED = "a hunch narrows nothing"
    SUSPECTED = "unaware is open"


READINGS = {
    Verb.KNOWS: Reading.BELIEVED,
    Verb.KNOWS_WHETHER: Reading.BELIEVED,
    Verb.BELIEVES: Reading.BELIEVED,
    Verb.SUSPECTS: Reading.SUSPECTED,
    Verb.CONSIDERS: Reading.CONSIDERED,
    Verb.WONDERS: Reading.FULL,
    Verb.UNAWARE: Reading.FULL,
}


def read(cell: Cell, reading: Reading) -> Values:
    """Return the values a mind allows, read this way."""
    if not cell.aware and reading in {Reading.BELIEVED, Reading.SUSPECTED}:
        return cell.full
    if cell.kind is not Kind.OWN or reading in {Reading.FULL, Reading.SUSPECTED}:
        return cell.possible
    # An assumption that a hunch has overruled is not revived by leaving the hunch out.
    seen_or_told, assumed = cell.narrowed(range_to(Basis.TOLD)), cell.evidence[Basis.ASSUMED]
    if assumed is not None and both(cell.possible, assumed):
        return both(seen_or_told, assumed)
    return seen_or_told


@dataclass(frozen=True)
class Evaluator:
    """Reads formulas off the cells that ``state`` gives for each chain."""

    story: Story
    state: Callable[[Chain], State]
    boundaries: frozenset[int] = frozenset({0})
    """Numbers where a formula or a cell changes its mind."""

    def decide(self, formula: Formula, chain: Chain, reading: Reading = Reading.FULL) -> Truth:
        """Return what the formula is in all worlds the chain allows."""
        return self._bounded(formula, chain)._over_worlds(formula, chain, reading)

    def _bounded(self, formula: Formula, chain: Chain) -> Evaluator:
        found = set(self.boundaries)
        for part in parts(formula):
            if isinstance(part, Is) and isinstance(part.values, Numbers):
                found |= ends(part.values)
        for at, fluent in speaks_of(formula, chain):
            if self.story.domain_of(fluent).is_number:
                for above in (at[:n] for n in range(len(at) + 1)):
                    cell = self.state(above)[fluent]
                    for values in (cell.among, *cell.evidence):
                        if isinstance(values, Numbers):
                            found |= ends(values)
        return Evaluator(self.story, self.state, frozenset(found))

    def _over_worlds(self, formula: Formula, chain: Chain, reading: Reading) -> Truth:
        state = self.state(chain)
        allowed = {f: read(state[f], reading) for f in fluents(formula)}
        return agreed(self._value(formula, chain, world) for world in self._worlds(allowed))

    def _worlds(self, allowed: Mapping[int, Values]) -> Iterator[World]:
        for choice in product(*(self._singles(values) for values in allowed.values())):
            yield dict(zip(allowed, choice, strict=True))

    @cached_property
    def _samples(self) -> list[int]:
        # Between two neighbouring boundaries all numbers are alike, except in comparison with each
        # other: for that two of each stretch are enough.
        return sorted({b + step for b in self.boundaries for step in range(-2, 3)})

    def _singles(self, values: Values) -> Sequence[int]:
        if isinstance(values, Numbers):
            return [n for n in self._samples if values & Numbers.just(n)]
        return indexes(values)

    def _value(self, formula: Formula, chain: Chain, world: World) -> Truth:
        """Return what the formula is along the chain if this world is so there."""
        match formula:
            case Constant():
                return formula.value
            case Is():
                return bool(both(formula.values, self._just(formula.fluent, world)))
            case Compare():
                return self._compare(formula, world)
            case Not():
                return negation(self._value(formula.part, chain, world))
            case And():
                return conjunction(self._value(part, chain, world) for part in formula.parts)
            case Or():
                return disjunction(self._value(part, chain, world) for part in formula.parts)
            case Implies():
                premise = negation(self._value(formula.premise, chain, world))
                return disjunction((premise, self._value(formula.conclusion, chain, world)))
            case Attitude():
                return self._attitude(formula.who, formula.verb, formula.content, chain, world)
            case Quantified() | Common():
                return self._value(spelled_out(formula), chain, world)
            case WasTold() | HasSaid():
                raise NotImplementedError("history is the ledger's")

    def _just(self, fluent: int, world: World) -> Values:
        value = world[fluent]
        return Numbers.just(value) if self.story.domain_of(fluent).is_number else 1 << value

    def _compare(self, formula: Compare, world: World) -> bool:
        left, right = world[formula.left], world[formula.right]
        names = self.story.domain_of(formula.left).names
        other_names = self.story.domain_of(formula.right).names
        if names is not None and other_names is not None:
            same = names[left] == other_names[right]
            return same if formula.how is Comparison.EQUAL else not same
        return {
            Comparison.EQUAL: left == right,
            Comparison.UNEQUAL: left != right,
            Comparison.LESS: left < right,
            Comparison.AT_MOST: left <= right,
            Comparison.MORE: left > right,
            Comparison.AT_LEAST: left >= right,
        }[formula.how]

    def _attitude(
        self, who: int, verb: Verb, content: Formula | Which, chain: Chain, world: World
    ) -> Truth:
        if verb is Verb.HAS_HUNCH:
            suspects = self._attitude(who, Verb.SUSPECTS, content, chain, world)
            believes = self._attitude(who, Verb.BELIEVES, content, chain, world)
            return conjunction((suspects, negation(believes)))
        own_mind = chain[-1:] == (who,)
        inner = chain if own_mind else (*chain, who)
        if who == READER and inner != (READER,):
            return None  # nobody reckons with the reader
        aware = [self.state(at)[fluent].aware for at, fluent in speaks_of(content, inner)]
        if verb is Verb.UNAWARE:
            return False if any(aware) else self._is_so(content, chain, world)
        cells = {f: self.state(inner)[f] for f in fluents(content)}
        choices = [
            self._may_hold(cell, READINGS[verb], self._just(f, world), own_mind=own_mind)
            for f, cell in cells.items()
        ]
        verdicts: list[Truth] = []
        for sets in product(*choices):
            attitude = dict(zip(cells, sets, strict=True))
            held = self._held(content, inner, attitude)
            match verb:
                case Verb.BELIEVES | Verb.SUSPECTS:
                    verdicts.append(held is True)
                case Verb.CONSIDERS:
                    verdicts.append(held is not False)
                case Verb.WONDERS:
                    verdicts.append(held is None and all(aware))
                case _:
                    if held is None or (held is False and verb is Verb.KNOWS):
                        verdicts.append(False)
                    else:
                        right = self._is_right(content, attitude, chain, world)
                        verdicts.append(right if held else negation(right))
        if not chain and verb in {Verb.KNOWS, Verb.KNOWS_WHETHER}:
            # What the author has left open, nobody can know.
            open_fact = self._left_open(content)
            verdicts = [False if open_fact else verdict for verdict in verdicts]
        return agreed(verdicts)

    def _may_hold(
        self, cell: Cell, reading: Reading, in_world: Values, *, own_mind: bool
    ) -> list[Values]:
        """Return the sets somebody with this cell may hold in a world with this value."""
        if cell.kind is Kind.OWN:
            return [read(cell, reading)]
        if not cell.aware and reading in {Reading.BELIEVED, Reading.SUSPECTED}:
            return [cell.full]
        if cell.kind is Kind.SETTLED:
            return [in_world]
        if own_mind:
            return [in_world] if cell.kind is Kind.FIXED else [in_world, cell.full]
        each = [self._as_set(n, cell.full) for n in self._singles(cell.possible)]
        return each if cell.kind is Kind.FIXED else [*each, cell.full]

    def _as_set(self, value: int, full: Values) -> Values:
        return Numbers.just(value) if isinstance(full, Numbers) else 1 << value

    def _held(
        self, content: Formula | Which, inner: Chain, attitude: Mapping[int, Values]
    ) -> Truth:
        """Return what the content is to a mind with this attitude."""
        if isinstance(content, Which):
            return True if is_single(attitude[content.fluent]) else None
        return agreed(self._value(content, inner, world) for world in self._worlds(attitude))

    def _is_so(self, content: Formula | Which, chain: Chain, world: World) -> Truth:
        return True if isinstance(content, Which) else self._value(content, chain, world)

    def _is_right(
        self,
        content: Formula | Which,
        attitude: Mapping[int, Values],
        chain: Chain,
        world: World,
    ) -> Truth:
        if isinstance(content, Which):
            return attitude[content.fluent] == self._just(content.fluent, world)
        return self._value(content, chain, world)

    def _left_open(self, content: Formula | Which) -> bool:
        if isinstance(content, Which):
            return not self.state(())[content.fluent].sure
        return self._over_worlds(content, (), Reading.FULL) is None


def agreed(verdicts: Iterable[Truth]) -> Truth:
    """Return what all say, ``None`` where they differ."""
    different = set(verdicts)
    return different.pop() if len(different) == 1 else None


def negation(truth: Truth) -> Truth:
    """Return the contrary."""
    return None if truth is None else not truth


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Return whether all hold."""
    found = set(truths)
    return False if False in found else None if None in found else True


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Return whether any holds."""
    return negation(conjunction([negation(truth) for truth in truths]))


def spelled_out(formula: Quantified | Common) -> Formula:
    """Return the same in simpler words."""
    if isinstance(formula, Common):
        chains: list[Chain] = [()]
        minds: list[Formula] = []
        for _ in range(COMMON_DEPTH):
            chains = [(m, *c) for c in chains for m in formula.members if c[:1] != (m,)]
            minds += [nested(chain, formula.content) for chain in chains]
        return And((formula.content, *minds))
    each = [Attitude(who, formula.verb, formula.content) for who in formula.members]
    signed: tuple[Formula, ...] = tuple(Not(a) if formula.negated else a for a in each)
    match formula.quantity:
        case Quantity.EVERYONE:
            return And(signed)
        case Quantity.SOMEBODY:
            return Or(signed)
        case Quantity.NOBODY:
            return Not(Or(signed))


def nested(chain: Chain, content: Formula) -> Formula:
    """Return that the first knows that the second knows … the content."""
    for who in reversed(chain):
        content = Attitude(who, Verb.KNOWS, content)
    return content


def parts(formula: Formula | Which) -> Iterator[Formula | Which]:
    """Yield the formula and everything in it."""
    yield formula
    match formula:
        case Not():
            yield from parts(formula.part)
        case And() | Or():
            for part in formula.parts:
                yield from parts(part)
        case Implies():
            yield from parts(formula.premise)
            yield from parts(formula.conclusion)
        case Attitude():
            yield from parts(formula.content)
        case Quantified() | Common():
            yield from parts(spelled_out(formula))
        case _:
            pass


def fluents(formula: Formula | Which) -> list[int]:
    """Return the fluents the formula speaks of, in a fixed order."""
    return sorted({fluent for _, fluent in speaks_of(formula, ())})


def speaks_of(formula: Formula | Which, chain: Chain) -> set[tuple[Chain, int]]:
    """Return the cells a formula read along this chain is about in the end."""
    match formula:
        case Is() | Which():
            return {(chain, formula.fluent)}
        case Compare():
            return {(chain, formula.left), (chain, formula.right)}
        case Attitude():
            if formula.who == READER and chain not in {(), (READER,)}:
                return set()
            inner = chain if chain[-1:] == (formula.who,) else (*chain, formula.who)
            return speaks_of(formula.content, inner)
        case Not():
            return speaks_of(formula.part, chain)
        case And() | Or():
            return {found for part in formula.parts for found in speaks_of(part, chain)}
        case Implies():
            return speaks_of(formula.premise, chain) | speaks_of(formula.conclusion, chain)
        case Quantified() | Common():
            return speaks_of(spelled_out(formula), chain)
        case _:
            return set()


def ends(values: Numbers) -> set[int]:
    """Return the finite ends of the ranges."""
    return {end for pair in values.ranges for end in pair if end is not None}
