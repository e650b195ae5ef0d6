"""States of the world with what everybody believes in them, and what events make of them.

A state is a valuation and, for each character, the state they believe in, down to a fixed number
of levels. Equal states are the same object, so what was once worked out for one is never worked
out again, along whatever path it is reached.

Sound because the rules for events (SABRE.md 2) decide about a level only by what can be read at
that level or below by as much as `compiled` has checked (`CompiledProblem.exact`); cutting off
below therefore changes nothing above.
"""

from whoknows.plan.evaluate import holds, supporting
from whoknows.plan.problem import Condition, Path, Value
from whoknows.plan.search.compiled import CompiledEvent, CompiledProblem
from whoknows.plan.search.effort import Effort
from whoknows.plan.search.index import Index
from whoknows.plan.search.literals import Needs, paths, reads

FIRING_LIMIT = 10_000


class EndlessTriggers(Exception):  # noqa: N818 - a fault of the problem, turned into a finding
    """Triggers that keep firing."""

    def __init__(self, triggers: tuple[CompiledEvent, ...]) -> None:
        super().__init__()
        self.triggers = triggers


class State:
    """A state. `base` is the same valuation with no beliefs: itself at level 0."""

    __slots__ = (
        "base",
        "children",
        "closed",
        "done",
        "happened",
        "level",
        "mask",
        "told",
        "values",
    )

    def __init__(
        self,
        values: tuple[Value, ...],
        mask: int,
        base: "Base | None",
        children: "tuple[State, ...]",
    ) -> None:
        self.values = values
        self.mask = mask
        self.base: Base = self if base is None else base  # type: ignore[assignment]
        self.children = children
        self.level: int = children[0].level + 1 if children else 0
        self.closed: State | None = None
        self.done: dict[CompiledEvent, State] = {}
        self.happened: dict[CompiledEvent, State] = {}
        self.told: dict[tuple[int, Path, int, Value], State] = {}

    def sees(self, part: Condition) -> bool:
        """Whether there are enough levels of belief to tell whether a comparison holds."""
        return all(len(path) <= self.level for path in paths(part))

    def value(self, path: Path, fluent: int) -> Value:
        """The value of a fluent along a path."""
        state = self
        for character in path:
            state = state.children[character]
        return state.values[fluent]


class Base(State):
    """A valuation with no beliefs, and what it alone decides for all states that have it."""

    __slots__ = ("actions", "lookers", "minds", "noticing", "observing", "reals", "worth")

    def __init__(self, values: tuple[Value, ...], mask: int) -> None:
        super().__init__(values, mask, None, ())
        self.actions: list[CompiledEvent] | None = None
        self.reals: list[CompiledEvent] | None = None
        self.minds: list[CompiledEvent] | None = None
        self.lookers: list[list[CompiledEvent]] | None = None
        self.noticing: dict[tuple[int, Base], list[CompiledEvent]] = {}
        self.observing: dict[CompiledEvent, tuple[bool, ...]] = {}
        self.worth: dict[int, Value] = {}


class Worlds:
    """All states met so far, and how events lead from one to another."""

    def __init__(self, compiled: CompiledProblem, effort: Effort) -> None:
        self.compiled = compiled
        self._effort = effort
        self._literals = compiled.literals
        self._bases: dict[tuple[Value, ...], Base] = {}
        self._states: dict[tuple[State, ...], State] = {}
        self._characters = range(len(compiled.problem.characters))
        # Facts settle before anybody takes note of them.
        real = tuple(each for each in compiled.triggers if each.real)
        looking = tuple(each for each in compiled.triggers if each.looks_into is not None)
        others = tuple(
            each for each in compiled.triggers if not each.real and each.looks_into is None
        )
        self._real_triggers = Index(real)
        self._all_triggers = Index((*real, *others))
        self._looking = Index(looking)
        self._actions = Index(compiled.actions)
        self._all_shallow = not any(each.needs.depth for each in compiled.actions)

    # --- making states ---------------------------------------------------------------------------

    def _base(self, values: tuple[Value, ...]) -> Base:
        found = self._bases.get(values)
        if found is None:
            mask = self._literals.whole(values)
            found = self._bases[values] = Base(values, mask)
        return found

    def _changed(self, base: Base, changes: list[tuple[int, Value]]) -> Base:
        """The valuation with some fluents changed."""
        values = list(base.values)
        for fluent, value in changes:
            values[fluent] = value
        whole = tuple(values)
        found = self._bases.get(whole)
        if found is None:
            mask = base.mask
            for fluent, _ in changes:
                mask = self._literals.changed(mask, fluent, whole[fluent])
            found = self._bases[whole] = Base(whole, mask)
        return found

    def _state(self, base: Base, children: tuple[State, ...]) -> State:
        key = (base, *children)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = State(base.values, base.mask, base, children)
        return found

    def initial(self, level: int) -> State:
        """The state at the start, after its triggers, with so many levels of belief."""
        return self._first_closure(self._start((), level), {})

    def _start(self, path: Path, level: int) -> State:
        problem = self.compiled.problem
        values = list(problem.initial)
        for end in range(1, len(path) + 1):
            for fluent, value in problem.believed.get(path[:end], {}).items():
                values[fluent] = value
        base = self._base(tuple(values))
        if any(other[: len(path)] == path and other != path for other in problem.believed):
            minds = [self._start((*path, each), level - 1) for each in self._characters if level]
            return self._state(base, tuple(minds)) if minds else base
        # Nobody further down is said to believe anything else: all the same from here on.
        state: State = base
        for _ in range(level if self._characters else 0):
            state = self._state(base, (state,) * len(self._characters))
        return state

    def _first_closure(self, state: State, known: dict[State, State]) -> State:
        """Triggers at the start: those of the real state before those of the minds."""
        first = state
        if first in known:
            return known[first]
        while True:
            fired = self._fire_all(state)
            if fired.children:
                children = tuple([self._first_closure(each, known) for each in fired.children])
                fired = self._state(fired.base, children)
            if fired is state:
                known[first] = state
                return state
            state = fired

    # --- what can happen -------------------------------------------------------------------------

    def candidates(self, base: Base) -> list[CompiledEvent]:
        """The actions that are possible as far as the valuation decides."""
        found = base.actions
        if found is None:
            found = base.actions = [
                each
                for each in self._actions.matching(base.values, base.mask)
                if self._here(each, base)
            ]
        return found

    @staticmethod
    def _here(event: CompiledEvent, base: Base) -> bool:
        """Whether the parts of an event's condition hold that are about the valuation alone.

        Its mask has been looked at before. What is no bit is left to `_believed` if some of the
        condition is about minds.
        """
        mask = base.mask
        for choice in event.needs.choices:
            for option in choice:
                if option & mask == option:
                    break
            else:
                return False
        return bool(event.needs.depth or event.rest is None or event.rest(base))

    @staticmethod
    def _believed(event: CompiledEvent, state: "State | _Draft") -> bool:
        """Whether the parts of an event's condition hold that are about minds."""
        needs = event.needs
        if state.level < needs.depth:
            return False
        for path, mask in needs.minds:
            mind = state.children[path[0]]
            for character in path[1:]:
                mind = mind.children[character]
            if mask & mind.mask != mask:
                return False
        return event.rest is None or event.rest(state)

    def actions(self, state: State) -> list[CompiledEvent]:
        """The actions that are possible."""
        found = self.candidates(state.base)
        if self._all_shallow:
            return found
        return [each for each in found if not each.needs.depth or self._believed(each, state)]

    def possible(self, event: CompiledEvent, state: State) -> bool:
        """Whether an event's condition holds."""
        mask = event.mask
        return (
            mask & state.mask == mask
            and self._here(event, state.base)
            and (not event.needs.depth or self._believed(event, state))
        )

    # --- what happens ----------------------------------------------------------------------------

    def do(self, state: State, event: CompiledEvent) -> State:
        """The state after an action and all triggers it sets off."""
        found = state.done.get(event)
        if found is None:
            self._effort.step()
            found = state.done[event] = self.close(self._happen(state, event))
        return found

    def _happen(self, state: State, event: CompiledEvent) -> State:
        """The state after an event, every mind closed under triggers but not the state itself."""
        found = state.happened.get(event)
        if found is not None:
            return found
        base = self._change(state, event)
        if not state.level:
            found = base
        else:
            children = list(state.children)
            told: dict[int, list[tuple[Path, int, Value]]] = {}
            for effect in event.beliefs:
                if effect.depth <= state.level and (effect.unconditional or effect.test(state)):
                    value = effect.value if effect.constant else effect.valuing(state)
                    told.setdefault(effect.path[0], []).append(
                        (effect.path[1:], effect.fluent, value)
                    )
            if event.observers:
                for character, observes in enumerate(self._observing(state, event)):
                    if observes:
                        child = self._surprise(state, event, character)
                        if character in told:
                            children[character] = self._happen(child, event)
                        else:
                            children[character] = self.do(child, event)
            for character, news in told.items():
                children[character] = self._tell(children[character], character, news)
            found = self._state(base, tuple(children))
        state.happened[event] = found
        return found

    def _tell(self, mind: State, character: int, news: list[tuple[Path, int, Value]]) -> State:
        """A mind after explicit beliefs, closed."""
        for path, fluent, value in news:
            mind = self._believe(mind, character, path, fluent, value)
        return self.close(mind)

    def _change(self, state: "State | _Draft", event: CompiledEvent) -> Base:
        """The valuation after an event."""
        changes = list(event.plain)
        for effect in event.complex:
            if effect.depth <= state.level and (effect.unconditional or effect.test(state)):
                value = effect.value if effect.constant else effect.valuing(state)
                changes.append((effect.fluent, value))
        return self._changed(state.base, changes) if changes else state.base

    def _observing(self, state: State, event: CompiledEvent) -> tuple[bool, ...]:
        """Who observes an action, by the state before it."""
        found = state.base.observing.get(event)
        if found is None:
            found = tuple(
                [
                    self._observes(needs, state, rest)
                    for needs, rest in zip(event.observers, event.observer_rests, strict=True)
                ]
            )
            if not any(needs.depth for needs in event.observers):
                state.base.observing[event] = found
        return found

    @staticmethod
    def _observes(needs: Needs, state: State, rest: object) -> bool:
        mask = state.mask
        if needs.mask & mask != needs.mask or state.level < needs.depth:
            return False
        for choice in needs.choices:
            if not any(option & mask == option for option in choice):
                return False
        for path, required in needs.minds:
            mind = state
            for character in path:
                mind = mind.children[character]
            if required & mind.mask != required:
                return False
        return rest is None or bool(rest(state))  # type: ignore[operator]

    def _surprise(self, state: State, event: CompiledEvent, character: int) -> State:
        """An observer's mind, corrected where it takes what is happening for impossible.

        Each comparison in each alternative of the condition that is true in fact and false in the
        mind: an equality is taken over, of anything else only its falsity is known, so unknown.
        """
        mind = state.children[character]
        if event.parts is not None:
            return self._surprise_simply(state, event, character)
        depth = event.needs.depth
        if state.level < depth or (mind.level >= depth and self.possible(event, mind)):
            return mind
        for part in supporting(event.event.condition, state) or ():
            for path, fluent in reads(part):
                if not mind.sees(part) or holds(part, mind):
                    continue
                value = state.value(path, fluent) if part.operator == "==" else None
                mind = self._believe(mind, character, path, fluent, value)
        return mind

    def _surprise_simply(self, state: State, event: CompiledEvent, character: int) -> State:
        """The same for a condition that is nothing but comparisons joined by "and"."""
        mind = state.children[character]
        need = event.mask
        if need & mind.mask == need or need & state.mask != need:
            return mind
        for bit, fluent, operator in event.parts or ():
            if not bit & mind.mask:
                value = state.values[fluent] if operator == "==" else None
                mind = self._believe(mind, character, (), fluent, value)
        return mind

    def _believe(self, mind: State, character: int, path: Path, fluent: int, value: Value) -> State:
        """A mind after taking on one belief, about the world or (along a path) another mind."""
        if mind.level < len(path) or mind.value(path, fluent) == value:
            return mind
        return self._take_on(mind, character, path, fluent, value)

    def _take_on(self, mind: State, character: int, path: Path, fluent: int, value: Value) -> State:
        """The same as an event that only its owner observes.

        So it reaches their picture of themselves as well, and that one's, whatever it held.
        """
        if mind.level < len(path):
            return mind
        key = (character, path, fluent, value)
        found = mind.told.get(key)
        if found is not None:
            return found
        found = mind.base
        if not path:
            found = self._changed(found, [(fluent, value)])
        if mind.children:
            children = list(mind.children)
            own = self._take_on(children[character], character, path, fluent, value)
            children[character] = self.close(own)
            if path:
                other = path[0]
                changed = self._believe(children[other], other, path[1:], fluent, value)
                children[other] = self.close(changed)
            found = self._state(found, tuple(children))
        mind.told[key] = found
        return found

    # --- triggers --------------------------------------------------------------------------------

    def close(self, state: State) -> State:
        """The state after all triggers that fire in it, one after another."""
        found = state.closed
        if found is None:
            found = state.closed = self._fire_all(state)
            found.closed = found
        return found

    def _fire_all(self, state: State) -> State:
        draft = _Draft(state)
        fired = 0
        while True:
            trigger = self._fire_one(draft)
            if trigger is None:
                break
            fired += 1
            if fired > FIRING_LIMIT:
                raise EndlessTriggers((trigger,))
        if not draft.changed:
            return state
        return self._state(draft.base, tuple(draft.children)) if draft.level else draft.base

    def _fire_one(self, draft: "_Draft") -> CompiledEvent | None:
        """Fire the first trigger that makes a difference: facts before minds."""
        base = draft.base
        for trigger in self._firing(base, draft.level):
            if trigger.needs.depth and not self._believed(trigger, draft):
                continue
            if self._fire(trigger, draft):
                return trigger
        for character, mind in enumerate(draft.children):
            for trigger in self._noticing(base, character, mind.base):
                if self._fire(trigger, draft):
                    return trigger
        return None

    def _firing(self, base: Base, level: int) -> list[CompiledEvent]:
        """The triggers that fire as far as the valuation decides, but for those of `_noticing`."""
        found = base.minds if level else base.reals
        if found is None:
            index = self._all_triggers if level else self._real_triggers
            found = [
                each for each in index.matching(base.values, base.mask) if self._here(each, base)
            ]
            if level:
                base.minds = found
            else:
                base.reals = found
        return found

    def _noticing(self, base: Base, character: int, mind: Base) -> list[CompiledEvent]:
        """The triggers by which somebody notices something: decided by two valuations alone."""
        found = base.noticing.get((character, mind))
        if found is None:
            if base.lookers is None:
                base.lookers = [[] for _ in self._characters]
                for each in self._looking.matching(base.values, base.mask):
                    if self._here(each, base) and each.looks_into is not None:
                        base.lookers[each.looks_into].append(each)
            found = base.noticing[character, mind] = [
                each
                for each in base.lookers[character]
                if each.needs.minds[0][1] & mind.mask == each.needs.minds[0][1]
            ]
        return found

    def _fire(self, trigger: CompiledEvent, draft: "_Draft") -> bool:
        """Apply one trigger; False when nothing came of it.

        That is so when it is about minds below the level that is kept, and when somebody's own
        conclusions at once undo what they are shown: they are left with those.
        """
        news = [
            (effect.path, effect.fluent, effect.value if effect.constant else effect.valuing(draft))
            for effect in trigger.beliefs
            if max(effect.depth, len(effect.path)) <= draft.level
            and (effect.unconditional or effect.test(draft))
        ]
        if not trigger.real and len(news) < len(trigger.beliefs) and not news:
            return False
        base = self._change(draft, trigger) if trigger.real else draft.base
        changed = base is not draft.base
        for path, fluent, value in news:
            character = path[0]
            before = draft.children[character]
            after = self._tell(before, character, [(path[1:], fluent, value)])
            changed = changed or after is not before
            draft.children[character] = after
        draft.base, draft.values, draft.mask = base, base.values, base.mask
        draft.changed |= changed
        if trigger.real and not changed:
            raise EndlessTriggers((trigger,))
        return changed


class _Draft:
    """A state while triggers fire in it."""

    __slots__ = ("base", "changed", "children", "level", "mask", "values")

    def __init__(self, state: State) -> None:
        self.base = state.base
        self.values = state.values
        self.mask = state.mask
        self.children = list(state.children)
        self.level = state.level
        self.changed = False
