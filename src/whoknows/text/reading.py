"""Reading one stretch of a line: where we are in it, the names in it, and giving up with a finding.

A `Reader` walks over the words of a line. What cannot be read raises `Unreadable` with the one
finding there is to make of the line; whoever reads the lines of a file catches it and goes on with
the next line, so nothing cascades.

Where a shorter declared name starts at the same word as the longest, the reader keeps that as a
choice; `read` then tries the line the other way too, and if both can be read, the line is said to
have two readings. Names in quotes are never a choice.
"""

from collections.abc import Callable
from typing import TypeVar

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.lexicon import Lexicon, Match
from whoknows.text.syntax import Name
from whoknows.text.tokens import SIGNS, scan, unquoted

Result = TypeVar("Result")

DEEPEST = 150
"""However high the limit is set: deeper trees cannot be walked by functions calling themselves."""
_MOST_CHOICES = 8  # of one line; more would take longer than anybody could sort out
NOTHING: frozenset[str] = frozenset()


class Unreadable(Exception):  # noqa: N818 - not an error of the program: it carries the finding
    """This stretch of the story cannot be read, for the reason in ``finding``."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Reader:
    """The words of one stretch of text, and the place among them that is read next (``at``)."""

    __slots__ = (
        "at", "choices", "decided", "deepest", "depth", "ends", "lexicon", "loose",
        "loose_content", "no_list", "offset", "path", "starts", "stops", "text", "unknown", "words",
    )  # fmt: skip

    def __init__(self, path: str, text: str, offset: int, lexicon: Lexicon, limits: Limits) -> None:
        self.path = path
        self.text = text
        self.offset = offset
        self.lexicon = lexicon
        self.deepest = min(limits.formula_depth, DEEPEST)
        self.words, self.starts, self.ends, open_quote = scan(text)
        if open_quote is not None:
            start = offset + open_quote
            raise Unreadable(errors.unclosed_quote(Span(path, start, start + 1)))
        self.at = 0
        self.depth = 0
        self.stops = NOTHING
        """Words that end an undeclared name here, besides those that always do."""
        self.loose = -1
        """Where the content of a mind without brackets has just ended, and where it began."""
        self.loose_content = -1
        self.no_list = 0
        """Before this word no list of people starts that ends before a mind verb."""
        self.choices: dict[int, tuple[int, int]] = {}
        """Word → where the longest name from it ends, and where the other one does."""
        self.decided: dict[int, int] = {}
        """Word → where a name from it is to end, whatever is longest."""
        self.unknown = 0
        """How many names have been read that nobody declared."""

    # --- places ---

    def span(self, begin: int, end: int | None = None) -> Span:
        """The place of the words from ``begin`` up to ``end``, not included; by default to here."""
        if end is None:
            end = self.at
        start = self.offset + self.starts[begin]
        if end <= begin:
            return Span(self.path, start, start)
        return Span(self.path, start, self.offset + self.ends[end - 1])

    def here(self) -> Span:
        """The place of the next word; at the end of the line, the place just behind the last."""
        if self.finished and self.at > 0:
            return Span(self.path, *(2 * (self.offset + self.ends[self.at - 1],)))
        return self.span(self.at, self.at + 1)

    def rest(self) -> Span:
        """The place of all that has not been read yet."""
        return self.span(self.at, len(self.words) - 2)

    def slice(self, begin: int, end: int | None = None) -> str:
        """The text of some words, as written."""
        if end is None:
            end = self.at
        return self.text[self.starts[begin] : self.ends[end - 1]] if end > begin else ""

    @property
    def finished(self) -> bool:
        """Whether everything has been read."""
        return self.at >= len(self.words) - 2

    # --- words ---

    def take(self, word: str) -> bool:
        """Step over a word if it is the next one."""
        if self.words[self.at] != word:
            return False
        self.at += 1
        return True

    def take_all(self, words: tuple[str, ...]) -> bool:
        """Step over several words if they are the next ones."""
        end = self.at + len(words)
        if tuple(self.words[self.at : end]) != words:
            return False
        self.at = end
        return True

    def deeper(self, begin: int) -> None:
        """Go one bracket, mind or *not* deeper, if the limit allows."""
        self.depth += 1
        if self.depth > self.deepest:
            raise Unreadable(errors.too_deep(self.deepest, DEEPEST, self.span(begin, begin + 1)))

    # --- names ---

    def match(self, at: int, wanted: int) -> Match:
        """The declared name that starts at a word, as `Lexicon.match`, minding what is decided."""
        found = self.lexicon.match(self.words, at, wanted)
        if found.shorter:
            self.choices.setdefault(at, (found.end, found.shorter[-1]))
        if at in self.decided and found.roles:
            end = self.decided[at]
            if end == at:
                return Match(at, 0, 0, ())
            cut = [*self.words[:end], "", ""]
            return self.lexicon.match(cut, at, wanted)
        return found

    def word_or_name(self, at: int, end: int) -> None:
        """Note that a declared name also starts with a word of the language."""
        self.choices.setdefault(at, (end, at))

    def name(self, wanted: int, stops: frozenset[str] = NOTHING) -> Name:
        """The name that stands next: a declared one, or else the run of words up to a stop."""
        begin = self.at
        end = self.match(begin, wanted).end
        word = self.words[end]
        if end > begin and (word in SIGNS or word == "and" or word in stops):
            self.at = end
            return self.made(begin)
        return self.undeclared(begin, stops)

    def undeclared(self, begin: int, stops: frozenset[str]) -> Name:
        """A run of words that nobody declared: to a sign, *and*, or one of the stops."""
        words = self.words
        end = begin
        while (word := words[end]) not in SIGNS and word != "and" and word not in stops:
            end += 1
        self.at = begin
        if end == begin:
            raise Unreadable(errors.name_missing(self.here()))
        self.at = end
        self.unknown += 1
        return self.made(begin)

    def made(self, begin: int) -> Name:
        """The name that has just been stepped over, from its first word."""
        start, end = self.starts[begin], self.ends[self.at - 1]
        text = self.text[start:end]
        if self.at > begin + 1 or self.words[begin][0] == '"':
            text = unquoted(text)
        return Name(text, Span(self.path, self.offset + start, self.offset + end))

    def names(self, wanted: int, stops: frozenset[str] = NOTHING) -> tuple[Name, ...]:
        """Names apart by commas or *and*. A comma before a stop does not belong to the list."""
        found = [self.name(wanted, stops)]
        while (word := self.words[self.at]) == "," or word == "and":
            following = self.words[self.at + 1]
            if following in stops:
                break
            self.at += 2 if word == "," and following == "and" else 1
            found.append(self.name(wanted, stops))
        return tuple(found)


def read(
    path: str,
    text: str,
    offset: int,
    lexicon: Lexicon,
    limits: Limits,
    rule: Callable[[Reader], Result],
) -> Result:
    """Read a stretch of text by a rule; raises `Unreadable`, also where two readings remain."""
    reader = Reader(path, text, offset, lexicon, limits)
    try:
        result = rule(reader)
    except Unreadable:
        if not reader.choices:
            raise
        found: list[tuple[int, Result]] = []
    else:
        if not reader.choices:
            return result
        found = [(reader.unknown, result)]
    choices = list(reader.choices.items())[:_MOST_CHOICES]
    for at, (longest, other) in choices:
        again = Reader(path, text, offset, lexicon, limits)
        again.decided[at] = other
        try:
            different = rule(again)
        except Unreadable:
            continue
        fewest = min((unknown for unknown, _ in found), default=again.unknown)
        if again.unknown > fewest or any(different == each for _, each in found):
            continue
        if again.unknown < fewest:
            found.clear()
        if found:
            raise Unreadable(_two_readings(reader, at, longest, other))
        found.append((again.unknown, different))
    if not found:
        return rule(Reader(path, text, offset, lexicon, limits))
    return found[0][1]


def _two_readings(reader: Reader, at: int, longest: int, other: int) -> Diagnostic:
    """Both readings of a line, each with quotes that would decide it."""
    first = _quoted(reader, at, longest)
    second = _quoted(reader, at, other) if other > at else _quoted(reader, at + 1, longest)
    return errors.two_readings(first, second, reader.span(at, longest))


def _quoted(reader: Reader, begin: int, end: int) -> str:
    start, stop = reader.starts[begin], reader.ends[end - 1]
    return f'{reader.text[:start]}"{reader.text[start:stop]}"{reader.text[stop:]}'
