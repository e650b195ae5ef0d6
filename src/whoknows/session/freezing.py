"""The state of a story at a moment, written down as ``expect`` lines at that place of the file.

    frozen = freeze(book, "The question")
    frozen.lines      # ("expect Iruka, Kotetsu know the fling", …)
    frozen.text       # the whole file with them

The choices made: written down is what people know, wrongly believe, suspect, wonder and are unaware
of, of the facts of which anybody has something to say; at depth two and deeper also what they take
each other to hold. Every line is read and tried before it is written, at each time its scene
happens, so the frozen story expects nothing that is not so; and what is expected at that place
already is not written again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from whoknows.ask.scope import Scope
from whoknows.engine.steps import Step
from whoknows.ledger.ledger import Chain, Moment
from whoknows.model.formula import And, Attitude, Formula, Verb, Which
from whoknows.model.story import AT, READER
from whoknows.session.book import At, Book
from whoknows.session.faults import StoryError
from whoknows.text.syntax import ExpectLine, FairLine, IntendedLine, SceneNode
from whoknows.views.table import Stance, held_values, stance_of

_VERBS = {
    Stance.KNOWS: ("knows", "know"),
    Stance.WRONG: ("believes", "believe"),
    Stance.BELIEVES: ("believes", "believe"),
    Stance.SUSPECTS: ("suspects", "suspect"),
    Stance.WONDERS: ("wonders", "wonder"),
    Stance.UNAWARE: ("is unaware of", "are unaware of"),
}


class NoPlaceError(Exception):
    """There is no place in the file at which the state of a moment could be written down."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """``lines``: what is new, without its indentation. ``text``: the file with them in place."""

    lines: tuple[str, ...]
    text: str
    after_line: int
    """The number of the line behind which they stand."""


def freeze(book: Book, at: At = None, of: Collection[int] = (), depth: int = 1) -> Frozen:
    """Return the state at a moment as ``expect`` lines. ``of``: these people's minds only.

    Raises :class:`NoPlaceError`, and :class:`StoryError` where the moment makes no sense.
    """
    step = _last_of_its_line(book, book.moment(at))
    place, indent, after_line = _place(book, step)
    lines = tuple(_Freezer(book, step).lines(of, depth))
    assert book.loaded.source is not None
    text = book.loaded.source.text
    if lines:
        before = "" if not place or text[place - 1] == "\n" else "\n"
        added = before + "".join(f"{indent}expect {line}\n" for line in lines)
        text = text[:place] + added + text[place:]
    return Frozen(tuple(f"expect {line}" for line in lines), text, after_line)


def _last_of_its_line(book: Book, moment: Moment) -> Step:
    """Return the step a moment comes after, or the last one told in the same line."""
    ledger = book.ledger
    if moment.instant == 0:
        raise NoPlaceError("before the first scene there is no place for expect")
    step = ledger.steps[moment.instant - 1]
    for later in ledger.steps[moment.instant :]:
        if later.event is None or step.event is None or later.event.span != step.event.span:
            break
        step = later
    return step


# --- what is held --------------------------------------------------------------------------------


class _Freezer:
    """Writes down what is held after a step, each time it happens."""

    def __init__(self, book: Book, step: Step) -> None:
        self.book = book
        self.ledger = book.ledger
        self.step = step
        self.moments = [
            self.ledger.after(self.ledger.steps[each.opening + step.index - 1])
            for each in self.ledger.occurrences_of(step.scene)
        ]
        self.scope = Scope(self.ledger, self.ledger.after(step))
        self.known = {
            part
            for each in book.story.expectations
            if (each.scene, each.after) == (step.scene, step.index)
            for part in _parts(each.formula)
        }

    def lines(self, of: Collection[int], depth: int) -> Iterator[str]:
        """Yield what to expect, fact by fact, who holds the same in one line."""
        story = self.book.story
        everybody = (*story.people, READER)
        people = [who for who in everybody if not of or who in of]
        for fluent, what in enumerate(story.fluents):
            if what.fact == AT or not self._matters(everybody, fluent):
                continue
            for length in range(1, depth + 1):
                yield from self._grouped(people, everybody, fluent, length)

    def _matters(self, people: Sequence[int], fluent: int) -> bool:
        return any(stance_of(self.scope, (who,), fluent) is not Stance.NOTHING for who in people)

    def _grouped(
        self, people: Sequence[int], everybody: Sequence[int], fluent: int, length: int
    ) -> Iterator[str]:
        """Yield what is held along chains of some length; names of the last minds together."""
        for outer in _chains(people, everybody, length - 1):
            same: dict[tuple[Stance, str], list[int]] = {}
            for who in people if length == 1 else everybody:
                if outer and who in {outer[-1], READER}:
                    continue
                held = self._held((*outer, who), fluent)
                if held is not None:
                    same.setdefault(held, []).append(who)
            for (stance, typed), minds in same.items():
                yield from self._lines(outer, minds, stance, typed)

    def _held(self, chain: Chain, fluent: int) -> tuple[Stance, str] | None:
        """Return what the last of a chain does with a fact, and the fact as it is typed."""
        stance = stance_of(self.scope, chain, fluent)
        if stance is Stance.NOTHING:
            return None
        if stance in {Stance.ASSUMES, Stance.PARTLY}:
            stance = Stance.KNOWS  # on whatever basis, it is so
        facts = self.book.speaker.facts
        values = held_values(self.scope.cell(chain, fluent), stance)
        if stance is Stance.UNAWARE:
            values = self.scope.cell(chain[:-1], fluent).possible
        typed = facts.label(fluent) if values is None else facts.typed(fluent, values)
        return stance, f"({typed})" if " and " in typed or " or " in typed else typed

    def _lines(
        self, outer: Chain, minds: Sequence[int], stance: Stance, typed: str
    ) -> Iterator[str]:
        """Yield the lines that say so of those of whom it is not expected yet."""
        same: dict[tuple[str, str, str], list[str]] = {}
        for who in minds:
            how = self._how(outer, who, stance, typed)
            if how is not None:
                same.setdefault(how, []).append(self._name(who))
        for (ahead, one, several), names in same.items():
            yield f"{ahead}{', '.join(names)} {one if len(names) == 1 else several} {typed}"

    def _how(
        self, outer: Chain, who: int, stance: Stance, typed: str
    ) -> tuple[str, str, str] | None:
        """Return the strongest way to say it that is so: the words ahead of the name, the verbs.

        None where there is none, or just that is expected already.
        """
        verbs = [_VERBS[stance]]
        if stance is Stance.KNOWS:
            verbs.append(("knows whether", "know whether"))
        for one, several in verbs:
            for ahead in self._ahead(outer):
                formula = self._formula(f"{ahead}{self._name(who)} {one} {typed}")
                if formula is not None and self._is_so(formula):
                    is_known = self.known.issuperset(_parts(formula))
                    return None if is_known else (ahead, one, several)
        return None

    def _ahead(self, outer: Chain) -> Iterator[str]:
        """Yield how a line about what the minds of a chain hold begins: known, or believed."""
        if not outer:
            yield ""
            return
        inner = "".join(f"{self._name(who)} believes " for who in outer[1:])
        for verb in ("knows", "believes"):
            yield f"{self._name(outer[0])} {verb} {inner}"

    def _name(self, who: int) -> str:
        return self.book.story.name_of(who)

    # --- trying ------------------------------------------------------------------------------

    def _formula(self, text: str) -> Formula | None:
        try:
            return self.book.formula(text)
        except StoryError:
            return None

    def _is_so(self, formula: Formula) -> bool:
        return all(self.ledger.value(formula, moment) is True for moment in self.moments)


def _parts(formula: Formula) -> Iterator[Formula]:
    """Yield a formula as what it puts together: each of several minds, each of several facts.

    To know or believe several things is to know or believe each.
    """
    match formula:
        case And(parts):
            for part in parts:
                yield from _parts(part)
        case Attitude(who, Verb.KNOWS | Verb.BELIEVES as verb, content) if not isinstance(
            content, Which
        ):
            for part in _parts(content):
                yield Attitude(who, verb, part)
        case _:
            yield formula


def _chains(people: Sequence[int], everybody: Sequence[int], length: int) -> Iterator[Chain]:
    """Yield the chains of some length that begin with one of some people, nobody twice in a row."""
    if length == 0:
        yield ()
        return
    for chain in _chains(people, everybody, length - 1):
        for who in people if not chain else everybody:
            if not chain or who not in {chain[-1], READER}:
                yield (*chain, who)


# --- the place -----------------------------------------------------------------------------------


def _place(book: Book, step: Step) -> tuple[int, str, int]:
    """Return where the lines go, how they are indented, and behind which line that is."""
    scene = book.story.scenes[step.scene]
    source, document = book.loaded.source, book.loaded.document
    node = next(
        (each for each in (document.scenes if document else ()) if each.span == scene.span), None
    )
    if source is None or node is None:
        raise NoPlaceError("that moment is not told in this file")
    line, _ = source.line_col(_end(node, step, source.text))
    indent = "  "
    if node.lines:
        first, column = source.line_col(node.lines[0].span.start)
        indent = source.line_text(first)[: column - 1]
    while step.event is not None and line < source.line_count:
        following = source.line_text(line + 1)
        if not following.strip() or not following.startswith(f"{indent} "):
            break
        line += 1  # what is indented under a narration stays with it
    _, end = source.line_bounds(line)
    return min(end + 1, len(source.text)), indent, line


def _end(node: SceneNode, step: Step, text: str) -> int:
    """Return where the last line of a scene ends behind which the state after a step is read."""
    lines = iter(node.lines)
    end = _end_of_header(node, text)
    if step.event is not None:
        for line in lines:
            end = line.span.end
            if line.span.start == step.event.span.start:
                break
    for line in lines:
        if not isinstance(line, ExpectLine | FairLine | IntendedLine):
            break
        end = line.span.end
    return end


def _end_of_header(node: SceneNode, text: str) -> int:
    """Return where the last line ends that stands before what happens in a scene."""
    end = at = node.span.start
    limit = node.lines[0].span.start if node.lines else node.span.end
    for line in text[at:limit].split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            end = at + len(line)
        at += len(line) + 1
    return end
