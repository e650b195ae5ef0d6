"""From the blocks of a file to its look-up tables: who and what there is, and which facts.

What is declared badly is left out, and its name *poisoned*: it has been complained of, and whoever
uses it is not complained of again. All names of characters, places, things, groups and facts are
told apart from each other, so that a name alone always says what it is; only listed values
(*hiding place = the panel, the bank*) may share a name with something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.builtin import add_at, add_who_is, dead_in
from whoknows.model.findings import Findings
from whoknows.model.names import CHARACTER, DOCUMENT, PLACE, Kind, Names, key, title_key
from whoknows.model.personas import add_personas
from whoknows.model.story import Fact, Fluent, Group, Parameter, Persona, Thing
from whoknows.model.tables import Tables, add_fact, add_kind, add_thing, pronoun
from whoknows.model.values import NO, NUMBER, YES_NO, Domain, Numbers, Values
from whoknows.text import syntax
from whoknows.text.lexicon import personas_of

BUILT_IN_KINDS = frozenset((CHARACTER, PLACE, "number"))
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def declare(document: syntax.Document, limits: Limits, findings: Findings) -> Names:
    """Return the tables of a file."""
    tables = Tables(findings, limits)
    _characters(tables, document.characters)
    disguises = add_personas(tables, tuple(personas_of(document)))
    characters = len(tables.things)
    add_kind(tables, CHARACTER, 0)
    _places(tables, document.places)
    _things(tables, document.things)
    _groups(tables, document.groups)
    add_at(tables)
    personas = {}
    for who, said in disguises.items():
        fluent = add_who_is(tables, who, characters)
        if fluent is not None:
            personas[who] = Persona(who, tables.worn_by[who], fluent, said.span)
    for entry in document.facts:
        _fact(tables, entry)
    dead = dead_in(tables, document)
    return Names(
        things=tuple(tables.things),
        characters=characters,
        facts=tuple(tables.facts),
        groups=tuple(tables.groups),
        thing_named=tables.thing_named,
        fact_named=tables.fact_named,
        group_named=tables.group_named,
        scene_named=_scene_titles(document.scenes, findings),
        kinds=tables.kinds,
        position=_positions(tables),
        values=tuple(tables.values),
        bases=tuple(tables.bases),
        steps=tuple(tables.steps),
        fluent_count=tables.fluent_count,
        poisoned=frozenset(tables.poisoned),
        first_words=_first_words(tables.things[:characters]),
        personas=personas,
        dead=dead,
    )


def all_fluents(names: Names) -> tuple[Fluent, ...]:
    """Return every fact with its blanks filled in every way, in the order of their numbers."""
    return tuple(
        Fluent(number, arguments)
        for number, fact in enumerate(names.facts)
        for arguments in product(*(names.members(each.kind) for each in fact.parameters))
    )


# --- people, places, things --------------------------------------------------------------------


def _characters(tables: Tables, entries: Iterable[syntax.CharacterEntry]) -> None:
    for entry in entries:
        said = pronoun(tables, entry.pronoun) if entry.pronoun else "they"
        add_thing(tables, entry.name, CHARACTER, said, entry.about)


def _places(tables: Tables, entries: Iterable[syntax.PlaceEntry]) -> None:
    first = len(tables.things)
    for entry in entries:
        add_thing(tables, entry.name, PLACE, "it", entry.about)
    add_kind(tables, PLACE, first)


def _things(tables: Tables, entries: Iterable[syntax.ThingEntry]) -> None:
    tables.kinds[DOCUMENT] = Kind(DOCUMENT, ())
    for entry in entries:
        if key(entry.kind.text) in BUILT_IN_KINDS:
            tables.findings.add(errors.built_in(entry.kind.text, entry.kind.span))
            tables.poisoned.update(key(name.text) for name in entry.names)
            continue
        known = tables.kinds.get(key(entry.kind.text))
        kind = known.name if known else entry.kind.text
        first = len(tables.things)
        for name in entry.names:
            add_thing(tables, name, kind, "it", "")
        add_kind(tables, kind, first)


def _positions(tables: Tables) -> tuple[int, ...]:
    positions = [0] * len(tables.things)
    for kind in tables.kinds.values():
        for position, thing in enumerate(kind.members):
            positions[thing] = position
    return tuple(positions)


def _first_words(characters: Iterable[Thing]) -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for character in characters:
        words = key(character.name).split()
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _groups(tables: Tables, entries: Sequence[syntax.GroupEntry]) -> None:
    """Declare groups; a group may name groups that stand above it."""
    for entry in entries:
        if not tables.is_new(entry.name):
            continue
        members: dict[int, None] = {}
        for name in entry.members:
            for member in _members(tables, name):
                members[member] = None
        tables.group_named[key(entry.name.text)] = len(tables.groups)
        tables.groups.append(Group(entry.name.text, tuple(members), entry.name.span))


def _members(tables: Tables, name: syntax.Name) -> tuple[int, ...]:
    name_key = key(name.text)
    thing = tables.thing_named.get(name_key)
    if thing is not None and tables.things[thing].kind == CHARACTER:
        if thing not in tables.worn_by:
            return (thing,)
        persona, wearer = tables.things[thing].name, tables.worn_by[thing]
        tables.findings.add(errors.persona_in_group(persona, tables.things[wearer].name, name.span))
        return ()
    group = tables.group_named.get(name_key)
    if group is not None:
        return tables.groups[group].members
    if name_key not in tables.poisoned:
        tables.findings.unknown(
            name_key,
            name.span,
            lambda: (
                (key(tables.things[c].name), tables.things[c].name)
                for c in tables.members(CHARACTER)
            ),
            lambda near: errors.unknown_character(name.text, name.span, near),
        )
    return ()


def _scene_titles(
    scenes: Iterable[syntax.SceneNode], findings: Findings
) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    first: dict[str, Span] = {}
    for number, scene in enumerate(scenes):
        title = title_key(scene.title.text)
        if title in found:
            findings.add(errors.title_twice(scene.title.text, scene.title.span, first[title]))
        first.setdefault(title, scene.title.span)
        found.setdefault(title, []).append(number)
    return {title: tuple(numbers) for title, numbers in found.items()}


# --- facts -------------------------------------------------------------------------------------


def _fact(tables: Tables, entry: syntax.FactEntry) -> None:
    if not tables.is_new(entry.name):
        if key(entry.name.text) not in tables.first:
            tables.poisoned.add(key(entry.name.text))
        return
    parameters = _parameters(tables, entry)
    domain = _domain(tables, entry)
    if parameters is None or domain is None:
        tables.poisoned.add(key(entry.name.text))
        return
    yes_no = domain.is_yes_no
    fact = Fact(
        name=entry.name.text,
        parameters=parameters,
        domain=domain,
        wording=_wording(tables, entry, entry.wording, parameters, domain),
        otherwise=entry.otherwise and _wording(tables, entry, entry.otherwise, parameters, domain),
        lasting=yes_no if entry.changing is None else not entry.changing,
        initial=_default(domain),
        span=entry.name.span,
    )
    add_fact(tables, fact)


def _default(domain: Domain) -> Values:
    if domain.is_number:
        return Numbers.just(0)
    return NO if domain.is_yes_no else domain.full


def _parameters(tables: Tables, entry: syntax.FactEntry) -> tuple[Parameter, ...] | None:
    """Return a fact's blanks, or None where one of them is of no kind."""
    found: list[Parameter] = []
    seen: set[str] = set()
    for parameter in entry.parameters:
        kind = tables.kinds.get(key(parameter.kind.text))
        if kind is None:
            _unknown_kind(tables, parameter.kind)
        elif not kind.members:
            span = parameter.kind.span
            tables.findings.add(errors.nothing_of_kind(parameter.kind.text, span))
        else:
            found.append(Parameter(parameter.name.text, kind.name))
        if key(parameter.name.text) in seen:
            text = parameter.name.text
            tables.findings.add(errors.parameter_twice(entry.name.text, text, parameter.span))
        seen.add(key(parameter.name.text))
    return tuple(found) if len(found) == len(entry.parameters) else None


def _unknown_kind(tables: Tables, name: syntax.Name) -> None:
    tables.findings.unknown(
        key(name.text),
        name.span,
        lambda: ((each, kind.name) for each, kind in tables.kinds.items()),
        lambda near: errors.unknown_kind(name.text, name.span, near),
    )


def _domain(tables: Tables, entry: syntax.FactEntry) -> Domain | None:
    """Return the values a fact can have, or None where that cannot be made out."""
    if entry.values is None:
        return YES_NO
    if len(entry.values) == 1:
        return _domain_called(tables, entry, entry.values[0])
    names: dict[str, str] = {}
    for value in entry.values:
        if key(value.text) in names:
            tables.findings.add(errors.value_twice(value.text, value.span))
        names.setdefault(key(value.text), _as_declared(tables, value.text))
    if names.keys() == {"yes", "no"}:
        return YES_NO
    return Domain(tuple(names.values()))


def _as_declared(tables: Tables, value: str) -> str:
    thing = tables.thing_named.get(key(value))
    return value if thing is None else tables.things[thing].name


def _domain_called(tables: Tables, entry: syntax.FactEntry, name: syntax.Name) -> Domain | None:
    """Return the domain of ``= place``, ``= number``, ``= suspects`` (a group)."""
    called = key(name.text)
    if called == "number":
        return NUMBER
    kind = tables.kinds.get(called)
    if kind is not None:
        if not kind.members:
            tables.findings.add(errors.nothing_of_kind(name.text, name.span))
            return None
        return Domain(tuple(tables.things[each].name for each in kind.members), kind.name)
    group = tables.group_named.get(called)
    if group is not None and tables.groups[group].members:
        return Domain(tuple(tables.things[each].name for each in tables.groups[group].members))
    tables.findings.unknown(
        called,
        name.span,
        lambda: (("number", "number"), *((each, k.name) for each, k in tables.kinds.items())),
        lambda near: errors.one_value(entry.name.text, name.text, name.span, near),
    )
    return None


def _wording(
    tables: Tables,
    entry: syntax.FactEntry,
    sentence: str,
    parameters: Sequence[Parameter],
    domain: Domain,
) -> str:
    """Return a sentence with its blanks spelt like the fact's own; complain of any other blank."""
    blanks = {key(each.name): each.name for each in parameters}
    if not domain.is_yes_no:
        blanks["value"] = "value"

    def spelt(match: re.Match[str]) -> str:
        blank = blanks.get(key(match.group(1)))
        if blank is None:
            allowed = tuple(blanks.values())
            found = errors.unknown_placeholder(match.group(1), allowed, entry.span)
            tables.findings.add(found)
            return match.group()
        return f"{{{blank}}}"

    return _PLACEHOLDER.sub(spelt, sentence)
