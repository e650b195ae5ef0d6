"""Lists, counts and sentences.

>>> listed(["Ada", "Bruno", "Cora"])
'Ada, Bruno and Cora'
>>> sentence("the Pupil does not know it")
'The Pupil does not know it.'
"""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_ENDS = (".", "!", "?", "…", '."', ".”", "!”", "?”")


def words(text: str) -> frozenset[str]:
    """Return the words of a text, as a set to look words up in."""
    return frozenset(text.split())


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a phrase: ``Ada, Bruno and Cora``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def listed_clauses(clauses: Sequence[str]) -> str:
    """Return clauses as a phrase, kept apart where they have an *and* or a comma of their own.

    >>> listed_clauses(["that it was one night and no more", "that it is over"])
    'that it was one night and no more, and that it is over'
    """
    if len(clauses) < 2:
        return "".join(clauses)
    several = len(clauses) > 2 and any(" and " in clause for clause in clauses)
    if not several and not any("," in clause for clause in clauses):
        return f"{', '.join(clauses[:-1])}, and {clauses[-1]}"
    return f"{'; '.join(clauses[:-1])}; and {clauses[-1]}"


def closed(clause: str) -> str:
    """Return a clause after which a sentence goes on: one with a comma in it ends with one."""
    return f"{clause}," if "," in clause else clause


def number_word(number: int) -> str:
    """Return a count as it is written in a sentence: in words up to twenty."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def often(count: int) -> str:
    """Return how often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count, f"{number_word(count)} times")


def capitalised(text: str) -> str:
    """Return a text that can open a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a clause as a sentence."""
    text = text.strip()
    return capitalised(text if text.endswith(_ENDS) else f"{text}.")
