"""Triggers that can be seen to fire for ever: those that never make their own condition false."""

from collections.abc import Iterator

from whoknows.plan.problem import (
    Choose,
    Condition,
    Constant,
    Every,
    Is,
    Path,
    Problem,
    Read,
    Relation,
    Some,
    Term,
    compare,
)
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.findings import Findings


def report_endless(problem: Problem, findings: Findings) -> None:
    """Report every trigger whose effects leave its condition as it is."""
    for trigger in problem.triggers:
        undone = any(
            _undoes(each.path, each.fluent, each.value, trigger.condition)
            for each in trigger.effects
        )
        if not undone:
            findings.add(errors.endless_trigger(trigger.span, (trigger.name,), None))


def _undoes(path: Path, fluent: int, value: Term, condition: Condition) -> bool:
    """Whether giving a fluent this value may make a condition false."""
    for part in _comparisons(condition):
        if isinstance(part, Relation):
            if (path, fluent) in set(_reads(part)):
                return True
        elif (part.path, part.fluent) == (path, fluent):
            if not isinstance(value, Constant):
                return True
            if not compare(part.operator, value.value, part.value):
                return True
    return False


def _comparisons(condition: Condition) -> Iterator[Is | Relation]:
    if isinstance(condition, (Every, Some)):
        for part in condition.parts:
            yield from _comparisons(part)
    else:
        yield condition


def _reads(node: Condition | Term) -> Iterator[tuple[Path, int]]:
    match node:
        case Read(path, fluent) | Is(path, fluent):
            yield path, fluent
        case Choose(condition, then, otherwise):
            for part in (condition, then, otherwise):
                yield from _reads(part)
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _reads(part)
        case Constant():
            return
        case _:
            yield from _reads(node.left)
            yield from _reads(node.right)
