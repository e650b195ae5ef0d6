"""Findings as they are collected while a problem is read."""

from whoknows.base.diagnostic import Diagnostic, Severity, in_order


class Findings:
    """A growing list of findings about one file; equal ones are kept once."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[Diagnostic, None] = {}

    def add(self, finding: Diagnostic) -> None:
        """Keep a finding."""
        self._seen.setdefault(finding)

    @property
    def failed(self) -> bool:
        """Whether any of them is an error."""
        return any(each.severity is Severity.ERROR for each in self._seen)

    def all(self) -> tuple[Diagnostic, ...]:
        """All of them, in the order in which they are shown."""
        return in_order(self._seen)
