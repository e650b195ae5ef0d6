"""How a story starts: what is so, what is secret, and what minds hold *at first*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.claims import Unsayable, claims_of, mentioned
from whoknows.model.formula import (
    And,
    Attitude,
    Formula,
    Is,
    Not,
    Quantified,
    Quantity,
    Stance,
    Verb,
    Which,
)
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import CHARACTER, Names, key
from whoknows.model.story import KnowsOnly, Opening, Secret
from whoknows.model.values import NO, YES, Values, is_single, is_within
from whoknows.text import syntax

# --- starts ------------------------------------------------------------------------------------


def starts_of(entries: Iterable[syntax.FactEntry], reader: FormulaReader) -> Mapping[int, Values]:
    """Return the values stated at the start; what is said of one instance overrides the rest."""
    starts: dict[int, Values] = {}
    for entry in entries:
        fact = reader.names.fact_named.get(key(entry.name.text))
        if fact is None or reader.names.facts[fact].span != entry.name.span:
            continue
        formulas = [start.formula for start in entry.starts if start.formula is not None]
        for start in entry.starts:
            if start.value is None:
                continue
            formula = _as_formula(fact, start.value, reader)
            if formula is not None:
                formulas.append(formula)
                continue
            value = _stated(fact, start.value, reader)
            if value is not None:
                starts.update(dict.fromkeys(reader.names.fluents_of(fact), value))
        for formula in formulas:
            starts.update(_stated_of_one(fact, formula, reader))
    return starts


def _as_formula(
    fact: int, node: syntax.Name | syntax.Number, reader: FormulaReader
) -> syntax.Formula | None:
    """Return ``starts the affair`` as the fact it names, where that is no value."""
    if not isinstance(node, syntax.Name) or key(node.text) in reader.names.values[fact]:
        return None
    if key(node.text) not in reader.names.fact_named:
        return None
    return syntax.Atom(syntax.FactRef(node, (), node.span), None, None, node.span)


def _stated(fact: int, node: syntax.Name | syntax.Number, reader: FormulaReader) -> Values | None:
    """Return a value, or all of them for ``starts open``: the author leaves it open."""
    is_open = isinstance(node, syntax.Name) and key(node.text) == "open"
    if is_open and "open" not in reader.names.values[fact]:
        return reader.names.facts[fact].domain.full
    return reader.value(fact, node)


def _stated_of_one(
    fact: int, node: syntax.Formula, reader: FormulaReader
) -> Iterator[tuple[int, Values]]:
    formula = reader.formula(node)
    if formula is None:
        return
    try:
        claims = claims_of(formula, reader.domain_of)
    except Unsayable:
        reader.findings.add(errors.cannot_start(node.span))
        return
    for claim in claims:
        if claim.path or claim.stance is not Stance.IS:
            reader.findings.add(errors.cannot_start(node.span))
        elif claim.fluent not in reader.names.fluents_of(fact):
            name = reader.names.facts[fact].name
            reader.findings.add(errors.start_elsewhere(name, node.span))
        else:
            yield claim.fluent, claim.values


# --- secrets -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _People:
    """Characters, and blanks of the fact that stand for one (*kept by who from everyone*)."""

    always: tuple[int, ...]
    blanks: tuple[int, ...]

    def of(self, arguments: tuple[int, ...]) -> tuple[int, ...]:
        """Return everybody meant where the blanks are filled like this."""
        if not self.blanks:
            return self.always
        filled = (arguments[blank] for blank in self.blanks)
        return tuple(dict.fromkeys((*self.always, *filled)))


def secrets_of(entries: Iterable[syntax.SecretEntry], reader: FormulaReader) -> Iterator[Secret]:
    """Return every secret, one for each instance of its fact."""
    for entry in entries:
        yield from _secret(entry, reader)


def _secret(entry: syntax.SecretEntry, reader: FormulaReader) -> Iterator[Secret]:
    fact = reader.fact(entry.fact)
    if fact is None:
        return
    instances = _instances(entry.fact, fact, reader)
    keepers = _people(entry.keepers, fact, reader)
    kept_from = None if entry.kept_from is None else _people(entry.kept_from, fact, reader)
    assumed = _assumed(entry, fact, reader)
    if keepers is None or (kept_from is None and entry.kept_from is not None) or assumed is False:
        return
    found = Secret(0, (), (), assumed, entry.stance == "wonder", entry.unsuspected, entry.span)
    last: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    for fluent, arguments in instances:
        keeping = keepers.of(arguments)
        # A large cast is listed once and shared by all instances with the same keepers.
        if not found.kept_from or keeping != last[0] or (kept_from and kept_from.blanks):
            others = reader.names.everyone if kept_from is None else kept_from.of(arguments)
            inside = frozenset(keeping)
            last = (keeping, tuple(who for who in others if who not in inside))
            if not last[1]:
                name = reader.names.facts[fact].name
                reader.findings.add(errors.kept_from_nobody(name, entry.span))
        found = replace(found, fluent=fluent, keepers=last[0], kept_from=last[1])
        yield found


def _instances(
    node: syntax.FactRef, fact: int, reader: FormulaReader
) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Return the fluents meant: all, where nothing is in brackets or only the fact's own blanks."""
    names = reader.names
    parameters = names.facts[fact].parameters
    own = len(node.arguments) == len(parameters) and all(
        key(argument.text) in {key(parameter.name), key(parameter.kind)}
        for argument, parameter in zip(node.arguments, parameters, strict=True)
    )
    if not node.arguments or own:
        everything = product(*(names.members(each.kind) for each in parameters))
        return zip(names.fluents_of(fact), everything, strict=True)
    reference = reader.reference(node)
    if reference is None:
        return ()
    arguments = tuple(names.thing_named[key(argument.text)] for argument in node.arguments)
    return ((reference.fluent, arguments),)


def _people(nodes: Iterable[syntax.Name], fact: int, reader: FormulaReader) -> _People | None:
    names = reader.names
    blanks: list[int] = []
    people: list[syntax.Name] = []
    own = {
        word: blank
        for blank, parameter in enumerate(names.facts[fact].parameters)
        if parameter.kind == CHARACTER
        for word in (key(parameter.name), CHARACTER)
    }
    for node in nodes:
        word = key(node.text)
        if word in own and word not in names.thing_named and word not in names.group_named:
            blanks.append(own[word])
        else:
            people.append(node)
    always = reader.everybody(people)
    return None if always is None else _People(always, tuple(blanks))


def _assumed(entry: syntax.SecretEntry, fact: int, reader: FormulaReader) -> Values | bool | None:
    """Return what those kept in the dark assume, None if nothing, False if that is wrong."""
    if entry.assumed is None:
        return None
    domain = reader.names.facts[fact].domain
    word = key(entry.assumed.text) if isinstance(entry.assumed, syntax.Name) else None
    if word not in {"not", "so"}:
        value = reader.value(fact, entry.assumed)
        return False if value is None else value
    if not domain.is_yes_no:
        name, values = reader.names.facts[fact].name, domain.names or ()
        reader.findings.add(errors.assumes_value(name, entry.span, values))
        return False
    return NO if word == "not" else YES


def disguises_of(names: Names, kept: Iterable[Secret]) -> Iterator[Secret]:
    """Return what every disguise is for, unless the author says of whom it is kept."""
    said = {secret.fluent for secret in kept}
    for persona in names.personas.values():
        if persona.fluent not in said:
            others = tuple(who for who in names.everyone if who != persona.wearer)
            yield Secret(
                persona.fluent, (persona.wearer,), others, None, False, False, persona.span
            )


# --- at first ----------------------------------------------------------------------------------


class OpeningReader:
    """Reads the entries of ``at first``. What somebody knows must be so at the start."""

    def __init__(self, reader: FormulaReader, starts: Mapping[int, Values]) -> None:
        self.reader = reader
        self.starts = starts

    def read(
        self, entries: Iterable[syntax.AtFirstEntry]
    ) -> tuple[tuple[Opening, ...], tuple[KnowsOnly, ...]]:
        """Return what minds hold when the story opens."""
        openings: list[Opening] = []
        knows_only: list[KnowsOnly] = []
        for entry in entries:
            if entry.only:
                knows_only.extend(self._only(entry))
                continue
            formula = self.reader.formula(entry.formula)
            if formula is None:
                continue
            try:
                openings.extend(dict.fromkeys(self._minds(formula, (), entry.span)))
            except Unsayable:
                self.reader.findings.add(errors.cannot_open(entry.span))
        return tuple(openings), tuple(knows_only)

    def _only(self, entry: syntax.AtFirstEntry) -> Iterator[KnowsOnly]:
        who = self.reader.everybody(entry.who, reader=True)
        fluents: dict[int, None] = {}
        for node in entry.contents:
            matter = self.reader.matter(node)
            if matter is None:
                return
            if isinstance(matter, Is):
                self._check(matter.fluent, matter.values, node.span)
            elif not isinstance(matter, Which):
                self.reader.findings.add(errors.cannot_open(node.span))
                return
            fluents.update(dict.fromkeys(mentioned(matter)))
        for each in who or ():
            yield KnowsOnly(each, tuple(fluents))

    def _minds(self, formula: Formula, path: tuple[int, ...], span: Span) -> Iterator[Opening]:
        """Yield what a formula about minds opens with; raise :class:`Unsayable` for what cannot."""
        match formula:
            case And():
                for part in formula.parts:
                    yield from self._minds(part, path, span)
            case Attitude():
                yield from self._mind(formula, path, span)
            case Quantified(quantity=Quantity.EVERYONE, negated=False):
                for who in formula.members:
                    mind = Attitude(who, formula.verb, formula.content)
                    yield from self._mind(mind, path, span)
            case Not(Attitude(who, Verb.CONSIDERS, Is() as atom)):
                values = self.reader.domain_of(atom.fluent).without(atom.values)
                yield Opening((*path, who), atom.fluent, values, span=span)
            case _:
                raise Unsayable("", "")

    def _mind(self, mind: Attitude, path: tuple[int, ...], span: Span) -> Iterator[Opening]:
        within = path if path[-1:] == (mind.who,) else (*path, mind.who)
        content, verb = mind.content, mind.verb
        if isinstance(content, Attitude | Quantified | And | Not) and verb in {
            Verb.KNOWS,
            Verb.BELIEVES,
        }:
            yield from self._deeper(content, verb, path, within, span)
        elif isinstance(content, Which | Is):
            yield self._one(content, verb, within, span)
        else:
            raise Unsayable("", "")

    def _deeper(
        self,
        content: Formula,
        verb: Verb,
        path: tuple[int, ...],
        within: tuple[int, ...],
        span: Span,
    ) -> Iterator[Opening]:
        """Yield what somebody holds of several facts, or of another mind."""
        if isinstance(content, And):
            for part in content.parts:
                yield from self._mind(Attitude(within[-1], verb, part), path, span)
            return
        if verb is Verb.KNOWS:  # then it is so, one step up
            yield from self._minds(content, path, span)
        yield from self._minds(content, within, span)

    def _one(self, matter: Is | Which, verb: Verb, path: tuple[int, ...], span: Span) -> Opening:
        fluent = matter.fluent
        full = self.reader.domain_of(fluent).full
        opening = Opening(path, fluent, full, span=span)
        values = matter.values if isinstance(matter, Is) else self._initial(fluent)
        match verb:
            case Verb.WONDERS:
                return replace(opening, wondering=True)
            case Verb.UNAWARE:
                return replace(opening, unaware=True)
            case Verb.KNOWS_WHETHER:
                values = self._initial(fluent)
                self._check(fluent, values, span)
                return replace(opening, values=values)
            case Verb.KNOWS:
                self._check(fluent, values, span)
                return replace(opening, values=values)
            case Verb.BELIEVES:
                return replace(opening, values=values)
            case Verb.SUSPECTS | Verb.HAS_HUNCH:
                return replace(opening, values=values, hunch=True)
            case Verb.CONSIDERS:
                raise Unsayable("", "")

    def _initial(self, fluent: int) -> Values:
        stated = self.starts.get(fluent)
        if stated is not None:
            return stated
        return self.reader.names.facts[self.reader.fact_of(fluent)].initial

    def _check(self, fluent: int, values: Values, span: Span) -> None:
        initial = self._initial(fluent)
        is_which = values == initial and not is_single(initial)
        if is_which or not is_within(initial, values):
            name = self.reader.names.facts[self.reader.fact_of(fluent)].name
            self.reader.findings.add(errors.not_so_at_start(name, span))
