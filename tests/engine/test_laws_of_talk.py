"""Laws 7 to 10: telling, not saying, asking, and which of two reasons counts for more."""

from itertools import product

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DataObject

from tests.engine.drawing import HEAD, along, believes, people, prelude, scene, some_of, story
from tests.engine.tale import Tale, chains, shown_cells
from whoknows.engine.cells import Basis, Mark
from whoknows.ledger.supports import How
from whoknows.ledger.unsaid import Omission, unsaid

few = settings(max_examples=25)

GLAD = f"{HEAD}    starts glad\n"
"""As the stories begin, but that the mood is stated: glad."""


def after(data: DataObject, cast: list[str], *lines: str, head: str = HEAD, more: str = "") -> Tale:
    """A drawn past, and then these lines at the tower, with everybody there."""
    past = data.draw(prelude(cast))
    return Tale(
        story(cast, past, scene("Last", cast, *lines, at="the tower"), head=head, more=more)
    )


# --- law 7 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(2, 4), st.sampled_from(("moon", "mood = sad", "mood is not glad")))
def test_law_7_what_is_told_is_accepted_and_all_reckon_with_it(
    data: DataObject, cast: list[str], fact: str
) -> None:
    """Law 7: every hearer accepts it, takes the teller to believe it, and takes all to do so."""
    teller, hearer, *_ = cast
    tale = after(data, cast, f"{teller} tells {hearer}: {fact}")
    first = data.draw(st.sampled_from(cast[1:]))
    tale.holds(believes((first, *data.draw(along(cast, 0, 3))), fact))
    tale.holds(believes((teller, first, *data.draw(along(cast, 0, 2))), fact))
    tale.fails(f"{teller} believes {fact}")


@few
@given(st.data(), people(2, 4))
def test_law_7_seen_through(data: DataObject, cast: list[str]) -> None:
    """Law 7: who pictures the teller as sure of the contrary, having seen it, takes nothing."""
    liar, *others = cast
    tale = after(data, cast, f"- {liar} does it => moon", f"{liar} lies to {others[0]}: not moon")
    tale.holds(believes(data.draw(along(cast)), "moon"))
    tale.holds(believes((data.draw(st.sampled_from(others)), liar), "moon", "knows"))


@few
@given(st.data(), people(2, 4))
def test_law_7_a_lie_to_one_who_cannot_know_better_works(data: DataObject, cast: list[str]) -> None:
    """Law 7: a lie is the same event as telling, with the liar not believing it."""
    liar, dupe, *_ = cast
    alone = scene("Alone", [liar], f"- {liar} does it => moon", at="the garden")
    lied = scene("Last", cast, f"{liar} lies to {dupe}: not moon (convincingly)", at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), alone, lied))
    tale.holds(f"{liar} knows moon")
    tale.holds(f"{liar} knows {dupe} believes not moon")
    tale.holds(f"{dupe} believes {liar} believes not moon")
    tale.holds(believes((dupe, *data.draw(along(cast, 0, 3))), "not moon"))


@few
@given(st.data(), people(2, 4))
def test_law_7_one_who_saw_otherwise_holds_to_it_but_believes_the_teller_sincere(
    data: DataObject, cast: list[str]
) -> None:
    """Law 7: a stronger reason to the contrary stays; the teller is another matter."""
    teller, hearer, *others = cast
    alone = scene("Alone", [hearer], f"- {hearer} does it => moon", at="the garden")
    told = scene("Last", cast, f"{teller} tells {hearer}: not moon", at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), alone, told))
    tale.holds(f"{hearer} knows moon")
    tale.holds(f"{hearer} believes {teller} believes not moon")
    tale.holds(f"{hearer} believes {teller} believes {hearer} believes not moon")
    for other in others:
        tale.holds(f"{other} believes not moon")


@few
@given(st.data(), people(3, 4))
def test_law_7_not_believed(data: DataObject, cast: list[str]) -> None:
    """Law 7: the author decides who does not believe it, and everybody reckons with that."""
    teller, hearer, *others = cast
    chain = data.draw(along(cast[1:]))
    nobody = after(data, cast, f"{teller} tells {hearer}: mood = sad (not believed)")
    nobody.fails(believes(chain, "mood = sad"))
    nobody.holds(believes((*chain, teller), "mood = sad"))
    nobody.fails("the reader believes mood = sad")
    line = f"{teller} tells {hearer}: mood = sad (not believed by {hearer})"
    one = after(data, cast, line)
    one.fails(believes((*chain, hearer), "mood = sad"))
    one.holds(believes(data.draw(along(others)), "mood = sad"))
    one.holds("the reader believes mood = sad")


@few
@given(st.data(), people(3, 4))
def test_law_7_believed_against_the_evidence(data: DataObject, cast: list[str]) -> None:
    """Law 7: ``(believed by B)`` and ``(convincingly)`` win against what was seen."""
    teller, hearer, other, *_ = cast
    seen = scene("Seen", cast[1:], f"- {hearer} does it => moon", at="the garden")

    def told(bracket: str) -> Tale:
        line = f"{teller} tells {hearer}: not moon{bracket}"
        return Tale(story(cast, data.draw(prelude(cast)), seen, scene("Last", cast, line)))

    plain, one, everyone = told(""), told(f" (believed by {hearer})"), told(" (convincingly)")
    for who, tale, fact in (
        (hearer, plain, "moon"), (other, plain, "moon"), (hearer, one, "not moon"),
        (other, one, "moon"), (hearer, everyone, "not moon"), (other, everyone, "not moon"),
    ):  # fmt: skip
        tale.holds(f"{who} believes {fact}")
    one.holds(f"{other} believes {hearer} believes not moon")


@few
@given(st.data(), people(3, 4), st.integers(1, 3))
def test_law_7_what_is_told_may_be_about_minds(
    data: DataObject, cast: list[str], depth: int
) -> None:
    """Law 7: nested contents act where they point, and the minds spoken of learn nothing."""
    teller, hearer, far, *rest = cast
    path = [far, hearer, far][:depth]
    content = believes(path, "mood = sad")
    told = scene("Last", [teller, hearer, *rest], f"{teller} tells {hearer}: {content}")
    tale = Tale(story(cast, data.draw(prelude(cast)), told))
    tale.holds(f"{hearer} believes {content}")
    tale.holds(f"{hearer} believes {teller} believes {content}")
    tale.fails(f"{hearer} believes mood = sad")
    assert tale.state(far, at="Last:start") is tale.state(far), tale.text


@few
@given(st.data(), people(3, 4))
def test_law_7_knowing_is_so_and_known(data: DataObject, cast: list[str]) -> None:
    """CORE: ``C knows f`` says f, and that C is sure; ``does not know`` opens a sure picture."""
    teller, hearer, far, *_ = cast
    lines = (
        f"{teller} tells {hearer}: {far} knows moon",
        f"{teller} tells {hearer}: {far} does not know moon",
        f"{teller} tells {hearer}: {far} knows mood",
    )
    tale = after(data, cast, *lines)
    tale.holds(f"{hearer} believes {far} knows moon", at="Last:1")
    tale.holds(f"{hearer} believes moon", at="Last:1")
    tale.holds(f"{hearer} believes {far} does not know moon", at="Last:2")
    tale.holds(f"{hearer} believes moon", at="Last:2")
    tale.holds(f"{hearer} believes {far} knows mood")
    tale.fails(f"{hearer} believes {far} believes mood = sad")


@few
@given(st.data(), people(2, 4))
def test_law_7_nobody_is_told_their_own_mind(data: DataObject, cast: list[str]) -> None:
    """CORE: ``tells B: B believes f`` changes nothing in what B holds."""
    teller, hearer, *others = cast
    tale = after(data, cast, f"{teller} tells {hearer}: {hearer} believes mood = sad")
    tale.fails(f"{hearer} believes mood = sad")
    tale.holds(f"{hearer} believes {teller} believes {hearer} believes mood = sad")
    for other in others:
        tale.holds(f"{other} believes {hearer} believes mood = sad")


@few
@given(st.data(), people(2, 4), st.sampled_from((" (not believed)", "")))
def test_law_7_what_is_spoken_of_one_is_aware_of(
    data: DataObject, cast: list[str], bracket: str
) -> None:
    """Law 7: speaking, hearing or being asked makes one aware: a default becomes assumed."""
    teller, hearer, *_ = cast
    line = data.draw(
        st.sampled_from(
            (f"{teller} tells {hearer}: not moon{bracket}", f"{teller} asks {hearer}: moon?")
        )
    )
    tale = after(data, cast, line)
    chain = data.draw(along(cast))
    assert not tale.cell("moon", *chain, at="Last:start").aware, tale.text
    assert tale.cell("moon", *chain).aware, f"{chain}\n{tale.text}"


@few
@given(st.data(), people(2, 4))
def test_law_7_what_one_says_to_oneself(data: DataObject, cast: list[str]) -> None:
    """Law 7: it changes nothing in oneself, unless convincingly; who overhears it believes one."""
    one, *others = cast
    talk = f"{one} tells {one}: mood = sad"
    plain, meant = after(data, cast, talk), after(data, cast, f"{talk} (convincingly)")
    plain.fails(f"{one} believes mood = sad")
    meant.holds(f"{one} believes mood = sad")
    for other in others:
        plain.holds(f"{other} believes {one} believes mood = sad")


# --- law 8 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(3, 4), st.sampled_from(("deed", "mood = sad", "spot (pearl) = left")))
def test_law_8_what_is_unsaid_changes_no_belief(
    data: DataObject, cast: list[str], fact: str
) -> None:
    """Law 8: withholding, and being stopped, change nobody's beliefs; the ledger keeps them."""
    who, other, stopper, *_ = cast
    line, how = data.draw(
        st.sampled_from(
            (
                (f"{who} withholds {fact} from {other}", Omission.WITHHELD),
                (f"{who} tries to tell {other}: {fact} (stopped by {stopper})",
                 Omission.BROKEN_OFF),
            )
        )
    )  # fmt: skip
    tale = after(data, cast, line)
    ledger = tale.ledger
    opened = tale.at("Last:start")
    for chain in chains(len(cast), 2):
        before, now = ledger.state(chain, opened), ledger.state(chain, ledger.end)
        assert shown_cells(before) == shown_cells(now), f"{chain}\n{tale.text}"
    kept = [each for each in unsaid(ledger, ledger.end) if each.step is ledger.steps[-1]]
    assert [(each.how, each.who, each.frm, each.fluent) for each in kept] == [
        (how, tale.who(who), tale.who(other), tale.fluent(fact))
    ], tale.text
    assert kept[0].stopped_by == (tale.chain(stopper) if how is Omission.BROKEN_OFF else ())


@few
@given(people(3, 4), st.booleans(), st.booleans())
def test_law_8_a_keeper_in_company_leaves_it_unmentioned(
    cast: list[str], so: bool, there: bool
) -> None:
    """Law 8: derived where a keeper of a true secret shares a scene with one it is kept from."""
    keeper, other, third, *_ = cast
    head = HEAD.replace("moon is up", "moon is up\n    starts yes") if so else HEAD
    more = f"secrets\n  moon: kept by {keeper} from {other}\n"
    here = [keeper, *([other] if there else []), third]
    tale = Tale(story(cast, scene("Last", here, f"{third} mentions: deed"), head=head, more=more))
    found = [(each.how, each.who, each.frm) for each in unsaid(tale.ledger, tale.ledger.end)]
    omitted = (Omission.NEVER_MENTIONED, tale.who(keeper), tale.who(other))
    assert found == ([omitted] if so and there else []), tale.text


# --- law 9 -------------------------------------------------------------------------------------


@few
@given(st.data(), people(2, 4))
def test_law_9_asking_opens_what_was_merely_assumed(data: DataObject, cast: list[str]) -> None:
    """Law 9: the asker is open, everyone in hearing sees that, and the asked is blank to them."""
    asker, asked, *_ = cast
    tale = after(data, cast, f"{asker} asks {asked}: moon?")
    tale.holds(f"{asker} wonders moon")
    seer = data.draw(along(cast))
    if seer[-1] != asker:
        tale.holds(believes((*seer, asker), "moon", "believes").replace("believes (", "wonders ("))
    if seer[-1] != asked:
        assert tale.cell("moon", *seer, asked).mark is Mark.BLANK, f"{seer}\n{tale.text}"
    tale.fails(f"{asked} wonders moon")


@few
@given(st.data(), people(3, 4))
def test_law_9_a_reason_better_than_assuming_is_kept(data: DataObject, cast: list[str]) -> None:
    """Law 9: who was told goes on believing, and pictures that rest on telling stay."""
    asker, asked, *rest = cast
    tale = after(data, cast, f"{rest[0]} mentions: moon", f"{asker} asks {asked}: moon?")
    tale.holds(f"{asker} believes moon")
    tale.holds(f"{rest[0]} believes {asked} believes moon")
    tale.holds(f"{asked} believes {asker} believes moon")


@few
@given(st.data(), people(2, 4))
def test_law_9_blank_until_it_shows(data: DataObject, cast: list[str]) -> None:
    """Law 9: an answer shows what the asked thinks."""
    asker, asked, *_ = cast
    tale = after(data, cast, f"{asker} asks {asked}: mood?", f"{asked} tells {asker}: mood = sad")
    for verb, so in (("believes", False), ("considers", True)):
        for thought in (f"{asked} believes mood = sad", f"{asked} wonders mood"):
            assert tale.value(f"{asker} {verb} {thought}", at="Last:1") is so, tale.text
    tale.holds(f"{asker} believes {asked} believes mood = sad")
    tale.holds(f"{asker} believes mood = sad")


# --- law 10 ------------------------------------------------------------------------------------

LEARNT = {
    Basis.WITNESSED: "{who} sees: {fact}",
    Basis.INFERRED: "{who} infers: {fact}",
    Basis.TOLD: "{other} tells {who}: {fact}",
    Basis.HUNCH: "{who} suspects: {fact}",
}
PAIRS = list(product(Basis, LEARNT))


@pytest.mark.parametrize(
    ("first", "second"), PAIRS, ids=[f"{a.name}-{b.name}".lower() for a, b in PAIRS]
)
@pytest.mark.parametrize(
    ("fact", "contrary"), [("moon", "not moon"), ("mood = sad", "mood = calm")]
)
@settings(max_examples=4)
@given(st.data())
def test_law_10_rank(
    first: Basis, second: Basis, fact: str, contrary: str, data: DataObject
) -> None:
    """Law 10: a weaker reason never replaces a stronger one; of equals the later wins."""
    cast = data.draw(people(2, 3))
    who, other = cast[:2]
    more, lines = "", []
    if first is Basis.ASSUMED:
        more = f"at first\n  {who} believes {fact}\n"
    else:
        lines.append(LEARNT[first].format(who=who, other=other, fact=fact))
    lines.append(LEARNT[second].format(who=who, other=other, fact=contrary))
    tale = after(data, cast, *lines, more=more)
    verb = "suspects" if Basis.HUNCH in (min(first, second), second) else "believes"
    wins = contrary if second <= first else fact
    tale.holds(f"{who} {verb} {wins}")
    convinced = "{who} {verb}: {fact} (convincingly)"
    if second is Basis.INFERRED:
        lines[-1] = convinced.format(who=who, verb="infers", fact=contrary)
        after(data, cast, *lines, more=more).holds(f"{who} believes {contrary}")


@few
@given(st.data(), people(2, 4), st.sampled_from(("lasting", "changing")))
def test_law_10_what_one_saw_of_a_changing_fact_ages(
    data: DataObject, cast: list[str], how: str
) -> None:
    """Law 10: once one has left, or the scene is over, it counts as no more than told."""
    one, other, *_ = cast
    seen = scene("Seen", [one], f"- {one} does it => mood = sad", at="the garden")
    told = scene("Last", cast, f"{other} tells {one}: mood = calm", at="the tower")
    head = f"{HEAD}    {how}\n"
    tale = Tale(story(cast, data.draw(prelude(cast)), seen, told, head=head))
    tale.holds(f"{one} believes mood = {'sad' if how == 'lasting' else 'calm'}")
    lines = (f"- {one} does it => mood = sad", f"{other} tells {one}: mood = calm")
    same = scene("Last", cast, *lines)
    Tale(story(cast, same, head=head)).holds(f"{one} believes mood = sad")


@few
@given(st.data(), people(2, 4), st.sampled_from(("moon", "mood = sad")))
def test_law_10_a_belief_has_all_its_reasons(data: DataObject, cast: list[str], fact: str) -> None:
    """Law 10: what agrees is kept beside it, whatever the order; the strongest reason counts."""
    who, other, *_ = cast
    ways = data.draw(st.permutations(sorted(LEARNT)))[: data.draw(st.integers(2, 4))]
    lines = [LEARNT[way].format(who=who, other=other, fact=fact) for way in ways]
    tale = after(data, cast, *lines)
    wanted = {
        Basis.WITNESSED: How.SAW_SO, Basis.INFERRED: How.INFERRED, Basis.TOLD: How.TOLD,
        Basis.HUNCH: How.SUSPECTED,
    }  # fmt: skip
    assert [each.how for each in tale.why(fact, who)] == [wanted[way] for way in ways], tale.text
    assert tale.cell(fact, who).basis is min(ways)


@few
@given(st.data(), people(2, 4))
def test_law_10_a_hunch_is_no_belief(data: DataObject, cast: list[str]) -> None:
    """DESIGN §1: who has only a hunch suspects, and neither believes nor knows."""
    who = data.draw(st.sampled_from(cast))
    here = data.draw(some_of(cast))
    fact = data.draw(st.sampled_from(("moon", "mood = sad")))
    lines = [f"- {cast[0]} does it => {fact} (only {cast[0]})", f"{who} suspects: {fact}"]
    if who == cast[0]:
        lines.reverse()
    tale = Tale(story(cast, scene("Last", sorted({*here, cast[0], who}), *lines)))
    if who == cast[0]:
        tale.holds(f"{who} knows {fact}")
        tale.fails(f"{who} has only a hunch of {fact}")
    else:
        tale.holds(f"{who} suspects {fact}")
        tale.holds(f"{who} has only a hunch of {fact}")
        tale.fails(f"{who} believes {fact}")
        tale.fails(f"{who} knows {fact}")
        tale.holds(f"{who} considers {fact}")
