"""Sabre's behaviour on tiny problems, and the exceptions, each with its reason."""

import shlex

import pytest

from tests.plan.problems import SABRE
from whoknows.base.source import Source
from whoknows.plan import Outcome, read_problem, solve
from whoknows.plan.verify import verify

CASES = SABRE / "conformance" / "cases.tsv"
if not CASES.exists():
    pytest.skip("Sabre's files are not here", allow_module_level=True)

# Where Sabre's implementation departs from its own rules (SABRE.md 7 calls these defects).
OWN_ANSWER = {
    # its reachability pass drops an action whose only arithmetic is of constants
    "x01_bug_constant_arithmetic.txt": ("go()", "check()"),
    # surprise corrects what B believes, but not Sabre's separate copy of it in conditions
    "x02_surprise_vs_epistemic_fluent.txt": ("look()", "check()"),
    # its reachability pass overlooks what only surprise makes unknown
    "x03_bug_surprise_unknown_unreachable.txt": ("look()", "grab()"),
    # it drops an explicit belief no other action contradicts; explicit beliefs come last
    "x04_bug_explicit_vs_observed_dropped.txt": (),
}
LINES = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("file", "flags", "answer"), LINES)
def test_agrees_with_sabre(file: str, flags: str, answer: str) -> None:
    words = shlex.split(flags)
    given = {flag: float(value) for flag, value in zip(words[::2], words[1::2], strict=True)}
    text = (SABRE / "conformance" / file).read_text("utf-8")
    problem, findings = read_problem(Source(file, text))
    if answer.startswith("Error"):
        assert problem is None
        assert [each.code for each in findings] == ["WK421"]
        return
    assert problem is not None
    limits = (int(given["-atl"]), int(given["-ctl"]), int(given["-el"]))
    result = solve(
        problem,
        goal=given.get("-g"),
        author_limit=limits[0],
        character_limit=limits[1],
        epistemic_limit=limits[2],
    )
    expected = (
        () if answer.startswith("No solution") else tuple(answer.replace(") ", ")\n").split("\n"))
    )
    expected = OWN_ANSWER.get(file, expected)
    assert result.outcome is (Outcome.FOUND if expected else Outcome.NONE)
    assert tuple(step.action for step in result.plan) == expected
    if expected:
        assert result.minimal
        assert result.shortest
        verdict = verify(
            problem,
            result.plan,
            goal=given.get("-g", 1.0),
            author_limit=limits[0],
            character_limit=limits[1],
            epistemic_limit=limits[2],
        )
        assert (verdict.wrong, verdict.undecided) == ((), ())


def test_every_exception_is_a_case() -> None:
    assert set(OWN_ANSWER) <= {file for file, _, _ in LINES}
