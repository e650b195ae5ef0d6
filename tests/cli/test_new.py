"""``whoknows new``."""

from pathlib import Path

import pytest

from tests.cli.program import run


def test_it_writes_a_story_that_is_clean(tmp_path: Path) -> None:
    ran = run("new", "my_story", cwd=tmp_path)
    assert ran.code == 0, ran
    assert "whoknows check my_story.story" in ran.out
    checked = run("check", "my_story.story", "--strict", "--notes", cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "no findings\n")


def test_what_it_tells_to_do_next_works(tmp_path: Path) -> None:
    ran = run("new", "my_story", cwd=tmp_path)
    asked = run("ask", "my_story.story", "who knows the party", "--at", "A plan", cwd=tmp_path)
    assert "Bruno" in asked.out
    place = next(word for word in ran.out.split() if word.startswith("my_story.story:"))
    context = run("context", place, cwd=tmp_path)
    assert "lies" in context.out


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.story").write_text("mine", encoding="utf-8")
    for name in ("a", "a.story"):
        ran = run("new", name, cwd=tmp_path)
        assert ran.code == 2
    assert (tmp_path / "a.story").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["no/such/folder", "x" * 5000])
def test_where_nothing_can_be_written(name: str, tmp_path: Path) -> None:
    ran = run("new", name, cwd=tmp_path)
    assert ran.code == 2
    assert ran.out == ""


@pytest.mark.parametrize(
    "name", ["Tom's #1: (story)", "100% => {title}", "名前", "...", 'say "no"']
)
def test_any_name_makes_a_title(name: str, tmp_path: Path) -> None:
    assert run("new", name, cwd=tmp_path).code == 0
    checked = run("check", f"{name}.story", "--notes", cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "no findings\n")
