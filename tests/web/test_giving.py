"""Large answers: room for few at once, and none kept by a reader who takes nothing."""

import asyncio
import threading
from typing import Any

import pytest

from hustings.web.api import giving
from hustings.web.api.giving import Flow

# Servers tell of a reader who went in one of two ways.
SPECS = ("2.3", "2.4")


def scope(spec: str) -> dict[str, Any]:
    return {"type": "http", "method": "GET", "asgi": {"spec_version": spec}}


async def nothing() -> Any:
    await asyncio.sleep(60)


@pytest.mark.parametrize("spec", SPECS)
def test_a_reader_who_stalls_is_let_go_and_makes_room(monkeypatch: pytest.MonkeyPatch, spec: str) -> None:
    monkeypatch.setattr(giving, "PATIENCE", 0.05)
    room, sent = threading.BoundedSemaphore(1), []

    async def stalls(message: Any) -> None:
        sent.append(message)
        if len(sent) == 3:
            await asyncio.sleep(60)

    assert room.acquire(blocking=False)
    flow = Flow((b"row\n" for _ in range(10)), {}, "text/csv", room)
    asyncio.run(asyncio.wait_for(flow(scope(spec), nothing, stalls), 10))
    assert [one.get("body") for one in sent] == [None, b"row\n", b"row\n"]
    assert room.acquire(blocking=False)


@pytest.mark.parametrize("spec", SPECS)
def test_a_reader_who_takes_all_gets_all_and_makes_room(spec: str) -> None:
    room, sent = threading.BoundedSemaphore(1), []

    async def takes(message: Any) -> None:
        sent.append(message.get("body"))

    assert room.acquire(blocking=False)
    asyncio.run(Flow((b"a", b"b"), {}, "text/csv", room)(scope(spec), nothing, takes))
    assert sent == [None, b"a", b"b", b""]
    assert room.acquire(blocking=False)
