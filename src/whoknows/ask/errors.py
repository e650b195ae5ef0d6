"""Every finding about a question: one function each, whose docstring is its page."""

from __future__ import annotations

from collections.abc import Sequence

from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.source import Span

FORMS = (
    "any formula, such as Kotetsu believes the affair",
    "Sally believes Anne believes in (marble) = ?",
    "does Kotetsu know F · is F",
    "who knows F · who is unaware of F · who believes F · who was told F",
    "what does Kotetsu know · believe · suspect · wonder · take for granted",
    "what does Kotetsu get wrong",
    "what is hiding place · where is Sally",
    "when does Kotetsu learn F · when is F",
    "why does Kotetsu believe F · why does Kotetsu not know F · why F",
    "what is withheld from Kotetsu",
    "how long was F kept from Kotetsu",
)


def _error(
    code: str, message: str, span: Span | None, hint: str, notes: tuple[Note, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint, notes)


def unknown_question(text: str, span: Span, near: str | None) -> Diagnostic:
    """WK210: a question of a form that does not exist.

    Wrong: ``whom does Kotetsu know``. Right: ``what does Kotetsu know``, ``who knows the affair``.
    """
    notes = tuple(Note(form) for form in FORMS)
    hint = f"did you mean {near}?" if near else "the forms there are stand below"
    return _error("WK210", f"this question is not understood: {text}", span, hint, notes)


def unknown_verb(word: str, span: Span, verbs: Sequence[str], near: str | None) -> Diagnostic:
    """WK211: a question about a mind whose verb is none of the language's.

    Wrong: ``what does Kotetsu ponder``. Right: ``what does Kotetsu wonder``.
    """
    hint = f"did you mean {near}?" if near else f"write {', '.join(verbs[:-1])} or {verbs[-1]}"
    message = (
        f"{word} is not something that can be asked of a mind" if word else "a verb is missing"
    )
    return _error("WK211", message, span, hint)


def no_question(span: Span) -> Diagnostic:
    """WK212: nothing is asked.

    Wrong: an empty line. Right: ``who knows the affair``.
    """
    notes = tuple(Note(form) for form in FORMS)
    return _error("WK212", "nothing is asked", span, "the forms there are stand below", notes)


def nowhere(name: str, span: Span) -> Diagnostic:
    """WK213: where something is, of which no fact of the story tells that.

    Wrong: ``where is the marble`` without ``in (thing) = container``. Right: ``where is Sally``.
    """
    return _error("WK213", f"no fact tells where {name} is", span, "ask for a fact, as in F = ?")
