"""What everyone knew just before and just after a line, as plain data.

    context = context_at(ledger, speaker, line=18, source=source)
    for held in context.held:
        print("*" if held.is_changed else " ", held.after, held.because)

The choices made: shown is how things are where they change, and what each character and the reader
holds. That all who were there now take each other to know it goes without saying; of what somebody
thinks of another's mind only that is shown which is wrong, or said in so many words, or an insight
that comes with no other.
Where everybody is shows when it changes, and in a mind only where that gets it wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoknows.ask.scope import Scope
from whoknows.base.source import Source
from whoknows.engine.cells import Cell, Mark
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Chain, Ledger, Moment
from whoknows.ledger.moments import instant_of_line
from whoknows.ledger.supports import supports
from whoknows.model.event import Hear, Learn, See, Tell, Think
from whoknows.model.story import AT, READER
from whoknows.model.values import is_within
from whoknows.words.lists import sentence
from whoknows.words.speaker import Speaker

MOST_REASONS = 3
"""So many reasons are given for one thing held, the latest ones."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one mind, or a mind as another pictures it, makes of one fact.

    ``chain``: names, the outermost mind first; empty for how things are. ``fact``: as it is typed.
    ``before``, ``after``: sentences. ``because``: sentences, the latest reasons last.
    """

    chain: tuple[str, ...]
    fact: str
    before: str
    after: str
    is_changed: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A line of a story, and what everyone knew around it.

    ``line``: the line of the event, counted from 1, None before the first scene. ``scene``: its
    title, with which time it is where there are several. ``event``: what happened, None where a
    scene opens, or nothing has happened yet.
    """

    line: int | None
    scene: str | None
    event: str | None
    held: tuple[Held, ...]


def context_at(ledger: Ledger, speaker: Speaker, line: int, source: Source) -> Context:
    """Return what everyone knew around the event told in a line, or last before it.

    In a scene that happens several times it is the last time.
    """
    instant = instant_of_line(line, ledger, source)
    if instant == 0:
        view = _View(ledger, speaker, (), ledger.start, ledger.start)
        return Context(None, None, None, tuple(view.held()))
    steps = _steps_of_line(ledger, ledger.steps[instant - 1])
    before, after = ledger.before(steps[0]), ledger.after(steps[-1])
    view = _View(ledger, speaker, steps, before, after)
    event = steps[-1].event
    span = ledger.story.scenes[steps[0].scene].span if event is None else event.span
    return Context(
        line=source.line_col(span.start)[0],
        scene=speaker.events.title(steps[0].scene, steps[0].occurrence),
        event=None if event is None else event.text,
        held=tuple(view.held()),
    )


def _steps_of_line(ledger: Ledger, last: Step) -> tuple[Step, ...]:
    """Return the steps of one line: several, where several speak at once."""
    steps = [last]
    while last.event is not None and steps[0].index > 1:
        before = ledger.steps[steps[0].number - 2]
        if before.event is None or before.event.span != last.event.span:
            break
        steps.insert(0, before)
    return tuple(steps)


class _View:
    """The look at everybody's mind before and after some steps."""

    def __init__(
        self,
        ledger: Ledger,
        speaker: Speaker,
        steps: Sequence[Step],
        before: Moment,
        after: Moment,
    ) -> None:
        self.ledger = ledger
        self.speaker = speaker
        self.steps = steps
        self.before = before
        self.after = after
        self._truth = ledger.state((), after)
        self._spoken_of = {pair for step in steps for pair in _minds_spoken_of(step)}

    def held(self) -> Iterator[Held]:
        """Yield how things are, then each mind, then the minds each pictures."""
        yield from self._of((), only_changes=True)
        for who in (*self.ledger.story.cast, READER):
            yield from self._of((who,), only_changes=False)
        for who in self.ledger.story.cast:
            for other in self.ledger.story.cast:
                if other != who:
                    yield from self._pictured(who, other)

    def _of(self, chain: Chain, *, only_changes: bool) -> Iterator[Held]:
        old = self.ledger.state(chain, self.before)
        new = self.ledger.state(chain, self.after)
        for fluent, (was, now) in enumerate(zip(old.all_cells(), new.all_cells(), strict=True)):
            changed = _differ(was, now)
            if chain and self._is_whereabouts(fluent):
                if changed and now.sure and now.possible != self._truth.cell(fluent).possible:
                    yield self._held(chain, fluent, was, now, changed=True)
            elif changed or (now.aware and not only_changes):
                yield self._held(chain, fluent, was, now, changed=changed)

    def _is_whereabouts(self, fluent: int) -> bool:
        return self.ledger.story.fluents[fluent].fact == AT

    def _pictured(self, who: int, other: int) -> Iterator[Held]:
        """Yield what changes in a picture of a mind: where it is wrong, or a pure insight."""
        old = self.ledger.state((who, other), self.before)
        new = self.ledger.state((who, other), self.after)
        if old is new:
            return
        own = [self.ledger.state((who,), moment) for moment in (self.before, self.after)]
        real = [self.ledger.state((other,), moment) for moment in (self.before, self.after)]
        for fluent, (was, now) in enumerate(zip(old.all_cells(), new.all_cells(), strict=True)):
            if not _differ(was, now) or self._is_whereabouts(fluent) or not _is_definite(now):
                continue
            so = real[1].cell(fluent).possible
            wrong = now.sure and not is_within(so, now.possible)
            seen_coming = any(
                _differ(mind[0].cell(fluent), mind[1].cell(fluent)) for mind in (own, real)
            )
            if wrong or not seen_coming or (other, fluent) in self._spoken_of:
                yield self._held((who, other), fluent, was, now, changed=True)

    def _held(self, chain: Chain, fluent: int, was: Cell, now: Cell, *, changed: bool) -> Held:
        return Held(
            chain=tuple(self.speaker.name(who) for who in chain),
            fact=self.speaker.facts.label(fluent),
            before=self._said(chain, fluent, was),
            after=self._said(chain, fluent, now),
            is_changed=changed,
            because=self._reasons(chain, fluent, changed=changed),
        )

    def _said(self, chain: Chain, fluent: int, cell: Cell) -> str:
        if chain:
            return sentence(self.speaker.held(chain, fluent, cell))
        return sentence(self.speaker.fact(fluent, cell.possible))

    def _reasons(self, chain: Chain, fluent: int, *, changed: bool) -> tuple[str, ...]:
        if changed:
            found = supports(self.ledger, chain, fluent, self.after)
            here = [each for each in found if each.step in self.steps]
            if here:
                return tuple(dict.fromkeys(sentence(self.speaker.reason(each)) for each in here))
        reasons = Scope(self.ledger, self.after).reasons(chain, fluent)
        return tuple(each.text for each in reasons[-MOST_REASONS:])


def _minds_spoken_of(step: Step) -> Iterator[tuple[int, int]]:
    """Yield whose mind a step speaks of, and of which of their facts."""
    match step.event and step.event.act:
        case Tell(content=content) | Hear(content=content) | Think(content=content):
            yield from ((claim.path[-1], claim.fluent) for claim in content.claims if claim.path)
        case Learn(content=content) | See(content=content):
            yield from ((claim.path[-1], claim.fluent) for claim in content.claims if claim.path)
        case _:
            return


def _is_definite(cell: Cell) -> bool:
    """Tell whether a picture of a mind says what it holds, or at least that it knows."""
    return cell.sure or cell.mark is Mark.SETTLED


def _differ(one: Cell, other: Cell) -> bool:
    """Tell whether two cells say different things (why is not asked)."""
    if one is other:
        return False
    return (one.mark, one.aware, one.possible, one.believed) != (
        other.mark,
        other.aware,
        other.possible,
        other.believed,
    )
