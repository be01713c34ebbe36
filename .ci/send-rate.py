#!/usr/bin/env python3
"""Lets a campaign run against a server that holds it to 14 recipients a second, as SES does, and looks at the rate it keeps.

    send-rate.py [--rate 14] [--seconds 75] [--check] -- COMMAND…

COMMAND is the program that sends, as campaign-kill.py runs it: it isn't told the rate but asks for it (GetAccount). The server
accepts a message while fewer recipients than the rate were accepted in the last second, by the real clock; else it refuses it
as SES does: HTTP 429, TooManyRequestsException, "Maximum sending rate exceeded.". Each message has one recipient.

Aimed at is 95 % of the rate, and less than one message of a thousand refused. A machine that is busy with other things may hold a
message up until it meets the next ones, so --check asks for less, and lets the best of three runs count. Standard library only.
"""

import argparse
import collections
import json
import subprocess
import sys
import tempfile
import time

from local_server import LocalServer

AIM = (0.95, 0.001)
REQUIRED_SHARE = 0.9
ALLOWED_THROTTLES = 0.005
# The start isn't the steady state.
SETTLING_SECONDS = 5


class Server(LocalServer):
    """Enforces the rate."""

    def __init__(self, rate):
        self.rate = rate
        self.accepted = []
        self.throttled = []
        self.last_second = collections.deque()
        self.numbers = set()
        self.faults = []
        super().__init__()

    def answer(self, method, path, head, body):
        now = time.monotonic()
        if method == "GET" and path == "/v2/email/account":
            quota = {"Max24HourSend": 50_000.0, "MaxSendRate": float(self.rate), "SentLast24Hours": 0.0}
            return 200, None, json.dumps({"SendQuota": quota, "SendingEnabled": True}).encode()
        if path != "/v2/email/outbound-emails" or "AWS4-HMAC-SHA256" not in head:
            self.faults.append(f"{method} {path}")
            return 400, "BadRequestException", b'{"message":"not a send"}'
        while self.last_second and now - self.last_second[0] >= 1:
            self.last_second.popleft()
        if len(self.last_second) >= self.rate:
            self.throttled.append(now)
            return 429, "TooManyRequestsException", b'{"message":"Maximum sending rate exceeded."}'
        number = next(tag["Value"] for tag in json.loads(body)["EmailTags"] if tag["Name"] == "n")
        if number in self.numbers:
            self.faults.append(f"message {number} twice")
        self.numbers.add(number)
        self.last_second.append(now)
        self.accepted.append(now)
        return 200, None, json.dumps({"MessageId": f"m-{number}"}).encode()


def campaign(arguments):
    """One run: the share of the rate that it kept, and the share of messages that were refused."""
    server = Server(arguments.rate)
    count = arguments.rate * arguments.seconds
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *arguments.command, "--endpoint", f"http://127.0.0.1:{server.port}", "--journal", f"{folder}/journal",
            "--count", str(count), "--concurrency", "64",
        ]
        result = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=arguments.seconds * 3 + 60)
    lines = result.stdout.splitlines()
    sent = sum(line.split(" ")[1] == "sent" for line in lines[:-1])
    if result.returncode or lines[-1:] != ["done"] or sent != count or len(server.accepted) != count or server.faults:
        sys.exit(f"error: {sent} of {count} are sent, {len(server.accepted)} accepted, ended with {result.returncode}: "
                 f"{server.faults[:3]}")
    steady = [moment for moment in server.accepted if moment >= server.accepted[0] + SETTLING_SECONDS]
    rate = (len(steady) - 1) / (steady[-1] - steady[0])
    throttled = len(server.throttled) / (count + len(server.throttled))
    moments = "".join(f", one after {moment - server.accepted[0]:.1f} s" for moment in server.throttled[:10])
    print(f"{count} messages in {server.accepted[-1] - server.accepted[0]:.1f} s: {rate:.2f} a second of {arguments.rate} "
          f"({rate / arguments.rate:.1%}; aimed at: {AIM[0]:.0%}), {len(server.throttled)} refused ({throttled:.2%}; {AIM[1]:.1%}){moments}", flush=True)
    return rate / arguments.rate, throttled


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=int, default=14)
    parser.add_argument("--seconds", type=int, default=75)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    for _ in range(3 if arguments.check else 1):
        share, throttled = campaign(arguments)
        if share >= REQUIRED_SHARE and throttled < ALLOWED_THROTTLES:
            return
    if arguments.check:
        sys.exit(f"error: {REQUIRED_SHARE:.0%} of the rate and less than {ALLOWED_THROTTLES:.1%} refused are required")


if __name__ == "__main__":
    main()
