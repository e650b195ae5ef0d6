"""Formulas with words like *someone* still in them, and filling those in.

A rule is read once, so what is wrong with it is said once, and then filled in for every case.
While it is unfilled, an atom with such a word in it is a :class:`BlankIs`, which knows how far each
choice moves its fluent's number and which values each choice means; and whoever thinks is, where a
word stands for him, a number below :data:`~whoknows.model.story.READER`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

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
    WasTold,
    Which,
)
from whoknows.model.story import READER
from whoknows.model.values import Values

Steps: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
"""Which variables move a fluent's number, and how far each of their choices moves it."""
Binding: TypeAlias = tuple[int, ...]
"""For each variable which of its choices is taken."""
Pairs: TypeAlias = tuple[tuple[Values, Values], ...]
"""Values of two facts that are the same, as masks of each."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A word like *someone*: what it can stand for, by name, and as things if they are things."""

    word: str
    keys: tuple[str, ...]
    things: tuple[int, ...] | None
    kind: str


@dataclass(frozen=True, slots=True)
class BlankIs(Is):
    """An atom whose fluent depends on ``steps``, and whose values on ``choices``, if any."""

    steps: Steps
    choices: tuple[int, tuple[Values, ...]] | None
    full: Values


@dataclass(frozen=True, slots=True)
class BlankCompare(Compare):
    """Two fluents compared, one of which is not known yet. ``pairs`` is None for numbers."""

    left_steps: Steps
    right_steps: Steps
    pairs: Pairs | None


@dataclass(frozen=True, slots=True)
class BlankSame(Constant):
    """``someone is not Ada``: either side is a variable or else a name."""

    left: int | str
    right: int | str


@dataclass(frozen=True, slots=True)
class BlankWhich(Which):
    """A fluent's value, the fluent not known yet."""

    steps: Steps


def variable_number(index: int) -> int:
    """Return the number that stands for a variable where a character stands."""
    return READER - 1 - index


def variable_index(number: int) -> int | None:
    """Return which variable a number stands for, if it does."""
    return READER - 1 - number if number < READER else None


def compared(left: int, how: Comparison, right: int, pairs: Pairs | None) -> Formula:
    """Return two fluents compared; finite ones value by value."""
    if left == right:
        return Constant(how in {Comparison.EQUAL, Comparison.AT_MOST, Comparison.AT_LEAST})
    if pairs is None:
        return Compare(left, how, right)
    same = Or(tuple(And((Is(left, one), Is(right, other))) for one, other in pairs))
    return Not(same) if how is Comparison.UNEQUAL else same


class Filling:
    """Fills the variables of formulas in, one binding after another.

    Thousands of cases share few atoms, so equal atoms are made only once.
    """

    __slots__ = ("_atoms", "variables")

    def __init__(self, variables: Sequence[Variable]) -> None:
        self.variables = variables
        self._atoms: dict[tuple[int, Values], Is] = {}

    def fill(self, formula: Formula, binding: Binding) -> Formula:
        """Return the formula with each variable standing for its choice; constants folded."""
        match formula:
            case BlankIs():
                return self._atom(formula, binding)
            case BlankCompare():
                left = _moved(formula.left, formula.left_steps, binding)
                right = _moved(formula.right, formula.right_steps, binding)
                return compared(left, formula.how, right, formula.pairs)
            case BlankSame():
                same = self._name(formula.left, binding) == self._name(formula.right, binding)
                return Constant(same is formula.value)
            case Is() | Compare() | Constant():
                return formula
            case Not():
                return negation(self.fill(formula.part, binding))
            case And():
                return conjunction([self.fill(part, binding) for part in formula.parts])
            case Or():
                return disjunction(self.fill(part, binding) for part in formula.parts)
            case Implies():
                premise = self.fill(formula.premise, binding)
                conclusion = self.fill(formula.conclusion, binding)
                if isinstance(premise, Constant):
                    return conclusion if premise.value else Constant(True)
                return Implies(premise, conclusion)
            case Attitude() | WasTold():
                content = self._content(formula.content, binding)
                return replace(formula, who=self._who(formula.who, binding), content=content)
            case HasSaid():
                to = None if formula.to is None else self._who(formula.to, binding)
                content = self._content(formula.content, binding)
                return HasSaid(self._who(formula.who, binding), content, to)
            case Quantified():
                return replace(formula, content=self._content(formula.content, binding))
            case Common():
                return Common(formula.members, self.fill(formula.content, binding))

    def _atom(self, blank: BlankIs, binding: Binding) -> Formula:
        values = blank.values
        if blank.choices is not None:
            values = blank.choices[1][binding[blank.choices[0]]]
            if not values or values == blank.full:
                return Constant(bool(values))
        fluent = blank.fluent
        for variable, moves in blank.steps:
            fluent += moves[binding[variable]]
        known = self._atoms.get((fluent, values))
        if known is None:
            known = self._atoms[fluent, values] = Is(fluent, values)
        return known

    def _content(self, content: Formula | Which, binding: Binding) -> Formula | Which:
        if isinstance(content, BlankWhich):
            return Which(_moved(content.fluent, content.steps, binding))
        return content if isinstance(content, Which) else self.fill(content, binding)

    def _who(self, who: int, binding: Binding) -> int:
        index = variable_index(who)
        if index is None:
            return who
        things = self.variables[index].things
        return who if things is None else things[binding[index]]

    def _name(self, side: int | str, binding: Binding) -> str:
        return side if isinstance(side, str) else self.variables[side].keys[binding[side]]

    def bindings(self, used: Iterable[int]) -> Iterator[Binding]:
        """Return every choice for the variables that are used; the others stay at their first.

        *another* is somebody else than the other variables stand for.
        """
        wanted = set(used)
        ranges = [
            range(len(variable.keys)) if index in wanted else range(1)
            for index, variable in enumerate(self.variables)
        ]
        another = [index for index in wanted if self.variables[index].word == "another"]
        if not another:
            return product(*ranges)
        names = self.variables[another[0]].keys
        others = [(each, self.variables[each].keys) for each in wanted if each != another[0]]
        return (
            binding
            for binding in product(*ranges)
            if names[binding[another[0]]] not in [keys[binding[each]] for each, keys in others]
        )


def _moved(number: int, steps: Steps, binding: Binding) -> int:
    for variable, moves in steps:
        number += moves[binding[variable]]
    return number


def negation(part: Formula) -> Formula:
    """Return *not* a formula that has been filled in."""
    if isinstance(part, Constant):
        return Constant(not part.value)
    return part.part if isinstance(part, Not) else Not(part)


def conjunction(parts: Iterable[Formula]) -> Formula:
    """Return the parts joined by *and*, those that are always true left out."""
    kept = [part for part in parts if not isinstance(part, Constant) or not part.value]
    for part in kept:
        if isinstance(part, Constant):
            return part
    return kept[0] if len(kept) == 1 else And(tuple(kept)) if kept else Constant(True)


def disjunction(parts: Iterable[Formula]) -> Formula:
    """Return the parts joined by *or*, those that are never true left out."""
    kept = [part for part in parts if not isinstance(part, Constant) or part.value]
    for part in kept:
        if isinstance(part, Constant):
            return part
    return kept[0] if len(kept) == 1 else Or(tuple(kept)) if kept else Constant(False)


def variables_in(formula: Formula | Which) -> frozenset[int]:
    """Return the variables a formula holds."""
    found: set[int] = set()
    _collect(formula, found)
    return frozenset(found)


def _collect(formula: Formula | Which, found: set[int]) -> None:
    match formula:
        case BlankIs() | BlankWhich():
            found.update(variable for variable, _ in formula.steps)
            if isinstance(formula, BlankIs) and formula.choices is not None:
                found.add(formula.choices[0])
        case BlankCompare():
            found.update(variable for variable, _ in (*formula.left_steps, *formula.right_steps))
        case BlankSame():
            found.update(side for side in (formula.left, formula.right) if isinstance(side, int))
        case Is() | Compare() | Constant() | Which():
            pass
        case Not():
            _collect(formula.part, found)
        case And() | Or():
            for part in formula.parts:
                _collect(part, found)
        case Implies():
            _collect(formula.premise, found)
            _collect(formula.conclusion, found)
        case Attitude() | WasTold() | HasSaid():
            people = (formula.who, formula.to) if isinstance(formula, HasSaid) else (formula.who,)
            indexes = (variable_index(who) for who in people if who is not None)
            found.update(index for index in indexes if index is not None)
            _collect(formula.content, found)
        case Quantified() | Common():
            _collect(formula.content, found)
