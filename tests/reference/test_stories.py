"""Random stories are stories, and the reference has an answer to everything about them."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from tests.reference.cells import Kind
from tests.reference.stories import chains, random_question, random_story
from tests.reference.telling import Told
from whoknows.model.values import is_single


@settings(max_examples=25)
@given(random_story(), st.data())
def test_random_stories_can_be_told_and_asked_about(text: str, data: st.DataObject) -> None:
    story = Told(text)
    assert not story.errors, [error.message for error in story.errors]
    people = story.story.characters
    for _ in range(4):
        chain = data.draw(chains(people))
        for fluent in range(len(story.story.fluents)):
            cell = story.reference.cell(chain, fluent, story.reference.instants)
            assert cell.possible
            if not chain:
                assert cell.kind is Kind.OWN
    question = data.draw(random_question(people))
    assert story.ask(question) in {"yes", "no", "undetermined"}


@settings(max_examples=25)
@given(random_story())
def test_one_knows_where_one_is(text: str) -> None:
    story = Told(text)
    for instant in range(story.reference.instants + 1):
        for who in story.story.cast:
            truth = story.reference.cell((), who, instant)
            assert is_single(truth.possible)
            assert story.reference.cell((who,), who, instant) == truth
