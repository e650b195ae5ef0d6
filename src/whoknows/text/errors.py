"""Every finding about the text of a story, one function each; the docstring says what it means.

The sentences are for writers: plain, short, in the words of the language, always with a hint that
says what to write instead. Codes WK020 to WK099; no code is used twice or ever given up to another.
"""

from collections.abc import Iterable

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.reading import flag
from whoknows.base.source import Span


def _error(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint)


def _warning(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, hint)


def _short(text: str) -> str:
    """What was written, cut to what can be read in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "…"


def _meant(near: str | None, otherwise: str) -> str:
    return f"did you mean `{near}`?" if near else otherwise


# --- blocks and lines --------------------------------------------------------------------------


def unknown_block(word: str, near: str | None, blocks: Iterable[str], span: Span) -> Diagnostic:
    """A line at the left edge starts with no word that opens a part of a story."""
    message = f"`{_short(word)}` opens no part of a story"
    hint = _meant(near, "a line at the left edge starts with " + ", ".join(blocks))
    return _error("WK020", message, span, hint)


def not_indented(block: str, span: Span) -> Diagnostic:
    """A line that belongs to a block stands at the left edge."""
    hint = f"if this belongs to `{block}`, put two spaces in front of it"
    return _error("WK021", "this line stands at the left edge", span, hint)


def misaligned(span: Span) -> Diagnostic:
    """A line is indented further, or less far, than the lines it stands among."""
    hint = "put as many spaces in front of it as the lines above have"
    return _error("WK022", "this line does not line up with the lines around it", span, hint)


def under_nothing(span: Span) -> Diagnostic:
    """An indented line stands under a line that takes nothing under it."""
    return _error("WK023", "nothing can stand under that line", span, "move it to its own block")


def unknown_version(span: Span) -> Diagnostic:
    """The version line names a version of the language that this program does not read."""
    return _error(
        "WK024",
        "this version of the language is not known here",
        span,
        "write `whoknows 1`, or leave the line out",
    )


def version_not_first(span: Span) -> Diagnostic:
    """The version line stands somewhere else than at the very top."""
    return _error(
        "WK025",
        "the version belongs at the top of the file",
        span,
        "move `whoknows 1` to the first line",
    )


def for_plans(word: str, span: Span) -> Diagnostic:
    """A part of the file is for plans, which are not made from stories yet."""
    return _warning(
        "WK026",
        f"`{word}` is for plans, and changes nothing in the story as it is told",
        span,
        "leave it standing if you like; everything else is read as if it were not there",
    )


def after_block(block: str, span: Span) -> Diagnostic:
    """Something stands on the same line behind a word that opens a list."""
    return _error(
        "WK027",
        f"`{block}` stands alone on its line",
        span,
        "move what follows it to lines of its own, two spaces in",
    )


def line_too_long(longest: int, span: Span) -> Diagnostic:
    """A line has more characters than are read."""
    return _error(
        "WK028",
        f"this line has more than {longest:,} characters",
        span,
        f"break it into several lines, or raise {flag('line_length')}",
    )


def second_title(span: Span) -> Diagnostic:
    """The story is given a title for the second time."""
    return _error("WK029", "the story has a title already", span, "leave one of the two out")


# --- names and entries -------------------------------------------------------------------------


def name_missing(span: Span) -> Diagnostic:
    """A name should stand here."""
    return _error(
        "WK030", "a name is missing here", span, "write the name of somebody or something"
    )


def entry_shape(example: str, span: Span) -> Diagnostic:
    """An entry of a list is not written as such entries are."""
    return _error("WK031", "this entry cannot be read", span, f"write it like this: `{example}`")


def unclosed_bracket(span: Span) -> Diagnostic:
    """A bracket is opened and not closed on the same line."""
    return _error("WK032", "this bracket is never closed", span, "put a `)` where it ends")


def unclosed_quote(span: Span) -> Diagnostic:
    """A quotation mark is opened and not closed on the same line."""
    return _error(
        "WK033",
        "this quotation mark has no partner",
        span,
        'put a `"` on both sides of the name, or none',
    )


def unknown_option(near: str | None, options: Iterable[str], span: Span) -> Diagnostic:
    """A line under a fact is none of those that can stand there."""
    hint = _meant(near, "under a fact stands " + ", ".join(f"`{each}`" for each in options))
    return _error("WK034", "this says nothing about the fact above it", span, hint)


def option_twice(what: str, span: Span) -> Diagnostic:
    """Under a fact, something that can be said once is said again."""
    return _error("WK035", f"{what} has been said already", span, "leave one of the two out")


def secret_shape(span: Span) -> Diagnostic:
    """An entry of ``secrets`` is not written as secrets are."""
    return _error(
        "WK036",
        "this secret cannot be read",
        span,
        "write it like this: `the affair: kept by Ada, Bruno from everyone`; "
        "at the end may stand `, who assume not` or `, who wonder`",
    )


def rule_shape(span: Span) -> Diagnostic:
    """An entry of ``rules`` is not written as rules are."""
    return _error(
        "WK037",
        "this rule cannot be read",
        span,
        "write it like this: `alibis: whoever believes F infers G`",
    )


def rule_brackets(span: Span) -> Diagnostic:
    """What a rule starts from is several facts without brackets around them."""
    return _error(
        "WK038",
        "what is believed here needs brackets",
        span,
        "write it like this: `whoever believes (F and G) infers H`",
    )


def at_first_shape(span: Span) -> Diagnostic:
    """An entry of ``at first`` does not say what somebody believes or knows."""
    return _error(
        "WK039",
        "this does not say what somebody believes or knows at first",
        span,
        "write it like this: `Ada believes the affair`; what is so at first "
        "stands under the fact: `starts yes`",
    )


# --- scenes ------------------------------------------------------------------------------------


def header_twice(word: str, span: Span) -> Diagnostic:
    """A line of a scene's header is there twice."""
    return _error(
        "WK040",
        f"this scene has its `{word}` already",
        span,
        "put both into one line, or leave one out",
    )


def header_late(word: str, span: Span) -> Diagnostic:
    """A line of a scene's header stands below what happens."""
    return _error(
        "WK041",
        f"`{word}` belongs at the top of the scene",
        span,
        "move it up, above the first thing that happens",
    )


def one_point_of_view(span: Span) -> Diagnostic:
    """A scene is told through more than one character."""
    return _error(
        "WK042",
        "a scene is told through one character",
        span,
        "choose one, or make two scenes of it",
    )


def mistyped_word(written: str, near: str, span: Span) -> Diagnostic:
    """A line starts with what is nearly one of the words of a scene."""
    return _error(
        "WK043", f"`{_short(written)}` is not known here", span, f"did you mean `{near}`?"
    )


def untitled_scene(span: Span) -> Diagnostic:
    """A scene has no title."""
    return _error("WK044", "this scene has no title", span, "write one behind `scene`")


def needs_alone(span: Span) -> Diagnostic:
    """``needs`` does not stand under a narration line."""
    return _error(
        "WK045",
        "`needs` belongs to something that happens",
        span,
        "indent it under a line that starts with `-`",
    )


def not_under_narration(span: Span) -> Diagnostic:
    """A line under a narration is something else than ``needs``."""
    return _error(
        "WK046",
        "only `needs` can stand under a line that starts with `-`",
        span,
        "if it happens by itself, move it to the left",
    )


def scene_indented(span: Span) -> Diagnostic:
    """A line that opens a block is indented."""
    return _error(
        "WK047", "this opens a part of the story, but is indented", span, "move it to the left edge"
    )


# --- formulas ----------------------------------------------------------------------------------


def fact_missing(span: Span) -> Diagnostic:
    """A fact, or what somebody believes, should stand here."""
    return _error(
        "WK050",
        "a fact is missing here",
        span,
        "write a fact, or somebody and what they know or believe",
    )


def verb_missing(name: str, span: Span) -> Diagnostic:
    """Somebody is named, and nothing is said of them."""
    return _error(
        "WK051",
        f"what about {_short(name)}?",
        span,
        f"go on, for example with `{_short(name)} believes …`",
    )


def unknown_mind_verb(name: str, word: str, near: str | None, span: Span) -> Diagnostic:
    """After somebody's name stands no word for what a mind can be to a fact."""
    hint = _meant(
        near,
        f"after `{_short(name)}` can stand knows, knows whether, believes, suspects, "
        "considers, wonders, is unaware of, was told, has said",
    )
    return _error("WK052", f"`{_short(word)}` says nothing about a mind", span, hint)


def after_mind(word: str, first: str, second: str, span: Span) -> Diagnostic:
    """``and`` or ``or`` follows what somebody knows, and may or may not belong to it."""
    return _error(
        "WK053",
        f"this can be read in two ways: does the `{word}` belong to what they have in mind?",
        span,
        f"write `{first}` or `{second}`",
    )


def mixed(first: str, second: str, span: Span) -> Diagnostic:
    """``and``, ``or`` and ``implies`` are mixed without brackets."""
    return _error("WK054", "this can be read in two ways", span, f"write `{first}` or `{second}`")


def two_readings(first: str, second: str, span: Span) -> Diagnostic:
    """The words can be taken for one name or for another, and both make sense."""
    return _error("WK055", "this can be read in two ways", span, f"write `{first}` or `{second}`")


def too_deep(limit: int, highest: int, span: Span) -> Diagnostic:
    """Brackets and minds are nested deeper than the limit."""
    hint = "say it in several lines"
    if limit < highest:
        hint += f", or raise {flag('formula_depth')} (up to {highest})"
    return _error("WK056", f"more than {limit} brackets and minds inside one another", span, hint)


def value_missing(span: Span) -> Diagnostic:
    """Behind ``=`` or ``is`` nothing stands."""
    return _error(
        "WK057",
        "a value is missing here",
        span,
        "write what the fact is to be, or `?` to ask for it",
    )


def number_missing(sign: str, span: Span) -> Diagnostic:
    """Behind ``+=`` or ``-=`` no whole number stands."""
    return _error("WK058", f"behind `{sign}` a number is missing", span, f"write `{sign} 1`")


def left_over(text: str, span: Span) -> Diagnostic:
    """The line could be read up to here, and then goes on."""
    return _error(
        "WK059",
        f"`{_short(text)}` does not belong here",
        span,
        "leave it out; several facts stand apart by commas",
    )


def crowd_without_mind(crowd: str, span: Span) -> Diagnostic:
    """After everyone, somebody or nobody, nothing is said about their minds."""
    return _error(
        "WK060",
        f"what do they know or believe: `{_short(crowd)}`?",
        span,
        "go on with knows, believes, suspects, considers, wonders or is unaware of",
    )


def number_too_long(span: Span) -> Diagnostic:
    """A number has more digits than are read."""
    return _error("WK061", "this number is too long", span, "write one of at most 15 digits")


def common_shape(span: Span) -> Diagnostic:
    """Common knowledge is not written as it is."""
    return _error(
        "WK062",
        "this common knowledge cannot be read",
        span,
        "write it like this: `it is common knowledge among Ada, Bruno that F`",
    )


def no_brackets_here(span: Span) -> Diagnostic:
    """A bracket stands where none can."""
    return _error(
        "WK063",
        "no bracket can stand here",
        span,
        "leave it out; only a fact that asks for it takes one",
    )


# --- statements --------------------------------------------------------------------------------


def unknown_verb(
    word: str, near: str | None, text: str, verbs: Iterable[str], span: Span
) -> Diagnostic:
    """Somebody does something the language has no word for."""
    listed = ", ".join(verbs)
    otherwise = f"to tell it, start with a dash: `- {_short(text)}`; else somebody {listed}"
    message = f"`{_short(word)}` is not something that can be done here"
    return _error("WK070", message, span, _meant(near, otherwise))


def mind_as_statement(text: str, span: Span) -> Diagnostic:
    """A line of a scene says what somebody knows or believes, not what happens."""
    return _error(
        "WK071",
        "this is not something that happens",
        span,
        f"to have it checked, write `expect {_short(text)}`; to make it so, "
        "let them see, hear, infer it or come to believe it",
    )


def missing_colon(corrected: str, span: Span) -> Diagnostic:
    """A colon should stand before what is said, thought or seen."""
    return _error("WK072", "a colon is missing here", span, f"write `{_short(corrected)}`")


def nothing_after(word: str, span: Span) -> Diagnostic:
    """A line stops where something has to follow."""
    return _error("WK073", f"nothing follows `{_short(word)}`", span, "say what, or leave it out")


def listener_missing(verb: str, span: Span) -> Diagnostic:
    """It is not said to whom something is said."""
    return _error(
        "WK074",
        f"`{verb}` whom?",
        span,
        "name them before the colon; `mentions:` says it to all who are there",
    )


def kept_from_nobody(span: Span) -> Diagnostic:
    """It is not said from whom something is withheld."""
    return _error("WK075", "from whom?", span, "write `Ada withholds the affair from Bruno`")


def leaves_for(subject: str, place: str, span: Span) -> Diagnostic:
    """Where somebody leaves for is not written as it is."""
    place = _short(place)
    hint = f"write `{_short(subject)} for {place}`" if place else "write `leaves for` and the place"
    return _error("WK076", "where somebody goes stands after `for`", span, hint)


def subject_missing(span: Span) -> Diagnostic:
    """A line of a scene does not start with somebody's name."""
    return _error(
        "WK077",
        "who does this?",
        span,
        "start the line with a name, or with `-` to tell what happens",
    )


def no_deed(name: str, verbs: Iterable[str], span: Span) -> Diagnostic:
    """Somebody is named, and nothing happens."""
    return _error("WK078", f"what does {_short(name)} do?", span, "go on with " + ", ".join(verbs))


def fair_shape(span: Span) -> Diagnostic:
    """A ``fair`` line is not written as it is."""
    return _error(
        "WK079", "this cannot be read", span, "write it like this: `fair killer by The last scene`"
    )


def intended_shape(span: Span) -> Diagnostic:
    """An ``intended`` line is not written as it is."""
    return _error(
        "WK080", "this cannot be read", span, "write it like this: `intended K104: he is bluffing`"
    )


def not_a_statement(text: str, span: Span) -> Diagnostic:
    """A line of a scene starts with nobody's name and holds no word for what somebody does."""
    return _error(
        "WK081",
        "nobody from the story does anything in this line",
        span,
        f"to tell what happens, start with a dash: `- {_short(text)}`",
    )


def deed_shape(what: str, example: str, span: Span) -> Diagnostic:
    """A statement of letters, disguises, groups or mistaken people is not written as it is."""
    return _error(
        "WK082", f"{_short(what)} cannot be read like this", span, f"write it as in `{example}`"
    )


# --- closing brackets --------------------------------------------------------------------------


def unknown_bracket(near: str | None, listed: Iterable[str], span: Span) -> Diagnostic:
    """The bracket that closes a line is none of the closed list."""
    hint = _meant(
        f"({near})" if near else None,
        "a closing bracket is one of " + ", ".join(f"({each})" for each in listed),
    )
    return _error("WK085", "this bracket is not known", span, hint)


def mistyped_bracket(near: str, span: Span) -> Diagnostic:
    """The bracket that closes a narration nearly says who perceives it."""
    return _error(
        "WK086",
        "this bracket nearly says who notices it, but not quite",
        span,
        f"did you mean `({near})`? If it is part of the sentence, move it to its middle",
    )


def bracket_shape(inner: str, span: Span) -> Diagnostic:
    """A bracket that says who perceives a line is not the last thing of it, or not round."""
    return _error(
        "WK087",
        "this bracket has to be round and close the line",
        span,
        f"end the line with `({_short(inner)})`",
    )


def bracket_not_last(span: Span) -> Diagnostic:
    """A bracket that says who perceives a line stands before its end."""
    return _error(
        "WK088",
        "brackets that say who notices it close the line",
        span,
        "move the bracket to the end of the line; it is about the whole of it",
    )
