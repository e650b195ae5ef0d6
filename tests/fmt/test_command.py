"""``whoknows fmt``, as its users start it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import EXAMPLES, run

MESSY, CLEAN = b"cast\r\n   Ada(she):x\r\n", b"cast\r\n  Ada (she): x\r\n"


def test_writes_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(MESSY)
    checked = run("fmt", "--check", path)
    assert (checked.code, checked.out) == (1, "")
    assert path.read_bytes() == MESSY
    printed = run("fmt", "--stdout", path)
    assert (printed.code, printed.out) == (0, "cast\n  Ada (she): x\n")
    assert path.read_bytes() == MESSY
    assert run("fmt", path).code == 0
    assert (path.read_bytes(), (tmp_path / "a.story~").read_bytes()) == (CLEAN, MESSY)
    assert run("fmt", "--check", path).code == 0
    again = run("fmt", path)
    assert (again.code, again.err) == (0, "")


def test_standard_input() -> None:
    ran = run("fmt", "-", stdin=b"cast\n Ada ( she )\n")
    assert (ran.code, ran.out) == (0, "cast\n  Ada (she)\n")


def test_a_file_with_errors_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text("cast\n   Ada (she\n", encoding="utf-8")
    ran = run("fmt", path, tmp_path / "nowhere.story")
    assert ran.code == 2
    assert "WK032" in ran.err
    assert "WK001" in ran.err
    assert path.read_text("utf-8") == "cast\n   Ada (she\n"
    assert run("fmt", path).code == 1


def test_wrong_usage() -> None:
    assert run("fmt").code == 2
    assert run("fmt", "--check", "--stdout", EXAMPLES / "the_pearl.story").code == 2


def test_the_examples_are_in_canonical_form() -> None:
    assert run("fmt", "--check", *sorted(EXAMPLES.glob("*.story"))).code == 0
