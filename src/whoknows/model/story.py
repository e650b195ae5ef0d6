"""A story: everything the file says, resolved, typed and grounded. Immutable.

Characters, places and things share one table, :attr:`Story.things`; characters come first, so a
character's number is its place in that table. ``READER`` stands for the reader, who is in no group
and no table. Fact 0 is always *at (who)*; its values begin with *elsewhere* and *somewhere*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from whoknows.base.source import Span
from whoknows.model.event import Scene
from whoknows.model.formula import Claim, Formula
from whoknows.model.values import Domain, Values

READER = -1
AT = 0
"""The number of the built-in fact *at (who)*; ``at`` of character *c* is fluent *c*."""
ELSEWHERE, SOMEWHERE = 0, 1
"""Values of *at*: off stage; and in a scene whose place the author did not name."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A character, a place, or a thing of the author's kinds.

    ``pronoun`` is *he*, *she*, *they* or *it*.
    """

    name: str
    kind: str
    pronoun: str
    about: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parameter:
    """A place to fill in a fact: ``(who: character)``."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What can be true or have a value.

    ``wording`` is the author's sentence with ``{who}`` and ``{value}`` to fill in; ``otherwise`` is
    its other wording (*or else*). ``initial`` is what it starts as where nothing is stated.
    ``lasting``: what was seen of it stays seen (law 10).
    """

    name: str
    parameters: tuple[Parameter, ...]
    domain: Domain
    wording: str
    otherwise: str | None
    lasting: bool
    initial: Values
    span: Span


@dataclass(frozen=True, slots=True)
class Fluent:
    """A fact with its arguments filled in: the fact's number and things' numbers."""

    fact: int
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of characters."""

    name: str
    members: tuple[int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Secret:
    """A fluent with keepers, and those it is kept from, who do or do not give it a thought.

    ``assumed``: what they take for granted knowingly; ``wondering``: they ask themselves; neither:
    the default stands in their heads, unaware. ``unsuspected``: nobody pictures the keepers as
    knowing.
    """

    fluent: int
    keepers: tuple[int, ...]
    kept_from: tuple[int, ...]
    assumed: Values | None
    wondering: bool
    unsuspected: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Opening:
    """An entry of *at first*: what a mind holds when the story opens.

    ``path`` is at least one character long. Exactly one of these is meant: sure of ``values`` (or
    narrowed to them), ``unaware``, ``wondering`` (open and aware), or a mere ``hunch`` of
    ``values``.
    """

    path: tuple[int, ...]
    fluent: int
    values: Values
    unaware: bool = False
    wondering: bool = False
    hunch: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class KnowsOnly:
    """``at first, X knows only F``: of what the file states at the start, X knows just these."""

    who: int
    fluents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """``whoever believes … infers …`` with its variables filled in.

    ``premise`` is read in the mind of whoever follows the rule (its own cells, unaware read as
    open); ``conclusion`` is concluded there.
    """

    name: str
    premise: Formula
    conclusion: tuple[Claim, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Sight:
    """``seen by c if …`` for one fluent and one looker: when each value would be in plain sight."""

    fluent: int
    looker: int
    conditions: tuple[tuple[Values, Formula], ...]
    """For each value (a single one): the condition under which the looker sees it."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """``expect F``: after ``after`` events of scene number ``scene``, each time it happens."""

    formula: Formula
    scene: int
    after: int
    span: Span


@dataclass(frozen=True, slots=True)
class Fair:
    """``fair FACT by SCENE``: by the end of that scene the page leaves one value."""

    fluent: int
    by: int
    scene: int
    span: Span


@dataclass(frozen=True, slots=True)
class Waiver:
    """``intended K104: why``: findings of this code in this scene are meant."""

    code: str
    reason: str
    scene: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Persona:
    """``Cesario is Viola in disguise``: a name under which somebody acts (law 20).

    A persona is one of the characters of ``Story.things``, with an ``at`` and a mind, to those who
    do not know better, of its own. ``fluent`` is *Cesario is …*, whose values are the characters:
    in the truth the wearer; for who has never given it a thought the persona itself.
    """

    persona: int
    wearer: int
    fluent: int
    span: Span


@dataclass(frozen=True)
class Story:
    """A whole story. ``scenes`` stand in page order; story order is the ledger's business."""

    title: str
    characters: int
    """How many of ``things`` are characters: the first so many."""
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    fluents: tuple[Fluent, ...]
    groups: tuple[Group, ...]
    secrets: tuple[Secret, ...]
    starts: Mapping[int, Values]
    """Values stated at the start, by fluent: common knowledge unless a secret."""
    openings: tuple[Opening, ...]
    knows_only: tuple[KnowsOnly, ...]
    rules: tuple[Rule, ...]
    sights: tuple[Sight, ...]
    scenes: tuple[Scene, ...]
    expectations: tuple[Expectation, ...]
    fairs: tuple[Fair, ...]
    waivers: tuple[Waiver, ...]
    personas: tuple[Persona, ...] = ()
    deaths: Mapping[int, int] = field(default_factory=dict)
    """For each character the fluent *dead (who)*, in a story in which somebody dies."""

    @property
    def people(self) -> tuple[int, ...]:
        """The numbers of all characters that are nobody in disguise."""
        personas = {persona.persona for persona in self.personas}
        return tuple(who for who in self.cast if who not in personas)

    @property
    def cast(self) -> range:
        """The numbers of all characters, without the reader."""
        return range(self.characters)

    @cached_property
    def fluent_numbers(self) -> Mapping[tuple[int, tuple[int, ...]], int]:
        """Fluent numbers by fact and arguments."""
        return {(f.fact, f.arguments): n for n, f in enumerate(self.fluents)}

    def fact_of(self, fluent: int) -> Fact:
        """Return the fact a fluent is an instance of."""
        return self.facts[self.fluents[fluent].fact]

    def domain_of(self, fluent: int) -> Domain:
        """Return the values a fluent can have."""
        return self.facts[self.fluents[fluent].fact].domain

    def initial(self, fluent: int) -> Values:
        """Return what is so of a fluent when the story opens; more than one value: left open."""
        stated = self.starts.get(fluent)
        return self.fact_of(fluent).initial if stated is None else stated

    def name_of(self, who: int) -> str:
        """Return a character's name as the author wrote it."""
        return "the reader" if who == READER else self.things[who].name
