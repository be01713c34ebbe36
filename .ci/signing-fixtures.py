#!/usr/bin/env python3
"""Makes Tests/SESSigningTests/Fixtures/signed-requests.json: odd requests as botocore and awscrt sign them.

    pip install botocore==1.44.5 awscrt==0.38.1
    .ci/signing-fixtures.py            writes the file
    .ci/signing-fixtures.py --check    exits non-zero if the file isn't what would be written

The requests are random with a fixed seed. awscrt is asked for every form; botocore only for what both signers agree
on: it takes a query as it finds it, so its queries are in canonical encoding.
"""

import argparse
import base64
import datetime
import io
import json
import os
import random
import sys
from unittest import mock
from urllib.parse import quote, urlsplit

import awscrt.auth
import awscrt.http
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = os.path.join(ROOT, "Tests/SESSigningTests/Fixtures/signed-requests.json")
SEED = 20260102
UNSIGNED = {*botocore.auth.SIGNED_HEADERS_BLACKLIST, "authorization", "amz-sdk-invocation-id", "amz-sdk-request"}

PATH_PIECES = [
    "a", "v2", "email", "configuration-sets", "a%20b%2Fc", "%C3%A9t%C3%A9", "été", "ሴ", "user%2Btag%40example.com",
    "~-._", "a+b", "a:b", "a;b=c", "a,b", "(x)", "$", "%25", "%2e%2e", "%zz", "!*'", "sp ace", "@", "&", "=", "a.b",
]
DOTS = [".", "..", "", "...", "..a"]
QUERY_NAMES = ["a", "A", "a-b", "aa", "PageSize", "NextToken", "Key%20with%20space", "%E1%88%B4", "b", "a%2Fb", "x.y"]
QUERY_VALUES = ["", "1", "2", "10", "a%2Bb%2Fc%3D%3D", "k%201", "%C3%A9", "Z", "z", "~-._", "BOUNCE", "COMPLAINT"]
ODD_QUERY = ["ሴ=bar", "a=b=c", "flag", "=v", "a=%2f", "plus=a+b", "sp=a b", "q=?x", "s=a/b", "c=a:b@c", "", "e=%41"]
HEADERS = [
    ("Content-Type", "application/json"), ("content-type", "text/plain;  charset=utf-8"), ("X-Amz-Target", "A.B"),
    ("My-Header", "value"), ("My-Header", " two  words "), ("my-header", "third"), ("My-Headers", "plural"),
    ("Empty", ""), ("Tabs", "\ta\t\tb\t"), ("Quoted", '"a   b   c"'), ("Accent", "crème brûlée"), ("Zebra", "z"),
    ("User-Agent", "agent/1.0"), ("X-Amzn-Trace-Id", "Root=1-2"), ("Connection", "keep-alive"), ("TE", "trailers"),
    ("Date", "Fri, 02 Jan 2026 03:04:05 GMT"), ("X-Amz-Meta-a", "1"), ("X-Amz-Meta-A", "2"), ("x-amz-meta-", "3"),
    ("traceparent", "00-aa-bb-01"), ("Expect", "100-continue"), ("If-Match", "a,b , c"), ("A", "b"), ("Aa", "c"),
]
SDK_HEADERS = [("amz-sdk-invocation-id", "0f0e-0d0c"), ("amz-sdk-request", "attempt=1; max=3")]
HOSTS = [
    ("https", "email.us-east-1.amazonaws.com", None), ("https", "example.amazonaws.com", 443),
    ("http", "localhost", 4579), ("https", "example.com", 8443), ("http", "127.0.0.1", 80), ("http", "[::1]", 8080),
]
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+abc/def=="


def random_path(r, dots, odd):
    pieces = PATH_PIECES if odd else [p for p in PATH_PIECES if p not in ("%zz", "sp ace")]
    path = "".join("/" + r.choice(DOTS if dots and r.random() < 0.4 else pieces) for _ in range(r.randint(0, 5)))
    return path + "/" if not path or r.random() < 0.3 else path


def random_query(r, odd, unique):
    count = r.choice([0, 0, 1, 2, 3, 5])
    names = r.sample(QUERY_NAMES, count) if unique else r.choices(QUERY_NAMES, k=count)
    pieces = [f"{name}={r.choice(QUERY_VALUES)}" for name in names]
    if odd and r.random() < 0.6:
        pieces += r.sample(ODD_QUERY, r.randint(1, 3))
        r.shuffle(pieces)
    return "&".join(pieces) or None


def random_request(r, *, dots, odd, unique=False, sdk=True):
    scheme, host, port = r.choice(HOSTS)
    headers = r.sample(HEADERS + (SDK_HEADERS if sdk else []), r.randint(0, 8))
    return {
        "method": r.choice(["GET", "POST", "PUT", "DELETE"]),
        "scheme": scheme,
        "host": host,
        "port": port,
        "path": random_path(r, dots, odd),
        "query": random_query(r, odd, unique),
        "headers": [list(h) for h in headers],
        "body": base64.b64encode(r.randbytes(r.choice([0, 0, 1, 63, 64, 200]))).decode(),
    }


def random_setting(r):
    moment = datetime.datetime(2000, 1, 1) + datetime.timedelta(seconds=r.randrange(60 * 366 * 86400))
    return {
        "accessKeyID": r.choice(["AKIDEXAMPLE", "ASIAIOSFODNN7EXAMPLE"]),
        "secret": r.choice(["wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "s", "x" * 70]),
        "token": r.choice([None, TOKEN, "short"]),
        "region": r.choice(["us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1"]),
        "service": r.choice(["ses", "sqs", "sts", "execute-api"]),
        "date": moment.strftime("%Y%m%dT%H%M%SZ"),
        "expires": r.choice([1, 60, 3600, 604800]),
    }


def moment_of(setting):
    date = datetime.datetime.strptime(setting["date"], "%Y%m%dT%H%M%SZ")
    return date.replace(tzinfo=datetime.timezone.utc)


def authority(request):
    default = {"http": 80, "https": 443}[request["scheme"]]
    return request["host"] if request["port"] in (None, default) else f"{request['host']}:{request['port']}"


def target(request):
    return request["path"] + (f"?{request['query']}" if request["query"] is not None else "")


def sign_awscrt(case):
    request, setting, options = case["request"], case["setting"], case["options"]
    # awscrt wants the Host field to be there; it's signed under its lower-case name like any other.
    fields = [("Host", authority(request))] + [tuple(h) for h in request["headers"]]
    body = base64.b64decode(request["body"])
    message = awscrt.http.HttpRequest(
        request["method"], target(request), awscrt.http.HttpHeaders(fields), io.BytesIO(body) if body else None
    )
    is_query = case["form"] == "query"
    header_type = awscrt.auth.AwsSignedBodyHeaderType
    config = awscrt.auth.AwsSigningConfig(
        signature_type=awscrt.auth.AwsSignatureType(1 if is_query else 0),
        credentials_provider=awscrt.auth.AwsCredentialsProvider.new_static(
            setting["accessKeyID"], setting["secret"], setting["token"]
        ),
        region=setting["region"],
        service=setting["service"],
        date=moment_of(setting),
        should_sign_header=lambda name: name.lower() not in UNSIGNED,
        use_double_uri_encode=options["doubleEncodesPath"],
        should_normalize_uri_path=options["normalizesPath"],
        signed_body_value=None if options["signsPayload"] else "UNSIGNED-PAYLOAD",
        signed_body_header_type=header_type(1 if options["signsPayloadHeader"] and not is_query else 0),
        expiration_in_seconds=setting["expires"] if is_query else None,
        omit_session_token=not options["signsSessionToken"],
    )
    awscrt.auth.aws_sign_request(message, config).result()
    query = message.path.split("?", 1)[1] if "?" in message.path else None
    return {"headers": [list(h) for h in message.headers if h[0] != "Host"], "query": query}


def sign_botocore(case):
    request, setting = case["request"], case["setting"]
    message = AWSRequest(
        method=request["method"],
        url=f"{request['scheme']}://{authority(request)}{target(request)}",
        data=base64.b64decode(request["body"]),
    )
    for name, value in request["headers"]:
        message.headers[name] = value
    arguments = [
        Credentials(setting["accessKeyID"], setting["secret"], setting["token"]), setting["service"], setting["region"]
    ]
    if case["form"] == "query":
        signer = botocore.auth.SigV4QueryAuth(*arguments, expires=setting["expires"])
    elif case["options"]["signsPayloadHeader"]:
        signer = botocore.auth.S3SigV4Auth(*arguments)
    else:
        signer = botocore.auth.SigV4Auth(*arguments)
    naive = moment_of(setting).replace(tzinfo=None)
    with mock.patch("botocore.auth.get_current_datetime", lambda *a, **k: naive):
        if case["form"] == "query":
            message.context["timestamp"] = setting["date"]
        signer.add_auth(message)
    query = urlsplit(message.url).query
    return {"headers": [list(h) for h in message.headers.items()], "query": query or None}


def options(**changes):
    default = {
        "normalizesPath": True, "doubleEncodesPath": True, "signsPayloadHeader": False, "signsPayload": True,
        "signsSessionToken": True,
    }
    return {**default, **changes}


def cases():
    r = random.Random(SEED)
    for form, count in (("header", 90), ("query", 60)):
        for _ in range(count):
            chosen = options(**{name: r.random() < 0.7 for name in ("normalizesPath", "doubleEncodesPath")})
            chosen["signsPayloadHeader"] = r.random() < 0.3
            chosen["signsPayload"] = r.random() < 0.9
            chosen["signsSessionToken"] = r.random() < 0.9
            case = {"signer": "awscrt", "form": form, "options": chosen}
            yield {**case, "setting": random_setting(r), "request": random_request(r, dots=True, odd=True)}
    for form, count in (("header", 40), ("query", 25)):
        for _ in range(count):
            # botocore replaces a Date field instead of adding X-Amz-Date; here X-Amz-Date is always sent.
            request = random_request(r, dots=True, odd=False, unique=form == "query", sdk=False)
            request["headers"] = [h for h in request["headers"] if h[0] != "Date"]
            if form == "query":
                request["body"] = ""  # botocore would move it into the query
            yield {"signer": "botocore", "form": form, "options": options(), "setting": random_setting(r), "request": request}
    s3 = options(normalizesPath=False, doubleEncodesPath=False, signsPayloadHeader=True)
    for _ in range(15):
        request = random_request(r, dots=True, odd=False, sdk=False)
        request["headers"] = [h for h in request["headers"] if h[0] != "Date"]
        yield {"signer": "botocore", "form": "header", "options": s3, "setting": random_setting(r), "request": request}


def make():
    made = []
    for index, case in enumerate(cases()):
        case["signed"] = {"awscrt": sign_awscrt, "botocore": sign_botocore}[case["signer"]](case)
        made.append({"name": f"{index:03} {case['signer']} {case['form']}", **case})
    return "[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in made) + "\n]\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    text = make()
    if parser.parse_args().check:
        with open(FILE, encoding="utf-8") as file:
            if file.read() != text:
                sys.exit("signed-requests.json isn't what .ci/signing-fixtures.py writes")
    else:
        with open(FILE, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
