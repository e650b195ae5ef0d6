"""The who-knows-what table for a terminal, and as sentences for whoever listens to it.

Marks are letters, so that nothing rests on colour. What does not fit side by side comes in blocks
of columns, one below the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from whoknows.base.terminal import display_width
from whoknows.views.table import Entry, Row, Stance, Table
from whoknows.views.table_html import left_out
from whoknows.words.lists import listed, sentence

MARKS = {
    Stance.KNOWS: "K",
    Stance.WRONG: "W",
    Stance.BELIEVES: "B",
    Stance.SUSPECTS: "S",
    Stance.ASSUMES: "A",
    Stance.PARTLY: "P",
    Stance.WONDERS: "?",
    Stance.UNAWARE: "-",
    Stance.NOTHING: ".",
}
KEEPS = "*"
_COLOURS = {
    Stance.KNOWS: "\x1b[32m",
    Stance.PARTLY: "\x1b[32m",
    Stance.WRONG: "\x1b[1;31m",
    Stance.SUSPECTS: "\x1b[33m",
    Stance.BELIEVES: "\x1b[33m",
    Stance.WONDERS: "\x1b[36m",
}
_PLAIN = "\x1b[0m"
_SHORT = 3
"""So many letters of a name stand above a column, where whole names do not fit."""
_LEAST_LABEL, _MOST_LABEL = 26, 46
_PLURALS = {
    Stance.KNOWS: ("knows", "know"),
    Stance.WRONG: ("wrongly believes", "wrongly believe"),
    Stance.BELIEVES: ("believes", "believe"),
    Stance.SUSPECTS: ("suspects", "suspect"),
    Stance.ASSUMES: ("assumes", "assume"),
    Stance.PARTLY: ("knows", "know"),
    Stance.WONDERS: ("wonders about it", "wonder about it"),
    Stance.UNAWARE: ("is unaware of it", "are unaware of it"),
}


def heading(table: Table) -> str:
    """Return which story this is, and when."""
    when = f"after {table.when}" if table.when else "before the first scene"
    return ": ".join(part for part in (table.title, f"who knows what {when}") if part)


# --- the table -----------------------------------------------------------------------------------


def as_table(table: Table, width: int, *, colour: bool = False) -> str:
    """Return the table, no line wider than so many cells."""
    lines = [*wrap(heading(table), width), ""]
    if not table.people or not table.rows:
        lines.append("There is nothing yet that anybody has anything to say about.")
    else:
        names = _heads(table.people, width)
        for first, last in _blocks(names, width):
            lines += _block(table, names, (first, last), width, colour=colour)
            lines.append("")
        lines += _legend(table, names, width)
    if table.left_out:
        lines += wrap(left_out(table.left_out), width)
    return "\n".join(lines).rstrip("\n")


def _heads(people: Sequence[str], width: int) -> tuple[str, ...]:
    """Return what stands above the columns: the names where they fit, else a few letters each."""
    if sum(display_width(name) + 2 for name in people) + _LEAST_LABEL <= width:
        return tuple(people)
    found: list[str] = []
    for name in people:
        found.append(next(each for each in _shortened(name) if each not in found))
    return tuple(found)


def _shortened(name: str) -> Iterator[str]:
    """Yield short forms of a name, the best first."""
    words = name.removeprefix("the ").removeprefix("The ").split() or [name]
    yield words[0][:_SHORT]
    if len(words) > 1:
        yield words[0][: _SHORT - 1] + words[-1][:1]
        yield words[0][:1] + words[-1][: _SHORT - 1]
    for number in range(2, 10_000):
        yield f"{words[0][: max(_SHORT - len(str(number)), 0)]}{number}"


def _column(head: str) -> int:
    return max(display_width(head), 2) + 1


def _blocks(heads: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Yield the columns that stand side by side: from, to."""
    first = 0
    room = 0
    for number, head in enumerate(heads):
        if number > first and room + _column(head) + _LEAST_LABEL > width:
            yield first, number
            first, room = number, 0
        room += _column(head)
    yield first, len(heads)


def _block(
    table: Table, heads: Sequence[str], block: tuple[int, int], width: int, *, colour: bool
) -> Iterator[str]:
    """Yield the lines of some columns; facts nobody in them has anything to say of are skipped."""
    first, last = block
    columns = [_column(head) for head in heads[first:last]]
    room = max(width - sum(columns), 10)
    longest = max(display_width(row.truth) + 2 for row in table.rows)
    label = min(room, max(longest, _LEAST_LABEL), _MOST_LABEL)
    yield (
        _padded("", label)
        + "".join(
            f" {_padded(head, size - 1)}"
            for head, size in zip(heads[first:last], columns, strict=True)
        ).rstrip()
    )
    for title, rows in _groups(table.rows):
        shown = [row for row in rows if _says(row.entries[first:last])]
        if shown and title:
            yield title
        for row in shown:
            entries = row.entries[first:last]
            cells = "".join(
                f" {_mark(entry, size - 1, colour=colour)}"
                for entry, size in zip(entries, columns, strict=True)
            ).rstrip()
            head, *more = _wrapped(row.truth, label - 2)
            yield f"  {_padded(head, label - 2)}{cells}"
            yield from (f"    {line}" for line in more)
            yield from _notes(row, entries, width)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the secrets, then the rest; without headings where there is one group only."""
    secrets = [row for row in rows if row.is_secret]
    others = [row for row in rows if not row.is_secret]
    titled = bool(secrets)
    yield "Secrets" if titled else "", secrets
    yield "Other facts" if titled else "", others


def _says(entries: Iterable[Entry]) -> bool:
    return any(entry.stance is not Stance.NOTHING for entry in entries)


def _mark(entry: Entry, size: int, *, colour: bool) -> str:
    text = MARKS[entry.stance] + (KEEPS if entry.keeps else "")
    paint = _COLOURS.get(entry.stance, "") if colour else ""
    return f"{paint}{text}{_PLAIN if paint else ''}{' ' * (size - len(text))}"


def _notes(row: Row, entries: Sequence[Entry], width: int) -> Iterator[str]:
    """Yield what is held instead, where the mark alone does not say it; and the reasons."""
    held: dict[tuple[Stance, str], list[str]] = {}
    for entry in entries:
        plain = row.is_yes_no and entry.stance is Stance.WRONG
        if entry.typed is not None and entry.typed != row.truth and not plain:
            held.setdefault((entry.stance, entry.typed), []).append(entry.who)
    for (stance, typed), names in held.items():
        yield from _indented(f"{MARKS[stance]} {', '.join(names)}: {typed}", width)
    for entry in entries:
        if entry.because:
            yield from _indented(" ".join((entry.said, *entry.because)), width)


def _indented(text: str, width: int) -> Iterator[str]:
    for number, line in enumerate(_wrapped(text, width - 6)):
        yield f"{'    ' if number == 0 else '      '}{line}"


def _legend(table: Table, heads: Sequence[str], width: int) -> Iterator[str]:
    """Yield what the marks that occur mean, and whose the shortened names are."""
    used = {entry.stance for row in table.rows for entry in row.entries}
    marks = [f"{MARKS[stance]} {stance.value}" for stance in Stance if stance in used]
    if any(entry.keeps for row in table.rows for entry in row.entries):
        marks.append(f"{KEEPS} keeps the secret")
    yield from _wrapped("   ".join(marks), width)
    short = [
        f"{head} {name}" for head, name in zip(heads, table.people, strict=True) if head != name
    ]
    if short:
        yield from _wrapped("   ".join(short), width)


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines that are no wider, not broken inside an item of a legend."""
    width = max(width, 8)
    if display_width(text) == len(text):
        glued = text.split("   ")
        if len(glued) > 1:
            lines = wrap(
                "   ".join(each.replace(" ", "\0") for each in glued),
                width,
                break_on_hyphens=False,
            )
            return [line.replace("\0", " ") for line in lines]
        return wrap(text, width, break_on_hyphens=False) or [""]
    return wrap(text, max(width // 2, 8)) or [""]


def _padded(text: str, size: int) -> str:
    return text + " " * max(size - display_width(text), 0)


# --- sentences -----------------------------------------------------------------------------------


def as_sentences(table: Table) -> str:
    """Return the same as sentences, fact by fact."""
    lines = [f"{heading(table)}."]
    for title, rows in _groups(table.rows):
        if rows and title:
            lines += ["", f"{title}."]
        for row in rows:
            lines += ["", row.said]
            lines += _sentences(row)
    if not table.rows:
        lines += ["", "There is nothing yet that anybody has anything to say about."]
    if table.left_out:
        lines += ["", left_out(table.left_out)]
    return "\n".join(lines)


def _sentences(row: Row) -> Iterator[str]:
    """Yield who makes the same of a fact, in one sentence."""
    same: dict[tuple[Stance, bool, str | None], list[Entry]] = {}
    for entry in row.entries:
        if entry.stance is not Stance.NOTHING:
            clause = None if entry.typed == row.truth else entry.clause
            same.setdefault((entry.stance, entry.keeps, clause), []).append(entry)
    for (stance, keeps, clause), entries in same.items():
        one, several = _PLURALS[stance]
        verb = one if len(entries) == 1 else several
        what = f" that {clause}" if clause else ""
        if not what and stance in {Stance.SUSPECTS, Stance.ASSUMES, Stance.BELIEVES}:
            what = " it"
        keep = (" and keeps it" if len(entries) == 1 else " and keep it") if keeps else ""
        yield f"  {sentence(f'{listed([each.who for each in entries])} {verb}{what}{keep}')}"
        for entry in entries:
            yield from (f"    {reason}" for reason in entry.because)
