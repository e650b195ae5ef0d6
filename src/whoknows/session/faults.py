"""What is raised when a story cannot answer, or cannot take in, what it is given."""

from __future__ import annotations

from collections.abc import Iterable

from whoknows.base.diagnostic import Diagnostic, Severity, in_order
from whoknows.base.source import Span


class StoryError(Exception):
    """Something asked of a story, or added to it, makes no sense; ``diagnostics`` say why.

    As text it is their sentences, each with its code and hint, one a line.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__("\n".join(sentence(each) for each in self.diagnostics))


def sentence(finding: Diagnostic) -> str:
    """Return a finding in one line: ``WK101 nobody is called Kotesu (did you mean Kotetsu?)``."""
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{finding.code} {finding.message}{hint}"


def _error(code: str, message: str, hint: str, span: Span | None = None) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint)


def no_story_yet(path: str) -> Diagnostic:
    """WK223: a file is empty, or as good as.

    Wrong: a file with nothing but comments. Right: at least ``cast`` and somebody under it.
    """
    hint = "begin with cast and somebody under it, or let whoknows new write you a story"
    return _error("WK223", "there is no story here yet", hint, Span(path, 0, 0))


def no_scene_yet(span: Span) -> Diagnostic:
    """WK220: a line is added to a story that has no scene yet.

    Wrong: ``append("Ada enters")`` to a story without scenes. Right: append ``scene …`` first.
    """
    hint = "begin with scene and a title, and the lines indented under it"
    return _error("WK220", "this happens in no scene", hint, span)


def not_a_formula(query: str) -> Diagnostic:
    """WK221: whether something holds is asked of what is no statement.

    Wrong: ``value("hiding place")``. Right: ``ask("hiding place")``, or a whole statement.
    """
    message = f"{query} asks which, and this answers only whether"
    return _error("WK221", message, "write a whole statement, or use ask")
