"""Who is there: who speaks, is spoken to, comes and goes in a scene they are not in.

What is for certain ears only, ``(only X, Y)``, may cross any distance.
"""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Severity
from whoknows.check.case import Case, Found, finding
from whoknows.engine.steps import Step
from whoknows.model.event import Ask, Enter, Event, Hear, Leave, See, Tell, TryToTell, Withhold


def absent(case: Case) -> Iterator[Found]:
    """Find who acts or is spoken to without being there, and who comes though they are there."""
    for step, event in case.events():
        if event.audience.only is not None:
            continue
        doers, others = _who_must_be_there(event)
        also = event.audience.also
        for who in doers:
            if who not in also and not case.is_there(who, step):
                yield _absent_doer(case, step, event, who)
        for who in others:
            if who not in also and who not in doers and not case.is_there(who, step):
                yield _absent_hearer(case, step, event, who)
        if isinstance(event.act, Enter):
            for who in event.act.who:
                if case.is_there(who, step):
                    yield _there_already(case, step, event, who)


def _who_must_be_there(event: Event) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who does it, and to whom it is done."""
    match event.act:
        case Tell(teller, to):
            return (teller,), to
        case Ask(asker, to):
            return (asker,), to
        case Withhold(who, frm):
            return (who,), frm
        case TryToTell(who, to, _, stopped_by):
            return (who,), (*to, *stopped_by)
        case See(who) | Hear(who) | Leave(who):
            return who, ()
        case _:
            return (), ()


def _absent_doer(case: Case, step: Step, event: Event, who: int) -> Found:
    """WK330: somebody acts in a scene they are not in.

    Wrong: ``Cora tells Ada: the affair`` in a scene ``with Ada``. Right: ``Cora enters`` before it,
    or ``with Ada, Cora``; by telephone, ``(only Ada, Cora)``.
    """
    name = case.name(who)
    message = f"{name} is not there{case.time_of(step)}"
    hint = f"add {name} after with, or write {name} enters first"
    return finding("WK330", Severity.WARNING, message, event.span, step.scene, hint)


def _absent_hearer(case: Case, step: Step, event: Event, who: int) -> Found:
    """WK331: somebody is spoken to who is not there. They are taken to hear it all the same.

    Wrong: ``Ada tells Cora: the affair`` in a scene ``with Ada``. Right: ``with Ada, Cora``, or
    ``(only Ada, Cora)`` for a telephone.
    """
    name = case.name(who)
    message = f"{name} is spoken to, and is not there{case.time_of(step)}"
    hint = f"add {name} after with; by letter or telephone, say who hears it with (only …)"
    return finding("WK331", Severity.WARNING, message, event.span, step.scene, hint)


def _there_already(case: Case, step: Step, event: Event, who: int) -> Found:
    """WK332: somebody comes who is there already.

    Wrong: ``Ada enters`` in a scene ``with Ada``. Right: leave one of the two out.
    """
    name = case.name(who)
    message = f"{name} is there already{case.time_of(step)}"
    hint = f"leave this line out, or take {name} out of with"
    return finding("WK332", Severity.WARNING, message, event.span, step.scene, hint)
