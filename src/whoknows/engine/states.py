"""Belief states: what is held along one perspective, after some step.

A state is a link in a chain of states: the one before, the step that led on, and what changed. Equal
histories are the same object (:class:`whoknows.engine.minds.Minds` interns them), so perspectives
that have lived through the same are one, and the graph of nested minds closes on itself.

The cells stand in a persistent vector of two levels, so that a step that touches two fluents out of
three hundred copies some thirty references and shares the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a cell changed at a state: ``how`` names the law at work.

    effect, shown, told, inferred, suspected, seen, learned, came to believe, in sight, not in sight,
    rule, by the rule, forgot, asked, wondered, shifted, faded, went stale, mentioned, contradiction.
    """

    how: str
    values: Values | None = None
    basis: Basis | None = None
    rule: Rule | None = None


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
    claims about minds further down. ``touched``: why cells changed. ``fresh``: changing facts seen
    during the visit ``visit`` (the number of the step that opened the scene).
    """

    __slots__ = (
        "_kids",
        "_raw_kids",
        "before",
        "cells",
        "changed",
        "fresh",
        "heard",
        "last",
        "loose",
        "number",
        "picture",
        "returned",
        "step",
        "touched",
        "view",
        "visit",
    )

    def __init__(
        self,
        last: int | None,
        before: State | None,
        step: Step | None,
        view: View | None,
        cells: Vector,
        *,
        picture: bool,
        changed: frozenset[int] = frozenset(),
        touched: tuple[tuple[int, Reason], ...] = (),
        heard: tuple[Heard, ...] = (),
        fresh: frozenset[int] = frozenset(),
        visit: int = 0,
        loose: frozenset[int] = frozenset(),
        returned: State | None = None,
    ) -> None:
        self.last = last
        self.before = before
        self.step = step
        self.view = view
        self.cells = cells
        self.picture = picture
        self.changed = changed
        self.touched = touched
        self.heard = heard
        self.fresh = fresh
        self.visit = visit
        self.loose = loose
        self.returned = returned
        self.number: int = 0 if step is None else step.number
        self._kids: dict[int, State] = {}
        self._raw_kids: dict[int, State] | None = None

    def kids(self, raw: bool) -> dict[int, State]:
        """Return the table of known children, for ``Minds`` to fill."""
        if not raw:
            return self._kids
        if self._raw_kids is None:
            self._raw_kids = {}
        return self._raw_kids

    def cell(self, fluent: int) -> Cell:
        """Return what is held of a fluent."""
        return self.cells[fluent >> WIDTH_BITS][fluent & WIDTH - 1]

    def all_cells(self) -> Iterator[Cell]:
        """Yield the cells of all fluents, in order."""
        for chunk in self.cells:
            yield from chunk

    def history(self) -> Iterator[State]:
        """Yield this state and all before it, latest first."""
        state: State | None = self
        while state is not None:
            yield state
            state = state.before
