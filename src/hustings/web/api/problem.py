"""What the API says when it cannot answer (RFC 9457): what is wrong, in which parameter, and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from hustings.record.names import nearest

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The request cannot be read",
    404: "There is none",
    405: "Only reading is possible",
    406: "Not in that form",
    413: "It is too large",
    414: "The address is too long",
    415: "Not of a kind that is read",
    429: "Too many requests",
    500: "A fault of the desk",
    503: "Not ready",
}
MOST_NEAR = 3


class Problem(Exception):
    """A request that cannot be answered: the status, one sentence, the parameter it is about and how to mend it."""

    def __init__(self, status: int, detail: str, parameter: str | None = None, mend: str | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.parameter, self.mend = status, detail, parameter, mend
        # Headers that go with it.
        self.told: dict[str, str] = {}

    def document(self) -> dict[str, Any]:
        """The problem as RFC 9457 has it; `parameter` and `mend` are ours."""
        said = {
            "type": "about:blank",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
            "parameter": self.parameter,
            "mend": self.mend,
        }
        return {key: value for key, value in said.items() if value is not None}

    def response(self, headers: dict[str, str]) -> Response:
        """The answer."""
        body = json.dumps(self.document(), ensure_ascii=False)
        return Response(body, self.status, headers | self.told, media_type=MEDIA_TYPE)


def near_names(wrong: str, names: Sequence[str], otherwise: str) -> str:
    """How to mend a name: those nearest to it, or what else may be done."""
    near = nearest(wrong[:80], names, MOST_NEAR)
    return f"did you mean {' or '.join(near)}?" if near else otherwise
