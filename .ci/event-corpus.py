#!/usr/bin/env python3
"""Writes events of Amazon SES as Firehose delivers them, one a line, to measure decoders with.

    .ci/event-corpus.py SEED COUNT [--ascii-only] > FILE

All ten types in equal shares, each event 1 to 3 KB and about 2 KB on average, members in AWS's order. The same seed gives
the same bytes with every Python 3. All names, addresses and texts are made up.

One event in ten has text that isn't ASCII (none with --ascii-only), one in twenty `\\/` for `/`; rare ones have recipients
with display names, `null` for linkTags, or a time such as `2018-10-08T14:05:45 +0000`. Every event has its header fields,
also those for which AWS leaves them out, so that the types are of about one size.
"""

import argparse
import datetime
import json
import random
import sys

SMALLEST, LARGEST = 1000, 3000

TYPES = {
    "Send": "send",
    "Delivery": "delivery",
    "Bounce": "bounce",
    "Complaint": "complaint",
    "Reject": "reject",
    "Open": "open",
    "Click": "click",
    "Rendering Failure": "failure",
    "DeliveryDelay": "deliveryDelay",
    "Subscription": "subscription",
}

REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "ap-southeast-2"]
GIVEN = ["Jane", "Omar", "Priya", "Lukas", "Mei", "Tomas", "Aisha", "Noah", "Elena", "Samuel", "Ingrid", "Kofi", "Ruth"]
FAMILY = ["Doe", "Haddad", "Nair", "Weber", "Chen", "Novak", "Bello", "Smith", "Rossi", "Okafor", "Larsen", "Mensah"]
GIVEN_WIDE = ["Zoë", "Jürgen", "Łucja", "Søren", "André", "Žofie", "明美", "Ольга", "Inés"]
FAMILY_WIDE = ["Müller", "Nuñez", "Dvořák", "Ångström", "佐藤", "Иванова", "Şahin", "Lefèvre"]
SHOPS = ["Example Shop", "Garden & Tools", "Northwind Books", "Daily Bread Co.", "Bike Parts, Inc.", "Little Museum"]
SHOPS_WIDE = ["Café Exemple", "Bücherstube", "Księgarnia", "本の店", "Jardín y más"]
SENDERS = ["news", "orders", "hello", "no-reply", "offers", "billing", "team"]
SENDING_DOMAINS = ["mail.example.com", "shop.example.com", "news.example.org", "example.net", "post.store.example"]
RECIPIENT_DOMAINS = ["example.org", "example.net", "inbox.example", "mx.recipient.example", "people.example.com", "isp.example"]
SUBJECTS = [
    "Your order {n} is on its way",
    "{who}, three days left to save 20%",
    "Receipt for order {n}",
    "The May newsletter: seeds, soil and a little patience",
    "Reset your password",
    "We've changed our terms (nothing to do)",
    "Re: question about \"spare parts\" in order {n}",
    "Back in stock: the chair you looked at",
    "Week {n}: what happened in the workshop",
    "Please confirm your address",
]
SUBJECTS_WIDE = [
    "Grüße aus der Werkstatt – Woche {n}",
    "{who}, il reste trois jours : −20 % ❄️",
    "Ваш заказ {n} отправлен",
    "ご注文 {n} を発送しました",
    "¿Qué tal tu pedido {n}? 🎉",
    "Twoje zamówienie {n} jest w drodze – dziękujemy",
]
CAMPAIGNS = ["may-sale", "spring_2025", "welcome-1", "welcome-2", "win-back", "weekly", "receipts", "launch-b"]
CONFIGURATION_SETS = ["promo-may2025", "transactional", "newsletter", "account-mail", "staging"]
CALLERS = ["mailer", "ses-smtp-user.20240504-132337", "newsletter-service", "checkout", "root"]
AGENTS = [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0",
    "Mozilla/5.0",
    "ExampleMail/7.2 (image proxy; +https://proxy.example/about)",
]
BOUNCES = [
    ("Permanent", "General", "5.1.1", "550 5.1.1 <{to}>: no such user here"),
    ("Permanent", "NoEmail", "5.1.10", "550 5.1.10 the domain accepts no mail"),
    ("Permanent", "OnAccountSuppressionList", "5.1.1", "the address is on your account's suppression list"),
    ("Transient", "MailboxFull", "4.2.2", "452 4.2.2 the mailbox of <{to}>\nis full, try again later"),
    ("Transient", "MessageTooLarge", "5.3.4", "552 5.3.4 message \"too large\""),
    ("Transient", "ContentRejected", "5.7.1", "554 5.7.1 refused by policy, see https://policy.example/why?code=12"),
    ("Undetermined", "Undetermined", "5.0.0", "550 not understood:\r\n\tline two of the answer"),
]
DELAYS = ["MailboxFull", "RecipientServerError", "TransientCommunicationFailure", "SpamDetected", "General", "IPFailure"]
HEXADECIMAL = "0123456789abcdef"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
EPOCH = datetime.datetime(2025, 5, 1, tzinfo=datetime.timezone.utc)
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Chance:
    """Draws from random() alone, the one method that Python promises never to change."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, bound):
        return int(self.random() * bound)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one(self, choices):
        return choices[self.below(len(choices))]

    def maybe(self, probability):
        return self.random() < probability

    def text(self, alphabet, length):
        return "".join(self.one(alphabet) for _ in range(length))

    def shuffled(self, values):
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            other = self.below(last + 1)
            values[last], values[other] = values[other], values[last]
        return values


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def rfc2822(moment):
    # strftime's names depend on the locale.
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{day}, {moment.day} {month} {moment.year} " + moment.strftime("%H:%M:%S +0000")


class Message:
    """One e-mail: what its events have in common."""

    def __init__(self, chance, wide):
        self.chance = c = chance
        self.wide = wide
        self.region = c.one(REGIONS)
        self.sent = EPOCH + datetime.timedelta(milliseconds=c.below(30 * 86_400_000))
        self.account = "123456789012" if c.maybe(0.7) else c.text("0123456789", 12)
        self.domain = c.one(SENDING_DOMAINS)
        self.sender = f"{c.one(SENDERS)}@{self.domain}"
        shop = c.one(SHOPS_WIDE) if wide and c.maybe(0.5) else c.one(SHOPS)
        self.sender_named = f'"{shop}" <{self.sender}>' if "," in shop or "." in shop else f"{shop} <{self.sender}>"
        self.people = [self.person() for _ in range(1 if c.maybe(0.85) else c.between(2, 3))]
        self.to = self.to_named if c.maybe(0.3) else self.addresses
        subject = c.one(SUBJECTS_WIDE) if wide else c.one(SUBJECTS)
        self.subject = subject.format(n=c.between(1000, 99_999), who=self.people[0][0].split()[0])
        self.id = f"01{c.text(HEXADECIMAL, 14)}-{self.uuid()}-000000"
        self.source_ip = f"192.0.2.{c.between(1, 254)}"
        self.caller = c.one(CALLERS)
        self.configuration_set = c.one(CONFIGURATION_SETS)
        self.campaign = c.one(CAMPAIGNS)

    def uuid(self):
        return "-".join(self.chance.text(HEXADECIMAL, length) for length in (8, 4, 4, 4, 12))

    def person(self):
        c = self.chance
        given = c.one(GIVEN_WIDE) if self.wide and c.maybe(0.5) else c.one(GIVEN)
        family = c.one(FAMILY_WIDE) if self.wide and c.maybe(0.5) else c.one(FAMILY)
        address = f"{c.one(GIVEN).lower()}.{c.one(FAMILY).lower()}{c.below(1000)}@{c.one(RECIPIENT_DOMAINS)}"
        return (f"{given} {family}", address)

    @property
    def addresses(self):
        return [address for _, address in self.people]

    @property
    def to_named(self):
        return [f"{name} <{address}>" for name, address in self.people]

    def after(self, low, high):
        """A time that many seconds after sending."""
        return iso(self.sent + datetime.timedelta(milliseconds=self.chance.between(low * 1000, high * 1000)))

    def mail(self, name):
        c = self.chance
        mail = {"timestamp": iso(self.sent)}
        if c.maybe(0.01):
            mail["timestamp"] = self.sent.strftime("%Y-%m-%dT%H:%M:%S +0000")
        mail["source"] = self.sender_named if c.maybe(0.3) else self.sender
        if name not in ("Open", "Click"):
            mail["sourceArn"] = f"arn:aws:ses:{self.region}:{self.account}:identity/{self.domain}"
        mail["sendingAccountId"] = self.account
        mail["messageId"] = self.id
        mail["destination"] = self.to_named if c.maybe(0.05) else self.addresses
        mail["headersTruncated"] = c.maybe(0.01)
        headers = self.headers()
        mail["headers"] = [{"name": name, "value": value} for name, value in headers]
        fields = dict(headers)
        mail["commonHeaders"] = common = {"from": [self.sender_named], "date": fields["Date"], "to": self.to}
        if "Cc" in fields:
            common["cc"] = [fields["Cc"]]
        if "Reply-To" in fields:
            common["replyTo"] = [fields["Reply-To"]]
        if c.maybe(0.3):
            common["returnPath"] = self.sender
        common["messageId"] = self.id
        common["subject"] = self.subject
        mail["tags"] = self.tags(name)
        return mail

    def headers(self):
        c = self.chance
        host = f"host-{c.below(100)}.internal.example"
        message_id = f"<{c.text(HEXADECIMAL, 32)}@{self.domain}>"
        date = rfc2822(self.sent) + (" (UTC)" if c.maybe(0.1) else "")
        received = (
            f"from {host} ([198.51.100.{c.between(1, 254)}]) by email-smtp.{self.region}.example with SMTP "
            f"(SimpleEmailService-d-{c.text('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 9)}) id {c.text(BASE64[:62], 20)} "
            f"for {self.addresses[0]}; {date}"
        )
        selector = c.text("abcdefghijklmnopqrstuvwxyz234567", 32)
        signature = (
            f"v=1; a=rsa-sha256; q=dns/txt; c=relaxed/simple; s={selector}; d={self.domain}; t={int(self.sent.timestamp())}; "
            f"h=From:To:Subject:MIME-Version:Content-Type:Message-ID:Date; bh={c.text(BASE64, 43)}=; b={c.text(BASE64, 171)}="
        )
        content_type = "text/plain; charset=UTF-8"
        if c.maybe(0.6):
            content_type = f'multipart/alternative; boundary="----=_Part_{c.below(10**6)}_{c.below(10**9)}"'
        always = [
            ("From", self.sender_named),
            ("To", ", ".join(self.to)),
            ("Subject", self.subject),
            ("Message-ID", message_id if c.maybe(0.98) else "null"),
            ("Date", date),
            ("MIME-Version", "1.0"),
            ("Content-Type", content_type),
            ("X-SES-MESSAGE-TAGS", f"campaign={self.campaign}"),
        ]
        first = []
        if c.maybe(0.4):
            first.append(("Received", received))
        if c.maybe(0.25):
            first.append(("DKIM-Signature", signature))
        token = c.text(BASE64[:62], 16)
        unsubscribe = f"<https://{self.domain}/u/{token}>, <mailto:unsubscribe@{self.domain}?subject={token}>"
        others = [
            ("X-SES-CONFIGURATION-SET", self.configuration_set),
            ("List-Unsubscribe", unsubscribe),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("List-Id", f"{self.campaign} <{self.campaign}.lists.{self.domain}>"),
            ("X-Mailer", f"ExampleMailer {c.between(1, 9)}.{c.below(20)}.{c.below(10)}"),
            ("Reply-To", f"support@{self.domain}"),
            ("Feedback-ID", f"{self.campaign}:{c.below(10**6)}:{self.account}:example"),
            ("Precedence", "bulk"),
            ("X-Entity-Ref-ID", self.uuid()),
            ("Content-Language", "en-GB"),
            ("Cc", f"archive@{self.domain}"),
            ("Auto-Submitted", "auto-generated"),
        ]
        wanted = min(c.between(10, 18), c.between(10, 18)) - len(always) - len(first)
        chosen = set(c.shuffled(range(len(others)))[: max(wanted, 0)])
        return first + always + [field for index, field in enumerate(others) if index in chosen]

    def tags(self, name):
        c = self.chance
        tags = {}
        if c.maybe(0.3):
            tags["ses:source-tls-version"] = [c.one(["TLSv1.3", "TLSv1.2"])]
            tags["ses:operation"] = [c.one(["SendEmail", "SendRawEmail", "SendBulkEmail", "SendTemplatedEmail"])]
        tags["ses:configuration-set"] = [self.configuration_set]
        tags["ses:source-ip"] = [self.source_ip]
        tags["ses:from-domain"] = [self.domain]
        tags["ses:caller-identity"] = [self.caller]
        if name == "Delivery":
            if c.maybe(0.5):
                tags["ses:recipient-isp"] = [c.one(["UNKNOWN_ISP", "Example ISP"])]
            tags["ses:outgoing-ip"] = [f"203.0.113.{c.between(1, 254)}"]
        if c.maybe(0.95):
            tags["campaign"] = [self.campaign]
        if c.maybe(0.6):
            tags["customer"] = [str(c.below(10**8))]
        if c.maybe(0.3):
            tags["variant"] = [c.one(["A", "B", "control"])]
        if c.maybe(0.1):
            tags["topics"] = c.shuffled(["garden", "books", "bikes"])[: c.between(1, 3)]
        return tags

    def recipient(self, person):
        return f"{person[0]} <{person[1]}>" if self.chance.maybe(0.05) else person[1]

    def feedback_id(self):
        return f"01{self.chance.text(HEXADECIMAL, 14)}-{self.uuid()}-000000"

    def mta(self, prefix=""):
        return f"{prefix}a{self.chance.between(8, 60)}-{self.chance.between(10, 99)}.smtp-out.{self.region}.mail.example"


def send(m, c):
    return {}


def delivery(m, c):
    return {
        "timestamp": m.after(1, 30),
        "processingTimeMillis": c.between(300, 30_000),
        "recipients": [m.recipient(person) for person in m.people],
        "smtpResponse": f"250 2.0.0 OK  {int(m.sent.timestamp())} {c.text(HEXADECIMAL, 16)}-{c.text(HEXADECIMAL, 10)} - mx",
        "remoteMtaIp": f"198.51.100.{c.between(1, 254)}",
        "reportingMTA": m.mta(),
    }


def bounce(m, c):
    kind, sub_kind, status, words = c.one(BOUNCES)
    recipients = []
    for person in m.people:
        recipient = {"emailAddress": m.recipient(person), "action": "failed", "status": status}
        if c.maybe(0.9):
            recipient["diagnosticCode"] = "smtp; " + words.format(to=person[1])
        recipients.append(recipient)
    payload = {
        "feedbackId": m.feedback_id(),
        "bounceType": kind,
        "bounceSubType": sub_kind,
        "bouncedRecipients": recipients,
        "timestamp": m.after(1, 600),
    }
    if c.maybe(0.4):
        payload["remoteMtaIp"] = f"198.51.100.{c.between(1, 254)}"
    payload["reportingMTA"] = m.mta(c.one(["dns; ", "dsn; ", "dns;"]))
    return payload


def complaint(m, c):
    payload = {
        "complainedRecipients": [{"emailAddress": m.recipient(person)} for person in m.people],
        "timestamp": m.after(600, 86_400),
        "feedbackId": m.feedback_id(),
        "complaintSubType": None if c.maybe(0.9) else "OnAccountSuppressionList",
    }
    if c.maybe(0.8):
        payload["userAgent"] = f"ExampleISP-Feedback/{c.between(1, 3)}.0"
        payload["complaintFeedbackType"] = c.one(["abuse", "abuse", "abuse", "not-spam", "other"])
        arrival = m.after(5, 600)
        payload["arrivalDate"] = arrival if c.maybe(0.8) else arrival[:-1] + "-05:00"
    return payload


def reject(m, c):
    return {"reason": "Bad content"}


def open_(m, c):
    return {"timestamp": m.after(60, 86_400), "userAgent": c.one(AGENTS), "ipAddress": f"203.0.113.{c.between(1, 254)}"}


def click(m, c):
    path = c.one(["sale", "orders/track", "account", "articles/how-to-prune", "u/confirm"])
    link_tags = None
    if c.maybe(0.5):
        link_tags = {"position": [c.one(["header", "button", "footer"])], "colour": c.shuffled(["blue", "green"])[:1]}
    return {
        "timestamp": m.after(60, 86_400),
        "ipAddress": f"203.0.113.{c.between(1, 254)}",
        "userAgent": c.one(AGENTS),
        "link": f"https://{m.domain}/{path}?utm_source=mail&utm_campaign={m.campaign}&id={c.text(HEXADECIMAL, 16)}",
        "linkTags": link_tags,
    }


def failure(m, c):
    missing = c.one(["firstName", "order", "items", "unsubscribeUrl"])
    return {
        "templateName": c.one(["welcome", "receipt-v3", "weekly-digest"]),
        "errorMessage": f"Attribute '{missing}' is not present in the rendering data.",
    }


def delivery_delay(m, c):
    words = "smtp; 421 4.4.2 no answer in time" if c.maybe(0.5) else "smtp; 451 4.7.1 try again later,\n\"greylisted\""
    return {
        "timestamp": m.after(600, 7200),
        "delayType": c.one(DELAYS),
        "expirationTime": m.after(43_200, 50_400),
        "delayedRecipients": [
            {"emailAddress": m.recipient(person), "status": c.one(["4.4.1", "4.4.2", "4.7.1"]), "diagnosticCode": words}
            for person in m.people
        ],
        "reportingMTA": m.mta(),
    }


def subscription(m, c):
    def preferences(unsubscribed):
        choices = [
            {"topicName": topic, "subscriptionStatus": "OptOut" if unsubscribed or c.maybe(0.3) else "OptIn"}
            for topic in ("garden", "books", "bikes")[: c.between(1, 3)]
        ]
        return {"unsubscribeAll": unsubscribed, "topicSubscriptionStatus": choices}

    new = preferences(c.maybe(0.6))
    if c.maybe(0.3):
        new["topicDefaultSubscriptionStatus"] = [{"topicName": "garden", "subscriptionStatus": "OptIn"}]
    return {
        "contactList": c.one(["readers", "customers"]),
        "timestamp": m.after(60, 86_400),
        "source": "UnsubscribeHeader" if c.maybe(0.8) else m.addresses[0],
        "newTopicPreferences": new,
        "oldTopicPreferences": preferences(False),
    }


PAYLOADS = {
    "send": send,
    "delivery": delivery,
    "bounce": bounce,
    "complaint": complaint,
    "reject": reject,
    "open": open_,
    "click": click,
    "failure": failure,
    "deliveryDelay": delivery_delay,
    "subscription": subscription,
}


def event(chance, name, ascii_only):
    """The line of one event, without its end, in UTF-8."""
    message = Message(chance, wide=chance.maybe(0.1) and not ascii_only)
    key = TYPES[name]
    value = {"eventType": name, "mail": message.mail(name), key: PAYLOADS[key](message, chance)}
    # Some writers escape what isn't ASCII, most don't.
    line = json.dumps(value, ensure_ascii=message.wide and chance.maybe(0.3), separators=(",", ":"))
    if chance.maybe(0.05):
        line = line.replace("/", "\\/")
    return line.encode()


def events(seed, count, ascii_only=False):
    chance = Chance(seed)
    names = []
    for _ in range(count):
        # Each ten lines hold all ten types, in an order of their own.
        names = names or chance.shuffled(TYPES)
        name = names.pop()
        line = event(chance, name, ascii_only)
        while not SMALLEST <= len(line) <= LARGEST:
            line = event(chance, name, ascii_only)
        yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", metavar="SEED", type=int)
    parser.add_argument("count", metavar="COUNT", type=int)
    parser.add_argument("--ascii-only", action="store_true")
    arguments = parser.parse_args()
    for line in events(arguments.seed, arguments.count, arguments.ascii_only):
        sys.stdout.buffer.write(line + b"\n")


if __name__ == "__main__":
    main()
