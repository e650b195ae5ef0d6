"""Who perceives a step, as seen by whom (law 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tests.reference.reading import Chain
from whoknows.model.event import (
    OPENLY,
    Act,
    Ask,
    Audience,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Learn,
    Leave,
    Narration,
    Put,
    Scene,
    See,
    Tell,
    Think,
    TryToTell,
    Withhold,
)
from whoknows.model.formula import Content
from whoknows.model.story import READER, Story

PRIVATE = (Think, Learn, ForgetSince)


@dataclass(frozen=True)
class Step:
    """What happens at once: an event, or the scene opens. ``hidden``: who is there, unnoticed."""

    scene: Scene
    number: int
    event: Event | None
    hidden: frozenset[int]
    reveals: bool = False  # somebody comes out of hiding: they and the others see each other

    @property
    def act(self) -> Act | None:
        return self.event.act if self.event else None

    @property
    def audience(self) -> Audience:
        return self.event.audience if self.event else OPENLY

    @property
    def place(self) -> int:
        return 1 << self.scene.place

    @property
    def sneaking(self) -> tuple[int, ...]:
        """Who comes or goes without being noticed by anybody but each other."""
        act = self.act
        if isinstance(act, Enter | Leave) and (
            act.unnoticed or set(act.who) & set(self.audience.unnoticed)
        ):
            return act.who
        return ()


def steps_of(story: Story) -> Iterator[Step]:
    """Yield the steps in story order."""
    occurrences = sorted(
        (time.start, number, occurrence)
        for number, scene in enumerate(story.scenes)
        for occurrence, time in enumerate(scene.times)
    )
    for _, number, _ in occurrences:
        scene = story.scenes[number]
        hidden = set(scene.hidden)
        yield Step(scene, number, None, frozenset(hidden))
        for event in scene.events:
            reveals = bool(hidden & shown_by(event, story))
            hidden -= shown_by(event, story)
            step = Step(scene, number, event, frozenset(hidden), reveals)
            yield step
            if isinstance(event.act, Enter):
                hidden |= set(step.sneaking)
            elif isinstance(event.act, Leave):
                hidden -= set(event.act.who)


def shown_by(event: Event, story: Story) -> set[int]:
    """Return whom an event shows, should they be hidden."""
    match event.act:
        case Tell(teller=speaker) | Ask(asker=speaker) if event.audience.only is None:
            return {speaker}
        case Enter(who=who) as act if not (
            act.unnoticed or set(who) & set(event.audience.unnoticed)
        ):
            return set(who)
        case Narration(effects=effects):
            return {e.fluent for e in effects if isinstance(e, Put) and e.fluent in story.cast}
        case _:
            return set()


def speakers(act: Act | None) -> set[int]:
    """Return who speaks: they hear themselves, whoever else is shut out."""
    match act:
        case Tell(teller=who) | Ask(asker=who):
            return {who}
        case _:
            return set()


@dataclass(frozen=True)
class View:
    """From where somebody takes a step to be seen: the graph of law 5.

    ``shape``: *true*, of who sees everybody; *open*; *hidden*, of the unnoticed; *staged*, of the
    watched-for who think themselves unnoticed; *naive*, of the others as those take them; *alone*.
    ``sight``: all of it; *half*; or *settles*, of the full witnesses as a half-witness takes them.
    ``misheard``: what was said, for who got it wrong.
    """

    shape: Literal["true", "open", "hidden", "staged", "naive", "alone"]
    sight: Literal["full", "half", "settles"] = "full"
    misheard: Content | None = None


class Stage:
    """The viewpoints of every step of a story.

    ``sure_at(chain, who, place, instant)`` tells whether a chain is then sure of where
    somebody is.
    """

    def __init__(self, story: Story, sure_at: Callable[[Chain, int, int, int], bool]) -> None:
        self.story = story
        self.sure_at = sure_at
        self.steps = tuple(steps_of(story))
        self.views: dict[tuple[Chain, int], View | None] = {}

    def view(self, chain: Chain, number: int) -> View | None:
        """Return from where step ``number`` is seen along the chain, ``None`` if it is not."""
        if (chain, number) not in self.views:
            self.views[chain, number] = self._view(chain, number)
        return self.views[chain, number]

    def _view(self, chain: Chain, number: int) -> View | None:
        if not chain:
            return View("true")
        above = self.view(chain[:-1], number)
        who, step = chain[-1], self.steps[number]
        if above is None:
            return None
        if who == READER:
            if step.scene.off_page or (step.event and step.event.off_page):
                return None
            through = step.scene.through
            return above if through is None else self._seen_by(through, above, (), number)
        if chain[:-1] == (READER,) and who == step.scene.through:
            return above
        return self._seen_by(who, above, chain[:-1], number)

    def _seen_by(self, who: int, view: View, above: Chain, number: int) -> View | None:
        audience = self.steps[number].audience
        misheard = dict(audience.misheard)
        shape = view.shape
        if who in audience.staged:
            if shape == "naive":
                return None
            shape = "staged"
        elif who in self._unnoticed(number):
            if shape not in {"true", "hidden"}:
                return None
            shape = "hidden"
        elif who in {*audience.also, *audience.half, *audience.missed, *misheard} or self._is_there(
            who, view, above, number
        ):
            alone = isinstance(self.steps[number].act, PRIVATE) and audience.only is None
            if alone and who not in audience.also:
                shape = "alone"
            else:
                shape = "naive" if shape in {"staged", "naive"} else "open"
        else:
            return None
        heard = view.misheard
        if view.shape == "true":
            if who in audience.missed:
                return None
            heard = misheard.get(who)
        if who in audience.half:
            return View(shape, "half", heard)
        return View(shape, "full" if view.sight == "full" else "settles", heard)

    def _unnoticed(self, number: int) -> set[int]:
        """Return whom nobody reckons with in this step but themselves."""
        step = self.steps[number]
        hidden = set(step.hidden)
        if isinstance(step.act, PRIVATE) or step.sneaking:
            hidden = set()
        elif step.audience.only is not None:
            hidden &= set(step.audience.only)
        elif isinstance(step.act, See | Hear):
            hidden &= set(step.act.who)
        return (hidden | set(step.audience.unnoticed)) - set(step.sneaking)

    def _is_there(self, who: int, view: View, above: Chain, number: int) -> bool:
        """Tell whether a chain reckons with somebody without any bracket but *only*."""
        step, act = self.steps[number], self.steps[number].act
        if step.audience.only is not None:
            return who in step.audience.only or who in speakers(act)
        if act is None:
            return who in step.scene.present
        if step.sneaking:
            return who in step.sneaking
        if isinstance(act, PRIVATE):
            return who in act.who and view.shape != "alone"
        if isinstance(act, See | Hear):
            return who in act.who
        return who in self.shown(number) or self.sure_there(above, who, number)

    def sure_there(self, chain: Chain, who: int, number: int) -> bool:
        """Tell whether a chain is sure, before the step, that somebody is where it happens."""
        return self.sure_at(chain, who, self.steps[number].place, number)

    def visible(self, number: int) -> set[int]:
        """Return who is truly at the place and not hidden."""
        step = self.steps[number]
        return {
            who
            for who in self.story.cast
            if who not in step.hidden and self.sure_there((), who, number)
        }

    def shown(self, number: int) -> set[int]:
        """Return who cannot but be reckoned with, whatever one thought about where they are."""
        acting = self.acting(number)
        return acting | self.visible(number) if self.steps[number].reveals else acting

    def acting(self, number: int) -> set[int]:
        """Return who acts, or is addressed, in plain sight."""
        visible = self.visible(number)
        match self.steps[number].act:
            case Narration(doer=doer):
                return visible & {doer}
            case Tell(teller=speaker, to=to) | Ask(asker=speaker, to=to):
                return {speaker, *to}
            case Withhold(who=who, frm=frm):
                return visible & {who, *frm}
            case TryToTell(who=who, to=to, stopped_by=stopped_by):
                return visible & {who, *to, *stopped_by}
            case Leave(who=leavers):
                return visible & set(leavers)
            case Enter(who=entering):
                return visible | set(entering)
            case _:
                return set()
