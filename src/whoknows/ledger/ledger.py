"""A story replayed in story order, and for the reader in the order of the page (law 13).

>>> ledger = Ledger(story)                                    # doctest: +SKIP
>>> ledger.value(formula, ledger.end, chain=(kotetsu,))       # doctest: +SKIP

An *instant* counts steps in story order: 0 is before everything, *k* is after *k* steps; each time
a scene happens is one step for its opening and one for each of its events. A :class:`Moment` is an
instant together with how far the page has been read.

The truth is replayed at once; every mind is worked out when somebody asks for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from whoknows.engine.evaluate import Reading, value
from whoknows.engine.minds import Minds
from whoknows.engine.stage import Stage
from whoknows.engine.states import State
from whoknows.engine.steps import Step
from whoknows.ledger.groups import as_of
from whoknows.model.event import Event, Join, Time
from whoknows.model.formula import Formula
from whoknows.model.story import READER, Story

Chain: TypeAlias = tuple[int, ...]
Page: TypeAlias = tuple[int, int, int]
"""A place on the page: the scene, which time it happens, and the event in it (0: opening)."""

BEFORE_THE_FIRST_PAGE: Page = (-1, 0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point of the story: so many steps have happened, and the page has been read so far."""

    instant: int
    page: Page


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a scene happens: its steps are ``opening`` to ``last``, both included."""

    scene: int
    number: int
    time: Time
    opening: int
    last: int


class Ledger:
    """A story replayed. It only ever grows, at its end, by :meth:`append`."""

    def __init__(self, story: Story, minds: Minds | None = None) -> None:
        self.story = story
        self.minds = Minds(story) if minds is None else minds
        self._stage = Stage(story)
        self.steps: list[Step] = []
        self._truths: list[State] = [self.minds.truth]
        self._readers: list[State] = [self.minds.reader]
        self._furthest: list[Page] = [BEFORE_THE_FIRST_PAGE]
        self._comings_and_goings: list[Step] = []
        self.occurrences: list[Occurrence] = []
        for time, scene, number in _in_story_order(story):
            self._play(time, scene, number)

    # --- replaying -------------------------------------------------------------------------

    def _play(self, time: Time, scene: int, number: int) -> None:
        opening = len(self.steps) + 1
        self._take(self._stage.open(opening, scene, number))
        for index, event in enumerate(self.story.scenes[scene].events, 1):
            step = self._stage.stage(len(self.steps) + 1, index, event, self._truths[-1])
            self._take(step)
        self.occurrences.append(Occurrence(scene, number, time, opening, len(self.steps)))

    def _take(self, step: Step) -> None:
        self.steps.append(step)
        self._truths.append(self.minds.happen(self._truths[-1], step))
        if step.event is not None and isinstance(step.event.act, Join):
            self._comings_and_goings.append(step)
        self._furthest.append(max(self._furthest[-1], page_of(step)))

    def append(self, event: Event) -> Step:
        """Let one more event happen in the scene last in story time, and return its step."""
        last = self.occurrences[-1]
        number = len(self.steps) + 1
        step = self._stage.stage(number, number - last.opening, event, self._truths[-1])
        self._take(step)
        self.occurrences[-1] = Occurrence(last.scene, last.number, last.time, last.opening, number)
        return step

    def begin(self, story: Story) -> Step:
        """Let the last scene of ``story``, a scene longer than this one's, open at the end."""
        self.story = story
        self._stage.extend(story)
        scene = len(story.scenes) - 1
        self._play(story.scenes[scene].times[0], scene, 0)
        return self.steps[self.occurrences[-1].opening - 1]

    # --- moments ---------------------------------------------------------------------------

    @property
    def start(self) -> Moment:
        """Before everything."""
        return Moment(0, BEFORE_THE_FIRST_PAGE)

    @property
    def end(self) -> Moment:
        """When everything has happened, and been read."""
        return Moment(len(self.steps), self._furthest[-1])

    def after(self, step: Step) -> Moment:
        """The moment just after a step, the page read up to there."""
        return Moment(step.number, page_of(step))

    def before(self, step: Step) -> Moment:
        """The moment just before a step, the page read up to there."""
        scene, occurrence, index = page_of(step)
        return Moment(step.number - 1, (scene, occurrence, index - 1))

    def moments(self) -> Iterator[Moment]:
        """Yield the moment after each step, in story order."""
        return (self.after(step) for step in self.steps)

    def occurrences_of(self, scene: int) -> list[Occurrence]:
        """Return each time a scene happens, in story order."""
        return [o for o in self.occurrences if o.scene == scene]

    def occurrence_at(self, instant: int) -> Occurrence | None:
        """Return the occurrence a step belongs to (None before everything)."""
        if instant == 0 or not self.occurrences:
            return None
        place = bisect_right(self.occurrences, instant, key=lambda o: o.opening)
        return self.occurrences[place - 1]

    def time_of(self, instant: int) -> Time | None:
        """Return the story time at an instant (None before everything)."""
        occurrence = self.occurrence_at(instant)
        return None if occurrence is None else occurrence.time

    # --- states ----------------------------------------------------------------------------

    def truth(self, instant: int) -> State:
        """Return how things are after so many steps."""
        return self._truths[instant]

    def reader(self, moment: Moment) -> State:
        """Return what the reader holds: the replay, in story order, of what the page has told."""
        instant = moment.instant
        told = instant
        if self._furthest[instant] > moment.page:
            told = bisect_right(self._furthest, moment.page, hi=instant + 1) - 1
        state = self._reader_in_order(told)
        for step in self.steps[told:instant]:
            if page_of(step) <= moment.page:
                state = self.minds.read(state, step, self._truths[step.number - 1])
        return state

    def _reader_in_order(self, instant: int) -> State:
        readers = self._readers
        while len(readers) <= instant:
            step = self.steps[len(readers) - 1]
            readers.append(self.minds.read(readers[-1], step, self._truths[step.number - 1]))
        return readers[instant]

    def state(self, chain: Sequence[int], moment: Moment) -> State:
        """Return the state at the end of a chain of minds; ``()`` is the truth."""
        if chain and chain[0] == READER:
            return self.minds.along(self.reader(moment), chain[1:])
        return self.minds.along(self._truths[moment.instant], chain)

    def value(self, formula: Formula, moment: Moment, chain: Chain = ()) -> bool | None:
        """Return whether a formula holds along a chain at a moment; None: undetermined.

        The reader, wherever a formula names them, has read as far as the moment says.
        """
        reading = Reading.BELIEF if chain else Reading.FULL
        if self._comings_and_goings:
            told = (s for s in self._comings_and_goings if s.number <= moment.instant)
            formula = as_of(formula, self.story, tuple(told))
        return value(AtMoment(self, moment), self.state(chain, moment), formula, reading)


class AtMoment:
    """The engine as seen from a moment: it knows how far the reader has read."""

    __slots__ = ("_ledger", "_moment")

    def __init__(self, ledger: Ledger, moment: Moment) -> None:
        self._ledger = ledger
        self._moment = moment

    def child(self, state: State, who: int, *, raw: bool = False) -> State:
        """Return a mind as held in a state; the reader's, where the page has been read so far."""
        if who == READER and state.last != READER:
            return self._ledger.reader(self._moment)
        return self._ledger.minds.child(state, who, raw=raw)

    def perceives(self, state: State, who: int) -> bool:
        """Tell whether somebody is taken to have perceived the step that led to a state."""
        return who != READER and self._ledger.minds.perceives(state, who)


def page_of(step: Step) -> Page:
    """Return where on the page a step stands."""
    return (step.scene, step.occurrence, step.index)


def _in_story_order(story: Story) -> list[tuple[Time, int, int]]:
    happenings = [
        (time, scene, number)
        for scene, what in enumerate(story.scenes)
        for number, time in enumerate(what.times)
    ]
    return sorted(happenings, key=lambda h: (h[0].start, h[1], h[2]))
