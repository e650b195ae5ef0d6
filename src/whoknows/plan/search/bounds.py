"""How many actions a gain takes at least: a delete relaxation on bits, and landmarks in it.

What once held goes on holding: a relaxed state is the mask of all comparisons that may hold by
now. What is believed is taken to be whatever is wanted, triggers cost nothing, a number that is
calculated becomes anything. Two bounds come of it, both admissible and so safe to prune with.

*Rounds.* All actions that may happen do, a round for a step. Every real course of k actions makes
nothing hold that the first k rounds do not make hold as well (by induction: the condition of what
really happens holds by the relaxed mask, so its effects are in the next one).

*Landmarks* (after Helmert and Domshlak's LM-cut). As long as the gain is out of reach of the
actions taken to be free, find a set of actions one of which any plan must contain, count one, and
make the whole set free. The sets are disjoint, so a plan has at least as many actions as there are
sets. Why one of a set must occur: `wanted` holds comparisons that do not hold yet and one of which
the gain needs; look at the first moment one of `wanted` holds. What made it so was not free,
because of each free step that could, a comparison it needs and that does not hold yet was put into
`wanted`, which would have held before. So it was one of the steps that cost something, and of
those, one that needs nothing of `wanted` either.
"""

from collections.abc import Callable
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import NamedTuple

from whoknows.plan.problem import Term, Value
from whoknows.plan.search.compiled import CompiledEvent, CompiledProblem
from whoknows.plan.search.intervals import Intervals
from whoknows.plan.search.literals import reads
from whoknows.plan.search.worlds import State

_FREE = -1


class _Step(NamedTuple):
    """What may happen: when all of `need` and one of each choice hold, `adds` may hold.

    `label` is the action's; one action may have several steps, and costs once. Triggers are free.
    """

    need: int
    choices: tuple[tuple[int, ...], ...]
    adds: int
    label: int


class _Table:
    """Steps filed under one comparison each of them needs, the one that holds most rarely."""

    __slots__ = ("_always", "_groups")

    def __init__(self, steps: list[_Step], rarest: Callable[[int], int]) -> None:
        groups: dict[int, list[_Step]] = {}
        self._always: list[_Step] = []
        for step in steps:
            if step.need:
                groups.setdefault(rarest(step.need), []).append(step)
            else:
                self._always.append(step)
        self._groups = list(groups.items())

    def happen(self, mask: int) -> int:
        """What may hold once everything has happened that may."""
        grown = mask
        for bit, steps in self._groups:
            if bit & mask:
                for need, choices, adds, _ in steps:
                    if (
                        need & mask == need
                        and adds & ~grown
                        and (not choices or _one_of_each(choices, mask))
                    ):
                        grown |= adds
        for _, choices, adds, _ in self._always:
            if adds & ~grown and _one_of_each(choices, mask):
                grown |= adds
        return grown

    def settle(self, mask: int) -> int:
        """The same, one thing after another until nothing new happens."""
        while True:
            grown = self.happen(mask)
            if grown == mask:
                return mask
            mask = grown


class _Outlook:
    """What is known so far about one valuation's future: the rounds, and counts of landmarks."""

    __slots__ = ("counts", "masks", "most", "values")

    def __init__(self, mask: int, values: tuple[Value, ...], most: float) -> None:
        self.values = values
        self.masks = [mask]
        self.most = [most]
        self.counts: dict[float, tuple[int, bool]] = {}


class Goal:
    """A utility and how it is bounded. Made before any state is: it names comparisons."""

    __slots__ = ("bits", "bounding", "utility")

    def __init__(self, compiled: CompiledProblem, utility: Term) -> None:
        intervals = Intervals(compiled.literals)
        self.utility = utility
        self.bounding = intervals.of(utility)
        self.bits = intervals.bits


class Bounds:
    """How much one utility can reach within a number of actions, from any valuation."""

    def __init__(
        self,
        compiled: CompiledProblem,
        goal: Goal,
        actions: tuple[CompiledEvent, ...],
    ) -> None:
        self._literals = compiled.literals
        self._bounding = goal.bounding
        self._bits = goal.bits
        self._events = actions, compiled.triggers
        self.usable = frozenset(actions)
        self._relevant = relevant_fluents(goal.utility, (*actions, *compiled.triggers))
        chosen = sorted(self._relevant)
        self._key: Callable[[tuple[Value, ...]], object] = (
            itemgetter(*chosen) if chosen else lambda _values: None
        )
        self._outlooks: dict[object, _Outlook] = {}
        self._of_base: dict[State, _Outlook] = {}

    # --- questions -------------------------------------------------------------------------------

    def within(self, base: State, more_than: float, steps: int) -> bool:
        """Whether the utility may, by both bounds, exceed something within so many actions."""
        outlook = self._outlook(base)
        if self._most(outlook, steps) <= more_than:
            return False
        return steps > 64 or self._landmarks(outlook, more_than, steps) <= steps

    def soonest(self, base: State, more_than: float, limit: int) -> int | None:
        """The fewest actions it may take to exceed something; None for more than the limit."""
        outlook = self._outlook(base)
        for steps in range(limit + 1):
            if self._most(outlook, steps) > more_than:
                fewest = max(steps, self._landmarks(outlook, more_than, limit))
                return fewest if fewest <= limit else None
            if steps >= len(outlook.masks):
                break
        return None

    def _outlook(self, base: State) -> _Outlook:
        found = self._of_base.get(base)
        if found is None:
            key = self._key(base.values)
            found = self._outlooks.get(key)
            if found is None:
                most = self._bounding(base.mask, base.values)[1]
                found = self._outlooks[key] = _Outlook(base.mask, base.values, most)
            self._of_base[base] = found
        return found

    # --- rounds ----------------------------------------------------------------------------------

    def _most(self, outlook: _Outlook, steps: int) -> float:
        """The most the utility can be after at most so many actions."""
        most = outlook.most
        while len(most) <= steps:
            if most[-1] == inf or not self._round(outlook):
                return most[-1]
        return most[steps]

    def _round(self, outlook: _Outlook) -> bool:
        """Work out one more round; False when nothing new can happen."""
        mask = outlook.masks[-1]
        grown = self._trigger_table.settle(self._action_table.happen(mask))
        if grown == mask:
            return False
        outlook.masks.append(grown)
        outlook.most.append(self._bounding(grown, outlook.values)[1])
        return True

    # --- landmarks -------------------------------------------------------------------------------

    def _landmarks(self, outlook: _Outlook, more_than: float, enough: int) -> int:
        """How many landmarks there are; no need to count further than just above `enough`."""
        count, complete = outlook.counts.get(more_than, (0, False))
        if not complete and count <= enough:
            count, complete = self._count(outlook, more_than, enough)
            outlook.counts[more_than] = count, complete
        return count

    def _count(self, outlook: _Outlook, more_than: float, enough: int) -> tuple[int, bool]:
        costly = self._actions
        free: list[_Step] = []
        mask = outlook.masks[0]
        count = 0
        while self._bounding(mask, outlook.values)[1] <= more_than:
            labels = self._cut(outlook, more_than, mask, costly, free)
            if not labels:
                return enough + 1, False
            count += 1
            if count > enough:
                return count, False
            free += [each for each in costly if each.label in labels]
            costly = [each for each in costly if each.label not in labels]
            mask = self._settled(free, mask)
        return count, True

    def _settled(self, free: list[_Step], mask: int) -> int:
        """Everything that may happen at no cost."""
        while True:
            grown = mask
            for need, choices, adds, _ in free:
                if need & grown == need and adds & ~grown and _one_of_each(choices, grown):
                    grown |= adds
            grown = self._trigger_table.settle(grown)
            if grown == mask:
                return mask
            mask = grown

    def _cut(
        self,
        outlook: _Outlook,
        more_than: float,
        mask: int,
        costly: list[_Step],
        free: list[_Step],
    ) -> set[int]:
        """Actions one of which must happen: see above."""
        # The gain needs something beyond the last round that, with what is free, does not suffice.
        short = mask
        for each in outlook.masks[1:]:
            if self._bounding(mask | each, outlook.values)[1] > more_than:
                break
            short = mask | each
        wanted = self._bits & ~short
        waiting = [*free, *self._triggers]
        while True:
            left: list[_Step] = []
            grown = wanted
            for step in waiting:
                if step.adds & wanted:
                    grown |= _missing(step, mask, outlook.masks)
                else:
                    left.append(step)
            waiting = left
            if grown == wanted:
                break
            wanted = grown
        adding = [step for step in costly if step[2] & wanted]
        return {step.label for step in adding if not _missing(step, mask, outlook.masks) & wanted}

    # --- steps -----------------------------------------------------------------------------------

    @cached_property
    def _actions(self) -> list[_Step]:
        return self._steps(self._events[0])

    @cached_property
    def _triggers(self) -> list[_Step]:
        return [each._replace(label=_FREE) for each in self._steps(self._events[1])]

    @cached_property
    def _action_table(self) -> _Table:
        return _Table(self._actions, self._literals.rarest)

    @cached_property
    def _trigger_table(self) -> _Table:
        return _Table(self._triggers, self._literals.rarest)

    def _steps(self, events: tuple[CompiledEvent, ...]) -> list[_Step]:
        """Each effect on something relevant, with all it needs."""
        steps: dict[tuple[object, ...], list[_Step]] = {}
        for label, event in enumerate(events):
            own: list[_Step] = []
            plain = 0
            for effect in event.real:
                if effect.fluent not in self._relevant:
                    continue
                adds = self._adds(effect.fluent, effect.value, constant=effect.constant)
                if effect.unconditional:
                    plain |= adds
                    continue
                needs = effect.needs
                choices = event.needs.choices + needs.choices
                own.append(_Step(event.mask | needs.mask, choices, adds, label))
            if plain:
                own.append(_Step(event.mask, event.needs.choices, plain, label))
            if own:
                # Actions that come to the same here are one.
                steps.setdefault(tuple([each[:3] for each in own]), own)
        return [each for own in steps.values() for each in own]

    def _adds(self, fluent: int, value: Value, *, constant: bool) -> int:
        """What may hold once a fluent is set: everything about it when the value is not known."""
        if constant:
            return self._literals.mask(fluent, value)
        return self._literals.any_of(fluent)


def helped_at_once(compiled: CompiledProblem, utility: Term | None) -> frozenset[CompiledEvent]:
    """The actions that may, with the triggers they set off, change a utility by themselves.

    What an action changes are the comparisons it makes hold, those that triggers make hold which
    need one of these, and so on. One that changes nothing the utility looks at leaves it as it is.
    """
    if utility is None:
        return frozenset()
    if not compiled.shallow:
        # What is believed may matter as well, and that may change in many more ways.
        return frozenset(compiled.actions)
    read = {fluent for _, fluent in reads(utility)}
    triggers = [(each.reads, {effect.fluent for effect in each.real}) for each in compiled.triggers]
    # Backwards: what a trigger reads that sets something that matters, matters.
    grown = True
    while grown:
        grown = False
        for sources, targets in triggers:
            if targets & read and not sources <= read:
                read |= sources
                grown = True
    return frozenset(
        each for each in compiled.actions if any(effect.fluent in read for effect in each.real)
    )


def relevant_fluents(utility: Term, events: tuple[CompiledEvent, ...]) -> set[int]:
    """The fluents that may, however indirectly, decide about a utility.

    Those it reads, and all that is read by an event that sets one of them.
    """
    relevant = {fluent for _, fluent in reads(utility)}
    pending = [(event.sets, event.reads) for event in events]
    grown = True
    while grown:
        grown = False
        later = []
        for targets, sources in pending:
            if targets & relevant:
                relevant |= sources
                grown = True
            else:
                later.append((targets, sources))
        pending = later
    return relevant


def _one_of_each(choices: tuple[tuple[int, ...], ...], mask: int) -> bool:
    for choice in choices:
        for option in choice:
            if option & mask == option:
                break
        else:
            return False
    return True


def _missing(step: _Step, mask: int, rounds: list[int]) -> int:
    """Comparisons that do not hold by `mask`, and one of which must before this step can happen.

    The one that takes the most rounds to hold makes the strongest landmarks. None when the step
    can happen.
    """
    lacking = step.need & ~mask
    if lacking:
        for reached in rounds:
            later = lacking & ~reached
            if not later:
                break
            lacking = later
        return lacking & -lacking
    for choice in step.choices:
        found = 0
        for option in choice:
            lacking = option & ~mask
            if not lacking:
                break
            found |= lacking & -lacking
        else:
            return found
    return 0
