"""The look-up tables of a story: what each name means, and the number of each fact filled in.

Names are compared by :func:`key` (no case, no *the* in front, one kind of apostrophe). A fluent's
number needs no table: fact *f* with blanks filled by things of known kinds is
``base of f + sum of (position of the thing within its kind × step of the blank)``, so even 200,000
fluents cost nothing to look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from whoknows.model.story import READER, Fact, Group, Persona, Thing
from whoknows.text.tokens import normalise

key = lru_cache(maxsize=1 << 16)(normalise)
"""What a name is compared by; the same few names are asked for over and over."""

CHARACTER, PLACE, DOCUMENT = "character", "place", "document"


def title_key(title: str) -> str:
    """Return what a scene's title is compared by: ``the_marble`` finds *The marble*."""
    return key(title.replace("_", " "))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind and its things, in the order of the file."""

    name: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Everything a name can mean in one story. ``poisoned`` names have been complained of."""

    things: tuple[Thing, ...]
    characters: int
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    thing_named: Mapping[str, int]
    """Numbers of characters, places and things."""
    fact_named: Mapping[str, int]
    group_named: Mapping[str, int]
    scene_named: Mapping[str, tuple[int, ...]]
    """Numbers of the scenes with a title."""
    kinds: Mapping[str, Kind]
    position: tuple[int, ...]
    """Of each thing: which of its kind it is."""
    values: tuple[Mapping[str, int], ...]
    """Of each fact: its values' numbers by name."""
    bases: tuple[int, ...]
    """Of each fact: the number of its first fluent."""
    steps: tuple[tuple[int, ...], ...]
    """Of each fact: how far the fluent's number moves with each of its blanks."""
    fluent_count: int
    poisoned: frozenset[str]
    first_words: Mapping[str, int]
    """How the characters' names begin, and how many words the longest beginning so has."""
    personas: Mapping[int, Persona]
    """Who is somebody else in disguise, by their numbers; they are the last of the characters."""
    dead: int | None
    """The number of the fact *dead (who)*, in a story in which somebody dies."""

    def is_persona(self, name: str) -> bool:
        """Tell whether a name, as it is compared, is somebody else's disguise."""
        return self.thing_named.get(name, READER) in self.personas

    @property
    def everyone(self) -> range:
        """Everybody in the cast: people, and not the disguises they wear."""
        return range(self.characters - len(self.personas))

    def fluent(self, fact: int, arguments: Iterable[int]) -> int:
        """Return the number of a fact with its blanks filled by things of the right kinds."""
        position = self.position
        number = self.bases[fact]
        for step, thing in zip(self.steps[fact], arguments, strict=True):
            number += step * position[thing]
        return number

    def fluents_of(self, fact: int) -> range:
        """Return the numbers of a fact's fluents."""
        after = fact + 1
        end = self.bases[after] if after < len(self.bases) else self.fluent_count
        return range(self.bases[fact], end)

    def members(self, kind: str) -> tuple[int, ...]:
        """Return the things of a kind, in the order of the file."""
        found = self.kinds.get(key(kind))
        return found.members if found else ()

    def display(self, who: int) -> str:
        """Return a character's or thing's name as its author wrote it."""
        return "the reader" if who == READER else self.things[who].name

    def people(self) -> Iterator[tuple[str, str]]:
        """Names of characters, by what they are compared by and as written."""
        return ((key(thing.name), thing.name) for thing in self.things[: self.characters])

    def people_and_groups(self) -> Iterator[tuple[str, str]]:
        """Names that can stand where people are listed."""
        yield from self.people()
        yield from ((key(group.name), group.name) for group in self.groups)

    def of_kind(self, kind: str) -> Iterator[tuple[str, str]]:
        """Names of the things of a kind."""
        for thing in self.members(kind):
            yield key(self.things[thing].name), self.things[thing].name

    def fact_names(self) -> Iterator[tuple[str, str]]:
        """Names of facts."""
        return ((key(fact.name), fact.name) for fact in self.facts)

    def value_names(self, fact: int) -> Iterator[tuple[str, str]]:
        """Names of the values of a fact."""
        names = self.facts[fact].domain.names or ()
        return ((key(name), name) for name in names)
