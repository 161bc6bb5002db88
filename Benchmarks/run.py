# SPDX-License-Identifier: Apache-2.0
"""Times the command beside its peers on the same recordings, in one run, and prints the tables of the README.

    python run.py COMMAND FOLDER

Job: CSV of impressions → amplification and top-20 % share by part, 95 % intervals from 2,000 resamples of the viewers.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
SIZES = [100_000, 1_000_000, 10_000_000]
PEERS = {
    "pandas + NumPy": "numpy", "pandas + SciPy": "pandas", "Polars + SciPy": "polars", "DuckDB + SciPy": "duckdb",
}


def timed(arguments, log):
    """Wall seconds and largest resident size in bytes of one process and its children."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1, 2):
        sys.exit(f"{' '.join(map(str, arguments))} ended with {code}:\n{pathlib.Path(log).read_text()}")
    return seconds, usage.ru_maxrss * 1024


def ours(command, folder, rows):
    """Three runs, the median: a run is short enough to be disturbed."""
    work = folder / f"ours-{rows}"
    work.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "impressions.yaml", work)
    link = work / f"impressions-{rows}.csv"
    if not link.exists():
        os.link(folder / f"impressions-{rows}.csv", link)
    runs = [
        timed([command, "examine", "--recording", work / "impressions.yaml", "--draws", "2000", "--quiet", "--out", work / "out"],
              work / "log.txt")
        for _ in range(3)
    ]
    return sorted(runs)[1]


def theirs(peer, folder, rows):
    log = folder / f"{peer}-{rows}.txt"
    run = timed([sys.executable, HERE / "peers.py", peer, folder / f"impressions-{rows}.csv"], log)
    return run, log.read_text()


def check(folder, rows, text):
    """The peers must have found what we found, or their time means nothing."""
    csv = (folder / f"ours-{rows}" / "out" / "figures.csv").read_text()
    for line in text.splitlines():
        part, ratio, top = re.match(r"(\S+) ratio (\S+) .* top (\S+) ", line).groups()
        for key, value in [(f"ratio/{part}", ratio), (f"topShare/{part}/difference", top)]:
            found = next(row for row in csv.splitlines() if f",{key}," in row)
            if not any(abs(number(cell) - float(value)) < 1e-6 for cell in found.split(",")):
                sys.exit(f"{key}: a peer found {value}, we wrote {found}")


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return float("inf")


def main():
    command, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    print("| impressions | file | seconds | µs a further row | largest memory | memory / file |")
    print("|---|---|---|---|---|---|")
    before = None
    for rows in SIZES:
        path = folder / f"impressions-{rows}.csv"
        if not path.exists():
            subprocess.run([sys.executable, HERE / "make_impressions.py", str(rows), path], check=True)
        seconds, memory = ours(command, folder, rows)
        size = path.stat().st_size
        further = f"{(seconds - before[1]) / (rows - before[0]) * 1e6:.2f}" if before else "–"
        before = (rows, seconds)
        print(
            f"| {rows:,} | {size / 1e6:.0f} MB | {seconds:.2f} | {further} | {memory / 1e6:.0f} MB | {memory / size:.2f} |",
            flush=True)
    rows = SIZES[-1]
    print(f"\n| {rows:,} impressions | seconds | against ours | largest memory |")
    print("|---|---|---|---|")
    base, memory = ours(command, folder, rows)
    print(f"| euthyna | {base:.2f} | 1 | {memory / 1e6:.0f} MB |", flush=True)
    for name, peer in PEERS.items():
        (seconds, memory), text = theirs(peer, folder, rows)
        check(folder, rows, text)
        print(f"| {name} | {seconds:.2f} | {seconds / base:.1f} × | {memory / 1e6:.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
