"""A story as it is sent: read to its limit, decoded, and refused in a sentence where it is no text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple
from urllib.parse import parse_qs

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from hustings.web.api.problem import Problem

LARGEST = 200_000
# A sign may be written as three, or six for two, on its way.
WRITTEN = 3 * LARGEST
HEARD_OUT = 20_000_000
TEXTS = ("text/plain", "text/markdown", "text/html")
JSON = "application/json"
UTF_8 = ("utf-8", "utf8", "us-ascii")
BY = "give it as a day, such as 2024-07-05"


class Taken(NamedTuple):
    """A story and the day it is of, where that was said."""

    text: str
    dated: date | None


class Sent(BaseModel):
    """A story as JSON has it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(description="The story: plain text, Markdown or HTML.")]
    date: Annotated[str | None, Field(description="The day it is of, where it does not say its own: 2024-07-05.")] = (
        None
    )


async def of_program(request: Request, day: str | None) -> Taken:
    """A story as a program sends it: as text, with its day in the address, or as JSON. Raises Problem."""
    kind, charset = _kind(request)
    if kind in TEXTS:
        if charset not in UTF_8:
            raise Problem(415, f"a story in {charset[:40]!r} is not read", "charset", "send it in UTF-8")
        return taken(_decoded(await _body(request, LARGEST)), day)
    if kind != JSON:
        known = ", ".join((*TEXTS, JSON))
        said = f"a story of the type {kind[:80]!r} is not read" if kind else "the story has no type"
        raise Problem(415, said, "content-type", f"send it as one of {known}")
    try:
        sent = Sent.model_validate_json(await _body(request, WRITTEN))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part)[:40] for part in first["loc"]) or "body"
        mend = 'send {"text": "the story", "date": "2024-07-05"}'
        raise Problem(400, f"{where} cannot be read: {first['msg'][:200]}", where, mend) from None
    return taken(sent.text, sent.date or day)


async def of_form(request: Request) -> tuple[str, str]:
    """A story and its day as the page's form sends them, to be `taken`. Raises Problem."""
    kind, _ = _kind(request)
    if kind != "application/x-www-form-urlencoded":
        raise Problem(415, "the page is sent a form", "content-type", "use its form; the API takes stories of programs")
    body = await _body(request, WRITTEN + 1_000)
    try:
        told = parse_qs(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10)
    except ValueError:
        raise _no_utf_8() from None
    # A form ends its lines with two signs, whatever the story had.
    text = told.get("text", [""])[0].replace("\r\n", "\n")
    return text, told.get("date", [""])[0].strip()


def taken(text: str, day: str | None) -> Taken:
    """A story that is text and no larger than any, and its day. Raises Problem."""
    if len(text.encode()) > LARGEST:
        raise _too_large()
    if "\0" in text:
        said = "the story is no text: it has a sign of the number 0"
        raise Problem(400, said, "text", "give it as plain text, Markdown or HTML")
    return Taken(text, _day(day) if day else None)


def _kind(request: Request) -> tuple[str, str]:
    """The media type of what is sent, and the set of signs that it is said to be in."""
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    told = [part.partition("=") for part in rest.split(";")]
    named = [value.strip(" \"'").lower() for name, _, value in told if name.strip().lower() == "charset"]
    return kind.strip().lower(), named[0] if named else UTF_8[0]


async def _body(request: Request, most: int) -> bytes:
    """What is sent, to its limit, whatever it says of its own length.

    What is past the limit is read and let go, since a program that still sends would not hear why it is refused.
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size <= most:
            parts.append(part)
        elif size > HEARD_OUT:
            break
    if size > most:
        raise _too_large()
    return b"".join(parts)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_utf_8() from None


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Problem(400, f"{said[:40]!r} is no day", "date", BY) from None


def _too_large() -> Problem:
    return Problem(413, f"the story has more than {LARGEST:,} bytes", "text", "check a part of it at a time")


def _no_utf_8() -> Problem:
    return Problem(400, "the story is not in UTF-8", "text", "save it as UTF-8")
