"""The initial state as it is built up, expression by expression."""

from collections.abc import Callable

from whoknows.plan.evaluate import evaluate, holds
from whoknows.plan.problem import Effect, Path, Value

Assignments = dict[tuple[Path, int], Value]


class Beliefs:
    """Values along paths. What is said about no path is as along the path without its last."""

    def __init__(self, default: Callable[[int], Value]) -> None:
        self._default = default
        self._said: Assignments = {}

    def value(self, path: Path, fluent: int) -> Value:
        """The value of a fluent along a path."""
        while True:
            if (path, fluent) in self._said:
                return self._said[path, fluent]
            if not path:
                return self._default(fluent)
            path = path[:-1]

    def apply(self, assignments: Assignments) -> None:
        """Take assignments over; an earlier one for the same path and fluent is forgotten."""
        self._said.update(assignments)

    def differing(self) -> list[tuple[Path, int]]:
        """Where something is held that is not held along the path without its last character."""
        return [
            (path, fluent)
            for path, fluent in self._said
            if path and self.value(path, fluent) != self.value(path[:-1], fluent)
        ]

    def differences(self) -> dict[Path, dict[int, Value]]:
        """The same, with the values, by path."""
        found: dict[Path, dict[int, Value]] = {}
        for path, fluent in self.differing():
            found.setdefault(path, {})[fluent] = self.value(path, fluent)
        return found


def assignments_of(effects: tuple[Effect, ...], beliefs: Beliefs) -> Assignments:
    """What these effects, all at once, assign in this state."""
    return {
        (each.path, each.fluent): evaluate(each.value, beliefs)
        for each in effects
        if holds(each.condition, beliefs)
    }
