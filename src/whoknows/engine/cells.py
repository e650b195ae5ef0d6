"""Cells: what one mind holds of one fluent, and how evidence changes it.

CORE, "Evidence and cells": for each basis, strongest first, a set of values or nothing; the
possible values are what is left when the sets are met from the strongest down, skipping any that
would leave nothing. A cell that pictures another's mind may instead be *settled* (they know which),
*fixed* (they were settled, and things have changed behind their back) or *blank* (no idea what they
think).

Cells are interned by :class:`Cells`: equal cells are the same object, and every change is memoised.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum
from typing import Any, TypeAlias

from whoknows.model.values import Numbers, Values, is_single


class Basis(IntEnum):
    """Why something is held; the smaller number is the stronger reason."""

    WITNESSED = 0
    INFERRED = 1
    TOLD = 2
    HUNCH = 3
    ASSUMED = 4


class Mark(Enum):
    """Whether a cell holds evidence of its own or pictures a mind by another's."""

    OWN = "own"
    SETTLED = "settled"
    FIXED = "fixed"
    BLANK = "blank"


Evidence: TypeAlias = tuple[
    Values | None, Values | None, Values | None, Values | None, Values | None
]
NO_EVIDENCE: Evidence = (None, None, None, None, None)


class Cell:
    """What is held of one fluent. Made by :class:`Cells` only; identity is equality.

    ``possible``: the values left. ``believed``: the same read as belief (CORE, "Evaluation"): an
    unaware cell is open, and a mere hunch settles nothing. ``considered``: like ``possible`` but
    for the hunch. ``basis``: the weakest reason that narrowed it, None for a cell nobody narrowed.
    ``number``: its own in its table.
    """

    __slots__ = (
        "aware",
        "basis",
        "believed",
        "considered",
        "evidence",
        "full",
        "mark",
        "number",
        "possible",
        "sure",
    )

    def __init__(self, full: Values, evidence: Evidence, aware: bool, mark: Mark) -> None:
        self.number = 0
        self.full = full
        self.evidence = evidence
        self.aware = aware
        self.mark = mark
        self.basis: Basis | None = None
        possible = considered = full
        for basis, values in enumerate(evidence):
            if values is None:
                continue
            left = possible & values  # type: ignore[operator]  # one domain, one type
            if not left:
                continue
            if left != possible:
                possible = left
                self.basis = Basis(basis)
            if basis != Basis.HUNCH and considered & values:  # type: ignore[operator]
                considered = considered & values  # type: ignore[operator]
        self.possible: Values = possible
        self.considered: Values = considered
        self.believed: Values = considered if aware else full
        self.sure = mark is Mark.OWN and is_single(possible)

    def sure_of_contrary(self, values: Values) -> bool:
        """Tell whether this cell leaves none of these values."""
        return self.mark is Mark.OWN and not (self.possible & values)  # type: ignore[operator]

    def excluded_first_hand(self, values: Values) -> bool:
        """Tell whether what was witnessed and inferred alone leaves none of these values."""
        if self.mark is not Mark.OWN:
            return False
        left = self.full
        for known in self.evidence[: Basis.TOLD]:
            if known is not None:
                left = (left & known) or left  # type: ignore[operator]  # one domain
        return not left & values  # type: ignore[operator]

    def __repr__(self) -> str:
        """Show the cell for a failing test's sake."""
        return f"<{self.mark.value} {self.possible} {self.basis!r} aware={self.aware}>"


class Cells:
    """The table of all cells of one engine, and every way in which one becomes another."""

    def __init__(self) -> None:
        self._table: dict[tuple[Any, ...], Cell] = {}
        self._changes: dict[tuple[Any, ...], Cell] = {}

    def make(
        self, full: Values, evidence: Evidence, aware: bool = True, mark: Mark = Mark.OWN
    ) -> Cell:
        """Return the one cell that is so."""
        key = (full, evidence, aware, mark)
        cell = self._table.get(key)
        if cell is None:
            cell = self._table[key] = Cell(full, evidence, aware, mark)
            cell.number = len(self._table)
        return cell

    def held(self, full: Values, values: Values, basis: Basis, aware: bool = True) -> Cell:
        """Return a cell that holds these values on one basis."""
        return self.make(full, _on_basis(NO_EVIDENCE, basis, values), aware)

    def open(self, full: Values, aware: bool) -> Cell:
        """Return a cell with no idea at all."""
        return self.make(full, NO_EVIDENCE, aware)

    def _changed(self, change: Callable[..., Cell], cell: Cell, *how: Any) -> Cell:
        key = (change, cell, *how)
        result = self._changes.get(key)
        if result is None:
            result = self._changes[key] = change(self, cell, *how)
        return result

    def witness(self, cell: Cell, values: Values) -> Cell:
        """Return the cell after seeing that one of these values is so (an effect, law 3)."""
        return self._changed(_witness, cell, values)

    def report(self, cell: Cell, values: Values, basis: Basis, convincingly: bool = False) -> Cell:
        """Return the cell after learning on this basis that one of these values is so."""
        return self._changed(_report, cell, values, basis, convincingly)

    def conclude(self, cell: Cell, values: Values) -> Cell | None:
        """Return the cell after a rule's conclusion, None where it is contradicted."""
        for known in cell.evidence[: Basis.INFERRED + 1]:
            if known is not None and not (known & values):  # type: ignore[operator]
                return None
        return self._changed(_report, cell, values, Basis.INFERRED, False)

    def shift(self, cell: Cell, by: int) -> Cell:
        """Return the cell after seeing the number change by so much: the basis stays."""
        return self._changed(_shift, cell, by)

    def mention(self, cell: Cell) -> Cell:
        """Return the cell once one is aware of it: what was taken for granted is now assumed."""
        return cell if cell.aware else self.make(cell.full, cell.evidence, True, cell.mark)

    def doubt(self, cell: Cell) -> Cell:
        """Return the cell of somebody who asks: what was merely assumed is open (law 9)."""
        if cell.mark in (Mark.BLANK, Mark.FIXED):
            return self.open(cell.full, aware=True)  # Whoever asks shows that they do not know.
        if cell.mark is not Mark.OWN or (cell.aware and cell.evidence[Basis.ASSUMED] is None):
            return self.mention(cell)
        return self.make(cell.full, _on_basis(cell.evidence, Basis.ASSUMED, None), True)

    def unknown_mind(self, cell: Cell) -> Cell:
        """Return the picture of somebody just asked: blank, unless it rests on told or better."""
        if cell.mark is Mark.OWN and cell.basis is not None and cell.basis <= Basis.TOLD:
            return self.mention(cell)
        return self.make(cell.full, NO_EVIDENCE, True, Mark.BLANK)

    def settle(self, cell: Cell) -> Cell:
        """Return the picture of somebody who knows which; a sure picture stays."""
        return cell if cell.sure and cell.aware else self.settled(cell.full)

    def settled(self, full: Values, aware: bool = True) -> Cell:
        """Return the cell of a mind that holds whatever is so one step up the chain."""
        return self.make(full, NO_EVIDENCE, aware, Mark.SETTLED)

    def unsettle(self, cell: Cell, values: Values) -> Cell:
        """Return a settled cell after things changed unperceived: sure of one of the old values."""
        if is_single(values):
            return self.held(cell.full, values, Basis.ASSUMED)
        return self.make(cell.full, _on_basis(NO_EVIDENCE, Basis.ASSUMED, values), True, Mark.FIXED)

    def loosen(self, cell: Cell) -> Cell:
        """Return the picture of somebody said not to know: what was sure is open."""
        if cell.mark is Mark.OWN and not cell.sure:
            return self.mention(cell)
        return self.open(cell.full, aware=True)

    def fade(self, cell: Cell) -> Cell:
        """Return the cell once what was seen of a changing fact counts as told (law 10)."""
        witnessed, inferred, told, hunch, assumed = cell.evidence
        if witnessed is None and inferred is None:
            return cell
        for fresh in (inferred, witnessed):
            if fresh is not None:
                told = _meet(told, fresh)
        return self.make(cell.full, (None, None, told, hunch, assumed), cell.aware, cell.mark)

    def exclude(self, cell: Cell, values: Values) -> Cell:
        """Return the cell after looking and not finding: these values are not so."""
        return self._changed(_report, cell, values, Basis.WITNESSED, False)

    def merge(self, cell: Cell, other: Cell) -> Cell:
        """Return what is held of somebody who turns out to be somebody else as well (law 20)."""
        if cell is other or not other.aware:
            return cell
        if not cell.aware or (cell.mark is not Mark.OWN and other.mark is Mark.OWN):
            return other
        if other.mark is not Mark.OWN:
            return cell
        evidence = tuple(
            held if new is None else _meet(held, new)
            for held, new in zip(cell.evidence, other.evidence, strict=True)
        )
        return self.make(cell.full, evidence)  # type: ignore[arg-type]  # as many as there were

    def follow(self, parent: Cell) -> Cell:
        """Return the cell of a mind in plain view of the fact, seen from one step up (law 11)."""
        if parent.sure:
            return parent
        return self.settled(parent.full, parent.aware)


def _on_basis(evidence: Evidence, basis: Basis, values: Values | None) -> Evidence:
    return (*evidence[:basis], values, *evidence[basis + 1 :])  # type: ignore[return-value]


def _meet(known: Values | None, values: Values) -> Values:
    """Return what both leave; where that is nothing the later one alone."""
    if known is None:
        return values
    return (known & values) or values  # type: ignore[operator]


def _witness(cells: Cells, cell: Cell, values: Values) -> Cell:
    # An effect makes a new fact: whatever contradicts it is about how things used to be.
    if cell.mark is not Mark.OWN:
        return cells.held(cell.full, values, Basis.WITNESSED)
    _, *weaker = _agreeing(cell.evidence, values)
    return cells.make(cell.full, (values, *weaker))  # type: ignore[arg-type]


def _report(cells: Cells, cell: Cell, values: Values, basis: Basis, convincingly: bool) -> Cell:
    if cell.mark is not Mark.OWN:
        return _report_on_picture(cells, cell, values, basis)
    evidence = cell.evidence
    if convincingly:
        evidence = _agreeing(evidence, values)
    return cells.make(cell.full, _on_basis(evidence, basis, _meet(evidence[basis], values)))


def _agreeing(evidence: Evidence, values: Values) -> Evidence:
    """Return the evidence without whatever contradicts these values."""
    return tuple(  # type: ignore[return-value]  # as many as there were
        e if e is not None and e & values else None  # type: ignore[operator]  # one domain
        for e in evidence
    )


def _report_on_picture(cells: Cells, cell: Cell, values: Values, basis: Basis) -> Cell:
    if cell.mark is Mark.SETTLED and not is_single(values):
        return cells.mention(cell)
    if cell.mark is Mark.FIXED:
        values = (cell.possible & values) or values  # type: ignore[operator]
    return cells.held(cell.full, values, basis)


def _shift(cells: Cells, cell: Cell, by: int) -> Cell:
    moved = tuple(e.shifted(by) if isinstance(e, Numbers) else e for e in cell.evidence)
    return cells.make(cell.full, moved, True, cell.mark)  # type: ignore[arg-type]
