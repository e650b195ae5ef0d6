"""Answers to *who*: everybody of whom a formula holds, the reader among them where it fits."""

from __future__ import annotations

from dataclasses import replace

from whoknows.ask.answers import Answer, Because
from whoknows.ask.explain import explain
from whoknows.ask.scope import Scope, distinct
from whoknows.model.formula import And, Attitude, Formula, HasSaid, Not, WasTold, Which
from whoknows.model.story import READER
from whoknows.words.lists import sentence

REASONS_EACH = 2
"""So many reasons are told of each person."""


def who(scope: Scope, query: str, formula: Formula) -> Answer:
    """Return of whom a formula about the reader holds, everybody put in the reader's place."""
    candidates = scope.everybody if _of_minds(formula) else scope.story.people
    as_whom = {each: _as_whom(scope, formula, each) for each in candidates}
    values = {each: scope.value(put(formula, whom)) for each, whom in as_whom.items()}
    found = tuple(each for each, so in values.items() if so is True)
    unclear = tuple(each for each, so in values.items() if so is None)
    because: list[Because] = []
    for each in found:
        because.extend(explain(scope, put(formula, as_whom[each])).because[:REASONS_EACH])
    text = _predicate(scope, formula, several=len(found) > 1)
    opening = sentence(f"{scope.speaker.names(found) or 'nobody'} {text}")
    if unclear:
        names = scope.speaker.names(unclear)
        opening = f"{opening} Of {names} it cannot be told."
    if not found and (so_not := _not_so(scope, formula)):
        opening = f"{opening} {sentence(so_not)}"
    verdict = tuple(scope.speaker.name(each) for each in found)
    return Answer(query, verdict, opening, distinct(because) or _whether_so(scope, formula))


def _as_whom(scope: Scope, formula: Formula, each: int) -> int:
    """Return under which name a formula holds of somebody: what Cesario said, Viola has said."""
    if isinstance(formula, WasTold | HasSaid) and scope.value(put(formula, each)) is not True:
        for persona in scope.story.personas:
            if persona.wearer == each and scope.value(put(formula, persona.persona)) is True:
                return persona.persona
    return each


def put(formula: Formula, somebody: int) -> Formula:
    """Return a formula with somebody in the reader's place."""
    match formula:
        case Not(part):
            return Not(put(part, somebody))
        case And(parts):
            return And(tuple(put(part, somebody) for part in parts))
        case Attitude() | WasTold() | HasSaid():
            return replace(formula, who=somebody) if formula.who == READER else formula
        case _:
            return formula


def _of_minds(formula: Formula) -> bool:
    while isinstance(formula, Not):
        formula = formula.part
    return isinstance(formula, Attitude)


def _predicate(scope: Scope, formula: Formula, *, several: bool) -> str:
    """Return what is said of those who were asked for."""
    negated = isinstance(formula, Not)
    inner = formula.part if isinstance(formula, Not) else formula
    if isinstance(inner, Attitude):
        return scope.speaker.minds.thinks(
            inner.verb, inner.content, negated=negated, several=several
        )
    clause = scope.speaker.denial(inner) if negated else scope.speaker.clause(inner)
    text = clause.removeprefix(f"{scope.speaker.name(READER)} ")
    return text.replace("has ", "have ", 1) if several and text.startswith("has ") else text


def _not_so(scope: Scope, formula: Formula) -> str:
    """Return that what was asked about is not so, if it is not."""
    content = getattr(formula, "content", None)
    if content is None or isinstance(content, Which) or scope.value(content) is not False:
        return ""
    return scope.speaker.denial(content)


def _whether_so(scope: Scope, formula: Formula) -> tuple[Because, ...]:
    """Return, where nobody is found, why what was asked about is so or not."""
    inner = formula.part if isinstance(formula, Not) else formula
    content = getattr(inner, "content", None)
    if content is None or isinstance(content, Which):
        return ()
    return explain(scope, content).because
