"""A made-up novel to measure on: 2,000 events in 300 scenes, 40 characters, 300 fluents, 20 rules.

    python benchmarks/novel.py > /tmp/novel.story

The same seed gives the same novel. Five people are in a scene on average; what they do is drawn
from all kinds of lines a plot has: things happen, people tell, lie, ask, withhold, infer, come and
go.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

CHARACTERS, PLACES, SCENES, EVENTS, RULES = 40, 15, 300, 2_000, 20
PLAIN, VALUED = 240, 60
FIRST = [
    "Ada",
    "Bruno",
    "Cora",
    "Dev",
    "Edda",
    "Fenn",
    "Greta",
    "Hugo",
    "Iris",
    "Jonas",
    "Kira",
    "Leon",
    "Mona",
    "Nils",
    "Olga",
    "Piet",
]
LAST = ["Ash", "Birch", "Clay"]
HIDING_PLACES = ["attic", "barn", "cellar", "drawer"]


def names() -> list[str]:
    """Return forty names of two words."""
    return [f"{first} {last}" for last in LAST for first in FIRST][:CHARACTERS]


def novel(seed: int = 1, events: int = EVENTS, scenes: int = SCENES) -> str:
    """Return the novel as the text of a story file."""
    return "\n".join(_lines(random.Random(seed), events, scenes)) + "\n"


def _lines(dice: random.Random, events: int, scenes: int) -> Iterator[str]:
    cast = names()
    yield "whoknows 1"
    yield "story A made-up novel"
    yield "\ncast"
    for name in cast:
        yield f"  {name} (they)"
    yield "\nplaces"
    for place in range(PLACES):
        yield f"  place {place}"
    yield "\nthings"
    yield "  spot: " + ", ".join(f"the {place}" for place in HIDING_PLACES)
    yield "\nfacts"
    for number in range(PLAIN):
        yield f"  plain {number}: matter number {number} is so"
    for number in range(VALUED):
        yield f"  spot of {number} = spot: object {number} is in {{value}}"
    yield "\nsecrets"
    for number in range(30):
        keepers = ", ".join(dice.sample(cast, 2))
        yield f"  plain {number}: kept by {keepers} from everyone, who assume not"
    yield "\nrules"
    for number in range(RULES):
        a, b, c = dice.sample(range(PLAIN), 3)
        yield f"  rule {number}: whoever believes (plain {a} and plain {b}) infers plain {c}"
    for scene in range(scenes):
        share = events * (scene + 1) // scenes - events * scene // scenes
        yield from _scene(dice, cast, scene, share)


def _scene(dice: random.Random, cast: list[str], number: int, events: int) -> Iterator[str]:
    present = dice.sample(cast, dice.choice((3, 4, 5, 5, 6, 7)))
    yield f"\nscene Chapter {number}"
    yield f"  at place {dice.randrange(PLACES)}"
    yield "  with " + ", ".join(present)
    here = list(present)
    for _ in range(events):
        yield "  " + _event(dice, cast, here)


def _event(dice: random.Random, cast: list[str], here: list[str]) -> str:
    one, other = dice.sample(here, 2)
    matter = f"plain {dice.randrange(PLAIN)}"
    spot = f"spot of {dice.randrange(VALUED)} = the {dice.choice(HIDING_PLACES)}"
    roll = dice.random()
    if roll < 0.25:
        return f"- {one} does what has to be done => {matter}"
    if roll < 0.35:
        return f"- {one} puts it away => {spot}"
    if roll < 0.40:
        return f"- {one} does it in secret => {matter} (only {one})"
    if roll < 0.60:
        return f"{one} tells {other}: {dice.choice((matter, spot))}"
    if roll < 0.66:
        return f"{one} tells {other}: {dice.choice(cast)} knows {matter}"
    if roll < 0.72:
        return f"{one} lies to {other}: not {matter}"
    if roll < 0.78:
        return f"{one} asks {other}: {matter}?"
    if roll < 0.84:
        return f"{one} infers: {matter}"
    if roll < 0.88:
        return f"{one} withholds {matter} from {other}"
    if roll < 0.94 and len(here) > 3:
        here.remove(one)
        return f"{one} leaves"
    comer = dice.choice([name for name in cast if name not in here])
    here.append(comer)
    return f"{comer} enters"


if __name__ == "__main__":
    sys.stdout.write(novel())
