"""A story that grows at its end: lines of its last scene, and whole new scenes.

    manuscript = Manuscript(loaded)
    addition = manuscript.read("Ada tells Bruno: the affair")   # raises StoryError, changes nothing
    for part in addition.parts:
        manuscript.add(part)

The choice made: reading an addition and adding it are two steps, so that nothing is ever half
added. Only what is new is parsed and resolved; the story as one value is put together when asked
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import dedent

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.reading import Limits
from whoknows.base.source import Source
from whoknows.model.event import Event, Scene
from whoknows.model.findings import Findings
from whoknows.model.formulas import FormulaReader
from whoknows.model.names import Names
from whoknows.model.resolve import Lines, resolve_scene
from whoknows.model.statements import StatementReader
from whoknows.model.story import Story
from whoknows.session.faults import StoryError, no_scene_yet
from whoknows.text.lexicon import Lexicon
from whoknows.text.parser import parse_lines
from whoknows.text.syntax import Line, SceneNode


@dataclass(frozen=True, slots=True)
class Continuation:
    """Lines of the scene that is last on the page."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class NewScene:
    """A whole scene, with its lines, and the names with its title among them."""

    scene: Scene
    lines: Lines
    names: Names


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added, read and resolved. ``findings``: warnings and notes about it."""

    source: Source
    parts: tuple[Continuation | NewScene, ...]
    findings: tuple[Diagnostic, ...]


class Manuscript:
    """The story as it stands, and everything needed to read what comes next."""

    def __init__(self, story: Story, names: Names, lexicon: Lexicon, limits: Limits) -> None:
        self.names = names
        self.lexicon = lexicon
        self.limits = limits
        self.sources: dict[str, Source] = {}
        self._story = story
        self._scenes = list(story.scenes)
        self._events: list[Event] = list(self._scenes[-1].events) if self._scenes else []
        self._expectations = list(story.expectations)
        self._fairs = list(story.fairs)
        self._waivers = list(story.waivers)
        self._is_behind = False
        self._reader: StatementReader | None = None

    @property
    def story(self) -> Story:
        """The whole story as one value."""
        if self._is_behind:
            if self._scenes:
                self._scenes[-1] = replace(self._scenes[-1], events=tuple(self._events))
            self._story = replace(
                self._story,
                scenes=tuple(self._scenes),
                expectations=tuple(self._expectations),
                fairs=tuple(self._fairs),
                waivers=tuple(self._waivers),
            )
            self._is_behind = False
        return self._story

    @property
    def scenes(self) -> Sequence[Scene]:
        """All scenes in the order of the page; the last one's events may be behind."""
        return self._scenes

    @property
    def event_count(self) -> int:
        """How many events the last scene has had."""
        return len(self._events)

    def read(self, text: str) -> Addition:
        """Return what a text would add, or raise :class:`StoryError`; nothing is changed."""
        source = Source(f"(added {len(self.sources) + 1})", _at_the_edge(text))
        parsed, found = parse_lines(source, self.lexicon, self.limits)
        findings = list(found)
        parts: tuple[Continuation | NewScene, ...] = ()
        if not _are_errors(findings):
            reading = _Reading(self, findings)
            parts = tuple(reading.parts(parsed))
        if _are_errors(findings):
            raise StoryError(findings)
        return Addition(source, parts, tuple(findings))

    def resolved(
        self, lines: Iterable[Line], names: Names, scene: int, after: int
    ) -> tuple[Lines, tuple[Diagnostic, ...]]:
        """Return what lines of a scene come to, and what is wrong with them.

        The reader is kept for the next lines as long as it has nothing to complain of.
        """
        reader = self._reader
        if reader is None or reader.names is not names:
            depth = self.limits.formula_depth
            reader = StatementReader(FormulaReader(names, Findings(), depth))
        found = reader.lines(lines, scene, after)
        findings = reader.findings.all()
        self._reader = None if findings else reader
        return found, findings

    def add(self, part: Continuation | NewScene) -> None:
        """Make a part of an addition part of the story."""
        if isinstance(part, NewScene):
            if self._scenes:
                self._scenes[-1] = replace(self._scenes[-1], events=tuple(self._events))
            self._scenes.append(part.scene)
            self._events = []
            self.names = part.names
            self.lexicon.declare_title(part.scene.title)
        self._events.extend(part.lines.events)
        self._expectations.extend(part.lines.expectations)
        self._fairs.extend(part.lines.fairs)
        self._waivers.extend(part.lines.waivers)
        self._is_behind = True


class _Reading:
    """One addition while it is resolved: its scenes may name each other, and follow each other."""

    def __init__(self, manuscript: Manuscript, findings: list[Diagnostic]) -> None:
        self.manuscript = manuscript
        self.findings = findings
        self.names = manuscript.names
        self.scenes = manuscript.scenes
        self.after = manuscript.event_count

    def parts(self, parsed: Iterable[Line | SceneNode]) -> Iterable[Continuation | NewScene]:
        """Yield the parts, in order; what is wrong goes to ``findings``."""
        lines: list[Line] = []
        for node in parsed:
            if not isinstance(node, SceneNode):
                lines.append(node)
                continue
            if lines:
                yield self._continuation(lines)
                lines = []
            yield self._scene(node)
        if lines:
            yield self._continuation(lines)

    def _continuation(self, lines: Sequence[Line]) -> Continuation:
        if not self.scenes:
            self.findings.append(no_scene_yet(lines[0].span))
        last = len(self.scenes) - 1
        found, findings = self.manuscript.resolved(lines, self.names, last, self.after)
        self.findings.extend(findings)
        self.after += len(found.events)
        return Continuation(found)

    def _scene(self, node: SceneNode) -> NewScene:
        limits = self.manuscript.limits
        scene, lines, names, findings = resolve_scene(node, self.names, self.scenes, limits)
        self.names = names
        self.scenes = [*self.scenes, scene]
        self.after = len(scene.events)
        self.findings.extend(findings)
        return NewScene(scene, lines, names)


def _at_the_edge(text: str) -> str:
    """Return a text without the indentation all its lines have."""
    return dedent(text) if text[:1].isspace() or "\n" in text else text


def _are_errors(findings: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in findings)
