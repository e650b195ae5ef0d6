"""What an act changes, claims and brings up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.reference.viewpoints import View
from whoknows.model.event import (
    Act,
    Ask,
    Enter,
    Hear,
    Learn,
    Leave,
    Narration,
    See,
    Tell,
    Think,
)
from whoknows.model.formula import And, Claim, Compare, Formula, Implies, Is, Not, Or, Which


def taken_for(act: Act | None, view: View | None) -> Act | None:
    """Return the act as it is perceived: somebody may have heard something else."""
    if view is None or view.misheard is None:
        return act
    if isinstance(act, Tell | Ask | See | Hear | Think | Learn):
        return replace(act, content=view.misheard)
    return Hear((), view.misheard)


def mentions(act: Act | None) -> tuple[int, ...]:
    """Return the fluents that whoever perceives the act is aware of from then on."""
    match act:
        case Tell() | Ask() | See() | Hear() | Think() | Learn():
            return act.content.mentions
        case _:
            return ()


def claims(act: Act | None) -> tuple[Claim, ...]:
    """Return what is said, seen or thought to be so."""
    return act.content.claims if isinstance(act, Tell | See | Hear | Think | Learn) else ()


def changes(act: Act | None) -> tuple[int, ...]:
    """Return the fluents an act changes."""
    match act:
        case Narration():
            return tuple(effect.fluent for effect in act.effects)
        case Enter() | Leave():
            return act.who
        case _:
            return ()


def plain_facts(needs: Iterable[Formula]) -> Iterator[Is]:
    """Yield the facts a witness cannot but see: needed as they stand, or joined by *and*."""
    for need in needs:
        if isinstance(need, Is):
            yield need
        elif isinstance(need, And):
            yield from plain_facts(need.parts)


def asked_about(formula: Formula | Which) -> frozenset[int]:
    """Return the fluents in question, not those of what somebody may think."""
    match formula:
        case Is(fluent=fluent) | Which(fluent=fluent):
            return frozenset({fluent})
        case Compare(left=left, right=right):
            return frozenset({left, right})
        case Not(part=part):
            return asked_about(part)
        case And(parts=parts) | Or(parts=parts):
            return frozenset().union(*map(asked_about, parts))
        case Implies(premise=premise, conclusion=conclusion):
            return asked_about(premise) | asked_about(conclusion)
        case _:
            return frozenset()
