"""The desk and Datasette under fifty connections at once, each asked for the same rows by a process of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from benchmarks.race import Disagreement, run_side
from benchmarks.site_datasette import connected, free_port

CONNECTIONS = 50
SEAT = "parl.bethnal-green-and-stepney.2024-07-04"
# Every seat in turn; with NTH in the address each request is a question never asked before.
IN_TURN = """
local ids = {%s}
local place = 0
request = function()
  place = place + 1
  local path = (string.gsub("%s", "ID", ids[place %% #ids + 1]))
  path = string.gsub(path, "NTH", tostring(place))
  return wrk.format("GET", path)
end
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class Load(NamedTuple):
    """What a server did: requests a second, milliseconds that half and 99 of 100 waited, and how many failed."""

    a_second: float
    half: float
    most: float
    failed: int


class Sides(NamedTuple):
    """One kind of request, as each side is asked for it."""

    what: str
    ours: str
    theirs: str
    in_turn: bool = False


SIDES = (
    Sides("seat page", f"/seats/{SEAT.split('.')[1]}/2024-07-04/", f"/seats/seats?contest_id={SEAT}"),
    Sides(
        "API, one seat",
        f"/api/v1/results.json?contest_id={SEAT}&fields=contest_id,area,candidate,party,votes,share_percent",
        f"/seats/seats.json?contest_id={SEAT}&_shape=objects",
    ),
    Sides(
        "API, 650 seats in turn",
        "/api/v1/results.json?contest_id=ID&fields=contest_id,area,candidate,party,votes,share_percent",
        "/seats/seats.json?contest_id=ID&_shape=objects",
        in_turn=True,
    ),
    Sides(
        "API, never asked before",
        "/api/v1/results.json?contest_id=ID&votes.min=-NTH&fields=contest_id,area,candidate,party,votes,share_percent",
        "/seats/seats.json?contest_id=ID&votes__gte=-NTH&_shape=objects",
        in_turn=True,
    ),
)


def race_load(folder: Path, seconds: int) -> list[str]:
    """Both servers asked in turn for so many seconds each; lines of what they did. Raises Disagreement."""
    if shutil.which("wrk") is None:
        return ["load: wrk is not installed (Debian: apt-get install wrk), so nothing was asked"]
    database = str(folder / "seats.sqlite")
    run_side(["benchmarks.site_tables", database])
    lines = [f"load: wrk, {CONNECTIONS} connections, {seconds} s each, one process a server, on the same machine"]
    with _desk() as ours, _datasette(database) as theirs:
        _agree(ours + SIDES[1].ours, theirs + SIDES[1].theirs)
        seats = _seats(ours)
        for sides in SIDES:
            asked = ours + sides.ours, theirs + sides.theirs
            did = [_asked(one, seats if sides.in_turn else [], seconds, folder) for one in asked]
            lines += _told(sides.what, *did)
    return lines


def _told(what: str, ours: Load, theirs: Load) -> Iterator[str]:
    for name, load in (("hustings", ours), ("datasette", theirs)):
        yield (
            f"{what:24} {name:10} {load.a_second:8.0f} a second, p50 {load.half:7.2f} ms, p99 {load.most:7.2f} ms, "
            f"{load.failed} failed"
        )
    yield f"{what:24} {'ratio':10} {ours.a_second / theirs.a_second:8.1f}x"


def _asked(address: str, seats: list[str], seconds: int, folder: Path) -> Load:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    if seats:
        script = folder / "turn.lua"
        base, _, path = address.removeprefix("http://").partition("/")
        listed = ", ".join(f'"{quote(one)}"' for one in seats)
        script.write_text(IN_TURN % (listed, f"/{path}"))
        command += ["-s", str(script), f"http://{base}/"]
    else:
        command.append(address)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    failed = re.findall(r"(?:Non-2xx or 3xx responses: |(?:connect|read|write|timeout) )(\d+)", said)
    return Load(
        float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),  # type: ignore[index]
        _milliseconds(said, "50%"),
        _milliseconds(said, "99%"),
        sum(map(int, failed)),
    )


def _milliseconds(said: str, part: str) -> float:
    number, unit = re.search(rf"{part}\s+([\d.]+)(us|ms|s)", said).groups()  # type: ignore[union-attr]
    return float(number) * UNITS[unit]


def _rows(address: str) -> list[tuple[str, int]]:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own servers
        rows = json.load(answer)["rows"]
    return sorted((row["candidate"], row["votes"]) for row in rows)


def _agree(ours: str, theirs: str) -> None:
    if _rows(ours) != _rows(theirs):
        raise Disagreement("the rows of one seat")


def _seats(ours: str) -> list[str]:
    asked = "/api/v1/contests.json?election_id=parl.2024-07-04&fields=contest_id&limit=all"
    with urllib.request.urlopen(ours + asked) as answer:  # noqa: S310 - our own server
        return [row["contest_id"] for row in json.load(answer)["rows"]]


@contextmanager
def _desk() -> Iterator[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", "hustings", "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        found = re.search(r"http://\S+", server.stdout.readline())  # type: ignore[union-attr]
        yield found[0].rstrip("/")  # type: ignore[index]
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _datasette(database: str) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", database, "--port", str(port), "--setting", "suggest_facets"]
    server = subprocess.Popen([*command, "off"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connected(port).close()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()
