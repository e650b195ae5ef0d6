"""``whoknows context STORY:LINE``: what everyone knew just before and just after a line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import click

from whoknows.cli.options import limit_flags, limits_of, open_story

if TYPE_CHECKING:
    from whoknows.views.context import Context, Held

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,9})(:\d+)?", re.DOTALL)


class Place(click.ParamType[tuple[str, int]]):
    """``STORY:LINE``; a column behind it, as editors write it, is ignored.

    The colon behind the letter of a drive begins no line number.
    """

    name = "STORY:LINE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """Return the path and the number of the line."""
        if isinstance(value, tuple):
            return value
        match = _PLACE.fullmatch(str(value))
        if match is None or re.fullmatch("[A-Za-z]", match["path"]) or int(match["line"]) < 1:
            self.fail(f"{value} names no line; write for example my.story:18", param, ctx)
        return match["path"], int(match["line"])


@click.command("context")
@click.argument("place", metavar="STORY:LINE", type=Place())
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
@limit_flags
def command(place: tuple[str, int], as_json: bool, **flags: int) -> int:
    """Show what everyone knew just before and just after a line."""
    path, line = place
    book = open_story(path, limits_of(flags))
    if book is None:
        return 2
    context = book.context(line)
    if as_json:
        click.echo(json.dumps(_shape(path, context), ensure_ascii=False, indent=2))
    else:
        click.echo(_text(path, context))
    return 0


def _shape(path: str, context: Context) -> dict[str, Any]:
    return {
        "path": path,
        "line": context.line,
        "scene": context.scene,
        "event": context.event,
        "held": [
            {
                "chain": list(held.chain),
                "fact": held.fact,
                "before": held.before,
                "after": held.after,
                "changed": held.is_changed,
                "because": list(held.because),
            }
            for held in context.held
        ],
    }


def _text(path: str, context: Context) -> str:
    changed = [held for held in context.held if held.is_changed]
    kept = [held for held in context.held if not held.is_changed]
    lines = [_heading(path, context)]
    if context.line is not None:
        lines += ["", "What changes:" if changed else "Nothing changes."]
        for held in changed:
            lines += _lines(held)
    if kept:
        lines += ["", "What stays as it was:" if context.line else "At the start:"]
        for held in kept:
            lines += _lines(held)
    return "\n".join(lines)


def _heading(path: str, context: Context) -> str:
    if context.line is None:
        return f"{path}: before the first scene"
    what = context.event or "the scene opens"
    return f"{path}:{context.line}: {context.scene}: {what}"


def _lines(held: Held) -> list[str]:
    lines = [f"  {'*' if held.is_changed else ' '} {held.after}"]
    if held.is_changed and held.before != held.after:
        lines.append(f"      before: {held.before}")
    lines += [f"      because: {reason}" for reason in held.because]
    return lines
