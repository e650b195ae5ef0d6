"""Steps: an event made ready for the laws.

A step is what the engine applies: who is shown by it, who may perceive it, and a few operations in
the order of law 6, 3 and 7: what had to be so, what changes, what is said. ``views`` (next door)
says from which viewpoint whom of the cast takes it to be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from whoknows.engine.cells import Basis
from whoknows.model.event import AS_IT_FALLS, OPENLY, Audience, Event, Reception
from whoknows.model.formula import Claim
from whoknows.model.values import Values


@dataclass(frozen=True, slots=True)
class Set:
    """The fluent takes a value."""

    fluent: int
    values: Values


@dataclass(frozen=True, slots=True)
class Add:
    """The number changes by so much."""

    fluent: int
    by: int


@dataclass(frozen=True, slots=True)
class Show:
    """What must be so for the event to happen; who sees it and thought otherwise knows now."""

    fluent: int
    values: Values


@dataclass(frozen=True, slots=True)
class Muster:
    """Who is there to be seen: ``present`` are; anybody else thought to be at the place is not.

    ``comers``: only those notice who is missing (all do, where it is None: a scene opens).
    ``hidden`` are seen by the hidden alone.
    """

    place: int
    present: tuple[int, ...]
    comers: frozenset[int] | None = None
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """These fluents are spoken or thought of."""

    fluents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """``askers`` show that they do not know; what ``asked`` think is anybody's guess now."""

    askers: tuple[int, ...]
    asked: tuple[int, ...]
    fluents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A claim reaches minds on some basis; ``teller`` is who vouches for it, if anybody.

    ``as_of``: the number of the step at which it was written down, for what is read; evidence that
    is younger stands against it. ``contested``: somebody may have witnessed or inferred the
    contrary before, so it must be asked whether a hearer sees through the teller. ``how``: the
    reason's name where the basis does not say.
    """

    claim: Claim
    basis: Basis
    teller: int | None = None
    reception: Reception = AS_IT_FALLS
    convincingly: bool = False
    to_oneself: bool = False
    contested: bool = True
    how: str = ""
    as_of: int | None = None
    writer: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """These leave the place: what they saw of changing facts there begins to age."""

    who: frozenset[int]


@dataclass(frozen=True, slots=True)
class Forget:
    """These fluents go back to being taken for granted, in this mind and all it pictures."""

    fluents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Return:
    """This mind goes back to what it held before the step of that number."""

    before: int


class View(NamedTuple):
    """A viewpoint of a step (see :mod:`whoknows.engine.views`)."""

    shape: str
    sight: str
    misheard_by: int | None


Operation: TypeAlias = (
    Set | Add | Show | Muster | Mention | Question | Word | Part | Forget | Return
)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One instant of the story.

    ``number`` counts from 1 in story order; ``scene`` from 0 on the page.
    ``base``: exactly these may perceive it, wherever they are; None: whoever is there. ``shown``:
    perceivers nobody can overlook, because they act. ``alone``: each perceives it for himself.
    ``thinkers``: it goes on in these minds; whoever else perceives it learns only that.
    ``opening``: the number of the step with which its scene opened, this time.
    """

    number: int
    scene: int
    occurrence: int
    index: int
    place: int
    opening: int
    operations: tuple[Operation, ...]
    event: Event | None = None
    base: frozenset[int] | None = None
    shown: frozenset[int] = frozenset()
    alone: bool = False
    audience: Audience = OPENLY
    hidden: frozenset[int] = frozenset()
    thinkers: frozenset[int] | None = None
    misheard: Mapping[int, tuple[Operation, ...]] = field(default_factory=dict)
    through: int | None = None
    on_page: bool = True
    here: int = field(init=False)
    marked: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out what is asked most often: the place's mask, and whether it is marked."""
        object.__setattr__(self, "here", 1 << self.place)
        object.__setattr__(self, "marked", self.audience != OPENLY or bool(self.hidden))
