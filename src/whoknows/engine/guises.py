"""Personas (law 20): to who knows whose a disguise is, what it does is done by its wearer.

A *naming* says, for one mind, who stands behind which persona. It comes from what that mind holds
of *Cesario is …*; personas it does not see through are, to it, people of their own. ``Guises``
retells steps, fluents and people under a naming; to who knows nothing, nothing changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from whoknows.engine.cells import Cell
from whoknows.engine.states import NOBODY_KNOWN, Naming
from whoknows.engine.steps import Operation, Step
from whoknows.model.event import Audience, Reception
from whoknows.model.formula import Claim
from whoknows.model.story import Story

PEOPLE = {"base", "shown", "hidden", "thinkers", "present", "comers", "askers", "asked", "who"}
"""Fields of steps and operations that hold sets of people."""


class Guises:
    """The personas of one story, and everything as it looks under a naming."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self.fluents = {persona.persona: persona.fluent for persona in story.personas}
        self._twins: dict[tuple[int, int], dict[int, int]] = {}
        self._aliases: dict[Naming, Mapping[int, int]] = {}
        self._steps: dict[tuple[Step, Naming], Step] = {}
        self._wearers = {persona.persona: persona.wearer for persona in story.personas}

    def naming(self, cell_of: Mapping[int, Cell], known: Naming = NOBODY_KNOWN) -> Naming:
        """Return the naming once these cells, by fluent, are new."""
        names = dict(known)
        for persona, fluent in self.fluents.items():
            cell = cell_of.get(fluent)
            if cell is not None and cell.sure and isinstance(cell.possible, int):
                other = cell.possible.bit_length() - 1
                if other == persona:
                    names.pop(persona, None)
                else:
                    names[persona] = other
        return tuple(sorted(names.items()))

    def is_wearer(self, persona: int, other: int) -> bool:
        """Tell whether this is truly who stands behind a persona."""
        return self._wearers[persona] == other

    def twins(self, persona: int, other: int) -> dict[int, int]:
        """Return for each fluent about a persona the same fluent about somebody else."""
        known = self._twins.get((persona, other))
        if known is None:
            numbers = self._story.fluent_numbers
            known = {}
            for number, fluent in enumerate(self._story.fluents):
                if persona in fluent.arguments and number not in self.fluents.values():
                    arguments = tuple(other if a == persona else a for a in fluent.arguments)
                    twin = numbers.get((fluent.fact, arguments))
                    if twin is not None:
                        known[number] = twin
            self._twins[persona, other] = known
        return known

    def aliases(self, naming: Naming) -> Mapping[int, int]:
        """Return for each fluent about a persona seen through the fluent it really is."""
        known = self._aliases.get(naming)
        if known is None:
            merged = {
                fluent: twin
                for persona, other in naming
                for fluent, twin in self.twins(persona, other).items()
            }
            known = self._aliases[naming] = {f: _last(merged, f) for f in merged}
        return known

    def told(self, step: Step, naming: Naming) -> Step:
        """Return a step as it is to a mind with this naming."""
        if not naming:
            return step
        key = (step, naming)
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = _Retelling(dict(naming), self.aliases(naming)).step(step)
        return known


def _last(aliases: Mapping[int, int], fluent: int) -> int:
    """Follow a fluent about two personas to the end, however many names there are."""
    for _ in aliases:
        if fluent not in aliases:
            return fluent
        fluent = aliases[fluent]
    return fluent


class _Retelling:
    """One naming at work on one step."""

    def __init__(self, names: Mapping[int, int], aliases: Mapping[int, int]) -> None:
        self._names = names
        self._aliases = aliases

    def _person(self, who: int | None) -> int | None:
        return None if who is None else self._names.get(who, who)

    def _people(self, people: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._names.get(who, who) for who in people))

    def step(self, step: Step) -> Step:
        """Return the whole step retold."""
        return replace(
            step,
            **self._crowds(step),
            operations=self._all(step.operations),
            audience=self._brackets(step.audience),
            misheard={
                self._names.get(who, who): self._all(operations)
                for who, operations in step.misheard.items()
            },
            through=self._person(step.through),
        )

    def _crowds(self, holder: Any) -> dict[str, Any]:
        retold: dict[str, Any] = {}
        for each in fields(holder):
            people = getattr(holder, each.name)
            if each.name in PEOPLE and people is not None:
                retold[each.name] = type(people)(self._people(people))
        return retold

    def _brackets(self, audience: Audience) -> Audience:
        crowds = ("only", "also", "unnoticed", "staged", "missed", "half")
        retold: dict[str, Any] = {
            name: self._people(getattr(audience, name))
            for name in crowds
            if getattr(audience, name) is not None
        }
        return replace(audience, **retold)

    def _all(self, operations: Iterable[Operation]) -> tuple[Operation, ...]:
        return tuple(self._operation(operation) for operation in operations)

    def _operation(self, operation: Operation) -> Operation:
        retold = self._crowds(operation)
        for each in fields(operation):
            held = getattr(operation, each.name)
            if each.name == "fluent":
                retold["fluent"] = self._aliases.get(held, held)
            elif each.name == "fluents":
                retold["fluents"] = tuple(self._aliases.get(f, f) for f in held)
            elif isinstance(held, Claim):
                path = self._people(held.path)
                fluent = self._aliases.get(held.fluent, held.fluent)
                retold[each.name] = replace(held, path=path, fluent=fluent)
            elif isinstance(held, Reception):
                retold[each.name] = replace(
                    held,
                    not_believed_by=self._people(held.not_believed_by),
                    believed_by=self._people(held.believed_by),
                )
            elif each.name in ("teller", "writer"):
                retold[each.name] = self._person(held)
        return replace(operation, **retold)
