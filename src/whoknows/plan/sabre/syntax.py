"""What a Sabre problem says, as written: names unresolved, every part with its place.

`start` and `end` are offsets into the text. NamedTuples rather than dataclasses: as immutable, and
several times faster to make, which a reader of large problems notices.
"""

from typing import NamedTuple, TypeAlias


class Name(NamedTuple):
    """A name: of an entity, a parameter, a type, a property."""

    text: str
    start: int
    end: int


class Literal(NamedTuple):
    """A value as written: a truth value, a number, or None for `?`."""

    value: bool | float | None
    start: int
    end: int


class Call(NamedTuple):
    """A property with its arguments filled in: `at(Tom)`."""

    name: Name
    arguments: tuple[Name, ...]
    start: int
    end: int


class Belief(NamedTuple):
    """`believes(who, body)`."""

    who: Name
    body: "Expression"
    start: int
    end: int


class Several(NamedTuple):
    """`a & b & c` or `a | b | c`."""

    operator: str
    parts: "tuple[Expression, ...]"
    start: int
    end: int


class Negation(NamedTuple):
    """`!e`."""

    body: "Expression"
    start: int
    end: int


class Conditional(NamedTuple):
    """`if(c) e elseif(c) e else e`; `otherwise` is None where there is no `else`."""

    branches: "tuple[tuple[Expression, Expression], ...]"
    otherwise: "Expression | None"
    start: int
    end: int


class Quantified(NamedTuple):
    """`forall`, `exists`, `sum` or `product` over the entities of a type."""

    kind: str
    variable: Name
    type: Name
    body: "Expression"
    start: int
    end: int


class Binary(NamedTuple):
    """Two sides: `=`, a comparison, or arithmetic."""

    operator: str
    left: "Expression"
    right: "Expression"
    start: int
    end: int


class TypeTest(NamedTuple):
    """`e : type`."""

    body: "Expression"
    type: Name
    start: int
    end: int


class Broken(NamedTuple):
    """What could not be read; it has been reported."""

    start: int
    end: int


Expression: TypeAlias = (
    Name
    | Literal
    | Call
    | Belief
    | Several
    | Negation
    | Conditional
    | Quantified
    | Binary
    | TypeTest
    | Broken
)


class Parameter(NamedTuple):
    """`name : type`, or a constant when `type` is None."""

    name: Name
    type: Name | None


class TypeDefinition(NamedTuple):
    """`type name : parents`."""

    name: Name
    parents: tuple[Name, ...]


class EntityDefinition(NamedTuple):
    """`entity name : types`."""

    name: Name
    types: tuple[Name, ...]


class PropertyDefinition(NamedTuple):
    """`property name(parameters) : type`."""

    name: Name
    parameters: tuple[Parameter, ...]
    type: Name


class EventDefinition(NamedTuple):
    """An action or a trigger; an element that is not written is None."""

    kind: str
    name: Name
    parameters: tuple[Parameter, ...]
    precondition: Expression | None
    effect: Expression | None
    consenting: tuple[Name, ...]
    observer: Parameter | None
    observing: Expression | None


class UtilityDefinition(NamedTuple):
    """`utility(owner) : body`; the author's has no owner."""

    owner: Name | None
    body: Expression
    start: int
    end: int


class Document(NamedTuple):
    """A whole file, each kind of definition in the order written."""

    types: tuple[TypeDefinition, ...]
    entities: tuple[EntityDefinition, ...]
    properties: tuple[PropertyDefinition, ...]
    events: tuple[EventDefinition, ...]
    utilities: tuple[UtilityDefinition, ...]
    initial: tuple[Expression, ...]
