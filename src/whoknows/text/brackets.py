"""Reading the brackets that close a line: who perceives it, and how it is taken.

    Kakashi infers: love (off the page)
    - Irene runs to the panel => hiding place = the panel (unnoticed: the clergyman)

`closing` reads those of a statement, where nothing else may stand; `of_prose` those that close a
narration, where a bracket may be prose (see `audience` for how the two are told apart).
"""

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.audience import FORMS, form_at, near_miss, reads_as_audience
from whoknows.text.formulas import formulas
from whoknows.text.lexicon import PEOPLE, Lexicon
from whoknows.text.reading import Reader, Unreadable
from whoknows.text.syntax import Bracket, Formula, Name
from whoknows.text.tokens import SIGNS

_AS = frozenset({"as"})
_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（"}
_AFTERTHOUGHTS = ".,;:!?…"


def closing(reader: Reader) -> tuple[Bracket, ...]:
    """All brackets from here to the end of the line, which they must reach."""
    found = []
    while reader.words[reader.at] == "(":
        found.append(_bracket(reader))
    if reader.finished:
        return tuple(found)
    if found:
        raise Unreadable(errors.bracket_not_last(reader.rest()))
    text = reader.slice(reader.at, len(reader.words) - 2)
    raise Unreadable(errors.left_over(text, reader.rest()))


def _bracket(reader: Reader) -> Bracket:
    begin = reader.at
    form = form_at(reader.words, begin + 1)
    if form is None:
        raise Unreadable(_unknown(reader, begin))
    reader.at += 1 + len(form.words)
    names: tuple[Name, ...] = ()
    contents: tuple[Formula, ...] = ()
    if form.following != "nothing" and reader.words[reader.at] in SIGNS and not reader.finished:
        raise Unreadable(_unknown(reader, begin))
    if form.following == "names":
        names = reader.names(PEOPLE)
    elif form.following == "as":
        names = reader.names(PEOPLE, _AS)
        if not (reader.take("as") and reader.take(":")):
            raise Unreadable(_unknown(reader, begin))
        contents = formulas(reader)
    if not reader.take(")"):
        if reader.finished:
            raise Unreadable(errors.unclosed_bracket(reader.span(begin, begin + 1)))
        raise Unreadable(_unknown(reader, begin))
    return Bracket(form.kind, names, contents, reader.span(begin))


def _unknown(reader: Reader, begin: int) -> Diagnostic:
    """A bracket that is not of the list, with what it may have been meant to be."""
    end = begin
    while end < len(reader.words) - 2 and reader.words[end] != ")":
        end += 1
    inner = reader.slice(begin + 1, end)
    return errors.unknown_bracket(
        near_miss(inner, reader.lexicon),
        [form.shown for form in FORMS],
        reader.span(begin, end + 1),
    )


def of_prose(
    path: str, text: str, offset: int, lexicon: Lexicon, limits: Limits
) -> tuple[int, tuple[Bracket, ...]]:
    """Where the prose of a narration ends, and the brackets behind it."""
    found: list[Bracket] = []
    end = len(text)
    while True:
        opened = _last_bracket(path, text[:end], offset, lexicon)
        if opened is None:
            return end, tuple(reversed(found))
        reader = Reader(path, text[opened:end], offset + opened, lexicon, limits)
        found.append(_bracket(reader))
        if not reader.finished:
            raise Unreadable(errors.bracket_not_last(reader.rest()))
        end = len(text[:opened].rstrip())


def before_arrow(path: str, prose: str, offset: int, lexicon: Lexicon) -> None:
    """A bracket of the list must close the line, not stand before ``=>``."""
    opened = _last_bracket(path, prose, offset, lexicon)
    if opened is not None:
        raise Unreadable(errors.bracket_not_last(Span(path, offset + opened, offset + len(prose))))


def _last_bracket(path: str, text: str, offset: int, lexicon: Lexicon) -> int | None:
    """Where the closing bracket at the end of a prose opens, if it is one of the list.

    Raises for what nearly is one: mistyped, of the wrong shape, left open, or followed by a stop.
    """
    bare = text.rstrip(_AFTERTHOUGHTS)
    close = bare[-1:]
    if close not in _PAIRS:
        opened = text.rfind("(")
        if opened > text.rfind(")") and _meant(text[opened + 1 :], lexicon):
            at = offset + opened
            raise Unreadable(errors.unclosed_bracket(Span(path, at, at + 1)))
        return None
    opened = _opening(bare, _PAIRS[close], close)
    if opened < 0:
        _never_opened(path, bare, offset, lexicon)
        return None
    inner = bare[opened + 1 : -1]
    span = Span(path, offset + opened, offset + len(text))
    if close != ")" or bare != text:
        if _meant(inner, lexicon):
            raise Unreadable(errors.bracket_shape(inner, span))
        return None
    if reads_as_audience(inner):
        return opened
    near = near_miss(inner, lexicon)
    if near is not None:
        raise Unreadable(errors.mistyped_bracket(near, span))
    return None


def _opening(text: str, opening: str, close: str) -> int:
    """Where the bracket opens that the last character closes, or -1."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        if text[at] == close:
            depth += 1
        elif text[at] == opening:
            depth -= 1
            if depth == 0:
                return at
    return -1


def _never_opened(path: str, text: str, offset: int, lexicon: Lexicon) -> None:
    """``- She whispers only Ada)``: the last few words would be an audience."""
    words = text[:-1].split(" ")[-6:]
    while words:
        inner = " ".join(words)
        if reads_as_audience(inner) and near_miss(inner, lexicon):
            at = offset + len(text) - 1
            raise Unreadable(errors.bracket_shape(inner, Span(path, at - len(inner), at + 1)))
        del words[0]


def _meant(inner: str, lexicon: Lexicon) -> bool:
    """Whether the inside of a bracket is, or nearly is, one of the list."""
    return reads_as_audience(inner) or near_miss(inner, lexicon) is not None
