"""A state in the making: the operations of one step, applied to one mind (CORE, "Step").

A draft lives only inside :meth:`whoknows.engine.minds.Minds.advance`; what comes out is immutable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, assert_never

from whoknows.engine.cells import Basis, Cell, Mark
from whoknows.engine.states import WIDTH, WIDTH_BITS, Heard, Reason, State, thought_to_be
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
from whoknows.engine.views import FULL, HALF, SETTLES, TRUE, UNSEEN
from whoknows.model.formula import Claim, Stance
from whoknows.model.story import ELSEWHERE
from whoknows.model.values import Values, indexes, is_within

if TYPE_CHECKING:
    from whoknows.engine.minds import Minds

MENTIONED = Reason("mentioned", number=1)
ASKED = Reason("asked", number=2)
WONDERED = Reason("wondered", number=3)
WITNESSED_TELLING = Reason("settled", number=4)
FADED = Reason("faded", number=5)
FORGOT = Reason("forgot", number=6)
UNMASKED = Reason("unmasked", number=7)
MUSTERED = Reason("mustered", number=8)
FIRST_NUMBER = 18
"""Reasons made later are numbered from here."""

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
        "merged",
        "minds",
        "naming",
        "raw",
        "reasons",
        "returned",
        "sight",
        "staged",
        "standing",
        "state",
        "step",
        "touched",
        "traces",
        "unmasked",
        "view",
        "visit",
        "who",
    )

    def __init__(
        self,
        minds: Minds,
        state: State,
        step: Step | None,
        view: View | None,
        *,
        raw: bool = False,
    ) -> None:
        self.minds = minds
        self.raw = raw
        self.cells = minds.cells
        self.state = state
        self.who = state.last
        self.step = step
        self.staged = step
        self.view = view
        self.sight = FULL if view is None else view.sight
        self.changes: dict[int, Cell] = {}
        self.touched: list[int] = []
        self.reasons: list[Reason] = []
        self.heard: list[Heard] = []
        self.fresh = state.fresh
        self.visit = state.visit
        self.traces = state.traces
        self.standing: tuple[Heard, ...] = ()
        self.returned: State | None = None
        self.naming = state.naming
        self.unmasked: tuple[tuple[int, int], ...] = ()
        self.merged: State | None = None

    def cell(self, fluent: int) -> Cell:
        """Return the cell as it stands by now."""
        changed = self.changes.get(fluent)
        if changed is not None:
            return changed
        return self.state.cells[fluent >> WIDTH_BITS][fluent & WIDTH - 1]

    def change(self, fluent: int, cell: Cell, reason: Reason) -> None:
        """Put a cell in the place of the one that stands; nothing is noted where it is the same."""
        if cell is not self.cell(fluent):
            self.changes[fluent] = cell
            self.touched.append(fluent)
            self.reasons.append(reason)

    def support(self, fluent: int, cell: Cell, reason: Reason) -> None:
        """Change a cell, and keep the reason even where it only adds to what was held (law 10)."""
        if cell is not self.cell(fluent):
            self.changes[fluent] = cell
        self.note(fluent, reason)

    def note(self, fluent: int, reason: Reason) -> None:
        """Keep a reason that changes nothing."""
        self.touched.append(fluent)
        self.reasons.append(reason)

    def hear(self, heard: Heard) -> None:
        """Keep a claim about a mind inside this one, to be passed on to it."""
        self.heard.append(heard)
        self.traces |= 1 << heard.claim.fluent

    # --- the operations --------------------------------------------------------------------

    def perceive(self, said_of_this_mind: Callable[[], None]) -> None:
        """Apply everything the step does, from the viewpoint of this mind.

        What is said of this mind to minds around it comes before what it is told itself.
        """
        self.enter_scene()
        words = []
        for operation in self._operations():
            if isinstance(operation, Word):
                words.append(operation)
            else:
                self.apply(operation)
        said_of_this_mind()
        for word in words:
            self.word(word)

    def _operations(self) -> Iterator[Operation]:
        """Yield what the step does, as far as this mind gets it."""
        step, view = self.step, self.view
        assert step is not None
        assert view is not None
        operations = step.operations
        if view.misheard_by is not None:
            operations = step.misheard[view.misheard_by]
        if step.thinkers is None or self.who in step.thinkers:
            yield from operations
            return
        # It sees that somebody thinks of something: it is aware of it from now on, no more.
        for operation in operations:
            if isinstance(operation, Mention | Question | Forget):
                yield Mention(operation.fluents)
            elif isinstance(operation, Word):
                self.traces |= 1 << operation.claim.fluent

    def enter_scene(self) -> None:
        """Let what was seen in an earlier scene age, if this is another."""
        assert self.step is not None
        if self.visit != self.step.opening:
            self.fade()
            self.visit = self.step.opening

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
        if self.sight == HALF:
            self.change(fluent, self.cells.mention(cell), MENTIONED)
        elif self.sight == SETTLES:
            self.change(fluent, self.cells.settled(cell.full), WITNESSED_TELLING)
        else:
            self.support(
                fluent,
                self.cells.witness(cell, effect.values),
                self.minds.reason("effect", effect.values, Basis.WITNESSED),
            )
            self.is_fresh(fluent)

    def _add(self, effect: Add) -> None:
        cell = self.cell(effect.fluent)
        if self.sight == HALF:
            self.change(effect.fluent, self.cells.mention(cell), MENTIONED)
        elif self.sight == SETTLES:
            self.change(effect.fluent, self.cells.settled(cell.full), WITNESSED_TELLING)
        elif cell.mark in (Mark.OWN, Mark.FIXED):
            self.support(
                effect.fluent, self.cells.shift(cell, effect.by), self.minds.reason("shifted")
            )

    def _show(self, fluent: int, values: Values) -> None:
        if fluent == self.who:
            return
        cell = self.cell(fluent)
        if cell.mark is not Mark.OWN or not is_within(cell.possible, values):
            self.support(
                fluent,
                self.cells.witness(cell, values),
                self.minds.reason("shown", values, Basis.WITNESSED),
            )
            self.is_fresh(fluent)

    def _muster(self, muster: Muster) -> None:
        here = 1 << muster.place
        seen = muster.present
        if self.view is not None and self.view.shape in (UNSEEN, TRUE):
            seen = (*seen, *muster.hidden)
        for other in seen:
            if other != self.who:
                self.change(other, self.cells.witness(self.cell(other), here), MUSTERED)
                self.is_fresh(other)
        if muster.comers is None or self.who in muster.comers:
            for other in thought_to_be(self.state, here, self.minds.story.characters):
                if other not in seen and other != self.who:
                    gone = self.cells.witness(self.cell(other), 1 << ELSEWHERE)
                    self.change(other, gone, MUSTERED)

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
        self.return_to(next(s for s in self.state.history() if s.number < before))

    def return_to(self, old: State) -> None:
        """Hold again what was held in an older state, but for where everybody is."""
        self.returned = old
        places = self.minds.story.cast
        for fluent, cell in enumerate(old.all_cells()):
            if fluent not in places:
                self.change(fluent, cell, FORGOT)

    # --- words, and what they say of minds -------------------------------------------------

    def word(self, word: Word) -> None:
        """Take in a claim, or not (law 7)."""
        claim = word.claim
        if self.sight == SETTLES and not claim.path:
            settled = self.cells.settled(self.cell(claim.fluent).full)
            self.change(claim.fluent, settled, WITNESSED_TELLING)
        if self.sight != FULL or not self._is_taken(word):
            return
        convincingly = self._is_won_over(word)
        how = word.how or HOW[word.basis]
        if not claim.path:
            self.take(
                claim, word.basis, convincingly, self.minds.reason(how, claim.values, word.basis)
            )
        elif claim.path[0] != self.who:
            self.hear(Heard(claim.path, claim, word.basis, convincingly, how))

    def _is_taken(self, word: Word) -> bool:
        who, teller = self.who, word.teller
        if teller is None:
            return not self._is_refused(word)
        if who == teller and not self.state.picture:
            return word.to_oneself and word.convincingly
        if word.contested and not self._is_won_over(word) and self._sees_through(word):
            return False
        if word.as_of is not None and who == word.writer and not self.state.picture:
            return False  # Whoever wrote it knows what they think themselves.
        if word.as_of is not None:
            return not self._knows_younger(word.claim, word.as_of)
        return who == teller or not self._is_refused(word)

    def _knows_younger(self, claim: Claim, as_of: int) -> bool:
        """Tell whether anything learnt since a letter was written stands against what it says."""
        mind = self.minds.along(self.state, claim.path, raw=self.raw)
        for past in mind.history():
            if past.number <= as_of:
                return False
            for fluent, reason in reversed(tuple(past.touched)):
                if fluent != claim.fluent:
                    continue
                if reason.how == "forgot":
                    return False
                if reason.how == "shifted":
                    return True
                if reason.values is None:
                    continue
                if not reason.values & claim.values:  # type: ignore[operator]  # one domain
                    return True
        return False

    def _is_won_over(self, word: Word) -> bool:
        """Tell whether the author has decided that this mind believes the words."""
        return word.convincingly or self.who in word.reception.believed_by

    def _is_refused(self, word: Word) -> bool:
        return word.reception.not_believed or self.who in word.reception.not_believed_by

    def _sees_through(self, word: Word) -> bool:
        """Tell whether this mind pictures the teller as sure of the contrary, above hearsay."""
        assert word.teller is not None
        claim = word.claim
        fluent = claim.fluent
        if claim.stance is not Stance.IS or not (
            self.traces >> fluent & 1 or fluent in self.minds.worked_out
        ):
            # Only what one saw oneself, or heard of minds, can show that the teller knows better.
            return False
        around = self.minds.along(self.state, (word.teller, *claim.path[:-1]), raw=self.raw)
        last = claim.path[-1] if claim.path else word.teller
        if not claim.path:
            around = self.state
        mind = self.minds.child(around, last, raw=self.raw)
        if not mind.cell(fluent).excluded_first_hand(claim.values):
            return False
        assert self.step is not None
        aged = mind.fresh >> fluent & 1 and mind.visit != self.step.opening
        return not aged or self.minds.is_in_sight(fluent, last, around)

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

    # --- disguises -------------------------------------------------------------------------

    def see_through(self) -> None:
        """If this mind has learnt whose a persona is, hold of the one all it held of the other."""
        guises = self.minds.guises
        naming = guises.naming(self.changes, self.naming)
        for persona, other in naming:
            if (persona, other) in self.naming:
                continue
            for fluent, twin in guises.twins(persona, other).items():
                if not guises.is_wearer(persona, other):
                    break  # A mistake: what was held of the one is not mixed into the other.
                merged = self.cells.merge(self.cell(twin), self.cell(fluent))
                self.change(twin, merged, UNMASKED)
                self.change(fluent, self.minds.default_cell(fluent), UNMASKED)
            self.unmasked = (*self.unmasked, (persona, other))
        self.naming = naming

    def become_one_with(self, other: State) -> None:
        """Hold besides all that another mind held, which turns out to be this one (law 20)."""
        self.merged = other
        for fluent, cell in enumerate(other.all_cells()):
            self.change(fluent, self.cells.merge(self.cell(fluent), cell), UNMASKED)

    # --- time ------------------------------------------------------------------------------

    def fade(self) -> None:
        """Let what was seen of changing facts count as told (law 10)."""
        for fluent in indexes(self.fresh):
            self.change(fluent, self.cells.fade(self.cell(fluent)), FADED)
        self.fresh = 0

    def is_fresh(self, fluent: int) -> None:
        """Note that a fact was seen just now; what is seen of a changing one will age."""
        self.traces |= 1 << fluent
        if not self.minds.is_lasting(fluent):
            self.fresh |= 1 << fluent

    def forget(self, fluent: int) -> None:
        """Put a cell back to its default, here and in every mind pictured from here."""
        self.change(fluent, self.minds.default_cell(fluent), FORGOT)
        claim = Claim((), fluent, self.cell(fluent).full)
        self.hear(Heard((), claim, Basis.ASSUMED, False, "forgot"))
