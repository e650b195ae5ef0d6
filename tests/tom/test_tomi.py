"""All 5,994 questions of ToMi's validation stories, through the public API.

The data is other people's and stays where it is: each story is read from there, written as a story
of ours and asked. Where the published label is off, ``ref`` says what the rules give. ToMi's rules
are ours: containers are open, so who enters a room sees what is in them (law 11); who is in the
room sees what is moved, together with all there (law 3); who is not, does not (law 4).
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import whoknows

DATA = Path(__file__).parents[3] / "shared" / "tom" / "tomi_val.jsonl.gz"
PARTS = 9
QUESTIONS = 5_994

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the ToMi stories are not here")

Row = Mapping[str, Any]


class Writer:
    """Writes one of ToMi's stories in our language. ``placed``: when the thing is first shown."""

    def __init__(self, row: Row) -> None:
        self.events: list[Row] = [each for each in row["events"] if each["type"] != "noop"]
        entering = {who for each in self.events for who in people_moving(each)}
        self.people = sorted({*row["people"], *entering})
        self.place_of_all = next(e["room"] for e in self.events if e["type"] == "place")
        self.where: dict[str, str] = {}
        self.room = ""
        self.scenes = 0
        self.lines_in_scene = 0
        self.placed = ""

    def text(self) -> str:
        """The whole story."""
        return "\n".join((*self.head(), *self.scene_lines())) + "\n"

    def head(self) -> Iterator[str]:
        """The names and facts of the story."""
        rooms = self.named("place", "room")
        containers, objects = self.named("to"), self.named("object")
        yield from ("cast", *(f"  {who}" for who in self.people))
        yield from ("places", *(f"  the {spoken(room)}" for room in rooms))
        yield "things"
        yield "  object: " + ", ".join(f"the {spoken(each)}" for each in objects)
        yield "  container: " + ", ".join(f"the {spoken(each)}" for each in containers)
        yield "facts"
        yield "  in (object) = container: {object} is in {value}"
        yield "    seen by c if at (c) = room of (container)"
        yield "  room of (container) = place: {container} is in {value}"
        room = spoken(self.place_of_all)
        for each in containers:
            yield f"    starts room of (the {spoken(each)}) = the {room}"

    def named(self, *keys: str) -> list[str]:
        """What the events name under these keys, in order."""
        return list(dict.fromkeys(each[key] for each in self.events for key in keys if key in each))

    def scene_lines(self) -> Iterator[str]:
        """All scenes: a new one wherever the place changes."""
        for event in self.events:
            room = self.room_of(event)
            if room != self.room:
                yield from self.open_scene(room)
            self.lines_in_scene += 1
            yield f"  {self.line(event)}"

    def room_of(self, event: Row) -> str:
        """Where something happens: the mover's room, where the event does not say."""
        room = event.get("place") or event.get("room") or self.where.get(event.get("who", ""))
        return str(room or self.place_of_all)

    def open_scene(self, room: str) -> Iterator[str]:
        """The first lines of a scene."""
        self.room = room
        self.scenes += 1
        self.lines_in_scene = 0
        yield f"scene s{self.scenes}"
        yield f"  at the {spoken(room)}"
        here = [who for who in self.people if self.where.get(who) == room]
        if here:
            yield f"  with {', '.join(here)}"

    def line(self, event: Row) -> str:
        """One event as a line."""
        who = people_moving(event)
        match event["type"]:
            case "enter":
                self.where.update(dict.fromkeys(who, self.room))
                return f"{', '.join(who)} enters"
            case "exit":
                for each in who:
                    self.where.pop(each, None)
                return f"{', '.join(who)} leaves"
            case "place":
                self.placed = f"s{self.scenes}:{self.lines_in_scene}"
                return f"- It is there => {whereabouts(event['object'], event['to'])}"
            case _:
                assert event["type"] == "move", event
                return f"- {event['who']} moves it => {whereabouts(event['object'], event['to'])}"


def people_moving(event: Row) -> list[str]:
    """Who enters or leaves."""
    return list(event["who"]) if event["type"] in {"enter", "exit"} else []


def spoken(name: str) -> str:
    """A name of theirs as one of ours."""
    return name.replace("_", " ")


def whereabouts(thing: str, container: str) -> str:
    """The fact that a thing is in a container."""
    return f"in (the {spoken(thing)}) = the {spoken(container)}"


def rows() -> list[Row]:
    """All stories."""
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def wrong_answers(row: Row) -> Iterator[str]:
    """Every question of a story that is not answered as it should be."""
    writer = Writer(row)
    text = writer.text()
    book = whoknows.story(text)
    assert book.findings == (), text
    for question in row["questions"]:
        wanted = question.get("ref", question["answer"])
        minds = "".join(f"{who} believes " for who in question["chain"])
        at = writer.placed if question["kind"] == "memory" else None
        formula = f"{minds}{whereabouts(question['object'], wanted)}"
        if book.value(formula, at) is not True:
            yield f"{row['id']}\n{text}  expect {formula}" + (f" [at {at}]" if at else "")


@pytest.mark.parametrize("part", range(PARTS))
def test_every_question_is_answered(part: int) -> None:
    wrong = [each for row in rows()[part::PARTS] for each in wrong_answers(row)]
    assert not wrong, f"{len(wrong)} wrong answers, the first:\n{wrong[0]}"


def test_no_question_is_left_out() -> None:
    assert sum(len(row["questions"]) for row in rows()) == QUESTIONS


def test_asked_for_the_value_it_says_which() -> None:
    """The same as a question a person would type: *Avery believes in (the spinach) = ?*."""
    for row in rows()[:40]:
        book = whoknows.story(Writer(row).text())
        for question in row["questions"]:
            if question["kind"] == "memory":
                continue
            minds = "".join(f"{who} believes " for who in question["chain"])
            verdict = book.ask(f"{minds}in (the {spoken(question['object'])}) = ?").verdict
            wanted = spoken(question.get("ref", question["answer"]))
            assert [str(each).removeprefix("the ") for each in verdict] == [wanted], row["id"]
