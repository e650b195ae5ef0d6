"""Sabre's unusual precedence, by what it does."""

import pytest

from tests.plan.problems import problem
from whoknows.plan import solve

HEAD = """
entity A : character; entity B : character;
property p(c : character) : boolean; property q(c : character) : boolean;
property n(c : character) : number; property won() : boolean;
"""


def winnable(condition: str, start: str = "") -> bool:
    text = f"""{HEAD} {start}
    action go() {{ precondition: {condition}; effect: won(); }};
    action flip() {{ effect: p(A) & q(A) & n(A) = 1; }};
    utility(): won();"""
    return solve(problem(text), author_limit=1).solved


@pytest.mark.parametrize(
    ("condition", "start", "holds"),
    [
        ("p(A) & q(A) | !p(B)", "", False),  # p(A) & (q(A) | !p(B))
        ("!exists(c : character) p(c) & q(B)", "q(B);", True),  # (!exists p) & q
        ("2 * 3 + 1 == n(B)", "n(B) = 8;", True),  # 2 * (3 + 1)
        ("10 - 3 - 2 == n(B)", "n(B) = 9;", True),  # 10 - (3 - 2)
        ("!n(B) == 3", "n(B) = 3;", False),  # !(n == 3)
        ("n(B) > 0", "n(B) = ?;", False),
        ("!(n(B) > 0)", "n(B) = ?;", False),  # pushed in: n <= 0, which unknown is not
        ("n(B) >= n(A)", "n(B) = ?; n(A) = ?;", True),
        ("n(A) / 2 == 2", "n(A) = 4;", True),
        ("if(p(B)) p(A) elseif(q(B)) p(B) else q(A)", "q(A);", True),
        ("if(p(B)) p(A)", "", True),  # no else: True
        ("p(A) == q(B)", "", True),
        ("p(A) != q(B)", "p(A);", True),
        ("B : character", "", True),
        ("sum(c : character) n(c) == 3", "n(A) = 1; n(B) = 2;", True),
        ("product(c : character) n(c) + 1 == 6", "n(A) = 1; n(B) = 2;", True),  # (1+1) * (2+1)
        ("forall(c : character) believes(c, p(A))", "p(A);", True),
        ("believes(B, n(A)) == n(A)", "n(A) = 1; believes(B, n(A) = 2);", False),
    ],
)
def test_condition(condition: str, start: str, holds: bool) -> None:
    assert winnable(condition, start) is holds


def test_several_conditionals_are_added_and_one_keeps_its_sum() -> None:
    text = (
        HEAD
        + """
    action go() { effect: p(A) & q(A); };
    utility(): if(p(A)) 2 else 0 + if(q(A)) 1 else 0;"""
    )
    assert solve(problem(text), author_limit=1).utility == 3
    text = (
        HEAD
        + """
    action go() { effect: p(A) & q(A); };
    utility(): if(q(B)) 2 else 0 + 1 - if(p(A)) 0 else 1;"""
    )
    assert solve(problem(text), author_limit=1, goal=-5).solved
