"""A question about a story, read and answered.

>>> answer(ledger, names, "who knows over", ledger.end).verdict     # doctest: +SKIP
('Iruka', 'Kakashi', 'the reader')
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from whoknows.ask import errors, grammar, matters, people, spans
from whoknows.ask.answers import Answer
from whoknows.ask.gathering import gathered, unmasked
from whoknows.ask.reading import lexicon_of, mistyped_opening, read_question, without_mark
from whoknows.ask.scope import Scope
from whoknows.ask.whether import whether, which, why
from whoknows.base.diagnostic import Diagnostic, in_order
from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.ledger.ledger import Ledger, Moment
from whoknows.model import errors as model_errors
from whoknows.model.findings import Findings
from whoknows.model.formula import Formula, ValueQuestion, Which
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import Names, key
from whoknows.model.story import AT
from whoknows.text import syntax
from whoknows.text.lexicon import Lexicon

_How: TypeAlias = Callable[[Scope, str, Formula], Answer]


def answer(
    ledger: Ledger,
    names: Names,
    query: str,
    moment: Moment,
    limits: Limits = DEFAULT_LIMITS,
    lexicon: Lexicon | None = None,
) -> Answer | tuple[Diagnostic, ...]:
    """Return the answer to a question at a moment, or the findings that say why there is none.

    ``lexicon``: what :func:`~whoknows.ask.reading.lexicon_of` made of the same names before, for
    whoever asks many questions.
    """
    if lexicon is None:
        lexicon = lexicon_of(names)
    form = read_question(query, lexicon, limits)
    if isinstance(form, Diagnostic):
        return (form,)
    findings = Findings()
    asked = _Asked(
        Scope(ledger, moment), query, FormulaReader(names, findings, limits.formula_depth)
    )
    found = asked.answer(form)
    if found is None:
        mistyped = mistyped_opening(without_mark(query), lexicon)
        return (mistyped,) if mistyped else in_order(findings.all())
    because = unmasked(asked.scope, gathered(asked.scope, found.because))
    return replace(found, because=because)


class _Asked:
    """One question being answered. What cannot be understood becomes a finding, and None here."""

    def __init__(self, scope: Scope, query: str, formulas: FormulaReader) -> None:
        self.scope = scope
        self.query = query
        self.formulas = formulas

    def answer(self, form: grammar.Question) -> Answer | None:
        match form:
            case grammar.Whether(node):
                return self._whether(node)
            case grammar.What(chain, verb):
                minds = self._chain(chain)
                return None if minds is None else matters.what(self.scope, self.query, minds, verb)
            case grammar.Withheld(frm, by):
                whom, keepers = self._everybody(frm), self._everybody(by)
                if whom is None or keepers is None:
                    return None
                return matters.withheld(self.scope, self.query, whom, keepers)
            case grammar.Where(name):
                return self._where(name)
            case grammar.HowLong(node, frm):
                formula, whom = self.formulas.formula(node), self._everybody(frm)
                if formula is None or whom is None:
                    return None
                return spans.how_long(self.scope, self.query, formula, whom)
            case grammar.Who(node):
                return self._about(node, people.who)
            case grammar.When(node):
                return self._about(node, spans.when)
            case grammar.Why(node):
                return self._about(node, why)

    def _about(self, node: syntax.Formula, how: _How) -> Answer | None:
        formula = self.formulas.formula(node)
        return None if formula is None else how(self.scope, self.query, formula)

    def _whether(self, node: syntax.Formula) -> Answer | None:
        found: Formula | Which | ValueQuestion | None = self.formulas.question(node)
        match found:
            case None:
                return None
            case Which(fluent):
                return which(self.scope, self.query, ValueQuestion((), fluent))
            case ValueQuestion():
                return which(self.scope, self.query, found)
            case _:
                return whether(self.scope, self.query, found)

    def _chain(self, names: Sequence[syntax.Name]) -> tuple[int, ...] | None:
        """Return a chain of minds, each one person; the reader only first."""
        chain: list[int] = []
        for name in names:
            people_named = self.formulas.people(name)
            if people_named is None:
                return None
            if len(people_named) != 1:
                self.formulas.findings.add(model_errors.one_person(name.text, name.span))
                return None
            if chain and people_named[0] < 0:
                self.formulas.findings.add(model_errors.reader_in_mind(name.span))
                return None
            if not chain or chain[-1] != people_named[0]:
                chain.append(people_named[0])
        return tuple(chain)

    def _everybody(self, names: Sequence[syntax.Name]) -> tuple[int, ...] | None:
        found = [self.formulas.people(name) for name in names]
        if any(each is None for each in found):
            return None
        return tuple(dict.fromkeys(who for each in found for who in each or ()))

    def _where(self, name: syntax.Name) -> Answer | None:
        """Answer where somebody or something is, by the fact that tells it."""
        names = self.formulas.names
        thing = names.thing_named.get(key(name.text))
        fluent = None if thing is None else self._place_of(thing)
        if fluent is None:
            self.formulas.findings.add(errors.nowhere(name.text, name.span))
            return None
        return which(self.scope, self.query, ValueQuestion((), fluent))

    def _place_of(self, thing: int) -> int | None:
        """Return the fluent that tells where a thing is."""
        names = self.formulas.names
        if thing < names.characters:
            return names.fluent(AT, (thing,))
        for number, fact in enumerate(names.facts):
            kinds = [each.kind for each in fact.parameters]
            if kinds == [names.things[thing].kind] and fact.domain.kind is not None:
                return names.fluent(number, (thing,))
        return None
