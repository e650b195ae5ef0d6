"""What minds make of what they hold: rules that run against what is known better."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Note, Severity
from whoknows.check.case import Case, Found, finding
from whoknows.engine.evaluate import Reading, fluents_of, value
from whoknows.engine.states import State
from whoknows.engine.steps import Step
from whoknows.model.formula import Is
from whoknows.model.story import Rule


def contradictions(case: Case) -> Iterator[Found]:
    """Find rules whose conclusion, at the end, stands against what is known better (law 12)."""
    rules, minds = case.story.rules, case.ledger.minds
    if not rules:
        return
    for who in case.story.cast:
        mind = case.ledger.state((who,), case.ledger.end)
        for rule in rules:
            against = _against(mind, rule)
            if against and value(minds, mind, rule.premise, Reading.BELIEF) is True:
                step = _when(mind, {*fluents_of(rule.premise), against.fluent})
                yield _contradiction(case, step, who, rule, against)


def _against(mind: State, rule: Rule) -> Is | None:
    """Return the conclusion of a rule that a mind is sure is not so."""
    for claim in rule.conclusion:
        if not claim.path and mind.cell(claim.fluent).sure_of_contrary(claim.values):
            return Is(claim.fluent, claim.values)
    return None


def _when(mind: State, fluents: set[int]) -> Step | None:
    """Return the last step that changed what a mind holds of any of these."""
    for state in mind.history():
        if not fluents.isdisjoint(state.changed):
            return state.step
    return None


def _contradiction(case: Case, step: Step | None, who: int, rule: Rule, concluded: Is) -> Found:
    """WK320: somebody should conclude by a rule what they know better. They go on knowing better.

    Not wrong: a rule *alibis* says the thief is not Ada, and Bruno has seen her take it.
    """
    clause, name = case.voice.clause(concluded), case.name(who)
    message = f"by the rule {rule.name} {name} would conclude that {clause}, and knows better"
    event = None if step is None else step.event
    notes = () if event is None else (Note("it comes up here", event.span),)
    scene = None if step is None else step.scene
    return finding("WK320", Severity.NOTE, message, rule.span, scene, None, notes)
