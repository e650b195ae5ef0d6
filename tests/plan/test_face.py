"""`python -m whoknows.plan` from outside, and what `solve` says about how it ended."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plan.problems import COIN, Limits, problem
from whoknows.plan import Outcome, Progress, Result, outline, solve, to_json
from whoknows.plan.search import ladder

ROOT = Path(__file__).parents[2]
LIMITS: Limits = {"author_limit": 6, "character_limit": 5, "epistemic_limit": 2}


def run(tmp_path: Path, text: str, *flags: str) -> subprocess.CompletedProcess[str]:
    path = tmp_path / "problem.txt"
    path.write_text(text, "utf-8")
    command = [sys.executable, "-m", "whoknows.plan", str(path), *flags]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "7"},
    )


def test_prints_json_and_nothing_else(tmp_path: Path) -> None:
    flags = ("--goal", "1", "--atl", "6", "--ctl", "5", "--el", "2", "--json")
    done = run(tmp_path, COIN, *flags)
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert data["solved"] is True
    assert data["outcome"] == "found"
    assert data["plan"][-1] == "take(Ben, Attic)"
    assert [step["action"] for step in data["explanations"]] == data["plan"]
    assert {"visited", "generated", "seconds"} <= set(data)
    again = json.loads(run(tmp_path, COIN, *flags).stdout)
    assert {**data, "seconds": 0} == {**again, "seconds": 0}


def test_tells_reasons_in_text_and_mistakes_on_the_other_stream(tmp_path: Path) -> None:
    done = run(tmp_path, COIN, "--atl", "6", "--ctl", "5", "--el", "2")
    assert "Ada plans: " in done.stdout
    bad = run(tmp_path, COIN.replace("at(Ada) = Hall;", "at(Ada) = Hal;"), "--json")
    assert bad.returncode == 1
    assert "WK410" in bad.stderr
    assert json.loads(bad.stdout)["outcome"] == Outcome.FAULTY.value


def test_none_within_the_limits_is_said_to_be_proven() -> None:
    result = solve(problem(COIN), goal=2, **LIMITS)
    assert result.outcome is Outcome.NONE
    assert to_json(result)["plan"] == []


def test_without_limits_nothing_found_is_no_proof() -> None:
    text = (
        "property p() : boolean; property q() : boolean; utility(): q(); action a() {effect: p();};"
    )
    assert solve(problem(text)).outcome is Outcome.UNLIMITED


def test_gives_up_when_time_or_memory_is_over() -> None:
    endless = """entity A : character; property n() : number; property p() : boolean;
    action up() { effect: n() = n() + 1; }; utility(): if(n() < 0) 1 else 0;"""
    assert solve(problem(endless), author_limit=10**6, seconds=0.2).outcome is Outcome.TIME
    assert solve(problem(endless), author_limit=10**6, megabytes=1).outcome is Outcome.MEMORY


def test_an_interrupted_search_hands_over_the_best_so_far() -> None:
    text = """entity A : character; property n() : number; property far() : number;
    action near() { precondition: n() == 0; effect: n() = 1; };
    action on() { effect: far() = far() + 1; };
    utility(): n() + (if(far() > 3000) 1 else 0);"""

    def interrupt(progress: Progress) -> None:
        if progress.generated > 1500:
            raise KeyboardInterrupt

    result = solve(problem(text), goal=2, author_limit=4000, progress=interrupt)
    assert result.outcome is Outcome.INTERRUPTED
    assert not result.solved
    assert [step.action for step in result.plan] == ["near()"]
    assert result.utility == 1


def test_what_is_not_confirmed_is_not_called_minimal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ladder, "_LEAST_CONFIRMATION", 0)
    monkeypatch.setattr(ladder, "_CONFIRMATION", 0.0)
    result = solve(problem(COIN), goal=1, **LIMITS)
    assert result.solved
    assert not result.minimal


def test_an_outline_of_nothing_is_empty() -> None:
    assert list(outline(Result(Outcome.NONE))) == []
