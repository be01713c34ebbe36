#!/usr/bin/env python3
"""Writes random shared config and credentials files with what botocore reads in them, one JSON object a line.

    profiles.py SEED COUNT

A line has `config`, `credentials` and `words` (a command line), and `expected`: null where botocore refuses a file, else its
`profiles` (both files merged), `ssoSessions` and `services`; and `split`: the words, or null. About half of the files are
well formed; the others are made of the same pieces put together at random.
"""

import json
import random
import re
import shlex
import sys
import tempfile
from pathlib import Path

import botocore.configloader
import botocore.exceptions
import botocore.session

SECTIONS = [
    "[default]", "[profile a]", "[profile b]", '[profile "a b"]', "[profile 'c']", "[a]", "[b]", "[sso-session s]",
    "[services v]", "[profile default]", "[profile]", "[profile x y]", "[DEFAULT]", "[Default]", "[preview]", " [a b]",
    "[profile d] # x", "[e]f]", '[profile "open]', "[profilex z]", "[ default ]", "[services  w]", "[profile\ttab]",
]
OPTIONS = [
    "region = eu-west-1", "aws_access_key_id=AKID", "aws_secret_access_key = a/b+c=", "Region: x", "a = b # c", "a = b ; c",
    "role_arn=arn:aws:iam::1:role/x", "empty =", "  indented = 1", "spaced name  =  two words  ", "a:b = c", "a=b:c",
    "credential_process = \"/a b\" 'c'", "é = ü", "\tx = y", "UPPER = Case", "sesv2 =", "s3 = ", "q = [x]",
]
INDENTED = [
    "  endpoint_url = https://e", "    more = less", "\tMax = 1", "  no delimiter", "  # comment", "  ; comment", "  = x",
    "   a : b", "  [profile hidden]", " x=y",
]
OTHERS = ["", "  ", "# comment", "; comment", "  # indented comment", "#region = no", "", ""]
BROKEN = ["no delimiter", "= x", ": x", "[]", "[open", "]", "[a", "\u2028", "\x0b", "a\x85b = c", "\u00a0nbsp = 1", "\x1cx = 1"]
ENDS = ["\n", "\n", "\n", "\r\n", "\r"]


def well_formed(random):
    lines = []
    for section in random.sample(SECTIONS, random.randint(0, 6)):
        lines.append(section)
        chosen = random.sample(OPTIONS[:-3], random.randint(0, 5))
        options = {re.split("[=:]", option)[0].strip().lower(): option for option in chosen}
        for option in options.values():
            lines += random.choices(OTHERS, k=random.randint(0, 1)) + [option.lstrip()]
            if random.random() < 0.1:
                lines += random.choices(INDENTED[:3] + INDENTED[4:], k=random.randint(1, 3))
        if random.random() < 0.3 and "sesv2" not in options:
            lines += ["sesv2 ="] + random.choices(INDENTED[:3] + INDENTED[4:6] + OTHERS[:1], k=random.randint(1, 4))
    return lines


def anything(random):
    pool = [SECTIONS] * 3 + [OPTIONS] * 6 + [INDENTED] * 3 + [OTHERS] * 3 + [BROKEN] * (random.random() < 0.3)
    return ["[a]"] * (random.random() < 0.7) + [random.choice(random.choice(pool)) for _ in range(random.randint(0, 12))]


def document(random):
    end = random.choice(ENDS)
    lines = (well_formed if random.random() < 0.8 else anything)(random)
    return end.join(lines) + end * random.randint(0, 2)


def expected(folder, config, credentials):
    """What botocore's session has in its full_config, by the very code that it runs."""
    for name, text in [("config", config), ("credentials", credentials)]:
        (folder / name).write_bytes(text.encode())
    session = botocore.session.Session()
    session.set_config_variable("config_file", str(folder / "config"))
    session.set_config_variable("credentials_file", str(folder / "credentials"))
    try:
        full = session.full_config
    except botocore.exceptions.ConfigParseError:
        return None
    return {"profiles": full["profiles"], "ssoSessions": full["sso_sessions"], "services": full["services"]}


def words(random):
    pieces = ["a", "b c", " ", "'", '"', "\\", "\t", "$x", "#", "é", "''", '"d e"', "\\ "]
    return "".join(random.choices(pieces, k=random.randint(0, 9)))


def split(line):
    try:
        return shlex.split(line)
    except ValueError:
        return None


def main(seed, count):
    source = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            config, credentials, line = document(source), document(source), words(source)
            print(json.dumps({
                "config": config, "credentials": credentials, "words": line,
                "expected": expected(Path(folder), config, credentials), "split": split(line),
            }))


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(int(sys.argv[1]), int(sys.argv[2]))
