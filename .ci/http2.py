#!/usr/bin/env python3
"""Runs the tests of HTTP/2 against nginx and judges nginx's log.

    .ci/http2.py COMMAND…

nginx offers HTTP/2 over TLS on loopback with a certificate of an authority that is made for the occasion. The command finds the
address in SES_HTTP2_URL, the authority in SES_HTTP2_CA and the number of mails in SES_HTTP2_COUNT.
"""

import collections
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

COUNT = 300

NGINX = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error warn;
events {{ worker_connections 1024; }}
http {{
  log_format mails '$connection $server_protocol $status $request_method $uri $http_amz_sdk_invocation_id';
  access_log {folder}/access mails; client_body_temp_path {folder}; proxy_temp_path {folder};
  fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;
    location / {{ proxy_pass http://unix:{folder}/service; }}
  }}
  # Behind a proxy, as `return` reads no body: nginx would reset each stream, and SwiftNIO bears 200 resets in half a minute.
  server {{
    listen unix:{folder}/service; access_log off;
    location / {{ default_type application/json; return 200 '{{"MessageId":"$request_id"}}'; }}
  }}
}}
"""


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, stderr=subprocess.DEVNULL)


def certificates(folder):
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(folder, "req", "-x509", *key, "-days", "1", "-subj", "/CN=test authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl(folder, "req", *key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    pathlib.Path(folder, "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl(folder, "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "1",
            "-extfile", "names", "-out", "server.pem")


def start(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    configuration = pathlib.Path(folder, "nginx.conf")
    configuration.write_text(NGINX.format(folder=folder, port=port))
    server = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(configuration)], stderr=subprocess.DEVNULL)
    trusting = ssl.create_default_context(cafile=os.path.join(folder, "ca.pem"))
    for _ in range(100):
        if server.poll() is not None:
            break
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as plain:
                trusting.wrap_socket(plain, server_hostname="localhost").close()
            return server, port
        except OSError:
            time.sleep(0.05)
    server.kill()
    sys.exit("error: nginx doesn't start\n" + pathlib.Path(folder, "error").read_text())


def judge(log):
    """What is wrong with nginx's log."""
    mails = [line.split() for line in log.splitlines() if "/v2/email/outbound-emails" in line]
    faults = []
    if len(mails) != COUNT:
        faults.append(f"{len(mails)} requests came, {COUNT} mails were sent")
    protocols = collections.Counter(mail[1] for mail in mails)
    if set(protocols) != {"HTTP/2.0"}:
        faults.append(f"not all came as HTTP/2.0: {dict(protocols)}")
    if len({mail[0] for mail in mails}) != 1:
        faults.append(f"they came over {len({mail[0] for mail in mails})} connections")
    repeated = [call for call, times in collections.Counter(mail[-1] for mail in mails).items() if times > 1]
    if repeated:
        faults.append(f"{len(repeated)} came more than once")
    if any(mail[2:4] != ["200", "POST"] for mail in mails):
        faults.append("not all were answered")
    return faults


def main():
    with tempfile.TemporaryDirectory() as folder:
        certificates(folder)
        server, port = start(folder)
        try:
            environment = dict(os.environ, SES_HTTP2_URL=f"https://127.0.0.1:{port}", SES_HTTP2_CA=os.path.join(folder, "ca.pem"),
                               SES_HTTP2_COUNT=str(COUNT))
            status = subprocess.run(sys.argv[1:], env=environment).returncode
        finally:
            server.terminate()
            server.wait()
        if status:
            sys.exit(status)
        faults = judge(pathlib.Path(folder, "access").read_text())
    if faults:
        sys.exit("\n".join(f"error: {fault}" for fault in faults))
    print(f"nginx: {COUNT} mails, each once, HTTP/2.0, one connection")


if __name__ == "__main__":
    main()
