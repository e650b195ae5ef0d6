"""What minds make of what they hold: rules that run against what is known better."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Note, Severity
from whoknows.check.case import Case, Found, finding
from whoknows.engine.steps import Step
from whoknows.model.formula import Is
from whoknows.model.story import Rule


def contradictions(case: Case) -> Iterator[Found]:
    """Find where a rule's conclusion stands against something at least as well founded (law 12)."""
    if not case.story.rules:
        return
    for who in case.story.cast:
        seen: set[tuple[int, str]] = set()
        states = list(case.ledger.state((who,), case.ledger.end).history())
        for state in reversed(states):
            for fluent, reason in state.touched:
                key = (fluent, "" if reason.rule is None else reason.rule.name)
                if reason.how != "contradiction" or reason.rule is None or key in seen:
                    continue
                seen.add(key)
                assert reason.values is not None
                yield _contradiction(case, state.step, who, reason.rule, Is(fluent, reason.values))


def _contradiction(case: Case, step: Step | None, who: int, rule: Rule, concluded: Is) -> Found:
    """WK320: somebody should conclude by a rule what they know better. They go on knowing better.

    Not wrong: a rule *alibis* says the thief is not Ada, and Bruno has seen her take it.
    """
    clause = case.voice.clause(concluded)
    message = (
        f"by the rule {rule.name} {case.name(who)} would conclude that {clause}, and knows better"
    )
    event = None if step is None else step.event
    notes = () if event is None else (Note("it comes up here", event.span),)
    scene = None if step is None else step.scene
    return finding("WK320", Severity.NOTE, message, rule.span, scene, None, notes)
