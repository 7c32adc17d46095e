"""What watches over the desk: health, counts, the log, and limits on what is asked."""

import asyncio
import io
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from asking import ask

from hustings.web.watching import Counts, Watch

pytestmark = pytest.mark.xdist_group("desk")


def test_health_and_readiness_are_told(desk: Any) -> None:
    for path, word in (("healthz", b"ok\n"), ("readyz", b"ready\n")):
        answer = ask(desk.address + path)
        assert (answer.status, answer.data) == (200, word)


def count_of(text: str, name: str) -> float:
    return next((float(line.rpartition(" ")[2]) for line in text.splitlines() if line.startswith(name)), 0.0)


def test_every_request_is_counted_by_kind_and_status(desk: Any) -> None:
    api = 'hustings_requests_total{kind="api",status="404"}'
    page = 'hustings_requests_total{kind="page",status="308"}'
    before = ask(desk.address + "metrics")
    assert before.headers["content-type"].startswith("text/plain")
    for _ in range(3):
        ask(desk.address + "api/v1/nothing")
    ask(desk.address + "seats/hendon")
    told = [count_of(before.data.decode(), api) + 3, count_of(before.data.decode(), page) + 1]

    def counts() -> str:
        return ask(desk.address + "metrics").data.decode()

    counted = in_time(counts, lambda text: [count_of(text, api), count_of(text, page)] == told)
    assert [count_of(counted, api), count_of(counted, page)] == told
    assert 'hustings_request_seconds_bucket{kind="page"' in counted


def in_time(tell: Callable[[], Any], enough: Callable[[Any], bool]) -> Any:
    """What is told once it is enough: a request is counted and logged when it was sent, so a moment after it came."""
    until = time.monotonic() + 20
    while not enough(told := tell()) and time.monotonic() < until:
        time.sleep(0.05)
    return told


def test_every_request_is_a_line_of_the_log(desk: Any) -> None:
    reader = 'a "reader" of one line\\'
    ask(desk.address + "api/v1/parties.csv?limit=2", User_Agent=reader)

    def lines() -> list[Any]:
        told = [json.loads(line) for line in desk.log.read_text(encoding="utf-8").split("\n")[:-1]]
        return [line for line in told if line["agent"] == reader]

    (line,) = in_time(lines, bool)
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/v1/parties.csv", 200)
    assert (line["query"], line["address"]) == ("limit=2", "127.0.0.1")
    assert line["bytes"] > 50
    assert 0 <= line["seconds"] < 30


def test_what_is_too_large_is_refused(desk: Any) -> None:
    assert ask(f"{desk.address}api/v1/contests.json?area={'x' * 63_000}").status == 414
    assert ask(f"{desk.address}seats/{'x' * 63_000}").status == 414
    assert ask(f"{desk.address}seats/", Content_Length="9000000").status == 413


def asked_of(app: Any, **more: Any) -> list[Any]:
    """What a watch over an application sends."""
    sent: list[Any] = []
    scope = {"type": "http", "path": "/api/v1/x", "raw_path": b"/api/v1/x", "query_string": b"", "headers": []}

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    asyncio.run(Watch(app, Counts(), **more)(scope | {"method": "GET"}, receive, send))
    return sent


def test_an_answer_that_does_not_begin_in_time_is_refused_and_one_that_has_flows_on() -> None:
    async def late(*_: Any) -> None:
        await asyncio.sleep(5)

    async def long(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await asyncio.sleep(0.1)
        await send({"type": "http.response.body", "body": b"all"})

    log = io.StringIO()
    refused = asked_of(late, most_seconds=0.02, log=log)
    assert refused[0]["status"] == json.loads(log.getvalue())["status"] == 503
    assert json.loads(refused[1]["body"])["detail"] == "the answer took longer than 0.02 seconds"
    assert [one.get("status", one.get("body")) for one in asked_of(long, most_seconds=0.02)] == [200, b"all"]


def test_no_answer_sets_a_cookie_and_all_say_what_they_may_load(desk: Any) -> None:
    for path in ("", "api/", "sql/", "api/v1/parties.json", "api/v1/nothing", "nowhere/", "metrics", "seats/hendon"):
        answer = ask(desk.address + path)
        assert answer.headers["set-cookie"] is None
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
