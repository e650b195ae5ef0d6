"""From a line to its words, and when two ways of writing a name are the same name.

    >>> normalise("The  King’s Horse")
    "king's horse"
    >>> scan('Ada tells "the King": in (marble)').words
    ['ada', 'tells', '"king', ':', 'in', '(', 'marble', ')', '', '']

The choice made: a line becomes three parallel lists (folded words, starts, ends), since the parser
looks at the words far more often than at the places. Two empty words close the list, so that
looking ahead needs no care. A quoted name is one word with a quote in front, which no word of the
language and no unquoted name can be.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

_TOKEN = re.compile(
    r'"[^"]*"|“[^“”]*”'  # a quoted name
    r"|=>|[!<>+\-]=|[(),:=<>?]"  # the signs
    r'|(?:[^\s(),:=<>?"“”!+\-]|[!+\-](?!=))+'  # a word; - + ! are part of it but before =
    r'|["“”]'  # a quote that is never closed
)
_APOSTROPHES = str.maketrans("’‘ʼ＇", "''''")
_QUOTES = '"“”'

SIGNS = frozenset({"=>", "!=", "<=", ">=", "+=", "-=", "(", ")", ",", ":", "=", "<", ">", "?", ""})
"""What is no word: the signs, and the empty word at the end of the line."""


class Tokens(NamedTuple):
    """The words of a stretch of text and their places in it, two empty words at the end."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    open_quote: int | None


def scan(text: str) -> Tokens:
    """The words of a text. ``open_quote`` is where a quote stands that is never closed."""
    plain = text.isascii()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # The lower case of plain letters is as long as they are, so the places stay.
    for found in _TOKEN.finditer(text.lower() if plain else text):
        start, end = found.span()
        words.append(found[0])
        starts.append(start)
        ends.append(end)
    if not plain:
        words = [fold(word) for word in words]
    open_quote = None
    for index, word in enumerate(words if _has_quotes(text, plain) else ()):
        if word[0] in _QUOTES:
            if len(word) == 1:
                open_quote = starts[index]
                break
            words[index] = '"' + normalise(word[1:-1])
    end = len(text)
    words += ("", "")
    starts += (end, end)
    ends += (end, end)
    return Tokens(words, starts, ends, open_quote)


def _has_quotes(text: str, plain: bool) -> bool:
    return '"' in text or (not plain and ("“" in text or "”" in text))


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word as it is compared: composed, without case, with straight apostrophes."""
    if word.isascii():
        return word.lower()
    return normalize("NFC", normalize("NFC", word).casefold()).translate(_APOSTROPHES)


def normalise(name: str) -> str:
    """A name as it is compared: every word folded, single spaces, without "the" in front."""
    words = fold(name).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def unquoted(text: str) -> str:
    """A name as written, its white space folded and the quotes around it removed."""
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1]
    return " ".join(text.split())
