#!/usr/bin/env python3
"""Kills the consumer of a queue at random moments, starts it again each time, and counts what became of every event.

    queue-kill.py --endpoint URL [--messages 2000] [--kills 10] [--seed N] -- WORKER

WORKER gets the queue's URL, the endpoint and a journal, to which it appends `PROCESS MESSAGE MAIL` when it handles an event.

Of the events, half are published to a topic that the queue is subscribed to, in SNS's envelope, and half are put on the queue as raw
delivery does it; every 50th comes twice. Beside them are a few messages that can't be read. Proved is: every event was handled, and
none that wasn't sent; no process handled one twice, though it came twice; over all processes an event was handled again only after a
kill, and no more of them for each kill than may be in hand; the queue is empty at the end, and the unreadable ones, and nothing else,
are on the dead-letter queue.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter

import boto3
from botocore.config import Config

# What may be handled and not yet deleted: what is in hand, and what waits for a deletion.
CONCURRENCY = 100
UNREADABLE = ["not JSON", '{"eventType":"Send","mail":7}']
# How many events may wait: moto looks at each of them whenever it is asked for one.
BACKLOG = 200


def fail(text):
    sys.exit(f"error: {text}")


def event(mail):
    return json.dumps({
        "eventType": "Send",
        "mail": {"messageId": mail, "timestamp": "2025-05-01T09:00:00.000Z", "destination": ["jane@example.org"]},
        "send": {},
    })


class Journal:
    """What the workers have handled so far."""

    def __init__(self, path):
        self.path, self.offset, self.rest = path, 0, b""
        self.lines, self.mails = [], set()

    def read(self):
        if os.path.exists(self.path):
            with open(self.path, "rb") as file:
                file.seek(self.offset)
                data = file.read()
            self.offset += len(data)
            *whole, self.rest = (self.rest + data).split(b"\n")
            for line in whole:
                process, message, mail = line.decode().split(" ")
                self.lines.append((process, message, mail))
                self.mails.add(mail)
        return len(self.mails)


def clients(endpoint):
    settings = dict(endpoint_url=endpoint, region_name="eu-west-1", aws_access_key_id="id", aws_secret_access_key="key",
                    config=Config(retries={"max_attempts": 5}))
    return boto3.client("sns", **settings), boto3.client("sqs", **settings)


def set_up(sns, sqs):
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    dead_arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    redrive = json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": "5"})
    queue = sqs.create_queue(QueueName="events", Attributes={"RedrivePolicy": redrive})["QueueUrl"]
    queue_arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    topic = sns.create_topic(Name="promo")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue_arn)
    return topic, queue, dead


def feed(endpoint, topic, queue, mails, journal):
    """Sends all events in calls of ten, and lets few wait."""
    sns, sqs = clients(endpoint)
    distinct = set()
    for start in range(0, len(mails), 10):
        while len(distinct) - len(journal.mails) > BACKLOG:
            time.sleep(0.02)
        distinct.update(mails[start:start + 10])
        batch = mails[start:start + 10]
        if start // 10 % 2:
            entries = [{"Id": str(n), "MessageBody": event(mail)} for n, mail in enumerate(batch)]
            answer = sqs.send_message_batch(QueueUrl=queue, Entries=entries)
        else:
            entries = [{"Id": str(n), "Message": event(mail)} for n, mail in enumerate(batch)]
            answer = sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)
        if answer.get("Failed"):
            print(f"error: moto refused {answer['Failed']}", file=sys.stderr)
            os._exit(1)


def depth(sqs, queue):
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=names)["Attributes"]
    return sum(int(attributes[name]) for name in names)


def wait_for_moto(endpoint):
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{endpoint}/moto-api/", timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    fail(f"moto's server doesn't answer at {endpoint}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("worker")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    chance = random.Random(options.seed)
    wait_for_moto(options.endpoint)
    sns, sqs = clients(options.endpoint)
    topic, queue, dead = set_up(sns, sqs)
    for body in UNREADABLE:
        sqs.send_message(QueueUrl=queue, MessageBody=body)

    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(os.path.join(folder, "journal"))
        log = open(os.path.join(folder, "log"), "wb")
        command = [options.worker, queue, options.endpoint, journal.path]
        mails = [f"m{number}" for number in range(options.messages)]
        sent = [mail for number, mail in enumerate(mails) for mail in [mail] * (2 if number % 50 == 0 else 1)]
        feeder = threading.Thread(target=feed, args=(options.endpoint, topic, queue, sent, journal), daemon=True)
        began = time.monotonic()
        feeder.start()
        kills = sorted(chance.randrange(options.messages) for _ in range(options.kills))
        for threshold in kills:
            worker = subprocess.Popen(command, stderr=log)
            wait_until(lambda: journal.read() >= threshold, worker, log)
            time.sleep(chance.uniform(0, 0.5))
            if worker.poll() is not None:
                fail(f"the worker ended by itself: {tail(log)}")
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        worker = subprocess.Popen(command, stderr=log)
        wait_until(lambda: journal.read() >= options.messages and not feeder.is_alive(), worker, log)
        duration = time.monotonic() - began
        wait_until(lambda: depth(sqs, queue) == 0 or time.sleep(0.5), worker, log)
        worker.send_signal(signal.SIGTERM)
        if worker.wait(timeout=60) != 0:
            fail(f"the worker didn't end well: {tail(log)}")
        journal.read()
        judge(journal, mails, options, sqs, dead)
        print(f"{len(sent)} messages in {duration:.0f} s, {len(sent) / duration:.0f} a second")


def wait_until(condition, worker, log):
    end = time.monotonic() + 3600
    while not condition():
        if worker.poll() is not None:
            fail(f"the worker ended by itself: {tail(log)}")
        if time.monotonic() > end:
            fail("it took over an hour")
        time.sleep(0.02)


def tail(log):
    with open(log.name, "rb") as file:
        return file.read()[-2000:].decode(errors="replace")


def judge(journal, mails, options, sqs, dead):
    expected = set(mails)
    if journal.mails != expected:
        fail(f"{len(expected - journal.mails)} events lost, {len(journal.mails - expected)} handled that weren't sent")
    twice = [key for key, count in Counter((process, mail) for process, _, mail in journal.lines).items() if count > 1]
    if twice:
        fail(f"one process handled an event twice: {twice[:5]}")
    again = len(journal.lines) - len(expected)
    # Also every 50th, whose copies may have met two processes.
    limit = options.kills * 3 * CONCURRENCY
    if again > limit:
        fail(f"{again} events were handled again, more than {limit}")
    bodies = []
    while messages := sqs.receive_message(QueueUrl=dead, MaxNumberOfMessages=10).get("Messages"):
        bodies += [message["Body"] for message in messages]
    if sorted(bodies) != sorted(UNREADABLE):
        fail(f"the dead-letter queue has {len(bodies)} messages, not the {len(UNREADABLE)} that can't be read")
    processes = len({process for process, _, _ in journal.lines})
    print(f"{len(expected)} events, {options.kills} kills, {processes} processes: all handled, {again} again after a kill, "
          "each once after deduplication")


if __name__ == "__main__":
    main()
