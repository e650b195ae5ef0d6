"""Measure what issue 2 asks for, on the made-up novel: medians of five, each in its own process.

python benchmarks/run.py
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import novel

ROOT = Path(__file__).parent.parent
ROUNDS = 5

MEASURE = """
import gc, json, resource, sys, time
import whoknows
gc.set_threshold(10_000, 20, 20)  # as the command line does; with Python's default: see README.md
novel, found = sys.argv[1], {}
def clock(name, start): found[name] = time.perf_counter() - start
start = time.perf_counter()
book = whoknows.load(novel)
ledger = book.ledger
clock("load and replay", start)
end, cast = ledger.end, list(book.story.cast)
start = time.perf_counter()
for a in cast:
    list(ledger.state((a,), end).all_cells())
clock("every character's table", start)
for a in cast:
    for b in cast:
        if a != b:
            list(ledger.state((a, b), end).all_cells())
clock("every character's and every pair's", start)
found["megabytes in all"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
a, b, c, d = (book.story.things[w].name for w in book.story.scenes[-1].present[:4])
start = time.perf_counter()
book.ask(f"{a} knows {b} knows {c} knows {d} knows plain 7")
clock("first question at depth 4", start)
start = time.perf_counter()
book.ask(f"{d} knows {c} knows {b} knows {a} knows plain 9")
clock("second question at depth 4", start)
print(json.dumps(found))
"""

APPEND = """
import json, resource, sys, time
import whoknows
book, found = whoknows.load(sys.argv[1]), {}
a, b = (book.story.things[w].name for w in book.story.scenes[-1].present[:2])
lines = [f"{a} tells {b}: plain {n % 200}" for n in range(10_000)]
def memory(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
book.append(lines[0])
marks = [memory()]
start = time.perf_counter()
for n, line in enumerate(lines, 1):
    book.append(line)
    if n % 5_000 == 0:
        marks.append(memory())
found["events appended a second"] = len(lines) / (time.perf_counter() - start)
found["megabytes for the first 5,000 appended"] = marks[1] - marks[0]
found["megabytes for the next 5,000 appended"] = marks[2] - marks[1]
print(json.dumps(found))
"""


def main() -> None:
    """Print a table of medians."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "novel.story"
        story.write_text(novel.novel(), "utf-8")
        rounds = [
            {**python(MEASURE, story), **python(APPEND, story), **processes()}
            for _ in range(ROUNDS)
        ]
    for name in rounds[0]:
        print(f"{name:45} {statistics.median(one[name] for one in rounds):12.4f}")


def python(program: str, story: Path) -> dict[str, float]:
    """Run a measuring program in a process of its own and return what it found."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(story)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def processes() -> dict[str, float]:
    """Return how long whole processes take, from start to end."""
    first = str(ROOT / "examples" / "for_the_best.story")
    commands = {
        "whoknows --help": ["--help"],
        "whoknows check, first story": ["check", first],
    }
    found = {}
    for name, arguments in commands.items():
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "whoknows", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            env={**os.environ, "NO_COLOR": "1"},
        )
        found[name] = time.perf_counter() - start
    return found


if __name__ == "__main__":
    main()
