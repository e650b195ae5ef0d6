"""A scene: its title, its header, its lines.

scene The question
  when the next day
  at the office
  with Iruka, Kotetsu
  Kotetsu asks Iruka: the affair?
"""

from contextlib import suppress
from dataclasses import dataclass, field

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.lexicon import PEOPLE
from whoknows.text.lines import Entry, RawLine, entries
from whoknows.text.near import nearest
from whoknows.text.reading import Reader, Unreadable
from whoknows.text.statements import (
    ABOUT,
    DASHES,
    Context,
    about,
    after_word,
    at_the_end,
    line,
    starts_with_name,
)
from whoknows.text.syntax import Line, Name, SceneNode, When
from whoknows.text.tokens import unquoted

_HEADER_STARTS = frozenset({"when", "at", "with", "hidden", "through", "off"})
_MISTYPED = ("when", "with", "hidden", "through", *ABOUT)


@dataclass(slots=True)
class _Header:
    when: When | None = None
    place: Name | None = None
    present: tuple[Name, ...] = ()
    hidden: tuple[Name, ...] = ()
    through: Name | None = None
    off_page: bool = False
    given: set[str] = field(default_factory=set)
    late: bool = False
    """Whether a line of it stood too low: of several, the first is enough."""


def scene(
    context: Context,
    head: RawLine,
    body: list[RawLine],
    usual: int | None,
    findings: list[Diagnostic],
) -> SceneNode:
    """A whole scene; ``head`` is its first line."""
    header = _Header()
    lines: list[Line] = []
    for entry in entries(body, usual, context.path, findings):
        made: list[Diagnostic] = []
        _scene_line(context, header, lines, entry, made)
        for raw in () if _takes_lines_under(entry) else entry.under:
            if not raw.faulty:
                made.append(errors.misaligned(raw.span(context.path)))
            _scene_line(context, header, lines, Entry(raw, []), [])
        if not entry.line.faulty:
            findings.extend(made)
    last = body[-1] if body else head
    span = Span(context.path, head.start, last.start + len(last.text))
    return SceneNode(
        title(context.path, head, findings), header.when, header.place, header.present,
        header.hidden, header.through, header.off_page, tuple(lines), span,
    )  # fmt: skip


def title(path: str, head: RawLine, findings: list[Diagnostic]) -> Name:
    """The title of a scene, from its first line. One without a title is named by its place."""
    _, rest, start = after_word(head)
    if not rest:
        if not head.faulty:
            findings.append(errors.untitled_scene(head.span(path)))
        return Name(f"untitled scene {head.start}", head.span(path))
    return Name(unquoted(rest), Span(path, start, start + len(rest)))


def _takes_lines_under(entry: Entry) -> bool:
    return entry.line.text[0] in DASHES


def _scene_line(
    context: Context,
    header: _Header,
    lines: list[Line],
    entry: Entry,
    findings: list[Diagnostic],
) -> None:
    raw = entry.line
    try:
        word, rest, start = after_word(raw)
        if word in _HEADER_STARTS and _is_header(context, raw, word):
            if lines:
                if not header.late:
                    findings.append(errors.header_late(_header_name(word), raw.span(context.path)))
                header.late = True
                _give(context, header, raw, (word, rest, start), [])
            else:
                _give(context, header, raw, (word, rest, start), findings)
            return
        lines.append(line(context, raw, entry.under if _takes_lines_under(entry) else [], findings))
    except Unreadable as unreadable:
        findings.append(_mistyped(context, header, lines, raw) or unreadable.finding)


def _mistyped(
    context: Context, header: _Header, lines: list[Line], raw: RawLine
) -> Diagnostic | None:
    """The finding for a line whose first word is nearly one of a scene's words.

    What was meant is clear then, so it is done: a scene without its `with` would only cause more.
    """
    word = _meant_word(context, raw)
    if word is None:
        return None
    first, rest, start = after_word(raw)
    with suppress(Unreadable):
        if word in ABOUT:
            lines.append(about(context, raw, word))
        else:
            _give(context, header, raw, (word, rest, start), [])
    span = Span(context.path, raw.start, raw.start + len(first))
    return errors.mistyped_word(raw.text[: len(first)], _header_name(word), span)


def _header_name(word: str) -> str:
    return "off the page" if word == "off" else word


def _is_header(context: Context, raw: RawLine, word: str) -> bool:
    if word == "off" and " ".join(raw.text.casefold().split()) != "off the page":
        return False
    return not starts_with_name(context.lexicon, raw.text)


def _give(
    context: Context,
    header: _Header,
    raw: RawLine,
    words: tuple[str, str, int],
    findings: list[Diagnostic],
) -> None:
    """Take in one header line."""
    word, rest, start = words
    name = _header_name(word)
    span = raw.span(context.path)
    if name in header.given:
        findings.append(errors.header_twice(name, span))
        return
    if word == "off":
        header.off_page = True
    elif not rest:
        raise Unreadable(errors.nothing_after(word, span))
    elif word == "when":
        header.when = When(" ".join(rest.split()), Span(context.path, start, start + len(rest)))
    elif word == "at":
        header.place = Name(unquoted(rest), Span(context.path, start, start + len(rest)))
    elif word == "with":
        header.present = context.read(rest, start, _people)
    elif word == "hidden":
        header.hidden = context.read(rest, start, _people)
    else:
        header.through = context.read(rest, start, _one_person)
    header.given.add(name)


def _people(reader: Reader) -> tuple[Name, ...]:
    found = reader.names(PEOPLE)
    at_the_end(reader)
    return found


def _one_person(reader: Reader) -> Name:
    found = reader.names(PEOPLE)
    at_the_end(reader)
    if len(found) > 1:
        raise Unreadable(errors.one_point_of_view(reader.span(0)))
    return found[0]


def _meant_word(context: Context, raw: RawLine) -> str | None:
    """The word of a scene that the first word of a line nearly is."""
    if raw.text[0] in DASHES or starts_with_name(context.lexicon, raw.text):
        return None
    first = raw.text.split(None, 1)[0].casefold()
    bare = first.rstrip(":")
    if bare in _HEADER_STARTS or bare in ABOUT:
        return bare if bare != first or bare == "off" else None
    return nearest(bare, _MISTYPED)
