"""``whoknows new NAME``: a small story to start from."""

from __future__ import annotations

from pathlib import Path

import click

STARTER = """\
whoknows 1
story {title}
# A story to write over. What stands behind a # is a comment.

# Who is in the story, and which pronoun they go by.
cast
  Ada (she): means well
  Bruno (he): her best friend
  Cora (she): it is her birthday soon

places
  the kitchen
  the garden

# What can be true, in your own words; or else: how it is said that it is not.
facts
  the party: there will be a party for Cora
    or else: nothing is planned for Cora

# A secret has keepers, and those it is kept from.
secrets
  the party: kept by Ada from Cora, who assume not

# A scene says where it is and who is there. What they see, they know; nobody else does.
# A line with a dash is told in your words; what it changes stands behind the arrow.
scene A plan
  at the kitchen
  with Ada, Bruno
  - Ada writes a list of guests => the party
  Cora enters
  Cora asks Bruno: the party?
  Bruno lies to Cora: not the party
  # What you expect is checked: expect Cora knows the party would be an error here.
  expect Bruno knows the party
  expect Cora believes not the party

scene In the garden
  at the garden
  with Ada, Cora
  Ada tells Cora: the party
  expect Cora knows the party
  expect Bruno believes Cora believes not the party
"""

NEXT = """\
Wrote {path}. What you can do with it:

  whoknows check {shown}
  whoknows ask {shown} "who knows the party" --at "A plan"
  whoknows ask {shown} "why does Cora believe the party"
  whoknows context {shown}:{line}
"""


@click.command("new")
@click.argument("name")
def command(name: str) -> int:
    """Write a small story to start from, into NAME.story."""
    path = Path(name if name.endswith(".story") else f"{name}.story")
    text = STARTER.format(title=_title(path.stem))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as there:
        raise click.ClickException(f"{path} is there already, and is left as it is") from there
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise click.ClickException(f"{path} cannot be written: {reason}") from problem
    shown = f'"{path}"' if " " in str(path) else str(path)
    line = text[: text.index("Bruno lies")].count("\n") + 1
    click.echo(NEXT.format(path=path, shown=shown, line=line), nl=False)
    return 0


def _title(stem: str) -> str:
    """Return a title that a line of a story can hold."""
    kept = "".join(each if each.isalnum() or each in " '-,.!?" else " " for each in stem)
    return " ".join(kept.split()) or "Untitled"
