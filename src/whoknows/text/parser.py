r"""Reading story text: a whole file, a question, or lines to be added to a story.

    >>> document, findings = parse(Source("a.story", "cast\n  Ada (she)"))
    >>> document.characters[0].name.text, findings
    ('Ada', ())

A file is read twice, since its parts may stand in any order and a scene may use a name declared
further down: first its lines and all names it declares, then everything that is made of names.
Nothing here raises. A line that cannot be read makes one finding and is left out; all other lines
are read as if it were not there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from whoknows.base.diagnostic import Diagnostic, in_order
from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.base.source import Source, Span
from whoknows.text import declarations, errors
from whoknows.text.lexicon import Lexicon
from whoknows.text.lines import Entry, entries, raw_lines, usual_indent
from whoknows.text.outline import FOR_PLANS, INCLUDE, LOOSE, outline
from whoknows.text.reading import Unreadable
from whoknows.text.scenes import scene, title
from whoknows.text.statements import Context, about, after_word, disguised, line, whole_formula
from whoknows.text.syntax import (
    CharacterEntry,
    Document,
    FactEntry,
    Formula,
    GroupEntry,
    Include,
    Line,
    Name,
    PersonaEntry,
    SceneNode,
)
from whoknows.text.tokens import unquoted

Findings = tuple[Diagnostic, ...]
Part = TypeVar("Part")


def parse(
    source: Source, limits: Limits = DEFAULT_LIMITS, known: Iterable[Document] = ()
) -> tuple[Document, Findings]:
    """A whole file. ``known``: the files it includes, whose names it uses."""
    return _File(source, limits, known).document()


def includes(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[Include, ...]:
    """The files a file includes, before anything else of it is read."""
    return _File(source, limits, ()).includes()


def parse_formula(
    source: Source, lexicon: Lexicon, limits: Limits = DEFAULT_LIMITS
) -> tuple[Formula | None, Findings]:
    """A question: ``Sally believes in (marble) = ?``. A question mark at the end is free."""
    text = source.text.rstrip()
    asked = text.removesuffix("?").rstrip()
    if not asked.endswith(("=", "<", ">", " is", " not")):
        text = asked
    context = Context(source.path, lexicon, limits)
    try:
        return context.read(text, 0, whole_formula), ()
    except Unreadable as unreadable:
        return None, (unreadable.finding,)


def parse_lines(
    source: Source, lexicon: Lexicon, limits: Limits = DEFAULT_LIMITS
) -> tuple[tuple[Line | SceneNode, ...], Findings]:
    """Lines of a scene, and whole scenes, to be added to a story."""
    findings: list[Diagnostic] = []
    context = Context(source.path, lexicon, limits)
    found: list[Line | SceneNode] = []
    for entry in entries(raw_lines(source, findings, limits.line_length), 0, source.path, findings):
        raw = entry.line
        if raw.text.split(None, 1)[0].casefold() == "scene":
            found.append(scene(context, raw, entry.under, None, findings))
            continue
        try:
            found.append(line(context, raw, entry.under, findings))
        except Unreadable as unreadable:
            if not raw.faulty:
                findings.append(unreadable.finding)
    return tuple(found), in_order(findings)


class _File:
    """One file while it is read: what has been found so far."""

    def __init__(self, source: Source, limits: Limits, known: Iterable[Document]) -> None:
        self.path = source.path
        self.limits = limits
        self.findings: list[Diagnostic] = []
        self.lexicon = Lexicon()
        for document in known:
            self.lexicon.learn(document)
        lines = raw_lines(source, self.findings, limits.line_length)
        self.blocks = outline(lines, self.path, self.findings)
        self.first = lines[0].start if lines else 0
        self.usual = usual_indent(block.body for block in self.blocks)

    def document(self) -> tuple[Document, Findings]:
        """The tree and the findings."""
        cast = self.each("cast", declarations.cast)
        places = self.each("places", declarations.places)
        things = self.each("things", declarations.things)
        heads = self.each("facts", _Fact.of)
        named = Document(
            version=self.version(),
            title=self.title(),
            characters=tuple(each for each in cast if isinstance(each, CharacterEntry)),
            groups=tuple(each for each in cast if isinstance(each, GroupEntry)),
            places=places,
            things=things,
            facts=tuple(each.head for each in heads),
            secrets=(),
            rules=(),
            at_first=(),
            scenes=(),
            loose=(),
            personas=tuple(each for each in cast if isinstance(each, PersonaEntry)),
            includes=self.includes(),
        )
        self.lexicon.learn(named)
        for block in self.blocks:
            if block.word == "scene":
                self.lexicon.declare_title(title(self.path, block.head, []).text)
        context = self.context()
        for block in self.blocks:
            if block.word == "scene":
                for raw in block.body:
                    name = disguised(context, raw)
                    if name is not None:
                        self.lexicon.declare_persona(name.text)
        whole = replace(
            named,
            facts=tuple(each.whole(context, self.findings) for each in heads),
            secrets=self.each("secrets", declarations.secret),
            rules=self.each("rules", declarations.rule),
            at_first=self.each("at first", declarations.at_first),
            scenes=self.scenes(),
            loose=self.loose(),
        )
        self.for_plans()
        return whole, in_order(self.findings)

    def context(self) -> Context:
        """What the rules for lines need, as far as it is known now."""
        return Context(self.path, self.lexicon, self.limits)

    def each(self, word: str, rule: Callable[[Context, Entry], Part]) -> tuple[Part, ...]:
        """All entries of the blocks a word opens, read by a rule."""
        found: list[Part] = []
        context = self.context()
        for block in self.blocks:
            if block.word != word:
                continue
            for entry in entries(block.body, self.usual, self.path, self.findings):
                try:
                    found.append(rule(context, entry))
                except Unreadable as unreadable:
                    if not entry.line.faulty:
                        self.findings.append(unreadable.finding)
                if word != "facts":
                    self.findings.extend(
                        errors.misaligned(raw.span(self.path))
                        for raw in entry.under
                        if not raw.faulty
                    )
        return tuple(found)

    def scenes(self) -> tuple[SceneNode, ...]:
        context = self.context()
        return tuple(
            scene(context, block.head, block.body, self.usual, self.findings)
            for block in self.blocks
            if block.word == "scene"
        )

    def loose(self) -> tuple[Line, ...]:
        """Lines about the story outside any scene."""
        found: list[Line] = []
        context = self.context()
        for block in self.blocks:
            if block.word not in LOOSE:
                continue
            try:
                found.append(about(context, block.head, block.word))
            except Unreadable as unreadable:
                if not block.head.faulty:
                    self.findings.append(unreadable.finding)
        return tuple(found)

    def version(self) -> int:
        """The version of the language, from the first line."""
        for block in self.blocks:
            if block.word != "whoknows":
                continue
            span = block.head.span(self.path)
            if block.head.start != self.first:
                self.findings.append(errors.version_not_first(span))
            elif block.head.text.split()[1:] != ["1"]:
                self.findings.append(errors.unknown_version(span))
        return 1

    def title(self) -> Name | None:
        """The title of the story."""
        found: Name | None = None
        for block in self.blocks:
            if block.word != "story":
                continue
            raw = block.head
            span = raw.span(self.path)
            _, rest, start = after_word(raw)
            if found is not None:
                self.findings.append(errors.second_title(span))
            elif rest:
                found = Name(unquoted(rest), Span(self.path, start, start + len(rest)))
            elif not raw.faulty:
                self.findings.append(errors.nothing_after("story", span))
            if block.body:
                self.findings.append(errors.under_nothing(block.body[0].span(self.path)))
        return found

    def includes(self) -> tuple[Include, ...]:
        """The files that are joined to this one."""
        found: list[Include] = []
        for block in self.blocks:
            if block.word != INCLUDE:
                continue
            span = block.head.span(self.path)
            _, rest, _ = after_word(block.head)
            if rest:
                found.append(Include(unquoted(rest), span))
            elif not block.head.faulty:
                self.findings.append(errors.nothing_after(INCLUDE, span))
            if block.body:
                self.findings.append(errors.under_nothing(block.body[0].span(self.path)))
        return tuple(found)

    def for_plans(self) -> None:
        """Say of what is for plans that nothing else reads it."""
        for block in self.blocks:
            if block.word in FOR_PLANS:
                self.findings.append(errors.for_plans(block.word, block.head.span(self.path)))


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact whose head has been read, and whose options wait until all names are known."""

    head: FactEntry
    entry: Entry

    @classmethod
    def of(cls, context: Context, entry: Entry) -> "_Fact":
        return cls(declarations.fact_head(context, entry), entry)

    def whole(self, context: Context, findings: list[Diagnostic]) -> FactEntry:
        return declarations.fact_body(context, self.head, self.entry, findings)
