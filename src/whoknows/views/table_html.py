"""The who-knows-what table as a piece of HTML, for notebooks. Whatever the author wrote is escaped.

Marks are words, not colours alone; nothing is loaded, and no script runs.
"""

from __future__ import annotations

from html import escape

from whoknows.views.table import Entry, Row, Stance, Table

_TINTS = {
    Stance.KNOWS: "#d9f2dc",
    Stance.PARTLY: "#eaf6e0",
    Stance.WRONG: "#f8d7d3",
    Stance.SUSPECTS: "#fdeecb",
    Stance.BELIEVES: "#fdeecb",
    Stance.ASSUMES: "#f3efe2",
    Stance.WONDERS: "#dfe9f7",
    Stance.UNAWARE: "#ececec",
}


def table_html(table: Table) -> str:
    """Return a table as HTML."""
    when = f"at the end: {table.when}" if table.when else "before the first scene"
    caption = ": ".join(part for part in (table.title, when) if part)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.people)
    rows = "".join(_row(row) for row in table.rows)
    more = f"<p>{escape(left_out(table.left_out))}</p>" if table.left_out else ""
    return (
        f'<div class="whoknows"><table><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">fact</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>{more}</div>"
    )


def left_out(count: int) -> str:
    """Return how many facts are not shown, as a sentence."""
    facts = "1 fact is" if count == 1 else f"{count:,} facts are"
    return f"{facts} left out: nobody has anything to say about {'it' if count == 1 else 'them'}."


def _row(row: Row) -> str:
    secret = " (secret)" if row.is_secret else ""
    head = f'<th scope="row" title="{escape(row.said)}">{escape(row.truth)}{secret}</th>'
    return f"<tr>{head}{''.join(_cell(row, entry) for entry in row.entries)}</tr>"


def _cell(row: Row, entry: Entry) -> str:
    if entry.stance is Stance.NOTHING:
        return "<td></td>"
    words = entry.stance.value + (", keeps it" if entry.keeps else "")
    if entry.typed is not None and entry.typed != row.truth:
        words += f": {entry.typed}"
    title = " ".join((entry.said, *entry.because))
    tint = _TINTS.get(entry.stance, "#ffffff")
    style = f"background:{tint};color:#222"
    return f'<td style="{style}" title="{escape(title)}">{escape(words)}</td>'
