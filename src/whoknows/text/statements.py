"""The lines of a scene: narration, statements, and what is said about the story.

    - Anne moves it => in (marble) = box (only Anne)
    Ada tells Bruno: the affair, not the fling
    expect Bruno knows the affair

`line` reads any of them. What cannot be read raises `Unreadable` with the one finding of the line.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.audience import starts_audience
from whoknows.text.brackets import before_arrow, closing, of_prose
from whoknows.text.disguises import EXAMPLE, disguise, speaks_of_disguise
from whoknows.text.formulas import fact_reference, formula, formulas, is_number, number
from whoknows.text.lexicon import CHARACTER, GROUP, PEOPLE, PLACE, THING, Lexicon
from whoknows.text.lines import RawLine
from whoknows.text.near import nearest
from whoknows.text.reading import NOTHING, Reader, Unreadable, read
from whoknows.text.syntax import (
    Bracket,
    EffectNode,
    ExpectLine,
    FairLine,
    Formula,
    IntendedLine,
    Line,
    Name,
    NarrationLine,
    PersonaEntry,
    StatementLine,
)
from whoknows.text.tokens import SIGNS, scan
from whoknows.text.verbs import (
    ALL_STARTS,
    LISTED_DEEDS,
    SPOKEN_DEEDS,
    SPOKEN_MINDS,
    Deed,
    deed,
    is_word,
    mind_verb,
)

Result = TypeVar("Result")

DASHES = "-–—"
ABOUT = ("expect", "fair", "intended")
_ABOUT_AND_NEEDS = frozenset({*ABOUT, "needs"})
_FAR = 12  # words into a line in which a mistyped verb is looked for
_ARROW = re.compile("=>|⇒")
_FROM = frozenset({"from"})
_BY = frozenset({"by"})
_THAT = frozenset({"that"})
_AS = frozenset({"as"})
_TO = frozenset({"to"})
_FOR = frozenset({"for"})
_NO_THING = frozenset({"", ":", "(", ",", "and"})
_DEED_EXAMPLES = {
    "writes": "Irene writes the letter: F",
    "reads": "Malvolio reads the letter",
    "shows": "Ada shows Bruno the letter` or `Ada shows Bruno: F",
    "joins": "Hob joins the Lamps",
    "quits": "Hob quits Salt",
    "takes": "Antonio takes Cesario for Sebastian",
}


class Context:
    """What every rule for a line needs: the file, the names, the limits."""

    __slots__ = ("lexicon", "limits", "path")

    def __init__(self, path: str, lexicon: Lexicon, limits: Limits) -> None:
        self.path = path
        self.lexicon = lexicon
        self.limits = limits

    def read(self, text: str, start: int, rule: Callable[[Reader], Result]) -> Result:
        """Read a stretch of the file by a rule; raises `Unreadable`."""
        return read(self.path, text, start, self.lexicon, self.limits, rule)


def line(context: Context, raw: RawLine, under: list[RawLine], findings: list[Diagnostic]) -> Line:
    """One line of a scene; raises `Unreadable`. What is wrong under it goes into the findings."""
    text = raw.text
    if text[0] in DASHES:
        return _narration(context, raw, under, findings)
    first = text.split(None, 1)[0].casefold()
    if first in _ABOUT_AND_NEEDS and not starts_with_name(context.lexicon, text):
        return about(context, raw, first)
    return statement(context, raw)


def statement(context: Context, raw: RawLine) -> StatementLine | PersonaEntry:
    """Somebody, a verb, and what belongs to it; or a disguise."""
    return context.read(raw.text, raw.start, _statement)


def disguised(context: Context, raw: RawLine) -> Name | None:
    """The name under which somebody acts, if that is what a line of a scene says."""
    if "disguise" not in raw.text.casefold() or raw.text[0] in DASHES:
        return None
    try:
        found = statement(context, raw)
    except Unreadable:
        return None
    return found.persona if isinstance(found, PersonaEntry) else None


# --- statements --------------------------------------------------------------------------------


def _statement(reader: Reader) -> StatementLine | PersonaEntry:
    if speaks_of_disguise(reader.words) and ":" not in reader.words:
        return disguise(reader, reader.span(0, len(reader.words) - 2))
    subjects = _subjects(reader)
    begin = reader.at
    verb = deed(reader.words, begin)
    if verb is None:
        raise Unreadable(_no_verb(reader, subjects))
    reader.at += len(verb.words)
    verb_span = reader.span(begin)
    objects: tuple[Name, ...] = ()
    contents: tuple[Formula, ...] = ()
    place = scene = thing = other = None
    name = verb.verb
    shape = verb.shape
    if shape == "to":
        objects = _listeners(reader, verb)
        contents = _facts(reader, question=name == "asks")
    elif shape == "facts":
        _colon(reader, begin)
        contents = _facts(reader)
    elif shape == "from":
        contents, objects = _kept_from(reader)
    elif shape == "for":
        place = _destination(reader)
    elif shape == "forgets":
        scene = _since(reader)
        if scene is not None:
            name = "forgets since"
        else:
            _colon(reader, begin)
            contents = _facts(reader)
    elif shape == "writes":
        thing, other = _letter(reader)
        contents = _facts(reader)
    elif shape == "shows":
        objects, thing, contents = _shown(reader, begin)
    elif shape == "thing":
        thing = _thing(reader, name)
    elif shape == "takes":
        thing, other = _taken(reader)
    end = reader.ends[reader.at - 1]
    brackets = closing(reader) if reader.words[reader.at] else ()
    return StatementLine(
        subjects, name, verb_span, objects, contents, place, scene, brackets,
        reader.span(0), reader.text[:end], thing, other,
    )  # fmt: skip


def _letter(reader: Reader) -> tuple[Name, Name | None]:
    """``the letter [as Olivia]:``, the colon included."""
    if reader.words[reader.at] in _NO_THING:
        raise Unreadable(_wrong_deed(reader, "writes"))
    letter = reader.name(THING, _AS)
    writer = reader.name(PEOPLE) if reader.take("as") else None
    if not reader.take(":"):
        raise Unreadable(_wrong_deed(reader, "writes"))
    return letter, writer


def _thing(reader: Reader, verb: str) -> Name:
    """The one name after *reads*, *joins* or *quits*."""
    if reader.words[reader.at] in _NO_THING:
        raise Unreadable(_wrong_deed(reader, verb))
    name = reader.name(THING | GROUP)
    if reader.words[reader.at] not in {"", "("}:
        raise Unreadable(_wrong_deed(reader, verb))
    return name


def _shown(reader: Reader, verb: int) -> tuple[tuple[Name, ...], Name | None, tuple[Formula, ...]]:
    """``Bruno: F``, ``Bruno the letter``, or ``the letter to Bruno``."""
    words = reader.words
    if words[reader.at] in _NO_THING:
        raise Unreadable(_wrong_deed(reader, "shows"))
    if ":" in words:
        objects = reader.names(PEOPLE)
        _colon(reader, verb)
        return objects, None, _facts(reader)
    first = reader.match(reader.at, THING)
    if first.roles and words[first.end] in {"", "("}:
        raise Unreadable(_wrong_deed(reader, "shows"))
    if first.roles and words[first.end] == "to":
        thing = reader.name(THING, _TO)
        reader.at += 1
        return reader.names(PEOPLE), thing, ()
    at = _last_thing(reader)
    if at == reader.at:
        raise Unreadable(_wrong_deed(reader, "shows"))
    objects = reader.names(PEOPLE, frozenset({words[at]}))
    if reader.at != at:
        raise Unreadable(_wrong_deed(reader, "shows"))
    return objects, reader.name(THING), ()


def _last_thing(reader: Reader) -> int:
    """Where the document starts behind those it is shown to; where it may start, if unknown."""
    words = reader.words
    end = begin = reader.at
    while words[end] not in {"(", ""}:
        end += 1
    for at in range(begin + 1, end):
        if reader.lexicon.match(words, at, THING).end == end:
            return at
    at = reader.match(begin, PEOPLE).end
    while words[at] in {",", "and"} and (further := reader.match(at + 1, PEOPLE)).roles:
        at = further.end
    return at if at < end and words[at] not in {",", "and"} else begin


def _taken(reader: Reader) -> tuple[Name, Name]:
    """``Cesario for Sebastian``."""
    if reader.words[reader.at] in {"", "for", ":", "("}:
        raise Unreadable(_wrong_deed(reader, "takes"))
    taken = reader.name(PEOPLE, _FOR)
    if not reader.take("for") or reader.words[reader.at] in _NO_THING:
        raise Unreadable(_wrong_deed(reader, "takes"))
    return taken, reader.name(PEOPLE)


def _wrong_deed(reader: Reader, verb: str) -> Diagnostic:
    """The finding for a line that does not go on as its verb wants."""
    whole = reader.span(0, len(reader.words) - 2)
    return errors.deed_shape(f"`{verb}`", _DEED_EXAMPLES[verb], whole)


def _subjects(reader: Reader) -> tuple[Name, ...]:
    """Who does it. The names end before a verb, whether or not it is one of a statement."""
    words = reader.words
    found = reader.match(0, PEOPLE)
    if found.roles and words[found.end] in ALL_STARTS:
        reader.at = found.end
        return (reader.made(0),)
    if not is_word(words[0]) and words[0][:1] != '"':
        raise Unreadable(errors.subject_missing(reader.here()))
    if words[0] in ALL_STARTS:
        raise Unreadable(errors.subject_missing(reader.here()))
    try:
        subjects = reader.names(PEOPLE, ALL_STARTS)
        if reader.words[reader.at] in {",", "and"}:
            reader.at += 1
            raise Unreadable(errors.name_missing(reader.here()))  # noqa: TRY301 - as any other
        return subjects  # noqa: TRY300
    except Unreadable as unreadable:
        misspelt = _misspelt(reader)
        raise Unreadable(misspelt) if misspelt else unreadable from None


def _listeners(reader: Reader, verb: Deed) -> tuple[Name, ...]:
    """To whom, and the colon behind them."""
    begin = reader.at
    if reader.words[begin] in {":", "", "that"}:
        raise Unreadable(errors.listener_missing(" ".join(verb.words), reader.here()))
    known = reader.match(begin, PEOPLE).end
    objects = reader.names(PEOPLE, _THAT)
    if not reader.take(":"):
        end = known if known > begin and reader.words[known] not in {",", "and"} else reader.at
        raise Unreadable(_missing_colon(reader, end))
    return objects


def _colon(reader: Reader, verb: int) -> None:
    if not reader.take(":"):
        if reader.words[reader.at] == "that" or not reader.finished:
            raise Unreadable(_missing_colon(reader, reader.at))
        raise Unreadable(errors.nothing_after(reader.slice(verb), reader.here()))


def _facts(reader: Reader, *, question: bool = False) -> tuple[Formula, ...]:
    if reader.finished or _only_brackets(reader):
        raise Unreadable(errors.nothing_after(":", reader.here()))
    return formulas(reader, question=question)


def _only_brackets(reader: Reader) -> bool:
    """Whether what follows is no fact in brackets but one that closes the line."""
    if reader.words[reader.at] != "(":
        return False
    return starts_audience(reader.words, reader.at, reader.lexicon)


def _kept_from(reader: Reader) -> tuple[tuple[Formula, ...], tuple[Name, ...]]:
    """``F from somebody``."""
    reader.take(":")
    reader.stops = _FROM
    contents = formulas(reader)
    reader.stops = NOTHING
    if not reader.take("from"):
        raise Unreadable(errors.kept_from_nobody(reader.here()))
    return contents, reader.names(PEOPLE)


def _destination(reader: Reader) -> Name | None:
    """``[for PLACE]``."""
    if reader.take("for"):
        return reader.name(PLACE)
    following = reader.words[reader.at]
    if is_word(following):
        begin = reader.at + (following in {"to", "at", "towards"})
        place = reader.slice(begin, len(reader.words) - 2)
        raise Unreadable(errors.leaves_for(reader.slice(0, reader.at), place, reader.rest()))
    return None


def _since(reader: Reader) -> Name | None:
    """``everything since SCENE``: the title goes on to a closing bracket, unless it holds one."""
    if not reader.take_all(("everything", "since")):
        return None
    begin = reader.at
    end = len(reader.words) - 2
    if not reader.lexicon.is_title(reader.slice(begin, end)):
        while reader.at < end and not _only_brackets(reader):
            reader.at += 1
        end = reader.at
    if end == begin:
        raise Unreadable(errors.name_missing(reader.here()))
    reader.at = end
    return reader.made(begin)


# --- narration ---------------------------------------------------------------------------------


def _narration(
    context: Context, raw: RawLine, under: list[RawLine], findings: list[Diagnostic]
) -> NarrationLine:
    text = raw.text
    begin = len(text) - len(text[1:].lstrip())
    arrow = _ARROW.search(text, begin)
    brackets: tuple[Bracket, ...] = ()
    effects: tuple[EffectNode, ...] = ()
    path, lexicon, limits = context.path, context.lexicon, context.limits
    if arrow is None:
        end, brackets = of_prose(path, text[begin:], raw.start + begin, lexicon, limits)
        end += begin
    else:
        end = begin + len(text[begin : arrow.start()].rstrip())
        before_arrow(path, text[begin:end], raw.start + begin, lexicon)
        after = arrow.end()
        effects, brackets = context.read(text[after:], raw.start + after, _changes)
    span = raw.span(path)
    prose_span = type(span)(path, raw.start + begin, raw.start + end)
    needs = _needs(context, under, findings)
    return NarrationLine(text[begin:end], prose_span, effects, needs, brackets, span)


def _changes(reader: Reader) -> tuple[tuple[EffectNode, ...], tuple[Bracket, ...]]:
    """What stands after ``=>``."""
    if reader.finished:
        raise Unreadable(errors.nothing_after("=>", reader.here()))
    effects = [_effect(reader)]
    while reader.take(","):
        effects.append(_effect(reader))
    return tuple(effects), closing(reader)


def _effect(reader: Reader) -> EffectNode:
    begin = reader.at
    changed = formula(reader)
    sign = reader.words[reader.at]
    if sign not in {"+=", "-="}:
        return EffectNode(changed, None, reader.span(begin))
    reader.at += 1
    if not is_number(reader.words[reader.at]):
        raise Unreadable(errors.number_missing(sign, reader.here()))
    by = number(reader).value
    return EffectNode(changed, by if sign == "+=" else -by, reader.span(begin))


def _needs(
    context: Context, under: list[RawLine], findings: list[Diagnostic]
) -> tuple[Formula, ...]:
    """``needs F`` lines under a narration."""
    found: list[Formula] = []
    for raw in under:
        if raw.faulty:
            continue
        word, rest, start = after_word(raw)
        if word != "needs":
            findings.append(errors.not_under_narration(raw.span(context.path)))
            continue
        try:
            found.extend(context.read(rest, start, _all_formulas))
        except Unreadable as unreadable:
            findings.append(unreadable.finding)
    return tuple(found)


# --- about the story ---------------------------------------------------------------------------


def about(context: Context, raw: RawLine, first: str) -> Line:
    """``expect``, ``fair`` or ``intended``, as ``first`` says."""
    _, rest, start = after_word(raw)
    span = raw.span(context.path)
    if first == "needs":
        raise Unreadable(errors.needs_alone(span))
    if first == "intended":
        return _intended(context, raw, rest, start)
    if not rest:
        raise Unreadable(errors.nothing_after(first, span))
    if first == "expect":
        return ExpectLine(context.read(rest, start, whole_formula), span)
    return context.read(rest, start, _fair(span))


def _intended(context: Context, raw: RawLine, rest: str, start: int) -> IntendedLine:
    code, _, reason = rest.partition(":")
    code = code.rstrip()
    if not code or not reason.strip() or len(code.split()) > 1:
        raise Unreadable(errors.intended_shape(raw.span(context.path)))
    name = Name(code, Span(context.path, start, start + len(code)))
    return IntendedLine(name, reason.strip(), raw.span(context.path))


def _fair(span: Span) -> Callable[[Reader], FairLine]:
    """``fair FACT by SCENE``."""

    def rule(reader: Reader) -> FairLine:
        reader.stops = _BY
        fact = fact_reference(reader)
        if not reader.take("by") or reader.finished:
            raise Unreadable(errors.fair_shape(span))
        begin = reader.at
        reader.at = len(reader.words) - 2
        return FairLine(fact, reader.made(begin), span)

    return rule


def whole_formula(reader: Reader) -> Formula:
    """One formula, and nothing behind it."""
    found = formula(reader)
    at_the_end(reader)
    return found


def _all_formulas(reader: Reader) -> tuple[Formula, ...]:
    found = formulas(reader)
    at_the_end(reader)
    return found


def at_the_end(reader: Reader) -> None:
    """Nothing may stand here any more."""
    if reader.finished:
        return
    if reader.words[reader.at] == "(":
        raise Unreadable(errors.no_brackets_here(reader.rest()))
    text = reader.slice(reader.at, len(reader.words) - 2)
    raise Unreadable(errors.left_over(text, reader.rest()))


def after_word(raw: RawLine) -> tuple[str, str, int]:
    """The first word of a line, folded; the rest; and where the rest starts."""
    first, *others = raw.text.split(None, 1)
    rest = others[0] if others else ""
    return first.casefold(), rest, raw.start + len(raw.text) - len(rest)


def starts_with_name(lexicon: Lexicon, text: str) -> bool:
    """Whether somebody's name opens the line, although it starts with a word of the language."""
    words = [*scan(text[:200]).words, ""]
    return lexicon.match(words, 0, CHARACTER).roles != 0


# --- findings ----------------------------------------------------------------------------------


def _no_verb(reader: Reader, subjects: tuple[Name, ...]) -> Diagnostic:
    """Somebody may be named, but no verb of a statement follows."""
    words = reader.words
    if mind_verb(words, reader.at) is not None:
        text = reader.text
        return errors.mind_as_statement(text, reader.span(0, len(words) - 2))
    if words[reader.at] in {"is", "are"} and "disguise" in words and ":" not in words:
        return errors.deed_shape("this disguise", EXAMPLE, reader.span(0, len(words) - 2))
    misspelt = _misspelt(reader)
    if misspelt is not None:
        return misspelt
    whole = reader.span(0, len(words) - 2)
    end = reader.match(0, PEOPLE).end
    while end and words[end] in {",", "and"} and (further := reader.match(end + 1, PEOPLE)).roles:
        end = further.end
    if end == 0 or words[end] in SIGNS:
        if end and reader.finished:
            return errors.no_deed(subjects[-1].text, LISTED_DEEDS, reader.here())
        return errors.not_a_statement(reader.text, whole)
    written, mind = reader.slice(end, end + 1), nearest(words[end], SPOKEN_MINDS)
    if mind is not None:
        return errors.mind_as_statement(reader.text.replace(written, mind, 1), whole)
    return errors.unknown_verb(written, None, reader.text, LISTED_DEEDS, reader.span(end, end + 1))


def _misspelt(reader: Reader) -> Diagnostic | None:
    """The first words before a colon that nearly are a verb of a statement."""
    words = reader.words
    for at in range(1, min(len(words) - 2, _FAR)):
        if not is_word(words[at]):
            if words[at] == ":":
                break
            continue
        for length in (3, 2, 1):
            phrase = " ".join(words[at : at + length])
            if phrase in SPOKEN_DEEDS:
                return None
            near = nearest(phrase, SPOKEN_DEEDS)
            if near is not None and near.count(" ") == length - 1:
                span = reader.span(at, at + length)
                written = reader.slice(at, at + length)
                return errors.unknown_verb(written, near, reader.text, LISTED_DEEDS, span)
    return None


def _missing_colon(reader: Reader, end: int) -> Diagnostic:
    """The line as it should be: with a colon behind the word before ``end``."""
    cut = reader.ends[end - 1]
    begin = end + (reader.words[end] in {"that", "whether"})
    corrected = f"{reader.text[:cut]}: {reader.text[reader.starts[begin] :]}".rstrip()
    place = reader.offset + cut
    return errors.missing_colon(corrected, Span(reader.path, place, place))
