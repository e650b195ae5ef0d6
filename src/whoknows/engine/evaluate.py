"""Whether a formula holds along a perspective (CORE, "Evaluation").

Evaluation goes over the worlds a state allows and, inside each, over the attitudes somebody may
have there; the answer is what all of them agree on, else undetermined (None). Most formulas are
decided without going over anything: three-valued logic first, worlds only where it leaves them
open. A world does not choose single values but blocks of values no atom of the formula tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import product
from typing import Protocol, assert_never

from whoknows.engine.cells import Cell, Mark
from whoknows.engine.history import was_said, was_told
from whoknows.engine.states import State
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
from whoknows.model.values import Numbers, Values, is_single

MOST_WORLDS = 20_000
"""So many worlds and attitudes are looked at for one answer; what needs more is undetermined."""

MOST_MINDS = 1_000
"""So many different minds within minds are looked at for common knowledge."""

Choice = Mapping[int, Values]
NO_CHOICE: Choice = {}


class Reading(Enum):
    """How a cell is read: with everything it holds, as belief, or as what is thought possible."""

    FULL = "full"
    BELIEF = "belief"
    CONSIDERED = "considered"
    SUSPICION = "suspicion"


class Thinker(Protocol):
    """What evaluation needs of the engine."""

    def child(self, state: State, who: int, *, raw: bool) -> State:
        """Return the state somebody is thought to be in."""
        ...

    def perceives(self, state: State, who: int) -> bool:
        """Tell whether somebody is taken to have perceived the step that led to a state."""
        ...


def value(
    minds: Thinker,
    state: State,
    formula: Formula,
    reading: Reading = Reading.FULL,
    mind: Choice = NO_CHOICE,
    *,
    raw: bool = False,
) -> bool | None:
    """Return whether a formula holds along a state: True, False, or None for undetermined.

    ``mind`` replaces the state's own sets of values where it pictures a mind that is settled, fixed
    or blank, and an attitude has been chosen for it.
    """
    return _Question(minds, raw).value(state, formula, reading, mind)


class _Question:
    """One evaluation."""

    __slots__ = ("_answers", "_left", "minds", "raw")

    def __init__(self, minds: Thinker, raw: bool) -> None:
        self.minds = minds
        self.raw = raw
        self._left = MOST_WORLDS
        self._answers: dict[tuple[State, int, Reading], bool | None] = {}

    def _has_time(self) -> bool:
        """Count one more world, or attitude; False once there have been too many."""
        self._left -= 1
        return self._left > 0

    def child(self, state: State, who: int) -> State:
        return self.minds.child(state, who, raw=self.raw)

    def value(self, state: State, formula: Formula, reading: Reading, mind: Choice) -> bool | None:
        key = (state, id(formula), reading)
        if not mind and key in self._answers:
            return self._answers[key]
        result = self._in(state, formula, reading, mind, NO_CHOICE)
        if result is None and not isinstance(formula, Is):
            result = self._over_worlds(state, formula, reading, mind)
        if not mind:
            self._answers[key] = result
        return result

    def _over_worlds(
        self, state: State, formula: Formula, reading: Reading, mind: Choice
    ) -> bool | None:
        blocks = []
        for fluent in sorted(self._fluents_here(state, formula)):
            parts = _blocks(_read(state, fluent, reading, mind), _sets_of(formula, fluent))
            if len(parts) > 1:
                blocks.append([(fluent, part) for part in parts])
        if not blocks:
            return None
        seen: bool | None = None
        for world in product(*blocks):
            if not self._has_time():
                return None
            result = self._in(state, formula, reading, mind, dict(world))
            if result is None or (seen is not None and result is not seen):
                return None
            seen = result
        return seen

    def _fluents_here(self, state: State, formula: Formula | Which) -> set[int]:
        """Return the fluents whose value in a world of this state can matter to the formula."""
        match formula:
            case Is(fluent) | Which(fluent):
                return {fluent}
            case Compare(left, _, right):
                return {left, right}
            case Not(part):
                return self._fluents_here(state, part)
            case And(parts) | Or(parts):
                return set().union(*(self._fluents_here(state, part) for part in parts))
            case Implies(premise, conclusion):
                return self._fluents_here(state, premise) | self._fluents_here(state, conclusion)
            case Attitude(who, _, content):
                return self._fluents_of_mind(state, who, content)
            case Quantified() | Common():
                return set().union(
                    *(self._fluents_of_mind(state, who, formula.content) for who in formula.members)
                )
            case _:
                return set()

    def _fluents_of_mind(self, state: State, who: int, content: Formula | Which) -> set[int]:
        kid = self.child(state, who)
        here = self._fluents_here(state, content)
        if kid is not state:
            here |= {
                f for f in self._fluents_here(kid, content) if kid.cell(f).mark is Mark.SETTLED
            }
        return here

    # --- one world -------------------------------------------------------------------------

    def _in(
        self, state: State, formula: Formula, reading: Reading, mind: Choice, world: Choice
    ) -> bool | None:
        match formula:
            case Is(fluent, values):
                here = world.get(fluent)
                if here is None:
                    here = _read(state, fluent, reading, mind)
                return _is(here, values)
            case Constant(so):
                return so
            case Not(part):
                return _not(self._in(state, part, reading, mind, world))
            case And(parts):
                return _all(self._in(state, part, reading, mind, world) for part in parts)
            case Or(parts):
                return _not(
                    _all(_not(self._in(state, part, reading, mind, world)) for part in parts)
                )
            case Implies(premise, conclusion):
                return self._in(state, Or((Not(premise), conclusion)), reading, mind, world)
            case Attitude(who, verb, content):
                return self._attitude(state, who, verb, content, reading, mind, world)
            case Quantified():
                return self._quantified(state, formula, reading, mind, world)
            case Compare(left, how, right):
                sets = [world.get(f) or _read(state, f, reading, mind) for f in (left, right)]
                return _compare(sets[0], how, sets[1])
            case Common(members, content):
                return self._common(state, members, content, reading, mind, world)
            case WasTold(who, content):
                return was_told(state, who, content, self.minds.perceives)
            case HasSaid(who, content, to):
                return was_said(state, who, content, to)
            case _:
                assert_never(formula)

    def _quantified(
        self, state: State, crowd: Quantified, reading: Reading, mind: Choice, world: Choice
    ) -> bool | None:
        def each() -> Iterator[bool | None]:
            for who in crowd.members:
                held = self._attitude(state, who, crowd.verb, crowd.content, reading, mind, world)
                yield _not(held) if crowd.negated else held

        if crowd.quantity is Quantity.EVERYONE:
            return _all(each())
        nobody = _all(_not(held) for held in each())
        return nobody if crowd.quantity is Quantity.NOBODY else _not(nobody)

    # --- somebody's mind -------------------------------------------------------------------

    def _attitude(
        self,
        state: State,
        who: int,
        verb: Verb,
        content: Formula | Which,
        reading: Reading,
        mind: Choice,
        world: Choice,
    ) -> bool | None:
        kid = self.child(state, who)
        if isinstance(content, Which):
            return self._verdict_on_value(state, kid, verb, content.fluent, (reading, mind, world))
        if kid is state:
            return self._verdict(state, kid, verb, content, reading, (mind, mind), world)
        seen: bool | None = None
        for attitude in self._attitudes(state, kid, content, (reading, mind), world):
            if not self._has_time():
                return None
            verdict = self._verdict(state, kid, verb, content, reading, (mind, attitude), world)
            if verdict is None or (seen is not None and verdict is not seen):
                return None
            seen = verdict
        return seen

    def _attitudes(
        self,
        state: State,
        kid: State,
        content: Formula,
        here: tuple[Reading, Choice],
        world: Choice,
    ) -> Iterator[Choice]:
        """Yield what the mind may hold of the fluents it is not known to have evidence of."""
        choices: list[list[tuple[int, Values]]] = []
        for fluent in sorted(self._fluents_here(kid, content)):
            cell = kid.cell(fluent)
            if cell.mark is Mark.OWN:
                continue
            if cell.mark is Mark.SETTLED:
                so = world.get(fluent) or _read(state, fluent, *here)
                options = _blocks(so, _sets_of(content, fluent))
            else:
                options = _blocks(cell.possible, _sets_of(content, fluent))
                if cell.mark is Mark.BLANK:
                    options.append(cell.full)
            choices.append([(fluent, option) for option in options])
        for choice in product(*choices):
            yield dict(choice)

    def _verdict(
        self,
        state: State,
        kid: State,
        verb: Verb,
        content: Formula,
        reading: Reading,
        minds: tuple[Choice, Choice],
        world: Choice,
    ) -> bool | None:
        """Return whether the verb fits, given what the mind holds and a world one step up."""
        mind, attitude = minds
        if verb is Verb.UNAWARE:
            if not all(not cell.aware for cell in self._cells_under(kid, content)):
                return False
            return self._in(state, content, reading, mind, world)
        held = self.value(kid, content, _READINGS[verb], attitude)
        match verb:
            case Verb.BELIEVES | Verb.SUSPECTS:
                return held is True
            case Verb.HAS_HUNCH:
                believed = self.value(kid, content, Reading.BELIEF, attitude)
                return held is True and believed is not True
            case Verb.CONSIDERS:
                return held is not False
            case Verb.WONDERS:
                return held is None and all(c.aware for c in self._cells_under(kid, content))
            case _:
                return self._knows(state, verb, content, held, (reading, mind, world))

    def _knows(
        self,
        state: State,
        verb: Verb,
        content: Formula,
        held: bool | None,
        here: tuple[Reading, Choice, Choice],
    ) -> bool | None:
        if held is None or (held is False and verb is Verb.KNOWS):
            return False
        so = self._here(state, content, *here)
        if so is None:
            # What the author has left open nobody can know; within a mind it depends on the world.
            return False if state.last is None else None
        return so is held

    def _here(
        self, state: State, content: Formula, reading: Reading, mind: Choice, world: Choice
    ) -> bool | None:
        """Return whether a formula holds in a world of this state, remembering it where it may."""
        if mind or world:
            return self._in(state, content, reading, mind, world)
        return self.value(state, content, reading, mind)

    def _verdict_on_value(
        self,
        state: State,
        kid: State,
        verb: Verb,
        fluent: int,
        here: tuple[Reading, Choice, Choice],
    ) -> bool | None:
        """Return whether the verb fits a bare valued fact: *knows hiding place*."""
        cell = kid.cell(fluent)
        if verb is Verb.UNAWARE:
            return not cell.aware
        if verb is Verb.CONSIDERS:
            return True
        left_open = state.last is None and not is_single(state.cell(fluent).possible)
        if kid is not state and cell.mark is not Mark.OWN:
            return _pictured(verb, cell.mark, left_open)
        held = _read(kid, fluent, _READINGS[verb], here[1] if kid is state else NO_CHOICE)
        match verb:
            case Verb.BELIEVES | Verb.SUSPECTS:
                return is_single(held)
            case Verb.HAS_HUNCH:
                return is_single(held) and not is_single(cell.believed)
            case Verb.WONDERS:
                return not is_single(held) and cell.aware
            case _:
                so = here[2].get(fluent) or _read(state, fluent, here[0], here[1])
                if not is_single(held) or left_open or not held & so:  # type: ignore[operator]
                    return False
                return True if is_single(so) else None

    def _cells_under(self, state: State, content: Formula | Which) -> Iterator[Cell]:
        """Yield the cells a formula rests on in a mind, down to the minds it speaks of."""
        match content:
            case Is(fluent) | Which(fluent):
                yield state.cell(fluent)
            case Compare(left, _, right):
                yield state.cell(left)
                yield state.cell(right)
            case Not(part):
                yield from self._cells_under(state, part)
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self._cells_under(state, part)
            case Implies(premise, conclusion):
                yield from self._cells_under(state, premise)
                yield from self._cells_under(state, conclusion)
            case Attitude(who, _, part):
                yield from self._cells_under(self.child(state, who), part)
            case Quantified(_, members, _, _, part) | Common(members, part):
                for who in members:
                    yield from self._cells_under(self.child(state, who), part)
            case _:
                return

    # --- common knowledge ------------------------------------------------------------------

    def _common(
        self,
        state: State,
        members: tuple[int, ...],
        content: Formula,
        reading: Reading,
        mind: Choice,
        world: Choice,
    ) -> bool | None:
        """Return whether all members know it, know that all do, and so on without end.

        A fixpoint on the graph of states: equal minds are one state, so the walk ends. That the
        innermost is so makes every belief on the way knowledge.
        """
        so = self._in(state, content, reading, mind, world)
        if so is not True:
            return so
        seen = {state}
        front = [state]
        while front:
            node = front.pop()
            for who in members:
                if (
                    self._attitude(
                        node,
                        who,
                        Verb.BELIEVES,
                        content,
                        reading,
                        mind if node is state else {},
                        {},
                    )
                    is not True
                ):
                    return False
                kid = self.child(node, who)
                if kid not in seen:
                    if len(seen) > MOST_MINDS:
                        return None
                    seen.add(kid)
                    front.append(kid)
        return True


_READINGS = {
    Verb.KNOWS: Reading.BELIEF,
    Verb.KNOWS_WHETHER: Reading.BELIEF,
    Verb.BELIEVES: Reading.BELIEF,
    Verb.SUSPECTS: Reading.SUSPICION,
    Verb.HAS_HUNCH: Reading.SUSPICION,
    Verb.CONSIDERS: Reading.CONSIDERED,
    Verb.WONDERS: Reading.FULL,
    Verb.UNAWARE: Reading.FULL,
}


def _pictured(verb: Verb, mark: Mark, left_open: bool) -> bool | None:
    """Return whether the verb fits a mind settled on some value, or quite unknown."""
    if mark is Mark.BLANK or (mark is Mark.FIXED and verb in (Verb.KNOWS, Verb.KNOWS_WHETHER)):
        return None
    knowing = verb not in (Verb.WONDERS, Verb.HAS_HUNCH)
    return knowing and not left_open


def _read(state: State, fluent: int, reading: Reading, mind: Choice) -> Values:
    chosen = mind.get(fluent)
    if chosen is not None:
        return chosen
    cell = state.cell(fluent)
    if cell.mark is not Mark.OWN:
        return cell.full
    match reading:
        case Reading.BELIEF:
            return cell.believed
        case Reading.CONSIDERED:
            return cell.considered
        case Reading.SUSPICION:
            return cell.possible if cell.aware else cell.full
        case _:
            return cell.possible


def _is(here: Values, values: Values) -> bool | None:
    common = here & values  # type: ignore[operator]  # both of one domain
    if not common:
        return False
    return True if common == here else None


def _not(result: bool | None) -> bool | None:
    return None if result is None else not result


def _all(results: Iterable[bool | None]) -> bool | None:
    undetermined = False
    for result in results:
        if result is False:
            return False
        undetermined = undetermined or result is None
    return None if undetermined else True


def _compare(left: Values, how: Comparison, right: Values) -> bool | None:
    assert isinstance(left, Numbers)
    assert isinstance(right, Numbers)
    match how:
        case Comparison.EQUAL:
            if not left & right:
                return False
            return True if is_single(left) and left == right else None
        case Comparison.UNEQUAL:
            return _not(_compare(left, Comparison.EQUAL, right))
        case Comparison.LESS:
            return _below(left, right, 0)
        case Comparison.AT_MOST:
            return _below(left, right, 1)
        case Comparison.MORE:
            return _below(right, left, 0)
        case Comparison.AT_LEAST:
            return _below(right, left, 1)


def _below(left: Numbers, right: Numbers, slack: int) -> bool | None:
    """Tell whether every number of the left is below every one of the right (plus the slack)."""
    low, high = left.ranges[0][0], left.ranges[-1][1]
    low2, high2 = right.ranges[0][0], right.ranges[-1][1]
    if high is not None and low2 is not None and high < low2 + slack:
        return True
    if low is not None and high2 is not None and low >= high2 + slack:
        return False
    return None


def _blocks(values: Values, sets: Iterable[Values]) -> list[Values]:
    """Split a set of values into blocks that none of the sets tells apart."""
    blocks = [values]
    for one in sets:
        rest = one.complement() if isinstance(one, Numbers) else ~one
        blocks = [
            part
            for block in blocks
            for part in (block & one, block & rest)  # type: ignore[operator]
            if part
        ]
    return blocks


def _sets_of(formula: Formula | Which, fluent: int) -> list[Values]:
    """Return the sets of values into which the formula's atoms divide a fluent, at any depth."""
    found: list[Values] = []
    for part in parts_of(formula):
        match part:
            case Is(f, values) if f == fluent and values not in found:
                found.append(values)
            case _:
                pass
    return found


def parts_of(formula: Formula | Which) -> Iterator[Formula | Which]:
    """Yield a formula and everything in it."""
    yield formula
    match formula:
        case Not(part):
            yield from parts_of(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from parts_of(part)
        case Implies(premise, conclusion):
            yield from parts_of(premise)
            yield from parts_of(conclusion)
        case Attitude() | Quantified() | Common() | WasTold() | HasSaid():
            yield from parts_of(formula.content)
        case _:
            return


def fluents_of(formula: Formula | Which) -> frozenset[int]:
    """Return every fluent in a formula, at any depth."""
    found: set[int] = set()
    for part in parts_of(formula):
        match part:
            case Is(fluent) | Which(fluent):
                found.add(fluent)
            case Compare(left, _, right):
                found |= {left, right}
            case _:
                pass
    return frozenset(found)


def fluents_outside_minds(formula: Formula | Which) -> frozenset[int]:
    """Return the fluents a formula speaks of itself, not by way of what somebody thinks."""
    match formula:
        case Attitude() | Quantified() | Common() | WasTold() | HasSaid():
            return frozenset()
        case Not(part):
            return fluents_outside_minds(part)
        case And(parts) | Or(parts):
            return frozenset().union(*(fluents_outside_minds(part) for part in parts))
        case Implies(premise, conclusion):
            return fluents_outside_minds(premise) | fluents_outside_minds(conclusion)
        case _:
            return fluents_of(formula)


def has_minds(formula: Formula) -> bool:
    """Tell whether a formula speaks of minds."""
    return any(
        isinstance(part, Attitude | Quantified | Common | WasTold | HasSaid)
        for part in parts_of(formula)
    )
