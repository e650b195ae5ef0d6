"""Answers read like sentences: their shape on every form, and their wording on a few."""

import re

import pytest

from tests.ask.tales import ask, example
from tests.ask.test_forms import BEST, MARBLE_VERDICTS, PEARL

NAMES = ("Sally", "Anne", "Sam", "Max")


@pytest.mark.parametrize("query", [query for query, _ in MARBLE_VERDICTS])
def test_it_is_sentences(query: str) -> None:
    found = ask(query)
    for text in (found.sentence, *(each.text for each in found.because)):
        assert text[0].isupper() or text[0] in "“*"
        assert text.endswith((".", "”."))
        assert ".." not in text
        assert not re.search(r"[_{}<>]|\bNone\b|  | \.|READER", text)
        for name in NAMES:
            for written in re.findall(rf"\b{name}\b", text, re.IGNORECASE):
                assert written == name


@pytest.mark.parametrize(
    "query", [query for query, verdict in MARBLE_VERDICTS if verdict in {"yes", "no"}]
)
def test_there_is_a_reason(query: str) -> None:
    found = ask(query)
    nobody_said_it = "Nobody has told" in found.sentence
    assert found.because or nobody_said_it


MARBLE = """
Sally believes Anne believes in (marble) = ?
    Sally takes Anne to think that the marble is in the basket.
    Anne was there when Sally put the marble away (The marble).
Sally knows in (marble)
    No: Sally does not know where the marble is. She believes that the marble is in the basket.
    Sally put the marble away (The marble).
    Sally was not there when Anne moved it (The marble).
what does Sally get wrong
    Sally wrongly believes that the marble is in the basket.
    Sally put the marble away (The marble).
    In truth the marble is in the box: Anne moved it (The marble).
Max was told raining
    No: Max has not been told that the rain keeps falling. Sally tried to tell Max twice, \
stopped each time.
    Sally tried to tell Max that the rain keeps falling, and was stopped by Sam (The hall), twice.
everyone in crew knows raining
    No: not everyone in crew knows that the rain keeps falling. Sam and Max do not.
    Sam and Max were not there when it started to rain (Evening).
who knows plot
    Nobody knows that Sally has a plan. Sally does not have a plan.
    It has stood like that from the start.
Max wonders plot
    Yes: Max wonders whether Sally has a plan.
    Max asked Sally whether Sally had a plan (The hall).
"""
AFFAIR = """
Kotetsu knows not seen his face (Iruka)
    No: Kotetsu does not know that Iruka has never seen Kakashi's face. He believes so, \
but Iruka has seen Kakashi's face.
    Iruka told Kotetsu so (The question).
    In *It does not stay one night*: “They meet again, and again, after dark”.
    Kotetsu was not there in *It does not stay one night*.
why does Kakashi believe wants out
    For two reasons Kakashi believes that Iruka means to end it.
    Kakashi inferred it (He stops picking fights).
    Iruka told Kakashi so (The last night); Iruka made up his mind (The decision).
how long was the affair kept from friends
    That Iruka and Kakashi go on meeting, in secret, was kept from Kotetsu from *It does not stay \
one night* (about 18 May 2010) to the end: four and a half years.
    In *It does not stay one night*: “They meet again, and again, after dark”.
    Kotetsu assumed it from the start.
Kotetsu believes Iruka believes the affair
    No: Kotetsu does not believe that Iruka believes that Iruka and Kakashi go on meeting, in \
secret. He takes Iruka to think that it was one night and no more.
    As Kotetsu sees it, Iruka would be one to know.
    Kotetsu was not there in *It does not stay one night*: “They meet again, and again, after dark”.
    Iruka was there in *It does not stay one night*, unknown to Kotetsu.
"""


def entries(text: str) -> list[tuple[str, list[str]]]:
    """Questions, each with the sentences of its answer indented under it."""
    found: list[tuple[str, list[str]]] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return found


@pytest.mark.parametrize(("query", "texts"), entries(MARBLE))
def test_how_it_is_said(query: str, texts: list[str]) -> None:
    found = ask(query)
    assert [found.sentence, *(each.text for each in found.because)] == texts


@pytest.mark.parametrize(("query", "texts"), entries(AFFAIR))
def test_how_the_affair_is_told(query: str, texts: list[str]) -> None:
    found = ask(query, "end", BEST)
    assert [found.sentence, *(each.text for each in found.because)] == texts


def test_a_witness_is_spoken_of_by_pronoun() -> None:
    found = ask("Iruka knows the fling", "The question", BEST)
    assert found.because[0].text == (
        "Iruka was there when Kakashi took him home (The night he was picked up)."
    )


def test_each_reason_names_its_event() -> None:
    found = ask("why does Kakashi believe wants out", "The last night", BEST)
    assert [each.step and each.step.index for each in found.because] == [1, 3]


def test_a_rule_is_a_reason_and_so_is_what_it_rests_on() -> None:
    found = ask("the Inspector believes thief = Bruno", "end", PEARL)
    assert found.because[-1].text == (
        "The Inspector could work out that it was not Dev who took the pearl, by the rule “alibis” "
        "(What Dev was doing); Dev told the Inspector that Dev was in company when it went "
        "(What Dev was doing); Dev was there in *In the conservatory*: "
        "“Dev is talking to the gardener all the while”."
    )


def test_the_same_question_is_answered_the_same_way() -> None:
    query = "what does the reader know"
    assert ask(query, "end", BEST) == ask(query, "end", example("for_the_best"))
