"""The ledger of a story that has been edited: what comes before the edit is not replayed.

    ledger = ResumableLedger(story, KeptMinds(story))
    shared = shared_steps(ledger, edited)
    ledger = ResumableLedger(edited, KeptMinds(edited, ledger.minds, shared), ledger, shared)

The choice made: steps and states before the edit are the very same objects, so that all that has
been worked out about minds there is still known. Both versions must declare the same things.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import TypeVar

from whoknows.engine.minds import Minds
from whoknows.engine.stage import Stage
from whoknows.engine.states import State
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Ledger
from whoknows.model.event import Scene, Time
from whoknows.model.story import Story

Key = TypeVar("Key")
Kept = TypeVar("Kept")

BETWEEN_PAUSES = 100
"""After so many steps the stage is kept as it then is, to go on from there."""


class KeptMinds(Minds):
    """The laws at work on a story, going on from what an earlier version of it has come to.

    Taken over are the states up to a step; they remember the minds in them. The tables of cells,
    which depend on nothing but what is held, are shared. The earlier engine must not be asked any
    more afterwards: two engines would each make a state of what has to be one.
    """

    def __init__(self, story: Story, earlier: KeptMinds | None = None, up_to: int = 0) -> None:
        """Begin anew, or after the step ``up_to`` of an earlier engine with equal declarations."""
        if earlier is None:
            self._happened: dict[tuple[State, Step], State] = {}
            self._has_read: dict[tuple[State, Step, State], State] = {}
            super().__init__(story)
            return
        self.__dict__.update(earlier.__dict__)
        self._states = _without(self._states, lambda _, kept: kept.number > up_to)
        self._happened = _without(self._happened, lambda key, _: key[1].number > up_to)
        self._has_read = _without(self._has_read, lambda key, _: key[1].number > up_to)

    def happen(self, truth: State, step: Step) -> State:
        """Return how things are after a step."""
        key = (truth, step)
        state = self._happened.get(key)
        if state is None:
            state = self._happened[key] = super().happen(truth, step)
        return state

    def read(self, reader: State, step: Step, truth: State) -> State:
        """Return what the reader holds after the page has told this step."""
        key = (reader, step, truth)
        state = self._has_read.get(key)
        if state is None:
            state = self._has_read[key] = super().read(reader, step, truth)
        return state


@dataclass(frozen=True, slots=True)
class Pause:
    """The stage before a time a scene happens, so many of which, and so many steps, have been."""

    occurrences: int
    steps: int
    stage: Stage


class ResumableLedger(Ledger):
    """A ledger whose first steps may be those of an earlier version of its story."""

    def __init__(
        self,
        story: Story,
        minds: KeptMinds,
        earlier: ResumableLedger | None = None,
        shared: int = 0,
    ) -> None:
        """Replay a story; ``earlier`` is known to have its first ``shared`` steps in common."""
        self.pauses: list[Pause] = []
        self._earlier = earlier
        self._shared = shared
        self._resume_at = 0
        if earlier is not None:
            self.pauses = [each for each in earlier.pauses if each.steps <= shared]
            self._resume_at = self.pauses[-1].occurrences if self.pauses else 0
        super().__init__(story, minds)
        self._earlier = None

    def _play(self, time: Time, scene: int, number: int) -> None:
        played = len(self.occurrences)
        if self._earlier is not None and played < self._resume_at:
            known = self._earlier.occurrences[played]
            for step in self._earlier.steps[known.opening - 1 : known.last]:
                super()._take(step)
            self.occurrences.append(known)
            return
        if self._earlier is not None and played == self._resume_at and self.pauses:
            self._stage = _copied(self.pauses[-1].stage)
            self._stage.extend(self.story)
        elif len(self.steps) >= len(self.pauses) * BETWEEN_PAUSES:
            self.pauses.append(Pause(played, len(self.steps), _copied(self._stage)))
        super()._play(time, scene, number)

    def _take(self, step: Step) -> None:
        if self._earlier is not None and step.number <= self._shared:
            step = self._earlier.steps[step.number - 1]
        super()._take(step)


def shared_steps(earlier: Ledger, story: Story) -> int:
    """Return how many first steps of a ledger another version of its story has too, as they are."""
    shared = 0
    happenings = sorted(
        (time.start, scene, number, time)
        for scene, what in enumerate(story.scenes)
        for number, time in enumerate(what.times)
    )
    for was, (_, scene, number, time) in zip(earlier.occurrences, happenings, strict=False):
        if (was.time, was.scene, was.number) != (time, scene, number):
            break
        old, new = earlier.story.scenes[scene], story.scenes[scene]
        if old is not new and _setting(old) != _setting(new):
            break
        same = _same_at_first(old.events, new.events)
        shared = was.opening + same
        if same < max(len(old.events), len(new.events)):
            break
    return shared


def _setting(scene: Scene) -> tuple[object, ...]:
    """Return what a scene is but for its events, and how far it reaches on the page."""
    return (
        scene.title, scene.times, scene.dated, scene.place, scene.present, scene.hidden,
        scene.through, scene.off_page, scene.span.path, scene.span.start,
    )  # fmt: skip


def _same_at_first(one: tuple[object, ...], other: tuple[object, ...]) -> int:
    """Return how many things at the beginning are the same."""
    for place, (old, new) in enumerate(zip(one, other, strict=False)):
        if old is not new and old != new:
            return place
    return min(len(one), len(other))


def _without(table: dict[Key, Kept], is_stale: Callable[[Key, Kept], bool]) -> dict[Key, Kept]:
    """Return a table without its stale entries; copying it whole first looks no key up."""
    stale = [key for key, kept in table.items() if is_stale(key, kept)]
    left = table.copy()
    for key in stale:
        del left[key]
    return left


def _copied(stage: Stage) -> Stage:
    """Return the stage as it is now, to go on from: its tables, and the lists in them, copied."""
    twin = copy(stage)
    for name, value in vars(stage).items():
        if isinstance(value, dict):
            setattr(twin, name, {key: copy(held) for key, held in value.items()})
        elif isinstance(value, list | set):
            setattr(twin, name, copy(value))
    return twin
