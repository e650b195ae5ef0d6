"""The reference itself, on stories small enough to be worked out by hand."""

from __future__ import annotations

import textwrap

import pytest

from tests.reference.cells import Basis, Kind
from tests.reference.telling import Told

HEAD = """
story Test

cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)

places
  the bar
  the yard
  the attic

things
  box: the tin, the urn, the jar
  ball: the marble

facts
  affair: they meet
  plan: there is a plan
  ring (who: character): {who} has a ring
  in (ball) = box: {ball} is in {value}
  strain (who: character) = number: {who} bears {value}
"""
BAR = """
scene The bar
  at the bar
  with Ada, Bruno, Cora
"""


def told(*rest: str, head: str = HEAD) -> Told:
    """Return the story that goes on like this."""
    story = Told(head + "".join(textwrap.dedent(part) for part in rest))
    assert not story.errors, [error.message for error in story.errors]
    return story


def in_the_bar(*lines: str) -> Told:
    """Return the story of these lines said in the bar, in front of Ada, Bruno and Cora."""
    return told(BAR + "".join(f"  {line}\n" for line in lines))


def test_sally_and_anne() -> None:
    story = told("""
        scene The marble
          at the bar
          with Ada, Bruno
          - Ada puts it away => in (marble) = tin
          Ada leaves
          - Bruno moves it => in (marble) = urn
          Ada enters
        """)
    assert story.ask("Ada believes in (marble) = tin") == "yes"
    assert story.ask("Bruno knows Ada believes in (marble) = tin") == "yes"
    assert story.ask("Bruno knows in (marble) = urn") == "yes"
    assert story.ask("Ada believes Bruno believes in (marble) = tin") == "yes"
    assert story.cell("Ada", "in (marble)").basis is Basis.TOLD  # she has left since


def test_a_lie_is_believed_and_seen_through_by_who_knows_that_the_liar_knows() -> None:
    story = in_the_bar(
        "- It comes out => affair (only Ada, Cora)",
        "Ada lies to Bruno: not affair",
    )
    assert story.ask("Bruno believes not affair") == "yes"
    assert story.ask("Bruno believes Ada believes not affair") == "yes"
    assert story.ask("Cora knows affair") == "yes"
    assert story.ask("Cora knows Ada knows affair") == "yes"
    assert story.ask("Cora knows Bruno believes not affair") == "yes"
    assert story.ask("Bruno believes Cora believes not affair") == "yes"


def test_a_withheld_secret() -> None:
    story = told(
        """
        secrets
          affair: kept by Ada from everyone, who assume not
        """,
        BAR + "  Ada withholds affair from Bruno\n",
    )
    assert story.ask("Bruno believes not affair") == "yes"
    assert story.ask("Ada knows Bruno believes not affair") == "yes"


def test_stories_of_nested_minds_keep_apart() -> None:
    story = in_the_bar(
        "- Ada shows it to Bruno => plan (only Ada, Bruno)",
        "- Bruno shows it to Cora => plan (only Bruno, Cora)",
    )
    assert story.ask("Cora knows Bruno knows plan") == "yes"
    assert story.ask("Ada does not believe Cora believes plan") == "yes"
    assert story.ask("Bruno knows Ada does not believe Cora believes plan") == "yes"
    assert story.ask("plan", "Cora, Bruno, Cora, Bruno") == "yes"
    assert story.ask("plan", "Cora, Ada") == "no"


# --- decision 1: at ---


def test_who_was_there_and_is_not_named_has_gone() -> None:
    story = told(BAR + BAR.replace("The bar", "Later").replace(", Cora", ""))
    assert story.ask("Ada believes at (Cora) = elsewhere") == "yes"
    assert story.ask("at (Cora) = elsewhere") == "yes"
    assert story.ask("Cora believes at (Cora) = elsewhere") == "yes"
    assert story.ask("Cora believes at (Ada) = the bar") == "yes"  # she is not there to see


def test_hidden_people_reckon_with_all_and_nobody_with_them() -> None:
    story = told(BAR + "  hidden Dev\n  - It comes out => affair\n")
    assert story.ask("Dev knows affair") == "yes"
    assert story.ask("Dev knows Ada knows affair") == "yes"
    assert story.ask("affair", "Ada, Dev") == "no"
    assert story.ask("at (Dev) = the bar", "Ada") == "no"
    assert story.ask("Dev knows at (Ada) = the bar") == "yes"
    assert story.ask("at (Dev) = the bar", "Dev, Ada") == "no"


def test_hidden_people_show_themselves_by_speaking() -> None:
    story = told(BAR + "  hidden Dev\n  Dev tells Ada: affair\n  - So => plan\n")
    assert story.ask("Ada knows at (Dev) = the bar") == "yes"
    assert story.ask("Ada knows Dev knows plan") == "yes"


# --- decision 2: brackets ---


def test_only() -> None:
    story = in_the_bar("- A whisper => affair (only Ada, Dev)")
    assert story.ask("Dev knows Ada knows affair") == "yes"
    assert story.ask("affair", "Bruno") == "no"
    assert story.ask("affair", "Ada, Bruno") == "no"


def test_also() -> None:
    story = in_the_bar("- A shout => affair (also Dev)")
    assert story.ask("Bruno knows Dev knows affair") == "yes"


def test_unnoticed() -> None:
    story = in_the_bar("- It shows => affair (unnoticed: Bruno)")
    assert story.ask("Bruno knows Ada knows affair") == "yes"
    assert story.ask("affair", "Ada, Bruno") == "no"
    assert story.ask("affair", "Bruno, Ada, Bruno") == "no"


def test_staged() -> None:
    story = in_the_bar("- A play is put on => affair (staged for Bruno)")
    assert story.ask("Ada knows Bruno knows affair") == "yes"
    assert story.ask("Bruno knows Ada knows affair") == "yes"
    assert story.ask("affair", "Bruno, Ada, Bruno") == "no"
    assert story.ask("affair", "Ada, Bruno, Ada, Bruno") == "no"
    assert story.ask("affair", "Bruno, Ada, Cora") == "yes"
    assert story.ask("affair", "Ada, Cora, Bruno") == "yes"


def test_missed() -> None:
    story = in_the_bar("- It shows => affair (missed by Bruno)")
    assert story.ask("affair", "Bruno") == "no"
    assert story.ask("Ada believes Bruno believes affair") == "yes"
    assert story.ask("affair", "Ada, Bruno, Ada") == "yes"


def test_half_heard() -> None:
    story = in_the_bar("Ada tells Bruno: affair (half heard by Cora)")
    assert story.ask("Bruno believes affair") == "yes"
    assert story.cell("Cora", "affair").sure
    assert story.cell("Cora", "affair").aware
    assert story.cell("Cora, Bruno", "affair").kind is Kind.SETTLED
    assert story.cell("Cora, Ada, Bruno", "affair").kind is Kind.SETTLED
    assert story.ask("Cora believes Bruno knows whether affair") == "yes"
    assert story.cell("Bruno, Cora", "affair").basis is Basis.ASSUMED
    assert story.cell("Bruno, Cora, Bruno", "affair").kind is Kind.SETTLED


def test_misheard() -> None:
    story = in_the_bar("Ada tells Bruno: affair (heard by Cora as: plan)")
    assert story.ask("Cora believes plan") == "yes"
    assert story.ask("Cora believes Bruno believes plan") == "yes"
    assert story.ask("affair", "Cora") == "no"
    assert story.ask("Bruno believes Cora believes affair") == "yes"
    assert story.ask("plan", "Bruno, Cora") == "no"


def test_who_slipped_out_unnoticed_is_still_reckoned_with() -> None:
    story = in_the_bar("Cora leaves (unnoticed)", "- It shows => affair")
    assert story.ask("affair", "Cora") == "no"
    assert story.ask("Ada believes Cora believes affair") == "yes"
    assert story.ask("affair", "Cora, Ada") == "no"


def test_thoughts_are_private() -> None:
    story = in_the_bar("Ada infers: affair", "Bruno, Cora infer: plan")
    assert story.cell("Ada", "affair").basis is Basis.INFERRED
    assert not story.cell("Bruno", "affair").aware
    assert story.ask("plan", "Bruno, Cora") == "no"
    assert story.ask("the reader knows Ada believes affair") == "yes"


def test_seeing_is_joint() -> None:
    story = told(
        """
        scene Before
          - It began long ago => affair
        """,
        BAR + "  Ada, Bruno see: affair\n",
    )
    assert story.ask("Ada knows Bruno knows affair") == "yes"
    assert story.ask("affair", "Cora") == "no"
    assert story.ask("affair", "Ada, Cora") == "no"


# --- decision 3: enter, leave, and what fades ---


def test_who_enters_sees_who_is_there_and_who_is_not() -> None:
    story = told(
        BAR
        + """
scene Outside
  at the bar
  with Ada, Bruno, Cora
  Cora leaves
  Bruno leaves
  Cora enters
"""
    )
    assert story.ask("Cora knows at (Bruno) = elsewhere") == "yes"
    assert story.ask("Cora knows at (Ada) = the bar") == "yes"
    assert story.ask("Ada knows Cora knows at (Ada) = the bar") == "yes"


def test_entering_unnoticed_is_being_hidden() -> None:
    story = in_the_bar("Dev enters (unnoticed)", "- It shows => affair")
    assert story.ask("Dev knows affair") == "yes"
    assert story.ask("Dev knows Ada knows affair") == "yes"
    assert story.ask("affair", "Ada, Dev") == "no"
    assert story.ask("at (Dev) = the bar", "Ada") == "no"


def test_what_was_seen_of_a_changing_fact_fades_and_of_a_lasting_one_does_not() -> None:
    story = told(BAR + "  - So => in (marble) = tin, affair\n" + "scene After\n  with Ada\n")
    assert story.cell("Ada", "in (marble)", 2).basis is Basis.WITNESSED
    assert story.cell("Ada", "in (marble)", 3).basis is Basis.TOLD
    assert story.cell("Ada", "affair", 3).basis is Basis.WITNESSED


# --- decision 4: evidence ---


def test_a_witness_takes_what_the_event_needs() -> None:
    story = in_the_bar("- The marble is taken out => in (marble) = urn\n    needs affair")
    assert story.ask("Bruno believes affair") == "yes"
    assert story.ask("affair") == "no"
    assert story.ask("Ada believes Bruno believes affair") == "yes"


def test_shift_keeps_the_basis() -> None:
    story = in_the_bar("- A blow => strain (Ada) += 2")
    assert story.ask("Bruno knows strain (Ada) = 2") == "yes"
    assert story.cell("Bruno", "strain (Ada)").basis is Basis.ASSUMED


# --- decision 5: reports ---


def test_the_weaker_basis_never_wins_and_the_later_of_equal_ones_does() -> None:
    story = in_the_bar(
        "- It shows => affair (only Ada, Bruno)",
        "Cora tells Bruno: not affair",
        "Cora tells Dev: in (marble) = tin (only Cora, Dev)",
        "Cora tells Dev: in (marble) = urn (only Cora, Dev)",
    )
    assert story.ask("Bruno knows affair") == "yes"
    assert story.ask("Bruno believes Cora believes not affair") == "yes"
    assert story.ask("Dev believes in (marble) = urn") == "yes"


@pytest.mark.parametrize(
    ("bracket", "bruno", "cora"),
    [
        ("", "yes", "yes"),
        ("(not believed)", "no", "no"),
        ("(not believed by Bruno)", "no", "yes"),
    ],
)
def test_not_believed(bracket: str, bruno: str, cora: str) -> None:
    story = in_the_bar(f"Ada tells Bruno: affair {bracket}")
    assert story.ask("Bruno believes affair") == bruno
    assert story.ask("Cora believes affair") == cora
    assert story.ask("Cora believes Bruno believes affair") == bruno
    assert story.ask("Bruno believes Ada believes affair") == "yes"
    assert story.ask("Ada believes affair") == "no"


@pytest.mark.parametrize("bracket", ["(believed by Bruno)", "(convincingly)"])
def test_convincing_words_overrule_what_was_seen(bracket: str) -> None:
    story = in_the_bar(
        "- It shows => affair (only Bruno)", f"Ada tells Bruno: not affair {bracket}"
    )
    assert story.ask("Bruno believes not affair") == "yes"


def test_lies_about_minds() -> None:
    story = in_the_bar("Ada tells Bruno: Dev believes affair")
    assert story.ask("Bruno believes Dev believes affair") == "yes"
    assert story.ask("Bruno does not believe affair") == "yes"
    assert story.ask("affair", "Cora, Bruno, Dev") == "yes"
    assert story.ask("affair", "Bruno, Ada, Dev") == "yes"
    assert story.ask("affair", "Ada, Dev") == "no"


def test_nobody_is_told_their_own_mind() -> None:
    story = in_the_bar("Ada tells Bruno: Bruno believes affair")
    assert story.ask("affair", "Bruno") == "no"
    assert story.ask("affair", "Cora, Bruno") == "yes"  # she has it from Ada
    assert story.ask("affair", "Cora, Ada, Bruno") == "yes"
    assert story.ask("affair", "Cora, Bruno, Cora") == "no"


def test_told_that_somebody_knows_whether() -> None:
    story = in_the_bar("Ada tells Bruno: Dev knows whether affair")
    assert story.cell("Bruno, Dev", "affair").kind is Kind.SETTLED  # a default is no knowledge
    story = in_the_bar("Ada tells Bruno: Dev knows in (marble)")
    assert story.cell("Bruno, Dev", "in (marble)").kind is Kind.SETTLED
    assert story.ask("Bruno believes Dev knows in (marble)") == "yes"


def test_a_settled_mind_is_fixed_when_things_change_behind_its_back() -> None:
    story = in_the_bar(
        "Ada tells Bruno: Dev knows in (marble)",
        "Ada tells Bruno: in (marble) = tin (only Ada, Bruno)",
        "- Bruno moves it => in (marble) = urn (only Bruno)",
    )
    assert story.cell("Bruno, Dev", "in (marble)", 2).kind is Kind.SETTLED
    assert story.cell("Bruno, Dev", "in (marble)", 3).kind is Kind.SETTLED  # he merely learnt more
    assert story.ask("Bruno believes Dev believes in (marble) = tin") == "yes"
    assert story.cell("Bruno, Dev", "in (marble)").basis is Basis.ASSUMED


# --- decision 6: readings ---


def test_hunches_and_defaults() -> None:
    story = in_the_bar("Ada suspects: affair", "Bruno wonders: plan")
    assert story.ask("Ada suspects affair") == "yes"
    assert story.ask("Ada has only a hunch of affair") == "yes"
    assert story.ask("Ada believes affair") == "no"
    assert story.ask("Ada believes not affair") == "no"
    assert story.ask("Ada considers not affair") == "yes"
    assert story.ask("Cora considers affair") == "no"
    assert story.ask("Cora believes not affair") == "no"
    assert story.ask("Cora is unaware of (not affair)") == "yes"
    assert story.ask("Bruno wonders plan") == "yes"
    assert story.ask("Cora wonders plan") == "no"


def test_worlds_and_not_cells_one_by_one() -> None:
    story = in_the_bar("Ada hears: in (marble) is not jar")
    assert story.ask("Ada believes (in (marble) = tin or in (marble) = urn)") == "yes"
    assert story.ask("Ada considers in (marble) = tin") == "yes"
    assert story.ask("Ada knows in (marble) = tin") == "no"


# --- decisions 7 to 12 ---


def test_asking_opens_the_asker_and_blanks_the_asked() -> None:
    story = in_the_bar("Ada asks Bruno: affair?")
    assert story.ask("Ada wonders affair") == "yes"
    assert story.ask("Cora knows Ada wonders affair") == "yes"
    assert story.cell("Bruno", "affair").sure
    assert story.cell("Bruno", "affair").aware
    assert story.cell("Cora, Bruno", "affair").kind is Kind.BLANK
    assert story.ask("Ada believes Bruno knows whether affair") == "no"
    assert story.ask("Ada considers Bruno knows whether affair") == "yes"
    assert story.ask("Bruno knows whether affair", "Ada") == "undetermined"


def test_keepers_are_in_sight_of_their_secret() -> None:
    story = told(
        """
        secrets
          affair: kept by Ada from everyone
          plan: kept unsuspected by Ada from everyone, who wonder

        """,
        BAR + "  Bruno asks Cora: affair?\n  - It shows => plan (only Bruno)\n",
    )
    assert story.cell("Bruno, Ada", "affair").kind is Kind.SETTLED
    assert story.ask("Bruno believes Ada knows whether affair") == "yes"
    assert story.cell("Bruno, Ada", "plan").kind is Kind.OWN
    assert story.ask("Bruno believes Ada wonders plan") == "yes"


def test_how_it_starts() -> None:
    story = told(
        """
          gold = box: the gold is in {value}
            starts tin
        at first
          Cora believes gold = urn
          Dev suspects affair
          Bruno is unaware of gold
        """
    )
    assert story.ask("Ada knows gold = tin") == "yes"
    assert story.ask("Ada believes Cora believes gold = tin") == "yes"
    assert story.ask("Cora believes gold = urn") == "yes"
    assert story.ask("Dev has only a hunch of affair") == "yes"
    assert story.ask("the reader knows gold = tin") == "yes"
    assert story.ask("Bruno believes gold = tin") == "no"


def test_rules_of_facts_and_of_minds() -> None:
    story = told(
        """
        rules
          doubt: whoever believes affair infers plan
          minds: whoever believes Dev believes affair infers ring (Dev)
        """,
        BAR + "  Ada tells Bruno: affair (only Ada, Bruno, Dev)\n",
    )
    assert story.ask("Bruno believes plan") == "yes"
    assert story.ask("Bruno believes Dev believes plan") == "yes"
    assert story.ask("Bruno believes ring (Dev)") == "yes"
    assert story.ask("ring (Dev)", "Dev") == "yes"  # his own mind is a mind
    assert story.ask("ring (Dev)", "Cora") == "no"
    assert story.ask("plan", "Ada") == "no"  # one's own words change nothing in oneself


SIGHT = (
    HEAD
    + """
  room of (box) = place: {box} is in {value}
    starts room of (tin) = the bar
    starts room of (urn) = the yard
    starts room of (jar) = the bar
  coin (ball) = box: {ball} lies in {value}
    starts coin (marble) = tin
    seen by c if at (c) = room of (box)
"""
)


def test_who_enters_sees_what_is_there_and_that_something_is_not() -> None:
    story = told(
        """
        scene One
          at the bar
          with Ada, Bruno
          Ada leaves for the yard
          - Bruno moves it => coin (marble) = jar
        scene Two
          at the yard
          with Ada
          Ada leaves for the bar
        scene Three
          at the bar
          with Bruno
          Ada enters
        """,
        head=SIGHT,
    )
    assert story.ask("Ada believes coin (marble) = tin", instant=4) == "yes"
    assert story.ask("Ada knows coin (marble) = jar") == "yes"
    assert story.ask("Bruno knows Ada knows coin (marble) = jar") == "yes"


def test_who_does_not_find_it_knows_that_it_is_not_there() -> None:
    story = told(
        """
        scene One
          at the bar
          with Ada, Bruno
          Ada leaves for the attic
          - Bruno moves it => coin (marble) = urn
        scene Two
          at the attic
          with Ada
        scene Three
          at the bar
          with Ada
        """,
        head=SIGHT,
    )
    assert story.ask("Ada knows coin (marble) is not tin") == "yes"
    assert story.cell("Ada", "coin (marble)").evidence[Basis.WITNESSED] == 0b010


def test_forgetting() -> None:
    story = in_the_bar("- It shows => affair", "Ada forgets: affair")
    assert story.ask("affair", "Ada") == "no"
    assert not story.cell("Ada, Bruno", "affair").aware
    assert story.ask("Bruno believes Ada believes affair") == "yes"


def test_forgetting_everything_since_a_scene() -> None:
    story = in_the_bar("- It shows => affair", "Ada forgets everything since The bar")
    assert story.ask("affair", "Ada") == "no"
    assert story.ask("affair", "Ada, Bruno") == "no"
    assert story.ask("at (Bruno) = the bar", "Ada") == "yes"


def test_what_the_author_leaves_open_nobody_knows() -> None:
    story = in_the_bar("Ada hears: in (marble) = tin")
    assert story.ask("Ada believes in (marble) = tin") == "yes"
    assert story.ask("Ada knows in (marble) = tin") == "no"
    assert story.ask("in (marble) = tin") == "undetermined"


def test_the_reader() -> None:
    story = told(
        BAR
        + "  through Ada\n  - So => affair\n  - So => plan (only Bruno)\n"
        + "  - So => ring (Ada) (off the page)\n  Ada infers: in (marble) = tin\n"
        + "  Bruno infers: in (marble) = urn\n"
    )
    assert story.ask("the reader knows affair") == "yes"
    assert story.ask("plan", "reader") == "no"
    assert story.ask("ring (Ada)", "reader") == "no"
    assert story.ask("ring (Ada)", "Ada") == "yes"
    assert story.ask("in (marble) = tin", "reader, Ada") == "yes"
    assert story.ask("in (marble) = urn", "reader, Bruno") == "undetermined"
