"""``whoknows context``."""

import json
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLES, run

STORY = EXAMPLES / "for_the_best.story"
LINE = 1 + STORY.read_text(encoding="utf-8").splitlines().index(
    "  Iruka tells Kotetsu: not seen his face (Iruka)"
)


def test_text() -> None:
    ran = run("context", f"{STORY}:{LINE}")
    assert ran.code == 0, ran
    heading, *rest = ran.out.splitlines()
    assert heading.endswith("Iruka tells Kotetsu: not seen his face (Iruka)")
    assert any(line.startswith("  * Kotetsu believes") for line in rest)
    assert any("because:" in line for line in rest)


def test_json() -> None:
    found = json.loads(run("context", f"{STORY}:{LINE}", "--json").out)
    assert (found["line"], found["scene"]) == (LINE, "The question")
    (told,) = [
        held
        for held in found["held"]
        if held["chain"] == ["Kotetsu"] and held["fact"] == "seen his face (Iruka)"
    ]
    assert told["changed"]
    assert told["before"] != told["after"]
    assert told["because"]


def test_before_the_first_scene() -> None:
    found = json.loads(run("context", f"{STORY}:1", "--json").out)
    assert (found["line"], found["scene"], found["event"]) == (None, None, None)
    assert not any(held["changed"] for held in found["held"])


def test_the_column_of_an_editor_is_no_matter() -> None:
    assert run("context", f"{STORY}:{LINE}:7").out == run("context", f"{STORY}:{LINE}").out


@pytest.mark.parametrize(
    "place",
    [
        str(STORY),
        f"{STORY}:",
        f"{STORY}:0",
        f"{STORY}:x",
        "C:12",
        r"C:\stories\a.story",
        "a.story:1",
    ],
)
def test_no_line_or_no_story(place: str, tmp_path: Path) -> None:
    ran = run("context", place, cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == ""


def test_the_letter_of_a_drive_is_no_story(tmp_path: Path) -> None:
    ran = run("context", r"C:\stories\a.story:12", cwd=tmp_path)
    assert ran.code == 2
    assert "WK001" in ran.err
