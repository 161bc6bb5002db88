# SPDX-License-Identifier: Apache-2.0
"""Times what delegates and editors wait for, beside a plain Python script on the same files, and prints a table.

    python instrument.py COMMAND FOLDER

193 positions over the 29 clauses of Instrument/ are made from fixed draws. The peer reads them with PyYAML's C loader and
takes the meet; it derives nothing else. Both must agree on which clauses are in force.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import time

import yaml

HERE = pathlib.Path(__file__).parent
RULE_BOOK = HERE.parent / "Instrument"


def clauses():
    """The clause blocks of the articles, by id."""
    found = {}
    for path in sorted(RULE_BOOK.glob("*.md")):
        text = path.read_text()
        for match in re.finditer(r"^## [^\n]*\{#([a-z]+-\d+)\}(.*?)^```clause\n(.*?)^```", text, re.M | re.S):
            found[match.group(1)] = yaml.load(match.group(3), yaml.CSafeLoader)
    return found


def position(name, vocabulary, draw):
    """Nearly every clause, with numbers that differ a little from what is proposed."""
    accepted = {}
    for id, clause in vocabulary.items():
        if draw.random() < 0.002:
            continue
        terms = {"tolerance": round(clause.get("tolerance", 0) * draw.choice([1, 1, 1.5]), 6)}
        if clause.get("rule") == "e-value":
            terms = {}
        for parameter, value in clause.get("parameters", {}).items():
            terms[parameter] = value if isinstance(value, list) or isinstance(value, float) else value * draw.choice([1, 2])
        accepted[id] = terms
    return {"signatory": name, "clauses": accepted}


def peer(folder):
    """What a script of an afternoon does: read all, keep what all accept, the looser of two numbers, what both sets hold."""
    met = None
    for path in sorted(folder.glob("*.yaml")):
        accepted = yaml.load(path.read_text(), yaml.CSafeLoader)["clauses"]
        if met is None:
            met = {id: dict(terms) for id, terms in accepted.items()}
            continue
        for id in list(met):
            if id not in accepted:
                del met[id]
                continue
            for parameter, value in accepted[id].items():
                if isinstance(value, list):
                    met[id][parameter] = [word for word in met[id][parameter] if word in value]
                elif parameter != "detectionProbability":
                    met[id][parameter] = max(met[id][parameter], value)
    return sorted(met)


def median(arguments, runs=7):
    """The median of several whole processes, in milliseconds, and what the last one printed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(arguments, capture_output=True, text=True)
        times.append((time.perf_counter() - start) * 1000)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
    return sorted(times)[runs // 2], done.stdout


def main():
    command, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve() / "positions"
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary, draw = clauses(), random.Random(193)
    for number in range(193):
        name = f"State {number:03}"
        (folder / f"{number:03}.yaml").write_text(json.dumps(position(name, vocabulary, draw)))
    check, _ = median([command, "instrument", "check", RULE_BOOK])
    read, _ = median([command, "instrument", "check", RULE_BOOK, "--positions", folder])
    derive, text = median([command, "instrument", "derive", RULE_BOOK, "--positions", folder])
    script, listed = median([sys.executable, __file__, "--peer", folder])
    agreed = sorted({line.split()[0] for line in text.splitlines()[3:]} - {
        line.split()[0] for line in text.splitlines() if "not agreed" in line})
    if agreed != json.loads(listed):
        sys.exit(f"the peer keeps {listed}, we keep {agreed}")
    print(f"\n| {len(vocabulary)} clauses, whole processes | milliseconds | against ours |")
    print("|---|---|---|")
    print(f"| check the rule-book, six recordings measured | {check:.0f} | |")
    print(f"| the same, and read 193 positions | {read:.0f} | |")
    print(f"| derive from 193 positions: values, ladders, who binds | {derive:.0f} | 1 |")
    print(f"| Python with PyYAML (C loader): the meet alone | {script:.0f} | {script / derive:.1f} × |")


if __name__ == "__main__":
    if sys.argv[1] == "--peer":
        print(json.dumps(peer(pathlib.Path(sys.argv[2]))))
    else:
        main()
