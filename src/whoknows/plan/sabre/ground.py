"""Parameters filled in: from `lifted` to the `problem` the search works on.

A definition is filled in slot by slot; a part of its precondition that rests on properties no
event ever changes is looked at as soon as its last slot is filled, and cuts off everything below.
Then what can never happen is dropped (`reach`).
"""

from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from whoknows.plan.problem import (
    TRUE,
    Condition,
    Constant,
    Effect,
    Event,
    Path,
    Problem,
    Term,
    always,
    compare,
    never,
)
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.beginning import Beliefs, assignments_of
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.instance import Instances
from whoknows.plan.sabre.lifted import (
    Becomes,
    Cases,
    Junction,
    LiftedEvent,
    LiftedProblem,
    Mind,
    Node,
    Over,
)
from whoknows.plan.sabre.reach import drop_unreachable

# Combinations looked at for one definition, and events made of all.
STEP_LIMIT = 1_000_000
EVENT_LIMIT = 100_000


class _TooMany(Exception):  # noqa: N818 - a jump out of the grounding, never seen outside
    """More fillings than the limit; it has been reported."""


def ground(lifted: LiftedProblem, findings: Findings) -> Problem | None:
    """The problem with every parameter filled in; None when it is too large or contradictory."""
    instances = Instances(lifted)
    beliefs = _initial(lifted, instances)
    instances.fix(_unchanging(lifted, instances, beliefs), beliefs)
    try:
        events: list[tuple[LiftedEvent, tuple[Event, ...]]] = []
        left = EVENT_LIMIT
        for event in lifted.events:
            made = tuple(_Filling(event, lifted, instances, findings).events(left))
            events.append((event, made))
            left -= len(made)
    except _TooMany:
        return None
    if findings.failed:
        return None
    utilities = tuple(None if node is None else instances.term(node) for node in lifted.utilities)
    author = Constant(0) if lifted.author is None else instances.term(lifted.author)
    names = instances.names()
    problem = Problem(
        lifted.entities[: lifted.character_count],
        names,
        tuple(beliefs.value((), fluent) for fluent in range(len(names))),
        beliefs.differences(),
        tuple(each for event, found in events if event.kind == "action" for each in found),
        tuple(each for event, found in events if event.kind == "trigger" for each in found),
        utilities,
        author,
    )
    return drop_unreachable(problem, instances.booleans())


def _initial(lifted: LiftedProblem, instances: Instances) -> Beliefs:
    """The initial state: each expression in the order of the file, each part of a `&` in turn."""
    beliefs = Beliefs(instances.default)
    todo = list(reversed(lifted.initial))
    while todo:
        node = todo.pop()
        if isinstance(node, Junction) and node.every:
            todo.extend(reversed(node.parts))
        else:
            beliefs.apply(assignments_of(instances.effects(node, ()), beliefs))
    return beliefs


def _unchanging(lifted: LiftedProblem, instances: Instances, beliefs: Beliefs) -> set[int]:
    """The properties no event sets and about which nobody is wrong at the start."""
    changing = {instances.property_of(fluent) for _, fluent in beliefs.differing()}
    for event in lifted.events:
        changing.update(_set_by(event.effect))
    return set(range(len(lifted.properties))) - changing


def _set_by(node: Node | None) -> Iterator[int]:
    """The properties an effect sets."""
    match node:
        case Becomes(_, target):
            yield target.property
        case Junction(_, parts):
            for part in parts:
                yield from _set_by(part)
        case Cases(branches, otherwise):
            for _, body in branches:
                yield from _set_by(body)
            yield from _set_by(otherwise)
        case Over(body=body) | Mind(body=body):
            yield from _set_by(body)
        case _:
            return


class _Part(NamedTuple):
    """A part of a precondition with the slots it mentions and whether it rests on nothing else."""

    node: Node
    slots: tuple[int, ...]
    settled: bool


class _Filling:
    """All fillings of one definition."""

    def __init__(
        self, event: LiftedEvent, lifted: LiftedProblem, instances: Instances, findings: Findings
    ) -> None:
        self._event = event
        self._lifted = lifted
        self._instances = instances
        self._findings = findings
        self._steps = 0
        self._contradictions = 0
        self._binding = [0] * len(event.domains)
        parts = _conjuncts(event.precondition)
        described = [
            _Part(node, tuple(sorted(instances.slots(node))), instances.settled(node))
            for node in parts
        ]
        # A settled part is looked at when its last slot is filled (-1: before any is).
        self._early: dict[int, list[_Part]] = {}
        for part in described:
            if part.settled:
                self._early.setdefault(max(part.slots, default=-1), []).append(part)
        self._late = [part for part in described if not part.settled]
        self._cache: dict[tuple[int, tuple[int, ...]], Condition] = {}
        names = [lifted.entities[index] for index in range(lifted.character_count)]
        self._observing = [
            (index, () if event.observing is None else tuple(instances.slots(event.observing)))
            for index in range(len(names))
        ]

    def events(self, at_most: int) -> Iterator[Event]:
        """Every instance that can be applied in some state; contradictory ones are left out."""
        found = 0
        if self._passes(-1):
            for event in self._from(0):
                found += 1
                if found > at_most:
                    self._give_up("makes", EVENT_LIMIT, "actions and triggers in all")
                yield event
        if self._contradictions and not found:
            self._findings.add(errors.contradictory_effect(self._event.span, self._event.name))

    def _from(self, slot: int) -> Iterator[Event]:
        if slot == len(self._event.domains):
            event = self._instance()
            if event is not None:
                yield event
            return
        for entity in self._event.domains[slot]:
            self._steps += 1
            if self._steps > STEP_LIMIT:
                self._give_up("takes", STEP_LIMIT, "combinations to look at")
            self._binding[slot] = entity
            if self._passes(slot):
                yield from self._from(slot + 1)

    def _give_up(self, verb: str, limit: int, what: str) -> NoReturn:
        event = self._event
        self._findings.add(errors.too_many_instances(event.span, event.name, verb, limit, what))
        raise _TooMany

    def _passes(self, slot: int) -> bool:
        return all(not never(self._condition(part)) for part in self._early.get(slot, ()))

    def _condition(self, part: _Part) -> Condition:
        key = (id(part.node), tuple([self._binding[slot] for slot in part.slots]))
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._instances.condition(part.node, self._binding)
        return found

    def _instance(self) -> Event | None:
        parts: list[Condition] = []
        for part in self._late:
            condition = self._condition(part)
            if never(condition):
                return None
            parts.append(condition)
        condition = self._instances.together(parts)
        if never(condition):
            return None
        effects = self._instances.effects(self._event.effect, (), self._binding)
        if _contradictory(effects):
            self._contradictions += 1
            return None
        effects = tuple(each for each in effects if not never(each.condition))
        if not effects:
            return None
        event = self._event
        arguments = ", ".join(self._lifted.entities[each] for each in self._binding)
        consenting = dict.fromkeys(
            self._instances.entity(each, self._binding) for each in event.consenting
        )
        return Event(
            f"{event.name}({arguments})",
            condition,
            effects,
            self._observers(),
            tuple(consenting),
            event.span,
        )

    def _observers(self) -> tuple[Condition, ...]:
        """For each character when they observe it: everybody does, where nothing is said."""
        if self._event.kind == "trigger":
            return ()
        observing = self._event.observing
        if observing is None:
            return (TRUE,) * self._lifted.character_count
        found: list[Condition] = []
        binding = [*self._binding, 0]
        for character, slots in self._observing:
            binding[-1] = character
            key = (id(observing), tuple([binding[slot] for slot in slots]))
            condition = self._cache.get(key)
            if condition is None:
                condition = self._cache[key] = self._instances.condition(observing, binding)
            found.append(condition)
        return tuple(found)


def _conjuncts(node: Node) -> list[Node]:
    if isinstance(node, Junction) and node.every:
        return [each for part in node.parts for each in _conjuncts(part)]
    return [node]


def _contradictory(effects: tuple[Effect, ...]) -> bool:
    """Whether one fluent unconditionally gets two different values."""
    given: dict[tuple[Path, int], Term] = {}
    for path, fluent, value, condition in effects:
        if always(condition):
            before = given.setdefault((path, fluent), value)
            if not isinstance(before, Constant) or not isinstance(value, Constant):
                continue
            if not compare("==", before.value, value.value):
                return True
    return False
