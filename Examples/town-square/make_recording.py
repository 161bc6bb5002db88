#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the example recording: an invented town square, nobody in it is real.

Every session of every reader is ranked twice from the same candidates: newest first, and by a ranker that rewards reactions.
The random numbers are keyed by what they are for, so that the files are the same on every machine.

    python3 make_recording.py
"""
import csv
import hashlib
import pathlib

HERE = pathlib.Path(__file__).parent
DISTRICTS = ["harbour", "hill", "market"]
READERS, AUTHORS, SESSIONS, PLACES, CANDIDATES = 120, 60, 3, 8, 40


def draw(*key):
    """A number in [0, 1) that is a function of its key alone."""
    digest = hashlib.sha256(repr(key).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


authors = [
    {"author": f"a{n:02}", "district": DISTRICTS[n % 3], "habit": draw("habit", n) ** 3 + 0.05, "warmth": 0.3 + 0.6 * draw("warmth", n)}
    for n in range(AUTHORS)
]
# Replies come sooner at the harbour, so a ranker of reactions favours it although nobody meant that.
for author in authors:
    author["warmth"] += 0.35 if author["district"] == "harbour" else 0.0

posts = []
total = sum(a["habit"] for a in authors)
for n in range(1500):
    point, at = draw("author", n) * total, 0
    while point > authors[at]["habit"]:
        point -= authors[at]["habit"]
        at += 1
    reactions = round(20 * authors[at]["warmth"] * draw("reactions", n))
    posts.append({"item": f"i{n:04}", "author": authors[at], "time": n * 240, "reactions": reactions})

rows = []
for r in range(READERS):
    reader, district = f"r{r:03}", DISTRICTS[int(draw("district", r) * 3)]
    for s in range(SESSIONS):
        now = int(86_400 + draw("session", r, s) * 270_000)
        pool = [p for p in posts if p["time"] <= now]
        # Each reader follows half of the authors.
        pool = [p for p in pool if draw("follows", r, p["author"]["author"]) < 0.5][-CANDIDATES:]
        newest = sorted(pool, key=lambda p: -p["time"])[:PLACES]
        ranked = sorted(pool, key=lambda p: -(p["reactions"] + 14 * draw("noise", r, s, p["item"])))[:PLACES]
        for arm, page in (("ranked", ranked), ("newest first", newest)):
            for place, p in enumerate(page, 1):
                rows.append([reader, district, arm, f"{reader}-{s}", now, place, p["item"], p["author"]["author"]])

with open(HERE / "impressions.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["viewer", "viewer_district", "arm", "session", "time", "slot", "item", "author"])
    writer.writerows(rows)
with open(HERE / "authors.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["author", "district"])
    writer.writerows([a["author"], a["district"]] for a in authors)
