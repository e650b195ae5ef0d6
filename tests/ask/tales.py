"""Small stories to ask about."""

from functools import lru_cache
from pathlib import Path

from whoknows.ask import Answer, answer
from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.ledger.ledger import Ledger
from whoknows.ledger.moments import find_moment
from whoknows.model.names import Names
from whoknows.model.resolve import resolve
from whoknows.text.parser import parse

EXAMPLES = Path(__file__).parents[2] / "examples"

THE_MARBLE = """
story Sally and Anne
cast
  Sally (she)
  Anne (she)
  Sam (they)
  Max (he)
  crew = Sam, Max
places
  the room
  the hall
things
  thing: the marble, the key
  container: the basket, the box, the drawer, the shelf, the sack
facts
  in (thing) = container: {thing} is in {value}
  coins = number
  asleep (who: character)
  owner = character
  likes (who: character, whom: character)
  colour (thing) = red, green, blue
  raining: The rain keeps falling
  plot: Sally has a plan
  age (who: character) = number
secrets
  plot: kept by Sally from everyone
rules
  weather: whoever believes raining infers likes (Sally, Anne)
scene The marble
  at the room
  with Sally, Anne
  - Sally puts the marble away => in (marble) = basket
  Sally leaves for the hall
  - Anne moves it => in (marble) = box
  Anne suspects: owner = Sam
scene The hall
  at the hall
  with Sally, Sam, Max
  Sally tells Sam: in (marble) = basket (half heard by Max)
  Sally tells Max: Sam knows in (key)
  - Sally hides the key => in (key) = sack, coins += 3
  Sally lies to Max: asleep (Anne) (not believed)
  Max learned: owner is not Anne (somehow)
  Sally tries to tell Max: raining (stopped by Sam)
  Sally tries to tell Max: raining (stopped by Sam)
  Max asks Sally: plot?
scene Evening
  at the room
  with Anne
  - It starts to rain => raining
"""


@lru_cache
def told(text: str) -> tuple[Ledger, Names]:
    """A story from its text."""
    document, unread = parse(Source("a.story", text))
    story, names, unmeant = resolve(document)
    assert not unread
    assert not unmeant
    assert story is not None
    return Ledger(story), names


def example(name: str) -> str:
    """The text of one of the examples."""
    return (EXAMPLES / f"{name}.story").read_text(encoding="utf-8")


def ask(query: str, at: str = "end", text: str = THE_MARBLE) -> Answer:
    """The answer to a question that can be answered."""
    found = asked(query, at, text)
    assert isinstance(found, Answer), found
    return found


def asked(query: str, at: str = "end", text: str = THE_MARBLE) -> Answer | tuple[Diagnostic, ...]:
    """The answer to a question, or the findings."""
    ledger, names = told(text)
    moment = find_moment(at, ledger)
    assert not isinstance(moment, Diagnostic)
    return answer(ledger, names, query, moment)
