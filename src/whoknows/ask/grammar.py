"""How questions are written: one function for each form, on the same reader as formulas.

    who knows F                      Who(F of the reader)
    what does Kotetsu believe        What((Kotetsu,), "believe")
    why does Kakashi believe F       Why(Kakashi believes F)

Whoever *who* asks for is written as the reader, who stands at the front of a formula only; the
others of the cast take that place in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from whoknows.ask import errors
from whoknows.base.diagnostic import Diagnostic
from whoknows.text.formulas import fact_reference, formula, operand
from whoknows.text.lexicon import FACT, PEOPLE, READER, THING
from whoknows.text.near import nearest
from whoknows.text.reading import Reader, Unreadable
from whoknows.text.statements import at_the_end
from whoknows.text.syntax import Atom, FactRef, Formula, Hole, Junction, Mind, Name, Said, Told
from whoknows.text.verbs import SAID, TOLD, mind_verb


@dataclass(frozen=True, slots=True)
class Whether:
    """Is it so? A formula, or one with ``?`` for a value."""

    formula: Formula


@dataclass(frozen=True, slots=True)
class Who:
    """Who knows it? ``formula`` is about the reader, whom everybody replaces in turn."""

    formula: Formula


@dataclass(frozen=True, slots=True)
class What:
    """What does Ada believe Bruno gets wrong? ``chain``: whose minds; ``verb``: in the plural."""

    chain: tuple[Name, ...]
    verb: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is withheld from Kotetsu (by Iruka)?"""

    frm: tuple[Name, ...]
    by: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class When:
    """When does it become so, and when does it cease?"""

    formula: Formula


@dataclass(frozen=True, slots=True)
class Why:
    """Why is it so, or not so?"""

    formula: Formula


@dataclass(frozen=True, slots=True)
class HowLong:
    """How long was it kept from them?"""

    formula: Formula
    frm: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Where is somebody or something?"""

    name: Name


Question: TypeAlias = Whether | Who | What | Withheld | When | Why | HowLong | Where

OPENINGS = ("who", "what", "when", "why", "how", "where", "does", "is")
_AUXILIARY = frozenset({"does", "do", "did"})
_NEGATED = {"doesn't": True, "don't": True, "didn't": True}
_BE = frozenset({"is", "are", "was", "were"})
MATTERS = (
    "know", "believe", "suspect", "wonder", "consider", "get wrong", "take for granted", "withhold",
)  # fmt: skip
_LEARN = {
    "learn": "know",
    "come to know": "know",
    "find out": "know",
    "come to believe": "believe",
    "begin to suspect": "suspect",
    "start to suspect": "suspect",
}
_MIND_WORDS = frozenset((
    "know", "believe", "think", "suspect", "wonder", "consider", "get", "take", "withhold", "not",
    "learn", "come", "find", "begin", "start", "have", "knows", "believes", "thinks", "suspects",
    "wonders", "considers", "gets", "takes", "is", "are", "was", "were", "told", "said", "unaware",
))  # fmt: skip


def question(reader: Reader) -> Question:
    """Any question that opens with a word of asking; the reader stands at that word."""
    word = reader.words[reader.at]
    reader.at += 1
    match word:
        case "who":
            found: Question = _who(reader)
        case "what":
            found = _what(reader)
        case "when":
            found = _when(reader)
        case "why":
            found = _why(reader)
        case "how":
            found = _how_long(reader)
        case "where":
            found = _where(reader)
        case _:
            reader.at -= 1
            found = Whether(_friendly(reader))
    at_the_end(reader)
    return found


# --- the forms ---------------------------------------------------------------------------------


def _who(reader: Reader) -> Question:
    begin = reader.at
    if mind_verb(reader.words, reader.at) is None:
        if reader.words[reader.at] in _BE:
            reader.at += 1
            return Whether(_value_of(reader))
        raise Unreadable(_no_verb(reader, ("knows", "believes", "suspects", "is unaware of")))
    somebody = Name(READER, reader.span(begin, begin))
    return Who(_mind(reader, begin, (somebody,)))


def _what(reader: Reader) -> Question:
    word = reader.words[reader.at]
    if word in _BE and reader.words[reader.at + 1] in {"withheld", "kept"}:
        reader.at += 2
        return _withheld(reader)
    if word in _BE:
        reader.at += 1
        return Whether(_value_of(reader))
    if word not in _AUXILIARY:
        raise Unreadable(not_understood(reader))
    reader.at += 1
    chain: list[Name] = []
    while True:
        chain.append(_somebody(reader))
        verb = _matter(reader)
        if verb == "withhold":
            return _withheld(reader, (chain[-1],))
        if not reader.match(reader.at, PEOPLE).roles:
            return What(tuple(chain), verb)


def _withheld(reader: Reader, by: tuple[Name, ...] = ()) -> Withheld:
    if not reader.take("from"):
        raise Unreadable(not_understood(reader))
    frm = reader.names(PEOPLE, frozenset({"by"}))
    if not by and reader.take("by"):
        by = reader.names(PEOPLE)
    return Withheld(frm, by)


def _matter(reader: Reader) -> str:
    """Read what is asked of a mind: ``know``, ``gets wrong``, ``take for granted``."""
    for matter in MATTERS:
        plain = tuple(matter.split())
        third = (f"{plain[0]}s", *plain[1:])
        if reader.take_all(plain) or reader.take_all(third):
            return matter
    if reader.take("think") or reader.take("thinks"):
        return "believe"
    raise Unreadable(_no_verb(reader, MATTERS))


def _when(reader: Reader) -> Question:
    begin = reader.at
    word = reader.words[reader.at]
    if word in _AUXILIARY:
        reader.at += 1
        who = _people(reader)
        for phrase, verb in _LEARN.items():
            if reader.take_all(tuple(phrase.split())):
                reader.take("of")
                return When(_each(who, verb + "s", reader, begin))
        return When(_mind(reader, begin, who))
    if word in _BE and _is_question_word(reader):
        return When(_friendly(reader))
    return When(formula(reader))


def _why(reader: Reader) -> Question:
    if _is_question_word(reader):
        return Why(_friendly(reader))
    return Why(formula(reader))


def _how_long(reader: Reader) -> Question:
    if not reader.take("long") or reader.words[reader.at] not in {"was", "is", "has", "were"}:
        raise Unreadable(not_understood(reader))
    reader.at += 1
    stops, reader.stops = reader.stops, reader.stops | {"been", "kept", "withheld"}
    asked = formula(reader)
    reader.stops = stops
    reader.take("been")
    if not ((reader.take("kept") or reader.take("withheld")) and reader.take("from")):
        raise Unreadable(not_understood(reader))
    return HowLong(asked, reader.names(PEOPLE))


def _where(reader: Reader) -> Where:
    if reader.words[reader.at] not in _BE:
        raise Unreadable(not_understood(reader))
    reader.at += 1
    return Where(reader.name(PEOPLE | THING))


# --- formulas in a friendlier order --------------------------------------------------------------


def _is_question_word(reader: Reader) -> bool:
    """Tell whether *does*, *is*, *was* or *has* stands here, and no declared name."""
    word = reader.words[reader.at]
    known = word in _AUXILIARY | _BE | {"has", "have"} or word in _NEGATED
    return known and not reader.lexicon.match(reader.words, reader.at, FACT | PEOPLE).roles


def _somebody(reader: Reader) -> Name:
    """One person; whoever is not declared is named up to the next word that could be a verb."""
    begin = reader.at
    found = reader.match(begin, PEOPLE)
    if not found.roles:
        return reader.name(PEOPLE, _MIND_WORDS)
    reader.at = found.end
    return reader.made(begin)


def _people(reader: Reader) -> tuple[Name, ...]:
    """Persons apart by commas or *and*."""
    found = [_somebody(reader)]
    while reader.take(",") or reader.take("and"):
        reader.take("and")
        found.append(_somebody(reader))
    return tuple(found)


def _friendly(reader: Reader) -> Formula:
    """``does Kotetsu know F``, ``is Kotetsu unaware of F``, ``was A told F``, ``is F``."""
    begin = reader.at
    word = reader.words[begin]
    reader.at += 1
    if word in _AUXILIARY or word in _NEGATED:
        who = _people(reader)
        return _mind(reader, begin, who, negated=_NEGATED.get(word, False))
    if word in {"has", "have"}:
        who = _people(reader)
        return _spoken(reader, begin, who, SAID)
    somebody = reader.lexicon.match(reader.words, reader.at, PEOPLE)
    following = reader.words[somebody.end : somebody.end + 2]
    if somebody.roles and {"told", "unaware"} & set(following):
        who = _people(reader)
        return _spoken(reader, begin, who, word)
    other = reader.match(somebody.end, PEOPLE) if somebody.roles else somebody
    if other.roles and reader.words[other.end] == "":
        return _who_is_who(reader, begin, somebody.end)
    if reader.words[reader.at] == "it" and "common" in reader.words[reader.at :]:
        return _common(reader)
    return formula(reader)


def _who_is_who(reader: Reader, begin: int, end: int) -> Formula:
    """``is Cesario Viola``: the formula *Cesario is Viola*."""
    reader.at = end
    name = reader.made(begin + 1)
    other = reader.name(PEOPLE)
    span = reader.span(begin)
    return Atom(FactRef(name, (), name.span), "is", other, span)


def _common(reader: Reader) -> Formula:
    """``is it common knowledge among A, B that F``: the formula, its first two words turned."""
    at = reader.at
    reader.words[at - 1], reader.words[at] = reader.words[at], reader.words[at - 1]
    reader.at -= 1
    return formula(reader)


def _spoken(reader: Reader, begin: int, who: tuple[Name, ...], word: str) -> Formula:
    """What follows *was Ada*, *is Ada*, *has Ada*: ``told F``, ``unaware of F``, ``said F``."""
    negated = reader.take("not")
    if word == SAID and reader.take("said"):
        return _said(reader, begin, who, negated=negated)
    if reader.take("told"):
        content = _content(reader)
        span = reader.span(begin)
        return _all(tuple(Told(each, negated, content, span) for each in who))
    if reader.take_all(("unaware", "of")):
        content = _content(reader)
        return Mind(who, "is unaware of", negated, content, reader.span(begin))
    raise Unreadable(_no_verb(reader, ("told", "unaware of", "said")))


def _said(reader: Reader, begin: int, who: tuple[Name, ...], *, negated: bool) -> Formula:
    stops, reader.stops = reader.stops, reader.stops | {"to"}
    content = _content(reader)
    reader.stops = stops
    to = reader.name(PEOPLE) if reader.take("to") else None
    return _all(tuple(Said(each, negated, content, to, reader.span(begin)) for each in who))


def _mind(reader: Reader, begin: int, who: tuple[Name, ...], *, negated: bool = False) -> Formula:
    """Read what a mind is to something: ``[not] know F``; the reader stands at the verb."""
    negated = reader.take("not") or negated
    if reader.take("think") or reader.take("thinks"):
        return _each(who, "believes", reader, begin, negated=negated)
    form = mind_verb(reader.words, reader.at)
    if form is None:
        raise Unreadable(_no_verb(reader, ("know", "believe", "suspect", "wonder", "consider")))
    reader.at += len(form.words)
    negated = negated is not form.negated
    if form.verb == SAID:
        return _said(reader, begin, who, negated=negated)
    if form.verb == TOLD:
        content = _content(reader)
        return _all(tuple(Told(each, negated, content, reader.span(begin)) for each in who))
    return _each(who, form.verb, reader, begin, negated=negated)


def _each(
    who: tuple[Name, ...], verb: str, reader: Reader, begin: int, *, negated: bool = False
) -> Formula:
    content = _content(reader)
    return Mind(who, verb, negated, content, reader.span(begin))


def _content(reader: Reader) -> Formula:
    """The one fact or bracket a mind is about; *that* before it may be said."""
    if reader.words[reader.at] == "that" and not _declared(reader):
        reader.at += 1
    return operand(reader)


def _declared(reader: Reader) -> bool:
    return bool(reader.lexicon.match(reader.words, reader.at, FACT | PEOPLE).roles)


def _value_of(reader: Reader) -> Formula:
    """A fact whose value is asked for: ``hiding place``, as if it were ``hiding place = ?``."""
    begin = reader.at
    fact: FactRef = fact_reference(reader)
    span = reader.span(begin)
    return Atom(fact, "=", Hole(span), span)


def _all(parts: tuple[Told, ...] | tuple[Said, ...]) -> Formula:
    return parts[0] if len(parts) == 1 else Junction("and", parts, parts[0].span)


# --- findings ----------------------------------------------------------------------------------


def _no_verb(reader: Reader, verbs: tuple[str, ...]) -> Diagnostic:
    word = "" if reader.finished else reader.slice(reader.at, reader.at + 1)
    near = nearest(reader.words[reader.at], verbs)
    return errors.unknown_verb(word, reader.here(), verbs, near)


def not_understood(reader: Reader) -> Diagnostic:
    """Return the finding that no question looks like this."""
    near = nearest(reader.words[0], OPENINGS)
    if near == reader.words[0]:
        near = None
    span = reader.span(0, len(reader.words) - 2)
    return errors.unknown_question(reader.text.strip(), span, near)
