"""What several commands share: the flags of limits, colour, and how findings are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits, flag
from whoknows.base.source import Source

if TYPE_CHECKING:
    from whoknows.session.book import Book

Function = TypeVar("Function", bound=Callable[..., Any])


class AtLeastOne(click.ParamType[int]):
    """A whole number from 1 on."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number."""
        digits = str(value).replace(",", "").replace("_", "")
        if not digits.isdecimal() or len(digits) > 15 or int(digits) < 1:
            self.fail(f"{value} is no whole number from 1 on", param, ctx)
        return int(digits)


def limit_flags(function: Function) -> Function:
    """Give a command one flag for each limit; :func:`limits_of` reads them."""
    for field in reversed(fields(Limits)):
        function = click.option(
            flag(field.name),
            type=AtLeastOne(),
            default=field.default,
            metavar="N",
            help=f"{field.metadata['doc']} [default: {field.default:,}]",
        )(function)
    return function


def limits_of(flags: Mapping[str, int]) -> Limits:
    """Return the limits a command was given."""
    return Limits(**{field.name: flags[f"max_{field.name}"] for field in fields(Limits)})


def in_colour() -> bool:
    """Tell whether standard output is a terminal that wants colours (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def write_findings(findings: Iterable[Diagnostic], sources: Mapping[str, Source]) -> None:
    """Write findings to standard error, where they are not the answer but in its way."""
    from whoknows.base.terminal import to_text

    click.echo(to_text(findings, sources), err=True)


def open_story(path: str, limits: Limits) -> Book | None:
    """Return the story at a path; what is wrong with its text goes to standard error.

    None where it cannot be read as a story at all.
    """
    from whoknows.session.book import load

    book = load(path, limits)
    if book.loaded.has_errors:
        write_findings(book.findings[: limits.findings], book.sources)
        if not book.loaded.is_unreadable:
            click.echo(f"{path}: its lines with errors are left out here", err=True)
    return None if book.loaded.is_unreadable else book
