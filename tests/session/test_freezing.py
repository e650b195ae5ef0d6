"""Frozen states: what is written down holds, at its place, and is not written twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.reference.stories import random_story
from whoknows.session.book import story
from whoknows.session.freezing import NoPlaceError, freeze

EXAMPLES = Path(__file__).parents[2] / "examples"

TALE = """\
cast
  Ada (she)
  Bruno (he)
  Cora (she)

facts
  over

scene One
  with Ada, Bruno
  # it begins
  - Ada ends it => over
    needs not over
  expect Ada knows over

  Bruno leaves
"""


def test_the_lines_stand_behind_the_event() -> None:
    frozen = freeze(story(TALE), "One:1")
    assert frozen.lines == (
        "expect Bruno, the reader know over",
        "expect Cora is unaware of over",
    )
    assert frozen.text == TALE.replace(
        "  expect Ada knows over\n",
        "  expect Ada knows over\n"
        "  expect Bruno, the reader know over\n"
        "  expect Cora is unaware of over\n",
    )
    assert frozen.after_line == 14


def test_behind_what_stands_under_a_line() -> None:
    frozen = freeze(story(TALE.replace("  expect Ada knows over\n", "")), "One:1")
    assert frozen.after_line == 13


def test_where_a_scene_opens() -> None:
    text = TALE.replace("facts\n  over\n", "facts\n  over\n    starts yes\n").replace(
        "needs not", "needs"
    )
    frozen = freeze(story(text + "\nscene Two\n  with Cora"), "Two:start")
    assert frozen.text.endswith(
        "scene Two\n  with Cora\n  expect Ada, Bruno, Cora, the reader know over\n"
    )


def test_of_somebody_and_deeper() -> None:
    book = story(TALE)
    frozen = freeze(book, "One:1", [0], 2)
    assert frozen.lines == (
        "expect Ada knows Bruno knows over",
        "expect Ada knows Cora is unaware of over",
    )


def test_no_place() -> None:
    with pytest.raises(NoPlaceError):
        freeze(story(TALE), "start")


def check(text: str, at: str, depth: int) -> None:
    book = story(text)
    frozen = freeze(book, at, (), depth)
    assert all(line in frozen.text for line in frozen.lines)
    again = story(frozen.text)
    assert not again.loaded.has_errors
    assert len(again.story.expectations) == len(book.story.expectations) + len(frozen.lines)
    assert _unmet(again.check()) == _unmet(book.check())
    assert freeze(again, at, (), depth).lines == ()


def _unmet(findings: object) -> int:
    assert isinstance(findings, tuple)
    return sum(1 for each in findings if each.code == "WK303")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.story")), ids=lambda path: path.stem)
@pytest.mark.parametrize("depth", [1, 2])
def test_the_examples(path: Path, depth: int) -> None:
    text = path.read_text("utf-8")
    for scene in story(text).story.scenes[1 : 4 if depth == 1 else 2]:
        for at in (scene.title, f"{scene.title}:start"):
            check(text, at, depth)


@settings(max_examples=15, deadline=None)
@given(random_story(), st.integers(1, 2), st.data())
def test_random_stories(text: str, depth: int, dice: st.DataObject) -> None:
    scenes = story(text).story.scenes
    if scenes:
        scene = dice.draw(st.sampled_from(scenes))
        check(text, scene.title, depth)
