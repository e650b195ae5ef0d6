"""From formulas as written to formulas as meant.

Reading gives None where something was wrong; then a finding has been made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whoknows.model import errors
from whoknows.model.atoms import AtomReader
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
    Constant,
    Formula,
    HasSaid,
    Implies,
    Not,
    Or,
    Quantified,
    Quantity,
    ValueQuestion,
    Verb,
    WasTold,
    Which,
)
from whoknows.model.names import key
from whoknows.model.story import READER
from whoknows.text import syntax

VERBS = {verb.value: verb for verb in Verb}
QUANTITIES = {quantity.value: quantity for quantity in Quantity}
OPEN_VERBS = frozenset((Verb.KNOWS, Verb.KNOWS_WHETHER, Verb.WONDERS, Verb.UNAWARE))
"""What a mind can be to a fact's value without saying which: *knows hiding place*."""


class FormulaReader(AtomReader):
    """Reads formulas by the tables of one story. Findings go to ``findings``."""

    __slots__ = ()

    def formula(self, node: syntax.Formula) -> Formula | None:
        """Return a formula that is true or false."""
        found = self._read(node, inside=False)
        if isinstance(found, Which):
            self.say_which(found, node.span)
            return None
        return found

    def matter(self, node: syntax.Formula) -> Formula | Which | None:
        """Return a formula, or a fact whose value is left open (*asks Irene: hiding place?*)."""
        return self._read(node, inside=False)

    def question(self, node: syntax.Formula) -> Formula | Which | ValueQuestion | None:
        """Return what a question asks: a formula, or ``… = ?`` at the end of a chain of minds."""
        chain: list[tuple[syntax.Name, str]] = []
        at = node
        while isinstance(at, syntax.Mind) and isinstance(at.who, tuple) and len(at.who) == 1:
            if at.negated:
                break
            chain.append((at.who[0], at.verb))
            at = at.content
        if not (isinstance(at, syntax.Atom) and isinstance(at.value, syntax.Hole)):
            return self.matter(node)
        reference = self.reference(at.fact)
        if len(chain) > self._limit:
            self.findings.add(errors.too_deep(self._limit, node.span))
            return None
        minds = [
            (self.somebody(name, inside=n > 0), VERBS[verb]) for n, (name, verb) in enumerate(chain)
        ]
        if reference is None or at.how not in {"=", "is"}:
            if reference is not None:
                self.findings.add(errors.hole_misplaced(at.value.span))
            return None
        known = tuple((who, verb) for who, verb in minds if who is not None)
        return ValueQuestion(known, reference.fluent) if len(known) == len(minds) else None

    def _read(self, node: syntax.Formula, *, inside: bool) -> Formula | Which | None:
        if isinstance(node, syntax.Atom):
            return self.atom(node)
        if self._depth >= self._limit:
            self.findings.add(errors.too_deep(self._limit, node.span))
            return None
        self._depth += 1
        try:
            return self._compound(node, inside=inside)
        finally:
            self._depth -= 1

    def _compound(self, node: syntax.Formula, *, inside: bool) -> Formula | Which | None:
        match node:
            case syntax.Negation():
                part = self._whole(node.part, inside=inside)
                return None if part is None else self.negated(part)
            case syntax.Junction():
                return self._junction(node, inside=inside)
            case syntax.Mind():
                return self._mind(node, inside=inside)
            case syntax.CommonKnowledge():
                members = [self.people(name) for name in node.among]
                content = self._whole(node.content, inside=True)
                if content is None or any(found is None for found in members):
                    return None
                among = tuple(dict.fromkeys(who for found in members for who in found or ()))
                if READER in among:
                    self.findings.add(errors.reader_in_mind(node.span))
                    return None
                return Common(among, content)
            case syntax.Told():
                who = self.somebody(node.who, inside=inside)
                matter = self._read(node.content, inside=True)
                if who is None or matter is None:
                    return None
                told = WasTold(who, matter)
                return Not(told) if node.negated else told
            case syntax.Said():
                return self._said(node, inside=inside)
            case _:
                return None

    def _whole(self, node: syntax.Formula, *, inside: bool) -> Formula | None:
        found = self._read(node, inside=inside)
        if isinstance(found, Which):
            self.say_which(found, node.span)
            return None
        return found

    def _junction(self, node: syntax.Junction, *, inside: bool) -> Formula | None:
        read = [self._whole(part, inside=inside) for part in node.parts]
        parts = tuple(part for part in read if part is not None)
        if len(parts) < len(read):
            return None
        if node.word == "implies":
            return Implies(parts[0], parts[1])
        return And(parts) if node.word == "and" else Or(parts)

    def _mind(self, node: syntax.Mind, *, inside: bool) -> Formula | None:
        verb = VERBS[node.verb]
        content = self._read(node.content, inside=True)
        if isinstance(content, Which) and verb not in OPEN_VERBS:
            fact = self.names.facts[self.fact_of(content.fluent)].name
            self.findings.add(errors.not_a_mind(node.verb, fact, node.content.span))
            content = None
        if isinstance(node.who, syntax.Crowd):
            found = self._crowd(node.who, verb, content, negated=node.negated)
            return found if content is not None else None
        minds = [
            self._one_mind(name, verb, content, negated=node.negated, inside=inside)
            for name in node.who
        ]
        parts = tuple(mind for mind in minds if mind is not None)
        if content is None or len(parts) < len(minds):
            return None
        return parts[0] if len(parts) == 1 else And(parts)

    def _one_mind(
        self,
        name: syntax.Name,
        verb: Verb,
        content: Formula | Which | None,
        *,
        negated: bool,
        inside: bool,
    ) -> Formula | None:
        matter = Constant(True) if content is None else content
        group = self.names.group_named.get(key(name.text))
        if group is not None:
            members, called = self.names.groups[group].members, self.names.groups[group].name
            return Quantified(
                Quantity.EVERYONE, members, called, verb, matter, negated, groups=(group,)
            )
        who = self.somebody(name, inside=inside)
        if who is None:
            return None
        mind = Attitude(who, verb, matter)
        return Not(mind) if negated else mind

    def _crowd(
        self, crowd: syntax.Crowd, verb: Verb, content: Formula | Which | None, *, negated: bool
    ) -> Formula | None:
        members = self._all_of(crowd.groups) if crowd.groups else self.names.everyone
        excepted = self._all_of(crowd.but)
        if members is None or excepted is None:
            return None
        meant = tuple(who for who in members if who not in set(excepted))
        called = " and ".join(name.text for name in crowd.groups)
        if crowd.but:
            called = f"{called} but {' and '.join(name.text for name in crowd.but)}".strip()
        matter = Constant(True) if content is None else content
        numbers = (self.names.group_named.get(key(name.text)) for name in crowd.groups)
        groups = tuple(dict.fromkeys(number for number in numbers if number is not None))
        quantity, but = QUANTITIES[crowd.quantity], tuple(excepted)
        return Quantified(quantity, meant, called, verb, matter, negated, groups, but)

    def _all_of(self, names: Iterable[syntax.Name]) -> Sequence[int] | None:
        """Return everybody who is named, once each."""
        found = [self.people(name) for name in names]
        if any(each is None for each in found):
            return None
        return tuple(dict.fromkeys(who for each in found for who in each or () if who != READER))

    def _said(self, node: syntax.Said, *, inside: bool) -> Formula | None:
        who = self.somebody(node.who, inside=inside)
        matter = self._read(node.content, inside=True)
        to = None if node.to is None else self.somebody(node.to, inside=True)
        if who is None or matter is None or (node.to is not None and to is None):
            return None
        said = HasSaid(who, matter, to)
        return Not(said) if node.negated else said
