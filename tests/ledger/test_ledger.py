"""The ledger: moments as typed, the reader in page order, supports, growing at the end."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings, strategies as st
from hypothesis.strategies import DataObject

from tests.engine.drawing import Drawn, along, stories
from tests.engine.tale import Tale, chains, shown_cells
from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.engine.evaluate import fluents_of
from whoknows.ledger.ledger import Ledger, Moment, page_of
from whoknows.ledger.moments import after_line, find_moment
from whoknows.ledger.supports import How, Support, supports, told_by
from whoknows.model.story import Story

few = settings(max_examples=25)

SWITCHED = """\
cast
  Ada
  Bruno
  Cora
places
  the hall
facts
  moon: the moon is up
  sun: the sun is up
scene Late
  when 5 May 2010
  at the hall
  with Ada, Bruno
  - Ada looks out => moon
  Ada tells Bruno: not sun
scene Early
  when 3 May 2010
  at the hall
  with Ada, Cora
  - Ada looks out => sun
scene Each spring
  when every year from 4 May 2010 to 4 May 2012
  at the hall
  with Cora
  Cora mentions: moon
"""


# --- moments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "instant"), [
    ("start", 0), ("Early:start", 1), ("Early", 2), ("early:1", 2), ("Each spring#1:start", 3),
    ("Each_spring#1", 4), ("Late:start", 5), ("Late:1", 6), ("late:2", 7), ("LATE", 7),
    ("Late:end", 7), ("Each spring#2", 9), ("Each spring", 11), ("Each spring#3:1", 11),
    ("end", 11), ("", 11), ("3 May 2010", 2), ("4 May 2010", 4), ("May 2010", 7), ("2011", 9),
    ("2 May 2010", 0), ("2009", 0),
])  # fmt: skip
def test_moments_as_people_type_them(typed: str, instant: int) -> None:
    found = find_moment(typed, Tale(SWITCHED).ledger)
    assert isinstance(found, Moment), found
    assert found.instant == instant


@pytest.mark.parametrize("typed", ["Never", "Late:3", "Each spring#4", "Early#2", "32 May 2010"])
def test_what_is_no_moment_is_a_finding(typed: str) -> None:
    assert isinstance(find_moment(typed, Tale(SWITCHED).ledger), Diagnostic)


def test_the_moment_after_a_line() -> None:
    tale = Tale(SWITCHED)
    source = Source("a.story", SWITCHED)
    at = {
        line: after_line(number, tale.ledger, source).instant
        for number, line in enumerate(SWITCHED.splitlines(), 1)
    }
    assert at["cast"] == 0
    assert at["scene Late"] == 5
    assert at["  - Ada looks out => moon"] == 6
    assert at["  Ada tells Bruno: not sun"] == 7
    assert at["  - Ada looks out => sun"] == 2
    assert at["  Cora mentions: moon"] == 11


@settings(max_examples=30)
@given(stories(dated=True))
def test_instants_and_pages_both_count_every_step(drawn: Drawn) -> None:
    ledger = Tale(drawn.text).ledger
    instants = [moment.instant for moment in ledger.moments()]
    assert instants == list(range(1, ledger.end.instant + 1))
    pages = [page_of(step) for step in ledger.steps]
    assert len(set(pages)) == len(pages)
    assert max(pages) == ledger.end.page
    times = [ledger.time_of(instant) for instant in instants]
    assert times == sorted(times, key=lambda time: time.start if time else 0)
    for step in ledger.steps:
        before, after = ledger.before(step), ledger.after(step)
        assert before.instant + 1 == after.instant == step.number
        assert before.page < after.page


# --- the reader --------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.data(), stories(dated=True))
def test_the_page_read_before_an_instant_tells_the_reader_nothing_of_it(
    data: DataObject, drawn: Drawn
) -> None:
    """The reader's two coordinates: what is on the page, and has happened."""
    ledger = Tale(drawn.text).ledger
    instant = data.draw(st.integers(0, ledger.end.instant))
    unread = Moment(instant, (-1, 0, 0))
    assert ledger.reader(unread) is ledger.reader(ledger.start)
    told = [step for step in ledger.steps[:instant] if page_of(step) <= (0, 9, 99)]
    state = ledger.minds.reader
    for step in told:
        state = ledger.minds.read(state, step, ledger.truth(step.number - 1))
    assert ledger.reader(Moment(instant, (0, 9, 99))) is state


# --- supports ----------------------------------------------------------------------------------

WITNESS = {How.SAW, How.SHOWN, How.SAW_SO, How.IN_SIGHT, How.NOT_IN_SIGHT}
START = {How.KEEPS, How.STATED, How.KEPT_FROM_START, How.ASSUMED, How.TAKEN_FOR_GRANTED}
ASSERTED = {How.LEARNED, How.CAME_TO_BELIEVE, How.INFERRED, How.SUSPECTED, How.TOLD, How.PICTURED}


def ends(support: Support) -> Iterator[Support]:
    """The last links of every chain of reasons."""
    if not support.because:
        yield support
    for each in support.because:
        yield from ends(each)


@settings(max_examples=60)
@given(st.data(), stories())
def test_every_support_ends_in_a_witness_a_start_or_an_assertion(
    data: DataObject, drawn: Drawn
) -> None:
    """Nothing is known from nowhere: what a mind believes has reasons, and these have an end."""
    assume(not any("forgets" in each for each in drawn.scenes))  # see below
    tale = Tale(drawn.text)
    ledger = tale.ledger
    chain = tale.chain(*data.draw(along(drawn.cast, 1, 3)))
    state = ledger.state(chain, ledger.end)
    for fluent, cell in enumerate(state.all_cells()):
        if not cell.sure or not cell.aware:
            continue
        found = supports(ledger, chain, fluent, ledger.end)
        assert found, f"{chain} {tale.story.fact_of(fluent).name} {cell}\n{tale.text}"
        for last in (end for each in found for end in ends(each)):
            if last.step is None or last.how is How.KEEPS:
                assert last.how in START, last
            elif last.how is How.BY_RULE:
                assert last.rule is not None
            else:
                assert last.how in WITNESS | ASSERTED, last
                assert last.step.number <= ledger.end.instant


def test_what_is_assumed_again_after_forgetting_has_a_support() -> None:
    tale = Tale(
        "cast\n  Ada\nplaces\n  the hall\nfacts\n  moon: the moon is up\n"
        "scene A\n  at the hall\n  with Ada\n"
        "  - Ada looks out => moon\n  Ada forgets: moon\n  Ada mentions: moon\n"
    )
    tale.holds("Ada believes not moon")
    assert [each.how for each in tale.why("moon", "Ada")] == [How.ASSUMED_AGAIN]


@settings(max_examples=40)
@given(st.data(), stories())
def test_a_chain_of_reasons_goes_back_in_time(data: DataObject, drawn: Drawn) -> None:
    tale = Tale(drawn.text)
    ledger = tale.ledger
    chain = tale.chain(*data.draw(along(drawn.cast, 1, 2)))

    def check(support: Support) -> None:
        for each in support.because:
            if each.step is not None and support.step is not None:
                assert each.step.number <= support.step.number, tale.text
            check(each)
        if told_by(support) is not None:
            assert support.how is How.TOLD

    for fluent in range(len(tale.story.fluents)):
        found = supports(ledger, chain, fluent, ledger.end)
        for each in found:
            check(each)
        steps = [each.step.number for each in found if each.step is not None]
        assert steps == sorted(steps), tale.text


def test_hearsay_leads_back_to_who_saw_it() -> None:
    """Cora has it from Bruno, who has it from Ada, who saw it."""
    tale = Tale(
        "cast\n  Ada\n  Bruno\n  Cora\nplaces\n  the hall\nfacts\n  moon: the moon is up\n"
        "scene A\n  at the hall\n  with Ada\n  - Ada looks out => moon\n"
        "scene B\n  at the hall\n  with Ada, Bruno\n  Ada tells Bruno: moon\n"
        "scene C\n  at the hall\n  with Bruno, Cora\n  Bruno tells Cora: moon\n"
    )
    (support,) = tale.why("moon", "Cora")
    links = [(support.how, told_by(support))]
    while support.because:
        (support,) = support.because
        links.append((support.how, told_by(support)))
    ada, bruno = tale.chain("Ada", "Bruno")
    assert links == [(How.TOLD, bruno), (How.TOLD, ada), (How.SAW, None)]
    assert support.chain == (ada,)


def test_a_rules_support_names_its_premises() -> None:
    tale = Tale(
        "cast\n  Ada\nplaces\n  the hall\nfacts\n  wet: it has rained\n  cloud: there are clouds\n"
        "rules\n  rain: whoever believes wet infers cloud\n"
        "scene A\n  at the hall\n  with Ada\n  - Ada steps into a puddle => wet\n"
    )
    (support,) = tale.why("cloud", "Ada")
    assert support.how is How.BY_RULE
    assert support.rule is not None
    assert fluents_of(support.rule.premise) == {tale.fluent("wet")}
    assert [each.how for each in support.because] == [How.SAW]


# --- growing -----------------------------------------------------------------------------------


def grown(story: Story) -> Ledger:
    """The ledger of a story that is told to it scene by scene and line by line."""
    shorter = replace(story, scenes=story.scenes[:1])
    first = shorter.scenes[0]
    ledger = Ledger(replace(shorter, scenes=(replace(first, events=()),)))
    for event in first.events:
        ledger.append(event)
    for count in range(2, len(story.scenes) + 1):
        last = story.scenes[count - 1]
        scenes = (*story.scenes[: count - 1], replace(last, events=()))
        ledger.begin(replace(story, scenes=scenes))
        for event in last.events:
            ledger.append(event)
    return ledger


@settings(max_examples=50)
@given(st.data(), stories(), st.booleans())
def test_a_ledger_that_grows_is_the_one_replayed_at_once(
    data: DataObject, drawn: Drawn, asking: bool
) -> None:
    """Event by event or all at once: every mind, at every moment, holds the same."""
    whole = Tale(drawn.text)
    piecemeal = grown(whole.story)
    assert piecemeal.end == whole.ledger.end
    assert piecemeal.occurrences == whole.ledger.occurrences
    first = st.sampled_from(((), (-1,)))
    sample = [
        (*data.draw(first), *whole.chain(*data.draw(along(drawn.cast, 0, 4)))) for _ in range(6)
    ]
    moments = list(whole.ledger.moments())
    if asking:
        moments.reverse()
    for moment in moments:
        for chain in sample:
            one, other = whole.ledger.state(chain, moment), piecemeal.state(chain, moment)
            assert shown_cells(one) == shown_cells(other), f"{chain} at {moment}\n{whole.text}"


@few
@given(stories(most_scenes=2))
def test_growing_changes_nothing_that_was(drawn: Drawn) -> None:
    """What was held at a moment is the very same object after more has happened."""
    tale = Tale(drawn.text)
    ledger = tale.ledger
    asked = [(chain, moment) for moment in ledger.moments() for chain in chains(2, 2)]
    before = [ledger.state(chain, moment) for chain, moment in asked]
    event = next((e for scene in tale.story.scenes for e in scene.events), None)
    assert event is not None
    ledger.append(event)
    assert [ledger.state(chain, moment) for chain, moment in asked] == before
