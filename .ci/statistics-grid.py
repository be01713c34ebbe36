#!/usr/bin/env python3
"""What SciPy and statsmodels say of parts of wholes, one JSON object a line, for StatisticsTests.

    statistics-grid.py             the whole grid
    statistics-grid.py --fixture   the part of it that is kept in Tests/SESMonitoringTests/Comparison/statistics.jsonl
"""

import itertools
import json
import math
import random
import sys
import warnings
from fractions import Fraction

from scipy.stats import fisher_exact, norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    proportions_ztest,
    samplesize_proportions_2indep_onetail,
)

warnings.simplefilter("ignore")  # statsmodels warns where a whole is none or all of it, which is what is asked for here


def fisher(k1, n1, k2, n2):
    """SciPy's; in whole numbers where there are few tables of many: there SciPy takes minutes and loses digits."""
    rows, parts = n1 + n2, k1 + k2
    tables = range(max(0, parts - n2), min(parts, n1) + 1)
    if rows < 50_000 or len(tables) > 1_000:
        return fisher_exact([[k1, n1 - k1], [k2, n2 - k2]])[1]
    if parts > rows - parts:  # the same of what didn't happen, which is less
        return fisher(n1 - k1, n1, n2 - k2, n2)
    if n1 > n2:
        return fisher(k2, n2, k1, n1)
    if n1 < parts:  # rows for columns, whose numbers are less
        n1, n2, parts = parts, rows - parts, n1
    weights = {x: math.comb(n1, x) * math.comb(n2, parts - x) for x in tables}
    return float(Fraction(sum(w for w in weights.values() if w <= weights[k1]), sum(weights.values())))


def wilson(k, n, alpha):
    """Statsmodels', whose ends at 0 and 1 are off by a rounding error."""
    lower, upper = proportion_confint(k, n, alpha, method="wilson")
    return [0 if k == 0 else lower, 1 if k == n else upper]


def is_slow(k1, n1, k2, n2):
    """Whether there are many tables of very many."""
    return n1 + n2 >= 1_000_000 and min(n1, k1 + k2) - max(0, k1 + k2 - n2) > 1_000 and is_expected_few(k1, n1, k2, n2)


def is_expected_few(k1, n1, k2, n2):
    return min(n1, n2) * min(k1 + k2, n1 + n2 - k1 - k2) / (n1 + n2) < 5


def pair(k1, n1, k2, n2, confidence):
    alpha = 1 - confidence
    line = {"kind": "pair", "control": [k1, n1], "variant": [k2, n2], "confidence": confidence}
    line["controlInterval"] = wilson(k1, n1, alpha)
    line["variantInterval"] = wilson(k2, n2, alpha)
    line["differenceInterval"] = confint_proportions_2indep(
        k2, n2, k1, n1, method="newcomb", compare="diff", alpha=alpha)
    if 0 < k1 + k2 < n1 + n2:
        line["pooledZ"] = proportions_ztest([k2, k1], [n2, n1])[1]
    # The product asks for it where few are expected; elsewhere it is compared as far as SciPy is quick.
    few = is_expected_few(k1, n1, k2, n2)
    if few or n1 + n2 <= 2_000:
        line["fisher"] = fisher(k1, n1, k2, n2)
    line["isExact"] = few
    return line


def pairs(seed, count):
    whole = [1, 2, 5, 10, 37, 100, 640, 1_000, 12_345, 250_000, 10_000_000, 2_000_000_000]
    dice = random.Random(seed)
    for n1, n2 in itertools.product(whole, whole):
        for k1, k2 in [(0, 0), (0, n2), (n1, n2), (0, 1), (1, n2 - 1)]:
            if not is_slow(k1, n1, k2, n2):
                yield pair(k1, n1, k2, n2, 0.95)
    for _ in range(count):
        n1, n2 = (int(10 ** dice.uniform(0, 7)) for _ in range(2))
        rate = 10 ** dice.uniform(-6, 0)
        if dice.random() < 0.5:
            n2 = n1
        k1, k2 = (min(n, max(0, round(dice.gauss(n * rate, 2.5 * (n * rate * (1 - rate)) ** 0.5)))) for n in (n1, n2))
        if not is_slow(k1, n1, k2, n2):
            yield pair(k1, n1, k2, n2, dice.choice([0.8, 0.9, 0.95, 0.99, 0.999]))


def sizes(seed, count):
    dice = random.Random(seed)
    for _ in range(count):
        baseline, power = 10 ** dice.uniform(-5, -0.01), dice.choice([0.5, 0.8, 0.9, 0.95])
        other, alpha = min(0.9999, baseline * dice.choice([0.5, 0.8, 0.95, 1.01, 1.2, 2])), dice.choice([0.01, 0.05, 0.1])
        if other == baseline:
            continue
        size = samplesize_proportions_2indep_onetail(
            other - baseline, baseline, power, ratio=1, alpha=alpha, value=0, alternative="two-sided")
        yield {"kind": "size", "baseline": baseline, "other": other, "power": power, "alpha": alpha, "size": size}


def corrections(seed, count):
    dice = random.Random(seed)
    for _ in range(count):
        values = [10 ** dice.uniform(-9, 0) for _ in range(dice.randint(1, 8))]
        if len(values) > 3:
            values[2] = values[0]
        yield {"kind": "holm", "values": values, "corrected": list(multipletests(values, method="holm")[1])}


def quantiles(seed, count):
    dice = random.Random(seed)
    for p in [0.5, 0.025, 0.975, 1e-10, 1 - 1e-10, 1e-100, 1e-300] + [dice.random() for _ in range(count)]:
        yield {"kind": "normal", "probability": p, "quantile": norm.ppf(p)}
    for x in [dice.uniform(-37, 8) for _ in range(count)]:
        yield {"kind": "cumulative", "x": x, "probability": norm.cdf(x)}


def main():
    fixture = "--fixture" in sys.argv[1:]
    if fixture:
        every = list(pairs(1, 120))
        lines = every[::9] + every[-120:]
        lines += [*sizes(1, 25), *corrections(1, 15), *quantiles(1, 15)]
    else:
        lines = [*pairs(2, 2_000), *sizes(2, 500), *corrections(2, 200), *quantiles(2, 200)]
    for line in lines:
        print(json.dumps({k: list(v) if isinstance(v, tuple) else v for k, v in line.items()}, default=float))


main()
