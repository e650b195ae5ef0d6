"""What every mind holds when the story opens (law 15; CORE, "Start")."""

from __future__ import annotations

from collections.abc import Iterable

from whoknows.engine.cells import Basis, Cell, Cells, Mark
from whoknows.engine.guises import Guises
from whoknows.engine.states import State, vector
from whoknows.model.story import READER, Opening as Entry, Secret, Story


class Opening:
    """The states at the start, interned: minds that start alike are one state."""

    def __init__(self, story: Story, cells: Cells, guises: Guises) -> None:
        self._story = story
        self._guises = guises
        self._cells = cells
        self._secrets: dict[int, list[Secret]] = {}
        for secret in story.secrets:
            self._secrets.setdefault(secret.fluent, []).append(secret)
        self._entries: dict[tuple[int, ...], list[Entry]] = {}
        for entry in story.openings:
            self._entries.setdefault(entry.path, []).append(entry)
        self._prefixes = {path[:n] for path in self._entries for n in range(1, len(path) + 1)}
        self._only = {o.who: frozenset(o.fluents) for o in story.knows_only}
        self._states: dict[tuple[object, ...], State] = {}
        self._paths: dict[State, tuple[int, ...]] = {}
        self._follows = self._followed_by_all()
        self._common: list[Cell] | None = None
        self._heads: dict[tuple[int, bool], list[Cell]] = {}

    def _followed_by_all(self) -> dict[int, tuple[int, ...]]:
        kept: dict[int, set[int]] = {}
        for secret in self._story.secrets:
            if not secret.unsuspected:
                for keeper in secret.keepers:
                    kept.setdefault(keeper, set()).add(secret.fluent)
        return {who: tuple(sorted(fluents)) for who, fluents in kept.items()}

    def follows(self, who: int, *, under_truth: bool) -> tuple[int, ...]:
        """Return the fluents somebody always holds as they stand one step up the chain.

        Everybody sees where they are themselves; and within a mind, keepers are in sight of their
        secret (law 11). In the truth keepers learn by perceiving, like anybody.
        """
        return (who,) if under_truth else (who, *self._follows.get(who, ()))

    def default(self, fluent: int) -> Cell:
        """Return what stands in a head that nothing about this fluent has reached."""
        fact = self._story.fact_of(fluent)
        full = fact.domain.full
        if fact.initial == full:
            return self._cells.open(full, aware=False)
        return self._cells.held(full, fact.initial, Basis.ASSUMED, aware=False)

    def state(self, who: int | None, parent: State | None) -> State:
        """Return the start of a mind as held in the parent's start (None: how things are)."""
        path = () if who is None else (who,) if parent is None else (*self._path(parent), who)
        special = path if path in self._prefixes else len(path) > 1
        followed: tuple[Cell, ...] = ()
        if parent is not None and who is not None:
            follows = self.follows(who, under_truth=parent.last is None)
            followed = tuple(parent.cell(fluent) for fluent in follows)
        key = (who, special, followed)
        known = self._states.get(key)
        if known is None:
            if who is None:
                cells = self._true_cells()
            elif parent is None:
                cells = self._reader_cells()
            else:
                cells = self._cells_of(who, parent, path)
            known = State(who, None, vector(cells), picture=len(path) > 1)
            known.loose = frozenset(f for f, c in enumerate(cells) if c.mark is Mark.SETTLED)
            known.changed = {f: c for f, c in enumerate(cells) if c.believed != c.full}
            self._states[key] = known
            known.serial = -len(self._states)
            if self._guises.fluents:
                known.naming = self._guises.naming(dict(enumerate(cells)))
                known.aliases = self._guises.aliases(known.naming)
            self._paths[known] = path
        return known

    def _path(self, start: State) -> tuple[int, ...]:
        return self._paths.get(start, (READER, READER))

    # --- cells -----------------------------------------------------------------------------

    def _true_cells(self) -> list[Cell]:
        return [
            self._as_it_is(fluent, aware=True, basis=Basis.WITNESSED)
            for fluent in range(len(self._story.fluents))
        ]

    def _as_it_is(self, fluent: int, *, aware: bool, basis: Basis = Basis.ASSUMED) -> Cell:
        full, values = self._story.domain_of(fluent).full, self._story.initial(fluent)
        if values == full:
            return self._cells.open(full, aware)
        return self._cells.held(full, values, basis, aware)

    def _reader_cells(self) -> list[Cell]:
        common = list(self._common_cells())
        for fluent in self._secrets:
            common[fluent] = self.default(fluent)
        return common

    def _common_cells(self) -> list[Cell]:
        """What anybody holds of whom nothing else is said: what is stated, and the defaults."""
        if self._common is None:
            self._common = [
                self._as_it_is(fluent, aware=True)
                if fluent in self._story.starts
                else self.default(fluent)
                for fluent in range(len(self._story.fluents))
            ]
        return self._common

    def _cells_of(self, who: int, parent: State, path: tuple[int, ...]) -> list[Cell]:
        picture = parent.last is not None
        cells = list(self._cells_in_head(who, picture))
        for entry in self._entries.get(path, ()):
            cells[entry.fluent] = self._entered(cells[entry.fluent], entry)
        for fluent in self.follows(who, under_truth=not picture):
            cells[fluent] = self._cells.follow(parent.cell(fluent))
        return cells

    def _cells_in_head(self, who: int, picture: bool) -> list[Cell]:
        """What somebody holds at the start, but for what they follow and what *at first* says."""
        known = self._heads.get((who, picture))
        if known is None:
            known = list(self._common_cells())
            if who in self._only and not picture:
                for fluent in self._story.starts:
                    if fluent not in self._only[who]:
                        known[fluent] = self.default(fluent)
            for fluent, secrets in self._secrets.items():
                known[fluent] = self._secret_cell(who, fluent, secrets, picture)
            self._heads[who, picture] = known
        return known

    def _secret_cell(self, who: int, fluent: int, secrets: Iterable[Secret], picture: bool) -> Cell:
        full = self._story.domain_of(fluent).full
        for secret in secrets:
            keeps = who in secret.keepers
            if keeps and not picture:
                # They know it first hand: no hearsay makes them doubt their own doings.
                return self._as_it_is(fluent, aware=True, basis=Basis.WITNESSED)
            if keeps or who in secret.kept_from:
                if secret.assumed is not None:
                    return self._cells.held(full, secret.assumed, Basis.ASSUMED)
                if secret.wondering:
                    return self._cells.open(full, aware=True)
                break
        # Who is not named does not know either: a secret is no common knowledge.
        return self.default(fluent)

    def _entered(self, cell: Cell, entry: Entry) -> Cell:
        if entry.unaware:
            return self.default(entry.fluent)
        if entry.wondering:
            return self._cells.open(cell.full, aware=True)
        if entry.hunch:
            return self._cells.held(cell.full, entry.values, Basis.HUNCH)
        return self._cells.held(cell.full, entry.values, Basis.ASSUMED)
