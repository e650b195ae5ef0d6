"""Rules and ``seen by``: read once, then filled in for every case.

Words like *someone*, and the words a fact uses for its own blanks, stand for whatever fits the
place where they stand. The list of such words is closed, so a misspelt name is an error and never
by accident somebody unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from whoknows.model import errors
from whoknows.model.blanks import Filling, Variable, conjunction, variables_in
from whoknows.model.claims import Unsayable, claims_of
from whoknows.model.formula import Claim, Constant, Formula
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import CHARACTER, Names, key
from whoknows.model.story import Rule, Sight
from whoknows.model.tables import VARIABLES
from whoknows.model.values import ANY_NUMBER, Values
from whoknows.text import syntax


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a word stands: of which kind its places are, and a fact whose listed value it is."""

    kind: str | None
    fact: int | None


# --- which words stand for something -----------------------------------------------------------


def _words(nodes: Iterable[syntax.Formula], names: Names) -> Mapping[str, _Places]:
    """Return the words in these formulas that stand for something, by their places."""
    found: dict[str, _Places] = {}

    def note(word: str, kind: str | None, fact: int | None = None) -> None:
        old = found.get(word)
        if old is None or old.kind is None:
            found[word] = _Places(kind, fact if old is None else old.fact)

    for node in _atoms_and_minds(nodes):
        if isinstance(node, syntax.Name):
            if key(node.text) in VARIABLES:
                note(key(node.text), CHARACTER)
            continue
        references = [node.fact]
        if isinstance(node.value, syntax.FactRef):
            references.append(node.value)
        for reference in references:
            for word, kind in _argument_words(reference, names):
                note(word, kind)
        fact = names.fact_named.get(key(node.fact.name.text))
        if fact is not None and isinstance(node.value, syntax.Name):
            word, kind_of_value = key(node.value.text), names.facts[fact].domain.kind
            own = kind_of_value is not None and word == key(kind_of_value)
            # *somewhere* is a value of *at* and yet, in a rule, whatever place it is
            fits = word in VARIABLES or (own and word not in names.values[fact])
            if fits and names.facts[fact].domain.names is not None:
                note(word, kind_of_value, fact)
    return found


def _argument_words(node: syntax.FactRef, names: Names) -> Iterator[tuple[str, str]]:
    fact = names.fact_named.get(key(node.name.text))
    if fact is None:
        return
    for parameter, argument in zip(names.facts[fact].parameters, node.arguments, strict=False):
        word = key(argument.text)
        thing = names.thing_named.get(word)
        if thing is not None and names.things[thing].kind == parameter.kind:
            continue
        if word in VARIABLES or word in {key(parameter.name), key(parameter.kind)}:
            yield word, parameter.kind


def _atoms_and_minds(nodes: Iterable[syntax.Formula]) -> Iterator[syntax.Atom | syntax.Name]:
    """Yield the atoms of formulas, and the names of those whose minds they are about."""
    left = list(nodes)[::-1]
    while left:
        node = left.pop()
        match node:
            case syntax.Atom():
                yield node
            case syntax.Negation():
                left.append(node.part)
            case syntax.Junction():
                left.extend(reversed(node.parts))
            case syntax.Mind():
                if isinstance(node.who, tuple):
                    yield from node.who
                left.append(node.content)
            case syntax.Told() | syntax.Said():
                yield node.who
                left.append(node.content)
            case syntax.CommonKnowledge():
                left.append(node.content)
            case syntax.Bad():
                pass


def _variables(words: Mapping[str, _Places], names: Names) -> tuple[Variable, ...]:
    found = []
    for word, places in words.items():
        if places.kind is not None:
            found.append(_over_kind(word, places.kind, names))
        elif places.fact is not None:
            fact = names.facts[places.fact]
            found.append(Variable(word, tuple(names.values[places.fact]), None, fact.name))
    return tuple(found)


def _over_kind(word: str, kind: str, names: Names) -> Variable:
    things = names.members(kind)
    return Variable(word, tuple(key(names.things[each].name) for each in things), things, kind)


# --- rules -------------------------------------------------------------------------------------


def rules_of(
    entries: Iterable[syntax.RuleEntry], reader: FormulaReader, limit: int
) -> Iterator[Rule]:
    """Return the rules with every word filled in, in every way."""
    for entry in entries:
        variables = _variables(
            _words((entry.premise, *entry.conclusions), reader.names), reader.names
        )
        reader.variables = variables
        reader.scope = {variable.word: n for n, variable in enumerate(variables)}
        try:
            yield from _rule(entry, reader, Filling(variables), limit)
        finally:
            reader.variables, reader.scope = (), {}


def _rule(
    entry: syntax.RuleEntry, reader: FormulaReader, filling: Filling, limit: int
) -> Iterator[Rule]:
    premise = reader.formula(entry.premise)
    conclusions = [_conclusion(node, reader) for node in entry.conclusions]
    concluded = [each for each in conclusions if each is not None]
    if premise is None or len(concluded) < len(conclusions):
        return
    used = variables_in(premise)
    loose = frozenset[int]().union(*map(variables_in, concluded)) - used
    if loose:
        word = filling.variables[min(loose)].word
        reader.findings.add(errors.variable_only_concluded(word, entry.conclusions[0].span))
        return
    count = prod(len(filling.variables[each].keys) for each in used)
    if count > limit:
        name = entry.name.text
        reader.findings.add(errors.too_many_instances(name, count, limit, entry.name.span))
        return
    name, span = entry.name.text, entry.span
    known: dict[Formula, tuple[Claim, ...]] = {}
    for binding in filling.bindings(used):
        filled = filling.fill(premise, binding)
        if isinstance(filled, Constant) and not filled.value:
            continue
        conclusion = conjunction([filling.fill(each, binding) for each in concluded])
        if isinstance(conclusion, Constant):
            continue
        claims = known.get(conclusion)
        if claims is None:
            claims = known[conclusion] = claims_of(conclusion, reader.domain_of)
        yield Rule(name, filled, claims, span)


def _conclusion(node: syntax.Formula, reader: FormulaReader) -> Formula | None:
    """Return what a rule concludes, having made sure that it can be said at all."""
    formula = reader.formula(node)
    if formula is None:
        return None
    try:
        claims_of(formula, reader.domain_of)
    except Unsayable as unsayable:
        reader.findings.add(errors.cannot_be_said(unsayable.why, unsayable.hint, node.span))
        return None
    return formula


# --- what is in plain sight --------------------------------------------------------------------


def sights_of(
    entries: Iterable[syntax.FactEntry], reader: FormulaReader, limit: int
) -> Iterator[Sight]:
    """Return who sees what when: for every instance of a fact, every looker and every value."""
    for entry in entries:
        fact = reader.names.fact_named.get(key(entry.name.text))
        if fact is None or reader.names.facts[fact].span != entry.name.span:
            continue
        for seen_by in entry.seen_by:
            try:
                yield from _sight(fact, seen_by, reader, limit)
            finally:
                reader.variables, reader.scope = (), {}


def _own_words(fact: int, looker: str, names: Names) -> tuple[dict[str, int], list[Variable]]:
    """Return a fact's own words: the looker, its blanks, and the kind of its value."""
    parameters, domain = names.facts[fact].parameters, names.facts[fact].domain
    variables = [_over_kind(looker, CHARACTER, names)]
    scope = {looker: 0}
    for parameter in parameters:
        for word in (key(parameter.name), key(parameter.kind)):
            scope.setdefault(word, len(variables))
        variables.append(_over_kind(key(parameter.name), parameter.kind, names))
    if domain.names is not None:
        word = key(domain.kind or "value")
        things = None
        if domain.kind is not None:
            things = tuple(names.thing_named.get(each, 0) for each in names.values[fact])
        scope.setdefault(word, len(variables))
        values = Variable(
            word, tuple(names.values[fact]), things, domain.kind or names.facts[fact].name
        )
        variables.append(values)
    return scope, variables


def _sight(fact: int, node: syntax.SeenBy, reader: FormulaReader, limit: int) -> Iterator[Sight]:
    names = reader.names
    word = key(node.looker.text)
    named = word in names.thing_named or word in names.group_named
    lookers = reader.everybody((node.looker,)) if named else tuple(range(names.characters))
    scope, variables = _own_words(fact, word, names)
    reader.scope, reader.variables = scope, variables
    condition = reader.formula(node.condition)
    count = len(names.fluents_of(fact)) * len(lookers or ())
    if count > limit:
        name = names.facts[fact].name
        reader.findings.add(errors.too_many_instances(name, count, limit, node.span))
        return
    if condition is None or not lookers:
        return
    used = variables_in(condition)
    filling = Filling(variables)
    ranges = [
        range(len(each.keys)) for each in variables[1 : 1 + len(names.facts[fact].parameters)]
    ]
    known: dict[tuple[int, ...], tuple[tuple[Values, Formula], ...]] = {}
    for fluent, arguments in zip(names.fluents_of(fact), product(*ranges), strict=True):
        for looker in lookers:
            binding = (looker, *arguments)
            needed = tuple(each if n in used else 0 for n, each in enumerate(binding))
            if needed not in known:  # often what is seen does not depend on which thing it is
                known[needed] = _conditions(fact, condition, filling, needed, names)
            if known[needed]:
                yield Sight(fluent, looker, known[needed])


def _conditions(
    fact: int, condition: Formula, filling: Filling, binding: tuple[int, ...], names: Names
) -> tuple[tuple[Values, Formula], ...]:
    """Return the condition of each value; those never seen are left out."""
    domain = names.facts[fact].domain
    if domain.names is None:
        everything: tuple[tuple[Values, Formula], ...] = (
            (ANY_NUMBER, filling.fill(condition, binding)),
        )
    else:
        everything = tuple(
            (1 << value, filling.fill(condition, (*binding, value)))
            for value in range(len(domain.names))
        )
    return tuple(
        (values, formula)
        for values, formula in everything
        if not (isinstance(formula, Constant) and not formula.value)
    )
