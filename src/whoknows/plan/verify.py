"""A second opinion on a plan, replayed from the definitions by code the search has no part in.

Conditions are walked, alternatives written out in disjunctive normal form, triggers tried one by
one, subsequences enumerated, explanations searched for without any bound. States are kept one level
deeper than the search keeps them, so what that loses by cutting off would show. All of it is slow,
and meant to be obviously right instead (SABRE.md 2 and 3, paragraph by paragraph).

A verdict says what is wrong with a plan, and what could not be decided with the effort allowed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from whoknows.plan.problem import (
    Arithmetic,
    Choose,
    Condition,
    Constant,
    Event,
    Every,
    Is,
    Path,
    Problem,
    Read,
    Relation,
    Some,
    Term,
    Value,
    calculate,
    compare,
)
from whoknows.plan.result import Explanation, PlanStep

_FIRINGS = 10_000
# Where the limits allow any depth: deeper than any explanation met so far.
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a plan, and what remains open."""

    wrong: tuple[str, ...]
    undecided: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.wrong


class _TooMuch(Exception):  # noqa: N818 - the effort allowed is used up
    """More states than allowed."""


class World:
    """A state: a value for each fluent and, except at the bottom, what each character believes."""

    __slots__ = ("minds", "values")

    def __init__(self, values: tuple[Value, ...], minds: "tuple[World, ...]") -> None:
        self.values = values
        self.minds = minds

    def value(self, path: Path, fluent: int) -> Value:
        """A value along a path."""
        world = self
        for character in path:
            world = world.minds[character]
        return world.values[fluent]

    def reaches(self, depth: int) -> bool:
        """Whether there are so many levels of belief."""
        return depth == 0 or bool(self.minds and self.minds[0].reaches(depth - 1))


class Laws:
    """What events do, for one problem, with so many levels of belief."""

    def __init__(self, problem: Problem, levels: int) -> None:
        self.problem = problem
        self._levels = levels
        self._worlds: dict[tuple[tuple[Value, ...], tuple[World, ...]], World] = {}
        self._after_event: dict[tuple[World, Event], World] = {}
        self._settled: dict[World, World] = {}
        # Which of several triggers fires first is not defined; facts before minds, as the search.
        self._triggers = sorted(problem.triggers, key=_turn)

    def _world(self, values: Sequence[Value], minds: Sequence[World]) -> World:
        """Equal states are one object, or this would never end."""
        key = (tuple(values), tuple(minds))
        return self._worlds.setdefault(key, World(*key))

    # --- the beginning ---------------------------------------------------------------------------

    def initial(self) -> World:
        """The state at the start: first the triggers of the real state, then those of minds."""
        return self._settle_first(self._given((), self._levels))

    def _given(self, path: Path, levels: int) -> World:
        values = list(self.problem.initial)
        for end in range(1, len(path) + 1):
            for fluent, value in self.problem.believed.get(path[:end], {}).items():
                values[fluent] = value
        characters = range(len(self.problem.characters)) if levels else ()
        return self._world(values, [self._given((*path, each), levels - 1) for each in characters])

    def _settle_first(self, world: World) -> World:
        while True:
            fired = self._fire(world)
            inner = self._world(fired.values, [self._settle_first(each) for each in fired.minds])
            if inner is world:
                return world
            world = inner

    # --- events ----------------------------------------------------------------------------------

    def do(self, world: World, action: Event) -> World:
        """After an action and the triggers it sets off."""
        return self.settle(self._after(world, action))

    def _after(self, world: World, event: Event) -> World:
        key = (world, event)
        if key not in self._after_event:
            self._after_event[key] = self._worked_out(world, event)
        return self._after_event[key]

    def _worked_out(self, world: World, event: Event) -> World:
        values = list(world.values)
        news: dict[int, list[tuple[Path, int, Value]]] = {}
        for effect in event.effects:
            if world.reaches(len(effect.path)) and holds(effect.condition, world):
                value = evaluate(effect.value, world)
                if effect.path:
                    told = news.setdefault(effect.path[0], [])
                    told.append((effect.path[1:], effect.fluent, value))
                else:
                    values[effect.fluent] = value
        minds: list[World] = []
        for character, before in enumerate(world.minds):
            after = before
            if event.observers and holds(event.observers[character], world):
                after = self._after(self._surprised(world, event, character), event)
            for path, fluent, value in news.get(character, ()):
                if after.value(path, fluent) != value:
                    after = self._learned(after, character, path, fluent, value)
            minds.append(self.settle(after))
        return self._world(values, minds)

    def _surprised(self, world: World, event: Event, character: int) -> World:
        mind = world.minds[character]
        depth = _depth(event.condition)
        if not world.reaches(depth):
            return mind
        if mind.reaches(depth) and holds(event.condition, mind):
            return mind
        for alternative in alternatives(event.condition):
            if not all(holds(part, world) for part in alternative):
                continue
            for part in alternative:
                for path, fluent in _compared(part):
                    if mind.reaches(_depth(part)) and not holds(part, mind):
                        known = part.operator == "=="
                        value = world.value(path, fluent) if known else None
                        mind = self._learned(mind, character, path, fluent, value)
        return mind

    def _learned(self, mind: World, character: int, path: Path, fluent: int, value: Value) -> World:
        """A mind after an event that gives a property a value and only its owner observes."""
        if not mind.reaches(len(path)):
            return mind
        values = list(mind.values)
        if not path:
            values[fluent] = value
        minds: list[World] = []
        for other, before in enumerate(mind.minds):
            after = before
            if other == character:
                after = self._learned(after, character, path, fluent, value)
            if path and path[0] == other and after.value(path[1:], fluent) != value:
                after = self._learned(after, other, path[1:], fluent, value)
            minds.append(self.settle(after))
        return self._world(values, minds)

    def settle(self, world: World) -> World:
        """After all triggers, every mind having settled before."""
        if world not in self._settled:
            self._settled[world] = self._fire(world)
        return self._settled[world]

    def _fire(self, world: World) -> World:
        for _ in range(_FIRINGS):
            fired = self._first_firing(world)
            if fired is None:
                return world
            world = fired
        raise _TooMuch

    def _first_firing(self, world: World) -> World | None:
        """After the first trigger that makes a difference; None when none does."""
        for trigger in self._triggers:
            if world.reaches(_depth(trigger.condition)) and holds(trigger.condition, world):
                after = self._after(world, trigger)
                if after is not world:
                    return after
        return None


def _turn(trigger: Event) -> tuple[int, int]:
    """Facts first; last, and each mind by itself, what looks into a single mind."""
    if not all(effect.path for effect in trigger.effects):
        return 0, 0
    parts = (
        trigger.condition.parts if isinstance(trigger.condition, Every) else (trigger.condition,)
    )
    paths = {part.path for part in parts if isinstance(part, Is) and part.path}
    plain = all(isinstance(part, Is) or _depth(part) == 0 for part in parts)
    if plain and len(paths) == 1 and len(min(paths)) == 1:
        return 2, min(paths)[0]
    return 1, 0


def holds(condition: Condition, world: World) -> bool:
    """Whether a condition holds."""
    if isinstance(condition, Is):
        value = world.value(condition.path, condition.fluent)
        return compare(condition.operator, value, condition.value)
    if isinstance(condition, Relation):
        left, right = evaluate(condition.left, world), evaluate(condition.right, world)
        return compare(condition.operator, left, right)
    results = (holds(part, world) for part in condition.parts)
    return all(results) if isinstance(condition, Every) else any(results)


def evaluate(term: Term, world: World) -> Value:
    """The value of a term."""
    if isinstance(term, Constant):
        return term.value
    if isinstance(term, Read):
        return world.value(term.path, term.fluent)
    if isinstance(term, Arithmetic):
        return calculate(term.operator, evaluate(term.left, world), evaluate(term.right, world))
    return evaluate(term.then if holds(term.condition, world) else term.otherwise, world)


def alternatives(condition: Condition) -> Iterator[tuple[Is | Relation, ...]]:
    """The disjunctive normal form."""
    if isinstance(condition, Every):
        for chosen in product(*(tuple(alternatives(part)) for part in condition.parts)):
            yield tuple(each for part in chosen for each in part)
    elif isinstance(condition, Some):
        for part in condition.parts:
            yield from alternatives(part)
    else:
        yield (condition,)


def _depth(condition: Condition) -> int:
    """How many levels of belief a condition looks at."""
    if isinstance(condition, Is):
        return len(condition.path)
    if isinstance(condition, Relation):
        return max((len(path) for path, _ in _compared(condition)), default=0)
    return max((_depth(part) for part in condition.parts), default=0)


def _compared(part: Is | Relation) -> Iterator[tuple[Path, int]]:
    if isinstance(part, Is):
        yield part.path, part.fluent
    else:
        yield from _read(part.left)
        yield from _read(part.right)


def _read(term: Term) -> Iterator[tuple[Path, int]]:
    if isinstance(term, Read):
        yield term.path, term.fluent
    elif isinstance(term, Arithmetic):
        yield from _read(term.left)
        yield from _read(term.right)
    elif isinstance(term, Choose):
        for part in alternatives(term.condition):
            for each in part:
                yield from _compared(each)
        yield from _read(term.then)
        yield from _read(term.otherwise)


# --- plans ---------------------------------------------------------------------------------------


def verify(
    problem: Problem,
    plan: Sequence[PlanStep],
    *,
    goal: float,
    author_limit: int = -1,
    character_limit: int = -1,
    epistemic_limit: int = -1,
    allowed: int = 20_000,
) -> Verdict:
    """Whether a plan is a solution, with the explanations it comes with, within these limits.

    Args:
        problem: what it is a plan for.
        plan: the plan.
        goal: the utility the author wants.
        author_limit: as for `solve`, like the other limits.
        character_limit: the most actions in an explanation.
        epistemic_limit: the most levels of belief.
        allowed: how many states may be looked at to decide whether something left out matters.
    """
    return _Verification(problem, character_limit, epistemic_limit, allowed).plan(
        plan, goal, author_limit
    )


class _Verification:
    def __init__(
        self, problem: Problem, character_limit: int, epistemic_limit: int, allowed: int
    ) -> None:
        self._problem = problem
        self._events = {each.name: each for each in problem.actions}
        self._budget = 1_000_000 if character_limit < 0 else max(character_limit, 1)
        self._depth = 1_000_000 if epistemic_limit < 0 else epistemic_limit
        self._allowed = allowed
        asked = [_depth(each.condition) for each in problem.actions]
        terms = [problem.author, *(each for each in problem.utilities if each is not None)]
        asked += [len(path) for term in terms for path, _ in _read(term)]
        deepest = min(self._depth, self._budget - 1, _DEEPEST)
        self._laws = Laws(problem, deepest + 2 + max(asked, default=0))
        self._wrong: list[str] = []
        self._undecided: list[str] = []

    def plan(self, plan: Sequence[PlanStep], goal: float, limit: int) -> Verdict:
        start = world = self._laws.initial()
        if 0 <= limit < len(plan):
            self._wrong.append(f"the plan has {len(plan)} actions, more than {limit}")
        actions: list[Event] = []
        for number, step in enumerate(plan, 1):
            event = self._possible(step.action, world, f"action {number}")
            if event is None:
                return self._verdict()
            self._agreed(step, event, event.consenting, world, self._budget, 1)
            actions.append(event)
            world = self._laws.do(world, event)
        before, after = self._worth(None, start), self._worth(None, world)
        if before is None or after is None or after <= before or after < goal:
            self._wrong.append(f"the author's utility is {after}, not {goal}")
        else:
            self._minimal("the plan", None, start, actions, self._budget, 0)
        return self._verdict()

    def _verdict(self) -> Verdict:
        return Verdict(tuple(dict.fromkeys(self._wrong)), tuple(dict.fromkeys(self._undecided)))

    def _possible(self, name: str, world: World, where: str) -> Event | None:
        event = self._events.get(name)
        if event is None:
            self._wrong.append(f"{where}: there is no action {name}")
        elif not holds(event.condition, world):
            self._wrong.append(f"{where}: {name} is not possible")
            event = None
        return event

    def _worth(self, character: int | None, world: World) -> Value:
        term = self._problem.author if character is None else self._problem.utilities[character]
        return None if term is None else evaluate(term, world)

    def _agreed(
        self,
        step: PlanStep,
        event: Event,
        needed: Sequence[int],
        world: World,
        budget: int,
        depth: int,
    ) -> None:
        """Whether everybody needed has an explanation, and each is one."""
        names = self._problem.characters
        given = {each.character: each for each in step.explanations}
        for character in needed:
            explanation = given.get(names[character])
            if explanation is None:
                self._wrong.append(f"{names[character]} has no reason for {event.name}")
            else:
                mind = world.minds[character]
                self._explains(character, explanation, event, mind, budget, depth)

    def _explains(
        self,
        character: int,
        explanation: Explanation,
        event: Event,
        start: World,
        budget: int,
        depth: int,
    ) -> None:
        """Whether a plan explains the action it starts with: SABRE.md 3, (i) to (iv)."""
        who = f"{explanation.character}'s plan for {event.name}"
        length = len(explanation.plan)
        if not length or explanation.plan[0].action != event.name:
            self._wrong.append(f"{who} does not start with it")
            return
        if length > (budget if depth <= self._depth else 1):
            self._wrong.append(f"{who} has {length} actions, too many here")
        if character not in event.consenting:
            self._wrong.append(f"{who}: {explanation.character} need not consent")
        world = start
        actions: list[Event] = []
        for done, step in enumerate(explanation.plan):
            action = self._possible(step.action, world, who)
            if action is None:
                return
            if not action.consenting:
                self._wrong.append(f"{who}: nobody would do {action.name}")
            if done:
                others = [each for each in action.consenting if each != character]
                self._agreed(step, action, others, world, budget - done, depth + 1)
            actions.append(action)
            world = self._laws.do(world, action)
        before, after = self._worth(character, start), self._worth(character, world)
        if before is None or after is None or after <= before:
            self._wrong.append(f"{who} does not help: {before} before, {after} after")
        else:
            self._minimal(who, character, start, actions, budget, depth)

    # --- nothing to leave out --------------------------------------------------------------------

    def _minimal(
        self,
        what: str,
        character: int | None,
        start: World,
        actions: list[Event],
        budget: int,
        depth: int,
    ) -> None:
        """Whether no proper subsequence, of it or of any of its ends, does as well."""
        world = start
        for action in actions:
            world = self._laws.do(world, action)
        aim = self._worth(character, world)
        world = start
        for first in range(len(actions) if character is not None else 1):
            for kept in self._as_good(character, world, actions[first:], aim):
                left = budget if character is None else budget - first
                self._left_out(what, character, world, kept, left, depth)
            world = self._laws.do(world, actions[first])

    def _as_good(
        self, character: int | None, start: World, actions: list[Event], aim: Value
    ) -> Iterator[list[Event]]:
        """The proper subsequences that are possible and worth as much, nobody asked."""
        for count in range(len(actions)):
            for kept in combinations(actions, count):
                world = start
                for action in kept:
                    if not holds(action.condition, world):
                        break
                    world = self._laws.do(world, action)
                else:
                    worth = self._worth(character, world)
                    if worth is not None and aim is not None and worth >= aim:
                        yield list(kept)

    def _left_out(
        self,
        what: str,
        character: int | None,
        start: World,
        kept: list[Event],
        budget: int,
        depth: int,
    ) -> None:
        """Whether a subsequence is agreed to: then the rest is redundant."""
        if not self._conceivable(character, start, kept):
            return
        shown = ", ".join(each.name for each in kept) or "nothing"
        try:
            world = start
            for done, action in enumerate(kept):
                left = budget if character is None else budget - done
                for other in action.consenting:
                    if other == character:
                        continue
                    search = _Explaining(self._laws, self._depth, self._allowed)
                    if not search.explained(other, world.minds[other], action, left, depth + 1):
                        return
                world = self._laws.do(world, action)
            self._wrong.append(f"{what} can be shortened to {shown}")
        except _TooMuch:
            self._undecided.append(f"whether {what} can be shortened to {shown}")

    def _conceivable(self, character: int | None, world: World, kept: list[Event]) -> bool:
        """Whether all who must agree at least take each action for possible; cheap to tell."""
        for action in kept:
            for other in action.consenting:
                if other != character and not holds(action.condition, world.minds[other]):
                    return False
            world = self._laws.do(world, action)
        return True


class _Explaining:
    """Explanations straight from the definition, with no more effort than allowed."""

    def __init__(self, laws: Laws, depth: int, allowed: int) -> None:
        self._laws = laws
        self._problem = laws.problem
        self._depth = depth
        self._left = allowed

    def explained(
        self, character: int, mind: World, action: Event, budget: int, depth: int
    ) -> bool:
        """Whether a character has a plan that starts with an action and is no longer than that."""
        utility = self._problem.utilities[character]
        if utility is None or not holds(action.condition, mind):
            return False
        before = evaluate(utility, mind)
        if before is None:
            return False
        longest = budget if depth <= self._depth else 1
        # Short plans first: most explanations are short.
        return any(
            self._continues(character, mind, [action], length, budget, depth, before)
            for length in range(1, longest + 1)
        )

    def _continues(
        self,
        character: int,
        start: World,
        plan: list[Event],
        length: int,
        budget: int,
        depth: int,
        before: float,
    ) -> bool:
        self._left -= 1
        if self._left < 0:
            raise _TooMuch
        world = start
        for action in plan:
            world = self._laws.do(world, action)
        if len(plan) == length:
            worth = self._worth(character, world)
            return (
                worth is not None
                and worth > before
                and not self._redundant(character, start, plan, worth, budget, depth)
            )
        return any(
            action.consenting
            and holds(action.condition, world)
            and self._agreed(character, world, action, budget - len(plan), depth)
            and self._continues(character, start, [*plan, action], length, budget, depth, before)
            for action in self._problem.actions
        )

    def _agreed(self, character: int, world: World, action: Event, budget: int, depth: int) -> bool:
        return all(
            self.explained(other, world.minds[other], action, budget, depth + 1)
            for other in action.consenting
            if other != character
        )

    def _worth(self, character: int, world: World) -> Value:
        utility = self._problem.utilities[character]
        return None if utility is None else evaluate(utility, world)

    def _redundant(
        self,
        character: int,
        start: World,
        plan: list[Event],
        aim: float,
        budget: int,
        depth: int,
    ) -> bool:
        world = start
        for first, action in enumerate(plan):
            rest = plan[first:]
            for count in range(len(rest)):
                for kept in combinations(rest, count):
                    if self._does(character, world, kept, aim, budget - first, depth):
                        return True
            world = self._laws.do(world, action)
        return False

    def _does(
        self,
        character: int,
        world: World,
        kept: Sequence[Event],
        aim: float,
        budget: int,
        depth: int,
    ) -> bool:
        """Whether some actions are possible, agreed to, and lead as far."""
        for done, action in enumerate(kept):
            if not holds(action.condition, world):
                return False
            if not self._agreed(character, world, action, budget - done, depth):
                return False
            world = self._laws.do(world, action)
        worth = self._worth(character, world)
        return worth is not None and worth >= aim
