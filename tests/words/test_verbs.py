"""English verbs: saying no, and telling of then."""

import pytest

from whoknows.words.verbs import base_of_present, in_past, is_past, mid_sentence, negated, past

NAMES = ("Iruka", "Kakashi", "the King", "Ada")


@pytest.mark.parametrize(
    ("clause", "denied"),
    [
        ("Iruka loves Kakashi", "Iruka does not love Kakashi"),
        ("Iruka is married to Ada", "Iruka is not married to Ada"),
        ("Iruka has the photograph", "Iruka does not have the photograph"),
        ("Iruka has seen Kakashi's face", "Iruka has not seen Kakashi's face"),
        ("Iruka has already been told", "Iruka has not already been told"),
        ("the King means to send it", "the King does not mean to send it"),
        ("the King can stay", "the King cannot stay"),
        ("Ada took the pearl", "Ada never took the pearl"),
        ("Ada moved the marble", "Ada never moved the marble"),
        ("Iruka and Kakashi once spent a night together",
         "Iruka and Kakashi never spent a night together"),
        ("Iruka and Kakashi go on meeting", "Iruka and Kakashi do not go on meeting"),
        ("it is over between them", "it is not over between them"),
        ("the house is on fire", "the house is not on fire"),
        ("Ada carries, it is said, a knife", "Ada does not carry, it is said, a knife"),
    ],
)  # fmt: skip
def test_saying_no(clause: str, denied: str) -> None:
    assert negated(clause, NAMES) == denied


@pytest.mark.parametrize(
    "clause",
    [
        "the rain keeps falling",
        "whoever comes first wins",
        "Iruka never speaks",
        "Ada",
        "",
        "never",
    ],
)
def test_what_cannot_be_denied_in_so_many_words_is_left_alone(clause: str) -> None:
    assert negated(clause, NAMES) is None


@pytest.mark.parametrize(
    ("clause", "then"),
    [
        ("Kakashi takes Iruka home", "Kakashi took Iruka home"),
        ("Iruka makes up his mind", "Iruka made up his mind"),
        ("Ada stops the clock", "Ada stopped the clock"),
        ("Ada hurries home", "Ada hurried home"),
        ("Ada is asleep", "Ada was asleep"),
        ("Iruka has not forgotten", "Iruka had not forgotten"),
    ],
)
def test_telling_of_then(clause: str, then: str) -> None:
    assert in_past(clause, NAMES) == then


@pytest.mark.parametrize(
    "clause",
    [
        "They meet again, and again, after dark",
        "Iruka ends it, and Kakashi lets him",
        "Another year unsaid",
        "Ada believes that Iruka sleeps",
        "Ada took the pearl",
    ],
)
def test_what_is_not_so_simple_is_quoted_instead(clause: str) -> None:
    assert in_past(clause, NAMES) is None


def test_forms() -> None:
    verbs = ("goes", "dies", "watches", "uses", "kiss", "is")
    assert [base_of_present(verb) for verb in verbs] == ["go", "die", "watch", "use", None, None]
    assert [past(base) for base in ("love", "carry", "stop", "fix", "wait", "take", "admit")] == [
        "loved", "carried", "stopped", "fixed", "waited", "took", "admitted",
    ]  # fmt: skip
    assert is_past("Ada took the pearl", NAMES)
    assert not is_past("Ada takes the pearl", NAMES)


def test_a_sentence_begins_small_inside_another() -> None:
    assert mid_sentence("The house is on fire.", NAMES) == "the house is on fire"
    assert mid_sentence("Ada is here", NAMES) == "Ada is here"
    assert mid_sentence("The Hague is far", ("The Hague",)) == "The Hague is far"
