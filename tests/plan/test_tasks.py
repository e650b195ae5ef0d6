"""Sabre's small problems: solved, no longer than the known plans, confirmed by the verifier."""

import csv

import pytest

from tests.plan.problems import SABRE, Limits, sabre_problem
from whoknows.plan import Outcome, solve
from whoknows.plan.verify import verify

TASKS = SABRE / "tasks.csv"
if not TASKS.exists():
    pytest.skip("Sabre's files are not here", allow_module_level=True)

# The others take seconds each: benchmarks/plan.py runs and verifies them all.
SLOW = {"aladdin_any", "aladdin_both", "fantasy_all", "hospital_both", "western"}
ROWS = [
    row for row in csv.DictReader(TASKS.read_text("utf-8").splitlines()) if row["task"] not in SLOW
]


@pytest.mark.parametrize("row", ROWS, ids=[row["task"] for row in ROWS])
def test_solves_and_confirms(row: dict[str, str]) -> None:
    problem = sabre_problem(row["file"])
    limits: Limits = {
        "author_limit": int(row["atl"]),
        "character_limit": int(row["ctl"]),
        "epistemic_limit": int(row["el"]),
    }
    result = solve(problem, goal=float(row["goal"]), **limits)
    assert result.outcome is Outcome.FOUND
    assert result.minimal
    verdict = verify(problem, result.plan, goal=float(row["goal"]), allowed=500, **limits)
    assert verdict.wrong == ()
    if result.shortest:
        assert len(result.plan) <= int(row["plan_length"])


@pytest.mark.parametrize(
    ("name", "limits", "length"),
    [
        ("treasurehunt", (3, 3, 1), 3),
        ("macguffin", (4, 4, 1), 2),
        # one action fewer than the shortest plan the file's header knows
        ("treasurehunt", (2, 3, 1), None),
        ("treasure", (3, 4, 3), None),
        ("lovers", (4, 5, 2), None),
        ("space", (1, 3, 1), None),
    ],
)
def test_finds_or_proves_that_there_is_none(
    name: str, limits: tuple[int, int, int], length: int | None
) -> None:
    result = solve(
        sabre_problem(f"problems/{name}.txt"),
        goal=1,
        author_limit=limits[0],
        character_limit=limits[1],
        epistemic_limit=limits[2],
    )
    assert result.outcome is (Outcome.NONE if length is None else Outcome.FOUND)
    assert len(result.plan) == (length or 0)


def test_the_lie_in_the_love_triangle() -> None:
    """C1 says they want what they mean to give away: no plan of five actions does without."""
    problem = sabre_problem("problems/lovers.txt")
    result = solve(problem, goal=1, author_limit=5, character_limit=5, epistemic_limit=2)
    assert [step.action for step in result.plan][1] == "tell(C1, C2, I3, R12)"
    (reason,) = result.plan[1].explanations
    assert [step.action for step in reason.plan][-1] == "trade(C1, I3, C3, I1, R22)"
    assert [each.character for each in reason.plan[1].explanations] == ["C2"]
