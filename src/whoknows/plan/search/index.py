"""Events by what they wait for, so that a valuation is not held against all of them."""

from whoknows.plan.problem import Every, Is, Value
from whoknows.plan.search.compiled import CompiledEvent


class Index:
    """Each event is filed under one `fluent == value` it needs, if it needs one.

    Under the fluent with the most values: that divides best.
    """

    def __init__(self, events: tuple[CompiledEvent, ...]) -> None:
        wanted: dict[int, set[Value]] = {}
        for event in events:
            for fluent, value in _equalities(event):
                wanted.setdefault(fluent, set()).add(value)
        self._always: list[CompiledEvent] = []
        self._waiting: dict[int, dict[Value, list[CompiledEvent]]] = {}
        self._place = {event: place for place, event in enumerate(events)}
        for event in events:
            choice = max(_equalities(event), key=lambda each: len(wanted[each[0]]), default=None)
            if choice is None:
                self._always.append(event)
            else:
                by_value = self._waiting.setdefault(choice[0], {})
                by_value.setdefault(choice[1], []).append(event)

    def matching(self, values: tuple[Value, ...], mask: int) -> list[CompiledEvent]:
        """The events all of whose bits a valuation has, in the order they were given."""
        found = [each for each in self._always if each.mask & mask == each.mask]
        for fluent, by_value in self._waiting.items():
            for each in by_value.get(values[fluent], ()):
                if each.mask & mask == each.mask:
                    found.append(each)  # noqa: PERF401 - a nested comprehension is slower here
        found.sort(key=self._place.__getitem__)
        return found


def _equalities(event: CompiledEvent) -> list[tuple[int, Value]]:
    """What an event needs of single fluents of its own state."""
    condition = event.event.condition
    parts = condition.parts if isinstance(condition, Every) else (condition,)
    return [
        (part.fluent, part.value)
        for part in parts
        if isinstance(part, Is) and not part.path and part.operator == "=="
    ]
