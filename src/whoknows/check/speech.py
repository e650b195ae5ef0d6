"""What people say: against what they believe, and to themselves."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Severity
from whoknows.check.case import Case, Found, finding
from whoknows.engine.evaluate import Reading, value
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import AtMoment
from whoknows.model.event import Event, Tell
from whoknows.model.formula import Formula, Which


def said_against_belief(case: Case) -> Iterator[Found]:
    """Find what is told by somebody who does not hold it, and is not marked as a lie (law 7).

    Whoever merely takes a thing for granted, or has a hunch of it, may say it.
    """
    for step, event in case.events():
        match event.act:
            case Tell(teller, to, content, lie=False) if not isinstance(content.formula, Which):
                held = _held(case, step, teller, content.formula)
                if held is True:
                    continue
                if teller in to:
                    yield _told_oneself(case, step, event, content.formula)
                elif held is False or not any(claim.path for claim in content.claims):
                    yield _not_believed(case, step, event, content.formula)
            case _:
                pass


def _held(case: Case, step: Step, who: int, formula: Formula) -> bool | None:
    """Return whether somebody holds a thing, on whatever basis, before a step."""
    moment = case.ledger.before(step)
    mind = case.ledger.state((who,), moment)
    return value(AtMoment(case.ledger, moment), mind, formula, Reading.FULL)


def _not_believed(case: Case, step: Step, event: Event, formula: Formula) -> Found:
    """WK310: somebody tells what they do not believe, and it is not written as a lie.

    Wrong: ``Bruno tells Ada: the affair`` by a Bruno who has no idea. Right: ``Bruno lies to Ada:
    the affair``, or let him learn of it first.
    """
    assert isinstance(event.act, Tell)
    name, clause = case.name(event.act.teller), case.voice.clause(formula)
    message = f"{name} does not believe that {clause}, and says so{case.time_of(step)}"
    hint = f"write lies to, or let {name} come to believe it first"
    return finding("WK310", Severity.WARNING, message, event.span, step.scene, hint)


def _told_oneself(case: Case, step: Step, event: Event, formula: Formula) -> Found:
    """WK311: somebody tells themselves what they do not believe. It changes nothing in them.

    Not wrong: ``Iruka tells Iruka: best``. With ``(convincingly)`` it works.
    """
    assert isinstance(event.act, Tell)
    name, clause = case.name(event.act.teller), case.voice.clause(formula)
    message = f"{name} says that {clause}, and does not believe it{case.time_of(step)}"
    hint = "if it works, write (convincingly)"
    return finding("WK311", Severity.NOTE, message, event.span, step.scene, hint)
