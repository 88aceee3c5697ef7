"""Sends the exchanges of a file through vcrpy: vcrpy.py record|replay|append CASSETTE ORIGIN EXCHANGES"""

import base64
import http.client
import json
import os
import sys
import urllib.parse

import vcr

MODES = {"record": "all", "replay": "none", "append": "new_episodes"}
MATCH_ON = ["method", "scheme", "host", "port", "path", "query", "body"]


def main():
    mode, path, origin, exchanges = sys.argv[1:5]
    with open(exchanges) as file:
        exchanges = json.load(file)
    if mode == "record" and os.path.exists(path):
        os.remove(path)
    recorder = vcr.VCR(record_mode=MODES[mode], match_on=MATCH_ON)
    with recorder.use_cassette(path):
        for exchange in exchanges:
            print(json.dumps(send(urllib.parse.urlsplit(origin).netloc, exchange)), flush=True)


def send(host, exchange):
    try:
        connection = http.client.HTTPConnection(host, timeout=20)
        body = base64.b64decode(exchange["body"]) or None
        connection.request(exchange["method"], exchange["path"], body, dict(exchange["headers"]))
        response = connection.getresponse()
        content = response.read()
        headers = [[encode(name), encode(value)] for name, value in response.getheaders()]
        connection.close()
        return {
            "id": exchange["id"],
            "status": response.status,
            "reason": response.reason or "",
            "headers": headers,
            "body": base64.b64encode(content).decode(),
        }
    except Exception as error:
        return {"id": exchange["id"], "error": f"{type(error).__name__}: {error}"}


def encode(text):
    """The bytes of a header: http.client decodes them as Latin-1."""
    encoding = "latin-1" if all(ord(character) < 256 for character in text) else "utf-8"
    return base64.b64encode(text.encode(encoding)).decode()


main()
