"""A planning problem with every blank filled in: what the search, and the verifier, work on.

Everything refers to fluents and characters by their number. A `path` is a chain of characters:
`()` is the truth, `(2,)` what character 2 takes to be true, `(2, 0)` what 2 takes 0 to take to be
true. Values are truth values, numbers, numbers of entities, or None for `?`.

Conditions are in negation normal form: a negation is pushed into the comparison, which with `?`
is not the same as negating the result, and which is what Sabre does.
"""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from whoknows.base.source import Span

Value: TypeAlias = bool | int | float | None
Path: TypeAlias = tuple[int, ...]


class Constant(NamedTuple):
    """A value."""

    value: Value


class Read(NamedTuple):
    """The value of a fluent along a path."""

    path: Path
    fluent: int


class Arithmetic(NamedTuple):
    """`left operator right`; unknown as soon as one side is."""

    operator: str
    left: "Term"
    right: "Term"


class Choose(NamedTuple):
    """One of two terms, by a condition."""

    condition: "Condition"
    then: "Term"
    otherwise: "Term"


class Is(NamedTuple):
    """A fluent along a path compared with a value."""

    path: Path
    fluent: int
    operator: str
    value: Value


class Relation(NamedTuple):
    """Two terms compared, where at least one is more than a value."""

    operator: str
    left: "Term"
    right: "Term"


class Every(NamedTuple):
    """All parts hold; with no parts, it always does."""

    parts: "tuple[Condition, ...]"


class Some(NamedTuple):
    """One part holds; with no parts, it never does."""

    parts: "tuple[Condition, ...]"


# NamedTuples of one shape compare equal (`Every(()) == Some(())`): tell them apart by their type.
Term: TypeAlias = Constant | Read | Arithmetic | Choose
Condition: TypeAlias = Is | Relation | Every | Some

TRUE = Every(())
FALSE = Some(())


class Effect(NamedTuple):
    """What an event makes of a fluent along a path, if a condition held before it."""

    path: Path
    fluent: int
    value: Term
    condition: Condition


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """An action or a trigger with its parameters filled in.

    `name` is in Sabre's notation. `observers` has a condition for each character; a trigger is
    observed by nobody, and has none. Equal only to itself.
    """

    name: str
    condition: Condition
    effects: tuple[Effect, ...]
    observers: tuple[Condition, ...]
    consenting: tuple[int, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Problem:
    """A whole problem.

    `initial` has a value for each fluent; `believed` has, along each path that has beliefs of its
    own at the start, the fluents whose value differs from what is held along the path without its
    last character. `utilities` has one for each character, None for those who want nothing.
    """

    characters: tuple[str, ...]
    fluents: tuple[str, ...]
    initial: tuple[Value, ...]
    believed: dict[Path, dict[int, Value]]
    actions: tuple[Event, ...]
    triggers: tuple[Event, ...]
    utilities: tuple[Term | None, ...]
    author: Term


def always(condition: Condition) -> bool:
    """Whether this is the condition that always holds."""
    return isinstance(condition, Every) and not condition.parts


def never(condition: Condition) -> bool:
    """Whether this is the condition that never holds."""
    return isinstance(condition, Some) and not condition.parts


def every(parts: "list[Condition]") -> Condition:
    """The conjunction, flattened, with the constant parts gone."""
    flat: list[Condition] = []
    for part in parts:
        if isinstance(part, Every):
            flat.extend(part.parts)
        elif never(part):
            return FALSE
        else:
            flat.append(part)
    return flat[0] if len(flat) == 1 else Every(tuple(flat))


def some(parts: "list[Condition]") -> Condition:
    """The disjunction, flattened, with the constant parts gone."""
    flat: list[Condition] = []
    for part in parts:
        if isinstance(part, Some):
            flat.extend(part.parts)
        elif always(part):
            return TRUE
        else:
            flat.append(part)
    return flat[0] if len(flat) == 1 else Some(tuple(flat))


def compare(operator: str, left: Value, right: Value) -> bool:
    """Sabre's comparison: unknown equals unknown, and is neither less nor more than anything."""
    if operator == "==":
        return left == right
    if operator == "!=":
        return left != right
    if left is None or right is None:
        return operator in (">=", "<=") and left is right
    if operator == "<":
        return left < right
    if operator == ">":
        return left > right
    return left <= right if operator == "<=" else left >= right


def calculate(operator: str, left: Value, right: Value) -> Value:
    """Arithmetic in which anything unknown makes the result unknown; so does division by zero."""
    if left is None or right is None:
        return None
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    return left / right if right else None
