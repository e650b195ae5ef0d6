"""Laws 13 and 14: the reader's clock beside the characters', and the same answers everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DataObject

from tests.engine.drawing import Drawn, along, people, scene, stories, story
from tests.engine.tale import Tale, chains, shown, shown_cells
from whoknows.ledger.ledger import Moment, page_of
from whoknows.model.story import READER

few = settings(max_examples=25)
PROJECT = Path(__file__).parents[2]


# --- law 13 ------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.data(), stories(dated=True))
def test_law_13_the_reader_holds_the_replay_of_what_is_told(data: DataObject, drawn: Drawn) -> None:
    """Law 13: at any page the reader is as after a story that holds only the scenes told so far."""
    whole = Tale(drawn.text)
    told = data.draw(st.integers(1, len(drawn.scenes)))
    part = Tale("".join((*drawn.blocks, *drawn.scenes[:told])))
    page = max(page_of(step) for step in whole.ledger.steps if step.scene < told)
    moment = Moment(whole.ledger.end.instant, page)
    for chain in ((), whole.chain(data.draw(st.sampled_from(drawn.cast)))):
        held = whole.ledger.state((READER, *chain), moment)
        fresh = part.ledger.state((READER, *chain), part.ledger.end)
        assert shown_cells(held) == shown_cells(fresh), f"{chain}, {told} told\n{whole.text}"


@settings(max_examples=40)
@given(st.data(), stories(dated=True))
def test_law_13_order_on_the_page_changes_no_characters_mind(
    data: DataObject, drawn: Drawn
) -> None:
    """Law 13: characters live in story time, wherever a scene stands."""
    there = data.draw(st.permutations(drawn.scenes))
    one, two = Tale(drawn.text), Tale("".join((*drawn.blocks, *there)))
    assert one.ledger.end.instant == two.ledger.end.instant
    for chain in chains(len(drawn.cast), 2):
        for instant in range(one.ledger.end.instant + 1):
            cells = [
                shown_cells(tale.ledger.state(chain, Moment(instant, tale.ledger.end.page)))
                for tale in (one, two)
            ]
            assert cells[0] == cells[1], f"{chain}, {instant}\n{one.text}"


@few
@given(people(2, 3), st.integers(1, 9), st.integers(1, 9))
def test_law_13_a_flashback(cast: list[str], first: int, second: int) -> None:
    """Law 13: an earlier scene told later happens earlier, and the reader learns of it later."""
    one, other, *_ = cast
    now = scene("Now", [other], f"{other} mentions: deed", when=f"day {first + second}")
    then = scene("Then", [one, other], f"- {one} does it => moon", when=f"day {first}")
    tale = Tale(story(cast, now, then))
    page = page_of(tale.ledger.steps[-1])
    reading = Moment(tale.ledger.end.instant, page)
    tale.holds(f"{other} knows moon", at=reading)
    tale.fails("the reader believes moon", at=reading)
    tale.holds("the reader knows moon", at="end")
    tale.holds(f"{other} knows moon", at="Now:start")


@few
@given(people(2, 3), st.sampled_from(("line", "scene")))
def test_law_13_off_the_page(cast: list[str], what: str) -> None:
    """Law 13: it happens to the characters like anything else, and is not on the reader's page."""
    line = f"- {cast[0]} does it => moon"
    lines = (f"{line} (off the page)",) if what == "line" else ("off the page", line)
    tale = Tale(story(cast, scene("Last", cast, *lines)))
    for who in cast:
        tale.holds(f"{who} knows moon")
    tale.fails("the reader believes moon")


@few
@given(st.data(), people(2, 3))
def test_law_13_thoughts_reach_the_reader_through_their_thinker(
    data: DataObject, cast: list[str]
) -> None:
    """Law 13: ``through X`` gives X's thoughts, and what X perceives as X perceives it."""
    eye, other, *_ = cast
    thinker = data.draw(st.sampled_from((eye, other)))
    lines = (f"through {eye}", f"{thinker} infers: mood = sad")
    tale = Tale(story(cast, scene("Last", cast, *lines)))
    tale.holds(f"{thinker} believes mood = sad")
    assert tale.value(f"the reader believes {thinker} believes mood = sad") is (thinker == eye)
    plain = Tale(story(cast, scene("Last", cast, lines[1])))
    plain.holds(f"the reader believes {thinker} believes mood = sad")


@few
@given(people(2, 3))
def test_law_13_the_reader_is_a_hearer_who_may_see_through_a_lie(cast: list[str]) -> None:
    """Law 13: the reader accepts what is said, except where they see that it is a lie."""
    liar, dupe, *_ = cast
    lie = scene("Lie", cast, f"{liar} lies to {dupe}: not moon", when="day 2")
    deed = scene("Deed", [liar], f"- {liar} does it => moon", when="day 1")
    shown_first, lie_first = Tale(story(cast, deed, lie)), Tale(story(cast, lie, deed))
    shown_first.holds("the reader knows moon")
    shown_first.holds(f"the reader knows {dupe} believes not moon")
    page = page_of(next(s for s in reversed(lie_first.ledger.steps) if s.scene == 0))
    reading = Moment(lie_first.ledger.end.instant, page)
    lie_first.holds("the reader believes not moon", at=reading)
    lie_first.holds("the reader knows moon", at="end")


@few
@given(people(1, 2), st.integers(2, 5))
def test_law_13_a_recurring_scene_happens_each_time(cast: list[str], years: int) -> None:
    """Law 13: ``every year from … to …`` is as many scenes in story time."""
    who = cast[0]
    when = f"every year from 3 May 2010 to 3 May {2009 + years}"
    tale = Tale(story(cast, scene("Again", cast, f"- {who} does it => score += 1", when=when)))
    assert len(tale.ledger.occurrences_of(0)) == years
    for number in range(1, years + 1):
        tale.holds(f"{who} knows score = {number}", at=f"Again#{number}")


# --- law 14 ------------------------------------------------------------------------------------

DUMP = """
import json, sys
from tests.engine.test_laws_of_time import answers
print(json.dumps([answers(text) for text in json.load(sys.stdin)]))
"""


def answers(text: str) -> list[str]:
    """Everything a story can say to depth two at its end, in words of its own."""
    tale = Tale(text)
    cast = [tale.story.name_of(who) for who in tale.story.cast]
    found = []
    for chain in [(READER,), *chains(len(cast), 2)]:
        state = tale.ledger.state(chain, tale.ledger.end)
        who = [tale.story.name_of(each) for each in chain]
        for number, fluent in enumerate(tale.story.fluents):
            filled = [tale.story.things[each].name for each in fluent.arguments]
            name = tale.story.facts[fluent.fact].name
            found.append(f"{who} {name} {filled} {shown(state.cell(number))}")
    return sorted(found)


@settings(max_examples=3)
@given(st.lists(stories(), min_size=8, max_size=8))
def test_law_14_the_same_under_every_hash_seed(drawn: list[Drawn]) -> None:
    """Law 14: the same file gives the same answers, byte for byte."""
    texts = json.dumps([each.text for each in drawn])
    outputs = [
        subprocess.run(
            [sys.executable, "-c", DUMP],
            input=texts,
            capture_output=True,
            text=True,
            check=True,
            cwd=PROJECT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(json.loads(outputs[0])) == len(drawn)


@few
@given(st.data(), stories())
def test_law_14_the_order_of_blocks_does_not_matter(data: DataObject, drawn: Drawn) -> None:
    """DESIGN §3: the parts of a file may stand in any order, scenes among themselves apart."""
    blocks = data.draw(st.permutations(drawn.blocks))
    cut = data.draw(st.integers(0, len(drawn.scenes)))
    moved = "".join((*drawn.scenes[:cut], *blocks, *drawn.scenes[cut:]))
    assert answers(moved) == answers(drawn.text), f"{moved}\n---\n{drawn.text}"


@few
@given(st.data(), stories())
def test_law_14_the_order_of_questions_does_not_matter(data: DataObject, drawn: Drawn) -> None:
    """Law 14: minds are worked out when asked for; when that is changes nothing."""
    ready, lazy = Tale(drawn.text), Tale(drawn.text)
    people_here = len(drawn.cast)
    for moment in ready.ledger.moments():
        for chain in chains(people_here, 2):
            ready.ledger.state(chain, moment)
    chain = lazy.chain(*data.draw(along(drawn.cast, 1, 3)))
    end = lazy.ledger.end
    assert shown_cells(lazy.ledger.state(chain, end)) == shown_cells(ready.ledger.state(chain, end))
