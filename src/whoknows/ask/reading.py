"""From the words of a question to its form, or to the finding that says why it has none."""

from __future__ import annotations

from whoknows.ask import errors, grammar
from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.model.names import Names
from whoknows.text.lexicon import (
    CHARACTER,
    FACT,
    GROUP,
    KIND,
    PEOPLE,
    THING,
    VALUE,
    Lexicon,
)
from whoknows.text.near import nearest
from whoknows.text.reading import Unreadable, read
from whoknows.text.statements import whole_formula
from whoknows.text.tokens import scan

PATH = "question"
"""What the spans of findings about a question name as their file: the question itself."""
_VALUE_WANTED = ("=", "<", ">", " is", " not")
_OPENINGS = frozenset(
    (*grammar.OPENINGS, "do", "did", "doesn't", "don't", "was", "were", "has", "have", "are")
)


def read_question(text: str, lexicon: Lexicon, limits: Limits) -> grammar.Question | Diagnostic:
    """Return a question's form. A final question mark is free, and so is a final full stop."""
    asked = without_mark(text)
    if not asked:
        return errors.no_question(Span(PATH, 0, len(text)))
    words = scan(asked).words
    declared = bool(lexicon.match(words, 0, FACT | PEOPLE).roles)
    opens = words[0] in _OPENINGS
    try:
        if opens and not declared:
            return read(PATH, asked, 0, lexicon, limits, grammar.question)
        return grammar.Whether(read(PATH, asked, 0, lexicon, limits, whole_formula))
    except Unreadable as unreadable:
        if opens and declared:
            return _otherwise(asked, lexicon, limits, unreadable.finding)
        return mistyped_opening(asked, lexicon) or unreadable.finding


def _otherwise(
    text: str, lexicon: Lexicon, limits: Limits, finding: Diagnostic
) -> grammar.Question | Diagnostic:
    """Read as a question what starts like a declared name and is no formula."""
    try:
        return read(PATH, text, 0, lexicon, limits, grammar.question)
    except Unreadable:
        return finding


def mistyped_opening(text: str, lexicon: Lexicon) -> Diagnostic | None:
    """Return the finding of a question whose first word is almost a word of asking, if it is."""
    words = scan(text).words
    first = words[0]
    if lexicon.match(words, 0, FACT | PEOPLE).roles or first in _OPENINGS:
        return None
    near = nearest(first, grammar.OPENINGS)
    if near is None:
        return None
    return errors.unknown_question(text, Span(PATH, 0, len(text)), near)


def without_mark(text: str) -> str:
    """Return a question without its final mark; the ``?`` that asks for a value stays."""
    text = text.strip().removesuffix(".").rstrip()
    asked = text.removesuffix("?").rstrip()
    return text if asked.endswith(_VALUE_WANTED) else asked


def lexicon_of(names: Names) -> Lexicon:
    """Return the lexicon of a story from its tables."""
    lexicon = Lexicon()
    disguises = {names.things[persona].name for persona in names.personas}
    for number, thing in enumerate(names.things):
        if number in names.personas:
            lexicon.declare_persona(thing.name)
            continue
        lexicon.declare(thing.name, CHARACTER if number < names.characters else THING)
        lexicon.declare(thing.kind, KIND)
    for group in names.groups:
        lexicon.declare(group.name, GROUP)
    for fact in names.facts:
        if fact.name in disguises:
            continue
        lexicon.declare(fact.name, FACT, len(fact.parameters))
        for value in fact.domain.names or ():
            lexicon.declare(value, VALUE)
    return lexicon
