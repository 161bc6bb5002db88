# SPDX-License-Identifier: Apache-2.0
"""Times the society beside T-RECS at equal work, and alone with all of its processes, in one run; prints the tables.

    python society.py COMMAND FOLDER TRECS_PYTHON

Equal work: every item is scored for every person in every step, ten are shown, people react, counters change. The tools alternate;
figures are medians. Without TRECS_PYTHON the peer is left out.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
RUNS = int(os.environ.get("RUNS", "5"))
# People, items, steps of T-RECS, steps of ours: enough for either to last.
EQUAL = [(1_000, 1_000, 10, 200), (1_000, 10_000, 3, 30), (5_000, 5_000, 2, 10)]


def ours(command, *arguments, environment=None):
    """What `euthyna society --json` says."""
    done = subprocess.run(
        [command, "society", "--json", *map(str, arguments)], capture_output=True, text=True,
        env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        sys.exit(f"euthyna society {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def theirs(python, people, items, steps):
    """What T-RECS took for the same."""
    done = subprocess.run(
        [python, HERE / "trecs_bench.py", str(people), str(items), str(steps)],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"T-RECS ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    one, five, _ = os.getloadavg()
    return f"{model}, {os.cpu_count()} threads, load average {one:.1f} (1 minute), {five:.1f} (5 minutes)"


def equal_work(command, python):
    print("\n| equal work, popularity | T-RECS 0.2.1, a CPU second | euthyna, a CPU second | ratio "
          "| ratio, wall time | memory: T-RECS, euthyna |")
    print("|---|---|---|---|---|---|")
    for people, items, their_steps, our_steps in EQUAL:
        them, us = [], []
        for _ in range(RUNS):
            if python:
                them.append(theirs(python, people, items, their_steps))
            us.append(ours(command, "--preset", "equal-work", "--people", people, "--items", items, "--steps", our_steps,
                           "--ranker", "popularity"))
        for run in us:
            if run["impressions"] != people * our_steps * 10 or run["noticed"] != run["impressions"]:
                sys.exit(f"this was not equal work: {run}")
        cpu, wall, memory = (median(us, key) for key in ["impressionsPerProcessorSecond", "impressionsPerSecond", "peakBytes"])
        if not them:
            print(f"| {people:,} people × {items:,} items | – | {cpu:,.0f} | – | – | –, {memory / 1e6:.0f} MB |", flush=True)
            continue
        their_cpu, their_wall = median(them, "impressions_per_cpu_s"), median(them, "impressions_per_wall_s")
        print(f"| {people:,} people × {items:,} items | {their_cpu:,.0f} | {cpu:,.0f} | {cpu / their_cpu:.0f} × "
              f"| {wall / their_wall:.0f} × | {median(them, 'peak_mb'):,.0f} MB, {memory / 1e6:.0f} MB |", flush=True)


def growth(command):
    print("\n| all processes, candidates anywhere | shown | shown a second | a CPU second | µs of CPU a session "
          "| memory | bytes a person |")
    print("|---|---|---|---|---|---|---|")
    smallest = None
    for people, candidates, ranker, steps in [
            (10_000, 200, "chronological", 12), (100_000, 200, "chronological", 4), (1_000_000, 200, "chronological", 4),
            (100_000, 50, "chronological", 4), (100_000, 400, "chronological", 4), (100_000, 800, "chronological", 4),
            (100_000, 200, "stated-preference", 4), (100_000, 200, "x-2026", 4)]:
        times = 1 if people >= 1_000_000 else min(3, RUNS)
        runs = [ours(command, "--people", people, "--candidates", candidates, "--steps", steps, "--ranker", ranker)
                for _ in range(times)]
        memory = median(runs, "peakBytes")
        smallest = smallest or (people, memory)
        further = f"{(memory - smallest[1]) / (people - smallest[0]):.0f}" if people > smallest[0] else "–"
        cpu = median(runs, "processorSeconds")
        print(f"| {people:,} people, {candidates} candidates, {ranker} | {runs[0]['impressions']:,} "
              f"| {median(runs, 'impressionsPerSecond'):,.0f} | {median(runs, 'impressionsPerProcessorSecond'):,.0f} "
              f"| {cpu / runs[0]['sessions'] * 1e6:.1f} | {memory / 1e6:.0f} MB with {runs[0]['posts']:,} posts | {further} |",
              flush=True)


def allocations(command, folder):
    library, count = folder / "count_allocations.so", folder / "allocations.txt"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, HERE / "count_allocations.c"], check=True)

    def counted(steps, arguments):
        run = ours(command, "--steps", steps, "--threads", 1, *arguments,
                   environment={"LD_PRELOAD": str(library), "COUNT_ALLOCATIONS": str(count)})
        return int(count.read_text()), run["impressions"]

    print("\n| memory asked for | further impressions | allocations a thousand of them |")
    print("|---|---|---|")
    for name, arguments in [
            ("equal work, 1,000 people, 1,000 items",
             ["--preset", "equal-work", "--people", 1_000, "--items", 1_000, "--ranker", "popularity"]),
            ("all processes, 20,000 people", ["--people", 20_000]),
            ("all processes, 20,000 people, x-2026", ["--people", 20_000, "--ranker", "x-2026"])]:
        (before, some), (after, more) = counted(8, arguments), counted(16, arguments)
        print(f"| {name} | {more - some:,} | {(after - before) / (more - some) * 1_000:.2f} |", flush=True)


def main():
    command, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print(f"\n{machine()}")
    equal_work(command, sys.argv[3] if len(sys.argv) > 3 else None)
    growth(command)
    allocations(command, folder)
    print(f"\nAt the end: {machine()}")


if __name__ == "__main__":
    main()
