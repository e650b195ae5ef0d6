"""The search against the definition: random problems, every answer checked by brute force."""

import pytest

from tests.plan.problems import Limits, codes, problem
from tests.plan.random_problems import random_problem
from whoknows.plan import Outcome, Problem, solve
from whoknows.plan.search.compiled import CompiledProblem
from whoknows.plan.search.effort import Effort
from whoknows.plan.search.worlds import State, Worlds
from whoknows.plan.verify import Laws, World, _Explaining, evaluate, holds, verify

AUTHOR, CHARACTER, EPISTEMIC = 3, 3, 1
PROBLEMS = [
    seed
    for seed in range(250)
    if not any(code < "WK425" or code > "WK427" for code in codes(random_problem(seed)))
]


def shortest_by_definition(given: Problem, goal: float) -> int | None:
    """The length of the shortest solution, found by trying everything."""
    laws = Laws(given, EPISTEMIC + 4)
    layer = [laws.initial()]
    before = evaluate(given.author, layer[0])
    if before is None:
        return None
    for length in range(1, AUTHOR + 1):
        following: list[World] = []
        for world in layer:
            for action in given.actions:
                explaining = _Explaining(laws, EPISTEMIC, 10**9)
                if holds(action.condition, world) and all(
                    explaining.explained(each, world.minds[each], action, CHARACTER, 1)
                    for each in action.consenting
                ):
                    after = laws.do(world, action)
                    worth = evaluate(given.author, after)
                    if worth is not None and worth >= goal and worth > before:
                        return length
                    following.append(after)
        layer = list(dict.fromkeys(following))
    return None


def test_there_are_enough_problems() -> None:
    assert len(PROBLEMS) > 200


@pytest.mark.parametrize("seed", PROBLEMS)
def test_finds_a_plan_exactly_when_there_is_one(seed: int) -> None:
    given = problem(random_problem(seed))
    start = evaluate(given.author, Laws(given, 3).initial())
    goal = float(start or 0) + 1
    limits: Limits = {
        "author_limit": AUTHOR,
        "character_limit": CHARACTER,
        "epistemic_limit": EPISTEMIC,
    }
    result = solve(given, goal=goal, **limits)
    shortest = shortest_by_definition(given, goal)
    if shortest is None:
        assert result.outcome in (Outcome.NONE, Outcome.UNDECIDED)
        return
    assert result.outcome is Outcome.FOUND
    assert result.shortest
    assert len(result.plan) == shortest
    verdict = verify(given, result.plan, goal=goal, allowed=10**6, **limits)
    assert (verdict.wrong, verdict.undecided) == ((), ())


def same(state: State, world: World, depth: int) -> bool:
    """Whether the two notions of a state agree so far down."""
    return state.values == world.values and (
        depth == 0
        or all(
            same(mine, theirs, depth - 1)
            for mine, theirs in zip(state.children, world.minds, strict=True)
        )
    )


@pytest.mark.parametrize("seed", PROBLEMS[::5])
def test_both_notions_of_what_happens_agree_to_every_depth(seed: int) -> None:
    given = problem(random_problem(seed))
    compiled = CompiledProblem(given)
    worlds, laws = Worlds(compiled, Effort(None, None)), Laws(given, 5)
    seen = [(worlds.initial(3), laws.initial())]
    for _ in range(3):
        assert all(same(state, world, 3 if compiled.exact else 0) for state, world in seen)
        seen = [
            (worlds.do(state, action), laws.do(world, action.event))
            for state, world in seen[:40]
            for action in worlds.actions(state)
        ]
