"""Why a formula holds or does not, and what holds instead.

A *yes* rests on the reasons of what it speaks of. A *no* says what holds instead, and why that; and
where somebody simply never came to know, what they missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, assert_never

from whoknows.ask.explanation import NOTHING, Explanation, atoms, total
from whoknows.ask.heard import has_said, was_told
from whoknows.ask.missed import disbelieved, kept, missed, reached
from whoknows.ask.scope import Scope, distinct, said
from whoknows.engine.cells import Mark
from whoknows.ledger.ledger import Chain
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
    Compare,
    Constant,
    Formula,
    HasSaid,
    Implies,
    Is,
    Not,
    Or,
    Quantified,
    Quantity,
    Verb,
    WasTold,
    Which,
)

_KNOWING = (Verb.KNOWS, Verb.KNOWS_WHETHER)
DEEPEST_COMMON = 4
"""So many minds within minds are looked at for where common knowledge ends."""
MOST_COMMON = 2_000
"""So many chains of minds are looked at for it."""


class Part(NamedTuple):
    """A part of a formula, and whether it holds."""

    formula: Formula
    so: bool | None


def explain(scope: Scope, formula: Formula, chain: Chain = ()) -> Explanation:
    """Return why a formula holds along a chain, does not, or cannot be told."""
    return _Explainer(scope).of(formula, scope.value(formula, chain), chain)


def explain_held(scope: Scope, chain: Chain, fluent: int) -> Explanation:
    """Return what is held of a fact along a chain, and why."""
    sure = scope.cell(chain, fluent).sure
    return _Explainer(scope).fact(fluent, True if sure else None, chain)


class _Explainer:
    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.speaker = scope.speaker

    def of(self, formula: Formula, so: bool | None, chain: Chain) -> Explanation:
        match formula:
            case Is(fluent):
                return self.fact(fluent, so, chain)
            case Compare(left, _, right):
                return self.fact(left, False, chain) + self.fact(right, False, chain)
            case Constant():
                return NOTHING
            case Not(part):
                return self.of(part, None if so is None else not so, chain)
            case And(parts):
                return self._some(self._parts(parts, chain), so, chain, every=so is True)
            case Or(parts):
                return self._some(self._parts(parts, chain), so, chain, every=so is False)
            case Implies(premise, conclusion):
                return self.of(Or((Not(premise), conclusion)), so, chain)
            case Attitude(who, verb, content):
                return self._mind(who, verb, content, so, chain)
            case Quantified():
                return self._crowd(formula, so, chain)
            case Common(members, content):
                return self._common(members, content, so, chain)
            case WasTold():
                return was_told(self.scope, formula, chain)
            case HasSaid():
                return has_said(self.scope, formula, chain)
            case _:
                assert_never(formula)

    def _parts(self, parts: Iterable[Formula], chain: Chain) -> list[Part]:
        return [Part(part, self.scope.value(part, chain)) for part in parts]

    def _some(
        self, parts: list[Part], so: bool | None, chain: Chain, *, every: bool
    ) -> Explanation:
        """Explain the parts that make it so: every one, or those that are like the whole."""
        telling = [part for part in parts if every or part.so is so] or parts
        return total(self.of(part.formula, part.so, chain) for part in telling)

    # --- one fact ----------------------------------------------------------------------------

    def fact(self, fluent: int, so: bool | None, chain: Chain) -> Explanation:
        """Explain what is held of a fact along a chain, whatever was asked of it."""
        scope = self.scope
        because = scope.reasons(chain, fluent)
        if so is True:
            return Explanation((), because)
        instead = (scope.held(chain, fluent),)
        if not chain:
            return Explanation(instead, because)
        cell = scope.cell(chain, fluent)
        truth = scope.cell((), fluent).possible
        if cell.possible == cell.full:
            because = ()
        told_something = cell.aware and cell.possible != cell.full
        if told_something and cell.mark is Mark.OWN and cell.possible & truth:  # type: ignore[operator]
            return Explanation(instead, distinct((*because, *disbelieved(scope, chain, fluent))))
        unheard = (
            *reached(scope, chain, fluent),
            *disbelieved(scope, chain, fluent),
            *(missed(scope, chain, fluent) or kept(scope, chain, fluent)),
        )
        if unheard and not cell.aware:
            because = ()
        return Explanation(instead, distinct((*because, *unheard)))

    # --- one mind ----------------------------------------------------------------------------

    def _mind(
        self, who: int, verb: Verb, content: Formula | Which, so: bool | None, chain: Chain
    ) -> Explanation:
        inner = chain if chain and chain[-1] == who else (*chain, who)
        if isinstance(content, Which):
            return self._which(content.fluent, verb, so, inner)
        inside = self.scope.value(content, inner)
        if verb is Verb.UNAWARE:
            return self._unaware(content, so, chain, inner)
        if verb is Verb.WONDERS and so:
            asked = [each for f in atoms(content) for each in reached(self.scope, inner, f)]
            return Explanation((), distinct(asked) or self.of(content, None, inner).because)
        if verb in {Verb.WONDERS, Verb.CONSIDERS}:
            return self.of(content, inside if inside is not True else False, inner)
        if so is not False:
            return self.of(content, True if so else None, inner)
        if verb in _KNOWING and inside is not None:
            outside = self.scope.value(content, chain)
            if outside is not inside and (inside or verb is Verb.KNOWS_WHETHER):
                return self._mistaken(content, inside, outside, (chain, inner))
        found = self.of(content, None if inside else inside, inner)
        return found + self._really(content, chain, inner)

    def _which(self, fluent: int, verb: Verb, so: bool | None, inner: Chain) -> Explanation:
        if so is True and verb in {*_KNOWING, Verb.BELIEVES, Verb.SUSPECTS}:
            knows = self._knows_which(fluent, inner)
            return Explanation((knows,), self.scope.reasons(inner, fluent))
        found = self.fact(fluent, False, inner)
        if verb is Verb.WONDERS and so:
            return Explanation((), reached(self.scope, inner, fluent) or found.because)
        return found

    def _knows_which(self, fluent: int, inner: Chain) -> str:
        """Return what somebody who knows which takes it to be."""
        cell = self.scope.cell(inner, fluent)
        if not cell.sure:
            return self.scope.held(inner, fluent)
        fact = f"that {self.speaker.fact(fluent, cell.possible)}"
        return self.speaker.minds.takes(inner, f"knows {fact}", f"think {fact}")

    def _unaware(
        self, content: Formula, so: bool | None, chain: Chain, inner: Chain
    ) -> Explanation:
        if so is False and self.scope.value(content, chain) is not True:
            return Explanation((self.speaker.denial(content),)) + self.of(content, False, chain)
        return self.of(content, False, inner)

    def _mistaken(
        self,
        content: Formula,
        inside: bool,
        outside: bool | None,
        chains: tuple[Chain, Chain],
    ) -> Explanation:
        """Explain a belief that is not so."""
        chain, inner = chains
        believed = self.speaker.clause(content) if inside else self.speaker.denial(content)
        believed = self.speaker.minds.of_oneself(inner[-1], believed)
        believes = self.speaker.minds.takes(
            inner, f"believes that {believed}", f"think that {believed}"
        )
        held = self.of(content, inside, inner).because
        if outside is None:
            return Explanation((f"{believes}, but the story leaves that open",), held)
        truth = self.speaker.denial(content) if inside else self.speaker.clause(content)
        changed = self.of(content, outside, chain).because
        unseen = [each for f in atoms(content) for each in missed(self.scope, inner, f)]
        return Explanation((f"{believes}, but {truth}",), distinct((*held, *changed, *unseen)))

    def _really(self, content: Formula | Which, chain: Chain, inner: Chain) -> Explanation:
        """Where a mind is misread, return why it holds what it does, which nobody outside saw."""
        if not isinstance(content, Attitude) or self.scope.value(content, chain) is not True:
            return NOTHING
        name = self.speaker.name(inner[-1])
        hidden = [
            said(f"{because.text.rstrip('.')}, unknown to {name}", because.step)
            for because in self.of(content, True, chain).because
            if because.step is None or not self.scope.perceived((*inner, content.who), because.step)
        ]
        return Explanation((), tuple(hidden[:1]))

    # --- several minds -----------------------------------------------------------------------

    def _crowd(self, crowd: Quantified, so: bool | None, chain: Chain) -> Explanation:
        """Explain it by those who make it so, or who make it not so."""
        minds: dict[int, Part] = {}
        for who in crowd.members:
            mind: Formula = Attitude(who, crowd.verb, crowd.content)
            mind = Not(mind) if crowd.negated else mind
            minds[who] = Part(mind, self.scope.value(mind, chain))
        wanted = so
        if crowd.quantity is Quantity.NOBODY and so is not None:
            wanted = not so
        telling = {who: mind for who, mind in minds.items() if mind.so is wanted} or minds
        whole = total(self.of(mind.formula, mind.so, chain) for mind in telling.values())
        plain = so is True and crowd.quantity is not Quantity.SOMEBODY
        return Explanation(() if plain else self._who(crowd, telling), whole.because)

    def _who(self, crowd: Quantified, minds: Mapping[int, Part]) -> tuple[str, ...]:
        """Return who it is that knows, and who does not, in a clause each."""
        clauses = []
        for wanted in (True, False):
            people = tuple(who for who, mind in minds.items() if mind.so is wanted)
            negated, several = crowd.negated is wanted, len(people) > 1
            does = self.speaker.minds.thinks(
                crowd.verb, crowd.content, negated=negated, several=several
            )
            if people:
                clauses.append(f"{self.speaker.names(people)} {does}")
        return tuple(clauses)

    def _common(
        self, members: tuple[int, ...], content: Formula, so: bool | None, chain: Chain
    ) -> Explanation:
        if so:
            return total(self.of(content, True, (*chain, who)) for who in members)
        if self.scope.value(content, chain) is not True:
            return self.of(content, False, chain)
        found = self._where_it_ends(members, content, chain)
        if found is None:
            return NOTHING
        return self.of(content, self.scope.value(content, found), found)

    def _where_it_ends(
        self, members: tuple[int, ...], content: Formula, chain: Chain
    ) -> Chain | None:
        """Return the shortest chain of members along which it is not believed."""
        front: list[Chain] = [chain]
        for _ in range(DEEPEST_COMMON):
            front = [
                (*each, who) for each in front for who in members if not each or each[-1] != who
            ]
            for each in front:
                if self.scope.value(content, each) is not True:
                    return each
            if len(front) > MOST_COMMON:
                return None
        return None
