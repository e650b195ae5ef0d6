"""``whoknows check STORY…``: what is wrong with a story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.cli.options import in_colour, limit_flags, limits_of

if TYPE_CHECKING:
    from whoknows.base.reading import Limits
    from whoknows.base.source import Source
    from whoknows.session.book import Book

FORMATS = ("text", "json", "sarif", "github")


class Codes(click.ParamType[tuple[str, ...]]):
    """Codes of findings, apart by commas: ``WK303``, ``303``, ``WK3`` for all that begin so."""

    name = "codes"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the codes, each with its letters."""
        if isinstance(value, tuple):
            return value
        codes = [code.strip().upper() for code in str(value).split(",") if code.strip()]
        for code in codes:
            if not re.fullmatch(r"(WK)?\d{1,3}", code):
                self.fail(f"{code} is no code; write WK303, or WK3 for all of a kind", param, ctx)
        return tuple(f"WK{code.removeprefix('WK')}" for code in codes)


@click.command("check")
@click.argument("stories", metavar="STORY…", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option("--only", type=Codes(), multiple=True, help="Look for these codes only.")
@click.option("--skip", type=Codes(), multiple=True, help="Leave these codes out.")
@click.option("--notes", is_flag=True, help="Show notes too.")
@limit_flags
def command(
    stories: Sequence[str],
    form: str,
    strict: bool,
    only: Sequence[Sequence[str]],
    skip: Sequence[Sequence[str]],
    notes: bool,
    **flags: int,
) -> int:
    """Say what is wrong with a story.

    Exit code 0: no errors; 1: errors (with --strict, warnings too); 2: not a story.
    """
    from whoknows.session.book import load

    limits = limits_of(flags)
    wanted = tuple(code for codes in only for code in codes)
    unwanted = tuple(code for codes in skip for code in codes)
    books = [load(story, limits) for story in dict.fromkeys(stories)]
    found = [each for book in books for each in _found(book, wanted, unwanted)]
    sources = {path: source for book in books for path, source in book.sources.items()}
    shown = found if notes else [each for each in found if each.severity is not Severity.NOTE]
    text = _rendered(shown, len(found) - len(shown), sources, form, limits)
    click.echo(text, nl=bool(text))
    for book in books:
        if book.loaded.has_errors and not book.loaded.is_unreadable:
            message = f"{book.path}: what happens in it is checked once its errors are mended"
            click.echo(message, err=True)
    if any(book.loaded.is_unreadable for book in books):
        return 2
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(each.severity <= worst for each in found))


def _found(book: Book, only: tuple[str, ...], skip: tuple[str, ...]) -> Iterable[Diagnostic]:
    """Yield what is looked for in a story.

    Errors in its text are not to be overlooked when other things are looked for, which are then not
    checked; and why a file is no story is said in any case.
    """
    in_the_way = {each for each in book.findings if each.severity is Severity.ERROR}
    for each in book.check():
        looked_for = not only or each.code.startswith(only) or each in in_the_way
        if book.loaded.is_unreadable or (looked_for and not each.code.startswith(skip)):
            yield each


def _rendered(
    found: Iterable[Diagnostic],
    notes: int,
    sources: dict[str, Source],
    form: str,
    limits: Limits,
) -> str:
    from whoknows.base import render
    from whoknows.base.diagnostic import in_order

    found = in_order(found)
    if form == "json":
        return json.dumps(render.to_json(found, sources), ensure_ascii=False, indent=2)
    if form == "sarif":
        return json.dumps(render.to_sarif(found, sources), ensure_ascii=False, indent=2)
    if form == "github":
        return render.to_github(found, sources)
    shown = render.to_text(found[: limits.findings], sources, colour=in_colour())
    if notes:
        shown += f" ({notes:,} {'note' if notes == 1 else 'notes'} more with --notes)"
    if len(found) > limits.findings:
        more = len(found) - limits.findings
        shown += f"\n… and {more:,} more findings (--max-findings {len(found)} shows them all)"
    return shown
