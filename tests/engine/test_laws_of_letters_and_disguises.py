"""Laws 17 (documents), 19 (groups), 20 (personas), and those who die: small stories, asked."""

import pytest

import whoknows


def answers(text: str, *questions: str) -> list[bool | None]:
    """Return what each question comes to at the end of a story."""
    book = whoknows.story(text)
    assert not book.findings, [finding.message for finding in book.findings]
    return [book.value(question) for question in questions]


LETTER = """\
cast
  Ada
  Bruno
  Cora
places
  the hall
  the attic
things
  document: the letter
facts
  flight: Ada has gone for good
"""


def test_law_17_a_letter_tells_whoever_reads_it_what_its_writer_put_in() -> None:
    text = LETTER + (
        "scene One\n  at the attic\n  with Ada\n  - Ada goes => flight\n"
        "  Ada writes the letter: flight\n"
        "scene Two\n  at the hall\n  with Bruno, Cora\n  Bruno reads the letter\n"
    )
    assert answers(
        text,
        "Bruno knows flight",
        "Bruno believes Ada believes flight",
        "Cora is unaware of flight",
        "Ada believes Bruno believes flight",
    ) == [True, True, True, False]


def test_law_17_a_letter_that_never_arrives_tells_nobody() -> None:
    text = LETTER + (
        "scene One\n  at the attic\n  with Ada\n  - Ada goes => flight\n"
        "  Ada writes the letter: flight\n"
        "scene Two\n  at the hall\n  with Bruno\n  - Bruno waits\n"
    )
    assert answers(text, "Bruno is unaware of flight") == [True]


def test_law_17_what_is_read_never_replaces_younger_evidence() -> None:
    text = LETTER + (
        "scene One\n  at the hall\n  with Ada, Cora\n  - Ada goes => flight\n"
        "  Ada writes the letter: flight\n  Cora leaves\n"
        "scene Two\n  at the attic\n  with Bruno, Cora\n  Cora lies to Bruno: not flight\n"
        "  Bruno reads the letter\n"
    )
    assert answers(text, "Bruno believes not flight") == [True]


def test_law_17_a_forged_letter_speaks_for_whom_it_pretends_to_be_from() -> None:
    text = LETTER + (
        "scene One\n  at the attic\n  with Cora\n  Cora writes the letter as Ada: flight\n"
        "scene Two\n  at the hall\n  with Bruno, Cora\n  Bruno, Cora read the letter\n"
    )
    assert answers(
        text,
        "Bruno believes Ada believes flight",
        "Bruno believes Cora believes flight",
        "Cora believes flight",
    ) == [True, True, False]


MASQUERADE = """\
cast
  Viola (she)
  Orsino (he)
  Olivia (she)
  Cesario is Viola in disguise
facts
  love: Orsino is in love
  mad (who: character): {who} is mad
scene One
  with Orsino, Cesario
  - Orsino sighs => love (only Orsino)
  Orsino tells Cesario: love
  - Cesario laughs => mad (Cesario)
"""


def test_law_20_who_does_not_know_holds_it_of_the_persona() -> None:
    assert answers(
        MASQUERADE,
        "Orsino believes Cesario believes love",
        "Orsino believes Viola believes love",
        "Orsino believes mad (Cesario)",
        "Orsino believes mad (Viola)",
        "mad (Viola)",
        "Viola knows love",
        "Viola knows Cesario is Viola",
        "Orsino knows Cesario is Viola",
        "Viola knows Orsino believes mad (Cesario)",
        "Viola was told love",
    ) == [True, False, True, False, True, True, True, False, True, True]


@pytest.mark.parametrize(
    "how", ["Viola tells Orsino: Cesario is Viola", "Orsino infers: Cesario is Viola"]
)
def test_law_20_who_learns_it_holds_of_the_one_all_of_the_other(how: str) -> None:
    assert answers(
        MASQUERADE + f"  {how}\n",
        "Orsino knows Cesario is Viola",
        "Orsino believes Viola believes love",
        "Orsino believes mad (Viola)",
        "Orsino knows mad (Cesario)",
    ) == [True, True, True, True]


def test_law_20_one_may_be_taken_for_another() -> None:
    text = MASQUERADE.replace("  Olivia (she)\n", "  Olivia (she)\n  Sebastian (he)\n") + (
        "scene Two\n  with Cesario, Olivia\n  Olivia takes Cesario for Sebastian\n"
        "  - Cesario bows => not love\n  - Cesario sings => mad (Cesario)\n"
    )
    assert answers(
        text,
        "Olivia believes Cesario is Sebastian",
        "Olivia believes mad (Sebastian)",
        "Olivia believes mad (Viola)",
        "Viola knows mad (Viola)",
    ) == [True, True, False, True]


def test_law_19_a_group_is_who_belongs_to_it_then() -> None:
    text = (
        "cast\n  Ada\n  Bruno\n  Cora\n  lamps = Ada, Bruno\nfacts\n  plot: there is a plot\n"
        "scene One\n  with Ada, Bruno\n  - Ada whispers => plot\n"
        "scene Two\n  with Ada, Bruno, Cora\n  {line}\n"
    )
    assert answers(text.format(line="- Cora waits"), "everyone in lamps knows plot") == [True]
    joined = text.format(line="Cora joins lamps")
    assert answers(joined, "everyone in lamps knows plot", "Cora knows plot") == [False, False]
    both = text.format(line="Cora joins lamps\n  Cora quits lamps")
    assert answers(both, "everyone in lamps knows plot") == [True]


def test_law_16_the_dead_learn_nothing() -> None:
    text = (
        "cast\n  Ada\n  Bruno\nfacts\n  plot: there is a plot\n"
        "scene One\n  with Ada, Bruno\n  Bruno dies\n  - Ada speaks => plot\n"
    )
    assert answers(
        text,
        "Ada knows dead (Bruno)",
        "Bruno knows plot",
        "Ada believes Bruno believes plot",
    ) == [True, False, False]


def test_law_6_whoever_acts_is_alive() -> None:
    text = (
        "cast\n  Ada\n  Bruno\n  Cora\nfacts\n  plot: there is a plot\n"
        "scene One\n  with Ada, Cora\n  Cora lies to Ada: dead (Bruno)\n"
        "scene Two\n  with Ada\n  Bruno enters\n  - Bruno bows => plot\n"
    )
    assert answers(text, "Ada believes dead (Bruno)", "Ada knows Bruno knows plot") == [False, True]
