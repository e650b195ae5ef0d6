"""``whoknows freeze STORY --at MOMENT``: the current state, as ``expect`` lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from whoknows.cli.options import limit_flags, limits_of, open_story, write_findings

if TYPE_CHECKING:
    from whoknows.session.book import Book

HELP = """Write down who knows, wrongly believes and is unaware of what, as expect lines.

The lines are printed; with --write they are put into the story, at that place. What is expected
there already is left out. The state before is kept as STORY~, unless git has the file.

\b
whoknows freeze for_the_best.story --at "The question"
whoknows freeze for_the_best.story --at "The question" --of Kotetsu --depth 2 --write
"""


@click.command("freeze", help=HELP)
@click.argument("story", metavar="STORY")
@click.option("--at", "at", metavar="MOMENT", help="When: a scene, scene:3, L42. [default: end]")
@click.option("--of", "of", metavar="CHARACTER", multiple=True, help="These minds only.")
@click.option(
    "--depth",
    type=click.IntRange(1, 4),
    default=1,
    show_default=True,
    help="Also what they take each other to hold: 2; and so on.",
)
@click.option("--write", "in_place", is_flag=True, help="Put the lines into the story.")
@limit_flags
def command(
    story: str, at: str | None, of: Sequence[str], depth: int, in_place: bool, **flags: int
) -> int:
    """Freeze a moment."""
    from whoknows.base.writing import Before
    from whoknows.cli.fmt import save
    from whoknows.session.faults import StoryError
    from whoknows.session.freezing import NoPlaceError, freeze

    try:
        before = Before.of(story)
    except (OSError, ValueError):
        before = None
    book = open_story(story, limits_of(flags))
    if book is None:
        return 2
    if book.loaded.has_errors:
        return 1
    try:
        frozen = freeze(book, at, _people(book, of), depth)
    except StoryError as wrong:
        write_findings(wrong.diagnostics, book.sources)
        return 2
    except NoPlaceError as nowhere:
        raise click.ClickException(str(nowhere)) from nowhere
    if not frozen.lines:
        click.echo("all of that is expected already", err=True)
    elif in_place:
        assert before is not None
        save(story, before, frozen.text)
        count = len(frozen.lines)
        what = "1 line" if count == 1 else f"{count:,} lines"
        click.echo(f"{what} put behind line {frozen.after_line:,}", err=True)
    else:
        for line in frozen.lines:
            click.echo(f"  {line}")
    return 0


def _people(book: Book, names: Sequence[str]) -> list[int]:
    found = []
    for name in names:
        who = book.person(name)
        if who is None:
            raise click.UsageError(f"nobody in {book.path} is called {name}")
        found.append(who)
    return found
