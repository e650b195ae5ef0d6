"""Plans that must be refused, and why."""

from dataclasses import replace

from tests.plan.problems import COIN, Limits, problem
from whoknows.plan import Explanation, PlanStep, Verdict, solve, verify

LIMITS: Limits = {"author_limit": 6, "character_limit": 5, "epistemic_limit": 2}


def verdict(
    plan: tuple[PlanStep, ...],
    text: str = COIN,
    author: int = 6,
    character: int = 5,
    depth: int = 2,
) -> Verdict:
    limits: Limits = {
        "author_limit": author,
        "character_limit": character,
        "epistemic_limit": depth,
    }
    return verify(problem(text), plan, goal=1, allowed=300, **limits)


def coin_plan() -> tuple[PlanStep, ...]:
    result = solve(problem(COIN), goal=1, **LIMITS)
    assert result.solved
    return result.plan


def test_accepts_what_the_search_found() -> None:
    plan = coin_plan()
    assert [step.action for step in plan] == [
        "whisper(Ada, Ben, Attic)",
        "walk(Ben, Hall, Attic)",
        "take(Ben, Attic)",
    ]
    assert verdict(plan).wrong == ()


def test_refuses_an_action_that_is_not_possible() -> None:
    assert "not possible" in verdict(coin_plan()[1:]).wrong[0]


def test_refuses_an_action_nobody_defined() -> None:
    assert "no action" in verdict((PlanStep("fly(Ada)", ()),)).wrong[0]


def test_refuses_a_plan_that_does_not_reach_the_goal() -> None:
    assert "utility" in verdict(coin_plan()[:-1]).wrong[-1]


def test_refuses_an_action_without_a_reason() -> None:
    first, *rest = coin_plan()
    assert "has no reason" in verdict((replace(first, explanations=()), *rest)).wrong[0]


def test_refuses_a_reason_that_explains_another_action() -> None:
    first, *rest = coin_plan()
    (reason,) = first.explanations
    swapped = replace(first, explanations=(Explanation(reason.character, reason.plan[1:]),))
    assert "does not start with it" in verdict((swapped, *rest)).wrong[0]


def test_refuses_a_reason_that_does_not_help() -> None:
    first, *rest = coin_plan()
    (reason,) = first.explanations
    idle = Explanation(reason.character, reason.plan[:1])
    assert "does not help" in verdict((replace(first, explanations=(idle,)), *rest)).wrong[0]


def test_refuses_what_is_beyond_the_limits() -> None:
    plan = coin_plan()
    assert "more than 2" in verdict(plan, author=2).wrong[0]
    assert any("too many here" in each for each in verdict(plan, character=2).wrong)
    assert any("too many here" in each for each in verdict(plan, depth=0).wrong)


def test_refuses_a_plan_with_something_to_leave_out() -> None:
    plan = coin_plan()
    away = PlanStep("walk(Ben, Hall, Attic)", ())
    back = PlanStep("walk(Ben, Attic, Hall)", ())
    longer = verdict((away, back, *plan))
    assert any("shortened" in each for each in longer.wrong)


def test_refuses_a_reason_with_something_to_leave_out() -> None:
    text = """entity A : character; property p() : boolean; property n() : number;
    action idle() { precondition: !p(); effect: p(); consenting: A; };
    action gain() { effect: n() = 1; consenting: A; };
    utility(): p(); utility(A): n();"""
    steps = (PlanStep("idle()", ()), PlanStep("gain()", ()))
    plan = (PlanStep("idle()", (Explanation("A", steps),)),)
    assert any(
        "A's plan for idle() can be shortened to gain()" in e for e in verdict(plan, text).wrong
    )
    assert not solve(problem(text), goal=1, **LIMITS).solved


def test_refuses_a_joint_deed_the_other_has_no_reason_for() -> None:
    text = """entity A : character; entity B : character;
    property p() : boolean; property q() : boolean;
    action prepare() { precondition: !q(); effect: q(); consenting: A; };
    action deal() { precondition: q(); effect: p(); consenting: A, B; };
    utility(): q(); utility(A): p();  utility(B): 0;"""
    steps = (PlanStep("prepare()", ()), PlanStep("deal()", ()))
    plan = (PlanStep("prepare()", (Explanation("A", steps),)),)
    assert "B has no reason for deal()" in verdict(plan, text).wrong
    assert not solve(problem(text), goal=1, **LIMITS).solved
