"""What can be asked, expected, needed and believed: formulas with every name resolved.

An atom says that a fluent has one of some values (:class:`Is`); ``the affair``, ``not the affair``,
``killer is not Bruno`` and ``strain (Iruka) >= 3`` are all atoms of this one form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from whoknows.model.values import Values


class Verb(Enum):
    """What somebody's mind can be to a formula (DESIGN §1)."""

    KNOWS = "knows"
    KNOWS_WHETHER = "knows whether"
    BELIEVES = "believes"
    SUSPECTS = "suspects"
    HAS_HUNCH = "has only a hunch of"
    CONSIDERS = "considers"
    WONDERS = "wonders"
    UNAWARE = "is unaware of"


class Comparison(Enum):
    """How two fluents, or a number and a number, are compared."""

    EQUAL = "="
    UNEQUAL = "is not"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Quantity(Enum):
    """How many of a group."""

    EVERYONE = "everyone"
    SOMEBODY = "somebody"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Is:
    """The fluent has one of these values."""

    fluent: int
    values: Values


@dataclass(frozen=True, slots=True)
class Compare:
    """Two fluents' values compared (finite ones by name, for = and *is not* only)."""

    left: int
    how: Comparison
    right: int


@dataclass(frozen=True, slots=True)
class Constant:
    """True or false whatever happens (``Ada is Ada`` after grounding)."""

    value: bool


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Formula


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Implies:
    """If the first holds, so does the second."""

    premise: Formula
    conclusion: Formula


@dataclass(frozen=True, slots=True)
class Which:
    """The value of a fluent, whatever it is: as what somebody knows, wonders or is asked."""

    fluent: int


@dataclass(frozen=True, slots=True)
class Attitude:
    """Somebody's mind: ``Kotetsu believes the affair``. ``who`` may be the reader."""

    who: int
    verb: Verb
    content: Formula | Which


@dataclass(frozen=True, slots=True)
class Quantified:
    """``everyone in friends believes F``; ``group`` is as the author says it, or empty: all."""

    quantity: Quantity
    members: tuple[int, ...]
    group: str
    verb: Verb
    content: Formula | Which
    negated: bool = False
    """``somebody in friends does not know F``."""
    groups: tuple[int, ...] = ()
    """The groups meant, where members come and go: then ``members`` are those at the start."""
    but: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Common:
    """``it is common knowledge among A, B that F``."""

    members: tuple[int, ...]
    content: Formula


@dataclass(frozen=True, slots=True)
class WasTold:
    """``A was told F``: history, true once and for ever."""

    who: int
    content: Formula | Which


@dataclass(frozen=True, slots=True)
class HasSaid:
    """``A has said F to B`` (to anybody, where ``to`` is None)."""

    who: int
    content: Formula | Which
    to: int | None


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """``Sally believes Anne believes in (marble) = ?``: what value, along a chain of minds.

    The chain is empty where the truth is asked for.
    """

    chain: tuple[tuple[int, Verb], ...]
    fluent: int


Formula: TypeAlias = (
    Is
    | Compare
    | Constant
    | Not
    | And
    | Or
    | Implies
    | Attitude
    | Quantified
    | Common
    | WasTold
    | HasSaid
)


class Stance(Enum):
    """What a claim says of the mind at the end of its path."""

    IS = "is"  # the fluent has one of the values
    SETTLED = "settled"  # they know which, or whether
    OPEN = "open"  # they do not know


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that can be told, inferred or concluded (CORE, "What can be said").

    ``path`` is the chain of minds it is about: ``()`` for the world, ``(Cora,)`` for Cora's mind.
    ``Cora knows the affair`` is two claims: the affair, and that Cora is sure of it.
    """

    path: tuple[int, ...]
    fluent: int
    values: Values
    stance: Stance = Stance.IS


@dataclass(frozen=True, slots=True)
class Content:
    """What is said, seen, thought or written: as the author put it, and as claims.

    ``mentions`` are the fluents that whoever hears of it is aware of from then on.
    """

    formula: Formula | Which
    claims: tuple[Claim, ...]
    mentions: tuple[int, ...]
