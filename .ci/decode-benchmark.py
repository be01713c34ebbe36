#!/usr/bin/env python3
"""Decodes the same events with ses-benchmark, msgspec, orjson and simdjson in interleaved rounds; prints rates and ratios.

    pip install msgspec orjson; apt-get install g++ libsimdjson-dev
    .ci/decode-benchmark.py [--check] [--rounds N] [--seed S]

The events are .ci/event-corpus.py's; everything runs on one core, but for the parallel mode, which has them all. First it
makes sure that the events are the same for a seed, of the right sizes and of all types, and that this package reads from
them what Foundation's decoder and simdjson read.

--check exits non-zero if a ratio is under its floor. Floors are far below targets, as timings swing too much from run to run
to fail a build on those. Builds the benchmark first (release).
"""

import argparse
import collections
import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)

EVENTS = 20_000

Ratio = collections.namedtuple("Ratio", "own peer target floor")

# What is aimed at, and what --check requires; None for what is only printed.
RATIOS = [
    Ratio("decode.full", "msgspec", target=1.2, floor=0.4),
    Ratio("decode.full", "msgspec.text", target=None, floor=None),
    Ratio("decode.eager", "msgspec", target=2.0, floor=1.0),
    Ratio("decode.eager", "decode.foundation", target=20.0, floor=8.0),
    Ratio("decode.hot", "msgspec", target=2.5, floor=0.6),
    Ratio("decode.hot", "simdjson", target=0.5, floor=0.1),
    Ratio("decode.parallel", "decode.eager", target=1.8, floor=1.2),
]

# How often each decoder reads the whole file in a round; the fast ones more often.
RUNS = {"swift": 3, "python": 3, "simdjson": 15}


def output(command, core=None):
    """What a command prints; on one core if that is given."""
    pinned = command if core is None else ["taskset", "--cpu-list", str(core), *command]
    result = subprocess.run(pinned, stdout=subprocess.PIPE, text=True)
    if result.returncode:
        sys.exit(f"error: {os.path.basename(command[0])} failed with {result.returncode}\n{result.stdout}")
    return result.stdout


def figures(text):
    """The lines of the form `NAME NUMBER UNIT`."""
    lines = (line.split(" ") for line in text.splitlines())
    return {line[0]: float(line[1]) for line in lines if len(line) == 3}


def build_benchmark():
    build = ["swift", "build", "-c", "release", "--product", "ses-benchmark", "--package-path", ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(output([*build, "--show-bin-path"]).strip(), "ses-benchmark")


def build_simdjson(folder):
    binary = os.path.join(folder, "simdjson")
    source = os.path.join(HERE, "decode-peers", "simdjson.cpp")
    flags = ["-std=c++17", "-O3", "-march=native"]
    subprocess.run(["c++", *flags, source, "-o", binary, "-lsimdjson"], check=True)
    return binary


def corpus(seed, count, *options, hash_seed="random"):
    command = [sys.executable, os.path.join(HERE, "event-corpus.py"), str(seed), str(count), *options]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout


def check_corpus(events, seed):
    """That a measurement with these events means something and can be repeated."""
    lines = events.splitlines()
    first = b"\n".join(lines[:500]) + b"\n"
    sizes = [len(line) for line in lines]
    types = collections.Counter(json.loads(line)["eventType"] for line in lines)
    faults = {
        "events differ for one seed": any(corpus(seed, 500, hash_seed=each) != first for each in ("1", "2")),
        "events are the same for two seeds": corpus(seed + 1, 500) == first,
        "--ascii-only gives what isn't ASCII": not corpus(seed, 500, "--ascii-only").isascii(),
        "all events are ASCII": first.isascii(),
        f"there are not {EVENTS} events": len(lines) != EVENTS,
        "the ten types don't have equal shares": len(types) != 10 or len(set(types.values())) != 1,
        "an event isn't of 1 to 3 KB": min(sizes) < 1000 or max(sizes) > 3000,
        "the mean isn't about 2 KB": not 1800 < statistics.mean(sizes) < 2300,
    }
    for fault, is_there in faults.items():
        if is_there:
            sys.exit(f"error: event-corpus.py: {fault}")


def measure(benchmark, simdjson, file, rounds):
    """The rates of each decoder, one for each round, and the mean size of an event."""
    core = max(os.sched_getaffinity(0))
    python = os.path.join(HERE, "decode-peers", "python.py")
    one_core = [
        [benchmark, "decode", file, "--runs", str(RUNS["swift"]), "full", "eager", "hot", "foundation"],
        [sys.executable, python, file, "--runs", str(RUNS["python"])],
        [simdjson, file, str(RUNS["simdjson"])],
    ]
    parallel = [benchmark, "decode", file, "--runs", str(RUNS["swift"]), "parallel"]

    rates = collections.defaultdict(list)
    size = 0
    for _ in range(rounds):
        lengths = set()
        texts = [output(command, core) for command in one_core] + [output(parallel)]
        for found in map(figures, texts):
            if "hot.length" in found:
                lengths.add(found.pop("hot.length"))
            size = found.pop("bytes", size)
            if found.pop("events", EVENTS) != EVENTS:
                sys.exit("error: ses-benchmark has not read every event")
            for name, rate in found.items():
                rates[name].append(rate)
        if len(lengths) != 1:
            sys.exit(f"error: ses-benchmark and simdjson read different texts, {sorted(lengths)} bytes of them")
    return rates, size / EVENTS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        events = corpus(arguments.seed, EVENTS)
        check_corpus(events, arguments.seed)
        file = os.path.join(folder, "events.ndjson")
        with open(file, "wb") as written:
            written.write(events)
        benchmark, simdjson = build_benchmark(), build_simdjson(folder)
        rates, mean_size = measure(benchmark, simdjson, file, arguments.rounds)

    print(f"{EVENTS} events of {mean_size:.0f} bytes on average; medians of {arguments.rounds} rounds")
    print(f"{'':<22}{'events/s':>12}{'MB/s':>8}")
    for name, values in rates.items():
        median = statistics.median(values)
        print(f"{name:<22}{median:>12,.0f}{median * mean_size / 1e6:>8.0f}")

    faults = []
    print(f"\n{'ratio':<36}{'median':>8}{'from':>8}{'to':>8}{'target':>8}")
    for own, peer, target, floor in RATIOS:
        ratios = [mine / theirs for mine, theirs in zip(rates[own], rates[peer])]
        median = statistics.median(ratios)
        aim = "" if target is None else f"{target:.1f}"
        print(f"{own + ' × ' + peer:<36}{median:>8.2f}{min(ratios):>8.2f}{max(ratios):>8.2f}{aim:>8}")
        if floor is not None and median < floor:
            faults.append(f"{own} is {median:.2f} × {peer}, {floor} are required")
    if arguments.check and faults:
        sys.exit("error: " + "; ".join(faults))


if __name__ == "__main__":
    main()
