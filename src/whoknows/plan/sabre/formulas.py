"""Expressions resolved and typed: conditions, values, effects, utilities."""

from collections.abc import Mapping

from whoknows.base.source import Span
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.lifted import (
    BOOLEAN,
    NUMBER,
    UNKNOWN,
    Argument,
    Becomes,
    Calculation,
    Cases,
    Compared,
    Fixed,
    Junction,
    Lookup,
    Mind,
    Node,
    Not,
    OfType,
    Over,
    Property,
    Slot,
)
from whoknows.plan.sabre.syntax import (
    Belief,
    Binary,
    Broken,
    Call,
    Conditional,
    Expression,
    Literal,
    Name,
    Negation,
    Quantified,
    Several,
    TypeTest,
)
from whoknows.plan.sabre.types import CHARACTER, Types

Names = Mapping[str, Argument]
_ORDERED = ("<", ">", "<=", ">=")
_FIRST_INNER_SLOT = 1000  # quantified variables are numbered far above any parameter


class FormulaResolver:
    """Resolves expressions of one problem. A method returns None for what has been reported."""

    def __init__(
        self,
        types: Types,
        properties: list[Property],
        parameter_types: list[tuple[str, ...]],
        findings: Findings,
    ) -> None:
        self._types = types
        self._properties = properties
        self._parameter_types = parameter_types
        self._findings = findings
        self._by_name: dict[str, list[int]] = {}
        for index, each in enumerate(properties):
            self._by_name.setdefault(each.name, []).append(index)

    def condition(self, expression: Expression | None, names: Names) -> Node | None:
        """A yes/no expression."""
        if expression is None:
            return None
        node = self._value(expression, names)
        if node is not None and node.type != BOOLEAN:
            self._wrong(expression, "a yes/no expression", node.type)
            return None
        return node

    def utility(self, expression: Expression) -> Node | None:
        """A number; a yes/no expression counts 1 or 0."""
        node = self._value(expression, {})
        if node is None or node.type == NUMBER:
            return node
        if node.type == BOOLEAN:
            return Cases(((node, Fixed(1, NUMBER)),), Fixed(0, NUMBER), NUMBER)
        self._findings.add(errors.utility_type(self._span(expression), _described(node.type)))
        return None

    def character(self, name: Name, names: Names) -> Argument | None:
        """Somebody with a mind."""
        argument = self._argument(name, names)
        if argument is None or self._types.is_kind_of(argument.type, CHARACTER):
            return argument
        if isinstance(argument, Fixed) and argument.value in self._types.members(CHARACTER):
            return argument
        self._findings.add(errors.not_a_character(self._types.span(name), name.text))
        return None

    def effect(self, expression: Expression, names: Names) -> Node | None:
        """What changes: assignments, joined by `&`, under `if`, `forall` and `believes`."""
        match expression:
            case Several(operator, parts):
                nodes = [self.effect(part, names) for part in parts]
                known = tuple(node for node in nodes if node is not None)
                return Junction(operator == "&", known, "effect") if known else None
            case Conditional(branches, otherwise):
                return self._effect_cases(branches, otherwise, names)
            case Quantified("forall" | "exists" as kind, variable, of_type, body):
                found = self._quantified(variable, of_type, names)
                node = self.effect(body, found[1]) if found else None
                if found is None or node is None:
                    return None
                return Over(kind, found[0], self._types.members(of_type.text), node, "effect")
            case Belief(who, body) if not isinstance(body, Call):
                mind = self.character(who, names)
                node = self.effect(body, names)
                return Mind(mind, node, "effect") if mind and node else None
            case Broken():
                return None
            case _:
                return self._assignment(expression, names)

    def _effect_cases(
        self,
        branches: tuple[tuple[Expression, Expression], ...],
        otherwise: Expression | None,
        names: Names,
    ) -> Node | None:
        resolved = []
        for test, body in branches:
            condition, node = self.condition(test, names), self.effect(body, names)
            if condition is None or node is None:
                return None
            resolved.append((condition, node))
        last = None if otherwise is None else self.effect(otherwise, names)
        if otherwise is not None and last is None:
            return None
        return Cases(tuple(resolved), last, "effect")

    def _assignment(self, expression: Expression, names: Names) -> Node | None:
        """`f = e`, `f == e`, `f`, `!f`, and `f != e` of a yes/no property."""
        opposite = False
        target, value = expression, None
        match expression:
            case Binary("=" | "==" | "!=" as operator, left, right):
                target, value, opposite = left, right, operator == "!="
            case Negation(body):
                target, opposite = body, True
        outside: list[Argument] = []
        while isinstance(target, Belief):
            mind = self.character(target.who, names)
            if mind is None:
                return None
            outside.append(mind)
            target = target.body
        if not isinstance(target, Call):
            self._findings.add(errors.no_effect_form(self._span(expression)))
            return None
        lookup = self._lookup(target, names)
        if lookup is None:
            return None
        if (value is None or opposite) and lookup.type != BOOLEAN:
            self._findings.add(errors.no_effect_form(self._span(expression)))
            return None
        node: Node | None = Fixed(value=True, type=BOOLEAN)
        if value is not None:
            node = self._value(value, names)
            if node is None or not self._fits(node.type, lookup.type, value):
                return None
        if node is not None and opposite:
            node = Not(node)
        return Becomes(tuple(outside), lookup, node, "effect") if node is not None else None

    def _value(self, expression: Expression, names: Names) -> Node | None:
        match expression:
            case Literal(value):
                return Fixed(value, _type_of(value))
            case Name():
                return self._argument(expression, names)
            case Call():
                return self._lookup(expression, names)
            case Belief(who, body):
                mind, node = self.character(who, names), self._value(body, names)
                return Mind(mind, node, node.type) if mind and node is not None else None
            case Several(operator, parts):
                nodes = [self.condition(part, names) for part in parts]
                known = tuple(node for node in nodes if node is not None)
                return Junction(operator == "&", known) if len(known) == len(nodes) else None
            case Negation(body):
                node = self.condition(body, names)
                return None if node is None else Not(node)
            case Conditional():
                return self._cases(expression, names)
            case Quantified():
                return self._over(expression, names)
            case Binary():
                return self._binary(expression, names)
            case TypeTest(body, of_type):
                node = self._value(body, names)
                known_type = self._entity_type(of_type)
                if node is None or known_type is None:
                    return None
                return OfType(node, frozenset(self._types.members(known_type)))
            case Broken():
                return None

    def _cases(self, expression: Conditional, names: Names) -> Node | None:
        """A value by conditions. Without `else` a yes/no one is True, any other is a mistake."""
        branches: list[tuple[Node, Node]] = []
        for test, body in expression.branches:
            condition, value = self.condition(test, names), self._value(body, names)
            if condition is None or value is None:
                return None
            branches.append((condition, value))
        kind = next((each.type for _, each in branches if each.type != UNKNOWN), UNKNOWN)
        if expression.otherwise is None:
            if kind != BOOLEAN:
                self._findings.add(errors.no_else(self._span(expression)))
                return None
            return Cases(tuple(branches), None, kind)
        last = self._value(expression.otherwise, names)
        if last is None or not self._comparable(last.type, kind, expression.otherwise):
            return None
        return Cases(tuple(branches), last, kind if kind != UNKNOWN else last.type)

    def _over(self, expression: Quantified, names: Names) -> Node | None:
        found = self._quantified(expression.variable, expression.type, names)
        if found is None:
            return None
        slot, inner = found
        logical = expression.kind in ("forall", "exists")
        if logical:
            node = self.condition(expression.body, inner)
        else:
            node = self._number(expression.body, inner)
        if node is None:
            return None
        members = self._types.members(expression.type.text)
        return Over(expression.kind, slot, members, node, BOOLEAN if logical else NUMBER)

    def _quantified(
        self, variable: Name, of_type: Name, names: Names
    ) -> tuple[int, dict[str, Argument]] | None:
        """The slot of a quantified variable, and the names known inside."""
        known = self._entity_type(of_type)
        if known is None:
            return None
        inner = [each.number for each in names.values() if isinstance(each, Slot)]
        slot = max([_FIRST_INNER_SLOT - 1, *inner]) + 1
        return slot, {**names, variable.text: Slot(slot, known)}

    def _entity_type(self, name: Name) -> str | None:
        if self._types.exists(name.text) and name.text not in (BOOLEAN, NUMBER):
            return name.text
        span = self._types.span(name)
        self._findings.add(errors.unknown(span, "type of entities", name.text, self._types.names))
        return None

    def _binary(self, expression: Binary, names: Names) -> Node | None:
        operator = expression.operator
        if operator in ("*", "/", "+", "-"):
            left, right = (
                self._number(expression.left, names),
                self._number(expression.right, names),
            )
            return Calculation(operator, left, right) if left and right else None
        left, right = self._value(expression.left, names), self._value(expression.right, names)
        if left is None or right is None:
            return None
        if operator in _ORDERED:
            for node, side in ((left, expression.left), (right, expression.right)):
                if node.type not in (NUMBER, UNKNOWN):
                    self._wrong(side, "a number", node.type)
                    return None
        elif not self._comparable(left.type, right.type, expression):
            return None
        return Compared("==" if operator == "=" else operator, left, right)

    def _number(self, expression: Expression, names: Names) -> Node | None:
        node = self._value(expression, names)
        if node is not None and node.type not in (NUMBER, UNKNOWN):
            self._wrong(expression, "a number", node.type)
            return None
        return node

    def _argument(self, name: Name, names: Names) -> Argument | None:
        if name.text in names:
            return names[name.text]
        index = self._types.index.get(name.text)
        if index is not None:
            return Fixed(index, "")
        known = [*names, *self._types.entities]
        self._findings.add(
            errors.unknown(self._types.span(name), "entity or parameter", name.text, known)
        )
        return None

    def _lookup(self, call: Call, names: Names) -> Lookup | None:
        """The first definition of a property whose parameters accept these arguments."""
        found = [self._argument(each, names) for each in call.arguments]
        arguments = tuple(each for each in found if each is not None)
        candidates = self._by_name.get(call.name.text)
        if candidates is None:
            known = list(self._by_name)
            span = self._types.span(call.name)
            self._findings.add(errors.unknown(span, "property", call.name.text, known))
            return None
        if len(arguments) < len(found):
            return None
        for index in candidates:
            if self._accepts(index, arguments):
                return Lookup(index, arguments, self._properties[index].type)
        forms = [self._form(index) for index in candidates]
        self._findings.add(errors.no_such_use(self._span(call), call.name.text, forms))
        return None

    def _accepts(self, index: int, arguments: tuple[Argument, ...]) -> bool:
        domains = self._properties[index].domains
        if len(domains) != len(arguments):
            return False
        for argument, domain, wanted in zip(
            arguments, domains, self._parameter_types[index], strict=True
        ):
            if isinstance(argument, Fixed):
                if argument.value not in domain:
                    return False
            elif not wanted or not self._types.is_kind_of(argument.type, wanted):
                return False
        return True

    def _form(self, index: int) -> str:
        listed = ", ".join(
            wanted or self._types.entities[domain[0]]
            for wanted, domain in zip(
                self._parameter_types[index], self._properties[index].domains, strict=True
            )
        )
        return f"{self._properties[index].name}({listed})"

    def _fits(self, found: str, wanted: str, expression: Expression) -> bool:
        """Whether a value may be assigned to a property."""
        if wanted == BOOLEAN and found == UNKNOWN:
            self._findings.add(errors.unknown_boolean(self._span(expression)))
            return False
        return self._comparable(found, wanted, expression)

    def _comparable(self, found: str, wanted: str, expression: Expression) -> bool:
        basic = (BOOLEAN, NUMBER)
        if UNKNOWN in (found, wanted):
            fine = BOOLEAN not in (found, wanted)
        elif found in basic or wanted in basic:
            fine = found == wanted
        else:
            return True
        if not fine:
            self._wrong(expression, _described(wanted), found)
        return fine

    def _wrong(self, expression: Expression, wanted: str, found: str) -> None:
        self._findings.add(errors.wrong_type(self._span(expression), wanted, _described(found)))

    def _span(self, expression: Expression) -> Span:
        return self._types.span(Name("", expression.start, expression.end))


def _type_of(value: bool | float | None) -> str:
    if value is None:
        return UNKNOWN
    return BOOLEAN if isinstance(value, bool) else NUMBER


def _described(type_: str) -> str:
    """A type in words."""
    if type_ == BOOLEAN:
        return "a yes/no value"
    if type_ == UNKNOWN:
        return "an unknown value"
    if type_ in ("", "effect"):
        return "an entity"
    return "a number" if type_ == NUMBER else f"of type {type_}"
