# SPDX-License-Identifier: Apache-2.0
"""What T-RECS takes for the work that `euthyna society --preset equal-work` does; one JSON line.

    python trecs_bench.py PEOPLE ITEMS STEPS

Its recommender by popularity learns between steps and shows ten items to everybody; attention falls with the place on the page, and two of
its measures run along, as its users would have them. One size a process, so that the largest memory belongs to that size.
"""
import json
import os
import resource
import sys
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count() or 1))
warnings.filterwarnings("ignore")

import numpy  # noqa: E402 - after the number of its threads
from trecs.components import Users  # noqa: E402
from trecs.metrics import InteractionSimilarity, InteractionSpread  # noqa: E402
from trecs.models import PopularityRecommender  # noqa: E402

SHOWN, TRAITS, SEED = 10, 20, 1


def society(people, items):
    """Tastes and items as sparse mixtures of traits."""
    draws = numpy.random.default_rng(SEED)
    tastes = draws.dirichlet([0.5] * TRAITS, people)
    contents = draws.dirichlet([0.1] * TRAITS, items)
    ranker = PopularityRecommender(
        num_users=people, num_items=items, num_items_per_iter=SHOWN, seed=SEED,
        actual_user_representation=Users(actual_user_profiles=tastes, num_users=people, attention_exp=-0.8, seed=SEED),
        actual_item_representation=contents.T)
    followed = [(person, (7 * person + 1) % people) for person in range(min(people, 800))]
    ranker.add_metrics(InteractionSpread(), InteractionSimilarity(followed))
    return ranker


def main():
    people, items, steps = map(int, sys.argv[1:])
    ranker = society(people, items)
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(steps):
        ranker.run(timesteps=1, train_between_steps=True, disable_tqdm=True)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    shown = people * SHOWN * steps
    print(json.dumps({
        "impressions": shown, "impressions_per_wall_s": shown / wall, "impressions_per_cpu_s": shown / cpu,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
