"""Belief states: what is held along one perspective, after some step.

A state is a link in a chain of states: the one before, the step that led on, and what changed.
Equal histories are the same object (:class:`whoknows.engine.minds.Minds` interns them), so
perspectives that have lived through the same are one, and the graph of nested minds closes on
itself.

The cells stand in a persistent vector of two levels, so that a step that touches two fluents out of
three hundred copies some thirty references and shares the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from whoknows.engine.cells import Basis, Cell
from whoknows.engine.steps import Step, View
from whoknows.model.formula import Claim
from whoknows.model.story import Rule
from whoknows.model.values import Values

WIDTH_BITS = 4
WIDTH = 1 << WIDTH_BITS
Vector: TypeAlias = tuple[tuple[Cell, ...], ...]


def vector(cells: Iterable[Cell]) -> Vector:
    """Return the cells, in order, as a persistent vector."""
    flat = tuple(cells)
    return tuple(flat[i : i + WIDTH] for i in range(0, len(flat), WIDTH))


def replaced(cells: Vector, changes: dict[int, Cell]) -> Vector:
    """Return the vector with some cells changed; the old one stays."""
    outer = list(cells)
    by_chunk: dict[int, list[int]] = {}
    for fluent in changes:
        by_chunk.setdefault(fluent >> WIDTH_BITS, []).append(fluent)
    for chunk, fluents in by_chunk.items():
        inner = list(outer[chunk])
        for fluent in fluents:
            inner[fluent & WIDTH - 1] = changes[fluent]
        outer[chunk] = tuple(inner)
    return tuple(outer)


def thought_to_be(state: State, here: int, characters: int) -> list[int]:
    """Return which characters a state is sure are at a place (given as its mask)."""
    chunks = state.cells[: (characters + WIDTH - 1) // WIDTH]
    return [
        who
        for who, at in enumerate(chain.from_iterable(chunks))
        if at.possible == here and at.sure and who < characters
    ]


UNCHANGED: Mapping[int, Cell] = {}
NO_ALIASES: Mapping[int, int] = {}
Naming: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs of a persona and whom one takes it to be, by persona (see ``guises``)."""

NOBODY_KNOWN: Naming = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a cell changed at a state: ``how`` names the law at work.

    effect, shown, told, inferred, suspected, seen, learned, came to believe, in sight, not in
    sight, rule, by the rule, forgot, asked, wondered, shifted, faded, went stale, mentioned,
    contradiction.
    """

    how: str
    values: Values | None = None
    basis: Basis | None = None
    rule: Rule | None = None
    number: int = 0
    """A number of its own, for tables."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim that reached a mind inside this one: it is passed on to whom its path names next."""

    path: tuple[int, ...]
    claim: Claim
    basis: Basis
    convincingly: bool
    how: str
    rule: Rule | None = None


class State:
    """What is held along one perspective. Made by ``Minds`` only; identity is equality.

    ``last``: whose mind it is (None: how things are). ``before``: the state before, None at the
    start. ``step`` and ``view``: what happened and from which viewpoint it was perceived (None: not
    perceived; only what is in plain sight, or what was said of this mind, changed). ``heard``:
    claims about minds further down; ``standing``: those of rules, as long as their premises are
    believed. ``changed``: the cells that are new; ``touched``: why.
    ``fresh``: a bit for each changing fact seen during the visit ``visit`` (the number of the step
    that opened the scene). ``loose``: the settled cells. ``traces``: a bit for each fluent on
    which anything stronger than words has reached this mind or been said of a mind in it.
    ``passes_on``: it holds
    something for minds further down. ``company``: with whom it reckons at its step, once known.
    ``naming`` and ``aliases``: whom it sees through, and what that makes of fluents about them;
    ``unmasked``: whom it sees through only now. ``merged``: the mind of a persona that turned out
    to be this very person's. ``serial``: a number of its own among all states of an engine.
    """

    __slots__ = (
        "_kids",
        "_raw_kids",
        "aliases",
        "before",
        "cells",
        "changed",
        "company",
        "fresh",
        "heard",
        "last",
        "loose",
        "merged",
        "naming",
        "number",
        "passes_on",
        "picture",
        "plain",
        "reasons",
        "returned",
        "serial",
        "standing",
        "step",
        "touched_fluents",
        "traces",
        "unmasked",
        "view",
        "visit",
    )

    def __init__(
        self, last: int | None, before: State | None, cells: Vector, *, picture: bool
    ) -> None:
        """Make a state at the start, or one that so far is the same as the state before."""
        self.last = last
        self.before = before
        self.cells = cells
        self.picture = picture
        self.step: Step | None = None
        self.view: View | None = None
        self.number = 0
        self.serial = 0
        self.changed: Mapping[int, Cell] = UNCHANGED
        self.touched_fluents: tuple[int, ...] = ()
        self.reasons: tuple[Reason, ...] = ()
        self.heard: tuple[Heard, ...] = ()
        self.standing: tuple[Heard, ...] = ()
        self.fresh = 0
        self.visit = 0
        self.loose: frozenset[int] = frozenset()
        self.traces = 0
        self.returned: State | None = None
        self.passes_on = False
        self.plain = False
        self.company: frozenset[int] | None = None
        self.naming: Naming = NOBODY_KNOWN
        self.aliases: Mapping[int, int] = NO_ALIASES
        self.unmasked: tuple[tuple[int, int], ...] = ()
        self.merged: State | None = None
        self._kids: dict[int, State] | None = None
        self._raw_kids: dict[int, State] | None = None

    @property
    def opens_scene(self) -> bool:
        """Whether this is how things stand as a scene opens."""
        return self.step is not None and self.step.number == self.step.opening

    @property
    def touched(self) -> Iterator[tuple[int, Reason]]:
        """The fluents this step spoke to, in order, each with the reason."""
        return zip(self.touched_fluents, self.reasons, strict=True)

    def kid(self, who: int, raw: bool) -> State | None:
        """Return a child, if it is known already."""
        kids = self._raw_kids if raw else self._kids
        return None if kids is None else kids.get(who)

    def keep_kid(self, who: int, raw: bool, kid: State) -> None:
        """Note a child, for ``Minds`` alone."""
        if raw:
            if self._raw_kids is None:
                self._raw_kids = {}
            self._raw_kids[who] = kid
        else:
            if self._kids is None:
                self._kids = {}
            self._kids[who] = kid

    def cell(self, fluent: int) -> Cell:
        """Return what is held of a fluent, whoever it is about by another name."""
        if self.aliases:
            fluent = self.aliases.get(fluent, fluent)
        return self.cells[fluent >> WIDTH_BITS][fluent & WIDTH - 1]

    def all_cells(self) -> Iterator[Cell]:
        """Yield the cells of all fluents, in order."""
        if self.aliases:
            yield from (self.cell(fluent) for fluent in range(sum(map(len, self.cells))))
            return
        for chunk in self.cells:
            yield from chunk

    def history(self) -> Iterator[State]:
        """Yield this state and all before it, latest first; then those of a person merged in."""
        state: State | None = self
        merged: list[State] = []
        while state is not None:
            yield state
            if state.merged is not None:
                merged.append(state.merged)
            state = state.before
        for other in merged:
            yield from other.history()
