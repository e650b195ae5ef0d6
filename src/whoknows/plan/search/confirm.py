"""A plan found within smaller limits, looked at again within the full ones.

What explains an action within smaller limits can be carried out within larger ones just as well.
Only one thing can change: where characters may look further ahead, more of what they do is
explained, and so a shorter part of a plan may come to be possible which makes the whole redundant.
So every plan, the author's and everybody's in the explanations, is held against its proper
subsequences once more. First without asking anybody for consent: if none of them does as well even
so, the plan is minimal within any limits. Only those that would are asked about.
"""

from typing import NamedTuple

from whoknows.plan.problem import Value
from whoknows.plan.search.author import Found
from whoknows.plan.search.compiled import CompiledEvent
from whoknows.plan.search.reasons import Reason, Reasons
from whoknows.plan.search.worlds import State, Worlds


class _Place(NamedTuple):
    """Somewhere on the way through part of a plan: `whole` as long as nothing was left out."""

    state: State
    kept: tuple[int, ...]
    whole: bool


class Confirmation:
    """Confirms plans within one pair of full limits."""

    def __init__(self, worlds: Worlds, reasons: Reasons, start: State, budget: int) -> None:
        self._worlds = worlds
        self._reasons = reasons
        self._start = start
        self._budget = budget

    def confirm(self, found: Found) -> Found | None:
        """The plan, cut down where that is possible, with reasons that hold within full limits.

        None when somebody has no such reason.
        """
        actions = found.actions
        known = dict(enumerate(found.reasons))
        while True:
            reasons = self._all_reasons(actions, known)
            if reasons is None:
                return None
            shorter = self._shorter(actions)
            if shorter is None:
                return Found(actions, reasons)
            actions, known = shorter, {}

    def _all_reasons(
        self, actions: tuple[CompiledEvent, ...], known: dict[int, tuple[Reason, ...]]
    ) -> tuple[tuple[Reason, ...], ...] | None:
        state = self._start
        confirmed: list[tuple[Reason, ...]] = []
        for index, action in enumerate(actions):
            here: list[Reason] = []
            for number, character in enumerate(action.consenting):
                mind = state.children[character]
                reason = known[index][number] if index in known else None
                if reason is None or not self._holds(mind, reason, self._budget):
                    reason = self._reasons.of_one(character, mind, action, self._budget)
                if reason is None:
                    return None
                here.append(reason)
            confirmed.append(tuple(here))
            state = self._worlds.do(state, action)
        return tuple(confirmed)

    def _holds(self, mind: State, reason: Reason, budget: int) -> bool:
        """Whether a reason found within smaller limits is one within these."""
        state = self._worlds.do(mind, reason.steps[0].action)
        for done, step in enumerate(reason.steps[1:], 1):
            if not all(
                self._holds(state.children[each.character], each, budget - done)
                for each in step.reasons
            ):
                return False
            state = self._worlds.do(state, step.action)
        actions = tuple(step.action for step in reason.steps)
        return _Subsequences(self, mind, actions, reason.character, budget).find() is None

    def _shorter(self, actions: tuple[CompiledEvent, ...]) -> tuple[CompiledEvent, ...] | None:
        """A proper subsequence that does as well for the author."""
        kept = _Subsequences(self, self._start, actions, None, self._budget).find()
        return None if kept is None else tuple(actions[index] for index in kept)

    def worth(self, character: int | None, state: State) -> Value:
        """A character's utility, or the author's."""
        if character is None:
            return self._worlds.compiled.author(state)
        return self._reasons.worth(character, state)

    def do(self, state: State, action: CompiledEvent) -> State | None:
        """The state after an action, if it is possible."""
        return self._worlds.do(state, action) if self._worlds.possible(action, state) else None

    def agreed(
        self, character: int | None, state: State, action: CompiledEvent, budget: int
    ) -> bool:
        """Whether all others agree to an action (everybody, in the author's plan)."""
        if character is None:
            return self._reasons.for_all(state, action, budget) is not None
        return self._reasons.others(character, state, action, budget) is not None


class _Subsequences:
    """The proper subsequences of one plan."""

    def __init__(
        self,
        confirmation: Confirmation,
        start: State,
        actions: tuple[CompiledEvent, ...],
        character: int | None,
        budget: int,
    ) -> None:
        self._confirmation = confirmation
        self._start = start
        self._actions = actions
        self._character = character
        self._budget = budget

    def find(self) -> tuple[int, ...] | None:
        """The actions kept in one that is possible, agreed to, and worth no less than the whole."""
        layers = self._layers()
        whole = next(each for each in layers[-1] if each.whole)
        aim = self._confirmation.worth(self._character, whole.state)
        dangerous = {each for each in layers[-1] if not each.whole and self._as_good(each, aim)}
        if not dangerous:
            return None
        leading = [dangerous]
        for index in range(len(self._actions) - 1, -1, -1):
            leading.append(
                {
                    each
                    for each in layers[index]
                    if any(after in leading[-1] for after in self._after(each, index))
                }
            )
        return self._agreed(list(reversed(leading)))

    def _as_good(self, place: _Place, aim: Value) -> bool:
        worth = self._confirmation.worth(self._character, place.state)
        return worth is not None and aim is not None and worth >= aim

    def _layers(self) -> list[set[_Place]]:
        """Where one can be after each action, each taken or left out, nobody asked."""
        layers = [{_Place(self._start, (), whole=True)}]
        for index in range(len(self._actions)):
            layers.append({after for each in layers[-1] for after in self._after(each, index)})
        return layers

    def _after(self, place: _Place, index: int) -> list[_Place]:
        left_out = _Place(place.state, place.kept, whole=False)
        state = self._confirmation.do(place.state, self._actions[index])
        if state is None:
            return [left_out]
        return [left_out, _Place(state, (*place.kept, index), place.whole)]

    def _agreed(self, leading: list[set[_Place]]) -> tuple[int, ...] | None:
        """One that all others agree to, among those that would do as well."""
        agreed = leading[0]
        for index, action in enumerate(self._actions):
            following: set[_Place] = set()
            for place in agreed:
                for after in self._after(place, index):
                    if after not in leading[index + 1]:
                        continue
                    if len(after.kept) == len(place.kept) or self._consented(place, after, action):
                        following.add(after)
            agreed = following
        shortest = min(agreed, key=lambda each: (len(each.kept), each.kept), default=None)
        return None if shortest is None else shortest.kept

    def _consented(self, place: _Place, after: _Place, action: CompiledEvent) -> bool:
        if after.whole:
            return True  # part of the plan itself, which has its reasons
        left = self._budget if self._character is None else self._budget - len(place.kept)
        return self._confirmation.agreed(self._character, place.state, action, left)
