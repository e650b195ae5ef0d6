"""Conditions and terms, worked out by walking them: for what is not done millions of times."""

from typing import Protocol

from whoknows.plan.problem import (
    Arithmetic,
    Choose,
    Condition,
    Constant,
    Every,
    Is,
    Path,
    Read,
    Relation,
    Some,
    Term,
    Value,
    calculate,
    compare,
)


class Reading(Protocol):
    """Whatever has values along paths."""

    def value(self, path: Path, fluent: int) -> Value:
        """The value of a fluent along a path."""


def evaluate(term: Term, state: Reading) -> Value:
    """The value of a term."""
    match term:
        case Constant(value):
            return value
        case Read(path, fluent):
            return state.value(path, fluent)
        case Arithmetic(operator, left, right):
            return calculate(operator, evaluate(left, state), evaluate(right, state))
        case Choose(condition, then, otherwise):
            return evaluate(then if holds(condition, state) else otherwise, state)


def holds(condition: Condition, state: Reading) -> bool:
    """Whether a condition holds."""
    match condition:
        case Is(path, fluent, operator, value):
            return compare(operator, state.value(path, fluent), value)
        case Relation(operator, left, right):
            return compare(operator, evaluate(left, state), evaluate(right, state))
        case Every(parts):
            return all(holds(part, state) for part in parts)
        case _:
            return any(holds(part, state) for part in condition.parts)


def supporting(condition: Condition, state: Reading) -> list[Is | Relation] | None:
    """The comparisons in those alternatives of a condition that hold; None when none does.

    The alternatives are those of the disjunctive normal form; a comparison is in one that holds
    exactly when it holds and everything it is joined to by "and" does, at every level, so the
    normal form itself, which may be exponentially large, need not be made.
    """
    match condition:
        case Every(parts):
            found: list[Is | Relation] = []
            for part in parts:
                inner = supporting(part, state)
                if inner is None:
                    return None
                found.extend(inner)
            return found
        case Some(parts):
            holding = [
                each for each in (supporting(part, state) for part in parts) if each is not None
            ]
            return [each for inner in holding for each in inner] if holding else None
        case _:
            return [condition] if holds(condition, state) else None
