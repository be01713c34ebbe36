#!/usr/bin/env python3
"""Signs one request with ses-benchmark, botocore and awscrt in interleaved rounds and prints rates and ratios.

    pip install botocore==1.44.5 awscrt
    .ci/sign-benchmark.py [--check] [--rounds N]

--check exits non-zero if this package signs 2 KB less often than awscrt called from Python. The target is 1.7 times as
often; timings swing too much from run to run to fail a build on that.
Builds the benchmark first (release).
"""

import argparse
import datetime
import io
import os
import statistics
import subprocess
import sys
import time

import awscrt.auth
import awscrt.http
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET_RATIO = 1.7
REQUIRED_RATIO = 1.0

# The request, credentials and date of Sources/ses-benchmark/SignBenchmark.swift.
ACCESS_KEY = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "FwoGZXIvYXdzEXAMPLE/" * 18
HOST = "email.us-east-1.amazonaws.com"
PATH = "/v2/email/outbound-emails"
DATE = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)


def headers(size):
    return {
        "Host": HOST,
        "Content-Type": "application/json",
        "Content-Length": str(size),
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": "swift-ses benchmark",
        "amz-sdk-invocation-id": "0f0e0d0c-0b0a-4908-8706-050403020100",
        "amz-sdk-request": "attempt=1; max=3",
        "X-Amz-Target": "SimpleEmailService_v2.SendEmail",
        "X-Correlation-Id": "0123456789abcdef",
    }


def botocore_signer(size):
    body = b"a" * size
    signer = SigV4Auth(Credentials(ACCESS_KEY, SECRET, TOKEN), "ses", "us-east-1")
    fields = headers(size)

    def sign():
        signer.add_auth(AWSRequest(method="POST", url=f"https://{HOST}{PATH}", data=body, headers=fields))

    return sign


def awscrt_signer(size):
    body = b"a" * size
    config = awscrt.auth.AwsSigningConfig(
        credentials_provider=awscrt.auth.AwsCredentialsProvider.new_static(ACCESS_KEY, SECRET, TOKEN),
        region="us-east-1",
        service="ses",
        date=DATE,
    )
    fields = list(headers(size).items())

    def sign():
        request = awscrt.http.HttpRequest("POST", PATH, awscrt.http.HttpHeaders(fields), io.BytesIO(body))
        awscrt.auth.aws_sign_request(request, config).result()

    return sign


def rate(sign, seconds=0.4):
    count, start = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - start) < seconds:
        for _ in range(20):
            sign()
        count += 20
    return count / elapsed


def swift_rates(binary):
    output = subprocess.run([binary, "sign"], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value, _ in (line.split(" ", 2) for line in output.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()

    build = ["swift", "build", "-c", "release", "--product", "ses-benchmark", "--package-path", ROOT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    binary = os.path.join(folder, "ses-benchmark")

    sizes = {"sign.2k": 2048, "sign.1m": 1 << 20}
    peers = {"botocore": botocore_signer, "awscrt from Python": awscrt_signer}
    rates = {}
    for _ in range(arguments.rounds):
        own = swift_rates(binary)
        for name in sizes:
            rates.setdefault(("swift-ses", name), []).append(own[name])
        rates.setdefault(("swift-ses", "sha256"), []).append(own["sha256"])
        for peer, make in peers.items():
            for name, size in sizes.items():
                rates.setdefault((peer, name), []).append(rate(make(size)))
    medians = {key: statistics.median(values) for key, values in rates.items()}

    print(f"{'signatures/s':<22}{'2 KB':>10}{'1 MiB':>10}")
    for signer in ["swift-ses", *peers]:
        print(f"{signer:<22}" + "".join(f"{medians[signer, name]:>10.0f}" for name in sizes))
    for peer in peers:
        ratios = (medians["swift-ses", name] / medians[peer, name] for name in sizes)
        print(f"{'× ' + peer:<22}" + "".join(f"{ratio:>10.2f}" for ratio in ratios))
    print(f"SHA-256: {medians['swift-ses', 'sha256']:.0f} MB/s")

    pairs = zip(rates["swift-ses", "sign.2k"], rates["awscrt from Python", "sign.2k"])
    ratio = statistics.median(own / peer for own, peer in pairs)
    print(f"sign.2k × awscrt from Python, median of {arguments.rounds} pairs: {ratio:.2f} (target {TARGET_RATIO})")
    if arguments.check and ratio < REQUIRED_RATIO:
        sys.exit(f"sign.2k is {ratio:.2f} × awscrt from Python, {REQUIRED_RATIO} are required")


if __name__ == "__main__":
    main()
