"""How often one address may ask for what takes room and time."""

from __future__ import annotations

import asyncio
import ipaddress
import math
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from hustings.web.api.problem import Problem

# Of one address so many may wait for its turn, beside the one that has it.
MOST_WAITING = 3
# Whoever has one address of the newer kind has as many as they like of the same network.
NETWORK = 64


def asker(request: Request) -> str:
    """Whom a request counts for: its address, of IPv6 its network."""
    host = request.client.host if request.client else ""
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
            return str(ipaddress.ip_network(f"{address.compressed.partition('%')[0]}/{NETWORK}", strict=False))
    return host


class Allowance:
    """So many requests a minute of each address, one at a time."""

    def __init__(self, a_minute: int) -> None:
        self._item = RateLimitItemPerMinute(a_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._turns: dict[str, asyncio.Lock] = {}
        self._here: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, request: Request) -> AsyncIterator[None]:
        """Count a request, and have the turn of its address while the block lasts. Raises Problem as `take` does."""
        self.take(request)
        who = asker(request)
        if self._here[who] > MOST_WAITING:
            raise Problem(429, "one address may ask one thing at a time", None, "wait for the answers before")
        self._here[who] += 1
        try:
            async with self._turns.setdefault(who, asyncio.Lock()):
                yield
        finally:
            self._here[who] -= 1
            if not self._here[who]:
                del self._here[who], self._turns[who]

    def take(self, request: Request) -> None:
        """Count a request. Raises Problem where its address has had its share, and says when it may ask again."""
        address = asker(request)
        if not self._limiter.hit(self._item, address):
            again = math.ceil(max(1.0, self._limiter.get_window_stats(self._item, address).reset_time - time.time()))
            said = f"one address may ask {self._item.amount} times a minute"
            refused = Problem(429, said, None, f"ask again in {again} seconds")
            refused.told["retry-after"] = str(again)
            raise refused
