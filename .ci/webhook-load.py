#!/usr/bin/env python3
"""Posts signed webhooks, and hostile ones, to the service of Docs/Intake.md, and sees that it takes the right ones and stays level.

    pip install aws-sns-message-validator; apt-get install wrk
    .ci/webhook-load.py [--seconds N] WEBHOOK-SERVICE

The service has one core and wrk another. It gets good messages for 5 seconds on a route that only collects them, for 20 on the webhook's,
and then good and hostile ones over different connections for N seconds. It fails if

- a good message isn't answered 200, or a hostile one is answered with success;
- the events that the service handled aren't as many as the messages it took, or those aren't as many as wrk was told, but for what
  was under way when wrk ended;
- the service asked for anything but SNS's certificate, more than once;
- its memory in the last third of the second part is more than 5 % over that in the first third;
- it isn't well at the end.

The peer is aws-sns-message-validator, on messages that are read already, in one process on one core.
"""

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
GOOD_CONNECTIONS, HOSTILE_CONNECTIONS = 32, 8
BARE_SECONDS, ALONE_SECONDS = 5, 20
MESSAGES = 2000
# How much more memory the last third may have than the first.
GROWTH = 0.05


def pinned(command, core):
    return command if core is None else ["taskset", "-c", str(core), *command]


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Service:
    def __init__(self, binary, folder, events, core):
        self.port = free_port()
        self.process = subprocess.Popen(
            pinned([binary, "serve", folder, events, str(self.port)], core), stdout=subprocess.PIPE, text=True)
        for _ in range(600):
            if self.is_well():
                return
            if self.process.poll() is not None:
                sys.exit("error: the service doesn't start")
            time.sleep(0.1)
        self.process.kill()
        self.process.wait()
        sys.exit("error: the service isn't there after a minute")

    def is_well(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def memory(self):
        """Megabytes in memory."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        """What it says it did."""
        self.process.send_signal(signal.SIGTERM)
        output, _ = self.process.communicate(timeout=60)
        if self.process.returncode:
            sys.exit(f"error: the service ended with {self.process.returncode}")
        *lines, counts = output.strip().splitlines()
        print("\n".join(lines))
        return json.loads(counts)


class Load:
    """wrk, posting the requests of a file, to another path than the webhook's if one is given."""

    all = []

    def __init__(self, service, file, seconds, connections, core, path=()):
        self.process = subprocess.Popen(
            pinned(
                ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "15s", "-s", f"{HERE}/webhook-load.lua",
                 f"http://127.0.0.1:{service.port}", "--", file, *path], core),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        Load.all.append(self)

    @classmethod
    def end_all(cls):
        """Ends those that still run, of a run that failed."""
        for load in cls.all:
            if load.process.poll() is None:
                load.process.kill()
                load.process.wait()

    def result(self):
        _, output = self.process.communicate()
        if self.process.returncode:
            sys.exit(f"error: wrk failed: {output}")
        return json.loads(output)


def run(service, loads):
    """Waits for the ends of loads; returns their results and the service's memory meanwhile, second by second."""
    memory = []
    began = time.monotonic()
    while any(load.process.poll() is None for load in loads):
        if service.process.poll() is not None:
            sys.exit(f"error: the service ended with {service.process.returncode}")
        memory.append(service.memory())
        if len(memory) % 10 == 1:
            print(f"  {time.monotonic() - began:4.0f} s: {memory[-1]:.1f} MB")
        time.sleep(1)
    return [load.result() for load in loads], memory


def timed(service, load):
    """What came of a load, and the processor time of a request in µs."""
    busy = service.processor_seconds()
    (result,), _ = run(service, [load])
    return result, (service.processor_seconds() - busy) / result["requests"] * 1e6


def show(what, result):
    print(f"{what}: {result['requests'] / result['seconds']:.0f} a second, p50 {result['p50']:.1f} ms, p99 {result['p99']:.1f} ms, "
          f"{result['statuses']}" + "".join(f", {name} errors: {result[name]}" for name in ERRORS if result[name]))


ERRORS = ("connect", "read", "write", "timeout")
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def check_good(result):
    expect(set(result["statuses"]) == {"200"}, f"good messages were answered {result['statuses']}")
    expect(not any(result[name] for name in ERRORS), "good messages met errors of their connections")


def check_memory(memory):
    third = len(memory) // 3
    first, last = statistics.median(memory[:third]), statistics.median(memory[-third:])
    print(f"memory: {first:.1f} MB in the first third, {last:.1f} MB in the last, {max(memory):.1f} MB at most")
    expect(last <= first * (1 + GROWTH), f"memory grew by {last / first - 1:.1%}")


def check_counts(counts, results):
    print(f"the service: {counts}")
    told = sum(result["requests"] for result in results)
    expect(counts["events"] == counts["accepted"], f"{counts['events']} events were handled of {counts['accepted']} messages taken")
    under_way = GOOD_CONNECTIONS * len(results)
    expect(told <= counts["accepted"] <= told + under_way, f"{counts['accepted']} messages were taken, wrk was told of {told}")
    expect(counts["certificates"] == 1 and counts["issuers"] <= 1, "the certificate was fetched more than once")
    expect(counts["elsewhere"] == 0, f"{counts['elsewhere']} requests went elsewhere")
    expect(counts["refusals"] > 0, "nothing hostile reached the webhook")


def read(file):
    data = open(file, "rb").read()
    requests, place = [], 0
    while place < len(data):
        end = data.index(b"\n", place)
        length = int(data[place:end])
        requests.append(data[end + 1 : end + 1 + length])
        place = end + 1 + length
    return requests


def peer_cost(file, certificate):
    """The processor time in µs in which the peer reads and verifies a message of version 1; it knows no other."""
    from sns_message_validator import SNSMessageValidator

    bodies = [request.split(b"\r\n\r\n", 1)[1] for request in read(file)]
    bodies = [body for body in bodies if json.loads(body)["SignatureVersion"] == "1"]
    validator = SNSMessageValidator()

    class Session:
        def get(self, url):
            return self

        content = certificate

    validator._cert_session = Session()
    costs = []
    for _ in range(5):
        began = time.process_time()
        for body in bodies:
            message = json.loads(body)
            validator.validate_message(message)
            json.loads(message["Message"])
        costs.append((time.process_time() - began) / len(bodies) * 1e6)
    return statistics.median(costs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("service")
    arguments = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))
    ours, theirs = (cores[0], cores[-1]) if len(cores) > 1 else (None, None)
    with tempfile.TemporaryDirectory(dir=os.environ.get("CI_TMP")) as folder:
        events, good, hostile = (os.path.join(folder, name) for name in ("events.ndjson", "good.requests", "hostile.requests"))
        with open(events, "wb") as file:
            subprocess.run([sys.executable, f"{HERE}/event-corpus.py", "11", str(MESSAGES)], stdout=file, check=True)
        subprocess.run([arguments.service, "forge", folder, events], check=True)
        service = Service(arguments.service, folder, events, ours)
        try:
            with open(hostile, "ab") as all_hostile, open(os.path.join(folder, "forged.requests"), "rb") as forged:
                all_hostile.write(forged.read())
            print(f"good messages alone, {ALONE_SECONDS} s")
            _, bare_cost = timed(service, Load(service, good, BARE_SECONDS, GOOD_CONNECTIONS, theirs, ["/bare"]))
            alone, cost = timed(service, Load(service, good, ALONE_SECONDS, GOOD_CONNECTIONS, theirs))
            show("good", alone)
            print(f"processor time of a webhook: {cost:.0f} µs, of which the server's {bare_cost:.0f} µs")
            print(f"good and hostile ones, {arguments.seconds} s")
            loads = [Load(service, good, arguments.seconds, GOOD_CONNECTIONS, theirs),
                     Load(service, hostile, arguments.seconds, HOSTILE_CONNECTIONS, theirs)]
            (beside, bad), memory = run(service, loads)
            show("good", beside)
            show("hostile", bad)
            check_good(alone)
            check_good(beside)
            expect(not any(status.startswith("2") for status in bad["statuses"]), f"hostile messages were answered {bad['statuses']}")
            check_memory(memory)
            expect(service.is_well(), "the service isn't well at the end")
            check_counts(service.end(), [alone, beside])
        finally:
            Load.end_all()
            if service.process.poll() is None:
                service.process.kill()
        with open(os.path.join(folder, "certificate.pem"), "rb") as file:
            peer = peer_cost(good, file.read())
        print(f"aws-sns-message-validator in a loop: {peer:.0f} µs; of that, a webhook beside the server's work takes "
              f"{(cost - bare_cost) / peer:.2f}, and all of it {cost / peer:.2f}")
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
