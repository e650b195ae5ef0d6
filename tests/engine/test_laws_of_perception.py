"""Laws 1 to 6, 11 and 16: how things are, who perceives them, and what that does to whom."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DataObject

from tests.engine.drawing import (
    HEAD,
    Drawn,
    along,
    believes,
    lines,
    people,
    prelude,
    scene,
    some_of,
    stories,
    story,
)
from tests.engine.tale import Tale, chains
from whoknows.engine.cells import Mark

few = settings(max_examples=25)


def one_line(
    data: DataObject,
    cast: Sequence[str],
    who: Sequence[str],
    line: str,
    *,
    after: Sequence[str] = (),
) -> Tale:
    """A drawn past, and then one line at the tower."""
    return Tale(
        story(cast, data.draw(prelude(cast)), scene("Last", who, line, *after, at="the tower"))
    )


def is_same(tale: Tale, *chain: str) -> None:
    """Claim that the last scene's events changed nothing along a chain: not even the object."""
    before, after = tale.state(*chain, at="Last:start"), tale.state(*chain)
    assert before is after, f"{chain}\n{tale.text}"


# --- law 1 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(1, 3))
def test_law_1_truth_is_the_last_effect_or_the_start(data: DataObject, cast: list[str]) -> None:
    """Law 1: yes/no facts start as no, numbers as 0, valued facts open; effects make them so."""
    start = data.draw(st.sampled_from(("glad", "sad", "")))
    held = {"moon": "no", "score": "0", "mood": start}
    made = []
    for _ in range(data.draw(st.integers(0, 5))):
        fact, value = data.draw(
            st.sampled_from(
                (("moon", "yes"), ("moon", "no"), ("mood", "calm"), ("score", "3"), ("score", "+2"))
            )
        )
        if value == "+2":
            held["score"] = str(int(held["score"]) + 2)
            effect = "score += 2"
        else:
            held[fact] = value
            effect = fact if value == "yes" else f"{fact} = {value}"
            effect = "not moon" if effect == "moon = no" else effect
        made.append(f"- {cast[0]} does it => {effect}")
    head = HEAD + (f"    starts {start}\n" if start else "")
    tale = Tale(story(cast, scene("Last", data.draw(some_of(cast)), *made), head=head))
    tale.holds("moon" if held["moon"] == "yes" else "not moon")
    tale.holds(f"score = {held['score']}")
    for mood in ("glad", "sad", "calm"):
        want = None if not held["mood"] else held["mood"] == mood
        assert tale.value(f"mood = {mood}") is want, tale.text


@few
@given(st.data(), people(2, 4))
def test_law_1_what_the_author_left_open_nobody_can_know(data: DataObject, cast: list[str]) -> None:
    """Law 1: of what is left open there is no knowledge, only belief."""
    teller, hearer = cast[:2]
    mood = data.draw(st.sampled_from(("glad", "sad", "calm")))
    tale = one_line(data, cast, cast, f"{teller} tells {hearer}: mood = {mood}")
    tale.holds(f"{hearer} believes mood = {mood}")
    for who in cast:
        tale.fails(f"{who} knows mood = {mood}")


@few
@given(st.data(), people(1, 3))
def test_law_1_a_need_that_fails_does_not_stop_the_event(data: DataObject, cast: list[str]) -> None:
    """Law 1: the author said so."""
    line = f"- {cast[0]} does it => mood = sad"
    tale = one_line(data, cast, cast, line, after=["  needs moon"])
    tale.holds("mood = sad")
    tale.fails("moon")


# --- law 2 -------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.data(), stories())
def test_law_2_repeating_a_name_is_the_same_state(data: DataObject, drawn: Drawn) -> None:
    """Law 2: ``(A, A, B)`` is ``(A, B)``: the same object, the reader included."""
    tale = Tale(drawn.text)
    cast = drawn.cast
    chain = data.draw(along(cast))
    first = data.draw(st.sampled_from(((), ("the reader",))))
    times = data.draw(st.lists(st.integers(1, 3), min_size=4, max_size=4))
    repeated = [who for who, often in zip(chain, times, strict=False) for _ in range(often)]
    assert tale.state(*first, *repeated) is tale.state(*first, *chain), (tale.text, repeated)


@few
@given(st.data(), stories())
def test_law_2_everybody_reads_their_own_mind(data: DataObject, drawn: Drawn) -> None:
    """Law 2: who believes something believes they do; who does not, believes they do not."""
    tale = Tale(drawn.text)
    who = data.draw(st.sampled_from(drawn.cast))
    fact = data.draw(st.sampled_from(("deed", "not plot", "spot (pearl) = left", "moon")))
    for verb in ("believes", "suspects", "considers"):
        formula = f"{who} {verb} {fact}"
        if tale.value(formula):
            tale.holds(f"{who} believes {formula}")
        else:
            tale.holds(f"{who} believes not ({formula})")


# --- law 3 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(1, 4))
def test_law_3_effects_are_common_belief_of_the_witnesses(
    data: DataObject, cast: list[str]
) -> None:
    """Law 3: along any chain of open witnesses the effect is believed; it is common knowledge."""
    here = data.draw(some_of(cast, 1))
    effect = data.draw(st.sampled_from(("moon", "mood = sad")))
    tale = one_line(data, cast, here, f"- {here[0]} does it => {effect}")
    tale.holds(believes(data.draw(along(here)), effect))
    tale.holds(believes(("the reader", *data.draw(along(here))), effect))
    tale.holds(f"it is common knowledge among {', '.join(here)} that {effect}")
    for who in cast:
        if who not in here:
            tale.fails(f"it is common knowledge among {', '.join([*here, who])} that {effect}")


@pytest.mark.parametrize(
    "shows", ["- The door flies open => at (Cora) = the hall", "Cora mentions: deed"]
)
def test_law_3_holds_for_one_who_was_hidden_and_is_shown(shows: str) -> None:
    """Law 3: once shown, the hidden are open witnesses like anybody else."""
    lines = ("hidden Cora", shows, "- Bruno nods => moon")
    tale = Tale(story(["Ada", "Bruno", "Cora"], scene("Last", ["Ada", "Bruno"], *lines)))
    tale.holds("Ada believes Cora believes moon")
    tale.holds("Ada believes Cora believes Ada believes moon")


# --- law 4 -------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.data(), people(2, 4))
def test_law_4_the_absent_keep_the_very_same_state(data: DataObject, cast: list[str]) -> None:
    """Law 4: a perspective through somebody who did not perceive the event does not change."""
    here = data.draw(some_of(cast, 1, len(cast) - 1))
    gone = data.draw(st.sampled_from([who for who in cast if who not in here]))
    line = data.draw(lines(here, here).filter(lambda each: "forgets" not in each))
    tale = one_line(data, cast, here, line)
    ahead, behind = data.draw(along(here, 0, 2)), data.draw(along(cast, 0, 2))
    is_same(tale, *ahead, gone, *behind)


@few
@given(st.data(), people(2, 4))
def test_law_4_beliefs_go_stale(data: DataObject, cast: list[str]) -> None:
    """Law 4: nothing refreshes a belief by magic, at any depth."""
    one, other = cast[:2]
    lines = (f"- {one} does it => mood = sad", f"{other} leaves", f"- {one} does it => mood = glad")
    tale = Tale(story(cast, data.draw(prelude(cast)), scene("Last", cast[:2], *lines)))
    tale.holds("mood = glad")
    tale.holds(f"{other} believes mood = sad")
    tale.holds(f"{one} knows {other} believes mood = sad")
    tale.holds(believes((other, *data.draw(along(cast[:2]))), "mood = sad"))


# --- law 5: the five shapes --------------------------------------------------------------------


@few
@given(st.data(), people(2, 4))
def test_law_5_also_and_only(data: DataObject, cast: list[str]) -> None:
    """Law 5: *also* adds open witnesses who are elsewhere, *only* leaves nobody else."""
    one, far, *rest = cast
    tale = one_line(data, cast, [one, *rest], f"- {one} does it => moon (also {far})")
    tale.holds(believes((*data.draw(along([one, *rest])), far, one), "moon"))
    tale = one_line(data, cast, cast, f"- {one} does it => moon (only {one}, {far})")
    tale.holds(believes(data.draw(along((one, far))), "moon"))
    for who in rest:
        is_same(tale, who, *data.draw(along(cast, 0, 2)))
        is_same(tale, one, who)


@few
@given(st.data(), people(2, 4))
def test_law_5_unnoticed(data: DataObject, cast: list[str]) -> None:
    """Law 5: a hidden witness sees and reckons with all; nobody reckons with the hidden."""
    *seen, hidden = cast
    line = f"- {seen[0]} does it => moon (unnoticed: {hidden})"
    tale = one_line(data, cast, cast, line)
    openly = data.draw(along(seen, 0))
    tale.holds(believes((hidden, *openly), "moon"))
    tale.holds(believes(data.draw(along(seen)), "moon"))
    for ahead in ((), (hidden,)):
        is_same(tale, *ahead, *data.draw(along(seen)), hidden, *data.draw(along(cast, 0, 1)))


@few
@given(st.data(), people(3, 4))
def test_law_5_unnoticed_together(data: DataObject, cast: list[str]) -> None:
    """Law 5: those who hide together reckon with each other; others with none of them."""
    one, *hidden = cast
    line = f"- {one} does it => moon (unnoticed: {', '.join(hidden)})"
    tale = one_line(data, cast, cast, line)
    among = data.draw(along(hidden))
    tale.holds(believes(among, "moon"))
    tale.holds(believes((*among[:3], one), "moon"))
    is_same(tale, *among[:2], one, data.draw(st.sampled_from(hidden)))


@few
@given(st.data(), people(2, 4))
def test_law_5_staged(data: DataObject, cast: list[str]) -> None:
    """Law 5: the watched know of the watcher, who thinks himself unnoticed."""
    *players, watcher = cast
    line = f"- {players[0]} does it => moon (staged for {watcher})"
    tale = one_line(data, cast, cast, line)
    among = data.draw(along(players, 0, 2))
    tale.holds(believes((*among, watcher), "moon"))
    tale.holds(believes((*among, watcher, *data.draw(along(players))), "moon"))
    is_same(tale, *among, watcher, *data.draw(along(players, 1, 2)), watcher)


@few
@given(st.data(), people(2, 4))
def test_law_5_missed(data: DataObject, cast: list[str]) -> None:
    """Law 5: present, did not perceive, and everybody thinks they did."""
    *others, missing = cast
    line = f"- {others[0]} does it => moon (missed by {missing})"
    tale = one_line(data, cast, cast, line)
    is_same(tale, missing, *data.draw(along(cast, 0, 3)))
    tale.holds(believes((*data.draw(along(others, 1, 1)), *data.draw(along(cast, 0, 3))), "moon"))


@few
@given(st.data(), people(3, 4))
def test_law_5_half(data: DataObject, cast: list[str]) -> None:
    """Law 5: a half-witness sees that one tells another whether, not which: they are settled."""
    teller, hearer, half, *_ = cast
    line = f"{teller} tells {hearer}: mood = sad (half heard by {half})"
    tale = one_line(data, cast, cast, line)
    pair = data.draw(st.permutations((teller, hearer)))
    for chain in ((half, hearer), (half, teller), (half, *pair)):
        assert tale.cell("mood", *chain).mark is Mark.SETTLED, f"{chain}\n{tale.text}"
    tale.holds(believes((hearer, *data.draw(along((teller, hearer), 0, 3))), "mood = sad"))
    tale.holds(f"{half} wonders mood")
    tale.holds(f"{hearer} knows {half} believes {hearer} knows mood")
    tale.holds(f"{hearer} believes {half} does not believe mood = sad")


def test_law_5_half_settles_a_picture_of_one_who_took_it_for_granted() -> None:
    """Law 5: the other becomes settled, though until now they were pictured as unaware."""
    seen = scene("Before", ["Cora"], "- Cora looks up => moon", at="the garden")
    told = scene("Last", ["Ada", "Bruno", "Cora"], "Ada tells Bruno: moon (half heard by Cora)")
    tale = Tale(story(["Ada", "Bruno", "Cora"], seen, told))
    tale.holds("Cora believes Bruno believes moon")


@few
@given(st.data(), people(3, 4))
def test_law_5_heard_as(data: DataObject, cast: list[str]) -> None:
    """CORE: a mishearer takes something else to have been said, and to have been said to all."""
    teller, hearer, *rest = cast
    deaf = rest[0]
    line = f"{teller} tells {hearer}: mood = sad (heard by {deaf} as: mood = calm)"
    tale = one_line(data, cast, cast, line)
    tale.holds(believes((deaf, *data.draw(along((hearer, deaf), 0, 3))), "mood = calm"))
    tale.holds(believes((hearer, *data.draw(along((hearer, deaf), 0, 3))), "mood = sad"))


@few
@given(st.data(), people(2, 4))
def test_law_5_who_slipped_out_is_still_reckoned_with(data: DataObject, cast: list[str]) -> None:
    """Law 5: reckoned with along a chain is whoever that chain is sure is there."""
    *others, gone = cast
    lines = (f"{gone} leaves (unnoticed)", f"- {others[0]} does it => moon")
    tale = Tale(story(cast, data.draw(prelude(cast)), scene("Last", cast, *lines, at="the tower")))
    tale.fails(f"{gone} believes moon")
    one = data.draw(along(others, 1, 1))
    tale.holds(believes((*one, *data.draw(along(cast, 0, 3))), "moon"))


@few
@given(st.data(), people(2, 4))
def test_law_5_the_reader_sees_it_from_the_scenes_point_of_view(
    data: DataObject, cast: list[str]
) -> None:
    """Law 5: the reader takes an event as ``through X`` does; nobody reckons with the reader."""
    eye, one, *_ = cast
    header = f"through {eye}"
    missed = one_line(
        data, cast, cast, header, after=[f"- {one} does it => moon (missed by {eye})"]
    )
    assert missed.state("the reader", at="Last:start") is missed.state("the reader"), missed.text
    seen = one_line(data, cast, cast, header, after=[f"- {one} does it => moon"])
    seen.holds("the reader believes moon")
    seen.holds(believes(("the reader", *data.draw(along(cast, 0, 3))), "moon"))


# --- law 6 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(2, 4))
def test_law_6_seeing_what_is_needed_corrects_a_belief(data: DataObject, cast: list[str]) -> None:
    """Law 6: a witness whose belief contradicts what the event needs corrects it."""
    here = data.draw(some_of(cast, 2))
    wrong = scene("Before", cast, f"{cast[0]} tells {cast[1]}: mood = sad (convincingly)")
    lines = (f"- {here[0]} does it => moon", "  needs mood = glad")
    tale = Tale(
        story(cast, data.draw(prelude(cast)), wrong, scene("Last", here, *lines, at="the tower"),
              head=f"{HEAD}    starts glad\n")
    )  # fmt: skip
    tale.holds(f"{cast[1]} believes mood = sad", at="Before")
    tale.holds(believes(data.draw(along(here)), "mood = glad"))
    for who in cast:
        if who not in here:
            is_same(tale, who)


@few
@given(st.data(), people(3, 4))
def test_law_6_whoever_acts_here_is_seen_to_be_here(data: DataObject, cast: list[str]) -> None:
    """Law 6: that somebody acts needs them to be there: it corrects what was thought of it."""
    one, back, *rest = cast
    lines = (f"{back} leaves", f"{back} enters (unnoticed)", f"{back} mentions: moon")
    tale = Tale(story(cast, data.draw(prelude(cast)), scene("Last", cast, *lines, at="the tower")))
    tale.holds(f"{one} believes at ({back}) is not the tower", at="Last:2")
    tale.holds(believes(data.draw(along((one, *rest))), f"at ({back}) = the tower"))
    tale.holds(believes((one, *data.draw(along(cast, 0, 3))), "moon"))


# --- law 11 ------------------------------------------------------------------------------------

SIGHT = """\
places
  the kitchen
  the cellar
  the stairs
things
  object: the marble
  container: the basket, the box
facts
  in (object) = container: {object} is in {value}
    seen by c if at (c) = room of (container)
  room of (container) = place: {container} is in {value}
    starts room of (the basket) = the kitchen
    starts room of (the box) = the cellar
"""
ROOM_OF = {"the basket": "the kitchen", "the box": "the cellar"}


@few
@given(st.data(), people(2, 4), st.sampled_from(sorted(ROOM_OF)))
def test_law_11_who_enters_sees_what_is_in_plain_sight(
    data: DataObject, cast: list[str], container: str
) -> None:
    """Law 11: at once, together with everyone there."""
    one, comer, *rest = cast
    here = [one, *data.draw(some_of(rest))]
    line = f"- {one} puts it there => in (marble) = {container}"
    tale = Tale(
        story(cast, scene("Last", here, line, f"{comer} enters", at=ROOM_OF[container]), head=SIGHT)
    )
    tale.fails(f"{comer} believes in (marble) = {container}", at="Last:1")
    tale.holds(believes(data.draw(along([*here, comer])), f"in (marble) = {container}"))
    for who in rest:
        if who not in here:
            tale.fails(f"{who} believes in (marble) = {container}")


@few
@given(st.data(), people(2, 4), st.sampled_from(sorted(ROOM_OF)))
def test_law_11_who_expected_it_and_does_not_find_it_knows(
    data: DataObject, cast: list[str], container: str
) -> None:
    """Law 11: what would be seen here, were it here, is not here; so do all who look together."""
    other = next(each for each in ROOM_OF if each != container)
    one, *here = cast
    told = scene("Told", cast, f"{one} tells {here[0]}: in (marble) = {other}", at="the stairs")
    moved = scene("Moved", [one], f"- {one} moves it => in (marble) = {container}",
                  at=ROOM_OF[container])  # fmt: skip
    looked = scene("Last", here, at=ROOM_OF[other])
    tale = Tale(story(cast, moved, told, looked, head=SIGHT))
    tale.holds(f"{here[0]} believes in (marble) = {other}", at="Told")
    tale.holds(believes(data.draw(along(here)), f"in (marble) is not {other}"))
    tale.holds(f"{here[0]} knows in (marble) = {container}")


def secret(keeper: str, how: str = "kept", stance: str = "") -> str:
    return f"secrets\n  moon: {how} by {keeper} from everyone{stance}\n"


@few
@given(st.data(), people(2, 4))
def test_law_11_keepers_are_in_sight_of_their_secret(data: DataObject, cast: list[str]) -> None:
    """Law 11: who believes a secret takes keepers to know it; who wonders, to be settled."""
    keeper, other, *rest = cast
    told = scene("Last", [other, *rest], f"{other} hears: moon", at="the tower")
    open_minded = secret(keeper, stance=", who wonder")
    tale = Tale(story(cast, data.draw(prelude(cast)), told, more=open_minded))
    tale.holds(f"{other} believes {keeper} knows whether moon", at="Last:start")
    tale.fails(f"{other} believes {keeper} knows moon", at="Last:start")
    tale.holds(f"{other} believes {keeper} knows moon")
    tale.holds(f"{other} believes {keeper} believes moon")
    unsuspected = Tale(
        story(cast, data.draw(prelude(cast)), told, more=secret(keeper, "kept unsuspected"))
    )
    unsuspected.fails(f"{other} believes {keeper} believes moon")


@few
@given(people(2, 3), st.booleans())
def test_law_11_in_truth_keepers_learn_by_perceiving(cast: list[str], there: bool) -> None:
    """Law 11: keepers know at the start, and later learn by perceiving, like anybody."""
    keeper, other, *_ = cast
    here = [keeper, other] if there else [other]
    tale = Tale(
        story(cast, scene("Last", here, f"- {other} does it => not moon"), more=secret(keeper),
              head=HEAD.replace("moon is up", "moon is up\n    starts yes"))
    )  # fmt: skip
    tale.holds(f"{keeper} knows moon", at="start")
    tale.fails(f"{other} believes moon", at="start")
    assert tale.value(f"{keeper} knows not moon") is there, tale.text
    assert tale.value(f"{keeper} believes moon") is not there, tale.text


@few
@given(people(2, 4))
def test_law_11_at_is_set_by_scenes_enters_and_leaves(cast: list[str]) -> None:
    """Law 11: ``at`` is built in; who was there and is not named has gone."""
    one, other, *_ = cast
    tale = Tale(
        story(cast, scene("A", [one, other], f"{other} leaves for the garden"), scene("B", [other]))
    )
    tale.holds(f"at ({one}) = the hall", at="A")
    tale.holds(f"at ({other}) = the garden", at="A")
    tale.holds(f"{one} knows at ({other}) = the garden", at="A")
    tale.holds(f"at ({other}) = the hall", at="B")
    tale.fails(f"at ({one}) = the hall", at="B")
    tale.fails(f"{other} believes at ({one}) = the hall", at="B")


# --- law 16 ------------------------------------------------------------------------------------


@few
@given(st.data(), people(2, 4))
def test_law_16_who_is_only_mentioned_is_not_there(data: DataObject, cast: list[str]) -> None:
    """Law 16: a name in the prose or in what is said puts nobody in the room."""
    one, named, *rest = cast
    line = data.draw(
        st.sampled_from(
            (
                f"- {one} thinks of {named} and weeps => moon",
                f"- A letter from {named} comes => mood = sad",
                f"{one} mentions: {named} believes moon",
                f"{one} mentions: at ({named}) = the tower",
            )
        )
    )
    tale = one_line(data, cast, [one, *rest], line)
    is_same(tale, named)
    tale.fails(f"at ({named}) = the tower")


@few
@given(st.data(), people(2, 4))
def test_law_16_who_is_not_listed_did_not_see(data: DataObject, cast: list[str]) -> None:
    """Law 16: nothing follows from what the file does not say; the absent learn nothing, ever."""
    here = data.draw(some_of(cast, 1, len(cast) - 1))
    made = [data.draw(lines(here, here)) for _ in range(3)]
    tale = Tale(story(cast, scene("Last", here, *made, at="the tower")))
    for who in cast:
        if who not in here:
            is_same(tale, who)
    for chain in chains(len(cast), 2):
        if chain and tale.story.name_of(chain[0]) not in here:
            before = tale.ledger.state(chain, tale.at("Last:start"))
            assert tale.ledger.state(chain, tale.ledger.end) is before, tale.text
