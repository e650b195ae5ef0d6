"""Who and what is meant by a name, where people or things stand.

Reading gives None where something was wrong; then a finding has been made of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whoknows.model import errors
from whoknows.model.blanks import Variable, variable_number
from whoknows.model.findings import Findings
from whoknows.model.names import CHARACTER, Names, key
from whoknows.model.story import READER
from whoknows.text import syntax


class PeopleReader:
    """Looks up people and things in the tables of one story. Findings go to ``findings``.

    ``scope`` are the words that stand for something in a rule, as numbers of ``variables``.
    """

    __slots__ = ("_depth", "_limit", "findings", "names", "scope", "variables")

    def __init__(self, names: Names, findings: Findings, limit: int) -> None:
        self.names = names
        self.findings = findings
        self.scope: Mapping[str, int] = {}
        self.variables: Sequence[Variable] = ()
        self._limit = limit
        self._depth = 0

    def people(self, name: syntax.Name) -> tuple[int, ...] | None:
        """Return whom a name means where people are listed: one character, or a group's members."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and thing < self.names.characters:
            return (thing,)
        group = self.names.group_named.get(name_key)
        if group is not None:
            return self.names.groups[group].members
        if name_key == "reader":
            return (READER,)
        self._unknown_people(name)
        return None

    def character(self, name: syntax.Name) -> int | None:
        """Return the one character a name means; never the reader."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and thing < self.names.characters:
            return thing
        if name_key == "reader":
            self.findings.add(errors.reader_acts(name.span))
        elif name_key in self.names.group_named:
            self.findings.add(errors.one_person(name.text, name.span))
        elif name_key not in self.names.poisoned:
            self._unknown_character(name)
        return None

    def everybody(
        self, names: Sequence[syntax.Name], *, reader: bool = False, partly: bool = False
    ) -> tuple[int, ...] | None:
        """Return all who are named, groups as their members, or None where a name is wrong.

        ``reader``: the reader may be among them. ``partly``: whoever can be made out will do.
        """
        found: dict[int, None] = {}
        written: set[str] = set()
        complete = True
        for name in names:
            people = self.people(name)
            if people is None:
                complete = False
            elif people == (READER,) and not reader:
                self.findings.add(errors.reader_acts(name.span))
                complete = False
            else:
                if key(name.text) in written:
                    self.findings.add(errors.named_twice(name.text, name.span))
                written.add(key(name.text))
                found.update(dict.fromkeys(people))
        return tuple(found) if complete or partly else None

    def somebody(self, name: syntax.Name, *, inside: bool) -> int | None:
        """Return whose mind is meant: a character, the reader, or a variable."""
        name_key = key(name.text)
        if name_key == "reader":
            if inside:
                self.findings.add(errors.reader_in_mind(name.span))
                return None
            return READER
        thing = self.names.thing_named.get(name_key)
        if thing is None or thing >= self.names.characters:
            variable = self.scope.get(name_key)
            if variable is not None:
                return self.variable_of_kind(variable, CHARACTER, name)
        return self.character(name)

    def _unknown_character(self, name: syntax.Name) -> None:
        self.findings.unknown(
            key(name.text),
            name.span,
            self.names.people,
            lambda near: errors.unknown_character(name.text, name.span, near),
        )

    def _unknown_people(self, name: syntax.Name) -> None:
        if key(name.text) not in self.names.poisoned:
            self.findings.unknown(
                key(name.text),
                name.span,
                self.names.people_and_groups,
                lambda near: errors.unknown_group(name.text, name.span, near),
            )

    def variable_of_kind(self, variable: int, kind: str, name: syntax.Name) -> int | None:
        """Return the number of a variable, if it stands for things of this kind."""
        found = self.variables[variable]
        if found.things is None or key(found.kind) != key(kind):
            wrong = errors.variable_of_two_kinds(name.text, found.kind, kind, name.span)
            self.findings.add(wrong)
            return None
        return variable_number(variable)

    def argument(self, name: syntax.Name, kind: str) -> int | None:
        """Return the thing in a fact's brackets, or the number of a variable."""
        name_key = key(name.text)
        thing = self.names.thing_named.get(name_key)
        if thing is not None and self.names.things[thing].kind == kind:
            return thing
        variable = self.scope.get(name_key)
        if variable is not None:
            return self.variable_of_kind(variable, kind, name)
        if name_key not in self.names.poisoned:
            self.findings.unknown(
                name_key,
                name.span,
                lambda: self.names.of_kind(kind),
                lambda near: errors.unknown_thing(name.text, kind, name.span, near),
            )
        return None
