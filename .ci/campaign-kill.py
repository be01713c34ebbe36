#!/usr/bin/env python3
"""Kills a campaign at random moments, resumes it each time, and counts at the server what became of every message.

    campaign-kill.py [--messages 50000] [--kills 20] [--concurrency 64] [--seed N] -- COMMAND…

COMMAND is the program that sends; it gets `--endpoint URL --journal FILE --count N --concurrency C` and prints a line for each
outcome: `INDEX sent|refused|unknown MESSAGE-ID|CODE new|journal`, and `done` at the end.

The server accepts every signed SendEmail as soon as it has the whole request, counts its message by the tag `n`, and answers with an
id. Proved is, for every message: one outcome in the last run; accepted once if it is sent, and under the id that the run reports;
accepted once at most if it is unknown; unknown only if it was on its way at a kill, so no more than the concurrency for each kill;
and that none is refused. Standard library only.
"""

import argparse
import asyncio
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter

from local_server import LocalServer

ACCOUNT = b'{"SendQuota":{"Max24HourSend":-1.0,"MaxSendRate":-1.0,"SentLast24Hours":0.0}}'


class Server(LocalServer):
    """Counts what it accepts."""

    def __init__(self):
        self.accepted = Counter()
        self.ids = {}
        self.faults = []
        self.total = 0
        super().__init__()

    def answer(self, method, path, head, body):
        if method == "GET" and path == "/v2/email/account":
            return 200, None, ACCOUNT
        if path != "/v2/email/outbound-emails" or "AWS4-HMAC-SHA256" not in head:
            self.faults.append(f"{method} {path}")
            return 200, None, b"{}"
        tags = {tag["Name"]: tag["Value"] for tag in json.loads(body)["EmailTags"]}
        number = int(tags["n"])
        self.accepted[number] += 1
        self.total += 1
        self.ids[number] = f"m-{number}-{self.total}"
        return 200, None, json.dumps({"MessageId": self.ids[number]}).encode()


def fail(text):
    sys.exit(f"error: {text}")


async def run(command, server, threshold, random_delay):
    """One run; killed when the server has accepted so many. Returns its lines, and whether it was killed."""
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    output = asyncio.create_task(process.stdout.read())
    killed = False
    while process.returncode is None and not output.done():
        if threshold is not None and server.total >= threshold:
            await asyncio.sleep(random_delay)
            if process.returncode is None:
                os.kill(process.pid, signal.SIGKILL)
                killed = True
            break
        await asyncio.sleep(0.001)
    lines = (await output).decode().splitlines()
    code = await process.wait()
    killed = killed and code == -signal.SIGKILL
    if not killed and code != 0:
        fail(f"the campaign ended with {code}: {lines[-1:]}")
    return lines, killed


def check(lines, server, arguments, kills):
    if not lines or lines[-1] != "done":
        fail("the last run didn't reach its end")
    outcomes = {}
    for line in lines[:-1]:
        index, word, detail, origin = line.split(" ")
        if int(index) in outcomes:
            fail(f"message {index} has two outcomes")
        outcomes[int(index)] = (word, detail, origin)
    if set(outcomes) != set(range(arguments.messages)):
        fail(f"{arguments.messages - len(outcomes)} messages have no outcome")
    twice = [n for n, count in server.accepted.items() if count > 1]
    if twice:
        fail(f"{len(twice)} messages were accepted more than once, such as {twice[:5]}")
    words = Counter(word for word, _, _ in outcomes.values())
    unknown = [n for n, outcome in outcomes.items() if outcome[0] == "unknown"]
    for number, (word, detail, _) in outcomes.items():
        if word == "sent" and server.ids.get(number) != detail:
            fail(f"message {number} is reported as {detail}, and accepted as {server.ids.get(number)}")
        if word == "refused":
            fail(f"message {number} was refused: {detail}")
        if word == "unknown" and outcomes[number][2] != "journal":
            fail(f"message {number} is unknown though its run wasn't killed")
    if len(unknown) > kills * arguments.concurrency:
        fail(f"{len(unknown)} messages are unknown: more than were on their way")
    if server.total != words["sent"] + sum(server.accepted[n] for n in unknown):
        fail("the server accepted what no outcome speaks of")
    if server.faults:
        fail(f"the server got other requests: {server.faults[:5]}")
    return words, sum(server.accepted[n] for n in unknown)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=50_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.randrange(1 << 32)
    dice = random.Random(seed)
    print(f"seed {seed}")
    server = Server()
    moments = sorted(dice.sample(range(1, int(arguments.messages * 0.85)), arguments.kills))
    began = time.monotonic()
    kills = 0
    with tempfile.TemporaryDirectory() as folder:
        journal = f"{folder}/campaign.journal"
        command = [
            *arguments.command, "--endpoint", f"http://127.0.0.1:{server.port}", "--journal", journal,
            "--count", str(arguments.messages), "--concurrency", str(arguments.concurrency),
        ]
        reported = {}
        for threshold in [*moments, None]:
            lines, killed = await run(command, server, threshold, dice.uniform(0, 0.02))
            kills += killed
            if threshold is not None and not killed:
                fail("the campaign ended before it was killed")
            # What was reported stays so; a line that the kill cut off doesn't count.
            whole = [line for line in lines if re.fullmatch(r"\d+ \w+ \S+ (new|journal)", line)]
            for line in whole[:-1] if killed else whole:
                index, word, detail, _ = line.split(" ")
                if reported.setdefault(index, (word, detail)) != (word, detail):
                    fail(f"message {index} was {reported[index]} and is {(word, detail)} now")
        words, accepted = check(lines, server, arguments, kills)
        size = os.path.getsize(journal)
    print(
        f"{arguments.messages} messages, {kills} kills, {time.monotonic() - began:.0f} s: {words['sent']} sent, "
        f"{words['unknown']} unknown ({accepted} of them accepted), none lost, none accepted twice; "
        f"journal of {size / arguments.messages:.0f} bytes a message"
    )


asyncio.run(main())
