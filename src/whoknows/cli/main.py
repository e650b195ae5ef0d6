"""The program: finds the command, runs it, and never shows a traceback unless asked to.

Exit codes: 0 clean, 1 errors found in a story, 2 wrong usage or no story, 70 a fault of ours.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn, TextIO

import click

from whoknows.base.version import VERSION

COMMANDS = ("check", "ask", "context", "show", "fmt", "freeze", "new")
"""Every command, in the order of the help; each stands in a module of its own."""

OUR_FAULT, INTERRUPTED, BROKEN_PIPE = 70, 130, 141


class Commands(click.Group):
    """The commands, each imported when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        """Return the names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return one command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"whoknows.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="whoknows", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where in the program a fault of ours arose.")
def program(debug: bool) -> None:
    """Keep track of what every character of a story knows, and why."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    # Belief states are many, small and all of them last: swept as often as Python does by default,
    # memory takes a third of the time (benchmarks/README.md).
    gc.set_threshold(10_000, 20, 20)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has closed it. Let the last flush go nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = BROKEN_PIPE
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    debug = False
    try:
        with program.make_context("whoknows", arguments) as context:
            debug = bool(context.params["debug"])
            code = program.invoke(context)
            return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as empty:
        empty.show()
        return 2
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except click.Abort as stopped:
        raise KeyboardInterrupt from stopped
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as fault:  # noqa: BLE001 - the last net: no story may show a traceback
        click.echo(_trace(fault) if debug else _fault(fault), err=True)
        return OUR_FAULT


def _fault(fault: Exception) -> str:
    """WK900: something went wrong in the program itself. Run it again with ``--debug``."""
    what = f"{type(fault).__name__}: {fault}".rstrip(": ").splitlines()[0]
    return (
        f"error[WK900] this is a fault of whoknows, not of your story ({what})\n"
        "     = hint: run it again as whoknows --debug …, and send us what it says"
    )


def _trace(fault: Exception) -> str:
    """Return where in the program a fault arose."""
    from traceback import format_exception

    return f"error[WK900] this is a fault of whoknows\n{''.join(format_exception(fault))}"


def _speak_unicode(stream: TextIO) -> None:
    """Write UTF-8, except to a terminal that wants something else; never fail on a character."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")
