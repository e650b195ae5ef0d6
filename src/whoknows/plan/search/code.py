"""Conditions and terms turned into Python functions of a state.

A search evaluates the same few hundred expressions millions of times; a generated function is
five to ten times faster than walking the tree. What is generated holds numbers and names made
here, never text of the problem file. Functions are made when first called: most never are.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

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


class Holder(Protocol):
    """A state: values of its own, and a believed state for each character."""

    @property
    def values(self) -> tuple[Value, ...]:
        """The value of each fluent."""

    @property
    def children(self) -> "Sequence[Any]":
        """Each character's believed state."""


Test = Callable[[Holder], bool]
Valuing = Callable[[Holder], Value]
_NAMES = {"compare": compare, "calculate": calculate}


def test_of(condition: Condition) -> Test:
    """A function that tells whether a condition holds."""
    return _function(_condition(condition))


def value_of(term: Term) -> Valuing:
    """A function that gives the value of a term."""
    return _function(_term(term))


def _function(source: str) -> Callable[[Holder], Any]:
    made: Callable[[Holder], Any] = eval(f"lambda s: {source}", dict(_NAMES))  # noqa: S307 - see above
    return made


def _values(path: Path) -> str:
    return "s" + "".join(f".children[{character}]" for character in path) + ".values"


def _condition(condition: Condition) -> str:
    match condition:
        case Is(path, fluent, operator, value):
            here = f"{_values(path)}[{fluent}]"
            if operator in ("==", "!="):
                return f"({here}{operator}{value!r})"
            return f"compare({operator!r},{here},{value!r})"
        case Relation(operator, left, right):
            if operator in ("==", "!="):
                return f"({_term(left)}{operator}{_term(right)})"
            return f"compare({operator!r},{_term(left)},{_term(right)})"
        case Every(parts):
            return "(" + (" and ".join(map(_condition, parts)) or "True") + ")"
        case Some(parts):
            return "(" + (" or ".join(map(_condition, parts)) or "False") + ")"


def _term(term: Term) -> str:
    match term:
        case Constant(value):
            return repr(value)
        case Read(path, fluent):
            return f"{_values(path)}[{fluent}]"
        case Arithmetic(operator, left, right):
            return f"calculate({operator!r},{_term(left)},{_term(right)})"
        case Choose(condition, then, otherwise):
            return f"({_term(then)} if {_condition(condition)} else {_term(otherwise)})"
