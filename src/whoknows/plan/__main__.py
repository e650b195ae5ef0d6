"""`python -m whoknows.plan FILE.txt --goal N --atl N --ctl N --el N [--json]`."""

import argparse
import json
import sys

from whoknows.base.reading import read
from whoknows.base.terminal import to_text
from whoknows.plan import Outcome, Progress, Result, outline, read_problem, solve, to_json


def main(arguments: list[str] | None = None) -> int:
    """Run; 0 when a plan was found, 1 when there is none or the problem has errors."""
    parser = argparse.ArgumentParser(prog="python -m whoknows.plan", description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--goal", type=float, help="the author's utility to reach")
    parser.add_argument("--atl", type=int, default=-1, help="most actions in the plan")
    parser.add_argument("--ctl", type=int, default=-1, help="most actions in an explanation")
    parser.add_argument("--el", type=int, default=-1, help="most levels of belief")
    parser.add_argument("--seconds", type=float, help="give up after so long")
    parser.add_argument("--megabytes", type=float, help="give up above so much memory")
    parser.add_argument("--json", action="store_true", help="print plain data")
    options = parser.parse_args(arguments)
    source, found = read(options.file)
    problem = None
    if source is not None:
        problem, found = read_problem(source)
    if problem is None:
        result = Result(Outcome.FAULTY, findings=found)
    else:
        result = solve(
            problem,
            goal=options.goal,
            author_limit=options.atl,
            character_limit=options.ctl,
            epistemic_limit=options.el,
            seconds=options.seconds,
            megabytes=options.megabytes,
            progress=_progress if sys.stderr.isatty() else None,
        )
    findings = (*found, *result.findings)
    if findings:
        sources = {} if source is None else {source.path: source}
        sys.stderr.write(to_text(findings, sources) + "\n")
    if options.json:
        sys.stdout.write(json.dumps(to_json(result), ensure_ascii=False) + "\n")
    else:
        _show(result)
    return 0 if result.solved else 1


def _progress(progress: Progress) -> None:
    sys.stderr.write(
        f"\r{progress.seconds:6.1f} s  {progress.generated:,} states  "
        f"(explanations of {progress.character_limit} actions, {progress.epistemic_limit} deep)"
    )


def _show(result: Result) -> None:
    for line in outline(result):
        sys.stdout.write(line + "\n")
    shortest = ", no shorter plan exists" if result.shortest else ""
    sys.stdout.write(
        f"{result.outcome.value}{shortest}; utility {result.utility}, "
        f"{result.visited:,} visited, {result.generated:,} generated, {result.seconds:.2f} s\n"
    )


if __name__ == "__main__":
    sys.exit(main())
