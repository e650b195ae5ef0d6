"""Names to what they name, types checked: from `syntax` to `lifted`.

Every mistake is reported; what depends on a mistake is left out without a word, so that one cause
gives one finding.
"""

from typing import NamedTuple

from whoknows.base.source import Span
from whoknows.plan.sabre import errors, syntax
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.formulas import FormulaResolver
from whoknows.plan.sabre.lifted import (
    NUMBER,
    Argument,
    Fixed,
    Junction,
    LiftedEvent,
    LiftedProblem,
    Node,
    Property,
    Slot,
)
from whoknows.plan.sabre.types import CHARACTER, Types

_TRUE = Junction(every=True, parts=())


class Signature(NamedTuple):
    """The parameters of a property or event: their names, types and entities."""

    names: dict[str, Argument]
    types: tuple[str, ...]
    domains: tuple[tuple[int, ...], ...]


def resolve(document: syntax.Document, path: str, findings: Findings) -> LiftedProblem:
    """The problem, as far as it could be understood."""
    types = Types(document, path, findings)
    return _Resolver(document, types, findings, path).problem()


class _Resolver:
    def __init__(
        self, document: syntax.Document, types: Types, findings: Findings, path: str
    ) -> None:
        self._document = document
        self._types = types
        self._findings = findings
        self._path = path

    def problem(self) -> LiftedProblem:
        properties, parameter_types = self._properties()
        formulas = FormulaResolver(self._types, properties, parameter_types, self._findings)
        events = self._events(formulas)
        initial = [formulas.effect(each, {}) for each in self._document.initial]
        utilities, author = self._utilities(formulas)
        self._idle_characters(utilities, events)
        if author is None and not self._document.utilities:
            self._findings.add(errors.no_author_utility(self._path))
        value_types = {each.type for each in properties}
        return LiftedProblem(
            self._types.entities,
            len(self._types.members(CHARACTER)),
            tuple(properties),
            {each: self._types.members(each) for each in sorted(value_types)},
            tuple(events),
            tuple(node for node in initial if node is not None),
            tuple(utilities),
            author,
        )

    def _type(self, name: syntax.Name) -> str | None:
        if self._types.exists(name.text):
            return name.text
        span = self._types.span(name)
        self._findings.add(errors.unknown(span, "type", name.text, self._types.names))
        return None

    def _signature(
        self, parameters: tuple[syntax.Parameter, ...], *, named: bool
    ) -> Signature | None:
        """What the parameters range over; a constant is its own entity.

        Where the names matter (`named`) no two may be the same; those of a property never do.
        """
        names: dict[str, Argument] = {}
        types: list[str] = []
        domains: list[tuple[int, ...]] = []
        failed = False
        for index, (name, of_type) in enumerate(parameters):
            span = self._types.span(name)
            if of_type is None:
                failed |= self._constant_parameter(name, types, domains)
                continue
            known = self._type(of_type)
            if known == NUMBER:
                self._findings.add(errors.number_parameter(self._types.span(of_type)))
            if known is None or known == NUMBER:
                failed = True
                continue
            if named and name.text in names:
                self._findings.add(errors.defined_twice(span, "parameter", name.text, None))
            names[name.text] = Slot(index, known)
            types.append(known)
            domains.append(self._types.members(known))
        return None if failed else Signature(names, tuple(types), tuple(domains))

    def _constant_parameter(
        self, name: syntax.Name, types: list[str], domains: list[tuple[int, ...]]
    ) -> bool:
        index = self._types.index.get(name.text)
        if index is None:
            known = list(self._types.entities)
            self._findings.add(errors.unknown(self._types.span(name), "entity", name.text, known))
            return True
        types.append("")
        domains.append((index,))
        return False

    def _properties(self) -> tuple[list[Property], list[tuple[str, ...]]]:
        properties: list[Property] = []
        parameter_types: list[tuple[str, ...]] = []
        places: list[Span] = []
        for name, parameters, value in self._document.properties:
            signature = self._signature(parameters, named=False)
            value_type = self._type(value)
            if signature is None or value_type is None:
                continue
            span = self._types.span(name)
            for other, place in zip(properties, places, strict=True):
                if other.name == name.text and _overlap(other.domains, signature.domains):
                    self._findings.add(errors.defined_twice(span, "property", name.text, place))
                    break
            properties.append(Property(name.text, signature.domains, value_type))
            parameter_types.append(signature.types)
            places.append(span)
        return properties, parameter_types

    def _events(self, formulas: FormulaResolver) -> list[LiftedEvent]:
        events: list[LiftedEvent] = []
        for definition in self._document.events:
            signature = self._signature(definition.parameters, named=True)
            if signature is None:
                continue
            event = self._event(definition, signature, formulas)
            for other in events:
                same = other.name == event.name and other.kind == event.kind
                if same and _overlap(other.domains, event.domains):
                    self._findings.add(
                        errors.defined_twice(event.span, event.kind, event.name, other.span)
                    )
                    break
            events.append(event)
        return events

    def _event(
        self, definition: syntax.EventDefinition, signature: Signature, formulas: FormulaResolver
    ) -> LiftedEvent:
        names = signature.names
        before = _TRUE if definition.precondition is None else None
        precondition = before or formulas.condition(definition.precondition, names) or _TRUE
        effect = None if definition.effect is None else formulas.effect(definition.effect, names)
        consenting = [formulas.character(name, names) for name in definition.consenting]
        slot = len(definition.parameters)
        observing = None
        if definition.observer is not None and definition.observing is not None:
            inner: dict[str, Argument] = {
                **names,
                definition.observer.name.text: Slot(slot, CHARACTER),
            }
            observing = formulas.condition(definition.observing, inner)
        return LiftedEvent(
            definition.kind,
            definition.name.text,
            signature.domains,
            precondition,
            effect or _TRUE,
            tuple(each for each in consenting if each is not None),
            slot,
            observing,
            self._types.span(definition.name),
        )

    def _utilities(self, formulas: FormulaResolver) -> tuple[list[Node | None], Node | None]:
        utilities: list[Node | None] = [None] * len(self._types.members(CHARACTER))
        author: Node | None = None
        seen: dict[int | None, Span] = {}
        for owner, body, start, end in self._document.utilities:
            node = formulas.utility(body)
            holder: int | None = None
            if owner is not None:
                found = formulas.character(owner, {})
                if not isinstance(found, Fixed):
                    continue
                holder = int(found.value or 0)
            span = Span(self._path, start, end)
            if holder in seen:
                label = owner.text if owner is not None else "the author"
                self._findings.add(errors.defined_twice(span, "utility of", label, seen[holder]))
            seen.setdefault(holder, span)
            if holder is None:
                author = node
            else:
                utilities[holder] = node
        return utilities, author

    def _idle_characters(self, utilities: list[Node | None], events: list[LiftedEvent]) -> None:
        """Warn of a constant whose consent some action needs and who wants nothing."""
        for event in events:
            for argument in event.consenting:
                if isinstance(argument, Fixed) and utilities[int(argument.value or 0)] is None:
                    name = self._types.entities[int(argument.value or 0)]
                    self._findings.add(errors.idle_character(event.span, name))


def _overlap(first: tuple[tuple[int, ...], ...], second: tuple[tuple[int, ...], ...]) -> bool:
    """Whether two definitions share an instance."""
    return len(first) == len(second) and all(
        set(one) & set(other) for one, other in zip(first, second, strict=True)
    )
