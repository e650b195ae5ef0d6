"""A state in the making: the operations of one step, applied to one mind (CORE, "Step").

A draft lives only inside :meth:`whoknows.engine.minds.Minds.advance`; what comes out is immutable.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from whoknows.engine.cells import Basis, Cell, Mark
from whoknows.engine.states import Heard, Reason, State
from whoknows.engine.steps import (
    Add,
    Forget,
    Mention,
    Muster,
    Operation,
    Part,
    Question,
    Return,
    Set,
    Show,
    Step,
    View,
    Word,
)
from whoknows.engine.views import HALF, SETTLED, TRUE, UNSEEN
from whoknows.model.formula import Claim, Stance
from whoknows.model.story import ELSEWHERE
from whoknows.model.values import Values, is_within

if TYPE_CHECKING:
    from whoknows.engine.minds import Minds

EFFECT = Reason("effect")
SHOWN = Reason("shown")
MENTIONED = Reason("mentioned")
ASKED = Reason("asked")
WONDERED = Reason("wondered")
WITNESSED_TELLING = Reason("settled")
FADED = Reason("faded")
FORGOT = Reason("forgot")
MUSTERED = Reason("mustered")

HOW = {
    Basis.WITNESSED: "seen",
    Basis.INFERRED: "inferred",
    Basis.TOLD: "told",
    Basis.HUNCH: "suspected",
    Basis.ASSUMED: "assumed",
}


class Draft:
    """The cells of one mind while a step works on them."""

    __slots__ = (
        "cells",
        "changes",
        "fresh",
        "heard",
        "minds",
        "returned",
        "state",
        "step",
        "touched",
        "view",
        "visit",
        "who",
    )

    def __init__(self, minds: Minds, state: State, step: Step | None, view: View | None) -> None:
        self.minds = minds
        self.cells = minds.cells
        self.state = state
        self.who = state.last
        self.step = step
        self.view = view
        self.changes: dict[int, Cell] = {}
        self.touched: list[tuple[int, Reason]] = []
        self.heard: list[Heard] = []
        self.fresh: frozenset[int] = state.fresh
        self.visit = state.visit
        self.returned: State | None = None

    def cell(self, fluent: int) -> Cell:
        """Return the cell as it stands by now."""
        changed = self.changes.get(fluent)
        return self.state.cell(fluent) if changed is None else changed

    def change(self, fluent: int, cell: Cell, reason: Reason) -> None:
        """Put a cell in the place of the one that stands; nothing is noted where it is the same."""
        if cell is not self.cell(fluent):
            self.changes[fluent] = cell
            self.touched.append((fluent, reason))

    def support(self, fluent: int, cell: Cell, reason: Reason) -> None:
        """Change a cell, and keep the reason even where it only adds to what was held (law 10)."""
        if cell is not self.cell(fluent):
            self.changes[fluent] = cell
        self.touched.append((fluent, reason))

    # --- the operations --------------------------------------------------------------------

    def perceive(self) -> None:
        """Apply everything the step does, from the viewpoint of this mind."""
        step = self.step
        assert step is not None
        if self.visit != step.opening:
            self.fade()
            self.visit = step.opening
        assert self.view is not None
        for operation in step.misheard.get(self.view, step.operations):
            self.apply(operation)

    def apply(self, operation: Operation) -> None:
        """Apply one operation."""
        match operation:
            case Set():
                self._set(operation)
            case Word():
                self.word(operation)
            case Mention(fluents):
                for fluent in fluents:
                    self.change(fluent, self.cells.mention(self.cell(fluent)), MENTIONED)
            case Muster():
                self._muster(operation)
            case Add():
                self._add(operation)
            case Show(fluent, values):
                self._show(fluent, values)
            case Question():
                self._question(operation)
            case Part(who):
                if self.who in who:
                    self.fade()
            case Forget(fluents):
                for fluent in fluents:
                    self.forget(fluent)
            case Return(before):
                self._return(before)
            case _:
                assert_never(operation)

    def _set(self, effect: Set) -> None:
        fluent = effect.fluent
        cell = self.cell(fluent)
        if self.view == HALF:
            self.change(fluent, self.cells.mention(cell), MENTIONED)
        elif self.view == SETTLED:
            self.change(fluent, self.cells.settle(cell), WITNESSED_TELLING)
        else:
            self.support(
                fluent,
                self.cells.witness(cell, effect.values),
                Reason("effect", effect.values, Basis.WITNESSED),
            )
            self.is_fresh(fluent)

    def _add(self, effect: Add) -> None:
        cell = self.cell(effect.fluent)
        if self.view == HALF:
            self.change(effect.fluent, self.cells.mention(cell), MENTIONED)
        elif cell.mark in (Mark.OWN, Mark.FIXED):
            self.support(effect.fluent, self.cells.shift(cell, effect.by), Reason("shifted"))

    def _show(self, fluent: int, values: Values) -> None:
        if fluent == self.who:
            return
        cell = self.cell(fluent)
        if cell.mark is Mark.OWN and is_within(cell.possible, values):
            self.change(fluent, self.cells.mention(cell), MENTIONED)
        else:
            self.support(
                fluent,
                self.cells.witness(cell, values),
                Reason("shown", values, Basis.WITNESSED),
            )
            self.is_fresh(fluent)

    def _muster(self, muster: Muster) -> None:
        here, elsewhere = 1 << muster.place, 1 << ELSEWHERE
        seen = muster.present
        if self.view in (UNSEEN, TRUE):
            seen = (*seen, *muster.hidden)
        for other in seen:
            if other != self.who:
                self.change(other, self.cells.witness(self.cell(other), here), MUSTERED)
                self.is_fresh(other)
        if muster.comers is None or self.who in muster.comers:
            for other in self.minds.story.cast:
                cell = self.cell(other)
                if cell.possible == here and cell.sure and other not in seen and other != self.who:
                    self.change(other, self.cells.witness(cell, elsewhere), MUSTERED)

    def _question(self, question: Question) -> None:
        change: Callable[[Cell], Cell]
        if self.who in question.askers:
            change, reason = self.cells.doubt, ASKED if question.asked else WONDERED
        elif self.who in question.asked and self.state.picture:
            change, reason = self.cells.unknown_mind, ASKED
        else:
            change, reason = self.cells.mention, MENTIONED
        for fluent in question.fluents:
            self.change(fluent, change(self.cell(fluent)), reason)

    def _return(self, before: int) -> None:
        old = next(s for s in self.state.history() if s.number < before)
        self.returned = old
        places = self.minds.story.cast
        for fluent, cell in enumerate(old.all_cells()):
            if fluent not in places:
                self.change(fluent, cell, FORGOT)

    # --- words, and what they say of minds -------------------------------------------------

    def word(self, word: Word) -> None:
        """Take in a claim, or not (law 7)."""
        claim = word.claim
        if self.view == HALF or not self._is_taken(word):
            return
        if self.view == SETTLED:
            if not claim.path:
                settled = self.cells.settle(self.cell(claim.fluent))
                self.change(claim.fluent, settled, WITNESSED_TELLING)
            return
        convincingly = word.convincingly or self.who in word.reception.believed_by
        how = word.how or HOW[word.basis]
        if not claim.path:
            self.take(claim, word.basis, convincingly, Reason(how, claim.values, word.basis))
        elif claim.path[0] != self.who:
            self.heard.append(Heard(claim.path, claim, word.basis, convincingly, how))

    def _is_taken(self, word: Word) -> bool:
        who, teller = self.who, word.teller
        if teller is None:
            return not self._is_refused(word)
        if who == teller and not self.state.picture:
            return word.to_oneself and word.convincingly
        if word.contested and self._sees_through(word):
            return False
        return who == teller or not self._is_refused(word)

    def _is_refused(self, word: Word) -> bool:
        return word.reception.not_believed or self.who in word.reception.not_believed_by

    def _sees_through(self, word: Word) -> bool:
        """Tell whether this mind pictures the teller as sure of the contrary, above hearsay."""
        assert word.teller is not None
        claim = word.claim
        if claim.stance is not Stance.IS:
            return False
        mind = self.minds.child(self.state, word.teller)
        for deeper in claim.path:
            mind = self.minds.child(mind, deeper)
        cell = mind.cell(claim.fluent)
        if not cell.sure_of_contrary(claim.values) or cell.basis is None:
            return False
        aged = claim.fluent in mind.fresh and (self.step and mind.visit != self.step.opening)
        return cell.basis < Basis.TOLD and not aged

    def take(self, claim: Claim, basis: Basis, convincingly: bool, reason: Reason) -> None:
        """Let a claim about this very mind's fluent act on its cell."""
        fluent, cell = claim.fluent, self.cell(claim.fluent)
        if claim.stance is Stance.SETTLED:
            self.change(fluent, self.cells.settle(cell), reason)
        elif claim.stance is Stance.OPEN:
            self.change(fluent, self.cells.loosen(cell), reason)
        else:
            new = self.cells.report(cell, claim.values, basis, convincingly)
            self.support(fluent, new, reason)
            if basis < Basis.TOLD:
                self.is_fresh(fluent)

    # --- time ------------------------------------------------------------------------------

    def fade(self) -> None:
        """Let what was seen of changing facts count as told (law 10)."""
        for fluent in sorted(self.fresh):
            self.change(fluent, self.cells.fade(self.cell(fluent)), FADED)
        self.fresh = frozenset()

    def is_fresh(self, fluent: int) -> None:
        """Note that a changing fact was seen just now."""
        if fluent not in self.fresh and not self.minds.is_lasting(fluent):
            self.fresh |= {fluent}

    def forget(self, fluent: int) -> None:
        """Put a cell back to its default, here and in every mind pictured from here."""
        self.change(fluent, self.minds.default_cell(fluent), FORGOT)
        claim = Claim((), fluent, self.cell(fluent).full)
        self.heard.append(Heard((), claim, Basis.ASSUMED, False, "forgot"))
