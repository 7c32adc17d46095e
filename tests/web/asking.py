"""Asking a desk as a program does: following nothing, and taking refusals as answers."""

import urllib.error
import urllib.request
from email.message import Message
from typing import Any, NamedTuple

# More stories than all tests together have checked in a minute, and few enough to be used up by one of them.
CHECKS_A_MINUTE = 200


class Answer(NamedTuple):
    """What the desk answered."""

    status: int
    headers: Message
    data: bytes


class Asked(urllib.request.HTTPRedirectHandler):
    """Asks as it is told, and follows nothing."""

    def redirect_request(self, *_: Any) -> None:
        return None


def ask(address: str, method: str = "GET", data: bytes | None = None, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = urllib.request.Request(address, data, headers=named, method=method)  # noqa: S310 our own desk
    try:
        with urllib.request.build_opener(Asked).open(asked, timeout=60) as found:
            return Answer(found.status, found.headers, found.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers, refused.read())


def colours_drawn(page: Any) -> int:
    """How many colours and patterns the seats of a map have on a page, as the browser draws them."""
    return int(page.evaluate(COLOURS))


COLOURS = """() => {
    const uses = [...document.querySelectorAll("svg[data-walk] a use")];
    const marks = [...new Set(uses.map((use) => use.getAttribute("href")))];
    return new Set(marks.map((mark) => getComputedStyle(document.querySelector(mark).firstElementChild).fill)).size;
}"""
