"""Facts with their values, said with and without their author's help."""

from itertools import pairwise

import pytest

from tests.ask.tales import told
from whoknows.model.values import NO, YES, Numbers, Values
from whoknows.words.speaker import Speaker

STORY = """
cast
  Ada (she)
  Bruno (he)
  Cora (she)
  Dev (he)
places
  the hall
things
  thing: the marble
  container: the basket, the box, the drawer, the shelf, the sack
facts
  in (thing) = container
  lies (thing) = container: {thing} lies in {value}
  thief = Ada, Bruno, Cora, Dev: {value} took the pearl
  killer = Ada, Bruno, Cora, Dev
  mood = glad, sad: The mood is {value}
  strain (who: character) = number
  coins = number: there are {value} coins
  over: It is over.
  spring: warm days have come
  out: Ada knows
    or else: Ada is in the dark
  remembers the date (who: character)
  the affair
  married
  why he lingers = love, chance: he lingers out of {value}
  key to (thing) = Ada, Bruno
  secret (who: character)
scene A
  with Ada
  - Nothing
"""


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    return Speaker(told(STORY)[0].story)


def number_of(speaker: Speaker, label: str) -> int:
    labels = [speaker.facts.label(n) for n in range(len(speaker.story.fluents))]
    return labels.index(label)


@pytest.mark.parametrize(
    ("label", "values", "said"),
    [
        ("at (Ada)", 0b001, "Ada is elsewhere"),
        ("at (Ada)", 0b100, "Ada is at the hall"),
        ("in (marble)", 0b1, "the marble is in the basket"),
        ("in (marble)", 0b11, "the marble is in the basket or the box"),
        ("in (marble)", 0b11101, "the marble is not in the box"),
        ("lies (marble)", 0b11101, "the marble does not lie in the box"),
        ("lies (marble)", 0b10, "the marble lies in the box"),
        ("thief", 0b10, "Bruno took the pearl"),
        ("thief", 0b1010, "Bruno or Dev took the pearl"),
        ("thief", 0b1101, "it was not Bruno who took the pearl"),
        ("killer", 0b1, "killer is Ada"),
        ("mood", 0b1, "the mood is glad"),
        ("strain (Ada)", Numbers.just(3), "Ada's strain is 3"),
        ("strain (Ada)", Numbers.between(3, None), "Ada's strain is at least 3"),
        ("strain (Ada)", Numbers.between(None, 3), "Ada's strain is at most 3"),
        ("strain (Ada)", Numbers.between(1, 3), "Ada's strain is 1 to 3"),
        ("strain (Ada)", Numbers.just(3).complement(), "Ada's strain is not 3"),
        ("coins", Numbers.just(2), "there are 2 coins"),
        ("over", YES, "it is over"),
        ("over", NO, "it is not over"),
        ("spring", NO, "warm days have not come"),
        ("out", NO, "Ada is in the dark"),
        ("remembers the date (Ada)", YES, "Ada remembers the date"),
        ("remembers the date (Ada)", NO, "Ada does not remember the date"),
        ("the affair", YES, "the affair is so"),
        ("married", NO, "“married” is not so"),
        ("secret (Ada)", YES, "“secret” is so of Ada"),
        ("key to (marble)", 0b1, "key to the marble is Ada"),
    ],
)
def test_a_fact_is_said(speaker: Speaker, label: str, values: Values, said: str) -> None:
    assert speaker.fact(number_of(speaker, label), values) == said


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("in (marble)", "where the marble is"),
        ("lies (marble)", "what the marble lies in"),
        ("thief", "who took the pearl"),
        ("killer", "who killer is"),
        ("why he lingers", "why he lingers"),
        ("over", "whether it is over"),
        ("at (Ada)", "where Ada is"),
    ],
)
def test_a_fact_is_asked(speaker: Speaker, label: str, asked: str) -> None:
    assert speaker.facts.which(number_of(speaker, label)) == asked


@pytest.mark.parametrize(
    ("label", "values", "typed"),
    [
        ("over", YES, "over"),
        ("over", NO, "not over"),
        ("in (marble)", 0b1, "in (marble) = basket"),
        ("in (marble)", 0b11, "in (marble) = basket or in (marble) = box"),
        ("in (marble)", 0b11101, "in (marble) is not box"),
        ("strain (Ada)", Numbers.just(3), "strain (Ada) = 3"),
        ("strain (Ada)", Numbers.between(3, None), "strain (Ada) >= 3"),
        ("strain (Ada)", Numbers.between(1, 3), "(strain (Ada) >= 1 and strain (Ada) <= 3)"),
        ("strain (Ada)", Numbers.just(3).complement(), "strain (Ada) is not 3"),
    ],
)
def test_a_fact_is_typed(speaker: Speaker, label: str, values: Values, typed: str) -> None:
    assert speaker.facts.typed(number_of(speaker, label), values) == typed


def test_a_chain_of_minds_reads_to_depth_four(speaker: Speaker) -> None:
    ledger, _ = told(STORY)
    over = number_of(speaker, "over")
    granted = "take it for granted that it is not over"
    said = []
    for chain in ((0,), (0, 1), (0, 1, 2), (0, 1, 2, 3)):
        cell = ledger.state(chain, ledger.end).cell(over)
        said.append(speaker.held(chain, over, cell))
    assert said == [
        "Ada takes it for granted that it is not over",
        f"Ada takes Bruno to {granted}",
        f"Ada believes that Bruno takes Cora to {granted}",
        f"Ada believes that Bruno believes that Cora takes Dev to {granted}",
    ]
    assert all(len(shorter) < len(longer) for shorter, longer in pairwise(said))
