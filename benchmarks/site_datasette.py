"""Datasette serving the tables of 650 seats to one reader: `python -m benchmarks.site_datasette DATABASE`."""

import http.client
import json
import re
import resource
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlencode

ROW = re.compile(r"<tr>\s*<td")
PATIENCE = 30


def main(database: str) -> None:
    """Ask for the page of each seat's rows and report the seconds, the server's peak, and the rows counted."""
    with closing(sqlite3.connect(database)) as connection:
        seats = [row[0] for row in connection.execute("select distinct contest_id from seats order by 1")]
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", database, "--port", str(port), "--setting", "suggest_facets"]
    server = subprocess.Popen([*command, "off"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connection = connected(port)
        began = time.perf_counter()
        rows = sum(len(ROW.findall(_asked(connection, seat))) for seat in seats)
        seconds = time.perf_counter() - began
    finally:
        server.terminate()
        server.wait()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_mb": peak, "answer": rows}))


def _asked(connection: http.client.HTTPConnection, seat: str) -> str:
    connection.request("GET", f"/seats/seats?{urlencode({'contest_id': seat})}")
    return connection.getresponse().read().decode()


def free_port() -> int:
    """A port that nobody has."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def connected(port: int) -> http.client.HTTPConnection:
    """A connection once the server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/-/versions.json")
            connection.getresponse().read()
            return connection
        except OSError:
            time.sleep(0.1)
    sys.exit("Datasette does not answer; `make bench` installs it")


if __name__ == "__main__":
    main(sys.argv[1])
