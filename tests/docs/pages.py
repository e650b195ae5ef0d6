"""A page of the docs, told again: every fenced block in it is run, and what comes out stands in it.

``` ```story ```           a whole story; it must check without errors
``` ```story NAME ```      the same, saved under that name for the commands further down the page
``` ```story NAME add ```  goes on where NAME stopped; the whole of it must check without errors
``` ```story NAME wrong `` saved under that name, and must not check without errors; with ``add``,
                           only until the story goes on
``` ```console ```         lines ``$ whoknows …``, each followed by what it prints
``` ```python ```          run; what it prints stands in an ``output`` block below, if there is one
``` ```sh ```, ``text`` …  for the eye only

Each page has a directory of its own, which holds ``examples/`` and what the page has saved; the
commands of a page run there, in the order of the page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import whoknows

PROJECT = Path(__file__).parents[2]
RUN = frozenset({"whoknows", "printf", "touch"})
"""What a command may begin with. What sets up a machine stands in ``sh`` blocks."""
SILENT = frozenset({"sh", "ebnf", "text", "json", "toml", "yaml"})

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"\[`([\w…]+)`\]\(([^)\s]+\.py)\)")
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")


class WrongPageError(AssertionError):
    """Something on a page cannot be run, or does not do what the page needs."""


def all_pages() -> list[Path]:
    """Return every page, in order: the README, where there is one, and all of ``docs/``."""
    readme = PROJECT / "README.md"
    return [*([readme] if readme.exists() else []), *sorted((PROJECT / "docs").rglob("*.md"))]


def links_of(page: Path) -> Iterator[str]:
    """Yield the targets of all links of a page that lead to files."""
    text = _FENCE.sub("", page.read_text("utf-8"))
    for match in _LINK.finditer(text):
        target = match["target"]
        if "://" not in target and not target.startswith("mailto:"):
            yield target


def names_linked(page: Path) -> Iterator[tuple[str, str]]:
    """Yield name and target of each link that is a name in a module, as `name` or `name_…`."""
    yield from _NAME.findall(page.read_text("utf-8"))


def is_in(name: str, module: Path) -> bool:
    """Tell whether a module makes something of that name, or names that begin so."""
    start = re.escape(name.removesuffix("…"))
    end = "" if name.endswith("…") else r"\b"
    return bool(
        re.search(rf"^\s*(?:(?:def|class) )?{start}{end}", module.read_text("utf-8"), re.MULTILINE)
    )


def anchors_of(page: Path) -> set[str]:
    """Return the names of a page's headings, as the usual hosts make them."""
    text = _FENCE.sub("", page.read_text("utf-8"))
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", text, re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", heading.strip().lower())
        found.add(plain.replace(" ", "-"))
    return found


@dataclass
class Telling:
    """One page while its blocks are run, in the directory ``folder``."""

    page: Path
    folder: Path
    printed: str = ""
    kept: dict[str, str] = field(default_factory=dict)
    namespace: dict[str, Any] = field(default_factory=dict)

    def told_again(self) -> str:
        """Return the page as it reads with what the program says now."""
        shutil.copytree(PROJECT / "examples", self.folder / "examples", dirs_exist_ok=True)
        return _FENCE.sub(self._block, self.page.read_text("utf-8"))

    def _block(self, match: re.Match[str]) -> str:
        words = match["info"].split()
        language = words[0] if words else ""
        body = match["body"]
        match language:
            case "story":
                self._story(body, words[1:])
            case "console":
                body = self._console(body)
            case "python":
                self._python(body)
            case "output":
                body = self.printed
            case _ if language not in SILENT:
                raise self._wrong(body, f"what is ```{language}?")
            case _:
                pass
        return f"```{match['info']}\n{body}```"

    def _wrong(self, block: str, complaint: str) -> WrongPageError:
        return WrongPageError(f"{self.page.relative_to(PROJECT)}: {complaint}\n\n{block}")

    def _story(self, text: str, words: list[str]) -> None:
        name = words[0] if words else "unnamed.story"
        path = self.folder / name
        before = self.kept.get(name, "") if "add" in words[1:] else ""
        gap = "\n" if before and not text.startswith(" ") else ""
        path.write_text(before + gap + text, "utf-8")
        if "wrong" not in words[1:]:
            self.kept[name] = before + gap + text
        book = whoknows.load(path)
        errors = [each for each in book.check() if each.severity.name == "ERROR"]
        if bool(errors) is not ("wrong" in words[1:]):
            said = "\n".join(f"{each.code} {each.message}" for each in errors)
            raise self._wrong(text, f"this story has {'' if errors else 'no '}errors\n{said}")

    def _console(self, body: str) -> str:
        told: list[str] = []
        for line in body.splitlines():
            if line.startswith("$ "):
                told += [line, self._output_of(line[2:])]
            elif not told:
                raise self._wrong(body, "a console block starts with a command")
        return "".join(part if part.endswith("\n") or not part else part + "\n" for part in told)

    def _output_of(self, command: str) -> str:
        if command.split(maxsplit=1)[0] not in RUN:
            raise self._wrong(command, "this is not run here; a ```sh block is for the eye only")
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "NO_COLOR": "1",
            "COLUMNS": "80",
            "PYTHONUTF8": "1",
        }
        bash = shutil.which("bash")
        assert bash is not None
        done = subprocess.run(
            [bash, "-c", command],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=20,
        )
        if "Traceback (most recent call last)" in done.stdout:
            raise self._wrong(done.stdout, f"the program fell over: {command}")
        return done.stdout

    def _python(self, body: str) -> None:
        out = StringIO()
        code = compile(body, f"<{self.page.name}>", "exec")
        with chdir(self.folder), redirect_stdout(out):
            try:
                exec(code, self.namespace)  # noqa: S102  # the page's own example
            except Exception as error:
                raise self._wrong(body, traceback.format_exc()) from error
        self.printed = out.getvalue()
