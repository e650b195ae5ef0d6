"""When each scene of a story happens: by its own date, by the scene before, or by another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.clock import MOST_TIMES, folded, read
from whoknows.model.dated import (
    BEGINNING,
    Dated,
    Impossible,
    Reading,
    going_on,
    same_time,
)
from whoknows.model.event import Scene
from whoknows.model.findings import Findings
from whoknows.model.names import title_key
from whoknows.text import syntax

_LOOKS_AT = re.compile(r"\b(?:before|after|during)\s+(\S.*)$", re.IGNORECASE)


def times_of(
    scenes: Sequence[syntax.SceneNode],
    scene_named: Mapping[str, tuple[int, ...]],
    findings: Findings,
    earlier: Sequence[Dated | Scene] = (),
) -> tuple[Dated, ...]:
    """Return when each scene happens; ``earlier`` are those dated already, on pages before.

    What cannot be read follows the scene before it.
    """
    return _Dating(scenes, scene_named, findings, earlier).all()


class _Dating:
    """Scenes while they are dated. They go by their numbers in the whole story."""

    def __init__(
        self,
        scenes: Sequence[syntax.SceneNode],
        scene_named: Mapping[str, tuple[int, ...]],
        findings: Findings,
        earlier: Sequence[Dated | Scene],
    ) -> None:
        self.earlier = earlier
        self.scene_named = scene_named
        self.findings = findings
        self.known: dict[int, Dated] = {}
        self.scenes = dict(enumerate(scenes, len(earlier)))
        self.unread: set[int] = set()
        self.readings = {number: self._read(number) for number in self.scenes}

    def all(self) -> tuple[Dated, ...]:
        """Return the date of every scene."""
        for number in self.scenes:
            for each in self._in_order(number):
                self.known[each] = self._apply(each)
        return tuple(self.known[number] for number in self.scenes)

    # --- what the words mean -------------------------------------------------------------------

    def _read(self, number: int) -> Reading:
        """Return what a ``when`` means; a finding, and *the same time*, where it means nothing."""
        when = self.scenes[number].when
        if when is None:
            return Reading(same_time)
        try:
            reading = read(folded(when.text), self.scene_named)
        except Impossible as impossible:
            self.findings.add(impossible.finding(when.text, when.span))
        else:
            if isinstance(reading, Reading):
                return reading
            self._complain(when, reading)
        self.unread.add(number)
        return Reading(same_time)

    def _complain(self, when: syntax.When, times: int | None) -> None:
        if times is not None:
            self.findings.add(errors.too_often(times, MOST_TIMES, when.span))
            return
        other = _LOOKS_AT.search(when.text)
        if other is None:
            self.findings.add(errors.unreadable_date(when.text, when.span))
            return
        title = other.group(1)
        start = when.span.start + other.start(1)
        span = Span(when.span.path, start, start + len(title))
        self.findings.unknown(
            title_key(title),
            span,
            lambda: (
                (title_key(each.title.text), each.title.text) for each in self.scenes.values()
            ),
            lambda near: errors.unknown_scene(title, span, near),
        )

    # --- from one scene to another -------------------------------------------------------------

    def _base(self, number: int) -> int | None:
        """Return the scene a scene is dated by, if any."""
        reading = self.readings[number]
        if reading.fixed:
            return None
        if reading.anchor is not None:
            return reading.anchor
        return number - 1 if number else None

    def _in_order(self, number: int) -> list[int]:
        """Return the scenes to date before this one and itself, each after what it is dated by."""
        chain: list[int] = []
        met: set[int] = set()
        at: int | None = number
        while at is not None and self._date_of(at) is None:
            if at in met:
                if self.unread.isdisjoint(chain):  # else the circle is not the author's doing
                    self._say_circle(at)
                self.readings[at] = Reading(lambda _: BEGINNING, fixed=True)
                break
            met.add(at)
            chain.append(at)
            at = self._base(at)
        return chain[::-1]

    def _say_circle(self, number: int) -> None:
        """Complain of scenes that are dated only by each other, or of one dated by itself."""
        scene = self.scenes[number]
        span = scene.when.span if scene.when else scene.title.span
        if self._base(number) == number:
            self.findings.add(errors.dated_by_itself(scene.title.text, span))
        else:
            self.findings.add(errors.circular_dates(span))

    def _date_of(self, number: int) -> Dated | None:
        """Return the date of a scene, if it has one yet; those of pages before are made late."""
        found = self.known.get(number)
        if found is None and 0 <= number < len(self.earlier):
            scene = self.earlier[number]
            found = self.known[number] = Dated(scene.times, scene.dated)
        return found

    def _apply(self, number: int) -> Dated:
        reading, when = self.readings[number], self.scenes[number].when
        before = self._date_of(number - 1)
        base = BEGINNING if before is None else before
        if reading.anchor is not None:
            base = self._date_of(reading.anchor) or BEGINNING
        try:
            found = reading.apply(base)
        except Impossible as impossible:
            if when is not None:
                self.findings.add(impossible.finding(when.text, when.span))
            return base
        if reading.same_day and found.times[0].start < base.times[-1].start and when is not None:
            self.findings.add(errors.earlier_by_the_clock(when.text, when.span))
        if reading.fixed and before is not None:
            return going_on(found, before)
        return found
