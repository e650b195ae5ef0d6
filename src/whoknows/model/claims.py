"""What can be told, inferred, needed and concluded: claims about the world and about minds.

    Cora knows the affair           the affair, and Cora is sure of it
    Cora believes Dev believes f    Cora is sure that Dev is sure of f
    Cora knows hiding place         Cora is settled: she knows which
    Cora does not know f            Cora is open about f
    Cora does not consider f        Cora is sure of the contrary

A formula is a conjunction of such things, or it cannot be said: *or*, being unaware, and who said
what to whom are no claims. The choices made: *not (a or b)* is *not a and not b*; *a or b* of one
and the same fact is a claim that leaves it open among these values; *everyone in friends knows f*
is that claim for each of them.
"""

from __future__ import annotations

from collections.abc import Callable

from whoknows.model.formula import (
    And,
    Attitude,
    Claim,
    Common,
    Constant,
    Content,
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
from whoknows.model.story import READER
from whoknows.model.values import Domain, Values, either

DomainOf = Callable[[int], Domain]
"""The domain of a fluent."""

_KNOWING = frozenset((Verb.KNOWS, Verb.BELIEVES))


class Unsayable(Exception):  # noqa: N818 - what cannot be said is the author's slip, not a fault here
    """Raised and caught within this floor: why a formula is no claim, and what to write instead."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint


def claims_of(formula: Formula, domain_of: DomainOf) -> tuple[Claim, ...]:
    """Return what a formula claims, or raise :class:`Unsayable`."""
    if isinstance(formula, Is):  # by far the most common
        return (Claim((), formula.fluent, formula.values),)
    found: list[Claim] = []
    _claim(formula, (), domain_of, found)
    return tuple(dict.fromkeys(found))


def mentioned(formula: Formula | Which) -> tuple[int, ...]:
    """Return the fluents a formula speaks of, in the order in which it does."""
    if isinstance(formula, Is | Which):
        return (formula.fluent,)
    found: dict[int, None] = {}
    _mention(formula, found)
    return tuple(found)


def content_of(formula: Formula, domain_of: DomainOf) -> Content:
    """Return a formula as something said, with its claims, or raise :class:`Unsayable`."""
    return Content(formula, claims_of(formula, domain_of), mentioned(formula))


def content_or_matter(formula: Formula | Which, domain_of: DomainOf) -> Content:
    """Return a formula as something asked, wondered or left unsaid: it need claim nothing."""
    claims: tuple[Claim, ...] = ()
    if not isinstance(formula, Which):
        try:
            claims = claims_of(formula, domain_of)
        except Unsayable:
            claims = ()
    return Content(formula, claims, mentioned(formula))


def _claim(
    formula: Formula, path: tuple[int, ...], domain_of: DomainOf, found: list[Claim]
) -> None:
    match formula:
        case Is():
            found.append(Claim(path, formula.fluent, formula.values))
        case And():
            for part in formula.parts:
                _claim(part, path, domain_of, found)
        case Or():
            found.append(_one_fact(formula, path))
        case Not():
            _deny(formula.part, path, domain_of, found)
        case Attitude():
            _mind(formula, path, domain_of, found)
        case Quantified():
            for mind in _each(formula):
                _claim(mind, path, domain_of, found)
        case Implies():
            raise Unsayable("this says only what would follow", "say the facts themselves")
        case Common():
            raise Unsayable(
                "common knowledge cannot be told, it comes about", "say the fact in front of all"
            )
        case WasTold() | HasSaid():
            raise Unsayable(
                "who said what is part of the story's record and cannot be told",
                "say the fact, or who believes it",
            )
        case Constant():
            raise Unsayable("this says nothing about the story", "say a fact")
        case _:
            raise Unsayable("two facts compared cannot be told", "say the value of one of them")


def _one_fact(formula: Or, path: tuple[int, ...]) -> Claim:
    """Return *a or b* where both are about one fact: it has one of these values."""
    atoms = [part for part in formula.parts if isinstance(part, Is)]
    if len(atoms) < len(formula.parts) or len({atom.fluent for atom in atoms}) > 1:
        raise Unsayable("with or, this says nothing definite", "say one fact, or several with and")
    values: Values = atoms[0].values
    for atom in atoms[1:]:
        values = either(values, atom.values)
    return Claim(path, atoms[0].fluent, values)


def _mind(
    formula: Attitude, path: tuple[int, ...], domain_of: DomainOf, found: list[Claim]
) -> None:
    """Claim what somebody's mind is: sure of something, or settled."""
    within = _into(path, formula.who)
    content = formula.content
    if formula.verb in _KNOWING and not isinstance(content, Which):
        if formula.verb is Verb.KNOWS:
            _claim(content, path, domain_of, found)
        _claim(content, within, domain_of, found)
    elif formula.verb in {Verb.KNOWS, Verb.KNOWS_WHETHER}:
        fluent = _whether(content, domain_of)
        found.append(Claim(within, fluent, domain_of(fluent).full, Stance.SETTLED))
    else:
        raise Unsayable(
            f"nobody can say who {formula.verb.value} what",
            "say believes, knows, knows whether, does not know or does not consider",
        )


def _deny(formula: Formula, path: tuple[int, ...], domain_of: DomainOf, found: list[Claim]) -> None:
    """Claim that something is not so."""
    match formula:
        case Is():
            values = domain_of(formula.fluent).without(formula.values)
            found.append(Claim(path, formula.fluent, values))
        case Not():
            _claim(formula.part, path, domain_of, found)
        case Or():
            for part in formula.parts:
                _deny(part, path, domain_of, found)
        case Attitude(who, Verb.KNOWS | Verb.KNOWS_WHETHER | Verb.BELIEVES, content):
            fluent = _whether(content, domain_of, any_values=True)
            open_claim = Claim(_into(path, who), fluent, domain_of(fluent).full, Stance.OPEN)
            found.append(open_claim)
        case Attitude(who, Verb.CONSIDERS, content) if not isinstance(content, Which):
            _deny(content, _into(path, who), domain_of, found)
        case Quantified(quantity=Quantity.SOMEBODY):
            for mind in _each(formula, deny=True):
                _claim(mind, path, domain_of, found)
        case And():
            raise Unsayable(
                "with not before an and, this says nothing definite", "say which of them is not so"
            )
        case _:
            raise Unsayable("this cannot be told", "say a fact, or who knows or believes it")


def _each(formula: Quantified, *, deny: bool = False) -> list[Formula]:
    """Return *everyone …* and *nobody …* as what they say of each."""
    if formula.quantity is Quantity.SOMEBODY and not deny:
        raise Unsayable("somebody is nobody in particular", "name who it is")
    negated = formula.negated ^ (formula.quantity is not Quantity.EVERYONE)
    minds = (Attitude(who, formula.verb, formula.content) for who in formula.members)
    return [Not(mind) if negated else mind for mind in minds]


def _whether(content: Formula | Which, domain_of: DomainOf, *, any_values: bool = False) -> int:
    """Return the one fact somebody knows, or does not know, the value of."""
    if isinstance(content, Which):
        return content.fluent
    if isinstance(content, Is) and (any_values or domain_of(content.fluent).is_yes_no):
        return content.fluent
    raise Unsayable(
        "of one fact at a time can be said whether it is known", "say it of one fact, in brackets"
    )


def _into(path: tuple[int, ...], who: int) -> tuple[int, ...]:
    """Return the chain of minds one longer; a name repeated changes nothing (law 2)."""
    if who == READER:
        raise Unsayable(
            "nobody in the story reckons with the reader", "leave the reader out of what is said"
        )
    return path if path and path[-1] == who else (*path, who)


def _mention(formula: Formula | Which, found: dict[int, None]) -> None:
    match formula:
        case Is() | Which():
            found[formula.fluent] = None
        case And() | Or():
            for part in formula.parts:
                _mention(part, found)
        case Not():
            _mention(formula.part, found)
        case Implies():
            _mention(formula.premise, found)
            _mention(formula.conclusion, found)
        case Constant():
            pass
        case Attitude() | Quantified() | Common() | WasTold() | HasSaid():
            _mention(formula.content, found)
        case _:
            found[formula.left] = None
            found[formula.right] = None
