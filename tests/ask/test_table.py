"""The project's first story answers the questions it was started for."""

from pathlib import Path

import pytest

from tests.ask.tales import ask, example

TABLE = Path(__file__).parents[3] / "shared" / "stories" / "README.md"

VERDICTS = {
    "Iruka believes why he lingers = ?": ("celebration", "distraction", "chance"),
    "what is withheld from Kotetsu": ("the affair", "love"),
    "why does Kakashi believe wants out": ("He stops picking fights", "The last night"),
    "who knows over": ("Iruka", "Kakashi", "the reader"),
    "what does Kotetsu get wrong": ("not the affair", "not seen his face (Iruka)"),
    "who is unaware of over": ("Kotetsu", "the Pupil"),
    "how long was the affair kept from friends": (
        "It does not stay one night",
        "the end",
        "four and a half years",
    ),
}
SAID = {
    "Kotetsu knows the fling": "Kotetsu was there",
    "Kotetsu knows whether seen his face (Iruka)": "Iruka told Kotetsu so (The question)",
    "Kotetsu knows not seen his face (Iruka)": "but Iruka has seen",
    "Iruka knows Kakashi knows love": "unknown to Iruka",
    "Kakashi knows love": "inferred it",
    "Iruka believes why he lingers = ?": "Iruka cannot tell",
    "Kakashi was told wants out": "three times, stopped each time",
    "Iruka believes best": "Iruka told himself so (The way home), and did not believe it",
}


def rows() -> list[tuple[str, str, str]]:
    if not TABLE.exists():
        return []
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in TABLE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    return [
        (at.replace(" (every time)", ""), query, wanted)
        for at, query, wanted in cells[1:]
        if not at.startswith("--")
    ]


@pytest.mark.parametrize(("at", "query", "wanted"), rows())
def test_a_line_of_the_table(at: str, query: str, wanted: str) -> None:
    found = ask(query, at, example("for_the_best"))
    assert found.verdict == VERDICTS.get(
        query, wanted.split(":", maxsplit=1)[0].split(",", maxsplit=1)[0]
    )
    everything = " ".join((found.sentence, *(each.text for each in found.because)))
    assert SAID.get(query, "") in everything
    assert found.because


def test_every_time() -> None:
    for time in ("#1", "#2", "#3", "#4"):
        at = f"The date comes round{time}"
        found = ask("Kakashi knows remembers the date (Iruka)", at, example("for_the_best"))
        assert found.verdict == "no"
