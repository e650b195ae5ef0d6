"""What was said to whom, and what was tried and broken off."""

from __future__ import annotations

from whoknows.ask.explanation import NOTHING, Explanation, atoms
from whoknows.ask.scope import Scope
from whoknows.engine.history import says, tells_to
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import AtMoment, Chain
from whoknows.ledger.unsaid import Omission, Unsaid, unsaid
from whoknows.model.event import Tell
from whoknows.model.formula import HasSaid, WasTold
from whoknows.words.lists import often


def was_told(scope: Scope, asked: WasTold, chain: Chain) -> Explanation:
    """Return when somebody was told a thing, or what came of trying."""
    perceives = AtMoment(scope.ledger, scope.moment).perceives
    steps = [
        past.step
        for past in scope.state(chain).history()
        if past.step is not None and tells_to(past, asked.who, asked.content, perceives)
    ]
    if steps:
        return Explanation((), scope.happened(reversed(steps)))
    fluents = atoms(asked.content)
    tries = [each for each in _broken_off(scope, asked.who) if each.fluent in fluents]
    if tries:
        return _tried(scope, asked.who, tries)
    return Explanation((f"nobody has told {scope.speaker.name(asked.who)} so",))


def has_said(scope: Scope, asked: HasSaid, chain: Chain) -> Explanation:
    """Return when somebody said a thing, or what came of trying."""
    said = _sayings(scope, asked, chain)
    meant = [step for step, to in said if asked.to is None or asked.to in to or not to]
    if meant or asked.to is None:
        return Explanation((), scope.happened(meant))
    fluents = atoms(asked.content)
    tries = [
        each
        for each in _broken_off(scope, asked.to)
        if each.fluent in fluents and each.who == asked.who
    ]
    if tries:
        return _tried(scope, asked.to, tries)
    if not said:
        return NOTHING
    others = scope.speaker.names(tuple(dict.fromkeys(who for _, to in said for who in to)))
    instead = f"{scope.speaker.name(asked.who)} has said so only to {others}"
    return Explanation((instead,), scope.happened(step for step, _ in said))


def _sayings(scope: Scope, asked: HasSaid, chain: Chain) -> list[tuple[Step, tuple[int, ...]]]:
    """Return each time somebody said a thing, and to whom, as far as a chain perceived it."""
    found = []
    for past in scope.state(chain).history():
        act = None if past.step is None or past.step.event is None else past.step.event.act
        if not isinstance(act, Tell) or past.step is None or past.view is None:
            continue
        if act.teller == asked.who and says(act.content, asked.content):
            found.append((past.step, act.to))
    return found[::-1]


def _broken_off(scope: Scope, frm: int) -> list[Unsaid]:
    """Return whatever somebody was to be told, and was not."""
    return [
        each
        for each in unsaid(scope.ledger, scope.moment)
        if each.how is Omission.BROKEN_OFF and each.frm == frm
    ]


def _tried(scope: Scope, whom: int, tries: list[Unsaid]) -> Explanation:
    """Return how often it was tried, and that it was stopped."""
    by = scope.speaker.names(tuple(dict.fromkeys(each.who for each in tries)))
    stopped = ", stopped each time" if len(tries) > 1 else ", and was stopped"
    instead = f"{by} tried to tell {scope.speaker.name(whom)} {often(len(tries))}{stopped}"
    return Explanation((instead,), scope.happened(each.step for each in tries))
