"""``whoknows show`` and ``whoknows freeze``, as their users start them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import EXAMPLES, run
from whoknows.cli.table_text import as_sentences, as_table
from whoknows.session.book import story

STORY = EXAMPLES / "for_the_best.story"

TABLE = """\
Sally and Anne: who knows what after The marble

                           Sally Anne the reader
  in (marble) = box        W     K    K
    W Sally: in (marble) = basket

K knows   W wrongly believes
"""

SENTENCES = """\
Sally and Anne: who knows what after The marble.

The marble is in the box.
  Sally wrongly believes that the marble is in the basket.
    Sally put the marble away (The marble).
  Anne and the reader know.
    Anne moved it (The marble).
    The page tells it: Anne moved it (The marble).
"""


def crowd(people: int, facts: int) -> str:
    names = [f"Person {chr(65 + number % 26)}{number}" for number in range(people)]
    lines = ["cast", *(f"  {name} (they)" for name in names), "facts"]
    lines += [f"  fact number {number} of the story" for number in range(facts)]
    lines += ["secrets", f"  fact number 1 of the story: kept by {names[0]} from everyone"]
    lines += ["scene One", f"  with {', '.join(names[:3])}"]
    lines += [f"  - It happens => fact number {number} of the story" for number in range(facts)]
    return "\n".join(lines)


def test_the_table() -> None:
    assert run("show", EXAMPLES / "sally_and_anne.story").out == TABLE


def test_sentences() -> None:
    path = EXAMPLES / "sally_and_anne.story"
    assert run("show", path, "--plain", "--why").out == SENTENCES
    dumb = run("show", path, "--why", env={"TERM": "dumb"})
    assert dumb.out == SENTENCES


def test_eighty_columns() -> None:
    table = story(crowd(12, 40)).at().table(why=True)
    for width in (40, 80, 200):
        text = as_table(table, width)
        assert max(map(len, text.split("\n"))) <= width
    lines = as_table(story(crowd(12, 40)).at().table(), 80).split("\n")
    assert sum(1 for line in lines if line.startswith("  fact number")) == 40
    assert "PeB Person B1" in "\n".join(lines)


def test_more_columns_than_fit_come_in_blocks() -> None:
    text = as_table(story(crowd(30, 4)).at().table(), 80)
    assert max(map(len, text.split("\n"))) <= 80
    assert text.count("Other facts") == 3
    assert "Person A26" in as_sentences(story(crowd(30, 4)).at().table())


def test_colour_is_never_alone() -> None:
    table = story(crowd(3, 4)).at().table()
    coloured = as_table(table, 80, colour=True)
    assert "\x1b[32mK\x1b[0m" in coloured
    plain = coloured.replace("\x1b[32m", "").replace("\x1b[0m", "")
    assert [line.rstrip() for line in plain.split("\n")] == as_table(table, 80).split("\n")


def test_json_and_of() -> None:
    ran = run("show", STORY, "--json", "--at", "The question", "--of", "the pupil")
    shown = json.loads(ran.out)
    assert shown["people"] == ["the Pupil"]
    facts = {each["fact"]: each for each in shown["facts"]}
    assert facts["the fling"]["minds"]["the Pupil"]["stance"] == "is unaware"
    assert facts["the affair"]["secret"]


def test_wrong_usage() -> None:
    assert run("show", STORY, "--of", "Nobody").code == 2
    assert run("show", STORY, "--at", "nowhere").code == 2
    assert run("show", "nowhere.story").code == 2
    assert run("freeze", STORY, "--of", "Nobody").code == 2
    assert run("freeze", STORY, "--at", "start").code == 2
    assert run("freeze", STORY, "--at", "nowhere").code == 2


def test_freeze(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(STORY.read_bytes())
    printed = run("freeze", path, "--at", "The question", "--of", "Kakashi")
    assert printed.out.split("\n")[0] == "  expect Kakashi knows the fling"
    assert path.read_bytes() == STORY.read_bytes()
    assert run("freeze", path, "--at", "The question", "--write").code == 0
    assert (tmp_path / "a.story~").read_bytes() == STORY.read_bytes()
    assert len(path.read_bytes()) > len(STORY.read_bytes())
    assert run("check", path).code == 0
    again = run("freeze", path, "--at", "The question")
    assert (again.code, again.out) == (0, "")
    assert run("fmt", "--check", path).code == 0
