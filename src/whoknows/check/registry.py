"""All families of checks, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from whoknows.base.diagnostic import Diagnostic, Note, in_order
from whoknows.base.source import Span
from whoknows.check.case import Case, Found, Voice
from whoknows.check.fairness import unfair
from whoknows.check.plot import seen_though_not_so, unmet_expectations, unmet_needs
from whoknows.check.presence import absent
from whoknows.check.reasoning import contradictions
from whoknows.check.speech import said_against_belief
from whoknows.check.waivers import Waivers
from whoknows.ledger.ledger import Ledger

FAMILIES: tuple[Callable[[Case], Iterator[Found]], ...] = (
    unmet_needs,
    seen_though_not_so,
    unmet_expectations,
    unfair,
    said_against_belief,
    contradictions,
    absent,
)
"""Every check. Each looks at the whole story by itself."""


def check(ledger: Ledger, voice: Voice) -> tuple[Diagnostic, ...]:
    """Return all findings about a story that are not waived in it, in order.

    What recurs with its scene is reported once, with a note that says how often more.
    """
    case = Case(ledger, voice)
    waivers = Waivers(ledger.story)
    found = [each for family in FAMILIES for each in family(case) if not waivers.cover(each)]
    return in_order([*_once_each(found), *waivers.unused()])


def _once_each(found: Iterable[Found]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, Span | None, str], Diagnostic] = {}
    more: dict[tuple[str, Span | None, str], int] = {}
    for each in found:
        finding = each.diagnostic
        key = (finding.code, finding.span, finding.hint or "")
        if key in first:
            more[key] = more.get(key, 0) + 1
        else:
            first[key] = finding
    for key, finding in first.items():
        count = more.get(key)
        if count is None:
            yield finding
        else:
            again = "once more" if count == 1 else f"{count:,} times more"
            note = Note(f"the same {again}, as the scene recurs")
            yield replace(finding, notes=(*finding.notes, note))
