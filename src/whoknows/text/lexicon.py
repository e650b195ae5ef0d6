"""The names a story declares, and finding them in a line: the longest first.

    >>> lexicon = Lexicon()
    >>> lexicon.declare("wants", FACT)
    >>> lexicon.declare("the wants more", FACT)
    >>> lexicon.match(["kakashi", "knows", "wants", "more", "", ""], 2, FACT)
    Match(end=4, roles=32, arity=0, shorter=(3,))

Names are kept word by word in a tree, so that a cast of five thousand called *Person 1* to
*Person 5000* is searched no more slowly than a cast of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whoknows.text.syntax import Document, Name, PersonaEntry
from whoknows.text.tokens import SIGNS, normalise, scan

# What a declared name may be, one bit each: a name can be several things.
CHARACTER = 1
GROUP = 2
PLACE = 4
THING = 8
KIND = 16
FACT = 32
VALUE = 64
PARAMETER = 128

PEOPLE = CHARACTER | GROUP | PARAMETER
"""What can stand before a verb."""
ANYTHING = 255

READER = "the reader"
"""The one character every story has."""
WHEREABOUTS = "at"
"""The one fact every story has: `at (character)`."""


def who_is(persona: str) -> str:
    """The name of the question whose disguise this is: ``who Cesario is``."""
    return f"who {persona} is"


def personas_of(document: Document) -> Iterator[PersonaEntry]:
    """All disguises of a file: those of the cast, then those of its scenes."""
    yield from document.personas
    for scene in document.scenes:
        yield from (line for line in scene.lines if isinstance(line, PersonaEntry))


class Match(NamedTuple):
    """A declared name found in a line: it ends before the word ``end``.

    ``shorter`` are the ends of shorter declared names that start at the same word. Nothing found:
    ``roles`` is 0.
    """

    end: int
    roles: int
    arity: int
    shorter: tuple[int, ...]


class _Node:
    """All that is declared and starts with certain words."""

    __slots__ = ("arity", "following", "roles")

    def __init__(self) -> None:
        self.roles = 0
        self.arity = 0
        self.following: dict[str, _Node] = {}


class Lexicon:
    """The declared names of a story. Made once, then only asked."""

    __slots__ = ("_root", "_whole", "people", "titles")

    def __init__(self) -> None:
        self._root = _Node()
        self._whole: dict[str, _Node] = {}
        self.titles: set[str] = set()
        self.people: dict[str, str] = {}
        self.declare(READER, CHARACTER)
        self.declare(WHEREABOUTS, FACT, 1)

    @classmethod
    def of(cls, document: Document) -> Lexicon:
        """The lexicon of a file that has been read."""
        lexicon = cls()
        lexicon.learn(document)
        return lexicon

    def learn(self, document: Document) -> None:
        """Add all names of a file."""
        for character in document.characters:
            self.declare(character.name.text, CHARACTER)
        for persona in personas_of(document):
            self.declare_persona(persona.persona.text)
        for group in document.groups:
            self.declare(group.name.text, GROUP)
        for place in document.places:
            self.declare(place.name.text, PLACE)
        for things in document.things:
            self.declare(things.kind.text, KIND)
            self.declare_all(things.names, THING)
        for fact in document.facts:
            self.declare(fact.name.text, FACT, len(fact.parameters))
            self.declare_all((each.name for each in fact.parameters), PARAMETER)
            self.declare_all(fact.values or (), VALUE)
        for scene in document.scenes:
            self.declare_title(scene.title.text)

    def declare_persona(self, name: str) -> None:
        """Add somebody in disguise, and the question *who Cesario is*."""
        self.declare(name, CHARACTER)
        self.declare(who_is(name), FACT)

    def declare(self, name: str, role: int, arity: int = 0) -> None:
        """Add a name. ``arity``: how many arguments it takes, if it is a fact."""
        key = normalise(name)
        node = self._whole.get(key)
        if node is None:
            node = self._whole[key] = self._place(key)
        node.roles |= role
        if role == FACT:
            node.arity = max(node.arity, arity)
        if role & (CHARACTER | GROUP):
            self.people.setdefault(key, name)

    def declare_all(self, names: Iterable[Name], role: int) -> None:
        """Add several names that are the same sort of thing."""
        for name in names:
            self.declare(name.text, role)

    def declare_title(self, title: str) -> None:
        """Add the title of a scene. Titles stand only where a scene must stand."""
        self.titles.add(normalise(title))

    def is_title(self, text: str) -> bool:
        """Whether this is the title of a scene."""
        return normalise(text) in self.titles

    def match(self, words: list[str], at: int, wanted: int) -> Match:
        """The longest declared name of a wanted sort that starts at this word."""
        word = words[at]
        if word and word[0] == '"':
            whole = self._whole.get(word[1:])
            if whole is not None and whole.roles & wanted:
                return Match(at + 1, whole.roles, whole.arity, ())
            return Match(at, 0, 0, ())
        end = at
        if word == "the":
            at += 1
            word = words[at]
        best: _Node | None = None
        shorter: tuple[int, ...] = ()
        node = self._root.following.get(word)
        while node is not None:
            at += 1
            if node.roles & wanted:
                if best is not None:
                    shorter = (*shorter, end)
                best, end = node, at
            node = node.following.get(words[at])
        if best is None:
            return Match(end, 0, 0, ())
        return Match(end, best.roles, best.arity, shorter)

    def _place(self, key: str) -> _Node:
        """The node of a name. One that holds signs is found only in quotes."""
        words = scan(key).words[:-2]
        if not words or any(word in SIGNS or word[0] == '"' for word in words):
            return _Node()
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        return node
