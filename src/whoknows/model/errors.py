"""Every finding about names, types and dates: one function each, whose docstring is its page.

The sentences are for novelists: what is wrong, in the words of the story, and what to write.
"""

from __future__ import annotations

from collections.abc import Sequence

from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.reading import flag
from whoknows.base.source import Span


def _error(
    code: str, message: str, span: Span | None, hint: str, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint, notes)


def _warning(
    code: str, message: str, span: Span | None, hint: str, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, hint, notes)


def listed(names: Sequence[str], last: str = "or", most: int = 8) -> str:
    """Return names as a phrase: ``Ada, Bruno or Cora``; a long list is cut short."""
    if len(names) > most:
        return f"{', '.join(names[:most])} …"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def _did_you_mean(near: Sequence[str], otherwise: str) -> str:
    return f"did you mean {listed(near)}?" if near else otherwise


# --- names that nobody has declared ------------------------------------------------------------


def unknown_character(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK101: somebody acts, listens or thinks who is not in the cast.

    Wrong: ``Kotesu asks Iruka: the affair?``. Right: ``Kotetsu asks Iruka: the affair?``.
    """
    hint = _did_you_mean(near, f"add {name} under cast")
    return _error("WK101", f"nobody in the cast is called {name}", span, hint)


def unknown_place(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK102: a scene stands, or somebody goes, where no place has been declared.

    Wrong: ``at the librery``. Right: ``at the library``, with *the library* under ``places``.
    """
    return _error(
        "WK102",
        f"no place is called {name}",
        span,
        _did_you_mean(near, f"add {name} under places"),
    )


def unknown_fact(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK103: a fact is spoken of that has not been declared.

    Wrong: ``Ada tells Bruno: the afair``. Right: ``Ada tells Bruno: the affair``.
    """
    hint = _did_you_mean(near, f"add {name} under facts")
    return _error("WK103", f"no fact is called {name}", span, hint)


def unknown_kind(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK104: a fact is about a kind of thing that does not exist.

    Wrong: ``trusts (who: charcter)``. Right: ``trusts (who: character)``.
    """
    hint = _did_you_mean(near, "kinds are character, place and those under things")
    return _error("WK104", f"there is no kind called {name}", span, hint)


def unknown_value(
    name: str, fact: str, span: Span, near: Sequence[str], values: Sequence[str]
) -> Diagnostic:
    """WK105: a fact is given a value it cannot have.

    Wrong: ``in (marble) = bascket``. Right: ``in (marble) = basket``.
    """
    hint = _did_you_mean(near, f"it can be {listed(values)}" if values else "it is a number")
    return _error("WK105", f"{fact} cannot be {name}", span, hint)


def unknown_thing(name: str, kind: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK106: in the brackets of a fact stands something of the wrong kind, or nothing known.

    Wrong: ``in (marbel) = box``. Right: ``in (marble) = box``.
    """
    hint = _did_you_mean(near, f"a {kind} is meant here")
    return _error("WK106", f"no {kind} is called {name}", span, hint)


def unknown_group(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK107: people are meant, but there is neither a group nor a character of this name.

    Wrong: ``nobody in freinds knows the affair``. Right: ``nobody in friends knows the affair``.
    """
    hint = _did_you_mean(near, f"add {name} under cast")
    return _error("WK107", f"no group or character is called {name}", span, hint)


def unknown_scene(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK108: a scene is referred to that is not in the file.

    Wrong: ``fair thief by The questons``. Right: ``fair thief by The questions``.
    """
    hint = _did_you_mean(near, "a scene is called what stands after the word scene")
    return _error("WK108", f"no scene is called {name}", span, hint)


# --- declarations ------------------------------------------------------------------------------


def declared_twice(name: str, span: Span, first: Span) -> Diagnostic:
    """WK110: one name is given to two things, so nobody could tell which is meant.

    Wrong: *Ada* under ``cast`` and again under ``places``. Right: another name for one of them.
    """
    notes = (Note(f"{name} stands here first", first),)
    hint = "give one of them another name"
    return _error("WK110", f"{name} is already the name of something", span, hint, notes)


def built_in(name: str, span: Span) -> Diagnostic:
    """WK111: a name is declared that the language has already: *reader*, *elsewhere*, *at*.

    Wrong: ``cast`` with *the reader*. Right: leave them out, they are always there.
    """
    message = f"{name} already means something in every story"
    return _error("WK111", message, span, "choose another name; what it means needs no entry")


def wrong_count(fact: str, wanted: Sequence[str], given: int, span: Span) -> Diagnostic:
    """WK112: a fact has more or fewer blanks than were filled in.

    Wrong: ``strain = 3``. Right: ``strain (Iruka) = 3``.
    """
    if not wanted:
        hint = f"leave the brackets out: {fact}"
        return _error("WK112", f"{fact} takes nothing in brackets", span, hint)
    pattern = f"{fact} ({', '.join(wanted)})"
    message = (
        f"{fact} needs {len(wanted)} in its brackets, here {'is' if given == 1 else 'are'} {given}"
    )
    return _error("WK112", message, span, f"write {pattern}")


def say_which(fact: str, values: Sequence[str], span: Span) -> Diagnostic:
    """WK113: a fact that has a value is used as if it were true or false.

    Wrong: ``Ada tells Bruno: hiding place``. Right: ``Ada tells Bruno: hiding place = the panel``.
    """
    message = f"{fact} is not true or false, it has a value"
    value = values[0] if values else "3"
    return _error("WK113", message, span, f"say which, for example {fact} = {value}")


def not_a_number(fact: str, span: Span) -> Diagnostic:
    """WK114: more, less or ``+=`` is said of a fact that is no number.

    Wrong: ``thief >= Ada``. Right: ``strain (Iruka) >= 3``.
    """
    hint = f"use = or is not, or declare it as {fact} = number"
    return _error("WK114", f"{fact} is not a number", span, hint)


def wants_number(fact: str, name: str, span: Span) -> Diagnostic:
    """WK115: a number is wanted and something else stands there.

    Wrong: ``strain (Iruka) = high``. Right: ``strain (Iruka) = 3``.
    """
    return _error("WK115", f"{fact} is a number, and {name} is none", span, "write a whole number")


def too_many_characters(count: int, limit: int, span: Span | None) -> Diagnostic:
    """WK116: the cast is larger than the limit, and the story is not read further."""
    message = f"there are {count:,} characters, more than the {limit:,} allowed"
    return _error("WK116", message, span, f"if that is meant, raise {flag('cast')}")


def too_many_fluents(fact: str, count: int, limit: int, span: Span) -> Diagnostic:
    """WK117: a fact, with every blank filled in every way, makes too many facts.

    Wrong: ``trusts (a: character, b: character, c: character)`` with a hundred characters.
    """
    message = (
        f"{fact}, with its blanks filled in, takes the story to {count:,} facts ({limit:,} allowed)"
    )
    return _error("WK117", message, span, f"use fewer blanks, or raise {flag('fluents')}")


def too_many_instances(what: str, count: int, limit: int, span: Span) -> Diagnostic:
    """WK118: a rule or a ``seen by`` applies to so many cases that it is left out.

    Wrong: a rule over *someone*, *another* and *somebody* in a cast of a thousand.
    """
    message = f"{what} would apply in {count:,} cases ({limit:,} allowed)"
    return _error(
        "WK118", message, span, f"use fewer words like someone, or raise {flag('fluents')}"
    )


def nothing_of_kind(kind: str, span: Span) -> Diagnostic:
    """WK119: a fact is about a kind of which there is nothing.

    Wrong: ``in (thing) = container`` with no container declared.
    """
    hint = f"declare at least one {kind}"
    return _error("WK119", f"there is nothing of the kind {kind}", span, hint)


def unknown_placeholder(name: str, allowed: Sequence[str], span: Span) -> Diagnostic:
    """WK120: a sentence has a blank that the fact does not fill.

    Wrong: ``strain (who: character) = number: {whom} feels it``. Right: ``{who} feels {value}``.
    """
    blanks = listed([f"{{{each}}}" for each in allowed])
    hint = f"it can have {blanks}" if allowed else "write the sentence without braces"
    return _error("WK120", f"nothing fills {{{name}}} in this sentence", span, hint)


def one_value(fact: str, value: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK121: a fact is given just one value, which is no kind either.

    Wrong: ``hue = gren``. Right: ``hue = green, blue``, or ``hue = colour``, a kind of thing.
    """
    hint = _did_you_mean(near, "list at least two values, or name a kind, or write number")
    return _error("WK121", f"{fact} has only one value, {value}", span, hint)


def value_twice(value: str, span: Span) -> Diagnostic:
    """WK122: a value is listed twice; the second is left out."""
    return _warning("WK122", f"{value} is listed twice", span, "leave the second one out")


def parameter_twice(fact: str, name: str, span: Span) -> Diagnostic:
    """WK123: two blanks of one fact have one name.

    Wrong: ``trusts (character, character)``. Right: ``trusts (who: character, whom: character)``.
    """
    message = f"two blanks of {fact} are called {name}"
    return _error("WK123", message, span, f"name them, as in (one: {name}, other: {name})")


def unknown_pronoun(name: str, span: Span) -> Diagnostic:
    """WK124: a pronoun other than he, she, they or it; *they* is used.

    Wrong: ``Ada (hers)``. Right: ``Ada (she)``.
    """
    return _warning("WK124", f"{name} is not read as a pronoun", span, "write he, she, they or it")


def named_twice(name: str, span: Span) -> Diagnostic:
    """WK125: somebody is named twice in one list.

    Wrong: ``with Ada, Bruno, Ada``. Right: ``with Ada, Bruno``.
    """
    return _warning("WK125", f"{name} is named twice here", span, "leave the second one out")


def one_person(name: str, span: Span) -> Diagnostic:
    """WK126: a group stands where one character is needed.

    Wrong: ``through friends``. Right: ``through Kotetsu``.
    """
    return _error("WK126", f"{name} is a group, and one person is needed here", span, "name one")


def title_twice(title: str, span: Span, first: Span) -> Diagnostic:
    """WK127: two scenes have one title, so *by* and *since* take the first of them."""
    notes = (Note("the first one", first),)
    hint = "give it another title, so that both can be named"
    return _warning("WK127", f"two scenes are called {title}", span, hint, notes)


def hidden_and_present(name: str, span: Span) -> Diagnostic:
    """WK128: somebody stands both after ``with`` and after ``hidden``; they are taken as hidden."""
    return _warning("WK128", f"{name} is both there and hidden", span, "name them only once")


def outside_scenes(span: Span) -> Diagnostic:
    """WK129: something happens, or is expected, in no scene."""
    return _error("WK129", "this stands in no scene", span, "move it below a scene's title")


# --- starts, secrets, at first -----------------------------------------------------------------


def start_elsewhere(fact: str, span: Span) -> Diagnostic:
    """WK130: ``starts`` under one fact speaks of another.

    Wrong: ``starts the bar is open`` under *the affair*. Right: ``starts yes``.
    """
    return _error(
        "WK130", f"this does not say how {fact} starts", span, "say it under its own fact"
    )


def cannot_start(span: Span) -> Diagnostic:
    """WK131: what a story starts with must be plain facts.

    Wrong: ``starts Ada knows the affair``. Right: put minds under ``at first``.
    """
    hint = "write a value, or a fact with its value; minds belong under at first"
    return _error("WK131", "a fact cannot start like this", span, hint)


def assumes_value(fact: str, span: Span, values: Sequence[str]) -> Diagnostic:
    """WK132: those a secret is kept from assume *not* or *so* of a fact that has a value.

    Wrong: ``hiding place: kept by Irene, who assume not``. Right: ``who assume the bank``.
    """
    value = values[0] if values else "0"
    hint = f"say what they assume, for example who assume {value}"
    return _error("WK132", f"{fact} is not true or false, it has a value", span, hint)


def kept_from_nobody(fact: str, span: Span) -> Diagnostic:
    """WK133: a secret is kept from nobody but its keepers."""
    hint = "leave out from …, or name somebody else after it"
    return _warning("WK133", f"{fact} is kept from nobody", span, hint)


def not_so_at_start(fact: str, span: Span) -> Diagnostic:
    """WK134: somebody is said to know, at first, what is not so at first.

    Wrong: ``Ada knows the affair`` while *the affair* starts as no. Right: *believes*.
    """
    message = f"this cannot be known at first: {fact} does not start like that"
    hint = "add starts … to the fact, or write believes"
    return _error("WK134", message, span, hint)


def cannot_open(span: Span) -> Diagnostic:
    """WK135: ``at first`` has something that no mind can simply start with.

    Wrong: ``Ada believes (the affair or love)``. Right: ``Ada wonders the affair``.
    """
    hint = "write X believes, knows, suspects, wonders or is unaware of, and one fact"
    return _error("WK135", "a story cannot open with this", span, hint)


# --- formulas ----------------------------------------------------------------------------------


def reader_in_mind(span: Span) -> Diagnostic:
    """WK140: somebody in the story has a thought about the reader.

    Wrong: ``Ada believes the reader knows thief``. Right: ``the reader knows thief``.
    """
    message = "nobody in the story reckons with the reader"
    return _error("WK140", message, span, "begin with the reader, as in the reader knows …")


def reader_acts(span: Span) -> Diagnostic:
    """WK141: the reader is made to do something, or to be somewhere.

    Wrong: ``Ada tells the reader: the affair``. Right: ``through Ada``, or ``(off the page)``.
    """
    hint = "what the reader gets is decided by through and (off the page)"
    return _error("WK141", "the reader takes no part in the story", span, hint)


def hole_misplaced(span: Span) -> Diagnostic:
    """WK142: ``?`` stands where it cannot ask for a value.

    Wrong: ``expect thief = ?``. Right: in a question, *Ada believes thief = ?*.
    """
    hint = "? asks for one value, at the end of a question: Ada believes thief = ?"
    return _error("WK142", "? cannot stand here", span, hint)


def no_such_comparison(left: str, right: str, span: Span) -> Diagnostic:
    """WK143: two facts are compared that have no value in common.

    Wrong: ``thief = in (marble)``. Right: ``thief = Ada``.
    """
    message = f"{left} and {right} can never be the same"
    return _error("WK143", message, span, "compare facts that have values of one kind")


def cannot_be_said(why: str, hint: str, span: Span) -> Diagnostic:
    """WK144: words, thoughts, needs and conclusions must say something definite.

    Wrong: ``Ada tells Bruno: the affair or love``, ``Ada tells Bruno: Cora is unaware of love``.
    Right: ``Ada tells Bruno: Cora knows thief``, ``Ada tells Bruno: Cora does not know love``.
    """
    return _error("WK144", why, span, hint)


def too_deep(limit: int, span: Span) -> Diagnostic:
    """WK145: brackets and minds are nested deeper than the limit."""
    message = f"this is nested more than {limit} deep"
    return _error("WK145", message, span, f"if that is meant, raise {flag('formula_depth')}")


def not_a_mind(verb: str, fact: str, span: Span) -> Diagnostic:
    """WK146: a question of which value is put to a verb that needs a whole statement.

    Wrong: ``Ada believes hiding place``. Right: ``Ada knows hiding place``, or say which value.
    """
    message = f"{verb} needs more than {fact}, which has a value"
    return _error("WK146", message, span, f"say which, as in {fact} = …, or write knows {fact}")


def persons_compared(name: str, span: Span) -> Diagnostic:
    """WK147: a person or thing stands where a fact is needed.

    Wrong: ``Ada tells Bruno: Cora``. Right: ``Ada tells Bruno: thief = Cora``.
    """
    hint = "write a fact, such as thief = Cora; only a disguise can turn out to be somebody"
    return _error("WK147", f"{name} is no fact", span, hint)


# --- rules -------------------------------------------------------------------------------------


def variable_of_two_kinds(word: str, one: str, other: str, span: Span) -> Diagnostic:
    """WK150: a word like *someone* stands for things of two kinds in one rule.

    Wrong: ``in sight (someone) and in (someone) = box``. Right: a word for each.
    """
    message = f"{word} is a {one} in one place of this and a {other} in another"
    return _error("WK150", message, span, "use two words, such as someone and something")


def variable_only_concluded(word: str, span: Span) -> Diagnostic:
    """WK151: a conclusion is about *someone* of whom the rule has not spoken.

    Wrong: ``whoever believes over infers in sight (someone)``.
    """
    message = f"nothing before infers says who or what {word} is"
    return _error("WK151", message, span, f"speak of {word} before infers too")


def variable_without_range(word: str, span: Span) -> Diagnostic:
    """WK152: a word like *someone* stands where it can range over nothing, such as a number.

    Wrong: ``whoever believes strain (someone) = something infers over``.
    """
    return _error("WK152", f"{word} cannot stand here", span, "write a value or a number")


# --- what happens ------------------------------------------------------------------------------


def no_effect(span: Span) -> Diagnostic:
    """WK160: what stands after ``=>`` changes nothing in the world.

    Wrong: ``=> Ada knows the affair``. Right: a statement, ``Ada learned: the affair (somehow)``.
    """
    hint = "write a fact, not a fact, a fact with its value, or += and a number"
    return _error("WK160", "this is not a change", span, hint)


def indefinite_effect(fact: str, span: Span) -> Diagnostic:
    """WK161: a change that does not say what becomes so.

    Wrong: ``=> thief is not Ada``. Right: ``=> thief = Bruno``.
    """
    hint = f"write {fact} = and one value"
    return _error("WK161", f"this does not say what {fact} becomes", span, hint)


def bracket_misplaced(kind: str, line: str, span: Span) -> Diagnostic:
    """WK162: a closing bracket that makes no sense on this line.

    Wrong: ``Ada infers: the affair (stopped by Cora)``. Right: leave it out.
    """
    message = f"({kind}) makes no sense on {line}"
    return _error("WK162", message, span, "leave it out, or move it to the line it is about")


def unnoticed_by_whom(span: Span) -> Diagnostic:
    """WK163: ``(unnoticed)`` alone is for those who come and go.

    Wrong: ``- Ada takes the letter (unnoticed)``. Right: ``(only Ada)``, or ``(unnoticed: Bruno)``.
    """
    hint = "write (only …) with who sees it, or (unnoticed: …) with who watches in secret"
    return _error("WK163", "this does not say who is unnoticed", span, hint)


def nobody_addressed(verb: str, span: Span) -> Diagnostic:
    """WK164: a statement lacks the other person.

    Wrong: ``Ada withholds the affair``. Right: ``Ada withholds the affair from Bruno``.
    """
    return _error("WK164", f"it is not said to whom this {verb}", span, "name who it is about")


def nothing_said(span: Span) -> Diagnostic:
    """WK165: a statement lacks what is said, thought or seen.

    Wrong: ``Ada tells Bruno``. Right: ``Ada tells Bruno: the affair``.
    """
    return _error("WK165", "it is not said what", span, "add a colon and a fact")


def one_at_a_time(span: Span) -> Diagnostic:
    """WK166: a question of which value stands in a list.

    Wrong: ``Ada asks Bruno: hiding place, thief?``. Right: two lines.
    """
    message = "a question of which cannot stand in a list"
    return _error("WK166", message, span, "write one line for each")


def left_twice(name: str, span: Span, first: Span) -> Diagnostic:
    """WK168: somebody leaves a scene they have left already; the second time is left out.

    Wrong: ``Ada leaves`` twice. Right: ``Ada enters`` between the two.
    """
    message = f"{name} has left already"
    notes = (Note(f"{name} left here", first),)
    return _error("WK168", message, span, f"leave this out, or let {name} enter before it", notes)


def nobody_can_die(span: Span) -> Diagnostic:
    """WK169: somebody dies in a line added to a story in which nobody could until then.

    Wrong: adding ``Ada dies`` to a story without any death. Right: write it into the file.
    """
    hint = "write this line into the file and load it again"
    return _error("WK169", "until here nobody in this story could die", span, hint)


# --- documents, groups, disguises --------------------------------------------------------------


def unknown_document(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK180: a letter is written, read or shown that has not been declared.

    Wrong: ``Ada reads the lettre``. Right: ``Ada reads the letter``.
    """
    hint = _did_you_mean(near, f"under things, write document: {name}")
    return _error("WK180", f"no document is called {name}", span, hint)


def not_a_document(name: str, span: Span) -> Diagnostic:
    """WK181: something is written or read in which nothing can be written.

    Wrong: ``Ada reads the marble``. Right: ``Ada reads the letter``, with ``document: the letter``
    under ``things``.
    """
    hint = f"what can be read stands under things as a document, as in document: {name}"
    return _error("WK181", f"{name} is no document", span, hint)


def read_too_early(name: str, span: Span, written: Span | None) -> Diagnostic:
    """WK182: a letter is read before anything is written in it, in the order of the story.

    Wrong: ``Ada reads the letter`` in a scene before ``Bruno writes the letter: love``.
    """
    if written is None:
        message = f"nothing is ever written in {name}, so there is nothing to read"
        hint = f"let somebody write it first, as in Irene writes {name}: …"
        return _error("WK182", message, span, hint)
    message = f"{name} is read before anything is written in it"
    hint = "let it be written in an earlier scene, or date the scenes so that it is"
    return _error("WK182", message, span, hint, (Note("it is first written here", written),))


def not_a_group(name: str, span: Span, near: Sequence[str]) -> Diagnostic:
    """WK183: somebody joins or quits what is no group.

    Wrong: ``Ada joins freinds``. Right: ``Ada joins friends``, with ``friends = …`` under ``cast``.
    """
    hint = _did_you_mean(near, f"under cast, write {name} = and who is in it at the start")
    return _error("WK183", f"no group is called {name}", span, hint)


def persona_of_itself(name: str, span: Span) -> Diagnostic:
    """WK184: somebody is said to be themselves in disguise.

    Wrong: ``Viola is Viola in disguise``. Right: ``Cesario is Viola in disguise``.
    """
    message = f"{name} cannot be {name} in disguise"
    return _error("WK184", message, span, "give the disguise a name of its own")


def persona_of_persona(name: str, other: str, span: Span, first: Span) -> Diagnostic:
    """WK185: a disguise is worn by what is itself a disguise.

    Wrong: ``the page is Cesario in disguise`` where ``Cesario is Viola in disguise``. Right:
    ``the page is Viola in disguise``.
    """
    message = f"{name} is worn by {other}, who is a disguise too"
    notes = (Note(f"{other} is a disguise here", first),)
    return _error("WK185", message, span, "name the person who really wears it", notes)


def persona_cycle(names: Sequence[str], span: Span) -> Diagnostic:
    """WK186: disguises are worn only by each other, and by nobody.

    Wrong: ``Cesario is Ganymede in disguise`` and ``Ganymede is Cesario in disguise``.
    """
    message = f"{listed(names, 'and')} are only each other in disguise, and nobody wears them"
    return _error("WK186", message, span, "say of each who really wears it")


def persona_in_cast(name: str, span: Span, first: Span) -> Diagnostic:
    """WK187: a disguise also has an entry of its own in the cast, as if it were a person.

    Wrong: ``Cesario (he)`` under ``cast``, and ``Cesario is Viola in disguise``. Right: only the
    second, ``Cesario (he) is Viola in disguise``.
    """
    notes = (Note(f"{name} is in the cast here", first),)
    hint = "leave the entry in the cast out; pronoun and description can stand in this line"
    return _error("WK187", f"{name} is both a person and a disguise", span, hint, notes)


def persona_in_group(name: str, wearer: str, span: Span) -> Diagnostic:
    """WK188: a disguise is listed in a group; groups are of people.

    Wrong: ``household = Cesario``. Right: ``household = Viola``.
    """
    message = f"{name} is a disguise, and groups are of people"
    return _error("WK188", message, span, f"name {wearer}, who wears it, or leave {name} out")


def persona_late(name: str, span: Span) -> Diagnostic:
    """WK189: a new disguise in a line added to a story that is already running.

    Wrong: adding ``Cesario is Viola in disguise``. Right: write it into the file.
    """
    hint = "write this line into the file and load it again"
    return _error("WK189", f"{name} is new here, and nobody can put it on any more", span, hint)


def taken_for_whom(name: str, other: str, span: Span) -> Diagnostic:
    """WK190: somebody is taken for somebody else, and neither of them is a disguise.

    Wrong: ``Ada takes Bruno for Cora``. Right: ``Ada takes the visitor for Cora``, with
    ``the visitor is Bruno in disguise``.
    """
    message = f"neither {name} nor {other} is a disguise, so nobody can take one for the other"
    hint = f"declare one, such as the stranger is {name} in disguise, and name the stranger here"
    return _error("WK190", message, span, hint)


def taken_for_itself(name: str, span: Span) -> Diagnostic:
    """WK191: somebody is taken for themselves.

    Wrong: ``Ada takes Cesario for Cesario``. Right: ``Ada takes Cesario for Sebastian``.
    """
    return _error("WK191", f"{name} is {name}", span, "name somebody else after for")


def dead_taken(name: str, span: Span, death: Span) -> Diagnostic:
    """WK192: somebody dies, and *dead* is declared as something else than who is dead.

    Wrong: ``dead = Ada, Bruno`` and ``Ada dies``. Right: ``dead (who: character)``, or leave the
    fact out: where somebody dies, it is there.
    """
    notes = (Note("somebody dies here", death),)
    hint = f"leave it out, or write {name} (who: character): {{who}} is dead"
    return _error("WK192", f"{name} does not say who is dead", span, hint, notes)


# --- several files -----------------------------------------------------------------------------


def include_cycle(paths: Sequence[str], span: Span) -> Diagnostic:
    """WK195: files include each other in a circle; this line is left out.

    Wrong: ``include two.story`` in *one.story*, and ``include one.story`` in *two.story*.
    ``paths`` are the files of the circle, from this line's own on.
    """
    if len(paths) < 2:
        return _error("WK195", "this file includes itself", span, "leave this line out")
    message = f"these files include each other: {listed(paths, 'and')}"
    return _error("WK195", message, span, "leave out one of their include lines")


def include_missing(path: str, span: Span) -> Diagnostic:
    """WK196: an included file is not there, or cannot be read as a story.

    Wrong: ``include frist.story``. Right: ``include first.story``.
    """
    hint = "check the name; it is looked for from the folder of this file"
    return _error("WK196", f"{path} cannot be read", span, hint)


def include_twice(path: str, span: Span, first: Span) -> Diagnostic:
    """WK197: a file includes another one twice; the second time changes nothing."""
    notes = (Note("it is included here already", first),)
    return _warning("WK197", f"{path} is included twice", span, "leave one of the two out", notes)


# --- dates -------------------------------------------------------------------------------------


def unreadable_date(text: str, span: Span) -> Diagnostic:
    """WK170: a ``when`` that is not understood.

    Wrong: ``when teatime-ish``. Right: ``when 3 May 2010, 16:00``, ``when the next day``.
    """
    hint = "write, for example, 3 May 2010, 21:00; the next day; 2 weeks later"
    return _error("WK170", f"when is {text}?", span, hint)


def no_such_date(text: str, span: Span) -> Diagnostic:
    """WK171: a day or an hour that no calendar or clock has.

    Wrong: ``when 31 June 2010``. Right: ``when 30 June 2010``.
    """
    hint = "check the day, the month and the hour"
    return _error("WK171", f"there is no such time as {text}", span, hint)


def backwards(text: str, span: Span) -> Diagnostic:
    """WK172: *from … to …* ends before it begins.

    Wrong: ``when every year from 2014 to 2011``. Right: ``when every year from 2011 to 2014``.
    """
    return _error("WK172", f"{text} ends before it begins", span, "swap the two dates")


def too_often(count: int, limit: int, span: Span) -> Diagnostic:
    """WK173: a recurring scene happens so often that it is taken to happen once.

    Wrong: ``when every day from 1900 to 2000``.
    """
    message = f"this scene would happen {count:,} times ({limit:,} allowed)"
    return _error("WK173", message, span, "let it recur less often, or for a shorter time")


def dated_by_itself(text: str, span: Span) -> Diagnostic:
    """WK178: a scene is dated by itself, so it would stand before or after its own start.

    Wrong: ``when 3 days before Two`` in the scene *Two*. Right: name another scene.
    """
    message = f"{text} is this scene itself"
    return _error("WK178", message, span, "name another scene, or write a date")


def circular_dates(span: Span) -> Diagnostic:
    """WK174: scenes are dated by each other in a circle, so none of them has a date.

    Wrong: *A* is ``3 days before B`` and *B* is ``the day after A``'s successor. Right: date one.
    """
    hint = "give one of them a date of its own"
    return _error("WK174", "these scenes are dated only by each other", span, hint)


def earlier_by_the_clock(text: str, span: Span) -> Diagnostic:
    """WK175: an hour alone means the same day, and lies before the scene before.

    Perhaps wrong: ``when 02:00`` after a scene at 21:00. Right: ``when the next day, 02:00``.
    """
    message = f"{text} on the same day is before the scene before"
    return _warning(
        "WK175", message, span, "if it is the day after, write the next day, and the hour"
    )


def no_year(text: str, span: Span) -> Diagnostic:
    """WK176: a date without its year, where no scene before has one.

    Wrong: ``when 3 May`` in the first scene. Right: ``when 3 May 2010``.
    """
    return _error("WK176", f"{text} of which year?", span, "add the year")


def only_counted(text: str, span: Span) -> Diagnostic:
    """WK177: a day or year is counted in a story that has a calendar.

    Wrong: ``when day 3`` after ``when 3 May 2010``. Right: ``when 2 days later``.
    """
    message = f"{text} is a count, and the scene before has a date"
    return _error("WK177", message, span, "write a date, or how much later it is")
