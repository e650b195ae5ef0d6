"""Events in the form the search uses them in."""

from functools import cached_property

from whoknows.plan.problem import (
    Condition,
    Constant,
    Effect,
    Event,
    Every,
    Is,
    Path,
    Problem,
    Relation,
    Term,
    Value,
    always,
)
from whoknows.plan.search.code import Test, Valuing, test_of, value_of
from whoknows.plan.search.literals import Literals, Needs, paths, reads


class CompiledEffect:
    """An effect; `constant` says that its value is `value` without looking at the state."""

    def __init__(self, effect: Effect, literals: Literals) -> None:
        self._effect = effect
        self.needs: Needs = literals.needs(effect.condition)
        self.path: Path = effect.path
        self.fluent: int = effect.fluent
        self.constant = isinstance(effect.value, Constant)
        self.value: Value = effect.value.value if isinstance(effect.value, Constant) else None
        self.unconditional = always(effect.condition)
        self.depth = max(
            (len(path) for part in (effect.condition, effect.value) for path in paths(part)),
            default=0,
        )

    @property
    def parts(self) -> tuple[Condition, Term]:
        """Its condition and its value, as the problem has them."""
        return self._effect.condition, self._effect.value

    @cached_property
    def test(self) -> Test:
        """Whether it takes place."""
        return test_of(self._effect.condition)

    @cached_property
    def valuing(self) -> Valuing:
        """Its value."""
        return value_of(self._effect.value)


class CompiledEvent:
    """An action or trigger. Equal only to itself, so that it can key a memo cheaply."""

    def __init__(self, index: int, event: Event, literals: Literals) -> None:
        self.index = index
        self.event = event
        self.name = event.name
        self.needs: Needs = literals.needs(event.condition)
        self.mask = self.needs.mask
        self.consenting = event.consenting
        effects = [CompiledEffect(each, literals) for each in event.effects]
        self.real = tuple(each for each in effects if not each.path)
        self.plain = tuple(
            (each.fluent, each.value) for each in self.real if each.constant and each.unconditional
        )
        self.complex = tuple(
            each for each in self.real if not (each.constant and each.unconditional)
        )
        self.beliefs = tuple(each for each in effects if each.path)
        # Whose mind alone it looks into, one level deep, if it does nothing else with minds.
        self.looks_into = _single_mind(self.needs) if not self.real else None
        # Its condition as bits of comparisons, when it is nothing but those.
        simple = is_conjunction(event.condition) and self.needs.depth == 0
        self.parts: tuple[tuple[int, int, str], ...] | None = None
        if simple and self.needs.rest is None:
            parts = (
                event.condition.parts if isinstance(event.condition, Every) else (event.condition,)
            )
            self.parts = tuple(
                (literals.bit(part.fluent, part.operator, part.value), part.fluent, part.operator)
                for part in parts
                if isinstance(part, Is)
            )
        self.sets = frozenset(effect.fluent for effect in self.real)
        # what its real effects rest on, beliefs left out
        self.reads = frozenset(
            fluent
            for node in (
                event.condition,
                *(part for each in effects if not each.path for part in each.parts),
            )
            for path, fluent in reads(node)
            if not path
        )
        self.observers = tuple(literals.needs(each) for each in event.observers)

    def __repr__(self) -> str:
        return self.name

    @cached_property
    def rest(self) -> Test | None:
        """What of the condition is no bit."""
        return None if self.needs.rest is None else test_of(self.needs.rest)

    @cached_property
    def observer_rests(self) -> tuple[Test | None, ...]:
        """What of each observing condition is no bit."""
        return tuple(None if each.rest is None else test_of(each.rest) for each in self.observers)


class CompiledProblem:
    """A problem in the form the search uses it in.

    `nesting` is how many levels of belief below a state are looked at to decide what can happen in
    it and what it is worth. `exact` says that states cut off below some level stay exact however
    much happens (see `_loss`).
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.literals = Literals(problem)
        self.actions = tuple(
            CompiledEvent(index, event, self.literals)
            for index, event in enumerate(problem.actions)
        )
        count = len(self.actions)
        self.triggers = tuple(
            CompiledEvent(count + index, event, self.literals)
            for index, event in enumerate(problem.triggers)
        )
        self.utilities: tuple[Valuing | None, ...] = tuple(
            None if each is None else value_of(each) for each in problem.utilities
        )
        self.author: Valuing = value_of(problem.author)
        terms = [problem.author, *(each for each in problem.utilities if each is not None)]
        asked = [each.event.condition for each in self.actions]
        self.nesting = max(
            (len(path) for node in (*terms, *asked) for path in paths(node)), default=0
        )
        self._name_values(terms)
        # Whether a valuation's successors, and what they are worth, need no look at beliefs.
        self.shallow = not any(
            path
            for node in (
                *terms,
                *(part for each in self.actions for effect in each.real for part in effect.parts),
                *(part for each in self.triggers for effect in each.real for part in effect.parts),
                *(each.event.condition for each in self.triggers if each.real),
            )
            for path in paths(node)
        )
        self.exact = all(_loss(each) <= 0 for each in (*self.actions, *self.triggers))

    def _name_values(self, utilities: list[Term]) -> None:
        """Give a bit to each value that is assigned to something a utility reads."""
        read = {fluent for each in utilities for path, fluent in reads(each) if not path}
        for event in (*self.actions, *self.triggers):
            for effect in event.real:
                if effect.constant and effect.fluent in read:
                    self.literals.bit(effect.fluent, "==", effect.value)


def _loss(compiled: CompiledEvent) -> int:
    """How many levels of exactness one happening of an event costs.

    A state exact down to some depth gives one exact down to the same depth if whatever decides
    about a level reads no deeper than that level: an effect along a path of n characters may read
    n deep, an observing condition (it decides about the level below) one deep.
    """
    event = compiled.event
    trigger = not event.observers
    losses = [0]
    for effect in event.effects:
        read = [*paths(effect.value), *paths(effect.condition)]
        if trigger:
            read += paths(event.condition)
        losses += [len(path) - len(effect.path) for path in read]
    losses += [len(path) - 1 for each in event.observers for path in paths(each)]
    if not trigger:
        # Surprise looks at the condition in a mind. Where it is a plain conjunction each part of
        # it is put right by itself, whatever the others say, and those too deep to see are about
        # what is too deep to be kept; else all of it must be seen to know whether it holds.
        deepest = max((len(path) for path in paths(event.condition)), default=0)
        losses.append(deepest - 1 if is_conjunction(event.condition) else deepest)
    return max(losses)


def _single_mind(needs: Needs) -> int | None:
    if needs.rest is not None or len(needs.minds) != 1 or len(needs.minds[0][0]) != 1:
        return None
    return needs.minds[0][0][0]


def is_conjunction(condition: Condition) -> bool:
    """Whether a condition is comparisons joined by "and"."""
    parts = condition.parts if isinstance(condition, Every) else (condition,)
    return all(isinstance(part, (Is, Relation)) for part in parts)
