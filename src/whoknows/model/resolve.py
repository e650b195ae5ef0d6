"""From a syntax tree to a story: every name looked up, every type checked, all findings in one run.

    story, names, findings = resolve(document)

What is wrong is left out and said; a story is made of what is left. ``names`` are the tables with
which questions and further lines are read later (:func:`resolve_formula`, :func:`resolve_lines`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from whoknows.base.diagnostic import Diagnostic, in_order
from whoknows.base.reading import DEFAULT_LIMITS, Limits
from whoknows.model import errors
from whoknows.model.dated import Dated
from whoknows.model.dating import times_of
from whoknows.model.declare import all_fluents, declare
from whoknows.model.event import Scene
from whoknows.model.findings import Findings
from whoknows.model.formula import Formula, ValueQuestion, Which
from whoknows.model.formulas import FormulaReader
from whoknows.model.letters import read_too_early
from whoknows.model.names import Names, title_key
from whoknows.model.opening import OpeningReader, disguises_of, secrets_of, starts_of
from whoknows.model.rules import rules_of, sights_of
from whoknows.model.statements import Lines, StatementReader
from whoknows.model.story import SOMEWHERE, Expectation, Fair, Story, Waiver
from whoknows.text import syntax
from whoknows.text.lexicon import personas_of

__all__ = ["Lines", "Names", "resolve", "resolve_formula", "resolve_lines", "resolve_scene"]


_EMPTY = syntax.Document(1, None, (), (), (), (), (), (), (), (), (), ())


def resolve(
    document: syntax.Document, limits: Limits = DEFAULT_LIMITS
) -> tuple[Story | None, Names, tuple[Diagnostic, ...]]:
    """Return the story a file tells, its names, and what is wrong. Never raises.

    There is no story only where the cast is larger than the limit.
    """
    findings = Findings()
    spans = [each.span for each in document.characters]
    spans.extend(each.span for each in personas_of(document))
    count = len(spans)
    if count > limits.cast:
        span = spans[limits.cast]
        findings.add(errors.too_many_characters(count, limits.cast, span))
        return None, declare(_EMPTY, limits, findings), findings.all()
    names = declare(document, limits, findings)
    story = _story(document, names, findings, limits)
    return story, names, in_order(findings.all())


def resolve_formula(
    formula: syntax.Formula, names: Names, limits: Limits = DEFAULT_LIMITS
) -> tuple[Formula | Which | ValueQuestion | None, tuple[Diagnostic, ...]]:
    """Return what a question means. A bare fact with a value asks which (:class:`Which`)."""
    findings = Findings()
    question = FormulaReader(names, findings, limits.formula_depth).question(formula)
    return question, in_order(findings.all())


def resolve_lines(
    lines: Iterable[syntax.Line],
    names: Names,
    scene: int,
    after: int = 0,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Lines, tuple[Diagnostic, ...]]:
    """Return what further lines of a scene come to; ``after``: how many events it has had."""
    findings = Findings()
    reader = StatementReader(FormulaReader(names, findings, limits.formula_depth))
    return reader.lines(lines, scene, after), in_order(findings.all())


def resolve_scene(
    node: syntax.SceneNode,
    names: Names,
    earlier: Sequence[Scene],
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Scene, Lines, Names, tuple[Diagnostic, ...]]:
    """Return a further scene, what else its lines say, and the names with its title among them."""
    findings = Findings()
    number, title = len(earlier), title_key(node.title.text)
    numbers = (*names.scene_named.get(title, ()), number)
    names = replace(names, scene_named={**names.scene_named, title: numbers})
    (when,) = times_of([node], names.scene_named, findings, earlier)
    statements = StatementReader(FormulaReader(names, findings, limits.formula_depth))
    told = _scene(node, number, when, statements)
    return told.scene, told.lines, names, in_order(findings.all())


def _story(document: syntax.Document, names: Names, findings: Findings, limits: Limits) -> Story:
    formulas = FormulaReader(names, findings, limits.formula_depth)
    statements = StatementReader(formulas)
    worn = {each.fluent: 1 << each.wearer for each in names.personas.values()}
    starts = {**worn, **starts_of(document.facts, formulas)}
    kept = tuple(secrets_of(document.secrets, formulas))
    secrets = (*kept, *disguises_of(names, kept))
    openings, knows_only = OpeningReader(formulas, starts).read(document.at_first)
    rules = tuple(rules_of(document.rules, formulas, limits.fluents))
    sights = tuple(sights_of(document.facts, formulas, limits.fluents))
    times = times_of(document.scenes, names.scene_named, findings)
    told = [
        _scene(node, number, when, statements)
        for number, (node, when) in enumerate(zip(document.scenes, times, strict=True))
    ]
    scenes = tuple(each.scene for each in told)
    lines = [each.lines for each in told]
    lines.append(_loose(document.loose, scenes, statements))
    for each in read_too_early(scenes, names):
        findings.add(each)
    return Story(
        title=document.title.text if document.title else "",
        characters=names.characters,
        things=names.things,
        facts=names.facts,
        fluents=all_fluents(names),
        groups=names.groups,
        secrets=secrets,
        starts=starts,
        openings=openings,
        knows_only=knows_only,
        rules=rules,
        sights=sights,
        scenes=scenes,
        expectations=tuple(each for found in lines for each in found.expectations),
        fairs=tuple(each for found in lines for each in found.fairs),
        waivers=tuple(each for found in lines for each in found.waivers),
        personas=tuple(names.personas.values()),
        deaths={}
        if names.dead is None
        else {who: names.fluent(names.dead, (who,)) for who in range(names.characters)},
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A scene and what else its lines say."""

    scene: Scene
    lines: Lines


def _scene(node: syntax.SceneNode, number: int, when: Dated, statements: StatementReader) -> _Told:
    formulas = statements.formulas
    place = SOMEWHERE if node.place is None else statements.place(node.place)
    present = _header(node.present, formulas)
    hidden = _header(node.hidden, formulas)
    for who in hidden:
        if who in present:
            name = formulas.names.display(who)
            formulas.findings.add(errors.hidden_and_present(name, node.hidden[0].span))
    lines = statements.lines(node.lines, number)
    scene = Scene(
        title=node.title.text,
        times=when.times,
        dated=when.dated,
        place=SOMEWHERE if place is None else place,
        present=tuple(who for who in present if who not in set(hidden)),
        hidden=hidden,
        through=None if node.through is None else formulas.character(node.through),
        off_page=node.off_page,
        events=lines.events,
        span=node.span,
    )
    return _Told(scene, lines)


def _header(nodes: Sequence[syntax.Name], formulas: FormulaReader) -> tuple[int, ...]:
    """Return who is there; a name that is wrong leaves the others standing."""
    everybody = formulas.everybody(nodes, partly=True)
    return everybody or ()


def _loose(
    nodes: Iterable[syntax.Line], scenes: Sequence[Scene], statements: StatementReader
) -> Lines:
    """Return what stands outside any scene: it is about the story as a whole, at its end.

    What stands in an included file is about the end of that file's last scene.
    """
    kept: list[syntax.Line] = []
    waivers: list[Waiver] = []
    for node in nodes:
        if isinstance(node, syntax.IntendedLine):
            waivers.append(Waiver(node.code.text, node.reason, None, node.span))
        elif scenes and isinstance(node, syntax.ExpectLine | syntax.FairLine):
            kept.append(node)
        else:
            statements.findings.add(errors.outside_scenes(node.span))
    last_of = {scene.span.path: number for number, scene in enumerate(scenes)}
    expectations: list[Expectation] = []
    fairs: list[Fair] = []
    for node in kept:
        last = last_of.get(node.span.path, len(scenes) - 1)
        lines = statements.lines((node,), last, len(scenes[last].events))
        expectations.extend(lines.expectations)
        fairs.extend(lines.fairs)
    return Lines((), tuple(expectations), tuple(fairs), tuple(waivers))
