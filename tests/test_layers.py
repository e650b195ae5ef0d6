"""The direction of imports: a room imports from lower floors only, never from its own floor.

Every import counts: inside a function, and under TYPE_CHECKING, too.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "whoknows"

FLOORS = [
    {"base"},
    {"text"},
    {"model"},
    {"engine"},
    {"ledger"},
    {"words"},
    {"check", "ask", "plan", "simulate"},
    {"views", "formats"},
    {"session"},
    {"cli", "web", "lsp", "mcp"},
]
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
ROOF = {"__init__", "__main__"}  # `whoknows` itself: may import anything, and no room imports it


def imported(path: Path, root: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a module imports, relative imports resolved."""
    package = ["whoknows", *path.relative_to(root).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def violations(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("*.py")):
        where = path.relative_to(root)
        room = where.parts[0].removesuffix(".py")
        if room in ROOF and len(where.parts) == 1:
            continue
        if room not in FLOOR_OF:
            yield f"{where.as_posix()}: {room} stands on no floor"
            continue
        for line, name in imported(path, root):
            first, *rest = name.split(".")
            if first != "whoknows":
                continue
            other = rest[0] if rest and rest[0] in FLOOR_OF else "whoknows"
            if other != room and FLOOR_OF.get(other, len(FLOORS)) >= FLOOR_OF[room]:
                yield f"{where.as_posix()}:{line}: {room} may not import {other}"


def test_imports_run_downwards() -> None:
    assert list(violations(SOURCE)) == []


def plant(root: Path, where: str, text: str) -> None:
    path = root / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_planted_imports_are_reported(tmp_path: Path) -> None:
    plant(tmp_path, "__init__.py", "from whoknows.cli import main\n")
    plant(tmp_path, "__main__.py", "import whoknows.session\n")
    plant(tmp_path, "base/good.py", "import os\nfrom whoknows.base import source\n")
    plant(tmp_path, "engine/good.py", "from whoknows.model.story import Story\n")
    plant(tmp_path, "text/upward.py", "import whoknows.engine.apply\n")
    plant(tmp_path, "text/inside.py", "def f():\n    from whoknows import engine\n")
    plant(tmp_path, "text/relative.py", "from ..model import story\nfrom .. import session\n")
    plant(
        tmp_path,
        "text/typing_only.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from whoknows.model import x\n",
    )
    plant(tmp_path, "check/deep/sideways.py", "from whoknows.ask.answer import answer\n")
    plant(tmp_path, "cli/roof.py", "import whoknows\nfrom whoknows import load\n")
    plant(tmp_path, "cellar/rat.py", "")
    assert list(violations(tmp_path)) == [
        "cellar/rat.py: cellar stands on no floor",
        "check/deep/sideways.py:1: check may not import ask",
        "cli/roof.py:1: cli may not import whoknows",
        "cli/roof.py:2: cli may not import whoknows",
        "text/inside.py:2: text may not import engine",
        "text/relative.py:1: text may not import model",
        "text/relative.py:2: text may not import session",
        "text/typing_only.py:3: text may not import model",
        "text/upward.py:1: text may not import engine",
    ]
