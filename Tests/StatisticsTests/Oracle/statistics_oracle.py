# SPDX-License-Identifier: Apache-2.0
"""Prints statistics.json: what mpmath (50 digits), SciPy and statsmodels give for the cases that the tests compare.

    python3 statistics_oracle.py > statistics.json
"""
import json
import types

import mpmath as mp
import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_confint, samplesize_proportions_2indep_onetail
from statsmodels.stats.weightstats import DescrStatsW

mp.mp.dps = 50
random = np.random.default_rng(20240501)


def elementary():
    """Each value as the sum of two doubles, so that an error can be told in parts of a unit in the last place."""

    def rows(function, points):
        rows = []
        for x in points:
            value = function(mp.mpf(float(x)))
            high = float(value)
            rows.append([float(x), high, float(value - mp.mpf(high))])
        return rows

    def spread(low, high, count):
        return random.choice([-1, 1], count) * np.exp(random.uniform(np.log(low), np.log(high), count))

    positive = np.concatenate([np.exp(random.uniform(-690, 690, 150)), random.uniform(0.5, 2, 150), [5e-324, 1e-310]])
    return {
        "exp": rows(mp.exp, np.concatenate([spread(1e-10, 700, 200), random.uniform(-2, 2, 100)])),
        "expm1": rows(mp.expm1, np.concatenate([spread(1e-12, 36, 200), random.uniform(-2, 2, 150)])),
        "log": rows(mp.log, positive),
        "log1p": rows(
            mp.log1p,
            np.concatenate([np.exp(random.uniform(-40, 40, 150)), -random.uniform(0, 1, 150) ** 3, random.uniform(-0.5, 1, 100)]),
        ),
        "log2": rows(lambda x: mp.log(x) / mp.log(2), positive),
    }


def normal():
    points = [float(x) for x in np.concatenate([random.uniform(-37, 37, 60), random.uniform(-3, 3, 60), [-1.5, 1.5, 0, 1e-9]])]
    # mpmath.ncdf loses the lower tail; erfc does not.
    lower = [[x, float(mp.erfc(-mp.mpf(x) / mp.sqrt(2)) / 2)] for x in points]
    quantiles = []
    for p in [1e-300, 1e-100, 1e-20, 1e-8, 1e-4, 0.01, 0.025, 0.05, 0.2, 0.4, 0.499, 0.5, 0.6, 0.8, 0.9, 0.95, 0.975, 0.999]:
        x = mp.mpf(float(stats.norm.ppf(p)))
        for _ in range(6):
            x -= (mp.erfc(-x / mp.sqrt(2)) / 2 - mp.mpf(p)) / mp.npdf(x)
        quantiles.append([p, float(x)])
    return {"cumulative": lower, "quantile": quantiles}


def incomplete(a, b, x):
    """I(x; a, b) at 50 digits by the series of positive terms (NIST handbook 8.17.8), on the side where it converges fast."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete(b, a, 1 - x)
    term = sum = mp.mpf(1)
    n = 0
    while term > mp.mpf(10) ** -45 * sum:
        term *= (a + b + n) * x / (a + 1 + n)
        sum += term
        n += 1
    return mp.exp(a * mp.log(x) + b * mp.log1p(-x) - mp.log(a) - (mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b))) * sum


def beta():
    tails, quantiles = [], []
    shapes = [(0.5, 0.5), (1, 1), (2, 3), (0.01, 0.02), (0.3, 40), (5, 0.1), (1, 5000), (3, 2993), (50, 50), (1000, 20), (2500, 0.5),
              (20000, 20000), (68882, 149465), (300, 100000), (1e-3, 7)]
    for a, b in shapes:
        for level in [1e-30, 1e-6, 0.05, 0.3, 0.5, 0.7, 0.975, 0.999999]:
            x = float(stats.beta.ppf(level, a, b))
            if not 1e-300 < x < 1 - 1e-6:
                continue
            value = incomplete(a, b, x)
            tails.append([a, b, x, float(value), float(1 - value)])
            root = mp.mpf(x)
            density = lambda r: mp.exp((a - 1) * mp.log(r) + (b - 1) * mp.log1p(-r)) / mp.beta(a, b)
            target = mp.mpf(level)
            for _ in range(4):
                root -= (incomplete(a, b, root) - target) / density(root)
            if abs(incomplete(a, b, root) / target - 1) < mp.mpf(10) ** -25:
                quantiles.append([a, b, level, float(root)])
    return {"tails": tails, "quantile": quantiles}


def student():
    lower, quantiles = [], []

    def cdf(t, v):
        t = mp.mpf(t)
        if abs(t) < mp.mpf(1) / 100:
            inner = mp.quad(lambda s: (1 + s * s / v) ** (-mp.mpf(v + 1) / 2), [0, t])
            return mp.mpf(1) / 2 + inner * mp.gamma(mp.mpf(v + 1) / 2) / mp.gamma(mp.mpf(v) / 2) / mp.sqrt(v * mp.pi)
        tail = incomplete(mp.mpf(v) / 2, mp.mpf(1) / 2, v / (v + t * t)) / 2
        return tail if t < 0 else 1 - tail

    for v in [1, 2, 3.5, 5, 11, 39, 400]:
        for t in [-40, -6.5, -2.1, -0.4, -0.001, 0.02, 1.7, 3, 9]:
            lower.append([v, t, float(cdf(t, v))])
        for p in [1e-12, 0.001, 0.025, 0.3, 0.49, 0.9, 0.95, 0.975, 0.9995]:
            t = mp.mpf(float(stats.t.ppf(p, v)))
            for _ in range(6):
                density = (1 + t * t / v) ** (-mp.mpf(v + 1) / 2) * mp.gamma(mp.mpf(v + 1) / 2) / mp.gamma(mp.mpf(v) / 2)
                t -= (cdf(t, v) - mp.mpf(p)) / (density / mp.sqrt(v * mp.pi))
            quantiles.append([v, p, float(t)])
    return {"cumulative": lower, "quantile": quantiles}


def binomial():
    rows = []
    for n, p in [(1, 0.3), (10, 0.5), (59, 0.05), (500, 0.02), (3000, 0.001), (100000, 0.37)]:
        probability = mp.mpf(p)
        for k in sorted({0, 1, n // 2, n, int(n * p), int(n * p) + 1}):
            mass = mp.binomial(n, k) * probability**k * (1 - probability) ** (n - k)
            lower = 1 - incomplete(k + 1, n - k, p) if k < n else mp.mpf(1)
            # Below the smallest number the mass is 0 in doubles and says nothing.
            if mass > mp.mpf(10) ** -290:
                rows.append([n, p, k, float(mass), float(lower)])
    return rows


def accelerated():
    data = np.exp(random.normal(size=15))
    draws = np.array([random.choice(data, 15).mean() for _ in range(400)])
    left_out = [(data.sum() - value) / 14 for value in data]
    earlier = types.SimpleNamespace(bootstrap_distribution=draws)
    cases = []
    for confidence, alternative in [(0.95, "two-sided"), (0.95, "greater"), (0.95, "less"), (0.8, "two-sided")]:
        interval = stats.bootstrap(
            (data,), np.mean, n_resamples=0, method="BCa", confidence_level=confidence, alternative=alternative,
            bootstrap_result=earlier, vectorized=True).confidence_interval
        ends = [float(end) if np.isfinite(end) else None for end in interval]
        cases.append({"confidence": confidence, "lower": ends[0], "upper": ends[1]})
    return {"point": float(data.mean()), "draws": draws.tolist(), "leaveOneOut": left_out, "cases": cases}


def tests():
    sign_flips, permutations, ranks, equivalences = [], [], [], []
    for count in [2, 5, 8, 11]:
        for values in [random.normal(0.5, 1, count), random.integers(-3, 5, count) / 10]:
            result = stats.permutation_test(
                (values,), lambda x, axis: np.abs(np.mean(x, axis=axis)), permutation_type="samples",
                alternative="greater", vectorized=True, n_resamples=np.inf)
            sign_flips.append({"differences": values.tolist(), "p": float(result.pvalue)})
    for n, m in [(2, 3), (4, 4), (5, 9), (7, 6)]:
        for first, second in [(random.normal(1, 1, n), random.normal(0, 1, m)), (random.integers(0, 4, n) / 10, random.integers(1, 5, m) / 10)]:
            result = stats.permutation_test(
                (first, second), lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis)),
                permutation_type="independent", alternative="greater", vectorized=True, n_resamples=np.inf)
            permutations.append({"first": first.tolist(), "second": second.tolist(), "p": float(result.pvalue)})
    for n, m, tied in [(3, 4, False), (8, 12, False), (20, 20, False), (7, 9, True), (30, 25, False), (40, 33, True)]:
        first, second = random.normal(0.4, 1, n), random.normal(0, 1, m)
        if tied:
            first, second = first.round(0), second.round(0)
        exact = not tied and max(n, m) <= 20
        result = stats.mannwhitneyu(first, second, method="exact" if exact else "asymptotic")
        ranks.append({"first": first.tolist(), "second": second.tolist(), "u": float(result.statistic), "p": float(result.pvalue), "exact": exact})
    for values, margin in [(random.normal(0.05, 0.2, 14), 0.3), (random.normal(0.4, 1, 40), 0.5), (random.normal(-0.2, 0.1, 3), 0.1)]:
        weighted = DescrStatsW(values)
        p = weighted.ttost_mean(-margin, margin)[0]
        lower, upper = weighted.tconfint_mean(alpha=0.1)
        equivalences.append({"differences": values.tolist(), "margin": margin, "p": float(p), "lower": float(lower), "upper": float(upper)})
    return {"signFlip": sign_flips, "permutation": permutations, "mannWhitney": ranks, "equivalence": equivalences}


def proportions():
    rows = []
    for k, n in [(0, 10), (10, 10), (3, 10), (1, 299), (22, 2995), (68882, 218347)]:
        row = {"successes": k, "trials": n}
        for name, method in [("wilson", "wilson"), ("clopperPearson", "beta")]:
            two, one = proportion_confint(k, n, 0.05, method), proportion_confint(k, n, 0.1, method)
            row[name] = [float(two[0]), float(two[1]), float(one[0]), float(one[1])]
        rows.append(row)
    return rows


def multiplicity():
    rows = []
    for count in [1, 4, 26, 60]:
        p = np.where(random.random(count) < 0.5, random.random(count) ** 4, random.random(count)).round(5)
        rows.append({
            "p": p.tolist(),
            "holm": multipletests(p, method="holm")[1].tolist(),
            "benjaminiHochberg": multipletests(p, method="fdr_bh")[1].tolist(),
            "twoStage": [[level, multipletests(p, alpha=level, method="fdr_tsbky")[0].tolist()] for level in [0.01, 0.05, 0.1, 0.25, 0.5]],
        })
    return rows


def power():
    means = [[d, float(NormalIndPower().solve_power(d, alpha=0.05, power=w))] for d, w in [(0.2, 0.8), (0.5, 0.8), (0.05, 0.8)]]
    pairs = [[p, q, float(samplesize_proportions_2indep_onetail(p - q, q, 0.8, alpha=0.05))] for p, q in [(0.5, 0.6), (0.1, 0.13), (0.02, 0.01)]]
    return {"means": means, "proportions": pairs}


print(json.dumps({
    "elementary": elementary(), "normal": normal(), "beta": beta(), "student": student(), "binomial": binomial(),
    "accelerated": accelerated(), "tests": tests(), "proportions": proportions(), "multiplicity": multiplicity(),
    "power": power(),
}))
