"""How often one address may ask for what takes room and time."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from hustings.web.api.problem import Problem


class Allowance:
    """So many requests a minute of each address."""

    def __init__(self, a_minute: int) -> None:
        self._item = RateLimitItemPerMinute(a_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def take(self, request: Request) -> None:
        """Count a request. Raises Problem where its address has had its share, and says when it may ask again."""
        address = request.client.host if request.client else ""
        if not self._limiter.hit(self._item, address):
            again = math.ceil(max(1.0, self._limiter.get_window_stats(self._item, address).reset_time - time.time()))
            said = f"one address may ask {self._item.amount} times a minute"
            refused = Problem(429, said, None, f"ask again in {again} seconds")
            refused.told["retry-after"] = str(again)
            raise refused
