"""One filling of one expression: conditions in normal form, terms, effects.

Fluents get their numbers here, as they are met. Properties that never change are replaced by
their values once `fix` has said which they are.
"""

from collections.abc import Iterator, Sequence

from whoknows.plan.problem import (
    FALSE,
    TRUE,
    Arithmetic,
    Choose,
    Condition,
    Constant,
    Effect,
    Every,
    Is,
    Path,
    Read,
    Relation,
    Term,
    Value,
    always,
    calculate,
    compare,
    every,
    never,
    some,
)
from whoknows.plan.sabre.beginning import Beliefs
from whoknows.plan.sabre.lifted import (
    BOOLEAN,
    NUMBER,
    Argument,
    Becomes,
    Calculation,
    Cases,
    Compared,
    Fixed,
    Junction,
    LiftedProblem,
    Lookup,
    Mind,
    Node,
    Not,
    OfType,
    Over,
    Slot,
)

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
Binding = Sequence[int]


class Instances:
    """Fills expressions in, and numbers the fluents they mention."""

    def __init__(self, lifted: LiftedProblem) -> None:
        self._lifted = lifted
        self._fluents: dict[tuple[int, tuple[int, ...]], int] = {}
        self._keys: list[tuple[int, tuple[int, ...]]] = []
        self._fixed: set[int] = set()
        self._beliefs: Beliefs | None = None
        self._inner: dict[int, int] = {}

    # --- fluents -----------------------------------------------------------------------------

    def fix(self, properties: set[int], beliefs: Beliefs) -> None:
        """From now on, read these properties' values off the initial state."""
        self._fixed = properties
        self._beliefs = beliefs

    def default(self, fluent: int) -> Value:
        """What a property is when nothing is said: False, 0, or unknown."""
        of_type = self._lifted.properties[self._keys[fluent][0]].type
        return False if of_type == BOOLEAN else 0 if of_type == NUMBER else None

    def property_of(self, fluent: int) -> int:
        """The property a fluent is an instance of."""
        return self._keys[fluent][0]

    def names(self) -> tuple[str, ...]:
        """Every fluent in Sabre's notation."""
        entities = self._lifted.entities
        return tuple(
            f"{self._lifted.properties[index].name}({', '.join(entities[e] for e in arguments)})"
            for index, arguments in self._keys
        )

    def booleans(self) -> frozenset[int]:
        """The fluents that are yes or no."""
        return frozenset(
            fluent
            for fluent, (index, _) in enumerate(self._keys)
            if self._lifted.properties[index].type == BOOLEAN
        )

    def entity(self, argument: Argument, binding: Binding) -> int:
        """The entity an argument stands for."""
        if isinstance(argument, Slot):
            number = argument.number
            return binding[number] if number < len(binding) else self._inner[number]
        return int(argument.value or 0)

    def _fluent(self, lookup: Lookup, binding: Binding) -> int:
        arguments = tuple([self.entity(each, binding) for each in lookup.arguments])
        key = (lookup.property, arguments)
        found = self._fluents.get(key)
        if found is None:
            found = self._fluents[key] = len(self._keys)
            self._keys.append(key)
        return found

    # --- what an expression mentions -----------------------------------------------------------

    def slots(self, node: Node) -> set[int]:
        """The slots of its definition that an expression mentions, quantified ones left out."""
        inner = {each.slot for each in _inside(node) if isinstance(each, Over)}
        return {each.number for each in _inside(node) if isinstance(each, Slot)} - inner

    def settled(self, node: Node) -> bool:
        """Whether an expression rests on nothing that can change."""
        return all(
            each.property in self._fixed for each in _inside(node) if isinstance(each, Lookup)
        )

    # --- conditions ----------------------------------------------------------------------------

    def together(self, parts: list[Condition]) -> Condition:
        """All of these; never, when one fluent would have to have two values."""
        both = every(parts)
        if isinstance(both, Every):
            required: dict[tuple[Path, int], Value] = {}
            for part in both.parts:
                if isinstance(part, Is) and part.operator == "==":
                    key = (part.path, part.fluent)
                    if required.setdefault(key, part.value) != part.value:
                        return FALSE
        return both

    def condition(
        self, node: Node, binding: Binding = (), path: Path = (), *, wanted: bool = True
    ) -> Condition:
        """An expression as a condition, or the opposite of it when it is not `wanted`."""
        if isinstance(node, Junction):
            parts = [self.condition(each, binding, path, wanted=wanted) for each in node.parts]
            return every(parts) if node.every is wanted else some(parts)
        if isinstance(node, Compared):
            operator = node.operator if wanted else _OPPOSITE[node.operator]
            return self._comparison(operator, node.left, node.right, binding, path)
        if isinstance(node, Not):
            return self.condition(node.body, binding, path, wanted=not wanted)
        if isinstance(node, Mind):
            deeper = (*path, self.entity(node.who, binding))
            return self.condition(node.body, binding, deeper, wanted=wanted)
        if isinstance(node, Over):
            parts = [
                self.condition(node.body, binding, path, wanted=wanted) for _ in self._each(node)
            ]
            return every(parts) if (node.kind == "forall") is wanted else some(parts)
        if isinstance(node, Cases):
            return self._cases(node, binding, path, wanted=wanted)
        if isinstance(node, OfType):
            return self._of_type(node, binding, path, wanted=wanted)
        term = self.term(node, binding, path)
        return self._compare_terms("==", term, Constant(wanted), BOOLEAN, BOOLEAN)

    def _each(self, node: Over) -> Iterator[None]:
        """Fill a quantified variable with each of its entities in turn."""
        for member in node.members:
            self._inner[node.slot] = member
            yield

    def _cases(self, node: Cases, binding: Binding, path: Path, *, wanted: bool) -> Condition:
        """`if(c) x else y` is `(c & x) | (!c & y)`; without `else` y is True."""
        earlier: list[Condition] = []
        found: list[Condition] = []
        for test, body in node.branches:
            here = self.condition(test, binding, path)
            value = self.condition(body, binding, path, wanted=wanted)
            found.append(every([*earlier, here, value]))
            earlier.append(self.condition(test, binding, path, wanted=False))
        if node.otherwise is None:
            last: Condition = TRUE if wanted else FALSE
        else:
            last = self.condition(node.otherwise, binding, path, wanted=wanted)
        return some([*found, every([*earlier, last])])

    def _of_type(self, node: OfType, binding: Binding, path: Path, *, wanted: bool) -> Condition:
        term = self.term(node.body, binding, path)
        operator = "==" if wanted else "!="
        parts = [
            self._compare_terms(operator, term, Constant(member), "", "")
            for member in sorted(node.members)
        ]
        return some(parts) if wanted else every(parts)

    def _comparison(
        self, operator: str, left: Node, right: Node, binding: Binding, path: Path
    ) -> Condition:
        logical = (Junction, Compared, Not, OfType)
        if left.type == BOOLEAN and not (type(left) is Lookup and type(right) is Fixed):
            whole = isinstance(left, logical) or isinstance(right, logical)
            if whole or left.type == right.type == BOOLEAN:
                return self._same_truth(left, right, binding, path, wanted=operator == "==")
        return self._compare_terms(
            operator,
            self.term(left, binding, path),
            self.term(right, binding, path),
            left.type,
            right.type,
        )

    def _same_truth(
        self, left: Node, right: Node, binding: Binding, path: Path, *, wanted: bool
    ) -> Condition:
        """Two yes/no expressions compared."""
        both = [
            every(
                [
                    self.condition(left, binding, path, wanted=value),
                    self.condition(right, binding, path, wanted=value is wanted),
                ]
            )
            for value in (True, False)
        ]
        return some(both)

    def _compare_terms(
        self, operator: str, left: Term, right: Term, left_type: str, right_type: str
    ) -> Condition:
        if isinstance(left, Constant) and isinstance(right, Constant):
            return TRUE if compare(operator, left.value, right.value) else FALSE
        if isinstance(left, Choose) or isinstance(right, Choose):
            return self._compare_choice(operator, left, right, left_type, right_type)
        if isinstance(left, Constant):
            left, right, operator = right, left, _MIRRORED[operator]
            left_type, right_type = right_type, left_type
        if isinstance(left, Read) and isinstance(right, Constant):
            return Is(left.path, left.fluent, operator, right.value)
        entities = NUMBER not in (left_type, right_type)
        if isinstance(left, Read) and isinstance(right, Read) and entities:
            return self._compare_fluents(operator, left, right, right_type)
        return Relation(operator, left, right)

    def _compare_choice(
        self, operator: str, left: Term, right: Term, left_type: str, right_type: str
    ) -> Condition:
        """A comparison with `if … else …` on one side is one of two comparisons."""
        if not isinstance(left, Choose):
            left, right, operator = right, left, _MIRRORED[operator]
            left_type, right_type = right_type, left_type
        if not isinstance(left, Choose) or left_type == NUMBER:
            return Relation(operator, left, right)
        then = self._compare_terms(operator, left.then, right, left_type, right_type)
        other = self._compare_terms(operator, left.otherwise, right, left_type, right_type)
        return some([every([left.condition, then]), every([opposite(left.condition), other])])

    def _compare_fluents(
        self, operator: str, left: Read, right: Read, right_type: str
    ) -> Condition:
        """Two properties of entities: a case for each value of the right side, and for `?`."""
        values: list[Value] = [*self._lifted.members.get(right_type, ()), None]
        return some(
            [
                every(
                    [
                        Is(left.path, left.fluent, operator, value),
                        Is(right.path, right.fluent, "==", value),
                    ]
                )
                for value in values
            ]
        )

    # --- terms -----------------------------------------------------------------------------------

    def term(self, node: Node, binding: Binding = (), path: Path = ()) -> Term:
        """An expression as a term."""
        if isinstance(node, Fixed):
            return Constant(node.value)
        if isinstance(node, Slot):
            return Constant(self.entity(node, binding))
        if isinstance(node, Lookup):
            fluent = self._fluent(node, binding)
            if node.property in self._fixed and self._beliefs is not None:
                return Constant(self._beliefs.value((), fluent))
            return Read(path, fluent)
        if isinstance(node, Mind):
            return self.term(node.body, binding, (*path, self.entity(node.who, binding)))
        if isinstance(node, Calculation):
            left, right = self.term(node.left, binding, path), self.term(node.right, binding, path)
            return _arithmetic(node.operator, left, right)
        if isinstance(node, Cases) and node.type != BOOLEAN and node.otherwise is not None:
            result = self.term(node.otherwise, binding, path)
            for test, body in reversed(node.branches):
                condition = self.condition(test, binding, path)
                result = _choose(condition, self.term(body, binding, path), result)
            return result
        if isinstance(node, Over) and node.type == NUMBER:
            return self._reduction(node, binding, path)
        return _choose(
            self.condition(node, binding, path), Constant(value=True), Constant(value=False)
        )

    def _reduction(self, node: Over, binding: Binding, path: Path) -> Term:
        operator = "+" if node.kind == "sum" else "*"
        result: Term = Constant(0 if operator == "+" else 1)
        for _ in self._each(node):
            result = _arithmetic(operator, result, self.term(node.body, binding, path))
        return result

    # --- effects ---------------------------------------------------------------------------------

    def effects(self, node: Node, path: Path, binding: Binding = ()) -> tuple[Effect, ...]:
        """What an effect sets, each with the condition under which it does."""
        found: list[Effect] = []
        self._collect(node, binding, path, TRUE, found)
        return tuple(found)

    def _collect(
        self, node: Node, binding: Binding, path: Path, condition: Condition, found: list[Effect]
    ) -> None:
        if never(condition):
            return
        match node:
            case Junction(_, parts):
                for part in parts:
                    self._collect(part, binding, path, condition, found)
            case Over(_, _, _, body):
                for _ in self._each(node):
                    self._collect(body, binding, path, condition, found)
            case Mind(who, body):
                deeper = (*path, self.entity(who, binding))
                self._collect(body, binding, deeper, condition, found)
            case Cases(branches, otherwise):
                earlier = condition
                for test, body in branches:
                    here = every([earlier, self.condition(test, binding, path)])
                    self._collect(body, binding, path, here, found)
                    earlier = every([earlier, self.condition(test, binding, path, wanted=False)])
                if otherwise is not None:
                    self._collect(otherwise, binding, path, earlier, found)
            case Becomes():
                self._assignment(node, binding, path, condition, found)
            case _:
                raise AssertionError(node)

    def _assignment(
        self, node: Becomes, binding: Binding, path: Path, condition: Condition, found: list[Effect]
    ) -> None:
        target = (*path, *(self.entity(each, binding) for each in node.outside))
        fluent = self._fluent(node.target, binding)
        value = self.term(node.value, binding, path)
        while isinstance(value, Choose):
            # a conditional value is several effects, each of a plain value
            then = every([condition, value.condition])
            if not never(then):
                found.append(Effect(target, fluent, value.then, then))
            condition = every([condition, opposite(value.condition)])
            value = value.otherwise
        if not never(condition):
            found.append(Effect(target, fluent, value, condition))


def opposite(condition: Condition) -> Condition:
    """The negation of a condition, pushed into its comparisons."""
    if isinstance(condition, (Is, Relation)):
        return condition._replace(operator=_OPPOSITE[condition.operator])
    parts = [opposite(part) for part in condition.parts]
    return some(parts) if isinstance(condition, Every) else every(parts)


def _arithmetic(operator: str, left: Term, right: Term) -> Term:
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(calculate(operator, left.value, right.value))
    if operator == "+" and Constant(0) in (left, right):
        return right if left == Constant(0) else left
    return Arithmetic(operator, left, right)


def _choose(condition: Condition, then: Term, otherwise: Term) -> Term:
    if always(condition):
        return then
    return otherwise if never(condition) else Choose(condition, then, otherwise)


def _inside(node: object) -> Iterator[object]:
    """A lifted expression and everything in it."""
    yield node
    if isinstance(node, tuple):
        for part in node:
            if isinstance(part, tuple):
                yield from _inside(part)
