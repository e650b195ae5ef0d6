"""People in disguise, letters and shared reasons in answers."""

from tests.ask.tales import ask

TALE = """
story The box-tree
cast
  Viola (she)
  Olivia (she)
  Maria (she)
  Malvolio (he)
  Cesario (he) is Viola in disguise
places
  the garden
things
  document: the letter
facts
  love: Olivia loves Malvolio
  suit: the duke sends his love
  the vase is broken
scene The embassy
  at the garden
  with Olivia, Cesario
  - She drops it => the vase is broken
  Cesario tells Olivia: suit
  Maria writes the letter as Olivia: love
scene The box-tree
  at the garden
  with Malvolio
  Malvolio reads the letter
"""


def test_a_persona_is_somebody_and_asked_for_like_anybody() -> None:
    assert ask("is Cesario Viola", text=TALE).verdict == "yes"
    found = ask("Olivia knows Cesario is Viola", text=TALE)
    assert "Cesario is nobody but Cesario" in found.sentence


def test_people_are_listed_and_not_their_disguises() -> None:
    assert ask("who has said suit", text=TALE).verdict == ("Viola",)
    assert "Cesario" not in ask("who knows Cesario is Viola", text=TALE).verdict


def test_who_asks_is_told_who_it_was() -> None:
    found = ask("why does Olivia believe suit", text=TALE)
    assert found.because[0].text.startswith("Cesario, who was Viola in disguise, told Olivia so")


def test_a_letter_says_who_had_written_it() -> None:
    assert ask("why does Malvolio believe love", text=TALE).because[0].text == (
        "Malvolio read it in the letter (The box-tree), which Maria had written as Olivia."
    )


def test_a_fact_named_as_a_sentence_is_one() -> None:
    found = ask("Olivia knows the vase is broken", text=TALE)
    assert found.sentence == "Yes: Olivia knows that the vase is broken."
    assert found.because[0].text == "Olivia was there in *The embassy*: “She drops it”."
