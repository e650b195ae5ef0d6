"""Every form of question, each also along a chain of minds."""

import pytest

from tests.ask.tales import ask, example

BEST = example("for_the_best")
PEARL = example("the_pearl")

MARBLE_VERDICTS = [
    # formulas
    ("in (marble) = box", "yes"),
    ("in (marble) = basket", "no"),
    ("in (marble) is not box", "no"),
    ("owner = Sam", "undetermined"),
    ("Sally believes in (marble) = basket", "yes"),
    ("Sally believes Anne believes in (marble) = basket", "yes"),
    ("Anne knows Sally believes in (marble) = basket", "yes"),
    ("Anne knows Sally knows in (marble)", "no"),
    ("Max knows Sam knows in (key)", "yes"),
    ("Anne suspects owner = Sam", "yes"),
    ("Anne has only a hunch of owner = Sam", "yes"),
    ("Anne believes owner = Sam", "no"),
    ("Max considers owner = Anne", "no"),
    ("Max wonders owner", "yes"),
    ("Sally is unaware of raining", "yes"),
    ("everyone in crew knows raining", "no"),
    ("nobody in crew knows raining", "yes"),
    ("somebody knows raining", "yes"),
    ("coins >= 3", "yes"),
    ("coins > 3 or in (key) = sack", "yes"),
    ("coins > 3 and in (key) = sack", "no"),
    ("raining implies coins = 4", "no"),
    ("in (marble) = in (key)", "no"),
    ("age (Sam) < age (Max)", "no"),
    ("it is common knowledge among Sally, Sam, Max that in (key) = sack", "yes"),
    ("it is common knowledge among Sally, Anne that in (key) = sack", "no"),
    ("Max was told asleep (Anne)", "yes"),
    ("Max was told raining", "no"),
    ("Sally has said in (marble) = basket to Sam", "yes"),
    ("Sally has said in (marble) = basket to Max", "no"),
    # in a friendlier order
    ("does Anne know in (marble)?", "yes"),
    ("Does Sally know in (marble)", "no"),
    ("doesn't Sally know in (marble)?", "yes"),
    ("do Anne and Sally know in (key)", "no"),
    ("does Sally not believe in (marble) = box", "yes"),
    ("does Sally think in (marble) = basket", "yes"),
    ("does Anne know Sally believes in (marble) = basket", "yes"),
    ("is raining?", "yes"),
    ("IS Sally unaware of raining", "yes"),
    ("was Max told asleep (Anne)", "yes"),
    ("has Sally said raining to Max", "no"),
    ("is it common knowledge among Sally, Sam that in (key) = sack?", "yes"),
    # which value
    ("in (marble) = ?", ("the box",)),
    ("in (marble)", ("the box",)),
    ("what is in (marble)?", ("the box",)),
    ("who is owner", ("Sally", "Anne", "Sam", "Max")),
    ("where is the marble?", ("the box",)),
    ("where is Sally", ("the hall",)),
    ("Sally believes in (marble) = ?", ("the basket",)),
    ("Sally believes Anne believes in (marble) = ?", ("the basket",)),
    ("Anne believes Sally believes Anne believes in (marble) = ?", ("the basket",)),
    ("coins = ?", ("3",)),
    ("Anne suspects owner = ?", ("Sam",)),
    ("Max believes owner = ?", ("Sally", "Sam", "Max")),
    # who
    ("who knows raining", ("Anne", "the reader")),
    ("Who believes in (marble) = basket?", ("Sally", "Sam", "the reader")),
    ("who does not know raining", ("Sally", "Sam", "Max")),
    ("who knows Sally believes in (marble) = basket", ("Sally", "Anne", "Sam", "the reader")),
    ("who is unaware of raining", ("Sally", "Sam", "Max")),
    ("who suspects owner = Sam", ("Anne",)),
    ("who has only a hunch of owner = Sam", ("Anne",)),
    ("who was told asleep (Anne)", ("Max",)),
    ("who has said in (marble) = basket", ("Sally",)),
    ("who knows plot", ()),
    # what
    ("what does Sally get wrong", ("in (marble) = basket",)),
    ("what does Anne believe Sally gets wrong?", ("in (marble) = basket",)),
    ("what does Anne suspect", ("owner = Sam",)),
    ("what does Max wonder", ("in (marble)", "owner", "plot")),
    ("what does Sam know", ("in (key) = sack", "coins = 3", "not asleep (Anne)", "not plot")),
    ("what does Anne know", ("in (marble) = box", "raining")),
    ("what does Anne believe Sally believes", ("in (marble) = basket",)),
    # why
    ("why raining", ("Evening",)),
    ("why is raining?", ("Evening",)),
    ("why does Sally believe in (marble) = basket", ("The marble",)),
    ("why does Sally not know in (marble)", ("The marble",)),
    ("why doesn't Sally know in (marble)?", ("The marble",)),
    ("why does Anne believe Sally believes in (marble) = basket", ("The marble",)),
    ("why is Sally unaware of raining", ("Evening",)),
    ("why does Sally know raining", "no"),
    # when and how long
    ("when does Anne learn in (marble) = box", ("The marble",)),
    ("when does Anne learn Sally believes in (marble) = basket", ("The marble",)),
    ("when does Sam come to believe in (marble) = basket", ("The hall",)),
    ("when does Anne begin to suspect owner = Sam", ("The marble",)),
    ("when does Sally learn raining", ()),
    ("when is raining", ("Evening",)),
    ("when does Sally not know in (marble)", ("the start", "The marble")),
    ("how long was raining kept from crew", ("Evening", "the end")),
    ("how long has in (marble) = box been kept from Sally", ("The marble", "the end")),
]  # fmt: skip


@pytest.mark.parametrize(("query", "verdict"), MARBLE_VERDICTS)
def test_a_question_about_the_marble(query: str, verdict: str | tuple[str, ...]) -> None:
    assert ask(query).verdict == verdict


@pytest.mark.parametrize(
    ("at", "query", "verdict"),
    [
        ("end", "what does the reader know", 10),
        ("The decision", "who knows wants out", ("Iruka", "the reader")),
        ("end", "what is withheld from friends", ("the affair", "love")),
        ("end", "what is withheld from Kotetsu by Kakashi", ()),
        ("end", "what does Iruka withhold from Kakashi", ("remembers the date (Iruka)",)),
        ("end", "when does Kotetsu learn not seen his face (Iruka)", ("The question",)),
        ("end", "when does the reader learn love", ("It does not stay one night",)),
        ("end", "when does Iruka learn (Kakashi knows love)", ("He stops picking fights",)),
        ("end", "how long was (Kakashi knows love) kept from Iruka",
         ("It does not stay one night", "He stops picking fights", "four and a half years")),
        ("The date comes round", "how long was the affair kept from Kotetsu",
         ("It does not stay one night", "this moment", "nearly four years")),
        ("end", "how long was love kept from Kakashi",
         ("It does not stay one night", "It does not stay one night")),
        ("end", "how long was best kept from Iruka", ()),
        ("end", "Iruka knows Kakashi knows Iruka knows Kakashi knows wants out", "yes"),
        ("end", "why he lingers", ("celebration", "distraction", "chance")),
        ("end", "Kotetsu knows whether the fling", "yes"),
        ("end", "it is common knowledge among Iruka, Kakashi that love", "no"),
    ],
)  # fmt: skip
def test_a_question_about_the_affair(
    at: str, query: str, verdict: str | int | tuple[str, ...]
) -> None:
    found = ask(query, at, BEST).verdict
    assert (len(found) if isinstance(verdict, int) else found) == verdict


@pytest.mark.parametrize(
    ("at", "query", "verdict"),
    [
        ("The questions", "the Inspector believes thief = ?", ("Bruno", "Dev")),
        ("The questions", "Ada believes the Inspector believes thief = ?", ("Bruno", "Dev")),
        ("end", "when does the Inspector learn thief = Bruno", ("What Dev was doing",)),
        ("The questions", "what is withheld from the Inspector", ("thief = Bruno",)),
        ("end", "what is withheld from the Inspector", ()),
    ],
)
def test_a_question_about_the_pearl(at: str, query: str, verdict: str | tuple[str, ...]) -> None:
    assert ask(query, at, PEARL).verdict == verdict
