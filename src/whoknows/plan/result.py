"""What a planner has to say: a plan with its explanations, or why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from whoknows.base.diagnostic import Diagnostic


class Outcome(Enum):
    """Which of these it was."""

    FOUND = "found"
    NONE = "none within the limits"
    UNDECIDED = "gave up: beliefs deeper than can be kept exactly decide what happens"
    UNLIMITED = "gave up: no limits were given, and none was found within those tried"
    TIME = "gave up: time"
    MEMORY = "gave up: memory"
    INTERRUPTED = "interrupted"
    FAULTY = "the problem has errors"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a character does something: a plan of theirs that starts with it.

    Each step has the explanations of the others who must agree to it.
    """

    character: str
    plan: "tuple[PlanStep, ...]"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """An action in Sabre's notation, with what explains it for each consenting character."""

    action: str
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a search ended.

    `plan` reaches the goal when the outcome is FOUND, and otherwise is the best that was found on
    the way, if anything. `minimal`: nothing can be left out of it, nor out of any explanation,
    within the full limits. `shortest`: no shorter plan exists within the full limits.
    """

    outcome: Outcome
    plan: tuple[PlanStep, ...] = ()
    utility: float | None = None
    minimal: bool = False
    shortest: bool = False
    visited: int = 0
    generated: int = 0
    seconds: float = 0.0
    findings: tuple[Diagnostic, ...] = ()

    @property
    def solved(self) -> bool:
        """Whether a plan was found."""
        return self.outcome is Outcome.FOUND


def to_json(result: Result) -> dict[str, object]:
    """The result as plain data."""
    return {
        "solved": result.solved,
        "outcome": result.outcome.value,
        "plan": [step.action for step in result.plan],
        "explanations": [_step(step) for step in result.plan],
        "utility": result.utility,
        "minimal": result.minimal,
        "shortest": result.shortest,
        "visited": result.visited,
        "generated": result.generated,
        "seconds": round(result.seconds, 3),
    }


def _step(step: PlanStep) -> dict[str, object]:
    return {
        "action": step.action,
        "explanations": [
            {"character": each.character, "plan": [_step(inner) for inner in each.plan]}
            for each in step.explanations
        ],
    }


def outline(result: Result) -> Iterator[str]:
    """The plan with its explanations as lines of text."""
    for step in result.plan:
        yield step.action
        yield from _reasons(step, "  ")


def _reasons(step: PlanStep, indent: str) -> Iterator[str]:
    for each in step.explanations:
        planned = ", ".join(inner.action for inner in each.plan)
        yield f"{indent}{each.character} plans: {planned}"
        for inner in each.plan[1:]:
            yield from _reasons(inner, indent + "  ")
