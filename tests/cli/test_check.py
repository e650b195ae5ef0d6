"""``whoknows check``."""

import json
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLES, run

CLEAN = "cast\n  Ada\n  Bruno\n\nscene One\n  with Ada, Bruno\n  - Ada nods\n"
WARNING = CLEAN + "\nscene Two\n  with Ada\n  - Ada nods\n  Bruno leaves\n"
NOTE = "cast\n  Ada\nfacts\n  best: it is best\nscene One\n  with Ada\n  Ada tells Ada: best\n"
FAILS = CLEAN.replace("cast", "facts\n  over: it is over\ncast") + "  expect over\n"
BROKEN = CLEAN + "  Adda leaves\n"


def story(folder: Path, text: str, name: str = "a.story") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize("name", ["for_the_best", "the_pearl", "sally_and_anne"])
def test_examples_are_clean(name: str) -> None:
    ran = run("check", "--strict", EXAMPLES / f"{name}.story")
    assert ran.code == 0, ran


@pytest.mark.parametrize(
    ("text", "flags", "code"),
    [
        (CLEAN, [], 0),
        (WARNING, [], 0),
        (WARNING, ["--strict"], 1),
        (WARNING, ["--strict", "--skip", "WK330"], 0),
        (NOTE, ["--strict", "--notes"], 0),
        (FAILS, [], 1),
        (FAILS, ["--skip", "303"], 0),
        (FAILS, ["--skip", "WK3"], 0),
        (FAILS, ["--only", "WK1"], 0),
        (FAILS, ["--only", "WK1,WK303"], 1),
        (BROKEN, [], 1),
        (BROKEN, ["--only", "WK3"], 1),
        (BROKEN, ["--skip", "WK1"], 0),
    ],
)
def test_exit_codes(text: str, flags: list[str], code: int, tmp_path: Path) -> None:
    ran = run("check", story(tmp_path, text), *flags, cwd=tmp_path)
    assert ran.code == code, ran


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nowhere.story"],
        ["."],
        ["a.story", "nowhere.story"],
        ["a.story", "--format", "xml"],
        ["a.story", "--only", "everything"],
        ["a.story", "--max-cast", "0"],
        ["a.story", "--what"],
        ["bytes.story"],
    ],
)
def test_wrong_usage_and_no_story(arguments: list[str], tmp_path: Path) -> None:
    story(tmp_path, CLEAN)
    (tmp_path / "bytes.story").write_bytes(b"\x89PNG\r\n\x00\xff")
    assert run("check", *arguments, cwd=tmp_path).code == 2


def test_text(tmp_path: Path) -> None:
    ran = run("check", story(tmp_path, FAILS), cwd=tmp_path)
    assert ran.out.startswith("a.story:10:3: error[WK303] ")
    assert ran.out.endswith("\n\n1 error\n")
    assert ran.err == ""


def test_notes_are_counted_and_shown_when_asked_for(tmp_path: Path) -> None:
    name = story(tmp_path, NOTE)
    assert "WK311" not in run("check", name, cwd=tmp_path).out
    assert "1 note more" in run("check", name, cwd=tmp_path).out
    assert "note[WK311]" in run("check", name, "--notes", cwd=tmp_path).out


def test_json(tmp_path: Path) -> None:
    found = json.loads(run("check", story(tmp_path, FAILS), "--format", "json", cwd=tmp_path).out)
    (finding,) = found["findings"]
    assert (finding["code"], finding["path"], finding["line"]) == ("WK303", "a.story", 10)


def test_json_of_a_clean_story(tmp_path: Path) -> None:
    ran = run("check", story(tmp_path, CLEAN), "--format", "json", cwd=tmp_path)
    assert json.loads(ran.out) == {"schema": 1, "findings": []}


def test_sarif_and_github(tmp_path: Path) -> None:
    name = story(tmp_path, FAILS)
    sarif = json.loads(run("check", name, "--format", "sarif", cwd=tmp_path).out)
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["WK303"]
    github = run("check", name, "--format", "github", cwd=tmp_path).out
    assert github.startswith("::error file=a.story,line=10,")


def test_github_says_nothing_of_a_clean_story(tmp_path: Path) -> None:
    ran = run("check", story(tmp_path, CLEAN), "--format", "github", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "")


def test_several_stories(tmp_path: Path) -> None:
    first, second = story(tmp_path, CLEAN), story(tmp_path, FAILS, "b.story")
    ran = run("check", first, second, cwd=tmp_path)
    assert ran.code == 1
    assert "b.story:10:3" in ran.out


def test_what_the_text_says_hides_what_the_story_says(tmp_path: Path) -> None:
    ran = run("check", story(tmp_path, FAILS + "  Adda leaves\n"), cwd=tmp_path)
    assert "WK303" not in ran.out
    assert ran.err


def test_more_findings_than_are_shown(tmp_path: Path) -> None:
    text = CLEAN + "".join(f"  Nobody{n} leaves\n" for n in range(20))
    ran = run("check", story(tmp_path, text), "--max-findings", "3", cwd=tmp_path)
    assert ran.out.count("error[") == 3
    assert "--max-findings" in ran.out


def test_no_colour_without_a_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in run("check", story(tmp_path, FAILS), cwd=tmp_path).out
