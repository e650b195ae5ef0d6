r"""One file in its canonical form: what ``whoknows fmt`` does, and an editor's *format document*.

    tidied = tidy_text("cast\n   Ada", "a.story")
    tidied.text, tidied.findings

The choice made: a file with errors is refused with its findings and left as it is, since where a
line belongs is only certain when every line can be read. Warnings do not matter, nor do names
nobody declared: the form of a file does not depend on what its words mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.reading import DEFAULT_LIMITS, Limits, decode
from whoknows.base.source import Source
from whoknows.text.parser import parse
from whoknows.text.printer import printed


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file in its canonical form. Where ``text`` is None, the findings say why."""

    path: str
    source: Source | None
    text: str | None
    findings: tuple[Diagnostic, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the canonical form is another than what was given."""
        return self.text is not None and self.source is not None and self.text != self.source.text


def tidy(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Tidied:
    """Return the bytes of a file as a text in canonical form."""
    source, findings = decode(path, data, limits)
    if source is None:
        return Tidied(path, None, None, findings)
    document, findings = parse(source, limits)
    errors = tuple(each for each in findings if each.severity is Severity.ERROR)
    return Tidied(path, source, None if errors else printed(source, document), errors)


def tidy_text(text: str, path: str, limits: Limits = DEFAULT_LIMITS) -> Tidied:
    """Return a text in canonical form."""
    return tidy(text.encode("utf-8", "surrogatepass"), path, limits)
