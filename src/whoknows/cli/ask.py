"""``whoknows ask STORY QUERY``: one answer with its reason, or a batch of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

import click

from whoknows.cli.options import limit_flags, limits_of, open_story, write_findings

if TYPE_CHECKING:
    from whoknows.ask import Answer
    from whoknows.session.book import Book


HELP = """Ask who knows, believes, suspects what, and why.

\b
whoknows ask for_the_best.story "Kotetsu knows the affair"
whoknows ask for_the_best.story "who is unaware of over" --at "The last night"
"""


@click.command("ask", help=HELP)
@click.argument("story", metavar="STORY")
@click.argument("query", metavar="[QUERY]", nargs=-1)
@click.option("--at", "at", metavar="MOMENT", help="When: a scene, scene:3, a date, L42.")
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help='Answer a file of {"at": …, "query": …}, one a line; - is standard input.',
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@limit_flags
def command(
    story: str,
    query: Sequence[str],
    at: str | None,
    batch: IO[bytes] | None,
    as_json: bool,
    **flags: int,
) -> int:
    """Answer one question, or many."""
    if bool(query) == (batch is not None):
        raise click.UsageError("give either a question or --batch")
    book = open_story(story, limits_of(flags))
    if book is None:
        return 2
    if batch is not None:
        return _answer_all(book, batch, at)
    return _answer_one(book, " ".join(query), at, as_json=as_json)


def _answer_one(book: Book, query: str, at: str | None, *, as_json: bool) -> int:
    from whoknows.base.source import Source
    from whoknows.session.faults import StoryError

    try:
        answer = book.ask(query, at)
    except StoryError as wrong:
        if as_json:
            click.echo(_json({"error": str(wrong)}))
        else:
            write_findings(
                wrong.diagnostics, book.sources | {"question": Source("question", query)}
            )
        return 2
    if as_json:
        click.echo(_json(_shape(answer)))
        return 0
    click.echo(answer.sentence)
    for reason in answer.because:
        click.echo(f"  {reason.text}")
    return 0


def _answer_all(book: Book, batch: IO[bytes], at: str | None) -> int:
    """Write one object for each line, in their order, as soon as it is known."""
    for line in batch:
        if line.strip():
            click.echo(_json(_answered(book, line, at)))
    return 0


def _answered(book: Book, line: bytes, at: str | None) -> dict[str, Any]:
    from whoknows.session.faults import StoryError

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": 'this line is not JSON; write {"at": …, "query": …}'}
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        return {"error": 'this line has no question; write {"at": …, "query": …}'}
    when = asked.get("at", at)
    if when is not None and not isinstance(when, str):
        return {"error": "at must be a text: a scene, a date, L42"}
    try:
        return _shape(book.ask(asked["query"], when))
    except StoryError as wrong:
        return {"error": str(wrong)}


def _shape(answer: Answer) -> dict[str, Any]:
    verdict = answer.verdict
    return {
        "answer": verdict if isinstance(verdict, str) else list(verdict),
        "sentence": answer.sentence,
        "because": [reason.text for reason in answer.because],
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
