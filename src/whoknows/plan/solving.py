"""One search from beginning to end: what `whoknows.plan` offers to the floors above."""

from collections.abc import Callable

from whoknows.base.diagnostic import Diagnostic
from whoknows.plan.problem import Problem
from whoknows.plan.result import Explanation, Outcome, PlanStep, Result
from whoknows.plan.sabre import errors
from whoknows.plan.search.author import Found
from whoknows.plan.search.compiled import CompiledProblem
from whoknows.plan.search.effort import Effort, GaveUp, Progress
from whoknows.plan.search.ladder import UNLIMITED, Climb, Limits
from whoknows.plan.search.reasons import Reason
from whoknows.plan.search.worlds import FIRING_LIMIT, EndlessTriggers


def solve(
    problem: Problem,
    *,
    goal: float | None = None,
    author_limit: int = -1,
    character_limit: int = -1,
    epistemic_limit: int = -1,
    seconds: float | None = None,
    megabytes: float | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Result:
    """A plan after which the author's utility is at least `goal`, every action explained.

    Args:
        problem: what to plan for.
        goal: None for the next whole number above the utility at the start.
        author_limit: the most actions in the plan; -1 for any number.
        character_limit: the most actions in an explanation; -1 for any number.
        epistemic_limit: the most levels of belief in an explanation; -1 for any number.
        seconds: when to give up; None for never.
        megabytes: how much memory may be used; None for all there is.
        progress: told now and then how far the search is.
    """
    effort = Effort(seconds, megabytes, progress)
    given = (author_limit, character_limit, epistemic_limit)
    limits = Limits(goal, *map(_limit, given, UNLIMITED[1:]))
    climb: Climb | None = None
    try:
        compiled = CompiledProblem(problem)
        climb = Climb(compiled, limits, effort)
        return _search(climb, compiled, effort, limited=min(given) >= 0)
    except EndlessTriggers as endless:
        return _ended(Outcome.FAULTY, None, effort, (_endless(endless),))
    except GaveUp as reached:
        outcome = Outcome.TIME if reached.args[0] == "time" else Outcome.MEMORY
        return _ended(outcome, climb, effort)
    except MemoryError:
        return _ended(Outcome.MEMORY, None, effort)
    except KeyboardInterrupt:
        return _ended(Outcome.INTERRUPTED, climb, effort)


def _limit(given: int, unlimited: int) -> int:
    return unlimited if given < 0 else given


def _search(climb: Climb, compiled: CompiledProblem, effort: Effort, *, limited: bool) -> Result:
    found = climb.search()
    if found is None:
        if not limited:
            return _ended(Outcome.UNLIMITED, climb, effort)
        return _ended(Outcome.NONE if compiled.exact else Outcome.UNDECIDED, climb, effort)
    try:
        found = climb.prove_shortest(found)
    except (GaveUp, KeyboardInterrupt):
        found = climb.candidate or found
    return Result(
        Outcome.FOUND,
        _plan(found, climb.characters),
        climb.utility(found),
        minimal=climb.minimal,
        shortest=climb.shortest,
        visited=effort.visited,
        generated=effort.generated,
        seconds=effort.seconds,
    )


def _ended(
    outcome: Outcome,
    climb: Climb | None,
    effort: Effort,
    findings: tuple[Diagnostic, ...] = (),
) -> Result:
    """The result of a search that found no plan it can vouch for."""
    found = climb.best_so_far() if climb is not None else None
    return Result(
        outcome,
        () if found is None or climb is None else _plan(found, climb.characters),
        None if found is None or climb is None else climb.utility(found),
        visited=effort.visited,
        generated=effort.generated,
        seconds=effort.seconds,
        findings=findings,
    )


def _endless(endless: EndlessTriggers) -> Diagnostic:
    names = tuple(each.name for each in endless.triggers)
    return errors.endless_trigger(endless.triggers[0].event.span, names, FIRING_LIMIT)


def _plan(found: Found, characters: tuple[str, ...]) -> tuple[PlanStep, ...]:
    return tuple(
        PlanStep(action.name, tuple(_explanation(each, characters) for each in reasons))
        for action, reasons in zip(found.actions, found.reasons, strict=True)
    )


def _explanation(reason: Reason, characters: tuple[str, ...]) -> Explanation:
    return Explanation(
        characters[reason.character],
        tuple(
            PlanStep(
                step.action.name, tuple(_explanation(each, characters) for each in step.reasons)
            )
            for step in reason.steps
        ),
    )
