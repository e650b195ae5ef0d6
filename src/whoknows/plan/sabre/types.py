"""The types and entities of a problem.

Parents that nobody defines are taken as defined, as Sabre does; so are the types of entities.
Entities are numbered characters first, then the others, each in the order of the file.
"""

from whoknows.base.source import Span
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.lifted import BOOLEAN, NUMBER
from whoknows.plan.sabre.syntax import Document, Name

ENTITY = "entity"
CHARACTER = "character"
_SEALED = (BOOLEAN, NUMBER)


class Types:
    """Which types there are, who is what, and which type is a kind of which."""

    __slots__ = ("_above", "_findings", "_members", "_path", "entities", "index", "places")

    def __init__(self, document: Document, path: str, findings: Findings) -> None:
        self._path = path
        self._findings = findings
        self.places: dict[str, Span] = {}
        self._above = self._closure(self._parents(document))
        of_entity = self._kinds_of_entities(document)
        names = sorted(of_entity, key=lambda name: CHARACTER not in of_entity[name])
        self.entities: tuple[str, ...] = tuple(names)
        self.index: dict[str, int] = {name: index for index, name in enumerate(names)}
        self._members: dict[str, tuple[int, ...]] = {
            each: tuple(i for i, name in enumerate(names) if each in of_entity[name])
            for each in self._above
        }

    @property
    def names(self) -> list[str]:
        """Every type of entities."""
        return list(self._above)

    def members(self, of_type: str) -> tuple[int, ...]:
        """The entities of a type; none for booleans and numbers."""
        return self._members.get(of_type, ())

    def is_kind_of(self, type_: str, other: str) -> bool:
        """Whether everything of one type is of the other."""
        return other in self._above.get(type_, (type_,))

    def exists(self, name: str) -> bool:
        """Whether there is such a type, booleans and numbers included."""
        return name in self._above or name in _SEALED

    def span(self, name: Name) -> Span:
        """Where a name stands."""
        return Span(self._path, name.start, name.end)

    def _parents(self, document: Document) -> dict[str, list[str]]:
        parents: dict[str, list[str]] = {ENTITY: [], CHARACTER: [ENTITY]}
        for name, above in document.types:
            span = self.span(name)
            if name.text in _SEALED:
                self._findings.add(errors.sealed_type(span, name.text))
                continue
            if name.text in self.places:
                first = self.places[name.text]
                self._findings.add(errors.defined_twice(span, "type", name.text, first))
                continue
            self.places[name.text] = span
            known = parents.setdefault(name.text, [])
            known.extend(self._open(above) or ([ENTITY] if name.text != ENTITY else []))
            for parent in self._open(above):
                parents.setdefault(parent, [])
        for _, kinds in document.entities:
            for kind in self._open(kinds):
                parents.setdefault(kind, [])
        return parents

    def _open(self, names: tuple[Name, ...]) -> list[str]:
        """These types without the sealed ones, which are reported."""
        for name in names:
            if name.text in _SEALED:
                self._findings.add(errors.sealed_type(self.span(name), name.text))
        return [name.text for name in names if name.text not in _SEALED]

    def _closure(self, parents: dict[str, list[str]]) -> dict[str, frozenset[str]]:
        """Each type with everything above it, itself included."""
        above: dict[str, frozenset[str]] = {}
        circular: set[str] = set()
        for name, direct in parents.items():
            seen: set[str] = {ENTITY}
            todo = list(direct)
            while todo:
                each = todo.pop()
                if each == name and name not in circular:
                    self._circular(name)
                    circular |= seen | {name}
                elif each not in seen:
                    seen.add(each)
                    todo.extend(parents[each])
            above[name] = frozenset(seen | {name})
        return above

    def _circular(self, name: str) -> None:
        span = self.places.get(name)
        if span is not None:
            self._findings.add(errors.circular_type(span, name))

    def _kinds_of_entities(self, document: Document) -> dict[str, set[str]]:
        kinds: dict[str, set[str]] = {}
        for name, of_types in document.entities:
            span = self.span(name)
            if name.text in kinds:
                first = self.places[name.text]
                self._findings.add(errors.defined_twice(span, "entity", name.text, first))
                continue
            self.places[name.text] = span
            kinds[name.text] = {ENTITY}
            for kind in self._open(of_types):
                kinds[name.text] |= self._above[kind]
        return kinds
