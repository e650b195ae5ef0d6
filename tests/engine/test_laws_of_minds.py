"""Laws 12, 15, 18 and 19: inference, the start, what is asserted, groups."""

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.strategies import DataObject

import whoknows
from tests.engine.drawing import (
    HEAD,
    RULES,
    Drawn,
    along,
    believes,
    people,
    prelude,
    scene,
    some_of,
    stories,
    story,
)
from tests.engine.tale import Tale, shown_cells
from whoknows.engine.cells import Basis, Mark
from whoknows.ledger.supports import How
from whoknows.model.formula import And, Is
from whoknows.model.values import is_within

few = settings(max_examples=25)


# --- law 12 ------------------------------------------------------------------------------------


def links(count: int) -> str:
    """Facts that follow each other by rules."""
    return HEAD + "".join(f"  link {n}: link {n} holds\n" for n in range(count + 1))


@few
@given(st.data(), people(1, 4), st.integers(1, 5))
def test_law_12_a_chain_of_rules_runs_to_its_end_in_every_mind(
    data: DataObject, cast: list[str], count: int
) -> None:
    """Law 12: rules run to the fixpoint, in whatever order they stand, in every perspective."""
    order = data.draw(st.permutations(range(count)))
    rules = "rules\n" + "".join(
        f"  r{n}: whoever believes link {n} infers link {n + 1}\n" for n in order
    )
    here = data.draw(some_of(cast, 1))
    past = data.draw(prelude(cast))
    last = scene("Last", here, f"- {here[0]} does it => link 0", at="the tower")
    tale = Tale(story(cast, past, last, head=links(count), more=rules))
    for n in range(count + 1):
        tale.holds(believes(data.draw(along(here)), f"link {n}"))
    tale.fails(f"link {count}")
    for who in cast:
        if who not in here:
            tale.fails(f"{who} believes link {count}")


@pytest.mark.parametrize(("line", "wins"), [
    ("{who} infers: not link 1", False), ("{other} tells {who}: not link 1", True),
    ("{who} suspects: not link 1", True), ("{who} sees: not link 1", False),
])  # fmt: skip
@settings(max_examples=8)
@given(st.data())
def test_law_12_a_conclusion_overrules_weaker_reasons_only(
    line: str, wins: bool, data: DataObject
) -> None:
    """Law 12: against an equal or stronger reason it changes nothing."""
    cast = data.draw(people(2, 3))
    who, other = cast[:2]
    rules = "rules\n  r: whoever believes link 0 infers link 1\n"
    lines = (line.format(who=who, other=other), f"- {other} does it => link 0")
    last = scene("Last", cast, *lines, at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), last, head=links(1), more=rules))
    tale.holds(f"{who} believes {'link 1' if wins else 'not link 1'}")


def test_law_12_a_contradiction_is_noted() -> None:
    """Law 12: against a reason as strong a conclusion changes nothing, and that is noted."""
    rules = "rules\n  r: whoever believes link 0 infers link 1\n"

    def codes(*lines: str) -> list[str]:
        last = scene("Last", ["Ada"], *lines, "- Ada does it => link 0")
        book = whoknows.story(story(["Ada"], last, head=links(1), more=rules))
        return [each.code for each in book.check() if each.code == "WK320"]

    assert codes("Ada sees: not link 1") == ["WK320"]
    assert codes("Ada infers: not link 1") == ["WK320"]
    assert codes("Ada suspects: not link 1") == []


def test_law_12_what_follows_cannot_be_forgotten_alone() -> None:
    """Law 12: rules run after every event: who still believes the premise concludes again."""
    rules = "rules\n  r: whoever believes link 0 infers link 1\n"
    last = scene("Last", ["Ada"], "- Ada does it => link 0", "Ada forgets: link 1")
    Tale(story(["Ada"], last, head=links(1), more=rules)).holds("Ada believes link 1")


@few
@given(people(1, 3))
def test_law_12_taken_for_granted_is_no_premise(cast: list[str]) -> None:
    """CORE: premises must be sure and aware."""
    rules = "rules\n  r: whoever believes not link 0 infers link 1\n"
    lines = (f"{cast[0]} mentions: moon", f"- {cast[0]} sees to it => not link 0")
    tale = Tale(story(cast, scene("Last", cast, *lines), head=links(1), more=rules))
    tale.fails(f"{cast[-1]} believes link 1", at="Last:1")
    tale.holds(f"{cast[-1]} believes link 1")


@few
@given(people(2, 3))
def test_law_12_rules_may_speak_of_minds(cast: list[str]) -> None:
    """Law 12: *whoever believes C believes F infers G* runs in minds within minds too."""
    one, other, *_ = cast
    rules = f"rules\n  r: whoever believes {other} believes link 0 infers link 1\n"
    told = f"{one} mentions: {other} believes link 0"
    tale = Tale(story(cast, scene("Last", cast, told), head=links(1), more=rules))
    for who in cast:
        if who not in (one, other):
            tale.holds(f"{who} believes link 1")
            tale.holds(f"{one} believes {who} believes link 1")
    tale.fails("link 1")


@settings(max_examples=50)
@given(st.data(), stories(secrets=False, most_scenes=3))
def test_law_12_no_rule_is_left_to_follow(data: DataObject, drawn: Drawn) -> None:
    """Law 12: in any mind a rule's conclusion is held, or stands against a reason as strong.

    The facts last, so that no reason ages into a weaker one.
    """
    rules = "rules\n" + "".join(f"  r{n}: {rule}\n" for n, rule in enumerate(RULES))
    blocks = [each for each in drawn.blocks if not each.startswith("rules")]
    facts = blocks.pop().replace("  score =", "    lasting\n  score =")
    tale = Tale("".join((*blocks, facts, rules, *drawn.scenes)))
    state = tale.state(*data.draw(along(drawn.cast, 1, 3)))
    for rule in tale.story.rules:
        parts = rule.premise.parts if isinstance(rule.premise, And) else (rule.premise,)
        plain = [part for part in parts if isinstance(part, Is)]
        if any(
            state.cell(part.fluent).mark is not Mark.OWN
            or not is_within(state.cell(part.fluent).believed, part.values)
            for part in plain
        ):
            continue
        for claim in rule.conclusion:
            cell = state.cell(claim.fluent)
            against = [e for e in cell.evidence[: Basis.TOLD] if e and not e & claim.values]  # type: ignore[operator]
            assert is_within(cell.possible, claim.values) or against, f"{rule}\n{tale.text}"


# --- law 15 ------------------------------------------------------------------------------------

STATED = f"{HEAD}    starts glad\n"


@few
@given(st.data(), people(1, 4), st.sampled_from(("", "the reader")))
def test_law_15_what_is_stated_is_common_and_a_default_is_taken_for_granted(
    data: DataObject, cast: list[str], first: str
) -> None:
    """Law 15: what the file states is common knowledge; nobody believes a mere default."""
    tale = Tale(story(cast, scene("Last", cast), head=STATED))
    chain = (*([first] if first else []), *data.draw(along(cast)))
    tale.holds(believes(chain, "mood = glad", "knows"))
    tale.holds(f"it is common knowledge among {', '.join(cast)} that mood = glad")
    tale.fails(believes(chain, "not moon"))
    tale.holds(f"{chain[-1]} is unaware of not moon")
    assert not tale.cell("moon", *chain).aware


@few
@given(st.data(), people(2, 4))
def test_law_15_at_first(data: DataObject, cast: list[str]) -> None:
    """Law 15: *at first* changes the minds it names, along the chain it names, and no other."""
    odd, other, *_ = cast
    depth = data.draw(st.integers(1, 3))
    chain = [odd, other, odd][:depth]
    more = f"at first\n  {believes(chain, 'mood = sad')}\n"
    tale = Tale(story(cast, scene("Last", cast), head=STATED, more=more))
    asked = data.draw(along(cast))
    plain = [who for n, who in enumerate(asked) if n == 0 or asked[n - 1] != who]
    tale.holds(believes(asked, "mood = sad" if plain == chain else "mood = glad"))


@few
@given(st.data(), people(2, 4))
def test_law_15_knows_only(data: DataObject, cast: list[str]) -> None:
    """Law 15: who *knows only* some of what is stated knows no more; others take them to."""
    stranger, *others = cast
    head = HEAD.replace("moon is up", "moon is up\n    starts yes") + "    starts glad\n"
    more = f"at first\n  {stranger} knows only moon\n"
    tale = Tale(story(cast, scene("Last", cast), head=head, more=more))
    tale.holds(f"{stranger} knows moon")
    tale.fails(f"{stranger} believes mood = glad")
    tale.holds(believes(data.draw(along(others)), "mood = glad", "knows"))


@few
@given(
    st.data(), people(3, 4), st.sampled_from(("", ", who assume not", ", who wonder")),
    st.sampled_from(("kept", "kept unsuspected")),
)  # fmt: skip
def test_law_15_of_a_secret(data: DataObject, cast: list[str], stance: str, kept: str) -> None:
    """Law 15: keepers know; the others take for granted, assume or wonder, and are pictured so."""
    keeper, other, *rest = cast
    head = HEAD.replace("moon is up", "moon is up\n    starts yes")
    more = f"secrets\n  moon: {kept} by {keeper} from everyone{stance}\n"
    tale = Tale(story(cast, data.draw(prelude(cast)), head=head, more=more))
    tale.holds(f"{keeper} knows moon")
    without_keeper = data.draw(along([other, *rest], 1, 3))
    for chain in (without_keeper, (keeper, *without_keeper)):
        verb = {"": "is unaware of moon", ", who assume not": "believes not moon",
                ", who wonder": "wonders moon"}[stance]  # fmt: skip
        formula = f"{chain[-1]} {verb}"
        if verb.startswith("is unaware"):
            assert not tale.cell("moon", *chain).aware, tale.text
            tale.fails(believes(chain, "moon"))
        else:
            tale.holds(believes(chain[:-1], formula) if chain[:-1] else formula)
    knows = believes((*without_keeper, keeper), "x").replace("believes (x)", "knows whether moon")
    settled = (stance == ", who wonder" and kept == "kept") or stance == ", who assume not"
    assert tale.value(knows) is settled, f"{knows}\n{tale.text}"


# --- law 18 ------------------------------------------------------------------------------------


@few
@given(st.data(), people(2, 4), st.sampled_from(("moon", "mood = sad")))
def test_law_18_asserted_is_not_derived(data: DataObject, cast: list[str], fact: str) -> None:
    """Law 18: a belief without a witness, marked as asserted until an event explains it."""
    who, *others = cast
    lines = (f"{who} learned: {fact} (somehow)", f"{others[0]} tells {who}: {fact}")
    last = scene("Last", cast, *lines, at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), last))
    tale.holds(f"{who} believes {fact}", at="Last:1")
    assert [each.how for each in tale.why(fact, who, at="Last:1")] == [How.LEARNED]
    assert [each.how for each in tale.why(fact, who)] == [How.LEARNED, How.TOLD]
    for other in others:
        assert tale.state(other, at="Last:start") is tale.state(other, at="Last:1"), tale.text
    assert all(each.how is not How.LEARNED for each in tale.why(fact, *others[:1], who))


@few
@given(st.data(), people(1, 4))
def test_law_18_thoughts_are_private(data: DataObject, cast: list[str]) -> None:
    """Law 13: inferring, suspecting, wondering, forgetting and coming to believe are private."""
    who = cast[0]
    verb = data.draw(
        st.sampled_from(("infers", "suspects", "wonders", "comes to believe", "forgets", "dreams"))
    )
    last = scene("Last", cast, f"{who} {verb}: mood = sad", at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), last))
    chain = data.draw(along(cast))
    if any(each != who for each in chain):
        opened, now = tale.state(*chain, at="Last:start"), tale.state(*chain)
        if chain[0] != who:
            assert opened is now, tale.text
        else:
            assert shown_cells(opened) == shown_cells(now), tale.text


@few
@given(st.data(), people(1, 3), st.sampled_from(("moon", "mood = sad")))
def test_law_18_dreams_forgetting_and_coming_to_believe(
    data: DataObject, cast: list[str], fact: str
) -> None:
    """Law 18: nothing is learnt in a dream; what is forgotten stands as if never heard of."""
    who = cast[0]
    contrary = "mood = calm" if "mood" in fact else "not moon"
    lines = (f"{who} dreams: {fact}", f"- {who} does it => {fact}", f"{who} forgets: {fact}",
             f"- {who} does it => {fact}", f"{who} comes to believe: {contrary}")  # fmt: skip
    tale = Tale(story(cast, data.draw(prelude(cast)), scene("Last", cast, *lines, at="the tower")))
    opened, dreamt = tale.cell(fact, who, at="Last:start"), tale.cell(fact, who, at="Last:1")
    assert opened.evidence == dreamt.evidence, tale.text
    tale.holds(f"{who} knows {fact}", at="Last:2")
    tale.fails(f"{who} believes {fact}", at="Last:3")
    assert not tale.cell(fact, who, at="Last:3").aware, tale.text
    tale.holds(f"{who} believes {contrary}")
    for other in cast[1:]:
        tale.holds(f"{other} believes {fact}")


@few
@given(st.data(), people(2, 3))
def test_law_18_forgetting_everything_since(data: DataObject, cast: list[str]) -> None:
    """Law 18: who forgets everything since a scene holds what they held before it, places apart."""
    who, other, *_ = cast
    made = [f"- {other} does it => moon", f"{other} tells {who}: mood = sad", f"{who} infers: plot"]
    lines = data.draw(st.permutations(made))
    lost = scene("Lost", cast, *lines, at="the tower")
    last = scene("Last", cast, f"{who} forgets everything since Lost", at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), lost, last))
    before = tale.ledger.before(tale.ledger.steps[-len(lines) - 3])
    places = len(cast)
    assert shown_cells(tale.state(who, at=before))[places:] == shown_cells(tale.state(who))[places:]
    tale.holds(f"{who} believes {other} does not believe moon")
    tale.holds(f"{who} believes at ({other}) = the tower")
    tale.holds(f"{other} believes {who} believes moon")


@few
@given(st.data(), people(2, 3))
def test_law_18_seeing_is_perceiving_what_is_so(data: DataObject, cast: list[str]) -> None:
    """Law 18: those who see it see it together; the fact itself does not change."""
    who = data.draw(some_of(cast, 1))
    last = scene("Last", cast, f"{', '.join(who)} sees: mood = glad", at="the tower")
    tale = Tale(story(cast, data.draw(prelude(cast)), last))
    tale.holds(believes(data.draw(along(who)), "mood = glad"))
    tale.undetermined("mood = glad")
    for other in cast:
        if other not in who:
            tale.fails(f"{other} believes mood = glad")


# --- law 19 ------------------------------------------------------------------------------------


@few
@given(st.data(), stories(secrets=False))
def test_law_19_groups_are_their_members(data: DataObject, drawn: Drawn) -> None:
    """Law 19: everyone, somebody, nobody in a group are what they say of each member."""
    members = data.draw(some_of(drawn.cast, 1))
    cast = f"{drawn.blocks[0]}  friends = {', '.join(members)}\n"
    tale = Tale("".join((cast, *drawn.blocks[1:], *drawn.scenes)))
    fact = data.draw(st.sampled_from(("deed", "not plot", "spot (pearl) = left", "score = 0")))
    verb = data.draw(st.sampled_from(("believes", "knows", "considers", "is unaware of")))
    each = [tale.value(f"{who} {verb} {fact}") for who in members]
    assert tale.value(f"everyone in friends {verb} {fact}") is everyone(each), tale.text
    assert tale.value(f"somebody in friends {verb} {fact}") is somebody(each), tale.text
    assert tale.value(f"nobody in friends {verb} {fact}") is none_of(each), tale.text
    others = none_of(each[1:])
    but = f"nobody in friends but {members[0]} {verb} {fact}"
    assert tale.value(but) is others, f"{but}\n{tale.text}"


def everyone(held: list[bool | None]) -> bool | None:
    """Whether all hold, where some may be undetermined."""
    return False if False in held else None if None in held else True


def none_of(held: list[bool | None]) -> bool | None:
    """Whether none holds, where some may be undetermined."""
    return everyone([None if each is None else not each for each in held])


def somebody(held: list[bool | None]) -> bool | None:
    """Whether some hold, where some may be undetermined."""
    none = none_of(held)
    return None if none is None else not none


@few
@given(people(3, 4))
def test_law_19_who_belongs_learns_with_the_group_when_present(cast: list[str]) -> None:
    """Law 19: belonging teaches nothing; only perceiving does."""
    one, other, *away = cast
    blocks = story([*cast, f"friends = {', '.join(cast)}"], scene("Last", [one, other],
                   f"- {one} does it => moon"))  # fmt: skip
    tale = Tale(blocks)
    tale.holds("somebody in friends knows moon")
    tale.fails("everyone in friends knows moon")
    for who in away:
        tale.fails(f"{who} believes moon")
