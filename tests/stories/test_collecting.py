"""The stories beside this file are tests: one that expects what is not so fails."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

STORY = """\
cast
  Ada
places
  the hall
facts
  moon: the moon is up
scene A
  at the hall
  with Ada
  - Ada looks out => moon
  expect Ada {verb} moon
  #? Ada knows moon => {answer}
"""


def run(folder: Path, *options: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "stories", *options],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like the tests', with one of stories in it."""
    stories = tmp_path / "stories"
    stories.mkdir()
    shutil.copy(HERE.parent / "conftest.py", tmp_path)
    shutil.copy(HERE / "conftest.py", stories)
    return stories


def test_a_story_can_fail_and_be_blessed(folder: Path) -> None:
    story = folder / "a.story"
    story.write_text(STORY.format(verb="does not know", answer="no"), "utf-8")
    code, said = run(folder)
    assert code == 1
    assert "11: expect Ada does not know moon: no" in said
    assert "+  #? Ada knows moon => yes" in said
    story.write_text(STORY.format(verb="knows", answer="no"), "utf-8")
    assert run(folder)[0] == 1
    assert run(folder, "--bless")[0] == 0
    assert story.read_text("utf-8") == STORY.format(verb="knows", answer="yes")
    assert run(folder)[0] == 0


def test_a_story_with_findings_or_nothing_to_expect_fails(folder: Path) -> None:
    (folder / "silent.story").write_text("cast\n  Ada\nscene A\n  with Ada\n", "utf-8")
    (folder / "wrong.story").write_text("scene A\n  Nobody tells Ada: moon\n", "utf-8")
    code, said = run(folder)
    assert code == 1
    assert "this story expects nothing" in said
    assert "2 failed" in said
