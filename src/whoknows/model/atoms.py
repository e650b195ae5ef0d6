"""Facts, alone and compared: the fact looked up, its blanks filled, the value checked.

Reading gives None where something was wrong; then a finding has been made of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.blanks import (
    BlankCompare,
    BlankIs,
    BlankSame,
    BlankWhich,
    Pairs,
    Steps,
    compared,
    variable_index,
)
from whoknows.model.formula import (
    Comparison,
    Constant,
    Formula,
    Is,
    Not,
    Which,
)
from whoknows.model.names import key
from whoknows.model.people import PeopleReader
from whoknows.model.values import ANY_NUMBER, YES, Domain, Numbers, Values, without
from whoknows.text import syntax

COMPARISONS = {how.value: how for how in Comparison} | {"is": Comparison.EQUAL}


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact with its blanks filled: its fluent's number, moved by what is a variable still."""

    fact: int
    fluent: int
    steps: Steps = ()


class AtomReader(PeopleReader):
    """Reads what is said of one fact, or of two compared."""

    __slots__ = ()

    def reference(self, node: syntax.FactRef) -> Reference | None:
        """Return a fact with its blanks filled."""
        fact = self.fact(node)
        if fact is None:
            return None
        names = self.names
        parameters = names.facts[fact].parameters
        if len(node.arguments) != len(parameters):
            wanted = [each.name for each in parameters]
            name = names.facts[fact].name
            self.findings.add(errors.wrong_count(name, wanted, len(node.arguments), node.span))
            return None
        if not parameters:
            return Reference(fact, names.bases[fact])
        fluent = names.bases[fact]
        steps: list[tuple[int, tuple[int, ...]]] = []
        complete = True
        for step, parameter, argument in zip(
            names.steps[fact], parameters, node.arguments, strict=True
        ):
            thing = self.argument(argument, parameter.kind)
            if thing is None:
                complete = False
            elif (variable := variable_index(thing)) is None:
                fluent += step * names.position[thing]
            else:
                things = self.variables[variable].things or ()
                steps.append((variable, tuple(step * names.position[each] for each in things)))
        return Reference(fact, fluent, tuple(steps)) if complete else None

    def fact(self, node: syntax.FactRef) -> int | None:
        """Return the fact that is named."""
        name_key = key(node.name.text)
        fact = self.names.fact_named.get(name_key)
        if fact is None and name_key not in self.names.poisoned:
            if name_key in self.names.thing_named:
                self.findings.add(errors.persons_compared(node.name.text, node.name.span))
            else:
                self.findings.unknown(
                    name_key,
                    node.name.span,
                    self.names.fact_names,
                    lambda near: errors.unknown_fact(node.name.text, node.name.span, near),
                )
        return fact

    def value(self, fact: int, node: syntax.Name | syntax.Number) -> Values | None:
        """Return one value of a fact, standing by itself (*starts the panel*)."""
        domain = self.names.facts[fact].domain
        if domain.is_number:
            if isinstance(node, syntax.Number):
                return Numbers.just(node.value)
            name = self.names.facts[fact].name
            self.findings.add(errors.wants_number(name, node.text, node.span))
            return None
        text = node.text if isinstance(node, syntax.Name) else str(node.value)
        index = self.names.values[fact].get(key(text))
        if index is None:
            self._unknown_value(fact, text, node.span)
            return None
        return 1 << index

    def domain_of(self, fluent: int) -> Domain:
        """Return the values a fluent can have."""
        return self.names.facts[self.fact_of(fluent)].domain

    def fact_of(self, fluent: int) -> int:
        """Return the fact a fluent is an instance of."""
        return bisect_right(self.names.bases, fluent) - 1

    def say_which(self, which: Which, span: Span) -> None:
        """Complain that a value is left open where it must be said."""
        fact = self.fact_of(which.fluent)
        domain = self.names.facts[fact].domain
        name = self.names.facts[fact].name
        self.findings.add(errors.say_which(name, domain.names or (), span))

    def negated(self, part: Formula) -> Formula:
        """Return *not* a formula; of an atom, its other values."""
        match part:
            case BlankIs():
                choices = part.choices and (
                    part.choices[0],
                    tuple(without(part.full, each) for each in part.choices[1]),
                )
                return replace(part, values=without(part.full, part.values), choices=choices)
            case Is():
                full = self.domain_of(part.fluent).full
                return Is(part.fluent, without(full, part.values))
            case BlankSame():
                return replace(part, value=not part.value)
            case Constant():
                return Constant(not part.value)
            case Not():
                return part.part
            case _:
                return Not(part)

    def atom(self, node: syntax.Atom) -> Formula | Which | None:
        """Return what is said of a fact; a fact with a value standing alone asks which."""
        if node.how is not None and not node.fact.arguments:
            same = self._persons(node)
            if same is not None:
                return same
        reference = self.reference(node.fact)
        if reference is None:
            return None
        domain = self.names.facts[reference.fact].domain
        if node.how is None:
            if domain.is_yes_no:
                return _is(reference, YES, domain.full)
            if reference.steps:
                return BlankWhich(reference.fluent, reference.steps)
            return Which(reference.fluent)
        how = COMPARISONS[node.how]
        if domain.is_number:
            return self._number_atom(reference, how, node)
        if how not in {Comparison.EQUAL, Comparison.UNEQUAL}:
            name = self.names.facts[reference.fact].name
            self.findings.add(errors.not_a_number(name, node.span))
            return None
        return self._value_atom(reference, how, node)

    def _persons(self, node: syntax.Atom) -> Formula | None:
        """Read ``someone is not Ada`` and ``Viola is Cesario``; None where a fact is meant."""
        name_key = key(node.fact.name.text)
        if name_key in self.names.fact_named or not isinstance(node.value, syntax.Name):
            return None
        other = key(node.value.text)
        if name_key in self.names.thing_named and self.names.is_persona(other):
            worn = syntax.FactRef(node.value, (), node.value.span)
            return self._value_atom_of(worn, replace(node, fact=worn, value=node.fact.name))
        sides = [self.scope.get(each, each) for each in (name_key, other)]
        known = all(isinstance(side, int) or side in self.names.thing_named for side in sides)
        if not known or not any(isinstance(side, int) for side in sides):
            return None
        return BlankSame(node.how != "is not", sides[0], sides[1])

    def _value_atom_of(self, fact: syntax.FactRef, node: syntax.Atom) -> Formula | None:
        """Read *Cesario is Viola*, the other way round or not."""
        reference = self.reference(fact)
        how = COMPARISONS[node.how or "is"]
        if reference is None or how not in {Comparison.EQUAL, Comparison.UNEQUAL}:
            return None
        return self._value_atom(reference, how, node)

    def _number_atom(
        self, reference: Reference, how: Comparison, node: syntax.Atom
    ) -> Formula | None:
        value = node.value
        if isinstance(value, syntax.Number):
            return _is(reference, _numbers(how, value.value), ANY_NUMBER)
        if isinstance(value, syntax.Hole):
            self.findings.add(errors.hole_misplaced(value.span))
            return None
        if isinstance(value, syntax.Name):
            if key(value.text) in self.scope:
                self.findings.add(errors.variable_without_range(value.text, value.span))
                return None
            if key(value.text) not in self.names.fact_named:
                name = self.names.facts[reference.fact].name
                self.findings.add(errors.wants_number(name, value.text, value.span))
                return None
            value = syntax.FactRef(value, (), value.span)
        return self._compared(reference, how, value, node) if value is not None else None

    def _value_atom(
        self, reference: Reference, how: Comparison, node: syntax.Atom
    ) -> Formula | None:
        value = node.value
        full = self.names.facts[reference.fact].domain.full
        if isinstance(value, syntax.FactRef):
            return self._compared(reference, how, value, node)
        if isinstance(value, syntax.Hole):
            self.findings.add(errors.hole_misplaced(value.span))
            return None
        if value is None:
            return None
        text = value.text if isinstance(value, syntax.Name) else str(value.value)
        if isinstance(value, syntax.Name) and key(text) in self.scope:
            return self._chosen(reference, how, self.scope[key(text)], value)
        index = self.names.values[reference.fact].get(key(text))
        if index is not None:
            values: Values = 1 << index
            if how is Comparison.UNEQUAL:
                values = without(full, values)
            return _is(reference, values, full)
        if isinstance(value, syntax.Name) and key(text) in self.names.fact_named:
            return self._compared(reference, how, syntax.FactRef(value, (), value.span), node)
        self._unknown_value(reference.fact, text, value.span)
        return None

    def _unknown_value(self, fact: int, text: str, span: Span) -> None:
        if key(text) in self.names.poisoned:
            return
        name, values = self.names.facts[fact].name, self.names.facts[fact].domain.names or ()
        self.findings.unknown(
            key(text),
            span,
            lambda: self.names.value_names(fact),
            lambda near: errors.unknown_value(text, name, span, near, values),
        )

    def _chosen(
        self, reference: Reference, how: Comparison, variable: int, name: syntax.Name
    ) -> Formula | None:
        """Read ``thief is not someone``: a value for each thing the word can stand for."""
        known = self.names.values[reference.fact]
        kind = self.names.facts[reference.fact].domain.kind
        full = self.names.facts[reference.fact].domain.full
        found = self.variables[variable]
        if kind is not None and found.things is not None and key(kind) != key(found.kind):
            wrong = errors.variable_of_two_kinds(name.text, found.kind, kind, name.span)
            self.findings.add(wrong)
            return None
        masks: list[Values] = []
        for each in found.keys:
            mask: Values = 1 << known[each] if each in known else 0
            masks.append(without(full, mask) if how is Comparison.UNEQUAL else mask)
        choices = (variable, tuple(masks))
        return BlankIs(reference.fluent, full, reference.steps, choices, full)

    def _compared(
        self, left: Reference, how: Comparison, node: syntax.FactRef, atom: syntax.Atom
    ) -> Formula | None:
        right = self.reference(node)
        if right is None:
            return None
        facts = self.names.facts
        pairs: Pairs | None = None
        if not (facts[left.fact].domain.is_number and facts[right.fact].domain.is_number):
            one, other = self.names.values[left.fact], self.names.values[right.fact]
            pairs = tuple((1 << n, 1 << other[each]) for each, n in one.items() if each in other)
            if not pairs:
                names = facts[left.fact].name, facts[right.fact].name
                self.findings.add(errors.no_such_comparison(*names, atom.span))
                return None
        if left.steps or right.steps:
            return BlankCompare(left.fluent, how, right.fluent, left.steps, right.steps, pairs)
        return compared(left.fluent, how, right.fluent, pairs)


def _is(reference: Reference, values: Values, full: Values) -> Formula:
    if reference.steps:
        return BlankIs(reference.fluent, values, reference.steps, None, full)
    return Is(reference.fluent, values)


def _numbers(how: Comparison, value: int) -> Numbers:
    match how:
        case Comparison.EQUAL:
            return Numbers.just(value)
        case Comparison.UNEQUAL:
            return Numbers.just(value).complement()
        case Comparison.LESS:
            return Numbers.between(None, value - 1)
        case Comparison.AT_MOST:
            return Numbers.between(None, value)
        case Comparison.MORE:
            return Numbers.between(value + 1, None)
        case Comparison.AT_LEAST:
            return Numbers.between(value, None)
