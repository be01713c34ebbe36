#!/usr/bin/env python3
"""Sends 50,000 mails of 2 KB to a local nginx, 64 at a time, with each transport, with the transport's own library, and with boto3.

    pip install boto3; apt-get install nginx-light
    .ci/send-benchmark.py [--check] [--rounds N] [--count N] URLSESSION-BINARY ASYNC-HTTP-CLIENT-BINARY

The binaries are ses-benchmark, built (release) without a trait and with AsyncHTTPClientSupport and CryptoSupport. Contenders take
turns, each on one core, and nginx has another; a run in which nginx was busy for most of the time isn't taken. The first round
has the whole count and shows how memory grows, the others have a fifth of it; boto3, whose rate doesn't depend on it, a tenth.

--check exits non-zero if a ratio is under its floor or memory grows. Floors are a quarter of the targets, as timings swing too
much from run to run to fail a build on those.
"""

import argparse
import collections
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
CONCURRENCY = 64

Ratio = collections.namedtuple("Ratio", "own peer target")
RATIOS = [
    Ratio("async-http-client", "plain async-http-client", 0.85),
    Ratio("async-http-client", "boto3", 10),
    Ratio("URLSession", "plain URLSession", 0.9),
    Ratio("URLSession", "boto3", 2.5),
]

# The memory that the growth of one send may be, where it is to be flat.
FLAT_BYTES = 60

NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error warn;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; client_max_body_size 1m;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    location / {{
      default_type application/json;
      return 200 '{{"MessageId":"0102019f0e0d0c0b-0f0e0d0c-0b0a-4908-8706-050403020100-000000"}}';
    }}
  }}
}}
"""


class Server:
    """nginx, which answers everything as SendEmail is answered."""

    def __init__(self, folder, core):
        self.url = None
        for port in range(18080, 18180):
            configuration = os.path.join(folder, "nginx.conf")
            pathlib.Path(configuration).write_text(NGINX.format(folder=folder, port=port))
            self.process = subprocess.Popen(pinned([shutil.which("nginx") or "/usr/sbin/nginx", "-c", configuration], core),
                                            stderr=subprocess.DEVNULL)
            if self.answers(f"http://127.0.0.1:{port}"):
                self.url = f"http://127.0.0.1:{port}"
                return
        sys.exit("error: nginx doesn't start")

    def answers(self, url):
        for _ in range(100):
            if self.process.poll() is not None:
                return False
            try:
                return b"MessageId" in urllib.request.urlopen(url, timeout=1).read()
            except OSError:
                time.sleep(0.05)
        return False

    def seconds(self):
        """The processor time it has taken."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def pinned(command, core):
    return ["taskset", "--cpu-list", str(core), *command]


def run(name, command, core, server):
    used, start = server.seconds(), time.monotonic()
    result = subprocess.run(pinned(command, core), stdout=subprocess.PIPE, text=True)
    if result.returncode:
        sys.exit(f"error: {name} failed with {result.returncode}\n{result.stdout}")
    figures = {}
    for line in result.stdout.splitlines():
        word, value, _ = line.split(" ")
        figures[word] = float(value)
    figures["server"] = (server.seconds() - used) / (time.monotonic() - start)
    if figures["server"] > 0.8:
        sys.exit(f"error: nginx was busy for {figures['server']:.0%} of the time while {name} ran: its rate would be measured")
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("url_session")
    parser.add_argument("async_http_client")
    arguments = parser.parse_args()

    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        sys.exit("error: it takes two cores: one for the sender, one for the server")
    found = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder, cores[-1])
        try:
            for number in range(arguments.rounds):
                count = arguments.count if number == 0 else max(arguments.count // 5, 1000)
                send = ["send", "--endpoint", server.url, "--count", str(count), "--concurrency", str(CONCURRENCY)]
                python = [os.path.join(HERE, "send-peer.py"), server.url, str(max(arguments.count // 10, 1000)), str(CONCURRENCY)]
                for name, command in {
                    "async-http-client": [arguments.async_http_client, *send],
                    "plain async-http-client": [arguments.async_http_client, *send, "--plain"],
                    "URLSession": [arguments.url_session, *send],
                    "plain URLSession": [arguments.url_session, *send, "--plain"],
                    "boto3": [sys.executable, *python],
                }.items():
                    found[name].append(run(name, command, cores[0], server))
        finally:
            server.stop()

    def median(name, figure):
        return statistics.median(each[figure] for each in found[name])

    print(f"{arguments.count} sends, {CONCURRENCY} at a time, on one core; medians of {arguments.rounds} rounds")
    print(f"{'':<26}{'sends/s':>10}{'CPU, us':>10}{'memory, MB':>12}{'B/send more':>13}{'nginx busy':>12}")
    growth = {}
    for name, figures in found.items():
        timed = (arguments.count if name != "boto3" else max(arguments.count // 10, 1000)) * 0.9
        growth[name] = figures[0]["send.growth"] * 1024 / timed
        print(f"{name:<26}{median(name, 'send.rate'):>10.0f}{median(name, 'send.cpu'):>10.1f}"
              f"{figures[0]['send.memory'] / 1024:>12.0f}{growth[name]:>13.0f}{median(name, 'server'):>12.0%}")

    faults = []
    print(f"\n{'ratio of rates':<52}{'median':>8}{'from':>8}{'to':>8}{'target':>8}")
    for own, peer, target in RATIOS:
        ratios = [mine["send.rate"] / theirs["send.rate"] for mine, theirs in zip(found[own], found[peer])]
        ratio = statistics.median(ratios)
        print(f"{own + ' / ' + peer:<52}{ratio:>8.2f}{min(ratios):>8.2f}{max(ratios):>8.2f}{target:>8}")
        if ratio < target / 4:
            faults.append(f"{own} is {ratio:.2f} x {peer}, {target / 4} are required")
    if growth["async-http-client"] > FLAT_BYTES:
        faults.append(f"memory grows by {growth['async-http-client']:.0f} bytes a send with async-http-client")
    if faults and arguments.check:
        sys.exit("\n".join(f"error: {fault}" for fault in faults))


if __name__ == "__main__":
    main()
