"""Formulas as clauses, and what is held along a chain of minds.

A formula says what it says: *Iruka knows that Kakashi knows that Iruka loves Kakashi*. What is held
along a chain is said as one would of people: *Kakashi takes Iruka to think that …*, and with more
minds *Ada believes that Bruno takes Cora to think that …*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from whoknows.engine.cells import Cell, Mark
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
    Compare,
    Comparison,
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
from whoknows.model.story import READER, Story
from whoknows.model.values import YES, Values, is_single
from whoknows.words.facts import Facts
from whoknows.words.lists import listed, listed_clauses


class Phrase(NamedTuple):
    """A verb of mind with its linking word: of one, of several or after *does not*, and bare."""

    one: str
    several: str
    link: str


PHRASES = {
    Verb.KNOWS: Phrase("knows", "know", "that"),
    Verb.KNOWS_WHETHER: Phrase("knows", "know", "whether"),
    Verb.BELIEVES: Phrase("believes", "believe", "that"),
    Verb.SUSPECTS: Phrase("suspects", "suspect", "that"),
    Verb.HAS_HUNCH: Phrase("has only a hunch", "have only a hunch", "that"),
    Verb.CONSIDERS: Phrase("thinks it possible", "think it possible", "that"),
    Verb.WONDERS: Phrase("wonders", "wonder", "whether"),
    Verb.UNAWARE: Phrase("is unaware", "are unaware", "that"),
}
_REFLEXIVE = {"he": "himself", "she": "herself", "they": "themselves", "it": "itself"}
_COMPARED = {
    Comparison.EQUAL: "is the same as",
    Comparison.UNEQUAL: "is not the same as",
    Comparison.LESS: "is less than",
    Comparison.AT_MOST: "is at most",
    Comparison.MORE: "is more than",
    Comparison.AT_LEAST: "is at least",
}


class Minds:
    """The minds of one story, said."""

    def __init__(self, story: Story, facts: Facts) -> None:
        self.story = story
        self.facts = facts

    def name(self, who: int) -> str:
        """Return a character's name as its author wrote it."""
        return self.story.name_of(who)

    def pronoun(self, who: int) -> str:
        """Return he, she, they or it."""
        return "they" if who == READER else self.story.things[who].pronoun

    def himself(self, who: int) -> str:
        """Return the reflexive pronoun of somebody."""
        return _REFLEXIVE[self.pronoun(who)]

    def of_oneself(self, who: int, clause: str) -> str:
        """Return a clause somebody holds, which calls them *he* or *she* where it begins with them.

        *Iruka believes that he has seen it*; a *they* would need another verb, so the name stays.
        """
        name, pronoun = self.name(who), self.pronoun(who)
        rest = clause.removeprefix(f"{name} ")
        if rest == clause or rest.startswith("and ") or pronoun not in {"he", "she"}:
            return clause
        return f"{pronoun} {rest}"

    def names(self, people: Sequence[int]) -> str:
        """Return names as a phrase."""
        return listed([self.name(who) for who in people])

    # --- formulas ----------------------------------------------------------------------------

    def clause(self, formula: Formula) -> str:
        """Return a formula as a clause, to stand after *that*."""
        match formula:
            case Is(fluent, values):
                return self.facts.said(fluent, values)
            case Compare(left, how, right):
                return f"{self.facts.noun(left)} {_COMPARED[how]} {self.facts.noun(right)}"
            case Constant(so):
                return "that is always so" if so else "that is never so"
            case Not(part):
                return self.denial(part)
            case And(parts):
                return listed_clauses([self.clause(part) for part in parts])
            case Or(parts) if (same := _same(formula)) is not None:
                one, other = (f"“{self.facts.label(each)}”" for each in same)
                return f"{one} is the same as {other}"
            case Or(parts):
                return f"either {listed([self.clause(part) for part in parts], 'or')}"
            case Implies(premise, conclusion):
                return f"if {self.clause(premise)}, then {self.clause(conclusion)}"
            case Attitude(who, verb, content):
                return f"{self.name(who)} {self.thinks(verb, content, of=who)}"
            case Quantified():
                return self._quantified(formula)
            case Common(members, content):
                among = self.names(members)
                return f"it is common knowledge among {among} that {self.clause(content)}"
            case WasTold(who, content):
                return f"{self.name(who)} has been told {self.content(content, 'that')}"
            case HasSaid(who, content, to):
                whom = "" if to is None else f" to {self.name(to)}"
                return f"{self.name(who)} has said{whom} {self.told(who, content, to)}"
            case _:
                assert_never(formula)

    def denial(self, formula: Formula) -> str:
        """Return that a formula does not hold, as a clause."""
        match formula:
            case Is(fluent, values):
                rest = self.story.domain_of(fluent).without(values)
                return self.facts.said(fluent, rest)
            case Not(part):
                return self.clause(part)
            case Attitude(who, verb, content):
                return f"{self.name(who)} {self.thinks(verb, content, of=who, negated=True)}"
            case Quantified(Quantity.NOBODY):
                return self._quantified(formula, Quantity.SOMEBODY)
            case Quantified(Quantity.SOMEBODY, negated=False):
                return self._quantified(formula, Quantity.NOBODY)
            case Quantified(Quantity.EVERYONE, negated=False):
                return f"not {self._quantified(formula)}"
            case Common(members, content):
                among = self.names(members)
                return f"it is not common knowledge among {among} that {self.clause(content)}"
            case WasTold(who, content):
                return f"{self.name(who)} has not been told {self.content(content, 'that')}"
            case HasSaid(who, content, to):
                whom = "" if to is None else f" to {self.name(to)}"
                return f"{self.name(who)} has not said{whom} {self.told(who, content, to)}"
            case Or(parts) if (same := _same(formula)) is not None:
                one, other = (f"“{self.facts.label(each)}”" for each in same)
                return f"{one} is not the same as {other}"
            case Or(parts):
                return listed_clauses([self.denial(part) for part in parts])
            case _:
                return f"it is not so that {self.clause(formula)}"

    def thinks(
        self,
        verb: Verb,
        content: Formula | Which,
        *,
        of: int | None = None,
        negated: bool = False,
        several: bool = False,
    ) -> str:
        """Return what somebody's mind is to something: ``does not believe that …``.

        ``of``: who that is, if it is one and known here.
        """
        phrase = PHRASES[verb]
        link = "of" if verb is Verb.UNAWARE and isinstance(content, Which) else phrase.link
        said = self.content(content, link)
        if of is not None and not isinstance(content, Which):
            said = f"{link} {self.of_oneself(of, said.removeprefix(f'{link} '))}"
        if negated and isinstance(content, And):
            said = f"both {said}"
        if not negated:
            return f"{phrase.several if several else phrase.one} {said}"
        if verb is Verb.UNAWARE:
            return f"{'are' if several else 'is'} not unaware {said}"
        if verb is Verb.CONSIDERS:
            return f"{'do' if several else 'does'} not think it possible {said}"
        return f"{'do' if several else 'does'} not {phrase.several} {said}"

    def content(self, content: Formula | Which, link: str) -> str:
        """Return what is known, told or asked, with the word that links it."""
        if isinstance(content, Which):
            which = self.facts.which(content.fluent)
            return f"of {which}" if link == "of" else which
        parts = content.parts if isinstance(content, And) else (content,)
        return listed_clauses([f"{link} {self.clause(part)}" for part in parts])

    def told(self, who: int, content: Formula | Which, to: int | None) -> str:
        """Return what somebody says to somebody, who may be a *he* as well."""
        said = self.content(content, "that")
        if to is not None and self.pronoun(to) == self.pronoun(who):
            return said
        return (
            f"that {self.of_oneself(who, said.removeprefix('that '))}"
            if said.startswith("that ")
            else said
        )

    def _quantified(self, crowd: Quantified, quantity: Quantity | None = None) -> str:
        word = (quantity or crowd.quantity).value
        group = crowd.group
        if group.startswith("but "):
            who = f"{word} {group}"
        else:
            who = f"{word} in {group}" if group else word
        return f"{who} {self.thinks(crowd.verb, crowd.content, negated=crowd.negated)}"

    # --- what is held ------------------------------------------------------------------------

    def held(self, chain: Sequence[int], fluent: int, cell: Cell) -> str:
        """Return what is held of a fluent at the end of a chain of minds (not empty)."""
        if cell.mark is Mark.BLANK:
            return self._at(chain[:-1], "has no idea", "have no idea") + (
                f" what {self.name(chain[-1])} makes of {self._matter(fluent)}"
            )
        return self._at(chain, *self._stance(chain[-1], fluent, cell))

    def takes(self, chain: Sequence[int], one: str, bare: str) -> str:
        """Return that the last of a chain does something, as the others take it."""
        return self._at(chain, one, bare)

    def _at(self, chain: Sequence[int], one: str, bare: str) -> str:
        """Return ``X believes``, ``X takes Y to …``, ``X believes that Y takes Z to …``."""
        *others, last = [self.name(who) for who in chain]
        if not others:
            return f"{last} {one}"
        if bare.split(" ", 1)[0] in {"not", "never"}:
            return "".join(f"{name} believes that " for name in others) + f"{last} {one}"
        *outer, taker = others
        ahead = "".join(f"{name} believes that " for name in outer)
        return f"{ahead}{taker} takes {last} to {bare}"

    def _stance(self, who: int, fluent: int, cell: Cell) -> tuple[str, str]:
        """Return what a mind does with a fluent: of one person, and bare."""
        which = self.facts.which(fluent)
        if cell.mark is Mark.SETTLED:
            return f"knows {which}", f"know {which}"
        if cell.mark is Mark.FIXED:
            said = f"sure {which}, whichever it is"
            return f"is {said}", f"be {said}"
        if cell.possible == cell.full:
            if cell.aware:
                return f"does not know {which}", f"not know {which}"
            return f"has never wondered {which}", f"never have wondered {which}"
        said = self.of_oneself(who, self.facts.said(fluent, cell.possible))
        if not cell.aware:
            return f"takes it for granted that {said}", f"take it for granted that {said}"
        if cell.believed != cell.possible:
            return f"suspects that {said}", f"suspect that {said}"
        return f"believes that {said}", f"think that {said}"

    def _matter(self, fluent: int) -> str:
        if self.story.domain_of(fluent).is_yes_no:
            return f"whether {self.facts.said(fluent, YES)}"
        return self.facts.which(fluent)

    def cannot_tell(self, chain: Sequence[int], fluent: int, values: Values) -> str:
        """Return that the last of a chain cannot tell some values apart."""
        if is_single(values):
            return self._at(chain, "is sure", "be sure")
        told = f"whether {self.facts.either(fluent, values)}"
        return self._at(chain, f"cannot tell {told}", f"not be able to tell {told}")


def _same(formula: Or) -> tuple[int, int] | None:
    """Return the two fluents whose values are compared, where a disjunction says just that."""
    pairs: set[tuple[int, int]] = set()
    for part in formula.parts:
        match part:
            case And((Is(left), Is(right))):
                pairs.add((left, right))
            case _:
                return None
    return pairs.pop() if len(pairs) == 1 and len(formula.parts) > 1 else None
