"""What everyone knew around a line."""

import whoknows
from whoknows.views.context import Context

STORY = """\
cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the hall
  the attic

facts
  the affair: there is an affair

scene One
  at the hall
  with Ada, Bruno
  - Ada sighs
  Ada, Bruno mention: not the affair
  - Ada confesses => the affair
    # a remark
  Bruno leaves (unnoticed)
"""


def line_of(text: str) -> int:
    return STORY[: STORY.index(text)].count("\n") + 1


def context(text: str) -> Context:
    return whoknows.story(STORY).context(line_of(text))


def changed(text: str) -> set[tuple[tuple[str, ...], str]]:
    return {(each.chain, each.fact) for each in context(text).held if each.is_changed}


def test_where_it_is() -> None:
    found = context("- Ada confesses")
    assert (found.line, found.event) == (line_of("- Ada confesses"), "Ada confesses")
    assert found.scene is not None
    assert "One" in found.scene


def test_what_changes() -> None:
    found = context("- Ada confesses")
    assert changed("- Ada confesses") == {
        ((), "the affair"),
        (("Ada",), "the affair"),
        (("Bruno",), "the affair"),
        (("the reader",), "the affair"),
    }
    (bruno,) = [each for each in found.held if each.chain == ("Bruno",)]
    assert "there is an affair" in bruno.after
    assert bruno.before != bruno.after
    assert bruno.because


def test_an_insight_into_another_mind() -> None:
    added = "scene Two\n  with Cora\n  Cora infers: Bruno knows the affair\n"
    found = whoknows.story(f"{STORY}\n{added}").context(STORY.count("\n") + 4)
    assert (("Cora", "Bruno"), "the affair") in {
        (each.chain, each.fact) for each in found.held if each.is_changed
    }


def test_a_wrong_picture_of_another_mind() -> None:
    scene = "scene Two\n  at the hall\n  with Ada, Bruno\n  - Ada confesses => the affair"
    text = STORY[: STORY.index("scene")] + scene + " (missed by Bruno)\n"
    found = whoknows.story(text).context(text.count("\n"))
    assert (("Ada", "Bruno"), "the affair") in {
        (each.chain, each.fact) for each in found.held if each.is_changed
    }


def test_a_line_after_which_nothing_stands_is_the_line_before() -> None:
    assert context("# a remark") == context("- Ada confesses")


def test_what_is_not_plainly_so() -> None:
    found = changed("Bruno leaves")
    assert ((), "at (Bruno)") in found
    assert (("Ada",), "at (Bruno)") not in found


def test_several_who_speak_at_once_are_one_line() -> None:
    found = context("Ada, Bruno mention")
    assert found.event == "Ada, Bruno mention: not the affair"
    assert {each.chain for each in found.held if each.is_changed} >= {("Ada",), ("Bruno",)}


def test_of_a_scene_that_recurs_it_is_the_last_time() -> None:
    text = STORY.replace("  at the hall\n", "  when every year from 2010 to 2012\n  at the hall\n")
    found = whoknows.story(text).context(line_of("- Ada confesses") + 1)
    assert found.scene is not None
    assert "2012" in found.scene


def test_before_the_first_scene() -> None:
    found = context("cast")
    assert (found.line, found.scene, found.event) == (None, None, None)
    assert not any(each.is_changed for each in found.held)
