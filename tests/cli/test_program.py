"""The program as a whole: help, version, pipes, terminals, interruptions, faults, start-up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLES, SOURCE, run

HEAVY = {
    "asyncio",
    "concurrent",
    "email",
    "http",
    "hypothesis",
    "matplotlib",
    "multiprocessing",
    "numpy",
    "pygls",
    "pytest",
    "socket",
    "sqlite3",
    "ssl",
    "starlette",
    "unittest",
    "xml",
}
STORY = EXAMPLES / "for_the_best.story"


def imported(*arguments: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "whoknows", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    return {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}


def test_help() -> None:
    ran = run("--help")
    assert ran.code == 0
    for command in ("check", "ask", "context", "new"):
        assert command in ran.out


@pytest.mark.parametrize("command", ["check", "ask", "context", "new"])
def test_help_of_commands(command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: whoknows ")


def test_version() -> None:
    ran = run("--version")
    assert (ran.code, ran.out.split()[0]) == (0, "whoknows")


@pytest.mark.parametrize("arguments", [[], ["dance"], ["--dance"]])
def test_wrong_usage(arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""


def test_check_loads_nothing_heavy() -> None:
    modules = imported("check", str(STORY))
    assert "whoknows.check.registry" in modules
    assert {module.partition(".")[0] for module in modules} & HEAVY == set()


def test_help_loads_no_story_logic() -> None:
    modules = imported("--help")
    assert not any(
        module.startswith(("whoknows.engine", "whoknows.text", "whoknows.model"))
        for module in modules
    )


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"query": "who knows the affair"}\n' * 2000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "whoknows", "ask", str(STORY), "--batch", str(questions)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert errors == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interruption_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "whoknows", "ask", str(STORY), "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"query": "who knows the affair"}\n')
    process.stdin.flush()
    assert process.stdout.readline()  # answered at once, not when the input ends
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""


def on_a_terminal(arguments: list[str], env: dict[str, str]) -> bytes:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "whoknows", *arguments],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "TERM": "xterm", **env},
    )
    os.close(theirs)
    said = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
    os.close(ours)
    process.wait(timeout=60)
    return said


def test_colour_on_a_terminal_only_where_it_is_wanted(tmp_path: Path) -> None:
    broken = tmp_path / "a.story"
    broken.write_text("cast\n  Ada\nscene One\n  Adda leaves\n", encoding="utf-8")
    arguments = ["check", str(broken)]
    assert b"\x1b[1;31m" in on_a_terminal(arguments, {"NO_COLOR": ""})
    assert b"\x1b" not in on_a_terminal(arguments, {"NO_COLOR": "1"})
    assert b"\x1b" not in on_a_terminal(arguments, {"NO_COLOR": "", "TERM": "dumb"})


FAULTY = """\
import sys
import whoknows.session.book
def load(*_): raise ZeroDivisionError("by us")
whoknows.session.book.load = load
from whoknows.cli.main import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_ours(debug: bool) -> None:
    flags = ["--debug"] if debug else []
    result = subprocess.run(
        [sys.executable, "-c", FAULTY, *flags, "check", str(STORY)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert result.returncode == 70
    assert "WK900" in result.stderr
    assert ("Traceback" in result.stderr) is debug
    assert result.stdout == ""
