"""What the checks need said: formulas by `words`, and what holds instead by `ask`."""

from __future__ import annotations

from whoknows.ask.explain import explain
from whoknows.ask.scope import Scope
from whoknows.base.diagnostic import Note
from whoknows.check import Explanation
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.model.formula import Formula, Which
from whoknows.words.lists import sentence
from whoknows.words.speaker import Speaker


class LedgerVoice:
    """Speaks of one ledger (see :class:`whoknows.check.Voice`)."""

    def __init__(self, ledger: Ledger, speaker: Speaker) -> None:
        self.ledger = ledger
        self.speaker = speaker

    def clause(self, formula: Formula | Which) -> str:
        """Return a formula in the author's words, as part of a sentence."""
        if isinstance(formula, Which):
            return self.speaker.facts.which(formula.fluent)
        return self.speaker.clause(formula)

    def explain(self, formula: Formula, moment: Moment) -> Explanation:
        """Return what holds of a formula at a moment, and why."""
        found = explain(Scope(self.ledger, moment), formula)
        so = self.ledger.value(formula, moment)
        instead = found.instead or ((self.speaker.denial(formula),) if so is False else ())
        if not instead:
            instead = (f"the story leaves it open whether {self.speaker.clause(formula)}",)
        return Explanation(
            sentence("; ".join(instead)),
            tuple(
                Note(each.text, each.step.event.span if each.step and each.step.event else None)
                for each in found.because
            ),
        )
