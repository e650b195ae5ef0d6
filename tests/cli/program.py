"""Starting the program as its users do: as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
EXAMPLES = Path(__file__).parents[2] / "examples"


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
) -> "Ran":
    """Run ``whoknows`` with these arguments, and wait for it."""
    result = subprocess.run(
        [sys.executable, "-m", "whoknows", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **(env or {})},
    )
    return Ran(result.returncode, result.stdout.decode(), result.stderr.decode())


class Ran:
    """What came of it."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err
        assert "Traceback" not in err, err

    def __repr__(self) -> str:
        return f"<exit {self.code}>\n{self.out}\n{self.err}"
