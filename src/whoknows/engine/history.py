"""What has been said to whom, along a perspective: history, true once and for ever."""

from __future__ import annotations

from collections.abc import Callable

from whoknows.engine.states import State
from whoknows.model.event import Hear, Learn, Tell
from whoknows.model.formula import Claim, Content, Formula, Is, Stance, Which
from whoknows.model.values import is_within


def was_told(
    state: State,
    who: int,
    content: Formula | Which,
    perceives: Callable[[State, int], bool],
) -> bool:
    """Return whether, as far as this perspective goes, somebody was told a thing."""
    return any(tells_to(past, who, content, perceives) for past in state.history())


def tells_to(
    past: State,
    who: int,
    content: Formula | Which,
    perceives: Callable[[State, int], bool],
) -> bool:
    """Return whether the step that led to a state told somebody a thing."""
    if past.step is None or past.view is None or past.step.event is None:
        return False
    names = dict(past.naming)
    who = names.get(who, who)
    match past.step.event.act:
        case Tell(teller, to, said):
            heard_by = [names.get(other, other) for other in to]
            alone = not to and who != names.get(teller, teller)
            told = who in heard_by or (alone and perceives(past, who))
        case Hear(hearers, said) | Learn(hearers, said):
            told = who in [names.get(other, other) for other in hearers]
        case _:
            return False
    return told and says(said, content)


def was_said(state: State, who: int, content: Formula | Which, to: int | None) -> bool:
    """Return whether, as far as this perspective goes, somebody has said a thing (to somebody)."""
    for past in state.history():
        if past.view is None or past.step is None or past.step.event is None:
            continue
        act, names = past.step.event.act, dict(past.naming)
        if not isinstance(act, Tell) or not says(act.content, content):
            continue
        if names.get(act.teller, act.teller) != names.get(who, who):
            continue
        heard_by = [names.get(other, other) for other in act.to]
        if to is None or not heard_by or names.get(to, to) in heard_by:
            return True
    return False


def says(said: Content, content: Formula | Which) -> bool:
    """Return whether these words say so: one of their facts, or all of them together."""
    if isinstance(content, Which):
        return any(c.fluent == content.fluent and not c.path for c in said.claims)
    if said.formula == content:
        return True
    if isinstance(content, Is):
        wanted = Claim((), content.fluent, content.values)
        return any(_entails(claim, wanted) for claim in said.claims)
    parts = getattr(said.formula, "parts", ())
    return content in parts


def _entails(claim: Claim, wanted: Claim) -> bool:
    return (
        claim.path == wanted.path
        and claim.fluent == wanted.fluent
        and claim.stance is Stance.IS
        and is_within(claim.values, wanted.values)
    )
