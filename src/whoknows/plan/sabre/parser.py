"""Sabre's definitions: a file is a run of them, apart by semicolons.

One that cannot be read is reported and skipped up to its semicolon; all others are kept.
"""

from whoknows.base.source import Source
from whoknows.plan.sabre import errors
from whoknows.plan.sabre.expressions import ExpressionReader
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.syntax import (
    Document,
    EntityDefinition,
    EventDefinition,
    Expression,
    Name,
    Parameter,
    PropertyDefinition,
    TypeDefinition,
    UtilityDefinition,
)
from whoknows.plan.sabre.tokens import DEFINING, Tokens, is_name, tokenize

_ELEMENTS = ("precondition", "effect", "consenting", "observing")


def parse(source: Source, findings: Findings) -> Document:
    """Every definition of the file that could be read."""
    return _Parser(tokenize(source, findings), findings).document()


class _Unreadable(Exception):  # noqa: N818 - a jump out of one definition, never seen outside
    """This definition cannot be read; why has been reported."""


class _Parser:
    def __init__(self, tokens: Tokens, findings: Findings) -> None:
        self._tokens = tokens
        self._texts = tokens.texts
        self._findings = findings
        self._heard = findings
        self._expressions = ExpressionReader(tokens, findings)

    def document(self) -> Document:
        types: list[TypeDefinition] = []
        entities: list[EntityDefinition] = []
        properties: list[PropertyDefinition] = []
        events: list[EventDefinition] = []
        utilities: list[UtilityDefinition] = []
        initial: list[Expression] = []
        for first, end in self._definitions():
            # What a bracket without its partner does to its definition has been said once.
            heard = Findings() if self._is_damaged(first, end) else self._findings
            self._expressions = ExpressionReader(self._tokens, heard)
            self._heard = heard
            word = self._texts[first]
            try:
                if word == "type":
                    types.append(TypeDefinition(*self._named_list(first, end)))
                elif word == "entity":
                    entities.append(EntityDefinition(*self._named_list(first, end)))
                elif word == "property":
                    properties.append(self._property(first, end))
                elif word in ("action", "trigger"):
                    events.append(self._event(first, end))
                elif word == "utility":
                    utilities.append(self._utility(first, end))
                else:
                    expression = self._expressions.read(first, end)
                    if heard is self._findings:
                        initial.append(expression)
            except _Unreadable:
                continue
        return Document(
            tuple(types),
            tuple(entities),
            tuple(properties),
            tuple(events),
            tuple(utilities),
            tuple(initial),
        )

    def _definitions(self) -> list[tuple[int, int]]:
        """Where each definition stands; a forgotten semicolon is reported and taken as there."""
        found: list[tuple[int, int]] = []
        start = index = 0
        count = len(self._texts)
        while index <= count:
            ended = index == count or self._texts[index] == ";"
            if ended or (index > start and self._opens_definition(index)):
                if index > start:
                    found.append((start, index))
                if not ended:
                    self._expected(index, "“;”", "put a semicolon after each definition")
                start = index + 1 if ended else index
            index = self._tokens.partner.get(index, index) + 1
        return found

    def _is_damaged(self, first: int, end: int) -> bool:
        start = self._tokens.starts[first]
        stop = self._tokens.starts[end] if end < len(self._texts) else self._tokens.ends[-1] + 1
        return any(start <= place < stop for place in self._tokens.damaged)

    def _opens_definition(self, index: int) -> bool:
        """Whether a definition opens here; `entity` may also be a type, as in `x : entity`."""
        after_a_name = self._texts[index - 1] in (":", ",")
        if self._texts[index] not in DEFINING or after_a_name or index + 1 >= len(self._texts):
            return False
        following = self._texts[index + 1]
        return is_name(following) or (self._texts[index] == "utility" and following == "(")

    def _expected(self, index: int, what: str, hint: str) -> _Unreadable:
        at_end = index >= len(self._texts)
        found = "the end of the file" if at_end else f"“{self._texts[index]}”"
        span = self._tokens.span(index, index + 1)
        self._heard.add(errors.expected(span, what, found, hint))
        return _Unreadable()

    def _name(self, index: int, end: int, what: str) -> Name:
        if index >= end or not is_name(self._texts[index]):
            raise self._expected(min(index, end), what, f"write {what}")
        return Name(self._texts[index], self._tokens.starts[index], self._tokens.ends[index])

    def _symbol(self, index: int, end: int, symbol: str, hint: str) -> int:
        if index >= end or self._texts[index] != symbol:
            raise self._expected(min(index, end), f"“{symbol}”", hint)
        return index + 1

    def _named_list(self, first: int, end: int) -> tuple[Name, tuple[Name, ...]]:
        """`type name : parent, parent` and `entity name : type, type`."""
        name = self._name(first + 1, end, "a name")
        if first + 2 == end:
            return name, ()
        start = self._symbol(first + 2, end, ":", "after the name stand “:” and what it is")
        return name, self._names(start, end)

    def _names(self, first: int, end: int) -> tuple[Name, ...]:
        names = []
        for start, stop in self._expressions.split(first, end, ","):
            names.append(self._name(start, stop, "a name"))
            if stop > start + 1:
                raise self._expected(start + 1, "“,”", "put a comma between two names")
        return tuple(names)

    def _property(self, first: int, end: int) -> PropertyDefinition:
        name, parameters, index = self._signature(first + 1, end)
        index = self._symbol(index, end, ":", "after the brackets stand “:” and a type")
        of_type = self._name(index, end, "the name of a type")
        if index + 1 < end:
            raise self._expected(index + 1, "“;”", "put a semicolon after each definition")
        return PropertyDefinition(name, parameters, of_type)

    def _signature(self, first: int, end: int) -> tuple[Name, tuple[Parameter, ...], int]:
        name = self._name(first, end, "a name")
        hint = "after the name stand its parameters in brackets, () if there are none"
        start = self._symbol(first + 1, end, "(", hint)
        closing = self._tokens.partner[first + 1]
        pieces = self._expressions.split(start, closing, ",")
        return name, tuple(self._parameter(*piece) for piece in pieces), closing + 1

    def _parameter(self, first: int, end: int) -> Parameter:
        name = self._name(first, end, "a parameter")
        if end - first == 1:
            return Parameter(name, None)
        index = self._symbol(first + 1, end, ":", "write a parameter as name : type")
        of_type = self._name(index, end, "the name of a type")
        if index + 1 < end:
            raise self._expected(index + 1, "“,”", "put a comma between two parameters")
        return Parameter(name, of_type)

    def _event(self, first: int, end: int) -> EventDefinition:
        kind = self._texts[first]
        name, parameters, index = self._signature(first + 1, end)
        start = self._symbol(index, end, "{", f"what the {kind} does stands in curly brackets")
        closing = self._tokens.partner[index]
        if closing + 1 < end:
            raise self._expected(closing + 1, "“;”", "put a semicolon after each definition")
        found: dict[str, Expression] = {}
        consenting: tuple[Name, ...] = ()
        observer: Parameter | None = None
        for begin, stop in self._expressions.split(start, closing, ";"):
            if begin == stop:
                continue
            element, body = self._element(kind, begin, stop)
            if element in found or (element == "consenting" and consenting):
                self._heard.add(errors.element_twice(self._tokens.span(begin, begin + 1), element))
            if element == "consenting":
                consenting = self._consenting(body, stop)
                continue
            if element == "observing":
                observer, body = self._observer(begin + 1, stop)
            found[element] = self._expressions.read(body, stop)
        return EventDefinition(
            kind,
            name,
            parameters,
            found.get("precondition"),
            found.get("effect"),
            consenting,
            observer,
            found.get("observing"),
        )

    def _element(self, kind: str, first: int, end: int) -> tuple[str, int]:
        """Which element of an event this is, and where what it says starts."""
        word = self._texts[first]
        allowed = _ELEMENTS if kind == "action" else _ELEMENTS[:2]
        if word not in allowed:
            raise self._expected(first, " or ".join(f"“{each}”" for each in allowed), "see above")
        if word == "observing":
            return word, first
        return word, self._symbol(first + 1, end, ":", f"put “:” after “{word}”")

    def _observer(self, first: int, end: int) -> tuple[Parameter, int]:
        hint = "write observing(c : character): and when c observes it"
        self._symbol(first, end, "(", hint)
        closing = self._tokens.partner[first]
        parameter = self._parameter(first + 1, closing)
        if parameter.type is None:
            raise self._expected(first + 2, "“:”", hint)
        return parameter, self._symbol(closing + 1, end, ":", hint)

    def _consenting(self, first: int, end: int) -> tuple[Name, ...]:
        bracketed = first < end and self._texts[first] in "(["
        if bracketed and self._tokens.partner[first] == end - 1:
            first, end = first + 1, end - 1
        return self._names(first, end)

    def _utility(self, first: int, end: int) -> UtilityDefinition:
        hint = "write utility(): for the author's or utility(character): for somebody's"
        start = self._symbol(first + 1, end, "(", hint)
        closing = self._tokens.partner[first + 1]
        owner = self._name(start, closing, "a character") if closing > start else None
        body = self._symbol(closing + 1, end, ":", hint)
        place = self._tokens.span(first, closing + 1)
        return UtilityDefinition(owner, self._expressions.read(body, end), place.start, place.end)
