"""What an explanation is, and what a formula speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whoknows.ask.answers import Because
from whoknows.ask.scope import distinct
from whoknows.model.formula import And, Compare, Constant, Formula, Implies, Is, Not, Or, Which


@dataclass(frozen=True, slots=True)
class Explanation:
    """What holds instead, as clauses, and the reasons."""

    instead: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()

    def __add__(self, other: Explanation) -> Explanation:
        """Return both."""
        instead = tuple(dict.fromkeys((*self.instead, *other.instead)))
        return Explanation(instead, distinct((*self.because, *other.because)))


NOTHING = Explanation()


def total(parts: Iterable[Explanation]) -> Explanation:
    """Return several explanations as one."""
    whole = NOTHING
    for part in parts:
        whole += part
    return whole


def atoms(formula: Formula | Which) -> tuple[int, ...]:
    """Return the fluents a formula speaks of, in order."""
    match formula:
        case Is(fluent) | Which(fluent):
            return (fluent,)
        case Compare(left, _, right):
            return (left, right)
        case Not(part):
            return atoms(part)
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(f for part in parts for f in atoms(part)))
        case Implies(premise, conclusion):
            return tuple(dict.fromkeys((*atoms(premise), *atoms(conclusion))))
        case Constant():
            return ()
        case _:
            return atoms(formula.content)
