"""Why a mind does not hold what is so: what it missed, what it heard and did not believe."""

from __future__ import annotations

from whoknows.ask.answers import Because
from whoknows.ask.scope import Scope, repeated, said
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Chain
from whoknows.ledger.supports import supports
from whoknows.model.event import Hear, Tell
from whoknows.model.formula import Stance
from whoknows.model.values import Values

MOST_MISSED = 3
"""So many things that somebody missed are told."""
_REACHED = ("wondered", "asked", "mentioned", "settled", "went stale")


def missed(scope: Scope, chain: Chain, fluent: int) -> tuple[Because, ...]:
    """Return what the last of a chain did not perceive of how things came to be as they are."""
    lines: dict[tuple[int, int], list[Step]] = {}
    by: dict[int, Chain] = {}
    for support in supports(scope.ledger, (), fluent, scope.moment):
        step = support.step
        unseen = None if step is None else _unseen(scope, chain, step)
        if step is not None and unseen is not None:
            by[step.number] = unseen
            lines.setdefault((step.scene, step.index), []).append(step)
    reasons = scope.speaker.reasons
    return tuple(
        said(repeated(reasons.missed(by[same[0].number], same[0]), same), same[0])
        for same in lines.values()
    )[:MOST_MISSED]


def _unseen(scope: Scope, chain: Chain, step: Step) -> Chain | None:
    """Return the shortest beginning of a chain along which a step was not perceived."""
    for length in range(1, len(chain) + 1):
        if not scope.perceived(chain[:length], step):
            return chain[:length]
    return None


def reached(scope: Scope, chain: Chain, fluent: int) -> tuple[Because, ...]:
    """Return the events that set somebody thinking without telling them."""
    cell = scope.cell(chain, fluent)
    if cell.sure or not cell.aware:
        return ()
    found = [
        past.step
        for past in scope.state(chain).history()
        if past.step is not None
        and any(touched == fluent and reason.how in _REACHED for touched, reason in past.touched)
    ]
    return scope.happened(reversed(found))


def disbelieved(scope: Scope, chain: Chain, fluent: int) -> tuple[Because, ...]:
    """Return what was heard of a fact, and not believed."""
    steps = [
        scope.ledger.steps[past.step.number - 1]
        for past in scope.state(chain).history()
        if past.step is not None
        and past.view is not None
        and _contradicts(past.step, fluent, past.cell(fluent).possible)
    ]
    return tuple(said(_disbelieved(scope, chain, step, fluent), step) for step in reversed(steps))


def _disbelieved(scope: Scope, chain: Chain, step: Step, fluent: int) -> str:
    together = not step.marked and all(scope.witnessed(who, step) for who in chain)
    return scope.speaker.reasons.disbelieved(chain, step, fluent, together=together)


def kept(scope: Scope, chain: Chain, fluent: int) -> tuple[Because, ...]:
    """Return that it is a secret, if it is one for the last of a chain."""
    for secret in scope.story.secrets:
        if secret.fluent == fluent and chain[-1] in secret.kept_from:
            keepers = scope.speaker.names(secret.keepers)
            keep = "keep" if len(secret.keepers) > 1 else "keeps"
            return (said(f"{keepers} {keep} it from {scope.speaker.name(chain[-1])}"),)
    return ()


def _contradicts(step: Step, fluent: int, held: Values) -> bool:
    """Tell whether a step's words say of a fact what is not held."""
    act = None if step.event is None else step.event.act
    if not isinstance(act, Tell | Hear):
        return False
    return any(
        claim.fluent == fluent
        and not claim.path
        and claim.stance is Stance.IS
        and not claim.values & held  # type: ignore[operator]  # one domain
        for claim in act.content.claims
    )
