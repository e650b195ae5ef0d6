"""Groups whose members come and go (law 19): a formula about a group, as the group stands then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whoknows.engine.steps import Step
from whoknows.model.event import Join
from whoknows.model.formula import (
    And,
    Attitude,
    Common,
    Formula,
    Implies,
    Not,
    Or,
    Quantified,
    Which,
)
from whoknows.model.story import Story


def members(story: Story, group: int, steps: Iterable[Step]) -> tuple[int, ...]:
    """Return who belongs to a group after these steps, in the order of the cast."""
    inside = set(story.groups[group].members)
    for step in steps:
        act = None if step.event is None else step.event.act
        if isinstance(act, Join) and act.group == group:
            inside = inside - set(act.who) if act.leaving else inside | set(act.who)
    return tuple(sorted(inside))


def as_of(formula: Formula, story: Story, steps: tuple[Step, ...]) -> Formula:
    """Return the formula with every crowd made up of those who belong to it after these steps."""
    regrouped = _regrouped(formula, story, steps)
    assert not isinstance(regrouped, Which)
    return regrouped


def _regrouped(formula: Formula | Which, story: Story, steps: tuple[Step, ...]) -> Formula | Which:
    def inner(part: Formula) -> Formula:
        return as_of(part, story, steps)

    match formula:
        case Not(part):
            return Not(inner(part))
        case And(parts):
            return And(tuple(inner(part) for part in parts))
        case Or(parts):
            return Or(tuple(inner(part) for part in parts))
        case Implies(premise, conclusion):
            return Implies(inner(premise), inner(conclusion))
        case Attitude(who, verb, content):
            return Attitude(who, verb, _regrouped(content, story, steps))
        case Common(among, content):
            return Common(among, inner(content))
        case Quantified():
            crowd = formula.members
            if formula.groups:
                inside = {who for group in formula.groups for who in members(story, group, steps)}
                crowd = tuple(sorted(inside.difference(formula.but)))
            content = _regrouped(formula.content, story, steps)
            return replace(formula, members=crowd, content=content)
        case _:
            return formula
