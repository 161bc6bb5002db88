# SPDX-License-Identifier: Apache-2.0
"""Closed-loop speed and memory of T-RECS 0.2.1, for a side-by-side comparison with euthyna society.

One configuration per process, so that the peak memory belongs to that configuration alone.
Prints one JSON line. An "impression" is one item shown to one user: USERS * K per step.

Install (plain `pip install trecs` fails on Python 3.11, since it pins a pandas without a wheel):
    pip install --no-deps trecs==0.2.1
    pip install "numpy<2" "scipy<1.12" "pandas==1.5.3" lenskit==0.14.4 networkx tqdm

Examples:
    python trecs_bench.py popularity 1000 1000 10
    python trecs_bench.py popularity 1000 10000 3
    python trecs_bench.py popularity 5000 5000 2
    python trecs_bench.py popularity 1000 1000 10 --drift 0.05
"""
import argparse
import json
import os
import resource
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "2")
warnings.filterwarnings("ignore")

import numpy as np
from trecs.components import Users
from trecs.metrics import InteractionSimilarity, InteractionSpread
from trecs.models import (ContentFiltering, ImplicitMF, PopularityRecommender,
                          RandomRecommender)

ATTENTION_EXPONENT = -0.8   # attention falls as rank ** -0.8
SIMILARITY_PAIRS = 800      # pairs of users followed by the similarity metric


def peak_mb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def parse():
    p = argparse.ArgumentParser(description="closed-loop speed of T-RECS 0.2.1")
    p.add_argument("model", choices=("random", "popularity", "content", "mf"))
    p.add_argument("users", type=int)
    p.add_argument("items", type=int)
    p.add_argument("steps", type=int)
    p.add_argument("--k", type=int, default=10, help="items shown per user and step")
    p.add_argument("--attrs", type=int, default=20, help="attributes of users and items")
    p.add_argument("--drift", type=float, default=0.0, help="preference drift per step")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


def build(o):
    rng = np.random.default_rng(o.seed)
    user_profiles = rng.dirichlet(np.full(o.attrs, 0.5), size=o.users)
    item_attributes = rng.dirichlet(np.full(o.attrs, 0.1), size=o.items).T
    users = Users(actual_user_profiles=user_profiles, num_users=o.users, drift=o.drift,
                  attention_exp=ATTENTION_EXPONENT, seed=o.seed)
    shared = dict(num_items_per_iter=o.k, actual_user_representation=users,
                  actual_item_representation=item_attributes, seed=o.seed)
    if o.model == "random":
        model = RandomRecommender(num_users=o.users, num_items=o.items, **shared)
    elif o.model == "popularity":
        model = PopularityRecommender(num_users=o.users, num_items=o.items, **shared)
    elif o.model == "content":
        model = ContentFiltering(num_attributes=o.attrs, item_representation=item_attributes,
                                 **shared)
    else:
        model = ImplicitMF(num_users=o.users, num_items=o.items, num_latent_factors=o.attrs,
                           **shared)
    pairs = [(i, (i * 7 + 1) % o.users) for i in range(min(o.users, SIMILARITY_PAIRS))]
    model.add_metrics(InteractionSpread(), InteractionSimilarity(pairs))
    return model


def warm_up_mf(o, model):
    """Compile the numba kernels on a tiny model, then give the real one two random steps of data."""
    tiny = ImplicitMF(num_users=20, num_items=50, num_latent_factors=o.attrs)
    tiny.add_metrics(InteractionSpread())
    tiny.run(timesteps=3, startup=True)
    tiny.train()
    model.run(timesteps=2, startup=True)


def one_step(o, model):
    if o.model == "mf":
        # keep the whole history and refit on it: the package's default forgets it at each run()
        model.run(timesteps=1, reset_interactions=False)
        model.train()
    else:
        model.run(timesteps=1, train_between_steps=True, disable_tqdm=True)


def main():
    o = parse()
    base = peak_mb()
    t = time.perf_counter()
    model = build(o)
    build_s = time.perf_counter() - t
    if o.model == "mf":
        warm_up_mf(o, model)
    per_step = []
    wall0, cpu0 = time.perf_counter(), time.process_time()
    for _ in range(o.steps):
        t = time.perf_counter()
        one_step(o, model)
        per_step.append(time.perf_counter() - t)
    wall, cpu = time.perf_counter() - wall0, time.process_time() - cpu0
    shown = o.users * o.k * o.steps
    print(json.dumps(dict(
        tool="trecs", version="0.2.1", model=o.model, users=o.users, items=o.items,
        steps=o.steps, k=o.k, attrs=o.attrs, drift=o.drift, impressions=shown,
        build_s=round(build_s, 3), wall_s=round(wall, 3), cpu_s=round(cpu, 3),
        impressions_per_wall_s=round(shown / wall), impressions_per_cpu_s=round(shown / cpu),
        first_step_s=round(per_step[0], 4), last_step_s=round(per_step[-1], 4),
        base_mb=round(base), peak_mb=round(peak_mb()),
        bytes_per_cell=round((peak_mb() - base) * 2**20 / (o.users * o.items), 1),
        cpus=os.cpu_count(), load_1min=round(os.getloadavg()[0], 2))))


if __name__ == "__main__":
    main()
