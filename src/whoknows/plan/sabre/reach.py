"""What can ever be: drop the rest.

A delete relaxation over all minds at once: each fluent has the set of values it might ever have,
for anybody, and sets only grow. An event that cannot happen even so never happens. A comparison
that holds for every such value always holds.

Sabre's own pass loses two things that are kept here: what surprise makes unknown, and values
calculated from constants (conformance cases x01 and x03).
"""

from collections.abc import Iterable, Iterator

from whoknows.plan.problem import (
    FALSE,
    TRUE,
    Arithmetic,
    Choose,
    Condition,
    Constant,
    Effect,
    Event,
    Every,
    Is,
    Path,
    Problem,
    Read,
    Relation,
    Some,
    Term,
    Value,
    always,
    compare,
    every,
    never,
    some,
)

Possible = list[set[Value] | None]


def drop_unreachable(problem: Problem, booleans: frozenset[int]) -> Problem:
    """The same problem without what can never happen, is always so, or is never asked about."""
    possible = _possible(problem, booleans)
    simple = _Simplifier(possible)
    actions = tuple(_events(problem.actions, simple))
    triggers = tuple(_events(problem.triggers, simple))
    utilities = tuple(None if each is None else simple.term(each) for each in problem.utilities)
    author = simple.term(problem.author)
    wanted = _asked_about(actions, triggers, [author, *(each for each in utilities if each)])
    number = {old: new for new, old in enumerate(sorted(wanted))}
    renamed = _Renamer(number)
    return Problem(
        problem.characters,
        tuple(problem.fluents[old] for old in number),
        tuple(problem.initial[old] for old in number),
        {
            path: kept
            for path, values in problem.believed.items()
            if (kept := {number[old]: value for old, value in values.items() if old in number})
        },
        tuple(renamed.event(each) for each in actions),
        tuple(renamed.event(each) for each in triggers),
        tuple(None if each is None else renamed.term(each) for each in utilities),
        renamed.term(author),
    )


def _possible(problem: Problem, booleans: frozenset[int]) -> Possible:
    """Each fluent's values; None when they are numbers that are calculated."""
    possible: Possible = [{value} for value in problem.initial]
    for values in problem.believed.values():
        for fluent, value in values.items():
            _widen(possible, fluent, {value})
    waiting = [*problem.actions, *problem.triggers]
    happening: list[Event] = []
    grown = True
    while grown:
        reached = [each for each in waiting if _may(each.condition, possible)]
        grown = bool(reached)
        if reached:
            happening.extend(reached)
            chosen = set(map(id, reached))
            waiting = [each for each in waiting if id(each) not in chosen]
            for event in reached:
                for fluent in _blanked(event) - booleans:
                    _widen(possible, fluent, {None})
        for event in happening:
            for effect in event.effects:
                given = _values(effect.value, possible)
                if _may(effect.condition, possible):
                    grown |= _widen(possible, effect.fluent, given)
    return possible


def _widen(possible: Possible, fluent: int, values: set[Value] | None) -> bool:
    known = possible[fluent]
    if known is None or (values is not None and values <= known):
        return False
    possible[fluent] = None if values is None else known | values
    return True


def _values(term: Term, possible: Possible) -> set[Value] | None:
    match term:
        case Constant(value):
            return {value}
        case Read(_, fluent):
            return possible[fluent]
        case _:
            return None


def _blanked(event: Event) -> set[int]:
    """The fluents that surprise at this event may make unknown in somebody's mind."""
    if not event.observers:
        return set()
    found: set[int] = set()
    for part in _leaves(event.condition):
        if part.operator != "==":
            found.update(fluent for _, fluent in _reads(part))
    return found


def _may(condition: Condition, possible: Possible) -> bool:
    if isinstance(condition, Is):
        values = possible[condition.fluent]
        if values is None:
            return True
        operator, wanted = condition.operator, condition.value
        if operator == "==":
            return wanted in values
        return any(compare(operator, value, wanted) for value in values)
    if isinstance(condition, Every):
        return all(_may(part, possible) for part in condition.parts)
    if isinstance(condition, Some):
        return any(_may(part, possible) for part in condition.parts)
    return True


class _Simplifier:
    """Rewrites by what is possible."""

    def __init__(self, possible: Possible) -> None:
        self._possible = possible
        self._known: dict[Is, Condition] = {}

    def condition(self, condition: Condition) -> Condition:
        if isinstance(condition, Is):
            found = self._known.get(condition)
            if found is None:
                found = self._known[condition] = self._comparison(condition)
            return found
        if isinstance(condition, Every):
            return every([self.condition(part) for part in condition.parts])
        if isinstance(condition, Some):
            return some([self.condition(part) for part in condition.parts])
        left, right = self.term(condition.left), self.term(condition.right)
        if isinstance(left, Constant) and isinstance(right, Constant):
            return TRUE if compare(condition.operator, left.value, right.value) else FALSE
        return Relation(condition.operator, left, right)

    def _comparison(self, condition: Is) -> Condition:
        values = self._possible[condition.fluent]
        if values is None:
            return condition
        fitting = sum(compare(condition.operator, each, condition.value) for each in values)
        return TRUE if fitting == len(values) else condition if fitting else FALSE

    def term(self, term: Term) -> Term:
        match term:
            case Read(_, fluent):
                values = self._possible[fluent]
                return Constant(*values) if values is not None and len(values) == 1 else term
            case Arithmetic(operator, left, right):
                return Arithmetic(operator, self.term(left), self.term(right))
            case Choose(condition, then, otherwise):
                test = self.condition(condition)
                if never(test):
                    return self.term(otherwise)
                if always(test):
                    return self.term(then)
                return Choose(test, self.term(then), self.term(otherwise))
            case _:
                return term

    def event(self, event: Event) -> Event:
        effects = [
            Effect(each.path, each.fluent, self.term(each.value), self.condition(each.condition))
            for each in event.effects
        ]
        return Event(
            event.name,
            self.condition(event.condition),
            tuple(each for each in effects if not never(each.condition)),
            tuple(self.condition(each) for each in event.observers),
            event.consenting,
            event.span,
        )


def _events(events: tuple[Event, ...], simple: _Simplifier) -> Iterator[Event]:
    for event in events:
        simpler = simple.event(event)
        if not never(simpler.condition) and simpler.effects:
            yield simpler


def _asked_about(
    actions: tuple[Event, ...], triggers: tuple[Event, ...], utilities: Iterable[Term]
) -> set[int]:
    """The fluents that some condition or utility asks about, and what their values come from."""
    events = (*actions, *triggers)
    asked: set[int] = set()
    for event in events:
        for condition in (
            event.condition,
            *event.observers,
            *(each.condition for each in event.effects),
        ):
            asked.update(fluent for _, fluent in _reads(condition))
    for utility in utilities:
        asked.update(fluent for _, fluent in _reads(utility))
    copied = [
        (each.fluent, {fluent for _, fluent in _reads(each.value)})
        for event in events
        for each in event.effects
        if not isinstance(each.value, Constant)
    ]
    grown = True
    while grown:
        grown = False
        for target, sources in copied:
            if target in asked and not sources <= asked:
                asked |= sources
                grown = True
    return asked


def _leaves(condition: Condition) -> Iterator[Is | Relation]:
    if isinstance(condition, (Every, Some)):
        for part in condition.parts:
            yield from _leaves(part)
    else:
        yield condition


def _reads(node: Condition | Term) -> Iterator[tuple[Path, int]]:
    """Every fluent a condition or term reads, with its path."""
    if isinstance(node, (Is, Read)):
        yield node.path, node.fluent
    elif isinstance(node, (Every, Some)):
        for part in node.parts:
            yield from _reads(part)
    elif isinstance(node, (Relation, Arithmetic)):
        yield from _reads(node.left)
        yield from _reads(node.right)
    elif isinstance(node, Choose):
        yield from _reads(node.condition)
        yield from _reads(node.then)
        yield from _reads(node.otherwise)


class _Renamer:
    """Gives the fluents that are kept their new numbers."""

    def __init__(self, number: dict[int, int]) -> None:
        self._number = number

    def event(self, event: Event) -> Event:
        return Event(
            event.name,
            self.condition(event.condition),
            tuple(
                Effect(
                    each.path,
                    self._number[each.fluent],
                    self.term(each.value),
                    self.condition(each.condition),
                )
                for each in event.effects
                if each.fluent in self._number
            ),
            tuple(self.condition(each) for each in event.observers),
            event.consenting,
            event.span,
        )

    def condition(self, condition: Condition) -> Condition:
        match condition:
            case Is(path, fluent, operator, value):
                return Is(path, self._number[fluent], operator, value)
            case Relation(operator, left, right):
                return Relation(operator, self.term(left), self.term(right))
            case Every(parts):
                return Every(tuple(self.condition(part) for part in parts))
            case _:
                return Some(tuple(self.condition(part) for part in condition.parts))

    def term(self, term: Term) -> Term:
        match term:
            case Read(path, fluent):
                return Read(path, self._number[fluent])
            case Arithmetic(operator, left, right):
                return Arithmetic(operator, self.term(left), self.term(right))
            case Choose(condition, then, otherwise):
                return Choose(self.condition(condition), self.term(then), self.term(otherwise))
            case _:
                return term
