# SPDX-License-Identifier: Apache-2.0
"""Writes a recording of invented impressions as CSV.

    python3 make_impressions.py ROWS FILE

A viewer has about 500 impressions, half of them under each arm; authors are shown by a power law; authors belong to eight
parts, of which the subject favours the first.
"""
import sys

import numpy as np
import polars as pl

PARTS, PER_VIEWER = 8, 500


def write(rows, path):
    rng = np.random.default_rng(20_261_124)
    viewers, authors = max(100, rows // PER_VIEWER), 5_000
    with open(path, "wb") as file:
        for start in range(0, rows, 1_000_000):
            count = min(1_000_000, rows - start)
            viewer = np.sort(rng.integers(0, viewers, count)) if rows <= 1_000_000 else rng.integers(
                start * viewers // rows, max((start + count) * viewers // rows, start * viewers // rows + 1), count)
            arm = rng.integers(0, 2, count)
            author = np.minimum((authors * rng.random(count) ** 2.5).astype(np.int64), authors - 1)
            # Under the subject one impression in ten of the other parts goes to an author of the first.
            author = np.where((arm == 1) & (rng.random(count) < 0.1), author // PARTS * PARTS, author)
            frame = pl.DataFrame({
                "viewer": viewer, "arm": np.where(arm == 1, "ranked", "newest"),
                "time": 1_760_000_000 + start + np.arange(count), "slot": rng.integers(1, 21, count),
                "item": rng.integers(0, 2_000_000, count), "author": author, "part": author % PARTS,
            }).with_columns(
                pl.format("v{}", "viewer").alias("viewer"), pl.format("i{}", "item").alias("item"),
                pl.format("a{}", "author").alias("author"), pl.format("p{}", "part").alias("part"))
            frame.write_csv(file, include_header=start == 0)


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
