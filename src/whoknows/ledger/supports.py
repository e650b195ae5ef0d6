"""Why something is held: every support, each a chain of events back to somebody who witnessed it.

States remember only what touched them, so reasons are found by walking a perspective's history,
and, where somebody was told, the history of whoever told them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from whoknows.engine.cells import Mark
from whoknows.engine.evaluate import fluents_of
from whoknows.engine.states import Reason, State
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Chain, Ledger, Moment
from whoknows.model.event import Read, Tell, Write
from whoknows.model.story import Rule
from whoknows.model.values import Values

DEEPEST = 12
"""So many links of a chain of reasons are followed."""


class How(Enum):
    """In what way a support came to be."""

    SAW = "saw it happen"
    SHOWN = "saw what it took"
    SAW_SO = "saw that it was so"
    IN_SIGHT = "it is in plain sight"
    NOT_IN_SIGHT = "looked and did not find it"
    TOLD = "was told"
    INFERRED = "inferred it"
    BY_RULE = "follows by a rule"
    SUSPECTED = "suspected it"
    LEARNED = "learned it, somehow"
    TOOK_FOR = "took one for another"
    UNMASKED = "learned whose disguise it was"
    CAME_TO_BELIEVE = "came to believe it"
    KEEPS = "keeps the secret, so holds whatever is so"
    STATED = "was so from the start"
    KEPT_FROM_START = "kept it from the start"
    ASSUMED = "assumed it from the start"
    ASSUMED_AGAIN = "has forgotten, and assumes it"
    OUT_OF_DATE = "knew it as it was"
    TAKEN_FOR_GRANTED = "took it for granted"
    PICTURED = "was said to"


_HOW = {
    "effect": How.SAW,
    "shown": How.SHOWN,
    "mustered": How.IN_SIGHT,
    "shifted": How.SAW,
    "seen": How.SAW_SO,
    "in sight": How.IN_SIGHT,
    "not in sight": How.NOT_IN_SIGHT,
    "told": How.TOLD,
    "inferred": How.INFERRED,
    "by the rule": How.BY_RULE,
    "suspected": How.SUSPECTED,
    "learned": How.LEARNED,
    "took for": How.TOOK_FOR,
    "unmasked": How.UNMASKED,
    "came to believe": How.CAME_TO_BELIEVE,
    "in sight of it": How.KEEPS,
    "settled": How.PICTURED,
}


@dataclass(frozen=True, slots=True)
class Support:
    """One reason for what stands in a cell.

    ``chain``: whose mind, as seen along which chain. ``step``: the event that brought it, None for
    what stood from the start. ``because``: the teller's own supports at the time, a rule's
    premises, or what a keeper is taken to see.
    """

    how: How
    chain: Chain
    fluent: int
    values: Values | None
    step: Step | None
    rule: Rule | None = None
    because: tuple[Support, ...] = ()


def supports(ledger: Ledger, chain: Chain, fluent: int, moment: Moment) -> tuple[Support, ...]:
    """Return every support for what is held of a fluent along a chain, in story order.

    In the truth (an empty chain) these are the events that made it so.
    """
    state = ledger.state(chain, moment)
    return _Search(ledger).of(chain, state, fluent, DEEPEST)


class _Search:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.wearers = {each.persona: each.wearer for each in ledger.story.personas}

    def of(self, chain: Chain, state: State, fluent: int, depth: int) -> tuple[Support, ...]:
        """Return the supports of a cell, earliest first."""
        held = state.cell(fluent)
        if depth == 0:
            return ()
        fluent = state.aliases.get(fluent, fluent)
        names = {fluent, *(name for name, real in state.aliases.items() if real == fluent)}
        wanted = held.possible
        found: list[Support] = []
        for past in state.history():
            if past.before is not None and names.isdisjoint(past.touched_fluents):
                continue
            forgotten, ended = False, "forgot"
            for touched, reason in reversed(list(past.touched)):
                if touched not in names:
                    continue
                if reason.how in ("forgot", "went stale"):
                    forgotten = True
                    ended = reason.how
                elif self._supports(reason, wanted, held.full, held.mark):
                    found.append(self._support(chain, past, fluent, reason, depth))
                elif reason.how == "effect":
                    forgotten = True
            if forgotten:
                if not found and held.sure:
                    how = How.ASSUMED_AGAIN if ended == "forgot" else How.OUT_OF_DATE
                    found.append(Support(how, chain, fluent, wanted, self._step(past)))
                break
            if past.before is None:
                found.extend(self._from_the_start(chain, past, fluent, wanted))
            elif past.before.cell(fluent).sure_of_contrary(wanted) and found:
                break
        return tuple(reversed(found))

    @staticmethod
    def _supports(reason: Reason, wanted: Values, full: Values, mark: Mark) -> bool:
        if reason.how not in _HOW:
            return False
        if reason.values is None or mark is not Mark.OWN:
            return True
        speaks_for = bool(reason.values & wanted)  # type: ignore[operator]  # one domain
        return speaks_for and reason.values != full

    def _support(
        self, chain: Chain, past: State, fluent: int, reason: Reason, depth: int
    ) -> Support:
        how = _HOW[reason.how]
        because: tuple[Support, ...] = ()
        if how is How.TOLD:
            because = self._of_the_teller(chain, past, fluent, depth)
        elif how is How.BY_RULE and reason.rule is not None:
            because = self._of_the_premises(chain, past, reason.rule, depth)
        elif how is How.KEEPS and len(chain) > 1:
            moment = self._moment(past)
            parent = self.ledger.state(chain[:-1], moment)
            because = self.of(chain[:-1], parent, fluent, depth - 1)
        return Support(how, chain, fluent, reason.values, self._step(past), reason.rule, because)

    def _step(self, past: State) -> Step | None:
        """Return the step as it truly was, whatever this mind makes of who was in it."""
        return None if past.step is None else self.ledger.steps[past.step.number - 1]

    def _of_the_teller(
        self, chain: Chain, past: State, fluent: int, depth: int
    ) -> tuple[Support, ...]:
        """Return what the teller, or whoever wrote it down, had to go by, as things truly were."""
        step, teller = past.step, None
        act = None if step is None or step.event is None else step.event.act
        if isinstance(act, Tell) and not act.lie:
            teller = act.teller
        elif isinstance(act, Read):
            step = self._written(act.document, fluent, step)
            write = None if step is None or step.event is None else step.event.act
            if isinstance(write, Write) and write.who == write.signed:
                teller = write.who
        if step is None or teller is None or teller == chain[-1]:
            return ()
        teller = self.wearers.get(teller, teller)
        state = self.ledger.state((teller,), self.ledger.before(step))
        if not state.cell(fluent).sure or not state.cell(fluent).aware:
            return ()
        return self.of((teller,), state, fluent, depth - 1)

    def _written(self, document: int, fluent: int, read: Step | None) -> Step | None:
        """Return the last step before a reading that put a fact into the document."""
        for step in reversed(self.ledger.steps[: 0 if read is None else read.number]):
            act = None if step.event is None else step.event.act
            if not isinstance(act, Write) or act.document != document:
                continue
            if any(claim.fluent == fluent for claim in act.content.claims):
                return step
        return None

    def _of_the_premises(
        self, chain: Chain, past: State, rule: Rule, depth: int
    ) -> tuple[Support, ...]:
        found: list[Support] = []
        for fluent in sorted(fluents_of(rule.premise)):
            cell = past.cell(fluent)
            if cell.aware and cell.possible != cell.full:
                found.extend(self.of(chain, past, fluent, depth - 1))
        return tuple(found)

    def _from_the_start(
        self, chain: Chain, start: State, fluent: int, wanted: Values
    ) -> Sequence[Support]:
        cell = start.cell(fluent)
        if not cell.sure or not cell.possible & wanted:  # type: ignore[operator]
            return ()
        story = self.ledger.story
        secret = next((s for s in story.secrets if s.fluent == fluent), None)
        if not cell.aware:
            how = How.TAKEN_FOR_GRANTED
        elif not chain:
            how = How.STATED
        elif secret is not None and chain[-1] in secret.keepers:
            how = How.KEPT_FROM_START
        elif secret is not None or cell.possible != story.initial(fluent):
            how = How.ASSUMED
        else:
            how = How.STATED
        return (Support(how, chain, fluent, cell.possible, None),)

    def _moment(self, past: State) -> Moment:
        if past.step is None:
            return self.ledger.start
        return self.ledger.after(past.step)


def told_by(support: Support) -> int | None:
    """Return who did the telling, where a support is something told."""
    event = None if support.step is None else support.step.event
    if support.how is not How.TOLD or event is None or not isinstance(event.act, Tell):
        return None
    return event.act.teller
