"""From formulas as written to formulas as meant: names looked up, values checked.

Reading gives None where something was wrong; then a finding has been made of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
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
    Variable,
    compared,
    variable_index,
    variable_number,
)
from whoknows.model.findings import Findings
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
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
    ValueQuestion,
    Verb,
    WasTold,
    Which,
)
from whoknows.model.names import CHARACTER, Names, key
from whoknows.model.story import READER
from whoknows.model.values import ANY_NUMBER, YES, Domain, Numbers, Values, without
from whoknows.text import syntax

VERBS = {verb.value: verb for verb in Verb}
QUANTITIES = {quantity.value: quantity for quantity in Quantity}
COMPARISONS = {how.value: how for how in Comparison} | {"is": Comparison.EQUAL}
OPEN_VERBS = frozenset((Verb.KNOWS, Verb.KNOWS_WHETHER, Verb.WONDERS, Verb.UNAWARE))
"""What a mind can be to a fact's value without saying which: *knows hiding place*."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact with its blanks filled: its fluent's number, moved by what is a variable still."""

    fact: int
    fluent: int
    steps: Steps = ()


class FormulaReader:
    """Reads formulas by the tables of one story. Findings go to ``findings``."""

    __slots__ = ("_depth", "_limit", "findings", "names", "scope", "variables")

    def __init__(self, names: Names, findings: Findings, limit: int) -> None:
        self.names = names
        self.findings = findings
        self.scope: Mapping[str, int] = {}
        self.variables: Sequence[Variable] = ()
        self._limit = limit
        self._depth = 0

    # --- what can be asked for -----------------------------------------------------------------

    def formula(self, node: syntax.Formula) -> Formula | None:
        """Return a formula that is true or false."""
        found = self._read(node, inside=False)
        if isinstance(found, Which):
            self._say_which(found, node.span)
            return None
        return found

    def matter(self, node: syntax.Formula) -> Formula | Which | None:
        """Return a formula, or a fact whose value is left open (*asks Irene: hiding place?*)."""
        return self._read(node, inside=False)

    def question(self, node: syntax.Formula) -> Formula | Which | ValueQuestion | None:
        """Return what a question asks: a formula, or ``… = ?`` at the end of a chain of minds."""
        chain: list[tuple[syntax.Name, str]] = []
        at = node
        while isinstance(at, syntax.Mind) and isinstance(at.who, tuple) and len(at.who) == 1:
            if at.negated:
                break
            chain.append((at.who[0], at.verb))
            at = at.content
        if not (isinstance(at, syntax.Atom) and isinstance(at.value, syntax.Hole)):
            return self.matter(node)
        reference = self.reference(at.fact)
        if len(chain) > self._limit:
            self.findings.add(errors.too_deep(self._limit, node.span))
            return None
        minds = [
            (self._somebody(name, inside=n > 0), VERBS[verb])
            for n, (name, verb) in enumerate(chain)
        ]
        if reference is None or at.how not in {"=", "is"}:
            if reference is not None:
                self.findings.add(errors.hole_misplaced(at.value.span))
            return None
        known = tuple((who, verb) for who, verb in minds if who is not None)
        return ValueQuestion(known, reference.fluent) if len(known) == len(minds) else None

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
            thing = self._argument(argument, parameter.kind)
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

    # --- people --------------------------------------------------------------------------------

    def people(self, name: syntax.Name) -> tuple[int, ...] | None:
        """Return whom a name means where people are listed: one character, or a group's members."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and thing < self.names.characters:
            return (thing,)
        group = self.names.group_named.get(name_key)
        if group is not None:
            return self.names.groups[group].members
        if name_key == "reader":
            return (READER,)
        self._unknown_people(name)
        return None

    def character(self, name: syntax.Name) -> int | None:
        """Return the one character a name means; never the reader."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and thing < self.names.characters:
            return thing
        if name_key == "reader":
            self.findings.add(errors.reader_acts(name.span))
        elif name_key in self.names.group_named:
            self.findings.add(errors.one_person(name.text, name.span))
        elif name_key not in self.names.poisoned:
            self._unknown_character(name)
        return None

    def everybody(
        self, names: Sequence[syntax.Name], *, reader: bool = False, partly: bool = False
    ) -> tuple[int, ...] | None:
        """Return all who are named, groups as their members, or None where a name is wrong.

        ``reader``: the reader may be among them. ``partly``: whoever can be made out will do.
        """
        found: dict[int, None] = {}
        complete = True
        for name in names:
            people = self.people(name)
            if people is None:
                complete = False
            elif people == (READER,) and not reader:
                self.findings.add(errors.reader_acts(name.span))
                complete = False
            else:
                if len(people) == 1 and people[0] in found:
                    self.findings.add(errors.named_twice(name.text, name.span))
                found.update(dict.fromkeys(people))
        return tuple(found) if complete or partly else None

    def _somebody(self, name: syntax.Name, *, inside: bool) -> int | None:
        """Return whose mind is meant: a character, the reader, or a variable."""
        name_key = key(name.text)
        if name_key == "reader":
            if inside:
                self.findings.add(errors.reader_in_mind(name.span))
                return None
            return READER
        thing = self.names.thing_named.get(name_key)
        if thing is None or thing >= self.names.characters:
            variable = self.scope.get(name_key)
            if variable is not None:
                return self._variable_of_kind(variable, CHARACTER, name)
        return self.character(name)

    def _unknown_character(self, name: syntax.Name) -> None:
        self.findings.unknown(
            key(name.text),
            name.span,
            self.names.people,
            lambda near: errors.unknown_character(name.text, name.span, near),
        )

    def _unknown_people(self, name: syntax.Name) -> None:
        if key(name.text) not in self.names.poisoned:
            self.findings.unknown(
                key(name.text),
                name.span,
                self.names.people_and_groups,
                lambda near: errors.unknown_group(name.text, name.span, near),
            )

    def _variable_of_kind(self, variable: int, kind: str, name: syntax.Name) -> int | None:
        found = self.variables[variable]
        if found.things is None or key(found.kind) != key(kind):
            wrong = errors.variable_of_two_kinds(name.text, found.kind, kind, name.span)
            self.findings.add(wrong)
            return None
        return variable_number(variable)

    def _argument(self, name: syntax.Name, kind: str) -> int | None:
        """Return the thing in a fact's brackets, or the number of a variable."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and self.names.things[thing].kind == kind:
            return thing
        variable = self.scope.get(name_key)
        if variable is not None:
            return self._variable_of_kind(variable, kind, name)
        if name_key not in self.names.poisoned:
            self.findings.unknown(
                name_key,
                name.span,
                lambda: self.names.of_kind(kind),
                lambda near: errors.unknown_thing(name.text, kind, name.span, near),
            )
        return None

    # --- reading -------------------------------------------------------------------------------

    def _read(self, node: syntax.Formula, *, inside: bool) -> Formula | Which | None:
        if isinstance(node, syntax.Atom):
            return self._atom(node)
        if self._depth >= self._limit:
            self.findings.add(errors.too_deep(self._limit, node.span))
            return None
        self._depth += 1
        try:
            return self._compound(node, inside=inside)
        finally:
            self._depth -= 1

    def _compound(self, node: syntax.Formula, *, inside: bool) -> Formula | Which | None:
        match node:
            case syntax.Negation():
                part = self._whole(node.part, inside=inside)
                return None if part is None else self.negated(part)
            case syntax.Junction():
                return self._junction(node, inside=inside)
            case syntax.Mind():
                return self._mind(node, inside=inside)
            case syntax.CommonKnowledge():
                members = [self.people(name) for name in node.among]
                content = self._whole(node.content, inside=True)
                if content is None or any(found is None for found in members):
                    return None
                among = tuple(dict.fromkeys(who for found in members for who in found or ()))
                if READER in among:
                    self.findings.add(errors.reader_in_mind(node.span))
                    return None
                return Common(among, content)
            case syntax.Told():
                who = self._somebody(node.who, inside=inside)
                matter = self._read(node.content, inside=True)
                if who is None or matter is None:
                    return None
                told = WasTold(who, matter)
                return Not(told) if node.negated else told
            case syntax.Said():
                return self._said(node, inside=inside)
            case _:
                return None

    def _whole(self, node: syntax.Formula, *, inside: bool) -> Formula | None:
        found = self._read(node, inside=inside)
        if isinstance(found, Which):
            self._say_which(found, node.span)
            return None
        return found

    def _say_which(self, which: Which, span: Span) -> None:
        fact = self.fact_of(which.fluent)
        domain = self.names.facts[fact].domain
        name = self.names.facts[fact].name
        self.findings.add(errors.say_which(name, domain.names or (), span))

    def domain_of(self, fluent: int) -> Domain:
        """Return the values a fluent can have."""
        return self.names.facts[self.fact_of(fluent)].domain

    def fact_of(self, fluent: int) -> int:
        """Return the fact a fluent is an instance of."""
        return bisect_right(self.names.bases, fluent) - 1

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

    def _junction(self, node: syntax.Junction, *, inside: bool) -> Formula | None:
        read = [self._whole(part, inside=inside) for part in node.parts]
        parts = tuple(part for part in read if part is not None)
        if len(parts) < len(read):
            return None
        if node.word == "implies":
            return Implies(parts[0], parts[1])
        return And(parts) if node.word == "and" else Or(parts)

    def _mind(self, node: syntax.Mind, *, inside: bool) -> Formula | None:
        verb = VERBS[node.verb]
        content = self._read(node.content, inside=True)
        if isinstance(content, Which) and verb not in OPEN_VERBS:
            fact = self.names.facts[self.fact_of(content.fluent)].name
            self.findings.add(errors.not_a_mind(node.verb, fact, node.content.span))
            content = None
        if isinstance(node.who, syntax.Crowd):
            found = self._crowd(node.who, verb, content, negated=node.negated)
            return found if content is not None else None
        minds = [
            self._one_mind(name, verb, content, negated=node.negated, inside=inside)
            for name in node.who
        ]
        parts = tuple(mind for mind in minds if mind is not None)
        if content is None or len(parts) < len(minds):
            return None
        return parts[0] if len(parts) == 1 else And(parts)

    def _one_mind(
        self,
        name: syntax.Name,
        verb: Verb,
        content: Formula | Which | None,
        *,
        negated: bool,
        inside: bool,
    ) -> Formula | None:
        matter = Constant(True) if content is None else content
        group = self.names.group_named.get(key(name.text))
        if group is not None:
            members, called = self.names.groups[group].members, self.names.groups[group].name
            return Quantified(Quantity.EVERYONE, members, called, verb, matter, negated)
        who = self._somebody(name, inside=inside)
        if who is None:
            return None
        mind = Attitude(who, verb, matter)
        return Not(mind) if negated else mind

    def _crowd(
        self, crowd: syntax.Crowd, verb: Verb, content: Formula | Which | None, *, negated: bool
    ) -> Formula | None:
        members = self._all_of(crowd.groups) if crowd.groups else range(self.names.characters)
        excepted = self._all_of(crowd.but)
        if members is None or excepted is None:
            return None
        meant = tuple(who for who in members if who not in set(excepted))
        called = " and ".join(name.text for name in crowd.groups)
        if crowd.but:
            called = f"{called} but {' and '.join(name.text for name in crowd.but)}".strip()
        matter = Constant(True) if content is None else content
        return Quantified(QUANTITIES[crowd.quantity], meant, called, verb, matter, negated)

    def _all_of(self, names: Iterable[syntax.Name]) -> Sequence[int] | None:
        """Return everybody who is named, once each."""
        found = [self.people(name) for name in names]
        if any(each is None for each in found):
            return None
        return tuple(dict.fromkeys(who for each in found for who in each or () if who != READER))

    def _said(self, node: syntax.Said, *, inside: bool) -> Formula | None:
        who = self._somebody(node.who, inside=inside)
        matter = self._read(node.content, inside=True)
        to = None if node.to is None else self._somebody(node.to, inside=True)
        if who is None or matter is None or (node.to is not None and to is None):
            return None
        said = HasSaid(who, matter, to)
        return Not(said) if node.negated else said

    # --- atoms ---------------------------------------------------------------------------------

    def _atom(self, node: syntax.Atom) -> Formula | Which | None:
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
        """Read ``someone is not Ada``; None where a fact is meant."""
        name_key = key(node.fact.name.text)
        if name_key in self.names.fact_named or not isinstance(node.value, syntax.Name):
            return None
        other = key(node.value.text)
        sides = [self.scope.get(each, each) for each in (name_key, other)]
        known = all(isinstance(side, int) or side in self.names.thing_named for side in sides)
        if not known or not any(isinstance(side, int) for side in sides):
            return None
        return BlankSame(node.how != "is not", sides[0], sides[1])

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
