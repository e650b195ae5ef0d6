"""``intended WK310: he is bluffing``: findings the author means, and has said so beside them."""

from __future__ import annotations

from collections.abc import Iterator

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.check.case import Found
from whoknows.model.story import Story, Waiver


class Waivers:
    """The waivers of a story, and which of them have been needed."""

    def __init__(self, story: Story) -> None:
        self._waivers = story.waivers
        self._used: set[Waiver] = set()

    def cover(self, found: Found) -> bool:
        """Tell whether a finding is intended: its code is waived in its scene, or everywhere."""
        covering = [
            waiver
            for waiver in self._waivers
            if bare(waiver.code) == bare(found.diagnostic.code)
            and waiver.scene in {None, found.scene}
        ]
        self._used.update(covering)
        return bool(covering)

    def unused(self) -> Iterator[Diagnostic]:
        """Yield a note for each waiver that waives nothing."""
        for waiver in self._waivers:
            if waiver not in self._used:
                yield _waives_nothing(waiver)


def bare(code: str) -> str:
    """Return what codes are compared by: ``WK310``, ``K310`` and ``310`` are one."""
    return code.upper().lstrip("WK")


def _waives_nothing(waiver: Waiver) -> Diagnostic:
    """WK390: a waiver waives nothing: what it spoke of is no longer found.

    Wrong: ``intended WK310: he is bluffing`` where nothing of the kind is found. Right: none.
    """
    message = f"nothing here is found that {waiver.code} could mean"
    return Diagnostic("WK390", Severity.NOTE, message, waiver.span, "leave this line out")
