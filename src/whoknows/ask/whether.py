"""Answers to formulas: yes, no or undetermined; to *why*; and to ``= ?``: which value."""

from __future__ import annotations

import re

from whoknows.ask.answers import Answer, Because, verdict_of
from whoknows.ask.explain import explain, explain_held
from whoknows.ask.scope import Scope, said
from whoknows.engine.cells import Mark
from whoknows.ledger.ledger import Chain
from whoknows.model.formula import (
    And,
    Attitude,
    Compare,
    Formula,
    Is,
    Not,
    Quantified,
    ValueQuestion,
    Verb,
    Which,
)
from whoknows.model.values import Values, is_single
from whoknows.words.lists import listed, number_word, sentence

PRONOUNS = ("he", "she", "it")
_MISTAKEN = re.compile(r"(.+?) believes that (.+), but (.+)")
MOST_INSTEAD = 4
"""So many things that hold instead are said in one answer."""


def whether(scope: Scope, query: str, formula: Formula) -> Answer:
    """Return whether a formula holds, what holds instead, and why."""
    so = scope.value(formula)
    found = explain(scope, formula)
    speaker = scope.speaker
    instead = list(found.instead[:MOST_INSTEAD])
    if so is True:
        opening = f"Yes: {speaker.clause(_plainly(scope, formula))}"
    elif so is False and isinstance(formula, Is | And | Compare) and instead:
        opening = f"No: {instead.pop(0)}"
    elif so is False:
        opening = f"No: {speaker.denial(formula)}"
    elif isinstance(formula, Is):
        opening = f"Undetermined: {instead.pop(0)}" if instead else "Undetermined"
    else:
        opening = f"Undetermined: nothing says whether {speaker.clause(formula)}"
    text = " ".join([sentence(opening), *follow_ups(scope, opening, formula, instead)])
    because = found.because or (() if so else _at_least(scope, formula))
    return Answer(query, verdict_of(so), text, because)


def _at_least(scope: Scope, formula: Formula) -> tuple[Because, ...]:
    """Return the reason that is left where nothing happened: that nothing did."""
    while isinstance(formula, Not):
        formula = formula.part
    if not isinstance(formula, Attitude):
        return ()
    return (said(f"nothing about it has reached {scope.speaker.name(formula.who)}"),)


def _plainly(scope: Scope, formula: Formula) -> Formula:
    """Return *knows whether*, where it holds, as *knows that*: one wants to hear which."""
    match formula:
        case Attitude(who, Verb.KNOWS_WHETHER, content) if not isinstance(content, Which):
            so = scope.value(content)
            return Attitude(who, Verb.KNOWS, content if so else Not(content))
        case _:
            return formula


def follow_ups(scope: Scope, opening: str, formula: Formula, clauses: list[str]) -> list[str]:
    """Return further sentences; one about the same person goes on with a pronoun."""
    while isinstance(formula, Not):
        formula = formula.part
    who = formula.who if isinstance(formula, Attitude) and formula.who >= 0 else None
    found = []
    for clause in clauses:
        if clause in opening:
            continue
        clause = _shorter(scope, opening, formula, clause)  # noqa: PLW2901 - the same clause, said better
        if who is not None and clause.startswith(f"{scope.speaker.name(who)} "):
            pronoun = scope.story.things[who].pronoun
            if pronoun in PRONOUNS:
                clause = f"{pronoun}{clause.removeprefix(scope.speaker.name(who))}"  # noqa: PLW2901 - the same clause, said better
        found.append(sentence(clause))
    return found


def _shorter(scope: Scope, opening: str, formula: Formula, clause: str) -> str:
    """Return a clause without what the opening has said: *Kotetsu and the Pupil do not*."""
    if isinstance(formula, Quantified):
        for several in (True, False):
            for negated in (True, False):
                does = scope.speaker.minds.thinks(
                    formula.verb, formula.content, negated=negated, several=several
                )
                if clause.endswith(f" {does}"):
                    verb = ("do" if several else "does") + (" not" if negated else "")
                    return f"{clause.removesuffix(does)}{verb}"
    mistaken = _MISTAKEN.fullmatch(clause)
    if mistaken and f"that {mistaken[2]}" in opening:
        return f"{mistaken[1]} believes so, but {mistaken[3]}"
    return clause


def why(scope: Scope, query: str, formula: Formula) -> Answer:
    """Return every reason why a formula holds, or why not; the verdict lists the moments."""
    so = scope.value(formula)
    plain = whether(scope, query, formula)
    if so is not True:
        return plain
    moments = tuple(dict.fromkeys(_moment(scope, each) for each in plain.because))
    clause = scope.speaker.clause(formula)
    rest = plain.sentence.removeprefix(sentence(f"Yes: {clause}")).strip()
    count = len(plain.because)
    if count > 1 and not isinstance(formula, Not):
        clause = f"for {number_word(count)} reasons {clause}"
    text = " ".join(part for part in (sentence(clause), rest) if part)
    return Answer(query, moments or plain.verdict, text, plain.because)


def _moment(scope: Scope, because: Because) -> str:
    if because.step is None:
        return "the start"
    return scope.speaker.events.title(because.step.scene, because.step.occurrence)


# --- which value -------------------------------------------------------------------------------


def which(scope: Scope, query: str, asked: ValueQuestion) -> Answer:
    """Return which values are held possible at the end of a chain of minds."""
    chain = _without_repeats(tuple(who for who, _ in asked.chain))
    verb = asked.chain[-1][1] if asked.chain else None
    values = _values(scope, chain, asked.fluent, verb)
    speaker = scope.speaker
    names = speaker.facts.value_names(asked.fluent, values)
    if not chain:
        found = explain(scope, Is(asked.fluent, values))
        opening = scope.held((), asked.fluent)
        if len(names) > 1:
            opening = f"{opening}: {listed(names, 'or')}"
        return Answer(query, names, sentence(opening), found.because)
    text = _held(scope, chain, asked.fluent, values)
    return Answer(query, names, text, explain_held(scope, chain, asked.fluent).because)


def _values(scope: Scope, chain: Chain, fluent: int, verb: Verb | None) -> Values:
    """Return the values a mind thinks possible, or is thought to."""
    cell = scope.cell(chain, fluent)
    if cell.mark is Mark.SETTLED and chain:
        return _values(scope, chain[:-1], fluent, verb)
    if verb in {None, Verb.SUSPECTS, Verb.HAS_HUNCH, Verb.WONDERS} or not cell.aware:
        return cell.possible
    return cell.considered


def _held(scope: Scope, chain: Chain, fluent: int, values: Values) -> str:
    cell = scope.cell(chain, fluent)
    speaker = scope.speaker
    unasked = not cell.aware and values == cell.full
    if cell.mark is not Mark.OWN or is_single(values) or unasked:
        text = sentence(scope.held(chain, fluent))
        if is_single(values) or unasked:
            return text
        names = listed(speaker.facts.value_names(fluent, values), "or")
        return f"{text} It may be {names}."
    return sentence(speaker.minds.cannot_tell(chain, fluent, values))


def _without_repeats(chain: Chain) -> Chain:
    return tuple(who for at, who in enumerate(chain) if at == 0 or chain[at - 1] != who)
