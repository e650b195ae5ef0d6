"""``whoknows show STORY``: who knows what, as a table or as sentences."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from whoknows.cli.options import in_colour, limit_flags, limits_of, open_story, write_findings

if TYPE_CHECKING:
    from whoknows.views.table import Entry, Table

HELP = """Show who knows what: facts by characters, the reader among them.

\b
whoknows show for_the_best.story --at "The question"
whoknows show for_the_best.story --of Kotetsu --of Kakashi --why
"""


@click.command("show", help=HELP)
@click.argument("story", metavar="STORY")
@click.option("--at", "at", metavar="MOMENT", help="When: a scene, scene:3, a date, L42.")
@click.option("--of", "of", metavar="CHARACTER", multiple=True, help="These only; the reader too.")
@click.option("--why", is_flag=True, help="Say why it is held.")
@click.option("--plain", is_flag=True, help="Write sentences, to be listened to.")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
@limit_flags
def command(
    story: str,
    at: str | None,
    of: Sequence[str],
    why: bool,
    plain: bool,
    as_json: bool,
    **flags: int,
) -> int:
    """Show who knows what."""
    from whoknows.cli.table_text import as_sentences, as_table
    from whoknows.session.faults import StoryError

    book = open_story(story, limits_of(flags))
    if book is None:
        return 2
    try:
        view = book.at(at)
    except StoryError as wrong:
        write_findings(wrong.diagnostics, book.sources)
        return 2
    people = [book.person(name) for name in of]
    for name, who in zip(of, people, strict=True):
        if who is None:
            raise click.UsageError(f"nobody in {story} is called {name}")
    table = view.table([who for who in people if who is not None], why=why)
    if as_json:
        click.echo(json.dumps(_shape(story, table), ensure_ascii=False, indent=2))
    elif plain or os.environ.get("TERM") == "dumb":
        click.echo(as_sentences(table))
    else:
        click.echo(as_table(table, _width(), colour=in_colour()))
    return 0


def _width() -> int:
    """Return how wide the terminal is; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def _shape(path: str, table: Table) -> dict[str, Any]:
    return {
        "path": path,
        "title": table.title,
        "scene": table.when,
        "people": list(table.people),
        "facts": [
            {
                "fact": row.fact,
                "truth": row.truth,
                "sentence": row.said,
                "secret": row.is_secret,
                "minds": {entry.who: _entry(entry) for entry in row.entries},
            }
            for row in table.rows
        ],
        "left_out": table.left_out,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "stance": entry.stance.value,
        "keeps": entry.keeps,
        "holds": entry.typed,
        "sentence": entry.said,
        "because": list(entry.because),
    }
