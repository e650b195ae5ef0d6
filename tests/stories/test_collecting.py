"""The stories beside this file are tests: one that expects what is not so fails."""

import shutil
import subprocess
import sys
from pathlib import Path

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
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", ".", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_story_can_fail_and_be_blessed(tmp_path: Path) -> None:
    shutil.copy(HERE / "conftest.py", tmp_path)
    story = tmp_path / "a.story"
    story.write_text(STORY.format(verb="does not know", answer="no"), "utf-8")
    code, said = run(tmp_path)
    assert code == 1
    assert "11: expect Ada does not know moon: no" in said
    assert "+  #? Ada knows moon => yes" in said
    story.write_text(STORY.format(verb="knows", answer="no"), "utf-8")
    assert run(tmp_path)[0] == 1
    assert run(tmp_path, "--bless")[0] == 0
    assert story.read_text("utf-8") == STORY.format(verb="knows", answer="yes")
    assert run(tmp_path)[0] == 0


def test_a_story_with_findings_or_nothing_to_expect_fails(tmp_path: Path) -> None:
    shutil.copy(HERE / "conftest.py", tmp_path)
    (tmp_path / "silent.story").write_text("cast\n  Ada\nscene A\n  with Ada\n", "utf-8")
    (tmp_path / "wrong.story").write_text("scene A\n  Nobody tells Ada: moon\n", "utf-8")
    code, said = run(tmp_path)
    assert code == 1
    assert "this story expects nothing" in said
    assert "2 failed" in said
