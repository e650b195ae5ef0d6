"""How fast the planner is: `python benchmarks/plan.py [--lovers N] [--only tasks|lovers|growth]`.

Each line is one whole process, `python -m whoknows.plan … --json`, timed from outside. Sabre's
problem files are read where they lie (../shared/sabre); without them there is nothing to measure.

* tasks: Sabre's benchmark tasks, beside what its best configuration needed. Every plan found is
  given to the verifier.
* lovers: random instances of the domain, made as the header of lovers.txt says.
* growth: space and hospital, once, twice and four times as large.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

from whoknows.base.source import Source
from whoknows.plan import Explanation, PlanStep, read_problem, verify

ROOT = Path(__file__).parents[1]
SABRE = ROOT.parent / "shared" / "sabre"
Limits = tuple[str, str, str, str]


def run(path: Path, limits: Limits, seconds: float) -> tuple[float, dict[str, object]]:
    """One process: its wall time and its answer."""
    goal, author, character, epistemic = limits
    command = [sys.executable, "-m", "whoknows.plan", str(path), "--json", "--goal", goal]
    command += ["--atl", author, "--ctl", character, "--el", epistemic, "--seconds", str(seconds)]
    begun = time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT / "src")}
    )
    return time.perf_counter() - begun, json.loads(done.stdout)


def step(given: dict[str, object]) -> PlanStep:
    """A step of a plan, back from plain data."""
    explanations = given["explanations"]
    assert isinstance(explanations, list)
    return PlanStep(
        str(given["action"]),
        tuple(
            Explanation(each["character"], tuple(step(inner) for inner in each["plan"]))
            for each in explanations
        ),
    )


def verdict(path: Path, limits: Limits, answer: dict[str, object]) -> str:
    """What the verifier says of a plan."""
    problem, _ = read_problem(Source(str(path), path.read_text("utf-8")))
    explanations = answer["explanations"]
    assert problem is not None
    assert isinstance(explanations, list)
    goal, author, character, epistemic = limits
    said = verify(
        problem,
        [step(each) for each in explanations],
        goal=float(goal),
        author_limit=int(author),
        character_limit=int(character),
        epistemic_limit=int(epistemic),
        allowed=1000,
    )
    if said.wrong:
        return "WRONG"
    return "right" if not said.undecided else f"right ({len(said.undecided)} open)"


def tasks(seconds: float) -> None:
    """The whole table."""
    columns = ["task", "seconds", "Sabre's best", "actions", "Sabre's"]
    columns += ["ends", "minimal", "shortest", "verifier"]
    print(f"| {' | '.join(columns)} |")
    print("|---" * len(columns) + "|")
    walls: list[float] = []
    for row in csv.DictReader((SABRE / "tasks.csv").read_text("utf-8").splitlines()):
        path = SABRE / row["file"]
        limits = (row["goal"], row["atl"], row["ctl"], row["el"])
        wall, answer = run(path, limits, seconds)
        walls.append(wall)
        plan = answer["plan"]
        assert isinstance(plan, list)
        checked = verdict(path, limits, answer) if answer["solved"] else "-"
        theirs = row["wall_s"] if row["solved"] == "true" else f"none in {row['wall_s']}"
        print(
            f"| {row['task']} | {wall:.2f} | {theirs} | {len(plan)} | {row['plan_length'] or '-'} "
            f"| {answer['outcome']} | {'yes' if answer['minimal'] else 'not shown'} "
            f"| {'yes' if answer['shortest'] else 'not shown'} | {checked} |",
            flush=True,
        )
    print(f"\nmedian {median(walls):.2f} s, slowest {max(walls):.2f} s\n")


def definitions(text: str, kept: tuple[str, ...]) -> str:
    """The definitions of these kinds in a problem file, without comments."""
    found, start, depth = [], 0, 0
    lines = [line.split("//")[0] for line in text.split("*/", 1)[-1].splitlines()]
    plain = "\n".join(lines)
    for place, character in enumerate(plain):
        depth += (character == "{") - (character == "}")
        if character == ";" and not depth:
            found.append(plain[start:place].strip())
            start = place + 1
    return "".join(f"{each};\n" for each in found if each.split()[0] in kept)


def lovers(seed: int) -> str:
    """A random instance: who wants what, who loves whom, who and what is where, who is wrong."""
    dice = Random(seed)
    people, items = ("C1", "C2", "C3"), ("I1", "I2", "I3")
    rooms = ("R11", "R12", "R21", "R22")
    text = (SABRE / "problems" / "lovers.txt").read_text("utf-8")
    lines = [definitions(text, ("type", "entity", "property", "action", "trigger"))]
    lines += ["pair(C1, C2); pair(C1, C3); pair(C2, C3);"]
    lines += ["path(R11, R12); path(R11, R21); path(R12, R22); path(R21, R22);"]
    wants = {each: dice.choice(items) for each in people}
    loves = {each: dice.choice([other for other in people if other != each]) for each in people}
    at = {each: dice.choice(rooms) for each in people}
    free = list(people)
    for item in items:
        at[item] = dice.choice((*rooms, *free))
        if at[item] in free:
            free.remove(at[item])  # nobody holds two things
    lines += [f"wants({each}) = {item};" for each, item in wants.items()]
    lines += [f"at({each}) = {place};" for each, place in at.items()]
    for holder in people:
        for other in people:
            if other != holder and dice.random() < 0.2:
                lines.append(f"believes({holder}, wants({other}) = {dice.choice(items)});")
            if other != holder and dice.random() < 0.2:
                lines.append(f"believes({holder}, at({other}) = {dice.choice(rooms)});")
        for item in items:
            if dice.random() < 0.2:
                lines.append(f"believes({holder}, at({item}) = {dice.choice(rooms)});")
    first, second = dice.sample(people, 2)
    lines.append(f"utility(): happy({first}) & happy({second});")
    lines += [
        f"utility({each}): (if(happy({each})) 1 else 0) + (if(happy({loves[each]})) 1 else 0);"
        for each in people
    ]
    return "\n".join(lines)


def random_lovers(count: int, seconds: float) -> None:
    """So many instances, at the limits of the task."""
    walls: list[float] = []
    ends: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(count):
            path = Path(folder) / f"lovers{seed}.txt"
            path.write_text(lovers(seed), "utf-8")
            wall, answer = run(path, ("1", "5", "5", "2"), seconds)
            walls.append(wall)
            outcome = str(answer["outcome"])
            ends[outcome] = ends.get(outcome, 0) + 1
            if outcome.startswith("gave up") or wall > 10:
                print(f"lovers {seed}: {outcome}, {wall:.1f} s", flush=True)
    walls.sort()
    shown = ", ".join(f"{number} {outcome}" for outcome, number in sorted(ends.items()))
    print(f"{count} random lovers: {shown}; median {median(walls):.2f} s, ", end="")
    print(f"nine of ten within {walls[int(count * 0.9) - 1]:.2f} s, slowest {walls[-1]:.2f} s\n")


def grown_space(times: int) -> str:
    """More explorers with their ships, more guarded surfaces with their caves and lizards."""
    lines = [(SABRE / "problems" / "space.txt").read_text("utf-8") + ";"]
    for number in range(2, times + 1):
        zoe, lizard = f"Zoe{number}", f"Lizard{number}"
        ship, cave, surface = f"Ship{number}", f"Cave{number}", f"Surface{number}"
        lines.append(f"entity {zoe} : character; entity {lizard} : character;")
        lines.append(f"entity {ship} : ship; entity {cave} : place; entity {surface} : landform;")
        lines.append(f"path({surface}, {cave}); path({cave}, {surface}); captain({zoe}, {ship});")
        lines += [f"status({each}) = Safe;" for each in (ship, cave, surface)]
        lines.append(f"status({zoe}) = Healthy; at({zoe}) = {ship}; guardian({lizard}, {surface});")
        lines.append(f"status({lizard}) = Healthy; at({lizard}) = {cave};")
        lines.append(f"believes({zoe}, !guardian({lizard}, {surface}));")
        lines += [
            f"utility({each}): if(status({each}) == Dead) 0 else "
            f"(if(status({each}) == Healthy) 1 else 0) + (if(safe({each})) 1 else 0) + "
            f"(sum(c : character) relationship({each}, c));"
            for each in (zoe, lizard)
        ]
    return "\n".join(lines)


def grown_hospital(times: int) -> str:
    """More doctors, patients and rooms."""
    lines = [(SABRE / "problems" / "hospital.txt").read_text("utf-8") + ";"]
    doctors, patients = ["Hathaway"], ["Jones", "Ross", "Young"]
    for number in range(2, times + 1):
        doctor = f"Doctor{number}"
        doctors.append(doctor)
        new = [f"Patient{number}{letter}" for letter in "ABC"]
        rooms = [f"Room{number}{letter}" for letter in "ABC"]
        patients += new
        lines += [f"entity {doctor} : doctor; alive({doctor}); at({doctor}) = {rooms[0]};"]
        lines += [f"entity {each} : examroom;" for each in rooms]
        for place, each in enumerate(new):
            lines.append(f"entity {each} : patient; alive({each}); at({each}) = Admissions;")
            lines.append(f"symptom({each}) = {'SymptomB' if place == 2 else 'SymptomA'};")
            lines.append(
                f"utility({each}): if(alive({each}) & symptom({each}) == Healthy) 2 "
                f"elseif(alive({each})) 1 else 0;"
            )
        lines.append(
            f"utility({doctor}): if(!alive({doctor})) 0 else "
            "1 + (sum(p : patient) if(symptom(p) == Healthy) 1 else 0);"
        )
    for doctor in doctors:
        for each in patients:
            lines.append(f"believes({doctor}, symptom({each})) = ?;")
            lines.append(f"believes({each}, believes({doctor}, symptom({each}))) = ?;")
    return "\n".join(lines)


def growth(seconds: float) -> None:
    """Time against size."""
    print("| problem | size | seconds | ends | actions | generated |")
    print("|---|---|---|---|---|---|")
    cases = (
        ("space", grown_space, ("4", "9", "3", "1")),
        ("space", grown_space, ("5", "9", "3", "1")),
        ("hospital", grown_hospital, ("1", "11", "5", "3")),
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, grown, limits in cases:
            for times in (1, 2, 4):
                path = Path(folder) / f"{name}{times}.txt"
                path.write_text(grown(times), "utf-8")
                wall, answer = run(path, limits, seconds)
                plan = answer["plan"]
                assert isinstance(plan, list)
                print(
                    f"| {name}, goal {limits[0]} | {times} | {wall:.2f} | {answer['outcome']} "
                    f"| {len(plan)} | {answer['generated']:,} |",
                    flush=True,
                )
    print()


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--only", choices=("tasks", "lovers", "growth"))
    parser.add_argument("--lovers", type=int, default=100, help="how many random instances")
    parser.add_argument("--seconds", type=float, default=60.0, help="give up after so long")
    options = parser.parse_args()
    if options.only in (None, "tasks"):
        tasks(options.seconds)
    if options.only in (None, "lovers"):
        random_lovers(options.lovers, options.seconds)
    if options.only in (None, "growth"):
        growth(options.seconds)


if __name__ == "__main__":
    main()
