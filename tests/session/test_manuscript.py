"""Lines and scenes added in memory: the same as if they had stood in the file."""

import pytest

from whoknows.model.story import Story
from whoknows.session.faults import StoryError
from whoknows.session.loading import load_text
from whoknows.session.manuscript import Manuscript

START = """\
cast
  Ada
  Bruno

places
  the hall

facts
  the affair: there is an affair

scene One
  when 3 May 2010
  at the hall
  with Ada
  - Ada sighs => the affair
"""

LINES = """\
Bruno enters
Ada tells Bruno: the affair
expect Bruno knows the affair
"""

SCENES = """\
scene Two
  when the next day
  at the hall
  with Ada, Bruno
  Bruno asks Ada: the affair?
  expect Bruno knows the affair

scene Three
  with Ada
  Ada forgets everything since Two
"""


def manuscript(text: str = START) -> Manuscript:
    loaded = load_text(text)
    assert loaded.diagnostics == ()
    assert loaded.story is not None
    assert loaded.names is not None
    assert loaded.lexicon is not None
    return Manuscript(loaded.story, loaded.names, loaded.lexicon, loaded.limits)


def append(manuscript: Manuscript, text: str) -> None:
    for part in manuscript.read(text).parts:
        manuscript.add(part)


def happenings(story: Story) -> list[object]:
    """What a story tells, but for where it stands."""
    return [
        (
            scene.title,
            scene.times,
            scene.dated,
            scene.place,
            scene.present,
            [(event.act, event.audience, event.off_page, event.text) for event in scene.events],
        )
        for scene in story.scenes
    ] + [(each.formula, each.scene, each.after) for each in story.expectations]


def whole() -> Story:
    indented = "".join(f"  {line}\n" for line in LINES.splitlines())
    story = load_text(START + indented + "\n" + SCENES).story
    assert story is not None
    return story


def test_all_at_once() -> None:
    grown = manuscript()
    append(grown, LINES + SCENES)
    assert happenings(grown.story) == happenings(whole())


def test_line_by_line() -> None:
    grown = manuscript()
    for line in LINES.splitlines():
        append(grown, line)
    for scene in SCENES.split("\n\n"):
        append(grown, scene)
    assert happenings(grown.story) == happenings(whole())


def test_indented_as_in_the_file() -> None:
    grown = manuscript()
    append(grown, "\n".join(f"      {line}" for line in LINES.splitlines()))
    assert len(grown.story.scenes[0].events) == 3


def test_looking_at_the_story_in_between_changes_nothing() -> None:
    grown = manuscript()
    for line in LINES.splitlines():
        append(grown, line)
        assert grown.story is grown.story
    append(grown, SCENES)
    assert happenings(grown.story) == happenings(whole())


@pytest.mark.parametrize(
    "text",
    [
        "Ada tells Burno: the affair",
        "Ada tells Bruno the affair",
        "Bruno enters\nAda tells Bruno: the afair",
        "scene Two\n  with Cora",
        "scene Two\n  when teatime-ish",
        "scene Two\n  with Ada\nscene Three\n  with Ada\n  expect",
        "expect the affair and",
    ],
)
def test_nothing_is_half_added(text: str) -> None:
    grown = manuscript()
    before = grown.story
    with pytest.raises(StoryError) as raised:
        append(grown, text)
    assert raised.value.diagnostics
    assert all(each.span is not None for each in raised.value.diagnostics)
    assert grown.story is before


def test_no_scene_yet() -> None:
    grown = manuscript("cast\n  Ada\n")
    with pytest.raises(StoryError) as raised:
        append(grown, "Ada enters")
    assert [each.code for each in raised.value.diagnostics] == ["WK220"]
    append(grown, "scene One\n  with Ada\n  - Ada waits")
    assert len(grown.story.scenes) == 1
