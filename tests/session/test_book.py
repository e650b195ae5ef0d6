"""The Python API: asking, looking at moments, checking, going on."""

import random
from pathlib import Path

import pytest

import whoknows
from tests.cli.program import EXAMPLES

START = """\
cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the hall
  the attic

facts
  the affair: there is an affair
  over: it is over

scene One
  at the hall
  with Ada, Bruno
"""

LINES = (
    "- Ada sighs => the affair",
    "- They part => over",
    "- Bruno takes it back => not over (only Bruno)",
    "Ada tells Bruno: the affair",
    "Bruno lies to Ada: not the affair",
    "Ada tells Cora: over (only Ada, Cora)",
    "Ada asks Bruno: over?",
    "Bruno leaves",
    "Bruno enters",
    "Ada infers: Bruno knows the affair",
    "Cora suspects: over",
    "Bruno forgets: the affair",
    "Ada mentions: over",
    "Ada withholds the affair from Bruno",
)

QUERIES = tuple(
    f"{chain}{fact}"
    for chain in (
        "",
        "Ada believes ",
        "Bruno believes ",
        "Cora believes ",
        "Ada believes Bruno believes ",
        "Bruno believes Ada believes ",
        "Cora believes Ada believes Bruno believes ",
        "the reader believes ",
    )
    for fact in ("the affair", "not over")
)


def best() -> whoknows.Book:
    return whoknows.load(EXAMPLES / "for_the_best.story")


def test_asking() -> None:
    answer = best().ask("who knows over")
    assert answer.verdict == ("Iruka", "Kakashi", "the reader")
    assert answer.because
    assert best().why("Kotetsu knows the fling")


def test_moments() -> None:
    book = best()
    then = book.at("The question")
    assert then.ask("Kotetsu knows the fling").verdict == "yes"
    assert then.value("Kotetsu knows the fling") is True
    assert then.knows("Kotetsu", "the fling") is True
    assert then.believes("Kotetsu", "the affair") is False
    assert then.why("Kotetsu knows the fling")
    assert book.at("start").value("the fling") is False
    assert book.at(then.moment) == then


@pytest.mark.parametrize(
    ("query", "at"),
    [("Kotesu knows the fling", None), ("Kotetsu knows the fling", "nowhere"), ("", None)],
)
def test_what_makes_no_sense_raises(query: str, at: str | None) -> None:
    with pytest.raises(whoknows.StoryError) as raised:
        best().ask(query, at)
    assert raised.value.diagnostics
    assert all(each.code in str(raised.value) for each in raised.value.diagnostics)


@pytest.mark.parametrize("query", ["why he lingers", "Iruka believes why he lingers = ?", "Kotesu"])
def test_value_answers_only_whether(query: str) -> None:
    with pytest.raises(whoknows.StoryError):
        best().value(query)


def test_loading_never_raises(tmp_path: Path) -> None:
    for book in (
        whoknows.load(tmp_path / "nowhere.story"),
        whoknows.load(tmp_path),
        whoknows.story("\0"),
        whoknows.story("\ud800"),
        whoknows.story("what is this"),
        whoknows.story(""),
        whoknows.story("cast\n  Ada\n  Bruno\n", limits=whoknows.Limits(cast=1)),
    ):
        assert book.findings
        assert book.check() == book.findings
    with pytest.raises(whoknows.StoryError):
        whoknows.load(tmp_path).ask("who knows it")


def test_an_empty_story_can_be_begun() -> None:
    book = whoknows.story("")
    assert [each.code for each in book.findings] == ["WK223"]


def test_going_on() -> None:
    book = whoknows.story(START)
    assert book.value("Bruno knows the affair") is False
    book.append("- Ada confesses => the affair")
    assert book.value("Bruno knows the affair") is True
    book.append("scene Two\n  at the attic\n  with Bruno, Cora\n  Bruno tells Cora: the affair\n")
    assert book.value("Cora knows the affair") is True
    assert book.value("Cora knows the affair", at="One") is False
    assert book.ask("why does Cora believe the affair").because
    book.append("expect Cora knows over")
    (found,) = book.check()
    assert found.code == "WK303"
    assert found.span
    assert book.sources[found.span.path].text == "expect Cora knows over"


def test_nothing_is_half_added() -> None:
    book = whoknows.story(START)
    book.append("- They part => over")
    before = book.story
    with pytest.raises(whoknows.StoryError):
        book.append("- Ada confesses => the affair\nAda tells Burno: over")
    assert book.story is before
    assert book.value("the affair") is False


def test_warnings_about_what_is_added_are_kept() -> None:
    book = whoknows.story(START)
    book.append("scene One\n  with Ada, Ada")
    assert {each.code for each in book.findings} == {"WK125"}


def test_what_happens_earlier_or_again_is_replayed() -> None:
    book = whoknows.story(START + "  - They part => over\n")
    assert book.value("over") is True
    book.append("scene Before\n  when a year earlier\n  with Ada")
    book.append("- Ada confesses => the affair")
    assert book.value("the affair", at="Before") is True
    assert book.value("over", at="Before") is False
    book.append("scene Often\n  when every year from 2010 to 2012\n  with Ada")
    book.append("- Ada sighs")
    assert len(book.ledger.occurrences) == 5
    assert len(book.ledger.steps) == 2 + 2 + 3 * 2


@pytest.mark.parametrize("seed", range(12))
def test_grown_or_read_at_once_it_is_the_same_story(seed: int) -> None:
    dice = random.Random(seed)
    text, pieces = START, []
    for number in range(4):
        lines = [dice.choice(LINES) for _ in range(dice.randrange(1, 6))]
        pieces += lines
        text += "".join(f"  {line}\n" for line in lines)
        when = dice.choice(("", "  when the next day\n", "  when the day before\n"))
        place = dice.choice(("the hall", "the attic"))
        more = f"scene More {number}\n{when}  at {place}\n  with Ada, Cora\n  - Cora nods\n"
        pieces.append(more)
        text += f"\n{more}"
    grown, whole = whoknows.story(START), whoknows.story(text)
    assert whole.findings == ()
    for piece in pieces:
        grown.append(piece)
        if dice.random() < 0.3:
            grown.value("Ada knows over")
    assert len(grown.ledger.steps) == len(whole.ledger.steps)
    for scene in whole.story.scenes:
        for query in QUERIES:
            assert grown.value(query, scene.title) is whole.value(query, scene.title)


def test_public_names() -> None:
    for name in whoknows.__all__:
        assert getattr(whoknows, name) is getattr(whoknows, name)
    with pytest.raises(AttributeError):
        whoknows.nonsense  # noqa: B018 - that is the test
