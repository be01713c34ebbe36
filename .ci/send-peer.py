#!/usr/bin/env python3
"""Sends the mail of Sources/ses-benchmark/SampleMail.swift with boto3, and prints what `ses-benchmark send` prints.

    send-peer.py ENDPOINT COUNT THREADS
"""

import resource
import sys
import threading
import time

import boto3
from botocore.config import Config

TEXT = "Everything for the garden is a fifth off until Sunday. " * 8
HTML = '<p>Everything for the <a href="https://shop.example.com/garden?c=may">garden</a> is a fifth off.</p>' * 14


def memory():
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS:")).split()[1])


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    endpoint, count, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    client = boto3.client(
        "sesv2", endpoint_url=endpoint, region_name="eu-west-1", aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        config=Config(max_pool_connections=threads),
    )

    def send(number):
        client.send_email(
            FromEmailAddress="Shop <promo@example.com>",
            Destination={"ToAddresses": ["success@simulator.amazonses.com"]},
            Content={
                "Simple": {
                    "Subject": {"Data": f"May sale {number}"},
                    "Body": {"Text": {"Data": TEXT}, "Html": {"Data": HTML}},
                }
            },
            EmailTags=[{"Name": "campaign", "Value": "may2025"}, {"Name": "n", "Value": str(number)}],
            ConfigurationSetName="promo-may2025",
        )

    def run(numbers):
        numbers, lock, errors = iter(numbers), threading.Lock(), []

        def work():
            try:
                while True:
                    with lock:
                        number = next(numbers, None)
                    if number is None:
                        return
                    send(number)
            except Exception as error:
                errors.append(error)

        workers = [threading.Thread(target=work) for _ in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if errors:
            raise errors[0]

    warm_up = count // 10
    run(range(warm_up))
    before, used, start = memory(), processor(), time.perf_counter()
    run(range(warm_up, count))
    seconds, used, after = time.perf_counter() - start, processor() - used, memory()
    timed = count - warm_up
    print(f"send.rate {timed / seconds:.0f} sends/s")
    print(f"send.cpu {used / timed * 1e6:.1f} us/send")
    print(f"send.memory {after} KB")
    print(f"send.growth {after - before} KB")


if __name__ == "__main__":
    main()
