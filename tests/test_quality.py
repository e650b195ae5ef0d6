"""The linter, the formatter and the type checker, so that the one test command runs them all."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

COMMANDS = [
    ["ruff", "check", "--quiet", "src", "tests"],
    ["ruff", "format", "--check", "--quiet", "src", "tests"],
    ["mypy", "--no-error-summary"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_clean(command: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}{result.stderr}"
