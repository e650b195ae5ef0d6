"""A fluent with its values as a clause, in the author's wording.

A yes/no fact has its wording, its *or else*, or its wording with a *not* in it; *it is not so
that …* only where it cannot be told where the *not* belongs. A fact without a wording makes do with
its name: *thief is Ada*, *the marble is in the basket*, *Iruka's strain is 3*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoknows.model.story import AT, ELSEWHERE, SOMEWHERE, Fact, Story, Thing
from whoknows.model.values import NO, YES, Numbers, Values, indexes, is_single
from whoknows.words.lists import listed, words
from whoknows.words.verbs import is_adjective, is_clause, is_past, mid_sentence, negated

_PREPOSITIONS = words(
    "in at on under over near behind beside inside outside with above below by before after"
)
_LINKS = words("of in at on for with to by from")
_VALUE = "{value}"
_WHERE = frozenset({"in", "at", "on"})
_ASKING = words("who whose what which why where when how")


class Facts:
    """The facts of one story, said."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._personas = {each.fluent: each.persona for each in story.personas}
        self.names: tuple[str, ...] = tuple(thing.name for thing in story.things)

    # --- clauses ---------------------------------------------------------------------------

    def said(self, fluent: int, values: Values) -> str:
        """Return that a fluent has one of some values: ``the marble is in the basket``."""
        domain = self.story.domain_of(fluent)
        if fluent in self._personas and (own := self._nobody_else(fluent, values)):
            return own
        if domain.is_yes_no:
            return self._yes_or_no(fluent, values)
        if isinstance(values, Numbers):
            excepted = values.complement().single
            if excepted is not None:
                return self._but(fluent, str(excepted))
            return self._with_value(fluent, numbers_said(values))
        if values == domain.full:
            return f"{self._with_value(fluent, 'one or another')}"
        left_out = domain.without(values)
        assert isinstance(left_out, int)
        if not is_single(values) and 2 * left_out.bit_count() < values.bit_count() + 1:
            return self._but(fluent, listed(self.value_names(fluent, left_out), "or"))
        return self._with_value(fluent, listed(self.value_names(fluent, values), "or"))

    def either(self, fluent: int, values: Values) -> str:
        """Return that it is one of these values, all of them named."""
        if self.story.domain_of(fluent).is_yes_no:
            return f"{self.said(fluent, YES)} or not"
        return self._with_value(fluent, listed(self.value_names(fluent, values), "or"))

    def value_names(self, fluent: int, values: Values) -> tuple[str, ...]:
        """Return values as their author names them, one by one."""
        if isinstance(values, Numbers):
            return (numbers_said(values),)
        names = self.story.domain_of(fluent).names
        assert names is not None
        return tuple(names[index] for index in indexes(values))

    def which(self, fluent: int) -> str:
        """Return a fluent as an indirect question: ``where the marble is``, ``who took the pearl``.

        A fact whose name asks already (*why he lingers*) keeps it.
        """
        fact = self.story.fact_of(fluent)
        if fact.domain.is_yes_no:
            return f"whether {self.said(fluent, YES)}"
        if fact.name.split()[0].lower() in _ASKING and not fact.parameters:
            return fact.name
        asked = "who" if self._values_are_people(fact) else "what"
        wording = self._wording(fluent)
        if wording.startswith(f"{_VALUE} "):
            return f"{asked}{wording.removeprefix(_VALUE)}"
        before, _, after = wording.partition(_VALUE)
        words = before.split()
        if (
            not after.strip()
            and len(words) > 2
            and words[-1] in _WHERE
            and words[-2] in {"is", "was"}
        ):
            asked, before = "where", " ".join(words[:-1])
        return f"{asked} {before.strip()}{after.rstrip()}"

    def _nobody_else(self, fluent: int, values: Values) -> str:
        """Return that somebody in disguise is what they seem, or is not; nothing otherwise."""
        persona = self._personas[fluent]
        name = self.story.things[persona].name
        if values == 1 << persona:
            return f"{name} is nobody but {name}"
        if values == self.story.domain_of(fluent).without(1 << persona):
            return f"{name} is somebody else in disguise"
        return ""

    # --- names of facts ----------------------------------------------------------------------

    def label(self, fluent: int) -> str:
        """Return a fluent as it is typed: ``seen his face (Iruka)``."""
        arguments = self.story.fluents[fluent].arguments
        name = self.story.fact_of(fluent).name
        if not arguments:
            return name
        return f"{name} ({', '.join(_typed_name(self.story.things[each]) for each in arguments)})"

    def noun(self, fluent: int) -> str:
        """Return a fluent as a noun: ``Iruka's strain``, ``hiding place``."""
        name = self.story.fact_of(fluent).name
        things = [self.story.things[each].name for each in self.story.fluents[fluent].arguments]
        if not things:
            return name
        if len(things) == 1 and name.split()[-1] not in _LINKS:
            return f"{things[0]}'s {name}"
        return f"{name} {listed(things)}"

    def typed(self, fluent: int, values: Values) -> str:
        """Return that a fluent has one of some values, as a formula that could be asked."""
        label = self.label(fluent)
        domain = self.story.domain_of(fluent)
        if domain.is_yes_no:
            return {YES: label, NO: f"not {label}"}.get(values, f"{label} or not")  # type: ignore[arg-type]
        if isinstance(values, Numbers):
            return _typed_numbers(label, values)
        if is_single(values):
            return f"{label} = {self._typed_values(fluent, values)[0]}"
        left_out = domain.without(values)
        assert isinstance(left_out, int)
        if left_out.bit_count() < values.bit_count():
            names = self._typed_values(fluent, left_out)
            return " and ".join(f"{label} is not {name}" for name in names)
        return " or ".join(f"{label} = {name}" for name in self._typed_values(fluent, values))

    def _typed_values(self, fluent: int, values: Values) -> tuple[str, ...]:
        """Return values as they are typed: a thing without its *the*."""
        things = {thing.name: thing for thing in self.story.things}
        names = self.value_names(fluent, values)
        return tuple(_typed_name(things[name]) if name in things else name for name in names)

    # --- wordings ----------------------------------------------------------------------------

    def _yes_or_no(self, fluent: int, values: Values) -> str:
        wording = self._wording(fluent)
        if values == YES:
            return wording
        if values == NO:
            otherwise = self.story.fact_of(fluent).otherwise
            if otherwise:
                return self._filled(fluent, otherwise)
            return negated(wording, self.names) or f"it is not so that {wording}"
        return f"it may be so or not that {wording}"

    def _with_value(self, fluent: int, value: str) -> str:
        said = self._wording(fluent).replace(_VALUE, value)
        if self.story.fluents[fluent].fact == AT:
            names = self.story.facts[AT].domain.names or ()
            for nowhere in (names[ELSEWHERE], names[SOMEWHERE]):
                said = said.replace(f" at {nowhere}", f" {nowhere}")
        return said

    def _but(self, fluent: int, value: str) -> str:
        """Return that a fluent has another value than this."""
        wording = self._wording(fluent)
        said = wording.replace(_VALUE, value)
        if wording.startswith(f"{_VALUE} "):
            who = "who" if self._values_are_people(self.story.fact_of(fluent)) else "that"
            was = "was" if is_past(said, (*self.names, value)) else "is"
            return f"it {was} not {value} {who}{wording.removeprefix(_VALUE)}"
        return negated(said, self.names) or f"it is not so that {said}"

    def _wording(self, fluent: int) -> str:
        """Return the author's sentence with everything filled in but the value."""
        fact = self.story.fact_of(fluent)
        if fact.wording.strip():
            wording = self._filled(fluent, fact.wording)
            if fact.domain.is_yes_no or _VALUE in wording:
                return wording
            return f"{wording}: {_VALUE}"
        return self._made_up(fluent)

    def _filled(self, fluent: int, wording: str) -> str:
        fact = self.story.fact_of(fluent)
        for parameter, thing in zip(
            fact.parameters, self.story.fluents[fluent].arguments, strict=True
        ):
            wording = wording.replace(f"{{{parameter.name}}}", self.story.things[thing].name)
        return mid_sentence(wording, self.names)

    def _made_up(self, fluent: int) -> str:
        """Return a sentence made of a fact's name alone."""
        fact = self.story.fact_of(fluent)
        things = [self.story.things[each].name for each in self.story.fluents[fluent].arguments]
        if fact.domain.is_yes_no:
            return _statement(fact.name, things, self.names)
        words = fact.name.split()
        if not things:
            return f"{fact.name} is {_VALUE}"
        if fact.name in _PREPOSITIONS:
            return f"{things[0]} is {' '.join((fact.name, *things[1:]))} {_VALUE}"
        if words[-1] in _LINKS:
            return f"{fact.name} {listed(things)} is {_VALUE}"
        if fact.parameters[0].kind == "character" and len(things) == 1:
            return f"{things[0]}'s {fact.name} is {_VALUE}"
        return f"the {fact.name.removeprefix('the ')} of {listed(things)} is {_VALUE}"

    def _values_are_people(self, fact: Fact) -> bool:
        people = {thing.name for thing in self.story.things[: self.story.characters]}
        return bool(fact.domain.names) and all(name in people for name in fact.domain.names or ())


def _typed_name(thing: Thing) -> str:
    """Return a name as one types it: a person's as it is, a thing's without *the*."""
    return thing.name if thing.kind == "character" else thing.name.removeprefix("the ")


def _statement(name: str, things: Sequence[str], names: Sequence[str]) -> str:
    """Return a yes/no fact without a wording: ``Iruka remembers the date``, *over* is so."""
    words = name.split()
    if not things:
        if is_clause(name, names):
            return mid_sentence(name, names)
        return f"{name} is so" if words[0].lower() == "the" else f"“{name}” is so"
    if len(words) == len(things) == 1 and is_adjective(name):
        return f"{things[0]} is {name}"
    verbal = re.search(r"[^s]s$", words[0]) or words[0] in {"is", "has", "was"}
    if verbal and (len(words) > 1 or len(things) > 1):
        return " ".join((things[0], name, listed(things[1:]))).rstrip()
    if words[0] in _PREPOSITIONS and len(things) == 2 and len(words) == 1:
        return f"{things[0]} is {name} {things[1]}"
    return f"“{name}” is so of {listed(things)}"


def numbers_said(numbers: Numbers) -> str:
    """Return numbers as a phrase: ``3``, ``at least 3``, ``3 to 5 or at least 9``."""
    return listed([_range_said(low, high) for low, high in numbers.ranges], "or")


def _range_said(low: int | None, high: int | None) -> str:
    if low is None:
        return "any number" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _typed_numbers(label: str, numbers: Numbers) -> str:
    excepted = numbers.complement().single
    if excepted is not None:
        return f"{label} is not {excepted}"
    parts = []
    for low, high in numbers.ranges:
        if low == high:
            parts.append(f"{label} = {low}")
        elif low is None or high is None:
            parts.append(f"{label} <= {high}" if low is None else f"{label} >= {low}")
        else:
            parts.append(f"({label} >= {low} and {label} <= {high})")
    return " or ".join(parts)
