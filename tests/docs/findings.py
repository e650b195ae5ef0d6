"""Writes ``docs/reference/findings.md`` from the docstrings of the functions that make findings.

    python -m tests.docs.findings

A function makes a finding if a code, ``"WK101"``, stands in a call inside it. Its docstring says
what the finding means, and, after *Wrong:* and *Right:*, shows it. Where it does not, a line that
triggers it is taken from the tests of damaged lines. Nothing is imported from the program: what
stands in the source is what there is.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src" / "whoknows"
DISASTERS = PROJECT / "tests" / "text" / "test_disasters.py"
PAGE = PROJECT / "docs" / "reference" / "findings.md"

HEAD = """\
# Findings

Every finding has a code that never changes its meaning. `whoknows check` prints it behind the
severity; `intended WK310: he is bluffing`, in the scene or at the left edge of the file, waives it.

An **error** makes `whoknows check` end with exit code 1. A **warning** does so only with
`--strict`. A **note** never does, and is shown only where it is asked for.

*This page is written by `pytest tests/docs --bless` from the source; change the docstrings there.*
"""

FAMILIES = (
    (0, "The file"),
    (20, "The text"),
    (100, "Names, facts, types and dates"),
    (200, "Moments, questions, and lines added later"),
    (300, "The story"),
    (400, "Problem files written for Sabre"),
)
SEVERITIES = {"error": "error", "warning": "warning", "note": "note"}
_CODE = re.compile(r"WK\d{3}")
_SPEAKS_OF_ITS_CODE = re.compile(r"^WK\d{3}: ")


@dataclass(frozen=True, slots=True)
class Documented:
    """One finding as its function documents it."""

    code: str
    severity: str
    what: str
    example: str
    path: str


def documented() -> list[Documented]:
    """Return all findings in the source, by code."""
    found = [
        each
        for path in sorted(SOURCE.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for each in _of(function, str(path.relative_to(PROJECT)))
    ]
    return sorted(found, key=lambda each: (each.code, each.path))


def damaged_lines() -> dict[str, list[str]]:
    """Return the lines with which the tests trigger a finding, by its code."""
    found: dict[str, list[str]] = {}
    for each in ast.walk(ast.parse(DISASTERS.read_text("utf-8"))):
        if isinstance(each, ast.Tuple):
            words = [word.value if isinstance(word, ast.Constant) else None for word in each.elts]
            for line, code in pairwise(words):
                if isinstance(code, str) and _CODE.fullmatch(code) and isinstance(line, str):
                    found.setdefault(code, []).append(line)
    return found


def _of(function: ast.FunctionDef, path: str) -> Iterator[Documented]:
    text = ast.get_docstring(function)
    codes = list(dict.fromkeys(_codes_in(function)))
    if text is None or not codes:
        return
    paragraphs = [" ".join(part.split()) for part in cleandoc(text).split("\n\n")]
    what = _SPEAKS_OF_ITS_CODE.sub("", paragraphs[0])
    for code in codes:
        example = "\n\n".join(_shown(part) for part in paragraphs[1:])
        yield Documented(code, _severity(function), _shown(what), example, path)


def _codes_in(function: ast.FunctionDef) -> Iterator[str]:
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            for argument in call.args:
                value = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(value, str) and _CODE.fullmatch(value):
                    yield value


def _severity(function: ast.FunctionDef) -> str:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr.lower() in SEVERITIES:
            return SEVERITIES[node.attr.lower()]
        if isinstance(node, ast.Name) and node.id.strip("_").lower() in SEVERITIES:
            return SEVERITIES[node.id.strip("_").lower()]
    return "error"


def _shown(text: str) -> str:
    text = re.sub(r"``(.+?)``", r"`\1`", text)
    return text[0].upper() + text[1:]


def page() -> str:
    """Return the page."""
    parts = [HEAD]
    damaged = damaged_lines()
    family = ""
    last = ""
    for each in documented():
        title = _family(int(each.code[2:]))
        if title != family:
            parts.append(f"## {title}\n")
            family = title
        if each.code != last:
            parts.append(f"### {each.code}\n")
            last = each.code
        parts.append(f"*{each.severity}.* {each.what}\n")
        if each.example:
            parts.append(f"{each.example}\n")
        elif lines := _shown_lines(damaged.get(each.code, ())):
            parts.append(f"Wrong:{lines}\n")
    return "\n".join(parts)


def _shown_lines(examples: Iterable[str]) -> str:
    """Return the first example that is not too long, marked as what one types."""
    shown = [text for text in examples if text.strip() and len(text) < 80]
    for text in shown:
        if "\n" not in text and "`" not in text:
            return f" `{text.strip()}`"
    return f"\n\n```text\n{shown[0].rstrip()}\n```" if shown else ""


def _family(number: int) -> str:
    return [title for least, title in FAMILIES if number >= least][-1]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
