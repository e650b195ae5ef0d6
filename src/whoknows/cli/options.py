"""What several commands share: the flags of limits, colour, and how findings are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

import click

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.reading import Limits, flag
from whoknows.base.source import Source

Function = TypeVar("Function", bound=Callable[..., Any])


def limit_flags(function: Function) -> Function:
    """Give a command one flag for each limit; :func:`limits_of` reads them."""
    for field in reversed(fields(Limits)):
        function = click.option(
            flag(field.name),
            type=click.IntRange(min=1),
            default=field.default,
            show_default=f"{field.default:,}",
            metavar="N",
            help=field.metadata["doc"],
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
