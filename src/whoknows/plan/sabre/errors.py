"""Everything that can be said about a problem file, each finding one function.

Codes: WK40x the text, WK41x names and types, WK42x what a definition may say, WK43x size and time.
"""

from difflib import get_close_matches

from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.source import Span


def _error(
    code: str, span: Span | None, message: str, hint: str, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint, notes)


def _warning(code: str, span: Span | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, hint)


def strange_character(span: Span, character: str) -> Diagnostic:
    """WK401: a character that belongs to no word or symbol of the language."""
    return _error("WK401", span, f"“{character}” means nothing here", "remove it")


def open_comment(span: Span, _text: str) -> Diagnostic:
    """WK402: a comment that is opened and never closed."""
    return _error("WK402", span, "this comment never ends", "close it with */")


def never_closed(span: Span, bracket: str) -> Diagnostic:
    """WK403: an opening bracket without its partner."""
    partner = {"(": ")", "[": "]", "{": "}"}[bracket]
    return _error("WK403", span, f"this “{bracket}” is never closed", f"add “{partner}”")


def never_opened(span: Span, bracket: str) -> Diagnostic:
    """WK403: a closing bracket without its partner."""
    return _error("WK403", span, f"this “{bracket}” closes nothing", "remove it")


def expected(span: Span, what: str, found: str, hint: str) -> Diagnostic:
    """WK404: something else was expected here."""
    return _error("WK404", span, f"expected {what} here, found {found}", hint)


def unreadable_expression(span: Span, hint: str) -> Diagnostic:
    """WK405: no reading of this expression is one."""
    return _error("WK405", span, "this expression cannot be read", hint)


def too_deep(span: Span, limit: int) -> Diagnostic:
    """WK406: an expression nested deeper than the limit."""
    message = f"this expression is nested more than {limit:,} deep"
    return _error("WK406", span, message, "split it into several properties")


def unknown(span: Span, kind: str, name: str, known: list[str]) -> Diagnostic:
    """WK410: a name nobody has defined."""
    near = get_close_matches(name, known, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"define {kind} “{name}” or correct the name"
    return _error("WK410", span, f"there is no {kind} called “{name}”", hint)


def defined_twice(span: Span, kind: str, name: str, first: Span | None) -> Diagnostic:
    """WK411: two definitions for one name."""
    notes = (Note("it was first defined here", first),) if first else ()
    message = f"{kind} “{name}” is defined twice"
    return _error("WK411", span, message, "rename one of the two, or remove it", notes)


def circular_type(span: Span, name: str) -> Diagnostic:
    """WK412: a type that is its own parent."""
    message = f"type “{name}” is, by its parents, a kind of itself"
    return _error("WK412", span, message, "remove one of the parents")


def sealed_type(span: Span, name: str) -> Diagnostic:
    """WK413: booleans and numbers have no kinds."""
    message = f"there can be no kinds of {name}, and nothing can be declared to be one"
    return _error("WK413", span, message, "use entity, character or a type of your own")


def wrong_type(span: Span, wanted: str, found: str) -> Diagnostic:
    """WK414: a value of one type where another is needed."""
    return _error(
        "WK414", span, f"this is {found}, where {wanted} is needed", "correct either side"
    )


def no_such_use(span: Span, name: str, forms: list[str]) -> Diagnostic:
    """WK415: a property used with arguments that fit none of its definitions."""
    message = f"“{name}” is not defined for these arguments"
    return _error("WK415", span, message, "it is defined as " + " and as ".join(forms))


def number_parameter(span: Span) -> Diagnostic:
    """WK416: a parameter that would range over all numbers."""
    message = "a parameter cannot be a number: there are too many"
    return _error("WK416", span, message, "give it a type that has entities")


def not_a_character(span: Span, name: str) -> Diagnostic:
    """WK417: a mind was asked for of something that has none."""
    message = f"“{name}” is not a character, and only characters have a mind"
    return _error(
        "WK417", span, message, "name a character, or a parameter of a type of characters"
    )


def no_effect_form(span: Span) -> Diagnostic:
    """WK420: an effect that does not say what becomes of what."""
    hint = "write property = value, several joined by &, with if(…) or forall(…) where needed"
    return _error("WK420", span, "this does not say what changes", hint)


def contradictory_effect(span: Span, name: str) -> Diagnostic:
    """WK421: an effect that gives one property two values at once."""
    message = f"the effect of “{name}” always gives the same property two different values"
    return _error("WK421", span, message, "remove one of the two, or make them conditional")


def no_else(span: Span) -> Diagnostic:
    """WK422: a numeric `if` that says nothing for the other case."""
    message = "this “if” is a value, and has none when its condition does not hold"
    return _error("WK422", span, message, "add “else” and a value")


def element_twice(span: Span, element: str) -> Diagnostic:
    """WK423: one element of an action written twice."""
    return _error("WK423", span, f"“{element}” is given twice here", "join the two with &")


def utility_type(span: Span, found: str) -> Diagnostic:
    """WK424: a utility that is no number."""
    message = f"a utility is a number or a yes/no expression; this is {found}"
    return _error("WK424", span, message, "compare it with something, as in at(Tom) == Home")


def no_author_utility(path: str) -> Diagnostic:
    """WK425: without an author's utility every story is as good as any other."""
    hint = "add utility(): followed by what the author wants"
    return _warning("WK425", Span(path, 0, 0), "the author wants nothing: no plan can help", hint)


def unknown_boolean(span: Span) -> Diagnostic:
    """WK426: `?` for a yes/no property."""
    message = "a yes/no property is True or False, never ?"
    return _error("WK426", span, message, "use True or False")


def idle_character(span: Span, name: str) -> Diagnostic:
    """WK427: somebody's consent is needed who wants nothing."""
    message = f"{name} has no utility, and so never consents to anything"
    return _warning("WK427", span, message, f"add utility({name}): followed by what they want")


def too_many_instances(span: Span, name: str, verb: str, limit: int, what: str) -> Diagnostic:
    """WK430: a problem that is too large once every parameter is filled in."""
    message = f"filling in the parameters of “{name}” {verb} more than {limit:,} {what}"
    hint = "narrow the parameters' types, or test properties that never change in the precondition"
    return _error("WK430", span, message, hint)


def endless_trigger(span: Span | None, names: tuple[str, ...], rounds: int | None) -> Diagnostic:
    """WK431: triggers that keep firing; without a number of rounds this can be seen beforehand."""
    listed = ", ".join(names)
    if rounds is None:
        message = f"once it fires, this trigger fires for ever: {listed}"
    else:
        message = f"triggers keep firing without end ({rounds:,} times so far): {listed}"
    return _error("WK431", span, message, "let the effect of a trigger make its precondition false")
