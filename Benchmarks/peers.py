# SPDX-License-Identifier: Apache-2.0
"""The job of the benchmark done with pandas, Polars or DuckDB, and NumPy and SciPy for the resampling.

    python3 peers.py numpy|pandas|polars|duckdb FILE

Prints amplification and top-20 % share by part with 95 % percentile intervals from 2,000 resamples of the viewers. None of them
has a cluster bootstrap. "numpy" is pandas with NumPy alone: one weighted count a replicate. The others read and count with the
library they are named after and share the fastest resampling we could write: weights as a matrix, one sparse product of SciPy.
"""
import sys

import numpy as np
from scipy import sparse

DRAWS, ARMS, TOP = 2_000, ["newest", "ranked"], 0.2


def cells_pandas(path):
    import pandas as pd

    frame = pd.read_csv(path, usecols=["viewer", "arm", "author", "part"], dtype="category")
    counts = frame.groupby(["viewer", "arm", "part", "author"], observed=True).size().reset_index(name="n")
    codes = lambda name: (counts[name].cat.codes.to_numpy(), list(counts[name].cat.categories))
    return codes("viewer"), codes("arm"), codes("part"), codes("author"), counts["n"].to_numpy()


def cells_polars(path):
    import polars as pl

    counts = (
        pl.scan_csv(path).select("viewer", "arm", "part", "author")
        .group_by("viewer", "arm", "part", "author").len().collect(engine="streaming"))
    return from_frame(counts, "len")


def cells_duckdb(path):
    import duckdb

    counts = duckdb.sql(
        f"select viewer, arm, part, author, count(*) n from read_csv('{path}') group by all").pl()
    return from_frame(counts, "n")


def from_frame(counts, n):
    import polars as pl

    columns = []
    for name in ["viewer", "arm", "part", "author"]:
        names = counts[name].unique().sort()
        codes = counts[name].cast(pl.Enum(names)).to_physical().to_numpy()
        columns.append((codes, names.to_list()))
    return (*columns, counts[n].to_numpy())


def replicates(author, viewer, n, size, weights):
    """What each author has in each replicate, by NumPy alone: authors × replicates."""
    exposure = np.empty((size, weights.shape[1]))
    for draw in range(weights.shape[1]):
        exposure[:, draw] = np.bincount(author, weights[viewer, draw] * n, minlength=size)
    return exposure


def run(cells, with_scipy):
    (viewer, viewers), (arm, arms), (part, parts), (author, authors), n = cells
    rng = np.random.default_rng(1)
    arm = np.array([ARMS.index(name) for name in arms])[arm]
    weights = rng.multinomial(len(viewers), np.full(len(viewers), 1 / len(viewers)), size=DRAWS).T.astype(np.float32)
    weights = np.column_stack([np.ones(len(viewers), np.float32), weights])
    totals = np.zeros((2, len(parts), weights.shape[1]))
    top = np.zeros((2, len(parts), weights.shape[1]))
    for a in range(2):
        for p in range(len(parts)):
            rows = (arm == a) & (part == p)
            known, code = np.unique(author[rows], return_inverse=True)
            if with_scipy:
                table = sparse.csr_matrix(
                    (n[rows].astype(np.float32), (code, viewer[rows])), shape=(len(known), len(viewers)))
                exposure = table @ weights
            else:
                exposure = replicates(code, viewer[rows], n[rows], len(known), weights)
            size = max(1, round(TOP * len(known)))
            totals[a, p] = exposure.sum(axis=0)
            top[a, p] = np.partition(exposure, len(known) - size, axis=0)[len(known) - size:].sum(axis=0) / totals[a, p]
    share = totals / totals.sum(axis=1, keepdims=True)
    ratio = share[1] / share[0]
    difference = top[1] - top[0]
    for p in np.argsort(parts):
        low, high = np.quantile(ratio[p, 1:], [0.025, 0.975])
        dlow, dhigh = np.quantile(difference[p, 1:], [0.025, 0.975])
        print(f"{parts[p]} ratio {ratio[p, 0]:.9f} [{low:.6f}, {high:.6f}] top {difference[p, 0]:.9f} [{dlow:.6f}, {dhigh:.6f}]")


if __name__ == "__main__":
    readers = {"numpy": cells_pandas, "pandas": cells_pandas, "polars": cells_polars, "duckdb": cells_duckdb}
    run(readers[sys.argv[1]](sys.argv[2]), with_scipy=sys.argv[1] != "numpy")
