"""What is not said (law 8): kept back in so many words, broken off, or simply never mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.model.event import TryToTell, Withhold
from whoknows.model.formula import Attitude, Is, Verb
from whoknows.model.story import Secret
from whoknows.model.values import Values


class Omission(Enum):
    """How a thing went unsaid."""

    WITHHELD = "withheld"
    BROKEN_OFF = "broken off"
    NEVER_MENTIONED = "never mentioned"


@dataclass(frozen=True, slots=True)
class Unsaid:
    """One thing one person did not tell another, at a step."""

    how: Omission
    fluent: int
    who: int
    frm: int
    step: Step
    stopped_by: tuple[int, ...] = ()


def unsaid(ledger: Ledger, moment: Moment) -> Iterator[Unsaid]:
    """Yield all that has gone unsaid up to a moment, in story order.

    An omission is also derived: whenever somebody who keeps a secret that is so, and knows it,
    shares a scene with somebody it is kept from, who does not know it.
    """
    for step in ledger.steps[: moment.instant]:
        if step.event is not None:
            yield from _said_so(step)
    for occurrence in ledger.occurrences:
        if occurrence.opening > moment.instant:
            break
        last = min(occurrence.last, moment.instant)
        for secret in ledger.story.secrets:
            yield from _in_company(ledger, secret, ledger.steps[last - 1])


def _said_so(step: Step) -> Iterator[Unsaid]:
    assert step.event is not None
    match step.event.act:
        case Withhold(who, frm, content):
            for fluent in content.mentions:
                for other in frm:
                    yield Unsaid(Omission.WITHHELD, fluent, who, other, step)
        case TryToTell(who, to, content, stopped_by):
            for fluent in content.mentions:
                for other in to:
                    yield Unsaid(Omission.BROKEN_OFF, fluent, who, other, step, stopped_by)
        case _:
            return


def _in_company(ledger: Ledger, secret: Secret, step: Step) -> Iterator[Unsaid]:
    """Yield what keepers do not mention to those present, as things stand after a scene's step."""
    truth = ledger.truth(step.number)
    so = truth.cell(secret.fluent)
    if not so.sure or so.possible == ledger.story.fact_of(secret.fluent).initial:
        return
    here = set(people_in(ledger, step))
    for keeper in secret.keepers:
        if keeper not in here or not _knows(ledger, keeper, secret.fluent, so.possible, step):
            continue
        for other in secret.kept_from:
            if other in here and not _knows(ledger, other, secret.fluent, so.possible, step):
                yield Unsaid(Omission.NEVER_MENTIONED, secret.fluent, keeper, other, step)


def _knows(ledger: Ledger, who: int, fluent: int, values: Values, step: Step) -> bool:
    knows = Attitude(who, Verb.KNOWS, Is(fluent, values))
    return ledger.value(knows, ledger.after(step)) is True


def people_in(ledger: Ledger, step: Step) -> tuple[int, ...]:
    """Return who is in a scene at any time up to a step: present, hidden, or come in since."""
    here = 1 << step.place
    opening = ledger.truth(step.opening)
    now = ledger.truth(step.number)
    return tuple(
        who
        for who in ledger.story.people
        if opening.cell(who).possible == here or now.cell(who).possible == here
    )
