"""``whoknows fmt STORY…``: stories in their canonical form."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whoknows.cli.options import limit_flags, limits_of, write_findings

if TYPE_CHECKING:
    from whoknows.base.reading import Limits

HELP = """Give stories the one form all have: indentation, spaces, blank lines, order of headers.

Your words, capitals and comments stay as they are, and so do the file's encoding and line endings.
A file with errors is left alone. What was there before is kept as STORY~, unless git has it.

- is standard input, written to standard output.
"""
STANDARD_INPUT = "-"


@click.command("fmt", help=HELP)
@click.argument("stories", metavar="STORY…", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the result; write no file.")
@limit_flags
def command(stories: Sequence[str], check: bool, to_stdout: bool, **flags: int) -> int:
    """Tidy stories."""
    if check and to_stdout:
        raise click.UsageError("give either --check or --stdout")
    gc.disable()  # a tree has no cycles to be found, and this is over in a moment
    limits = limits_of(flags)
    return max(
        _tidy(story, limits, check=check, to_stdout=to_stdout) for story in dict.fromkeys(stories)
    )


def _tidy(path: str, limits: Limits, *, check: bool, to_stdout: bool) -> int:
    from whoknows.base.reading import read
    from whoknows.base.writing import Before
    from whoknows.session.tidying import tidy

    if path == STANDARD_INPUT:
        before, name = None, "(standard input)"
        data = sys.stdin.buffer.read(limits.file_bytes + 1)
    else:
        source, findings = read(path, limits)
        if source is None:
            write_findings(findings, {})
            return 2
        before, name = Before.of(path), path
        data = before.data
    tidied = tidy(data, name, limits)
    if tidied.text is None:
        sources = {} if tidied.source is None else {name: tidied.source}
        write_findings(tidied.findings[: limits.findings], sources)
        click.echo(f"{name} is left as it is until its errors are mended", err=True)
        return 2 if tidied.source is None else 1
    if check:
        if tidied.is_changed:
            click.echo(f"{name} would change", err=True)
        return int(tidied.is_changed)
    if to_stdout or before is None:
        click.echo(tidied.text, nl=False)
    elif before.encoded(tidied.text) != data:
        save(path, before, tidied.text)
    return 0


def save(path: str | Path, before: object, text: str) -> None:
    """Write a text in the place of what was read; raise a click error where that cannot be done."""
    from whoknows.base.writing import Before, ChangedUnderneathError, write

    assert isinstance(before, Before)
    try:
        kept = write(before, before.encoded(text))
    except ChangedUnderneathError as changed:
        raise click.ClickException(str(changed)) from changed
    except OSError as problem:
        reason = problem.strerror or problem
        raise click.ClickException(f"{path} cannot be written: {reason}") from problem
    note = "" if kept is None else f" (as it was: {kept.name})"
    click.echo(f"{path} written{note}", err=True)
