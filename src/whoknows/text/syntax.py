"""The syntax tree of a story file: what stands where, names not yet looked up.

Every node has a span in code points of its file. Lists are tuples; nothing here changes once made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from whoknows.base.source import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that names something, as written (white space folded, quotes removed)."""

    text: str
    span: Span


# --- formulas ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number standing as a value."""

    value: int
    span: Span


@dataclass(frozen=True, slots=True)
class Hole:
    """``?`` where a value would stand."""

    span: Span


@dataclass(frozen=True, slots=True)
class FactRef:
    """``the affair``, ``in (marble)``, ``strain (Iruka)``."""

    name: Name
    arguments: tuple[Name, ...]
    span: Span


Value: TypeAlias = Name | Number | Hole | FactRef


@dataclass(frozen=True, slots=True)
class Atom:
    """A fact, alone or compared: ``how`` is None, "=", "is", "is not", "<", "<=", ">", ">=".

    ``Cesario is Viola`` and ``killer is not Bruno`` are atoms too: then ``fact`` may name a
    character.
    """

    fact: FactRef
    how: str | None
    value: Value | None
    span: Span


@dataclass(frozen=True, slots=True)
class Negation:
    """``not F``."""

    part: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Junction:
    """``F and G``, ``F or G``, ``F implies G``: ``word`` is the connecting word."""

    word: str
    parts: tuple[Formula, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Crowd:
    """``everyone in friends, students but Thorn``.

    ``quantity`` is "everyone", "somebody" or "nobody". Without ``in``, ``groups`` is empty: all
    characters.
    """

    quantity: str
    groups: tuple[Name, ...]
    but: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mind:
    """``Kotetsu believes F``, ``somebody in friends does not know F``, ``Ada and Bruno know F``.

    ``verb`` is one of knows, knows whether, believes, suspects, has only a hunch of, considers,
    wonders, is unaware of (always in the third person singular); ``negated`` for *does not* and
    *is not*. Where several are named, each is meant.
    """

    who: tuple[Name, ...] | Crowd
    verb: str
    negated: bool
    content: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class CommonKnowledge:
    """``it is common knowledge among A, B that F`` (names of characters or groups)."""

    among: tuple[Name, ...]
    content: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """``A was told F``, ``A was not told F``."""

    who: Name
    negated: bool
    content: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """``A has said F [to B]``, ``A has not said F``."""

    who: Name
    negated: bool
    content: Formula
    to: Name | None
    span: Span


@dataclass(frozen=True, slots=True)
class Bad:
    """A stretch that could not be read; there is a finding of it, so nobody complains again."""

    span: Span


Formula: TypeAlias = Atom | Negation | Junction | Mind | CommonKnowledge | Told | Said | Bad


# --- declarations ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CharacterEntry:
    """``Iruka (he): a teacher``. ``pronoun`` and ``about`` may be absent."""

    name: Name
    pronoun: Name | None
    about: str
    span: Span


@dataclass(frozen=True, slots=True)
class PersonaEntry:
    """``Cesario (he) is Viola in disguise: a page``, in the cast or as a line of a scene."""

    persona: Name
    wearer: Name
    span: Span
    pronoun: Name | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """``friends = Kotetsu, Izumo``."""

    name: Name
    members: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """``the bar: where it began``."""

    name: Name
    about: str
    span: Span


@dataclass(frozen=True, slots=True)
class ThingEntry:
    """``container: the basket, the box``."""

    kind: Name
    names: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Start:
    """``starts yes``, ``starts 3``, or for one instance ``starts in (marble) = basket``.

    Exactly one of the two is present.
    """

    value: Name | Number | None
    formula: Formula | None
    span: Span


@dataclass(frozen=True, slots=True)
class SeenBy:
    """``seen by c if at (c) = room of (container)``."""

    looker: Name
    condition: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class FactParameter:
    """``who: character`` in the brackets of a fact.

    Where one word stands for both (``in (thing)``), ``name`` and ``kind`` are the same.
    """

    name: Name
    kind: Name
    span: Span


@dataclass(frozen=True, slots=True)
class FactEntry:
    """An entry of ``facts``.

    ``values``: None for yes/no; else the names after ``=``: one name that may be a kind or
    *number*, or the values themselves. ``changing``: None where the author does not say.
    """

    name: Name
    parameters: tuple[FactParameter, ...]
    values: tuple[Name, ...] | None
    wording: str
    otherwise: str | None
    changing: bool | None
    starts: tuple[Start, ...]
    seen_by: tuple[SeenBy, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SecretEntry:
    """``the affair: kept [unsuspected] by A, B from friends, students, who assume not``.

    ``kept_from`` None: from everyone. ``stance`` is None, "wonder" or "assume"; ``assumed`` what
    they assume: the name *not*, *so* or a value.
    """

    fact: FactRef
    unsuspected: bool
    keepers: tuple[Name, ...]
    kept_from: tuple[Name, ...] | None
    stance: str | None
    assumed: Name | Number | None
    span: Span


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """``alibis: whoever believes F infers G``; ``conclusions`` are the facts after *infers*."""

    name: Name
    premise: Formula
    conclusions: tuple[Formula, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class AtFirstEntry:
    """An entry of ``at first``: somebody's mind; ``only`` for ``X knows only F, G``."""

    formula: Formula
    only: bool
    contents: tuple[Formula, ...]
    who: tuple[Name, ...]
    span: Span


# --- what happens ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bracket:
    """A closing bracket of a line. ``kind`` is one of a closed list (DESIGN §3, rule 7).

    only, also, unnoticed, staged, missed, half heard, heard as, off the page, believed by,
    not believed, not believed by, convincingly, stopped by, somehow.
    """

    kind: str
    names: tuple[Name, ...]
    contents: tuple[Formula, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class EffectNode:
    """After ``=>``: ``the fling``, ``not the fling``, ``in (marble) = box``, ``strain += 1``.

    ``shift`` is the number added where it is ``+=`` or ``-=``; then ``formula`` is the bare fact.
    """

    formula: Formula
    shift: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class NarrationLine:
    """A line that starts with ``-``; ``needs F`` may be indented under it."""

    prose: str
    prose_span: Span
    effects: tuple[EffectNode, ...]
    needs: tuple[Formula, ...]
    brackets: tuple[Bracket, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Somebody, a verb, perhaps somebody else, and what is said, thought, seen.

    ``verb``: tells, lies, asks, mentions, withholds, tries to tell, sees, hears, enters, leaves,
    infers, suspects, wonders, comes to believe, forgets, forgets since, dreams, learned, convinces,
    writes, reads, shows, joins, quits, dies, takes. ``objects``: to whom, from whom; ``place``:
    *leaves for PLACE*; ``scene``: *forgets everything since SCENE*.
    """

    subjects: tuple[Name, ...]
    verb: str
    verb_span: Span
    objects: tuple[Name, ...]
    contents: tuple[Formula, ...]
    place: Name | None
    scene: Name | None
    brackets: tuple[Bracket, ...]
    span: Span
    text: str
    thing: Name | None = None
    """The document written, read or shown; the group joined; the persona taken for another."""
    other: Name | None = None
    """As whom a letter is written; whom a persona is taken for."""


@dataclass(frozen=True, slots=True)
class ExpectLine:
    """``expect F``."""

    formula: Formula
    span: Span


@dataclass(frozen=True, slots=True)
class FairLine:
    """``fair killer by SCENE``."""

    fact: FactRef
    scene: Name
    span: Span


@dataclass(frozen=True, slots=True)
class IntendedLine:
    """``intended K104: why``."""

    code: Name
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Include:
    """``include other.story``: the path as written."""

    path: str
    span: Span


Line: TypeAlias = (
    PersonaEntry | NarrationLine | StatementLine | ExpectLine | FairLine | IntendedLine
)


@dataclass(frozen=True, slots=True)
class When:
    """``when 3 May 2010``: the words as written; :mod:`whoknows.model.clock` reads them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class SceneNode:
    """``scene Title`` with its header and its lines."""

    title: Name
    when: When | None
    place: Name | None
    present: tuple[Name, ...]
    hidden: tuple[Name, ...]
    through: Name | None
    off_page: bool
    lines: tuple[Line, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. Lines about the story outside any scene are in ``loose``."""

    version: int
    title: Name | None
    characters: tuple[CharacterEntry, ...]
    groups: tuple[GroupEntry, ...]
    places: tuple[PlaceEntry, ...]
    things: tuple[ThingEntry, ...]
    facts: tuple[FactEntry, ...]
    secrets: tuple[SecretEntry, ...]
    rules: tuple[RuleEntry, ...]
    at_first: tuple[AtFirstEntry, ...]
    scenes: tuple[SceneNode, ...]
    loose: tuple[Line, ...]
    personas: tuple[PersonaEntry, ...] = ()
    """Those of the cast; those declared in a scene stand among its lines."""
    includes: tuple[Include, ...] = ()
