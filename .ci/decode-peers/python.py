#!/usr/bin/env python3
"""Measures how many events a second msgspec and orjson decode, from the lines of a file held in memory, one at a time.

    pip install msgspec orjson
    .ci/decode-peers/python.py FILE [--runs N]

msgspec        into types for all ten events, with times as datetime: what a careful program would write
msgspec.text   the same with times left as text, as this package leaves them until they are asked for
orjson         into dictionaries

Each is the median of the runs, which are interleaved. The types are msgspec's fastest form: a union told apart by the
first member, without tracking by the garbage collector, the decoder made once.
"""

import argparse
import datetime
import statistics
import time

import msgspec
import orjson


def event_decoder(Time):
    """A decoder of all ten events whose times are of this type."""

    class Part(msgspec.Struct, gc=False):
        pass

    class Header(Part):
        name: str
        value: str

    class CommonHeaders(Part):
        messageId: str | None = None
        date: str | None = None
        to: list[str] = []
        cc: list[str] = []
        bcc: list[str] = []
        replyTo: list[str] = []
        returnPath: str | None = None
        sender: str | None = None
        subject: str | None = None
        from_: list[str] = msgspec.field(name="from", default_factory=list)

    class Mail(Part):
        messageId: str
        timestamp: Time
        source: str = ""
        sourceArn: str | None = None
        sourceIp: str | None = None
        callerIdentity: str | None = None
        sendingAccountId: str = ""
        destination: list[str] = []
        headersTruncated: bool | None = None
        headers: list[Header] = []
        commonHeaders: CommonHeaders | None = None
        tags: dict[str, list[str]] = {}

    class Recipient(Part):
        emailAddress: str
        action: str | None = None
        status: str | None = None
        diagnosticCode: str | None = None

    class BouncePayload(Part):
        bounceType: str
        bounceSubType: str
        bouncedRecipients: list[Recipient]
        timestamp: Time
        feedbackId: str
        reportingMTA: str | None = None
        remoteMtaIp: str | None = None

    class ComplaintPayload(Part):
        complainedRecipients: list[Recipient]
        timestamp: Time
        feedbackId: str
        complaintSubType: str | None = None
        userAgent: str | None = None
        complaintFeedbackType: str | None = None
        arrivalDate: Time | None = None

    class DeliveryPayload(Part):
        timestamp: Time
        recipients: list[str]
        smtpResponse: str
        reportingMTA: str
        processingTimeMillis: int | None = None
        remoteMtaIp: str | None = None

    class SendPayload(Part):
        pass

    class RejectPayload(Part):
        reason: str

    class OpenPayload(Part):
        ipAddress: str
        timestamp: Time
        userAgent: str

    class ClickPayload(Part):
        ipAddress: str
        timestamp: Time
        userAgent: str
        link: str
        linkTags: dict[str, list[str]] | None = None

    class FailurePayload(Part):
        templateName: str
        errorMessage: str

    class DelayPayload(Part):
        timestamp: Time
        delayType: str
        expirationTime: Time
        delayedRecipients: list[Recipient]
        reportingMTA: str | None = None

    class TopicStatus(Part):
        topicName: str
        subscriptionStatus: str

    class TopicPreferences(Part):
        unsubscribeAll: bool | None = None
        topicSubscriptionStatus: list[TopicStatus] = []
        topicDefaultSubscriptionStatus: list[TopicStatus] = []

    class SubscriptionPayload(Part):
        contactList: str
        timestamp: Time
        source: str
        newTopicPreferences: TopicPreferences | None = None
        oldTopicPreferences: TopicPreferences | None = None

    class Event(Part, tag_field="eventType"):
        mail: Mail

    class Bounce(Event, tag="Bounce"):
        bounce: BouncePayload

    class Complaint(Event, tag="Complaint"):
        complaint: ComplaintPayload

    class Delivery(Event, tag="Delivery"):
        delivery: DeliveryPayload

    class Send(Event, tag="Send"):
        send: SendPayload

    class Reject(Event, tag="Reject"):
        reject: RejectPayload

    class Open(Event, tag="Open"):
        open: OpenPayload

    class Click(Event, tag="Click"):
        click: ClickPayload

    class RenderingFailure(Event, tag="Rendering Failure"):
        failure: FailurePayload

    class DeliveryDelay(Event, tag="DeliveryDelay"):
        deliveryDelay: DelayPayload

    class Subscription(Event, tag="Subscription"):
        subscription: SubscriptionPayload

    return msgspec.json.Decoder(
        Bounce | Complaint | Delivery | Send | Reject | Open | Click | RenderingFailure | DeliveryDelay | Subscription
    )


with_dates = event_decoder(datetime.datetime).decode
with_text = event_decoder(str).decode


def msgspec_pass(lines):
    decode = with_dates
    for line in lines:
        try:
            decode(line)
        except msgspec.ValidationError:
            # A time that is no RFC 3339, which AWS writes now and then.
            with_text(line)


def msgspec_text_pass(lines):
    decode = with_text
    for line in lines:
        decode(line)


def orjson_pass(lines):
    decode = orjson.loads
    for line in lines:
        decode(line)


PASSES = {"msgspec": msgspec_pass, "msgspec.text": msgspec_text_pass, "orjson": orjson_pass}


def check(lines):
    """That the types lose nothing that a dictionary holds, but for members that are null or have their default."""
    for line in lines:
        event = msgspec.to_builtins(with_text(line))
        plain = orjson.loads(line)
        if not holds(event, plain):
            raise SystemExit(f"error: msgspec's event isn't orjson's: {plain['eventType']} {plain['mail']['messageId']}")


def holds(typed, plain):
    if isinstance(plain, dict):
        return all(value is None or holds(typed.get(key), value) for key, value in plain.items())
    if isinstance(plain, list):
        return len(typed) == len(plain) and all(map(holds, typed, plain))
    return typed == plain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with open(arguments.file, "rb") as file:
        lines = file.read().splitlines()

    check(lines[:1000])
    rates = {name: [] for name in PASSES}
    for _ in range(arguments.runs):
        for name, decode_all in PASSES.items():
            start = time.perf_counter()
            decode_all(lines)
            rates[name].append(len(lines) / (time.perf_counter() - start))
    for name, values in rates.items():
        print(f"{name} {statistics.median(values):.0f} events/s")


if __name__ == "__main__":
    main()
