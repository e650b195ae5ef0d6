"""Why a formula holds or does not, and what holds instead.

A *yes* rests on the reasons of what it speaks of. A *no* says what holds instead, and why that; and
where somebody simply never came to know, what they missed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from whoknows.ask.answers import Because
from whoknows.ask.scope import Scope, distinct, repeated, said
from whoknows.engine.cells import Mark
from whoknows.engine.history import says, tells_to
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import AtMoment, Chain
from whoknows.ledger.supports import supports
from whoknows.ledger.unsaid import Omission, unsaid
from whoknows.model.event import Hear, Tell
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
    Stance,
    Verb,
    WasTold,
    Which,
)
from whoknows.model.values import Values
from whoknows.words.lists import often

_KNOWING = (Verb.KNOWS, Verb.KNOWS_WHETHER)
_ASKED = ("wondered", "asked")
_REACHED = (*_ASKED, "mentioned", "settled", "went stale")
MOST_MISSED = 3
"""So many things that somebody missed are told."""
DEEPEST_COMMON = 4
"""So many minds within minds are looked at for where common knowledge ends."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What holds instead, as clauses, and the reasons."""

    instead: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()

    def __add__(self, other: Explanation) -> Explanation:
        """Return both."""
        instead = tuple(dict.fromkeys((*self.instead, *other.instead)))
        return Explanation(instead, distinct((*self.because, *other.because)))


NOTHING = Explanation()


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
                return self._all(
                    [(part, self.scope.value(part, chain)) for part in parts], so, chain
                )
            case Or(parts):
                return self._any(
                    [(part, self.scope.value(part, chain)) for part in parts], so, chain
                )
            case Implies(premise, conclusion):
                return self.of(Or((Not(premise), conclusion)), so, chain)
            case Attitude(who, verb, content):
                return self._mind(who, verb, content, so, chain)
            case Quantified():
                return self._crowd(formula, so, chain)
            case Common(members, content):
                return self._common(members, content, so, chain)
            case WasTold(who, content):
                return self._told(who, content, so, chain)
            case HasSaid(who, content, to):
                return self._said(who, content, to, chain)
            case _:
                assert_never(formula)

    def _all(
        self, parts: list[tuple[Formula, bool | None]], so: bool | None, chain: Chain
    ) -> Explanation:
        wanted = [part for part in parts if so is True or part[1] is so] or parts
        return _sum(self.of(part, value, chain) for part, value in wanted)

    def _any(
        self, parts: list[tuple[Formula, bool | None]], so: bool | None, chain: Chain
    ) -> Explanation:
        wanted = [part for part in parts if so is False or part[1] is so] or parts
        return _sum(self.of(part, value, chain) for part, value in wanted)

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
            return Explanation(instead, distinct((*because, *self._disbelieved(chain, fluent))))
        missed = self._missed(chain, fluent) or self._kept(chain, fluent)
        missed = (*self._reached(chain, fluent), *self._disbelieved(chain, fluent), *missed)
        if missed and not cell.aware:
            because = ()
        return Explanation(instead, distinct((*because, *missed)))

    def _reached(self, chain: Chain, fluent: int) -> tuple[Because, ...]:
        """Return the events that set somebody thinking without telling them."""
        cell = self.scope.cell(chain, fluent)
        if cell.sure or not cell.aware:
            return ()
        found = [
            past.step
            for past in self.scope.state(chain).history()
            if past.step is not None
            and any(f == fluent and reason.how in _REACHED for f, reason in past.touched)
        ]
        return self.scope.happened(reversed(found))

    def _missed(self, chain: Chain, fluent: int) -> tuple[Because, ...]:
        """Return what the last of a chain did not perceive of how things came to be as they are."""
        missed: dict[tuple[int, int], list[Step]] = {}
        by: dict[int, Chain] = {}
        for support in supports(self.scope.ledger, (), fluent, self.scope.moment):
            step = support.step
            if step is None:
                continue
            for length in range(1, len(chain) + 1):
                if not self.scope.perceived(chain[:length], step):
                    by[step.number] = chain[:length]
                    missed.setdefault((step.scene, step.index), []).append(step)
                    break
        return tuple(
            said(repeated(self.speaker.reasons.missed(by[same[0].number], same[0]), same), same[0])
            for same in missed.values()
        )[:MOST_MISSED]

    def _disbelieved(self, chain: Chain, fluent: int) -> tuple[Because, ...]:
        """Return what was heard of a fact, and not believed."""
        steps = [
            past.step
            for past in self.scope.state(chain).history()
            if past.step is not None
            and past.view is not None
            and _contradicts(past.step, fluent, past.cell(fluent).possible)
        ]
        return tuple(
            said(self.speaker.reasons.told(chain, step, believed=False), step)
            for step in reversed(steps)
        )

    def _kept(self, chain: Chain, fluent: int) -> tuple[Because, ...]:
        """Return that it is a secret, where nothing that happened made it so."""
        for secret in self.scope.story.secrets:
            if secret.fluent == fluent and chain[-1] in secret.kept_from:
                keepers = self.speaker.names(secret.keepers)
                keep = "keep" if len(secret.keepers) > 1 else "keeps"
                return (said(f"{keepers} {keep} it from {self.speaker.name(chain[-1])}"),)
        return ()

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
            asked = [each for f in _atoms(content) for each in self._reached(inner, f)]
            return Explanation((), distinct(asked) or self.of(content, None, inner).because)
        if verb in {Verb.WONDERS, Verb.CONSIDERS}:
            return self.of(content, inside if inside is not True else False, inner)
        if so is not False:
            return self.of(content, True if so else None, inner)
        if verb in _KNOWING and inside is not None:
            outside = self.scope.value(content, chain)
            if outside is not inside and (inside or verb is Verb.KNOWS_WHETHER):
                return self._mistaken(content, inside, outside, (chain, inner))
        return self.of(content, inside is True or inside, inner) + self._really(
            content, chain, inner
        )

    def _which(self, fluent: int, verb: Verb, so: bool | None, inner: Chain) -> Explanation:
        if so is True and verb in {*_KNOWING, Verb.BELIEVES, Verb.SUSPECTS}:
            knows = self._knows_which(fluent, inner)
            return Explanation((knows,), self.scope.reasons(inner, fluent))
        found = self.fact(fluent, False, inner)
        if verb is Verb.WONDERS and so:
            return Explanation((), self._reached(inner, fluent) or found.because)
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
        if outside is None:
            return Explanation((f"{believes}, but the story leaves that open",)) + Explanation(
                (), self.of(content, True, inner).because
            )
        truth = self.speaker.denial(content) if inside else self.speaker.clause(content)
        instead = Explanation((f"{believes}, but {truth}",))
        held = self.of(content, inside, inner)
        changed = self.of(content, outside, chain)
        missed = _sum(Explanation((), self._missed(inner, f)) for f in _atoms(content))
        return instead + Explanation((), held.because) + Explanation((), changed.because) + missed

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
        minds: list[tuple[Formula, bool | None]] = []
        for who in crowd.members:
            mind: Formula = Attitude(who, crowd.verb, crowd.content)
            if crowd.negated:
                mind = Not(mind)
            minds.append((mind, self.scope.value(mind, chain)))
        if crowd.quantity is Quantity.EVERYONE:
            telling = [mind for mind in minds if mind[1] is so] or minds
        else:
            some = so if crowd.quantity is Quantity.SOMEBODY else None if so is None else not so
            telling = [mind for mind in minds if mind[1] is some] or minds
        instead = self._each_of(crowd, minds, telling)
        whole = _sum(self.of(mind, value, chain) for mind, value in telling)
        plain = so is True and crowd.quantity is not Quantity.SOMEBODY
        return Explanation(() if plain else instead, whole.because)

    def _each_of(
        self,
        crowd: Quantified,
        minds: list[tuple[Formula, bool | None]],
        telling: list[tuple[Formula, bool | None]],
    ) -> tuple[str, ...]:
        """Return who it is that knows, or does not, in one clause."""
        by_mind = dict(zip((mind for mind, _ in minds), crowd.members, strict=True))
        clauses = []
        for wanted in (True, False):
            people = tuple(by_mind[mind] for mind, value in telling if value is wanted)
            if people:
                does = self.speaker.minds.thinks(
                    crowd.verb,
                    crowd.content,
                    negated=crowd.negated is wanted,
                    several=len(people) > 1,
                )
                clauses.append(f"{self.speaker.names(people)} {does}")
        return tuple(clauses)

    def _common(
        self, members: tuple[int, ...], content: Formula, so: bool | None, chain: Chain
    ) -> Explanation:
        if so:
            return _sum(self.of(content, True, (*chain, who)) for who in members)
        if self.scope.value(content, chain) is not True:
            return self.of(content, False, chain)
        found = self._where_it_ends(members, content, chain)
        return NOTHING if found is None else self._fact_of(content, found)

    def _fact_of(self, content: Formula, chain: Chain) -> Explanation:
        return self.of(content, self.scope.value(content, chain), chain)

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
        return None

    # --- what was said -----------------------------------------------------------------------

    def _told(
        self, who: int, content: Formula | Which, so: bool | None, chain: Chain
    ) -> Explanation:
        perceives = AtMoment(self.scope.ledger, self.scope.moment).perceives
        steps = [
            past.step
            for past in self.scope.state(chain).history()
            if past.step is not None and tells_to(past, who, content, perceives)
        ]
        if so:
            return Explanation((), self.scope.happened(reversed(steps)))
        return self._attempts(who, content)

    def _attempts(self, who: int, content: Formula | Which) -> Explanation:
        """Return how often it was tried, and by whom it was stopped."""
        fluents = set(_atoms(content))
        tries = [
            each
            for each in unsaid(self.scope.ledger, self.scope.moment)
            if each.how is Omission.BROKEN_OFF and each.frm == who and each.fluent in fluents
        ]
        if not tries:
            return Explanation(("nobody has said so",))
        name = self.speaker.name(who)
        by = self.speaker.names(tuple(dict.fromkeys(each.who for each in tries)))
        stopped = ", stopped each time" if len(tries) > 1 else ", and was stopped"
        instead = f"{by} tried to tell {name} {often(len(tries))}{stopped}"
        return Explanation((instead,), self.scope.happened(each.step for each in tries))

    def _said(
        self, who: int, content: Formula | Which, to: int | None, chain: Chain
    ) -> Explanation:
        steps = []
        for past in self.scope.state(chain).history():
            act = None if past.step is None or past.step.event is None else past.step.event.act
            if not isinstance(act, Tell) or past.step is None or past.view is None:
                continue
            heard = to is None or to in act.to or not act.to
            if act.teller == who and heard and says(act.content, content):
                steps.append(past.step)
        if steps or to is None:
            return Explanation((), self.scope.happened(reversed(steps)))
        return self._attempts(to, content)


def _sum(parts: Iterable[Explanation]) -> Explanation:
    whole = NOTHING
    for part in parts:
        whole += part
    return whole


def _contradicts(step: Step, fluent: int, held: Values) -> bool:
    """Tell whether a step's words say of a fact what is not held."""
    act = None if step.event is None else step.event.act
    if not isinstance(act, Tell | Hear):
        return False
    return any(
        claim.fluent == fluent
        and not claim.path
        and claim.stance is Stance.IS
        and not claim.values & held  # type: ignore[operator]  # one domain
        for claim in act.content.claims
    )


def _atoms(formula: Formula | Which) -> tuple[int, ...]:
    """Return the fluents a formula speaks of, in order."""
    match formula:
        case Is(fluent) | Which(fluent):
            return (fluent,)
        case Compare(left, _, right):
            return (left, right)
        case Not(part):
            return _atoms(part)
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(f for part in parts for f in _atoms(part)))
        case Implies(premise, conclusion):
            return tuple(dict.fromkeys((*_atoms(premise), *_atoms(conclusion))))
        case Constant():
            return ()
        case _:
            return _atoms(formula.content)
