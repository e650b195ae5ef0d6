"""The look-up tables of a story while they are being made, and how something is added to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.findings import Findings
from whoknows.model.names import Kind, key
from whoknows.model.story import Fact, Group, Thing
from whoknows.text import syntax

PRONOUNS = ("he", "she", "they", "it")
VARIABLES = ("someone", "somebody", "anyone", "something", "somewhere", "another")
BUILT_IN = frozenset(
    (*VARIABLES, "reader", "elsewhere", "everyone", "everybody", "nobody", "yes", "no", "at", "not")
)


@dataclass(slots=True)
class Tables:
    """The tables while they are being made."""

    findings: Findings
    limits: Limits
    first: dict[str, Span] = field(default_factory=dict)
    poisoned: set[str] = field(default_factory=set)
    things: list[Thing] = field(default_factory=list)
    thing_named: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    group_named: dict[str, int] = field(default_factory=dict)
    worn_by: dict[int, int] = field(default_factory=dict)
    """Of each disguise, who wears it."""
    facts: list[Fact] = field(default_factory=list)
    fact_named: dict[str, int] = field(default_factory=dict)
    values: list[Mapping[str, int]] = field(default_factory=list)
    bases: list[int] = field(default_factory=list)
    steps: list[tuple[int, ...]] = field(default_factory=list)
    fluent_count: int = 0

    def is_new(self, name: syntax.Name) -> bool:
        """Tell whether a name is free, and complain if it is not."""
        name_key = key(name.text)
        if name_key in BUILT_IN:
            self.findings.add(errors.built_in(name.text, name.span))
            return False
        first = self.first.setdefault(name_key, name.span)
        if first is not name.span:
            self.findings.add(errors.declared_twice(name.text, name.span, first))
            return False
        return True

    def members(self, kind: str) -> tuple[int, ...]:
        """Return the things of a kind."""
        return self.kinds[kind].members


def add_thing(tables: Tables, name: syntax.Name, kind: str, pronoun: str, about: str) -> None:
    """Add a character, a place or a thing, if its name is free."""
    if tables.is_new(name):
        tables.thing_named[key(name.text)] = len(tables.things)
        tables.things.append(Thing(name.text, kind, pronoun, about, name.span))


def add_kind(tables: Tables, kind: str, first: int) -> None:
    """Note that the things from number ``first`` on are of this kind, which may have others."""
    old = tables.kinds.get(key(kind), Kind(kind, ()))
    members = (*old.members, *range(first, len(tables.things)))
    tables.kinds[key(kind)] = replace(old, members=members)


def add_fact(tables: Tables, fact: Fact) -> None:
    """Number a fact's fluents, the last blank fastest, as :func:`all_fluents` lists them."""
    steps: list[int] = []
    count = 1
    for parameter in reversed(fact.parameters):
        steps.append(count)
        count *= len(tables.members(key(parameter.kind)))
    total = tables.fluent_count + count
    if total > tables.limits.fluents:
        limit = tables.limits.fluents
        tables.findings.add(errors.too_many_fluents(fact.name, total, limit, fact.span))
        tables.poisoned.add(key(fact.name))
        return
    tables.fact_named[key(fact.name)] = len(tables.facts)
    tables.facts.append(fact)
    tables.values.append({key(name): n for n, name in enumerate(fact.domain.names or ())})
    tables.bases.append(tables.fluent_count)
    tables.steps.append(tuple(reversed(steps)))
    tables.fluent_count = total


def pronoun(tables: Tables, name: syntax.Name) -> str:
    """Return a pronoun as it is written, if it is one."""
    written = key(name.text)
    if written in PRONOUNS:
        return written
    tables.findings.add(errors.unknown_pronoun(name.text, name.span))
    return "they"
