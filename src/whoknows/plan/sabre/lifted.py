"""A problem with its names resolved and its types checked, parameters still open.

A parameter or a quantified variable is a `Slot`: a place in the list of entities with which the
definition is filled in.
"""

from typing import NamedTuple, TypeAlias

from whoknows.base.source import Span
from whoknows.plan.problem import Value

BOOLEAN = "boolean"
NUMBER = "number"
UNKNOWN = "?"


class Fixed(NamedTuple):
    """A value, or an entity by its number."""

    value: Value
    type: str


class Slot(NamedTuple):
    """A parameter or quantified variable."""

    number: int
    type: str


Argument: TypeAlias = Fixed | Slot


class Lookup(NamedTuple):
    """A property with arguments."""

    property: int
    arguments: tuple[Argument, ...]
    type: str


class Mind(NamedTuple):
    """Everything inside is seen through this character."""

    who: Argument
    body: "Node"
    type: str


class Junction(NamedTuple):
    """`&` when `every`, else `|`."""

    every: bool
    parts: "tuple[Node, ...]"
    type: str = BOOLEAN


class Not(NamedTuple):
    """The opposite."""

    body: "Node"
    type: str = BOOLEAN


class Cases(NamedTuple):
    """`if … elseif … else`."""

    branches: "tuple[tuple[Node, Node], ...]"
    otherwise: "Node | None"
    type: str


class Over(NamedTuple):
    """A quantifier or reduction over these entities."""

    kind: str
    slot: int
    members: tuple[int, ...]
    body: "Node"
    type: str


class Becomes(NamedTuple):
    """An assignment; `outside` are the minds around the target alone, outermost first."""

    outside: tuple[Argument, ...]
    target: Lookup
    value: "Node"
    type: str = "effect"


class Compared(NamedTuple):
    """A comparison."""

    operator: str
    left: "Node"
    right: "Node"
    type: str = BOOLEAN


class OfType(NamedTuple):
    """Whether the value is one of these entities."""

    body: "Node"
    members: frozenset[int]
    type: str = BOOLEAN


class Calculation(NamedTuple):
    """Arithmetic."""

    operator: str
    left: "Node"
    right: "Node"
    type: str = NUMBER


Node: TypeAlias = (
    Fixed
    | Slot
    | Lookup
    | Mind
    | Junction
    | Not
    | Cases
    | Over
    | Becomes
    | Compared
    | OfType
    | Calculation
)


class Property(NamedTuple):
    """A property: which entities each argument ranges over, and the type of its value."""

    name: str
    domains: tuple[tuple[int, ...], ...]
    type: str


class LiftedEvent(NamedTuple):
    """An action or trigger with open parameters.

    `domains` has the entities each slot ranges over; a slot for a constant has one.
    `observing` is None when everybody observes.
    """

    kind: str
    name: str
    domains: tuple[tuple[int, ...], ...]
    precondition: Node
    effect: Node
    consenting: tuple[Argument, ...]
    observer: int
    observing: Node | None
    span: Span


class LiftedProblem(NamedTuple):
    """A whole problem; entities in their order, characters first.

    `members` has the entities of each type that a property's value can have.
    """

    entities: tuple[str, ...]
    character_count: int
    properties: tuple[Property, ...]
    members: dict[str, tuple[int, ...]]
    events: tuple[LiftedEvent, ...]
    initial: tuple[Node, ...]
    utilities: tuple[Node | None, ...]
    author: Node | None
