"""The author's own word: what events need, what is seen and learned, what is expected."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Note, Severity
from whoknows.check.case import Case, Found, finding
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Moment
from whoknows.model.event import Event, Learn, Narration, See
from whoknows.model.formula import Formula, Which
from whoknows.model.story import Expectation


def unmet_needs(case: Case) -> Iterator[Found]:
    """Find events that need what does not hold, just before they happen (law 1)."""
    for step, event in case.events():
        if isinstance(event.act, Narration):
            for need in event.act.needs:
                if case.ledger.value(need, case.ledger.before(step)) is not True:
                    yield _unmet_need(case, step, event, need)


def seen_though_not_so(case: Case) -> Iterator[Found]:
    """Find ``X sees: F`` and ``X learned: F`` where F is not so (law 18)."""
    for step, event in case.events():
        match event.act:
            case See(_, content) | Learn(_, content) if not isinstance(content.formula, Which):
                if case.ledger.value(content.formula, case.ledger.before(step)) is not True:
                    yield _not_so(case, step, event, content.formula)
            case _:
                pass


def unmet_expectations(case: Case) -> Iterator[Found]:
    """Find every ``expect`` that does not hold; each time a scene happens counts."""
    ledger = case.ledger
    for expected in case.story.expectations:
        for occurrence in case.occurrences.get(expected.scene, ()):
            step = ledger.steps[occurrence.opening + expected.after - 1]
            if ledger.value(expected.formula, ledger.after(step)) is not True:
                yield _unmet_expectation(case, step, expected)


def _instead(case: Case, formula: Formula, moment: Moment) -> tuple[Note, ...]:
    explanation = case.voice.explain(formula, moment)
    return (Note(explanation.sentence), *explanation.because)


def _unmet_need(case: Case, step: Step, event: Event, need: Formula) -> Found:
    """WK301: an event needs what does not hold when it happens.

    Wrong: ``needs at (Ada) = the library`` on a line that happens while Ada is in the hall. Right:
    let Ada go to the library first.
    """
    message = f"this needs that {case.voice.clause(need)}, which does not hold{case.time_of(step)}"
    notes = _instead(case, need, case.ledger.before(step))
    hint = "let something make it so before, or leave the need out"
    return finding("WK301", Severity.ERROR, message, event.span, step.scene, hint, notes)


def _not_so(case: Case, step: Step, event: Event, formula: Formula) -> Found:
    """WK302: somebody sees, or learned, what is not so.

    Wrong: ``Ada sees: the affair`` where there is none. Right: ``Ada suspects: the affair``.
    """
    clause = case.voice.clause(formula)
    message = f"this takes it to be so that {clause}, and it is not{case.time_of(step)}"
    notes = _instead(case, formula, case.ledger.before(step))
    hint = "make it so before, or write infers, suspects or comes to believe"
    return finding("WK302", Severity.ERROR, message, event.span, step.scene, hint, notes)


def _unmet_expectation(case: Case, step: Step, expected: Expectation) -> Found:
    """WK303: what the author expects does not hold.

    Wrong: ``expect Ada knows the affair`` before anybody could have told her. Right: ``expect Ada
    is unaware of the affair``, or a line that lets her know.
    """
    message = f"it does not hold that {case.voice.clause(expected.formula)}{case.time_of(step)}"
    notes = _instead(case, expected.formula, case.ledger.after(step))
    return finding("WK303", Severity.ERROR, message, expected.span, step.scene, None, notes)
