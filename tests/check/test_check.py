"""Every finding about a story: one that has it, and one beside it that has not."""

from dataclasses import dataclass

import pytest

import whoknows
from whoknows.base.diagnostic import Severity

HEAD = """\
cast
  Ada (she)
  Bruno (he)
  Cora (she)

places
  the hall
  the attic

facts
  over: it is over
  thief = Ada, Bruno, Cora: {value} took the pearl
    lasting
  in sight (who: character): {who} was in company

rules
  alibis: whoever believes in sight (someone) infers thief is not someone

"""


@dataclass(frozen=True)
class Pair:
    """Scenes with a finding, and the same without. ``|`` marks the line it is about."""

    code: str
    wrong: str
    right: str


PAIRS = [
    Pair(
        "WK301",
        "scene One\n  with Ada\n  - Ada rests | \n    needs over\n",
        "scene One\n  with Ada\n  - Ada ends it => over\n  - Ada rests\n    needs over\n",
    ),
    Pair(
        "WK301",  # it depends on what is left open
        "scene One\n  with Ada\n  - Ada rests | \n    needs thief = Ada\n",
        "scene One\n  with Ada\n  - Ada took it => thief = Ada\n"
        "  - Ada rests\n    needs thief = Ada\n",
    ),
    Pair(
        "WK302",
        "scene One\n  with Ada\n  Ada sees: over | \n",
        "scene One\n  with Ada\n  - It ends => over (only Bruno)\n  Ada sees: over\n",
    ),
    Pair(
        "WK302",
        "scene One\n  with Ada\n  Ada learned: thief = Bruno (somehow) | \n",
        "scene One\n  with Ada\n  Ada suspects: thief = Bruno\n",
    ),
    Pair(
        "WK303",
        "scene One\n  with Ada\n  - It ends => over\n  expect Bruno knows over | \n",
        "scene One\n  with Ada, Bruno\n  - It ends => over\n  expect Bruno knows over\n",
    ),
    Pair(
        "WK303",  # only the third time
        "scene One\n  when every year from 2010 to 2012\n  with Ada\n"
        "  expect not ((over) or thief = Bruno) | \n"
        "scene Two\n  when May 2011\n  with Ada\n  - It ends => over\n",
        "scene One\n  when every year from 2010 to 2012\n  with Ada\n  expect not over\n"
        "scene Two\n  when May 2012\n  with Ada\n  - It ends => over\n",
    ),
    Pair(
        "WK304",
        "scene One\n  at the hall\n  with Ada, Cora\n"
        "  - Bruno takes it => thief = Bruno (only Bruno) (off the page)\n"
        "  - They are seen => in sight (Ada)\n  fair thief by One | \n",
        "scene One\n  at the hall\n  with Ada, Cora\n"
        "  - Bruno takes it => thief = Bruno (only Bruno) (off the page)\n"
        "  - They are seen => in sight (Ada), in sight (Cora)\n  fair thief by One\n",
    ),
    Pair(
        "WK305",
        "scene One\n  at the hall\n  with Ada, Cora\n"
        "  - Ada takes it => thief = Ada (only Ada) (off the page)\n"
        "  - They are seen => in sight (Ada), in sight (Cora)\n  fair thief by One | \n",
        "scene One\n  at the hall\n  with Ada, Cora\n"
        "  - Bruno takes it => thief = Bruno (only Bruno) (off the page)\n"
        "  - They are seen => in sight (Ada), in sight (Cora)\n  fair thief by One\n",
    ),
    Pair(
        "WK310",
        "scene One\n  with Ada, Bruno\n  Ada tells Bruno: over | \n",
        "scene One\n  with Ada, Bruno\n  Ada lies to Bruno: over\n",
    ),
    Pair(
        "WK310",  # she has no idea
        "scene One\n  with Ada, Bruno\n  Ada tells Bruno: thief = Cora | \n",
        "scene One\n  with Ada, Bruno\n  Ada suspects: thief = Cora\n"
        "  Ada tells Bruno: thief = Cora\n",
    ),
    Pair(
        "WK310",  # what one takes for granted may be said
        "scene One\n  with Ada, Bruno\n  Ada mentions: over | \n",
        "scene One\n  with Ada, Bruno\n  Ada mentions: not over\n",
    ),
    Pair(
        "WK311",
        "scene One\n  with Ada\n  Ada tells Ada: over | \n",
        "scene One\n  with Ada\n  - It ends => over\n  Ada tells Ada: over\n",
    ),
    Pair(
        "WK330",
        "scene One\n  at the hall\n  with Ada\n  Bruno tells Ada: not over | \n",
        "scene One\n  at the hall\n  with Ada\n  Bruno tells Ada: not over (only Ada, Bruno)\n",
    ),
    Pair(
        "WK330",
        "scene One\n  at the hall\n  with Ada\n  Bruno leaves | \n",
        "scene One\n  at the hall\n  with Ada\n  Bruno enters\n  Bruno leaves\n",
    ),
    Pair(
        "WK330",
        "scene One\n  at the hall\n  with Ada, Bruno\n  Ada leaves\n  Ada asks Bruno: over? | \n",
        "scene One\n  at the hall\n  hidden Bruno\n  with Ada\n  Bruno asks Ada: over?\n",
    ),
    Pair(
        "WK331",
        "scene One\n  at the hall\n  with Ada\n  Ada asks Bruno: over? | \n",
        "scene One\n  at the hall\n  with Ada\n  Bruno enters\n  Ada asks Bruno: over?\n",
    ),
    Pair(
        "WK332",
        "scene One\n  at the hall\n  with Ada\n  Ada enters | \n",
        "scene One\n  at the hall\n  with Ada\n  Ada leaves\n  Ada enters\n",
    ),
    Pair(
        "WK390",
        "scene One\n  with Ada\n  - Ada waits\n  intended WK310: she bluffs | \n",
        "scene One\n  with Ada, Bruno\n  Ada tells Bruno: over\n  intended WK310: she bluffs\n",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_found_and_not_found(pair: Pair) -> None:
    line = HEAD.count("\n") + pair.wrong[: pair.wrong.index(" | ")].count("\n") + 1
    book = whoknows.story(HEAD + pair.wrong.replace(" | ", ""))
    assert book.findings == ()
    source = book.sources[book.path]
    found = {
        (each.code, source.line_col(each.span.start)[0])
        for each in book.check()
        if each.span and each.code != "WK320"  # a rule and the truth may disagree besides
    }
    assert found == {(pair.code, line)}
    clean = whoknows.story(HEAD + pair.right)
    assert clean.check() == ()


def test_a_rule_against_what_is_known_better() -> None:
    book = whoknows.story(
        HEAD
        + "scene One\n  with Bruno\n  - Bruno took it => thief = Bruno\n"
        + "scene Two\n  with Ada, Bruno\n  - He was seen => in sight (Bruno)\n"
    )
    (found,) = [each for each in book.check() if "Bruno would" in each.message]
    assert (found.code, found.severity) == ("WK320", Severity.NOTE)
    assert book.value("Bruno knows thief = Bruno")


def test_each_time_counts_and_is_reported_once() -> None:
    scene = "scene One\n  when every year from 2010 to 2013\n  with Ada, Bruno\n"
    (found,) = whoknows.story(HEAD + scene + "  Ada tells Bruno: over\n").check()
    assert found.code == "WK310"
    assert "3 times more" in found.notes[-1].message


def test_what_holds_instead_and_why() -> None:
    book = whoknows.story(
        HEAD
        + "scene One\n  with Ada, Bruno\n  - Ada took it => thief = Ada\n"
        + "  expect Bruno believes thief = Cora\n"
    )
    (found,) = book.check()
    assert any("Ada took the pearl" in note.message for note in found.notes)
    assert any(note.span is not None for note in found.notes)


@pytest.mark.parametrize("code", ["WK310", "K310", "310", "wk310"])
def test_intended(code: str) -> None:
    scene = "scene One\n  with Ada, Bruno\n  Ada tells Bruno: over\n"
    other = "scene Two\n  with Ada, Bruno\n  Ada mentions: thief = Cora\n"
    waiver = f"  intended {code}: she bluffs\n"
    assert whoknows.story(HEAD + scene + waiver).check() == ()
    (left,) = whoknows.story(HEAD + scene + waiver + other).check()
    assert left.code == "WK310"
    everywhere = f"intended {code}: they all bluff\n"
    assert whoknows.story(HEAD + scene + other + everywhere).check() == ()


def test_a_story_with_errors_in_its_text_is_not_judged() -> None:
    book = whoknows.story(HEAD + "scene One\n  with Ada\n  Adda waits\n  expect over\n")
    assert [each.code for each in book.check()] == [each.code for each in book.findings]
