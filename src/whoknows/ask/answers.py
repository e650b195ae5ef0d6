"""What a question is answered with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from whoknows.engine.steps import Step

YES, NO, UNDETERMINED = "yes", "no", "undetermined"
Verdict: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """One reason, as one sentence; ``step``: the event it rests on, None where it is none."""

    text: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. ``verdict``: yes, no, undetermined, or a list: names, values, facts, moments."""

    query: str
    verdict: Verdict
    sentence: str
    because: tuple[Because, ...]


def verdict_of(so: bool | None) -> str:
    """Return the word for a value of a formula."""
    return UNDETERMINED if so is None else YES if so else NO
