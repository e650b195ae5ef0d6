"""The stage: events of the story become steps, in story order.

Here it is decided, from how things truly are, who is there to be seen, who hides, and who cannot be
overlooked. What each mind makes of it is decided later, along its own perspective.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from whoknows.engine.cells import Basis
from whoknows.engine.evaluate import fluents_outside_minds
from whoknows.engine.states import State
from whoknows.engine.steps import (
    Add,
    Forget,
    Mention,
    Muster,
    Operation,
    Part,
    Question,
    Return,
    Set,
    Show,
    Step,
    Word,
)
from whoknows.model.event import (
    AS_IT_FALLS,
    OPENLY,
    Act,
    Ask,
    Audience,
    Die,
    Enter,
    Event,
    ForgetSince,
    Hear,
    Join,
    Learn,
    Leave,
    Narration,
    Put,
    Read,
    Reception,
    Scene,
    See,
    Shift,
    TakeFor,
    Tell,
    Think,
    Thought,
    TryToTell,
    Withhold,
    Write,
)
from whoknows.model.formula import And, Claim, Content, Formula, Is, Stance
from whoknows.model.story import Story
from whoknows.model.values import NO, YES, Values


class Stage:
    """Where everybody is, who hides, and what may be contested, as the story goes on."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._hidden: frozenset[int] = frozenset()
        self._opened: dict[int, int] = {}
        self._scene: Scene | None = None
        self._place = 0
        self._header: tuple[int, int, int, bool, int | None] = (0, 0, 0, True, None)
        self._behind = {p.persona: p.wearer for p in story.personas}
        self._guise: dict[int, int] = {}
        self._written: dict[int, list[tuple[int, Write]]] = {}
        self._seen_values: dict[int, set[Values]] = {}
        self._always_contested = {sight.fluent for sight in story.sights}
        for rule in story.rules:
            for claim in rule.conclusion:
                self._note(claim.fluent, claim.values)

    def extend(self, story: Story) -> None:
        """Go on with a story that has more scenes at its end and is otherwise the same."""
        self._story = story

    # --- scenes ----------------------------------------------------------------------------

    def open(self, number: int, scene_number: int, occurrence: int) -> Step:
        """Return the step with which a scene opens (everybody who is there sees who is there)."""
        scene = self._story.scenes[scene_number]
        self._scene, self._place = scene, scene.place
        self._hidden = frozenset(scene.hidden)
        self._opened[scene_number] = number
        self._header = (scene_number, occurrence, number, not scene.off_page, scene.through)
        self._appear((*scene.present, *scene.hidden))
        muster = Muster(scene.place, scene.present, None, scene.hidden)
        return self._step(
            number,
            0,
            (muster,),
            None,
            base=frozenset(scene.present) | self._hidden,
            on_page=not scene.off_page,
        )

    def _step(
        self,
        number: int,
        index: int,
        operations: tuple[Operation, ...],
        event: Event | None,
        *,
        on_page: bool,
        base: frozenset[int] | None = None,
        shown: Iterable[int] = (),
        alone: bool = False,
        thinkers: frozenset[int] | None = None,
        misheard: Mapping[int, tuple[Operation, ...]] | None = None,
        sneaking: frozenset[int] = frozenset(),
    ) -> Step:
        scene, occurrence, opening, _, through = self._header
        return Step(
            number,
            scene,
            occurrence,
            index,
            self._place,
            opening,
            operations,
            event,
            base,
            frozenset(shown),
            alone,
            OPENLY if event is None else _among_each_other(event.audience, sneaking),
            hidden=frozenset() if sneaking else self._hidden,
            thinkers=thinkers,
            misheard=misheard or {},
            through=through,
            on_page=on_page,
        )

    # --- events ----------------------------------------------------------------------------

    def stage(self, number: int, index: int, event: Event, truth: State) -> Step:
        """Return the step for an event of the open scene; ``truth``: how things are before it."""
        act = event.act
        shown = self._shown(event, truth)
        if self._reveal(event):
            # Whoever comes out of hiding sees, and is seen to see, who is there.
            shown = (*shown, *self._in_sight(shown, truth))
        operations = self._operations(number, act, truth)
        base, alone = _base_of(act)
        sneaking = _sneaking(event)
        if sneaking:
            base = sneaking
        if event.audience.only is not None:
            base, alone = frozenset((*event.audience.only, *_speaker(act))), False
        presence = () if isinstance(act, Enter) else self._presence(shown, truth)
        step = self._step(
            number,
            index,
            (*presence, *operations),
            event,
            on_page=self._header[3] and not event.off_page,
            base=base,
            shown=shown,
            alone=alone,
            thinkers=_thinkers(act),
            misheard={who: (*presence, *heard) for who, heard in self._misheard(event).items()},
            sneaking=sneaking,
        )
        self._hide(act, event)
        if isinstance(act, Enter):
            self._appear(act.who)
        self._remember(operations)
        return step

    def _shown(self, event: Event, truth: State) -> tuple[int, ...]:
        """Return who cannot be overlooked: they act, they are spoken to, they come or go."""
        act = event.act
        acting: tuple[int, ...] = ()
        if isinstance(act, Enter):
            if _sneaking(event):
                return ()
            return (*act.who, *self._in_sight(act.who, truth))
        if event.audience.only is not None:
            return ()
        match act:
            case Narration(doer=doer):
                acting = () if doer is None else (doer,)
            case Tell(teller, to):
                return (teller, *to)
            case Ask(asker, to):
                return (asker, *to)
            case Withhold(who, frm):
                acting = (who, *frm)
            case TryToTell(who, to, _, stopped_by):
                acting = (who, *to, *stopped_by)
            case Leave(who):
                acting = () if _sneaking(event) else who
            case _:
                pass
        return tuple(w for w in acting if self._is_seen(w, truth))

    def _is_seen(self, who: int, truth: State) -> bool:
        return who not in self._hidden and truth.cell(who).possible == 1 << self._place

    def _presence(self, shown: tuple[int, ...], truth: State) -> tuple[Operation, ...]:
        """Whoever perceives somebody act takes them to be there (law 6)."""
        there = [who for who in shown if self._is_seen(who, truth)]
        return (*(Show(who, 1 << self._place) for who in there), *self._alive(there))

    def _alive(self, shown: Iterable[int]) -> tuple[Operation, ...]:
        """Whoever sees somebody act, or come, knows that they live."""
        deaths = self._story.deaths
        return tuple(Show(deaths[who], NO) for who in shown if who in deaths)

    def _reveal(self, event: Event) -> bool:
        """Let hidden people show themselves: they speak aloud, come in openly, or are shown."""
        act = event.act
        hidden = self._hidden
        match act:
            case Tell(who, _) | Ask(who, _) if event.audience.only is None:
                self._hidden -= {who}
            case Enter(comers) if not _sneaking(event):
                self._hidden -= frozenset(comers)
            case Narration(effects=effects):
                self._hidden -= {e.fluent for e in effects if isinstance(e, Put)}
            case _:
                pass
        return self._hidden != hidden

    def _hide(self, act: Act, event: Event) -> None:
        if isinstance(act, Enter) and _sneaking(event):
            self._hidden |= frozenset(act.who)
        elif isinstance(act, Leave):
            self._hidden -= frozenset(act.who)

    # --- operations ------------------------------------------------------------------------

    def _operations(self, number: int, act: Act, truth: State) -> tuple[Operation, ...]:
        match act:
            case Narration():
                return (*_needs(act.needs), *_effects(act))
            case Tell(teller, to, content, _, reception):
                return (
                    Mention(content.mentions),
                    *self._words(content, Basis.TOLD, teller, reception, teller in to),
                )
            case Ask(asker, to, content):
                return (Mention(content.mentions), Question((asker,), to, _asked(content)))
            case Withhold() | TryToTell():
                return ()
            case See(_, content):
                return (Mention(content.mentions), *self._words(content, Basis.WITNESSED))
            case Hear(_, content, reception):
                return (
                    Mention(content.mentions),
                    *self._words(content, Basis.TOLD, None, reception),
                )
            case Think():
                return self._thoughts(act)
            case ForgetSince(_, scene):
                return (Return(self._opened[scene]),) if scene in self._opened else ()
            case Learn(_, content):
                words = self._words(content, Basis.TOLD, convincingly=True, how="learned")
                return (Mention(content.mentions), *words)
            case Enter(who, _):
                return self._entering(who, truth)
            case Leave(who, to):
                return (*(Set(w, 1 << to) for w in who), Part(frozenset(who)))
            case Write(_, document, content):
                self._written.setdefault(document, []).append((number, act))
                return (Mention(content.mentions),)
            case Read(_, document):
                return self._reading(document)
            case Die(who):
                return tuple(Set(self._story.deaths[w], YES) for w in who)
            case Join():
                return ()
            case TakeFor(_, persona, other):
                return (self._mistake(persona, other),)

    def _entering(self, who: tuple[int, ...], truth: State) -> tuple[Operation, ...]:
        here = 1 << self._place
        seen = self._in_sight(who, truth)
        arrivals = tuple(Set(w, here) for w in who)
        return (*arrivals, *self._alive(who), Muster(self._place, (*seen, *who), frozenset(who)))

    def _in_sight(self, comers: tuple[int, ...], truth: State) -> tuple[int, ...]:
        """Return who is at the place to be seen by those who come."""
        return tuple(
            c
            for c in self._story.cast
            if c not in comers and self._goes_as(c) == c and self._is_seen(c, truth)
        )

    def _goes_as(self, who: int) -> int:
        """Return under which name somebody, or who is behind a persona, is on the scene."""
        behind = self._behind.get(who, who)
        return self._guise.get(behind, behind)

    def _appear(self, names: Iterable[int]) -> None:
        """Note under which names these come."""
        for name in names:
            self._guise[self._behind.get(name, name)] = name

    def _reading(self, document: int) -> tuple[Operation, ...]:
        """Return what a document tells whoever reads it: what was put in, as of then (law 17).

        It also shows the mind of whom it is from, or pretends to be from, who is not there to be
        told anything.
        """
        operations: list[Operation] = []
        for as_of, writing in self._written.get(document, ()):
            content, signed = writing.content, writing.signed
            operations.append(Mention(content.mentions))
            for claimed in self._words(content, Basis.TOLD, signed):
                word = replace(claimed, as_of=as_of, writer=writing.who)
                of_the_writer = replace(word.claim, path=(signed, *word.claim.path))
                operations.append(word)
                if word.claim.path[:1] != (signed,):
                    operations.append(replace(word, claim=of_the_writer, contested=False))
        return tuple(operations)

    def _mistake(self, persona: int, other: int) -> Word:
        """Return the thought that a persona is somebody."""
        fluent = next(p.fluent for p in self._story.personas if p.persona == persona)
        claim = Claim((), fluent, 1 << other)
        return Word(claim, Basis.INFERRED, convincingly=True, how="took for")

    def _thoughts(self, act: Think) -> tuple[Operation, ...]:
        content = act.content
        mention = Mention(content.mentions)
        match act.how:
            case Thought.INFERS:
                words = self._words(content, Basis.INFERRED, convincingly=act.convincingly)
            case Thought.SUSPECTS:
                words = self._words(content, Basis.HUNCH, convincingly=act.convincingly)
            case Thought.COMES_TO_BELIEVE:
                words = self._words(
                    content, Basis.INFERRED, convincingly=True, how="came to believe"
                )
            case Thought.WONDERS:
                return (mention, Question(act.who, (), _asked(content)))
            case Thought.FORGETS:
                return (Forget(content.mentions),)
            case Thought.DREAMS:
                return (mention,)
            case _:
                assert_never(act.how)
        return (mention, *words)

    def _words(
        self,
        content: Content,
        basis: Basis,
        teller: int | None = None,
        reception: Reception = AS_IT_FALLS,
        to_oneself: bool = False,
        *,
        convincingly: bool = False,
        how: str = "",
    ) -> tuple[Word, ...]:
        return tuple(
            Word(
                claim,
                basis,
                teller,
                reception,
                convincingly or reception.convincingly,
                to_oneself,
                claim.stance is Stance.IS and self._is_contested(claim.fluent, claim.values),
                how,
            )
            for claim in content.claims
        )

    def _misheard(self, event: Event) -> dict[int, tuple[Operation, ...]]:
        act = event.act
        if not isinstance(act, Tell | Hear):
            return {}
        teller = act.teller if isinstance(act, Tell) else None
        return {
            who: (
                Mention(content.mentions),
                *self._words(content, Basis.TOLD, teller, act.reception),
            )
            for who, content in event.audience.misheard
        }

    # --- what may be contested -------------------------------------------------------------

    def _is_contested(self, fluent: int, values: Values) -> bool:
        """Tell whether anybody may have witnessed or inferred anything against this."""
        if fluent in self._always_contested:
            return True
        return any(
            (seen & values) != seen  # type: ignore[operator]  # one domain
            for seen in self._seen_values.get(fluent, ())
        )

    def _note(self, fluent: int, values: Values) -> None:
        self._seen_values.setdefault(fluent, set()).add(values)

    def _remember(self, operations: tuple[Operation, ...]) -> None:
        for operation in operations:
            match operation:
                case Set(fluent, values) | Show(fluent, values):
                    self._note(fluent, values)
                case Add(fluent):
                    self._always_contested.add(fluent)
                case Word(claim, basis) if basis < Basis.TOLD:
                    self._note(claim.fluent, claim.values)
                case _:
                    pass


def _base_of(act: Act) -> tuple[frozenset[int] | None, bool]:
    """Return who alone may perceive an act whatever the place, and whether each does so alone."""
    match act:
        case See(who) | Hear(who) | Read(who):
            return frozenset(who), False
        case Write(who):
            return frozenset((who,)), True
        case Think(who) | ForgetSince(who) | Learn(who) | TakeFor(who):
            return frozenset(who), True
        case _:
            return None, False


def _sneaking(event: Event) -> frozenset[int]:
    """Return who comes or goes marked by nobody but each other."""
    act = event.act
    if isinstance(act, Enter | Leave) and (
        act.unnoticed or any(who in event.audience.unnoticed for who in act.who)
    ):
        return frozenset(act.who)
    return frozenset()


def _among_each_other(audience: Audience, sneaking: frozenset[int]) -> Audience:
    """Return the brackets as they hold among those who come or go unnoticed together."""
    if not sneaking:
        return audience
    return replace(audience, unnoticed=tuple(u for u in audience.unnoticed if u not in sneaking))


def _thinkers(act: Act) -> frozenset[int] | None:
    """Return in whose minds an act goes on; None where it happens for all to see."""
    match act:
        case Think(who) | ForgetSince(who) | Learn(who) | TakeFor(who):
            return frozenset(who)
        case Write(who):
            return frozenset((who,))
        case _:
            return None


def _speaker(act: Act) -> tuple[int, ...]:
    """Return who speaks: whoever else is shut out, they hear themselves."""
    match act:
        case Tell(who) | Ask(who):
            return (who,)
        case _:
            return ()


def _asked(content: Content) -> tuple[int, ...]:
    """Return the fluents a question is about; not those of what somebody may think."""
    return tuple(sorted(fluents_outside_minds(content.formula)))


def _effects(act: Narration) -> tuple[Operation, ...]:
    return tuple(
        Add(effect.fluent, effect.by)
        if isinstance(effect, Shift)
        else Set(effect.fluent, effect.values)
        for effect in act.effects
    )


def _needs(needs: Iterable[Formula]) -> tuple[Operation, ...]:
    """What must hold, fact by fact; only plain facts teach whoever sees them needed."""
    shows: list[Operation] = []
    for need in needs:
        parts = need.parts if isinstance(need, And) else (need,)
        shows.extend(Show(part.fluent, part.values) for part in parts if isinstance(part, Is))
    return tuple(shows)
